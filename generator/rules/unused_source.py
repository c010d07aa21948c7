"""`unused-source`: a source that nothing rests on may have lost its statement (a warning)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.counting import listed
from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Label, Severity
from generator.rules.unnamed import unused_by_record


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Every source that is neither a witness nor where a name was seen, told once together.

    Those that a record may have named which states nothing are told with it.
    """
    found = unused_by_record(dossier).get("")
    if not found:
        return
    ids = listed([f"`{one.id}`" for one in found])
    yield Diagnostic(
        code="unused-source",
        message=f"nothing rests on the source{'s' if len(found) > 1 else ''} {ids}",
        span=found[0].file.head,
        severity=Severity.WARNING,
        labels=tuple(Label(one.file.head, "nor on this one") for one in found[1:]),
        help="name it as a witness of what it says, or delete the file",
    )
