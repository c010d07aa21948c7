"""Lists as tables, each cut where it is long, and the terms of the glossary as texts have them."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from generator.counting import counted, listed
from generator.derive.brief import SENTENCE
from generator.derive.dossier import Dossier, Fact
from generator.derive.state import word_of_code
from generator.derive.states import whole_of
from generator.model import FOLDER_OF, FOLDERS, KINDS
from generator.model.dates import in_words
from generator.model.record import Record
from generator.model.source import Source
from generator.render.templates import html
from generator.render.views import attendance
from generator.render.views.act_tables import party_of
from generator.render.views.borne import source_name
from generator.render.views.grids import (
    MOST_OPEN,
    Grid,
    Row,
    by_party,
    columns,
    folded,
    one_group,
    own_label,
)
from generator.render.views.links import Address, address, is_statement, own_page, sheet_of
from generator.render.views.naming import actor
from generator.render.views.page import Page, cut, numbered, pager
from generator.render.views.records import began, facts_of, in_time, printed
from generator.render.views.sheet import Settings, Sheet, short
from generator.render.views.summary_lines import (
    answer,
    figure,
    meaning,
    named_lead,
    of_covered,
    of_terms,
    recency,
)
from generator.render.views.tables import families, lead
from generator.render.views.text import Element, Rich, capital, escape, fill, joined, tag
from generator.render.views.unknowns import table_of_gaps
from generator.render.views.witnesses import published, whom

# What the records of a folder are called where its name is not their plural.
NAMES = {"not-found": ("thing", "things"), "glossary": ("term", "terms")}
REST = {
    "sources": "that the statements rest on",
    "glossary": "that the briefing uses",
    "not-found": "looked for and not found",
}
UNFOUND = "Empty: no source that we have prints the term in another language."
# A form in another language that is a sentence, in a font of its own, makes a list heavy.
LONGEST = 30
WORD = re.compile(r"[a-z0-9]+")
BEHIND_DAY = re.compile(r"\d+ [A-Z]\w+ \d{4}: ")
# What another says, and a character by its name, hold no term of ours.
LEFT = "\u201c[^\u201d]*\u201d|&#?\\w+;"
# What happened and who was there, what was agreed and what holds; then figures, words and things.
FIRST = ("round", "person", "agreement", "measure", "licence", "event", "claim", "series")
ORDER = tuple(dict.fromkeys((*FIRST, "material", "glossary", *KINDS)))
HEADS = ("Statement", "Value and status", "Known since")


def kind_pages(dossier: Dossier, settings: Settings) -> Iterator[Page]:
    """The list of each kind that has records, each with the line that answers for it."""
    for folder, kind in FOLDERS.items():
        records = in_time(dossier, dossier.of_kind(kind))
        if kind == "source":
            numbers = dossier.source_numbers
            records.sort(key=lambda record: (kind_of(record), numbers.get(record.id, 0)))
        if kind == "glossary":
            records.sort(key=lambda record: dossier.briefing.name(record.id).casefold())
        if kind == "series":
            found = families(Sheet(dossier, settings, folder))
            records = [record for family in found for record, _ in family.series]
        for number, part in cut(records) if records else ():
            sheet = Sheet(dossier, settings, sheet_of(folder, number).page)
            rounds = attendance.latest(dossier) if folder == "rounds" and number == 1 else ()
            grids = folded((*attendance.matrix(sheet, rounds), *_tables(sheet, folder, part)))
            context = {"grids": grids, "pager": pager(sheet, folder, len(records))}
            title = numbered(folder.capitalize().replace("-", " "), number)
            yield Page(sheet.path, "list.md.j2", title, summary(sheet, folder, records), context)


def summary(sheet: Sheet, folder: str, records: Sequence[Record]) -> str:
    """How many records a kind has, and what is told first of them."""
    what = NAMES.get(folder, (FOLDERS[folder], folder))
    counts = f"{len(records)} {what[len(records) > 1]}"
    if folder in REST:
        return f"{counts} {REST[folder]}."
    told = holding(sheet, records) or _latest(sheet, folder, records)
    return f"{counts}{':' if told[:1].isdigit() else '.'} {told}".rstrip()


def holding(sheet: Sheet, records: Sequence[Record]) -> str:
    """How many of the records, or of their terms, are in force on the day, and how many are not."""
    dossier = sheet.dossier
    found = [whole_of(dossier, record.id) for record in records]
    states = Counter(word_of_code(one.held.code) for one in found if one and one.held)
    parts = [f"{many} {state}" for state, many in states.most_common()]
    rest = len(records) - states.total()
    only = f"{rest} that only change{'s' if rest == 1 else ''} other {FOLDER_OF[records[0].kind]}"
    parts += [only] if parts and rest else []
    told = of_terms(sheet, *records).text or ", ".join(parts)
    return f"As of {in_words(dossier.as_of)}: {told}." if told else ""


def _latest(sheet: Sheet, folder: str, records: Sequence[Record]) -> str:
    """What is told of the latest of them; how many are of each side where none has a day."""
    dossier, kind = sheet.dossier, FOLDERS[folder]
    if kind == "material":
        return of_covered(dossier, records)
    figures = {one.id: figure(facts_of(dossier, one)) for one in records if kind == "series"}
    known = sorted((recency(fact), id_) for id_, fact in figures.items() if fact)
    begun = [one for one in records if began(dossier, one) <= dossier.day]
    begun = [dossier.records[id_] for _, id_ in known] or begun
    if begun:
        told = lead(sheet, begun[-1]).text if known else named_lead(sheet, begun[-1])
        comma = "," if BEHIND_DAY.match(told) else ":"
        return f"The latest{comma} {SENTENCE.split(told)[0].rstrip('.')}."
    sides = Counter(row(sheet, one)[0] for one in records)
    parts = [f"{n} of {actor(dossier.briefing, side)}" for side, n in sides.most_common() if side]
    return f"{listed(parts)}." if parts else ""


def _tables(sheet: Sheet, folder: str, records: Sequence[Record]) -> Iterator[Grid]:
    if folder == "sources":
        yield from _sources(sheet, records)
    elif folder == "glossary":
        heads = columns("Term", "Meaning", "In other languages")
        rows = one_group(term(sheet, record) for record in records)
        yield Grid("section--list", "Terms", heads, rows, UNFOUND)
    elif folder == "not-found":
        yield table_of_gaps(sheet, records)
    else:
        heads = columns(FOLDERS[folder].capitalize(), "In short")
        groups = by_party(sheet, (row(sheet, record) for record in records))
        yield Grid("section--list", f"All {folder}", heads, groups)


def row(sheet: Sheet, record: Record) -> tuple[str, Row]:
    """A record in a line, with its party: of a person, of who issued a rule, or alone claims."""
    fact = sheet.dossier.facts.get(record.id)
    claimed = [id_ for stance in fact.standing for id_ in stance.by] if fact else ()
    actors = getattr(record.data, "issuer", ()) or claimed
    # The official title of a rule in another language stands on its page.
    shown = sheet.name(record.id) if hasattr(record.data, "issuer") else sheet.named(record)
    name = tag("a", fact.label if fact else shown, href=own_page(record))
    party = party_of(sheet.dossier, actors or (record.id,) * (record.kind == "person"))
    return party, Row(name, (answer(sheet, record),))


def term(sheet: Sheet, record: Record) -> Row:
    """A term with what it means, its forms in other languages, and the pages that print them."""
    assert record.data.called
    written = joined(sheet.foreign(record.data.called))
    seen = joined(printed(sheet, record.data.called))
    elsewhere = fill("{} (as printed by {})", written, seen) if seen else written
    if len(written.text) > LONGEST:
        elsewhere = tag("a", "on its page", href=own_page(record))
    return Row(sheet.link(record.id), (answer(sheet, record), elsewhere))


def kind_of(record: Record) -> str:
    """What kind of publication a source is, as a word that can stand in an address."""
    assert isinstance(record.data, Source)
    return "-".join(WORD.findall(record.data.kind.lower())) or "other"


def _sources(sheet: Sheet, records: Sequence[Record]) -> Iterator[Grid]:
    heads = columns("Source", "From", "Published", "First source, if known", "Statements")
    for kind, found in groupby(records, key=kind_of):
        own = [(record, record.data) for record in found if isinstance(record.data, Source)]
        written = own[0][1].kind
        groups = one_group(_source(sheet, *one) for one in own)
        yield Grid(f"section--{kind}", capital(written), heads, groups)


def _source(sheet: Sheet, record: Record, data: Source) -> Row:
    number = sheet.dossier.source_numbers.get(record.id)
    name = fill("[{}] {}", number, sheet.called(data.called))
    held = len(sheet.dossier.used_sources.get(record.id, ()))
    cells = (
        tag("bdi", source_name(sheet.dossier.briefing, data)),
        escape(published(data)),
        whom(sheet, record),
        escape(str(held)),
    )
    return Row(tag("a", name, href=own_page(record)), cells)


def all_facts(dossier: Dossier, settings: Settings) -> Iterator[Page]:
    """Every statement, on as many pages as it takes."""
    records = (dossier.briefing.records[id_] for id_ in dossier.by_record)
    ranked = sorted(in_time(dossier, records), key=lambda one: ORDER.index(one.kind))
    facts = [fact for record in ranked for fact in facts_of(dossier, record)]
    for number, part in cut(facts) if facts else ():
        sheet = Sheet(dossier, settings, sheet_of("facts", number).page)
        kinds = []
        for kind, own in groupby(part, key=lambda fact: fact.record.kind):
            folder, grids = FOLDER_OF[kind], _by_record(sheet, own)
            # The last page is folded like the others, however few it has.
            opened = tuple(replace(one, is_folded=len(facts) > MOST_OPEN) for one in grids)
            kinds.append((f"section--{folder}", folder.capitalize(), opened))
        context = {"kinds": tuple(kinds), "pager": pager(sheet, "facts", len(facts))}
        what = f"{counted(len(facts), 'statement')}, each with its status, by kind."
        yield Page(sheet.path, "facts.md.j2", numbered("All facts", number), what, context)


def _by_record(sheet: Sheet, facts: Iterable[Fact]) -> Iterator[Grid]:
    for is_alone, part in groupby(facts, key=lambda fact: is_statement(fact.record)):
        if is_alone:
            found = list(part)
            yield _fact_table(sheet, found, f"alone--{found[0].record.kind}", "Single statements")
            continue
        for record, own in groupby(part, key=lambda fact: fact.record):
            name = sheet.dossier.briefing.name(record.id)
            yield _fact_table(sheet, list(own), f"record--{record.id}", name)


def _fact_table(sheet: Sheet, facts: Sequence[Fact], id_: str, heading: str) -> Grid:
    rows = []
    for fact in facts:
        label = own_label(fact, sheet.dossier.briefing.name(fact.record.id))
        known = in_words(fact.known_from) if fact.known_from else "any day"
        link = tag("a", label, href=address(fact))
        rows.append(Row(link, (short(sheet, fact), escape(known))))
    return Grid(id_, heading, columns(*HEADS), one_group(rows), level=3)


@dataclass(frozen=True)
class Term:
    """A term of the glossary: its entry, and the note that a reader sees."""

    id: str
    to: Address
    note: Rich


@dataclass(frozen=True)
class Glosses:
    """The terms by their spelling, as a page has it, and the pattern that finds any of them."""

    terms: Mapping[str, Term] = field(default_factory=dict)
    pattern: re.Pattern[str] = re.compile("(?!)")

    def told(self, text: str) -> Iterator[str]:
        """What the terms of a plain text mean, each once."""
        found = (self.terms.get(one[0]) for one in self.pattern.finditer(text))
        yield from dict.fromkeys(term.note.text for term in found if term)


def glosses(dossier: Dossier, settings: Settings) -> Glosses:
    """The terms that have a page on the day; the longer spelling is found before the shorter."""
    terms: dict[str, Term] = {}
    for record in dossier.of_kind("glossary"):
        to = own_page(record)
        found = Term(record.id, to, gloss_note(Sheet(dossier, settings, to.page), record))
        # As a page has them, and as a sentence begins with them.
        names = (dossier.briefing.name(record.id), *record.data.aliases)
        spellings = (each for text in names for each in (text, capital(text)))
        terms |= {str(html(escape(spelling))): found for spelling in spellings}
    if not terms:
        return Glosses()
    longest_first = sorted(terms, key=lambda spelling: (-len(spelling), spelling))
    any_term = "|".join(map(re.escape, longest_first))
    return Glosses(terms, re.compile(rf"{LEFT}|(?<!\w)(?:{any_term})(?!\w)"))


def gloss_note(sheet: Sheet, record: Record) -> Rich:
    """The term, and what it means with the word for how sure that is."""
    own = tag("strong", sheet.dossier.briefing.name(record.id))
    means = unlinked(meaning(sheet, record))
    return fill("{}: {}", own, means) if means else own


def unlinked(text: Rich) -> Rich:
    """Running text without its links: the term is the only link of a note."""
    parts: list[str | Element] = []
    for one in text:
        if isinstance(one, str):
            parts.append(one)
        else:
            inside = unlinked(one.content)
            parts += inside if one.name == "a" else [one._replace(content=inside)]
    return Rich(*parts)
