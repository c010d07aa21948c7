"""The pages of the website: every statement has its card, and every link leads somewhere."""

import posixpath
import re
from functools import cache

import pytest

from generator.handbook import GUIDE, TASKS, guide, messages
from generator.render import templates
from generator.render.views.links import address, own_page, permalink
from tests.briefings import DAYS, dossier
from tests.sites import Seen, Settings, built, edition, seen, sizes, words

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


def test_templates_decide_nothing() -> None:
    for path in sorted((templates.FOLDER / "site").glob("*.j2")):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"\|\s*(?:sort|sum|round|int|float|safe)\b|\{%-? set", text), path


CODES = [one.name for one in messages()]
KNOWN = Settings(repository="https://code.example/salt/", branch="edit")


@cache
def pages() -> dict[str, str]:
    return built(dossier("fixture", DAYS["fixture"][2]), KNOWN)


def shown(path: str) -> Seen:
    return seen(path, pages()[path])


def test_every_page_of_the_guide_and_every_message_is_listed() -> None:
    assert sorted(TASKS) == sorted(path.stem for path in GUIDE.glob("*.md"))
    assert [f"{name}/index.html" for name in TASKS] == led("guide/index.md")
    assert [f"{code}/index.html" for code in CODES] == led("messages/index.md")
    assert "tab : a tab" in words(shown("messages/index.md"))


def led(path: str) -> list[str]:
    return [link for link in shown(path).links if link.endswith("/index.html") and ".." not in link]


@pytest.mark.parametrize("path", [*(f"guide/{one}" for one in TASKS), "messages/merge-key"])
def test_about_leads_there_and_the_page_reads_as_it_is_written(path: str) -> None:
    folder, _, name = path.partition("/")
    assert f"../{folder}/index.html" in shown("about/index.md").links
    page = shown(f"{path}/index.md")
    (manual,) = (one for one in (*guide(), *messages()) if one.name == name)
    assert manual.lead.replace("`", "") in words(page).replace(" ,", ",")
    assert "pre" in page.tags and "```" not in words(page)


def test_a_page_leads_to_another_and_to_files_of_the_repository() -> None:
    assert "../alias/index.html" in shown("messages/merge-key/index.md").links
    address = "https://code.example/salt/blob/edit/site_config/fonts/README.md"
    assert address in shown("messages/character-not-in-fonts/index.md").links


def test_the_brief_and_the_search_do_not_know_them() -> None:
    assert not [link for link in shown("index.md").links if "guide/" in link or "messages/" in link]
