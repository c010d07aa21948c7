"""What holds on a day, as acts come to be known: `states.txt` has the acts and what holds then."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.derive.dossier import Fact, Status
from generator.derive.state import word_of_state
from tests.dossiers import dossier_of, source
from tests.tables import Files, edited

TABLE = Path(__file__).with_name("states.txt")
FILES = {
    "sources/law.yaml": source("Toll Office", "2030-12-01", "from 1 January 2031, 5 pence"),
    "sources/text.yaml": source("N", "2031-03-10", "90 days from 14 March", text_of="north"),
    "sources/early.yaml": source("The Post", "2031-02-01", "words"),
    "sources/late.yaml": source("The Mail", "2031-06-01", "words"),
    "sources/notice.yaml": source("Toll Office", "2031-02-01", "decided on 1 February 2031"),
    "sources/levied.yaml": source("The Post", "2031-04-10", "is levied"),
    "measures/toll.yaml": """
        title: Toll
        issuer: toll-office
        in-force: {value: 2031-01-01, witnesses: [law#q]}
        parts:
          carts: {label: carts, value: 5, unit: pence, witnesses: [law#q]}
        """,
    "agreements/pact.yaml": """\
title: Pact
in-force: {value: 2031-03-10, witnesses: [text#q]}
terms:
  pause:
    party: north
    does: suspend
    target: toll
    from: 2031-03-14
    for: 90 days
    witnesses: [text#q]
  mend: {party: south, does: undertake, says: mend the arch, witnesses: [text#q]}
""",
}


def act(published: str, act: str) -> Files:
    """A later measure, published on a day, with one act."""
    return {
        "sources/word.yaml": source("The Post", published, "words"),
        "measures/later.yaml": f"{{title: Later, acts: {{it: {{{act}, witnesses: [word#q]}}}}}}",
    }


def cases() -> Iterator[Any]:
    """Each row of the table with the files that it is about."""
    name, files = "", FILES
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("= "):
            name, files = line[2:], FILES
        elif " | " in line:
            id_, day, state, more = f"{line} | ".split(" | ")[:4]
            yield pytest.param(files, id_, day, state, more, id=f"{name}, {id_}, {day}")
        elif line.startswith("act "):
            files = files | act(*line[4:].split(": ", 1))
        elif " = " in line:
            files = files | dict([line.split(" = ", 1)])
        elif line and not line.startswith("#"):
            path, change = line.split(": ", 1)
            files = edited(files, [(path, f": {change}", "")])


def detail(fact: Fact, key: str) -> str:
    """More of a state, or of the statement that it stands on, as text."""
    status, by = word_of_state(fact)
    of_fact = {"label": fact.label, "borne": fact.status, "word": (status, *by)}
    found = of_fact[key] if key in of_fact else getattr(fact.held, key)
    several = found if isinstance(found, tuple) else (found,)
    return " ".join(one.value if isinstance(one, Status) else str(one) for one in several)


@pytest.mark.parametrize(("files", "id_", "day", "state", "more"), [*cases()])
def test_what_holds_then(files: Files, id_: str, day: str, state: str, more: str) -> None:
    fact = dossier_of(files, day).facts[id_]
    assert getattr(fact.held, "text", "-") == state
    for key, _, expected in (one.partition(" ") for one in more.split("; ") if one):
        assert detail(fact, key) == ("None" if expected == "-" else expected)
