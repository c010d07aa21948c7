"""Who headed a side of a round: held against the person's side, told once."""

from pathlib import Path

import pytest

from generator.reading.check import check
from tests.conftest import Write

HALE = "name: {{en: Tom Hale}}\nparty: {}\n"
TALKS = """\
title: Talks at the ford
date: {{value: 2031-03-09, witnesses: [courier-0310#met]}}
leads:
{leads}
delegations:
  norland: {{ada-reed: {{person: ada-reed, attendance: present, witnesses: [post-0602]}}}}
  sudland: {{tom-hale: {{person: tom-hale, attendance: present, witnesses: [post-0602]}}}}
"""
HEAD = "  {}: {{people: [{}], witnesses: [post-0602]}}"
NORLAND, SUDLAND = HEAD.format("norland", "ada-reed"), HEAD.format("sudland", "tom-hale")
OF_OTHER = "delegate-of-other"


def told(root: Path) -> list[str]:
    return [one.code for one in check(root).diagnostics if not one.code.startswith("unused-")]


def talks(briefing: Write, *leads: str, side: str = "sudland") -> list[str]:
    text = TALKS.format(leads="\n".join(leads))
    return told(
        briefing({"rounds/ford-talks.yaml": text, "people/tom-hale.yaml": HALE.format(side)})
    )


@pytest.mark.parametrize(
    ("leads", "expected"),
    [
        ([NORLAND, SUDLAND], []),
        ([NORLAND, HEAD.format("sudland", "ada-reed")], [OF_OTHER]),
        ([NORLAND, HEAD.format("sudland", "tom-hale, ada-reed")], [OF_OTHER]),
        ([HEAD.format("norland", "tom-hale"), HEAD.format("sudland", "ada-reed")], 2 * [OF_OTHER]),
    ],
)
def test_who_heads_a_side_is_of_it(briefing: Write, leads: list[str], expected: list[str]) -> None:
    assert talks(briefing, *leads) == expected


def test_a_person_of_the_wrong_side_is_told_in_the_delegation_alone(briefing: Write) -> None:
    assert talks(briefing, NORLAND, SUDLAND, side="norland") == [OF_OTHER]
