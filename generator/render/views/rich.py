"""Running text as a small tree: text, and elements around text; a link holds where it leads."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, Self

from generator.render.views.links import Address

Attributes = tuple[tuple[str, str | Address], ...]


class Element(NamedTuple):
    """A mark, a link or a block around running text, by its name in HTML."""

    name: str
    attributes: Attributes
    content: Rich

    def get(self, key: str) -> str | Address:
        """An attribute, empty where there is none."""
        return next((value for name, value in self.attributes if name == key), "")

    @property
    def classes(self) -> list[str]:
        """The classes of the element."""
        return str(self.get("class")).split()

    @property
    def anchor(self) -> str:
        """The place on a page that a link leads to, empty where there is none."""
        to = self.get("href")
        return to.anchor if isinstance(to, Address) else to.partition("#")[2]


class Rich(tuple[str | Element, ...]):
    """Running text: equal where it reads the same, and false where there is none."""

    def __new__(cls, *parts: str | Element) -> Self:
        """Running text of these parts; texts side by side are one."""
        found: list[str | Element] = []
        for part in parts:
            if isinstance(part, str) and found and isinstance(before := found[-1], str):
                found[-1] = before + part
            elif part:
                found.append(part)
        return super().__new__(cls, found)

    def __str__(self) -> str:
        return self.text

    def __getnewargs__(self) -> tuple[str | Element, ...]:
        return tuple(self)

    @property
    def text(self) -> str:
        """What is read of it, on one line."""
        return " ".join("".join(self.texts()).split())

    @property
    def anchors(self) -> Iterator[str]:
        """The anchors that its links lead to."""
        return (one.anchor for one in self.elements() if one.anchor)

    def texts(self) -> Iterator[str]:
        """Every text in it."""
        for part in self:
            if isinstance(part, str):
                yield part
            else:
                yield from part.content.texts()

    def elements(self) -> Iterator[Element]:
        """Every element in it, an outer one before those that it holds."""
        for part in self:
            if isinstance(part, Element):
                yield part
                yield from part.content.elements()
