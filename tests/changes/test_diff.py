"""What changes for readers between two states of a briefing, in their words."""

import json
import shutil
from dataclasses import replace
from datetime import date
from html import unescape
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.changes.cards import PLAIN, Words
from generator.changes.listing import Changes
from generator.changes.report import Report, cut, lines, markdown, text
from generator.changes.snapshot import Affected, Page, Renamed, affected, differing, shown
from generator.changes.wording import Entry, Kind, entries
from generator.cli import main
from generator.derive import Dossier, derive
from generator.model.edition import Moved
from generator.revisions import differ
from generator.source import SourceFile
from tests.changes.test_review import change, committed, git
from tests.conftest import PROJECT, Write
from tests.dossiers import EDITION, briefing_of, dossier_of, source
from tests.tables import cases

Files = dict[str, str]

TALKS = """
title: Talks
date: {value: 2031-03-09, witnesses: [courier#q]}
"""
COURIER = source("Courier", "2031-03-10", "They met on 9 March 2031, or on 8 March 2031.")
POST = source("Post", "2031-03-11", "They met on 9 March 2031.")
FILES = {"sources/courier.yaml": COURIER, "rounds/talks.yaml": TALKS}
MEETING = {"sources/courier.yaml": COURIER, "rounds/meeting.yaml": TALKS}
NOTED = "“They met on 9 March 2031, or on 8 March 2031.” (Courier, 10 March 2031)"
SAID = "“They met on 9 March 2031.” (Post, 11 March 2031)"
TWO = {
    **FILES,
    "sources/post.yaml": POST,
    "rounds/talks.yaml": TALKS.replace("[courier#q]", "[courier#q, post#q]"),
}
POSITIONS = """
title: Talks
date:
  positions:
    north: {value: 2031-03-09, by: north, witnesses: [courier#q]}
    south: {value: 2031-03-08, by: south, witnesses: [courier#q]}
"""
DISPUTE = {**FILES, "rounds/talks.yaml": POSITIONS}


def state(files: Files, **moved: str) -> Dossier:
    """A dossier with ids that moved: `id="> to"`, or the reason why there is nothing to go to."""
    found = dossier_of(files)
    entries = {
        id_.replace("_", "."): Moved(to=one[2:]) if one.startswith("> ") else Moved(gone=one)
        for id_, one in moved.items()
    }
    return replace(found, briefing=replace(found.briefing, moved=entries))


def told(before: Dossier, after: Dossier) -> list[tuple[Kind, str]]:
    found = entries(Changes(before, after))
    return [(one.kind, "".join(line)) for one in found for line in lines([one])]


def edited(path: str, old: str, new: str, files: Files = FILES) -> list[tuple[Kind, str]]:
    """What is told where one piece of a file is another."""
    assert old in files[path]
    after = {**files, path: files[path].replace(old, new)}
    return told(dossier_of(files), dossier_of(after))


DAY = "rounds/talks.yaml"


def test_a_value_is_told_with_what_it_was() -> None:
    assert edited(DAY, "2031-03-09", "2031-03-08") == [
        (Kind.CHANGED, "Talks, date: 8 March 2031 (before: 9 March 2031)")
    ]


def test_the_sentence_of_a_statement_is_told_as_it_reads() -> None:
    written = TALKS.replace("value:", "sentence: \"{{ name('reed') }} opens them\", value:")
    said = [(Kind.CHANGED, "Talks, date, sentence: Ada Reed opens them (new)")]
    assert told(dossier_of(FILES), dossier_of({**FILES, DAY: written})) == said


def test_a_witness_is_told_with_the_status_that_rises() -> None:
    (added,) = (one for kind, one in told(dossier_of(FILES), dossier_of(TWO)) if "date" in one)
    assert added == f"Talks, date: now confirmed (before: reported); quoted too: {SAID}"


