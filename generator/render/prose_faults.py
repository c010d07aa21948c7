"""What editors wrote that prose may not hold: anything but text and references.

Refuses to render: a fault of prose is in its text, and is found without a page.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.dossier import Dossier
from generator.diagnostics import Diagnostic
from generator.render.templates import prose_faults
from generator.source import SourceFile


def faults_of_prose(dossier: Dossier) -> Iterator[Diagnostic]:
    """What pages, key points and headlines hold that prose may not."""
    for file in dossier.briefing.pages:
        yield from prose_faults(file)
    for record in dossier.briefing.records.values():
        for key, written in record.data.prose.items():
            text = SourceFile(record.file.path, written)
            yield from prose_faults(text, record.places.value((key,)))
