import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  goBack,
  goFirst,
  goForward,
  goLast,
  goTo,
  passTime,
  togglePlaying,
} from "../../../static/js/state/player-actions.js";
import { storeWith } from "./examples.js";

describe("steps by hand", () => {
  test("goForward, goBack, goFirst, goLast and goTo stay between the ends", () => {
    const store = storeWith();
    const stepAfter = (/** @type {(store: any) => void} */ act) => {
      act(store);
      return store.get().player.step;
    };
    assert.equal(stepAfter(goForward), 1);
    assert.equal(stepAfter(goForward), 1);
    assert.equal(stepAfter(goFirst), 0);
    assert.equal(stepAfter(goBack), 0);
    assert.equal(stepAfter(goLast), 1);
    assert.equal(
      stepAfter((each) => goTo(each, -5)),
      0,
    );
  });

  test("togglePlaying plays and pauses", () => {
    const store = storeWith();
    togglePlaying(store);
    assert.equal(store.get().player.isPlaying, true);
    togglePlaying(store);
    assert.equal(store.get().player.isPlaying, false);
  });
});

test("passTime(store, seconds) says whether more time would change more", () => {
  const store = storeWith();
  goForward(store);
  assert.equal(passTime(store, 0.1), true);
  assert.equal(passTime(store, 60), false);
});
