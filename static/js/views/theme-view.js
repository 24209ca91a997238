/** The theme of a page that has nothing else to choose: it is kept in the address, for the next page too. */

/**
 * @param {HTMLSelectElement} choice
 * @param {AbortSignal} signal
 */
export function mountThemeView(choice, signal) {
  choice.addEventListener(
    "change",
    () => {
      const theme = choice.value;
      document.documentElement.dataset.theme = theme;
      history.replaceState(history.state, "", withTheme(location.href, theme));
      for (const link of document.querySelectorAll("nav[data-carries] a"))
        /** @type {HTMLAnchorElement} */ (link).href = withTheme(
          /** @type {HTMLAnchorElement} */ (link).href,
          theme,
        );
    },
    { signal },
  );
}

/**
 * An address with a theme in its query; written by hand, because URLSearchParams would escape
 * the commas and semicolons of a grid.
 *
 * @param {string} address
 * @param {string} theme
 */
function withTheme(address, theme) {
  const url = new URL(address);
  const others = url.search
    .slice(1)
    .split("&")
    .filter((part) => part && !part.startsWith("theme="));
  url.search = [...others, ...(theme === "auto" ? [] : [`theme=${theme}`])].join("&");
  return url.href;
}
