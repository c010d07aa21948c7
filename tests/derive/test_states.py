"""What holds on a day, as acts come to be known: `states.txt` has the days and what holds then."""

from pathlib import Path

import pytest

from generator.derive.dossier import Fact, Status
from tests.dossiers import dossier_of, source
from tests.tables import rows

Files = dict[str, str]
TABLE = Path(__file__).with_name("states.txt")
TOLL = """
title: Toll
issuer: toll-office
in-force: {value: 2031-01-01, witnesses: [law#q]}
parts:
  carts: {label: carts, value: 5, unit: pence, witnesses: [law#q]}
"""
PACT = """
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
"""
FILES = {
    "sources/law.yaml": source("Toll Office", "2030-12-01", "from 1 January 2031, 5 pence"),
    "sources/text.yaml": source("N", "2031-03-10", "90 days from 14 March", text_of="north"),
    "sources/early.yaml": source("The Post", "2031-02-01", "words"),
    "sources/late.yaml": source("The Mail", "2031-06-01", "words"),
    "measures/toll.yaml": TOLL,
    "agreements/pact.yaml": PACT,
}
PAUSE = "target: pact.terms.pause"
PLAN = """
title: Plan of a toll
announced: {value: 2031-02-01, witnesses: [notice#q]}
"""
BEGUN = "in-force: {value: ../2031-04-10, witnesses: [levied#q]}\n"
PARTS = "parts: {announced: {label: a, value: 5, witnesses: [%s#q]}}"
LEVIED = source("The Post", "2031-04-10", "is levied")
LONG = "{{title: {0}, acts: {{a: {{does: extend, target: pact.terms.pause, {1}}}}}}}"
MORE = """
    title: More
    terms:
      longer: {does: extend, target: pact.terms.pause, from: 2031-06-12, until: 2031-06-20,
        party: north, witnesses: [text#q]}
      again: {label: the last pause, does: extend, target: pact.terms.pause, party: north,
        from: 2031-06-20, until: 2031-06-25, witnesses: [text#q]}
    """
TEN_DAYS = """
    title: More
    terms:
      it: {does: extend, target: pact.terms.pause, for: 10 days, witnesses: [text#q]}
    """
LOOP = """
    title: Loop
    terms:
      a: {does: suspend, target: loop.terms.b, from: 2031-03-01, witnesses: [early#q]}
      b: {does: suspend, target: loop.terms.a, from: 2031-03-01, witnesses: [early#q]}
    """
AGREED = """
    title: Toll
    in-force:
      positions:
        a: {value: 2031-01, witnesses: [law#q]}
        b: {value: 2031-01-09, witnesses: [law#q]}
    """
DISPUTED = """
    title: Pact
    terms:
      pause:
        does: suspend
        target: toll
        from: 2031-03-14
        positions:
          a: {until: 2031-04-01, witnesses: [text#q]}
          b: {%s, witnesses: [law#q]}
    """


def act(published: str, act: str) -> Files:
    """A later event, published on a day, with one act."""
    return {
        "sources/word.yaml": source("The Post", published, "words"),
        "events/later.yaml": f"{{title: Later, acts: {{it: {{{act}, witnesses: [word#q]}}}}}}",
    }


def toll(old: str, new: str) -> Files:
    """The toll in other words."""
    return {"measures/toll.yaml": TOLL.replace(old, new)}


def pact(old: str, new: str, text: str = PACT) -> Files:
    """The agreement in other words."""
    return {"agreements/pact.yaml": text.replace(old, new)}


def plan(text: str, levied: str = LEVIED) -> Files:
    """What is planned."""
    notice = source("Toll Office", "2031-02-01", "decided on 1 February 2031")
    files = {"sources/notice.yaml": notice, "sources/levied.yaml": levied}
    return {**files, "measures/plan.yaml": PLAN + text}


