/**
 * The tabs and panels of the share dialog, built when they are first wanted, so that a
 * first visit does not load them.
 *
 * @typedef {import("../state/share-things.js").Thing} Thing
 * @typedef {import("../state/share-things.js").Preview} Preview
 */

import { LINK, THINGS } from "../state/share-things.js";
import { build } from "./build.js";
import { element } from "./find.js";
import { markTab, mountTabs } from "./tabs.js";

/**
 * Put the tabs beside the link, and a panel behind each of them.
 *
 * @param {HTMLElement} dialog
 * @param {AbortSignal} signal
 */
export function mountSharePanels(dialog, signal) {
  const label = { "aria-label": "What to share", "aria-orientation": "vertical" };
  const list = build("div", { role: "tablist", ...label }, ...[LINK, ...THINGS].map(tabOf));
  const linkPanel = element(dialog, "#share-link");
  const panels = [linkPanel, ...THINGS.map(panelOf)];
  for (const panel of panels) {
    panel.role = "tabpanel";
    panel.setAttribute("aria-labelledby", panel.id.replace("share-", "share-tab-"));
  }
  const open = (/** @type {string} */ name) => {
    markTab(list, name);
    for (const panel of panels) panel.hidden = panel.id !== `share-${name}`;
    element(dialog, ".copied").textContent = "";
  };
  linkPanel.after(...panels.slice(1));
  element(dialog, ".share-things").prepend(list);
  open(LINK.name);
  mountTabs(list, open, signal);
}

/** @param {{ name: string, title: string }} thing */
function tabOf({ name, title }) {
  const names = { id: `share-tab-${name}`, "data-tab": name, "aria-controls": `share-${name}` };
  return build("button", { type: "button", role: "tab", ...names }, title);
}

/** @param {Thing} thing */
function panelOf({ name, hint, preview, files, pages, texts }) {
  return build(
    "div",
    { id: `share-${name}` },
    build("p", { class: "hint" }, hint),
    ...(preview ? [previewOf(preview)] : []),
    ...(files ? [downloadsOf(files)] : []),
    ...(pages ? [opening(pages)] : []),
    ...Object.entries(texts).map(([text, label]) => textOf(`share-${name}-${text}`, text, label)),
  );
}

/** @param {Preview} preview */
function previewOf({ picture, alt, still = "" }) {
  const image = build("img", {
    "data-picture": picture,
    "data-alt": alt,
    loading: "lazy",
    alt: "",
  });
  image.hidden = true;
  const source = { media: "(prefers-reduced-motion: reduce)", "data-still": still };
  const shown = still ? build("picture", {}, build("source", source), image) : image;
  const why = build("p", { class: "why-not", role: "alert" });
  why.hidden = true;
  return build("figure", { class: "preview" }, shown, why);
}

/** @param {Record<string, string>} files */
function downloadsOf(files) {
  const links = Object.entries(files).map(([name, title]) =>
    build("a", { "data-file": name, download: "" }, `Download ${title}`),
  );
  return build("p", { class: "downloads" }, ...links);
}

/** @param {Record<string, string>} pages */
function opening(pages) {
  const links = Object.entries(pages).map(([name, title]) =>
    build("a", { "data-file": name, target: "_blank", rel: "noopener" }, `Print ${title}`),
  );
  return build("p", { class: "downloads" }, ...links);
}

/**
 * @param {string} id
 * @param {string} name  of the text
 * @param {string} label
 */
function textOf(id, name, label) {
  const only = { readonly: "", spellcheck: "false", autocomplete: "off" };
  return build(
    "div",
    { class: "share-text" },
    build("label", { for: id }, label),
    build("textarea", { id, "data-text": name, rows: "2", ...only }),
    build("button", { type: "button", class: "copy", "aria-label": `Copy: ${label}` }, "Copy"),
  );
}