def test_a_statement_that_comes_and_goes() -> None:
    more = {
        **FILES,
        DAY: TALKS.replace("date:", "end: {value: 2031-03-09, witnesses: [courier#q]}\ndate:"),
    }
    assert told(dossier_of(FILES), dossier_of(more)) == [
        (Kind.ADDED, f"Talks, end: 9 March 2031; reported; quoted: {NOTED}")
    ]
    assert told(dossier_of(more), dossier_of(FILES)) == [
        (
            Kind.REMOVED,
            "Talks, end: no more held (before: 9 March 2031); "
            "its address leads nowhere (before: `f/talks.end/`)",
        )
    ]


def test_a_dispute_that_begins_and_one_that_is_settled() -> None:
    slip = "by: south, rejected: {why: a slip, on: 2031-05-01},"
    settled = {**DISPUTE, DAY: POSITIONS.replace("by: south,", slip)}
    assert told(dossier_of(FILES), dossier_of(DISPUTE)) == [
        (
            Kind.DISPUTED,
            "Talks, date: no one value (before: 9 March 2031); "
            "answer: 9 March 2031, by North (new); "
            "answer: 8 March 2031, by South (new); now disputed (before: reported)",
        )
    ]
    ((kind, one),) = told(dossier_of(DISPUTE), dossier_of(settled))
    assert kind is Kind.SETTLED
    assert "answer: 8 March 2031, by South (rejected on 1 May 2031: a slip) (before: 8" in one
    assert "now reported (before: disputed)" in one
    ((kind, one),) = edited(DAY, "05-01", "05-02", settled)
    assert kind is Kind.CHANGED and "(rejected on 2 May 2031: a slip) (before" in one


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("2031-03-08", "2031-03-10", "answer: 10 March 2031, by South (before: 8 March"),
        ("south: {value: 2031-03-08", "later: {value: 2031-03-10", "answer: 10 March 2031, by"),
        ("by: south", "by: stone", "answer: 8 March 2031, by Ben Stone (before: 8"),
    ],
    ids=["value", "key and value", "holder"],
)
def test_a_position_is_told_under_the_key_it_has_now(old: str, new: str, expected: str) -> None:
    ((kind, one),) = edited(DAY, old, new, DISPUTE)
    assert kind is Kind.CHANGED and expected in one
    assert edited(DAY, "south: {", "later: {", DISPUTE) == []


TOLL = "{title: Toll, issuer: toll-office, in-force: {value: 2031-03-09, witnesses: [courier#q]}}"
HOLD = """
title: Hold
acts: {holds: {does: suspend, target: toll, from: 2031-03-09, witnesses: [courier#q]}}
"""


def test_what_an_act_does_to_another_record_follows() -> None:
    before = {**FILES, "measures/toll.yaml": TOLL}
    found = told(dossier_of(before), dossier_of({**before, "measures/hold.yaml": HOLD}))
    (one,) = (line for kind, line in found if kind is Kind.FOLLOWS)
    assert one.endswith(": now suspended (before: in force)")


CARTS = """
title: Carts
unit: carts
points:
  2031-02: {value: "1240", basis: by day, period: 2031-02, witnesses: [office#q]}
  2031-03: {value: "2480", witnesses: [office#q], recompute: 2031-02 * 2}
"""
ALL = {
    **FILES,
    "sources/office.yaml": source("Office", "2031-04-02", "1240 carts in February, 2480 in March"),
    "series/carts.yaml": CARTS,
    "claims/visit.yaml": "{title: The visit, says: They will, nature: forecast, about: north, "
    "by: north, witnesses: [courier#q], reading: {text: Both., on: 2031-03-12}}",
    "people/reed.yaml": "{name: {en: Ada Reed, fr: Adèle}, party: north}",
    "comparisons/figures.yaml": "{title: Figures, subtitle: The carts, form: figures, groups: "
    "{north: {title: Of North, entries: {one: {of: carts.points.2031-02}}}}}",
    "not-found/arch.yaml": "{title: Arch, looked: a register, on: 2031-03-12}",
    "points/day.yaml": "{role: strip, label: Day, holds: talks.date, text: They met.}",
    "points/met.yaml": "{order: 1, rests: [talks.date], text: They met.}",
}


