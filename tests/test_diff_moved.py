"""What stands under another id than before, and what addresses of old ids say."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.derive import Dossier, derive
from generator.diff import compare
from generator.diff.changes import Change, Kind
from generator.diff.face import faces
from generator.diff.moved import moves
from generator.diff.reach import Reach, reach
from generator.diff.view import PLAIN
from generator.diff.words import told
from generator.model.edition import Moved
from generator.render.redirects import redirects
from generator.source import SourceFile
from tests.dossiers import dossier_of
from tests.test_diff import COURIER, FILES, POST, TALKS, Files

REJECTED = """
title: Talks
date:
  positions:
    north: {value: 2031-03-09, by: north, witnesses: [courier#q]}
    south:
      value: 2031-03-08
      by: south
      witnesses: [courier#q]
      rejected: {why: a slip, on: 2031-05-01}
"""
MEETING: Files = {"sources/courier.yaml": COURIER, "rounds/meeting.yaml": TALKS}
ALONE: Files = {"sources/courier.yaml": COURIER}
TWO = TALKS.replace("[courier#q]", "[courier#q, post#q]")
RETRACTED = "retracted: {why: the paper took it back, on: 2031-05-01}\n"
SIDE = """
title: Talks
date: {value: 2031-03-09, witnesses: [courier#q]}
delegations:
  north:
    tom: {person: tom, attendance: present, witnesses: [courier#q]}
"""


def state(files: Files, **moved: str) -> Dossier:
    """A dossier with ids that moved: `id="> to"`, or the reason why there is nothing to go to."""
    found = dossier_of(files)
    entries = {
        id_.replace("_", "."): Moved(to=text[2:]) if text.startswith("> ") else Moved(gone=text)
        for id_, text in moved.items()
    }
    return replace(found, briefing=replace(found.briefing, moved=entries))


def found(before: Dossier, after: Dossier) -> list[tuple[Kind, str]]:
    return [(one.kind, f"{one.label}: {told(one)}") for one in compare(before, after)]


def test_a_record_of_another_id_is_told_as_moved_and_not_as_another() -> None:
    assert found(state(FILES), state(MEETING, talks="> meeting")) == [
        (Kind.MOVED, "Talks: its address leads on to `meeting`")
    ]


def test_of_what_moved_only_what_changed_is_told() -> None:
    after = {**MEETING, "rounds/meeting.yaml": TALKS.replace("2031-03-09", "2031-03-08")}
    assert found(state(FILES), state(after, talks="> meeting")) == [
        (Kind.MOVED, "Talks: its address leads on to `meeting`"),
        (Kind.CHANGED, "Talks: date: 8 March 2031 (was 9 March 2031)"),
    ]


def test_without_a_word_of_where_it_went_it_is_another() -> None:
    kinds = [kind for kind, _ in found(state(FILES), state(MEETING))]
    assert kinds == [Kind.ADDED, Kind.ADDED, Kind.REMOVED, Kind.REMOVED]


def test_what_led_on_is_followed_to_its_end() -> None:
    after = state(MEETING, first="> meeting", talks="> second", second="> meeting")
    assert moves(state(FILES), after).ids == {"talks": "meeting", "talks.date": "meeting.date"}


def test_a_ring_leads_nowhere() -> None:
    after = state(ALONE, talks="> first", first="> talks")
    assert moves(state(FILES), after).ids == {}


def test_of_two_that_became_one_the_other_is_gone() -> None:
    before = state({**FILES, "rounds/visit.yaml": TALKS.replace("Talks", "Visit")})
    after = state(MEETING, talks="> meeting", visit="> meeting")
    told_of = found(before, after)
    assert (Kind.MOVED, "Talks: its address leads on to `meeting`") in told_of
    assert (Kind.REMOVED, "Visit: its address leads on to `meeting`") in told_of


def test_what_became_part_of_what_stood_is_gone() -> None:
    before = state({**FILES, "rounds/visit.yaml": TALKS.replace("Talks", "Visit")})
    assert found(before, state(FILES, visit="> talks")) == [
        (Kind.REMOVED, "Visit: its address leads on to `talks`"),
        (Kind.REMOVED, "Visit: date: was 9 March 2031"),
    ]


def test_a_statement_of_another_key_is_told_as_moved() -> None:
    after = {**FILES, "rounds/talks.yaml": TALKS.replace("date:", "last-day:")}
    assert [
        (one.kind, one.id, told(one).partition(";")[0])
        for one in compare(state(FILES), state(after, talks_date="> talks.last-day"))
    ] == [(Kind.MOVED, "talks.last-day", "its address leads on to `talks.last-day`")]


def test_a_statement_goes_along_with_its_record_also_where_it_is_named() -> None:
    after = state(MEETING, talks="> meeting", talks_date="> meeting.date")
    assert [one.id for one in compare(state(FILES), after)] == ["meeting"]


def test_a_source_of_another_id_is_the_same_witness() -> None:
    after = {"sources/paper.yaml": COURIER, "rounds/talks.yaml": TALKS.replace("courier", "paper")}
    assert found(state(FILES), state(after, courier="> paper")) == [
        (Kind.MOVED, "Source “Notes”: its address leads on to `paper`")
    ]


REKEYED: Files = {
    "sources/courier.yaml": COURIER.replace("{q:", "{day:"),
    "rounds/talks.yaml": TALKS.replace("courier#q", "courier#day"),
}


def test_another_key_of_a_quotation_is_no_change() -> None:
    assert found(state(FILES), state(REKEYED)) == []
    paper = {
        "sources/paper.yaml": REKEYED["sources/courier.yaml"],
        "rounds/talks.yaml": TALKS.replace("courier#q", "paper#day"),
    }
    assert [kind for kind, _ in found(state(FILES), state(paper, courier="> paper"))] == [
        Kind.MOVED
    ]


def test_other_words_under_another_key_are_another_witness() -> None:
    altered = REKEYED["sources/courier.yaml"].replace("They met on", "They talked on")
    ((kind, told_of),) = found(state(FILES), state({**REKEYED, "sources/courier.yaml": altered}))
    assert kind is Kind.CHANGED
    assert "witness removed" in told_of and "witness added" in told_of


def test_a_key_that_is_the_id_of_what_moved_goes_along_and_its_address_is_lost() -> None:
    person = "{name: Tom Hale, party: north}"
    before = {**FILES, "rounds/talks.yaml": SIDE, "people/tom.yaml": person}
    after = {
        **FILES,
        "rounds/talks.yaml": SIDE.replace("tom", "tom-hale"),
        "people/tom-hale.yaml": person,
    }
    changes = compare(state(before), state(after, tom="> tom-hale"))
    # Who has no statement of his own has no page, but an address.
    assert [(one.kind, one.id, told(one)) for one in changes] == [
        (
            Kind.MOVED,
            "talks.delegations.north.tom-hale",
            "its address leads nowhere (was: `f/talks.delegations.north.tom/`)",
        ),
        (Kind.MOVED, "tom", "its address says: it is now Tom Hale"),
    ]
    where = "talks.delegations.north.tom-hale"
    listed = state(after, tom="> tom-hale", talks_delegations_north_tom=f"> {where}")
    assert [told(one) for one in compare(state(before), listed)] == [
        f"its address leads on to `{where}`",
        "its address says: it is now Tom Hale",
    ]


def test_what_is_told_as_lost_has_no_page_and_the_rest_has_one() -> None:
    before = state(FILES, first="> talks")
    for after in (
        state(MEETING),
        state(MEETING, talks="> meeting"),
        state(ALONE, talks="it never took place"),
    ):
        pages = {page.path for page in redirects(after, PLAIN)}
        lost = moves(before, after).lost
        stood = {id_ for id_ in before.facts if f"f/{id_}/index.html" not in pages}
        assert stood == set(lost) & set(before.facts)


def test_the_addresses_of_what_is_gone_without_a_word_are_told_as_lost() -> None:
    gone = [one for kind, one in found(state(FILES), state(MEETING)) if kind is Kind.REMOVED]
    assert gone == [
        "Talks: its address leads nowhere (was: `rounds/talks/`)",
        "Talks: date: was 9 March 2031; its address leads nowhere (was: `f/talks.date/`)",
    ]


def test_the_reason_of_what_is_gone_is_told() -> None:
    claim = "{title: The visit, says: They met, by: reed, witnesses: [courier#q]}"
    before, after = ({**files, "claims/visit.yaml": claim} for files in (FILES, ALONE))
    assert found(state(before), state(after, talks="it never took place")) == [
        (Kind.REMOVED, "Talks: its address says: it never took place"),
        (
            Kind.REMOVED,
            "Talks: date: was 9 March 2031; its address leads nowhere (was: `f/talks.date/`)",
        ),
    ]


def only(before: Dossier, after: Dossier) -> Change:
    (one,) = compare(before, after)
    return one


POINT = """
order: 1
rests: [talks.date]
text: 'They met on {{ fact("talks.date") }}.'
"""


def test_what_names_what_moved_is_written_as_before() -> None:
    after = {
        **MEETING,
        "rounds/meeting.yaml": TALKS.replace("2031-03-09", "2031-03-08"),
        "points/met.yaml": POINT.replace("talks.", "meeting."),
    }
    told_of = compare(state({**FILES, "points/met.yaml": POINT}), state(after, talks="> meeting"))
    assert [(one.kind, one.id) for one in told_of] == [
        (Kind.MOVED, "meeting"),
        (Kind.CHANGED, "meeting.date"),
        (Kind.FOLLOWS, "met"),
    ]


def test_what_names_a_quotation_of_another_key_is_written_as_before() -> None:
    more = {"sources/post.yaml": POST + RETRACTED, "rounds/talks.yaml": TWO}
    two = TWO.replace("courier#q", "courier#day")
    after = {**REKEYED, "sources/post.yaml": POST, "rounds/talks.yaml": two}
    told_of = compare(state({**FILES, **more}), state(after))
    assert [(one.kind, one.id) for one in told_of] == [
        (Kind.CHANGED, "post"),
        (Kind.FOLLOWS, "talks.date"),
    ]


def test_an_old_address_that_says_something_else_is_told() -> None:
    one = only(state(FILES, first="> talks"), state(FILES, first="it was never planned"))
    assert (one.kind, one.label, one.page) == (Kind.MOVED, "first", "f/first/index.html")
    assert told(one) == "its address says: it was never planned (was: leads on to `talks`)"
    assert told(only(state(FILES), state(FILES, first="> talks"))) == (
        "its address leads on to `talks`"
    )
    assert told(only(state(FILES, first="> talks"), state(FILES))) == (
        "its address leads nowhere (was: leads on to `talks`)"
    )
    assert told(only(state(FILES, first="> x"), state(FILES, first="> talks"))).startswith(
        "its address leads on to `talks` (was: What took its place is not known"
    )


def test_ids_in_pages_are_alike_where_they_moved() -> None:
    moved = moves(state(FILES), state(MEETING, talks="> meeting"))
    page = b'<a href="rounds/talks/index.html#round--talks">Talks</a> <b id="talks--x talks-2">'
    assert moved.alike(page) == (
        b'<a href="rounds/meeting/index.html#round--meeting">Talks</a> <b id="meeting--x talks-2">'
    )


def test_an_id_in_running_text_reads_otherwise_where_it_moved() -> None:
    moved = moves(state(FILES), state(MEETING, talks="> meeting"))
    kept = b"<p>a slip (talks.date), as in talks.date or: talks.date</p>"
    assert moved.alike(kept) == kept
    printed = b'rejected: a slip (#"talks.date";) #meta[#"talks.date \xc2\xb7 f/talks.date/";'
    assert moved.alike(printed) == (
        b'rejected: a slip (#"talks.date";) #meta[#"meeting.date \xc2\xb7 f/meeting.date/";'
    )


NAMED = REJECTED.replace("a slip,", "a slip (tom.offices.envoy),")
OFFICE = """
name: Tom Hale
party: south
offices: {envoy: {title: Envoy, witnesses: [courier#q]}}
"""


def test_a_text_that_prints_an_id_touches_its_page_and_pdf_where_that_moved() -> None:
    before = state({**FILES, "rounds/talks.yaml": NAMED, "people/tom.yaml": OFFICE})
    renamed = {
        **FILES,
        "rounds/talks.yaml": NAMED.replace("tom.", "tom-hale."),
        "people/tom-hale.yaml": OFFICE,
    }
    after = state(renamed, tom="> tom-hale")
    assert [one.id for one in compare(before, after)] == ["tom-hale", "talks.date"]
    told_of = reach(*faces([(before, PLAIN), (after, PLAIN)], moves(before, after)))
    assert "rounds/talks/index.html" in [one.path for one in told_of.pages]
    assert "people/tom-hale/index.html" not in [one.path for one in told_of.pages]
    assert "pdf/talks.pdf" in [one.path for one in told_of.pdfs]


@pytest.mark.parametrize(
    ("path", "now"),
    [
        ("rounds/talks/index.html", "rounds/meeting/index.html"),
        ("pdf/talks.pdf", "pdf/meeting.pdf"),
        ("index.html#talks", "index.html#meeting"),
        ("talks/index.html", "talks/index.html"),
        ("rounds/talks-2/index.html", "rounds/talks-2/index.html"),
    ],
)
def test_a_page_goes_along_with_what_it_is_of(path: str, now: str) -> None:
    assert moves(state(FILES), state(MEETING, talks="> meeting")).path(path) == now


def test_what_moved_is_no_page_that_reads_otherwise() -> None:
    before, after = state(FILES), state(MEETING, talks="> meeting")
    changed = state(
        {**MEETING, "rounds/meeting.yaml": TALKS.replace("2031-03-09", "2031-03-08")},
        talks="> meeting",
    )
    states = [(one, PLAIN) for one in (before, after, changed)]
    old, same, other = faces(states, moves(before, after))
    assert reach(old, same) == Reach()
    told_of = reach(old, other)
    pages = [one.path for one in told_of.pages if one.path.startswith("rounds/")]
    assert pages == ["rounds/index.html", "rounds/meeting/index.html"]
    assert [one.path for one in told_of.pdfs if one.title == "Talks"] == ["pdf/meeting.pdf"]


def test_an_old_address_that_goes_along_is_not_told() -> None:
    before = state(FILES, first="> talks")
    after = state(MEETING, first="> talks", talks="> meeting")
    assert found(before, after) == [(Kind.MOVED, "Talks: its address leads on to `meeting`")]


PROSE = "# The talks\n\nThey met once.\n"


def with_page(name: str, **moved: Moved) -> Dossier:
    """A dossier with a page of prose, and others that moved."""
    page = SourceFile(f"content/pages/{name}.md", PROSE)
    entries = {f"pages/{one}": entry for one, entry in moved.items()}
    one = state(FILES)
    return derive(replace(one.briefing, moved=entries, pages=(page,)), one.as_of)


def test_a_page_of_prose_that_moved_is_told_once() -> None:
    states = (with_page("talks"), with_page("once", talks=Moved(to="pages/once")))
    assert found(*states) == [
        (Kind.MOVED, "Page “The talks”: its address leads on to `pages/once`")
    ]
    before, after = faces([(one, PLAIN) for one in states], moves(*states))
    assert "once/index.html" in before.pages and reach(before, after) == Reach()


def test_a_page_of_prose_that_is_gone_says_why() -> None:
    states = (with_page("talks"), with_page("other", talks=Moved(gone="it was wrong")))
    kept = [one for one in found(*states) if one[0] is Kind.REMOVED]
    assert kept == [
        (Kind.REMOVED, "Page “The talks”: was They met once.; its address says: it was wrong")
    ]
