"""What a statement read from day to day, as the table of its card, and what brought that about."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from generator.derive.dossier import Dossier, Fact, Status
from generator.derive.history import Change, Interval, among, history, without_day
from generator.derive.state import Held
from generator.model.briefing import witness_parts
from generator.model.dates import PartialDate, in_words
from generator.render.views import borne
from generator.render.views.acts import capitalised
from generator.render.views.borne import marked
from generator.render.views.grids import Grid, Row, columns, one_group
from generator.render.views.links import own_page
from generator.render.views.naming import inside
from generator.render.views.sentences import sentence_of
from generator.render.views.sheet import NO_STATE, Sheet, and_its_end, holder, in_short, titled
from generator.render.views.text import Rich, escape, fill, joined, listed, tag, time

HEADS = ("What it said", "Status", "State")
WORDS: tuple[Change, ...] = ("value", "status", "state")
# What a cell says in which nothing changed.
SAME = Rich("unchanged")
# More names in a line tell a reader nothing more.
MOST = 3


def history_table(sheet: Sheet, fact: Fact) -> Grid | None:
    """The history of a statement; none where it reads as on its first day.

    A column in which nothing changes is left out: the card above has it.
    """
    found = history(sheet.dossier).intervals[fact.id]
    if len(found) < 2:
        return None
    said, *rest = zip(*(_read(sheet, one.fact) for one in found), strict=True)
    new = (Rich(), *(added(sheet, was.fact, one.fact) for was, one in pairwise(found)))
    lines = zip(new, once_told(said), strict=True)
    told = (fill("A further answer, by {}", by) if by else one for by, one in lines)
    held = (tuple(told), *rest)
    kept = [at for at in range(len(HEADS)) if _is_telling(found[1:], held[at], WORDS[at])]
    causes = (brought_about(sheet, *pair) for pair in zip((None, *found), found, strict=False))
    rows: list[Row] = []
    for n, (one, cause) in enumerate(zip(found, causes, strict=True)):
        cells = tuple(held[at][n] for at in kept)
        pairs = zip(cells, rows[-1].cells if rows else (), strict=False)
        # A state rests on another act, and all reads the same.
        if one.changes == ("state",) and all(now in (was, SAME) for now, was in pairs):
            *same, first = rows[-1].cells
            cause = fill("From {}: {}", _first_day(one), cause)
            rows[-1] = Row(rows[-1].head, (*same, joined((first, cause), ". ")))
        else:
            rows.append(Row(_first_day(one), (*cells, cause)))
    heads = columns("Known from", *(HEADS[at] for at in kept), "What brought it about")
    return Grid(f"{fact.id}--history", "History", heads, one_group(rows))


def once_told(cells: Sequence[Rich]) -> tuple[Rich, ...]:
    """A long text stands only where it is another than before."""
    pairs = zip((Rich(), *cells), cells, strict=False)
    return tuple(cell if cell.text != before.text else SAME for before, cell in pairs)


def _is_telling(later: Sequence[Interval], cells: Sequence[Rich], change: Change) -> bool:
    texts = {cell.text for cell in cells if cell != SAME}
    return len(texts) > 1 or (change == "state" and any(change in one.changes for one in later))


def _first_day(one: Interval) -> Rich:
    if one.since == date.min:
        return escape("the beginning")
    words = known_in_words(one.since, without_day(among(one.fact, one.causes)))
    return time(one.since, words)


def known_in_words(day: date, published: PartialDate | None) -> str:
    """Since when something is known; where its sources name no day, that this is so."""
    if published is None or published.is_bound:
        return in_words(published or day)
    return f"{in_words(published)} (day not known)"


def _read(sheet: Sheet, fact: Fact) -> tuple[Rich, Rich, Rich]:
    word = plain_word(sheet.dossier, fact)
    status = marked(word or borne.NO_WORD, fact.status.value if fact.status else "none")
    state = and_its_end(fact.held.text, fact.held) if fact.held else NO_STATE
    said = in_short(sheet, fact)
    return capitalised(said) if fact.rivals else said, status, escape(state)


def added(sheet: Sheet, before: Fact, fact: Fact) -> Rich:
    """Whose answer has come to a dispute that went on; nothing without one."""
    known = {one.key for one in before.rivals}
    return listed(holder(sheet, one) for one in fact.rivals if known and one.key not in known)


def brought_about(sheet: Sheet, before: Interval | None, one: Interval) -> Rich:
    """Why it reads so from that day on, in one sentence for each reason."""
    parts = [*_printed(sheet, one)]
    parts += _came_of(sheet, one) if before is None else changed(sheet, before, one)
    return joined(map(capitalised, parts), ". ") if parts else escape("More became known")


def _printed(sheet: Sheet, one: Interval) -> Iterator[Rich]:
    ids = dict.fromkeys(witness_parts(cause)[0] for cause in one.causes)
    found = [e for e in one.fact.evidence if e.source.id in ids]
    briefing = sheet.dossier.briefing
    pages = {borne.source_name(briefing, e.publication): own_page(e.source) for e in found}
    if links := [tag("a", tag("bdi", name), href=to) for name, to in pages.items()]:
        rest = [escape(f"{len(links) - MOST} more")] if len(links) > MOST else []
        noun = "source" if len(links) == 1 else "sources"
        yield fill("{}: {}", noun, joined([*links[:MOST], *rest], "; "))


def _came_of(sheet: Sheet, one: Interval) -> Iterator[Rich]:
    found = one.fact.computed if one.fact.statement.compute else None
    if links := [sheet.link(id_) for id_ in found.inputs if id_ in one.causes] if found else ():
        yield fill("worked out from {}", listed(links))


def changed(sheet: Sheet, before: Interval, one: Interval) -> Iterator[Rich]:
    """What else made it read otherwise than the day before."""
    yield from set_right(before, one)
    yield from _taken_back(one)
    if {"value", "status"} & {*one.changes}:
        yield from _came_of(sheet, one)
        by = [id_ for s in one.fact.stances if s.aside for id_ in s.aside.by if id_ in one.causes]
        if "value" in one.changes and not one.causes and one.fact.computed:
            yield escape("what it is checked against became known")
        if by:
            what = "an answer was superseded by {}" if before.fact.rivals else "superseded by {}"
            yield fill(what, sheet.links(dict.fromkeys(by)))
    if "state" in one.changes:
        yield from acted(sheet, before, one)


def set_right(before: Interval, one: Interval) -> Iterator[Rich]:
    """What we said of it ourselves."""
    if "reading" in one.changes:
        yield escape("our note")
    if "lowered" in one.changes:
        yield fill("status lowered: {}", one.fact.lowered)
    old = {stance.aside for stance in before.fact.stances}
    new = (stance.aside for stance in one.fact.stances if stance.aside not in old)
    why = [aside.why for aside in new if aside and aside.status is Status.REJECTED]
    for number, reason in enumerate(why):
        yield fill("{} rejected ({})", "another" if number else "answer", reason)


def _taken_back(one: Interval) -> Iterator[Rich]:
    sources = {e.source.id: e.publication for e in one.fact.evidence}
    for source in sources.values():
        if source.retracted and source.retracted.on.last == one.since:
            yield fill("retraction: {} took its report back", tag("bdi", borne.page_of(source)))
    for stance in one.fact.stances:
        own = stance.content.retracted
        if own and own.on.last == one.since:
            yield escape("retraction: who said it took it back")


def acted(sheet: Sheet, before: Interval, one: Interval) -> Iterator[Rich]:
    """The act that made the state, a day that came, or that more was known of the act before."""
    held, old = one.fact.held, before.fact.held
    known = sheet.dossier.facts.get(held.maker) if held else None
    act = known if known and known.id != one.fact.id else None
    is_end = old is not None and one.since in old.ends
    is_due = is_end or (held is not None and one.since == held.since)
    if act and act.known_from == one.since:
        yield titled(sheet, act, sentence_of(sheet, act).text)
    elif act and is_due and not is_end:
        told = inside(sheet.dossier.briefing, sentence_of(sheet, act).text)
        yield fill("on this day {}", titled(sheet, act, told))
    elif is_due:
        yield escape("the day named for it came")
    elif one.changes == ("state",) and old and old.maker != one.fact.id:
        yield more_of(sheet, old)


def more_of(sheet: Sheet, old: Held) -> Rich:
    """That more became known of an act, or that its day is another now."""
    act = sheet.dossier.facts.get(old.maker)
    begins = act.chosen.from_.first if act and act.chosen.from_ else None
    is_moved = begins is not None and begins != old.since
    told = "it has another day now: {}" if is_moved else "more became known of “{}”"
    return fill(told, sheet.link(old.maker))


def plain_word(dossier: Dossier, fact: Fact) -> str:
    """The status of a statement in words, without who knew it."""
    if fact.status is Status.COMPUTED:
        return borne.computed(dossier, fact)
    return borne.worded(dossier.briefing, fact.status, fact.by)
