"""What only looks wrong: what the rules that doubt leave alone, and what is told instead."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

from generator.check import check
from tests.conftest import TINY

Write = Callable[..., Path]
CODES = (
    "attendance-differs",
    *("address-differs", "comment-in-text", "names-itself", "number-differs"),
    *("label-differs", "language-missing", "party-not-named", "same-label", "weekday-differs"),
    *("same-address", "same-quotation", "term-twice"),
)
SOURCE = """\
publisher: The Courier
title: The bridge
url: https://courier.example/{path}
published: {published}
retrieved: 2031-07-01
kind: newspaper
origin: own
quotes:
  free: {{text: "The bridge is free on 3 May."}}
"""
CLAIM = "{says: The bridge is free on 3 May 2031, witnesses: [bridge#free]}"
PACT = """\
title: Pact
parties: [{parties}]
terms:
  arch:
    party: {party}
    does: undertake
    says: Sudland mends the southern arch
    witnesses: [office-0312#hold]
"""
DATE = """\
title: Talks at the ford
date:
  value: {day}
  inferred: {reason}
  witnesses: [bridge#free]
"""


def doubts(root: Path) -> list[str]:
    return [one.code for one in check(root).diagnostics if one.code in CODES]


@pytest.mark.parametrize(
    ("path", "published", "expected"),
    [
        ("2031/05/02/free", "2031-05-04", []),
        ("2031/05/02/free", "2031-06-02", ["address-differs"]),
        ("2031/0502/free", "2031-06-02", ["address-differs"]),
        ("2031/May/02/free", "2031-06-02", ["address-differs"]),
        ("20310502/free", "../2031-06-02", []),
        ("20310502/free", "../2031-04-02", ["address-differs"]),
        ("20310502/free", "unknown", []),
        ("20310502/free", "2031", []),
        # The month of a copy, the end of a period, the day of an event.
        ("2031/05/free", "2031-06-10", []),
        ("aapl-20310331.htm", "2031-05-10", []),
        ("talks-of-2031-03-09/free", "2031-05-10", []),
        # The same day of another year is a slip of the digits.
        ("20310602-free", "2013-06-02", ["address-differs"]),
        ("20310602-free", "2031-06-02", []),
    ],
)
def test_only_folders_of_an_address_are_a_day(
    briefing: Write, path: str, published: str, expected: list[str]
) -> None:
    files = {
        "sources/bridge.yaml": SOURCE.format(path=path, published=published),
        "claims/free.yaml": CLAIM,
    }
    assert doubts(briefing(files)) == expected


@pytest.mark.parametrize("published", ["2030-05-02", "2052-05-02", "2031-06-30"])
def test_what_rests_on_a_wrong_day_of_publication_is_not_told_too(
    briefing: Write, published: str
) -> None:
    files = {
        "sources/bridge.yaml": SOURCE.format(path="2031/05/02/free", published=published),
        "measures/free.yaml": "{title: Free days, issuer: norland-bridge-office, "
        "in-force: {value: 2031-05-03, witnesses: [bridge#free]}}",
        "agreements/pact.yaml": "{title: Pact, parties: [norland, sudland], acts: {ends: "
        "{does: suspend, target: free, from: 2031-05-03, witnesses: [bridge#free]}}}",
        "agreements/truce.yaml": "{title: Truce, parties: [norland, sudland], "
        "in-force: {value: 2031-05-03, witnesses: [bridge#free]}, acts: {ends: "
        "{does: suspend, target: bridge-toll, witnesses: [office-0312#toll]}}}",
    }
    found = check(briefing(files)).diagnostics
    assert [one.span.file.path for one in found] == ["content/sources/bridge.yaml"]


@pytest.mark.parametrize(
    ("title", "number", "expected"),
    [
        ("Notice No. 80 of 2031", "No. 80 of 2031", []),
        ("Notice No. 80 of 2031", "No. 62 of 2031", ["number-differs"]),
        ("Notice No. 80 of 2031", "No. 80 of 2030", ["number-differs"]),
        ("Notice No. 18", "No. 18 of 2031", []),
        ("Notice No. 8", "No. 08", []),
        ("Toll order of 2031", "No. 12", []),
        ("Tariff of 10 per cent", "No. 12 of 2031", []),
        ("Toll on the 2 bridges", "EO 14195", []),
        ("Executive Order 14195 (tolls)", "Executive Order 14159", ["number-differs"]),
    ],
)
def test_a_number_is_held_against_that_behind_the_same_word(
    briefing: Write, title: str, number: str, expected: list[str]
) -> None:
    text = f'{{title: "{title}", number: "{number}", issuer: norland-bridge-office}}'
    assert doubts(briefing({"measures/notice.yaml": text})) == expected


@pytest.mark.parametrize(
    ("day", "reason", "expected"),
    [
        # 9 March 2031 was a Sunday.
        ("2031-03-09", "'\"on Sunday\", published on Monday'", []),
        ("2031-03-08", "'\"on Sunday\", published on Monday'", ["weekday-differs"]),
        ("2031-03-09", "'\"yesterday\", in the paper of Monday'", []),
        ("2031-03-09", "'the day before \"Monday\"'", []),
        ("2031-03-09", "'\"from midnight on Saturday\"'", []),
        ("2031-03-09", "'the report is of Monday'", []),
        ("2031-03", "'\"on Sunday\"'", []),
    ],
)
def test_a_weekday_counts_in_the_words_of_the_source(
    briefing: Write, day: str, reason: str, expected: list[str]
) -> None:
    source = SOURCE.format(path="days", published="2031-03-10")
    words = "On Sunday and yesterday, from midnight on Saturday and before Monday."
    files = {
        "sources/bridge.yaml": source.replace("The bridge is free on 3 May.", words),
        "rounds/ford-talks.yaml": DATE.format(day=day, reason=reason),
    }
    assert doubts(briefing(files)) == expected


@pytest.mark.parametrize(
    ("parties", "party", "expected"),
    [
        ("norland, sudland", "sudland", []),
        ("norland", "sudland", ["party-not-named"]),
        # What is misspelt is told, and nothing more.
        ("norland, sudlnad", "sudland", []),
        ("norland, sudland", "sudlnad", []),
    ],
)
def test_a_party_that_is_misspelt_is_no_other_one(
    briefing: Write, parties: str, party: str, expected: list[str]
) -> None:
    files = {"agreements/pact.yaml": PACT.format(parties=parties, party=party)}
    assert doubts(briefing(files)) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("title: Notice #80", ["comment-in-text"]),
        ("title: toll #80", ["comment-in-text"]),
        ("title: Notice  # the eightieth", []),
        ('title: "Notice" #the eightieth', []),
        ("title: Notice\naliases: [toll] #of the bridge", []),
    ],
)
def test_a_number_sign_cuts_a_text_without_quotes(
    briefing: Write, line: str, expected: list[str]
) -> None:
    text = f"{line}\nissuer: norland-bridge-office\n"
    assert doubts(briefing({"measures/notice.yaml": text})) == expected


def test_the_edition_may_be_cut_off_too(briefing: Write) -> None:
    text = TINY["briefing.yaml"].replace("title: ", "title: The bridge #2 of ", 1)
    assert doubts(briefing({"briefing.yaml": text})) == ["comment-in-text"]


FIGURES = """\
title: Boats under the bridge
reporter: norland-bridge-office
unit: boats
points:
  {key}: {{{extra}, value: "1240", witnesses: [courier-0310#carts]}}
"""


@pytest.mark.parametrize(
    ("key", "extra", "expected"),
    [
        ("2030-02", "label: February 2030", []),
        ("2030-02", "label: January 2030", ["label-differs"]),
        ("2030-02", "label: As revised in March 2030", []),
        ("2030-02", "label: Against January 2030", []),
        ("2030-02-yoy", "label: February 2029", ["label-differs"]),
        ("2030-02-yoy", "label: February 2030 against January 2030", []),
        ("2030-02-less-january", "label: 'February 2030, less January'", []),
        ("2030-jan-feb", "label: January and February 2030", []),
        ("2030-jan-feb", "label: January and February 2029", ["label-differs"]),
        ("2030-h1", "label: first half of 2030", []),
        ("2030-h1", "label: H1 2030", []),
        ("2030-h1", "label: January to June 2030", []),
        ("2030-h1", "label: first half of 2029", ["label-differs"]),
        ("2030-h1", "label: Second half of 2030", ["label-differs"]),
        ("2030-h1", "label: 2030 H2", ["label-differs"]),
        ("2030-h1", "label: first half of the year 2029", []),
        ("2030-h1", "label: As in the first half of 2029", []),
        ("2030-h1", "period: 2030-07", ["label-differs"]),
        ("2030-h1", "period: 2030", []),
        ("2030-h1-yoy", "label: 'first half of 2030, year on year'", []),
        ("2030-h1-yoy", "label: 'first half of 2029, year on year'", ["label-differs"]),
        ("2030-h12", "label: first half of 2030", []),
        ("2030-q1", "label: first quarter of 2030", []),
        ("2030-q1", "label: 'January, February and March 2030'", []),
        ("2030-q1", "label: second quarter of 2030", ["label-differs"]),
        ("2030-q1", "label: first half of 2030", ["label-differs"]),
        ("2030-q1", "label: March 2030", ["label-differs"]),
        ("2030-q1", "label: '31 March 2030, at the end'", []),
        ("2030-jan-may", "label: January–May 2030", []),
        ("2030-jan-may", "label: January 2030 to May 2030", []),
        ("2030-jan-may", "label: January to March 2030", ["label-differs"]),
        ("2030-jan-may", "label: January to May", []),
        ("2030-jan-feb-yoy", "label: February 2030", ["label-differs"]),
        ("2030-nov", "label: November 2030", []),
        # Of two years: neither the key nor the label is read.
        ("2030-nov-jan", "label: November 2030 to January 2031", []),
        # What is counted up to a month may be called by that month.
        ("2030-06-so-far", "label: first half of 2030", []),
        ("2030-06-so-far", "label: January to June 2030", []),
        ("2030-02", "label: first half of 2030", ["label-differs"]),
        ("2030-02", "label: February and March 2030", ["label-differs"]),
        ("2030-spring", "label: first quarter of 2030", []),
        ("2030", "label: first half of 2029", ["label-differs"]),
        ("2030", "label: '2029, as printed later'", []),
        ("2030-02-10", "label: February 2030", []),
        ("boats-of-2030-02", "label: January 2030", []),
        ("2030-02", "period: 2030-02-10", []),
        ("2030-02", "period: 2030-03", ["label-differs"]),
        # The key is one of the two places; two that differ from it are both told, as one.
        ("2030-02", "period: 2030-03, label: March 2030", ["label-differs"]),
    ],
)
def test_a_figure_is_of_the_time_that_its_key_begins_with(
    briefing: Write, key: str, extra: str, expected: list[str]
) -> None:
    assert doubts(briefing({"series/boats.yaml": FIGURES.format(key=key, extra=extra)})) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Talks, March 2031", []),
        ("Talks of 9 and 10 March 2031", []),
        ("Talks of 10 March 2031", []),
        ("Talks at the mill, 11 March 2031", ["label-differs"]),
        ("Talks on the pact of 1 February 2031", []),
        ("Talks that prepare April 2031", []),
        ("Talks, April 2031", ["label-differs"]),
        ("Talks of spring 2031", []),
        ("Talks before May", []),
    ],
)
def test_a_title_has_the_days_of_its_record(
    briefing: Write, title: str, expected: list[str]
) -> None:
    text = f"""
        title: {title}
        date: {{value: 2031-03-09, witnesses: [courier-0310#met]}}
        last-day: {{value: 2031-03-10, inferred: guessed, witnesses: [courier-0310#met]}}
        """
    assert (
        doubts(
            briefing(
                {
                    "rounds/mill-talks-2031-03.yaml": text,
                    "claims/arch-promise.yaml": None,
                    "points/promise.yaml": None,
                }
            )
        )
        == expected
    )


def test_a_wrong_date_is_not_told_of_its_title_too(briefing: Write) -> None:
    text = TINY["rounds/mill-talks-2031-03.yaml"].replace("2031-03-09", "2031-04-09")
    found = check(briefing({"rounds/mill-talks-2031-03.yaml": text})).diagnostics
    assert [one.code for one in found] == ["value-not-in-quotation"]


@pytest.mark.parametrize(
    ("labels", "expected"),
    [(("a", "b"), []), (("a", "A"), ["same-label"]), (("a", "a"), ["same-label"])],
)
def test_two_rows_are_not_called_the_same(
    briefing: Write, labels: tuple[str, str], expected: list[str]
) -> None:
    rows = "".join(
        f"  {key}: {{label: {label}, value: '2', unit: pence, witnesses: [office-0312#toll]}}\n"
        for key, label in zip(("one", "two"), labels, strict=True)
    )
    text = f"title: A toll\nissuer: norland-bridge-office\nparts:\n{rows}"
    assert doubts(briefing({"measures/toll.yaml": text})) == expected


@pytest.mark.parametrize(
    ("label", "expected"),
    [("At the ford", []), ("The first", ["same-label"]), ("a toll", ["same-label"])],
)
def test_a_label_is_not_that_of_another_part_nor_of_the_record(
    briefing: Write, label: str, expected: list[str]
) -> None:
    said = "value: '2', unit: pence, witnesses: [office-0312#toll]"
    text = (
        "title: A toll\nissuer: norland-bridge-office\n"
        f"parts:\n  one: {{label: The first, {said}}}\n"
        f"rate: {{label: {label}, {said}}}\n"
    )
    assert doubts(briefing({"measures/toll.yaml": text})) == expected


def test_parts_of_two_maps_may_have_a_row_each_of_one_label(briefing: Write) -> None:
    talks = TINY["rounds/mill-talks-2031-03.yaml"].rstrip()
    own = "\n              label: Head"
    other = """
          sudland:
            tom-hale:
              label: Head
              person: tom-hale
              attendance: present
              witnesses: [post-0602]"""
    person = "{name: {en: Tom Hale}, party: sudland}"
    text = talks.replace("ada-reed:\n", f"ada-reed:{own}\n") + other
    files = {"rounds/mill-talks-2031-03.yaml": text, "people/tom-hale.yaml": person}
    assert doubts(briefing(files)) == []


def test_a_claim_and_a_statement_of_it_have_labels_of_their_own(briefing: Write) -> None:
    claim = (
        TINY["claims/arch-promise.yaml"].rstrip()
        + """
        label: The arch
        pier: {label: The arch, says: It stands, witnesses: [office-0312#hold]}
        """
    )
    found = check(briefing({"claims/arch-promise.yaml": claim})).diagnostics
    told = [one.message for one in found if one.code == "same-label"]
    assert told == ["`arch-promise` has the label `The arch` too"]


@pytest.mark.parametrize(("name", "key"), [("talks-2031-03", "title"), ("talks", "value")])
def test_the_title_is_wrong_where_the_id_has_the_date(briefing: Write, name: str, key: str) -> None:
    text = (
        "title: Talks at the mill, April 2031\nform: meeting\n"
        "date:\n  value: 2031-03-09\n  witnesses: [courier-0310#met]\n"
    )
    found = check(briefing({f"rounds/{name}.yaml": text})).diagnostics
    (told,) = [one for one in found if one.code == "label-differs"]
    assert told.span.line == {"title": 1, "value": 4}[key]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Terbium", []),
        ("{en: Terbium, zh: 铽, seen: courier-0310}", []),
        ("{en-GB: Terbium}", []),
        ("{}", []),
        ("{seen: courier-0310}", []),
        ("{eng: Terbium}", ["did you mean `en`?"]),
        ("{zh: 铽}", ["write it first: `{en: ..., zh: ...}`"]),
    ],
)
def test_a_name_has_a_form_in_the_language_of_the_briefing(
    briefing: Write, name: str, expected: list[str]
) -> None:
    found = check(briefing({"materials/terbium.yaml": f"name: {name}"})).diagnostics
    assert [one.help for one in found if one.code == "language-missing"] == expected


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://post.example/0603", []),
        ("https://post.example/0602", ["same-address"]),
        ("http://www.post.example/0602/", ["same-address"]),
        ("https://post.example/0602#second", []),
    ],
)
def test_one_page_is_one_source(briefing: Write, address: str, expected: list[str]) -> None:
    source = TINY["sources/post-0602.yaml"].replace("https://post.example/0602", address)
    claim = TINY["claims/arch-promise.yaml"].replace("#none", "#none, again#none")
    files = {"sources/again.yaml": source, "claims/arch-promise.yaml": claim}
    assert doubts(briefing(files)) == expected
    # Of what nothing rests on no more is told.
    assert doubts(briefing({"claims/arch-promise.yaml": TINY["claims/arch-promise.yaml"]})) == []


def test_the_address_is_wrong_at_the_source_with_another_title(briefing: Write) -> None:
    address = "https://post.example/arch-repair-unpaid"
    first, again = (
        TINY["sources/post-0602.yaml"].replace("https://post.example/0602", address)
        for _ in range(2)
    )
    title = next(line for line in first.split("\n") if "title:" in line)
    again = again.replace(title, "        title: Arch repair still unpaid")
    claim = TINY["claims/arch-promise.yaml"].replace("#none", "#none, unpaid#none")
    files = {"sources/post-0602.yaml": first, "sources/unpaid.yaml": again}
    found = check(briefing({**files, "claims/arch-promise.yaml": claim})).diagnostics
    told = [one for one in found if one.code == "same-address"]
    assert [one.span.file.path for one in told] == ["content/sources/post-0602.yaml"]


def test_a_source_that_does_not_count_may_be_of_the_same_page(briefing: Write) -> None:
    source = f"{TINY['sources/post-0602.yaml']}    counts: no\n        why: misread\n"
    claim = TINY["claims/arch-promise.yaml"].replace("#none", "#none, again#none")
    files = {"sources/again.yaml": source, "claims/arch-promise.yaml": claim}
    assert doubts(briefing(files)) == []


def test_words_that_were_pasted_over_others_are_told_once(briefing: Write) -> None:
    """Where what rests on them has other words it is told at the quotation alone."""
    text = TINY["sources/office-0312.yaml"]
    hold, met = "Sudland promised to mend the southern arch.", "The two shires met at the mill"
    pasted = text.replace(hold, f"{met} on 9 March 2031.")
    found = check(briefing({"sources/office-0312.yaml": pasted})).diagnostics
    assert len(found) == 1


@pytest.mark.parametrize(
    ("delegate", "expected"),
    [
        ("person: ada-reed, attendance: present", []),
        ("person: ada-reed", ["add `attendance: present`, `absent` or `expected`"]),
        ("attendance: present", ["add `person: ada-reed`"]),
        ("words: the bridge warden", []),
        ("people: [ada-reed], attendance: absent", []),
    ],
)
def test_of_a_delegate_all_is_said(briefing: Write, delegate: str, expected: list[str]) -> None:
    whole = "person: ada-reed\n              attendance: present\n              witnesses"
    text = TINY["rounds/mill-talks-2031-03.yaml"]
    start = text.index("ada-reed:\n")
    written = f"{text[:start]}ada-reed: {{{delegate}, witnesses: [courier-0310#warden]}}\n"
    assert whole in text
    found = check(briefing({"rounds/mill-talks-2031-03.yaml": written})).diagnostics
    assert [one.help for one in found if one.code == "delegate-unsaid"] == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ada Reed", []),
        ("Ada Reeed", []),  # Another record has the name that is near.
        ("Ada Wardne", []),  # `warden` is a word.
        ("Sudlnad Post", ["did you mean `Sudland`?"]),
        ("Sudland Boats", []),
        ("Sudland Post", []),
    ],
)
def test_a_name_is_spelled_as_several_sources_spell_it(
    briefing: Write, name: str, expected: list[str]
) -> None:
    files = {"people/tom-hale.yaml": f"name: {{en: {name}}}\nparty: sudland"}
    found = check(briefing(files)).diagnostics
    assert [one.help for one in found if one.code == "name-differs"] == expected


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("name: {en: Bo Lind}", []),
        ("name: {en: Bo Linn}", ["no source prints `Linn`, and one prints `Lind`"]),
        ("name: {en: Bo Lin}", ["no source prints `Lin`, and one prints `Lind`"]),
        # It is the source that misspells it, or somebody else.
        ("name: {en: Bo Linn}\naliases: [Bo Lind]", []),
        ("name: {en: Bea Linn}", []),
        # A word that is no part of a name is none that was meant.
        ("name: {en: Wet Lind}", []),
    ],
)
def test_a_name_is_spelled_as_the_one_source_that_prints_it(
    briefing: Write, keys: str, expected: list[str]
) -> None:
    text = TINY["sources/office-0312.yaml"]
    quoted = text.replace("The two shires met", "Bo Lind met Lind and the two shires met")
    files = {"people/bo-lind.yaml": keys, "sources/office-0312.yaml": quoted}
    found = check(briefing(files)).diagnostics
    assert [one.message for one in found if one.code == "name-differs"] == expected


@pytest.mark.parametrize(
    ("words", "attendance", "expected"),
    [
        ("Ada Reed was not present at the mill.", "absent", []),
        ("Ada Reed was not present at the mill.", "present", ["attendance-differs"]),
        ("Ada Reed, not Tom Hale, came to the mill.", "present", []),
        ("Ada Reed led for Norland; Tom Hale was absent.", "present", []),
        ("Ada Reed led, but the reeve did not attend.", "present", []),
        ("Ada Reed couldn’t come.", "absent", []),
        ("Ada Reed declined to travel.", "absent", []),
        ("Ada Reed did not really attend the talks.", "present", ["attendance-differs"]),
        ("Ada Reed skipped the talks.", "absent", []),
        ("Ada Reed led for Norland.", "absent", ["attendance-differs"]),
        ("Ada Reed was absent.", "expected", []),
    ],
)
def test_who_stayed_away_is_not_told_to_have_come(
    briefing: Write, words: str, attendance: str, expected: list[str]
) -> None:
    source = TINY["sources/courier-0310.yaml"].replace(
        "Ada Reed, the bridge warden, led for Norland.", words
    )
    talks = TINY["rounds/mill-talks-2031-03.yaml"].replace("present", attendance)
    files = {"sources/courier-0310.yaml": source, "rounds/mill-talks-2031-03.yaml": talks}
    assert doubts(briefing(files)) == expected


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("2031-02 - 2031-02-yoy - 1", []),
        ("2031-02 - 2031-02-yoy - 2031-02-yoy", ["term-twice"]),
        ("( 2031-02 - 2031-02-yoy ) / 2031-02", []),
        ("2031-02 + 2 * 2031-02", []),
        ("2031-02 - 1 - 1", []),
    ],
)
def test_a_sum_has_each_figure_once(briefing: Write, formula: str, expected: list[str]) -> None:
    text = f"{TINY['series/carts.yaml']}    unit: '%'\n"
    series = text.replace("    unit: '%'\n", f"  2031-left: {{compute: {formula}}}\n")
    assert "compute" in series
    assert doubts(briefing({"series/carts.yaml": series})) == expected


def test_a_label_of_another_half_is_told_at_the_key(briefing: Write) -> None:
    text = FIGURES.format(key="2030-h1-yoy", extra="label: 'First half of 2029, year on year'")
    (told,) = check(briefing({"series/boats.yaml": text})).diagnostics
    assert told.place == ("content/series/boats.yaml", 5, 3, "label-differs")
    assert told.message == "`2030-h1-yoy`, and the `label` beside it has First half of 2029"


def test_a_delegate_has_the_id_of_the_person_as_it_is_spelt(briefing: Write) -> None:
    text = """
        title: Talks
        date: {value: 2031-03-09, witnesses: [courier-0310#met]}
        delegations:
          norland:
            ada-red: {person: ada-reed, attendance: present, witnesses: [courier-0310#warden]}
        """
    found = check(briefing({"rounds/talks.yaml": text})).diagnostics
    told = [(one.code, one.help) for one in found if one.code == "delegate-misnamed"]
    assert told == [("delegate-misnamed", "write `ada-reed:`")]


def test_a_copy_in_the_folder_of_another_kind_is_told_once(briefing: Write) -> None:
    found = check(briefing({"claims/ada-reed.yaml": TINY["people/ada-reed.yaml"]})).diagnostics
    assert [one.code for one in found if one.code != "unused-record"] == ["duplicate-id"]


def test_a_line_that_belongs_nowhere_is_held_against_no_other(briefing: Write) -> None:
    text = (
        "title: Toll\nby: norland\nsays: The bridge is free\nwitnesses:\n  - office-0312#hold\n"
        "{}cost:\n  label: What it costs\n  says: Nothing\n  witnesses: [office-0312#hold]\n"
    )
    stray = text.format("  label: What it costs\n")
    found = check(briefing({"claims/toll.yaml": stray})).diagnostics
    assert [(one.code, one.span.line) for one in found] == [("yaml-syntax", 6)]
    twice = text.format("label: What it costs\n")
    assert doubts(briefing({"claims/toll.yaml": twice})) == ["same-label"]


@pytest.mark.parametrize(
    ("gone", "expected"),
    [
        ("bridge-toll.parts.rate", ["names-itself"]),
        ("[bridge-toll.in-force, bridge-toll.parts.rate]", ["names-itself"]),
        ("bridge-toll.in-force", []),
    ],
)
def test_nothing_gives_way_to_itself(briefing: Write, gone: str, expected: list[str]) -> None:
    toll = TINY["measures/bridge-toll.yaml"].replace(
        "unit: pence,", f"unit: pence, superseded: {{by: {gone}, on: 2031-06-01}},"
    )
    assert doubts(briefing({"measures/bridge-toll.yaml": toll})) == expected


def test_a_position_may_give_way_to_another_of_its_statement(briefing: Write) -> None:
    claim = TINY["claims/arch-promise.yaml"].replace(
        "by: sudland", "superseded: {by: arch-promise, on: 2031-06-01}"
    )
    assert doubts(briefing({"claims/arch-promise.yaml": claim})) == []


@pytest.mark.parametrize(
    ("rejected", "beside", "expected"),
    [
        (["norland"], "", []),
        (["norland", "sudland"], "", ["no-quotation-left"]),
        # What is known in spite of that can be told.
        (["norland", "sudland"], "\nreading: {text: Nobody knows., on: 2031-06-02}", []),
    ],
)
def test_a_position_is_left(
    briefing: Write, rejected: list[str], beside: str, expected: list[str]
) -> None:
    claim = dedent(TINY["claims/arch-promise.yaml"])
    for side in rejected:
        claim = claim.replace(
            f"by: {side}", f"by: {side}\n    rejected: {{why: a slip, on: 2031-06-10}}"
        )
    files = {"claims/arch-promise.yaml": claim.rstrip() + beside + "\n"}
    resting = {**files, "points/promise.yaml": None}
    told = [one.code for one in check(briefing(resting)).diagnostics]
    assert [code for code in told if code != "unused-record"] == expected


def test_a_text_on_what_has_no_position_left_is_told_alone(briefing: Write) -> None:
    claim = TINY["claims/arch-promise.yaml"].replace(
        "by:", "rejected: {why: a slip, on: 2031-06-10}\n            by:"
    )
    found = check(briefing({"claims/arch-promise.yaml": claim})).diagnostics
    assert [one.code for one in found] == ["point-rests"]


@pytest.mark.parametrize(
    ("parties", "expected"), [("norland, sudland", []), ("norland, norland", ["named-twice"])]
)
def test_the_briefing_has_each_side_once(
    briefing: Write, parties: str, expected: list[str]
) -> None:
    edition = TINY["briefing.yaml"].replace("norland, sudland", parties)
    found = check(briefing({"briefing.yaml": edition})).diagnostics
    assert [one.code for one in found if not one.code.startswith("unused-")] == expected


@pytest.mark.parametrize(
    ("reason", "expected"),
    [
        ("of the toll under No. 80 (notice.parts.rate)", []),
        ("of the toll under No. 81 (notice.parts.rate)", ["number-differs"]),
        ("of the toll under No. 81 (notice)", ["number-differs"]),
        # Another word, no measure, and no number before the id.
        ("of the toll of 2 (notice.parts.rate)", []),
        ("of the toll under No. 81 (arch-promise)", []),
        ("of the toll under No. 81, see its rate (notice.parts.rate)", []),
    ],
)
def test_a_number_is_that_of_the_id_behind_it(
    briefing: Write, reason: str, expected: list[str]
) -> None:
    claim = TINY["claims/arch-promise.yaml"].replace(
        "by: sudland", f"rejected: {{why: '{reason}', on: 2031-06-10}}"
    )
    notice = TINY["measures/bridge-toll.yaml"].replace("issuer:", "number: No. 80\n        issuer:")
    files = {"claims/arch-promise.yaml": claim, "measures/notice.yaml": notice}
    assert doubts(briefing(files)) == expected
