"""The page of corrections: how we correct; our notes and rejections, and retractions of others."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.counting import counted, grouped, listed
from generator.derive.changed import steps
from generator.derive.dossier import Dossier, Fact, Stance, Status
from generator.model.briefing import end_of
from generator.model.dates import in_words, parse_date
from generator.model.record import Record, of_model
from generator.model.source import Source
from generator.render.data.statements import HISTORY
from generator.render.views.borne import begun, page_of
from generator.render.views.cards import WRONG
from generator.render.views.grids import Listing, listing
from generator.render.views.links import Address, base, find, form, own_page, page, sheet_of
from generator.render.views.page import Page, cut, numbered, pager
from generator.render.views.records import reading_of
from generator.render.views.sentences import dated
from generator.render.views.sheet import Settings, Sheet, holder, says
from generator.render.views.text import Rich, fill, tag, time

NAME = "corrections"
# What there is of each sort: ours first, then what is others'.
SORTS = {
    "rejected": ("answer", "rejected"),
    "lowered": ("statement", "lowered in status"),
    "reading": ("note", "of ours on statements"),
    "of-record": ("note", "of ours on records"),
    "retracted": ("retraction", "by others"),
}
# So many lists a reader can look over; of more, each covers a month or a year.
MOST = 12
DAY, MONTH, YEAR = map(len, ("2031-05-01", "2031-05", "2031"))


@dataclass(frozen=True)
class Correction:
    """Something that was set right: from which day, of which sort, and what, in a sentence."""

    on: date
    sort: str
    text: Rich


def corrected(dossier: Dossier, settings: Settings) -> Iterator[Page]:
    """The policy, what was set right with the newest first, and the addresses that moved."""
    found = newest_first(Sheet(dossier, settings, page(NAME).page))
    for number, part in cut(found):
        sheet = Sheet(dossier, settings, sheet_of(NAME, number).page)
        is_first = number == 1
        context = {
            "policy": _policy(sheet) if is_first else {},
            "listings": (*lists(part), *(moved(sheet) if is_first else ())),
            "pager": pager(sheet, NAME, len(found)),
        }
        title = numbered("Corrections", number)
        what = f"How we correct this briefing. So far: {summary(found)}."
        yield Page(sheet.path, "corrected.md.j2", title, what, context)


def newest_first(sheet: Sheet) -> list[Correction]:
    """All that was set right up to the day; on one day what is ours before what is others'."""

    def in_order(one: Correction) -> tuple[int, int, str]:
        return -one.on.toordinal(), [*SORTS].index(one.sort), one.text.text

    return sorted(corrections(sheet), key=in_order)


def summary(found: Sequence[Correction]) -> str:
    """How many there are of each sort."""
    number = Counter(one.sort for one in found)
    told = [f"{counted(n, noun)} {what}" for s, (noun, what) in SORTS.items() if (n := number[s])]
    return listed(told) or "nothing"


def _policy(sheet: Sheet) -> Mapping[str, object]:
    repository = base(sheet.settings)
    gone = Counter("statement" if "." in id_ else "record" for id_ in removed(sheet))
    return {
        "commits": f"{repository}/commits/{sheet.settings.branch}" if repository else "",
        "report": form(sheet.settings, WRONG) or "",
        "changes": page("changes") if steps(sheet.dossier) else None,
        "removed": listed([counted(gone[one], one) for one in sorted(gone, reverse=True)]),
        "history": Address(HISTORY.path),
    }


def lists(found: Sequence[Correction]) -> Iterator[Listing]:
    """What was set right by day and sort; by month or year where these would be many lists."""
    for length in (DAY, MONTH, YEAR):
        by_time = grouped(((f"{one.on}"[:length], one.sort), one) for one in found)
        if len(by_time) <= MOST:
            break
    for (when, sort), own in by_time.items():
        noun, what = SORTS[sort]
        heading = f"{in_words(parse_date(when))}: {noun}s {what}"
        items = [
            one.text if length == DAY else fill("{}: {}", time(one.on), one.text) for one in own
        ]
        yield listing(f"section--{when}-{sort}", heading, items)


