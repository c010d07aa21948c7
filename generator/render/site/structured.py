"""What the site is elsewhere: JSON-LD and `llms.txt` for programs, and a picture to share by.

Refuses to say more than a page: no date of a dispute or of somebody's claim, no office, no
judgement of who is right.
"""

import json
import re
from collections.abc import Iterable, Iterator
from html import escape
from posixpath import dirname
from typing import Any

from generator.derive.dossier import Dossier, Fact, Stance, Status
from generator.model.chart import Series
from generator.model.dates import in_words
from generator.model.events import Round
from generator.model.record import Record
from generator.render.charts.vega import wrapped
from generator.render.site.pages import pages
from generator.render.views.borne import source_name
from generator.render.views.chart_views import entries
from generator.render.views.links import Address, data_file, own_page, page, url
from generator.render.views.sheet import Settings, Sheet, says
from generator.render.views.text import plain

Entry = dict[str, Any]
CONTEXT = "https://schema.org"
PLAIN_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
SURE = (Status.CONFIRMED, Status.RELAYED, Status.REPORTED)
# Beyond what JSON asks for: what would end a script, an attribute or a quoted scalar of YAML.
UNSAFE = re.compile("[<>&']")
# Where a card stands, as SVG until it is drawn.
FOLDER = "assets/sharing/"
WIDTH, HEIGHT = 1200, 630
MARGIN = 80
TITLE, NAME, STAMP = 84, 38, 32
LINES = 3
# Of a line, what is filled: letters of the serif are wider than those that are measured.
FILLED = 0.8
PAPER, INK, MUTED = "#ffffff", "#1d1d1f", "#595d66"
HALVES = (("M110 80a30 30 0 0 0 0 60z", "#1a4fa0"), ("M116 80a30 30 0 0 1 0 60z", "#b3471f"))
SERIF, SANS = "Briefing Serif, Briefing Han, serif", "Briefing Sans, Briefing Han, sans-serif"
DATA = (
    ("data/facts.json", "every statement with its value, status, positions and sources"),
    ("data/facts.csv", "the same as a table"),
    ("data/datapackage.json", "all tables, with what their columns hold"),
    ("data/briefing.sqlite", "all tables as an SQLite database"),
    ("data/changes.json", "what changed of each statement on each day"),
    ("changes.xml", "the same as an Atom feed"),
    ("data/facts.schema.json", "what the keys of a statement mean"),
)
WHOLE = ("data/facts.json", "data/facts.csv", "data/briefing.sqlite")
MEDIA = {"json": "application/json", "csv": "text/csv", "sqlite": "application/vnd.sqlite3"}
RULES = (
    "Every value stands with the quotations that it rests on and with a status in words.",
    "Where sources disagree, all positions are given and none is ours; a reading says that it is.",
    "Cite the source itself, via this site, as of the day above.",
)


def structured(sheet: Sheet, title: str, description: str) -> str:
    """The page and the record that it is about, as text that is safe in any frame."""
    edition = sheet.dossier.briefing.edition
    itself = {
        "@type": "WebPage",
        "name": title,
        "description": description,
        "inLanguage": sheet.dossier.language,
        "isPartOf": {"@type": "WebSite", "name": edition.title},
    }
    graph: list[Entry] = [itself]
    if sheet.path == page("facts").page:
        graph.append(dataset(sheet, edition.title, edition.subject, WHOLE))
    graph += of_record(sheet)
    return safe({"@context": CONTEXT, "@graph": graph})


def safe(content: Entry) -> str:
    """JSON without a character that HTML, Markdown or YAML would read as its own."""
    text = json.dumps(content, ensure_ascii=True, separators=(",", ":"))
    return UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def dataset(sheet: Sheet, name: str, what: str, paths: Iterable[str]) -> Entry:
    """Files of data; their addresses are relative to the page, which JSON-LD allows."""
    files = []
    for path in paths:
        form, address = MEDIA[path.rpartition(".")[2]], url(sheet.path, Address(path))
        files.append({"@type": "DataDownload", "encodingFormat": form, "contentUrl": address})
    found: Entry = {"@type": "Dataset", "name": name, "description": what}
    return found | {"isAccessibleForFree": True, "distribution": files}


def of_record(sheet: Sheet) -> Iterator[Entry]:
    """What the record of a page is to a machine; nothing for kinds that have no word there."""
    record = sheet.dossier.records.get(dirname(sheet.path).rpartition("/")[2])
    if record is None or own_page(record).page != sheet.path:
        return
    if record.kind == "claim":
        for fact in sheet.dossier.by_record.get(record.id, ()):
            # What nobody claims is none.
            yield from (claim(sheet, fact, stance) for stance in fact.standing if stance.by)
    elif record.kind == "person":
        yield _named(sheet, record)
    elif isinstance(record.data, Round):
        yield _event(sheet, record, record.data)
    elif isinstance(record.data, Series):
        yield _counted(sheet, record, record.data)


def _named(sheet: Sheet, record: Record) -> Entry:
    found: Entry = {"@type": "Person", "name": sheet.dossier.briefing.name(record.id)}
    called = record.data.called
    others = [text for _, text in called.foreign(sheet.dossier.language)] if called else []
    return found | ({"alternateName": others} if others else {})


