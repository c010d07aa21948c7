"""What can be taken away under the ids that it had before."""

import json
from dataclasses import replace

import pytest

from generator.derive import derive
from generator.model.edition import Moved
from generator.render.site.redirects import old_files
from tests.dossiers import briefing_of, dossier_of, source

FILES = {
    "sources/note.yaml": source("The Wire", "2031-03-10", "they met on 9 March 2031"),
    "rounds/talks.yaml": "{title: Talks, date: {value: 2031-03-09, witnesses: [note#q]}}",
}
TALKS, CITED, PRINTED, DRAWN = b"{}", b"[]", b"%PDF", b"<svg>"
SITE = {
    "data/facts.json": b"all",
    "data/talks.json": TALKS,
    "data/cite/talks.date.json": CITED,
    "pdf/talks.pdf": PRINTED,
    "charts/lines/lines.svg": DRAWN,
}


def old(**moved: Moved) -> dict[str, bytes]:
    briefing = briefing_of(FILES)
    entries = {id_.replace("_", "."): entry for id_, entry in moved.items()}
    day = dossier_of(FILES).day
    return old_files(derive(replace(briefing, moved=entries), day), SITE)


def test_a_record_that_moved_has_the_same_files_under_its_old_ids() -> None:
    assert old(first=Moved(to="meeting"), meeting=Moved(to="talks")) == {
        "data/first.json": TALKS,
        "data/cite/first.date.json": CITED,
        "pdf/first.pdf": PRINTED,
        "data/meeting.json": TALKS,
        "data/cite/meeting.date.json": CITED,
        "pdf/meeting.pdf": PRINTED,
    }


@pytest.mark.parametrize(
    ("moved", "files"),
    [
        ({"talks_day": Moved(to="talks.date")}, {"data/cite/talks.day.json": CITED}),
        # Of what is a statement now the data are those of its record.
        (
            {"visit": Moved(to="talks.date")},
            {"data/visit.json": TALKS, "data/cite/visit.json": CITED},
        ),
        # A page of prose has no files, and no file of now gives way.
        ({"pages/talks": Moved(to="talks"), "pages/visit": Moved(gone="why")}, {}),
        ({"facts": Moved(gone="why")}, {}),
        (
            {"facts": Moved(to="talks")},
            {"data/cite/facts.date.json": CITED, "pdf/facts.pdf": PRINTED},
        ),
    ],
)
def test_a_statement_that_moved_is_cited_under_its_old_id(
    moved: dict[str, Moved], files: dict[str, bytes]
) -> None:
    assert old(**moved) == files


def test_of_what_is_gone_the_data_say_why() -> None:
    (found,) = old(visit=Moved(gone="it never took place"), talks_end=Moved(gone="unknown")).items()
    assert found[0] == "data/visit.json"
    assert json.loads(found[1]) == {"id": "visit", "gone": "it never took place"}
