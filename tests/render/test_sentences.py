"""A statement says itself in one sentence: the editor's words, else its keys in plain English."""

import pytest

from generator.derive.dossier import Fact
from generator.model.edition import Settings
from generator.render.views.grids import line
from generator.render.views.sentences import dated, sentence_of
from generator.render.views.sheet import Sheet
from tests.dossiers import dossier_of, source
from tests.tables import cases

TOLL = """title: Toll on the bridge
issuer: toll-office
in-force: {value: 2031-04-01, witnesses: [w#q]}
parts: {night: {label: by night, value: 2, unit: pence, inferred: so, witnesses: [w#q]}}"""


def said(act: str, **files: str) -> str:
    """The sentence of an act in the North's deal with the South."""
    return sentence_of(*deal(act, **files)).text


def deal(act: str, id_: str = "deal.terms.a", **files: str) -> tuple[Sheet, Fact]:
    """A statement of the briefing in which the North and the South have such a deal."""
    dossier = dossier_of(
        {
            "parties/north.yaml": "{name: North, short: the North}",
            "sources/w.yaml": source("The Wire", "2031-03-02", "A toll is due on 1 April 2031."),
            "measures/toll.yaml": TOLL,
            "measures/fee.yaml": TOLL.replace("Toll", "Fee"),
            "measures/tax.yaml": TOLL.replace("Toll", "Tax"),
            "agreements/deal.yaml": f"title: The deal\nterms:\n  a: {{{act}, witnesses: [w#q]}}",
            **files,
        }
    )
    return Sheet(dossier, Settings(), "x"), dossier.facts[id_]


ACTS = cases("""
    party: north, does: suspend, target: toll, from: 2031-05-01, until: 2031-08-01
      The North suspends the toll on the bridge until 1 August 2031
    party: south, does: suspend, target: [toll, fee], for: 1 year
      South suspends the toll on the bridge and the fee on the bridge for a year
    party: south, does: lift, target: [toll, fee, tax], from: 2031-09-01
      South is to lift the toll on the bridge and two others
    party: south, does: suspend, target: toll, value: "2", unit: pence, for: 90 days
      South suspends 2 pence of the toll on the bridge for 90 days
    party: south, does: suspend, target: [toll, fee], words: "a half"
      South suspends “a half” of the toll on the bridge and the fee on the bridge
    party: south, does: amend, target: toll, value: "2", unit: pence
      South changes the toll on the bridge to 2 pence
    party: south, does: amend, target: toll, says: no cart pays twice
      South changes the toll on the bridge (no cart pays twice)
    party: south, does: object, target: toll
      South objects to the toll on the bridge
    does: end, target: toll.parts.night
      The deal ends the toll on the bridge (by night)
    does: undertake, says: South will mend the arch, party: south
      South undertakes to mend the arch
    does: undertake, says: South supplies stones, party: south
      South undertakes to supply stones
    does: undertake, says: South passes the arch, party: south
      South undertakes to pass the arch
    does: undertake, says: South buys all, party: south
      South undertakes to buy all
    does: undertake, says: South does it, party: south
      South undertakes that it does it
    does: undertake, says: South mends it and sells it, party: south
      South undertakes that it mends it and sells it
    does: undertake, says: The arch is mended, party: south
      South undertakes that the arch is mended
    does: undertake, words: more trade, party: south
      South undertakes “more trade”
    does: end, target: toll, sentence: "{{ name('reed') }} stopped the toll."
      Ada Reed stopped the toll.
""")


@pytest.mark.parametrize(("act", "sentence"), ACTS)
def test_act(act: str, sentence: str) -> None:
    assert said(act).replace("\xa0", " ") == sentence


@pytest.mark.parametrize(
    ("party", "title", "told"),
    [
        ("north", "Northern toll on carts", "its toll on carts"),
        ("north", "The North's toll", "its toll"),
        ("south", "Northern toll on carts", "the Northern toll on carts"),
        ("north", "Toll on Northern carts", "the toll on Northern carts"),
    ],
)
def test_a_side_is_named_once(party: str, title: str, told: str) -> None:
    files = {
        "parties/north.yaml": "{name: North, short: the North, adjective: Northern}",
        "measures/toll.yaml": TOLL.replace("Toll on the bridge", title),
    }
    found = said(f"party: {party}, does: end, target: toll", **files)
    assert found.removeprefix("The ") == f"{party.title()} ends {told}"


def test_what_an_event_is_about_has_its_name() -> None:
    act = "party: south, does: suspend, target: [toll, fee, tax], until: 2031-12-01"
    day = "date: {value: 2031-04-01, witnesses: [w#q]}"
    all_of_them, some = (
        said(act, **{"events/notices.yaml": f"title: Notices of April\nabout: [{about}]\n{day}"})
        for about in ("toll, fee, tax", "toll, fee")
    )
    assert all_of_them == "South suspends the three notices of April until 1 December 2031"
    assert "the toll on the bridge and two others" in some


def test_extension_names_what_was_suspended() -> None:
    act = said(
        'party: south, does: extend, target: old.terms.a, value: 2, unit: "%", until: 2031-12-01',
        **{
            "agreements/old.yaml": "title: The old deal\nterms:\n  a: {party: south, "
            "does: suspend, target: toll, from: 2031-04-02, for: 90 days, witnesses: [w#q]}"
        },
    )
    assert act.startswith("South extends the suspension of 2% in the toll on the bridge until 1")


