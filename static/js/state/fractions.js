/**
 * Fractions typed into a kernel: whole numerators over one divisor, which is how the
 * address writes a kernel.  Exact, because whole numbers of any size are.
 *
 * @typedef {{ over: bigint, under: bigint }} Fraction  under > 0
 */

const DECIMAL = /^([+\-−]?)(?=\.?\d)(\d{0,20})(?:\.(\d{0,20}))?(?:e([+-]?\d{1,2}))?$/i;

/**
 * Whether a text is one fraction, such as 1/9 or −2.5/3.
 *
 * @param {string} text
 */
export function isFraction(text) {
  return text.includes("/") && read(text) !== null;
}

/**
 * A kernel in which a cell may be a fraction, over the least divisor that makes all
 * of its cells whole.  A cell without a fraction is a numerator over the divisor so
 * far, as it stands on the screen; without any fraction, all stays as it is.  Text
 * that is no number stays too: the server says what is wrong with it.
 *
 * @param {string[][][]} channels
 * @param {string} divisor  so far, a whole number
 * @returns {{ channels: string[][][], divisor: string }}
 */
export function overOneDivisor(channels, divisor) {
  if (!channels.flat(2).some(isFraction)) return { channels, divisor };
  // A divisor of 0 is refused; until it is mended, it divides by nothing.
  const former = BigInt(divisor) || 1n;
  /** @param {string} text */
  const weight = (text) => {
    const value = read(text);
    if (!value || isFraction(text)) return value;
    return { over: value.over, under: value.under * former };
  };
  const weights = channels
    .flat(2)
    .map(weight)
    .filter((each) => each !== null);
  const common = weights.reduce(
    (least, { over, under }) => multiple(least, under / gcd(over, under)),
    1n,
  );
  /** @param {string} text */
  const numerator = (text) => {
    const value = weight(text);
    return value ? String((value.over * common) / value.under) : text;
  };
  return {
    channels: channels.map((rows) => rows.map((cells) => cells.map(numerator))),
    divisor: String(common),
  };
}

/**
 * @param {string} text  a number, or two with a "/" between them
 * @returns {Fraction | null}
 */
function read(text) {
  const [over, under = { over: 1n, under: 1n }, ...more] = text.split("/").map(readDecimal);
  if (!over || !under || under.over === 0n || more.length) return null;
  const sign = under.over < 0n ? -1n : 1n;
  return { over: sign * over.over * under.under, under: sign * over.under * under.over };
}

/**
 * @param {string} text
 * @returns {Fraction | null}
 */
function readDecimal(text) {
  const found = DECIMAL.exec(text.trim());
  if (!found) return null;
  const [sign, whole, part, exponent] = found.slice(1).map((each) => each ?? "");
  const digits = BigInt(`${whole}${part}`) * (sign === "-" || sign === "−" ? -1n : 1n);
  const power = Number(exponent) - (part ?? "").length;
  const scale = 10n ** BigInt(Math.abs(power));
  return power < 0 ? { over: digits, under: scale } : { over: digits * scale, under: 1n };
}

/** @type {(one: bigint, other: bigint) => bigint} */
function gcd(one, other) {
  if (other === 0n) return one < 0n ? -one : one;
  return gcd(other, one % other);
}

/** @type {(one: bigint, other: bigint) => bigint} */
function multiple(one, other) {
  return (one / gcd(one, other)) * other;
}
