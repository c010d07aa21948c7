"""The published tables of a briefing, and what they are offered as: CSV, a package, a database.

Refuses to know more than the pages do: everything is as of the dossier's day.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.derive.dossier import Dossier
from generator.render.data.evidence import (
    POSITIONS,
    SILENCES,
    WITNESSES,
    positions,
    silences,
    witnesses,
)
from generator.render.data.sources import (
    EDITION,
    QUOTATIONS,
    RECORDS,
    SOURCES,
    edition,
    quotations,
    records,
    sources,
)
from generator.render.data.statements import STATEMENTS
from generator.render.data.table import Filled, Row
from generator.render.views.sheet import Settings

# The order in which they are offered.
TABLES = (STATEMENTS, POSITIONS, WITNESSES, SILENCES, QUOTATIONS, SOURCES, RECORDS, EDITION)


def filled(dossier: Dossier, settings: Settings, statements: Iterable[Row]) -> tuple[Filled, ...]:
    """All tables with their rows, of a day; the rows of the statements are there already."""
    rows = {
        STATEMENTS: statements,
        POSITIONS: positions(dossier),
        WITNESSES: witnesses(dossier),
        SILENCES: silences(dossier),
        QUOTATIONS: quotations(dossier),
        SOURCES: sources(dossier),
        RECORDS: records(dossier),
        EDITION: edition(dossier, settings),
    }
    return tuple(Filled(table, tuple(rows[table])) for table in TABLES)