@pytest.mark.parametrize(
    ("name", "of", "sentence"),
    [
        ("Order 9", "2031-04-01", "Order 9 takes effect"),
        ("Tolls on the bridge", "2031-04-01", "Tolls on the bridge take effect"),
        ("Tolls on the bridge", "2031-08-01", "Tolls on the bridge are to take effect"),
        ("Bridge toll", "2031-08-01", "The Bridge toll is to take effect"),
        ("North's toll", "2031-04-01", "North's toll takes effect"),
        ("Bypass", "2031-04-01", "Bypass takes effect"),
    ],
)
def test_day_of_a_record(name: str, of: str, sentence: str) -> None:
    toll = TOLL.replace("2031-04-01", f"{of}, inferred: so").replace("Toll on the bridge", name)
    sheet, fact = deal("does: end, target: fee", "toll.in-force", **{"measures/toll.yaml": toll})
    assert sentence_of(sheet, fact).text == sentence


def test_what_was_stopped_in_time_was_to_take_effect() -> None:
    sheet, fact = deal("does: end, target: toll, from: 2031-03-03", id_="toll.in-force")
    assert sentence_of(sheet, fact).text == "The toll on the bridge was to take effect"


def test_what_is_disputed_has_no_sentence_of_its_own() -> None:
    sheet, fact = deal(
        "does: end, target: tax",
        id_="toll.in-force",
        **{
            "measures/toll.yaml": TOLL.replace(
                "{value: 2031-04-01, witnesses: [w#q]}",
                "{positions: {a: {value: 2031-04-01, witnesses: [w#q]}, "
                "b: {value: 2031-04-02, inferred: so, witnesses: [w#q]}}}",
            )
        },
    )
    assert sentence_of(sheet, fact).text == fact.label


LINES = cases("""
    sentence: South will mend it, value: 2031-04-01, witnesses: [w#q]
      1 April 2031: South will mend it
    value: 2031-04-01, witnesses: [w#q]
      Mending, day: 1 April 2031
    label: Start, positions: {a: {value: 2031-04-01, witnesses: [w#q]}, b: {value: 2031-04-02,
        witnesses: [w#q]}}
      Start (Mending). 1 April 2031 (The Wire); 2 April 2031 (The Wire) (disputed)
""")


@pytest.mark.parametrize(("claim", "expected"), LINES)
def test_a_statement_in_a_line_is_no_chain_of_colons(claim: str, expected: str) -> None:
    sheet, fact = deal(
        "words: x", "mending.day", **{"rounds/mending.yaml": f"title: Mending\nday: {{{claim}}}"}
    )
    assert " ".join(line(sheet, fact).text.split()) == expected


# A record below `content/`, the statement in it, and its sentence with its day.
OTHERS = cases("""
    people/reed {name: Ada Reed, offices: {a: {title: Warden, from: 2031-03-01,
        inferred: {from: so}, witnesses: [w#q]}}}
      reed.offices.a
      1 March 2031: Ada Reed becomes Warden
    people/reed {name: Ada Reed, offices: {a: {title: Warden, until: 2031-04-01, witnesses: [w#q]}}}
      reed.offices.a
      Ada Reed served as Warden until 1 April 2031
    people/reed {name: Ada Reed, offices: {a: {title: Warden, witnesses: [w#q]}}}
      reed.offices.a
      Ada Reed serves as Warden
    rounds/mill {title: Talks at the mill, delegations: {north: {reed: {person: reed,
        attendance: absent, witnesses: [w#q]}}}}
      mill.delegations.north.reed
      Ada Reed does not take part in the talks at the mill
    claims/fate {title: Fate, by: [wire, south-office], says: The arch fell, witnesses: [w#q]}
      fate
      The arch fell, The Wire and the Southern office say
    measures/fine {title: Fine, issuer: wire, risk: {by: wire, says: It falls, witnesses: [w#q]}}
      fine.risk
      It falls, The Wire says
    events/vote {title: Vote, by: [reed], acts: {a: {does: end, target: tax, witnesses: [w#q]}}}
      vote.acts.a
      Ada Reed ends the tax on the bridge
    measures/levy {title: Levy, issuer: [toll-office, wire], acts: {a: {does: end, target: fee,
        witnesses: [w#q]}}}
      levy.acts.a
      The Toll Office and The Wire end the fee on the bridge
    events/end {title: End, a: {value: 2031-04-01, witnesses: [w#q]},
        b: {compute: a + 90 days, sentence: The toll is to end}}
      end.b
      30 June 2031: The toll is to end
""")


@pytest.mark.parametrize(("given", "id_", "expected"), OTHERS)
def test_what_is_no_act_says_itself_too(given: str, id_: str, expected: str) -> None:
    path, record = given.split(" ", 1)
    office = {"bodies/south-office.yaml": "{name: South Office, short: the Southern office}"}
    found = deal("does: end, target: fee", id_, **{f"{path}.yaml": record, **office})
    assert dated(*found).text == expected
