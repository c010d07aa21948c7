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
            "ran out on 20 June 2031 (prolonged again: the last pause)",
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
        # One side's act upon an agreement names the side, and leaves the terms of the others.
        ("pact.in-force", "2031-04-02", WALKED, "suspended by South"),
        ("pact.terms.mend", "2031-04-02", WALKED, "suspended by South"),
        ("pact.terms.pause", "2031-04-02", WALKED, "in force"),
    ],
)
def test_what_holds_on_a_day(id_: str, as_of: str, more: dict[str, str], expected: str) -> None:
    assert state(id_, as_of, more) == expected


PLAN = """
title: Plan of a toll
announced: {value: 2031-02-01, witnesses: [notice#q]}
in-force: {value: ../2031-04-10, witnesses: [late#q]}
"""
DAY = "from: 2031-04-01, witnesses: [notice#q]"
PLANNED = {
    "sources/notice.yaml": source("Toll Office", "2031-02-01", "decided on 1 February 2031"),
    "sources/late.yaml": source("The Post", "2031-04-10", "is levied"),
    "measures/plan.yaml": PLAN,
}


@pytest.mark.parametrize(
    ("as_of", "announced", "in_force"),
    [
        ("2031-02-01", "announced", None),
        ("2031-04-09", "announced", None),
        ("2031-04-10", None, "in force"),
    ],
)
def test_of_what_no_beginning_is_known_the_announcement_has_the_state(
    as_of: str, announced: str | None, in_force: str | None
) -> None:
    facts = dossier_of(FILES | PLANNED, as_of).facts
    assert facts["plan.announced"].state == announced
    assert (facts["plan.in-force"].state if "plan.in-force" in facts else None) == in_force


def test_a_first_day_that_has_fallen_leaves_the_state_where_it_was_announced() -> None:
    late = PLANNED["sources/late.yaml"] + "\nretracted: {why: withdrawn, on: 2031-04-12}\n"
    facts = dossier_of(FILES | PLANNED | {"sources/late.yaml": late}, "2031-04-20").facts
    assert facts["plan.announced"].state == "announced"
    assert facts["plan.in-force"].state is None


def test_parts_share_the_state_of_what_is_announced_whatever_they_are_called() -> None:
    parts = "parts: {announced: {label: a, value: 5, witnesses: [late#q]}}"
    known = PLANNED | {"measures/plan.yaml": f"{PLAN}{parts}"}
    assert state("plan.parts.announced", "2031-04-10", known) == "in force"
    early = PLAN.partition("in-force")[0] + parts.replace("late", "notice")
    known["measures/plan.yaml"] = early
    assert state("plan.parts.announced", "2031-04-09", known) == "announced"


def test_an_order_that_acts_upon_others_has_no_state_of_its_own() -> None:
    order = f"{PLAN.partition('in-force')[0]}acts:\n  it: {{does: suspend, target: toll, {DAY}}}\n"
    known = PLANNED | {"measures/plan.yaml": order}
    assert state("plan.announced", "2031-04-10", known) is None
    assert state("toll.in-force", "2031-04-10", known) == "suspended"


def test_what_was_only_announced_can_be_suspended() -> None:
    known = {key: text for key, text in PLANNED.items() if not key.endswith("late.yaml")}
    known["measures/plan.yaml"] = PLAN.partition("in-force")[0]
    paused = act("2031-03-01", "does: suspend, target: plan, from: 2031-03-01")
    assert state("plan.announced", "2031-02-28", known, paused) == "announced"
    assert state("plan.announced", "2031-03-01", known, paused) == "suspended"


def test_what_is_objected_to_runs_out_at_its_next_renewal() -> None:
    no = act("2031-05-01", "does: object, target: pact.terms.pause, from: 2031-05-01")
    assert state("pact.terms.pause", "2031-06-12", RENEWED, no) == "ran out on 12 June 2031"
    late = act("2031-05-01", "does: object, target: pact.terms.pause, from: 2031-06-13")
    found = held("pact.terms.pause", "2031-06-20", RENEWED, late)
    assert (found.code, found.until, found.maker) == (
        "in-force",
        date(2031, 7, 12),
        "later.acts.it",
    )


def test_an_agreement_renews_itself_from_its_first_day_on() -> None:
    pact = PACT.replace("2031-03-10,", "2031-03-10, renews: 2 months,")
    no = act("2031-04-02", "does: object, target: pact, from: 2031-05-20")
    files = {"agreements/pact.yaml": pact}
    assert held("pact.in-force", "2031-06-20", files).until is None
    assert held("pact.in-force", "2031-06-20", files, no).until == date(2031, 7, 10)


@pytest.mark.parametrize(
    ("ends", "expected"),
    [
        ("{until: 2031-06-20}", "in force, end disputed: 30 June 2031 or 20 June 2031"),
        ("{until: 2031-04-01}", "disputed: in force or ran out on 1 April 2031"),
    ],
)
def test_positions_that_differ_share_what_they_can(ends: str, expected: str) -> None:
    pact = f"""
        title: Pact
        terms:
          pause:
            party: north
            does: suspend
            target: toll
            from: 2031-03-14
            positions:
              a: {{until: 2031-06-30, witnesses: [text#q]}}
              b: {ends.replace("}", ", witnesses: [text#q]}")}
        """
    assert state("pact.terms.pause", "2031-05-01", {"agreements/pact.yaml": pact}) == expected


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