LIFT = PACT.replace("suspend", "lift").replace("for: 90", "label: 90")
ENDED = act("2031-05-20", "does: end, target: toll, from: 2031-05-19")
STOP = "does: suspend, target: toll, from: 2030-12-10, until:"
BOUND = toll("2031-01-01, w", "../2031-01-01, for: 10 days, w")
RENEWED = pact("90 days\n", "90 days\n    renews: 1 month\n")
RENEWING = pact("2031-03-10,", "2031-03-10, renews: 2 months,")
DIFFERENCES: dict[str, Files] = {
    "nothing": {},
    "month": toll("2031-01-01, w", "2031-02, w"),
    "january": toll("2031-01-01, w", "2031-01, w"),
    "short": toll("2031-01-01, w", "2031-01-01, until: 2031-02-01, w"),
    "bound": BOUND,
    "over at once": BOUND | act("2031-01-02", "does: end, target: toll, from: 2031-01-01"),
    "never": act("2030-12-20", "does: end, target: toll, from: 2031-01-01"),
    "extended": act("2031-06-01", f"does: extend, {PAUSE}, until: '2031-09-10T00:01-05:00'"),
    "longer": act("2031-06-01", f"does: extend, {PAUSE}, for: 2 months"),
    "said": act("2031-06-01", f"does: extend, {PAUSE}, for: 5 days, by: stone"),
    "ten days": {"agreements/more.yaml": TEN_DAYS},
    "whole": act("2031-06-01", "does: extend, target: pact, until: 2031-06-15"),
    "ended": ENDED,
    "named": ENDED | toll("title: Toll", "title: Toll on the bridge"),
    "resumed": act("2031-04-02", "does: resume, target: toll, from: 2031-04-01"),
    "amended": act("2031-05-01", f"does: amend, {PAUSE}, from: 2031-05-01"),
    "kept": act(
        "2031-04-02",
        "does: suspend, target: toll.parts.carts, from: 2031-04-03, until: 2031-06-01, "
        "keeps: pact.terms.mend",
    ),
    "walked": act("2031-04-02", "does: suspend, target: pact, party: south, from: 2031-04-01"),
    "twice": {"agreements/more.yaml": MORE},
    "lifted": pact("", "", LIFT),
    "lifted carts": pact(": toll\n", ": toll.parts.carts\n", LIFT),
    "lifted over": pact("03-10,", "03-10, until: 2031-05-01,", LIFT),
    "endless": pact("    for: 90 days\n", ""),
    "last day": pact("for: 90 days", "through: 2031-06-11"),
    "over": pact("2031-03-10,", "2031-03-10, until: 2031-05-01,"),
    # Whoever issued an agreement has promised; what its terms do begins on their own days.
    "issued": pact("in-force: {value: 2031-03-10", "issued: {value: 2031-03-10"),
    "renewed": RENEWED,
    "objected": RENEWED | act("2031-05-01", f"does: object, {PAUSE}, from: 2031-05-01"),
    "renewed, late": RENEWED | act("2031-05-01", f"does: object, {PAUSE}, from: 2031-06-13"),
    "renewing": RENEWING,
    "renewing, refused": RENEWING
    | act("2031-04-02", "does: object, target: pact, from: 2031-05-20"),
    "planned": plan(BEGUN),
    "fallen": plan(BEGUN, f"{LEVIED}retracted: {{why: withdrawn, on: 2031-04-12}}\n"),
    "planned parts": plan(BEGUN + PARTS % "levied"),
    "announced parts": plan(PARTS % "notice"),
    "order": plan(
        "acts: {it: {does: suspend, target: toll, from: 2031-04-01, witnesses: [notice#q]}}"
    ),
    "paused": plan("") | act("2031-03-01", "does: suspend, target: plan, from: 2031-03-01"),
    "soon": act("2030-12-10", f"{STOP} 2030-12-20"),
    "stopped": act("2030-12-10", f"{STOP} 2031-02-01"),
    "undone": act("2031-04-02", "does: end, target: toll, from: 2031-05-01")
    | {
        "events/undone.yaml": "{title: Undone, acts: {it: {does: end, target: later.acts.it, "
        "from: 2031-04-20, witnesses: [word#q]}}}"
    },
    # The later act comes to be known first.
    "crossed": {
        "events/second.yaml": LONG.format(
            "Second", "from: 2031-06-10, until: 2031-09-01, witnesses: [early#q]"
        ),
        "events/first.yaml": LONG.format(
            "First", "from: 2031-05-10, until: 2031-06-20, witnesses: [late#q]"
        ),
    },
    "loop": {"agreements/loop.yaml": LOOP},
    "agreed": {"measures/toll.yaml": AGREED},
    "disputed": {"agreements/pact.yaml": DISPUTED % "until: 2031-04-20"},
    "one end": {"agreements/pact.yaml": DISPUTED % "through: 2031-03-31"},
}


def detail(fact: Fact, key: str) -> str:
    """More of a state, or of the statement that it stands on, as text."""
    found = getattr(fact if key == "label" else fact.held, key)
    several = found if isinstance(found, tuple) else (found,)
    return " ".join(one.value if isinstance(one, Status) else str(one) for one in several)


@pytest.mark.parametrize(("difference", "id_", "day", "state", "more"), rows(TABLE, 5))
def test_what_holds_then(difference: str, id_: str, day: str, state: str, more: str) -> None:
    fact = dossier_of({**FILES, **DIFFERENCES[difference]}, day).facts[id_]
    assert (fact.state or "-") == state
    for key, _, expected in (one.partition(" ") for one in more.split("; ") if one):
        assert detail(fact, key) == ("None" if expected == "-" else expected)


def test_the_last_day_and_the_first_one_after_it_are_one_end() -> None:
    files = {**FILES, **DIFFERENCES["one end"]}
    assert dossier_of(files, "2031-03-20").facts["pact.terms.pause"].status is not Status.DISPUTED
