import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  forward,
  isMoving,
  newPlayer,
  next,
  nextRow,
  pause,
  play,
  previous,
  previousRow,
  restart,
  seek,
  showPhase,
} from "../../../static/js/player/player.js";
import { advance } from "../../../static/js/player/playing.js";
import { endOf, phaseAt, PHASES, stopsOf } from "../../../static/js/player/stops.js";

/** Steps of three rows of three cells each. @type {import("../../../static/js/player/player.js").Pace} */
const bySteps = {
  stops: stopsOf("step", 9),
  rowLength: 3,
  isLooping: false,
  isPausingAfterRows: false,
};
const byPhases = { ...bySteps, stops: stopsOf("phases", 9) };
const byProducts = { ...bySteps, stops: stopsOf("products", 9) };
const bySums = { ...bySteps, stops: stopsOf("sums", 9) };
const rested = newPlayer(9);
const playing = { ...rested, progress: 0, isPlaying: true };

describe("forward(player)", () => {
  test("goes one step on and starts its calculation from nothing", () => {
    assert.deepEqual(forward(rested), { ...rested, step: 1, progress: 0 });
  });

  test("never waits: the second of two quick calls is a step on too", () => {
    assert.equal(forward(forward(rested)).step, 2);
  });

  test("finishes the last step instead of leaving it", () => {
    const last = { ...rested, step: 8, progress: 0.3 };
    assert.deepEqual(forward(last), { ...last, progress: 1 });
  });

  test("stops the playing", () => {
    assert.equal(forward(playing).isPlaying, false);
  });
});

describe("next(player, pace) and previous(player, pace)", () => {
  test("go by whole steps in detail step", () => {
    assert.deepEqual(next(rested, bySteps), forward(rested));
    assert.deepEqual(previous(seek(rested, 4), bySteps), seek(rested, 3));
  });

  for (const pace of [byPhases, byProducts, bySums]) {
    test(`pass all ${pace.stops.length} stops of a step, and the first of the next`, () => {
      let player = showPhase({ ...rested, progress: 0 }, "place");
      for (const stop of pace.stops) {
        assert.deepEqual([player.step, player.target], [0, stop]);
        player = next(player, pace);
      }
      assert.deepEqual([player.step, player.progress, player.target], [1, 0, endOf("place")]);
    });

    test(`lead back over the same ${pace.stops.length} stops, each of them reached at once`, () => {
      let player = seek(rested, 1);
      for (const stop of pace.stops.toReversed()) {
        assert.deepEqual([player.step, player.progress, player.target], [1, stop, stop]);
        player = previous(player, pace);
      }
      assert.deepEqual(player, seek(rested, 0));
    });
  }

  test("never wait: each of two quick calls is a stop on, with all before it done", () => {
    const twice = next(next(rested, byPhases), byPhases);
    assert.deepEqual(twice, {
      ...rested,
      step: 1,
      progress: endOf("place"),
      target: endOf("multiply"),
    });
  });

  test("stay at the ends", () => {
    assert.deepEqual(next(seek(rested, 8), byPhases), seek(rested, 8));
    const first = showPhase(rested, "place");
    assert.deepEqual(previous(first, byPhases), { ...first, progress: endOf("place") });
  });

  test("stop the playing", () => {
    assert.equal(next(playing, bySums).isPlaying, false);
    assert.equal(previous(playing, bySums).isPlaying, false);
  });
});

describe("nextRow(player, pace) and previousRow(player, pace)", () => {
  test("lead to the starts of rows, finished", () => {
    assert.deepEqual(nextRow(seek(rested, 1), byPhases), seek(rested, 3));
    assert.deepEqual(nextRow(seek(rested, 3), bySteps), seek(rested, 6));
    assert.deepEqual(previousRow(seek(rested, 5), bySteps), seek(rested, 3));
    assert.deepEqual(previousRow(seek(rested, 3), bySteps), seek(rested, 0));
  });

  test("end at the last cell and at the first", () => {
    assert.equal(nextRow(seek(rested, 7), bySteps).step, 8);
    assert.equal(previousRow(seek(rested, 2), bySteps).step, 0);
    assert.equal(previousRow(rested, bySteps).step, 0);
  });
});

describe("seek(player, step)", () => {
  test("shows the step finished", () => {
    assert.deepEqual(seek(playing, 4), { ...rested, step: 4 });
  });

  test("lands on the nearest end when the step is beyond it", () => {
    assert.equal(seek(rested, -3).step, 0);
    assert.equal(seek(rested, 99).step, 8);
  });
});

describe("play(player, pace) and pause(player)", () => {
  test("play goes on from where it is", () => {
    assert.deepEqual(play(seek(rested, 4), bySteps), { ...rested, step: 4, isPlaying: true });
  });

  test("play at the end starts from the first step", () => {
    assert.deepEqual(play(seek(rested, 8), bySteps), { ...rested, progress: 0, isPlaying: true });
    assert.equal(play(seek(rested, 8), byPhases).target, endOf("place"));
  });

  test("pause lets the current stop be reached", () => {
    const paused = pause({ ...playing, progress: 0.4 });
    assert.equal(paused.isPlaying, false);
    assert.equal(advance(paused, 3600, bySteps).progress, 1);
    const inside = pause(advance(playing, 0.01, byPhases));
    assert.equal(advance(inside, 3600, byPhases).progress, endOf("place"));
  });

  test("pause is known to be one until somebody moves on", () => {
    assert.equal(pause(playing).halt, "paused");
    for (const move of [forward, play, next, previous, nextRow, restart]) {
      assert.equal(move(pause(playing), bySteps).halt, "");
    }
  });
});

describe("restart(player, pace)", () => {
  test("begins the first step", () => {
    assert.deepEqual(restart(seek(rested, 4), bySteps), { ...rested, progress: 0 });
    assert.equal(restart(seek(rested, 4), byPhases).target, endOf("place"));
  });

  test("plays on where it was playing", () => {
    assert.deepEqual(restart({ ...playing, step: 5, progress: 0.7 }, bySteps), playing);
  });
});

describe("showPhase(player, phase)", () => {
  for (const phase of PHASES) {
    test(`rests at the end of ${phase}`, () => {
      const shown = advance(showPhase(rested, phase), 3600, bySteps);
      assert.equal(phaseAt(shown.progress), phase);
      assert.equal(shown.progress, endOf(phase));
      assert.equal(isMoving(shown), false);
    });
  }

  test("moves on to a later phase instead of jumping there", () => {
    const placed = showPhase(rested, "place");
    const adding = showPhase(placed, "add");
    assert.equal(adding.progress, endOf("place"));
    assert.equal(isMoving(adding), true);
  });
});
