/**
 * The step written out: each term in the colours of its cells, lit as far as the
 * calculation has got.  The text is the server's, letter by letter.
 *
 * @typedef {import("../state/state.js").StepStore} StepStore
 */

import { addedProducts, currentStep, isWritten, shownProducts } from "../state/selectors.js";

/** A product: two operands, negative ones in brackets. */
const PRODUCT = /(\(−[\d.]+\)|[\d.]+)·(\(−[\d.]+\)|[\d.]+)/g;

/** The value, behind the last "=" or "≈". */
const VALUE = /([=≈]) ([−\d.]+)$/;

/**
 * @param {HTMLElement} root
 * @param {StepStore} store
 * @param {AbortSignal} signal
 */
export function mountExpressionView(root, store, signal) {
  /** @type {HTMLElement[]} */
  let terms = [];

  function light() {
    const state = store.get();
    const [shown, added] = [shownProducts(state), addedProducts(state)];
    terms.forEach((term, index) => {
      term.classList.toggle("todo", index >= shown);
      term.classList.toggle("added", index < added);
    });
    root.classList.toggle("written", isWritten(state));
  }

  store.watch(
    currentStep,
    (step) => {
      root.replaceChildren(...write(step?.expression ?? root.textContent ?? ""));
      // Whoever cannot use a wheel scrolls with the keyboard, where there is something to scroll.
      root.tabIndex = root.scrollHeight > root.clientHeight ? 0 : -1;
      terms = [...root.querySelectorAll("span.term")].filter((each) => each instanceof HTMLElement);
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
 * @param {string} expression
 * @returns {(Node | string)[]}
 */
function write(expression) {
  const value = VALUE.exec(expression);
  const calculation = value ? expression.slice(0, value.index) : expression;
  /** @type {(Node | string)[]} */
  const nodes = [];
  let end = 0;
  for (const match of calculation.matchAll(PRODUCT)) {
    nodes.push(calculation.slice(end, match.index), term(match[1] ?? "", match[2] ?? ""));
    end = match.index + match[0].length;
  }
  nodes.push(calculation.slice(end));
  if (value) nodes.push(span("outcome", `${value[1]} `, span("value", value[2] ?? "")));
  return nodes;
}

/**
 * @param {string} input
 * @param {string} weight
 */
function term(input, weight) {
  return span("term", span("input", input), "·", span("weight", weight));
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
