"""What bears the chapters out: every statement and source once, by number, and an index."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.derive.dossier import Dossier, Fact
from generator.derive.labels import bare_name
from generator.model import FOLDER_OF
from generator.model.briefing import Briefing
from generator.model.parties import Person
from generator.model.record import Record
from generator.model.source import Source
from generator.render.pdf.document_writer import Chapter, DocumentWriter, origin
from generator.render.pdf.rich_text import (
    SERIES,
    Typ,
    array,
    called,
    comment,
    in_order,
    of_fact,
    of_page,
    of_record,
    string,
    text,
)
from generator.render.views.cards import Card, card
from generator.render.views.corrected import NAME as CORRECTIONS
from generator.render.views.corrected import lists, newest_first, summary
from generator.render.views.grids import own_label
from generator.render.views.links import permalink
from generator.render.views.records import facts_of
from generator.render.views.summary_lines import answer
from generator.render.views.tables import counted, families, latest_first, line
from generator.render.views.text import Rich
from generator.render.views.witnesses import source_card

INDEXED = ("person", "measure", "glossary")
# Witnesses and positions that are kept together with their statement.
MOST_TOGETHER = 6


def names(dossier: Dossier) -> frozenset[str]:
    """The labels of what stands in the annex of a book besides statements and sources."""
    chapters = {"facts": dossier.facts, "sources": dossier.used_sources}
    terms = [of_record(one.id) for one in dossier.of_kind("glossary")]
    held = [of_page(name) for name, content in chapters.items() if content]
    return frozenset((*held, *terms, *([of_page("glossary")] if terms else ())))


def every(writer: DocumentWriter) -> Iterator[Chapter]:
    """All statements: the series as tables, each other one as an entry."""
    if writer.dossier.facts:
        yield Chapter(of_page("facts"), "All facts", "annex.typ.j2", {})
    for kind, records in in_order(writer.sheet()).items():
        if records:
            yield Chapter("", FOLDER_OF[kind].capitalize(), "kind.typ.j2", {}, level=2)
        if kind == SERIES:
            yield from series(writer)
        else:
            yield from (statements(writer, one, facts_of(writer.dossier, one)) for one in records)


def some(writer: DocumentWriter, facts: Sequence[Fact]) -> Iterator[Chapter]:
    """The statements that an extract mentions, by record."""
    ids = {fact.id for fact in facts}
    if ids:
        yield Chapter(of_page("facts"), "Statements", "part.typ.j2", {"matrices": ()})
    for records in in_order(writer.sheet()).values():
        for one in records:
            if own := [fact for fact in facts_of(writer.dossier, one) if fact.id in ids]:
                yield statements(writer, one, own, 2)


def statements(
    writer: DocumentWriter, one: Record, facts: Sequence[Fact], level: int = 3
) -> Chapter:
    """The statements of one record; a document that tells of it elsewhere says where."""
    label, title = of_record(one.id), writer.dossier.briefing.name(one.id)
    context = {
        "entries": tuple(entry(writer, fact) for fact in facts),
        "back": string(label) if level > 2 and writer.links.holds(label) else "",
    }
    return Chapter("", title, "statements.typ.j2", context, level)


def series(writer: DocumentWriter, level: int = 3) -> Iterator[Chapter]:
    """The series as tables, which are what links to their figures lead to."""
    sheet = writer.sheet()
    for family in families(sheet):
        for at, (one, data) in enumerate(family.series):
            facts, heading = facts_of(writer.dossier, one), writer.dossier.briefing.name(one.id)
            context = {
                "warning": family.warning if at == 0 else "",
                "family": family.title,
                "counted": counted(sheet, data),
                "number": writer.inputs.numbers[facts[0].id],
                "lines": tuple(line(fact, heading) for fact in latest_first(facts)),
                "address": f"series/{one.id}/" if writer.links.site else one.id,
            }
            yield Chapter("", heading, "series.typ.j2", context, level, tuple(facts))


def sources(writer: DocumentWriter, ids: Sequence[str]) -> Iterator[Chapter]:
    """The sources by their numbers, each with the statements of the document that rest on it."""
    found = [writer.dossier.briefing.records[id_] for id_ in sorted(ids)]
    if found:
        context = {"sources": tuple(numbered(writer, one) for one in found)}
        yield Chapter(of_page("sources"), "Sources", "sources.typ.j2", context)


def set_right(writer: DocumentWriter) -> Iterator[Chapter]:
    """What was corrected up to the day."""
    if found := newest_first(writer.sheet()):
        context = {"lead": f"Up to the day: {summary(found)}.", "listings": tuple(lists(found))}
        yield Chapter(of_page(CORRECTIONS), "Corrections", "listings.typ.j2", context)


def glossary(writer: DocumentWriter) -> Iterator[Chapter]:
    """The terms, in all languages that are known of them."""
    sheet, found = writer.sheet(), list[tuple[Typ, str, Rich, Rich]]()
    for one in writer.dossier.of_kind("glossary"):
        assert one.data.called
        named = sheet.called(one.data.called)
        place = comment(f"{one.file.path}:1")
        found.append((place, of_record(one.id), named, answer(sheet, one)))
    if found:
        context = {"terms": tuple(sorted(found, key=lambda one: one[2].text.casefold()))}
        yield Chapter(of_page("glossary"), "Glossary", "glossary.typ.j2", context)


def index(writer: DocumentWriter) -> Iterator[Chapter]:
    """People, measures and terms, whose pages are found once all is set."""
    briefing, found = writer.dossier.briefing, names_in_texts(writer.dossier)
    items = []
    for id_, spelled in found.items():
        one = briefing.records[id_]
        words = array(string(word.lower()) for word in spelled)
        items.append((comment(f"{one.file.path}:1"), id_, family_first(briefing, one), words))
    if items:
        context = {"items": tuple(sorted(items, key=lambda item: item[2].casefold()))}
        yield Chapter("", "Index", "index.typ.j2", context)


def names_in_texts(dossier: Dossier) -> dict[str, tuple[str, ...]]:
    """How texts name what the index lists, by id; what several share names none of them."""
    found = {}
    for one in (one for kind in INDEXED for one in dossier.briefing.of_kind(kind)):
        # What has no statement tells of no day that is still to come.
        if one.statements and one.id not in dossier.records:
            continue
        # What a measure is searched by may be anything, as `magnet ban`.
        others = () if one.kind == "measure" else one.data.aliases
        found[one.id] = (bare_name(dossier.briefing.name(one.id)), *others)
    shared = Counter(word for words in found.values() for word in {*map(str.lower, words)})
    return {
        id_: tuple(word for word in words if shared[word.lower()] == 1)
        for id_, words in found.items()
    }


def index_pattern(dossier: Dossier) -> str:
    """A pattern for all that the index lists, the longest first; only terms in any case."""
    found = []
    for id_, words in names_in_texts(dossier).items():
        form = "(?i:{})" if dossier.briefing.records[id_].kind == "glossary" else "{}"
        for word in words:
            spaced = r"\s".join(map(re.escape, word.split()))
            # A plural is named as well. No word goes on behind a point, as of `Jr.`
            ends = r"s?\b" if word[-1].isalnum() else ""
            found.append((len(word), form.format(spaced + ends)))
    every = "|".join(word for _, word in sorted(found, reverse=True))
    return rf"\b(?:{every})" if every else ""


def family_first(briefing: Briefing, one: Record) -> str:
    """A name as an index has it: of a person the family name comes first."""
    name = briefing.name(one.id)
    if not isinstance(one.data, Person):
        return name
    apart = briefing.namesakes.get(one.id)
    given = name.removesuffix(f" ({apart})")
    family = one.data.family or given.rpartition(" ")[2]
    before, found, after = given.rpartition(family)
    if not found or not before:
        return name
    rest = f"{before.strip()}{after}"
    return f"{family}, {rest} ({apart})" if apart else f"{family}, {rest}"


@dataclass(frozen=True)
class Entry:
    """A statement in the annex, and as a dispute: its card, and where it stands in a document."""

    card: Card
    title: str
    name: str
    origin: Typ
    number: int
    address: str
    short: str

    @property
    def is_short(self) -> bool:
        """True when it can well stand on one page."""
        answers = (*self.card.positions, *self.card.asides)
        count = len(self.card.witnesses) + sum(1 + len(one.witnesses) for one in answers)
        return count + sum(len(one) for _, one in self.card.silent) <= MOST_TOGETHER


def entry(writer: DocumentWriter, fact: Fact) -> Entry:
    """The entry of a statement."""
    writer.links.mention(fact.id)
    site, path = writer.links.site, permalink(fact).page.removesuffix("index.html")
    heading = writer.dossier.briefing.name(fact.record.id)
    title = own_label(fact, heading)
    return Entry(
        card=card(writer.sheet(), fact),
        # What is itself a record stands below its own name.
        title=title if heading not in (title, fact.label) else "",
        name=of_fact(fact.id),
        origin=origin(fact),
        number=writer.inputs.numbers[fact.id],
        address=f"{site}/{path}" if site else "",
        short=path if site else fact.id,
    )


def numbered(writer: DocumentWriter, record: Record) -> dict[str, object]:
    """The entry of a source, with those of its statements that stand in the document."""
    source = record.data
    assert isinstance(source, Source)
    used = writer.dossier.used_sources[record.id]
    first = {writer.inputs.numbers[one.id]: of_fact(one.id) for one in reversed(used)}
    held = ((number, label) for number, label in first.items() if writer.links.holds(label))
    return {
        "number": writer.dossier.source_numbers[record.id],
        "name": of_record(record.id),
        "origin": comment(f"{record.file.path}:1"),
        "card": source_card(writer.sheet(), record),
        "address": outward(writer, source.url, shortened(source.url or "")),
        "archive": outward(writer, source.archive, "archived copy"),
        "statements": array(
            array((string(str(number)), string(label))) for number, label in sorted(held)
        ),
    }


def outward(writer: DocumentWriter, address: str | None, shown: str) -> Typ:
    """A link to another site; only its text where it may not be one."""
    return Typ(called(writer.links.opened(address or ""), text(shown)) if address else "")


def shortened(address: str) -> str:
    """An address as it is printed, to be typed again: whole, but for letters that are codes."""
    whole = (address.partition("://")[2] or address).removeprefix("www.").rstrip("/")
    return re.sub(r"(%[89a-fA-F]\w|[-\d]{1,2}(?=%[89a-fA-F]))+", "\u2026", whole)
