"""What changed on each day: what is new, how it is borne out, what holds, what was set right."""

from datetime import date

import pytest

from generator.derive.changed import Entry, changes_between, dossiers_by_day, entries, steps
from generator.derive.dossier import Dossier
from generator.derive.history import as_read
from tests.briefings import DAYS, dossier
from tests.dossiers import dossier_of, source

_, _, FINAL, LATE = DAYS["fixture"]
POST = source("The Post", "2031-03-01", "a toll of 5 pence")
COURIER = source("The Courier", "2031-04-01", "a toll of 5 pence")
OTHER = source("The Courier", "2031-04-01", "a toll of 6 pence")
TOLL = "{title: Toll, parts: {carts: {label: carts, unit: pence, %s}}}"
TWO = (
    "positions: {post: {value: 5, witnesses: [first#q]}, "
    "courier: {value: 6, %switnesses: [second#q]}}"
)


REJECTED = "rejected: {why: a slip, on: 2031-05-01}, "
SUPERSEDED = f"{REJECTED}superseded: {{on: 2031-06-01}}, "
UNDATED = source("The Post", "unknown", "a toll of 5 pence")


def of(toll: str, **files: str) -> Dossier:
    """A briefing with such a toll."""
    sources = {"sources/first.yaml": POST, "sources/second.yaml": COURIER}
    return dossier_of({**sources, **files, "measures/toll.yaml": TOLL % toll})


def on(given: Dossier, day: str) -> list[Entry]:
    return [one for one in entries(steps(given)) if str(one.day) == day]


NEW = ("2031-03-01", "new", "toll", ("new",))
DISPUTED = ("2031-04-01", "disputed", "toll.parts.carts", ("value", "disputed"))
SETTLED = ("2031-05-01", "settled", "toll.parts.carts", ("value", "settled", "rejected"))


@pytest.mark.parametrize(
    ("toll", "files", "expected"),
    [
        (
            "value: 5, witnesses: [first#q, second#q]",
            {},
            [("2031-04-01", "status", "toll", ("status",)), NEW],
        ),
        (TWO % REJECTED, {"sources/second.yaml": OTHER}, [SETTLED, DISPUTED, NEW]),
        # What is superseded after we rejected it is no new rejection.
        (TWO % SUPERSEDED, {"sources/second.yaml": OTHER}, [SETTLED, DISPUTED, NEW]),
        # What only sources without a date say is of the edition.
        (
            "value: 5, witnesses: [first#q]",
            {"sources/first.yaml": UNDATED},
            [("2031-06-30", "undated", "", ("new",))],
        ),
        # What no quotation bears out is left to its card.
        ("value: 5, witnesses: [first]", {}, []),
    ],
    ids=["confirmed", "rejected", "superseded", "undated", "not quoted"],
)
def test_what_is_told_of_each_day(
    toll: str, files: dict[str, str], expected: list[tuple[str, str, str, tuple[str, ...]]]
) -> None:
    found = entries(steps(of(toll, **files)))
    assert [
        (str(one.day), one.sort, one.about, tuple(k for step in one.steps for k in step.kinds))
        for one in found
    ] == expected


TAKEN = source("The Courier", "2031-04-01", "a toll of 6 pence", retracted="{on: 2031-05-01}")


@pytest.mark.parametrize(
    ("toll", "files", "sort", "mark"),
    [
        ("reading: {text: for carts, on: 2031-05-01}", {}, "reading", "reading"),
        ("lowered: {to: claimed, why: so, on: 2031-05-01}", {}, "lowered", "lowered"),
        ("retracted: {why: so, on: 2031-05-01}", {}, "retracted", "retracted"),
        # A retraction that ends a dispute is none of ours.
        (TWO % "", {"sources/second.yaml": TAKEN}, "settled", "retracted"),
    ],
)
def test_what_is_set_right_is_marked_as_ours_or_a_retraction(
    toll: str, files: dict[str, str], sort: str, mark: str
) -> None:
    said = toll if "positions" in toll else f"value: 5, witnesses: [first#q], {toll}"
    (entry,) = on(of(said, **files), "2031-05-01")
    assert (entry.sort, entry.mark, entry.steps[0].mark) == (sort, mark, mark)


@pytest.mark.parametrize(
    ("day", "told", "kinds"),
    [
        # What one act brings about on a day is one entry.
        ("2032-02-20", "new court-2032-02-20 acts.ends", ["new"] * 2 + ["state"] * 5),
        # Where only its day has come the whole speaks for its parts.
        ("2031-04-05", "state order-257 in-force", ["state"] * 3),
    ],
)
def test_what_belongs_together_on_a_day_is_one_entry(day: str, told: str, kinds: list[str]) -> None:
    (entry,) = on(dossier("fixture", FINAL), day)
    first = entry.steps[0].fact.id.removeprefix(f"{entry.about}.")
    assert f"{entry.sort} {entry.about} {first}" == told
    assert [kind for one in entry.steps for kind in one.kinds] == kinds


def test_an_act_of_which_the_day_is_corrected_tells_what_that_changes() -> None:
    vote = """
        title: Vote
        by: [reed]
        acts:
          a:
            does: end
            target: toll
            inferred: so
            positions:
              a: {from: 2031-04-01, witnesses: [first#q],
                superseded: {by: [toll], why: so, on: 2031-04-10}}
              b: {from: 2031-05-01, witnesses: [second#q]}
        """
    toll = "{title: Toll, in-force: {value: 2031-03-01, inferred: so, witnesses: [first#q]}}"
    files = {
        "sources/first.yaml": POST,
        "sources/second.yaml": source("The Courier", "2031-04-10", "not before May"),
        "measures/toll.yaml": toll,
        "events/vote.yaml": vote,
    }
    (entry,) = on(dossier_of(files), "2031-04-10")
    assert [one.fact.id for one in entry.steps] == ["vote.acts.a", "toll.in-force"]
    assert (entry.sort, entry.about) == ("state", "vote")


def test_between_two_days_lies_what_came_after_the_first_and_up_to_the_second() -> None:
    first, last = date(2031, 4, 5), date(2031, 5, 14)
    found = {one.day for one in changes_between(dossier("fixture", FINAL), first, last)}
    assert (first in found, last in found, max(found)) == (False, True, last)


def test_nothing_is_told_to_have_ended_with_the_coverage() -> None:
    assert entries(steps(dossier("fixture", LATE))) == entries(steps(dossier("fixture", FINAL)))


def test_the_dossier_of_a_day_holds_what_a_build_of_that_day_does() -> None:
    for there, _ in dossiers_by_day(dossier("fixture", FINAL)):
        whole = dossier("fixture", there.as_of.isoformat())
        found = {id_: as_read(one) for id_, one in there.facts.items()}
        assert found == {id_: as_read(one) for id_, one in whole.facts.items()}
