"""Where ids lead that were published once."""

from dataclasses import replace

import pytest

from generator.model.briefing import Briefing, end_of, former, ring_of
from generator.model.edition import Moved
from generator.reading.check import check
from generator.source import SourceFile
from tests.conftest import Write
from tests.dossiers import briefing_of

FILES = {
    "series/stones.yaml": """
        title: Stones
        unit: stones
        points: {2031-02: {value: 34, witnesses: [note#q]}}
        """,
    "claims/fate.yaml": "{says: The arch stands, witnesses: [note#q]}",
}
NOW = "stones.points.2031-02"


def moved(**entries: str) -> Briefing:
    """A briefing with ids that moved: `id="> to"`, or the reason why there is nothing to go to."""
    found = {
        id_.replace("_", "."): Moved(to=text[2:]) if text.startswith("> ") else Moved(gone=text)
        for id_, text in entries.items()
    }
    return replace(briefing_of(FILES), moved=found)


@pytest.mark.parametrize(
    ("id_", "end"),
    [
        ("fate", None),
        ("first", Moved(to="stones")),
        ("first.points.2031-02", Moved(to=NOW)),
        ("lost", Moved(gone="never was")),
        ("astray", Moved(to="nowhere")),
    ],
)
def test_where_an_id_leads_in_the_end(id_: str, end: Moved | None) -> None:
    ways = {"first": "> second", "second": "> stones", "lost": "> rumour", "rumour": "never was"}
    assert end_of(moved(**ways, astray="> nowhere"), id_) == end


def test_a_page_of_prose_leads_on_and_takes_nothing_along() -> None:
    briefing = moved(fate="never was")
    entries = {"pages/arch": Moved(to="pages/bridge"), "pages/toll": Moved(to="stones")}
    held = replace(briefing, moved=entries, pages=(SourceFile("content/pages/bridge.md", "# x"),))
    assert former(held, held.ids) == entries


def test_what_moved_took_along_what_stands_below_it() -> None:
    briefing = moved(first="> second", second="> stones", second_sum="> fate", lost="never was")
    assert former(briefing, briefing.ids) == {
        "first": Moved(to="stones"),
        "first.points.2031-02": Moved(to=NOW),
        "first.sum": Moved(to="fate"),
        "lost": Moved(gone="never was"),
        "second": Moved(to="stones"),
        "second.points.2031-02": Moved(to=NOW),
        "second.sum": Moved(to="fate"),
    }


def test_of_a_day_there_is_no_more_than_it_knows() -> None:
    assert former(moved(first="> stones"), {"stones"}) == {"first": Moved(to="stones")}


@pytest.mark.parametrize(
    ("entries", "passed"),
    [
        ({"a": "> stones"}, 0),
        ({"a": "> a"}, 1),
        ({"a": "> b", "b": "> a"}, 2),
        ({"a": "> a.b"}, 20),
    ],
)
def test_a_ring_has_no_end(entries: dict[str, str], passed: int) -> None:
    assert len(ring_of(moved(**entries), "a")) == passed


@pytest.mark.parametrize(
    ("text", "told", "help_"),
    [
        ("toll: {to: first.parts.rate}\nfirst: {to: bridge-toll}", "", ""),
        ("toll: {to: first.parts}\nfirst: {gone: never was}", "", ""),
        (
            "toll: {to: first.parts.rates}\nfirst: {to: bridge-toll}",
            "first.parts.rates",
            "did you mean `bridge-toll.parts.rate`?",
        ),
        ("toll: {to: first}\nfirst: {to: bridge-tol}", "bridge-tol", "did you mean `bridge-toll`?"),
    ],
)
def test_an_id_may_lead_to_one_that_moved_and_not_to_nothing(
    briefing: Write, text: str, told: str, help_: str
) -> None:
    found = check(briefing({"moved.yaml": text})).diagnostics
    lost = [(one.span.text, one.help) for one in found if one.code == "dangling-ref"]
    assert lost == ([(told, help_)] if told else [])


def test_who_names_an_id_that_moved_twice_is_told_the_last(briefing: Write) -> None:
    claim = "{about: toll, says: It is fair, by: norland, witnesses: [office-0312#hold]}"
    moved = "toll: {to: first}\nfirst: {to: bridge-toll}"
    found = check(briefing({"moved.yaml": moved, "claims/fair.yaml": claim})).diagnostics
    assert [one.help for one in found if one.code == "dangling-ref"] == [
        "it moved: write `bridge-toll`"
    ]
