"""`form-unseen`: a name in another language has a source that prints it so (a warning).

Titles of offices and what is said of places rest on witnesses of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Severity
from generator.model.fields import NameTexts
from generator.model.record import Record
from generator.rules.doubts import Doubt

NAMES = ("name", "term")
SEEN = "seen"
# `en` and `se` are languages.
CLOSE = 0.75


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Names by language with a form that no source is said to print."""
    briefing = dossier.briefing.as_read
    language = base(briefing.edition.language)
    for record in briefing.records.values():
        for key in NAMES:
            name = getattr(record.data, key, None)
            if isinstance(name, NameTexts) and not (name.seen or record.may_have((key, SEEN))):
                foreign = [tag for tag in name.texts if base(tag) not in {"", language}]
                # Where none is in the language of the briefing, the tag is most likely wrong.
                if foreign and len(foreign) < len(name.texts):
                    yield unseen(record, key, foreign)


def base(tag: str) -> str:
    """The language of a tag: `en-GB` is English."""
    return tag.partition("-")[0]


def unseen(record: Record, key: str, foreign: list[str]) -> Diagnostic:
    """A form that rests on nothing; a key that all but says on what is taken for a language."""
    slip = next(iter(get_close_matches(SEEN, foreign, n=1, cutoff=CLOSE)), "")
    tag = slip or foreign[0]
    return Doubt(
        code="form-unseen",
        message=f"no source is named that prints `{getattr(record.data, key).texts[foreign[0]]}`",
        span=record.places.key((key, tag)),
        severity=Severity.WARNING,
        help=f"did you mean `{SEEN}`?" if slip else f"add `{SEEN}: [SOURCE]` beside it",
    )
