/**
 * Turn the browser's frames into elapsed seconds.  Runs only while it is wanted,
 * so that a paused page costs nothing.
 */

/** A tab that was in the background for minutes must not play them all at once. */
const LONGEST_FRAME_SECONDS = 0.25;

/**
 * @param {(callback: (milliseconds: number) => void) => number} requestFrame
 * @param {(seconds: number) => boolean} onElapsed  says whether time is still wanted
 * @returns {() => void} starts the clock; does nothing while it runs
 */
export function createClock(requestFrame, onElapsed) {
  let isRunning = false;
  /** @type {number | null} */
  let last = null;

  /** @param {number} milliseconds */
  function frame(milliseconds) {
    const seconds = last === null ? 0 : (milliseconds - last) / 1000;
    last = milliseconds;
    isRunning = onElapsed(Math.min(seconds, LONGEST_FRAME_SECONDS));
    if (isRunning) requestFrame(frame);
  }

  return () => {
    if (isRunning) return;
    isRunning = true;
    last = null;
    requestFrame(frame);
  };
}
