/**
 * State ⇄ address.  Settings are kept as the very texts of the query string, so
 * nothing is parsed here: the server reads them.
 *
 * @typedef {import("./state.js").State} State
 * @typedef {import("./state.js").Settings} Settings
 */

import { currentPhase } from "./selectors.js";

/**
 * The settings that differ from the defaults, as a query string without "?".
 *
 * @param {Settings} settings
 * @param {Settings} defaults
 * @returns {string}
 */
export function queryOf(settings, defaults) {
  return Object.entries(settings)
    .filter(([name, value]) => value !== defaults[name])
    .map(([name, value]) => `${name}=${readable(value)}`)
    .join("&");
}

/** The place in a step that an address need not name. */
const START = { step: "1", phase: "write" };

/**
 * The address of what is on screen.
 *
 * @param {State} state
 * @param {{ defaults: Settings, viewDefaults: Settings }} boot
 * @returns {string} "?…", or "" where everything is as by default
 */
export function searchOf(state, { defaults, viewDefaults }) {
  const { player, shown, view } = state;
  const phase = player.isPlaying || player.target === 1 ? "write" : currentPhase(state);
  const place = queryOf({ step: String(player.step + 1), phase }, START);
  const parts = [queryOf(shown, defaults), place, queryOf(view, viewDefaults)];
  const query = parts.filter(Boolean).join("&");
  return query && `?${query}`;
}

/**
 * What an address asks for.
 *
 * @param {string} search
 * @param {Settings} defaults
 * @returns {{ settings: Settings, step: number }} step from 0
 */
export function readSearch(search, defaults) {
  const parameters = new URLSearchParams(search);
  const settings = Object.fromEntries(
    Object.entries(defaults).map(([name, value]) => [name, parameters.get(name) ?? value]),
  );
  return { settings, step: Number(parameters.get("step") ?? 1) - 1 };
}

/**
 * Escaped, but for the characters that make a grid readable and need no escape.
 *
 * @param {string} value
 */
function readable(value) {
  return encodeURIComponent(value)
    .replaceAll("%2C", ",")
    .replaceAll("%3B", ";")
    .replaceAll("%2F", "/");
}
