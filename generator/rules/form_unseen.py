"""`form-unseen`: a name in another language has a source that prints it so (a warning)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Severity
from generator.model.fields import NameTexts
from generator.model.record import Path, Places
from generator.rules.doubts import Doubt
from generator.rules.language_missing import names


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Names by language with a form that no source is said to print."""
    briefing = dossier.briefing.as_read
    language = briefing.edition.language
    for places, path, name in names(briefing):
        # `en-GB` is English.
        foreign = [tag for tag, _ in name.foreign(language) if not tag.startswith(f"{language}-")]
        # Where none is in the language of the briefing, the tag is most likely wrong.
        if foreign and len(foreign) < len(name.texts) and not name.seen:
            yield unseen(places, path, name, foreign[0])


def unseen(places: Places, path: Path, name: NameTexts, tag: str) -> Diagnostic:
    """A form that rests on nothing."""
    return Doubt(
        code="form-unseen",
        message=f"no source is named that prints `{name.texts[tag]}`",
        span=places.key((*path, tag)),
        severity=Severity.WARNING,
        help="add `seen: [SOURCE]` beside it",
    )
