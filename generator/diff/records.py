"""Records, key points, prose and the edition as readers see them besides the statements."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from generator.derive import Dossier
from generator.derive.brief import last_known, standing
from generator.diff.names import in_full
from generator.diff.points import place
from generator.diff.quotations import Quotations, used
from generator.diff.view import DAY_OF_READING, PLAIN
from generator.model.chart import Chart, Span, Step
from generator.model.comparison import Comparison
from generator.model.dates import in_words
from generator.model.point import KeyPoint, Role
from generator.model.record import Record, RecordModel
from generator.model.source import Source
from generator.render.links import HOME, find, is_statement, page, prose_page
from generator.render.page import Page, told
from generator.render.pages import prose_pages
from generator.render.prose import sentence
from generator.render.records import rows
from generator.render.sheet import Sheet
from generator.render.text import day

EDITION = "briefing"
ROLES: dict[Role, str] = {
    "state": "State of play",
    "strip": "Item of the strip",
    "point": "Key point",
}


@dataclass(frozen=True)
class Description:
    """A record's name, its other parts in plain text, and its page from the site's root.

    `written` is what all this follows from, with what others are called left aside; `quotations`
    are those of a source.
    """

    label: str
    parts: Mapping[str, str]
    page: str
    written: object = None
    quotations: Quotations = field(default_factory=dict)


def descriptions(own: Dossier, dossier: Dossier) -> dict[str, Description]:
    """What is on the site besides statements, by id; a page of prose as `pages/` and its name.

    Each has its own name, and what it names is called as the dossier calls it.
    """
    sheet = Sheet(dossier, PLAIN, HOME)
    found = {id_: described(sheet, record) for id_, record in own.records.items()}
    said = (one for role in ROLES for one in standing(dossier, role))
    found |= {one.id: pointed(sheet, one.id, point) for one, point in said}
    files = {prose_page(id_).page: (id_, file.text) for id_, file in dossier.briefing.prose.items()}
    pages = ((one, *files[one.path]) for one in prose_pages(dossier, PLAIN))
    found |= {id_: written(one, text) for one, id_, text in pages}
    return found | {EDITION: edition(dossier)}


def described(sheet: Sheet, record: Record) -> Description:
    """A record as its page describes it above its statements."""
    to = find(sheet.dossier, record.id)
    parts = dict(doubts(sheet, record.data))
    # Of a record that is itself a statement, the statement tells title and keys.
    if not is_statement(record):
        parts |= {term: told(value) for term, value in rows(sheet, record)}
        # The row has it with what it is called elsewhere, and only of what is.
        parts.pop("Name", None)
        called = in_full(sheet.dossier, record)
        parts = {**({"name": called} if called else {}), **parts}
        parts |= dict(set_out(sheet, record.data))
    if record.data.reading and not is_statement(record):
        parts["reading"] = record.data.reading.text
        parts[DAY_OF_READING] = day(record.data.reading.on)
    if record.data.aliases:
        parts["other spellings"] = ", ".join(record.data.aliases)
    name = sheet.dossier.briefing.name(record.id)
    label = f"Source “{name}”" if record.kind == "source" else name
    quotes = used(sheet, record.id, record.data) if isinstance(record.data, Source) else {}
    return Description(label, parts, to.page if to else "", record.data, quotes)


def set_out(sheet: Sheet, data: RecordModel) -> Iterator[tuple[str, str]]:
    """What a chart or comparison calls that which it sets out."""
    if isinstance(data, Chart):
        for key, line in data.lines.items():
            yield f"line {plain(key)}", line.title
            for one, step in line.steps.items():
                yield f"step {plain(one)} of {plain(key)}", called(sheet, step)
        yield from ((f"bar {plain(key)}", called(sheet, one)) for key, one in data.spans.items())
        yield from ((f"lane {plain(key)}", one.title) for key, one in data.lanes.items())
    elif isinstance(data, Comparison):
        for key, group in data.groups.items():
            yield f"group {plain(key)}", group.title
            for one, entry in group.entries.items():
                yield f"row {plain(one)} in {plain(key)}", named(sheet, entry.of)
                if entry.definition:
                    yield f"definition of {plain(one)} in {plain(key)}", entry.definition


def called(sheet: Sheet, one: Step | Span) -> str:
    """What stands at a step or bar: its own label, else the name of what it is drawn from."""
    drawn = one.since or one.rate if isinstance(one, Step) else one.of
    return one.label or (named(sheet, drawn) if drawn else "end")


def plain(key: str) -> str:
    """A key in a sentence."""
    return key.replace("-", " ")


def doubts(sheet: Sheet, data: RecordModel) -> Iterator[tuple[str, str]]:
    """Of a source: since when it is withdrawn, with the reason, and that it does not count."""
    if not isinstance(data, Source):
        return
    gone = data.retracted
    if gone and gone.on.last <= sheet.dossier.day:
        yield f"retracted {day(gone.on)}", gone.why or "no reason is given"
    if not data.counts:
        yield "counts", "no"


def pointed(sheet: Sheet, id_: str, point: KeyPoint) -> Description:
    """A sentence of the brief with its place among the others."""
    parts = {key: told(sentence(sheet, text)) for key, text in point.prose.items()}
    parts |= {"label": point.label} if point.label else {}
    at = place(sheet.dossier, id_, point)
    on_brief = at.startswith(f"{HOME}#")
    elsewhere = "only with what it rests on" if at else "nowhere on the day"
    parts |= {"order": str(point.order), "place": "on the brief" if on_brief else elsewhere}
    if last := last_known(sheet.dossier, point):
        # Whoever lets a sentence rest on more may take it out of earlier editions.
        parts |= {"in editions from": f"{in_words(last[0])}, with “{named(sheet, last[1])}”"}
    label = f"{ROLES[point.role]} {id_}{'' if on_brief else ', not on the brief'}"
    return Description(label, parts, at, point)


def named(sheet: Sheet, id_: str) -> str:
    """What a statement or record is called."""
    fact = sheet.dossier.facts.get(id_)
    return fact.label if fact else sheet.dossier.briefing.name(id_)


def written(one: Page, text: str) -> Description:
    """A page of prose as it reads."""
    shown = {"text": told(one.context["prose"])}  # type: ignore[arg-type]
    return Description(f"Page “{one.title}”", shown, one.path, text)


def edition(dossier: Dossier) -> Description:
    """What the whole briefing says of itself."""
    own = dossier.briefing.edition
    parts = {
        "title": own.title,
        "subject": own.subject,
        "parties": ", ".join(map(dossier.briefing.name, own.parties)),
        "as of": dossier.as_of.isoformat(),
        "coverage end": own.coverage_end.text,
    }
    return Description("The edition", parts, page("about").page, (own, dossier.as_of))
