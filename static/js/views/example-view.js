/**
 * An example of the API page: its button sends the request and shows what comes back,
 * and further buttons copy the lines that send it from elsewhere.
 *
 * @typedef {object} Ask
 * @property {string} method
 * @property {string} address
 * @property {string | null} body
 *
 * @typedef {{ status: number, type: string, content: Blob }} Answer
 * @typedef {{ nodes: HTMLElement[], sentence: string }} Shown
 * @typedef {(ask: Ask, signal: AbortSignal) => Promise<Answer>} Asker
 */

import { jsonText } from "../format/json.js";
import { copyText } from "./copy.js";
import { element } from "./find.js";

const UNREACHABLE = "The server does not answer. Try again.";
const PROBLEM_TYPE = "application/problem+json";
const JSON_TYPE = /^application\/(.+\+)?json$/;
const TEXT_TYPE = /^(text\/(?!html)|application\/x-ndjson)/;

/**
 * @param {HTMLElement} root
 * @param {Asker} ask
 * @param {AbortSignal} signal
 */
export function mountExampleView(root, ask, signal) {
  const outcome = element(root, ".outcome");
  const place = element(root, ".answer");
  let running = new AbortController();

  async function run() {
    running.abort();
    running = new AbortController();
    const mine = running;
    outcome.textContent = "Asking …";
    try {
      const answer = await ask(askOf(root), mine.signal);
      const shown = await shownOf(answer, nameOf(root));
      if (!mine.signal.aborted) show(place, outcome, shown);
    } catch (error) {
      if (mine.signal.aborted) return;
      // fetch() says so when there is no answer; anything else is a mistake of ours.
      if (!(error instanceof TypeError)) throw error;
      outcome.textContent = UNREACHABLE;
      place.hidden = true;
    }
  }
  element(root, ".run").addEventListener("click", run, { signal });
  mountCopying(root, signal);
}

/**
 * @param {HTMLElement} root
 * @returns {Ask}
 */
function askOf(root) {
  const place = element(root, ".address");
  const body = root.querySelector(".body");
  return {
    method: root.dataset.method ?? "GET",
    address: place.getAttribute("href") ?? place.dataset.href ?? "",
    body: body && body.textContent,
  };
}

/** @param {HTMLElement} root */
function nameOf(root) {
  return `Answer: ${root.dataset.method} ${element(root, ".address").textContent}`;
}

/**
 * What is to be seen of an answer, and what is to be said about it.
 *
 * @param {Answer} answer
 * @param {string} name
 * @returns {Promise<Shown>}
 */
async function shownOf({ status, type, content }, name) {
  if (type.startsWith("image/")) {
    const sentence = `${status}: ${sizeOf(content)}, ${type}. It is shown below.`;
    return { nodes: [pictureOf(content, name)], sentence };
  }
  if (JSON_TYPE.test(type)) {
    const document = JSON.parse(await content.text());
    const nodes = [textOf(jsonText(document), name)];
    if (type === PROBLEM_TYPE)
      return { nodes: [linkOf(document.type), ...nodes], sentence: document.detail };
    return { nodes, sentence: `${status}: ${sizeOf(content)} of JSON, below.` };
  }
  if (TEXT_TYPE.test(type)) {
    const sentence = `${status}: ${sizeOf(content)} of ${type}, below.`;
    return { nodes: [textOf(await content.text(), name)], sentence };
  }
  const sentence = `${status}: ${sizeOf(content)}, ${type}. Open the address to see it.`;
  return { nodes: [], sentence };
}

/**
 * @param {HTMLElement} place
 * @param {HTMLElement} outcome
 * @param {Shown} shown
 */
function show(place, outcome, { nodes, sentence }) {
  for (const old of place.querySelectorAll("img")) URL.revokeObjectURL(old.src);
  place.replaceChildren(...nodes);
  place.hidden = false;
  outcome.textContent = sentence;
}

/**
 * Where a problem is explained.
 *
 * @param {string} type
 */
function linkOf(type) {
  const link = document.createElement("a");
  link.href = type;
  link.textContent = "What this means";
  return link;
}

/**
 * @param {Blob} content
 * @param {string} name
 */
function pictureOf(content, name) {
  const image = document.createElement("img");
  image.src = URL.createObjectURL(content);
  image.alt = name;
  return image;
}

/**
 * @param {string} text
 * @param {string} name
 */
function textOf(text, name) {
  const place = document.createElement("pre");
  place.textContent = text;
  // It scrolls, and somebody may have only a keyboard to scroll it with.
  place.tabIndex = 0;
  place.role = "region";
  place.ariaLabel = name;
  return place;
}

/** @param {Blob} content */
function sizeOf({ size }) {
  return size < 1024 ? `${size} bytes` : `${(size / 1024).toFixed(1)} KB`;
}

/** @type {(root: HTMLElement, signal: AbortSignal) => void} */
function mountCopying(root, signal) {
  const copied = element(root, ".copied");
  for (const button of root.querySelectorAll(".copy")) {
    const text = element(/** @type {HTMLElement} */ (button.closest(".line")), "pre");
    const select = () => getSelection()?.selectAllChildren(text);
    button.addEventListener(
      "click",
      async () => (copied.textContent = await copyText(text.textContent ?? "", select)),
      { signal },
    );
  }
}
