/**
 * The step in symbols, as MathML: I₀₀·F₀₀ + I₀₁·F₀₁ + … = O₀₀.  Every term is a formula of its
 * own, so that a long sum can break between two of them.  A scatter step is a list of products
 * and of where they go: I₀₀·F₀₀ → O₀₀, I₀₀·F₀₁ → O₀₁, …
 *
 * @typedef {import("../state/state.js").StepStore} StepStore
 * @typedef {import("../state/state.js").State} State
 * @typedef {import("../state/symbols.js").Symbols} Symbols
 */

import { numberText } from "../format/number.js";
import { currentStep } from "../state/selectors.js";
import { symbolsOf } from "../state/symbols.js";

const MATHML = "http://www.w3.org/1998/Math/MathML";

/**
 * @param {HTMLElement} root
 * @param {StepStore} store
 * @param {AbortSignal} signal
 */
export function mountSymbolsView(root, store, signal) {
  let shape = "";
  /** @type {Element[]} */
  let places = [];

  function show() {
    const symbols = shownSymbols(store.get());
    if (!symbols) return;
    const { terms, bias, output, divisor } = symbols;
    const letters = [
      ...terms.flatMap(({ input, weight, target = [] }) => [input, weight, target]),
      bias ?? [],
      output ?? [],
    ];
    const nextShape = `${letters.map(({ length }) => length).join()} ${divisor} ${bias !== null}`;
    if (nextShape !== shape) {
      root.replaceChildren(...draw(symbols));
      places = [...root.querySelectorAll("mn")];
      shape = nextShape;
    }
    const texts = letters.flat().map((index) => numberText(index, 0));
    places.forEach((place, index) => writeText(place, texts[index] ?? ""));
  }

  store.watch(currentStep, show, signal);
  store.watch(({ view }) => `${view.formula} ${view.labels}`, show, signal);
}

/**
 * @param {State} state
 * @returns {Symbols | null}
 */
function shownSymbols(state) {
  const step = currentStep(state);
  if (!step || state.view.formula === "numbers") return null;
  return symbolsOf(state.trace, step, state.view.labels === "xy" ? "xy" : "rc");
}

/** @type {(place: Element, text: string) => void} */
function writeText(place, text) {
  if (place.textContent !== text) place.textContent = text;
}

/**
 * @param {Symbols} symbols
 * @returns {(Node | string)[]}
 */
function draw({ terms, divisor, bias, output }) {
  const drawn = terms.flatMap(({ input, weight, target }, index) => {
    const product = [letter("I", input, "input"), math("mo", "·"), letter("F", weight, "weight")];
    const goal = target ? [math("mo", "→"), letter("O", target, "value")] : [];
    const term = document.createElement("span");
    term.className = "term";
    term.append(formula(...product, ...goal));
    return index === 0 ? [term] : [target ? ", " : " + ", term];
  });
  return [
    ...(divisor === 1 ? drawn : ["(", ...drawn, `) / ${divisor}`]),
    ...(bias === null ? [] : [" + ", formula(letter("b", bias, "weight"))]),
    ...(output === null ? [] : [" = ", formula(letter("O", output, "value"))]),
  ];
}

/** @param {...Element} children */
function formula(...children) {
  return math("math", ...children);
}

/**
 * A letter with places for its subscripts.
 *
 * @param {string} name
 * @param {number[]} subscripts
 * @param {string} role  class name: whose colour it has
 */
function letter(name, subscripts, role) {
  const places = subscripts.flatMap((_, index) =>
    index === 0 ? [math("mn")] : [math("mo", ","), math("mn")],
  );
  const drawn = subscripts.length
    ? math("msub", math("mi", name), math("mrow", ...places))
    : math("mi", name);
  drawn.setAttribute("class", role);
  return drawn;
}

/**
 * @param {string} name
 * @param {...(Node | string)} children
 */
function math(name, ...children) {
  const element = document.createElementNS(MATHML, name);
  element.append(...children);
  return element;
}
