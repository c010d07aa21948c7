"""Each line of the status table on its own."""

import pytest

from generator.derive.dossier import Fact, Status
from tests.dossiers import dossier_of, source

PAPER = source("The Post", "2031-03-10", "the toll is 5 pence")
OTHER = source("The Mail", "2031-03-12", "a toll of 5 pence")
RELAY = source("The Echo", "2031-03-13", "5 pence, the Post says", origin="wire")
WIRE = source("The Wire", "2031-03-09", "5 pence")
BLIND = source("A blog", "2031-03-14", "5 pence it is", origin="unknown")
BLIND_2 = source("Another blog", "2031-03-14", "5 pence, they say", origin="unknown")
OFFICIAL = source(
    "Toll Office", "2031-03-11", "The toll shall be 5 pence", form="original", text_of="toll-office"
)
SOURCES = {
    f"sources/{name}.yaml": text
    for name, text in {
        "paper": PAPER,
        "other": OTHER,
        "relay": RELAY,
        "wire-note": WIRE,
        "blind": BLIND,
        "blind-2": BLIND_2,
        "official": OFFICIAL,
    }.items()
}


def fact(statement: str, as_of: str = "2031-06-30", **files: str) -> Fact:
    """The fact of a claim with this text."""
    return dossier_of({**SOURCES, **files, "claims/toll.yaml": statement}, as_of).facts["toll"]


def status(statement: str, as_of: str = "2031-06-30") -> str | None:
    found = fact(statement, as_of).status
    return found.value if found else None


MISPRINT = """
    positions:
      most: {value: 5, witnesses: [paper#q]}
      slip: {value: 6, witnesses: [other#q], rejected: {why: misprint, on: 2031-04-01}}
    """
TWO = """
    positions:
      a: {{value: 5, {}, witnesses: [paper#q]}}
      b: {{value: 5, {}, witnesses: [other#q]}}
    """


@pytest.mark.parametrize(
    ("statement", "day", "expected"),
    [
        pytest.param(
            "value: 5\nwitnesses: [paper#q, other#q]", "2031-03-11", "reported", id="1 later"
        ),
        pytest.param(MISPRINT, "2031-03-31", "disputed", id="2 before it is rejected"),
        pytest.param(
            TWO.format("unit: pence", "unit: crowns"), None, "disputed", id="3 other units"
        ),
        pytest.param(TWO.format("by: stone", "exact: no"), None, "confirmed", id="5 another knows"),
        pytest.param(
            "value: 5\nwitnesses: [paper#q, relay#q]", None, "confirmed", id="6 two origins"
        ),
        pytest.param(
            "value: 5\nwitnesses: [wire-note#q, relay#q]", None, "reported", id="6 a relay"
        ),
        pytest.param("value: 5\nwitnesses: [blind#q, blind-2#q]", None, "reported", id="6 unknown"),
        pytest.param("value: 5\nwitnesses: [paper#q, blind#q]", None, "reported", id="6 one known"),
        pytest.param("value: 5\nwitnesses: [paper#q]", None, "reported", id="8 otherwise"),
    ],
)
def test_status_of_one_statement(statement: str, day: str | None, expected: str) -> None:
    assert status(statement, day or "2031-06-30") == expected


def test_line_1_a_witness_without_quotation_counts_for_nothing() -> None:
    found = fact("{value: 5, unit: pence, witnesses: [paper]}")
    assert found.status is None
    assert found.stances[0].status is None


@pytest.mark.parametrize(
    ("positions", "expected"),
    [
        ("value: 5, by: stone, witnesses: [paper]", ("stone",)),
        ("value: 5, by: stone, witnesses: [paper#q]", ("stone",)),
        (
            "positions: {a: {by: stone, words: x, witnesses: [paper]}, "
            "b: {value: 6, witnesses: [other]}}",
            (),
        ),
        ("value: 5, witnesses: [paper]", ()),
    ],
    ids=["only listed", "counted", "not everybody's", "nobody's"],
)
def test_line_1_whose_word_it_is_stays_where_nothing_counts(
    positions: str, expected: tuple[str, ...]
) -> None:
    assert fact(f"{{{positions}}}").by == expected


