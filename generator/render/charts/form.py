"""What a form of chart is: how its panels are found, told, put into a table and drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from generator.derive.charts import Panel
from generator.derive.dossier import Dossier
from generator.model.chart import Chart
from generator.render.charts.vega import NARROW, SIDES, Drawing, Frame, Layer, Size, headed
from generator.render.charts.words import Line
from generator.render.views.grids import side_class

One = TypeVar("One", bound=Panel[Any])
# More panels than these are lower.
MANY = 2


@dataclass(frozen=True)
class Form(Generic[One]):
    """A form of chart: one declaration, which all that shows charts goes by.

    `days` is what all panels reach over where they stand in time, `head` what the lines of the
    table stand for, and `sideless` the colour of what is of no side.
    """

    panels: Callable[[Dossier, Chart], Iterator[One]]
    lines: Callable[[One], Iterator[Line]]
    sentences: Callable[[One], Iterator[str]]
    draw: Callable[[One, Frame], Drawing]
    days: Callable[[Sequence[One], int], tuple[int, int]] = lambda _, day: (day, day + 1)
    title: Callable[[One], str] = lambda panel: panel.title
    head: str = "What"
    sideless: str = SIDES["side-other"]
    # Fewer marks in every panel are nothing to look at.
    least: int = 2
    # Numbers stand for words.
    is_numbered: bool = False

    def drawn(self, dossier: Dossier, found: Sequence[One], size: Size) -> Iterator[Layer]:
        """The panels of a chart, one below the other.

        Of many wide ones each is lower, so that a sheet has room for all and for what stands
        beside them; a phone goes on without end.
        """
        if len(found) > MANY and size.width > NARROW.width:
            size = replace(size, height=size.height * 3 // 4)
        day = dossier.day.toordinal()
        days = self.days(found, day)
        for one in found:
            colour = SIDES[side_class(dossier, one.party)] if one.party else self.sideless
            frame = Frame(size, colour, day, one is found[-1], days, found)
            yield headed(self.draw(one, frame), self.title(one), frame)