def corrections(sheet: Sheet) -> Iterator[Correction]:
    """All that was set right up to the day, statement by statement and then source by source."""
    for fact in sheet.dossier.facts.values():
        yield from of_statement(sheet, fact)
        for stance in fact.stances:
            yield from of_answer(sheet, fact, stance)
    for record in sheet.dossier.records.values():
        # What we say of a term is what it means, and corrects nobody.
        found = None if record.kind == "glossary" else reading_of(sheet.dossier, record)
        if found:
            link = tag("a", sheet.name(record.id), href=own_page(record))
            yield Correction(found.on.last, "of-record", fill("{}: {}", link, found.text))
    for record, source in of_model(sheet.dossier.of_kind("source"), Source):
        gone = source.retracted
        if gone and gone.on.last <= sheet.dossier.day:
            yield Correction(gone.on.last, "retracted", _withdrawn(sheet, record, source))


def called(sheet: Sheet, fact: Fact) -> Rich:
    """A statement as a sentence that leads to its card: its own, else its label."""
    # No link within the link to the card.
    told = dated(sheet, fact).text or fact.statement.asks or fact.label
    return sheet.link(fact.id, Rich(told if told.endswith("?") else f"{told}."))


def of_statement(sheet: Sheet, fact: Fact) -> Iterator[Correction]:
    """How we read a statement, and why we hold it to be weaker than its sources make it."""
    link, lowered = called(sheet, fact), fact.statement.lowered
    if fact.reading:
        yield Correction(fact.reading.on.last, "reading", fill("{} {}", link, fact.reading.text))
    if fact.lowered and lowered:
        told = fill("{} We call it {}, and no better ({})", link, lowered.to, fact.lowered)
        yield Correction(lowered.on.last, "lowered", told)


def of_answer(sheet: Sheet, fact: Fact, stance: Stance) -> Iterator[Correction]:
    """Why an answer was rejected by us, or taken back by whoever gave it."""
    aside, own = stance.aside, stance.content.retracted
    if aside is None or aside.status is Status.SUPERSEDED:
        return
    link, given = called(sheet, fact), says(sheet, fact, stance.content)
    if aside.status is Status.REJECTED:
        given = fill("Rejected: {} ({})", given, holder(sheet, stance))
        yield Correction(aside.on, "rejected", fill("{} {}. Reason: {}", link, given, aside.why))
    # What falls with its source is told of the source.
    elif own and own.on.last == aside.on:
        why = fill(" ({})", own.why) if own.why else Rich()
        told = fill("{} {} took back {}{}", link, holder(sheet, stance), given, why)
        yield Correction(aside.on, "retracted", told)


def _withdrawn(sheet: Sheet, record: Record, source: Source) -> Rich:
    assert source.retracted
    title = tag("a", sheet.called(source.called), href=own_page(record))
    number = counted(len(sheet.dossier.used_sources.get(record.id, ())), "statement")
    told = fill("{} took back {}; {} cited it.", tag("bdi", begun(page_of(source))), title, number)
    return fill("{} Reason: {}", told, source.retracted.why) if source.retracted.why else told


def moved(sheet: Sheet) -> Iterator[Listing]:
    """The ids that were published once and are others now, or gone, as far as the day knows."""
    told = ((on, one) for id_, on in by_now(sheet) if (one := went(sheet, id_)))
    if items := [one if on == date.min else fill("{}: {}", time(on), one) for on, one in told]:
        yield listing("section--moved", "Addresses moved or withdrawn", items)


def by_now(sheet: Sheet) -> list[tuple[str, date]]:
    """The ids that moved by the day, each with its day if that is listed, the last first."""
    moved = sheet.dossier.briefing.moved.items()
    days = {id_: one.on.last if one.on else date.min for id_, one in moved}
    known = sorted((id_, on) for id_, on in days.items() if on <= sheet.dossier.day)
    return sorted(known, key=lambda one: one[1], reverse=True)


def went(sheet: Sheet, id_: str) -> Rich:
    """Where an id went, or why it is gone; nothing where the day does not know what it was of."""
    end = end_of(sheet.dossier.briefing, id_)
    if end and end.to and find(sheet.dossier, end.to):
        return fill("{} is now {}", tag("code", id_), sheet.link(end.to))
    if end and is_removed(sheet, id_):
        return fill("{} was withdrawn ({})", tag("code", id_), end.gone)
    return Rich()


def removed(sheet: Sheet) -> Iterator[str]:
    """The ids that lead nowhere any more, as far as the day knows their records."""
    return (id_ for id_, _ in by_now(sheet) if is_removed(sheet, id_))


def is_removed(sheet: Sheet, id_: str) -> bool:
    """Whether an id leads nowhere any more, and the day knows the record that had it, if any."""
    end, record = end_of(sheet.dossier.briefing, id_), id_.partition(".")[0]
    is_known = record in sheet.dossier.records or record not in sheet.dossier.briefing.records
    return bool(end and end.gone and is_known)
