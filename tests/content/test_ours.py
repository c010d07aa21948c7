"""Our own content, whatever it says: it has no errors on any day, and its site leads somewhere.

Asks for no fact: a briefing on another subject in `content/` passes as it stands.
"""

import re
import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache, partial
from itertools import chain
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, expect

from generator.build import story
from generator.derive import Dossier, derive
from generator.derive.history import as_read, history, on_day
from generator.diagnostics import Severity
from generator.model.briefing import Briefing
from generator.model.edition import Settings
from generator.reading.check import check
from generator.reading.read import read
from generator.render.views.sentences import day_of, own_sentence
from generator.render.views.sheet import Sheet
from tests import gates
from tests.briefings import leads_to
from tests.conftest import PROJECT, give_engine

QUERIES = yaml.safe_load((Path(__file__).parent / "golden_queries.yaml").read_text("utf-8"))
pytestmark = pytest.mark.xdist_group("ours")


@cache
def ours() -> Briefing:
    return read(PROJECT).briefing


@pytest.fixture(scope="module")
def our_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("ours")
    shutil.copytree(PROJECT / "content", root / "content")
    give_engine(root)
    found = story.build(root, root / "site", None)
    assert not found.errors
    return root / "site"


def days() -> list[date]:
    """The edition's day, and days before it on which half and a fifth of the sources were out."""
    sources = ours().of_kind("source")
    published = sorted(day for one in sources if (day := one.data.published.last))
    earlier = [published[len(published) // part] for part in (2, 5)] if published else []
    edition = ours().edition.as_of.first
    return [edition, *sorted({day for day in earlier if day < edition})]


@pytest.mark.parametrize("day", days(), ids=str)
def test_it_has_no_errors(day: date) -> None:
    found = check(PROJECT, day).diagnostics
    assert [(one.place, one.message) for one in found if one.severity is Severity.ERROR] == []


def untold(dossier: Dossier) -> Iterator[str]:
    """What has a day or is an act, and does not say itself in a sentence of at most 25 words."""
    sheet = Sheet(dossier, Settings(), "index.html")
    for fact in dossier.facts.values():
        days = (one.value and one.value.date for one in fact.contents)
        if fact.chosen.does or day_of(dossier, fact) or any(days):
            said = own_sentence(sheet, fact).text.split()
            if not 3 <= len(said) <= 25:
                yield f"{fact.id}: {' '.join(said) or 'no sentence'}"


@pytest.mark.parametrize("day", days(), ids=str)
def test_what_has_a_day_and_every_act_says_itself_in_a_sentence(day: date) -> None:
    assert list(untold(derive(ours(), day))) == []


def test_the_history_of_every_statement_is_what_twenty_days_have() -> None:
    dossier = derive(ours(), ours().edition.as_of.first)
    known = history(dossier).intervals
    span = (dossier.as_of - history(dossier).days[0]).days
    for back in Random(34).sample(range(span), min(20, span)):
        day = dossier.as_of - timedelta(days=back)
        found = {id_: as_read(fact) for id_, one in known.items() if (fact := on_day(one, day))}
        assert found == {id_: as_read(f) for id_, f in derive(ours(), day).facts.items()}


def test_every_link_and_anchor_leads_somewhere(our_site: Path) -> None:
    pages = gates.texts(our_site)
    assert list(gates.broken(pages, our_site)) == []
    assert list(gates.outside(pages)) == []


def test_the_pages_with_most_on_them_are_light(browser: Browser, our_site: Path) -> None:
    for name in {"glossary/index.html", "changes/index.html"} & gates.texts(our_site).keys():
        assert sum(gates.first_view(browser, f"{our_site.as_uri()}/{name}").values()) <= 100_000


def asked(index: str) -> list[dict[str, Any]]:
    """The queries with what their ids lead to by now, but for those of facts that have changed.

    A figure that was put right, a record or a section that is gone takes its queries with it.
    """
    found = [{**one, "any": [leads_to(ours(), id_) for id_ in one["any"]]} for one in QUERIES]
    return [one for one in found if is_held(one, index)]


def is_held(query: dict[str, Any], index: str) -> bool:
    """True while one of its places is there and holds the figure that is asked for."""
    if any(f'"to":"{id_}"' in index for id_ in query["any"]):
        return True
    ids = {re.split(r"[./#]", id_)[0] for id_ in query["any"]}
    texts = [ours().records[id_].file.text for id_ in ids if id_ in ours().records]
    return any(str(query.get("figure", "")) in text for text in texts)


def place(wanted: list[str], found: list[str]) -> int:
    """At which place the first wanted result stands, from 1; a large number where none does."""
    ways = ((f"/{id_}",) if ".html" in id_ else (f"#{id_}", f"/{id_}/index.html") for id_ in wanted)
    ends = tuple(chain.from_iterable(ways))
    return next((at for at, to in enumerate(found, 1) if to.endswith(ends)), 1000)


def test_what_readers_ask_is_among_the_first_three(browser: Browser, our_site: Path) -> None:
    page = browser.new_page()
    index = (our_site / "assets/search/index.js").read_text(encoding="utf-8")
    page.goto(f"{our_site.as_uri()}/about/index.html")
    page.focus("input[name=query]")
    expect(page.locator("[role=search] [role=status]")).to_have_text(re.compile("^Ask"))
    ask = partial(page.evaluate, gates.ASK)
    places = {one["ask"]: place(one["any"], ask(one["ask"])) for one in asked(index)}
    page.close()
    late = [ask for ask, at in places.items() if at > 3]
    assert len(late) <= 0.05 * len(places), late
