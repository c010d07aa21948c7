"""Prose as of a day: what refers to a later statement goes, block by block, and is counted."""

from functools import cache
from textwrap import dedent

import pytest

from generator.derive import Dossier
from generator.derive.calls import references
from generator.derive.prose import Visible, blocks, visible
from generator.source import SourceFile
from tests.dossiers import dossier_of, source

SPRING = "2031-04-01"


@cache
def dossier(day: str = SPRING) -> Dossier:
    return dossier_of(
        {
            "sources/old.yaml": source("The Wire", "2031-03-10", "the arch stands"),
            "sources/new.yaml": source("The Wire", "2031-06-01", "the arch fell"),
            "claims/early.yaml": "{words: the arch stands, witnesses: [old#q]}",
            "events/fall.yaml": "{title: Fall, arch: {words: the arch fell, witnesses: [new#q]}}",
        },
        day,
    )


def seen(text: str, day: str = SPRING) -> Visible:
    return visible(dossier(day), SourceFile("content/pages/x.md", dedent(text).lstrip("\n")))


EARLY, LATE, LINK, NAME = (
    '{{ fact("early") }}',
    '{{ fact("fall.arch") }}',
    '{{ link("fall") }}',
    '{{ name("fall") }}',
)


@pytest.mark.parametrize(
    ("text", "left", "count"),
    [
        pytest.param(f"A {EARLY}\n", f"A {EARLY}\n", 0, id="known"),
        pytest.param(f"A\n\nB {LATE}\nb\n\nC\n", "A\n\nC\n", 1, id="paragraph"),
        pytest.param(f"A\n\nB {LATE}", "A\n\n", 1, id="last-line"),
        pytest.param(f"A {LINK}\n", "", 1, id="link-to-a-record-not-built"),
        pytest.param(f"A {NAME}\n", f"A {NAME}\n", 0, id="name-never-holds-back"),
        pytest.param('A {{ fact("none") }}\n', 'A {{ fact("none") }}\n', 0, id="dangling"),
        pytest.param(f"- a\n- b {LATE}\n  b\n- c\n", "- a\n- c\n", 1, id="item"),
        pytest.param(f"- a {LATE}\n    - b {LATE}\n\n    c\n- d\n", "- d\n", 1, id="under-an-item"),
        pytest.param(
            f"- a\n    - b {LATE}\n    - c\n", "- a\n    - c\n", 1, id="item-under-an-item"
        ),
        pytest.param(f"- a\n    - b\n\n  more {LATE}\n- c\n", "- c\n", 1, id="item-goes-on"),
        pytest.param(f"1. a {LATE}\n\n        code\n\n2. c\n", "2. c\n", 1, id="numbered"),
        pytest.param(
            f"| a |\n|---|\n| {LATE} |\n| c |\n", "| a |\n|---|\n| c |\n", 1, id="table-row"
        ),
        pytest.param(f"A\n\n| a |\n|---|\n| {LATE} |\n\nB\n", "A\n\nB\n", 1, id="table-emptied"),
        pytest.param(f"| {LATE} |\n|---|\n| c |\n\nB\n", "B\n", 1, id="table-head"),
        pytest.param(f"# A\n\n{EARLY}\n\n## B\n\n{LATE}\n", f"# A\n\n{EARLY}\n\n", 1, id="heading"),
        pytest.param(f"# A\n\n## B\n\n{LATE}\n\n### C\n\n{LATE}\n", "", 2, id="headings-above"),
        pytest.param(
            f"A\n=\n\n{LATE}\n\nB\n---\n\nc\n", "A\n=\n\nB\n---\n\nc\n", 1, id="underlined"
        ),
        pytest.param(f"## A\n\n{LATE}\n\n## B\n\nc\n", "## B\n\nc\n", 1, id="heading-beside"),
        pytest.param("# A\n\n## B\n", "# A\n\n## B\n", 0, id="heading-empty-before"),
        pytest.param(f"```\na\n\n{LATE}\n```\nB\n", "B\n", 1, id="fence-stays-whole"),
        pytest.param("```\n# a\n\n- b\n```\n", "```\n# a\n\n- b\n```\n", 0, id="fence-shown"),
        pytest.param(
            f"- a\n  ```\n  - b\n  ```\n- c {LATE}\n",
            "- a\n  ```\n  - b\n  ```\n",
            1,
            id="fence-in-item",
        ),
        pytest.param(f"```\nopen {LATE}\n\nto the end\n", "", 1, id="open-fence"),
    ],
)
def test_what_refers_to_later_statements_is_left_out(text: str, left: str, count: int) -> None:
    assert seen(text) == Visible(left, count)


@pytest.mark.parametrize(
    ("text", "left", "count"),
    [
        pytest.param("A <!-- known: 2031-06-01 -->\n\nB\n", "B\n", 1, id="in-a-paragraph"),
        pytest.param("A <!-- known: 2031-03-01 -->\n\nB\n", "A \n\nB\n", 0, id="known-by-then"),
        pytest.param("A\n<!-- known: 2031-06-01 -->\n\nB\n", "B\n", 1, id="at-the-end"),
        pytest.param("<!-- known: 2031-06-01 -->\nA\n\nB\n", "B\n", 1, id="line-before"),
        pytest.param("<!-- known: 2031-03-01 -->\nA\n", "A\n", 0, id="note-goes-when-known"),
        pytest.param("<!-- known: 2031-06-01 -->\n\nA\n\nB\n", "B\n", 1, id="before-a-blank"),
        pytest.param("- a\n<!-- known: 2031-06-01 -->\n- b\n- c\n", "- a\n- c\n", 1, id="item"),
        pytest.param("<!-- known: 2031-06 -->\n# A\n\nB\n", "B\n", 1, id="heading-of-a-month"),
        pytest.param("A <!-- known: soon -->\n", "A \n", 0, id="no-date"),
        pytest.param("A\n\n<!-- known: 2031-06-01 -->\n", "A\n\n", 0, id="before-nothing"),
    ],
)
def test_known_holds_back(text: str, left: str, count: int) -> None:
    assert seen(text) == Visible(left, count)


def test_everything_is_shown_once_it_is_known() -> None:
    text = f"# A\n\n- {LATE}\n\n| a |\n|---|\n| {LINK} |\n"
    assert seen(text, "2031-06-30") == Visible(text, 0)


def test_calls_have_the_places_of_their_ids() -> None:
    text = 'a {{ fact(\'early\') }} {{name( "fall" )}} fact("none")'
    file = SourceFile("content/pages/x.md", text)
    calls = references(file.span(0, len(text)))
    assert [(call.function, call.id, call.span.column) for call in calls] == [
        ("fact", "early", 12),
        ("name", "fall", 32),
    ]


@pytest.mark.parametrize("text", [r'"{{ fact(\"early\") }}"', "'{{ fact(''early'') }}'"])
def test_calls_are_found_in_quoted_yaml(text: str) -> None:
    (call,) = references(SourceFile("content/points/x.yaml", text).span(0, len(text)))
    assert (call.id, call.span.text) == ("early", "early")


def test_blocks_cover_all_lines_but_blank_ones() -> None:
    text = "# A\n\nb\nc\n\n- d\n    - e\n\n| f |\n|---|\n| g |\n"
    found = blocks(SourceFile("content/pages/x.md", text))
    kinds = [(block.kind, block.span.line) for block in found]
    assert kinds == [
        ("heading", 1),
        ("paragraph", 3),
        ("item", 6),
        ("item", 7),
        ("table", 9),
        ("row", 11),
    ]
