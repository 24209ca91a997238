"""What people, programs and attackers write where a number belongs, and the few of it that are numbers."""

from dataclasses import dataclass
from urllib.parse import quote, quote_from_bytes

DIGITS = "9" * 400

NOT_JSON = {
    "nothing": "",
    "python nan": "nan",
    "python inf": "inf",
    "infinity in small letters": "infinity",
    "python True": "True",
    "python None": "None",
    "undefined": "undefined",
    "plus": "+1",
    "two minuses": "--1",
    "true minus": "−1",
    "minus and space": "- 1",
    "leading zero": "01",
    "point at the start": ".5",
    "point at the end": "1.",
    "two points": "1.2.3",
    "exponent without digits": "1e",
    "exponent of a sign": "1e+",
    "hexadecimal": "0x10",
    "binary": "0b1",
    "octal": "0o7",
    "underscore": "1_000",
    "apostrophe": "1'000",
    "space inside": "1 2",
    "fraction": "1/2",
    "imaginary": "1j",
    "long": "1L",
    "brackets": "(1)",
    "single quotes": "'1'",
    "unclosed string": '"1',
    "comment": "1 // one",
    "arabic digits": "١٢",
    "fullwidth digit": "１",
    "superscript": "²",
    "half": "½",
    "infinity sign": "∞",
    "byte order mark": "\ufeff1",
    "NUL": "\x00",
    "raw line break in a string": '"\n"',
    "5000 digits": "9" * 5000,
}
"""Literals that make a body unreadable: 400."""

NOT_A_NUMBER = {
    "NaN": "NaN",
    "Infinity": "Infinity",
    "minus Infinity": "-Infinity",
    "1e400": "1e400",
    "minus 1e400": "-1e400",
    "1e308": "1e308",
    "one more than the limit": "1000001",
    "one less than the limit": "-1000001",
    "a little more than the limit": "1000000.0001",
    "beyond 53 bits": "9007199254740993",
    "beyond 64 bits": "18446744073709551616",
    "400 digits": DIGITS,
    "minus 400 digits": f"-{DIGITS}",
    "exponent of 400 digits": f"1e{DIGITS}",
    "text 1": '"1"',
    "text 1.0": '"1.0"',
    "text with spaces": '" 1 "',
    "text with an underscore": '"1_000"',
    "text nan": '"nan"',
    "text NaN": '"NaN"',
    "text inf": '"inf"',
    "text Infinity": '"Infinity"',
    "text hexadecimal": '"0x10"',
    "text 1e5": '"1e5"',
    "text true": '"true"',
    "text null": '"null"',
    "text of nothing": '""',
    "text of a space": '" "',
    "text of a NUL": r'"\u0000"',
    "text in arabic digits": '"١٢"',
    "text of a half": '"½"',
    "lone surrogate": r'"\ud800"',
    "surrogates the wrong way round": r'"\udc00\ud800"',
    "text of 400 digits": f'"{DIGITS}"',
    "script": '"<script>alert(1)</script>"',
    "true": "true",
    "false": "false",
    "null": "null",
    "list of nothing": "[]",
    "list of a list": "[[]]",
    "list of one": "[1]",
    "list of null": "[null]",
    "object": "{}",
    "object with a name": '{"a": 1}',
    "prototype": '{"__proto__": {"x": 1}}',
}
"""JSON that is no number within the limits: 422 wherever a number belongs."""

