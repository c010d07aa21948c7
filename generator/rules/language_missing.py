"""`language-missing`: a name has a form in the language of the briefing (a warning)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Label, Severity
from generator.link import Briefing
from generator.model.fields import NameTexts, yaml_key
from generator.model.record import Path, Record
from generator.rules.doubts import Doubt

Called = tuple[Record, Path, NameTexts]
NAME: Path = ("name",)
# Of so many names the forms are hardly all forgotten; so many are shown.
SEVERAL = 3


@dataclass(frozen=True, slots=True)
class Formless(Doubt):
    """A name without a form in the language of the briefing; `record` where it is a record's."""

    record: str = field(kw_only=True)


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Names by language of which none is the language of the briefing."""
    briefing = dossier.briefing.as_read
    language = briefing.edition.language
    every = [*names(briefing)]
    lacking = [one for one in every if one[2].texts and not is_in(one[2], language)]
    other = most(name for _, _, name in every)
    without = [one for one in lacking if other in one[2].texts]
    if len(without) >= SEVERAL and 2 * len(without) > sum(bool(tags(one[2])) for one in every):
        yield of_edition(briefing, other, without)
        lacking = [one for one in lacking if other not in one[2].texts]
    yield from (missing(*one, language) for one in lacking)


def is_in(name: NameTexts, language: str) -> bool:
    """Whether a name has a form in a language, or one form for all."""
    # `en-GB` is English, and what has no form at all is told by its shape.
    return any(tag in {"", language} or tag.startswith(f"{language}-") for tag in name.texts)


def tags(name: NameTexts) -> list[str]:
    """The languages of a name."""
    return [tag for tag in name.texts if tag]


def most(every: Iterable[NameTexts]) -> str:
    """The language that most names have; empty where none has any."""
    counts = Counter(tag for name in every for tag in tags(name))
    return max(counts, key=lambda tag: counts[tag], default="")


def names(briefing: Briefing) -> Iterator[Called]:
    """Every name or title of the records, with its path."""
    for record in briefing.records.values():
        for path, model in record.models:
            for key in type(model).model_fields:
                if isinstance(name := getattr(model, key), NameTexts):
                    yield record, (*path, yaml_key(key)), name


def missing(record: Record, path: Path, name: NameTexts, language: str) -> Formless:
    """A name that readers see in another language than all the rest."""
    first = next(iter(name.texts))
    return Formless(
        code="language-missing",
        message=f"no `{language}`, the language of the briefing: readers see `{name.texts[first]}`",
        span=record.places.key((*path, first)),
        severity=Severity.WARNING,
        help=f"did you mean `{language}`?"
        if first.startswith(language)
        else f"write it first: `{{{language}: ..., {first}: ...}}`",
        record=record.id if path == NAME else "",
    )


def of_edition(briefing: Briefing, other: str, without: list[Called]) -> Diagnostic:
    """A language that hardly any name has, which is most likely not that of the briefing."""
    return Doubt(
        code="language-missing",
        message=f"{len(without)} names have no `{briefing.edition.language}`",
        span=briefing.edition_places.value(("language",)),
        severity=Severity.WARNING,
        labels=tuple(
            Label(record.places.key((*path, other)), "such as this")
            for record, path, _ in without[:SEVERAL]
        ),
        help=f"did you mean `{other}`, which they have?",
    )
