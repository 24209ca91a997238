/**
 * What the Step page knows.  Everything else on the page follows from it.
 *
 * @typedef {import("../api/trace.js").Trace} Trace
 * @typedef {import("../api/trace.js").Step} Step
 * @typedef {import("../api/trace.js").Kernel} Kernel
 * @typedef {import("../api/client.js").ProblemDetail} ProblemDetail
 * @typedef {import("../player/player.js").Player} Player
 * @typedef {import("./links.js").Place} Place
 *
 * @typedef {Record<string, string>} Settings  the convolution as it stands in the address: input, kernel, stride …
 *
 * @typedef {object} Problem
 * @property {string} detail          the sentence to show
 * @property {ProblemDetail[]} errors which settings it is about; empty when about none
 * @property {boolean} isUnreachable  the server did not answer, so trying again may help
 *
 * @typedef {import("./extras.js").Extra} Extra
 * @typedef {import("./extras.js").ExtraName} ExtraName
 *
 * @typedef {object} State
 * @property {Trace} trace            what is on screen
 * @property {Settings} settings      what the visitor asks for; differs from the trace while it loads
 * @property {number} edit            which change of the settings that is, counted; one for a whole movement
 * @property {Settings} shown         the settings that the trace answers
 * @property {Player} player
 * @property {Problem | null} problem
 * @property {boolean} isLoading
 * @property {boolean} isStill        no motion: the visitor's system or the address asks for none
 * @property {string} themeBefore     what presenting goes back to
 * @property {boolean} isBlank        the screen is black, so that the class looks at the teacher
 * @property {import("./trail.js").Trail} trail  what can be undone and redone
 * @property {number | null} returningTo  the step to return to, while its convolution is on its way
 * @property {Place | null} pointed   what the visitor points at
 * @property {Place | null} pinned    what stays lit until it is let go
 * @property {Record<ExtraName, Extra>} extras  answers that only an open panel needs
 * @property {string} codeTab         which text of the code panel is open
 * @property {Settings} view          how it is shown: every choice of the page, by its name in the address
 *
 * @typedef {import("./store.js").Store<State>} StepStore
 *
 * @typedef {object} Boot             what the server put into the page
 * @property {string} api             where the API is
 * @property {any} trace              the trace, in the wire's own names; steps may be missing
 * @property {Settings} settings
 * @property {Settings} defaults
 * @property {number} step            from 1
 * @property {import("../player/stops.js").Phase} phase
 * @property {boolean} isPlaying
 * @property {Settings} view
 * @property {Settings} viewDefaults
 */

import { traceFrom } from "../api/trace.js";
import { newPlayer } from "../player/player.js";
import { endOf } from "../player/stops.js";
import { trailOf } from "./trail.js";

/** @type {Extra} */
const NOTHING_YET = { value: null, problem: "" };

/**
 * @param {Boot} boot
 * @param {boolean} prefersStill  whether the visitor's system asks for reduced motion
 * @returns {State}
 */
export function initialState(boot, prefersStill) {
  const trace = inPicture(traceFrom(boot.trace), boot.view.picture);
  const progress = endOf(boot.phase);
  return {
    trace,
    settings: boot.settings,
    edit: 0,
    shown: boot.settings,
    player: {
      ...newPlayer(trace.stepCount),
      step: boot.step - 1,
      progress,
      target: progress,
      speed: Number(boot.view.speed),
    },
    problem: null,
    isLoading: false,
    isStill: prefersStill || boot.view.motion === "off",
    themeBefore: "auto",
    isBlank: false,
    trail: trailOf(null, null, 0),
    returningTo: null,
    pointed: null,
    pinned: null,
    extras: { programs: NOTHING_YET, step: NOTHING_YET, comparison: NOTHING_YET },
    codeTab: "numpy",
    view: boot.view,
  };
}

/**
 * A transposed convolution in one of its two pictures; an ordinary one has none.
 *
 * @param {Trace} trace
 * @param {string | undefined} picture
 * @returns {Trace}
 */
export function inPicture(trace, picture) {
  return trace.pictures?.[picture === "scatter" ? "scatter" : "gather"] ?? trace;
}
