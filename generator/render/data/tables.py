"""The published tables of a briefing beside that of statements, and all in their order."""

from collections.abc import Callable, Iterable, Iterator
from typing import get_args

from generator.derive.dossier import Dossier, Evidence, Fact, Stance
from generator.model import KINDS
from generator.model.source import Source
from generator.model.statement import Does
from generator.render.data.entries import differs, foreign, in_numbers, said, word
from generator.render.data.schema import STATUSES
from generator.render.data.statements import HISTORY, NUMBERS, STATEMENTS, VALUE_DAYS, history_rows
from generator.render.data.table import Column, Row, Table, days, partial
from generator.render.views.borne import source_name
from generator.render.views.links import own_page
from generator.render.views.sheet import Settings

STATEMENT = Column("statement", "id of the statement", required=True, to="statements")
QUOTED = (
    Column("number", "its place among them, from 1", "integer", required=True),
    Column("source", "id of the source", required=True, to="sources"),
    Column("quotation", "id of the quotation; none where no words are quoted", to="quotations"),
)

POSITIONS = Table(
    "positions",
    "positions.csv",
    "the answer of each statement, or all its answers where there are several",
    (
        Column("id", "the statement's id, a colon and the key", required=True),
        STATEMENT,
        Column("key", "`only` where the statement has no positions", required=True),
        Column("by", "ids of those who say it, joined by a comma"),
        Column("value", "what the position says, as written"),
        *VALUE_DAYS,
        *NUMBERS,
        Column("words", "what it says in the source's own words"),
        Column("does", "what an act does to its target", enum=get_args(Does)),
        Column("differs", "other keys in which the positions differ, joined by a bar"),
        Column("status", "its own status", required=True, enum=STATUSES),
        Column("aside_why", "why it no longer counts, where that is so"),
        Column("aside_on", "the day from which it no longer counts", "date"),
    ),
    label="value",
)
WITNESSES = Table(
    "witnesses",
    "witnesses.csv",
    "which quotations each answer rests on, and which sources are named without a quotation",
    (
        Column("position", "id of the position", required=True, to="positions"),
        *QUOTED,
        STATEMENT,
        Column("counts", "whether it counts for the status on the day", "boolean", required=True),
    ),
    key=("position", "number"),
)
SILENCES = Table(
    "silences",
    "silences.csv",
    "which side is silent on a matter, and the text in which it could have spoken of it",
    (STATEMENT, Column("party", "id of the side", required=True), *QUOTED),
    key=("statement", "party", "number"),
)
ORIGIN = "who knew first what the words say: `own`, a body's id, or `unknown`"

EDITION = Table(
    "edition",
    "edition.csv",
    "the title, day and licence of this edition",
    (
        Column("title", "what the briefing is called", required=True),
        Column("subject", "what it is about", required=True),
        Column("as_of", "the day of the edition", "date", required=True),
        Column("covered_to", "the last day that the briefing covers", "date", required=True),
        Column("language", "the language of its words", required=True),
        Column("licence", "of the words and the data; quotations stay their publishers'"),
        Column("licence_url", "the address of the licence"),
        Column("url", "the site's address; put it before `url` and `page` of other tables"),
    ),
    key=("as_of",),
)
RECORDS = Table(
    "records",
    "records.csv",
    "what the statements are about, sources among them",
    (
        Column("id", "the record's id", required=True),
        Column("kind", "what sort of thing it is", required=True, enum=tuple(sorted(KINDS))),
        Column("name", "what a reader calls it", required=True),
        Column("names", "what it is called in other languages, each with its tag, after a bar"),
        Column("aliases", "other spellings, joined by a bar"),
        Column("page", "its page, from the site's root"),
        Column("file", "the file that it is written in", required=True),
    ),
    label="name",
    searched=("name", "names", "aliases"),
)
SOURCES = Table(
    "sources",
    "sources.csv",
    "the publications that statements rest on",
    (
        Column("id", "the source's id", required=True, to="records"),
        Column("number", "its number on the site and in the PDFs", "integer", required=True),
        Column("name", "whose report or text it is, then who printed it", required=True),
        Column("publisher", "as printed; a host where no name is known", required=True),
        Column("title", "as printed, or `unknown`", required=True),
        Column("kind", "what sort of publication it is", required=True),
        Column("form", "what it prints of an official text, or `report`", required=True),
        Column("text_of", "ids of those whose text it is, joined by a comma"),
        Column("origin", ORIGIN, required=True),
        *partial("published", "when it was published, or `unknown`", required=True),
        Column("retrieved", "the day on which it was read", "date", required=True),
        Column("url", "its address"),
        Column("archive", "the address of a kept copy"),
        Column("counts", "`no` for machine translations and summaries", "boolean", required=True),
        Column("why", "why it does not count"),
        Column("retracted_why", "why its publisher withdrew it"),
        Column("retracted_on", "the day from which it is withdrawn", "date"),
    ),
    label="title",
)
QUOTATIONS = Table(
    "quotations",
    "quotations.csv",
    "the words of the sources that statements rest on",
    (
        Column("id", "the source's id, a hash sign and the quotation's key", required=True),
        Column("source", "id of the source", required=True, to="sources"),
        Column("text", "the words, verbatim: at most 25, from one place", required=True),
        Column("original", "the words in the source's language, where `text` translates them"),
        Column("at", "page, paragraph or sentence"),
        Column("form", "what these words are of an official text, or `report`", required=True),
        Column("text_of", "ids of those whose text these words are, joined by a comma"),
        Column("origin", ORIGIN, required=True),
    ),
    label="text",
    searched=("text", "original"),
)


