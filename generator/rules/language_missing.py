"""`language-missing`: a name has a form in the language of the briefing (a warning)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Severity
from generator.link import Briefing
from generator.model.fields import NameTexts, yaml_key
from generator.model.record import Path, Places
from generator.rules.doubts import Doubt


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Names by language of which none is the language of the briefing."""
    briefing = dossier.briefing.as_read
    for places, path, name in names(briefing):
        language = briefing.edition.language
        # `en-GB` is English, and what has no form at all is told by its shape.
        is_there = any(
            tag in {"", language} or tag.startswith(f"{language}-") for tag in name.texts
        )
        if name.texts and not is_there:
            yield missing(places, path, name, language)


def names(briefing: Briefing) -> Iterator[tuple[Places, Path, NameTexts]]:
    """Every name or title of the records, with its place."""
    for record in briefing.records.values():
        for path, model in record.models:
            for key in type(model).model_fields:
                if isinstance(name := getattr(model, key), NameTexts):
                    yield record.places, (*path, yaml_key(key)), name


def missing(places: Places, path: Path, name: NameTexts, language: str) -> Diagnostic:
    """A name that readers see in another language than all the rest."""
    first = next(iter(name.texts))
    return Doubt(
        code="language-missing",
        message=f"no `{language}`, the language of the briefing: readers see `{name.texts[first]}`",
        span=places.key((*path, first)),
        severity=Severity.WARNING,
        help=f"did you mean `{language}`?"
        if first.startswith(language)
        else f"write it first: `{{{language}: ..., {first}: ...}}`",
    )
