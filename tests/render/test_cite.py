"""A citation: whom it names first, and what it names where the pages have no address."""

import pytest

from generator.derive.dossier import Dossier
from generator.model.source import Source
from generator.render.data.files import csl
from generator.render.views.witnesses import citation, cited_as
from tests.dossiers import dossier_of, source

SITE = "https://bridge.example/"


@pytest.fixture(scope="module")
def carts() -> Dossier:
    """A figure of May that follows from that of June and from the rise to it."""
    points = """
        title: Carts
        category: carts
        unit: t
        points:
          2031-05: {compute: 2031-06 / ( 1 + 2031-06-mom / 100 )}
          2031-06: {value: 30, witnesses: [level#q]}
          2031-06-mom: {value: 50, unit: "%", basis: month on month, witnesses: [rise#q]}
    """
    return dossier_of(
        {
            "sources/level.yaml": source("The Level", "2031-06-29", "30 tonnes in June"),
            "sources/rise.yaml": source("The Rise", "2031-06-29", "up 50% in June"),
            "series/carts.yaml": points,
        }
    )


@pytest.mark.parametrize(
    ("url", "end"),
    [(None, "statement carts.points.2031-06"), (SITE, f"{SITE}f/carts.points.2031-06/index.html")],
)
def test_a_citation_ends_in_what_can_be_followed(carts: Dossier, url: str | None, end: str) -> None:
    fact = carts.facts["carts.points.2031-06"]
    told, (item,) = citation(carts, url, fact), csl(carts, url, fact)
    assert told.endswith(f"; via The bridge, “{fact.label}”, as of 30 June 2031, {end}")
    assert str(item["note"]).endswith(end if url else "(carts.points.2031-06), as of 2031-06-30")


def test_a_computed_statement_is_cited_with_the_sources_of_its_inputs(
    carts: Dossier,
) -> None:
    fact = carts.facts["carts.points.2031-05"]
    told = citation(carts, None, fact)
    assert told.startswith("The Level, “Notes”") and "; The Rise, “Notes”" in told
    assert "; computed from these by The bridge, " in told
    assert [one["publisher"] for one in csl(carts, None, fact)] == ["The Level", "The Rise"]


def test_what_has_no_title_is_not_put_in_marks() -> None:
    bare = source("The Level", "2031-06-29", "30 tonnes", title="unknown")
    dossier = dossier_of({"sources/level.yaml": bare})
    data = dossier.briefing.records["level"].data
    assert isinstance(data, Source)
    assert cited_as(dossier, data) == "The Level, untitled page, 29 June 2031"
