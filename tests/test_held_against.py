"""What is held against what stands beside it: each slip is told once, and no near miss."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

from generator.check import check
from tests.conftest import TINY

Write = Callable[..., Path]
Told = list[tuple[str, str, int, int]]

SOURCE, OFFICE, POST = (
    f"sources/{id_}.yaml" for id_ in ("courier-0310", "office-0312", "post-0602")
)
TALKS, CLAIM = "rounds/mill-talks-2031-03.yaml", "claims/arch-promise.yaml"
PERSON, BODY = "people/ada-reed.yaml", "bodies/norland-bridge-office.yaml"
FORD = """\
title: {title}
{place}date: {{value: 2031-06-02, inferred: the post's day, witnesses: [post-0602#none]}}
"""
ENTRY = "    ada-reed: {person: ada-reed, attendance: present, witnesses: [courier-0310#warden]}\n"
DELEGATION = "title: Talks at the mill, March 2031\ndelegations:\n  norland:\n"
REASON = """\
title: Talks at the mill, March 2031
date:
  value: 2031-03-09
  inferred: {reason}
  witnesses: [courier-0310#met]
"""


def told(root: Path) -> Told:
    found = (one for one in check(root).diagnostics if not one.code.startswith("unused-"))
    return [
        (one.code, one.span.file.path.removeprefix("content/"), one.span.line, one.span.column)
        for one in found
    ]


def tiny(path: str, *changes: tuple[str, str]) -> dict[str, str]:
    """A file of the tiny briefing with words put in the place of others."""
    text = dedent(TINY[path]).lstrip("\n")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return {path: text}


@pytest.mark.parametrize(
    ("reason", "expected"),
    [
        # 9 March 2031 was a Sunday.
        ("a letter of Sunday, 9 March 2031 tells of it", []),
        ("a letter of Sunday, 9 March 2032 tells of it", ["weekday-differs"]),
        ("a letter of Monday, 9 March 2031 tells of it", ["weekday-differs"]),
        ("a letter of Monday 9 March 2031 tells of it", ["weekday-differs"]),
        ("the letter speaks of Monday, which was 9 March 2031", ["weekday-differs"]),
        ("the letter is of 9 March 2031, a Monday", ["weekday-differs"]),
        ("the letter calls 9 March 2031 Monday", ["weekday-differs"]),
        ("the letter is of 9 March 2031 (Monday)", ["weekday-differs"]),
        ("the letter is of 9 March 2031, a Sunday", []),
        ("the letter is of 9 March 2031, Monday's news is later", []),
        ("letters of Sunday and Monday, 9 and 10 March 2031", []),
        ("letters of Monday, 9 March", []),
        ("a Monday in March 2031", []),
        # Words in marks are a source's own, and stand in none of the quotations here.
        ("'the letter has \"Sunday, 9 March 2032\", a slip'", ["reason-misquotes"]),
    ],
)
def test_a_day_is_the_weekday_beside_it(briefing: Write, reason: str, expected: list[str]) -> None:
    found = told(briefing({TALKS: REASON.format(reason=reason)}))
    assert found == [(code, TALKS, 4, 13) for code in expected]


def test_a_weekday_is_held_against_its_day_in_every_text_of_ours(briefing: Write) -> None:
    reading = (
        "\nreading:\n  text: The talks of Monday, 9 March 2031 left it open.\n  on: 2031-06-05\n"
    )
    files = {CLAIM: dedent(TINY[CLAIM]).strip() + reading}
    assert told(briefing(files)) == [("weekday-differs", CLAIM, 13, 9)]


def test_a_date_that_no_quotation_has_is_not_told_for_its_weekday_too(briefing: Write) -> None:
    says = "says: the shires met on Sunday, 9 March 2032"
    claim = f"title: The talks\n{says}\nwitnesses: [courier-0310#met]\n"
    assert told(briefing({"claims/met.yaml": claim})) == [
        ("value-not-in-quotation", "claims/met.yaml", 2, 7)
    ]


@pytest.mark.parametrize(
    ("reason", "expected"),
    [
        ("published on 10 March 2031", []),
        ("'\"9 March\", published on Monday, 10 March 2031'", []),
        ("the report was published on its day, 11 March 2031", [("reason-differs", 4)]),
        ("said and published on 11 March 2031", [("reason-differs", 4)]),
        # The weekday tells it already.
        ("published on Monday, 11 March 2031", [("weekday-differs", 4)]),
        ("published in March 2031", []),
        ("published on 11 March", []),
        ("'the quotation has \"published on 11 March 2031\"'", [("reason-misquotes", 4)]),
        ("the letter of 11 March 2031 tells of it", []),
        ("the report was published on that day", [("reason-differs", 3)]),
        ("the news of 10 March 2031 was published on that day", []),
    ],
)
def test_a_witness_was_published_when_the_reason_says(
    briefing: Write, reason: str, expected: list[tuple[str, int]]
) -> None:
    found = told(briefing({TALKS: REASON.format(reason=reason)}))
    columns = {3: 10, 4: 13}
    assert found == [(code, TALKS, line, columns[line]) for code, line in expected]


def test_the_witness_that_a_reason_misses_is_named(briefing: Write) -> None:
    source = TINY["sources/courier-0310.yaml"].replace("2031-03-10", "2031-03-11")
    files = {
        TALKS: REASON.format(reason="published on 11 March 2031"),
        "sources/late.yaml": source,
    }
    (found,) = check(briefing(files)).diagnostics
    assert found.code == "reason-differs"
    assert found.help.startswith("name the witness `late`, published that day")


@pytest.mark.parametrize(
    ("published", "codes"),
    [
        ("2031-03-11", ["reason-differs"]),
        ("2031-03", []),
        ("../2031-03-12", []),
        ("unknown", []),
        # What is told of the source is not told of the reason too.
        ("2031-03-01", ["witness-before-fact"]),
        ("2031-06-25", ["after-edition"]),
        ("2031-07-02", ["end-before-start"]),
    ],
)
def test_a_source_of_another_day_is_told_once_for_all_reasons(
    briefing: Write, published: str, codes: list[str]
) -> None:
    source = tiny(SOURCE, ("published: 2031-03-10", f"published: {published}"))
    inferred = "inferred: published on 10 March 2031, witnesses: [courier-0310#met]"
    claim = f"title: The day after\nvalue: 2031-03-10\n{inferred.replace(', w', chr(10) + 'w')}\n"
    files = {
        **source,
        TALKS: REASON.format(reason="published on 10 March 2031"),
        "claims/after.yaml": claim.replace("inferred: ", "inferred: the day before it was "),
    }
    found = told(briefing(files))
    assert [(code, path) for code, path, *_ in found] == [(code, SOURCE) for code in codes]


def test_published_and_retrieved_exchanged_are_told_as_such(briefing: Write) -> None:
    dates = (
        "published: 2031-03-10\nretrieved: 2031-07-01",
        "published: 2031-07-01\nretrieved: 2031-03-10",
    )
    root = briefing(tiny(SOURCE, dates))
    assert told(root) == [("end-before-start", SOURCE, 5, 12)]
    (found,) = check(root).diagnostics
    assert found.help.endswith("or `published` and `retrieved` have changed places")


def test_a_month_is_not_exchanged_with_the_day_of_retrieval(briefing: Write) -> None:
    root = briefing(tiny(SOURCE, ("published: 2031-03-10", "published: 2031-08")))
    assert [one.help for one in check(root).diagnostics] == ["one of the two dates is wrong"]


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2031-06-02", []),
        ("2031-06-24", []),
        ("2031-06-01", [("read-before-printed", CLAIM, 14, 7)]),
        ("2030-06-05", [("read-before-printed", CLAIM, 14, 7)]),
    ],
)
def test_nobody_reads_what_is_not_printed(briefing: Write, on: str, expected: Told) -> None:
    reading = f"\nreading:\n  text: The two speak of two arches.\n  on: {on}\n"
    assert told(briefing({CLAIM: dedent(TINY[CLAIM]).strip() + reading})) == expected


@pytest.mark.parametrize(
    ("on", "expected"),
    [("2031-03-12", []), ("2031-03-11", [("read-before-printed", CLAIM, 7, 33)])],
)
def test_nobody_rejects_what_is_not_printed(briefing: Write, on: str, expected: Told) -> None:
    words = "    words: promised to mend the southern arch\n"
    rejected = f"    rejected: {{why: a slip, on: {on}}}\n"
    assert told(briefing(tiny(CLAIM, (words, words + rejected)))) == expected


def test_a_witness_may_be_added_to_what_was_read(briefing: Write) -> None:
    reading = "\nreading:\n  text: The two speak of two arches.\n  on: 2031-06-05\n"
    more = {
        "sources/post-0610.yaml": tiny(POST, ("2031-06-02", "2031-06-10"), ("/0602", "/0610"))[POST]
    }
    claim = tiny(CLAIM, ("[post-0602#none]", "[post-0602#none, post-0610#none]"))[CLAIM].strip()
    assert told(briefing({CLAIM: claim + reading, **more})) == []
    claim = claim.replace("post-0602#none, ", "")
    assert told(briefing({CLAIM: claim + reading, **more})) == [
        ("read-before-printed", CLAIM, 14, 7)
    ]


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (ENTRY.replace("    ada-reed:", "    ada-reed-2:"), [("named-twice", TALKS, 5, 26)]),
        (
            ENTRY.replace("    ada-reed: {", "    ada-reed-2: {label: Ada, "),
            [("named-twice", TALKS, 5, 38)],
        ),
        (ENTRY.replace("    ada-reed:", "    told:").replace("present", "expected"), []),
        # Another person under a key of its own, and the id of another person as the key.
        ("    reeve: {person: tom-hale, attendance: present, witnesses: [courier-0310]}\n", []),
        (ENTRY.replace("    ada-reed:", "    tom-hale:"), [("delegate-misnamed", TALKS, 5, 24)]),
    ],
)
def test_a_delegation_has_each_person_once(briefing: Write, entry: str, expected: Told) -> None:
    first = ENTRY.replace("{", "{label: Ada, ") if "label" in entry else ENTRY
    files = {
        "people/tom-hale.yaml": "name: {en: Tom Hale}\nparty: norland\n",
        TALKS: DELEGATION + first + entry,
    }
    assert told(briefing(files)) == expected


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param(
            {**tiny(PERSON, ("party: norland", "party: sudland")), TALKS: None},
            [("party-differs", PERSON, 2, 8)],
            id="of-whom-no-round-tells",
        ),
        pytest.param(
            tiny(PERSON, ("party: norland", "party: sudland")),
            [("delegate-of-other", TALKS, 5, 5)],
            id="told-in-the-round",
        ),
        pytest.param(
            tiny(PERSON, ("body: norland-bridge-office", "body: reeves")),
            [("party-differs", PERSON, 6, 11)],
            id="another-body",
        ),
        pytest.param(
            tiny(PERSON, ("    body: norland-bridge-office\n", "")), [], id="without-a-body"
        ),
        pytest.param(
            tiny(PERSON, ("norland-bridge-office", "courier"), ("Bridge warden", "Warden")),
            [],
            id="of-no-side",
        ),
        pytest.param(
            tiny(PERSON, ("norland-bridge-office", "joint"), ("Bridge warden", "Warden")),
            [],
            id="of-both",
        ),
        pytest.param(
            tiny(PERSON, ("norland-bridge-office", "ferry"), ("Bridge warden", "Warden")),
            [],
            id="of-a-third",
        ),
        pytest.param(
            tiny(
                PERSON,
                (
                    "  warden:\n",
                    "  reeve: {title: Reeve, body: reeves, witnesses: [courier-0310]}\n  warden:\n",
                ),
            ),
            [],
            id="another-office-is-of-the-side",
        ),
    ],
)
def test_who_acts_for_a_side_has_an_office_of_it(
    briefing: Write, files: dict[str, str | None], expected: Told
) -> None:
    bodies = {
        "parties/fenland.yaml": "name: {en: Fenland}\n",
        "bodies/reeves.yaml": "name: {en: Reeves' Court}\nof: sudland\n",
        "bodies/joint.yaml": "name: {en: Joint Commission}\nof: [norland, sudland]\n",
        "bodies/ferry.yaml": "name: {en: Ferry House}\nof: fenland\n",
    }
    assert [one for one in told(briefing({**bodies, **files})) if one[1] != CLAIM] == expected


def test_a_body_whose_side_an_act_tells_is_not_told_for_its_person_too(briefing: Write) -> None:
    text = tiny(BODY, ("of: norland", "of: sudland"))
    pact = "title: Pact\nparties: [norland, sudland]\nacts:\n  ends:\n    party: norland\n"
    act = "    does: suspend\n    target: bridge-toll\n    from: 2031-04-01\n"
    witness = "    witnesses: [office-0312#toll]\n"
    found = told(briefing({**text, "agreements/pact.yaml": pact + act + witness}))
    assert found == [("act-of-other", "agreements/pact.yaml", 5, 12)]


def test_a_body_of_the_wrong_side_is_told_once_for_all_its_persons(briefing: Write) -> None:
    office = "{warden: {title: Clerk, body: reeves, witnesses: [courier-0310]}}"
    person = f"name: {{en: NAME}}\nparty: norland\noffices: {office}\n"
    files = {
        "bodies/reeves.yaml": "name: {en: Reeves' Court}\nof: sudland\n",
        "people/tom-hale.yaml": person.replace("NAME", "Tom Hale"),
        "people/una-moss.yaml": person.replace("NAME", "Una Moss"),
    }
    assert told(briefing(files)) == [("party-differs", "bodies/reeves.yaml", 2, 5)]


@pytest.mark.parametrize(
    ("title", "place", "expected"),
    [
        ("Talks in Oxmoor, June 2031", "{en: Oxmoor}", []),
        ("Talks in Oxmoor, June 2031", "{en: Fenwick}", ["place-differs"]),
        ("Talks at Oxmoor, June 2031", "Fenwick", ["place-differs"]),
        ("Talks in Oxmoor and Fenwick, June 2031", "{en: Fenwick}", []),
        # Not held there, or not known as a place.
        ("Talks on Oxmoor, June 2031", "{en: Fenwick}", []),
        ("Talks in Marston, June 2031", "{en: Fenwick}", []),
        # One letter; the source prints the title's.
        ("Talks in Fenwick, June 2031", "{en: Fenwik}", ["place-differs"]),
        ("Talks in Marston, June 2031", "{en: Marstn}", ["name-misspelt"]),
        ("Talks in Fenwick, June 2031", "{en: Fenwick Hall}", []),
    ],
)
def test_a_round_is_held_where_its_title_says(
    briefing: Write, title: str, place: str, expected: list[str]
) -> None:
    files = {
        **tiny(TALKS, ("date:", "place: {en: Oxmoor}\ndate:")),
        **tiny(POST, ("the arch.", "the arch in Fenwick.")),
        "rounds/ford-2031-06.yaml": FORD.format(title=title, place=f"place: {place}\n"),
    }
    found = told(briefing(files))
    at = {"place-differs": (2, 8), "name-misspelt": (1, 17)}
    assert found == [(code, "rounds/ford-2031-06.yaml", *at[code]) for code in expected]


@pytest.mark.parametrize(
    ("id_", "place", "expected"),
    [
        ("marston-talks", "Oxmoor", ["place-differs"]),
        ("ford-talks", "Oxmoor", []),
        ("marston-talks", "Fenwick", []),
    ],
)
def test_a_round_with_the_place_of_another_is_named_for_its_own(
    briefing: Write, id_: str, place: str, expected: list[str]
) -> None:
    title = "Talks in Marston, June 2031"
    files = {
        **tiny(TALKS, ("date:", "place: {en: Oxmoor}\ndate:")),
        f"rounds/{id_}.yaml": FORD.format(title=title, place=f"place: {{en: {place}}}\n"),
    }
    assert told(briefing(files)) == [(code, f"rounds/{id_}.yaml", 2, 8) for code in expected]


def test_a_title_that_stands_twice_is_not_told_for_its_place_too(briefing: Write) -> None:
    title = ("Talks at the mill, March 2031", "Talks in Oxmoor, June 2031")
    files = {
        **tiny(TALKS, title, ("date:", "place: {en: Oxmoor}\ndate:"), ("2031-03-09", "2031-06-02")),
        "rounds/ford-2031-06.yaml": FORD.format(title=title[1], place="place: {en: Fenwick}\n"),
    }
    codes = [code for code, *_ in told(briefing(files))]
    assert "same-title" in codes
    assert "place-differs" not in codes


@pytest.mark.parametrize(
    ("named", "message"),
    [
        ("mill-talks-2031-03.date", None),
        ("mill-talks-2031-03.dates", "no record or statement `mill-talks-2031-03.dates`"),
        ("mill-talks-2013-03.parts.date", "no record or statement `mill-talks-2013-03.parts.date`"),
        # What has a dot in it need not be an id.
        ("the-bridge.example", None),
        ("https://mill-talks-2031-03.dates/", None),
        ("a@mill-talks-2031-03.dates", None),
    ],
)
def test_an_id_in_a_reason_is_that_of_something(
    briefing: Write, named: str, message: str | None
) -> None:
    files = {TALKS: REASON.format(reason=f"the day before ({named})")}
    found = check(briefing(files)).diagnostics
    assert [(one.message, one.span.text) for one in found] == [(message, named)] * bool(message)


@pytest.mark.parametrize(
    ("reason", "day"),
    [
        ("'the quotation has \"9 March 2031\"'", None),
        ("'the quotation has \"9 March\"'", None),
        ("the day after 8 March 2031", None),
        ("a letter of 8 March 2031 tells of it", None),
        # The last such day, or the next.
        ("'\"at the mill\", on the Sunday before 10 March 2031'", None),
        ("the report of 8 March 2031 tells of the talks of that day", "8 March 2031"),
        ("they met on its day, 8 March 2031", "8 March 2031"),
        ("a letter of Monday, which was 10 March 2031", "10 March 2031"),
        ("'\"on 9 March 2031\", written on Monday'", None),
        ("the report of 10 March 2031 says yesterday", None),
        ("the report of 10 March 2031 says two days ago", "8 March 2031"),
    ],
)
def test_a_day_is_the_one_that_its_reason_comes_to(
    briefing: Write, reason: str, day: str | None
) -> None:
    found = check(briefing({TALKS: REASON.format(reason=reason)})).diagnostics
    assert [one.message for one in found] == [f"by its reason this is {day}"] * bool(day)


@pytest.mark.parametrize(
    ("month", "reason", "meant"),
    [
        ("2031-02", "early last month, in a text of 3 March 2031", None),
        ("2031-03", "early last month, in a text of 3 March 2031", "February 2031"),
        ("2031-02", "early this month, in a text of 3 March 2031", "March 2031"),
        ("2030-11", "last month, in a text of 1 January 2031", "December 2030"),
        ("2031", "last month, in a text of 3 March 2031", None),
        ("2031-03", "the last month of the winter, in a text of 3 March 2031", None),
        ("2031-03", "last month, in texts of 3 March and 3 April 2031", None),
        ("2031-03", "last month, in a text", None),
    ],
)
def test_a_month_is_counted_from_that_of_the_page(
    briefing: Write, month: str, reason: str, meant: str | None
) -> None:
    text = REASON.format(reason=f"so {reason}").replace("2031-03-09", month)
    text = text.replace("mill, March 2031", "mill")
    found = check(briefing({TALKS: text})).diagnostics
    told = [one.message for one in found if one.code == "reckoning-differs"]
    assert told == [f"by its reason this is {meant}"] * bool(meant)


@pytest.mark.parametrize(
    ("reason", "is_told"),
    [
        ("the page says that it was on Monday", True),
        ("the page says that it was on Sunday", False),
        ("the page, printed on Monday, has no day", False),
        ("printed on Monday, 10 March 2031, on the day before", False),
    ],
)
def test_a_weekday_in_words_of_ours(briefing: Write, reason: str, is_told: bool) -> None:
    found = check(briefing({TALKS: REASON.format(reason=f"'{reason}'")})).diagnostics
    assert [one.code for one in found if one.code == "weekday-differs"] == [
        "weekday-differs"
    ] * is_told


def test_a_day_is_the_one_that_its_reason_quotes(briefing: Write) -> None:
    reason = REASON.format(reason="'the quotation has \"9 March\"'")
    files = {TALKS: reason.replace("2031-03-09", "2031-03-08").replace(", March 2031", "")}
    assert told(briefing(files)) == [("reckoning-differs", TALKS, 3, 10)]


@pytest.mark.parametrize(
    ("length", "reason", "is_told"),
    [
        ("90 days", "90 days", False),
        ("60 days", "90 days", True),
        ("1 year", "twelve months", False),
        ("24 months", "two years", False),
        ("2 years", "twelve months", True),
    ],
)
def test_a_length_is_that_of_its_reason(
    briefing: Write, length: str, reason: str, is_told: bool
) -> None:
    pact = f"""\
title: Pact
parties: [norland, sudland]
terms:
  arch:
    party: sudland
    does: undertake
    says: Sudland mends the southern arch
    from: 2031-03-12
    for: {length}
    inferred: {{from: published on 12 March 2031, for: the letter has {reason}}}
    witnesses: [office-0312#hold]
"""
    found = told(briefing({"agreements/pact.yaml": pact}))
    assert found == [("reckoning-differs", "agreements/pact.yaml", 9, 10)] * is_told


@pytest.mark.parametrize(
    ("reason", "is_told"),
    [
        ("reported on that day", True),
        ("the office answered questions on it that day", True),
        ("the pages of that day tell of it", True),
        ("the day of the report", True),
        ("the letter names that day", False),
        ("a rest from that day presupposes it", False),
    ],
)
def test_what_was_reported_on_a_day_has_a_witness_of_it(
    briefing: Write, reason: str, is_told: bool
) -> None:
    found = told(briefing({TALKS: REASON.format(reason=reason)}))
    assert found == [("reason-differs", TALKS, 3, 10)] * is_told


@pytest.mark.parametrize(
    ("reason", "day"),
    [
        ("'\"on Sunday\", in a paper of 10 March 2031'", None),
        ("'\"on Sunday\", in a paper of 9 March 2031'", None),
        ("'\"on Sunday\", in a paper of 6 March 2031'", None),
        ("'\"on Sunday\", in a paper of 18 March 2031'", "16 March 2031"),
        ("'\"today\", in a paper of 10 March 2031'", "10 March 2031"),
        ("'\"on Sunday\", the day after 18 March 2031'", None),
        ("'\"on Sunday\" last week, in a paper of 18 March 2031'", None),
        ("'\"Sunday\" a week ago, in a paper of 18 March 2031'", None),
    ],
)
def test_a_weekday_is_the_last_before_the_day_that_its_reason_names(
    briefing: Write, reason: str, day: str | None
) -> None:
    source = tiny(SOURCE, ("met at the mill on 9 March", "met today on Sunday, 9 March"))
    found = check(briefing({**source, TALKS: REASON.format(reason=reason)})).diagnostics
    assert [one.message for one in found] == [f"by its reason this is {day}"] * bool(day)


def test_an_event_is_of_the_day_that_its_title_and_its_id_have(briefing: Write) -> None:
    event = "title: {title}\ndate: {{value: 2031-03-09, witnesses: [office-0312#met]}}\n"
    files = {
        "events/letter-2031-03-08.yaml": event.format(title="Letter of 8 March 2031"),
        "events/answer-2031-03-09.yaml": event.format(title="Answer to the letter of 8 March 2031"),
    }
    assert told(briefing(files)) == [("label-differs", "events/letter-2031-03-08.yaml", 2, 15)]


@pytest.mark.parametrize(
    ("reason", "is_told"),
    [
        ("'the page has \"met at the mill\", nothing more'", False),
        ("'the page has \"met at the [old] mill\"'", False),
        ("'the page has \"met at the ferry\"'", True),
        ("'what others call \"the ferry\" is the mill'", False),
        # The title of the source.
        ("'the page is headed \"Two days at the mill\"'", False),
    ],
)
def test_words_in_marks_are_those_of_the_source(
    briefing: Write, reason: str, is_told: bool
) -> None:
    source = tiny(SOURCE, ("title: ", "title: Two days at the mill, "))
    found = told(briefing({**source, TALKS: REASON.format(reason=reason)}))
    assert found == [("reason-misquotes", TALKS, 4, 13)] * is_told


def test_a_source_without_a_title_is_told_for_that_alone(briefing: Write) -> None:
    (text,) = tiny(SOURCE).values()
    kept = "".join(one for one in text.splitlines(True) if not one.startswith("title:"))
    reason = REASON.format(reason="'the page has \"met at the mill\"'")
    assert told(briefing({SOURCE: kept, TALKS: reason})) == [("missing-key", SOURCE, 1, 1)]


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("“It will run”, Ada Reed told the council.", True),
        ("“It will run”, Tom Hale told the council.", False),
        ("Asked what Ada Reed told the council, he replied: “It will run”.", False),
        ("“It will run”, the warden of the ferry said, as Ada Reed told the council.", False),
        ("“It will run”, an official said, and Ada Reed said so too.", False),
        ("“It will run”: so it stands in the paper.", False),
    ],
)
def test_words_are_by_whom_their_quotation_names(briefing: Write, text: str, is_told: bool) -> None:
    quotation = f'  ferry: {{text: "{text}"}}\n'
    (source,) = tiny(SOURCE).values()
    claim = "title: The ferry\nby: tom-hale\nwords: It will run\nwitnesses: [courier-0310#ferry]\n"
    files = {
        SOURCE: source + quotation,
        "people/tom-hale.yaml": "{name: {en: Tom Hale}, party: norland}\n",
        "claims/ferry.yaml": claim,
    }
    assert told(briefing(files)) == [("speaker-differs", "claims/ferry.yaml", 2, 5)] * is_told


def test_a_position_that_is_called_by_a_month_has_a_day_of_it(briefing: Write) -> None:
    claim = """\
title: The toll
asks: When is it charged?
positions:
  march: {value: 2031-03-09, witnesses: [courier-0310#met]}
  may: {value: 2031-03-08, inferred: the eve, witnesses: [office-0312#met]}
"""
    assert told(briefing({"claims/toll.yaml": claim})) == [
        ("label-differs", "claims/toll.yaml", 5, 16)
    ]


def test_a_key_that_ends_in_a_year_has_it_in_its_label(briefing: Write) -> None:
    series = """\
title: Carts by place
reporter: norland-bridge-office
unit: carts
points:
  ford-2030: {label: "The ford, 2029, counted in 2031", value: 1240, witnesses: [{by}]}
  mill-2030: {label: "The mill, 2030, counted in 2031", value: 1240, witnesses: [{by}]}
  hill-2030: {label: The hill, value: 1240, witnesses: [{by}]}
""".replace("{by}", "courier-0310#carts")
    assert told(briefing({"series/places.yaml": series})) == [
        ("label-differs", "series/places.yaml", 5, 3)
    ]


def test_no_source_tells_of_an_office_or_of_talks_before_they_begin(briefing: Write) -> None:
    files = {
        "people/tom-hale.yaml": "name: {en: Tom Hale}\nparty: norland\noffices:\n  clerk:\n"
        "    title: Clerk\n    from: 2031-09-01\n    witnesses: [courier-0310]\n",
        "rounds/ford-talks.yaml": "title: Talks at the ford\n"
        "last-day: {value: 2031-09-01, witnesses: [courier-0310]}\n",
    }
    assert told(briefing(files)) == [
        ("witness-before-fact", "people/tom-hale.yaml", 6, 11),
        ("witness-before-fact", "rounds/ford-talks.yaml", 2, 19),
    ]


@pytest.mark.parametrize(
    ("does", "target", "expected"),
    [
        ("lift", "bridge-toll.parts.rate", ["named-twice"]),
        ("lift", "bridge-toll.in-force", []),
        # What was suspended can be so again.
        ("suspend", "bridge-toll.parts.rate", []),
    ],
)
def test_a_thing_is_ended_once(
    briefing: Write, does: str, target: str, expected: list[str]
) -> None:
    act = (
        "  {}: {{label: {}, does: {}, target: {}, from: 2031-04-01, witnesses: [office-0312#toll]}}"
    )
    acts = (
        act.format("a", "A", does, "bridge-toll.parts.rate"),
        act.format("b", "B", does, target),
    )
    letter = "title: Letter\nacts:\n" + "\n".join(acts) + "\n"
    codes = [code for code, *_ in told(briefing({"events/letter.yaml": letter}))]
    assert [one for one in codes if one == "named-twice"] == expected


@pytest.mark.parametrize(
    ("reason", "help_"),
    [
        ("the report was published on that day", "mend this day or its reason, or the day of"),
        ("said and published on 11 March 2031", "mend the day in the reason, or the day of"),
    ],
)
def test_what_may_be_mended_is_where_the_day_stands(
    briefing: Write, reason: str, help_: str
) -> None:
    (found,) = check(briefing({TALKS: REASON.format(reason=reason)})).diagnostics
    assert found.help.startswith(help_)
