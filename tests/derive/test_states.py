"""What holds on a day, as acts come to be known."""

from datetime import date

import pytest

from generator.derive.dossier import Fact, Status
from generator.derive.state import Held
from tests.dossiers import dossier_of, source

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
    "measures/toll.yaml": TOLL,
    "agreements/pact.yaml": PACT,
}


def act(published: str, act: str) -> dict[str, str]:
    """A later event, published on a day, with one act."""
    return {
        "sources/word.yaml": source("The Post", published, "words"),
        "events/later.yaml": f"{{title: Later, acts: {{it: {{{act}, witnesses: [word#q]}}}}}}",
    }


def given(id_: str, as_of: str, *more: dict[str, str]) -> Fact:
    """A fact on a day."""
    files = dict(FILES)
    for each in more:
        files |= each
    return dossier_of(files, as_of).facts[id_]


def state(id_: str, as_of: str, *more: dict[str, str]) -> str | None:
    """The state on a fact on a day, in words."""
    return given(id_, as_of, *more).state


def held(id_: str, as_of: str, *more: dict[str, str]) -> Held:
    """The state on a fact on a day."""
    found = given(id_, as_of, *more).held
    assert found
    return found


def pact(old: str, new: str) -> dict[str, str]:
    """The agreement with other words."""
    return {"agreements/pact.yaml": PACT.replace(old, new)}


NOTHING: dict[str, str] = {}
NEVER = act("2030-12-20", "does: end, target: toll, from: 2031-01-01")
EXTENDED = act(
    "2031-06-01", "does: extend, target: pact.terms.pause, until: '2031-09-10T00:01-05:00'"
)
LONGER = act("2031-06-01", "does: extend, target: pact.terms.pause, for: 2 months")
WHOLE = act("2031-06-01", "does: extend, target: pact, until: 2031-06-15")
ENDED = act("2031-05-20", "does: end, target: toll, from: 2031-05-19")
NAMED = ENDED | {"measures/toll.yaml": TOLL.replace("title: Toll", "title: Toll on the bridge")}
RESUMED = act("2031-04-02", "does: resume, target: toll, from: 2031-04-01")
AMENDED = act("2031-05-01", "does: amend, target: pact.terms.pause, from: 2031-05-01")
KEPT = act(
    "2031-04-02",
    "does: suspend, target: toll.parts.carts, from: 2031-04-03, until: 2031-06-01, "
    "keeps: pact.terms.mend",
)
WALKED = act("2031-04-02", "does: suspend, target: pact, party: south, from: 2031-04-01")
MORE = """
    title: More
    parties: [north, south]
    terms:
      longer: {does: extend, target: pact.terms.pause, from: 2031-06-12, until: 2031-06-20, %s
      again: {label: the last pause, does: extend, target: pact.terms.pause,
        from: 2031-06-20, until: 2031-06-25, %s
    """
TWICE = {"agreements/more.yaml": MORE.replace("%s", "party: north, witnesses: [text#q]}")}
LIFTED = {"agreements/pact.yaml": PACT.replace("suspend", "lift").replace("for: 90", "label: 90")}
LIFTED_CARTS = {
    path: text.replace(": toll\n", ": toll.parts.carts\n") for path, text in LIFTED.items()
}
LIFTED_OVER = {
    path: text.replace("03-10,", "03-10, until: 2031-05-01,") for path, text in LIFTED.items()
}
RENEWED = pact("90 days\n", "90 days\n    renews: 1 month\n")
LAST_DAY = pact("for: 90 days", "through: 2031-06-11")
OVER = pact("2031-03-10,", "2031-03-10, until: 2031-05-01,")
MONTH = {"measures/toll.yaml": TOLL.replace("2031-01-01, w", "2031-02, w")}
SHORT = {"measures/toll.yaml": TOLL.replace("2031-01-01, w", "2031-01-01, until: 2031-02-01, w")}


