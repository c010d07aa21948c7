"""A page to be written, how a list too long for one is cut, and facts as its template holds them.

A template passes on a fact, and only a filter opens and prints it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from generator.derive.dossier import Fact
from generator.render.views.links import LIMIT, sheet_of
from generator.render.views.sheet import Sheet
from generator.render.views.text import Rich, joined, tag

T = TypeVar("T")


@dataclass(frozen=True)
class Page:
    """A page: its place, its template and what that shows; `lead` where it is more than text."""

    path: str
    template: str
    title: str
    description: str
    context: Mapping[str, object] = field(default_factory=dict, repr=False)
    lead: Rich = Rich()

    @property
    def is_continued(self) -> bool:
        """True for a page of a list that is not its first."""
        return "/page." in self.path


def cut(items: Sequence[T]) -> Iterator[tuple[int, Sequence[T]]]:
    """A list in parts that a page can hold, numbered from 1; one part where there is nothing."""
    for number, start in enumerate(range(0, max(len(items), 1), LIMIT), 1):
        yield number, items[start : start + LIMIT]


def pager(sheet: Sheet, name: str, total: int) -> Rich:
    """Links to all pages of a list; nothing where it has one."""
    return pages_to(sheet, name, plain_names(-(-total // LIMIT)))


def plain_names(count: int) -> list[str]:
    """What pages are called that only have a number."""
    return [f"Page {number}" for number in range(1, count + 1)]


def pages_to(sheet: Sheet, name: str, names: Sequence[object]) -> Rich:
    """Links to pages by their names; nothing for one."""
    if len(names) < 2:
        return Rich()
    links = []
    for number, named in enumerate(names, 1):
        to = sheet_of(name, number)
        here = {"aria-current": "page"} if to.page == sheet.path else {}
        links.append(tag("a", named, href=to, **here))
    return tag("nav", joined(links, " "), class_="pager", **{"aria-label": "Pages of this list"})


def numbered(title: str, number: int) -> str:
    """The title of one page of a list."""
    return title if number == 1 else f"{title}, page {number}"


def titled(text: str, name: str) -> tuple[str, str]:
    """The title of a page, which its first heading is, and the rest."""
    first, _, rest = text.lstrip().partition("\n")
    if first.startswith("# "):
        return first[2:].strip(), rest
    return name.replace("-", " ").capitalize(), text


class BareFact(Exception):
    """A template prints a fact, or a part of one, without a filter."""


class Sealed:
    """A fact, or a part of one, that a template can pass on but not print."""

    __slots__ = ("_fact", "_path")

    def __init__(self, fact: Fact, path: str = "fact") -> None:
        self._fact = fact
        self._path = path

    @property
    def id(self) -> str:
        """The statement's id."""
        return self._fact.id

    def __getattr__(self, name: str) -> Sealed:
        if name.startswith("_"):
            raise AttributeError(name)
        return Sealed(self._fact, f"{self._path}.{name}")

    def __str__(self) -> str:
        raise BareFact(self._path)

    __html__ = __str__

    def __iter__(self) -> Iterator[str]:
        raise BareFact(self._path)


def unsealed(sealed: Sealed) -> Fact:
    """The fact itself; for filters that print its status and lead to its witnesses."""
    return sealed._fact
