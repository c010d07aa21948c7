"""What falls due soon: the command that lists it, and the workflow that opens an issue of it."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from tests.conftest import PROJECT
from tests.gh import GitHub
from tests.workflows import give_tool, step

FIXTURE = PROJECT / "tests" / "fixture"
ISSUES = "repos/o/r/issues"
MARK = "<!-- deadlines and addresses -->"
BOT = {"login": "github-actions[bot]"}


def watch(*arguments: str) -> list[str]:
    done = CliRunner().invoke(main, ["watch", "--root", str(FIXTURE), *arguments])
    return done.stdout.splitlines() or done.stderr.splitlines()


@pytest.mark.parametrize(
    ("today", "days", "when"),
    [("2032-10-28", "4", "in 4 days"), ("2032-11-01", "0", "today"), ("2032-11-02", "0", "passed")],
)
def test_what_is_due_is_listed_with_how_far_off_it_is(today: str, days: str, when: str) -> None:
    (line,) = watch(today, "--within", days)
    assert (
        line == f"- 1 November 2032 ({when}): The Hill understanding ends. `hill-2031-10.in-force`"
    )


def test_nothing_near_is_no_line_and_a_word_is_no_day() -> None:
    assert watch("2032-06-25", "--within", "3") == []
    assert watch("soon") == ["error: `soon` is not a day: write it as 2025-06-10"]


def test_the_addresses_are_those_of_the_sources_that_deadlines_rest_on() -> None:
    found = watch("2032-06-25", "--addresses")
    assert found == sorted(set(found), key=found.index)
    assert found and all(one.startswith("https://") for one in found)


def test_a_day_that_no_calendar_reaches_is_refused() -> None:
    assert watch("9999-12-31") == [
        "error: `9999-12-31` is not a possible date: write a year up to 2999"
    ]
    assert "is not in the range 0<=x<=36525" in watch("2032-06-25", "--within", "9" * 12)[-1]
    assert watch("2999-12-31", "--within", "36525")


NEAR = "- 24 July 2032 (in 4 days): The toll ends."
OTHER = {"number": 3, "user": {"login": "editor"}, "body": None}
OPEN = {"number": 7, "user": BOT, "body": f"{MARK}\n### Deadlines\n"}


@pytest.mark.parametrize(
    ("deadlines", "issue", "expected"),
    [
        (NEAR, OTHER, ("POST", ISSUES, "### Deadlines")),
        (NEAR, OPEN, ("PATCH", f"{ISSUES}/7", "### Deadlines")),
        ("", OTHER, None),
        ("", OPEN, ("PATCH", f"{ISSUES}/7", "Nothing is due, and no address has died.\n")),
    ],
    ids=["opened", "brought up to date", "nothing near", "nothing any more"],
)
def test_one_issue_says_what_is_near(
    tmp_path: Path, deadlines: str, issue: object, expected: tuple[str, str, str] | None
) -> None:
    """Deadlines that have been seen, and no address that has died."""
    (tmp_path / "build").mkdir()
    (tmp_path / "build/deadlines.md").write_text(deadlines, encoding="utf-8")
    (tmp_path / "build/dead.md").touch()
    github = GitHub(tmp_path / "tools", {ISSUES: [[issue]]})
    assert step("watch.yml", "write the issue").run(tmp_path, tools=github.folder).returncode == 0
    assert bool(github.written) == bool(expected)
    for method, address, text in github.written:
        assert expected and (method, address) == expected[:2]
        assert text.startswith(f"{MARK}\n{expected[2]}") and deadlines in text
        assert "Addresses" not in text


def test_an_address_that_is_gone_is_listed_and_one_that_refuses_is_not(tmp_path: Path) -> None:
    urls = ("https://a.example/gone", "https://b.example/busy", "https://c.example/there")
    give_tool(tmp_path / ".venv/bin", "briefing", f"printf '%s\\n' {' '.join(urls)}")
    codes = "case $* in *gone) printf 404;; *busy) printf 403;; *) printf 200;; esac"
    give_tool(tmp_path / "tools", "curl", codes)
    seen = step("watch.yml", "see which addresses have died")
    assert seen.run(tmp_path, tools=tmp_path / "tools").returncode == 0
    assert (tmp_path / "build/dead.md").read_text() == "- <https://a.example/gone> (404)\n"
