import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { shareFrom } from "../../../static/js/api/share.js";

describe("shareFrom(document)", () => {
  test("names every text once, a file by its kind and its ending", () => {
    const texts = shareFrom({
      page: "http://test/",
      image: { svg: "http://test/a.svg", png: "http://test/a.png" },
      film_alt: "Two steps.",
    });
    assert.deepEqual(Object.fromEntries(texts), {
      page: "http://test/",
      "image.svg": "http://test/a.svg",
      "image.png": "http://test/a.png",
      filmAlt: "Two steps.",
    });
  });
});
