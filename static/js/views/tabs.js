/**
 * Tabs, of which one is open.  https://www.w3.org/WAI/ARIA/apg/patterns/tabs/
 * Each has the name of what it opens in data-tab.
 */

/** @type {Record<string, (index: number, count: number) => number>} */
const MOVES = {
  ArrowRight: (index, count) => (index + 1) % count,
  ArrowLeft: (index, count) => (index + count - 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};
const VERTICAL_MOVES = { ...MOVES, ArrowDown: MOVES.ArrowRight, ArrowUp: MOVES.ArrowLeft };

/**
 * @param {HTMLElement} list
 * @param {(name: string) => void} open
 * @param {AbortSignal} signal
 */
export function mountTabs(list, open, signal) {
  const tabs = tabsOf(list);
  /** @type {Record<string, ((index: number, count: number) => number) | undefined>} */
  const moves = list.ariaOrientation === "vertical" ? VERTICAL_MOVES : MOVES;
  const choose = (/** @type {HTMLElement | undefined} */ tab) => {
    if (tab?.dataset.tab) open(tab.dataset.tab);
    tab?.focus();
  };
  const tabOf = (/** @type {Event} */ { target }) =>
    tabs.findIndex((tab) => target instanceof Node && tab.contains(target));

  list.addEventListener("click", (event) => choose(tabs[tabOf(event)]), { signal });
  list.addEventListener(
    "keydown",
    (event) => {
      const move = moves[event.key];
      if (!move || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      choose(tabs[move(tabOf(event), tabs.length)]);
    },
    { signal },
  );
}

/**
 * @param {HTMLElement} list
 * @param {string} name  of the tab that is open
 */
export function markTab(list, name) {
  for (const tab of tabsOf(list)) {
    const isOpen = tab.dataset.tab === name;
    tab.ariaSelected = String(isOpen);
    tab.tabIndex = isOpen ? 0 : -1;
  }
}

/**
 * @param {HTMLElement} list
 * @returns {HTMLElement[]}
 */
function tabsOf(list) {
  return [...list.querySelectorAll("[role=tab]")].filter((tab) => tab instanceof HTMLElement);
}
