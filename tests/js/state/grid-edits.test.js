import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { cellText, laidOn, resized, sizeOf } from "../../../static/js/state/grid-edits.js";
import { readChannels, writeChannels } from "../../../static/js/state/grid-text.js";

describe("cellText(typed)", () => {
  test("keeps a number as it was typed, with a decimal comma as a point", () => {
    assert.equal(cellText(" -2.50 "), "-2.50");
    assert.equal(cellText("1,5"), "1.5");
    assert.equal(cellText("1/9"), "1/9");
  });

  test("counts an empty cell as 0", () => {
    assert.equal(cellText("  "), "0");
  });

  test("lets nothing through that would make two cells of one", () => {
    for (const typed of ["1;2", "1:2", "1,2,3", "1::2", ",;:"]) {
      assert.doesNotMatch(cellText(typed), /[,;:]/, typed);
      assert.doesNotMatch(cellText(typed), /^\d*$/, typed);
    }
  });
});

/** @type {(text: string, channel: number, row: number, column: number, block: string[][]) => string} */
function lay(text, channel, row, column, block) {
  return writeChannels(laidOn(readChannels(text), channel, { row, column }, block));
}

describe("laidOn(channels, channel, start, block)", () => {
  test("writes a block over the cells that it covers", () => {
    const block = [
      ["a", "b"],
      ["c", "d"],
    ];
    assert.equal(lay("1,2,3;4,5,6;7,8,9", 0, 1, 1, block), "1,2,3;4,a,b;7,c,d");
    assert.equal(lay("1,2;3,4", 0, 0, 0, [["9"]]), "9,2;3,4");
  });

  test("lets the grid grow as far as the block reaches, with zeros beside it", () => {
    assert.equal(lay("1,2;3,4", 0, 1, 1, [["a", "b"], ["c"]]), "1,2,0;3,a,b;0,c,0");
  });

  test("writes on one channel and lets all of them grow", () => {
    assert.equal(lay("1:2:3", 1, 0, 1, [["9"]]), "1,0:2,9:3,0");
  });
});

test("resized(channels, rows, columns) cuts off and fills up at the bottom and on the right", () => {
  const channels = readChannels("1,2;3,4:5,6;7,8");
  assert.equal(writeChannels(resized(channels, 1, 3)), "1,2,0:5,6,0");
  assert.equal(writeChannels(resized(channels, 3, 1)), "1;3;0:5;7;0");
});

test("sizeOf(channels) is rows and columns", () => {
  assert.deepEqual(sizeOf(readChannels("1,2,3;4,5,6:0,0,0;0,0,0")), [2, 3]);
});
