"""One cause gives one message: at the cause, with the places that show it as its labels.

What only stands near it and is wrong for a reason of its own is told as well.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

from generator.check import check
from generator.diagnostics import Diagnostic
from tests.conftest import TINY

Write = Callable[..., Path]
Told = list[tuple[str, str]]


def found(root: Path) -> list[Diagnostic]:
    every = check(root).diagnostics
    return [one for one in every if not one.code.startswith("unused-")]


def told(root: Path) -> Told:
    """What is found, each with the text that it points at."""
    return [(one.code, one.span.text) for one in found(root)]


def labels(one: Diagnostic) -> list[str]:
    return [label.span.text for label in one.labels]


NOTICE = """
    title: Notice 9
    issuer: norland-bridge-office
    acts:
      toll:
        does: suspend
        party: norland
        target: bridge-toll
        {day}inferred: {{{reason}: the notice is of that day}}
        witnesses: [office-0312#toll]
    """


@pytest.mark.parametrize(
    ("day", "reason", "expected"),
    [
        ("from: 2031-04-02\n        ", "from", []),
        ("", "from", [("act-without-day", "suspend")]),
        # The reason for something else is none for the day.
        ("", "until", [("act-without-day", "suspend"), ("reason-of-nothing", "until")]),
    ],
)
def test_an_act_without_its_day_is_told_with_the_reason_for_it(
    briefing: Write, day: str, reason: str, expected: Told
) -> None:
    notice = NOTICE.format(day=day, reason=reason)
    assert told(briefing({"measures/notice-9.yaml": notice})) == expected


BOATS = """
    title: Boats under the bridge
    reporter: norland-bridge-office
    unit: carts
    points:
      {key}: {{label: {label}, value: "1240", inferred: guessed, witnesses: [courier-0310#carts]}}
      2031-twice: {{compute: 2031-jan-feb * 2}}
      2031-half: {{compute: 2031-jan-feb / 2}}
      2031-03: {{label: {other}, value: "1240", inferred: guessed, witnesses: [courier-0310]}}
    """


@pytest.mark.parametrize(
    ("key", "label", "other", "expected"),
    [
        ("2031-jan-feb", "January and February 2031", "March 2031", []),
        (
            "2031-jan-to-feb",
            "January and February 2031",
            "March 2031",
            [("dangling-ref", "2031-jan-to-feb")],
        ),
        (
            "2031-jan-to-feb",
            "January and February 2031",
            "April 2031",
            [("dangling-ref", "2031-jan-to-feb"), ("label-differs", "2031-03")],
        ),
    ],
)
def test_a_key_that_nothing_names_is_not_held_against_its_label_too(
    briefing: Write, key: str, label: str, other: str, expected: Told
) -> None:
    boats = BOATS.format(key=key, label=label, other=other)
    assert told(briefing({"series/boats.yaml": boats})) == expected


MILL = """
    title: Talks at the mill, March 2031
    date: {value: 2031-03-09, witnesses: [courier-0310#met, office-0312#met]}
    delegations:
      norland:
        ada-reed: {person: ada-reed, attendance: present, witnesses: [courier-0310#warden]}
        una-moss: {person: una-moss, attendance: present, witnesses: [courier-0310#warden]}
      sudland:
        tom-hale: {person: tom-hale, attendance: present, witnesses: [courier-0310#warden]}
    """
PEOPLE = {
    "people/una-moss.yaml": "name: {en: Una Moss}\nparty: norland\n",
    "people/tom-hale.yaml": "name: {en: Tom Hale}\nparty: sudland\n",
}
WARDEN = "Ada Reed, the bridge warden, led for Norland."
ALL = "Ada Reed and Una Moss met Tom Hale."


def courier(words: str) -> dict[str, str]:
    """The source of the tiny briefing with other words as one of its quotations."""
    text = TINY["sources/courier-0310.yaml"]
    return {"sources/courier-0310.yaml": text.replace(WARDEN, words)}


@pytest.mark.parametrize(
    ("words", "expected", "lost"),
    [
        (ALL, "", []),
        ("The delegations met.", "The delegations met.", ["ada-reed", "una-moss", "tom-hale"]),
        ("Ada Reed met them.", "Ada Reed met them.", ["una-moss", "tom-hale"]),
        # What a single statement misses may well be its own slip.
        ("Ada Reed and Una Moss met.", "tom-hale", None),
    ],
)
def test_persons_that_one_quotation_lost_are_told_at_it(
    briefing: Write, words: str, expected: str, lost: list[str] | None
) -> None:
    files = {**PEOPLE, **courier(words), "rounds/mill-talks-2031-03.yaml": MILL}
    every = [one for one in found(briefing(files)) if one.code == "person-not-in-quotation"]
    assert [one.span.text.strip('"') for one in every] == [expected] * bool(expected)
    assert [labels(one) for one in every if lost] == [lost] * bool(lost)


def test_one_person_whom_a_quotation_lost_for_several_is_told_with_what_stands_there(
    briefing: Write,
) -> None:
    files = {
        **PEOPLE,
        **courier(ALL.replace("Una Moss", "U. Most")),
        "rounds/mill-talks-2031-03.yaml": MILL,
        "claims/clerk.yaml": "label: Who wrote\nperson: una-moss\nwitnesses: [courier-0310#warden]",
    }
    (one,) = (one for one in found(briefing(files)) if one.code == "person-not-in-quotation")
    assert one.note == "the quotation has `Most`"
    assert labels(one) == ["una-moss", "una-moss"]


def test_persons_of_two_quotations_are_told_each(briefing: Write) -> None:
    hale = "tom-hale, attendance: present, witnesses: [courier-0310#warden]"
    mill = MILL.replace(hale, hale.replace("courier-0310#warden", "office-0312#hold"))
    files = {**PEOPLE, **courier("Ada Reed met."), "rounds/mill-talks-2031-03.yaml": mill}
    every = [one for one in told(briefing(files)) if one[0] == "person-not-in-quotation"]
    assert every == [(every[0][0], "una-moss"), (every[0][0], "tom-hale")]


def test_the_persons_of_one_list_are_told_together(briefing: Write) -> None:
    leads = "leads:\n  norland: {people: [una-moss, tom-hale], witnesses: [office-0312#hold]}\n"
    files = {**PEOPLE, "rounds/ford-talks.yaml": f"title: Talks at the ford\n{leads}"}
    (one,) = (one for one in found(briefing(files)) if one.code == "person-not-in-quotation")
    assert one.message.startswith("Una Moss and Tom Hale are named in no place")
    assert (one.span.text, labels(one)[0]) == ("una-moss", "tom-hale")


@pytest.mark.parametrize(
    ("witness", "expected"),
    [
        ("courier-0310#warden", [("name-differs", "Ada Reid")]),
        (
            "office-0312#hold",
            [("person-not-in-quotation", "ada-reed"), ("name-differs", "Ada Reid")],
        ),
    ],
)
def test_a_misspelt_name_is_told_with_those_who_are_not_found_by_it(
    briefing: Write, witness: str, expected: Told
) -> None:
    person = TINY["people/ada-reed.yaml"].replace("Ada Reed", "Ada Reid")
    source = courier("Warden Reed led for Norland.")
    post = TINY["sources/post-0602.yaml"].replace("arch.", "arch, Ada Reed said.")
    talks = TINY["rounds/mill-talks-2031-03.yaml"].replace("courier-0310#warden", witness)
    files = {
        "people/ada-reed.yaml": person,
        **source,
        "sources/post-0602.yaml": post,
        "rounds/mill-talks-2031-03.yaml": talks,
    }
    codes = ("name-differs", "person-not-in-quotation")
    assert sorted(one for one in told(briefing(files)) if one[0] in codes) == sorted(expected)


GONE = "\nretracted: {why: withdrawn, on: 2031-06-10}\n"
TRAFFIC = "text: 'It carried {{{{ fact(\"{id}\") }}}}.'\nrests: [{id}]\norder: {order}\n"


@pytest.mark.parametrize(
    ("gone", "second", "expected"),
    [
        ((), "carts.points.2031-02-yoy", []),
        (("courier-0310",), "carts.points.2031-02-yoy", ["retracted"]),
        # One text, and one for each of two sources, is told where it has to be mended.
        (("courier-0310",), "bridge-toll.parts.rate", ["carts.points.2031-02"]),
        (
            ("courier-0310", "office-0312"),
            "bridge-toll.parts.rate",
            ["carts.points.2031-02", "bridge-toll.parts.rate"],
        ),
    ],
)
def test_texts_that_lose_their_ground_with_one_source_are_told_at_it(
    briefing: Write, gone: tuple[str, ...], second: str, expected: list[str]
) -> None:
    sources = (f"sources/{id_}.yaml" for id_ in gone)
    files = {
        "points/a.yaml": TRAFFIC.format(id="carts.points.2031-02", order=20),
        "points/b.yaml": TRAFFIC.format(id=second, order=30),
        **{path: dedent(TINY[path]).strip() + GONE for path in sources},
    }
    every = [one for one in found(briefing(files)) if one.code == "point-rests"]
    assert [one.span.text for one in every] == expected
    if expected == ["retracted"]:
        assert labels(every[0]) == ["carts.points.2031-02", second]


def test_a_text_that_rests_on_what_was_set_aside_itself_is_told_beside_a_retracted_source(
    briefing: Write,
) -> None:
    source, toll = "sources/courier-0310.yaml", "measures/bridge-toll.yaml"
    aside = "unit: pence, retracted: {why: a slip, on: 2031-06-01}"
    ids = ("carts.points.2031-02", "carts.points.2031-02-yoy", "bridge-toll.parts.rate")
    files = {
        **{f"points/p{at}.yaml": TRAFFIC.format(id=id_, order=at) for at, id_ in enumerate(ids)},
        source: dedent(TINY[source]).strip() + GONE,
        toll: TINY[toll].replace("unit: pence", aside),
    }
    every = [one.span.text for one in found(briefing(files)) if one.code == "point-rests"]
    assert sorted(every) == ["bridge-toll.parts.rate", "retracted"]


@pytest.mark.parametrize(
    ("language", "iron", "expected"),
    [
        ("en", "en", []),
        ("fr", "en", [("language-missing", "fr")]),
        ("en", "eng", [("language-missing", "eng")]),
        ("fr", "eng", [("language-missing", "fr"), ("language-missing", "eng")]),
    ],
)
def test_a_language_that_no_name_has_is_told_at_the_edition(
    briefing: Write, language: str, iron: str, expected: Told
) -> None:
    edition = TINY["briefing.yaml"].replace("language: en", f"language: {language}")
    files = {
        f"materials/{name.casefold()}.yaml": f"name: {{en: {name}}}\n" for name in ("Salt", "Lead")
    }
    iron = f"name: {{{iron}: Iron}}\n"
    root = briefing({"briefing.yaml": edition, "materials/iron.yaml": iron, **files})
    assert [one for one in told(root) if one[0] == "language-missing"] == expected


SPOKEN = """
    asks: Was the arch mended?
    about: mill-talks-2031-03
    positions:
      no:
        by: ada-reed
        words: {reed}
        witnesses: [{no}]
      yes:
        by: tom-hale
        words: they came with fresh lime
        witnesses: [{yes}]
    """
REED, HALE = "arch-talk#reed", "arch-talk#hale"


@pytest.mark.parametrize(
    ("reed", "no", "yes", "expected"),
    [
        ("nobody mended that arch", REED, HALE, []),
        # Exchanged, and one quotation in the place of the other.
        (
            "nobody mended that arch",
            HALE,
            REED,
            [("words-not-in-quotation", "nobody mended that arch")],
        ),
        (
            "nobody mended that arch",
            HALE,
            HALE,
            [("words-not-in-quotation", "nobody mended that arch")],
        ),
        # A slip in the words, and whose they are.
        (
            "they came with stale lime",
            HALE,
            HALE,
            [
                ("words-not-in-quotation", "they came with stale lime"),
                ("speaker-differs", "ada-reed"),
            ],
        ),
    ],
)
def test_the_speaker_of_a_quotation_in_the_wrong_place_is_not_told_too(
    briefing: Write, reed: str, no: str, yes: str, expected: Told
) -> None:
    quotes = """
        hale: {text: "They came with fresh lime, Hale said."}
        reed: {text: "Nobody mended that arch, Reed said."}
    """
    source = dedent(TINY["sources/post-0602.yaml"].partition("quotes:")[0]).replace("0602", "0601")
    source += "quotes:" + quotes.rstrip().replace("\n        ", "\n  ") + "\n"
    files = {
        **PEOPLE,
        "sources/arch-talk.yaml": source,
        "claims/lime.yaml": f"label: The lime\nwords: fresh lime\nwitnesses: [{HALE}]\n",
        "claims/arch-mended.yaml": SPOKEN.format(reed=reed, no=no, yes=yes),
    }
    codes = ("words-not-in-quotation", "speaker-differs")
    assert [one for one in told(briefing(files)) if one[0] in codes] == expected


MEETING = """
    title: Talks at the {place}, March 2031
    date:
      value: 2031-03-{day}
      {reason}witnesses: [courier-0310#met{more}]
    """
QUOTING = "inferred: 'the report has \"at the mill on\"'\n      "


def meetings(first: str, second: str) -> dict[str, str]:
    return {
        "rounds/mill-talks-2031-03.yaml": MEETING.format(
            place="mill", day="09", reason=first, more=""
        ),
        "rounds/ford-talks-2031-03.yaml": MEETING.format(
            place="ford", day="09", reason=second, more=", office-0312#toll"
        ),
    }


@pytest.mark.parametrize(
    ("met", "second", "expected"),
    [
        ("The shires met at the mill on 9 March 2031.", "", []),
        # One day is not found and one reason misquotes, both for the quotation.
        ("They met at a mill on 8 March 2031.", "", ["value-not-in-quotation"]),
        # Two reasons have the same words of it.
        ("They met at a mill on 9 March 2031.", QUOTING, ["reason-misquotes"]),
        # Each has other words.
        (
            "They met at a mill on 9 March 2031.",
            QUOTING.replace("mill", "ford"),
            ["reason-misquotes", "reason-misquotes"],
        ),
    ],
)
def test_words_of_reasons_are_told_with_the_quotation_that_lost_them(
    briefing: Write, met: str, second: str, expected: list[str]
) -> None:
    text = TINY["sources/courier-0310.yaml"]
    files = {
        "sources/courier-0310.yaml": text.replace(
            "The shires met at the mill on 9 March 2031.", met
        ),
        "claims/day.yaml": "label: The day\nvalue: 2031-03-09\nwitnesses: [courier-0310#met]\n",
        "claims/that.yaml": "label: Then\nvalue: 2031-03-09\nwitnesses: [courier-0310#met]\n",
        **meetings(QUOTING, second),
    }
    codes = ("value-not-in-quotation", "reason-misquotes")
    assert [code for code, _ in told(briefing(files)) if code in codes] == expected


def test_a_reason_that_misquotes_is_told_beside_what_another_quotation_lacks(
    briefing: Write,
) -> None:
    toll = TINY["measures/bridge-toll.yaml"].replace('"2"', '"3"')
    files = {"measures/bridge-toll.yaml": toll, **meetings(QUOTING.replace("mill", "ford"), "")}
    codes = ("value-not-in-quotation", "reason-misquotes")
    every = [code for code, _ in told(briefing(files)) if code in codes]
    assert every == list(codes)


MONTHS = """
    title: Carts over the ford
    reporter: norland-bridge-office
    unit: carts
    points:
      2031-02: {{value: {february}, witnesses: [ford#two]}}
      2031-03: {{value: {march}, witnesses: [ford#two]}}
      2031-03-mom:
        {{value: {rise}, unit: "%", basis: month on month, recompute: 2031-03 / 2031-02 - 1,
         witnesses: [ford#rise]}}
    """


@pytest.mark.parametrize(
    ("february", "march", "rise", "expected"),
    [
        (1013, 1217, 20, []),
        # Exchanged, and one of the two figures for both.
        (1217, 1013, 20, [("recompute-differs", "20")]),
        (1217, 1217, 0, [("other-month", "2031-02")]),
        (1013, 1217, 25, [("recompute-differs", "25")]),
    ],
)
def test_a_figure_of_another_month_is_told_once(
    briefing: Write, february: int, march: int, rise: int, expected: Told
) -> None:
    quotes = f"""\
quotes:
  two: {{text: "There were 1,217 carts in March 2031, after 1,013 in the month before."}}
  rise: {{text: "They rose by {rise}% in March 2031."}}
"""
    source = dedent(TINY["sources/post-0602.yaml"].partition("quotes:")[0]).replace("0602", "0601")
    files = {
        "sources/ford.yaml": source + quotes,
        "series/ford-carts.yaml": MONTHS.format(february=february, march=march, rise=rise),
    }
    assert told(briefing(files)) == expected


@pytest.mark.parametrize(
    ("reasons", "more", "expected"),
    [
        ("from: so", "", []),
        ("until: so", "", [("value-not-in-quotation", "2031-04-02")]),
        ("form: so", "", [("value-not-in-quotation", "2031-04-02")]),
        # For which of the two the reason is nobody knows; nor which reason is for the one.
        (
            "until: so",
            "value: 3, unit: pence, ",
            [
                ("value-not-in-quotation", "2031-04-02"),
                ("value-not-in-quotation", "3"),
                ("reason-of-nothing", "until"),
            ],
        ),
        (
            "until: so, for: so",
            "",
            [
                ("value-not-in-quotation", "2031-04-02"),
                ("reason-of-nothing", "until"),
                ("reason-of-nothing", "for"),
            ],
        ),
    ],
)
def test_a_reason_under_another_key_is_told_with_what_lacks_it(
    briefing: Write, reasons: str, more: str, expected: Told
) -> None:
    act = "does: amend, party: norland, target: bridge-toll, from: 2031-04-02"
    notice = f"""
        title: Notice 9
        issuer: norland-bridge-office
        acts:
          toll: {{{act}, {more}inferred: {{{reasons}}}, witnesses: [office-0312#toll]}}
        """
    every = found(briefing({"measures/notice-9.yaml": notice}))
    assert [(one.code, one.span.text) for one in every] == expected
    if len(every) == 1:
        (one,) = every
        assert one.fix and one.fix.span
        assert (one.fix.replacement, one.fix.span.text) == ("from", reasons.partition(":")[0])


SALT = """\
tables:
  salt:
    title: Salt by year
    licence: public domain
    columns: {load: Load, in-2028: "2028", in-2029: "2029", in-2030: "2030", in-2031: "2031"}
    rows:
      rock: [Rock, CELLS]
      sea: [Sea, 51, 52, 53, 54]
"""


@pytest.mark.parametrize(
    ("cells", "sea", "expected"),
    [
        ("310, 420, 530, 640", 51, []),
        ("420, 530, 640, 310", 51, ["[Rock, 420, 530, 640, 310]"]),
        # The last of them is lost.
        ("999, 310, 420, 530", 51, ["[Rock, 999, 310, 420, 530]"]),
        ("420, 530, 640, 310", 55, ["[Rock, 420, 530, 640, 310]", "55"]),
        # Two that have changed places, and others that stand nowhere.
        ("420, 310, 530, 640", 51, ["420"]),
        ("311, 421, 530, 640", 51, ["310", "420"]),
    ],
)
def test_a_row_whose_cells_have_moved_is_told_once(
    briefing: Write, cells: str, sea: int, expected: list[str]
) -> None:
    source = dedent(TINY["sources/office-0312.yaml"].partition("quotes:")[0]).replace(
        "0312", "0313"
    )
    values = (("2028", 310), ("2029", 420), ("2030", 530), ("2031", 640))
    points = [
        f"{year}: {{value: {it}, witnesses: [salt#salt/rock/in-{year}]}}" for year, it in values
    ]
    series = "title: {}\nreporter: norland-bridge-office\nunit: t\npoints: {{{}}}\n"
    lake = f"2028: {{value: {sea}, witnesses: [salt#salt/sea/in-2028]}}"
    files = {
        "sources/salt.yaml": source + SALT.replace("CELLS", cells),
        "series/rock-salt.yaml": series.format("Rock salt", ", ".join(points)),
        "series/sea-salt.yaml": series.format("Sea salt", lake),
    }
    every = [
        one.span.text for one in found(briefing(files)) if one.code == "value-not-in-quotation"
    ]
    assert sorted(every) == sorted(expected)


FIGURES = """
    title: The price of lime
    year: {{label: A rise, value: {year}, unit: "%", witnesses: [price#rise]}}
    past: {{label: More, value: {past}, unit: {unit}, witnesses: [price#rise]}}
    """


@pytest.mark.parametrize(
    ("year", "past", "unit", "expected"),
    [
        ("60", "~69", "times", []),
        ("69", "~60", "times", [("percent-or-points", "~60")]),
        ("60", "69", "times", [("bound-lost", "69")]),
        ("60", "~60", "times", [("percent-or-points", "times")]),
        # Neither has the number of the other.
        (
            "60",
            "~69",
            "pp",
            [("unit-not-in-quotation", "pp")],
        ),
    ],
)
def test_two_figures_with_each_others_number_are_told_once(
    briefing: Write, year: str, past: str, unit: str, expected: Told
) -> None:
    source = dedent(TINY["sources/post-0602.yaml"].partition("quotes:")[0]).replace("0602", "0601")
    quotes = 'quotes:\n  rise: {text: "It rose by 60%, to roughly 69 times its price."}\n'
    files = {
        "sources/price.yaml": source + quotes,
        "events/lime.yaml": FIGURES.format(year=year, past=past, unit=unit),
    }
    codes = ("percent-or-points", "bound-lost", "unit-not-in-quotation")
    assert [one for one in told(briefing(files)) if one[0] in codes] == expected


def test_per_cent_and_points_that_have_changed_places_are_told_once(briefing: Write) -> None:
    source = dedent(TINY["sources/post-0602.yaml"].partition("quotes:")[0]).replace("0602", "0601")
    quotes = 'quotes:\n  rise: {text: "It rose by 60%, or 12 percentage points."}\n'
    files = {
        "sources/price.yaml": source + quotes,
        "events/lime.yaml": FIGURES.format(year="12", past="60", unit="pp"),
    }
    every = [one for one in found(briefing(files)) if one.code == "percent-or-points"]
    assert [(one.span.text, labels(one)[0]) for one in every] == [("12", "60")]


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("", [("language-missing", "fr")]),
        (
            "  tom: {person: tom-hale, attendance: present, witnesses: [office-0312#hold]}\n",
            [("language-missing", "fr"), ("person-not-in-quotation", "tom-hale")],
        ),
    ],
)
def test_a_name_without_a_form_is_told_with_those_who_are_not_found_by_it(
    briefing: Write, second: str, expected: Told
) -> None:
    person = TINY["people/ada-reed.yaml"].replace("en: Ada Reed", "fr: Ada Roseau")
    warden = courier("Warden Reed led for Norland.")
    talks = "rounds/mill-talks-2031-03.yaml"
    more = "".join(f"{' ' * 10}{line}" for line in second.splitlines(keepends=True))
    files = {
        **PEOPLE,
        **warden,
        "people/ada-reed.yaml": person,
        talks: TINY[talks].rstrip() + "\n" + more,
    }
    codes = ("language-missing", "person-not-in-quotation")
    every = [one for one in found(briefing(files)) if one.code in codes]
    assert [(one.code, one.span.text) for one in every] == expected
    assert labels(every[0]) == ["ada-reed"]


STEPS = """
    title: Tolls
    subtitle: Tolls on carts
    form: steps
    lines:
      norland:
        title: Toll of Norland
        steps:
          before: {rate: bridge-toll.parts.rate}
          then: {rate: bridge-toll.parts.rate, since: notice-9.acts.toll}
    """


@pytest.mark.parametrize(
    ("day", "reason", "expected"),
    [
        ("from: 2031-04-02\n        ", "from", []),
        ("", "from", [("chart-day", "notice-9.acts.toll")]),
        ("", "until", [("chart-day", "notice-9.acts.toll"), ("reason-of-nothing", "until")]),
    ],
)
def test_a_step_without_its_day_is_told_with_the_reason_that_the_act_has_for_it(
    briefing: Write, day: str, reason: str, expected: Told
) -> None:
    notice = NOTICE.format(day=day, reason=reason)
    date = "in-force: {value: 2031-04-01, witnesses: [office-0312#toll]}\n    acts:"
    files = {
        "measures/notice-9.yaml": notice.replace("acts:", date),
        "charts/tolls.yaml": STEPS,
    }
    every = told(briefing(files))
    assert [one for one in every if one[0] in ("chart-day", "reason-of-nothing")] == expected


QUARTER = """
    title: Boats under the bridge
    reporter: norland-bridge-office
    unit: boats
    points:
      2031-01: {{compute: {formula}}}
      2031-02: {{value: "300", witnesses: [boats-0410#february]}}
      2031-03: {{value: "400", witnesses: [boats-0410#march]}}
      2031-q1: {{label: January to March 2031, value: "900", witnesses: [boats-0410#quarter]}}
      2031-02-mom:
        label: February 2031, month on month
        value: "50"
        unit: "%"
        basis: month on month
        recompute: 2031-02 / 2031-01 - 1
        witnesses: [boats-0410#february]
    """
COUNT = """
    publisher: The Courier
    title: Boats of the first quarter
    url: https://courier.example/0410
    published: 2031-04-10
    retrieved: 2031-07-01
    kind: newspaper
    origin: own
    quotes:
      february: {text: "In February 2031 there were 300 boats, up 50% on the month."}
      march: {text: "In March 2031 there were 400 boats."}
      quarter: {text: "From January to March 2031 there were 900 boats."}
    """


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("2031-q1 - 2031-02 - 2031-03", []),
        ("2031-q1 - 2031-02", ["period-differs"]),
        ("2031-q1 - 2031-02 - 2031-03 - 40", ["recompute-differs"]),
    ],
)
def test_a_figure_of_another_period_is_told_and_not_what_is_recomputed_with_it(
    briefing: Write, formula: str, expected: list[str]
) -> None:
    files = {"series/boats.yaml": QUARTER.format(formula=formula), "sources/boats-0410.yaml": COUNT}
    assert [code for code, _ in told(briefing(files)) if code.endswith("-differs")] == expected


def test_a_year_that_cannot_be_read_is_no_number_in_a_formula(briefing: Write) -> None:
    """A figure with a comma in braces is two keys; what is counted with it is held to nothing."""
    series = QUARTER.format(formula="2031-q1 - 2031-02 - 2031-03").rstrip(" ")
    year = """\
      2030: {value: 1,900, inferred: guessed, witnesses: [boats-0410#quarter]}
      2030-twice:
        label: Twice as many
        value: "1000"
        inferred: guessed
        recompute: 2030 * 2
        witnesses: [boats-0410#quarter]
"""
    files = {"series/boats.yaml": series + year, "sources/boats-0410.yaml": COUNT}
    assert [code for code, _ in told(briefing(files))] == ["unknown-key"]


def test_two_records_in_each_other_s_file_are_told_once(briefing: Write) -> None:
    claim = "title: The arch in {0}\nsays: The arch stands\nsee: {1}\nwitnesses: [post-0602#none]\n"
    march, june = claim.format("March", "june-arch"), claim.format("June", "march-arch")
    files = {"claims/march-arch.yaml": march, "claims/june-arch.yaml": june}
    assert told(briefing(files)) == []
    files = {"claims/march-arch.yaml": june, "claims/june-arch.yaml": march}
    (one,) = found(briefing(files))
    assert one.message == "`june-arch` names itself, and `march-arch` names itself"
    assert labels(one) == ["march-arch"]
