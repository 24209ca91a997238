/** The API page and those of the problems: examples that run, lines to copy, and the theme. */

import { answerTo } from "../api/answer.js";
import { mountExampleView } from "../views/example-view.js";
import { element } from "../views/find.js";
import { mountThemeView } from "../views/theme-view.js";

const { signal } = new AbortController();

mountThemeView(
  /** @type {HTMLSelectElement} */ (element(document, "select[data-view=theme]")),
  signal,
);
for (const root of document.querySelectorAll(".example"))
  mountExampleView(/** @type {HTMLElement} */ (root), answerTo, signal);
