"""The first page: what is so on the day, what is open, what ends when, and where to read on."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.counting import counted_if_any
from generator.derive.brief import (
    Item,
    News,
    disputes,
    key_points,
    last_round,
    news,
    state_of_play,
    strip,
)
from generator.derive.changed import steps
from generator.derive.dossier import Fact, Stance, Status
from generator.derive.labels import has_article
from generator.model.dates import in_words
from generator.model.fields import NameTexts
from generator.model.record import Record
from generator.render.views.act_tables import party_of
from generator.render.views.acts import capitalised
from generator.render.views.ahead import days_ahead
from generator.render.views.borne import QUIET
from generator.render.views.chart_views import first
from generator.render.views.downloads import FIRST, whole
from generator.render.views.grids import line, side_class
from generator.render.views.links import HOME, Address, is_statement, own_page, page
from generator.render.views.naming import inside
from generator.render.views.page import Page
from generator.render.views.prose import phrase, sentence
from generator.render.views.sentences import own_sentence
from generator.render.views.sheet import Sheet, holder, says, short, state, titled, to_card
from generator.render.views.summary_lines import days, of_editor
from generator.render.views.text import Rich, escape, fill, tag, time
from generator.render.views.unknowns import in_dispute, openings
from generator.render.views.what_changed import CALENDAR

# So many disputes, and of the last day so many changes, stand in sight.
DISPUTES, CHANGES = 6, 2
# So many key points stand beside the charts; the others go below both, folded on a phone.
BESIDE = 5
DATED = re.compile(r",?(?: of)?(?: \d+)? [A-Z]\w+ \d{4}$")
# A question, and the lines of its answer.
Dispute = tuple[Rich, tuple[Rich, ...]]


@dataclass(frozen=True)
class StripItem:
    """An item of the strip: what it is about, the word for it, why, and how long still."""

    id: str
    label: str
    word: Rich
    text: Rich
    left: str
    passed: int

    @property
    def line(self) -> Rich:
        """The item in one line."""
        left = f" ({self.left})" if self.left else ""
        return fill("{}: {}. {}{}", self.label, self.word, self.text, left)


def brief(sheet: Sheet, sections: list[Page], sizes: Mapping[str, int]) -> Page:
    """The page that answers first and leads to all others."""
    dossier = sheet.dossier
    edition, play, recent = dossier.briefing.edition, state_of_play(dossier), news(dossier)
    facts = dossier.facts.values()
    raised, rested = disputes(dossier)
    told = [(record.id, text) for record, text in points(sheet)]
    said, used = phrase(sheet, play[1].text) if play else Rich(), {one.status for one in facts}
    # What happened last; not what was only said or printed.
    happened = [one for one in recent if one.happened and own_sentence(sheet, one.facts[0])]
    last = [one for one in happened[:CHANGES] if one.day == happened[0].day]
    context = {
        "state": said,
        "stamp": tuple(_stamp(sheet)),
        "strip": tuple(strip_item(sheet, one) for one in strip(dossier)),
        "numbers": tuple(strip_item(sheet, one) for one in strip(dossier, "number")),
        "points": tuple(told[:BESIDE]),
        "more_points": tuple(told[BESIDE:]),
        "charts": first(sheet),
        "disputes": tuple(_dispute(sheet, fact) for fact in raised[:DISPUTES]),
        "more_disputes": in_dispute(dossier) if raised[DISPUTES:] or rested else "",
        "openings": tuple(openings(sheet)),
        "ahead": tuple(days_ahead(sheet)),
        "news": tuple(news_line(sheet, one) for one in recent if one.is_event),
        "sourced": tuple(news_line(sheet, one) for one in recent if not one.is_event),
        "changed": tuple(news_line(sheet, one) for one in last),
        "news_since": since(sheet),
        "calendar": files(sizes, (CALENDAR,)),
        "files": files(sizes, FIRST),
        "legend": tuple(one.value for one in Status if one in used & {*QUIET, Status.CLAIMED}),
        # Links to the sections with what is to be found there.
        "sections": tuple(
            (Address(one.path), one.title, one.description)
            for one in sections
            if not one.is_continued
        ),
        "href": {name: page(name) for name in ("disputed", "facts", "downloads")},
        "changes": page("changes") if steps(dossier) else None,
    }
    description = said.text or edition.subject
    return Page(HOME, "index.md.j2", edition.title, description, context, escape(edition.subject))


def files(sizes: Mapping[str, int], paths: Iterable[str]) -> tuple[tuple[Rich, Rich], ...]:
    """Those of the files that there are: a link, with type and size."""
    found = whole({path: sizes[path] for path in paths if path in sizes})
    return tuple((row.head, row.cells[1]) for row in found)


def _stamp(sheet: Sheet) -> Iterator[Rich]:
    for name, number in (
        ("facts", counted_if_any(len(sheet.dossier.facts), "statement")),
        ("sources", counted_if_any(len(sheet.dossier.used_sources), "source")),
        ("disputed", in_dispute(sheet.dossier).partition(" and ")[0]),
    ):
        if number:
            yield tag("a", number, href=page(name))


def strip_item(sheet: Sheet, item: Item) -> StripItem:
    """An item of the strip; a state has the days that are left of it."""
    span = item.span
    return StripItem(
        id=item.record.id,
        label=item.point.label or "",
        word=_in_large(sheet, item),
        text=phrase(sheet, item.point.text),
        left=f"{counted_if_any(span.left, 'day') or 'no day'} left" if span else "",
        passed=span.passed if span else 0,
    )


def _in_large(sheet: Sheet, item: Item) -> Rich:
    if item.fact is None:
        return phrase(sheet, item.point.word or "")
    if item.point.holds:
        held = item.fact.held
        return state(sheet, item.fact, capitalised(escape(held.phrase)) if held else None)
    record = item.fact.record
    place: NameTexts | None = getattr(record.data, "place", None)
    name = place.in_language(sheet.dossier.language) if place else sheet.name(record.id)
    return fill("{}, {}", tag("a", name, href=own_page(record)), short(sheet, item.fact))


def points(sheet: Sheet) -> Iterator[tuple[Record, Rich]]:
    """The key points of the day, each with its record."""
    return ((one, sentence(sheet, point.text)) for one, point in key_points(sheet.dossier))


def _dispute(sheet: Sheet, fact: Fact) -> Dispute:
    """A disputed statement in short: what an editor wrote of it, else one line for each answer."""
    ours = of_editor(sheet, fact.record) if is_statement(fact.record) else Rich()
    lines = (ours,) if ours else tuple(_answer(sheet, fact, one) for one in fact.standing)
    return to_card(fact, fact.statement.asks or fact.label), lines


def _answer(sheet: Sheet, fact: Fact, stance: Stance) -> Rich:
    """One answer: its holder in the colour of a side, its first day, and our words if there are."""
    side = side_class(sheet.dossier, party_of(sheet.dossier, stance.by or (stance.key,)))
    who = sheet.names(stance.by) if stance.by else holder(sheet, stance)
    days = (e.published for e in stance.counted if not e.published.is_unknown)
    first = min(days, key=lambda one: one.last, default=None)
    head = tag("strong", fill("{}, {}", who, in_words(first)) if first else who, class_=side)
    said = stance.content.says or says(sheet, fact, stance.content)
    return fill("{}: {}", head, said)


def since(sheet: Sheet) -> Rich:
    """The round since which there is news; nothing if there was none after it."""
    found, items = last_round(sheet.dossier), news(sheet.dossier)
    if found is None or not items or items[-1].on <= found[0]:
        return Rich()
    name = DATED.sub("", sheet.name(found[1]).text)
    if has_article(name):
        name = f"the {inside(sheet.dossier.briefing, name)}"
    told = days(sheet, sheet.dossier.records[found[1]]).text
    return fill("Known since {}, {}:", sheet.link(found[1], escape(name)), told)


def news_line(sheet: Sheet, one: News) -> tuple[Rich, Rich]:
    """What happened to one record, or is told of it."""
    told = own_sentence(sheet, one.facts[0]).text
    return time(one.day), titled(sheet, one.facts[0], told) if told else line(sheet, one.facts[0])
