"""`known-date`: a block of prose is held back by a date that can be read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.derive import Dossier
from generator.diagnostics import Diagnostic
from generator.model.dates import parse_date

COMMENT = re.compile(r"<!--\s*known\b:?\s*(?P<date>[^>]*?)\s*-->")
WRITTEN = re.compile(r"<!--\s*known:")


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Comments that were meant to hold a block back, and do not."""
    for page in dossier.briefing.pages:
        for found in COMMENT.finditer(page.text):
            if not (WRITTEN.match(found[0]) and _is_date(found["date"])):
                yield Diagnostic(
                    code="known-date",
                    message=f"`{found[0]}` holds nothing back",
                    span=page.span(found.start(), found.end()),
                    help="write a day, as in `<!-- known: 2025-06-10 -->`",
                )


def _is_date(text: str) -> bool:
    try:
        parse_date(text)
    except ValueError:
        return False
    return True
