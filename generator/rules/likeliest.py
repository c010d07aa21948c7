"""Of several things that look wrong, the one place at which a single slip would explain most."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

from generator.source import Span


class Doubtful(Protocol):
    """Something that does not fit."""

    @property
    def places(self) -> tuple[Span, ...]:
        """Where the slip may be, the likeliest first."""


Odd = TypeVar("Odd", bound=Doubtful)


def by_place(found: Iterable[Odd]) -> Iterator[tuple[Span, list[Odd]]]:
    """All that does not fit, each once, with the place that most of what is left hangs on."""
    left = list(found)
    while left:
        uses = [place for one in left for place in dict.fromkeys(one.places)]
        most = max(dict.fromkeys(uses), key=uses.count)
        yield most, [one for one in left if most in one.places]
        left = [one for one in left if most not in one.places]
