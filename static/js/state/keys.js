/**
 * Every key of the page, declared once: the handler, the help, `aria-keyshortcuts` and
 * docs/keyboard.md follow from this list.
 *
 * A chord is written as `KeyboardEvent.key` has it, letters as capitals, behind the
 * modifiers that must be down: "Shift+ArrowRight", "Ctrl+Shift+Z".  Ctrl stands for the
 * command key of a Mac too.
 *
 * @typedef {import("./commands.js").Command} Command
 *
 * @typedef {object} Key
 * @property {string[]} chords
 * @property {string} does         in words
 * @property {Command} command
 * @property {boolean} [isEverywhere]  works wherever no text is typed: also on the slider, in a grid
 * @property {boolean} [isOnce]    held down, it is one press
 *
 * @typedef {{ title: string, keys: readonly Key[] }} KeyGroup
 */

/** @type {readonly KeyGroup[]} */
export const KEY_GROUPS = [
  {
    title: "Steps",
    keys: [
      { chords: ["ArrowRight"], does: "next step, whatever the detail", command: "forward" },
      { chords: ["ArrowLeft"], does: "previous step, finished", command: "back" },
      {
        chords: ["PageDown"],
        does: "next in the chosen detail; a presenter’s remote",
        command: "next",
        isEverywhere: true,
      },
      {
        chords: ["PageUp"],
        does: "previous in the chosen detail; a remote, too",
        command: "previous",
        isEverywhere: true,
      },
      { chords: ["Shift+ArrowRight"], does: "start of the next output row", command: "nextRow" },
      {
        chords: ["Shift+ArrowLeft"],
        does: "start of this output row, then of the one before",
        command: "previousRow",
      },
      { chords: ["Home"], does: "first step", command: "first" },
      { chords: ["End"], does: "last step", command: "last" },
      { chords: ["R", "Alt+R"], does: "restart from step 1", command: "restart", isOnce: true },
    ],
  },
  {
    title: "Playing",
    keys: [
      {
        chords: [" "],
        does: "play and pause; from the end, play from the first step",
        command: "play",
        isOnce: true,
      },
      { chords: ["+"], does: "faster", command: "faster" },
      { chords: ["-"], does: "slower", command: "slower" },
    ],
  },
  {
    title: "Detail: what Next, Page Down and Play take as one",
    keys: [
      { chords: ["1"], does: "a whole step", command: "detailStep" },
      { chords: ["2"], does: "a phase: place, multiply, add, write", command: "detailPhases" },
      { chords: ["3"], does: "a single product", command: "detailProducts" },
      {
        chords: ["4"],
        does: "a single product, then a single term of the running sum",
        command: "detailSums",
      },
    ],
  },
  {
    title: "Changes",
    keys: [
      { chords: ["Ctrl+Z"], does: "undo the last change of the settings", command: "undo" },
      { chords: ["Ctrl+Shift+Z", "Ctrl+Y"], does: "redo it", command: "redo" },
    ],
  },
  {
    title: "Pointing",
    keys: [
      {
        chords: ["Escape"],
        does: "let go of the cell that a click or Space has pinned",
        command: "release",
        isEverywhere: true,
        isOnce: true,
      },
    ],
  },
  {
    title: "Presenting",
    keys: [
      { chords: ["P"], does: "projector theme on and off", command: "present", isOnce: true },
      {
        chords: ["F"],
        does: "full screen; Escape leaves it",
        command: "fullscreen",
        isOnce: true,
      },
      {
        chords: [".", "B"],
        does: "black screen; one of them, Escape or a click ends it",
        command: "blank",
        isOnce: true,
      },
      { chords: ["?", "F1"], does: "these keys", command: "help", isOnce: true },
    ],
  },
];

const CHANGES = ["undo", "redo"];

/** The keys of a page on which nothing but the step changes. */
export const STEPPING_KEY_GROUPS = KEY_GROUPS.filter(({ keys }) =>
  keys.every(({ command }) => !CHANGES.includes(command)),
);

export const KEYS = KEY_GROUPS.flatMap(({ keys }) => keys);

/** @type {Record<string, string>} How a key is named where it cannot be shown as it is. */
const NAMES = {
  ArrowRight: "→",
  ArrowLeft: "←",
  PageDown: "Page Down",
  PageUp: "Page Up",
  " ": "Space",
  "-": "−",
};

/** @type {Record<string, string>} Where aria-keyshortcuts wants another name. */
const SHORTCUT_NAMES = { " ": "Space", "+": "Plus", Ctrl: "Control" };

/**
 * The keys of a chord, as people name them: "Shift", "→".
 *
 * @param {string} chord
 * @returns {string[]}
 */
export function keyNames(chord) {
  return partsOf(chord).map((part) => NAMES[part] ?? part);
}

/**
 * All chords that lead to some commands, as aria-keyshortcuts wants them.
 *
 * @param {...Command} commands
 * @returns {string}
 */
export function shortcutsOf(...commands) {
  return KEYS.filter(({ command }) => commands.includes(command))
    .flatMap(({ chords }) => chords)
    .map((chord) =>
      partsOf(chord)
        .map((part) => SHORTCUT_NAMES[part] ?? part)
        .join("+"),
    )
    .join(" ");
}

/**
 * Whether a chord is a single letter, digit or symbol, which the visitor may switch off (WCAG 2.1.4).
 *
 * @param {string} chord
 */
export function isCharacter(chord) {
  return chord.length === 1 && chord !== " ";
}

/**
 * @param {string} chord
 * @param {readonly Key[]} keys  those that there are
 * @returns {Key | undefined}
 */
export function keyOf(chord, keys = KEYS) {
  return keys.find(({ chords }) => chords.includes(chord));
}

/**
 * The chord of a key press.  Shift is part of it only where it changes no character:
 * "?" is "?" wherever it lies on the keyboard.
 *
 * @param {{ key: string, code: string }} press
 * @param {(modifier: string) => boolean} isDown
 * @returns {string}
 */
export function chordOf({ key, code }, isDown) {
  const [isCtrl, isAlt] = [isDown("Control") || isDown("Meta"), isDown("Alt")];
  const modifiers = [
    ["Ctrl", isCtrl],
    ["Alt", isAlt],
    ["Shift", isDown("Shift") && (isCtrl || !isCharacter(key))],
  ];
  // With Alt, a Mac's R is "®".
  const name = isAlt && code.startsWith("Key") ? code.slice(3) : key;
  const held = modifiers.filter(([, isHeld]) => isHeld).map(([modifier]) => modifier);
  return [...held, isCharacter(name) ? name.toUpperCase() : name].join("+");
}

/** @param {string} chord */
function partsOf(chord) {
  return chord === "+" ? ["+"] : chord.split("+");
}
