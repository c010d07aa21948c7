"""The pages of the messages, as the command shows them."""

from click.testing import CliRunner, Result

from generator.cli import main
from generator.diagnostics import CODES
from generator.handbook import RULES, messages


def explain(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["explain", *arguments])


def test_a_page_is_printed_as_it_stands() -> None:
    shown = explain("dangling-ref")
    assert shown.exit_code == 0
    assert shown.stdout == (RULES / "dangling-ref.md").read_text(encoding="utf-8")


def test_a_code_that_is_misspelt_is_offered() -> None:
    shown = explain("dangling-reference")
    assert shown.exit_code == 2
    assert shown.stderr == ("error: no code `dangling-reference`: did you mean `dangling-ref`?\n")
    assert "`briefing explain` names them all" in explain("xyzzy").stderr
    assert explain("../../../README").exit_code == 2


def test_all_codes_are_listed_with_a_sentence() -> None:
    lines = [line for line in explain().stdout.splitlines() if line.startswith("  ")]
    assert [line.split()[0] for line in lines] == list(CODES)
    assert all(one.summary.endswith(".") for one in messages())
