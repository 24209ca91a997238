import js from "@eslint/js";
import globals from "globals";

/** Which layers of static/js each layer may import besides itself; pages may import all of them. */
const MAY_IMPORT = {
  api: [],
  player: [],
  format: [],
  elements: ["format"],
  state: ["api", "format", "player"],
  views: ["elements", "format", "state"],
};
const LAYERS = [...Object.keys(MAY_IMPORT), "pages"];

/** Properties that turn text into markup: what a visitor typed must never pass through them. */
const MARKUP_FROM_TEXT = ["innerHTML", "outerHTML", "insertAdjacentHTML", "setHTMLUnsafe"];
const DOCUMENT_WRITERS = ["write", "writeln"];

/**
 * Refuse the imports of one layer that MAY_IMPORT does not list.
 *
 * @param {[string, string[]]} entry
 */
function boundary([layer, allowed]) {
  const refused = LAYERS.filter((other) => other !== layer && !allowed.includes(other));
  const patterns = [
    {
      group: refused.map((other) => `**/${other}/**`),
      message: `${layer}/ may import only: ${allowed.join(", ") || "nothing"}.`,
    },
  ];
  return {
    files: [`static/js/${layer}/**`],
    rules: { "no-restricted-imports": ["error", { patterns }] },
  };
}

const message = "Build nodes with createElement and textContent.";

export default [
  { ignores: [".venv/"] },
  js.configs.recommended,
  {
    rules: {
      eqeqeq: "error",
      "no-console": "error",
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-param-reassign": "error",
      "no-restricted-properties": [
        "error",
        ...MARKUP_FROM_TEXT.map((property) => ({ property, message })),
        ...DOCUMENT_WRITERS.map((property) => ({ object: "document", property, message })),
      ],
      "no-var": "error",
      "prefer-const": "error",
    },
  },
  {
    files: ["static/js/**"],
    languageOptions: { globals: globals.browser },
    rules: {
      complexity: ["error", 8],
      "max-lines": ["error", { max: 250, skipBlankLines: true, skipComments: true }],
      "max-lines-per-function": ["error", { max: 30, skipBlankLines: true, skipComments: true }],
    },
  },
  { files: ["tests/js/**"], languageOptions: { globals: globals.node } },
  ...Object.entries(MAY_IMPORT).map(boundary),
];
