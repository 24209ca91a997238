/**
 * The one place where state lives.  It holds an immutable object; actions replace
 * it, watchers see the parts that they select.
 *
 * @template State
 * @typedef {object} Store
 * @property {() => State} get
 * @property {(change: Partial<State>) => void} set
 * @property {<Part>(select: (state: State) => Part, onChange: (part: Part, previous: Part) => void, signal: AbortSignal) => void} watch
 */

/**
 * Watchers run once when they are added, and then once after any number of
 * changes in a row, and only if what they select is another value.
 *
 * @template {object} State
 * @param {State} initial
 * @returns {Store<State>}
 */
export function createStore(initial) {
  let state = Object.freeze(initial);
  let isFlushQueued = false;
  /** @type {Set<() => void>} */
  const watchers = new Set();
  const flush = () => {
    isFlushQueued = false;
    for (const check of [...watchers]) check();
  };

  return {
    get: () => state,

    set(change) {
      state = Object.freeze({ ...state, ...change });
      if (!isFlushQueued) queueMicrotask(flush);
      isFlushQueued = true;
    },

    watch(select, onChange, signal) {
      let last = select(state);
      const check = () => {
        const next = select(state);
        if (Object.is(next, last)) return;
        const previous = last;
        last = next;
        onChange(next, previous);
      };
      watchers.add(check);
      signal.addEventListener("abort", () => watchers.delete(check));
      onChange(last, last);
    },
  };
}
