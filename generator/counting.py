"""Numbers of things in words, and lists of them: `1 file`, `1,240 files`, `a, b and c`.

Knows no noun whose plural is more than an s.
"""

from __future__ import annotations

from collections.abc import Sequence


def counted(number: int, noun: str) -> str:
    """A number with its noun in the right form."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def counted_if_any(number: int, noun: str) -> str:
    """A number with its noun; nothing for none."""
    return counted(number, noun) if number else ""


def listed(parts: Sequence[str]) -> str:
    """Parts as a list in a sentence."""
    *first, last = parts or [""]
    return f"{', '.join(first)} and {last}" if first else last