PLAN = """
title: Plan of a toll
announced: {value: 2031-02-01, witnesses: [notice#q]}
in-force: {value: ../2031-04-10, witnesses: [late#q]}
"""
ONLY = PLAN.partition("in-force")[0]
PARTS = "parts: {announced: {label: a, value: 5, witnesses: [late#q]}}"
LATE = source("The Post", "2031-04-10", "is levied")
PLANNED = {
    "sources/notice.yaml": source("Toll Office", "2031-02-01", "decided on 1 February 2031"),
    "sources/late.yaml": LATE,
    "measures/plan.yaml": PLAN,
}


def plan(text: str) -> dict[str, str]:
    """What is planned, in other words."""
    return PLANNED | {"measures/plan.yaml": text}


FALLEN = PLANNED | {"sources/late.yaml": f"{LATE}retracted: {{why: withdrawn, on: 2031-04-12}}\n"}
ORDER = plan(
    f"{ONLY}acts: {{it: {{does: suspend, target: toll, from: 2031-04-01, witnesses: [notice#q]}}}}"
)
PAUSED = plan(ONLY) | act("2031-03-01", "does: suspend, target: plan, from: 2031-03-01")
OBJECTED = RENEWED | act("2031-05-01", "does: object, target: pact.terms.pause, from: 2031-05-01")
STOP = "does: suspend, target: toll, from: 2030-12-10, until: "
SOON = act("2030-12-10", f"{STOP}2030-12-20")
STOPPED = act("2030-12-10", f"{STOP}2031-02-01")
BOUND = {"measures/toll.yaml": TOLL.replace("2031-01-01, w", "../2031-01-01, for: 10 days, w")}
OVER_AT_ONCE = BOUND | act("2031-01-02", "does: end, target: toll, from: 2031-01-01")
# Whoever issued an agreement has promised; what its terms do begins on their own days.
ISSUED = pact("in-force: {value: 2031-03-10", "issued: {value: 2031-03-10")
UNDONE = act("2031-04-02", "does: end, target: toll, from: 2031-05-01") | {
    "events/undone.yaml": "{title: Undone, acts: {it: {does: end, target: later.acts.it, "
    "from: 2031-04-20, witnesses: [word#q]}}}"
}
LONG = "{{title: {0}, acts: {{a: {{does: extend, target: pact.terms.pause, {1}}}}}}}"
# The later act comes to be known first.
CROSSED = {
    "sources/early.yaml": source("The Post", "2031-02-01", "words"),
    "sources/late.yaml": source("The Mail", "2031-06-01", "words"),
    "events/second.yaml": LONG.format(
        "Second", "from: 2031-06-10, until: 2031-09-01, witnesses: [early#q]"
    ),
    "events/first.yaml": LONG.format(
        "First", "from: 2031-05-10, until: 2031-06-20, witnesses: [late#q]"
    ),
}
IN_TWO = "in-force: {positions: {a: {value: %s, witnesses: [law#q]}, b: {value: %s, witnesses: "
AGREED = TOLL.replace(
    "in-force: {value: 2031-01-01, witnesses: ", IN_TWO % ("2031-01", "2031-01-09")
)
AGREED = AGREED.replace("[law#q]}\nparts", "[law#q]}}}\nparts")
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


def disputed(end: str) -> dict[str, str]:
    return {"agreements/pact.yaml": DISPUTED % end}


DUE = "announced"
BOTH_ENDS = "in force, end disputed: 1 April 2031 or 20 April 2031"
OVER_OR_NOT = "disputed: ran out on 1 April 2031 or in force"
ENDED_TWICE = "ran out, day disputed: 1 April 2031 or 20 April 2031"


