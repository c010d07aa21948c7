"""Each line of the status table on its own: `statuses.txt` has the statements."""

from pathlib import Path

import pytest

from generator.derive.dossier import Fact
from tests.dossiers import dossier_of, source
from tests.tables import rows

TABLE = Path(__file__).with_name("statuses.txt")


def post(publisher: str, text: str, **keys: str) -> str:
    return source(publisher, "2031-03-10", text, **keys)


def text_of(side: str, form: str) -> str:
    return post("A site", "Reed, 5 pence, in force on 1 May", form=form, text_of=side)


GONE = "retracted: {why: made up, on: 2031-05-01}\n"
FOREIGN = post("The Post", "a toll").replace('"a toll"', '"a toll", original: "fünf, das heißt 5"')
SOURCES = {
    "paper": post("The Post", "the toll is 5 pence"),
    "gone": post("The Post", "the toll is 5 pence") + GONE,
    "other": source("The Mail", "2031-03-12", "a toll of 5 pence"),
    "relay": post("The Echo", "5 pence, the Post says", origin="wire"),
    "wire-note": post("The Wire", "5 pence"),
    "blind": post("A blog", "5 pence it is", origin="unknown"),
    "blind-2": post("Another blog", "5 pence, they say", origin="unknown"),
    "official": text_of("toll-office", "original"),
    "translated": text_of("toll-office", "translation"),
    "again": text_of("toll-office", "translation"),
    "joint": text_of("[north, south]", "copy"),
    "of-north": text_of("north", "original"),
    "from-north": text_of("north", "translation"),
    "of-south": text_of("south-office", "original"),
    "carried": post("The Post", "5 pence", origin="toll-office"),
    "north": post("Toll Office", "5 pence"),
    "news": post("North News", "5 pence"),
    "fine": post("The Post", "fell 34.5%"),
    "coarse": post("The Mail", "fell 35%"),
    "foreign": FOREIGN,
    "circle": post("x", "5 pence", origin="a"),
}
FILES = {f"sources/{name}.yaml": text for name, text in SOURCES.items()} | {
    "bodies/a.yaml": "{name: A, house: b}",
    "bodies/b.yaml": "{name: B, house: a}",
}


def detail(fact: Fact, key: str) -> str:
    """More of what is told of a statement, as text."""
    if key == "value":
        return fact.chosen.value.text if fact.chosen.value else ""
    several = {
        "by": fact.by,
        "each": [one.status.value if one.status else "-" for one in fact.stances],
        "why": [one.aside.why for one in fact.stances if one.aside],
        "rivals": [one.key for one in fact.rivals],
        "lowered": [fact.lowered] if fact.lowered else [],
        "prints": [str(one.prints_value) for one in fact.evidence],
    }
    return " ".join(several[key]) or "-"


@pytest.mark.parametrize(("where", "text", "day", "status", "more"), rows(TABLE, 5))
def test_status_of_one_statement(where: str, text: str, day: str, status: str, more: str) -> None:
    folder, id_ = where.split("/")
    title = "" if folder == "claims" else "title: It, "
    record = {f"{folder}/{id_.partition('.')[0]}.yaml": f"{{{title}{text}}}"}
    fact = dossier_of({**FILES, **record}, day or "2031-06-30").facts[id_]
    assert (fact.status.value if fact.status else "-") == status
    for key, _, expected in (one.partition(" ") for one in more.split("; ") if one):
        assert detail(fact, key) == expected
