"""Prose as of a day: what refers to a later statement goes, block by block, and is counted."""

from functools import cache
from pathlib import Path

import pytest

from generator.derive import Dossier
from generator.derive.calls import references
from generator.derive.prose import Visible, blocks, visible
from generator.source import SourceFile
from tests.dossiers import dossier_of, source
from tests.tables import rows

TABLE = Path(__file__).with_name("prose.txt")
MEANT = {
    "EARLY": '{{ fact("early") }}',
    "LATE": '{{ fact("fall.arch") }}',
    "LINK": '{{ link("fall") }}',
    "NAME": '{{ name("fall") }}',
    "NONE": '{{ fact("none") }}',
    r"\n": "\n",
}


@cache
def dossier(day: str) -> Dossier:
    return dossier_of(
        {
            "sources/old.yaml": source("The Wire", "2031-03-10", "the arch stands"),
            "sources/new.yaml": source("The Wire", "2031-06-01", "the arch fell"),
            "claims/early.yaml": "{words: the arch stands, witnesses: [old#q]}",
            "events/fall.yaml": "{title: Fall, arch: {words: the arch fell, witnesses: [new#q]}}",
        },
        day,
    )


def meant(text: str) -> str:
    for word, call in MEANT.items():
        text = text.replace(word, call)
    return text


def seen(text: str, day: str = "2031-04-01") -> Visible:
    return visible(dossier(day), SourceFile("content/pages/x.md", meant(text)))


@pytest.mark.parametrize(
    ("text", "left", "count"), [pytest.param(*row[1:], id=row[0]) for row in rows(TABLE, 4, "=>")]
)
def test_what_refers_to_later_statements_is_left_out(text: str, left: str, count: str) -> None:
    assert seen(text) == Visible(meant(left), int(count))


def test_everything_is_shown_once_it_is_known() -> None:
    text = r"# A\n\n- LATE\n\n| a |\n|---|\n| LINK |\n"
    assert seen(text, "2031-06-30") == Visible(meant(text), 0)


def test_calls_have_the_places_of_their_ids() -> None:
    text = 'a {{ fact(\'early\') }} {{name( "fall" )}} fact("none")'
    file = SourceFile("content/pages/x.md", text)
    calls = references(file.span(0, len(text)))
    found = [(call.function, call.id, call.span.column) for call in calls]
    assert found == [("fact", "early", 12), ("name", "fall", 32)]


@pytest.mark.parametrize("text", [r'"{{ fact(\"early\") }}"', "'{{ fact(''early'') }}'"])
def test_calls_are_found_in_quoted_yaml(text: str) -> None:
    (call,) = references(SourceFile("content/points/x.yaml", text).span(0, len(text)))
    assert (call.id, call.span.text) == ("early", "early")


def test_blocks_cover_all_lines_but_blank_ones() -> None:
    text = "# A\n\nb\nc\n\n- d\n    - e\n\n| f |\n|---|\n| g |\n"
    found = blocks(SourceFile("content/pages/x.md", text))
    kinds = " ".join(f"{block.kind}:{block.span.line}" for block in found)
    assert kinds == "heading:1 paragraph:3 item:6 item:7 table:9 row:11"
