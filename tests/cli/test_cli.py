"""The command line: what goes where, the exit codes, and one line for misuse."""

import io
import json
import os
import pty
import subprocess
import sys
from pathlib import Path
from unittest.mock import Mock

import click
import pytest
from click.testing import CliRunner, Result

from generator.build import story
from generator.cli import building, checking, comparing, main, writing
from generator.cli.saying import Progress
from generator.diagnostics import CODES
from generator.handbook import RULES, messages
from generator.write import Refusal
from tests.briefings import DAYS, dossier
from tests.cli.test_report import Terminal
from tests.conftest import Write


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(one) for one in arguments])


def broken(briefing: Write) -> Path:
    return briefing({"bodies/courier.yaml": "name: {en: X}\nnmae: x\n"})


COMMANDS = [one for module in (building, checking, comparing, writing) for one in module.COMMANDS]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda one: one.name)
def test_every_command_is_listed_and_found_under_its_name(command: click.Command) -> None:
    assert f"\n  {command.name} " in run("--help").output
    assert command.get_short_help_str(30).partition(".")[0] in run(command.name, "--help").output


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("chekc", "No such command"),
        ("build --as-of soon", "error: `soon` is not a day: write it as 2025-06-10\n"),
        ("build --as-of 2025-6-1", "error: `2025-6-1` is not a day: write it as 2025-06-10\n"),
        ("build --as-of 2025-W24-2", "is not a day"),
        ("build --as-of 2025-02-30", "is not a possible date"),
        ("check --root .", "error: no `content/` in `.`\n"),
        ("build --root .", "error: no `content/` in `.`\n"),
        ("check", "error: no `content/` here or in a folder above\n"),
    ],
)
def test_misuse_is_told_in_a_line(
    briefing: Write, monkeypatch: pytest.MonkeyPatch, command: str, told: str
) -> None:
    root = briefing() if "--as-of" in command else briefing().parent
    monkeypatch.chdir(root)
    result = run(*command.split())
    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr


def test_nothing_found_says_what_was_checked(
    briefing: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(briefing() / "content" / "people")
    result = run("check")
    assert (result.exit_code, result.stdout) == (0, "")
    told = "nothing found in 15 files: 13 records, 8 statements, 1 page of prose\n"
    assert result.stderr == told


def test_results_on_stdout_and_the_count_on_stderr(briefing: Write) -> None:
    root = broken(briefing)
    checked, built = run("check", "--root", root), run("build", "--root", root)
    assert checked.exit_code == built.exit_code == 1
    assert checked.stdout.startswith("error[unknown-key]: unknown key `nmae`\n")
    assert checked.stderr == "1 error, 0 warnings in 15 files\n"
    assert built.stdout == ""
    assert built.stderr.endswith("1 error, 0 warnings in 15 files\nerror: nothing was built\n")


def test_other_forms(briefing: Write) -> None:
    root = broken(briefing)
    told = run("check", "--format", "github", "--root", root).stdout
    assert told.startswith("::error title=unknown-key,file=content/bodies/courier.yaml,")
    (found,) = json.loads(run("check", "--format", "json", "--root", root).stdout)
    assert found["code"] == "unknown-key"


@pytest.mark.parametrize(("options", "code"), [((), 0), (("--strict",), 1)])
def test_a_warning_fails_only_a_strict_check(
    briefing: Write, options: tuple[str, ...], code: int
) -> None:
    unused = briefing().joinpath("content/sources/post-0602.yaml").read_text()
    root = briefing({"sources/unused.yaml": unused})
    result = run("check", "--root", root, *options)
    assert "0 errors, 1 warning in 16 files" in result.stderr
    assert result.exit_code == code


def test_a_build_says_where_its_day_is_not_covered() -> None:
    said = [building.beyond(dossier("fixture", day)) for day in DAYS["fixture"][2:]]
    late = "; nothing after 2032-06-24 is covered, and states are those of that day"
    assert said == ["", late]


def test_a_build_says_what_it_built(briefing: Write, tmp_path: Path) -> None:
    """Before anything was known a site can be built like any other."""
    root, out = briefing(engine=True), tmp_path / "out"
    result = run("build", "--root", root, "--as-of", "1999-01-01", "--site-dir", out)
    assert (result.exit_code, result.stdout) == (0, "")
    said = "as of 1999-01-01; no source on record is from that day or before"
    assert result.stderr.endswith(f"built {out}/ {said}\n")
    # The reference of keys and the pages of messages have examples, which are nobody's facts.
    pages = [path for path in out.rglob("*.html") if not {"reference", "messages"} & {*path.parts}]
    assert not any("courier-0310" in path.read_text(encoding="utf-8") for path in pages)


@pytest.mark.parametrize(
    ("error", "code", "text"),
    [
        (Refusal("the disk is on fire"), 1, "error: the disk is on fire\n"),
        (OSError(28, "No space left on device", "x/y"), 1, "error: `x/y`: no space left on device"),
        (OSError(28, "No space left on device"), 1, "error: no space left on device"),
        (KeyboardInterrupt(), 130, "stopped: "),
    ],
)
def test_what_stands_in_the_way_is_one_message(
    briefing: Write, monkeypatch: pytest.MonkeyPatch, error: BaseException, code: int, text: str
) -> None:
    monkeypatch.setattr(story, "build", Mock(side_effect=error))
    result = run("build", "--root", briefing())
    assert result.exit_code == code
    assert result.stderr.startswith(text)


def test_a_full_disk_is_told_with_folder(briefing: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(story, "examine", Mock(side_effect=OSError(28, "No space left on device")))
    root = briefing()
    told = run("build", "--root", root).stderr
    assert told == f"error: `{root / 'build'}`: no space left on device\n"


def test_a_terminal_that_lacks_letters(briefing: Write) -> None:
    root = briefing({"bodies/courier.yaml": "name: {en: 信使}\n信: x\n"})
    done = subprocess.run(
        [sys.executable, "-m", "generator.cli", "check", "--root", str(root)],
        env=os.environ | {"PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert b"unknown key `\\u4fe1`" in done.stdout
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("took", "told"), [(None, "waiting\n"), ({"one": 0.4}, "one\nwaiting\ntwo\n")]
)
def test_elsewhere_a_long_run_tells_its_stages_in_lines(
    took: dict[str, float] | None, told: str
) -> None:
    stream = io.StringIO()
    with Progress(stream, ("one", "two"), took) as progress:
        for text in ("one", "waiting", "two", "two: 1 of 2"):
            progress.report(text)
    assert stream.getvalue() == told


def test_a_bar_tells_how_long_the_last_run_took_from_here_and_is_gone_at_the_end() -> None:
    stream = Terminal()
    with Progress(stream, ("one", "two"), {"one": 2.0, "two": 5.4}) as progress:
        progress.report("one")
        progress.report("two: 1 of 2")
    assert "[--] one, about 7 s left" in stream.getvalue()
    assert "[#-] two: 1 of 2, about 5 s left" in stream.getvalue()
    assert stream.getvalue().endswith("\r\x1b[K")


def test_colour_on_a_terminal_only(briefing: Write) -> None:
    root = broken(briefing)
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "generator.cli", "check", "--root", str(root)]
    plain = {key: value for key, value in os.environ.items() if key != "NO_COLOR"}
    env = plain | {"TERM": "xterm"}
    subprocess.run(command, env=env, stdout=theirs, stderr=theirs, check=False)
    os.close(theirs)
    assert b"\x1b[" in os.read(ours, 10_000)
    os.close(ours)
    assert "\x1b[" not in run("check", "--root", root).output


def test_the_page_of_a_message_is_printed_as_it_stands() -> None:
    shown = run("explain", "dangling-ref")
    assert shown.exit_code == 0
    assert shown.stdout == (RULES / "dangling-ref.md").read_text(encoding="utf-8")


def test_a_code_that_is_misspelt_is_offered() -> None:
    shown = run("explain", "dangling-reference")
    assert shown.exit_code == 2
    assert shown.stderr == "error: no code `dangling-reference`: did you mean `dangling-ref`?\n"
    assert "`briefing explain` names them all" in run("explain", "xyzzy").stderr
    assert run("explain", "../../../README").exit_code == 2


def test_all_codes_are_listed_with_a_sentence() -> None:
    lines = [line for line in run("explain").stdout.splitlines() if line.startswith("  ")]
    assert [line.split()[0] for line in lines] == list(CODES)
    assert all(one.summary.endswith(".") for one in messages())
