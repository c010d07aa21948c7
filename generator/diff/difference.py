"""One thing that reads otherwise, of whatever changed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Difference:
    """One thing that reads otherwise; empty where it was not, or is no more."""

    what: str
    before: str
    after: str
