"""What changes for readers between two states of a briefing, in their words."""

import json
import shutil
from html import unescape
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.changes.cards import PLAIN, Words
from generator.changes.listing import Changes
from generator.changes.report import Report, lines, markdown, text
from generator.changes.snapshot import Affected, Page, Renamed, affected, differing, shown
from generator.changes.wording import Entry, Kind, entries
from generator.cli import main
from generator.derive.brief import SHOWN
from generator.revisions import differ
from tests.changes.test_change import dossier
from tests.changes.test_review import change, committed, git
from tests.conftest import PROJECT, Write, place
from tests.dossiers import BASE, EDITION, source
from tests.tables import Files, changes

FILES = {
    **BASE,
    "briefing.yaml": EDITION,
    "sources/courier.yaml": source(
        "Courier", "2031-03-10", "They met on 9 March 2031, or on 8 March 2031."
    ),
    "rounds/talks.yaml": "title: Talks\ndate: {value: 2031-03-09, witnesses: [courier#q]}\n",
}


@pytest.mark.parametrize(
    ("before", "after", "expected"), [*changes(Path(__file__).with_name("diff.txt"), FILES)]
)
def test_a_change_is_told_as_readers_see_it(
    before: Files, after: Files, expected: list[tuple[str, str]]
) -> None:
    found = Changes(dossier(before), dossier(after))
    told = [(one, "".join(*lines([one]))) for one in entries(found)]
    wanted = [" ".join(f"{one} {more}".split()) for one, more in expected]
    assert [f"{one.kind.value} {words}" for one, words in told] == wanted


def test_what_only_follows_the_day_of_the_edition_is_counted() -> None:
    undated = FILES["sources/courier.yaml"].replace("2031-03-10", "unknown")
    before = {**FILES, "sources/courier.yaml": undated, "rounds/b.yaml": FILES["rounds/talks.yaml"]}
    later = {**before, "briefing.yaml": EDITION.replace("06-30", "07-31")}
    found = Changes(dossier(before), dossier(later))
    told = "  2 statements, known from: 31 July 2031 (before: 30 June 2031)\n"
    assert told in text(Report(entries(found)))


def test_of_what_moved_only_the_list_of_what_moved_reads_otherwise() -> None:
    after = {**FILES, "rounds/meeting.yaml": FILES["rounds/talks.yaml"]}
    after |= {"moved.yaml": "talks: {to: meeting}"}
    del after["rounds/talks.yaml"]
    states = dossier(FILES), dossier(after)
    renamed = Renamed(Changes(*states).pairing.renamed)
    found = affected([(one, PLAIN) for one in states], renamed)
    assert found == Affected((Page("corrections/index.html", "Corrections"),))


def test_pages_that_differ_but_for_lines_and_numbers_are_the_same() -> None:
    page = b'---\ntitle: "A &amp; B"\n---\nin content/a.yaml, line 12 <dd>12 here and in the PDFs'
    before = shown({"a.md": page}, Renamed())
    assert differing(before, shown({"a.md": page.replace(b"12", b"14")}, Renamed())) == ()
    assert differing(before, shown({"a.md": page + b"!"}, Renamed())) == (Page("a.html", "A & B"),)


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
    # With the two that come before it these are as many as the brief has place for.
    for number in range(SHOWN["point"] - 2):
        point = f"order: {number + 11}\ntext: Sentence {number}.\nrests: [order-257.whole]\n"
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
def test_what_makes_a_site_of_the_content_is_not_compared(
    briefing: Write, path: str, what: str
) -> None:
    root = committed(briefing())
    place(root / path, "x")
    told = f"o change for readers by the content; {what} differs too, which is not compared"
    assert diff(root, "main").stdout == f"n{told}\n"
    assert f"\nN{told}.\n" in diff(root, "main", "--format", "markdown").stdout


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
        (("--as-of", "2031-02-30", *DAYS[:2]), "`2031-02-30` is not a possible date"),
        (
            ("--as-of", "1990-01-01", "--as-of", "1990-02-01"),
            "nothing is known by 1990-01-01: the record begins on 20",
        ),
        (("--read", "x.json", "main"), "`--read` shows what was compared earlier"),
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
