"""Shape and types of one record: every fault at its place, each told once.

`faults.txt` has the records.
"""

from pathlib import Path

import pytest

from generator.limits import MESSAGES
from tests.dossiers import errors_of
from tests.tables import rows

TABLE = Path(__file__).with_name("faults.txt")


@pytest.mark.parametrize(("record", "expected", "help_"), rows(TABLE, 3, " => "))
def test_one_fault_at_its_place(record: str, expected: str, help_: str) -> None:
    kind, text = record.replace(r"\n", "\n").split(" ", 1)
    (fault,) = errors_of(kind, text)
    code = "" if fault.code == "wrong-value" else f"{fault.code}: "
    assert expected in ("-", f"{fault.span.line}:{fault.span.column} {code}{fault.message}")
    assert help_.removeprefix("...") in fault.help
    assert not help_ or help_.startswith("...") or help_ == fault.help


def test_a_number_without_end_is_cut() -> None:
    (fault,) = errors_of("claim", f"value: 1{'0' * 4000}\nwitnesses: [a#b]")
    assert fault.message.endswith("...` is longer than any number or date")
    assert "such as `-34.5`" in fault.help


def test_all_faults_of_a_shape_are_told_in_one_run() -> None:
    text = "publisher: x\nkind: x\nform: orginal\npublished: 2031-13\nurl: ftp://x\nqoutes: {}\n"
    found = [one.code for one in sorted(errors_of("source", text), key=lambda one: one.place)]
    assert found == ["missing-key", *3 * ["wrong-value"], "unknown-key"]


@pytest.mark.parametrize(("kind", "key"), [("source", "quotes"), ("claim", "positions")])
def test_no_more_is_told_of_a_file_than_can_be_read(kind: str, key: str) -> None:
    below = ", ".join(f"b{number}: x" for number in range(3))
    text = f"{key}:\n" + "".join(f"  k{number}: {{{below}}}\n" for number in range(100))
    assert len(errors_of(kind, text)) == MESSAGES.most
