"""Reading a step's words back: the expression as fractions, the sentence as its parts.

Reads what is on the page and nothing else: a hyphen for a minus, an exponent, or
"nan" is no number here.
"""

import re
from dataclasses import dataclass
from fractions import Fraction

_TOKEN = re.compile(r"\d+(?:\.\d+)?|[−+·/()]")

_FACTOR = r"(\(−\d+(?:\.\d+)?\)|\d+(?:\.\d+)?)"
_TERM = re.compile(f"{_FACTOR}·{_FACTOR}")
_NUMBER = r"−?\d+(?:\.\d+)?"
_SENTENCE = re.compile(
    r"The kernel covers (?P<place>[a-z0-9, ]+)\."
    rf" Its (?P<count>\w+) products? (?:is|add up to) (?P<total>(?:about )?{_NUMBER})"
    rf"(?:; (?P<after>[^;]+) that makes (?P<value>(?:about )?{_NUMBER}))?,"
    r" the output in row (?P<row>\d+), column (?P<column>\d+)\."
    r"(?: (?P<padding>\d+) of the (?P<taps>\d+) values (?:is|are) (?P<filled>.+)\.)?"
)


@dataclass(frozen=True)
class Expression:
    """Members and the signs between them: "2·3 = 6" has the members 2·3 and 6 and the sign "="."""

    members: list[str]
    signs: list[str]

    @classmethod
    def read(cls, text: str) -> "Expression":
        """An expression as it stands on the page."""
        return cls(re.split(r" [=≈] ", text), re.findall(r" ([=≈]) ", text))

    @property
    def value(self) -> str:
        """The number that it ends with."""
        return self.members[-1]

    @property
    def terms(self) -> list[tuple[Fraction, Fraction]]:
        """The two factors of every product, as they are shown."""
        return [(evaluate(value), evaluate(weight)) for value, weight in _TERM.findall(self.members[0])]


def evaluate(text: str) -> Fraction:
    """The exact value of a calculation in the numbers that are shown."""
    tokens = _TOKEN.findall(text)
    assert "".join(tokens) == text.replace(" ", ""), f"not a calculation: {text}"
    value = _sum(tokens)
    assert not tokens, f"not read to the end: {text}"
    return value


def _sum(tokens: list[str]) -> Fraction:
    value = _product(tokens)
    while tokens and tokens[0] == "+":
        tokens.pop(0)
        value += _product(tokens)
    return value


def _product(tokens: list[str]) -> Fraction:
    value = _factor(tokens)
    while tokens and tokens[0] in "·/":
        value = value * _factor(tokens) if tokens.pop(0) == "·" else value / _factor(tokens)
    return value


def _factor(tokens: list[str]) -> Fraction:
    token = tokens.pop(0)
    if token == "(":
        value = _sum(tokens)
        assert tokens.pop(0) == ")"
        return value
    if token == "−":
        # A minus stands before a number only: "−0" and "−−2" are no numbers.
        value = Fraction(tokens.pop(0))
        assert value > 0
        return -value
    return Fraction(token)


def decimals(number: str) -> int:
    """Decimals that a number is shown with."""
    return len(number.partition(".")[2])


def read_sentence(text: str) -> dict[str, str]:
    """The parts of an explanation; those that are not said are empty."""
    read = _SENTENCE.fullmatch(text)
    assert read, f"not the sentence that it should be: {text}"
    return {name: part or "" for name, part in read.groupdict().items()}
