"""Running text: equal where it reads the same, and the same wherever it is carried."""

import pickle

from generator.render.templates import html
from generator.render.views.cards import card
from generator.render.views.links import Address
from generator.render.views.sheet import Sheet
from generator.render.views.text import Rich, fill, joined, tag
from tests.briefings import DAYS, dossier
from tests.sites import Settings

LINK = tag("a", "x", href=Address("rounds/index.html", "one"))


def test_texts_side_by_side_are_one_and_nothing_is_false() -> None:
    assert Rich("a", "", "b") == fill("{}b", "a") == Rich("ab")
    assert not Rich() and not Rich("")


def test_a_link_is_relative_to_the_page_that_it_stands_on() -> None:
    assert html(LINK, "people/index.html") == '<a href="../rounds/index.html#one">x</a>'
    assert html(LINK, "rounds/index.html") == '<a href="#one">x</a>'


def test_what_is_read_and_where_it_leads() -> None:
    given = fill("{}: {}", tag("bdi", "a  b"), joined((LINK, tag("a", "y", href="../z.html#two"))))
    assert given.text == str(given) == "a b: x, y"
    assert list(given.anchors) == ["one", "two"]


def test_another_process_gets_the_same() -> None:
    assert pickle.loads(pickle.dumps(fill("a {}", LINK))) == fill("a {}", LINK)


def test_a_view_is_made_once_for_an_edition() -> None:
    held = dossier("fixture", DAYS["fixture"][2])
    fact = next(iter(held.facts.values()))
    here, there = (Sheet(held, Settings(), path) for path in ("a/index.html", "b/index.html"))
    assert card(here, fact) is card(there, fact)
    afar = Sheet(held, Settings(url="https://salt.example"), "a/index.html")
    assert card(afar, fact) is not card(here, fact)
