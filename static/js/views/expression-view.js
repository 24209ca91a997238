/**
 * The step written out: each term in the colours of its cells, lit as far as the
 * calculation has got.  The text is the server's, letter by letter.
 *
 * @typedef {import("../state/state.js").StepStore} StepStore
 * @typedef {import("../state/expression.js").Piece} Piece
 */

import { piecesOf } from "../state/expression.js";
import { addedProducts, currentStep, isWritten, shownProducts } from "../state/selectors.js";

/** An operand of no weight. */
const ZERO = "0";

/**
 * @param {HTMLElement} root
 * @param {StepStore} store
 * @param {AbortSignal} signal
 */
export function mountExpressionView(root, store, signal) {
  const write = createWriter(root);

  function light() {
    const state = store.get();
    const [shown, added] = [shownProducts(state), addedProducts(state)];
    root.querySelectorAll(".term").forEach((term, index) => {
      term.classList.toggle("todo", index >= shown);
      term.classList.toggle("added", index < added);
    });
    root.classList.toggle("written", isWritten(state));
  }

  store.watch(
    currentStep,
    (step) => {
      write(piecesOf(step?.expression ?? root.textContent ?? ""));
      light();
    },
    signal,
  );
  store.watch(
    (state) => `${shownProducts(state)} ${addedProducts(state)} ${isWritten(state)}`,
    light,
    signal,
  );
}

/**
 * Writes pieces; as long as they are of the same kinds as before, only texts that differ, so that a
 * term which has the focus keeps it.
 *
 * @param {HTMLElement} root
 * @returns {(pieces: Piece[]) => void}
 */
function createWriter(root) {
  let kinds = "";
  /** @type {Text[]} */
  let nodes = [];
  return (pieces) => {
    const nextKinds = pieces.map(({ kind }) => kind).join();
    if (nextKinds !== kinds) {
      const drawn = pieces.map(draw);
      root.replaceChildren(...drawn.map(({ element }) => element));
      nodes = drawn.flatMap((each) => each.nodes);
      kinds = nextKinds;
    }
    const texts = pieces.flatMap((piece) => /** @type {string[]} */ (piece.texts));
    nodes.forEach((node, index) => writeNode(node, texts[index] ?? ""));
  };
}

/** @type {(node: Text, text: string) => void} */
function writeNode(node, text) {
  if (node.data === text) return;
  node.data = text;
  const { parentElement } = node;
  if (parentElement?.matches(".weight")) {
    parentElement.parentElement?.classList.toggle("zero", text === ZERO);
  }
}

/**
 * A piece without its texts, and the places for them.
 *
 * @param {Piece} piece
 * @returns {{ element: Node, nodes: Text[] }}
 */
function draw({ kind }) {
  const [first, second] = [new Text(), new Text()];
  if (kind === "text") return { element: first, nodes: [first] };
  const nodes = [first, second];
  if (kind === "outcome") return { element: span("outcome", first, span("value", second)), nodes };
  return { element: span("term", span("input", first), "·", span("weight", second)), nodes };
}

/**
 * @param {string} name
 * @param {...(Node | string)} children
 */
function span(name, ...children) {
  const element = document.createElement("span");
  element.className = name;
  element.append(...children);
  return element;
}
