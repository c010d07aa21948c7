"""The list of changes in words: each statement, record and page with what reads otherwise."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from generator.changes.cards import (
    PLAIN,
    Words,
    differing,
    generic,
    in_prose,
    publication,
    reworded,
)
from generator.changes.listing import Change, Changes, Difference, both
from generator.derive import Dossier, Fact
from generator.derive.dossier import Status
from generator.model.briefing import end_of
from generator.model.points import KeyPoint
from generator.model.record import Record
from generator.model.source import Source
from generator.model.statement import ACTORS
from generator.render.site.redirects import UNKNOWN, old_ids
from generator.render.views.links import HOME, find, page, permalink, prose_page
from generator.render.views.sheet import Sheet
from generator.rules.shared import Quoted

ADDRESS = "address"
# A sentence of the brief has no page, and who is only named may have none.
WITHOUT_PAGE = ("point", *ACTORS)
EDITION, TEXT, SHORT = "briefing", "text", 60
QUOTE_KEYS = {"text": "words", "at": "place", "text of": "author"}


class Kind(Enum):
    """What became of a statement, a record, a page or the address of an old id."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    DISPUTED = "disputed"
    SETTLED = "settled"
    CHANGED = "changed"
    FOLLOWS = "follows"


@dataclass(frozen=True)
class Entry:
    """What became of one statement, record or page.

    `page` is where it stands, as an address from the site's root; empty where it is gone or has
    none.
    """

    kind: Kind
    id: str
    label: str
    differences: tuple[Words, ...]
    page: str = ""


def entries(changes: Changes) -> tuple[Entry, ...]:
    """What reads otherwise, by kind, then by id."""
    found = [*statements(changes), *records(changes), *pages(changes)]
    order = list(Kind)
    return tuple(sorted(found, key=lambda one: (order.index(one.kind), one.id)))


def statements(changes: Changes) -> Iterator[Entry]:
    """The statements that are written otherwise, or of which something else follows."""
    written = {one.now.id for one in changes.statements if one.now and one.differences}
    written |= {one.now.located.id for one in changes.parts if one.now}
    followed = {one.now.id for one in changes.facts if one.now}
    facts = changes.head.facts
    pairs = [(changes.fact(id_), facts[id_]) for id_ in facts if id_ in written | followed]
    gone = [(one.was, None) for one in changes.facts if one.was and not one.now]
    for was, now in (*pairs, *gone):
        away = moved_away(changes, was, now) if was else ()
        words = (*away, *reworded(changes, was, now))
        one = now or was
        if words and one:
            kind = _kind_of(was, now, one.id in written)
            is_moved = away and kind in (Kind.CHANGED, Kind.FOLLOWS)
            at = f"f/{one.id}/index.html" if now else ""
            yield Entry(Kind.MOVED if is_moved else kind, one.id, one.label, words, at)


def _kind_of(was: Fact | None, now: Fact | None, is_written: bool) -> Kind:
    if was is None or now is None:
        return Kind.ADDED if was is None else Kind.REMOVED
    disputed = (was.status is Status.DISPUTED, now.status is Status.DISPUTED)
    if disputed[0] != disputed[1] and now.status is not Status.RETRACTED:
        return Kind.DISPUTED if disputed[1] else Kind.SETTLED
    return Kind.CHANGED if is_written else Kind.FOLLOWS


def moved_away(changes: Changes, was: Fact, now: Fact | None) -> tuple[Words, ...]:
    """What the address of a statement says that stands there no more.

    One that moved with its record has its address reported with that.
    """
    goes_along = now and now.located.path == was.located.path != ()
    is_there = now and now.id == was.id
    return () if goes_along or is_there else said_at(changes, was.id, permalink(was).page)


def said_at(changes: Changes, id_: str, at: str) -> tuple[Words, ...]:
    """What the address of something that is gone says, or that it leads nowhere."""
    if now := spoken(changes.head, id_):
        return (Words(ADDRESS, "", now),)
    is_lost = at and id_ not in old_ids(changes.head)
    return (Words(ADDRESS, f"`{at.removesuffix('index.html')}`", ""),) if is_lost else ()


def spoken(dossier: Dossier, id_: str) -> str:
    """What the address of an old id says; nothing where there is no such address."""
    end = end_of(dossier.briefing, id_) if id_ in dossier.briefing.moved else None
    if end is None or id_ in dossier.facts:
        return ""
    if end.to and find(dossier, end.to):
        return f"leads on to `{end.to}`"
    if end.to and Sheet(dossier, PLAIN, HOME).is_known(end.to):
        return f"says: it is now {dossier.briefing.name(end.to)}"
    return f"says: {end.gone or UNKNOWN}"


