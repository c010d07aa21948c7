"""What a page is kept under: it changes with all that the page can show."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from generator.derive import derive
from generator.model.edition import Settings
from generator.render.charts import undrawn
from generator.render.charts.picture import Face, Picture
from generator.render.site.page_keys import key
from generator.render.site.pages import PageInputs
from generator.render.site.site import site
from generator.render.templates import FOLDER
from generator.render.views.links import HOME
from generator.render.views.sheet import Sheet
from tests.briefings import DAYS, briefing, dossier

PICTURE = Picture("tolls", "Tolls", "", "", "", "", False, lambda size: [])


def sheet(day: str) -> Sheet:
    return Sheet(dossier("fixture", day), Settings(), HOME)


def otherwise(picture: Picture, face: Face) -> bytes:
    return b"<svg></svg>"


def test_pages_that_were_kept_of_other_days_are_never_shown() -> None:
    store: dict[str, bytes] = {}

    def kept(key: str, make: Callable[[], bytes]) -> bytes:
        return store[key] if key in store else store.setdefault(key, make())

    for day in DAYS["fixture"]:
        given = derive(briefing("fixture"), date.fromisoformat(day))
        made = site(given, Settings(), PageInputs(kept=kept))
        assert made == site(dossier("fixture", day), Settings())


def test_a_picture_stands_for_its_drawings() -> None:
    given = sheet(DAYS["fixture"][2])
    again = replace(PICTURE, panels=lambda size: [{"mark": "bar"}])
    assert key(given, undrawn, PICTURE) == key(given, undrawn, again)
    assert key(given, undrawn, PICTURE) != key(given, otherwise, PICTURE)


@pytest.mark.parametrize("open_", ["dossier", "fact", "record"])
def test_what_leads_to_more_has_no_key(open_: str) -> None:
    given = sheet(DAYS["fixture"][2])
    fact = next(iter(given.dossier.facts.values()))
    found = {"dossier": given.dossier, "fact": fact, "record": fact.record}
    assert key(given, undrawn, {"shown": [found[open_]]}) is None


def test_templates_name_nothing_that_leads_to_more() -> None:
    texts = [path.read_text("utf-8") for path in (FOLDER / "site").glob("*.j2")]
    assert texts and not any(re.search(r"{[{%][^}]*\b(sheet|draw)\b", text) for text in texts)
