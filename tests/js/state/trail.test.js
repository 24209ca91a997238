import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { aimed, arrived, markOf, pushed, trailOf } from "../../../static/js/state/trail.js";

const RUN = 1234;
const fresh = trailOf(null, null, RUN);

/**
 * After some changes.
 *
 * @param {number} count
 */
function after(count) {
  return Array.from({ length: count }).reduce(
    (/** @type {typeof fresh} */ trail) => pushed(trail),
    fresh,
  );
}

/**
 * The browser follows a trail to its goal.
 *
 * @param {typeof fresh} trail
 */
const follow = (trail) => arrived(trail, { run: RUN, entry: trail.goal });

test("a fresh page has nothing to undo and nothing to redo", () => {
  assert.deepEqual(aimed(fresh, -1), fresh);
  assert.deepEqual(aimed(fresh, 1), fresh);
});

test("every change can be undone and redone, and no more than that", () => {
  let trail = after(3);
  for (const goal of [2, 1, 0, 0]) {
    trail = follow(aimed(trail, -1));
    assert.equal(trail.entry, goal);
  }
  for (const goal of [1, 2, 3, 3]) {
    trail = follow(aimed(trail, 1));
    assert.equal(trail.entry, goal);
  }
});

test("a change after an undo leaves nothing to redo", () => {
  const trail = pushed(follow(aimed(after(3), -1)));
  assert.deepEqual(aimed(trail, 1), trail);
  assert.equal(trail.last, 3);
});

test("undo pressed faster than the browser moves leads to where all presses lead", () => {
  let trail = aimed(aimed(after(3), -1), -1);
  assert.equal(trail.goal, 1);
  trail = arrived(trail, { run: RUN, entry: 2 });
  assert.deepEqual([trail.entry, trail.goal], [2, 1]);
  assert.deepEqual([follow(trail).entry, follow(trail).goal], [1, 1]);
});

test("the browser's own Back moves the trail too", () => {
  const trail = arrived(after(3), { run: RUN, entry: 1 });
  assert.deepEqual([trail.entry, trail.goal, trail.last], [1, 1, 3]);
});

test("a jump within the page is the same entry, with nothing ahead of it", () => {
  const trail = arrived(follow(aimed(after(2), -1)), null);
  assert.deepEqual([trail.entry, trail.goal, trail.last], [1, 1, 1]);
});

describe("trailOf(mark, kept, run)", () => {
  test("finds a reloaded page where it was", () => {
    const trail = follow(aimed(after(3), -1));
    const kept = { run: trail.run, last: trail.last };
    assert.deepEqual(trailOf(markOf(trail), kept, RUN + 1), trail);
  });

  test("knows of nothing ahead where the tab remembers another visit, or nothing", () => {
    for (const kept of [null, { run: RUN + 5, last: 9 }]) {
      assert.equal(trailOf({ run: RUN, entry: 2 }, kept, RUN + 1).last, 2);
    }
  });
});
