import assert from "node:assert/strict";
import { afterEach, describe, mock, test } from "node:test";
import {
  ApiProblem,
  camelCased,
  fetchTrace,
  UnreachableError,
} from "../../../static/js/api/client.js";

const { signal } = new AbortController();

/**
 * Let `fetch` answer with these, one after another.
 *
 * @param {...(() => Promise<any>)} answers
 */
function answerWith(...answers) {
  const queue = [...answers];
  return mock.method(globalThis, "fetch", () => queue.shift()?.());
}

/** @param {number} status @param {string} body */
const response = (status, body) => async () => new Response(body, { status });

afterEach(() => mock.restoreAll());

test("camelCased(document) renames every name at every depth, and no text", () => {
  assert.deepEqual(camelCased({ step_count: 1, steps: [{ running_sums: [1, 2], name: "a_b" }] }), {
    stepCount: 1,
    steps: [{ runningSums: [1, 2], name: "a_b" }],
  });
  assert.deepEqual(camelCased({ rows: [[1], [2]], nothing: null }), {
    rows: [[1], [2]],
    nothing: null,
  });
});

describe("fetchTrace(root, query, signal)", () => {
  test("asks once for a trace that has all of its steps", async () => {
    const fetched = answerWith(response(200, '{"step_count":1,"steps":[{"index":0}]}'));
    const trace = await fetchTrace("/api/v1", "kernel=box-3", signal);
    assert.deepEqual(trace.steps, [{ index: 0 }]);
    assert.deepEqual(
      fetched.mock.calls.map((call) => call.arguments[0]),
      ["/api/v1/conv2d?kernel=box-3"],
    );
  });

  test("fetches the steps of a long trace as lines", async () => {
    answerWith(
      response(200, '{"step_count":2,"steps":[]}'),
      response(200, '{"index":0,"padding_cells":1}\n{"index":1,"padding_cells":0}\n'),
    );
    const trace = await fetchTrace("/api/v1", "", signal);
    assert.deepEqual(trace.steps, [
      { index: 0, paddingCells: 1 },
      { index: 1, paddingCells: 0 },
    ]);
  });

  test("throws the server's own sentence", async () => {
    const errors = [{ pointer: "#/stride", detail: "stride must be …" }];
    answerWith(response(422, JSON.stringify({ detail: "stride must be …", errors })));
    await assert.rejects(fetchTrace("/api/v1", "", signal), (error) => {
      assert.ok(error instanceof ApiProblem);
      assert.equal(error.message, "stride must be …");
      assert.deepEqual(error.errors, errors);
      return true;
    });
  });

  test("calls a server unreachable that is away, and one that answers in a proxy's words", async () => {
    answerWith(async () => Promise.reject(new TypeError("Failed to fetch")));
    await assert.rejects(fetchTrace("/api/v1", "", signal), UnreachableError);
    mock.restoreAll();
    answerWith(response(502, "<html>Bad gateway</html>"));
    await assert.rejects(fetchTrace("/api/v1", "", signal), UnreachableError);
  });

  test("passes an abort on as it is", async () => {
    const controller = new AbortController();
    controller.abort();
    answerWith(async () => Promise.reject(new DOMException("aborted", "AbortError")));
    await assert.rejects(fetchTrace("/api/v1", "", controller.signal), { name: "AbortError" });
  });
});