def test_line_1_a_position_without_quotation_makes_nothing_disputed() -> None:
    found = fact(
        "positions: {a: {value: 5, witnesses: [paper#q]}, b: {value: 6, witnesses: [other]}}"
    )
    assert found.status is Status.REPORTED
    assert [stance.status for stance in found.stances] == [Status.REPORTED, None]


def test_line_2_a_rejected_position_steps_aside_with_its_reason() -> None:
    found = fact(MISPRINT)
    assert (found.status, found.stances[1].status) == (Status.REPORTED, Status.REJECTED)
    assert found.stances[1].aside and found.stances[1].aside.why == "misprint"


SLIP = """
    positions:
      left: {value: 5, witnesses: [paper]}
      slip: {value: 6, witnesses: [other#q], rejected: {why: misprint, on: 2031-04-01}}
    """


def test_line_2_what_is_left_without_a_quotation_has_no_word_and_is_what_is_told() -> None:
    found = fact(SLIP)
    assert found.status is None
    assert found.chosen.value and found.chosen.value.text == "5"


@pytest.mark.parametrize("day", ["2031-03-20", "2031-04-01", "2031-05-01"])
def test_line_3_of_a_rejected_and_a_withdrawn_one_the_rejected_was_never_held(day: str) -> None:
    gone = f"{SOURCES['sources/paper.yaml']}retracted: {{why: made up, on: {day}}}\n"
    found = dossier_of({**SOURCES, "sources/paper.yaml": gone, "claims/toll.yaml": MISPRINT})
    told = found.facts["toll"]
    assert told.status is Status.RETRACTED
    assert told.chosen.value and told.chosen.value.text == "5"


def test_line_2_until_it_steps_aside_the_one_with_a_quotation_stands() -> None:
    found = fact(SLIP, "2031-03-31")
    assert found.status is Status.REPORTED
    assert found.chosen.value and found.chosen.value.text == "6"


def test_line_2_a_source_that_is_withdrawn_leaves_what_has_no_quotation() -> None:
    gone = f"{OTHER}retracted: {{why: made up, on: 2031-04-01}}\n"
    text = SLIP.replace(", rejected: {why: misprint, on: 2031-04-01}", "")
    found = dossier_of({**SOURCES, "sources/other.yaml": gone, "claims/toll.yaml": text})
    assert found.facts["toll"].status is None
    assert found.facts["toll"].stances[1].status is Status.RETRACTED


@pytest.mark.parametrize(
    ("positions", "expected"),
    [
        ("a: {value: 5, witnesses: [paper]}, b: {value: 6, witnesses: [other]}", ["a", "b"]),
        ("a: {value: 5.0, witnesses: [paper]}, b: {value: 5, witnesses: [other]}", []),
        ("a: {value: 5, witnesses: [paper#q]}, b: {value: 6, witnesses: [other]}", []),
        ("a: {value: 5, witnesses: [paper#q]}, b: {value: 6, witnesses: [other#q]}", ["a", "b"]),
    ],
    ids=["none with a quotation", "they agree", "one with a quotation", "a dispute"],
)
def test_none_wins_where_none_has_a_quotation_or_several_do(
    positions: str, expected: list[str]
) -> None:
    found = fact(f"{{positions: {{{positions}}}}}")
    assert [stance.key for stance in found.rivals] == expected
    assert (found.status is Status.DISPUTED) == ("other#q" in positions)


@pytest.mark.parametrize("word", ["superseded", "retracted"])
def test_line_3_none_left_takes_the_last_word_in_time(word: str) -> None:
    text = f"""
        positions:
          a: {{value: 5, witnesses: [paper#q], rejected: {{why: misprint, on: 2031-04-01}}}}
          b: {{value: 6, witnesses: [other#q], {word}: {{why: mended, by: toll, on: 2031-05-01}}}}
        """
    assert status(text) == word


