/**
 * Presenting: a screen that stays awake while it plays, a pointer that goes away when it
 * rests, and the buttons of the window, where the browser allows what they do.
 *
 * @typedef {import("../state/state.js").StepStore} StepStore
 * @typedef {import("../state/state.js").State} State
 */

/** How long a pointer has to rest. */
const IDLE_MILLISECONDS = 3_000;

/**
 * @param {Document} page
 * @param {StepStore} store
 * @param {AbortSignal} signal
 */
export function mountPresentView(page, store, signal) {
  for (const button of page.querySelectorAll('[data-command="fullscreen"]')) {
    button.toggleAttribute("hidden", !page.fullscreenEnabled);
  }
  hideIdlePointer(page, signal);
  keepAwake(page, store, signal);
}

/** @param {State} state */
function isShowing({ view, player }) {
  return view.theme === "projector" && player.isPlaying;
}

/**
 * The style sheet of the projector hides the pointer of a page with data-idle.
 *
 * @param {Document} page
 * @param {AbortSignal} signal
 */
function hideIdlePointer(page, signal) {
  const root = page.documentElement;
  let timer = 0;

  function wake() {
    clearTimeout(timer);
    root.toggleAttribute("data-idle", false);
    timer = window.setTimeout(() => root.toggleAttribute("data-idle", true), IDLE_MILLISECONDS);
  }

  for (const type of ["pointermove", "pointerdown"]) page.addEventListener(type, wake, { signal });
  wake();
}

/**
 * Ask the system not to dim the screen, for as long as somebody watches; it takes the
 * promise back whenever the page is hidden, and a page without TLS cannot ask at all.
 *
 * @param {Document} page
 * @param {StepStore} store
 * @param {AbortSignal} signal
 */
function keepAwake(page, store, signal) {
  /** @type {Promise<WakeLockSentinel | null>} */
  let lock = Promise.resolve(null);

  function keep() {
    const isWanted = isShowing(store.get()) && page.visibilityState === "visible";
    lock = lock.then((held) => (isWanted ? lockedAgain(held) : released(held)));
  }

  store.watch(isShowing, keep, signal);
  page.addEventListener("visibilitychange", keep, { signal });
}

/**
 * @param {WakeLockSentinel | null} held
 * @returns {Promise<WakeLockSentinel | null>}
 */
async function lockedAgain(held) {
  if (held && !held.released) return held;
  // A low battery refuses, too; the lesson goes on without it.
  return navigator.wakeLock?.request("screen").catch(() => null) ?? null;
}

/**
 * @param {WakeLockSentinel | null} held
 * @returns {Promise<null>}
 */
async function released(held) {
  await held?.release();
  return null;
}
