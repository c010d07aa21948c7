"""What the guard reports of a change: no new name hides what became of the old one."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from textwrap import dedent

import pytest

from generator import changes as guard
from generator.derive import Dossier, derive
from generator.diagnostics import Diagnostic
from generator.reading.read import read
from tests.conftest import TINY, Write

Files = dict[str, str | None]

ROUND = "rounds/mill-talks-2031-03.yaml"
TOLL = "measures/bridge-toll.yaml"
OFFICE = "sources/office-0312.yaml"
PROMISE = "claims/arch-promise.yaml"
DAY = "2031-03-09"


def dossier(root: Path) -> Dossier:
    contents = read(root)
    return derive(contents.briefing, date(2031, 6, 24))


@pytest.fixture
def told(briefing: Write) -> Callable[[Files, Files], list[Diagnostic]]:
    """What is told of a change from some files to others."""

    def of(before: Files, after: Files) -> list[Diagnostic]:
        found = []
        for files in (before, after):
            root = briefing(files)
            found.append(dossier(root))
            shutil.rmtree(root)
        return list(guard.check(*found))

    return of


Told = Callable[[Files, Files], list[Diagnostic]]


def other(name: str, *pairs: tuple[str, str]) -> str:
    """A file of the little briefing with other words."""
    return other_text(TINY[name], *pairs)


def other_text(text: str, *pairs: tuple[str, str]) -> str:
    """A text with other words, each of which must be there."""
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new)
    return text


def places(found: list[Diagnostic]) -> list[tuple[str, str, int]]:
    return [(one.code, one.span.file.path.removeprefix("content/"), one.span.line) for one in found]


LONGER = {
    OFFICE: other(OFFICE, ("9 March 2031", "9 and 10 March 2031")),
    "sources/courier-0310.yaml": other(
        "sources/courier-0310.yaml", ("on 9 March 2031", "on 9 and 10 March 2031")
    ),
}


def test_a_value_under_a_new_id_needs_a_new_witness(told: Told) -> None:
    begins = other(
        ROUND,
        ("date:", "last-day: {value: 2031-03-10, witnesses: [office-0312#met]}\n        date:"),
    )
    ended = begins.replace("last-day: {value: 2031-03-10", "end: {value: 2031-03-09")
    moved = "mill-talks-2031-03.last-day: {to: mill-talks-2031-03.end}"
    found = told({**LONGER, ROUND: begins}, {**LONGER, ROUND: ended, "moved.yaml": moved})
    assert places(found) == [("same-witness", ROUND, 2)]
    assert "`value` of `mill-talks-2031-03.end` was `2031-03-10`" in found[0].message


BOTH = """{{positions: {{{first}: {{value: {day}, witnesses: [office-0312#met]}},
          courier: {{value: 2031-03-09, witnesses: [courier-0310#met]}}}}}}"""
PLAIN = "{value: 2031-03-09, witnesses: [courier-0310#met, office-0312#met]}"


def talks(first: str, day: str) -> str:
    return other(ROUND, (PLAIN, BOTH.format(first=first, day=day)))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        # A position under another key, and one that takes a witness of the value.
        (talks("office", DAY), talks("notice", "2031-03-08"), ["same-witness"]),
        (talks("office", DAY), talks("notice", DAY), []),
        (TINY[ROUND], talks("office", "2031-03-08"), ["same-witness"]),
        # Of a dispute it is told that it is there no more.
        (talks("office", "2031-03-08"), TINY[ROUND], ["dispute-vanished"]),
    ],
)
def test_positions_are_held_against_what_they_were(
    told: Told, before: str, after: str, expected: list[str]
) -> None:
    found = told({ROUND: before}, {ROUND: after})
    assert sorted({one.code for one in found}) == expected


ONE_SIDED = """
    title: The arch
    by: norland
    words: promised to mend the southern arch
    witnesses: [office-0312#hold]
    """
POINT: Files = {"points/promise.yaml": None}


IN_MAY = ("2031-04-01, witnesses: [office-0312#toll]", "2031-05-01, witnesses: [office-0312#{}]")
SAME_WORDS = "A toll of 2 pence is charged from 1 April 2031."
TOLLED = f'toll: {{text: "{SAME_WORDS}"}}'
MISSED = "dispute-vanished claims/arch.yaml:1"
MOVED, VANISHED = "old-toll: {to: bridge-toll}", "id-vanished moved.yaml:1"
TO_ARCH: Files = {PROMISE: None, **POINT, "moved.yaml": "arch-promise: {to: arch}"}
POST = "sources/post-0602.yaml"
RETRACTED = "retracted: {why: a slip, on: 2031-06-10}"
TAKEN_BACK = other(
    POST, ("origin: own", "origin: own\n        retracted: {why: a slip, on: 2031-06-10}")
)
TO_JUNE: Files = {POST: None, "moved.yaml": "post-0602: {to: post-june}"}
DAY_OF = "title: Day\nvalue: 2031-03-09\nwitnesses: [{}#none, courier-0310#met]"
ON_A_DAY = other(POST, ("nothing about the arch", "this, on 9 March 2031"))
UNSIGNED: Files = {
    POST: ON_A_DAY.replace("origin: own", "origin: unknown"),
    "claims/day.yaml": DAY_OF.format("post-0602"),
    PROMISE: None,
    **POINT,
}


def fee(words: str) -> Files:
    """Words under another key, and a toll that rests on them."""
    toll = other(TOLL, ("#toll", "#fee"), ("2031-04-01", "2031-05-01"))
    return {OFFICE: other(OFFICE, (TOLLED, f'fee: {{text: "{words}"}}')), TOLL: toll}


PUT_OFF: Files = {
    OFFICE: other(OFFICE, (TOLLED, f'later: {{text: "It is put off to 1 May 2031."}}\n  {TOLLED}')),
    TOLL: other(TOLL, (IN_MAY[0], IN_MAY[1].format("later"))),
}


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        # Words under another key are no new witness; whoever looks at those that were put otherwise
        # sees what rests on them; others are a new one.
        ({}, fee(SAME_WORDS), f"same-witness {TOLL}:3"),
        (
            {},
            fee(SAME_WORDS.replace("April", "April,")),
            f"quotation-altered {OFFICE}:12",
        ),
        ({}, PUT_OFF, ""),
        # A dispute under a new id is missed where it is none any more.
        (
            POINT,
            {**TO_ARCH, "claims/arch.yaml": ONE_SIDED},
            MISSED,
        ),
        (POINT, {**TO_ARCH, "claims/arch.yaml": TINY[PROMISE]}, ""),
        # An id that had moved keeps leading to the same.
        ({"moved.yaml": MOVED}, {"moved.yaml": None}, VANISHED),
        ({"moved.yaml": MOVED}, {"moved.yaml": "older-toll: {to: bridge-toll}"}, VANISHED),
        ({"moved.yaml": MOVED}, {"moved.yaml": "old-toll: {gone: never was}"}, VANISHED),
        ({"moved.yaml": MOVED}, {"moved.yaml": "old-toll: {to: carts}"}, VANISHED),
        ({"moved.yaml": MOVED}, {"moved.yaml": f"{MOVED}\nolder-toll: {{to: bridge-toll}}"}, ""),
        # A source is retracted under any name, and a new name lifts nothing unseen.
        ({}, {POST: TAKEN_BACK}, f"retracted-in-use {POST}:8"),
        (
            {},
            {
                **TO_JUNE,
                "sources/post-june.yaml": TAKEN_BACK,
                PROMISE: other(PROMISE, ("post-0602", "post-june")),
            },
            "retracted-in-use sources/post-june.yaml:8",
        ),
        (
            UNSIGNED,
            {
                **UNSIGNED,
                **TO_JUNE,
                "sources/post-june.yaml": ON_A_DAY,
                "claims/day.yaml": DAY_OF.format("post-june"),
            },
            "status-rises sources/post-june.yaml:7",
        ),
    ],
)
def test_no_new_name_hides_what_became_of_the_old_one(
    told: Told, before: Files, after: Files, expected: str
) -> None:
    found = [f"{code} {path}:{line}" for code, path, line in places(told(before, after))]
    assert "; ".join(found) == expected


def test_a_statement_that_a_renamed_record_lacks_is_missed(told: Told) -> None:
    short = TINY[TOLL].partition("        parts:")[0]
    files: Files = {
        TOLL: None,
        "measures/mill-toll.yaml": short,
        "moved.yaml": "bridge-toll: {to: mill-toll}",
    }
    (found,) = told({}, files)
    assert found.message.startswith("`bridge-toll.parts.rate` was published")


@pytest.mark.parametrize(
    ("publisher", "expected"),
    [("Norland Bridge Office", ["quotation-altered"]), ("The Lantern", [])],
)
def test_a_quotation_that_moves_to_another_source_is_held_against_what_it_was(
    told: Told, publisher: str, expected: list[str]
) -> None:
    """Of the same publisher; another one prints words of its own."""
    line = '  toll: {text: "A toll of 2 pence is charged from 1 April 2031."}\n'
    moved = line.replace("charged", "levied")
    second = f"""
        publisher: {publisher}
        title: Notice of tolls
        url: https://bridge.example/tolls
        published: 2031-03-12
        retrieved: 2031-07-01
        kind: official text
        origin: own
        quotes:
        {moved}"""
    files: Files = {
        OFFICE: other(OFFICE, (line, "")),
        "sources/tolls.yaml": second,
        TOLL: other(TOLL, ("office-0312#toll", "tolls#toll")),
    }
    assert [one.code for one in told({}, files)] == expected


ADA = "people/ada-reed.yaml"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("{en: Tom Hale}", [("same-witness", ADA, 1)]),
        ("{en: Ada M. Reed}", []),
        ("{en: Adah Reed}", []),
        ("{en: Tom Hale, fr: Ada Reed}", []),
        ("{en: Tom Hale}\naliases: [Ada Reed]", []),
    ],
)
def test_who_has_no_name_of_before_is_somebody_else(
    told: Told, name: str, expected: list[tuple[str, str, int]]
) -> None:
    after = dedent(TINY[ADA]).replace("{en: Ada Reed}", name)
    assert places(told({}, {ADA: after})) == expected


def test_statements_that_went_with_what_held_them_are_told_once(told: Told) -> None:
    rate = 'rate: {label: toll, value: "2", unit: pence, witnesses: [office-0312#toll]}'
    two = other(TOLL, (rate, f"{rate}\n          fee: {{value: 2, witnesses: [office-0312#toll]}}"))
    short = TINY[TOLL].partition("        parts:")[0]
    (found,) = told({TOLL: two}, {TOLL: short})
    assert "`bridge-toll.parts` was published with 2 statements" in found.message
    assert "`bridge-toll.parts.rate: {gone: why}`, `bridge-toll.parts.fee:" in (found.help or "")
    (alone,) = told({TOLL: two}, {})
    assert alone.message.startswith("`bridge-toll.parts.fee` was published")


def quoting(words: str) -> str:
    return other(OFFICE, ("toll: {text", f'fee: {{text: "{words}"}}\n          toll: {{text'))


RATE = 'value: "2", unit: pence, witnesses: [office-0312#toll]'


@pytest.mark.parametrize(
    ("words", "witnesses", "value", "is_told"),
    [
        # A piece of what was quoted has no new words.
        ("A toll of 2 pence", "office-0312#fee", "<2", True),
        # Words of another matter bear nothing out that stands in the old ones alone.
        ("Sheep pass free.", "office-0312#toll, office-0312#fee", "<2", True),
        ("Nobody pays more than 2 pence.", "office-0312#toll, office-0312#fee", "<=2", False),
    ],
)
def test_new_words_have_what_is_said_anew(
    told: Told, words: str, witnesses: str, value: str, is_told: bool
) -> None:
    toll = other(TOLL, (RATE, f'value: "{value}", unit: pence, witnesses: [{witnesses}]'))
    found = told({}, {OFFICE: quoting(words), TOLL: toll})
    assert ("same-witness" in [one.code for one in found]) is is_told


DIGEST = """
    publisher: {publisher}
    title: Carts
    published: 2031-03-11
    retrieved: 2031-07-01
    kind: newspaper
    {keys}
    quotes:
      carts: {{text: "It carried 1,240 carts in February 2031."}}
    """
SUDLAND = "The Sudland Post"


@pytest.mark.parametrize(
    ("publisher", "keys", "shown"),
    [
        ("The Courier", "origin: own", "through the publisher"),
        (SUDLAND, "origin: courier", "through the origin `own`"),
        (SUDLAND, "origin: own\n    counts: no\n    why: a digest", "as it counts now"),
        (SUDLAND, f"origin: own\n    {RETRACTED}", "as it is not taken back"),
    ],
)
def test_a_status_that_rises_is_told_where_it_is_lifted(
    told: Told, publisher: str, keys: str, shown: str
) -> None:
    then = DIGEST.format(publisher=publisher, keys=keys)
    now = DIGEST.format(publisher=SUDLAND, keys="origin: own")
    claim = "title: Carts\nvalue: 1240\nunit: carts\nwitnesses: [courier-0310#carts, digest#carts]"
    files: Files = {"claims/carts-seen.yaml": claim}
    found = told({**files, "sources/digest.yaml": then}, {**files, "sources/digest.yaml": now})
    (rise,) = (one for one in found if one.code == "status-rises")
    assert shown in rise.message
    assert rise.span.file.path == "content/sources/digest.yaml"


FLOODS = "# Floods\n\nThe mill stood in water.\n"
OLD = "pages/floods.md"


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({}, ("pages/floods.md", "{gone: why}")),
        ({"pages/mills.md": "# Mills\n\nThere are two."}, (OLD, "{gone: why}")),
        ({"pages/water.md": FLOODS}, ("pages/water.md", "{to: pages/water}")),
    ],
    ids=["gone", "another", "renamed"],
)
def test_a_page_that_is_gone_is_told_with_the_line_to_write(
    told: Told, files: Files, expected: tuple[str, str]
) -> None:
    (found,) = told({OLD: FLOODS}, {OLD: None, **files})
    path, entry = expected
    assert (found.code, found.span.file.path) == ("page-vanished", f"content/{path}")
    assert f"write `pages/floods: {entry}` into" in found.help
    listed: Files = {OLD: None, "pages/water.md": FLOODS, "moved.yaml": f"pages/floods: {entry}"}
    assert told({OLD: FLOODS}, listed) == []


def test_an_id_of_another_kind_leads_elsewhere(told: Told) -> None:
    body: Files = {"people/ada-reed.yaml": None, "bodies/ada-reed.yaml": "name: {en: Ada Reed}"}
    found = [one for one in told({}, body) if one.code == "id-vanished"]
    assert found[0].message == "`ada-reed` was published in `people/`, and stands in `bodies/` now"


def test_a_new_witness_of_another_origin_is_told_there(told: Told) -> None:
    claim = "title: Carts\nvalue: 1240\nunit: carts\nwitnesses: [courier-0310#carts{}]"
    digest = DIGEST.format(publisher=SUDLAND, keys="origin: own")
    before: Files = {"claims/carts-seen.yaml": claim.format("")}
    after: Files = {"claims/carts-seen.yaml": claim.format(", digest#carts")}
    (rise,) = told(before, {**after, "sources/digest.yaml": digest})
    assert (rise.code, rise.span.text) == ("status-rises", "own")


SALT = "title: Salt\nunit: USD bn\npoints: {2031: {value: 5, witnesses: [courier-0310]}}\n"
BOTE = """\
publisher: Der Bote
title: Brücken
published: 2031-03-10
retrieved: 2031-07-01
kind: newspaper
origin: own
quotes:
  none: {text: "There is no bridge", original: Keine Brücke}
"""
BEFORE = {
    ROUND: other(ROUND, ("date:", "place: Oxmoor\n        date:")),
    "claims/no-bridge.yaml": "title: Bridge\nwords: There is no bridge\nwitnesses: [bote#none]\n",
    "series/salt.yaml": SALT,
    "sources/bote.yaml": BOTE,
}
SAME = ["same-witness"]


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [
        (ADA, "title: Bridge warden", "title: Bridge keeper", SAME),
        (ADA, "party: norland", "party: sudland", SAME),
        (TOLL, "issuer: norland-bridge-office", "issuer: norland", SAME),
        (ROUND, "place: Oxmoor", "place: Sudland", SAME),
        (ROUND, "place: Oxmoor", "place: {en: Oxmoor, fr: Moulin}", []),
        # What makes a figure another one, of one and of all.
        ("series/carts.yaml", "basis: year on year", "basis: month on month", SAME),
        ("series/carts.yaml", "unit: carts", "unit: carts\n        category: loaded", SAME),
        ("series/carts.yaml", "unit: carts", "unit: loads", SAME),
        ("series/salt.yaml", "unit: USD bn", "unit: billion USD", []),
        # A source that is just listed bears nothing out, whether it comes or goes.
        (TOLL, "[office-0312#toll]", "[office-0312#toll, courier-0310]", []),
        (TOLL, RATE, f"{RATE[:-1]}, courier-0310]".replace("pence", "pennies"), SAME),
        # The words in another language are a quotation too.
        ("sources/bote.yaml", "original: Keine", "original: Eine", ["quotation-altered"]),
        # The last quotation of a position ends a dispute.
        (PROMISE, "[post-0602#none]", "[post-0602]", ["dispute-vanished"]),
    ],
)
def test_a_change_that_no_new_words_bear_out(
    told: Told, name: str, old: str, new: str, expected: list[str]
) -> None:
    after = {**BEFORE, name: other_text({**TINY, **BEFORE}[name], (old, new))}
    assert [one.code for one in told({**BEFORE}, {**after})] == expected