NUMBERS = {
    "zero": ("0", 0),
    "minus zero": ("-0", 0),
    "one": ("1", 1),
    "the limit": ("1000000", 1_000_000),
    "decimal zero": ("0.0", None),
    "decimal minus zero": ("-0.0", None),
    "decimal one": ("1.0", None),
    "1E0": ("1E0", None),
    "0e999": ("0e999", None),
    "1e-400, which is 0": ("1e-400", None),
    "minus 1e-400, which is 0": ("-1e-400", None),
    "the least above 0": ("5e-324", None),
    "400 decimals": (f"0.{DIGITS}", None),
}
"""JSON that truly is a number, and its value where it is written as a whole one."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a number belongs in a body.

    Attributes:
        body: The body, with ``%s`` for the number.
        least, most: Bounds of a whole number; None where any number is welcome.
        also: Literals that mean something else there, such as null for the default.
    """

    body: str
    least: int | None = None
    most: int | None = None
    also: tuple[str, ...] = ()

    def accepts(self, whole: int | None) -> bool:
        """Whether a number is welcome, given its value as a whole one."""
        if self.least is None or self.most is None:
            return True
        return whole is not None and self.least <= whole <= self.most


PLACES = {
    "input": Place('{"input": [[%s, 1], [1, 1]], "kernel": [[1]]}'),
    "kernel": Place('{"kernel": [[1, %s]]}'),
    "bias": Place('{"bias": %s}', also=("[1]",)),
    "seed": Place('{"seed": %s}', 0, 1_000_000),
    "size": Place('{"size": %s, "kernel": [[1]]}', 1, 64),
    "size of columns": Place('{"size": [1, %s], "kernel": [[1]]}', 1, 64),
    "stride": Place('{"stride": %s}', 1, 16),
    "stride of rows": Place('{"stride": [%s, 1]}', 1, 16),
    "dilation": Place('{"dilation": %s, "kernel": [[1]]}', 1, 16),
    "padding": Place('{"padding": %s}', 0, 32, ("null",)),
    "padding of a side": Place('{"padding": [0, 0, %s, 0]}', 0, 32),
    "divisor": Place('{"divisor": %s, "kernel": [[1]]}', 1, 1_000_000, ("null", "[1]", "[null]")),
    "flip": Place('{"flip": %s}', 0, 1, ("null", "true", "false")),
}

_TEXTS = [
    *NOT_JSON.values(),
    *NOT_A_NUMBER.values(),
    *(
        "1,",
        ",1",
        "1;2",
        ";",
        ",",
        "1\n",
        "1\r\n",
        "1\x00",
        "\u202e1",
        "1٫5",
        "1·5",
        "NULL",
        "${7*7}",
        "%s%n",
    ),
    *("' OR 1=1 --", "../../etc/passwd", "1;drop", "{{7*7}}", "1" * 30_000, "e" * 30_000, "1,1" * 10_000),
]
ADDRESS_TEXTS = [
    *(quote(text, safe="") for text in _TEXTS),
    *(quote_from_bytes(raw, safe="") for raw in (b"\xff", b"\xed\xa0\x80", b"1\x80", b"\xc0\xb1")),
    *("%", "%1", "%zz", "%u0031"),
]
"""Percent-encoded; some percent-decode to no text at all."""

_ANY_NUMBER = {"+1", "−1", "01", ".5", "1."}

ADDRESS_PLACES = {
    "conv2d?kernel=1&input=1,1;1,{}": _ANY_NUMBER,
    # Behind a slash is the divisor.
    "conv2d?kernel=1,{}": _ANY_NUMBER | {"1/2"},
    "conv2d?bias={}": _ANY_NUMBER,
    "conv2d?seed={}": {"01"},
    "conv2d?size={}&kernel=1": {"01"},
    "conv2d?stride={}": {"01"},
    "conv2d?stride=1,{}": {"01"},
    "conv2d?dilation={}": {"01"},
    "conv2d?padding={}": {"01"},
    "conv2d?padding=0,0,0,{}": {"01"},
    "conv2d?kernel=1&divisor={}": {"01"},
    "conv2d?kernel=1/{}": {"01"},
    "conv2d?flip={}": set[str](),
    # Only the page knows how many steps there are.
    "conv2d?step={}": {"1000001"},
    "conv2d/steps?offset={}": {"01"},
    "conv2d/steps?limit={}": {"01"},
}
"""Where a number belongs in an address, and what of the texts truly is a number there."""
