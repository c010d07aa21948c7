"""A report stays short: what follows alike is counted, and what is long is cut."""

from __future__ import annotations

from generator.derive import derive
from generator.diff import compare
from generator.diff.changes import Change, Kind
from generator.diff.difference import Difference
from generator.diff.reach import Page, Reach
from generator.diff.report import Report, markdown, text
from generator.diff.words import told
from tests.dossiers import EDITION, briefing_of, dossier_of, source
from tests.test_diff import COURIER, FILES, POSITIONS, TALKS, Files, changes
from tests.test_diff_words import DAY

UNDATED: Files = {
    "sources/courier.yaml": COURIER.replace("published: 2031-03-10", "published: unknown"),
    "rounds/talks.yaml": TALKS,
    "rounds/more.yaml": TALKS.replace("Talks", "More talks"),
}


def test_what_only_follows_the_day_of_the_edition_is_counted() -> None:
    later = EDITION.replace("2031-06-30", "2031-07-31")
    before = derive(briefing_of(UNDATED), DAY)
    after = derive(briefing_of(UNDATED, later), DAY.replace(month=7, day=31))
    told_of_it = text(Report(compare(before, after)))
    assert told_of_it.count("known from") == 1
    assert "  2 statements: known from: 2031-07-31 (was 2031-06-30)\n" in told_of_it


def test_a_single_one_is_told_by_its_name() -> None:
    one: Files = {id_: text for id_, text in UNDATED.items() if id_ != "rounds/more.yaml"}
    later = {
        **one,
        "sources/courier.yaml": source("Courier", "2031-03-11", "They met on 9 March 2031"),
    }
    dated = {
        **one,
        "sources/courier.yaml": source("Courier", "2031-03-10", "They met on 9 March 2031"),
    }
    found = text(Report(compare(dossier_of(dated), dossier_of(later))))
    assert "  Talks: date: known from: 2031-03-11 (was 2031-03-10)\n" in found


SIDE = """
title: Talks
delegations:
  north:
    reed: {person: reed, attendance: absent, witnesses: [courier#q]}
"""


def test_a_name_in_the_label_is_not_told_again() -> None:
    before = {**FILES, "rounds/talks.yaml": SIDE}
    after = {**FILES, "rounds/talks.yaml": SIDE.replace("absent", "expected")}
    (one,) = [one for (_, id_), one in changes(after, before).items() if "reed" in id_]
    assert (one.label, told(one)) == ("Talks: Ada Reed", "expected (was absent)")


def test_a_name_with_its_foreign_form_is_told_once() -> None:
    before, after = (
        {
            **FILES,
            "rounds/talks.yaml": SIDE,
            "people/reed.yaml": f"{{name: {{en: {name}, fr: Adèle}}, party: north}}",
        }
        for name in ("Ada Reed", "Ada Reid")
    )
    found = changes(after, before)[Kind.CHANGED, "reed"]
    assert told(found) == "name: Ada Reid (Adèle) (was Ada Reed (Adèle))"


def test_a_source_that_is_gone_is_named_once() -> None:
    gone = Change(Kind.REMOVED, "post", "Source “Notes”", (Difference("name", "Notes", ""),))
    assert told(gone) == "no more held"


def test_a_dispute_that_is_gone_is_told_by_its_answers() -> None:
    found = changes({"sources/courier.yaml": COURIER}, {**FILES, "rounds/talks.yaml": POSITIONS})
    assert told(found[Kind.REMOVED, "talks.date"]) == (
        "was disputed: North: 9 March 2031, South: 8 March 2031; "
        "its address leads nowhere (was: `f/talks.date/`)"
    )


def test_a_long_name_is_cut() -> None:
    report = Report((Change(Kind.ADDED, "x", "word " * 300, ()),))
    assert len(text(report)) < 300
    assert len(markdown(report)) < 300


def test_that_no_words_changed_is_a_sentence() -> None:
    found = markdown(Report((), Reach((Page("a.html", "A"),))))
    assert "\nNo statement or record changed; reads otherwise: 1 page.\n" in found
