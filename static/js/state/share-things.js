/**
 * What there is to share of a step, in words: a tab for each thing, what it is good for, its
 * preview, its files, its pages and its texts.  Files and texts have the names of the server's answer.
 *
 * @typedef {object} Preview
 * @property {string} picture
 * @property {string} alt       its alternative text
 * @property {string} [still]   shown instead to readers who want less motion
 *
 * @typedef {object} Thing
 * @property {string} name
 * @property {string} title
 * @property {string} hint
 * @property {Preview} [preview]
 * @property {Record<string, string>} [files]  what each is called
 * @property {Record<string, string>} [pages]  what each is called
 * @property {Record<string, string>} texts    what each is called
 */

/**
 * How pictures and films may look besides, by the name in their address.  The first value of
 * each is what an address need not say.
 *
 * @type {{ name: string, title: string, values: [value: string, text: string][] }[]}
 */
export const LOOKS = [
  {
    name: "scale",
    title: "Size",
    values: [
      ["", "normal"],
      ["0.5", "half"],
      ["2", "double"],
      ["3", "threefold"],
    ],
  },
  {
    name: "theme",
    title: "Theme",
    values: [
      ["", "usual"],
      ["light", "light"],
      ["dark", "dark"],
      ["projector", "projector"],
    ],
  },
  {
    name: "ground",
    title: "Ground",
    values: [
      ["", "paper"],
      ["transparent", "transparent"],
    ],
  },
];

/** What a picture shows, and whether it does so unless it is told otherwise. */
export const PANELS = { grids: true, sentence: false, calculation: true, expression: true };

const IN_WORDS = "In words, for those who do not see it";

export const LINK = { name: "link", title: "Link" };

/** @type {Thing[]} */
export const THINGS = [
  {
    name: "image",
    title: "Image",
    hint: "This step as a picture, for a slide, a worksheet or a web page.",
    preview: { picture: "image.svg", alt: "alt" },
    files: { "image.png": "PNG", "image.svg": "SVG" },
    texts: { "image.png": "Address of the picture", alt: IN_WORDS },
  },
  {
    name: "film",
    title: "Film",
    hint: "All steps, one after another, for a slide or a web page.",
    preview: { picture: "film.gif", alt: "filmAlt", still: "image.png" },
    files: { "film.gif": "GIF", "film.webp": "WebP", "film.svg": "SVG" },
    texts: {
      "film.gif": "Address of the film",
      picture: "HTML, with a still for readers who want less motion",
      filmAlt: IN_WORDS,
    },
  },
  {
    name: "embed",
    title: "Embed",
    hint: "The page itself in a frame, for a course page or a blog. Paste this where HTML is taken.",
    texts: { embed: "HTML of the frame" },
  },
  {
    name: "paper",
    title: "Paper",
    hint: "All steps, six a page, or a worksheet with its key. They open in a tab of their own, ready to be printed.",
    pages: { "paper.steps": "all steps", "paper.worksheet": "a worksheet" },
    texts: { "paper.steps": "Address of all steps", "paper.worksheet": "Address of the worksheet" },
  },
  {
    name: "markdown",
    title: "Markdown",
    hint: "The picture, which leads to this page, for a README, a forum or a wiki.",
    texts: { markdown: "Markdown" },
  },
  {
    name: "latex",
    title: "LaTeX",
    hint: "Patch, kernel and output, and the sum written out, for a worksheet. It needs the package amsmath.",
    texts: { latex: "LaTeX" },
  },
  {
    name: "csv",
    title: "CSV",
    hint: "The whole output as a table, for a spreadsheet.",
    files: { csv: "CSV" },
    texts: { csv: "Address of the table" },
  },
  {
    name: "json",
    title: "JSON",
    hint: "Every number of this step, for a program.",
    files: { json: "JSON" },
    texts: { json: "Address of the numbers" },
  },
  {
    name: "notebook",
    title: "Notebook",
    hint: "A cell for a notebook: it computes the same convolution and shows this step, without a server.",
    texts: { notebook: "Python" },
  },
  {
    name: "offline",
    title: "Offline page",
    hint: "All steps in one file, which opens in any browser and plays without a network: from a memory stick, for example.",
    files: { offline: "page" },
    texts: { offline: "Address of the page" },
  },
];
