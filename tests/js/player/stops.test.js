import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  DETAILS,
  doneIn,
  endOf,
  phaseAt,
  PHASES,
  stopAfter,
  stopBefore,
  stopsOf,
} from "../../../static/js/player/stops.js";

describe("stopsOf(detail, termCount)", () => {
  test("is the end of the step, of each phase, of each product, of each term", () => {
    assert.deepEqual(stopsOf("step", 9), [1]);
    assert.deepEqual(stopsOf("phases", 9), PHASES.map(endOf));
    assert.equal(stopsOf("products", 9).length, 1 + 9 + 1 + 1);
    assert.equal(stopsOf("sums", 9).length, 1 + 9 + 9 + 1);
  });

  for (const termCount of [1, 2, 9, 675]) {
    test(`deals with one product, then one term more at each stop of ${termCount}`, () => {
      const stops = stopsOf("sums", termCount);
      const done = stops.map((stop) =>
        ["multiply", "add"].map((phase) => doneIn(stop, /** @type {any} */ (phase), termCount)),
      );
      const counts = Array.from({ length: termCount }, (_, index) => index + 1);
      assert.deepEqual(done, [
        [0, 0],
        ...counts.map((count) => [count, 0]),
        ...counts.map((count) => [termCount, count]),
        [termCount, termCount],
      ]);
    });
  }

  for (const detail of DETAILS) {
    test(`ascends to the end of the step in detail ${detail}, also while the terms are not known`, () => {
      for (const stops of [stopsOf(detail, 9), stopsOf(detail, 0)]) {
        assert.deepEqual(
          stops,
          [...new Set(stops)].toSorted((a, b) => a - b),
        );
        assert.equal(stops.at(-1), 1);
      }
    });
  }
});

describe("stopAfter(stops, progress) and stopBefore(stops, progress)", () => {
  const stops = stopsOf("sums", 225);

  test("lead through all stops, there and back", () => {
    for (const [index, stop] of stops.entries()) {
      assert.equal(stopAfter(stops, stop), stops[index + 1]);
      assert.equal(stopBefore(stops, stop), stops[index - 1]);
    }
  });

  test("find the neighbours of a place between two stops", () => {
    assert.equal(stopAfter([0.15, 1], 0.5), 1);
    assert.equal(stopBefore([0.15, 1], 0.5), 0.15);
  });
});

test("phaseAt(progress) is the phase whose end has been reached", () => {
  assert.deepEqual(
    PHASES.map((phase) => phaseAt(endOf(phase))),
    PHASES,
  );
});

describe("doneIn(progress, phase, count)", () => {
  test("is nothing before the phase and everything after it", () => {
    assert.equal(doneIn(endOf("place"), "multiply", 9), 0);
    assert.equal(doneIn(endOf("multiply"), "multiply", 9), 9);
    assert.equal(doneIn(1, "multiply", 9), 9);
  });

  test("passes every count in turn and never goes back", () => {
    const counts = Array.from({ length: 1001 }, (_, index) => doneIn(index / 1000, "add", 9));
    assert.deepEqual([...new Set(counts)], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    assert.deepEqual(
      counts,
      counts.toSorted((a, b) => a - b),
    );
  });

  test("adds nothing before all is multiplied", () => {
    for (let progress = 0; progress <= 1; progress += 0.01) {
      const isAdding = doneIn(progress, "add", 9) > 0;
      assert.ok(!isAdding || doneIn(progress, "multiply", 9) === 9);
    }
  });
});
