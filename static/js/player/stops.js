/**
 * Where a step may rest on its way: after a phase, after a single product, after a
 * single term of the sum.  A place on the way is a progress, 0 (nothing) to 1 (written).
 *
 * @typedef {"place" | "multiply" | "add" | "write"} Phase
 * @typedef {"step" | "phases" | "products" | "sums"} Detail  how finely Next and Play go
 */

/** @type {readonly [Phase, number][]} Each phase with the progress at its end. */
const ENDS = [
  ["place", 0.15],
  ["multiply", 0.55],
  ["add", 0.88],
  ["write", 1],
];

/** @type {readonly Phase[]} */
export const PHASES = ENDS.map(([phase]) => phase);

/** @type {readonly Detail[]} */
export const DETAILS = ["step", "phases", "products", "sums"];

/** Which phases are taken apart into single terms. @type {Record<Detail, readonly Phase[]>} */
const TAKEN_APART = { step: [], phases: [], products: ["multiply"], sums: ["multiply", "add"] };

/** Far less than the share of one term among the 1,800 that a step can have. */
const ROUNDING = 1e-9;

/**
 * The progress at which a phase has done its work.
 *
 * @param {Phase} phase
 * @returns {number}
 */
export function endOf(phase) {
  return ENDS.find(([name]) => name === phase)?.[1] ?? 1;
}

/**
 * The phase that is at work, or has just done its work, at a progress.
 *
 * @param {number} progress
 * @returns {Phase}
 */
export function phaseAt(progress) {
  return ENDS.find(([, end]) => progress <= end)?.[0] ?? "write";
}

/** @param {Phase} phase */
function startOf(phase) {
  return ENDS[PHASES.indexOf(phase) - 1]?.[1] ?? 0;
}

/**
 * How many of `count` products, or terms of the sum, a phase has dealt with.
 *
 * @param {number} progress
 * @param {Phase} phase
 * @param {number} count
 * @returns {number}
 */
export function doneIn(progress, phase, count) {
  const share = (progress - startOf(phase)) / (endOf(phase) - startOf(phase));
  return Math.min(Math.max(Math.ceil(share * count - ROUNDING * count), 0), count);
}

/**
 * All stops of a step.
 *
 * @param {Detail} detail
 * @param {number} termCount  products of the step, and terms of its sum
 * @returns {number[]} progresses, ascending, 1 at their end
 */
export function stopsOf(detail, termCount) {
  if (detail === "step") return [1];
  return PHASES.flatMap((phase) =>
    TAKEN_APART[detail].includes(phase) ? termsOf(phase, termCount) : [endOf(phase)],
  );
}

/**
 * @param {Phase} phase
 * @param {number} termCount
 */
function termsOf(phase, termCount) {
  const [start, end] = [startOf(phase), endOf(phase)];
  const inside = Array.from({ length: Math.max(termCount - 1, 0) }, (_, index) => {
    return start + ((end - start) * (index + 1)) / termCount;
  });
  return [...inside, end];
}

/**
 * @param {readonly number[]} stops
 * @param {number} progress
 * @returns {number | undefined} the next stop; none behind the last
 */
export function stopAfter(stops, progress) {
  return stops.find((stop) => stop > progress + ROUNDING);
}

/**
 * @param {readonly number[]} stops
 * @param {number} progress
 * @returns {number | undefined} the stop before; none before the first
 */
export function stopBefore(stops, progress) {
  return stops.findLast((stop) => stop < progress - ROUNDING);
}
