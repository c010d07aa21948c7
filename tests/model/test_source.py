"""Places in a text: lines and columns count characters, from 1."""

import pytest

from generator.diagnostics import Diagnostic
from generator.source import SourceFile

FILE = SourceFile("content/a.yaml", "name: 何立峰\r\n🙂🙂: x\n\nlast")


@pytest.mark.parametrize(
    ("offset", "place"),
    [
        (0, (1, 1)),
        # After Chinese, an end of a line, and an emoji; at a blank line and the end.
        (9, (1, 10)),
        (11, (2, 1)),
        (13, (2, 3)),
        (17, (3, 1)),
        (22, (4, 5)),
    ],
)
def test_position(offset: int, place: tuple[int, int]) -> None:
    assert FILE.position(offset) == place


def test_spans_and_lines_know_their_place() -> None:
    span = FILE.span(6, 13)
    assert span.text == "何立峰\r\n🙂🙂"
    assert (span.line, span.column, span.end_line, span.end_column) == (1, 7, 2, 3)
    assert (FILE.head.text, FILE.head.line, FILE.head.column) == ("", 1, 1)
    assert [FILE.line(n) for n in (1, 2, 3, 4, 9)] == ["name: 何立峰", "🙂🙂: x", "", "last", ""]


def test_diagnostics_come_in_the_order_of_their_places() -> None:
    late, early = (Diagnostic("tab", "a tab", FILE.span(at, at)) for at in (11, 8))
    assert sorted([late, early], key=lambda one: one.place) == [early, late]