def test_line_3_positions_that_do_not_agree_are_disputed_each_with_its_own_word() -> None:
    found = fact(
        "positions: {a: {value: 5, witnesses: [paper#q, other#q]}, "
        "b: {value: 6, by: stone, witnesses: [wire-note#q]}}"
    )
    assert found.status is Status.DISPUTED
    assert [stance.status for stance in found.stances] == [Status.CONFIRMED, Status.CLAIMED]


MEASURE = (
    "{title: Toll, issuer: toll-office, parts: {rate: {value: 5, unit: pence, witnesses: [%s]}}}"
)


TRANSLATED = source(
    "A site", "2031-03-11", "shall be 5 pence", form="translation", text_of="toll-office"
)
MORE = {
    "sources/translated.yaml": TRANSLATED,
    "sources/again.yaml": TRANSLATED.replace("A site", "Another site"),
    "sources/carried.yaml": source("The Post", "2031-03-10", "5 pence", origin="toll-office"),
}


@pytest.mark.parametrize(
    ("issuer", "witnesses", "expected"),
    [
        # Line 4: the actor's own text confirms what it did, and not what another did.
        ("toll-office", "official#q", Status.CONFIRMED),
        ("south-office", "official#q", Status.REPORTED),
        # Line 7: a translation relays its author, and two of them are one origin.
        ("toll-office", "translated#q", Status.RELAYED),
        ("toll-office", "translated#q, again#q", Status.RELAYED),
        ("toll-office", "translated#q, paper#q", Status.CONFIRMED),
        # Line 7: an authority's figure that others print is relayed.
        ("toll-office", "carried#q", Status.RELAYED),
        ("toll-office", "carried#q, blind#q", Status.RELAYED),
        ("toll-office", "carried#q, other#q", Status.CONFIRMED),
    ],
)
def test_lines_4_and_7_of_an_authoritys_act(issuer: str, witnesses: str, expected: Status) -> None:
    measure = MEASURE.replace("toll-office", issuer) % witnesses
    found = dossier_of({**SOURCES, **MORE, "measures/toll.yaml": measure})
    assert found.facts["toll.parts.rate"].status is expected


def text_of(side: str, form: str = "copy") -> str:
    return source("A site", "2031-03-11", "in force on 1 May", form=form, text_of=side)


@pytest.mark.parametrize(
    ("texts", "expected", "by"),
    [
        ([text_of("[north, south]")], Status.CONFIRMED, ()),
        ([text_of("north"), text_of("south-office", "original")], Status.CONFIRMED, ()),
        ([text_of("north")], Status.CLAIMED, ("north",)),
        ([text_of("north", "translation")], Status.CLAIMED, ("north",)),
    ],
    ids=["joint text", "each side's own", "one side's text", "a translation of it"],
)
def test_line_4_what_several_did_together(
    texts: list[str], expected: Status, by: tuple[str, ...]
) -> None:
    files = {f"sources/text-{number}.yaml": text for number, text in enumerate(texts)}
    witnesses = ", ".join(f"text-{number}#q" for number in range(len(texts)))
    pact = f"{{title: Pact, in-force: {{value: 2031-05-01, witnesses: [{witnesses}]}}}}"
    found = dossier_of({**files, "agreements/pact.yaml": pact}).facts["pact.in-force"]
    assert (found.status, found.by) == (expected, by)


LED = "leads: {north: {people: [reed], witnesses: [text#q]}}"
SAID = LED.replace("witnesses", "by: north, witnesses")


@pytest.mark.parametrize(
    "said",
    ["date: {value: 2031-05-01, witnesses: [text#q]}", LED, SAID],
    ids=["when", "who", "who, as one side says"],
)
def test_line_4_who_met_and_when_is_no_sides_claim(said: str) -> None:
    text = source("N", "2031-03-11", "Reed and Stone, 1 May", form="original", text_of="north")
    talks = f"title: Talks\n{said}\n"
    found = dossier_of({"sources/text.yaml": text, "rounds/talks.yaml": talks})
    (fact,) = found.facts.values()
    assert (fact.status, fact.by) == (Status.REPORTED, ())


