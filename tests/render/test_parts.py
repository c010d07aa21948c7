"""A site made in parts, or of what was kept, is the same as one made at once."""

import re
from collections.abc import Callable
from datetime import date

import pytest

from generator.derive import Dossier, derive
from generator.derive.prose import visible
from generator.model.edition import Settings
from generator.render.charts import undrawn
from generator.render.pdf import PdfInputs, pdfs
from generator.render.pdf import with_prose as with_words
from generator.render.site.outline import outline, outlined, sign, with_sentences
from generator.render.site.page_keys import key
from generator.render.site.pages import NO_INPUTS, PageInputs
from generator.render.site.search import PATH, search, with_prose
from generator.render.site.site import prose, site
from generator.render.site.structured import llms
from generator.render.templates import FOLDER
from generator.render.views.links import HOME
from generator.render.views.page import Sealed
from generator.render.views.sheet import Sheet
from generator.source import SourceFile
from tests.briefings import DAYS, briefing, dossier

PAGE = "content/pages/tolls.md"
SIGNED = sign(SourceFile(PAGE, ""))
TEXTS = {
    "# Tolls\n\nWho pays.  {{ fact('toll') }} is\nread elsewhere.\n": f"# Tolls\n\n{SIGNED}",
    "# Tolls\n": "# Tolls\n\n",
    "#\n\n- a list": SIGNED,
    "": "",
}


def fresh(day: str) -> Dossier:
    """The invented briefing, of which nothing has been made yet."""
    return derive(briefing("fixture"), date.fromisoformat(day))


@pytest.mark.parametrize("text", TEXTS)
def test_an_outline_holds_what_others_tell_of_a_page(text: str) -> None:
    found = outline(dossier("fixture", DAYS["fixture"][2]), SourceFile(PAGE, text))
    assert found == SourceFile(PAGE, TEXTS[text])


def test_all_but_prose_is_the_same_of_an_outline() -> None:
    whole, again = fresh(DAYS["fixture"][2]), fresh(DAYS["fixture"][2])
    files = site(outlined(whole), Settings())[0]
    own = prose(whole, Settings(), NO_INPUTS)[0]
    expected = site(again, Settings())[0]
    assert len(own) == sum(bool(visible(again, one).text) for one in again.briefing.pages)
    files |= search(outlined(whole), Settings(), files) | llms(outlined(whole), Settings())
    own |= with_sentences(whole, files)
    expected |= search(again, Settings(), expected) | llms(again, Settings())
    assert {**files, **own, **with_prose(whole, Settings(), files[PATH], own)} == expected


def test_pdfs_of_an_outline_get_their_prose() -> None:
    whole = fresh(DAYS["fixture"][2])
    inputs = PdfInputs(whole, Settings())
    made, expected = pdfs(PdfInputs(outlined(whole), Settings()))[0], pdfs(inputs)[0]
    assert made[0].sources != expected[0].sources
    assert [with_words(one, inputs)[0].sources for one in made] == [one.sources for one in expected]


def test_pages_that_were_kept_of_other_days_are_never_shown() -> None:
    store: dict[str, bytes] = {}

    def kept(key: str, make: Callable[[], bytes]) -> bytes:
        return store[key] if key in store else store.setdefault(key, make())

    for day in DAYS["fixture"][::2]:
        given = derive(briefing("fixture"), date.fromisoformat(day))
        made = site(given, Settings(), PageInputs(kept=kept))
        assert made == site(dossier("fixture", day), Settings())


def test_a_fact_stands_for_all_that_is_shown_of_it() -> None:
    first, last = (Sheet(dossier("fixture", day), Settings(), HOME) for day in DAYS["fixture"][:2])
    id_ = next(id_ for id_ in last.dossier.facts if id_ in first.dossier.facts)
    keys = [key(one, undrawn, Sealed(one.dossier.facts[id_])) for one in (first, first, last)]
    assert keys[0] == keys[1] != keys[2]


def test_templates_name_nothing_that_leads_to_more() -> None:
    texts = [path.read_text("utf-8") for path in (FOLDER / "site").glob("*.j2")]
    assert texts and not any(re.search(r"{[{%][^}]*\b(sheet|draw)\b", text) for text in texts)
