"""What a page is made of, in bytes: while they are the same, so is the page."""

import io
import pickle
from dataclasses import dataclass
from typing import Any

from generator.derive.dossier import Dossier, Fact
from generator.hashing import digest
from generator.model.record import Record
from generator.render.charts.picture import IN_PAGE, Draw, Picture, undrawn
from generator.render.views.cards import Card, card
from generator.render.views.grids import Grid, line
from generator.render.views.histories import history_table
from generator.render.views.links import Address, address
from generator.render.views.page import Sealed, unsealed
from generator.render.views.sheet import Sheet, once, short
from generator.render.views.text import Rich

# What draws the faces of a picture: they stand for it.
PANELS = "panels"


@dataclass(frozen=True)
class Opened:
    """All that a filter can show of a fact."""

    card: Card
    line: Rich
    short: Rich
    href: Address
    history: Grid | None


@once
def opened(sheet: Sheet, fact: Fact) -> Opened:
    """A fact, opened."""
    shown = (card(sheet, fact), line(sheet, fact), short(sheet, fact))
    return Opened(*shown, address(fact), history_table(sheet, fact))


@once
def mark(sheet: Sheet, fact: Fact) -> str:
    """The hash of all that a template can show of a fact."""
    return digest(bytes_of(sheet, (fact.id, fact.label, opened(sheet, fact))))


class Unknown(Exception):
    """What a page shows can change while the page is given the same."""


def key(sheet: Sheet, draw: Draw, *given: object) -> str | None:
    """The hash of what a page is given; None where that does not tell all that it shows."""
    try:
        return digest(bytes_of(sheet, given, draw))
    except Unknown:
        return None


def bytes_of(sheet: Sheet, given: object, draw: Draw = undrawn) -> bytes:
    """Something in bytes; what it holds of facts and pictures, as all that a template can show."""

    def sealed(one: Sealed) -> tuple[Any, ...]:
        return Sealed, (one._path, mark(sheet, unsealed(one)))

    def pictured(one: Picture) -> tuple[Any, ...]:
        faces = tuple(draw(one, face) for face in IN_PAGE)
        return Picture, (faces, *(value for name, value in vars(one).items() if name != PANELS))

    written = io.BytesIO()
    pickler = pickle.Pickler(written, pickle.HIGHEST_PROTOCOL)
    table: dict[type, Any] = {Sealed: sealed, Picture: pictured}
    pickler.dispatch_table = table | dict.fromkeys((Dossier, Fact, Record), refuse)
    pickler.dump(given)
    return written.getvalue()


def refuse(one: object) -> tuple[Any, ...]:
    """What leads to all of a briefing."""
    raise Unknown(type(one).__name__)
