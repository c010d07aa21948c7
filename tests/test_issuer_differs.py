"""The sides of measures and bodies held against those beside them: told once, and no near miss."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.check import check

Write = Callable[..., Path]
REEVES = "name: {{en: Reeves' Court}}\nof: {}\nhouse: {}\n"
NOTICE = """\
title: Notice
issuer: {issuer}
acts:
  holds: {{label: Holds, party: {party}, does: {does}, witnesses: [office-0312#hold]}}
  more: {{label: More, party: {party}, does: {does}, witnesses: [office-0312#hold]}}
"""
PROMISE = "undertake, says: Sudland promised to mend the arch"
SUSPEND = "suspend, target: bridge-toll, from: 2031-05-01, inferred: {from: of the notice}"
FORD, NOTED = "bodies/ford-office.yaml", "measures/notice.yaml"


def told(root: Path) -> list[tuple[str, str, int]]:
    found = (one for one in check(root).diagnostics if not one.code.startswith("unused-"))
    return [(one.code, one.span.file.path.removeprefix("content/"), one.span.line) for one in found]


def notice(briefing: Write, **keys: str) -> list[tuple[str, str, int]]:
    text = NOTICE.format(**{"does": PROMISE, **keys})
    office = "name: {en: Ford Office}\nof: sudland\n"
    joint = "name: {en: Joint Office}\nof: [norland, sudland]\n"
    bodies = {FORD: office, "bodies/joint.yaml": joint}
    return told(briefing({**bodies, NOTED: text}))


@pytest.mark.parametrize(
    ("issuer", "party", "line"),
    [
        ("ford-office", "sudland", 0),
        ("sudland", "sudland", 0),
        # Two acts speak for one side: the issuer is wrong.
        ("norland-bridge-office", "sudland", 2),
        ("norland", "sudland", 2),
        # What is of both, or of nobody who is known, says nothing.
        ("joint", "sudland", 0),
        ("[norland, ford-office]", "sudland", 0),
        ("courier", "sudland", 0),
    ],
)
def test_an_act_is_of_who_issued_it(briefing: Write, issuer: str, party: str, line: int) -> None:
    expected = [("issuer-differs", NOTED, line)] if line else []
    assert notice(briefing, issuer=issuer, party=party) == expected


def test_beside_its_own_acts_a_measure_tells_what_the_other_side_promises(
    briefing: Write,
) -> None:
    acts = NOTICE.format(issuer="norland", party="norland", does=PROMISE)
    text = acts.replace("party: norland", "party: sudland", 1)
    assert told(briefing({NOTED: text})) == []


def test_an_act_upon_its_own_speaks_against_the_issuer(briefing: Write) -> None:
    found = notice(briefing, issuer="ford-office", party="norland", does=SUSPEND)
    assert found == [("issuer-differs", NOTED, 2)]


def test_an_act_upon_what_is_another_s_is_told_as_such_alone(briefing: Write) -> None:
    found = notice(briefing, issuer="norland", party="sudland", does=SUSPEND)
    assert {code for code, _, _ in found} == {"act-of-other"}


@pytest.mark.parametrize(
    ("issuer", "party"), [("nordland", "sudland"), ("norland", "sudlnad"), ("", "sudland")]
)
def test_what_is_misspelt_is_no_other_side(briefing: Write, issuer: str, party: str) -> None:
    found = notice(briefing, issuer=issuer, party=party)
    assert "issuer-differs" not in {code for code, _, _ in found}


@pytest.mark.parametrize(
    ("of", "house", "line"),
    [
        ("norland", "norland-bridge-office", 0),
        ("sudland", "norland-bridge-office", 3),
        ("[norland, sudland]", "norland-bridge-office", 0),
        ("sudland", "courier", 0),
        ("[]", "norland-bridge-office", 0),
    ],
)
def test_a_body_is_of_the_side_of_its_house(
    briefing: Write, of: str, house: str, line: int
) -> None:
    path = "bodies/reeves.yaml"
    expected = [("party-differs", path, line)] if line else []
    assert told(briefing({path: REEVES.format(of, house)})) == expected
