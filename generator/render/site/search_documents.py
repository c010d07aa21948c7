"""What the search finds: a document for each statement, record, key point, page and section."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain

from generator.derive.actors import parties_of
from generator.derive.dossier import Dossier, Fact
from generator.derive.lanes import BEGINNINGS
from generator.model.chart import Chart
from generator.model.dates import PartialDate
from generator.model.points import Comparison
from generator.model.record import Record
from generator.model.source import Source
from generator.model.statement import Content
from generator.render.charts import words as chart_words
from generator.render.site.pages import Page, pages
from generator.render.site.raw import closed, described_as, sections
from generator.render.views.ahead import days_ahead
from generator.render.views.borne import NO_WORD, full_word, word_of
from generator.render.views.brief import points
from generator.render.views.links import Address, address, is_statement, own_page
from generator.render.views.links import page as page_at
from generator.render.views.records import contents, days_of, facts_of, ids, reading_of, resting
from generator.render.views.sentences import dated
from generator.render.views.sheet import Sheet, holds, value_markup
from generator.render.views.summary_lines import of_editor
from generator.render.views.text import Rich, escape, joined
from generator.render.views.witnesses import cited_as

# What is told beside the value; the first that a statement has is also what a reader sees of it.
TEXTS = ("says", "asks", "category", "basis", "flow", "number")
DATES = ("from_", "until", "through")
# Their titles stand on their own documents alone, unless they have other names as well.
UNCALLED = ("source", "claim")
ACTORS = ("party", "body")
PERSONS = ("by", "person", "people")
SAID = ("source", "chart", "comparison")
BESIDE = ("compare", "see")
CLAUSE = re.compile(r"[:.] ")
# For editors: its sections are called as the pages for readers are.
KEYS = page_at("reference").page
OF_CHARTS = "chart--"
# Of a month the statements have documents of their own, and the timeline leads to what happened.
OF_TIMES, OF_MONTHS = "year--", "month--"
BRIEF, DEADLINES = "Brief", "Deadlines"


@dataclass(frozen=True)
class Document:
    """One thing to be found, with the place that it leads to.

    A result is headed by its value where that is a sentence, behind its day, else by its title;
    `lead` is what the page of a record begins with, which no text repeats.
    """

    kind: str
    title: str
    to: Address
    value: str = ""
    lead: str = ""
    text: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    status: str = ""
    told: str = ""
    is_sentence: bool = False

    def written(self) -> dict[str, object]:
        """As the index holds it: nothing that is empty."""
        anchor = f"#{self.to.anchor}" if self.to.anchor else ""
        found: dict[str, object] = {**vars(self), "to": self.to.page + anchor}
        if self.told == self.status:
            found["told"] = ""
        return {key: value for key, value in found.items() if value}


def documents(sheet: Sheet, files: Mapping[str, bytes]) -> Iterator[Document]:
    """All documents of a dossier, in an order that does not change from day to day."""
    yield from (of_fact(sheet, fact) for fact in sheet.dossier.facts.values())
    for record in sheet.dossier.records.values():
        if not is_statement(record):
            found, lead = _of_record(sheet, record), _lead(files, record)
            yield replace(found, lead=lead, text=tuple(one for one in found.text if one != lead))
    for record, point in points(sheet):
        text = _plain(point)
        yield Document("point", CLAUSE.split(text)[0], Address(sheet.path, record.id), text=(text,))
    yield from of_deadlines(sheet)
    yield from of_pages(sheet, pages(sheet.dossier, sheet.settings), files)


def of_deadlines(sheet: Sheet) -> Iterator[Document]:
    """Each day on which something ends or falls due, with all that does."""
    for when, _, items in days_ahead(sheet):
        every = [one for item in items for one in (item, *item.each)]
        parts = (part for one in every for part in (one.text, one.then, *one.about))
        told = [_plain(part) for part in parts if part]
        title, to = f"{_plain(when)}: {told[0]}", Address(sheet.path, "section--ahead")
        text = (" · ".join(told[1:]),) if told[1:] else ()
        yield Document("section", title, to, text=text, told=DEADLINES)


def _lead(files: Mapping[str, bytes], record: Record) -> str:
    """What the page of a record begins with; of others their title or text says it."""
    page = files.get(own_page(record).page.replace(".html", ".md"), b"")
    return "" if record.kind in SAID else described_as(page)


def of_pages(sheet: Sheet, found: Iterable[Page], files: Mapping[str, bytes]) -> Iterator[Document]:
    """Some pages with their sections."""
    for page in found:
        if not page.is_continued:
            # Of the editors' own prose every word.
            prose = page.context.get("prose")
            text = (_plain(prose),) if isinstance(prose, Rich) else ()
            text = (page.description, *text)
            yield Document("page", page.title, Address(page.path), text=text)
            yield from of_sections(sheet, page.path, files) if page.path != KEYS else ()


def _plain(given: Rich) -> str:
    return closed(given.text)


def of_fact(sheet: Sheet, fact: Fact) -> Document:
    """A statement: what it says, its quotations, and whom and what it is about."""
    dossier = sheet.dossier
    persons = set(persons_of(dossier, fact))
    names = tuple(id_ for id_ in mentioned(fact) if is_named(dossier, id_) or id_ in persons)
    words = ("" if fact.status else NO_WORD, word_of(dossier, fact))
    told = [escape(one) for one in words if one]
    if fact.held:
        told.append(holds(sheet, fact.held, status=full_word))
    sentence = _plain(dated(sheet, fact)) if not fact.rivals else ""
    value = _plain(value_markup(sheet, fact))
    line = sentence or value
    return Document(
        kind="statement",
        title=fact.label,
        to=address(fact),
        value=line,
        text=tuple(one for one in (value, *texts(fact)) if one != line),
        names=names,
        parties=sides(dossier, names),
        years=years(dossier, fact),
        status=fact.status.value if fact.status else NO_WORD,
        told=_plain(joined(told, "; ")),
        is_sentence=bool(sentence),
    )


def texts(fact: Fact) -> tuple[str, ...]:
    """The other texts of a statement: its keys in words, quotations, and a reading of ours."""
    keys = (getattr(one, key, None) for one in (*contents(fact), fact.record.data) for key in TEXTS)
    quotes = (one.quote for one in fact.evidence if one.quote)
    words = chain.from_iterable((one.text, one.original) for one in quotes)
    reading = fact.reading.text if fact.reading else None
    found = dict.fromkeys(str(text) for text in (*keys, *words, reading) if text)
    return tuple(text for text in found if text != fact.label)


def mentioned(fact: Fact) -> Iterable[str]:
    """The records that a statement names or stands in, by id."""
    refers = chain.from_iterable(referred(one, Content.REFERS) for one in contents(fact))
    own = referred(fact.record.data, type(fact.record.data).REFERS)
    path = (str(key) for key in fact.located.path)
    return dict.fromkeys(chain((fact.record.id,), path, fact.by, refers, own))


def referred(data: object, keys: Iterable[str]) -> Iterator[str]:
    """The records that some keys name; of a statement, the record that it stands in."""
    for key in keys:
        found = () if key in BESIDE else getattr(data, key, None)
        yield from (id_.partition(".")[0] for id_ in ids(found))


def persons_of(dossier: Dossier, fact: Fact) -> Iterator[str]:
    """The persons that a statement names outright, whether or not more is known of them."""
    found = chain(fact.by, *(referred(one, PERSONS) for one in contents(fact)))
    records = dossier.briefing.records
    yield from (id_ for id_ in found if id_ in records and records[id_].kind == "person")


def is_named(dossier: Dossier, id_: str) -> bool:
    """True for what the day knows, and for parties and bodies, whose names tell of no event."""
    record = dossier.briefing.records.get(id_)
    if record is None or not record.data.called:
        return False
    if record.kind in UNCALLED and not record.data.aliases:
        return False
    return id_ in dossier.records or record.kind in ACTORS


def sides(dossier: Dossier, ids: Iterable[str]) -> tuple[str, ...]:
    """The parties among some records, and those that their bodies and persons belong to."""
    return tuple(sorted({party for id_ in ids for party in parties_of(dossier.briefing, id_)}))


def years(dossier: Dossier, fact: Fact) -> tuple[int, ...]:
    """The years that a statement is about, else its record's, else the one it is known from."""
    dates = [getattr(one, key) for one in contents(fact) for key in DATES]
    dates += [fact.located.period, *(one.value.date for one in contents(fact) if one.value)]
    known = {fact.known_from.year} if fact.known_from else set()
    return tuple(sorted(_in_years(dates) or _in_years(_beginnings(dossier, fact.record)) or known))


