"""A fact as templates hold it: they pass it on, and only a filter opens and prints it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.dossier import Fact


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

    @property
    def label(self) -> str:
        """What the statement is called, which is never its value."""
        return self._fact.label

    def __getattr__(self, name: str) -> Sealed:
        if name.startswith("_"):
            raise AttributeError(name)
        return Sealed(self._fact, f"{self._path}.{name}")

    def __str__(self) -> str:
        raise BareFact(self._path)

    __html__ = __str__

    def __format__(self, form: str) -> str:
        raise BareFact(self._path)

    def __iter__(self) -> Iterator[str]:
        raise BareFact(self._path)


def unsealed(sealed: Sealed) -> Fact:
    """The fact itself; for filters that print its status and lead to its witnesses."""
    return sealed._fact
