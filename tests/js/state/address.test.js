import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { newPlayer } from "../../../static/js/player/player.js";
import { queryOf, readSearch, searchOf } from "../../../static/js/state/address.js";

const defaults = { input: "demo", kernel: "prewitt-x", stride: "1" };
const viewDefaults = { theme: "auto", speed: "1" };
const boot = { defaults, viewDefaults };

/** @param {object} change */
function stateWith(change) {
  return /** @type {any} */ ({
    shown: defaults,
    view: viewDefaults,
    isStill: false,
    player: newPlayer(16),
    ...change,
  });
}

describe("queryOf(settings, defaults)", () => {
  test("names only what differs from the defaults", () => {
    assert.equal(queryOf({ ...defaults, stride: "2" }, defaults), "stride=2");
    assert.equal(queryOf(defaults, defaults), "");
  });

  test("leaves a grid readable and escapes what could mean something else", () => {
    assert.equal(queryOf({ ...defaults, kernel: "1,0;0,1/2" }, defaults), "kernel=1,0;0,1/2");
    assert.equal(queryOf({ ...defaults, input: "a&b=#" }, defaults), "input=a%26b%3D%23");
  });
});

describe("searchOf(state, boot)", () => {
  test("is empty where everything is as by default", () => {
    assert.equal(searchOf(stateWith({}), boot), "");
  });

  test("holds the step counted from 1, the phase, and what is shown in another way", () => {
    const player = { ...newPlayer(16), step: 5, progress: 0.15, target: 0.15 };
    assert.equal(
      searchOf(stateWith({ player, view: { theme: "dark", speed: "2" } }), boot),
      "?step=6&phase=place&theme=dark&speed=2",
    );
  });

  test("does not change while a step is being calculated", () => {
    const player = { ...newPlayer(16), step: 5 };
    const early = searchOf(stateWith({ player: { ...player, progress: 0.1 } }), boot);
    assert.equal(early, searchOf(stateWith({ player }), boot));
  });
});

test("readSearch(search, defaults) gives back what searchOf wrote", () => {
  const shown = { ...defaults, input: "1,2;3,4", stride: "2,1" };
  const player = { ...newPlayer(16), step: 3 };
  const search = searchOf(stateWith({ shown, player }), boot);
  assert.deepEqual(readSearch(search, defaults), { settings: shown, step: 3 });
});
