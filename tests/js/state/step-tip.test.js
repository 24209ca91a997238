import assert from "node:assert/strict";
import { test } from "node:test";
import { stepTip } from "../../../static/js/state/step-tip.js";
import { trace } from "./examples.js";

test("stepTip(trace, index) says where a step writes what, counted from 1", () => {
  assert.deepEqual(stepTip(trace, 1), { step: "Step 2", place: "row 1, column 2", value: "6" });
});

test("stepTip(trace, index) has no value while the step is on its way", () => {
  assert.equal(stepTip({ ...trace, steps: [] }, 0).value, "");
});

test("stepTip(trace, index) names the map where there are several", () => {
  const output = [...trace.output, ...trace.output];
  const kernels = [...trace.kernels, ...trace.kernels];
  assert.equal(stepTip({ ...trace, output, kernels }, 2).place, "map 2, row 1, column 1");
});

test("stepTip(trace, index) marks a value that is rounded", () => {
  const steps = trace.steps.map((step) => ({ ...step, exact: false, value: 1 / 3 }));
  assert.equal(stepTip({ ...trace, steps }, 0).value, "≈0.33");
});
