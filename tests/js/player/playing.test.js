import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { forward, newPlayer, next, play, seek } from "../../../static/js/player/player.js";
import {
  advance,
  LOOP_SECONDS,
  REST_SECONDS,
  SECONDS_BY_HAND,
  SECONDS_PER_STEP,
} from "../../../static/js/player/playing.js";
import { doneIn, endOf, stopsOf } from "../../../static/js/player/stops.js";

/** @typedef {import("../../../static/js/player/player.js").Pace} Pace */

/** Steps of three rows of three cells each, at once. @type {Pace} */
const bySteps = {
  stops: stopsOf("step", 9),
  rowLength: 3,
  isLooping: false,
  isPausingAfterRows: false,
};
const byPhases = { ...bySteps, stops: stopsOf("phases", 9) };
const bySums = { ...bySteps, stops: stopsOf("sums", 9) };
const rested = newPlayer(9);
const playing = { ...rested, progress: 0, isPlaying: true };

/**
 * The player's stops one after the other, as somebody sees them who looks on.
 *
 * @param {import("../../../static/js/player/player.js").Player} player
 * @param {Pace} pace
 * @param {number} seconds
 */
function seen(player, pace, seconds) {
  const places = [];
  let current = player;
  for (let frame = 0; frame < seconds * 64; frame += 1) {
    current = advance(current, 1 / 64, pace);
    if (current.rest > 0 || !current.isPlaying) places.push(`${current.step} ${current.progress}`);
  }
  return [...new Set(places)];
}

describe("advance(player, seconds, pace)", () => {
  test("plays a step in SECONDS_PER_STEP at speed 1", () => {
    assert.equal(advance(playing, SECONDS_PER_STEP * 0.99, bySteps).step, 0);
    assert.equal(advance(playing, SECONDS_PER_STEP * 1.01, bySteps).step, 1);
  });

  test("plays four steps in that time at speed 4", () => {
    assert.equal(advance({ ...playing, speed: 4 }, SECONDS_PER_STEP * 1.01, bySteps).step, 4);
  });

  for (const [name, pace] of Object.entries({ bySteps, byPhases, bySums })) {
    test(`does not depend on the frame rate, ${name}`, () => {
      let player = playing;
      for (let frame = 0; frame < 320; frame += 1) player = advance(player, 1 / 64, pace);
      const once = advance(playing, 5, pace);
      assert.equal(player.step, once.step);
      assert.ok(Math.abs(player.progress - once.progress) < 1e-9);
      assert.ok(Math.abs(player.rest - once.rest) < 1e-9);
    });
  }

  test("stops on the last step, finished", () => {
    const end = { ...playing, step: 8, progress: 1, target: 1, isPlaying: false, halt: "done" };
    for (const pace of [bySteps, byPhases, bySums]) {
      assert.deepEqual(advance(playing, 3600, pace), end);
    }
  });

  test("rests on every stop of its detail", () => {
    const ends = ["place", "multiply", "add", "write"].map((phase) =>
      endOf(/** @type {any} */ (phase)),
    );
    const seconds = 2 * (SECONDS_PER_STEP + 4 * REST_SECONDS) - 0.1;
    assert.deepEqual(
      seen(playing, byPhases, seconds),
      [0, 1].flatMap((step) => ends.map((end) => `${step} ${end}`)),
    );
    const terms = seen(playing, bySums, SECONDS_PER_STEP + 20 * REST_SECONDS - 0.1);
    assert.equal(terms.length, 20);
  });

  test("shows, on its way to a product, that product and no other", () => {
    const atThird = next(next(next(next(rested, bySums), bySums), bySums), bySums);
    assert.equal(doneIn(atThird.progress, "multiply", 9), 2);
    const onTheWay = advance(atThird, 0.001, bySums);
    assert.equal(doneIn(onTheWay.progress, "multiply", 9), 3);
    assert.equal(doneIn(advance(atThird, 60, bySums).progress, "multiply", 9), 3);
  });

  test("finishes a step that was asked for by hand, and rests", () => {
    const asked = forward(rested);
    assert.equal(advance(asked, SECONDS_BY_HAND / 2, bySteps).progress, 0.5);
    assert.equal(advance(asked, 3600, bySteps).progress, 1);
    assert.equal(advance(asked, 3600, bySteps).step, asked.step);
  });

  test("leaves a player at rest alone", () => {
    assert.equal(advance(rested, 1, bySteps), rested);
  });

  test("goes by another detail from where it is", () => {
    const inside = advance(playing, SECONDS_PER_STEP / 2, bySteps);
    assert.equal(advance(inside, 0.001, byPhases).target, endOf("multiply"));
  });
});

describe("advance(player, seconds, pace) with a loop", () => {
  const pace = { ...bySteps, isLooping: true };

  test("shows the whole output for a while, then starts anew", () => {
    const last = advance(playing, 9 * SECONDS_PER_STEP + LOOP_SECONDS / 2, pace);
    assert.deepEqual([last.step, last.progress, last.isPlaying], [8, 1, true]);
    const anew = advance(last, LOOP_SECONDS / 2 + 0.1, pace);
    assert.equal(anew.step, 0);
    assert.ok(anew.progress > 0 && anew.progress < 0.1);
  });

  test("plays on for ever, also with one step only", () => {
    assert.equal(advance(playing, 3600, pace).isPlaying, true);
    assert.equal(advance({ ...playing, stepCount: 1 }, 3600, pace).isPlaying, true);
  });

  test("ends where the loop is switched off while the output is looked at", () => {
    const last = advance(playing, 9 * SECONDS_PER_STEP + 0.1, pace);
    assert.equal(advance(last, 60, bySteps).halt, "done");
  });
});

describe("advance(player, seconds, pace) with a pause after each row", () => {
  const pace = { ...bySteps, isPausingAfterRows: true };

  test("stops on the last cell of a row, and plays on to that of the next", () => {
    const first = advance(playing, 3600, pace);
    assert.deepEqual([first.step, first.progress, first.halt], [2, 1, "paused"]);
    const second = advance(play(first, pace), 3600, pace);
    assert.deepEqual([second.step, second.halt], [5, "paused"]);
  });

  test("is done, and not paused, after the last row", () => {
    assert.equal(advance(play(seek(rested, 6), pace), 3600, pace).halt, "done");
  });

  test("stops after the last row too where it would start anew", () => {
    const looping = { ...pace, isLooping: true };
    const end = advance(play(seek(rested, 6), looping), 3600, looping);
    assert.deepEqual([end.step, end.halt], [8, "paused"]);
  });
});