def records(changes: Changes) -> Iterator[Entry]:
    """The records that are written otherwise: points and charts too, and sources by their words."""
    quotations: dict[str, list[Words]] = {}
    for one, _, now in both(changes.quotations):
        quotations.setdefault(now.source.id, []).extend(of_quotation(changes, now, one.differences))
    for change in changes.records:
        own = quotations.pop(change.now.id, []) if change.now else []
        yield from of_record(changes, change.was, change.now, [*said_of(changes, change), *own])
    for id_, words in quotations.items():
        record = changes.head.briefing.records[id_]
        yield from of_record(changes, record, record, words)


def said_of(changes: Changes, change: Change[Record]) -> Iterator[Words]:
    """What a record says otherwise; of one that came or went, its name."""
    if change.was and change.now:
        for each in change.differences:
            yield from generic(changes, each, change.now)
    else:
        was, now = (each.data.heading("en") if each else "" for each in (change.was, change.now))
        yield Words("name", was, now)


def of_record(
    changes: Changes, was: Record | None, now: Record | None, words: list[Words]
) -> Iterator[Entry]:
    """What became of one record, where readers meet it on the day."""
    states = ((changes.base, was), (changes.head, now))
    known = [(of, each) for of, each in states if each]
    is_shown = any(each.id in of.records or each.kind in WITHOUT_PAGE for of, each in known)
    # Where a record went that is itself a statement, the statement says.
    is_stated = any(each.id in of.facts for of, each in known)
    if not is_shown or (is_stated and not (was and now)):
        return
    is_away = was and not is_stated and (now is None or now.id != was.id)
    to = find(changes.base, was.id) if was else None
    away = said_at(changes, was.id, to.page if to else "") if was and is_away else ()
    if away or words:
        here = find(changes.head, now.id) if now else None
        at = here.page if here else HOME if now and now.kind == "point" else ""
        state, one = known[-1]
        yield Entry(fate(was, now, away), one.id, label(state, one), (*away, *words), at)


def fate(was: object, now: object, away: tuple[Words, ...]) -> Kind:
    """What became of a record or a page."""
    if away and now:
        return Kind.MOVED
    return Kind.ADDED if not was else Kind.REMOVED if not now else Kind.CHANGED


def label(dossier: Dossier, record: Record) -> str:
    """What a record is called in a list."""
    data, name = record.data, dossier.briefing.name(record.id)
    if isinstance(data, KeyPoint):
        return (
            f"“{data.label}” on the brief"
            if data.label
            else _in_short(in_prose(dossier, data.text))
        )
    return f"“{name}” ({publication(data)})" if isinstance(data, Source) else name


def _in_short(text: str) -> str:
    return f"“{text}”" if len(text) <= SHORT else f"“{text[:SHORT].rsplit(' ', 1)[0]}…”"


def of_quotation(
    changes: Changes, now: Quoted, differences: tuple[Difference, ...]
) -> Iterator[Words]:
    """What a quotation says otherwise; what is not its words is named by them."""
    name = _in_short(now.quotation.text)
    for each in differences:
        for found in generic(changes, each):
            key = QUOTE_KEYS.get(found.what, found.what)
            if each.key == "text":
                yield Words(key, f"“{found.before}”", f"“{found.after}”")
            else:
                yield Words(f"{key} of {name}", found.before, found.after)


def pages(changes: Changes) -> Iterator[Entry]:
    """The pages of prose and the edition, where they are written otherwise."""
    ids = {
        file.path: id_
        for of in (changes.base, changes.head)
        for id_, file in of.briefing.prose.items()
    }
    for one in changes.pages:
        was, now = (ids[each.path] if each else "" for each in (one.was, one.now))
        away = said_at(changes, was, prose_page(was).page) if was and was != now else ()
        sides = ((changes.base, one.was), (changes.head, one.now))
        old, new = ({TEXT: in_prose(of, each.text if each else "")} for of, each in sides)
        title = next((each.lines[0].strip("# ") for each in (one.now, one.was) if each), "")
        at = prose_page(now).page if now else ""
        words = (*away, *differing(old, new))
        if words:
            yield Entry(fate(was, now, away), now or was, f"Page “{title}”", words, at)
    own = [words for each in changes.edition for words in generic(changes, each)]
    if own:
        yield Entry(Kind.CHANGED, EDITION, "The edition", tuple(own), page("about").page)
