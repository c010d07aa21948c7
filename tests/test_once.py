"""What follows from one slip of the facts is told once, where the slip was made."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

from generator.check import check
from tests.conftest import TINY

Write = Callable[..., Path]

TALKS = """
    title: Talks at the {place}
    form: meeting
    date: {{value: 2031-03-09, witnesses: [courier-0310#met]}}
    delegations:
      norland:
        ada-reed: {{person: ada-reed, attendance: present, witnesses: [courier-0310#warden]}}
    """
CLAIM = """
    title: The arch
    about: mill-talks-2031-03
    positions:
    {first}promised: {{by: norland, says: it was promised, witnesses: [office-0312#hold]}}
    {first}nothing: {{by: sudland, says: nothing was, witnesses: [post-0602#none]}}
    """
TOLL = """
    title: Toll at the ford
    issuer: norland-bridge-office
    in-force:
      {value}witnesses: [office-0312#toll]
    """
POINT = """
    text: The toll at the ford is {{ state("ford-toll.in-force") }}.
    rests: [ford-toll.in-force]
    order: 20
    """
SOURCE = """
    publisher: The Courier
    title: Carts, {day}
    url: https://courier.example/{day}
    published: {day}
    retrieved: 2031-07-01
    kind: newspaper
    origin: own
    quotes:
      carts: {{text: "In February 2031 the bridge carried 1,240 carts."}}
    """


def told(root: Path) -> list[tuple[str, str, int]]:
    found = check(root).diagnostics
    ignored = ("unused-source", "words-not-in-quotation")
    return [
        (one.code, one.span.file.path.removeprefix("content/"), one.span.line)
        for one in found
        if one.code not in ignored
    ]


def test_a_person_of_the_wrong_side_is_told_once_for_all_rounds(briefing: Write) -> None:
    person = TINY["people/ada-reed.yaml"].replace("party: norland", "party: sudland")
    rounds = {f"rounds/{at}.yaml": TALKS.format(place=at) for at in ("ford", "ferry")}
    found = told(briefing({"people/ada-reed.yaml": person, **rounds}))
    assert [(code, path) for code, path, _ in found] == [
        ("delegate-of-other", "people/ada-reed.yaml")
    ]


@pytest.mark.parametrize(
    ("value", "expected"),
    [("value: 2031-04-01\n      ", []), ("", [("says-nothing", "measures/ford-toll.yaml")])],
)
def test_of_what_says_nothing_no_state_is_missed(
    briefing: Write, value: str, expected: list[tuple[str, str]]
) -> None:
    files = {"measures/ford-toll.yaml": TOLL.format(value=value), "points/ford.yaml": POINT}
    assert [(code, path) for code, path, _ in told(briefing(files))] == expected


def test_a_reason_for_what_is_lost_is_told_with_it(briefing: Write) -> None:
    reason = TOLL.format(value="inferred: the page is of that day\n      ")
    (found,) = check(briefing({"measures/ford-toll.yaml": reason})).diagnostics
    assert found.code == "says-nothing"
    assert "add `value`, for which" in found.help


def test_a_claim_that_lost_what_it_claims_is_told_itself(briefing: Write) -> None:
    point = "{text: '{{ fact(\"arch\") }}', rests: [arch], order: 20}"
    files = {"claims/arch.yaml": "title: The arch\nabout: bridge-toll", "points/it.yaml": point}
    found = [(code, path) for code, path, _ in told(briefing(files))]
    assert found == [("says-nothing", "claims/arch.yaml")]


def test_an_origin_that_is_none_is_no_relay(briefing: Write) -> None:
    text = TINY["sources/office-0312.yaml"].replace("origin: own", "origin: onw")
    found = check(briefing({"sources/office-0312.yaml": text})).diagnostics
    assert [one.code for one in found] == ["dangling-ref"]


def test_a_quotation_that_is_missing_is_offered_by_its_own_key(briefing: Write) -> None:
    claim = "{title: Carts, says: Many crossed, witnesses: [courier-0310#cart]}"
    (found,) = check(briefing({"claims/many.yaml": claim})).diagnostics
    assert found.help == "did you mean `courier-0310#carts`? otherwise add `cart` there"


@pytest.mark.parametrize("day", ["2031-06-02", "0231-06-24"])
def test_an_edition_before_most_of_its_sources_is_told_itself(briefing: Write, day: str) -> None:
    days = [f"2031-06-{day:02}" for day in range(3, 26)]
    sources = {f"sources/c{day[-2:]}.yaml": SOURCE.format(day=day) for day in days}
    witnesses = ", ".join(f"c{day[-2:]}#carts" for day in days)
    claim = f"title: Carts\nsays: 1,240 carts crossed\nwitnesses: [{witnesses}]"
    edition = TINY["briefing.yaml"].replace("as_of: 2031-06-24", f"as_of: {day}")
    files = {"briefing.yaml": edition, "claims/carts-crossed.yaml": claim, **sources}
    dated = ("after-edition", "day-far-off")
    found = [one for one in told(briefing(files)) if one[0] in dated]
    assert [path for _, path, _ in found] == ["briefing.yaml"]


def test_a_witness_in_the_place_of_another_is_told_once_for_all_that_it_lacks(
    briefing: Write,
) -> None:
    source = (
        SOURCE.format(day="2031-06-03").rstrip() + '\n      toll: {text: "The toll is 2 pence."}\n'
    )
    claim = """
        title: Carts of a month
        value: "1240"
        unit: carts
        period: 2031-02
        says: in February 2031 there were 1,240
        witnesses: [c03#toll]
        """
    files = {"sources/c03.yaml": source, "claims/carts-of-a-month.yaml": claim}
    (found,) = check(briefing(files)).diagnostics
    assert (found.code, found.span.text) == ("value-not-in-quotation", "c03#toll")
    assert found.help == "name the witness `c03#carts` in its place, or beside it"


def test_a_day_that_its_witnesses_came_before_is_not_also_after_its_end(briefing: Write) -> None:
    talks = TALKS.format(place="ford").replace(
        "{value: 2031-03-09, witnesses: [courier-0310#met]}",
        "{value: 2031-09-03, witnesses: [courier-0310]}",
    )
    end = "    last-day: {value: 2031-03-10, witnesses: [office-0312]}\n"
    (found,) = check(briefing({"rounds/ford.yaml": talks.rstrip() + "\n" + end})).diagnostics
    assert (found.code, found.span.text) == ("witness-before-fact", "courier-0310#warden")


@pytest.mark.parametrize(
    ("person", "code"),
    [("ada-reed", []), ("tom-lea", ["delegate-misnamed"]), ("ada-red", ["dangling-ref"])],
)
def test_a_delegate_who_is_another_is_told_once(
    briefing: Write, person: str, code: list[str]
) -> None:
    talks = TALKS.format(place="ford").replace("Talks at the ford", "Ada Reed at the ford")
    files = {
        "people/tom-lea.yaml": "name: {en: Tom Lea}\nparty: sudland",
        "people/mary-vale.yaml": "name: {en: Mary Vale}",
        "rounds/ford.yaml": talks.replace("person: ada-reed", f"person: {person}"),
    }
    found = [one for one in told(briefing(files)) if one[0] != "unused-record"]
    assert [name for name, _, _ in found] == code


MEASURE = """\
title: Toll on carts
issuer: norland-bridge-office
acts:
  raises:
    label: What was raised
    does: amend
    target: bridge-toll
    from: 2031-04-01
    value: 2
    unit: pence
    witnesses: [office-0312#toll]
reach:
  label: Carts that pay
  words: The toll is two pence
  witnesses: [office-0312#toll]
"""


def test_a_value_beside_positions_is_told_once(briefing: Write) -> None:
    claim = TINY["claims/arch-promise.yaml"].rstrip() + "\n        value: 12\n"
    found = told(briefing({"claims/arch-promise.yaml": claim}))
    assert [code for code, _, _ in found] == ["shadowed-key"]


def test_a_value_that_runs_on_to_what_is_no_item_is_told_once(briefing: Write) -> None:
    talks = (
        "title: Talks\nform: meeting\n- # as the Courier has it\n"
        "date: {value: 2031-03-09, witnesses: [courier-0310#met]}\n"
    )
    found = told(briefing({"rounds/talks.yaml": talks}))
    assert [(code, line) for code, _, line in found] == [("yaml-syntax", 3)]


def test_positions_that_slip_out_of_a_statement_are_told_once(briefing: Write) -> None:
    claim = """
        asks: Was the arch mended?
        value: 2031-03-09
        witnesses: [courier-0310#met]
        crowd:
          label: Who saw it
        positions:
          one: {by: norland, words: promised, witnesses: [office-0312#hold]}
          two: {by: sudland, words: nothing, witnesses: [post-0602#none]}
        """
    found = told(briefing({"claims/arch.yaml": claim}))
    assert [(code, line) for code, _, line in found] == [("says-nothing", 4)]


def test_a_scale_that_a_series_has_lost_is_told_at_its_unit(briefing: Write) -> None:
    source = SOURCE.format(day="2031-03-10").replace(
        "In February 2031 the bridge carried 1,240 carts.",
        "Tolls of $2 billion, $3 billion, $4 billion and 5 carts",
    )
    points = ", ".join(
        f"{year}: {{value: {value}, witnesses: [tolls#carts]}}"
        for year, value in zip(range(2027, 2031), (2, 3, 4, 5), strict=True)
    )
    series = f"title: Tolls\nreporter: courier\nunit: USD\npoints: {{{points}}}\n"
    files = {"sources/tolls.yaml": source, "series/toll-income.yaml": series}
    found = told(briefing(files))
    assert [(code, line) for code, _, line in found] == [("unit-not-in-quotation", 3)]


TABLE = """
    publisher: Norland Bridge Office
    title: Salt by year
    published: 2031-04-01
    retrieved: 2031-07-01
    kind: official text
    form: copy
    text_of: norland-bridge-office
    origin: own
    tables:
      salt:
        title: Salt by year
        licence: public domain
        columns: {load: Load, in-2030: "2030", unit: Unit}
        rows:
          rock: [Rock, 310, t REO]
          fine: [Fine, 12, USD/kg]
          sea: [Sea, 7, "-"]
    """


@pytest.mark.parametrize(
    ("row", "value", "unit", "is_told"),
    [
        ("rock", "310", "t", False),
        ("rock", "310", "kg", True),
        ("rock", "310", "USD bn", True),
        ("fine", "12", "USD per kg", False),
        ("fine", "12", "USD/kg", False),
        ("fine", "12", "CNY per kg", True),
        ("sea", "7", "kg", False),
    ],
)
def test_a_cell_counts_in_the_unit_of_its_row(
    briefing: Write, row: str, value: str, unit: str, is_told: bool
) -> None:
    point = f"2030: {{value: {value}, witnesses: [salt-book#salt/{row}/in-2030]}}"
    series = f"title: Salt\nreporter: courier\nunit: {unit}\npoints: {{{point}}}\n"
    found = told(briefing({"sources/salt-book.yaml": TABLE, "series/salt.yaml": series}))
    assert [(code, line) for code, _, line in found] == [("unit-not-in-quotation", 3)] * is_told


@pytest.mark.parametrize("key", ["unti", "unikg"])
def test_a_unit_with_another_key_is_told_at_the_key(briefing: Write, key: str) -> None:
    point = "2030: {value: 310, witnesses: [salt-book#salt/rock/in-2030]}"
    series = f"title: Salt\nreporter: courier\n{key}: t\npoints: {{{point}}}\n"
    found = told(briefing({"sources/salt-book.yaml": TABLE, "series/salt.yaml": series}))
    assert [(code, line) for code, _, line in found] == [("unknown-key", 3)]


ACTS = """
    title: Notice
    issuer: {issuer}
    acts:
      first: {{does: suspend, party: {party}, target: [bridge-toll, ford-toll], from: 2031-04-01,
        witnesses: [office-0312#toll], inferred: {{from: the notice is of that day}}}}
      second: {{does: suspend, party: norland, target: ford-toll, from: 2031-05-01,
        witnesses: [office-0312#toll], inferred: {{from: the notice is of that day}}}}
    """
FORD = """
    title: Toll at the ford
    issuer: norland-bridge-office
    in-force: {value: 2031-03-01, witnesses: [office-0312#toll], inferred: the notice is of then}
    """


@pytest.mark.parametrize(
    ("party", "of", "expected"),
    [
        ("norland", "norland", []),
        ("norlnad", "norland", [("dangling-ref", "measures/notice.yaml")]),
        ("norland-bridge-office", "norland", [("dangling-ref", "measures/notice.yaml")]),
        ("sudland", "norland", [("act-of-other", "measures/notice.yaml")]),
        ("norland", "sudland", [("act-of-other", "bodies/norland-bridge-office.yaml")]),
        ("norland", "sudlnad", [("dangling-ref", "bodies/norland-bridge-office.yaml")]),
    ],
)
def test_a_wrong_side_is_told_once_where_it_is_written(
    briefing: Write, party: str, of: str, expected: list[tuple[str, str]]
) -> None:
    body = TINY["bodies/norland-bridge-office.yaml"].replace("of: norland", f"of: {of}")
    files = {
        "measures/notice.yaml": ACTS.format(issuer="[]", party=party),
        "measures/ford-toll.yaml": FORD,
        "bodies/norland-bridge-office.yaml": body,
    }
    found = [(code, path) for code, path, _ in told(briefing(files))]
    assert [one for one in found if one[0] in ("act-of-other", "dangling-ref")] == expected


def test_figures_of_one_wrong_figure_are_told_at_it(briefing: Write) -> None:
    source = SOURCE.format(day="2031-06-03").replace("1,240 carts", "1,240, 620 and 2,480 carts")
    points = (
        "2031-01: {value: 620, inferred: so, witnesses: [c#carts]}, "
        "2031-02: {value: 1240, witnesses: [c#carts]}, "
        "half: {value: 601, recompute: 2031-02 / 2, inferred: so, witnesses: [c#carts]}, "
        "twice: {value: 2501, recompute: 2031-02 * 2, inferred: so, witnesses: [c#carts]}"
    )
    series = f"title: Crossings\nreporter: courier\nunit: carts\npoints: {{{points}}}\n"
    (found,) = check(
        briefing({"sources/c.yaml": source, "series/crossings.yaml": series})
    ).diagnostics
    assert (found.code, found.span.text) == ("recompute-differs", "1240")
    assert [one.span.text for one in found.labels] == ["601", "2501"]


def test_delegations_under_each_other_s_side_are_told_once(briefing: Write) -> None:
    talks = """
        title: Talks at the ford
        form: meeting
        date: {value: 2031-03-09, witnesses: [courier-0310#met]}
        delegations:
          norland: {tom-hale: {person: tom-hale, attendance: present, witnesses: [post-0602]}}
          sudland: {ada-reed: {person: ada-reed, attendance: present, witnesses: [post-0602]}}
        """
    hale = "name: {en: Tom Hale}\nparty: sudland\n"
    files = {"rounds/ford-talks.yaml": talks, "people/tom-hale.yaml": hale}
    found = [one for one in told(briefing(files)) if one[0] == "delegate-of-other"]
    assert [path for _, path, _ in found] == ["rounds/ford-talks.yaml"]


def test_a_key_that_a_tab_indents_is_not_missed(briefing: Write) -> None:
    talks = (
        "title: Talks at the ford\nform: meeting\ndate:\n  value: 2031-03-09\n"
        "  witnesses: [courier-0310#met]\n  reading:\n    text: >-\n      The words are not a\n"
        "      report's.\n\ton: 2031-06-24\n"
    )
    found = told(briefing({"rounds/ford-talks.yaml": talks}))
    assert [(code, line) for code, _, line in found] == [("tab", 10)]


COUNTED = """
    title: Boats under the bridge
    reporter: norland-bridge-office
    unit: carts
    points:
      {first}: {{value: "1240", witnesses: [courier-0310#carts]}}
      2031-01: {{value: "1198", inferred: guessed, witnesses: [courier-0310#carts]}}
      2031-both: {{compute: 2031-02 + 2031-01}}
      2031-share:
        value: "50.9"
        unit: "%"
        inferred: guessed
        recompute: 2031-02 / 2031-both
        witnesses: [courier-0310#carts]
    """


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        ("2031-02", []),
        # What names the key misses it: either is told where the key itself is not.
        ("2031-03", ["dangling-ref"]),
        ("2032-02", ["witness-before-fact"]),
        # Which of the two the share is computed from is not known.
        ("2031-01", ["duplicate-key"]),
    ],
)
def test_a_wrong_key_of_a_figure_is_told_once(
    briefing: Write, first: str, expected: list[str]
) -> None:
    found = told(briefing({"series/boats.yaml": COUNTED.format(first=first)}))
    assert [code for code, _, _ in found] == expected


@pytest.mark.parametrize(
    ("key", "formula", "expected"),
    [
        ("2031-03", "2031-02 + 1", []),
        # What needs a formula that needs itself has no result either.
        ("2031-03", "2031-03 + 1", [("formula-without-result", 6)]),
        ("2031-03", "2031-04 + 1", [("formula-without-result", 6)]),
        # A key that stands twice joins a value and a formula.
        ("2031-02", "2031-01 + 1", [("duplicate-key", 6)]),
    ],
)
def test_a_formula_that_leads_nowhere_is_told_once(
    briefing: Write, key: str, formula: str, expected: list[tuple[str, int]]
) -> None:
    series = f"""\
title: Boats under the bridge
reporter: norland-bridge-office
unit: carts
points:
  2031-02: {{value: "1240", witnesses: [courier-0310#carts]}}
  {key}: {{compute: {formula}}}
  2031-04: {{compute: 2031-03 / 2031-02}}
"""
    found = told(briefing({"series/boats.yaml": series}))
    assert [(code, line) for code, _, line in found] == expected


ENDED = """
    title: Pact of the ford
    parties: [norland, sudland]
    in-force: {value: 2031-03-09, witnesses: [office-0312#met]}
    acts:
      ends: {does: end, target: bridge-toll, from: FIRST, witnesses: [office-0312#toll]}
      holds: {does: suspend, target: bridge-toll, from: SECOND, witnesses: [office-0312#toll]}
    """


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        # What ends on a day cannot rest from that day on.
        ("2031-04-01", "2031-04-01", ["act-in-vain"]),
        ("2031-04-01", "2031-04-02", ["value-not-in-quotation"]),
    ],
)
def test_an_act_in_vain_is_told_unless_its_day_is_wrong(
    briefing: Write, first: str, second: str, expected: list[str]
) -> None:
    text = ENDED.replace("FIRST", first).replace("SECOND", second)
    found = told(briefing({"agreements/ford.yaml": text}))
    assert [code for code, _, _ in found] == expected


@pytest.mark.parametrize(("key", "labels"), [("met", 1), ("carts", 3)])
def test_words_pasted_over_others_are_told_once_with_all_that_rests_on_them(
    briefing: Write, key: str, labels: int
) -> None:
    """The other quotation, and what takes something from the two and has no other witness."""
    text = TINY["sources/courier-0310.yaml"]
    lines = {one.split(":")[0].strip(): one for one in text.split("\n") if "{text:" in one}
    pasted = text.replace(lines[key].partition("{")[2], lines["warden"].partition("{")[2])
    found = check(briefing({"sources/courier-0310.yaml": pasted})).diagnostics
    assert [one.code for one in found] == ["same-quotation"]
    assert len(found[0].labels) == labels


def test_an_act_upon_one_in_vain_is_not_told_too(briefing: Write) -> None:
    text = ENDED.replace("FIRST", "2031-04-01").replace("SECOND", "2031-04-01")
    more = "{does: extend, target: ford.acts.holds, for: 90 days, inferred: {for: as agreed}, "
    text = (
        f"{text.rstrip()}\n      longer: {more}from: 2031-04-01, witnesses: [office-0312#toll]}}\n"
    )
    (found,) = check(briefing({"agreements/ford.yaml": text})).diagnostics
    assert (found.code, found.span.text) == ("act-in-vain", "bridge-toll")


@pytest.mark.parametrize(
    ("second", "expected"),
    [("2031-04-01", []), ("2031-05-02", [6]), ("2031-03-30", [5])],
)
def test_what_has_ended_is_not_ended_again(
    briefing: Write, second: str, expected: list[int]
) -> None:
    """Of two acts that end something the later one is told."""
    text = ENDED.replace("FIRST", "2031-04-01").replace("does: suspend", "does: lift")
    reason = f"from: {second}, inferred: {{from: as agreed}}"
    files = {"agreements/ford.yaml": text.replace("from: SECOND", reason)}
    found = check(briefing(files)).diagnostics
    assert [(one.code, one.span.line) for one in found] == [("act-in-vain", at) for at in expected]


@pytest.mark.parametrize(
    ("target", "toll", "expected"),
    [
        ("bridge-toll", "", ["act-in-vain"]),
        # What is extended is the suspension, or what has an end of its own.
        ("pact.acts.one", "", []),
        ("bridge-toll", "until: 2031-12-01, ", []),
    ],
)
def test_what_is_suspended_and_has_no_end_is_not_extended(
    briefing: Write, target: str, toll: str, expected: list[str]
) -> None:
    rests = "witnesses: [office-0312#toll]"
    held = f"{{does: suspend, target: bridge-toll, from: 2031-04-01, {rests}}}"
    longer = (
        f"{{does: extend, target: {target}, from: 2031-04-01, until: 2032-04-01, "
        f"inferred: {{until: as agreed}}, {rests}}}"
    )
    text = f"title: Pact\nparties: [norland, sudland]\nacts:\n  one: {held}\n  two: {longer}\n"
    day = "in-force: {value: 2031-04-01, "
    reason = "inferred: {until: as agreed}, " if toll else ""
    measure = TINY["measures/bridge-toll.yaml"].replace(day, f"{day}{toll}{reason}")
    files = {"agreements/pact.yaml": text, "measures/bridge-toll.yaml": measure}
    assert [one.code for one in check(briefing(files)).diagnostics] == expected


def test_an_act_that_ends_too_early_is_told_once(briefing: Write) -> None:
    """With a single act after it that act is told, which may have been meant for another."""
    held = "{does: suspend, target: bridge-toll, from: 2031-04-01, witnesses: [office-0312#toll]}"
    ends = "{does: end, target: bridge-toll, from: 2031-03-09, witnesses: [office-0312#met]}"
    text = f"title: Pact\nparties: [norland, sudland]\nacts:\n  ends: {ends}\n  one: {held}\n"
    (single,) = check(briefing({"agreements/pact.yaml": text})).diagnostics
    assert (single.code, single.span.line, single.labels) == ("act-in-vain", 5, ())
    several = check(briefing({"agreements/pact.yaml": f"{text}  other: {held}\n"})).diagnostics
    (found,) = several
    assert (found.code, found.span.line, len(found.labels)) == ("act-in-vain", 4, 3)
    # Another that ends something on that day ends nothing of what they act upon.
    rate = ends.replace("bridge-toll", "bridge-toll.parts.rate")
    (found,) = check(
        briefing({"agreements/pact.yaml": f"{text}  other: {held}\n  rate: {rate}\n"})
    ).diagnostics
    assert (found.code, found.span.line) == ("act-in-vain", 4)


PARTED = """
    title: Toll at the ford
    issuer: norland-bridge-office
    traffic:
      label: Carts in February
      value: 1240
    hold:
      label: How the arch is held
      words: stands by itself
      witnesses: [courier-carts#carts]
    """


def test_a_statement_amid_another_without_its_own_witnesses(briefing: Write) -> None:
    # What the one says is in the quotation of the other, which has nothing of its own.
    files = {
        "measures/ford-toll.yaml": PARTED,
        "sources/courier-carts.yaml": SOURCE.format(day="2031-03-02"),
    }
    found = check(briefing(files)).diagnostics
    assert [(one.code, one.span.line) for one in found] == [("block-between", 6)]


def test_a_statement_amid_another_whose_persons_nobody_named(briefing: Write) -> None:
    crossed = "people: [ada-reed]\n      inferred: {label: 'the \"noisy\" ones'}"
    files = {
        "measures/ford-toll.yaml": PARTED.replace("words: stands by itself", crossed),
        "sources/courier-carts.yaml": SOURCE.format(day="2031-03-02"),
    }
    found = check(briefing(files)).diagnostics
    assert [(one.code, one.span.line) for one in found] == [("block-between", 6)]


@pytest.mark.parametrize(
    "slips",
    [
        # The second is misspelt, or of another place of the same sentence.
        (("words: stands by itself", "words: bridge carryed"),),
        (("words: stands by itself", "value: 3"),),
        # The first is not in the quotation of the second.
        (("value: 1240", "value: 1241"),),
        (("words: stands by itself", "words: carried"), ("value: 1240", "value: 1240\n  unit: t")),
    ],
)
def test_two_that_lack_something_each_are_told_both(
    briefing: Write, slips: tuple[tuple[str, str], ...]
) -> None:
    text = dedent(PARTED)
    for old, new in slips:
        text = text.replace(old, new)
    source = SOURCE.format(day="2031-03-02")
    files = {"measures/ford-toll.yaml": text, "sources/courier-carts.yaml": source}
    found = [one.code for one in check(briefing(files)).diagnostics]
    assert "value-without-witness" in found and "block-between" not in found


@pytest.mark.parametrize(
    "text",
    [
        "quotes:\n  carts:\n    text: x\n",
        "person:\n  name: {en: Tom Hale}\n  party: norland\n",
        "---\nperson:\n  name: {en: Tom Hale}\n  party: norland\n",
        '"hold":\n  words: stands\n  witnesses: [courier-0310#carts]\ntitle: Toll\nvalue: 12\n',
        dedent(PARTED).replace("hold:", "'2031-03':"),
        dedent(PARTED).replace("hold:", "hold: &a"),
    ],
)
def test_odd_blocks_are_told_and_never_crash(briefing: Write, text: str) -> None:
    assert check(briefing({"people/tom-hale.yaml": text})).diagnostics
    assert check(briefing({"claims/odd.yaml": text})).diagnostics


def test_whose_own_side_is_empty_is_no_delegate_of_the_other(briefing: Write) -> None:
    text = (
        "title: Talks at the ford\nform: meeting\n"
        "date: {value: 2031-03-09, witnesses: [courier-0310#met]}\n"
        "delegations:\n  norland:\n  sudland:\n"
        "    ada-reed: {person: ada-reed, attendance: present, witnesses: [courier-0310#warden]}\n"
    )
    assert told(briefing({"rounds/ford.yaml": text})) == [("wrong-value", "rounds/ford.yaml", 5)]


def test_an_answer_beside_the_only_position_is_told_once(briefing: Write) -> None:
    claim = (
        "title: The toll\nby: norland\nwords: The toll is 2 pence\n"
        "positions:\n  sudland:\n    by: sudland\n    says: There is none\n"
        "    witnesses: [post-0602]\nwitnesses: [office-0312#toll]\n"
    )
    found = told(briefing({"claims/toll.yaml": claim}))
    assert [one for one in found if one[1] == "claims/toll.yaml"] == [
        ("one-position", "claims/toll.yaml", 2)
    ]


@pytest.mark.parametrize(
    ("missing", "is_open"),
    [("courier-031", True), ("courier-0301", True), ("couriers-0310", False)],
)
def test_a_source_that_is_to_come_is_not_only_taken_for_a_slip(
    briefing: Write, missing: str, is_open: bool
) -> None:
    person = TINY["people/ada-reed.yaml"].replace("courier-0310", missing)
    found = check(briefing({"people/ada-reed.yaml": person})).diagnostics
    (given,) = (one.help for one in found if one.code == "dangling-ref")
    new = (
        f" otherwise add content/sources/{missing}.yaml; `briefing new source {missing}` begins it"
    )
    assert given == f"did you mean `courier-0310`?{new if is_open else ''}"


@pytest.mark.parametrize(
    ("own", "other", "said"),
    [
        ("value: 2", "", "`a` is the only position"),
        ("value: 2", "value: 2, ", "`a` is the only position"),
        ("value: 2", "value: 3, ", "`a` is the only position, and `value` stands beside"),
        ("attendance: present", "attendance: absent, ", "`a` is the only position, and `attend"),
    ],
)
def test_only_another_answer_beside_a_position_is_one(
    briefing: Write, own: str, other: str, said: str
) -> None:
    claim = (
        f"title: The toll\n{own}\nunit: pence\n"
        f"positions:\n  a: {{{other}by: norland, witnesses: [office-0312#toll]}}\n"
    )
    found = check(briefing({"claims/toll.yaml": claim})).diagnostics
    (alone,) = (one for one in found if one.code == "one-position")
    assert alone.message.startswith(said)
    assert said.endswith("position") == (alone.message == said)


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("norland", []),
        ("norlan", ["position-misnamed"]),
        ("norlnad", ["position-misnamed"]),
        # The id of somebody else.
        ("ada-reed", ["position-misnamed"]),
        # Another word, and a number more.
        ("north", []),
        ("norland-2", []),
    ],
)
def test_a_position_is_called_as_who_holds_it_or_otherwise(
    briefing: Write, key: str, expected: list[str]
) -> None:
    claim = TINY["claims/arch-promise.yaml"].replace("promised:", f"{key}:", 1)
    found = check(briefing({"claims/arch-promise.yaml": claim})).diagnostics
    assert [one.code for one in found] == expected


@pytest.mark.parametrize(
    ("other", "is_told"),
    [
        ("b: {by: sudland, says: No, witnesses: [post-0602#none]}", True),
        ("said: {value: 2031-06-02, witnesses: [post-0602]}", False),
        ("see: [bridge-toll]", False),
    ],
)
def test_the_next_key_may_be_the_other_position(briefing: Write, other: str, is_told: bool) -> None:
    claim = (
        "asks: Is it so?\npositions:\n"
        f"  a: {{by: norland, says: Yes, witnesses: [office-0312#toll]}}\n{other}\n"
    )
    found = check(briefing({"claims/toll.yaml": claim})).diagnostics
    (alone,) = (one for one in found if one.code == "one-position")
    assert [label.span.line for label in alone.labels] == [4] * is_told


@pytest.mark.parametrize(
    ("name", "helps"),
    [
        ("{en: Oak, fr: Chene}", ["add `seen: [SOURCE]` beside it"]),
        ("{en: Oak, fr: Chene, seen: [courier-0310]}", []),
        ("{en: Oak, fr: Chene, sen: courier-0310}", ["did you mean `seen`?"]),
        ("{en: Oak, en-GB: Oak tree}", []),
        ("{en: Oak, fr: Chene}\nseen: [courier-0310]", []),
    ],
)
def test_a_form_that_no_source_prints(briefing: Write, name: str, helps: list[str]) -> None:
    found = check(briefing({"materials/oak.yaml": f"name: {name}\n"})).diagnostics
    assert [one.help for one in found if one.code == "form-unseen"] == helps


@pytest.mark.parametrize("quotes", ["“”", "‘’", "「」"])
def test_quotes_that_hold_nothing_together_are_told_as_such(briefing: Write, quotes: str) -> None:
    begin, end = quotes
    claim = (
        f"title: {begin}The toll: none{end}\nby: norland\nsays: x\nwitnesses: [office-0312#toll]\n"
    )
    (found,) = check(briefing({"claims/toll.yaml": claim})).diagnostics
    assert (found.code, found.help.partition(":")[0]) == (
        "yaml-syntax",
        "put the text in straight quotes",
    )
    person = TINY["people/ada-reed.yaml"].replace("norland\n", f"{begin}norland{end}\n", 1)
    fixed = claim.replace(begin, "'").replace(end, "'")
    files = {"claims/toll.yaml": fixed, "people/ada-reed.yaml": person}
    (found,) = check(briefing(files)).diagnostics
    assert (found.code, found.help) == ("wrong-value", "write `norland`")


def test_a_key_that_no_place_names_is_told_where_it_is_misspelt(briefing: Write) -> None:
    source = TINY["sources/courier-0310.yaml"].replace("  carts:", "  cart:")
    (found,) = check(briefing({"sources/courier-0310.yaml": source})).diagnostics
    assert (found.code, found.span.text) == ("dangling-ref", "cart")
    assert found.message == (
        "2 places name the quotation `carts` of `courier-0310`, and none `cart`"
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("carried 1,240 carts or more", ['write `">=1240"`']),
        ("carried 1,240 or fewer", ['write `"<=1240"`']),
        ("carried 1,240 carts", []),
        ("carried 1,240 or moreover none", []),
        ("carried 1,240 carts, or more than half", []),
        ("carried 1,240 carts more or less", []),
        ("carried 1,240 carts or less often boats", []),
        ("对1240项商品加征关税以上述清单为准", []),
        ("对1240项以上的商品", ['write `">=1240"`']),
    ],
)
def test_a_bound_behind_a_number_is_one(briefing: Write, text: str, told: list[str]) -> None:
    source = TINY["sources/courier-0310.yaml"].replace("carried 1,240 carts", text)
    found = check(briefing({"sources/courier-0310.yaml": source})).diagnostics
    helps = [one.help.partition(",")[0] for one in found if one.code == "bound-lost"]
    assert helps == told


@pytest.mark.parametrize(
    ("unit", "helps"),
    [
        ("percent", ['write `"%"`']),
        ("percentage points", ["write `pp`"]),
        ('"%"', []),
        ("points", []),
    ],
)
def test_a_unit_in_another_spelling(briefing: Write, unit: str, helps: list[str]) -> None:
    claim = f"title: Share\nvalue: 2\nunit: {unit}\nwitnesses: [office-0312]\n"
    found = check(briefing({"claims/share.yaml": claim})).diagnostics
    assert [one.help for one in found if one.code == "percent-or-points"] == helps


def test_a_neighbour_is_not_blamed_for_what_is_missing(briefing: Write) -> None:
    texts = {
        f"pages/{name}.md": '# A\n\n{{ fact("carts.points.2031-03") }}\n' for name in ("one", "two")
    }
    found = [one for one in check(briefing(texts)).diagnostics if one.code == "dangling-ref"]
    assert [one.span.file.path for one in found] == ["content/pages/one.md"]


def test_an_end_before_its_start_makes_no_title_wrong(briefing: Write) -> None:
    talks = (
        "title: Talks at the mill, March 2031\nform: meeting\n"
        "date: {value: 2031-03-09, witnesses: [courier-0310#met]}\n"
        "last-day: {value: 2030-03-10, inferred: the next day, witnesses: [courier-0310#met]}\n"
    )
    found = told(briefing({"rounds/mill-talks-2031-03.yaml": talks}))
    assert [code for code, _, _ in found] == ["end-before-start"]


@pytest.mark.parametrize(
    ("origin", "helps"),
    [
        ("unkown", "did you mean `unknown`?"),
        (
            "courier-news",
            "did you mean `courier`? otherwise add content/bodies/courier-news.yaml; ",
        ),
        ("qqq", "add content/bodies/qqq.yaml; `briefing new body qqq` begins it"),
    ],
)
def test_an_origin_that_is_none_is_led_to_one(briefing: Write, origin: str, helps: str) -> None:
    source = TINY["sources/courier-0310.yaml"].replace("origin: own", f"origin: {origin}")
    found = check(briefing({"sources/courier-0310.yaml": source})).diagnostics
    (given,) = (one.help for one in found if one.span.text == origin)
    assert given.startswith(helps)


def test_what_stands_below_a_line_that_is_none_is_missed_by_nothing(briefing: Write) -> None:
    talks = (
        "title: Talks at the ford\nform: meeting\ndate:\n  value: 2031-03-09\n"
        '"on Sunday", it\'s what they print\n  witnesses:\n    - courier-0310#met\n'
    )
    found = told(briefing({"rounds/ford.yaml": talks}))
    assert found == [("yaml-syntax", "rounds/ford.yaml", 5)]


def test_a_silent_side_with_several_positions_is_told_once(briefing: Write) -> None:
    claim = """\
asks: Did Norland promise to mend the arch?
positions:
  promised: {by: norland, says: It did, witnesses: [office-0312#hold]}
  denied: {by: ada-reed, says: It did not, witnesses: [courier-0310#warden]}
silent:
  norland: {witnesses: [office-0312]}
"""
    (found,) = check(briefing({"claims/arch.yaml": claim})).diagnostics
    assert found.message == "`norland` is silent, and holds the positions `promised` and `denied`"
    assert [one.message for one in found.labels].count("its position") == 2


def test_a_head_whom_no_quotation_names_is_not_missing_too(briefing: Write) -> None:
    talks = dedent(TINY["rounds/mill-talks-2031-03.yaml"]).strip()
    files = {
        "people/tom-hale.yaml": "{name: {en: Tom Hale}, party: norland}",
        "rounds/mill-talks-2031-03.yaml": f"{talks}\nleads:\n"
        "  norland: {people: [tom-hale], witnesses: [courier-0310#warden]}\n",
    }
    found = told(briefing(files))
    assert [(code, line) for code, _, line in found] == [("person-not-in-quotation", 10)]


def test_a_person_of_the_other_side_holds_no_misnamed_position_too(briefing: Write) -> None:
    talks = dedent(TINY["rounds/mill-talks-2031-03.yaml"]).lstrip("\n")
    claim = """\
asks: Did anybody promise to mend the arch?
positions:
  norland: {by: ada-reed, says: It did, witnesses: [courier-0310#warden]}
  sudland: {by: sudland, says: It did not, witnesses: [office-0312#hold]}
"""
    files = {
        "claims/arch.yaml": claim,
        "people/ada-reed.yaml": dedent(TINY["people/ada-reed.yaml"])
        .lstrip("\n")
        .replace("party: norland", "party: sudland"),
        "rounds/ford-talks-2031-04.yaml": talks.replace("mill, March", "ford, March"),
    }
    codes = [one.code for one in check(briefing(files)).diagnostics]
    assert codes.count("delegate-of-other") == 1
    assert "position-misnamed" not in codes


def test_a_length_and_a_number_of_one_quotation_are_told_together(briefing: Write) -> None:
    source = dedent(TINY["sources/office-0312.yaml"]).lstrip("\n")
    pact = """\
title: Pact
parties: [norland, sudland]
in-force: {value: 2031-03-12, for: 90 days, witnesses: [office-0312#rest]}
length: {label: Length, value: 90, unit: days, witnesses: [office-0312#rest]}
"""
    quotation = '  rest: {text: "From 12 March 2031 the toll rests for 60 days."}\n'
    files = {"sources/office-0312.yaml": source + quotation, "agreements/pact.yaml": pact}
    (found,) = check(briefing(files)).diagnostics
    assert (found.code, found.span.file.path, len(found.labels)) == (
        "value-not-in-quotation",
        "content/sources/office-0312.yaml",
        2,
    )


@pytest.mark.parametrize(
    ("count", "where"), [(1, "claims/arch-1.yaml"), (2, "people/tom-hale.yaml")]
)
def test_a_side_of_who_speaks_is_told_where_several_hang_on_it(
    briefing: Write, count: int, where: str
) -> None:
    claim = """\
title: The arch, {at}
by: tom-hale
says: It stands
witnesses: [office-0312]
silent:
  sudland: {{witnesses: [office-0312]}}
"""
    claims = {f"claims/arch-{at}.yaml": claim.format(at=at) for at in range(1, count + 1)}
    person = {"people/tom-hale.yaml": "{name: {en: Tom Hale}, party: sudland}"}
    (found,) = check(briefing({**claims, **person})).diagnostics
    assert (found.code, found.span.file.path) == ("silent-and-speaks", f"content/{where}")


@pytest.mark.parametrize(
    ("title", "labels"),
    [("What Ada Reed says of the arch", ["the title names `Ada Reed`"]), ("The arch", [])],
)
def test_another_speaker_than_the_title_names_is_told_once(
    briefing: Write, title: str, labels: list[str]
) -> None:
    claim = f"""\
title: {title}
by: tom-hale
says: It stands
witnesses: [office-0312]
silent:
  sudland: {{witnesses: [office-0312]}}
"""
    person = {"people/tom-hale.yaml": "{name: {en: Tom Hale}, party: sudland}"}
    (found,) = check(briefing({"claims/arch.yaml": claim, **person})).diagnostics
    assert (found.code, found.severity.value) == ("silent-and-speaks", "error")
    seen = [one.message for one in found.labels if "title" in one.message]
    assert [one.partition(",")[0] for one in seen] == labels


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        ("2031-01", ("content/sources/courier-0310.yaml", 8, 4)),
        ("2030-12", ("content/series/boats.yaml", 8, 1)),
    ],
)
def test_figures_of_a_source_that_does_not_count_are_told_at_it(
    briefing: Write, figure: str, expected: tuple[str, int, int]
) -> None:
    series = f"""\
title: Boats under the bridge
reporter: norland-bridge-office
unit: carts
points:
  2030-12: {{value: "2", witnesses: [office-0312#toll]}}
  2031-01: {{value: "3.5", witnesses: [courier-0310#carts]}}
  2031-02: {{value: "1240", witnesses: [courier-0310#carts]}}
  half: {{label: half of February, compute: 2031-02 / 2}}
  third: {{label: a third of another, compute: {figure} / 3}}
"""
    quotes = """\
counts: no
why: a summary
quotes:
"""
    source = dedent(TINY["sources/courier-0310.yaml"]).replace("quotes:\n", quotes)
    files = {"series/boats.yaml": series, "sources/courier-0310.yaml": source}
    found = check(briefing(files)).diagnostics
    (one,) = [each for each in found if each.code == "formula-without-result"]
    assert (one.span.file.path, one.span.line, len(one.labels)) == expected


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("people/norland-bridge-office.yaml", "name: Office\nparty: norland\n"),
        ("agreements/norland-bridge-office.yaml", "title: Office\n"),
        ("people/bridge-toll.yaml", "name: Toll\nparty: norland\n"),
        ("agreements/carts.yaml", "title: Carts\n"),
    ],
)
def test_what_mentions_an_id_that_two_files_have_is_not_told(
    briefing: Write, name: str, text: str
) -> None:
    about = "title: Toll\nby: norland\nsays: x\nwitnesses: [office-0312#toll]\nabout: {}\n"
    files = {"claims/toll.yaml": about.format("[bridge-toll.parts.rate, norland-bridge-office]")}
    assert [code for code, _, _ in told(briefing({**files, name: text}))] == ["duplicate-id"]


def test_an_act_upon_its_own_record_is_told_at_that_id_alone(briefing: Write) -> None:
    notice = """\
title: Notice 9
issuer: norland-bridge-office
acts:
  toll:
    does: suspend
    party: norland
    target: [bridge-toll, notice]
    from: 2031-05-01
    inferred: {from: the notice is of that day}
    witnesses: [office-0312#toll]
"""
    found = check(briefing({"measures/notice.yaml": notice})).diagnostics
    assert [(one.code, one.span.text) for one in found] == [("names-itself", "notice")]


def test_a_reason_for_a_key_with_letters_exchanged_is_for_that_key(briefing: Write) -> None:
    notice = """\
title: Notice 9
issuer: norland-bridge-office
acts:
  toll:
    does: suspend
    party: norland
    target: bridge-toll
    from: 2031-04-01
    for: 2 months
    inferred: {form: the notice is of that day, for: so the letter}
    witnesses: [office-0312#toll]
"""
    found = check(briefing({"measures/notice.yaml": notice})).diagnostics
    (one,) = (each for each in found if each.code == "reason-of-nothing")
    assert one.help == "did you mean `from`?"
    assert one.fix and one.fix.replacement == "from"


def test_an_apostrophe_in_quotes_within_brackets_is_to_be_doubled(briefing: Write) -> None:
    claim = "title: Toll\nby: norland\nsays: x\ninferred: {%s}\nwitnesses: [office-0312#toll]\n"
    text = claim % "says: 'the office's own notice of that day'"
    (found,) = check(briefing({"claims/toll.yaml": text})).diagnostics
    assert (found.code, found.span.text) == ("yaml-syntax", "s")
    assert found.help.startswith("inside the text write a quote as `''`")
