"""`point-outside`: the figures of a series stand in its `points` (a warning).

Refuses numbers with a unit of their own, which may tell something else about the series.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Label, Severity
from generator.link import Briefing
from generator.model.record import Path, Record
from generator.model.series import Series
from generator.model.statement import Statement
from generator.rules.doubts import Doubt
from generator.rules.known import Known
from generator.rules.label_differs import time_of

# What has a number, and no unit.
COUNT = re.compile(r"\b(?:rank|place|number|count|index)\b", re.IGNORECASE)


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Figures beside the points of their series, those of one series together."""
    briefing = dossier.briefing.as_read
    for record in briefing.of_kind("series"):
        assert isinstance(record.data, Series)
        found = [path for path, one in record.statements.values() if is_figure(path, one)]
        # Where no points are, the key that they stand below is lost, or cannot be read.
        is_known = record.data.points and not record.may_have(("points",))
        if found and is_known and not is_missed(briefing, record, found):
            yield outside(record, found)


def is_missed(briefing: Briefing, record: Record, found: list[Path]) -> bool:
    """Whether something names one of them as a point, which is told there."""
    mentioned = Known.of(briefing).mentioned
    return any(".".join(map(str, (record.id, "points", *path))) in mentioned for path in found)


def is_figure(path: Path, statement: Statement) -> bool:
    """Whether something beside the points is a figure, in the unit or under a key as they are."""
    value = statement.value
    if path[0] == "points" or value is None or value.date:
        return False
    is_of_time = time_of(str(path[-1])) is not None
    return is_of_time or (statement.unit is None and not COUNT.search(statement.label or ""))


def outside(record: Record, found: list[Path]) -> Diagnostic:
    """Figures that no table or chart of the series has."""
    first, *others = map(record.places.key, found)
    return Doubt(
        code="point-outside",
        message=f"`{found[0][-1]}` is a figure beside the `points` of its series",
        span=first,
        severity=Severity.WARNING,
        labels=tuple(Label(one, "this too") for one in others),
        help="put it below `points:`, two spaces deeper; a number of another sort has a `unit` of "
        "its own",
    )
