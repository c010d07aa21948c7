"""What changed on each day: what is new, how it is borne out, what holds, what was set right."""

from datetime import date

import pytest

from generator.derive.changed import Entry, changes_between, dossiers_by_day, entries, steps
from generator.derive.dossier import Dossier
from generator.derive.history import as_read
from tests.briefings import DAYS, dossier
from tests.dossiers import dossier_of, source

EARLY, SUMMER, FINAL, LATE = DAYS["fixture"]
POST = source("The Post", "2031-03-01", "a toll of 5 pence")
COURIER = source("The Courier", "2031-04-01", "a toll of 5 pence")
OTHER = source("The Courier", "2031-04-01", "a toll of 6 pence")
TOLL = "{title: Toll, parts: {carts: {label: carts, unit: pence, %s}}}"
TWO = (
    "positions: {post: {value: 5, witnesses: [first#q]}, "
    "courier: {value: 6, %switnesses: [second#q]}}"
)


def told(toll: str, **files: str) -> list[tuple[str, str, str, tuple[str, ...]]]:
    """The entries of a briefing with such a toll: day, sort, what each is about, kinds."""
    sources = {"sources/first.yaml": POST, "sources/second.yaml": COURIER}
    given = dossier_of({**sources, **files, "measures/toll.yaml": TOLL % toll})
    return [
        (str(one.day), one.sort, one.about, tuple(k for step in one.steps for k in step.kinds))
        for one in entries(steps(given))
    ]


def on(given: Dossier, day: str) -> list[Entry]:
    return [one for one in entries(steps(given)) if str(one.day) == day]


def test_what_a_second_origin_prints_is_new_and_then_confirmed() -> None:
    assert told("value: 5, witnesses: [first#q, second#q]") == [
        ("2031-04-01", "status", "toll", ("status",)),
        ("2031-03-01", "new", "toll", ("new",)),
    ]


def test_what_another_source_gives_otherwise_is_disputed_until_we_reject_it() -> None:
    rejected = "rejected: {why: a slip, on: 2031-05-01}, "
    assert told(TWO % rejected, **{"sources/second.yaml": OTHER}) == [
        ("2031-05-01", "settled", "toll.parts.carts", ("value", "settled", "rejected")),
        ("2031-04-01", "disputed", "toll.parts.carts", ("value", "disputed")),
        ("2031-03-01", "new", "toll", ("new",)),
    ]


@pytest.mark.parametrize(
    ("sort", "key"),
    [
        ("reading", "reading: {text: for carts, on: 2031-05-01}"),
        ("lowered", "lowered: {to: claimed, why: so, on: 2031-05-01}"),
        ("retracted", "retracted: {why: so, on: 2031-05-01}"),
    ],
)
def test_what_is_set_right_is_marked_as_ours_or_a_retraction(sort: str, key: str) -> None:
    given = dossier_of(
        {
            "sources/first.yaml": POST,
            "measures/toll.yaml": TOLL % f"value: 5, witnesses: [first#q], {key}",
        }
    )
    (entry,) = on(given, "2031-05-01")
    assert (entry.sort, entry.mark, entry.about) == (sort, sort, "")


def test_a_retraction_that_ends_a_dispute_is_none_of_ours() -> None:
    taken = source("The Courier", "2031-04-01", "a toll of 6 pence", retracted="{on: 2031-05-01}")
    files = {"sources/first.yaml": POST, "sources/second.yaml": taken}
    (entry,) = on(dossier_of({**files, "measures/toll.yaml": TOLL % (TWO % "")}), "2031-05-01")
    assert (entry.sort, entry.mark, entry.steps[0].mark) == ("settled", "retracted", "retracted")


def test_an_answer_that_is_superseded_after_we_rejected_it_is_no_new_rejection() -> None:
    toll = TWO % "rejected: {why: a slip, on: 2031-05-01}, "
    later = toll.replace(
        "a slip, on: 2031-05-01}", "a slip, on: 2031-05-01}, superseded: {on: 2031-06-01}"
    )
    assert "2031-06-01" not in {day for day, *_ in told(later, **{"sources/second.yaml": OTHER})}


