"""Each line of the status table on its own."""

import pytest

from generator.derive.dossier import Fact, Status
from tests.dossiers import dossier_of, source


def post(publisher: str, text: str, **keys: str) -> str:
    return source(publisher, "2031-03-10", text, **keys)


OFFICIAL = {"form": "original", "text_of": "toll-office"}
TRANSLATED = {"form": "translation", "text_of": "toll-office"}
SOURCES = {
    f"sources/{name}.yaml": text
    for name, text in {
        "paper": post("The Post", "the toll is 5 pence"),
        "other": source("The Mail", "2031-03-12", "a toll of 5 pence"),
        "relay": post("The Echo", "5 pence, the Post says", origin="wire"),
        "wire-note": post("The Wire", "5 pence"),
        "blind": post("A blog", "5 pence it is", origin="unknown"),
        "blind-2": post("Another blog", "5 pence, they say", origin="unknown"),
        "official": post("Toll Office", "The toll shall be 5 pence", **OFFICIAL),
        "translated": post("A site", "shall be 5 pence", **TRANSLATED),
        "again": post("Another site", "shall be 5 pence", **TRANSLATED),
        "carried": post("The Post", "5 pence", origin="toll-office"),
        "north": post("Toll Office", "5 pence"),
        "news": post("North News", "5 pence"),
        "fine": post("The Post", "fell 34.5%"),
        "coarse": post("The Mail", "fell 35%"),
    }.items()
}


def fact(statement: str, as_of: str = "2031-06-30", **files: str) -> Fact:
    """The fact of a claim with this text; `paper` or `other` gives a source more keys."""
    more = {f"sources/{name}.yaml": SOURCES[f"sources/{name}.yaml"] + files[name] for name in files}
    return dossier_of({**SOURCES, **more, "claims/toll.yaml": statement}, as_of).facts["toll"]


def status(statement: str, as_of: str = "2031-06-30", **files: str) -> str | None:
    found = fact(statement, as_of, **files).status
    return found.value if found else None


MISPRINT = """
    positions:
      most: {value: 5, witnesses: [paper#q]}
      slip: {value: 6, witnesses: [other#q], rejected: {why: misprint, on: 2031-04-01}}
    """
SLIP = MISPRINT.replace("paper#q", "paper")
TWO = """
    positions:
      a: {{value: 5, {}, witnesses: [paper#q]}}
      b: {{value: 5, {}, witnesses: [other#q]}}
    """
BOTH = "{{value: 5, witnesses: [{}]{}}}"
LOWER = ", lowered: {to: reported, why: doubtful, on: 2031-04-01}"
GONE = "retracted: {why: made up, on: 2031-05-01}\n"
LATER = ", retracted: {why: x, on: 2031-06-20}"


@pytest.mark.parametrize(
    ("statement", "day", "expected"),
    [
        pytest.param(BOTH.format("paper#q, other#q", ""), "2031-03-11", "reported", id="1 later"),
        pytest.param(BOTH.format("paper", ""), None, None, id="1 not quoted"),
        pytest.param(MISPRINT, "2031-03-31", "disputed", id="2 before it is rejected"),
        pytest.param(MISPRINT, None, "reported", id="2 rejected"),
        pytest.param(SLIP, None, None, id="2 nothing quoted is left"),
        pytest.param(TWO.format("unit: pence", "unit: crowns"), None, "disputed", id="3 units"),
        pytest.param(TWO.format("by: stone", "exact: no"), None, "confirmed", id="5 another knows"),
        pytest.param(TWO.format("by: stone", "by: stone"), None, "claimed", id="5 however many"),
        pytest.param(BOTH.format("paper#q, relay#q", ""), None, "confirmed", id="6 two origins"),
        pytest.param(BOTH.format("wire-note#q, relay#q", ""), None, "reported", id="6 a relay"),
        pytest.param(BOTH.format("north#q, news#q", ""), None, "reported", id="6 one side"),
        pytest.param(BOTH.format("blind#q, blind-2#q", ""), None, "reported", id="6 unknown"),
        pytest.param(BOTH.format("paper#q, blind#q", ""), None, "reported", id="6 one known"),
        pytest.param(BOTH.format("paper#q", ""), None, "reported", id="8 otherwise"),
        pytest.param(BOTH.format("paper#q, other#q", LOWER), None, "reported", id="lowered"),
        pytest.param(BOTH.format("paper#q, other#q", LOWER), "2031-03-31", "confirmed", id="later"),
    ],
)
def test_status_of_one_statement(statement: str, day: str | None, expected: str | None) -> None:
    assert status(statement, day or "2031-06-30") == expected


