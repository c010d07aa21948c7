"""A term of the subject, with its foreign forms."""

from __future__ import annotations

from generator.model.fields import Name
from generator.model.record import OpenRecordModel
from generator.model.statement import Statement


class GlossaryTerm(OpenRecordModel):
    """A term; its definition is a statement with witnesses where there is one."""

    term: Name
    definition: Statement | None = None
