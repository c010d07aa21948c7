"""What things are called: each by a name of its own, in our language, and spelt in one way."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from generator.derive import Dossier
from generator.derive.calls import WRITTEN
from generator.diagnostics import Diagnostic, Fix, Label
from generator.model.briefing import Briefing
from generator.model.dates import MONTHS
from generator.model.fields import NameTexts, yaml_key
from generator.model.record import Path, Record
from generator.rules.mentions import part_of
from generator.rules.shared import is_slip, labels, sides
from generator.rules.texts import Text, texts
from generator.source import Span

CALLED = ("name", "term", "title", "asks", "text")
# Shorter words begin a sentence by chance.
TELLING = 6
WORD = re.compile(r"[^\W\d_]{5,}")
CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)", re.DOTALL)
ADDRESS = re.compile(r"\]\([^)\s]*|<[^<>\s][^<>]*>|https?://\S+|<!--.*?-->", re.DOTALL)
NOT_OURS = (WRITTEN, re.compile(r'"[^"]*"|“[^”]*”'), CODE, ADDRESS)
HEAD = re.compile(r"(?:^|[.!?:|])\W*\Z")
# An ordinary word, which is no part of an id or address.
ORDINARY = re.compile(r"(?<![-./@#\w])[^\W\d_A-Z][^\W\d_]{4,}(?![-./@#]?\w)")

Called = tuple[Record, Path, str]


def same_label(dossier: Dossier) -> Iterator[Diagnostic]:
    """Statements whose label another one beside it, or the record itself, has already."""
    for record in dossier.briefing.records.values():
        title = record.data.heading(dossier.language).casefold()
        seen: dict[tuple[Path, str], Path] = {}
        for path, statement in record.statements.values():
            label = (statement.label or "").casefold()
            if not label or statement.person:
                continue
            first = seen.setdefault((path[:-1], label), path)
            if first != path or (path and label == title):
                there = ("title",) if label == title else (*first, "label")
                yield Diagnostic(
                    code="same-label",
                    message=f"`{path[-1]}` has a label that something else of the record has too",
                    span=record.places.value((*path, "label")),
                    labels=(Label(record.places.value(there), "the other"),),
                    help="say what sets the two apart; without a label the key is what readers see",
                )


def same_title(dossier: Dossier) -> Iterator[Diagnostic]:
    """Records of a kind with the title, the symbol or the foreign name of another."""
    seen: dict[tuple[str, Path, str], list[Called]] = defaultdict(list)
    reported: set[str] = set()
    for record in dossier.briefing.records.values():
        for _, path, text in known_by(record, dossier.language):
            alike = seen[record.kind, path, text.casefold()]
            own = sides(dossier.briefing, record.id)
            # Bodies of different sides may have one name.
            owned = [(one, sides(dossier.briefing, one.id)) for one, _, _ in alike]
            others = (one for one, theirs in owned if not (own and theirs) or own & theirs)
            if (other := next(others, None)) and record.id not in reported:
                reported.add(record.id)
                yield Diagnostic(
                    code="same-title",
                    message=f"another {record.kind} has the same `{'.'.join(map(str, path))}`",
                    span=record.places.value(path),
                    labels=(Label(other.places.value(path), f"`{other.id}`"),),
                    help="say what sets the two apart, such as who counts, or what; or delete one",
                )
            alike.append((record, path, text))


def known_by(record: Record, language: str) -> Iterator[Called]:
    """What a reader knows a record by; editions of a source, and persons, may share a name."""
    data = record.data
    key = next((key for key in CALLED if getattr(data, key, None)), "")
    if key and record.kind not in {"source", "person"}:
        yield record, (key,), data.heading(language) or str(getattr(data, key))
        forms = data.called.foreign(language) if data.called else ()
        yield from ((record, (key, tag), text) for tag, text in forms)
    if symbol := getattr(data, "symbol", None):
        yield record, ("symbol",), symbol


def same_name(dossier: Dossier) -> Iterator[Diagnostic]:
    """Persons of one name and one party, reported at the last of them."""
    briefing = dossier.briefing
    alike: dict[str, list[Record]] = defaultdict(list)
    for id_, apart in briefing.namesakes.items():
        if apart == id_:
            record = briefing.records[id_]
            alike[record.data.heading(dossier.language)].append(record)
    for name, (*others, last) in alike.items():
        yield Diagnostic(
            code="same-name",
            message=f"another person of the same party is called `{name}` too",
            span=last.places.value(("name",)),
            labels=labels("of the same name", (one.places.value(("name",)) for one in others)),
            help="write in `name` what tells them apart: pages add the id, which no reader knows",
        )


def language_missing(dossier: Dossier) -> Iterator[Diagnostic]:
    """Names by language of which none is the language of the briefing."""
    language = dossier.briefing.edition.language
    for record in dossier.briefing.records.values():
        for path, model in record.models:
            for key in type(model).model_fields:
                name = getattr(model, key)
                tags = name.texts if isinstance(name, NameTexts) else {}
                if tags and not any(tag.partition("-")[0] in {"", language} for tag in tags):
                    first = next(iter(tags))
                    yield Diagnostic(
                        code="language-missing",
                        message=f"no `{language}`, the language of the briefing: readers see "
                        f"`{tags[first]}`",
                        span=record.places.key((*path, yaml_key(key), first)),
                        help=f"write it first: `{{{language}: ..., {first}: ...}}`",
                    )


def name_misspelt(dossier: Dossier) -> Iterator[Diagnostic]:
    """Words of ours with a capital that are one slip away from a name.

    Let stand is what a source prints, and what is in lower case somewhere.
    """
    briefing = dossier.briefing
    every = texts(briefing)
    names = named(briefing, every)
    right = {*MONTHS, *names} | {
        word for text in every if text.whose == "printed" for word in WORD.findall(text.text)
    }
    ordinary = {word for text in every for word in ORDINARY.findall(blotted(text.text))}
    known = {word.casefold() for word in right} | ordinary
    candidates = {name for name in names if name.casefold() not in ordinary}
    for text in every if not briefing.unreadable else ():
        for word, span in own_words(text) if text.whose == "ours" else ():
            near = [] if word.casefold() in known else [n for n in candidates if is_slip(word, n)]
            if near:
                yield Diagnostic(
                    code="name-misspelt",
                    message=f"`{word}` is no name known here",
                    span=span,
                    help=f"did you mean `{min(near)}`? otherwise quote a source that prints it",
                    fix=Fix(near[0], safe=False) if len(near) == 1 and span.text == word else None,
                )


def named(briefing: Briefing, every: Iterable[Text]) -> set[str]:
    """The words of names and titles, and of aliases that are no slips of their own names."""
    found = {word for text in every if text.whose == "name" for word in capitalised(text.text)}
    for text in every:
        if text.whose == "alias":
            own = " ".join(briefing.records[text.record].data.names)
            words = capitalised(text.text)
            found |= {w for w in words if not any(is_slip(w, one) for one in WORD.findall(own))}
    return found


def capitalised(text: str) -> list[str]:
    """The words with a capital."""
    return [word for word in WORD.findall(text) if word[0].isupper()]


def blotted(text: str) -> str:
    """A text with blots for what is quoted, code, an address, or a call."""
    for pattern in NOT_OURS:
        text = pattern.sub(lambda found: "_" * len(found[0]), text)
    return text


def own_words(text: Text) -> Iterator[tuple[str, Span]]:
    """The words with a capital that are ours, with their places."""
    ours = blotted(text.text)
    for found in WORD.finditer(ours):
        begins = len(found[0]) < TELLING and HEAD.search(ours[: found.start()])
        if found[0][0].isupper() and not begins:
            span = text.span
            there = re.search(rf"\b{found[0]}\b", blotted(span.text))
            yield found[0], part_of(span, *there.span()) if there else span
