"""What the messages offer, put into the files: safe ones alone, or guesses too."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.edit import Replacement, changed
from tests.conftest import Write

TYPED = """\
title: Toll on the bridge  # as it is called
issuer: norland-bridge-office
in-force:
  value: 2031-04-01
  status: confirmed
  witnesses: [office-0312#toll]
parts:
  rate: {label: toll, value: "2", unit: pence, witnesses: [office-0312#toll]}
"""


def check(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", "--root", str(root), *arguments])


def test_changes_leave_the_rest_as_it_is() -> None:
    assert changed("a b c\r\n", [Replacement(4, 5, "C"), Replacement(0, 1, "")]) == " b C\r\n"
    assert changed("abc", [Replacement(0, 2, "x"), Replacement(1, 3, "y")]) == "xc"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_safe_fix_is_put_in_and_a_line_goes_with_its_end(briefing: Write, end: str) -> None:
    root = briefing({"measures/bridge-toll.yaml": TYPED})
    place = root / "content" / "measures" / "bridge-toll.yaml"
    place.write_bytes(TYPED.replace("\n", end).encode())
    told = check(root, "--fix")
    assert (told.exit_code, "mended 1 file\n" in told.stderr) == (0, True)
    left = TYPED.replace("  status: confirmed\n", "").replace("\n", end)
    assert place.read_bytes() == left.encode()


def test_a_line_with_a_comment_is_left_to_the_editor(briefing: Write) -> None:
    commented = TYPED.replace("confirmed\n", "confirmed  # by the office\n")
    root = briefing({"measures/bridge-toll.yaml": commented})
    assert check(root, "--fix").exit_code == 1
    text = (root / "content" / "measures" / "bridge-toll.yaml").read_text(encoding="utf-8")
    assert text == commented


def test_a_mark_before_the_first_letter_goes(briefing: Write) -> None:
    root = briefing({"bodies/courier.yaml": "\ufeffname: {en: The Courier}\n"})
    assert check(root, "--fix").exit_code == 0
    place = root / "content" / "bodies" / "courier.yaml"
    assert place.read_bytes() == b"name: {en: The Courier}\n"


def test_a_guess_is_put_in_only_when_asked_for(briefing: Write) -> None:
    slip = "name: {en: Norland Bridge Office}\noff: norland\n"
    root = briefing({"bodies/norland-bridge-office.yaml": slip})
    place = root / "content" / "bodies" / "norland-bridge-office.yaml"
    told = check(root, "--fix")
    assert told.exit_code == 1
    assert "1 message offers what may be meant: `--fix --guess` puts it in" in told.stderr
    assert place.read_text(encoding="utf-8") == slip
    alone = check(root, "--guess")
    assert (alone.exit_code, alone.stdout) == (2, "")
    assert "`--guess` says what `--fix` puts in" in alone.stderr
    assert place.read_text(encoding="utf-8") == slip
    assert check(root, "--fix", "--guess").exit_code == 0
    assert place.read_text(encoding="utf-8") == slip.replace("off:", "of:")
