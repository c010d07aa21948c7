"""`act-misnamed`: an act does what its quotations say, or what its own end allows (a warning).

Refuses quotations with verbs of several acts, such as to suspend or remove, or with none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Label, Severity
from generator.rules.doubts import Doubt, Pair
from generator.rules.said import Quoted, Said, said

# How quotations say that something rests for a while, is over, or goes on for longer.
VERBS = {
    "suspend": r"(?<!previously )(?<!already )(?<!earlier )suspen[ds]\w*|paus(?:e|es|ed|ing)|暂停",
    "lift": r"lift(?:s|ed|ing)?|remov(?:e|es|ed|al|ing)|rescind\w*|revok\w*|repeal\w*|cancel\w*"
    r"|scrap\w*|end(?:s|ed|ing)?|terminat\w*|drop(?:s|ped|ping)?|abolish\w*|withdr[ae]w\w*"
    "|取消|撤销|废止",
    "extend": r"exten(?:d|ds|ded|ding|sion)(?! to\b)|prolong\w*|延长|延期",
}
SAID = {does: re.compile(rf"(?<![a-z])(?:{words})(?![a-z])", re.I) for does, words in VERBS.items()}
# What acts may be called; it is a suspension that is extended, too.
ACTS = {
    "suspend": ("suspend",),
    "lift": ("lift",),
    "end": ("lift",),
    "extend": ("extend", "suspend"),
}
FINAL = ("lift", "end", "replace")
ENDS = {"for_": "for", "until": "until", "through": "through"}


class Called(NamedTuple):
    """What a quotation calls an act, and in which words."""

    does: str
    quoted: Quoted
    words: str


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Acts that all their quotations call another act, and ends of what is over for good."""
    for part in said(dossier.briefing.as_read):
        does = part.content.does
        if not does or "does" in part.content.inferred or part.may_have("does"):
            continue
        called = calling(part)
        if called and called.does not in ACTS.get(does, VERBS):
            yield misnamed(part, does, called)
        elif does in FINAL and (key := end_of(part)):
            yield ending(part, does, key)


def calling(part: Said) -> Called | None:
    """The one act that the quotations name, as the first does that names it."""
    found = [
        Called(does, quoted, words[0])
        for quoted in part.quoted
        for text in quoted.texts
        for does, verbs in SAID.items()
        if (words := verbs.search(text))
    ]
    is_one = len({one.does for one in found}) == 1 and part.is_whole
    return found[0] if is_one else None


def end_of(part: Said) -> str | None:
    """The key that gives an act an end, if one does."""
    return next((key for name, key in ENDS.items() if getattr(part.content, name)), None)


def misnamed(part: Said, does: str, called: Called) -> Diagnostic:
    """An act under the name of another one."""
    return Doubt(
        code="act-misnamed",
        message=f"`{does}`, and the quotation `{called.quoted.witness}` has `{called.words}`",
        span=part.span("does"),
        severity=Severity.WARNING,
        labels=(Label(called.quoted.words_span, f"`{called.words}`"),),
        help=f"write `{called.does}`, quote words that say what is done, or say why: "
        "`inferred: {does: why}`",
    )


def ending(part: Said, does: str, key: str) -> Diagnostic:
    """An act that is over for good, and would end."""
    return Pair(
        code="act-misnamed",
        message=f"`{does}` ends things for good, and `{key}` says how long it lasts",
        span=part.span("does"),
        severity=Severity.WARNING,
        labels=(Label(part.span(key), "how long"),),
        help=f"write `suspend` for what comes back, or take `{key}` out",
    )
