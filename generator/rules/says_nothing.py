"""`says-nothing`: a key of one's own holds a statement, and a statement says something."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive import Dossier
from generator.diagnostics import Diagnostic
from generator.link import Located
from generator.model.fields import yaml_key
from generator.rules.said import all_statements
from generator.rules.value_without_witness import saying


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Keys of an editor's own with keys that only describe."""
    for located in all_statements(dossier.briefing):
        if is_own(located) and not located.statement.is_stated and not saying(located.statement):
            yield empty(located)


def is_own(located: Located) -> bool:
    """Whether a statement stands under a key that the kind does not know."""
    known = {yaml_key(name) for name in type(located.record.data).model_fields}
    return len(located.path) == 1 and located.path[0] not in known


def empty(located: Located) -> Diagnostic:
    """A statement of which nothing would be shown."""
    return Diagnostic(
        code="says-nothing",
        message=f"`{located.path[-1]}` is taken for a statement, and says nothing",
        span=located.key_span(),
        help="add what it says with its witnesses; a key that only describes belongs into a "
        "statement",
    )
