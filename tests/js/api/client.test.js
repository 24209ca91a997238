import assert from "node:assert/strict";
import { afterEach, describe, mock, test } from "node:test";
import { ApiProblem, fetchTrace, UnreachableError } from "../../../static/js/api/client.js";

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

/** A step and a trace on the wire, with no more in them than this file asks about. */
const step = { index: 0, padding_cells: 1, sum: 6, patch: [[2]], products: [[6]] };
const trace = {
  input: [[2]],
  padded_input: [[2]],
  kernel: [[3]],
  applied_kernel: [[3]],
  divisor: 1,
  bias: 0,
  precision: {},
  output: [[6]],
  step_count: 1,
  steps: [step],
};

afterEach(() => mock.restoreAll());

describe("fetchTrace(root, operation, query, signal)", () => {
  test("asks once for a trace that has all of its steps", async () => {
    const fetched = answerWith(response(200, JSON.stringify(trace)));
    const { steps } = await fetchTrace("/api/v1", "conv2d", "kernel=box-3", signal);
    assert.deepEqual(
      steps.map(({ index }) => index),
      [0],
    );
    assert.deepEqual(
      fetched.mock.calls.map((call) => call.arguments[0]),
      ["/api/v1/conv2d?kernel=box-3"],
    );
  });

  test("fetches the steps of a long trace as lines", async () => {
    const lines = [step, { ...step, index: 1, padding_cells: 0 }];
    answerWith(
      response(200, JSON.stringify({ ...trace, step_count: 2, steps: [] })),
      response(200, lines.map((line) => `${JSON.stringify(line)}\n`).join("")),
    );
    const { steps } = await fetchTrace("/api/v1", "conv2d", "", signal);
    assert.deepEqual(
      steps.map(({ index, paddingCells, products }) => [index, paddingCells, products]),
      [
        [0, 1, [[[6]]]],
        [1, 0, [[[6]]]],
      ],
    );
  });

  test("throws the server's own sentence", async () => {
    const errors = [{ pointer: "#/stride", detail: "stride must be …" }];
    answerWith(response(422, JSON.stringify({ detail: "stride must be …", errors })));
    await assert.rejects(fetchTrace("/api/v1", "conv2d", "", signal), (error) => {
      assert.ok(error instanceof ApiProblem);
      assert.equal(error.message, "stride must be …");
      assert.deepEqual(error.errors, errors);
      return true;
    });
  });

  test("calls a server unreachable that is away, and one that answers in a proxy's words", async () => {
    answerWith(async () => Promise.reject(new TypeError("Failed to fetch")));
    await assert.rejects(fetchTrace("/api/v1", "conv2d", "", signal), UnreachableError);
    mock.restoreAll();
    answerWith(response(502, "<html>Bad gateway</html>"));
    await assert.rejects(fetchTrace("/api/v1", "conv2d", "", signal), UnreachableError);
  });

  test("passes an abort on as it is", async () => {
    const controller = new AbortController();
    controller.abort();
    answerWith(async () => Promise.reject(new DOMException("aborted", "AbortError")));
    await assert.rejects(fetchTrace("/api/v1", "conv2d", "", controller.signal), {
      name: "AbortError",
    });
  });
});