@pytest.mark.parametrize(
    ("statement", "day", "expected"),
    [
        (BOTH.format("paper#q", ""), "2031-06-30", "retracted"),
        (BOTH.format("paper#q", ""), "2031-04-30", "reported"),
        # A retraction to come does not hide that the source is withdrawn.
        (BOTH.format("paper#q", LATER), "2031-05-02", "retracted"),
        # Of a rejected and a withdrawn one the rejected was never held.
        (MISPRINT, "2031-06-30", "retracted"),
    ],
)
def test_a_withdrawn_source_takes_its_statement_along(
    statement: str, day: str, expected: str
) -> None:
    found = fact(statement, day, paper=GONE)
    assert found.status and found.status.value == expected
    assert found.chosen.value and found.chosen.value.text == "5"


@pytest.mark.parametrize(
    ("positions", "expected"),
    [
        ("value: 5, by: stone, witnesses: [paper]", ("stone",)),
        ("value: 5, by: stone, witnesses: [paper#q, other#q]", ("stone",)),
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


A, B = "a: {value: 5, %switnesses: [%s]}", "b: {value: 6, %switnesses: [%s]}"


@pytest.mark.parametrize(
    ("positions", "expected"),
    [
        # A position without a quotation makes nothing disputed.
        ((A % ("", "paper#q"), B % ("", "other")), [Status.REPORTED, None]),
        (
            (A % ("", "paper#q, other#q"), B % ("by: stone, ", "wire-note#q")),
            [Status.CONFIRMED, Status.CLAIMED],
        ),
    ],
)
def test_each_position_has_a_word_of_its_own(
    positions: tuple[str, str], expected: list[Status | None]
) -> None:
    found = fact(f"{{positions: {{{', '.join(positions)}}}}}")
    assert [stance.status for stance in found.stances] == expected
    assert found.status is (Status.DISPUTED if all(expected) else Status.REPORTED)


def test_line_2_a_rejected_position_steps_aside_with_its_reason() -> None:
    slip = fact(MISPRINT).stances[1]
    assert slip.aside and (slip.status, slip.aside.why) == (Status.REJECTED, "misprint")


@pytest.mark.parametrize(("day", "value"), [("2031-03-31", "6"), ("2031-06-30", "5")])
def test_line_2_until_it_steps_aside_the_one_with_a_quotation_stands(day: str, value: str) -> None:
    chosen = fact(SLIP, day).chosen
    assert chosen.value and chosen.value.text == value


def test_line_2_a_source_that_is_withdrawn_leaves_what_has_no_quotation() -> None:
    text = SLIP.replace(", rejected: {why: misprint, on: 2031-04-01}", "")
    found = fact(text, other=GONE)
    assert (found.status, found.stances[1].status) == (None, Status.RETRACTED)


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
def test_none_wins_where_none_or_several_have_a_quotation(
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


MEASURE = "{title: Toll, issuer: %s, rate: {value: 5, unit: pence, %switnesses: [%s]}}"


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
    measure = {"measures/toll.yaml": MEASURE % (issuer, "", witnesses)}
    assert dossier_of({**SOURCES, **measure}).facts["toll.rate"].status is expected


def test_a_judgement_is_its_authors_also_in_a_text_of_the_actor() -> None:
    measure = MEASURE % ("toll-office", "nature: judgement, by: stone, ", "official#q")
    found = dossier_of({**SOURCES, "measures/toll.yaml": measure}).facts["toll.rate"]
    assert (found.status, found.by) == (Status.CLAIMED, ("stone",))


def text_of(side: str, form: str = "copy") -> str:
    return post("A site", "Reed, in force on 1 May", form=form, text_of=side)


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
def test_line_4_what_several_did(texts: list[str], expected: Status, by: tuple[str, ...]) -> None:
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
    files = {"sources/text.yaml": text_of("north", "original")}
    (found,) = dossier_of({**files, "rounds/talks.yaml": f"title: Talks\n{said}\n"}).facts.values()
    assert (found.status, found.by) == (Status.REPORTED, ())


def test_a_coarser_witness_only_agrees() -> None:
    found = fact('{value: -34.5, unit: "%", witnesses: [fine#q, coarse#q]}')
    assert found.status is Status.REPORTED
    assert [e.prints_value for e in found.stances[0].evidence] == [True, False]


def test_lowered_never_raises() -> None:
    assert fact(BOTH.format("paper#q", LOWER)).lowered == ""


def test_a_value_that_only_the_original_prints_is_printed() -> None:
    files = {
        "sources/a.yaml": post("The Post", "a toll").replace(
            '"a toll"', '"a toll", original: "fünf, das heißt 5"'
        ),
        "claims/toll.yaml": "{value: 5, witnesses: [a#q]}",
    }
    (evidence,) = dossier_of(files).facts["toll"].evidence
    assert evidence.prints_value


def test_houses_in_a_circle_end_the_question() -> None:
    files = {
        "bodies/a.yaml": "{name: A, house: b}",
        "bodies/b.yaml": "{name: B, house: a}",
        "sources/s.yaml": post("x", "5 pence", origin="a"),
        "claims/toll.yaml": "{value: 5, witnesses: [s#q]}",
    }
    assert dossier_of(files).facts["toll"].status is Status.REPORTED