# A file, what is another in it, and what is told of that.
SEEN = cases("""
    series/carts: by day -> by week
      , basis: by week (before: by day)
    series/carts: od: 2031-02 -> od: 2031-03
      period: March 2031 (before: Febr
    series/carts: , recompute: 2031-02 * 2 ->
      recomputed: left out (before: 2,480, w
    series/carts: unit: -> family: carts-of-north\\nunit:
      table: Carts of North (
    claims/visit: forecast -> judgement
      nature: judgement (before: forecast)
    claims/visit: about: north -> about: south
      about: South (before: North)
    claims/visit: 03-12 -> 03-13
      day of our reading: 13 March 2031 (before
    people/reed: Ada Reed -> Ada Reid
      name: Ada Reid (Adèle) (before: Ada Reed (
    rounds/talks: title: Talks -> title: Parley
      Parley: called so now (before: Talks)
    rounds/talks: title -> aliases: [Parley]\\ntitle
      Talks, other names: Parley (new)
    sources/courier: org/notes -> org/page
      link: https://example.org/page (before
    sources/courier: origin -> counts: no\\nwhy: a copy\\norigin
      counts: no (before
    sources/courier: They met -> All met
      words: “All met on 9 March 2031, or
    comparisons/figures: title: Of N -> title: In N
      title in groups: In North
    not-found/arch: a register -> two
      where we looked: two (before: a register)
    points/day: They met -> They sat
      “Day” on the brief: They sat. (before: T
    points/met: They met -> They talked
      “They talked.”: They talked. (before: They met.)
""")


@pytest.mark.parametrize(("edit", "expected"), SEEN)
def test_whatever_readers_see_is_told(edit: str, expected: str) -> None:
    path, change = edit.split(": ", 1)
    old, _, new = change.partition(" ->")
    assert any(expected in one for _, one in edited(f"{path}.yaml", old, new.strip(" "), ALL))


def test_an_office_says_for_itself_since_when_it_is_held() -> None:
    office = "{reeve: {title: {en: Reeve}, witnesses: [courier#q]}}"
    files = {**FILES, "people/reed.yaml": f"name: {{en: Ada Reed}}\noffices: {office}"}
    assert edited("people/reed.yaml", "Reeve}", "Reeve}, from: 2031-03-09", files) == [
        (Kind.CHANGED, "Ada Reed, Reeve: Reeve, from 9 March 2031 (before: Reeve)")
    ]


def test_a_quotation_is_told_with_the_answer_that_it_bears() -> None:
    files = {**DISPUTE, "sources/post.yaml": POST}
    found = edited(
        DAY, "by: north, witnesses: [courier#q]", "by: north, witnesses: [courier#q, post#q]", files
    )
    assert any(
        f"quoted too for the answer 9 March 2031, by North: {SAID}" in one for _, one in found
    )


def test_a_dispute_that_is_gone_is_told_with_its_answers() -> None:
    ((kind, one),) = told(dossier_of(DISPUTE), dossier_of({**DISPUTE, DAY: "title: Talks"}))
    assert kind is Kind.REMOVED
    assert "(before: disputed between 9 March 2031, by North and 8 March 2031, by South)" in one


def test_what_readers_do_not_see_is_no_change() -> None:
    assert edited(DAY, "date:", "# since the first day\ndate:") == []
    keyed = {path: one.replace("{q:", "{met:").replace("#q", "#met") for path, one in FILES.items()}
    assert told(dossier_of(FILES), dossier_of(keyed)) == []


def test_a_name_is_told_once() -> None:
    after = {**DISPUTE, "parties/north.yaml": "name: Norland"}
    assert told(dossier_of(DISPUTE), dossier_of(after)) == [
        (Kind.CHANGED, "Norland: called so now (before: North)")
    ]


def test_what_only_follows_the_day_of_the_edition_is_counted() -> None:
    undated = COURIER.replace("published: 2031-03-10", "published: unknown")
    files = {"sources/courier.yaml": undated, DAY: TALKS, "rounds/b.yaml": TALKS}
    later = briefing_of(files, EDITION.replace("2031-06-30", "2031-07-31"))
    changes = Changes(dossier_of(files), derive(later, date(2031, 7, 31)))
    found = text(Report(entries(changes)))
    assert "  2 statements, known from: 31 July 2031 (before: 30 June 2031)\n" in found