def test_acts_work_in_the_order_of_their_own_days() -> None:
    files = {
        "sources/early.yaml": source("The Post", "2031-02-01", "words"),
        "sources/late.yaml": source("The Mail", "2031-06-01", "words"),
        "events/second.yaml": """
            title: Second
            acts:
              a: {does: extend, target: pact.terms.pause, from: 2031-06-10, until: 2031-09-01,
                  witnesses: [early#q]}
            """,
        "events/first.yaml": """
            title: First
            acts:
              a: {does: extend, target: pact.terms.pause, from: 2031-05-10, until: 2031-06-20,
                  witnesses: [late#q]}
            """,
    }
    assert state("toll.in-force", "2031-06-25", files) == "suspended until 1 September 2031"


def test_positions_that_agree_are_one_world() -> None:
    toll = TOLL.replace(
        "in-force: {value: 2031-01-01, witnesses: [law#q]}",
        "in-force: {positions: {a: {value: 2031-01, witnesses: [law#q]}, "
        "b: {value: 2031-01-09, witnesses: [law#q]}}}",
    )
    assert state("toll.in-force", "2031-01-15", {"measures/toll.yaml": toll}) == "in force"


def test_an_act_that_was_ended_before_it_began_does_nothing() -> None:
    files = act("2031-04-02", "does: end, target: toll, from: 2031-05-01") | {
        "events/undone.yaml": """
            title: Undone
            acts: {it: {does: end, target: later.acts.it, from: 2031-04-20, witnesses: [word#q]}}
            """
    }
    assert state("toll.parts.carts", "2031-06-20", files) == "in force"


STOPPED = act("2030-12-10", "does: suspend, target: toll, from: 2030-12-10, until: 2031-02-01")


def test_what_is_suspended_before_its_first_day_never_took_effect() -> None:
    found = given("toll.in-force", "2031-01-10", STOPPED)
    told = "was to take effect on 1 January 2031, but was suspended before, until 1 February 2031"
    assert (found.state, found.held and found.held.code) == (told, "suspended")
    assert found.label == "Toll, was to take effect on"


def test_it_takes_effect_on_the_day_on_which_its_suspension_ends() -> None:
    found = held("toll.in-force", "2031-02-01", STOPPED)
    assert (found.code, found.since, found.never) == ("in-force", date(2031, 2, 1), False)
    early = act("2030-12-10", "does: suspend, target: toll, from: 2030-12-10, until: 2030-12-20")
    assert state("toll.in-force", "2030-12-15", early) == "suspended until 20 December 2030"


def test_a_bound_is_no_first_day_and_nothing_counts_from_it() -> None:
    toll = TOLL.replace("2031-01-01, w", "../2031-01-01, for: 10 days, w")
    found = held("toll.in-force", "2031-02-10", {"measures/toll.yaml": toll})
    assert (found.code, found.since, found.until) == ("in-force", None, None)
    ended = act("2031-01-02", "does: end, target: toll, from: 2031-01-01")
    assert state("toll.in-force", "2031-02-10", {"measures/toll.yaml": toll}, ended) == (
        "ended on 1 January 2031"
    )


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


def test_a_state_on_which_all_positions_agree_is_not_disputed() -> None:
    files = {"agreements/pact.yaml": DISPUTED % "until: 2031-04-20"}
    assert held("toll.in-force", "2031-05-01", files).status is not Status.DISPUTED
    differing = held("toll.in-force", "2031-03-20", files)
    assert differing.status is Status.DISPUTED
    assert differing.ends == (date(2031, 4, 1), date(2031, 4, 20))


def test_behind_its_own_sentence_an_act_that_ended_something_is_carried_out() -> None:
    found = held("pact.terms.pause", "2031-05-20", LIFTED)
    assert (found.phrase, found.done) == ("carried out on 14 March 2031", True)


def test_positions_that_end_it_on_other_days_share_that_it_ended() -> None:
    files = {"agreements/pact.yaml": DISPUTED % "until: 2031-04-20"}
    found = held("pact.terms.pause", "2031-05-01", files)
    assert found.text == "ran out, day disputed: 1 April 2031 or 20 April 2031"


def test_the_last_day_and_the_first_one_after_it_are_one_end() -> None:
    files = {"agreements/pact.yaml": DISPUTED % "through: 2031-03-31"}
    assert given("pact.terms.pause", "2031-03-20", files).status is not Status.DISPUTED


def test_an_agreement_is_undertaken_until_a_text_says_that_it_is_in_force() -> None:
    """Whoever issued it has promised; what its terms do begins on their own days."""
    issued = PACT.replace("in-force: {value: 2031-03-10", "issued: {value: 2031-03-10")
    known = {"agreements/pact.yaml": issued}
    assert state("pact.issued", "2031-03-11", known) == "undertaken"
    assert state("pact.terms.pause", "2031-03-13", known) == "announced"
    assert state("pact.terms.pause", "2031-03-14", known) == "in force"