@pytest.mark.parametrize(
    ("published", "known", "day"),
    [("2031-03", "2031-03", "2031-03-31"), ("2031-03-01", None, "2031-03-01")],
)
def test_where_sources_name_no_day_an_entry_says_what_they_name(
    published: str, known: str | None, day: str
) -> None:
    files = {"sources/first.yaml": source("The Post", published, "a toll of 5 pence")}
    given = dossier_of({**files, "measures/toll.yaml": TOLL % "value: 5, witnesses: [first#q]"})
    (entry,) = on(given, day)
    assert (entry.published.text if entry.published else None) == known


def test_what_one_act_brings_about_on_a_day_is_one_entry() -> None:
    (entry,) = on(dossier("fixture", FINAL), "2032-02-20")
    assert (entry.sort, entry.about) == ("new", "court-2032-02-20")
    assert entry.steps[0].fact.id == "court-2032-02-20.acts.ends"
    assert [one.kinds for one in entry.steps] == [("new",)] * 2 + [("state",)] * 5


def test_where_only_its_day_has_come_the_whole_speaks_for_its_parts() -> None:
    (entry,) = on(dossier("fixture", FINAL), "2031-04-05")
    assert (entry.sort, entry.about) == ("state", "order-257")
    assert entry.steps[0].fact.id == "order-257.in-force"


def test_an_act_of_which_the_day_is_corrected_tells_what_that_changes() -> None:
    act = "does: end, target: toll, positions: {a: {from: 2031-04-01, inferred: so, "
    act += "witnesses: [first#q], superseded: {by: [toll], why: so, on: 2031-04-10}}, "
    act += "b: {from: 2031-05-01, inferred: so, witnesses: [second#q]}}"
    given = dossier_of(
        {
            "sources/first.yaml": POST,
            "sources/second.yaml": source("The Courier", "2031-04-10", "not before May"),
            "measures/toll.yaml": "{title: Toll, in-force: {value: 2031-03-01, inferred: so, "
            "witnesses: [first#q]}}",
            "events/vote.yaml": f"{{title: Vote, by: [reed], acts: {{a: {{{act}}}}}}}",
        }
    )
    (entry,) = on(given, "2031-04-10")
    assert [one.fact.id for one in entry.steps] == ["vote.acts.a", "toll.in-force"]
    assert (entry.sort, entry.about) == ("state", "vote")


def test_what_only_sources_without_a_date_say_is_one_entry_of_the_edition() -> None:
    undated = source("The Post", "unknown", "a toll of 5 pence")
    assert told("value: 5, witnesses: [first#q]", **{"sources/first.yaml": undated}) == [
        ("2031-06-30", "undated", "", ("new",)),
    ]


def test_what_no_quotation_bears_out_is_left_to_its_card() -> None:
    assert told("value: 5, witnesses: [first]") == []


def test_between_two_days_lies_what_came_after_the_first_and_up_to_the_second() -> None:
    first, last = date(2031, 4, 5), date(2031, 5, 14)
    found = {one.day for one in changes_between(dossier("fixture", FINAL), first, last)}
    assert (first in found, last in found, max(found)) == (False, True, last)


@pytest.mark.parametrize("day", [EARLY, SUMMER])
def test_an_edition_tells_of_its_days_what_every_later_one_tells(day: str) -> None:
    final = [one for one in steps(dossier("fixture", FINAL)) if str(one.day) <= day]
    own = steps(dossier("fixture", day))
    assert [(one.day, one.fact.id, one.kinds, one.causes) for one in own] == [
        (one.day, one.fact.id, one.kinds, one.causes) for one in final
    ]


def test_nothing_is_told_to_have_ended_with_the_coverage() -> None:
    assert entries(steps(dossier("fixture", LATE))) == entries(steps(dossier("fixture", FINAL)))


def test_the_dossier_of_a_day_holds_what_a_build_of_that_day_does() -> None:
    for there, _ in dossiers_by_day(dossier("fixture", FINAL)):
        whole = dossier("fixture", there.as_of.isoformat())
        assert {id_: as_read(one) for id_, one in there.facts.items()} == {
            id_: as_read(one) for id_, one in whole.facts.items()
        }
