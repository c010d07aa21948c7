"""The note of a value holds what strangers wrote as text."""

from generator.model.edition import Settings
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


def test_a_computed_value_tells_the_values_that_go_into_it() -> None:
    files = {
        "sources/w.yaml": source("The Wire", "2031-03-02", "30 tonnes, up 50%"),
        "series/carts.yaml": (
            "{title: Carts, category: carts, unit: t, points: {2031-02: {compute: 2031-01 + toll},"
            " 2031-01: {value: 30, witnesses: [w#q]}}}"
        ),
        "claims/toll.yaml": "{title: Toll, unit: t, value: 50, witnesses: [w#q]}",
    }
    written = value_notes(dossier_of(files), Settings())[PATH].decode()
    assert "from 30\u00a0tonnes (January 2031) and 50\u00a0tonnes (Toll)" in written
