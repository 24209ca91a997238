import assert from "node:assert/strict";
import { test } from "node:test";

import { areEqual, commonBoundOf, partsOf, textOf } from "../../../static/js/state/ranges.js";
import { trace } from "./examples.js";

test("a setting has rows and columns, padding has four sides", () => {
  assert.deepEqual(partsOf(trace, "size"), { rows: 1, columns: 3 });
  assert.deepEqual(partsOf(trace, "padding"), { top: 0, bottom: 0, left: 0, right: 0 });
});

test("the address has one number where all are the same", () => {
  assert.equal(textOf("size", { rows: 6, columns: 6 }), "6");
  assert.equal(textOf("size", { rows: 6, columns: 8 }), "6x8");
  assert.equal(textOf("stride", { rows: 2, columns: 1 }), "2,1");
  assert.equal(textOf("padding", { top: 0, bottom: 1, left: 0, right: 1 }), "0,1,0,1");
  assert.equal(areEqual({ top: 1, bottom: 1, left: 1, right: 1 }), true);
});

test("a transposed convolution has its own paddings, and no sides", () => {
  const geometry = { ...trace.geometry, requestedPadding: [1, 0], outputPadding: [0, 1] };
  const shown = /** @type {any} */ ({ ...trace, geometry });
  assert.deepEqual(partsOf(shown, "requested_padding"), { rows: 1, columns: 0 });
  assert.deepEqual(partsOf(shown, "output_padding"), { rows: 0, columns: 1 });
  assert.deepEqual(partsOf(shown, "padding"), { top: 0, bottom: 0, left: 0, right: 0 });
  assert.deepEqual(partsOf(trace, "output_padding"), { rows: 0, columns: 0 });
  assert.equal(commonBoundOf(trace, "output_padding").maximum, 0);
});

test("together all go as far as the one that is stopped first, for its reason", () => {
  const rows = { minimum: 1, maximum: 9, minimumReason: "low rows", maximumReason: "high rows" };
  const columns = { minimum: 3, maximum: 7, minimumReason: "low columns", maximumReason: "high" };
  const bounds = {
    ...trace.bounds,
    stride: { rows, columns },
    paddingBoth: { rows, columns: rows },
  };
  assert.deepEqual(commonBoundOf({ ...trace, bounds }, "stride"), columns);
  assert.deepEqual(commonBoundOf({ ...trace, bounds }, "padding"), rows);
});
