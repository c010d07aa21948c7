"""Numbers of things in words: `1 file`, `1,240 files`.

Knows no noun whose plural is more than an s.
"""

from __future__ import annotations


def counted(number: int, noun: str) -> str:
    """A number with its noun in the right form."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def counted_if_any(number: int, noun: str) -> str:
    """A number with its noun; nothing for none."""
    return counted(number, noun) if number else ""
