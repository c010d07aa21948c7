"""What pages say to machines: true, no more than the page says, and safe where it stands."""

import json
import re
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
import yaml

from generator.render.site.structured import llms, safe
from tests.briefings import DAYS, dossier
from tests.sites import Settings, edition

pytestmark = pytest.mark.xdist_group("editions")

EDITION = DAYS["fixture"][2]
FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
HOSTILE = "</script><!-- ' \" & \\ \u2028 \U0001f600 {{ 1 }} ---"


@cache
def graphs(day: str) -> dict[str, list[dict[str, Any]]]:
    """What each page tells, by its path."""
    files = edition(day).items()
    fronts = {path: FRONT.match(text) for path, text in files if path.endswith(".md")}
    return {
        path: json.loads(yaml.safe_load(found[1])["structured"])["@graph"]
        for path, found in fronts.items()
        if found
    }


def of_type(kind: str, day: str = EDITION) -> list[dict[str, Any]]:
    told = graphs(day).values()
    return [one for graph in told for one in graph if one["@type"] == kind]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("Event", {"startDate": "2031-05-10", "endDate": "2031-05-11"}),
        ("Person", {"name": "Mira Voss"}),
        ("Dataset", {"name": "Exports of lamp stones"}),
        ("Claim", {"text": "The premier agreed to resume salt exports"}),
        ("Dataset", {"name": "The glimmer-salt talks"}),
    ],
)
def test_records_have_a_word(kind: str, expected: dict[str, str]) -> None:
    assert any(expected.items() <= one.items() for one in of_type(kind))


def test_each_side_of_a_dispute_is_its_own_claim() -> None:
    answers = [one for one in of_type("Claim") if "kept" in one["name"]]
    assert len({one["author"][0]["name"] for one in answers}) == len(answers) > 1


def test_text_cannot_leave_its_frame() -> None:
    told = safe({"text": HOSTILE})
    assert not set("<>&'\n") & set(told) and told.isascii()
    assert json.loads(told) == {"text": HOSTILE}
    assert json.loads(yaml.safe_load(f"a: '{told}'")["a"]) == {"text": HOSTILE}


def test_an_earlier_day_tells_no_more() -> None:
    early = json.dumps(graphs(DAYS["fixture"][0]))
    assert "2031-09" not in early and "Hill" not in early


def test_llms_lists_sections_and_data() -> None:
    given = dossier("fixture", EDITION)
    told = llms(given, Settings())["llms.txt"].decode()
    assert told.startswith("# The glimmer-salt talks\n\n> The talks of two invented countries")
    assert "As of 24 June 2032;" in told
    assert "- [Rounds](rounds/index.html): 3 rounds" in told
    assert "](data/facts.json)" in told
    placed = llms(replace(given), Settings(url="https://salt.example/"))["llms.txt"].decode()
    assert "](https://salt.example/about/index.html)" in placed
