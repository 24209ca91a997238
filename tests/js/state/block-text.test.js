import assert from "node:assert/strict";
import { describe, test } from "node:test";
import * as blockText from "../../../static/js/state/block-text.js";

/** @param {string} text */
const read = (text) => blockText.readBlock(text).map((cells) => cells.join("|"));

describe("readBlock(text)", () => {
  test("reads what a spreadsheet copies: tabs, line ends of Windows, one at the end", () => {
    assert.deepEqual(read("1\t2\t3\r\n4\t5\t6\r\n"), ["1|2|3", "4|5|6"]);
  });

  test("reads a decimal comma where something else separates the cells", () => {
    assert.deepEqual(read("1,5\t2\n−3,25\t4"), ["1.5|2", "−3.25|4"]);
    assert.deepEqual(read("1,5;2,5\n3;4"), ["1.5|2.5", "3|4"]);
    assert.deepEqual(read("1,5 2,5\n3 4"), ["1.5|2.5", "3|4"]);
  });

  test("reads commas, semicolons, spaces and an address", () => {
    assert.deepEqual(read("1,2\n3,4"), ["1|2", "3|4"]);
    assert.deepEqual(read("1, 2\n3, 4"), ["1|2", "3|4"]);
    assert.deepEqual(read(" 1  2\n-3  4"), ["1|2", "-3|4"]);
    assert.deepEqual(read("1,2;3,4"), ["1|2", "3|4"]);
    assert.deepEqual(read("1;2;\n3;4;"), ["1|2", "3|4"]);
    assert.deepEqual(read("1 2;3 4"), ["1|2", "3|4"]);
  });

  test("reads lists of Python and what NumPy prints", () => {
    assert.deepEqual(read("[[1, 2], [3, -4]]"), ["1|2", "3|-4"]);
    assert.deepEqual(read("[[1, 2],\n [3, -4],]"), ["1|2", "3|-4"]);
    assert.deepEqual(read("[[ 1 -2]\n [ 3  4]]"), ["1|-2", "3|4"]);
    assert.deepEqual(read("[[1. 2.]\n [3. 4.]]"), ["1.|2.", "3.|4."]);
  });

  test("counts empty cells of a spreadsheet as 0 and keeps fractions", () => {
    assert.deepEqual(read("1\t\t3\n\t5\t"), ["1|0|3", "0|5|0"]);
    assert.deepEqual(read("1/9\t2/9"), ["1/9|2/9"]);
  });

  test("keeps rows that differ in length, which the server refuses", () => {
    assert.deepEqual(read("1,2\n3"), ["1|2", "3"]);
  });

  test("makes one cell of whatever has no separator", () => {
    assert.deepEqual(read("5"), ["5"]);
    assert.deepEqual(read(""), ["0"]);
    assert.deepEqual(read("🙂"), ["🙂"]);
  });
});

describe("several channels and a divisor", () => {
  test("readBlocks and writeBlocks are each other's inverse", () => {
    const channels = [[["1", "2"]], [["3", "-4.5"]]];
    assert.equal(blockText.writeBlocks(channels), "1, 2\n\n3, -4.5");
    assert.deepEqual(blockText.readBlocks("1, 2\r\n\r\n3, -4.5\n"), channels);
    assert.deepEqual(blockText.readBlocks("1,2:3,-4.5"), channels);
  });

  test("readKernelBlock and writeKernelBlock keep the divisor on a line of its own", () => {
    const kernel = {
      channels: [
        [
          ["1", "2"],
          ["3", "4"],
        ],
      ],
      divisor: "9",
    };
    assert.equal(blockText.writeKernelBlock(kernel), "1, 2\n3, 4\n/ 9");
    assert.deepEqual(blockText.readKernelBlock("1, 2\n3, 4\n/ 9"), kernel);
    assert.deepEqual(blockText.readKernelBlock("1,2;3,4/9"), kernel);
  });

  test("a fraction in the last cell of several lines is a cell", () => {
    assert.deepEqual(blockText.readKernelBlock("0 0\n0 1/9"), {
      channels: [
        [
          ["0", "0"],
          ["0", "1/9"],
        ],
      ],
      divisor: "1",
    });
  });
});