@pytest.mark.parametrize(
    ("id_", "as_of", "more", "expected"),
    [
        ("toll.in-force", "2030-12-31", NOTHING, "announced"),
        ("toll.in-force", "2031-01-01", NOTHING, "in force"),
        ("toll.in-force", "2031-03-13", NOTHING, "in force"),
        # Of a month it may be any day.
        ("toll.in-force", "2031-01-31", MONTH, "announced"),
        ("toll.in-force", "2031-02-01", MONTH, "in force, since February 2031 (day not known)"),
        ("toll.in-force", "2031-06-12", MONTH, "in force"),
        ("toll.in-force", "2031-03-14", NOTHING, "suspended until 12 June 2031"),
        ("toll.in-force", "2031-06-11", NOTHING, "suspended until 12 June 2031"),
        ("toll.in-force", "2031-06-12", NOTHING, "in force"),
        # Past the coverage end nothing is claimed.
        ("toll.in-force", "2031-07-01", NOTHING, "not known after 30 June 2031 (then: in force)"),
        ("pact.terms.pause", "2031-03-11", NOTHING, "announced"),
        ("pact.terms.pause", "2031-03-14", NOTHING, "in force"),
        ("pact.terms.pause", "2031-06-12", NOTHING, "ran out on 12 June 2031"),
        # A promise is undertaken and never in force; a part has the state of its measure.
        ("pact.terms.mend", "2031-03-10", NOTHING, "undertaken"),
        ("toll.parts.carts", "2031-04-01", NOTHING, "suspended until 12 June 2031"),
        # An extension moves the end from the day it is known, and a duration counts from that end.
        ("toll.in-force", "2031-05-31", EXTENDED, "suspended until 12 June 2031"),
        ("toll.in-force", "2031-06-01", EXTENDED, "suspended until 10 September 2031"),
        ("pact.terms.pause", "2031-06-20", EXTENDED, "in force"),
        ("toll.in-force", "2031-06-20", LONGER, "suspended until 12 August 2031"),
        # That of an agreement moves the ends that its terms have.
        ("pact.terms.pause", "2031-06-14", WHOLE, "in force"),
        ("pact.terms.pause", "2031-06-15", WHOLE, "ran out on 15 June 2031"),
        # A term runs out with its agreement, and an act ends with its target.
        ("pact.terms.mend", "2031-04-30", OVER, "undertaken"),
        ("pact.terms.mend", "2031-05-01", OVER, "ran out on 1 May 2031"),
        ("pact.terms.pause", "2031-05-01", OVER, "ran out on 1 May 2031"),
        # An act that prolongs runs out, and what it prolonged goes on by the next.
        ("more.terms.longer", "2031-06-19", TWICE, "in force"),
        (
            "more.terms.longer",
            "2031-06-20",
            TWICE,
            "prolonged again on 20 June 2031 (the last pause)",
        ),
        ("more.terms.again", "2031-06-25", TWICE, "ran out on 25 June 2031"),
        ("toll.in-force", "2031-05-20", ENDED, "ended on 19 May 2031"),
        ("toll.parts.carts", "2031-05-20", ENDED, "ended on 19 May 2031"),
        ("pact.terms.pause", "2031-05-20", ENDED, "ended with Toll on 19 May 2031"),
        (
            "pact.terms.pause",
            "2031-05-20",
            NAMED,
            "ended with the toll on the bridge on 19 May 2031",
        ),
        ("pact.terms.pause", "2031-05-19", ENDED, "in force"),
        # What ends something has been done, and is neither in force nor over with its agreement.
        ("pact.terms.pause", "2031-03-13", LIFTED, "announced"),
        ("pact.terms.pause", "2031-05-20", LIFTED, "carried out on 14 March 2031"),
        ("pact.terms.pause", "2031-05-20", LIFTED_CARTS, "carried out on 14 March 2031"),
        ("pact.terms.pause", "2031-05-20", LIFTED_OVER, "carried out on 14 March 2031"),
        ("toll.in-force", "2031-04-01", RESUMED, "suspended until 12 June 2031"),
        ("toll.in-force", "2031-04-02", RESUMED, "in force"),
        ("toll.in-force", "2031-04-01", pact("    for: 90 days\n", ""), "suspended"),
        # What is ended on its first day never took effect.
        (
            "toll.in-force",
            "2031-01-02",
            NEVER,
            "was to take effect on 1 January 2031, but ended on that day",
        ),
        # An amendment without an end leaves the one there is.
        ("toll.in-force", "2031-05-02", AMENDED, "suspended until 12 June 2031"),
        # The last day still holds.
        ("pact.terms.pause", "2031-06-11", LAST_DAY, "in force"),
        ("pact.terms.pause", "2031-06-12", LAST_DAY, "ran out on 12 June 2031"),
        ("pact.terms.pause", "2031-06-20", RENEWED, "in force"),
        ("toll.in-force", "2031-01-31", SHORT, "in force"),
        ("toll.in-force", "2031-02-01", SHORT, "ran out on 1 February 2031"),
        # A promise is carried out once an act that keeps it has begun, and stays so.
        ("pact.terms.mend", "2031-04-02", KEPT, "undertaken"),
        ("pact.terms.mend", "2031-04-05", KEPT, "carried out on 3 April 2031"),
        ("pact.terms.mend", "2031-06-20", KEPT, "carried out on 3 April 2031"),
        # One side's act upon an agreement names the side, and leaves the terms of the others.
        ("pact.in-force", "2031-04-02", WALKED, "suspended by South"),
        ("pact.terms.mend", "2031-04-02", WALKED, "suspended by South"),
        ("pact.terms.pause", "2031-04-02", WALKED, "in force"),
        # Of what no beginning is known the announcement has the state, and its parts share it.
        ("plan.announced", "2031-02-01", PLANNED, "announced"),
        ("plan.announced", "2031-04-09", PLANNED, "announced"),
        ("plan.announced", "2031-04-10", PLANNED, None),
        ("plan.in-force", "2031-04-10", PLANNED, "in force"),
        ("plan.announced", "2031-04-20", FALLEN, "announced"),
        ("plan.in-force", "2031-04-20", FALLEN, None),
        ("plan.parts.announced", "2031-04-10", plan(PLAN + PARTS), "in force"),
        ("plan.parts.announced", "2031-04-09", plan(ONLY + PARTS.replace("late", "notice")), DUE),
        # An order that acts upon others has no state of its own.
        ("plan.announced", "2031-04-10", ORDER, None),
        ("toll.in-force", "2031-04-10", ORDER, "suspended"),
        ("plan.announced", "2031-02-28", PAUSED, "announced"),
        ("plan.announced", "2031-03-01", PAUSED, "suspended"),
        # What is objected to runs out at its next renewal.
        ("pact.terms.pause", "2031-06-12", OBJECTED, "ran out on 12 June 2031"),
        ("pact.issued", "2031-03-11", ISSUED, "undertaken"),
        ("pact.terms.pause", "2031-03-13", ISSUED, "announced"),
        ("pact.terms.pause", "2031-03-14", ISSUED, "in force"),
        ("toll.in-force", "2030-12-15", SOON, "suspended until 20 December 2030"),
        ("toll.in-force", "2031-02-10", OVER_AT_ONCE, "ended on 1 January 2031"),
        # An act that was ended before it began does nothing, and acts work in their own order.
        ("toll.parts.carts", "2031-06-20", UNDONE, "in force"),
        ("toll.in-force", "2031-06-25", CROSSED, "suspended until 1 September 2031"),
        # Positions share what they can.
        ("toll.in-force", "2031-01-15", {"measures/toll.yaml": AGREED}, "in force"),
        ("pact.terms.pause", "2031-03-20", disputed("until: 2031-04-20"), BOTH_ENDS),
        ("pact.terms.pause", "2031-04-10", disputed("until: 2031-04-20"), OVER_OR_NOT),
        ("pact.terms.pause", "2031-05-01", disputed("until: 2031-04-20"), ENDED_TWICE),
    ],
)
def test_what_holds_then(id_: str, as_of: str, more: dict[str, str], expected: str | None) -> None:
    assert state(id_, as_of, more) == expected