def _event(sheet: Sheet, record: Record, data: Round) -> Entry:
    found: Entry = {"@type": "Event", "name": sheet.dossier.briefing.name(record.id)}
    for key, name in (("date", "startDate"), ("last-day", "endDate")):
        if day := plain_day(sheet.dossier.facts.get(f"{record.id}.{key}")):
            found[name] = day
    if data.place:
        place = data.place.in_language(sheet.dossier.language)
        found["location"] = {"@type": "Place", "name": place}
    return found


def plain_day(fact: Fact | None) -> str | None:
    """A day that a statement gives, unless it is disputed, claimed, set aside or no plain date."""
    if fact is None or fact.grade not in SURE:
        return None
    value = fact.chosen.value
    text = value.date.text if value and value.date else ""
    return text if PLAIN_DATE.fullmatch(text) else None


def _counted(sheet: Sheet, record: Record, data: Series) -> Entry:
    briefing = sheet.dossier.briefing
    name = briefing.name(record.id)
    found = dataset(sheet, name, f"{name}: figures with their sources", [data_file(record).page])
    if data.reporter:
        found["creator"] = {"@type": "Organization", "name": briefing.name(data.reporter)}
    return found


def claim(sheet: Sheet, fact: Fact, stance: Stance) -> Entry:
    """An answer that somebody gives: what is claimed, by whom, and where it is printed."""
    known = sheet.dossier.briefing
    persons = {one.id for one in known.of_kind("person")}
    quoted = {one.source.id: one.publication for one in stance.counted if one.quote}
    printed = []
    for one in quoted.values():
        address = {"url": one.url} if one.url else {}
        printed.append({"@type": "CreativeWork", "publisher": source_name(known, one), **address})
    found: Entry = {
        "@type": "Claim",
        "name": fact.label,
        "text": says(sheet, fact, stance.content).text,
        "author": [
            {"@type": "Person" if id_ in persons else "Organization", "name": known.name(id_)}
            for id_ in stance.by
        ],
    }
    return found | ({"appearance": printed} if printed else {})


def sharing_card(title: str, edition: str, as_of: str) -> str:
    """The card of a section of an edition on a day."""
    names = lines(edition, NAME, WIDTH - 150 - MARGIN)[:1]
    shapes = (
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{PAPER}"/>',
        f'<rect width="{WIDTH}" height="12" fill="{INK}"/>',
        *(f'<path d="{path}" fill="{fill}"/>' for path, fill in HALVES),
        *_written(names, (166, 123, NAME), SANS, INK),
        *_written(lines(title, TITLE, WIDTH - 2 * MARGIN), (MARGIN, 290, TITLE), SERIF, INK),
        *_written([as_of], (MARGIN, HEIGHT - MARGIN, STAMP), SANS, MUTED),
    )
    frame = f'width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {frame}>{"".join(shapes)}</svg>'


def _written(texts: list[str], place: tuple[int, int, int], font: str, fill: str) -> Iterator[str]:
    x, y, size = place
    for number, text in enumerate(texts):
        at = f'x="{x}" y="{y + round(number * size * 1.15)}" font-size="{size}"'
        style = f'font-family="{font}" font-weight="600" fill="{fill}"'
        yield f"<text {at} {style}>{escape(text)}</text>"


def lines(text: str, size: int, width: int) -> list[str]:
    """A text in lines that a width can hold; what is left over ends in an ellipsis."""
    found = wrapped(text, width * FILLED, size)
    kept = found[:LINES]
    return kept if len(found) <= LINES else [*kept[:-1], f"{kept[-1][:-1]}\u2026"]


def llms(dossier: Dossier, settings: Settings) -> dict[str, bytes]:
    """`llms.txt`, the site in a page of plain Markdown, by its path from the site's root."""
    return {"llms.txt": "\n".join((*_llms_lines(dossier, settings), "")).encode()}


def _llms_lines(dossier: Dossier, settings: Settings) -> Iterator[str]:
    edition, start = dossier.briefing.edition, (settings.url or "").rstrip("/")
    yield from (f"# {plain(edition.title)}", "", f"> {plain(edition.subject)}", "")
    end = in_words(edition.coverage_end.last)
    yield f"As of {in_words(dossier.as_of)}; nothing is claimed of what came after {end}."
    yield from (*RULES, "", "## Pages", "")
    for one in pages(dossier, settings):
        # All others are found on those that are one step from the root.
        if one.path.count("/") < 2:
            yield _entry(start, one.path, one.title, one.description)
    if found := list(entries(dossier, settings)):
        yield from ("", "## Charts", "")
        yield from (_entry(start, *one) for one in found)
    yield from ("", "## Data", "")
    yield from (_entry(start, path, path, what) for path, what in DATA)


def _entry(start: str, path: str, title: str, what: str) -> str:
    name = plain(title).replace("[", "(").replace("]", ")")
    return f"- [{name}]({f'{start}/' if start else ''}{path}): {plain(what)}"
