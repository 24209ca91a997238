/**
 * Undo and redo are the browser's Back and Forward, as far as the entries are our own.
 * Each entry of the browser's history carries its number; this module knows where we are.
 *
 * @typedef {object} Trail
 * @property {number} run    which visit of the page the numbers belong to
 * @property {number} entry  where the browser is
 * @property {number} last   the newest entry
 * @property {number} goal   where undo and redo lead; the same as entry when nothing is under way
 *
 * @typedef {{ run: number, entry: number }} Mark  what an entry carries
 */

/**
 * The trail of a page that has just been loaded: a new one, or the one that it was left on.
 *
 * @param {Mark | null} mark                                 what the browser's entry carries
 * @param {{ run: number, last: number } | null} kept        what the tab remembers
 * @param {number} run                                       a number that no other visit has
 * @returns {Trail}
 */
export function trailOf(mark, kept, run) {
  if (!mark) return { run, entry: 0, last: 0, goal: 0 };
  const { entry } = mark;
  const last = kept?.run === mark.run ? Math.max(kept.last, entry) : entry;
  return { run: mark.run, entry, last, goal: entry };
}

/**
 * @param {Trail} trail
 * @returns {Mark}
 */
export function markOf({ run, entry }) {
  return { run, entry };
}

/**
 * A new entry behind this one; those that could have been redone are gone.
 *
 * @param {Trail} trail
 * @returns {Trail}
 */
export function pushed({ run, entry }) {
  return { run, entry: entry + 1, last: entry + 1, goal: entry + 1 };
}

/**
 * Aim some entries further; never beyond our own.
 *
 * @param {Trail} trail
 * @param {number} by  -1 to undo, 1 to redo
 * @returns {Trail}
 */
export function aimed(trail, by) {
  return { ...trail, goal: Math.min(Math.max(trail.goal + by, 0), trail.last) };
}

/**
 * The browser has moved to an entry.  One without a mark is a jump within the page: it
 * stands for the same entry, and nothing lies ahead of it.
 *
 * @param {Trail} trail
 * @param {Mark | null} mark
 * @returns {Trail}
 */
export function arrived(trail, mark) {
  const entry = mark?.run === trail.run ? mark.entry : trail.entry;
  const isUnderWay = trail.goal !== trail.entry && mark !== null;
  return {
    ...trail,
    entry,
    last: mark ? trail.last : entry,
    goal: isUnderWay ? trail.goal : entry,
  };
}
