import assert from "node:assert/strict";
import { test } from "node:test";

import { jsonText } from "../../../static/js/format/json.js";

test("a list of numbers stands on one line, whatever holds it", () => {
  const document = { patch: [[1, -2], [3.5]], value: 2, links: {} };
  assert.equal(
    jsonText(document),
    '{\n  "patch": [\n    [1, -2],\n    [3.5]\n  ],\n  "value": 2,\n  "links": {}\n}',
  );
});

test("what is written is the document again", () => {
  const document = { text: "a [ 1, 2 ] b", empty: [], deep: [[{ rows: [1] }]] };
  assert.deepEqual(JSON.parse(jsonText(document)), document);
});
