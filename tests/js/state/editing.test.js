import assert from "node:assert/strict";
import { describe, test } from "node:test";
import * as editing from "../../../static/js/state/editing.js";
import { state } from "./examples.js";

/**
 * A state with other settings, other numbers and a flip.
 *
 * @param {{ settings?: object, weights?: number[][][][], divisor?: number, flip?: boolean, input?: number[][][], step?: object }} change
 * @returns {any}
 */
function stateWith({ settings = {}, weights, divisor = 1, flip = false, input }) {
  const { trace } = state;
  const kernels = weights?.map((each) => ({ ...trace.kernels[0], weights: each, divisor }));
  const first = weights?.[0]?.[0] ?? [[1, -2]];
  const geometry = { ...trace.geometry, flip, kernelSize: [first.length, first[0]?.length] };
  return {
    ...state,
    settings: { ...state.settings, ...settings },
    trace: { ...trace, geometry, kernels: kernels ?? trace.kernels, input: input ?? trace.input },
  };
}

/** @type {(part: "input" | "kernel", row: number, column: number, channel?: number) => editing.Place} */
const at = (part, row, column, channel = 0) => ({ part, channel, row, column });

describe("withBlock(state, place, block)", () => {
  test("keeps the other cells as they were typed", () => {
    const typed = stateWith({ settings: { input: "1.50,abc,3" } });
    assert.deepEqual(editing.withBlock(typed, at("input", 0, 2), [["9"]]), { input: "1.50,abc,9" });
  });

  test("turns a name into its exact numbers", () => {
    const named = stateWith({ settings: { input: "demo" }, input: [[[0.1 + 0.2, -5]]] });
    assert.deepEqual(editing.withBlock(named, at("input", 0, 1), [["4"]]), {
      input: "0.30000000000000004,4",
    });
    const box = stateWith({ settings: { kernel: "box" }, weights: [[[[1, 1]]]], divisor: 2 });
    assert.deepEqual(editing.withBlock(box, at("kernel", 0, 0), [["3"]]), { kernel: "3,1/2" });
  });

  test("changes the numbers on screen where what was typed has another shape", () => {
    const other = stateWith({ settings: { input: "1,2;3" } });
    assert.deepEqual(editing.withBlock(other, at("input", 0, 0), [["9"]]), { input: "9,2,3" });
  });

  test("brings a fraction over one divisor, and leaves the other kernels alone", () => {
    const weights = [[[[1, 2]]], [[[3, 4]]]];
    const two = stateWith({ settings: { kernel: "1,2::sobel-x" }, weights });
    assert.deepEqual(editing.withBlock(two, at("kernel", 0, 0), [["1/3"]]), {
      kernel: "1,6/3::sobel-x",
    });
  });

  test("never lets a slash of a bad fraction become a divisor", () => {
    const { kernel } = editing.withBlock(stateWith({}), at("kernel", 0, 1), [["a/3"]]);
    assert.equal(kernel, "1,a 3");
  });

  test("writes into the cell that is on screen, also when the kernel lies flipped", () => {
    const flipped = stateWith({
      settings: { kernel: "1,2;3,4" },
      weights: [
        [
          [
            [1, 2],
            [3, 4],
          ],
        ],
      ],
      flip: true,
    });
    assert.equal(editing.textAt(flipped, at("kernel", 0, 0)), "4");
    assert.deepEqual(editing.withBlock(flipped, at("kernel", 0, 1), [["9"]]), {
      kernel: "1,2;9,4",
    });
  });
});

test("textAt(state, place) is null where there is no cell", () => {
  assert.equal(editing.textAt(state, at("input", 0, 2)), "3");
  for (const place of [at("input", 0, 3), at("input", -1, 0), at("input", 0, 0, 1)]) {
    assert.equal(editing.textAt(state, place), null);
  }
});

test("withCells(state, places, text) sets all of them and nothing else", () => {
  const places = [at("input", 0, 0), at("input", 0, 2)];
  assert.deepEqual(editing.withCells(state, places, "5"), { input: "5,2,5" });
});

test("withSize(state, part, rows, columns) adds zeros, cuts off, and keeps one cell", () => {
  assert.deepEqual(editing.withSize(state, "input", 1, 0), { input: "1,2,3;0,0,0" });
  assert.deepEqual(editing.withSize(state, "input", 0, -1), { input: "1,2" });
  assert.deepEqual(editing.withSize(state, "kernel", -1, -9), { kernel: "1" });
});

test("of two changes the first is kept, also before its answer is on screen", () => {
  for (const part of /** @type {const} */ (["input", "kernel"])) {
    const asked = { ...state.settings, ...editing.withSize(state, part, 1, 0) };
    const onItsWay = { ...state, settings: asked, isLoading: true };
    const twice = editing.withSize(state, part, 2, 0);
    assert.deepEqual(editing.withSize(onItsWay, part, 1, 0), twice);
    const written = editing.withBlock(onItsWay, at(part, 1, 1), [["7"]])[part];
    assert.equal(written, asked[part]?.replace("0,0", "0,7"));
    // A refused one has no cells that anybody could see.
    assert.deepEqual(editing.withSize({ ...state, settings: asked }, part, 1, 0), {
      [part]: asked[part],
    });
  }
});

test("what is no grid is not started from, whether an answer is on its way or not", () => {
  for (const input of ["1,2;3", "1,2:3", "1,2;3,4:5,6"]) {
    const ragged = { ...stateWith({ settings: { input } }), isLoading: true };
    assert.deepEqual(editing.withSize(ragged, "input", 0, -1), { input: "1,2" });
  }
});

describe("refusedPlaces(state)", () => {
  /** @type {(pointer: string, change?: object) => editing.Place[]} */
  const placesOf = (pointer, change = {}) =>
    editing.refusedPlaces({
      ...stateWith(change),
      problem: { detail: "…", errors: [{ pointer, detail: "…" }], isUnreachable: false },
    });

  test("finds the cell that a pointer names, with and without channels", () => {
    assert.deepEqual(placesOf("#/input/2/1"), [at("input", 2, 1)]);
    assert.deepEqual(placesOf("#/input/1/2/0"), [at("input", 2, 0, 1)]);
    assert.deepEqual(placesOf("#/kernel/0/1"), [at("kernel", 0, 1)]);
  });

  test("finds it where it lies on the screen when the kernel is flipped", () => {
    assert.deepEqual(placesOf("#/kernel/0/0", { weights: [[[[1, 2]]]], flip: true }), [
      at("kernel", 0, 1),
    ]);
  });

  test("finds none where a problem is about a whole grid or another setting", () => {
    for (const pointer of ["#", "#/input", "#/stride/0", "#/input/1"]) {
      assert.deepEqual(placesOf(pointer), [], pointer);
    }
  });
});

test("placeName(state, place) counts from 1 and names the channel where there are several", () => {
  assert.equal(editing.placeName(state, at("input", 0, 1)), "Input row 1, column 2");
  const two = stateWith({ input: [[[1]], [[2]]] });
  assert.equal(editing.placeName(two, at("input", 0, 0, 1)), "Input channel 2, row 1, column 1");
});