def _in_years(dates: Iterable[PartialDate | None]) -> set[int]:
    return {one.last.year for one in dates if one and not one.is_unknown}


def _beginnings(dossier: Dossier, record: Record) -> Iterator[PartialDate]:
    for key in BEGINNINGS:
        yield from days_of(dossier, f"{record.id}.{key}")


def _of_record(sheet: Sheet, record: Record) -> Document:
    dossier = sheet.dossier
    refers = referred(record.data, type(record.data).REFERS)
    names = tuple(id_ for id_ in dict.fromkeys((record.id, *refers)) if is_named(dossier, id_))
    source = record.data if isinstance(record.data, Source) else None
    title = cited_as(dossier, source) if source else dossier.briefing.name(record.id)
    periods = (fact.located.period for fact in facts_of(dossier, record))
    begun = dossier.facts.get(f"{record.id}.in-force")
    told = _plain(holds(sheet, begun.held)) if begun and begun.held else ""
    dates = (*_beginnings(dossier, record), *periods)
    return Document(
        kind=record.kind,
        title=title,
        to=own_page(record),
        text=tuple(one for one in described(sheet, record) if one != title),
        names=names,
        parties=sides(dossier, names),
        years=tuple(sorted(_in_years([source.published] if source else dates))),
        told=resting(dossier, record) if source else told,
    )


def described(sheet: Sheet, record: Record) -> Iterator[str]:
    """What a record's page opens with, what it says of itself, and how we read it."""
    if told := of_editor(sheet, record):
        yield _plain(told)
    for key in ("number", "symbol", "category", "basis"):
        if text := getattr(record.data, key, None):
            yield str(text)
    if reading := reading_of(sheet.dossier, record):
        yield reading.text
    if isinstance(record.data, Comparison):
        yield record.data.subtitle
    if isinstance(record.data, Chart):
        yield from (chart_words.title(sheet, record, record.data), record.data.subtitle)


def of_sections(sheet: Sheet, path: str, files: Mapping[str, bytes]) -> Iterator[Document]:
    """The sections of a page, but for those that are a record, a statement or a chart."""
    content = files.get(f"{path.removesuffix('.html')}.md")
    for one in sections(content) if content else ():
        id_ = one.id.removesuffix("--label")
        known = id_ in sheet.dossier.records or id_ in sheet.dossier.facts
        if not known and not id_.startswith((OF_CHARTS, OF_MONTHS)):
            text = () if one.id.startswith(OF_TIMES) else (one.text,)
            # The title of any other page stands on the document of the page.
            told = BRIEF if path == sheet.path else ""
            yield Document("section", one.title, Address(path, one.id), text=text, told=told)
