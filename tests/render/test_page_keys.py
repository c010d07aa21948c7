"""What a page is kept under: it changes with all that the page can show."""

import re
from collections.abc import Callable
from datetime import date

from generator.derive import derive
from generator.model.edition import Settings
from generator.render.site.pages import PageInputs
from generator.render.site.site import site
from generator.render.templates import FOLDER
from tests.briefings import DAYS, briefing, dossier


def test_pages_that_were_kept_of_other_days_are_never_shown() -> None:
    store: dict[str, bytes] = {}

    def kept(key: str, make: Callable[[], bytes]) -> bytes:
        return store[key] if key in store else store.setdefault(key, make())

    for day in DAYS["fixture"][::2]:
        given = derive(briefing("fixture"), date.fromisoformat(day))
        made = site(given, Settings(), PageInputs(kept=kept))
        assert made == site(dossier("fixture", day), Settings())


def test_templates_name_nothing_that_leads_to_more() -> None:
    texts = [path.read_text("utf-8") for path in (FOLDER / "site").glob("*.j2")]
    assert texts and not any(re.search(r"{[{%][^}]*\b(sheet|draw)\b", text) for text in texts)
