/**
 * The address bar, written when stepping rests for a moment.
 *
 * @typedef {object} AddressBar
 * @property {() => void} write  at once
 * @property {(next: string, mark: import("../state/trail.js").Mark) => void} push  begins a new entry,
 *   after the old one has got the step at which it was left
 * @property {(next: string) => void} show
 * @property {() => boolean} hasMoved  tells another entry from a jump within this one, as by the skip link
 */

/** Browsers refuse more than about 100 changes in 30 seconds. */
const REST_MILLISECONDS = 350;

/**
 * @param {string} initial
 * @returns {AddressBar}
 */
export function createBar(initial) {
  let search = initial;
  let written = location.search;
  let timer = 0;
  const write = () => {
    clearTimeout(timer);
    replaceSearch(search);
    written = location.search;
  };
  write();
  return {
    write,
    push(next, mark) {
      write();
      history.pushState(mark, "", location.pathname + next);
      written = search = location.search;
    },
    show(next) {
      search = next;
      clearTimeout(timer);
      timer = window.setTimeout(write, REST_MILLISECONDS);
    },
    hasMoved() {
      if (written === location.search) return false;
      // What was to be written belonged to the entry that was left.
      clearTimeout(timer);
      written = search = location.search;
      return true;
    },
  };
}

/** @param {string} search */
function replaceSearch(search) {
  if (search === location.search) return;
  history.replaceState(history.state, "", location.pathname + search);
}
