"""What a unit is the unit of, and what it is called beside a number: told once, no near miss."""

import pytest

from generator.reading.check import check
from tests.conftest import TINY, Write

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


@pytest.mark.parametrize(
    ("value", "unit", "text", "is_told"),
    [
        (69, "times", "Salt is at 69 times its price of a year ago.", False),
        (69, '"%"', "Salt is at 69 times its price of a year ago.", True),
        (69, "times", "Salt is 69 times dearer.", False),
        # So often, and no ratio.
        (69, "loads", "Salt was sold 69 times.", False),
        (69, "tonnes", "Of salt 69 tons were sold.", False),
        (69, "million metric tons", "Of salt 69 million tonnes were sold.", False),
        (69, "tonnes of salt", "Of salt 69 tons were sold.", False),
        (69, "US dollars per kg", "Salt is at $69.", False),
        (69, "tonnes", "Of salt 69 kg were sold.", True),
        (69, "tonnes", "Of salt 69 million tonnes were sold.", True),
        (2.5, "Mt", "2.5 million tonnes of salt", False),
        (2.5, "million t", "2.5Mt of salt", False),
        (2.5, "million tonnes", "2.5 Mt of salt", False),
        (2.5, "Mt of salt", "2.5 million tons of salt", False),
        *((2.5, "Mt", f"2.5 {unit} of salt", True) for unit in ("t", "thousand t", "kt", "kg")),
        # Units of the briefing's own.
        (5, "tuns", "5 tuns of salt were sold.", False),
        (5, "tuns", "5 barrels of the shire of salt were sold.", False),
        (5, "tuns", "5 tonnes of salt were sold.", True),
    ],
)
def test_a_unit_is_the_same_in_each_of_its_spellings(
    briefing: Write, value: float, unit: str, text: str, is_told: bool
) -> None:
    own = "units: {tuns: [tun, barrels of the shire]}\n"
    files = {
        "briefing.yaml": TINY["briefing.yaml"] + own,
        "sources/salt-0411.yaml": SOURCE.format(text=text),
        "claims/salt.yaml": f"title: Salt\nvalue: {value}\nunit: {unit}\n"
        "witnesses: [salt-0411#salt]\n",
    }
    told = [one.code for one in check(briefing(files)).diagnostics]
    assert told == ["unit-not-in-quotation"] * is_told
