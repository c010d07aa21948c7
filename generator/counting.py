"""Things by a key, numbers of them in words, and lists: `1 file`, `1,240 files`, `a, b and c`."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")
FEW = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def counted(number: int, noun: str) -> str:
    """A number with its noun in the right form."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def counted_if_any(number: int, noun: str) -> str:
    """A number with its noun; nothing for none."""
    return counted(number, noun) if number else ""


def few(number: int, beside: int = 0) -> str:
    """A small number in words; in figures where the one beside it is."""
    return FEW[number] if max(number, beside) < len(FEW) else f"{number:,}"


def listed(parts: Sequence[str], word: str = "and") -> str:
    """Parts as a list in a sentence, with the word before the last."""
    *first, last = parts or [""]
    return f"{', '.join(first)} {word} {last}" if first else last


def grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    """Things by their keys, both in the order that they have."""
    found: dict[K, list[V]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in found.items()}
