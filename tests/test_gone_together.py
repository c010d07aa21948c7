"""What one record has lost is told once, and what is just misspelt by itself."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.check import check
from generator.rules.near import near_cell
from tests.conftest import TINY

Write = Callable[..., Path]

OFFICE, TOLL, CLAIM = "sources/office-0312.yaml", "measures/bridge-toll.yaml", "claims/tolls.yaml"
MENTIONS = """
    title: Tolls
    label: The toll in force, and its rate
    says: "{says}"
    see: [{see}]
    witnesses: [courier-0310]
    """


def told(root: Path) -> list[tuple[str, str]]:
    return [(one.code, one.message) for one in check(root).diagnostics]


def without(name: str, *lines: str) -> str:
    """A file of the tiny briefing without some lines."""
    text = str(TINY[name])
    for line in lines:
        assert line in text
        text = text.replace(line, "")
    return text


def test_quotations_that_a_source_has_lost_are_told_once(briefing: Write) -> None:
    quotes = str(TINY[OFFICE]).partition("quotes:")[2]
    (found,) = check(briefing({OFFICE: without(OFFICE, "quotes:", quotes)})).diagnostics
    assert found.code == "dangling-ref"
    assert found.message == (
        "`office-0312` has no quotations `hold`, `toll` and `met`, which 4 places name"
    )
    assert [label.span.file.path for label in found.labels][:1] == [f"content/{OFFICE}"]
    assert len(found.labels) == 4


def test_statements_that_a_record_has_lost_are_told_once(briefing: Write) -> None:
    parts = str(TINY[TOLL]).partition("in-force:")
    mentions = MENTIONS.format(says="so", see="bridge-toll.in-force, bridge-toll.parts.rate")
    files = {TOLL: parts[0], CLAIM: mentions}
    assert told(briefing(files)) == [
        (
            "dangling-ref",
            "`bridge-toll` has no statements `in-force` and `parts.rate`, which 2 places name",
        )
    ]


@pytest.mark.parametrize(
    ("see", "count"),
    [
        # Each of two is misspelt where it is named, or one is and one is gone.
        ("bridge-toll.in-forc, bridge-toll.parts.rat", 2),
        ("bridge-toll.in-forc, bridge-toll.wardens", 2),
        # Of one that is gone the message is that of one.
        ("bridge-toll.wardens, bridge-toll.wardens", 1),
        ("bridge-toll.wardens, bridge-toll.carts-weighed", 1),
    ],
)
def test_what_is_misspelt_is_told_by_itself(briefing: Write, see: str, count: int) -> None:
    found = told(briefing({CLAIM: MENTIONS.format(says="so", see=see)}))
    assert [code for code, _ in found if code == "dangling-ref"] == ["dangling-ref"] * count


@pytest.mark.parametrize(("see", "code"), [("in-force", "dangling-ref"), ("", "act-without-day")])
def test_an_act_upon_what_has_lost_a_day_that_others_name(
    briefing: Write, see: str, code: str
) -> None:
    act = """
        title: The toll is lifted
        parties: [norland, sudland]
        terms:
          lifted:
            party: norland
            does: lift
            target: bridge-toll
            from: 2031-05-01
            inferred: {from: so the letter}
            says: The toll is lifted
            witnesses: [office-0312#toll]
        """
    mentions = MENTIONS.format(says="so", see=f"bridge-toll.{see}".rstrip("."))
    day = "in-force: {value: 2031-04-01, witnesses: [office-0312#toll]}"
    files = {"agreements/pact.yaml": act, CLAIM: mentions, TOLL: without(TOLL, day)}
    assert [one for one, _ in told(briefing(files))] == [code]


def test_several_acts_upon_what_has_no_day_are_told_once(briefing: Write) -> None:
    act = "party: norland, target: bridge-toll, from: 2031-05-01, inferred: {from: so the letter}"
    rests = "witnesses: [office-0312#toll]"
    terms = "".join(f"  {at}: {{does: {at}, {act}, {rests}}}\n" for at in ("amend", "suspend"))
    pact = f"title: Pact\nparties: [norland, sudland]\nterms:\n{terms}"
    day = "in-force: {value: 2031-04-01, witnesses: [office-0312#toll]}"
    files = {"agreements/pact.yaml": pact, TOLL: without(TOLL, day)}
    (found,) = check(briefing(files)).diagnostics
    assert found.message.startswith("`amend` changes nothing: `bridge-toll` has no first day")
    assert [label.span.line for label in found.labels] == [5]


@pytest.mark.parametrize(
    ("path", "text", "code"),
    [
        (CLAIM, "title: Tolls\narch:\n  label: The arch\n", "says-nothing"),
        # A record of which nothing is left.
        ("events/tolls.yaml", "title: Tolls\n", "unused-record"),
        (CLAIM, MENTIONS.format(says="so", see="bridge-toll"), "unused-source"),
    ],
)
def test_a_source_is_missed_by_what_says_nothing_any_more(
    briefing: Write, path: str, text: str, code: str
) -> None:
    post = str(TINY["sources/post-0602.yaml"])
    files = {path: text, "sources/other.yaml": post.replace("No such", "Another")}
    assert [one for one, _ in told(briefing(files))] == [code]


def test_a_source_that_lost_its_origin_with_its_quotations(briefing: Write) -> None:
    origin = str(TINY[OFFICE]).partition("origin: own")[2]
    (found,) = check(briefing({OFFICE: without(OFFICE, "origin: own", origin)})).diagnostics
    assert found.message.endswith(", which 4 places name; nor has it an `origin`")


def test_of_a_source_that_lost_just_its_origin_that_is_told(briefing: Write) -> None:
    assert [one for one, _ in told(briefing({OFFICE: without(OFFICE, "origin: own")}))] == [
        "origin-missing"
    ]


def test_a_quotation_may_have_been_lost_with_the_words_above_it(briefing: Write) -> None:
    words = '{text: "The two shires met at the mill on 9 March 2031."}'
    toll = 'toll: {text: "A toll of 2 pence is charged from 1 April 2031."}'
    text = without(OFFICE, toll).replace(words, "{at: page 1}")
    assert told(briefing({OFFICE: text})) == [("missing-key", "no `text` in `met`")]


def test_of_cells_that_are_as_near_the_one_with_the_same_digits_is_meant() -> None:
    years = [f"us/price/{year}" for year in (2020, 2021, 2022, 2023)]
    assert near_cell("us/price/2032", years, set()) == "us/price/2022"


METALS = """\
publisher: The Gazette
title: Metals
url: https://gazette.example/2031/04/01/metals
published: 2031-04-01
retrieved: 2031-07-01
kind: newspaper
origin: own
quotes:
  terbium:
    text: "Terbium is for lamps."
{spoilt}
"""
METAL = "title: {0}\nwords: is for lamps\nwitnesses: [gazette-0401#{1}]\n"


@pytest.mark.parametrize(
    ("spoilt", "code", "help"),
    [
        # It stands too deep, and is not taken for the one whose name is near.
        ('    erbium: {text: "Erbium is for lamps."}', "unknown-key", ""),
        # Nothing names it, and all but names it.
        ('  ebrium: {text: "Erbium is for lamps."}', "dangling-ref", "gazette-0401#ebrium"),
    ],
)
def test_of_quotations_whose_names_are_near(
    briefing: Write, spoilt: str, code: str, help: str
) -> None:
    files = {
        "sources/gazette-0401.yaml": METALS.replace("{spoilt}", spoilt),
        "claims/lamps.yaml": METAL.format("Terbium", "terbium"),
        "claims/lights.yaml": METAL.format("Erbium", "erbium"),
    }
    found = check(briefing(files)).diagnostics
    assert [one.code for one in found] == [code]
    assert help in found[0].help


def test_what_stands_beside_an_id_that_is_missing_is_not_meant_by_it(briefing: Write) -> None:
    claim = (
        "title: Tolls\nsays: so\nsee: [arch-promise, arch-promises]\nwitnesses: [courier-0310]\n"
    )
    (found,) = check(briefing({CLAIM: claim})).diagnostics
    assert found.message == "no record or statement `arch-promises`"
    assert "did you mean" not in found.help


def test_a_delegate_may_be_called_by_the_id_that_is_meant(briefing: Write) -> None:
    name = "rounds/mill-talks-2031-03.yaml"
    line = "ada-reed: {person: ada-red, attendance: present, witnesses: [courier-0310#warden]}"
    head = str(TINY[name]).partition("ada-reed:")[0]
    found = check(briefing({name: f"{head}{line}\n"})).diagnostics
    assert [one.help for one in found if one.code == "dangling-ref"] == ["did you mean `ada-reed`?"]


@pytest.mark.parametrize(
    ("text", "shown"), [("Tin is for 12 cups.", False), ("Lamps are lit at dusk.", True)]
)
def test_the_text_of_a_quotation_and_the_head_of_the_next_are_lost_as_one(
    briefing: Write, text: str, shown: bool
) -> None:
    lamps = "title: Lamps\nsays: Lamps are lit\nwitnesses: [gazette-0401#lamps]\n"
    files = {
        "sources/gazette-0401.yaml": METALS.replace("{spoilt}", f'  tin: {{text: "{text}"}}'),
        "claims/tin.yaml": "title: Tin\nvalue: 12\nunit: cups\nwitnesses: [gazette-0401#tin]\n",
        "claims/lamps.yaml": lamps,
    }
    (found,) = check(briefing(files)).diagnostics
    assert found.message == "the source `gazette-0401` has no quotation `lamps`"
    assert ("12" in {label.span.text for label in found.labels}) == shown


def test_a_source_is_told_with_the_record_that_may_have_named_it(briefing: Write) -> None:
    source = TINY["sources/post-0602.yaml"]
    files = {
        "events/market.yaml": "title: The lantern market\n",
        "sources/gazette.yaml": source.replace("No such promise", "Lanterns, and no market"),
        "sources/herald.yaml": source.replace("No such promise", "A harvest of barley"),
        "sources/mirror.yaml": source.replace("No such promise", "A ferry for sale"),
    }
    files = {name: text.replace("post.example", name[8:14]) for name, text in files.items()}
    found = [one for one in check(briefing(files)).diagnostics if "unused" in one.code]
    told = {one.code: [label.span.file.path for label in one.labels] for one in found}
    assert told == {
        "unused-record": ["content/sources/gazette.yaml"],
        "unused-source": ["content/sources/mirror.yaml"],
    }
    assert [one.span.file.path for one in found] == [
        "content/events/market.yaml",
        "content/sources/herald.yaml",
    ]
