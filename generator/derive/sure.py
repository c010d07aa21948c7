"""Which number and day of a statement can be drawn: of a dispute, bound or range none."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from generator.derive.dossier import Fact, Status
from generator.model.statement import Content
from generator.model.values import NUMBER

UNSURE = {None, Status.DISPUTED, Status.SUPERSEDED, Status.RETRACTED, Status.REJECTED}


def drawable(fact: Fact | None) -> Decimal | None:
    """The number of a statement that stands; none for a dispute, a bound or a range."""
    if fact is None or fact.grade in UNSURE:
        return None
    if fact.statement.compute:
        # As it is printed: what is beyond the precision of the inputs is not drawn either.
        result = (fact.computed.result if fact.computed else None) or ""
        return Decimal(result) if re.fullmatch(NUMBER, result) else None
    return fact.chosen.value.number if fact.chosen.value else None


def starts(content: Content) -> date | None:
    """The day that an act or a date gives, if it is not just the latest that it can be."""
    stated = content.from_ or (content.value.date if content.value else None)
    return stated.last if stated and stated.first != date.min else None
