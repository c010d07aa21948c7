"""The reference of all keys: on the site of any briefing, under About, from the models."""

from generator.model.fields import NameTexts
from generator.model.keys import keys
from generator.model.statement import Statement
from generator.reference import columns, sections
from generator.render.site.handbook_pages import unit_in_words
from tests.briefings import DAYS
from tests.model.test_schema import models
from tests.sites import edition, seen


def test_about_leads_to_it_and_it_has_the_words_of_every_key() -> None:
    pages = edition(DAYS["fixture"][2])
    path = "reference/index.md"
    assert f"../{path.replace('.md', '.html')}" in seen("about", pages["about/index.md"]).links
    words = "".join(seen(path, pages[path]).words)
    told = [key.what.replace("`", "") for section in sections() for key in section.keys]
    assert [one for one in told if one not in words] == []


def test_every_key_of_every_map_is_told() -> None:
    """A key is told by a section of its own, or of what its map is a sort of."""
    told = {(key.name, key.what) for section in sections() for key in section.keys}
    every = {(key.name, key.what) for one in models() for key in keys(one)}
    every |= {(key.name, key.what) for key in keys(NameTexts)}
    assert every - told == {("texts", "the name by language tag")}


def test_what_stands_beside_a_key() -> None:
    (key,) = (key for key in keys(Statement) if key.name == "attendance")
    told = ("", "`present`, `absent`, `expected`", "`took part`: the word is `present`")
    assert columns(key)[1:] == told


def test_it_lists_the_units_of_the_checks_and_of_the_briefing() -> None:
    pages = edition(DAYS["fixture"][2])
    assert "../units/index.html" in seen("about", pages["about/index.md"]).links
    words = "".join(seen("units/index.md", pages["units/index.md"]).words)
    assert "tonne, metric tonne, short tonne, long tonne, t, mt" in words
    assert "crowns, crown" in words
    # A spelling of an editor is not written out.
    assert unit_in_words("(a|b)" * 30).text == "(a|b)" * 30
