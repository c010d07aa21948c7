"""The reference of all keys: on the site of any briefing, under About, from the models."""

from __future__ import annotations

from functools import cache

import pytest

from generator.model.keys import keys
from generator.model.statement import Statement
from generator.reference import TITLE, cell, columns, sections
from generator.render.reference_page import worded
from tests.briefings import DAYS, dossier
from tests.conftest import PROJECT
from tests.sites import Seen, built, seen, words

PAGE = "reference/index.md"


@cache
def pages(name: str) -> dict[str, str]:
    return built(dossier(name, DAYS[name][2]))


def shown(name: str, path: str) -> Seen:
    return seen(path, pages(name)[path])


def test_it_is_the_same_in_every_briefing_but_for_the_day() -> None:
    told = [words(shown(name, PAGE)).partition("after")[2][20:] for name in sorted(DAYS)]
    assert told[0] == told[1]


def test_about_leads_to_it_and_the_brief_does_not() -> None:
    assert "../reference/index.html" in shown("fixture", "about/index.md").links
    assert not any("reference/" in link for link in shown("fixture", "index.md").links)
    assert "reference/" not in (PROJECT / "mkdocs.yml").read_text()


def test_every_key_is_told_with_its_words() -> None:
    told = "".join(shown("fixture", PAGE).words)
    assert TITLE in told
    for section in sections():
        assert section.heading in told
        for key in section.keys:
            assert key.what.replace("`", "") in told, key.name


def test_ids_are_unique() -> None:
    ids = shown("fixture", PAGE).ids
    assert len(ids) == len(set(ids))


def test_what_is_to_be_typed_is_code() -> None:
    assert worded("`own`, or <x>") == "<code>own</code>, or &#60;x&#62;"


def test_a_bar_does_not_end_a_cell() -> None:
    assert cell("a | b") == "a \\| b"


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("attendance", ("", "`present`, `absent`, `expected`", "")),
        (
            "for",
            (
                "",
                "`90 days`, `2 months`, `1 year`",
                "`90`: the unit decides how the end is counted; "
                "`three months`: the number is in digits",
            ),
        ),
    ],
)
def test_what_stands_beside_a_key(name: str, told: tuple[str, ...]) -> None:
    (key,) = (key for key in keys(Statement) if key.name == name)
    assert columns(key)[1:] == told
