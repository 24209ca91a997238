import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  advance,
  doneIn,
  endOf,
  forward,
  isMoving,
  newPlayer,
  pause,
  phaseAt,
  PHASES,
  play,
  SECONDS_BY_HAND,
  SECONDS_PER_STEP,
  seek,
  showPhase,
} from "../../../static/js/player/player.js";

const rested = newPlayer(9);
const playing = { ...rested, progress: 0, isPlaying: true };

describe("advance(player, seconds)", () => {
  test("plays a step in SECONDS_PER_STEP at speed 1", () => {
    assert.equal(advance(playing, SECONDS_PER_STEP * 0.99).step, 0);
    assert.equal(advance(playing, SECONDS_PER_STEP * 1.01).step, 1);
  });

  test("plays four steps in that time at speed 4", () => {
    assert.equal(advance({ ...playing, speed: 4 }, SECONDS_PER_STEP * 1.01).step, 4);
  });

  test("does not depend on the frame rate", () => {
    let player = playing;
    for (let frame = 0; frame < 320; frame += 1) player = advance(player, 1 / 64);
    const once = advance(playing, 5);
    assert.equal(player.step, once.step);
    assert.ok(Math.abs(player.progress - once.progress) < 1e-9);
  });

  test("stops on the last step, finished", () => {
    const end = advance(playing, 3600);
    assert.deepEqual(end, { ...playing, step: 8, progress: 1, target: 1, isPlaying: false });
  });

  test("finishes a step that was asked for by hand, and rests", () => {
    const asked = forward(rested);
    assert.equal(advance(asked, SECONDS_BY_HAND / 2).progress, 0.5);
    assert.equal(advance(asked, 3600).progress, 1);
    assert.equal(advance(asked, 3600).step, asked.step);
  });

  test("leaves a player at rest alone", () => {
    assert.equal(advance(rested, 1), rested);
  });
});

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

describe("seek(player, step)", () => {
  test("shows the step finished", () => {
    assert.deepEqual(seek(playing, 4), { ...rested, step: 4 });
  });

  test("lands on the nearest end when the step is beyond it", () => {
    assert.equal(seek(rested, -3).step, 0);
    assert.equal(seek(rested, 99).step, 8);
  });
});

describe("play(player) and pause(player)", () => {
  test("play goes on from where it is", () => {
    assert.deepEqual(play(seek(rested, 4)), { ...rested, step: 4, isPlaying: true });
  });

  test("play at the end starts from the first step", () => {
    assert.deepEqual(play(seek(rested, 8)), { ...rested, progress: 0, isPlaying: true });
  });

  test("pause lets the current step finish", () => {
    const paused = pause({ ...playing, progress: 0.4 });
    assert.equal(paused.isPlaying, false);
    assert.equal(advance(paused, 3600).progress, 1);
  });
});

describe("showPhase(player, phase)", () => {
  for (const phase of PHASES) {
    test(`rests at the end of ${phase}`, () => {
      const shown = advance(showPhase(rested, phase), 3600);
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