def _positions(dossier: Dossier) -> Iterator[Row]:
    for fact, stance in _stances(dossier):
        content, aside = stance.content, stance.aside
        value, others = said(dossier, content), differs(dossier, fact, stance)
        yield {
            # A colon stands in no other id.
            "id": f"{fact.id}:{stance.key}",
            "statement": fact.id,
            "key": stance.key,
            "by": ", ".join(stance.by) or None,
            "value": value if value != content.does else None,
            **days("value", content.value.date if content.value else None),
            **in_numbers(content.value),
            "unit": content.unit or fact.of_series("unit"),
            "words": content.words,
            "does": content.does,
            "differs": " | ".join(f"{key}: {text}" for key, text in others.items()) or None,
            "status": word(stance),
            "aside_why": aside.why if aside else None,
            "aside_on": aside.on.isoformat() if aside else None,
        }


def _witnesses(dossier: Dossier) -> Iterator[Row]:
    for fact, stance in _stances(dossier):
        for number, one in enumerate(stance.evidence, 1):
            yield {
                "position": f"{fact.id}:{stance.key}",
                **quoted(number, one),
                "statement": fact.id,
                "counts": one.counts,
            }


def _silences(dossier: Dossier) -> Iterator[Row]:
    for _, fact in sorted(dossier.facts.items()):
        for party, found in fact.silent.items():
            for number, one in enumerate(found, 1):
                yield {"statement": fact.id, "party": party, **quoted(number, one)}


def quoted(number: int, evidence: Evidence) -> Row:
    """What a witness names: a source, and the words in it that are held."""
    return {
        "number": number,
        "source": evidence.source.id,
        "quotation": evidence.witness if evidence.quote else None,
    }


def _stances(dossier: Dossier) -> Iterator[tuple[Fact, Stance]]:
    for _, fact in sorted(dossier.facts.items()):
        yield from ((fact, stance) for stance in fact.stances)


def edition(dossier: Dossier, settings: Settings) -> Iterator[Row]:
    """The one row that says what the others belong to."""
    own = dossier.briefing.edition
    yield {
        "title": own.title,
        "subject": own.subject,
        "as_of": dossier.as_of.isoformat(),
        "covered_to": dossier.day.isoformat(),
        "language": own.language,
        "licence": settings.licence,
        "licence_url": settings.licence_url,
        "url": settings.url,
    }


def _records(dossier: Dossier) -> Iterator[Row]:
    for id_, record in sorted(dossier.records.items()):
        yield {
            "id": id_,
            "kind": record.kind,
            "name": dossier.briefing.name(id_),
            "names": " | ".join(f"{tag}: {form}" for tag, form in foreign(dossier, record)) or None,
            "aliases": " | ".join(record.data.aliases) or None,
            "page": own_page(record).page,
            "file": record.file.path,
        }


def _sources(dossier: Dossier) -> Iterator[Row]:
    for id_, number in dossier.source_numbers.items():
        source = dossier.records[id_].data
        assert isinstance(source, Source)
        # A source is taken back from the day on which it is.
        retracted = source.retracted
        if retracted and retracted.on.last > dossier.day:
            retracted = None
        yield {
            "id": id_,
            "number": number,
            "name": source_name(dossier.briefing, source),
            "publisher": source.publisher,
            "title": source.title.in_language(dossier.language),
            "kind": source.kind,
            "form": source.form,
            "text_of": ", ".join(source.text_of) or None,
            "origin": source.origin or "unknown",
            "published": source.published.text,
            **days("published", source.published),
            "retrieved": source.retrieved.text,
            "url": source.url,
            "archive": source.archive,
            "counts": source.counts,
            "why": source.why,
            "retracted_why": retracted.why if retracted else None,
            "retracted_on": retracted.on.text if retracted else None,
        }


def _quotations(dossier: Dossier) -> Iterator[Row]:
    held = {e.witness: e for fact in dossier.facts.values() for e in fact.evidence if e.quote}
    for witness, one in sorted(held.items()):
        source, quote = one.publication, one.quote
        assert quote
        # What a quotation does not say itself is its source's.
        yield {
            "id": witness,
            "source": one.source.id,
            "text": quote.text,
            "original": quote.original,
            "at": quote.at,
            "form": quote.form or source.form,
            "text_of": ", ".join(quote.text_of or source.text_of) or None,
            "origin": quote.origin or source.origin or "unknown",
        }


MADE: dict[Table, Callable[[Dossier], Iterable[Row]]] = {
    POSITIONS: _positions,
    WITNESSES: _witnesses,
    SILENCES: _silences,
    HISTORY: history_rows,
    QUOTATIONS: _quotations,
    SOURCES: _sources,
    RECORDS: _records,
}
# The order in which they are offered.
TABLES = (STATEMENTS, *MADE, EDITION)


def filled(
    dossier: Dossier, settings: Settings, statements: Iterable[Row]
) -> dict[Table, tuple[Row, ...]]:
    """All tables with their rows, of a day; the rows of the statements are there already."""
    made = {table: tuple(rows(dossier)) for table, rows in MADE.items()}
    return {STATEMENTS: tuple(statements), **made, EDITION: tuple(edition(dossier, settings))}