def test_what_is_objected_to_too_late_renews_itself_once_more() -> None:
    late = act("2031-05-01", "does: object, target: pact.terms.pause, from: 2031-06-13")
    found = held("pact.terms.pause", "2031-06-20", RENEWED, late)
    told = (found.code, found.until, found.maker)
    assert told == ("in-force", date(2031, 7, 12), "later.acts.it")


def test_an_agreement_renews_itself_from_its_first_day_on() -> None:
    pact = PACT.replace("2031-03-10,", "2031-03-10, renews: 2 months,")
    no = act("2031-04-02", "does: object, target: pact, from: 2031-05-20")
    files = {"agreements/pact.yaml": pact}
    assert held("pact.in-force", "2031-06-20", files).until is None
    assert held("pact.in-force", "2031-06-20", files, no).until == date(2031, 7, 10)


def test_acts_that_point_at_each_other_end_the_question() -> None:
    files = {
        "sources/word.yaml": source("The Post", "2031-03-01", "words"),
        "agreements/loop.yaml": """
            title: Loop
            terms:
              a: {does: suspend, target: loop.terms.b, from: 2031-03-01, witnesses: [word#q]}
              b: {does: suspend, target: loop.terms.a, from: 2031-03-01, witnesses: [word#q]}
            """,
    }
    assert dossier_of(files).facts["loop.terms.a"].state