LED = "its address leads on to `meeting`"


def test_a_record_with_another_id_is_told_as_moved() -> None:
    after = {**MEETING, "rounds/meeting.yaml": TALKS.replace("2031-03-09", "2031-03-08")}
    assert told(state(FILES), state(MEETING, talks="> meeting")) == [(Kind.MOVED, f"Talks: {LED}")]
    assert told(state(FILES), state(after, talks="> meeting")) == [
        (Kind.MOVED, f"Talks: {LED}"),
        (Kind.CHANGED, "Talks, date: 8 March 2031 (before: 9 March 2031)"),
    ]


def test_a_statement_with_another_key_is_told_as_moved() -> None:
    after = {**FILES, DAY: TALKS.replace("date:", "last-day:")}
    ((kind, one),) = told(state(FILES), state(after, talks_date="> talks.last-day"))
    assert kind is Kind.MOVED and "its address leads on to `talks.last-day`" in one


def test_a_source_with_another_id_is_the_same_witness() -> None:
    after = {"sources/paper.yaml": COURIER, DAY: TALKS.replace("courier", "paper")}
    assert told(state(FILES), state(after, courier="> paper")) == [
        (Kind.MOVED, "“Notes” (Courier, 10 March 2031): its address leads on to `paper`")
    ]


def test_of_what_moved_only_the_list_of_what_moved_reads_otherwise() -> None:
    before, after = state(FILES), state(MEETING, talks="> meeting")
    renamed = Renamed(Changes(before, after).pairing.renamed)
    found = affected([(before, PLAIN), (after, PLAIN)], renamed)
    assert found == Affected((Page("corrections/index.html", "Corrections"),))
    other = state({**MEETING, "rounds/meeting.yaml": TALKS.replace("03-09", "03-08")})
    found = affected([(before, PLAIN), (other, PLAIN)], renamed)
    assert "rounds/meeting/index.html" in [one.path for one in found.pages]


