"""`lane-differs`: a lane holds records of the kind that its title names (a warning).

Knows the plain words for each kind, in English; a title without any says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Label, Severity
from generator.model.chart import Lane
from generator.model.record import Path, Record
from generator.rules.doubts import Pair

WORDS = {
    "round": r"talks|rounds?|calls?|meetings?|summits?",
    "agreement": r"agreements?|accords?|deals|pacts?",
    "measure": r"measures?",
    "licence": r"licen[cs]es?",
    "event": r"events?",
}

# What stands behind these is not what a title names.
BEHIND = re.compile(r"\b(?:of|on|for|in|after|before|to|with|by|from|at|against|since)\b")


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Lanes whose title names other kinds alone."""
    for record in dossier.briefing.as_read.of_kind("chart"):
        for path, model in record.models:
            if isinstance(model, Lane) and dossier.language == "en":
                kinds = named(model.title)
                if kinds and model.kind not in kinds:
                    yield differs(record, path, kinds[0])


def named(title: str) -> list[str]:
    """The kinds that a title names, if it names nothing else before `of`, `after` and the like."""
    things = re.split(r",| and ", BEHIND.split(title)[0].strip())
    found = [kind_of(thing) for thing in things]
    return [kind for kind in found if kind] if all(found) else []


def kind_of(thing: str) -> str:
    """The kind that some words end in: `US measures`; empty for none."""
    words = ((kind, rf"\b(?:{names})$") for kind, names in WORDS.items())
    return next((kind for kind, pattern in words if re.search(pattern, thing, re.IGNORECASE)), "")


def differs(record: Record, path: Path, kind: str) -> Diagnostic:
    """A lane of another kind than it is called by."""
    span, title = (record.places.value((*path, key)) for key in ("kind", "title"))
    return Pair(
        code="lane-differs",
        message=f"`{title.text}` holds records of the kind `{span.text}`",
        span=span,
        severity=Severity.WARNING,
        labels=(Label(title, "the title"),),
        help=f"write `kind: {kind}`, or mend the title",
    )
