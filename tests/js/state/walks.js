/**
 * Traces of any geometry, worked out by walking: slow, plain, and independent of the page.
 *
 * @typedef {import("../../../static/js/state/state.js").Trace} Trace
 */

/**
 * @typedef {object} Walk
 * @property {[number, number]} size
 * @property {[number, number]} kernelSize
 * @property {[number, number]} [stride]
 * @property {[number, number]} [dilation]
 * @property {number} [padding]   on every side
 * @property {number} [channels]
 * @property {number} [kernelCount]
 */

const NAMES = /** @type {const} */ (["row", "column"]);

/**
 * @param {Walk} walk
 * @returns {Trace}
 */
export function walked({
  size,
  kernelSize,
  stride = [1, 1],
  dilation = [1, 1],
  padding = 0,
  channels = 1,
  kernelCount = 1,
}) {
  const [rowIndices, columnIndices] = NAMES.map((_, axis) =>
    windows(
      size[axis] ?? 0,
      kernelSize[axis] ?? 0,
      stride[axis] ?? 1,
      dilation[axis] ?? 1,
      padding,
    ),
  );
  const height = rowIndices?.length ?? 0;
  const width = columnIndices?.length ?? 0;
  const weights = (/** @type {number} */ kernel) =>
    Array.from({ length: channels }, (_, channel) =>
      grid(kernelSize, (row, column) => 1000 * kernel + 100 * channel + 10 * row + column),
    );
  const paddedInput = Array.from({ length: channels }, () =>
    grid([size[0] + 2 * padding, size[1] + 2 * padding], (row, column) => 10 * row + column),
  );
  const outputs = Array.from({ length: kernelCount }, (_, channel) =>
    grid([height, width], () => 0).flatMap((cells, row) =>
      cells.map((_, column) => ({ row, column, channel })),
    ),
  ).flat();
  const steps = outputs.map((output, index) => {
    const window = {
      rows: rowIndices?.[output.row] ?? [],
      columns: columnIndices?.[output.column] ?? [],
    };
    const patch = paddedInput.map((rows) =>
      window.rows.map((row) =>
        window.columns.map((column) => rows[row + padding]?.[column + padding] ?? NaN),
      ),
    );
    return {
      index,
      number: index + 1,
      output,
      window,
      patch,
      products: patch,
      value: index,
      exact: true,
    };
  });
  const precision = { decimals: 0, valueDecimals: 0, roundedDecimals: 2, exact: true };
  return /** @type {any} */ ({
    paddedInput,
    kernels: Array.from({ length: kernelCount }, (_, kernel) => ({
      weights: weights(kernel),
      applied: weights(kernel),
      divisor: 1,
      bias: 0,
      precision,
    })),
    geometry: {
      inputSize: size,
      kernelSize,
      outputSize: [height, width],
      padding: { top: padding, bottom: padding, left: padding, right: padding },
      flip: false,
      rowIndices,
      columnIndices,
    },
    output: Array.from({ length: kernelCount }, () => grid([height, width], () => 0)),
    steps,
    stepCount: steps.length,
  });
}

/**
 * The scatter picture of a transposed convolution, walked through input cell by input cell.
 *
 * @param {Omit<Walk, "channels" | "kernelCount">} walk  its padding is what is cropped from every end
 * @returns {Trace}
 */
export function scattered({ size, kernelSize, stride = [1, 1], dilation = [1, 1], padding = 0 }) {
  const [rowTargets = [], columnTargets = []] = [0, 1].map((axis) =>
    Array.from({ length: size[axis] ?? 0 }, (_, index) =>
      Array.from(
        { length: kernelSize[axis] ?? 0 },
        (__, tap) => index * (stride[axis] ?? 1) + tap * (dilation[axis] ?? 1) - padding,
      ),
    ),
  );
  const outputSize = [rowTargets, columnTargets].map(
    (targets) => Math.max(...targets.flat()) + 1 - padding,
  );
  const weights = grid(kernelSize, (row, column) => 10 * row + column);
  const steps = rowTargets.flatMap((rows, row) =>
    columnTargets.map((columns, column) => ({
      output: { row, column, channel: 0 },
      targets: { rows, columns },
    })),
  );
  const precision = { decimals: 0, valueDecimals: 0, roundedDecimals: 2, exact: true };
  return /** @type {any} */ ({
    picture: "scatter",
    paddedInput: [grid(size, () => 1)],
    kernels: [{ weights: [weights], applied: [weights], divisor: 3, bias: 1, precision }],
    geometry: {
      inputSize: size,
      kernelSize,
      outputSize,
      requestedPadding: [padding, padding],
      walkSize: size,
      rowTargets,
      columnTargets,
    },
    output: [grid(/** @type {[number, number]} */ (outputSize), () => 0)],
    steps,
    stepCount: steps.length,
  });
}

/**
 * @param {[number, number]} size
 * @param {(row: number, column: number) => number} valueAt
 */
export function grid([rows, columns], valueAt) {
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => valueAt(row, column)),
  );
}

/** @type {(size: number, taps: number, stride: number, dilation: number, padding: number) => number[][]} */
function windows(size, taps, stride, dilation, padding) {
  const found = [];
  for (let start = -padding; start + (taps - 1) * dilation < size + padding; start += stride) {
    found.push(Array.from({ length: taps }, (_, tap) => start + tap * dilation));
  }
  return found;
}
