"""`bound-lost`: what a quotation calls more than 90 is no plain 90, nor less (a warning).

Refuses words that do not stand right before the number, those that say only how it was found (an
estimate is a number, and has its `basis`), and `some`, which stands before exact numbers too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.derive import Dossier
from generator.derive.numerals import Numeral, numerals
from generator.diagnostics import Diagnostic, Label, Severity
from generator.model.values import Value
from generator.rules.doubts import Doubt
from generator.rules.said import Quoted, Said, said

# What stands before a number, by the sign that the value has for it. The longer come first:
# `no more than` ends in `more than`.
BOUNDS = {
    "<": "less than|fewer than|below|under|不足|<",
    "<=": "no more than|not more than|at most|up to|≤",
    ">": "more than|greater than|in excess of|exceeding|over|above|超过|逾|>",
    ">=": "no less than|not less than|no fewer than|at least|≥",
    "~": "nearly|almost|close to|around|about|roughly|approximately|circa|约|~",
}
SIGNS = {word: sign for sign, words in BOUNDS.items() for word in words.split("|")}
WORDS = "|".join(sorted(map(re.escape, SIGNS), key=len, reverse=True))
CURRENCY = r"(?:US|USD|RMB|CNY|EUR|GBP)? ?[$€£¥]? ?"
# In Chinese no space parts a word: `签约` is to sign.
BEFORE = re.compile(
    rf"(?:^|(?<![A-Za-z签节条合公预]))(?P<words>{WORDS})\s*{CURRENCY}-?$", re.IGNORECASE | re.ASCII
)
# What stands behind one and its unit; a comparison that follows is none, nor is `more or less`.
BEHIND = re.compile(
    r"\s?(?:[%％]|[A-Za-z]+(?:[ -][A-Za-z]+){0,2}?)?\s"
    r"(?P<words>(?<!more )or (?:more|above|higher|less|fewer|below|lower))"
    r"(?=[.,;:)\]”\"]|$| (?:of|in|by|from|per|each|for)\b)",
    re.IGNORECASE,
)
BEHIND_IN_CHINESE = re.compile(
    r"[%％]?[^\W\dA-Za-z一二三四五六七八九十百千]{0,4}?(?P<words>及?以[上下])(?=[的，。；、）]|$)"
)
LEAST = re.compile(r"more|above|higher|上")
OWN = re.compile(r"[<>~]?=?")
LENGTH = re.compile(r"[ -](?:minute|hour|day|week|month|quarter|year|decade)s?\b")
# Controls may be over 90 goods, and a notice about 90 firms: there these are no bounds.
OF_PLACE = {"over", "about", "around", "above", "below", "under"}
# Of what is weighed they are: nothing is about 90 kg.
WEIGHED = re.compile(r"\s?(?:kgs?|kilos?|kilogram(?:me)?s?|(?:metric )?tons?|tonnes?)\b")
COUNTING = re.compile(
    r"(?:^|[,;:(]|\b(?:by|to|at|of|for|than|with|from|is|are|was|were|be|been))\s*$", re.IGNORECASE
)
TURNED = {"<": ">", ">": "<", "~": "~", "<=": ">=", ">=": "<="}


@dataclass(frozen=True)
class Bound:
    """Words that put a bound to a number, and both as they stand."""

    quoted: Quoted
    words: str
    shown: str

    @property
    def sign(self) -> str:
        """The sign that the value has for it."""
        said = self.words.lower()
        return SIGNS.get(said) or (">=" if LEAST.search(said) else "<=")


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Numbers that all quotations which carry them print with a bound that they have not."""
    for part in said(dossier.briefing.as_read):
        value = part.content.value
        if value and len(value.numbers) == 1 and "value" not in part.content.inferred:
            found = tuple(bounds(part, *value.numbers))
            told = [one for one in found if one and is_lost(value, one)]
            if told and len(told) == len(found) and part.is_whole:
                yield lost(part, value, told[0])


def is_lost(value: Value, bound: Bound) -> bool:
    """Whether a plain number has a bound, or a number with a sign has another one."""
    own, sign = sign_of(value), turned(value, bound)
    # What is at least 50 may be 50, and what is over 50 may not; who writes `>=` wants that.
    return own[:1] != sign[0] or (own in TURNED and f"{own}=" == sign)


def sign_of(value: Value) -> str:
    """The sign that a value is written with; empty where it is a plain number."""
    found = OWN.match(value.text)
    return found[0] if found else ""


def turned(value: Value, bound: Bound) -> str:
    """The sign that words ask for: more than 25 down is less than -25."""
    return TURNED[bound.sign] if is_fall(value) else bound.sign


def is_fall(value: Value) -> bool:
    """Whether more of it is less."""
    return value.text.lstrip("<>=~").startswith("-")


def bounds(part: Said, number: Decimal) -> Iterator[Bound | None]:
    """What stands before a number, wherever a quotation has it; None where it is plain."""
    for quoted in part.quoted:
        for text in quoted.texts:
            for numeral in numerals(text):
                if numeral.says(number):
                    yield bound(quoted, text, numeral)


def bound(quoted: Quoted, text: str, numeral: Numeral) -> Bound | None:
    """What stands before a number, if it makes it a bound."""
    after = BEHIND.match(text, numeral.end) or BEHIND_IN_CHINESE.match(text, numeral.end)
    if after:
        return Bound(quoted, after["words"], text[numeral.start : after.end()])
    found = BEFORE.search(text[: numeral.start])
    if not found or is_of_place(found, text[numeral.end :]):
        return None
    return Bound(quoted, found["words"], text[found.start("words") : numeral.end])


def is_of_place(found: re.Match[str], after: str) -> bool:
    """Whether a word may say what something is about, or for how long it is."""
    words, before = found["words"].lower(), found.string[: found.start("words")]
    is_counting = COUNTING.search(before) is not None
    # `Over 90 days` may be as long as that, or longer.
    is_length = words == "over" and LENGTH.match(after) is not None
    is_counting = is_counting or WEIGHED.match(after) is not None
    return is_length or (words in OF_PLACE and not is_counting)


def lost(part: Said, value: Value, first: Bound) -> Diagnostic:
    """A number that is no bound, as its quotations have it."""
    own, sign = sign_of(value), turned(value, first)
    # Who writes that the number itself is in it wants that.
    equal = "=" if "=" in own and sign in "<>" else ""
    number = f"{equal}{value.text.removeprefix(own)}"
    return Doubt(
        code="bound-lost",
        message=f"`{value.text}`, and the quotation `{first.quoted.witness}` has `{first.shown}`",
        span=part.span("value"),
        severity=Severity.WARNING,
        labels=(Label(first.quoted.words_span, f"`{first.words}`"),),
        help=f'write `"{sign}{number}"`, or quote words that have it without a bound',
    )
