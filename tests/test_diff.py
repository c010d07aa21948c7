"""What changes for readers between two states of a briefing, in their words."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.diff import compare
from generator.diff.changes import Change, Kind
from generator.diff.difference import Difference
from generator.diff.face import shown
from generator.diff.reach import Page, Reach, touched
from generator.diff.report import Report, markdown, text
from generator.diff.words import cut, told
from tests.dossiers import dossier_of, source
from tests.test_review import change, committed, git

Write = Callable[..., Path]
Files = dict[str, str]

TALKS = """
title: Talks
date: {value: 2031-03-09, witnesses: [courier#q]}
"""
COURIER = source("Courier", "2031-03-10", "They met on 9 March 2031, or on 8 March 2031.")
POST = source("Post", "2031-03-11", "They met on 8 March 2031 and on 9 March 2031.")
FILES = {"sources/courier.yaml": COURIER, "rounds/talks.yaml": TALKS}


def changes(after: Files, before: Files = FILES) -> dict[tuple[Kind, str], Change]:
    found = compare(dossier_of(before), dossier_of(after))
    return {(one.kind, one.id): one for one in found}


def only(after: Files, before: Files = FILES) -> tuple[Kind, str]:
    (one,) = changes(after, before).values()
    return one.kind, f"{one.label}: {told(one)}"


def talks(old: str, new: str) -> Files:
    assert old in TALKS
    return {**FILES, "rounds/talks.yaml": TALKS.replace(old, new)}


def test_a_value_is_told_with_what_it_was() -> None:
    assert only(talks("2031-03-09", "2031-03-08")) == (
        Kind.CHANGED,
        "Talks: date: 8 March 2031 (was 9 March 2031)",
    )


def test_a_witness_and_the_status_that_rises_with_it() -> None:
    added = {**talks("[courier#q]", "[courier#q, post#q]"), "sources/post.yaml": POST}
    found = changes(added)[Kind.CHANGED, "talks.date"]
    assert told(found) == (
        "reported, now confirmed; witness added: Post, 11 March 2031: "
        "“They met on 8 March 2031 and on 9 March 2031.”"
    )
    assert changes(added)[Kind.ADDED, "post"].page == "sources/post/index.html"


def test_a_statement_comes_and_goes() -> None:
    more = talks("date:", "last-day: {value: 2031-03-09, witnesses: [courier#q]}\ndate:")
    assert only(more) == (
        Kind.ADDED,
        "Talks: last day: 9 March 2031; reported; witness added: Courier, 10 March 2031: "
        "“They met on 9 March 2031, or on 8 March 2031.”",
    )
    assert only(FILES, more) == (
        Kind.REMOVED,
        "Talks: last day: was 9 March 2031; its address leads nowhere (was: `f/talks.last-day/`)",
    )


def test_a_record_that_is_a_statement_is_told_once() -> None:
    before = {**FILES, "claims/met.yaml": "{says: They met, by: reed, witnesses: [courier#q]}"}
    after = {**FILES, "claims/met.yaml": "{says: They did not, by: reed, witnesses: [courier#q]}"}
    (one,) = changes(after, before)
    assert one == (Kind.CHANGED, "met")


POSITIONS = """
title: Talks
date:
  positions:
    north: {value: 2031-03-09, by: north, witnesses: [courier#q]}
    south: {value: 2031-03-08, by: south, witnesses: [courier#q]}
"""
SETTLED = POSITIONS.replace("by: south,", "by: south, rejected: {why: a slip, on: 2031-05-01},")


def test_a_dispute_that_begins_and_one_that_is_settled() -> None:
    disputed = {**FILES, "rounds/talks.yaml": POSITIONS}
    settled = {**FILES, "rounds/talks.yaml": SETTLED}
    begun = changes(disputed)[Kind.DISPUTED, "talks.date"]
    assert told(begun) == (
        "was 9 March 2031; position of North: 9 March 2031; position of South: 8 March 2031; "
        "reported, now disputed"
    )
    ended = changes(settled, disputed)[Kind.SETTLED, "talks.date"]
    assert told(ended) == (
        "9 March 2031; position of South: 8 March 2031 (rejected: a slip) (was 8 March 2031); "
        "disputed, now claimed by North"
    )


CORRECTED = """
title: Talks
date:
  positions:
    first:
      value: 2031-03-09
      witnesses: [courier#q]
      superseded: {why: a slip, on: 2031-05-01}
    then: {value: 2031-03-08, witnesses: [courier#q]}
"""


def test_what_is_corrected_is_told_as_now_and_was_with_both_positions_of_one_holder() -> None:
    found = changes({**FILES, "rounds/talks.yaml": CORRECTED})[Kind.CHANGED, "talks.date"]
    assert told(found) == (
        "8 March 2031 (was 9 March 2031); "
        "position of Courier (first): 9 March 2031 (superseded: a slip); "
        "position of Courier (then): 8 March 2031"
    )


TWO = CORRECTED.replace("      superseded: {why: a slip, on: 2031-05-01}\n", "")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("2031-03-08", "2031-03-10", ["(then): 10 March 2031 (was 8 March 2031)"]),
        ("then:", "later:", []),
        (
            "then: {value: 2031-03-08",
            "later: {value: 2031-03-10",
            ["(later): 10 March 2031 (was 8 March 2031)"],
        ),
        (
            "    then: {value: 2031-03-08, witnesses: [courier#q]}\n",
            "",
            ["(then): no more (was 8 March 2031)"],
        ),
    ],
    ids=["value", "key", "value and key", "gone"],
)
def test_which_of_the_positions_of_one_holder_changed_is_told(
    old: str, new: str, expected: list[str]
) -> None:
    assert old in TWO
    before, after = ({**FILES, "rounds/talks.yaml": text} for text in (TWO, TWO.replace(old, new)))
    found = "; ".join(told(one) for one in changes(after, before).values()).split("; ")
    held = [one.removeprefix("position of Courier ") for one in found if "Courier" in one]
    assert held == expected


RETRACTED = COURIER + "retracted: {why: the paper took it back, on: 2031-05-01}\n"


def test_a_source_that_is_taken_back_stands_before_what_follows() -> None:
    found = list(changes({**FILES, "sources/courier.yaml": RETRACTED}).items())
    assert [kind for (kind, _), _ in found] == [Kind.CHANGED, Kind.FOLLOWS]
    (_, id_), one = found[0]
    assert (id_, told(one)) == ("courier", "retracted 1 May 2031: the paper took it back")
    assert one.label.startswith("Source “")


def test_the_address_of_a_source_is_called_so() -> None:
    elsewhere = COURIER.replace("example.org/notes", "example.org/page")
    assert only({**FILES, "sources/courier.yaml": elsewhere})[1].endswith(
        "Address: https://example.org/page (was https://example.org/notes)"
    )


def test_a_source_that_counts_no_more_is_told() -> None:
    doubted = COURIER + "counts: no\nwhy: a machine translation\n"
    one = changes({**FILES, "sources/courier.yaml": doubted})[Kind.CHANGED, "courier"]
    assert told(one) == "counts: no; Why: a machine translation"


CARTS = """
title: Carts
unit: carts
points:
  2031-02: {value: "1240", witnesses: [office#q]}
  2031-03: {value: "2480", witnesses: [office#q], recompute: 2031-02 * 2}
"""
COUNTED = source("Office", "2031-04-02", "1240 carts in February, 2480 in March")


def test_a_figure_that_is_recomputed_no_more_says_so_plainly() -> None:
    before = {"sources/office.yaml": COUNTED, "series/carts.yaml": CARTS}
    aside = "[office#q], retracted: {why: a slip, on: 2031-05-01}}\n  2031-03"
    fallen = CARTS.replace("[office#q]}\n  2031-03", aside)
    found = changes({**before, "series/carts.yaml": fallen}, before)
    told_of = told(found[Kind.FOLLOWS, "carts.points.2031-03"])
    assert told_of == "recomputed: not possible (was 2,480, which agrees)"
    plain = CARTS.replace(", recompute: 2031-02 * 2", "")
    found = changes({**before, "series/carts.yaml": plain}, before)
    told_of = told(found[Kind.CHANGED, "carts.points.2031-03"])
    assert told_of == "recomputed: no more (was 2,480, which agrees)"


TOLL = """
title: Toll
issuer: toll-office
in-force: {value: 2031-03-09, witnesses: [courier#q]}
"""
HOLD = """
title: Hold
acts:
  holds: {does: suspend, target: toll, from: 2031-03-09, witnesses: [courier#q]}
"""


def test_what_an_act_does_to_another_record_follows() -> None:
    before = {**FILES, "measures/toll.yaml": TOLL}
    after = {**before, "measures/hold.yaml": HOLD}
    found = changes(after, before)[Kind.FOLLOWS, "toll.in-force"]
    assert told(found) == "state: suspended (was in force)"


def test_a_name_that_changes_is_told_once() -> None:
    assert only(talks("title: Talks", "title: Meeting")) == (
        Kind.CHANGED,
        "Meeting: name: Meeting (was Talks)",
    )


def test_the_question_of_a_dispute_is_told() -> None:
    before = talks("date: {", "date: {asks: Did they meet, ")
    after = {key: text.replace("Did they meet", "Did they part") for key, text in before.items()}
    assert only(after, before) == (
        Kind.CHANGED,
        "Talks: date: question: Did they part (was Did they meet)",
    )


def test_a_reading_of_a_record_is_told() -> None:
    reading = "reading: {text: The day is that of the meeting., on: 2031-03-12}\n"
    after = {**FILES, "rounds/talks.yaml": TALKS + reading}
    assert only(after) == (Kind.CHANGED, "Talks: reading: The day is that of the meeting.")


def test_what_readers_do_not_see_is_no_change() -> None:
    assert changes(talks("date:", "# since the first day\ndate:")) == {}


def test_long_texts_are_cut_to_what_differs() -> None:
    long = "word " * 60
    before, after = cut(f"{long}seven {long}", f"{long}eight {long}")
    assert "seven" in before and "eight" in after
    assert before.startswith("…word") and before.endswith("word…")
    assert len(before) < 120


def test_pages_that_differ_but_for_lines_are_the_same() -> None:
    before = {"a.md": b'---\ntitle: "A &amp; B"\n---\nwritten in content/a.yaml, line 12'}
    moved = {"a.md": before["a.md"].replace(b"12", b"14")}
    assert touched(shown(before), shown(moved)) == ()
    (page,) = touched(shown(before), shown({"a.md": before["a.md"] + b"!"}))
    assert (page.path, page.title) == ("a.html", "A & B")


def test_markdown_holds_no_markup_of_the_content() -> None:
    change = Change(Kind.ADDED, "x", "@all <b> [x](y) *a*", ())
    written = markdown(Report((change,)))
    assert "- **&#64;&#8203;all &lt;b&gt; \\[x\\]\\(y\\) \\*a\\***:" in written


def test_a_report_of_anybody_stays_text_and_short() -> None:
    odd = "a` @octocat ![x](http://evil.example/p.png)\n\nHeading\n======="
    written = markdown(Report((), Reach((Page(odd, odd),))))
    assert (
        "@octocat" not in unescape(written)
        and "![x]" not in written
        and "\n\nHeading" not in written
    )
    many = tuple(Change(Kind.ADDED, str(n), "x" * 900, ()) for n in range(200))
    assert len(markdown(Report(many))) < 65_536
    assert "`briefing diff` tells it" in markdown(
        Report(tuple(replace(c, differences=(Difference("z", "", "y" * 300),) * 30) for c in many))
    )


def test_where_no_page_reads_otherwise_it_says_so() -> None:
    report = Report((Change(Kind.MOVED, "x", "Talks", ()),))
    assert text(report).endswith("\nNo page reads otherwise.\n")
    assert "\n1 moved; no page reads otherwise.\n" in markdown(report)
    assert "<details>" not in markdown(report)


def test_numbers_of_sources_are_no_change() -> None:
    old = b'<dd>12 here and in the PDFs</dd>, <a>&#91;12&#93; x</a> (12, "r:a", ("12", "r:a"'
    assert shown({"a.md": old}) == shown({"a.md": old.replace(b"12", b"130")})


def test_nothing_is_told_as_nothing() -> None:
    assert text(Report(())) == "no change for readers\n"
    assert "No change for readers." in markdown(Report(()))


def diff(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["diff", "--root", str(root), *arguments])


def test_the_folder_against_a_revision(briefing: Write) -> None:
    root = committed(briefing())
    assert diff(root, "main").stdout == "no change for readers\n"
    change(root, "measures/bridge-toll.yaml", "unit: pence", "unit: shillings")
    told = diff(root)
    assert told.exit_code == 0
    assert "  Toll on the bridge: toll: 2 shillings (was 2 pence)\n" in told.stdout
    assert "  page measures/bridge-toll/index.html (Toll on the bridge)\n" in told.stdout


POINT = """
order: 1
rests: [bridge-toll.parts.rate]
text: 'It is {{ fact("bridge-toll.parts.rate") }}.'
"""


def test_how_far_a_change_goes(briefing: Write) -> None:
    root = committed(briefing({"points/toll.yaml": POINT}))
    change(root, "measures/bridge-toll.yaml", "unit: pence", "unit: shillings")
    told = diff(root).stdout
    assert "Reads otherwise: 1 key point, " in told
    assert "  key point index.html#toll (It is 2 shillings (" in told
    assert "  PDF pdf/briefing.pdf (" in told and "  PDF pdf/controls.pdf (" in told
    assert "pdf/people.pdf" not in told


def test_a_text_that_rests_on_what_is_known_later_leaves_earlier_editions(
    briefing: Write,
) -> None:
    late = "{title: The denial, words: promised nothing, witnesses: [post-0602#none]}"
    root = committed(briefing({"points/toll.yaml": POINT, "claims/denial.yaml": late}))
    change(root, "points/toll.yaml", "rests: [", "rests: [denial, ")
    assert (
        "Key point toll: in editions from: 2 June 2031, with “The denial” "
        "(was 12 March 2031, with “Toll on the bridge: toll”)"
    ) in diff(root).stdout


def test_charts_are_counted_before_pages() -> None:
    pages = (Page("charts/index.html", "Charts"), Page("charts/carts/index.html", "Carts"))
    assert "1 chart, 2 pages" in text(Report((), Reach(pages, charts=pages[1:])))


def test_of_many_pages_the_first_are_listed_and_the_rest_is_counted() -> None:
    pages = tuple(Page(f"facts/page.{number}/index.html", "All facts") for number in range(43))
    told_of = text(Report((), Reach(pages)))
    assert "  page facts/page.39/index.html (All facts)\n  and 3 pages more\n" in told_of
    assert "page.40" not in told_of


def test_a_revision_against_another(briefing: Write) -> None:
    root = committed(briefing())
    change(root, "measures/bridge-toll.yaml", "unit: pence", "unit: shillings")
    committed(root, "shillings")
    git(root, "tag", "later")
    briefing()
    found = json.loads(diff(root, "later~1", "later", "--format", "json").stdout)
    (one,) = found["changes"]
    assert (one["kind"], one["id"]) == ("changed", "bridge-toll.parts.rate")
    assert one["differences"] == [{"what": "value", "before": "2 pence", "after": "2 shillings"}]


@pytest.mark.parametrize("arguments", [("main",), ("main", "main")], ids=["folder", "base"])
def test_what_cannot_be_compared_is_told(briefing: Write, arguments: tuple[str, ...]) -> None:
    root = committed(briefing({"bodies/courier.yaml": "name: {en: C}\nnmae: x\n"}))
    found = diff(root, *arguments)
    assert found.exit_code == 1
    assert found.stdout == ""
    assert "error: could not compare: 1 error in `main`" in found.stderr


def test_what_was_written_as_json_is_read_again(briefing: Write, tmp_path: Path) -> None:
    root = committed(briefing())
    change(root, "measures/bridge-toll.yaml", "unit: pence", "unit: shillings")
    kept = tmp_path / "diff.json"
    kept.write_text(diff(root, "main", "--format", "json").stdout, encoding="utf-8")
    shown = diff(root, "--read", str(kept), "--format", "markdown")
    assert shown.stdout == diff(root, "main", "--format", "markdown").stdout


@pytest.mark.parametrize("text", ["", "[]", '{"changes": [{"kind": "odd"}], "reach": {}}'])
def test_what_is_no_report_is_refused(briefing: Write, tmp_path: Path, text: str) -> None:
    kept = tmp_path / "diff.json"
    kept.write_text(text, encoding="utf-8")
    shown = diff(briefing(), "--read", str(kept))
    assert (shown.exit_code, shown.stdout) == (1, "")
    assert "does not hold what `briefing diff --format json` writes" in shown.stderr
    assert diff(briefing(), "--read", str(tmp_path / "none.json")).exit_code == 1
