"""What held on any day, as one script file that only its page loads; each text is in it once.

Refuses to decide anything: what is known on which day was worked out before.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from generator.derive.dossier import Dossier
from generator.derive.past import Version
from generator.derive.spells import Spell
from generator.derive.state import DONE, STANDING, Held
from generator.model.dates import in_words
from generator.render.site.search import LINE_ENDS, as_json
from generator.render.templates import html
from generator.render.views.ahead import as_set, held_words
from generator.render.views.grids import side_class
from generator.render.views.on_any_day import (
    EMPTY,
    PLACE,
    SCRIPTS,
    SECTIONS,
    Meeting,
    OnAnyDay,
    Said,
    Thing,
    Told,
    first_source,
)
from generator.render.views.sheet import Settings, Sheet
from generator.render.views.text import Rich

T = TypeVar("T")


def held_file(dossier: Dossier, settings: Settings) -> dict[str, bytes]:
    """The file by its path from the site's root; none where nothing ever held."""
    if not dossier.has_states:
        return {}
    found = Texts(OnAnyDay(Sheet(dossier, settings, PLACE.page)))
    text = f"globalThis.briefingHeld={as_json(found.all())};\n"
    return {SCRIPTS[0].page: text.translate(LINE_ENDS).encode()}


@dataclass(frozen=True)
class Texts:
    """What the file holds, with the number of each text in it."""

    found: OnAnyDay
    numbers: dict[Rich, int] = field(default_factory=dict)

    def all(self) -> dict[str, object]:
        """Everything, the texts last."""
        found = self.found
        series, disputed = tuple(found.series()), tuple(found.disputed())
        led = {version.told for one in series for version in one.led}
        held = {
            **about(found),
            "things": [self.thing(one) for one in found.things()],
            "rounds": [versions(one, self.meeting) for one in found.rounds()],
            "series": [[one.is_key, versions(one.led, str)] for one in series],
            "told": {
                id_: versions(found.told(id_), self.told) for id_ in sorted({*led, *disputed})
            },
            "disputed": [[id_, self.text(found.side_name(id_))] for id_ in disputed],
            "said": [versions(one, self.said) for one in found.said()],
        }
        return held | {"texts": [html(one, found.sheet.path) for one in self.numbers]}

    def text(self, given: Rich) -> int:
        """The number of a text."""
        return self.numbers.setdefault(given, len(self.numbers))

    def thing(self, one: Thing) -> list[object]:
        """Heading, group, side, what it is, what held, from when it may have; whether a whole."""
        section, group = list(SECTIONS).index(one.kind), self.text(one.side_name)
        side = side_class(self.found.sheet.dossier, one.side)
        held = versions(one.held, lambda told: [*map(self.spell, told, one.spells(told))])
        what, begun = versions(one.what, self.text), iso(one.begun)
        return [section, group, side, what, held, begun, one.is_whole]

    def spell(self, own: Spell, one: Spell) -> list[object]:
        """From when until when what held, since when by itself, and when it is to end.

        The last is how it reads by each end that was set for it, with the day by which it was and
        that end.
        """
        said = self.words(one.held, one.held.text)
        told = as_set(self.found.sheet, own, one.held.text)
        ends = [[iso(day), self.words(own.held, text), iso(end)] for day, text, end in told]
        code = "done" if one.held.done == DONE else one.held.code
        within = one.held.within
        since = within.text if within else iso(one.held.since)
        last = [iso(end) for end in one.held.ends]
        return [iso(one.since), iso(one.until), said, code, since, last, *([ends] if ends else [])]

    def words(self, held: Held, text: str) -> int:
        """What held, in these words."""
        return self.text(held_words(self.found.sheet, replace(held, text=text)))

    def meeting(self, one: Meeting) -> list[object]:
        """Its days and how they are told."""
        return [iso(one.begin), iso(one.end), self.text(one.text)]

    def said(self, one: Said) -> list[object]:
        """Its days, whether something was done on them, the sentence and the side."""
        days = [iso(day) for day in one.days]
        return [days, one.is_main, self.text(one.text), self.text(one.side_name)]

    def told(self, one: Told) -> list[object]:
        """Whether it was disputed, the line, and the last day on which it was raised."""
        last = [iso(one.last_raised.last)] if one.last_raised else []
        return [one.is_disputed, self.text(one.text), *last]


def iso(day: date | None) -> str | None:
    """A day as scripts compare it."""
    return day.isoformat() if day else None


def versions(given: Iterable[Version[T]], written: Callable[[T], object]) -> list[object]:
    """What was known, each with the day from which it was."""
    return [[iso(one.since), written(one.told)] for one in given]


def about(found: OnAnyDay) -> dict[str, object]:
    """The edition, the days on which something changed, and how far back anything reaches."""
    dossier = found.sheet.dossier
    known = [day for day in found.past.history.days if day <= dossier.day]
    spells = [one for told in found.past.held.values() for one in told[-1].told]
    turns = {day for one in spells for day in (one.since, one.until) if day}
    begun = {told[-1].told.begin for told in found.rounds() if told}
    return {
        "title": dossier.briefing.edition.title,
        "url": found.sheet.settings.url,
        "edition": iso(dossier.as_of),
        "last": iso(dossier.day),
        "first": in_words(first_source(dossier)) if known else None,
        "days": [iso(day) for day in sorted({*known, *turns, *begun}) if day <= dossier.day],
        "known": [iso(day) for day in known],
        "standing": [*STANDING.items()],
        "empty": EMPTY,
        "sections": [[f"section--{kind}", name] for kind, name in SECTIONS.items()],
    }
