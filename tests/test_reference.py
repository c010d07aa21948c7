"""The reference of all keys: on the site of any briefing, under About, from the models."""

from __future__ import annotations

from functools import cache

import pytest
from pydantic import BaseModel

from generator.model import KINDS
from generator.model.fields import NameTexts
from generator.model.keys import keys
from generator.model.statement import Statement
from generator.model.words import written
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


def held(model: type[BaseModel], seen: frozenset[type[BaseModel]]) -> frozenset[type[BaseModel]]:
    """A model with all that it holds."""
    found = seen | {model}
    for key in keys(model):
        if key.holds and key.holds not in found:
            found = held(key.holds, found)
    return found


def test_every_key_of_every_map_is_told() -> None:
    """A key is told by a section of its own, or of what its map is a sort of."""
    told = {(key.name, key.what) for section in sections() for key in section.keys}
    models: frozenset[type[BaseModel]] = frozenset({NameTexts})
    for kind in KINDS.values():
        models = held(kind, models)
    every = {(key.name, key.what, one.__name__) for one in models for key in keys(one)}
    assert {one for one in every if one[:2] not in told} == {
        ("texts", "the name by language tag", "NameTexts")
    }


def test_all_that_a_key_allows_is_told() -> None:
    for section in sections():
        for key in section.keys:
            good = columns(key)[2]
            assert key.holds or good, key.name
            assert all(f"`{written(one)}`" in good for one in key.good), key.name


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
        (
            "attendance",
            ("", "`present`, `absent`, `expected`", "`took part`: the word is `present`"),
        ),
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
