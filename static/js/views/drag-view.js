/**
 * Drag the kernel over the input, or in the scatter picture over the output, with a mouse, a pen
 * or a finger: it snaps to the windows that the stride reaches, and the calculation follows.  The
 * steps themselves are the way without dragging.
 *
 * @typedef {import("../state/state.js").StepStore} StepStore
 * @typedef {import("../elements/number-grid.js").NumberGrid} NumberGrid
 * @typedef {{ row: number, column: number }} Point  in cells of the grid; fractions count
 * @typedef {{ grid: NumberGrid, hold: Point, x: number, y: number, isMoving: boolean }} Grip
 */

import { goTo } from "../state/player-actions.js";
import { indexOf, placeOf } from "../state/grid-parts.js";
import { release } from "../state/pointing.js";
import { cornerOf, nearestWindow } from "../state/windows.js";

/** A press that moves less than this is a click. */
const CLICK_PIXELS = 5;

/**
 * @param {HTMLElement} root
 * @param {StepStore} store
 * @param {AbortSignal} signal
 */
export function mountDragView(root, store, signal) {
  /** @type {Grip | null} */
  let grip = null;
  let wasDragged = false;

  /** @param {PointerEvent} event */
  const take = (event) => {
    wasDragged = false;
    grip = event.isPrimary && event.button === 0 ? gripAt(store, event) : null;
  };
  /** @param {PointerEvent} event */
  const move = (event) => {
    if (!grip || !(grip.isMoving || hasMoved(grip, event))) return;
    if (!grip.isMoving) root.setPointerCapture(event.pointerId);
    grip.isMoving = wasDragged = true;
    root.toggleAttribute("data-dragging", true);
    follow(store, grip, event);
  };
  const drop = () => {
    grip = null;
    root.toggleAttribute("data-dragging", false);
  };
  /** @param {Event} event */
  const swallow = (event) => {
    if (wasDragged) event.stopPropagation();
    wasDragged = false;
  };

  root.addEventListener("pointerdown", take, { signal });
  root.addEventListener("pointermove", move, { signal });
  root.addEventListener("pointerup", drop, { signal });
  root.addEventListener("pointercancel", drop, { signal });
  root.addEventListener("click", swallow, { signal, capture: true });
  root.addEventListener("selectstart", (event) => grip && event.preventDefault(), { signal });
}

/** @type {(grip: Grip, event: PointerEvent) => boolean} */
function hasMoved(grip, { clientX, clientY }) {
  return Math.hypot(clientX - grip.x, clientY - grip.y) >= CLICK_PIXELS;
}

/**
 * A hold on the kernel's frame; null beside it.
 *
 * @param {StepStore} store
 * @param {PointerEvent} event
 * @returns {Grip | null}
 */
function gripAt(store, event) {
  const { clientX: x, clientY: y } = event;
  const { trace, player } = store.get();
  const grid = gridUnder(event.target, trace.picture === "scatter");
  if (!grid) return null;
  const { kernelExtent } = trace.geometry;
  const corner = cornerOf(trace, placeOf(trace, player.step));
  const point = grid.placeOf(event);
  const hold = { row: point.row - corner.row, column: point.column - corner.column };
  const isInside = isWithin(hold.row, kernelExtent[0]) && isWithin(hold.column, kernelExtent[1]);
  return isInside ? { grid, hold, x, y, isMoving: false } : null;
}

/**
 * The grid that the kernel lies on, if it is under the hand; not while a cell of it is written in.
 *
 * @param {EventTarget | null} target
 * @param {boolean} isScatter
 */
function gridUnder(target, isScatter) {
  if (!(target instanceof Element) || target.closest("cell-editor")) return null;
  return /** @type {NumberGrid | null} */ (
    target.closest(isScatter ? ".output-grid" : ".input-grid")
  );
}

/** @type {(place: number, size: number) => boolean} */
function isWithin(place, size) {
  return place >= 0 && place <= size;
}

/** @type {(store: StepStore, grip: Grip, event: PointerEvent) => void} */
function follow(store, { grid, hold }, event) {
  const { trace, player } = store.get();
  const point = grid.placeOf(event);
  const corner = { row: point.row - hold.row, column: point.column - hold.column };
  const { channel } = placeOf(trace, player.step);
  const index = indexOf(trace, { channel, ...nearestWindow(trace, corner) });
  if (index === player.step) return;
  release(store);
  goTo(store, index);
}
