"""The note of a value holds what strangers wrote as text."""

from __future__ import annotations

from generator.model.settings import Settings
from generator.render.site.value_notes import PATH, value_notes
from tests.dossiers import dossier_of, source

HOSTILE = "<img src=x onerror=alert(1)>"


def test_what_strangers_wrote_is_text_in_a_note() -> None:
    files = {
        "sources/w.yaml": source(f"'{HOSTILE}'", "2031-03-02", f"{HOSTILE} the arch stands"),
        "claims/arch.yaml": f'{{words: "{HOSTILE} the arch stands", witnesses: [w#q]}}',
    }
    written = value_notes(dossier_of(files), Settings())[PATH].decode()
    assert "the arch stands" in written and "<img" not in written and "onerror" in written
