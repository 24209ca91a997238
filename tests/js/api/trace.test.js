import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { camelCased, stepFrom, traceFrom } from "../../../static/js/api/trace.js";

test("camelCased(document) renames every name at every depth, and no text", () => {
  assert.deepEqual(camelCased({ step_count: 1, steps: [{ running_sums: [1, 2], name: "a_b" }] }), {
    stepCount: 1,
    steps: [{ runningSums: [1, 2], name: "a_b" }],
  });
  assert.deepEqual(camelCased({ rows: [[1], [2]], nothing: null }), {
    rows: [[1], [2]],
    nothing: null,
  });
});

/** Two channels and two kernels of one cell each: 2·3 + 5·7 and (2·1 + 5·0) / 4 + 8. */
const several = {
  input: [[[2]], [[5]]],
  padded_input: [[[2]], [[5]]],
  kernel: [
    [[[3]], [[7]]],
    [[[1]], [[0]]],
  ],
  applied_kernel: [
    [[[3]], [[7]]],
    [[[1]], [[0]]],
  ],
  divisor: [1, 4],
  bias: [0, 8],
  precision: [{ decimals: 0 }, { decimals: 2 }],
  output: [[[41]], [[8.5]]],
  step_count: 2,
  steps: [
    { sum: 41, patch: [[[2]], [[5]]], products: [[[6]], [[35]]], channel_sums: [6, 35] },
    { sum: 2, patch: [[[2]], [[5]]], products: [[[2]], [[0]]], channel_sums: [2, 0] },
  ],
};

describe("traceFrom(document)", () => {
  test("gives each kernel its weights, divisor, bias and precision", () => {
    const trace = traceFrom(several);
    assert.deepEqual(
      trace.kernels.map(({ applied, divisor, bias, precision }) => [
        applied,
        divisor,
        bias,
        precision.decimals,
      ]),
      [
        [[[[3]], [[7]]], 1, 0, 0],
        [[[[1]], [[0]]], 4, 8, 2],
      ],
    );
    assert.deepEqual(trace.input, [[[2]], [[5]]]);
    assert.deepEqual(trace.steps[0]?.channelSums, [6, 35]);
  });

  test("makes stacks of one of a single channel and a single kernel", () => {
    const trace = traceFrom({
      ...several,
      input: [[2]],
      padded_input: [[2]],
      kernel: [[3]],
      applied_kernel: [[3]],
      divisor: 1,
      bias: 9,
      precision: { decimals: 0 },
      output: [[15]],
      steps: [{ sum: 6, patch: [[2]], products: [[6]] }],
    });
    assert.deepEqual([trace.input, trace.paddedInput, trace.output], [[[[2]]], [[[2]]], [[[15]]]]);
    assert.deepEqual(trace.kernels[0]?.applied, [[[3]]]);
    assert.equal(trace.kernels[0]?.bias, 9);
    assert.deepEqual(trace.steps[0]?.patch, [[[2]]]);
    assert.deepEqual(trace.steps[0]?.channelSums, [6]);
  });
});

test("stepFrom(document) keeps the channels of a step that has several", () => {
  assert.deepEqual(stepFrom(several.steps[1]).products, [[[2]], [[0]]]);
});
