"""What changed: the page, in months that open, and what a reader can subscribe to.

There is a feed of all changes, of each section and of each record; deadlines are a calendar.
"""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.counting import counted, grouped
from generator.derive.changed import Entry, Step, entries, news_steps
from generator.derive.dossier import Dossier, Status
from generator.derive.spells import by_maker
from generator.derive.when import worked_out_once
from generator.model import FOLDER_OF
from generator.model.dates import in_words, parse_date
from generator.render.views.changes import Told, told
from generator.render.views.grids import OPEN
from generator.render.views.links import HOME, LIMIT, Address, page, sheet_of
from generator.render.views.page import Page, numbered, pages_to
from generator.render.views.sheet import Settings, Sheet
from generator.render.views.text import Rich, fill, tag, time

NAME, TITLE = "changes", "What changed"
DATA = Address("data/changes.json")
CALENDAR = "data/deadlines.ics"
FILE = "changes.xml"
# The folders of feeds that are of no kind and no record.
ALL, DISPUTED = "", "disputed"
# So many statements a page tells of: most of them stand folded.
MOST = 3 * LIMIT // 2
# An entry, and what opens below it: its name, and a line for each further statement.
Line = tuple[Rich, str, tuple[Rich, ...]]


@dataclass(frozen=True)
class Day:
    """A day with its entries; `ours` are of what we did, behind so many statements."""

    known: Rich
    lines: tuple[Line, ...]
    ours: tuple[Line, ...]
    more: str


@dataclass(frozen=True)
class Month:
    """A month with the entries of each of its days."""

    id: str
    heading: str
    days: tuple[Day, ...]
    is_folded: bool

    @property
    def size(self) -> int:
        """How many entries it has."""
        return sum(len(one.lines) + len(one.ours) for one in self.days)


def what_changed(dossier: Dossier, settings: Settings) -> Iterator[Page]:
    """The pages, if anything has become known."""
    found = entries(news_steps(dossier))
    parts = tuple(_in_pages(found))
    # Each page is called by its days, from the last back to the first.
    names = [fill("{} back to {}", time(part[0].day), oldest(part)) for part in parts]
    for number, part in enumerate(parts, 1):
        sheet = Sheet(dossier, settings, sheet_of(NAME, number).page)
        first, last = oldest(found), time(dossier.as_of)
        lead = fill("What became known from {} to {}, day by day.", first, last)
        context = {
            "months": tuple(months(list(told(sheet, part)))),
            "pager": pages_to(sheet, NAME, names),
            "data": DATA,
            "deadlines": calendar_link(sheet) if any(d.on for d in by_maker(dossier)) else "",
            "corrections": page("corrections"),
            "editions": tuple(editions(dossier)),
        }
        title = numbered(TITLE, number)
        yield Page(sheet.path, "changes.md.j2", title, lead.text, context, lead)


def _in_pages(found: Sequence[Entry]) -> Iterator[Sequence[Entry]]:
    part: list[Entry] = []
    for day in grouped((one.day, one) for one in found).values():
        if part and sum(len(one.steps) for one in (*part, *day)) > MOST:
            yield part
            part = []
        part += day
    yield from [part] if part else ()


def editions(dossier: Dossier) -> Iterator[Rich]:
    """The earlier editions that were published, since each of which a reader may ask."""
    for one in dossier.briefing.published.values():
        if one.as_of.last < dossier.as_of:
            since = replace(page(NAME), query=f"?since={one.as_of.last}")
            link = tag("a", f"since {one.name}", href=since)
            yield tag("span", fill("{} ({})", link, time(one.as_of.last)))


def oldest(found: Sequence[Entry]) -> Rich:
    """When the first became known; of a source that names a month or a year no more than that."""
    day, named = found[-1].day, found[-1].published
    return time(day, in_words(named) if named and not named.is_bound else None)


def months(found: Sequence[Told]) -> Iterator[Month]:
    """Entries by month, of which the first stands open if it is short."""
    by_month = grouped((f"{one.entry.day:%Y-%m}", one) for one in found)
    for number, (month, several) in enumerate(by_month.items()):
        days = grouped((fill("Known {}", time(one.entry.day, one.known)), one) for one in several)
        yield Month(
            f"month--{month}",
            in_words(parse_date(month)),
            tuple(_day(known, own) for known, own in days.items()),
            number > 0 or len(several) > OPEN,
        )


def _day(known: Rich, found: Sequence[Told]) -> Day:
    ours = [one for one in found if one.entry.is_ours]
    number = sum(one.number for one in ours)
    news = (_line(one) for one in found if one not in ours)
    return Day(known, tuple(news), tuple(map(_line, ours)), counted(number, "statement"))


def _line(one: Told) -> Line:
    return one.text, one.more, tuple(text for _, text in one.rest)


@worked_out_once
def feeds(dossier: Dossier) -> Mapping[str, tuple[Step, ...]]:
    """The steps that each feed tells of, by the folder in which it stands."""
    found = news_steps(dossier)
    return grouped((folder, one) for one in found for folder in _folders(dossier, one))


def _folders(dossier: Dossier, step: Step) -> Iterator[str]:
    """The folders of all to whom a step is news: its record, and the one whose act it follows."""
    yield ALL
    if {"disputed", "settled"} & {*step.kinds} or step.fact.status is Status.DISPUTED:
        yield DISPUTED
    held = step.fact.held
    makers = [dossier.facts[held.maker]] if held and held.maker in step.causes else []
    records = {one.record.id: one.record.kind for one in (step.fact, *makers)}
    yield from dict.fromkeys(FOLDER_OF[kind] for kind in records.values())
    yield from (f"{FOLDER_OF[kind]}/{id_}" for id_, kind in records.items())


def feed_in(folder: str) -> Address:
    """The feed of a folder."""
    return Address(f"{folder}/{FILE}" if folder else FILE)


def feed_of(there: Container[str], page: str) -> Address | None:
    """The feed of the record, else of the section that a page belongs to, else of all.

    The folders of all feeds are `there`.
    """
    parts = page.removesuffix(HOME).split("/")
    folders = ("/".join(parts[:2]), parts[0], ALL)
    return next((feed_in(one) for one in folders if one in there), None)


def calendar_link(sheet: Sheet) -> Rich:
    """A link to the deadlines; a calendar subscribes to them where the site has an address."""
    address = (sheet.settings.url or "").partition("://")[2].rstrip("/")
    to = f"webcal://{address}/{CALENDAR}" if address else Address(CALENDAR)
    # It leads to another program, as a link to another site does.
    rel = {"rel": "nofollow external"} if address else {}
    return tag("a", "deadlines", href=to, **rel)
