"""The guide and the pages of the messages on the site, and how they lead on."""

from functools import cache

import pytest

from generator.handbook import GUIDE, TASKS, guide, messages
from tests.briefings import DAYS, dossier
from tests.sites import Seen, Settings, built, seen, words

pytestmark = pytest.mark.xdist_group(__name__)

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