def test_nothing_is_rendered_of_states_of_the_same_files(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("generator.changes.snapshot.site", None)
    before, after = state(FILES), state(FILES)
    assert affected([(before, PLAIN), (after, PLAIN)], Renamed()) == Affected()
    elsewhere = PLAIN.model_copy(update={"branch": "other"})
    with pytest.raises(TypeError):
        affected([(before, PLAIN), (after, elsewhere)], Renamed())


def test_the_list_says_what_was_and_what_is() -> None:
    after = {**FILES, DAY: f"# A line more.\n{TALKS}".replace("2031-03-09", "2031-03-08")}
    (one,) = Changes(dossier_of(FILES), dossier_of(after)).parts
    assert one.was and one.now and one.keys == {"value"}


def test_pages_that_differ_but_for_lines_and_numbers_are_the_same() -> None:
    page = b'---\ntitle: "A &amp; B"\n---\nin content/a.yaml, line 12 <dd>12 here and in the PDFs'
    before = shown({"a.md": page}, Renamed())
    assert differing(before, shown({"a.md": page.replace(b"12", b"14")}, Renamed())) == ()
    assert differing(before, shown({"a.md": page + b"!"}, Renamed())) == (Page("a.html", "A & B"),)


def test_long_texts_are_cut_to_what_differs() -> None:
    long = "word " * 60
    assert cut(f"{long}seven {long}", f"{long}eight {long}") == ("seven", "eight")


def test_a_page_is_told_as_it_reads() -> None:
    def state_with(text: str) -> Dossier:
        found, file = dossier_of(FILES), SourceFile("content/pages/overview.md", text)
        return replace(found, briefing=replace(found.briefing, pages=(file,)))

    page = '# Talks\n\nThey met on\n{{ fact("talks.date") }}.\n'
    was, now = state_with(page), state_with(page.replace("met", "sat"))
    expected = (
        "Page “Talks”: Talks They sat on 9 March 2031. (before: Talks They met on 9 March 2031.)"
    )
    assert told(was, now) == [(Kind.CHANGED, expected)]
    assert told(was, state_with(page.replace("met", "*met*"))) == []


def test_long_prose_is_told_by_the_sentences_that_differ() -> None:
    same = "The shires keep the bridge. " * 9
    found = cut(
        f"They met. {same}Seven carts came. {same}", f"They sat. {same}Eight carts came. {same}"
    )
    assert found == ("They met. … Seven carts came.", "They sat. … Eight carts came.")


def test_markdown_holds_no_markup_of_the_content() -> None:
    written = markdown(Report((Entry(Kind.ADDED, "x", "@all <b> [x](y) *a*", ()),)))
    assert "- **&#64;&#8203;all &lt;b&gt; \\[x\\]\\(y\\) \\*a\\***" in written
    odd = "a` @octocat ![x](http://evil.example/p.png)\n\nHeading\n======="
    written = markdown(Report((), Affected((Page(odd, odd),))))
    assert "@octocat" not in unescape(written) and "![x]" not in written
    assert "\n\nHeading" not in written


def test_a_comment_is_as_long_as_a_forge_takes() -> None:
    long = (Words("z", "", "y" * 300),) * 30
    written = markdown(Report(tuple(Entry(Kind.ADDED, str(n), "x", long) for n in range(200))))
    assert len(written) < 65_536 and "`briefing diff` shows it" in written
    many = tuple(Page(f"facts/page.{number}/index.html", "All facts") for number in range(43))
    assert "  and 3 pages more\n" in text(Report((), Affected(many)))


def test_nothing_is_told_as_nothing() -> None:
    assert text(Report(())) == "no change for readers\n"
    assert "No change for readers." in markdown(Report(()))
    assert "\nNo page reads otherwise.\n" in text(Report((Entry(Kind.MOVED, "x", "Talks", ()),)))


def diff(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["diff", "--root", str(root), *arguments])


POINT = """
order: 1
rests: [bridge-toll.parts.rate]
text: 'It is {{ fact("bridge-toll.parts.rate") }}.'
"""


def test_the_folder_against_a_revision(briefing: Write, tmp_path: Path) -> None:
    root = committed(briefing({"points/toll.yaml": POINT}))
    assert diff(root, "main").stdout == "no change for readers\n"
    change(root, "measures/bridge-toll.yaml", "unit: pence", "unit: shillings")
    found = diff(root).stdout
    assert "  Toll (Toll on the bridge): 2 shillings (before: 2 pence)\n" in found
    assert "Reads otherwise: 1 key point, " in found
    assert "  key point index.html#toll (It is 2 shillings" in found
    assert "  PDF pdf/controls.pdf (" in found and "pdf/people.pdf" not in found
    kept = tmp_path / "diff.json"
    kept.write_text(diff(root, "--format", "json").stdout, encoding="utf-8")
    assert diff(root, "--read", str(kept)).stdout == found
    (one,) = json.loads(kept.read_text(encoding="utf-8"))["changes"]
    assert one["differences"] == [{"what": "value", "before": "2 pence", "after": "2 shillings"}]


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """The invented briefing as a repository."""
    shutil.copytree(PROJECT / "tests" / "fixture" / "content", tmp_path / "content")
    return committed(tmp_path)


def test_what_a_chart_draws_or_says_touches_the_pdfs_that_print_it(small: Path) -> None:
    """The side of a line is its colour, and no page says it in words."""
    change(small, "charts/duties.yaml", "    party: borealis\n", "")
    found = differ(small, "main", None).affected
    assert "charts/duties/index.html" in [one.path for one in found.pages]
    assert {Path(one.path).stem for one in found.pdfs} == {"briefing", "figures"}


def test_a_sentence_that_another_drives_off_the_brief_is_told(small: Path) -> None:
    for number in range(3, 6):
        point = f"order: {number}\ntext: Sentence {number}.\nrests: [order-257.whole]\n"
        (small / "content" / "points" / f"more-{number}.yaml").write_text(point, encoding="utf-8")
    git(small, "add", "-A")
    git(small, "commit", "-qm", "more")
    change(small, "points/kept-or-broken.yaml", "order: 20", "order: 1")
    found = differ(small, "HEAD", None).affected.points
    assert [one.title.partition(":")[0] for one in found] == [
        "on the brief no more",
        "new on the brief",
    ]


def test_what_cannot_be_compared_is_told(briefing: Write) -> None:
    root = briefing({"bodies/courier.yaml": "name: {en: C}\nnmae: x\n"})
    assert diff(root).stderr.startswith("error: could not compare: not a git repository")
    committed(root)
    assert "could not compare: no revision `mian` in this" in diff(root, "mian").stderr
    found = diff(root, "main")
    assert (found.exit_code, found.stdout) == (1, "")
    assert "error: could not compare: 1 error in `main`, content/bodies/courier.yaml:2" in (
        found.stderr
    )
    change(root, "bodies/courier.yaml", "nmae: x\n", "")
    committed(root, "put right")
    change(root, "measures/bridge-toll.yaml", "unit: pence", "unit: [pence]")
    assert "1 error in the folder; `briefing check` shows it\n" in diff(root, "main").stderr


@pytest.mark.parametrize(
    ("path", "what"), [("generator/x.py", "the generator"), ("site_config/x.css", "the look")]
)
def test_what_makes_a_site_of_the_content_is_not_compared(path: str, what: str) -> None:
    expected = f"no change for readers by the content; {what} differs too, which is not compared"
    found = Report((), not_compared=(path,))
    assert text(found) == f"{expected}\n"
    assert f"\nN{expected[1:]}.\n" in markdown(found)


def test_what_made_the_site_otherwise_is_told(briefing: Write) -> None:
    root = committed(briefing())
    (root / "mkdocs.yml").write_text("x", encoding="utf-8")
    assert "; the look differs too, which is not compared" in diff(root, "main").stdout


DAYS = ("--as-of", "2031-03-20", "--as-of", "2031-06-24")


def test_two_days_of_the_folder(briefing: Write) -> None:
    root = briefing()
    found = diff(root, *DAYS)
    assert found.stdout.startswith("Disputed now:\n  ") and "otherwise" not in found.stdout
    assert json.loads(diff(root, *DAYS, "--format", "json").stdout)["of_days"]


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (("main", *DAYS), "either two revisions or two days"),
        (DAYS[:2], "`--as-of` is given 1 time, and two days are compared"),
        (DAYS[2:] + DAYS[:2], "2031-06-24 is not before 2031-03-20: give the earlier day first"),
        (
            ("--as-of", "2031-02-30", *DAYS[:2]),
            "`2031-02-30` is not a possible date: February 2031 has 28",
        ),
        (("--as-of", "1031-03-01", *DAYS[:2]), "by 1031-03-01: the record begins on 20"),
        (
            ("--as-of", "1990-01-01", "--as-of", "1990-02-01"),
            "nothing is known by 1990-01-01: the record begins on 20",
        ),
        (("--read", "x.json", "main"), "`--read` shows what was compared earlier"),
        (("--read", "x.json", *DAYS), "`--read` shows what was compared earlier"),
        ((*DAYS[:2], "--as-of", "2041-03-01"), "nothing is covered after 2031-06-24"),
    ],
)
def test_days_that_cannot_be_compared(
    briefing: Write, arguments: tuple[str, ...], error: str
) -> None:
    found = diff(briefing(), *arguments)
    assert found.exit_code == 2 and error in found.stderr


def test_the_folder_against_an_edition_by_its_name(briefing: Write) -> None:
    edition = "spring: {name: Spring, as_of: 2031-05-01, commit: main}\n"
    root = committed(briefing({"editions.yaml": edition}))
    assert diff(root, "spring").stdout == "no change for readers\n"
    change(root, "editions.yaml", "commit: main", "commit: 0123abc")
    assert "`0123abc`, which is not in this repository: fetch" in diff(root, "spring").stderr
