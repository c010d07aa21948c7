"""Where ids lead that were published once, and what can be taken away under them."""

import json
from dataclasses import replace

import pytest

from generator.derive import derive
from generator.limits import FORMER
from generator.model.briefing import Briefing, former
from generator.model.edition import Moved
from generator.reading.check import check
from generator.render.site.redirects import old_files
from generator.source import SourceFile
from tests.conftest import Write
from tests.dossiers import briefing_of, dossier_of, source

FILES = {
    "series/stones.yaml": """
        title: Stones
        unit: stones
        points: {2031-02: {value: 34, witnesses: [note#q]}}
        """,
    "claims/fate.yaml": "{says: The arch stands, witnesses: [note#q]}",
    "sources/note.yaml": source("The Wire", "2031-03-10", "they met on 9 March 2031"),
    "rounds/talks.yaml": "{title: Talks, date: {value: 2031-03-09, witnesses: [note#q]}}",
}


def entries(moved: dict[str, str]) -> dict[str, Moved]:
    """Where ids went: `> to`, or the reason why there is nothing to go to."""
    return {
        id_: Moved(to=text[2:]) if text.startswith("> ") else Moved(gone=text)
        for id_, text in moved.items()
    }


def briefing_with(moved: dict[str, str]) -> Briefing:
    return replace(briefing_of(FILES), moved=entries(moved))


def test_a_page_of_prose_leads_on_and_takes_nothing_along() -> None:
    moved = {"pages/arch": "> pages/bridge", "pages/toll": "> stones"}
    pages = (SourceFile("content/pages/bridge.md", "# x"),)
    held = replace(briefing_with(moved), pages=pages)
    assert former(held, held.ids) == entries(moved)


def test_what_moved_took_along_what_stands_below_it() -> None:
    moved = {"first": "> second", "second": "> stones", "second.sum": "> fate", "lost": "no such"}
    briefing = briefing_with(moved)
    assert former(briefing, briefing.ids) == entries(
        {
            "first": "> stones",
            "first.points.2031-02": "> stones.points.2031-02",
            "first.sum": "> fate",
            "lost": "no such",
            "second": "> stones",
            "second.points.2031-02": "> stones.points.2031-02",
            "second.sum": "> fate",
        }
    )
    # Of a day there is no more than it knows.
    assert former(briefing_with({"first": "> stones"}), {"stones"}) == entries(
        {"first": "> stones"}
    )


def test_no_more_old_addresses_are_made_than_the_limit_allows(briefing: Write) -> None:
    into = {f"{of}.a{at}": f"> {to}" for at in range(500) for of, to in ("xy", "yx")}
    held = briefing_with(into)
    assert len(former(held, held.ids)) > FORMER.most
    text = "".join(f"{old}: {{to: {to[2:]}}}\n" for old, to in into.items())
    found = check(briefing({"moved.yaml": text})).diagnostics
    assert [one.message for one in found if one.code == "file-too-large"] == [
        "a list of moved ids with more than 10,000 old addresses, with those of what stood below"
        " them"
    ]


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
    helps = [one.help for one in found if one.code == "dangling-ref"]
    assert helps == ["it moved: write `bridge-toll`"]


TALKS, CITED, PRINTED, DRAWN = b"{}", b"[]", b"%PDF", b"<svg>"
SITE = {
    "data/facts.json": b"all",
    "data/talks.json": TALKS,
    "data/cite/talks.date.json": CITED,
    "pdf/talks.pdf": PRINTED,
    "charts/lines/lines.svg": DRAWN,
}


def old(moved: dict[str, str]) -> dict[str, bytes]:
    return old_files(derive(briefing_with(moved), dossier_of(FILES).day), SITE)


@pytest.mark.parametrize(
    ("moved", "files"),
    [
        (
            {"first": "> meeting", "meeting": "> talks"},
            {
                "data/first.json": TALKS,
                "data/cite/first.date.json": CITED,
                "pdf/first.pdf": PRINTED,
                "data/meeting.json": TALKS,
                "data/cite/meeting.date.json": CITED,
                "pdf/meeting.pdf": PRINTED,
            },
        ),
        ({"talks.day": "> talks.date"}, {"data/cite/talks.day.json": CITED}),
        # Of what is a statement now the data are those of its record.
        ({"visit": "> talks.date"}, {"data/visit.json": TALKS, "data/cite/visit.json": CITED}),
        # A page of prose has no files, and no file of now gives way.
        ({"pages/talks": "> talks", "pages/visit": "why"}, {}),
        ({"facts": "why"}, {}),
        ({"facts": "> talks"}, {"data/cite/facts.date.json": CITED, "pdf/facts.pdf": PRINTED}),
    ],
)
def test_what_moved_has_the_same_files_under_its_old_ids(
    moved: dict[str, str], files: dict[str, bytes]
) -> None:
    assert old(moved) == files


def test_of_what_is_gone_the_data_say_why() -> None:
    ((path, text),) = old({"visit": "it never took place", "talks.end": "unknown"}).items()
    assert path == "data/visit.json"
    assert json.loads(text) == {"id": "visit", "gone": "it never took place"}