def test_line_5_whoever_says_so_claims_it_however_many_carry_it() -> None:
    found = fact("{value: 5, unit: pence, by: stone, witnesses: [paper#q, other#q]}")
    assert (found.status, found.by) == (Status.CLAIMED, ("stone",))


def test_line_6_offices_of_one_side_are_one_origin() -> None:
    files = {
        "sources/a.yaml": source("Toll Office", "2031-03-11", "5 pence"),
        "sources/b.yaml": source("North News", "2031-03-11", "5 pence"),
        "claims/toll.yaml": "{value: 5, witnesses: [a#q, b#q]}",
    }
    assert dossier_of(files).facts["toll"].status is Status.REPORTED


def test_a_coarser_witness_only_agrees() -> None:
    files = {
        "sources/fine.yaml": source("The Post", "2031-03-10", "fell 34.5%"),
        "sources/coarse.yaml": source("The Mail", "2031-03-10", "fell 35%"),
        "claims/toll.yaml": '{value: -34.5, unit: "%", witnesses: [fine#q, coarse#q]}',
    }
    found = dossier_of(files).facts["toll"]
    assert found.status is Status.REPORTED
    assert [e.prints_value for e in found.stances[0].evidence] == [True, False]


def test_lowered_may_lower_and_never_raises() -> None:
    text = "{value: 5, witnesses: [%s], lowered: {to: %s, why: doubtful, on: 2031-04-01}}"
    assert status(text % ("paper#q, other#q", "reported")) == "reported"
    assert status(text % ("paper#q, other#q", "reported"), "2031-03-31") == "confirmed"
    assert fact(text % ("paper#q", "reported")).lowered == ""


def test_a_withdrawn_source_takes_its_statement_with_it() -> None:
    gone = PAPER + "retracted: {why: the Post withdrew it, on: 2031-05-01}\n"
    text = "{value: 5, unit: pence, witnesses: [paper#q]}"
    files = {**SOURCES, "sources/paper.yaml": gone, "claims/toll.yaml": text}
    assert dossier_of(files).facts["toll"].status is Status.RETRACTED
    assert dossier_of(files, "2031-04-30").facts["toll"].status is Status.REPORTED


def test_a_judgement_is_its_authors_also_in_a_text_of_the_actor() -> None:
    measure = """
        title: Toll
        issuer: toll-office
        aim: {words: 5 pence, nature: judgement, by: stone, witnesses: [official#q]}
        """
    found = dossier_of({**SOURCES, "measures/toll.yaml": measure}).facts["toll.aim"]
    assert (found.status, found.by) == (Status.CLAIMED, ("stone",))


def test_a_value_that_only_the_original_prints_is_printed() -> None:
    files = {
        "sources/a.yaml": source("The Post", "2031-03-10", "a toll").replace(
            '"a toll"', '"a toll", original: "fünf, das heißt 5"'
        ),
        "claims/toll.yaml": "{value: 5, witnesses: [a#q]}",
    }
    (evidence,) = dossier_of(files).facts["toll"].evidence
    assert evidence.prints_value


def test_a_retraction_to_come_does_not_hide_that_the_source_is_withdrawn() -> None:
    gone = PAPER + "retracted: {why: the Post withdrew it, on: 2031-05-01}\n"
    text = "{value: 5, witnesses: [paper#q], retracted: {why: x, on: 2031-06-20}}"
    files = {**SOURCES, "sources/paper.yaml": gone, "claims/toll.yaml": text}
    assert dossier_of(files, "2031-05-02").facts["toll"].status is Status.RETRACTED


def test_houses_in_a_circle_end_the_question() -> None:
    files = {
        "bodies/a.yaml": "{name: A, house: b}",
        "bodies/b.yaml": "{name: B, house: a}",
        "sources/s.yaml": source("x", "2031-03-10", "5 pence", origin="a"),
        "claims/toll.yaml": "{value: 5, witnesses: [s#q]}",
    }
    assert dossier_of(files).facts["toll"].status is Status.REPORTED
