"""The website's pages: every statement has its card, and every link leads somewhere."""

import posixpath
import re
from functools import cache

import pytest

from generator.render import templates
from generator.render.views.links import address, own_page, permalink
from tests.briefings import DAYS, dossier
from tests.sites import Seen, edition, seen, sizes, words

# The pages of four days are made once.
pytestmark = pytest.mark.xdist_group("editions")

EDITIONS = DAYS["fixture"]


@cache
def pages_of(day: str) -> dict[str, Seen]:
    """Every page of an edition by the address it will have."""
    files = edition(day).items()
    return {path.replace(".md", ".html"): seen(path, text) for path, text in files}


@pytest.mark.parametrize("day", EDITIONS)
def test_every_link_leads_to_something(day: str) -> None:
    pages = pages_of(day)
    held = pages | dict.fromkeys((*sizes(dossier("fixture", day)), "assets/logo.svg"), Seen())
    broken = [
        (path, link)
        for path, page in pages.items()
        for link in page.links
        if not link.startswith(("http:", "https:", "data:")) and not leads(held, path, link)
    ]
    assert not broken


def leads(pages: dict[str, Seen], path: str, link: str) -> bool:
    to, _, anchor = link.partition("#")
    to = to.partition("?")[0]
    target = posixpath.normpath(posixpath.join(posixpath.dirname(path), to)) if to else path
    return target in pages and (not anchor or anchor in pages[target].ids)


@pytest.mark.parametrize("day", EDITIONS)
def test_every_statement_has_one_card_and_a_permalink(day: str) -> None:
    pages = pages_of(day)
    for fact in dossier("fixture", day).facts.values():
        assert pages[address(fact).page].ids.count(fact.id) == 1
        assert permalink(fact).page in pages


@pytest.mark.parametrize("day", EDITIONS)
def test_quotations_stand_in_full(day: str) -> None:
    pages = {path: words(page) for path, page in pages_of(day).items()}
    for fact in dossier("fixture", day).facts.values():
        for evidence in fact.evidence:
            if evidence.quote:
                quoted = " ".join(evidence.quote.text.split())
                assert quoted in pages[address(fact).page]
                assert quoted in pages[own_page(evidence.source).page]


def test_templates_are_short_and_decide_nothing() -> None:
    for path in sorted((templates.FOLDER / "site").glob("*.j2")):
        text = path.read_text(encoding="utf-8")
        assert len(text.splitlines()) < 60, path
        assert not re.search(r"\|\s*(?:sort|sum|round|int|float|safe)\b|\{%-? set", text), path
