"""What a unit is the unit of, and what it is called beside a number: told once, no near miss."""

import pytest

from generator.reading.check import check
from tests.conftest import Write

SOURCE = """\
publisher: The Courier
title: Salt
url: https://courier.example/2031/04/11/salt
published: 2031-04-11
retrieved: 2031-07-01
kind: newspaper
origin: own
quotes:
  salt: {{text: "{text}"}}
"""
CLAIM = "title: Salt\n{says}witnesses: [salt-0411#salt]\n"


def codes(write: Write, says: str, text: str) -> list[str]:
    files = {
        "sources/salt-0411.yaml": SOURCE.format(text=text),
        "claims/salt.yaml": CLAIM.format(says=says),
    }
    return [one.code for one in check(write(files)).diagnostics]


@pytest.mark.parametrize(
    ("unit", "text", "expected"),
    [
        ("times", "Salt is at 69 times its price of a year ago.", []),
        ('"%"', "Salt is at 69 times its price of a year ago.", ["unit-not-in-quotation"]),
        ("times", "Salt is 69 times dearer.", []),
        # So often, and no ratio.
        ("loads", "Salt was sold 69 times.", []),
    ],
)
def test_times_are_no_per_cent(briefing: Write, unit: str, text: str, expected: list[str]) -> None:
    assert codes(briefing, f"value: 69\nunit: {unit}\n", text) == expected


@pytest.mark.parametrize(
    ("unit", "text", "expected"),
    [
        ("tonnes", "Of salt 69 tons were sold.", []),
        ("million metric tons", "Of salt 69 million tonnes were sold.", []),
        ("tonnes of salt", "Of salt 69 tons were sold.", []),
        ("US dollars per kg", "Salt is at $69.", []),
        ("tonnes", "Of salt 69 kg were sold.", ["unit-not-in-quotation"]),
        ("tonnes", "Of salt 69 million tonnes were sold.", ["unit-not-in-quotation"]),
    ],
)
def test_a_unit_is_the_same_in_each_of_its_spellings(
    briefing: Write, unit: str, text: str, expected: list[str]
) -> None:
    assert codes(briefing, f"value: 69\nunit: {unit}\n", text) == expected


OWN = """
title: The bridge at Oxmoor
subject: The talks of two shires over a bridge, 2031
parties: [norland, sudland]
as_of: 2031-06-24
coverage_end: 2031-06-24
units: {tuns: [tun, barrels of the shire]}
"""


@pytest.mark.parametrize("unit", ["Mt", "million t", "million tonnes", "Mt of salt"])
@pytest.mark.parametrize("printed", ["2.5 Mt", "2.5Mt", "2.5 million tonnes", "2.5 million tons"])
def test_a_million_tonnes_have_several_spellings(briefing: Write, unit: str, printed: str) -> None:
    assert codes(briefing, f"value: 2.5\nunit: {unit}\n", f"{printed} of salt were sold.") == []


@pytest.mark.parametrize("printed", ["2.5 tonnes", "2.5 thousand tonnes", "2.5 kt", "2.5 kg"])
def test_another_scale_is_another_unit(briefing: Write, printed: str) -> None:
    told = codes(briefing, "value: 2.5\nunit: Mt\n", f"{printed} of salt were sold.")
    assert told == ["unit-not-in-quotation"]


@pytest.mark.parametrize(
    ("printed", "expected"),
    [("5 tuns", []), ("5 barrels of the shire", []), ("5 tonnes", ["unit-not-in-quotation"])],
)
def test_a_briefing_adds_units_of_its_own(
    briefing: Write, printed: str, expected: list[str]
) -> None:
    files = {
        "briefing.yaml": OWN,
        "sources/salt-0411.yaml": SOURCE.format(text=f"{printed} of salt were sold."),
        "claims/salt.yaml": CLAIM.format(says="value: 5\nunit: tuns\n"),
    }
    assert [one.code for one in check(briefing(files)).diagnostics] == expected
