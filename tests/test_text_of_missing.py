"""Official texts and whose they are."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.check import check

SOURCE = """\
publisher: Open Gazette
title: The accord of the mill
url: https://gazette.example/2031/03/11/accord
published: 2031-03-11
retrieved: 2031-07-01
{keys}
origin: own
quotes:
  bridge: {{text: "The shires keep the bridge together."{quote}}}
"""
CLAIM = "title: The bridge\nwords: keep the bridge together\nwitnesses: [gazette-0311#bridge]\n"


@pytest.mark.parametrize(
    ("keys", "quote", "is_told"),
    [
        ("kind: official\nform: translation", "", True),
        ("kind: Official text\nform: original", "", True),
        ("kind: official text\nform: copy\ntext_of: norland", "", False),
        ("kind: official text\nform: copy", ", text_of: norland", False),
        # A page of words of its own and of an authority.
        ("kind: official\nform: translation", ", text_of: norland", False),
        # A paper's report of it, and what is no authority's.
        ("kind: official\nform: report", "", False),
        ("kind: newspaper\nform: copy", "", False),
    ],
)
def test_an_official_text_is_somebodys(
    briefing: Callable[..., Path], keys: str, quote: str, is_told: bool
) -> None:
    source = SOURCE.format(keys=keys, quote=quote)
    files = {"sources/gazette-0311.yaml": source, "claims/bridge-kept.yaml": CLAIM}
    found = [one.code for one in check(briefing(files)).diagnostics]
    assert ("text-of-missing" in found) is is_told, found
