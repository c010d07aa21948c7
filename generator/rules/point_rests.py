"""Texts that rest on what has stepped aside, for rules about changes."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive import Dossier
from generator.diagnostics import Diagnostic
from generator.rules import points


def by_text(dossier: Dossier) -> Iterator[Diagnostic]:
    """The texts that rest on nothing that stands."""
    return points.point_rests(dossier)
