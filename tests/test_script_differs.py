"""Names in the letters of another language: told once, and no near miss."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.check import check

Write = Callable[..., Path]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("{en: Tom Hale, zh: 黑尔, seen: post-0602}", []),
        ("{en: 黑尔, zh: Tom Hale, seen: post-0602}", ["script-differs"]),
        ("{en: 黑尔, zh: Hale, seen: post-0602}", ["script-differs"]),
        ("{en: Tom Hale, zn: 黑尔, seen: post-0602}", ["script-differs"]),
        ("{en: Tom Hale, zh: Hale Tom, seen: post-0602}", ["script-differs"]),
        ("黑尔", []),
        ("{en: Tom Hale, ja: 黑尔, zh-Hant: 黑爾, seen: post-0602}", []),
        ("{en: Tom Hale (黑尔), zh: CNN, fr: Tom Hale, seen: post-0602}", []),
        # A brand, and a form in other letters by its tag.
        ("{en: Mill Materials, zh: Mill Materials, seen: post-0602}", []),
        ("{en: Tom Hale, zh: 黑尔, zh-Latn: Hei Er, seen: post-0602}", []),
        # The form in the language of the briefing is missing.
        ("{zh: Tom Hale, seen: post-0602}", ["language-missing"]),
    ],
)
def test_a_name_is_in_the_letters_of_its_language(
    briefing: Write, name: str, expected: list[str]
) -> None:
    found = check(briefing({"people/tom-hale.yaml": f"name: {name}\nparty: sudland\n"}))
    codes = [one.code for one in found.diagnostics]
    assert [one for one in codes if not one.startswith("unused-")] == expected