def test_what_is_suspended_before_its_first_day_never_took_effect() -> None:
    found = given("toll.in-force", "2031-01-10", STOPPED)
    due = "was to take effect on 1 January 2031"
    told = f"{due}, but was suspended before that day, until 1 February 2031"
    assert (found.state, found.held and found.held.code) == (told, "suspended")
    assert found.label == "Toll, was to take effect on"


def test_it_takes_effect_on_the_day_on_which_its_suspension_ends() -> None:
    found = held("toll.in-force", "2031-02-01", STOPPED)
    assert (found.code, found.since, found.never) == ("in-force", date(2031, 2, 1), False)


def test_a_bound_is_no_first_day_and_nothing_counts_from_it() -> None:
    found = held("toll.in-force", "2031-02-10", BOUND)
    assert (found.code, found.since, found.until) == ("in-force", None, None)


def test_of_a_month_the_first_day_is_not_known() -> None:
    toll = {"measures/toll.yaml": TOLL.replace("2031-01-01, w", "2031-01, w")}
    assert held("toll.in-force", "2031-02-10", toll).since is None


def test_a_state_is_as_weak_as_the_acts_that_make_it_and_not_as_the_value() -> None:
    assert held("toll.in-force", "2031-03-13").maker == "toll.in-force"
    paused = held("toll.in-force", "2031-03-14")
    assert (paused.maker, paused.status) == ("pact.terms.pause", Status.REPORTED)
    said = act("2031-06-01", "does: extend, target: pact.terms.pause, for: 5 days, by: stone")
    longer = held("toll.in-force", "2031-06-02", said)
    assert (longer.maker, longer.status, longer.by) == ("later.acts.it", Status.CLAIMED, ("stone",))


def test_what_is_in_force_again_is_so_since_its_suspension_was_over() -> None:
    assert held("toll.in-force", "2031-06-20").since == date(2031, 6, 12)
    found = held("toll.in-force", "2031-06-20", RESUMED)
    assert (found.since, found.maker) == (date(2031, 4, 1), "later.acts.it")


def test_an_extension_by_a_duration_ends_when_what_it_prolongs_does() -> None:
    more = {
        "agreements/more.yaml": """
        title: More
        terms:
          it: {does: extend, target: pact.terms.pause, for: 10 days, witnesses: [text#q]}
        """
    }
    found = held("more.terms.it", "2031-06-13", more)
    assert (found.until, found.maker) == (date(2031, 6, 22), "more.terms.it")


def test_a_state_on_which_all_positions_agree_is_not_disputed() -> None:
    files = disputed("until: 2031-04-20")
    assert held("toll.in-force", "2031-05-01", files).status is not Status.DISPUTED
    differing = held("toll.in-force", "2031-03-20", files)
    assert differing.status is Status.DISPUTED
    assert differing.ends == (date(2031, 4, 1), date(2031, 4, 20))


def test_behind_its_own_sentence_an_act_that_ended_something_is_carried_out() -> None:
    found = held("pact.terms.pause", "2031-05-20", LIFTED)
    assert (found.phrase, found.done) == ("carried out on 14 March 2031", "carried out")


def test_the_last_day_and_the_first_one_after_it_are_one_end() -> None:
    found = given("pact.terms.pause", "2031-03-20", disputed("through: 2031-03-31"))
    assert found.status is not Status.DISPUTED
