"""What stops a reading is put right for its sake: the rest is read as it was meant to be."""

from __future__ import annotations

import pytest

from generator.diagnostics import Diagnostic
from generator.load import LOST, Mapping, Reading, plain, read_all
from generator.source import SourceFile

SOUND = """\
title: Talks at the mill
form: meeting
delegations:
  norland:
    reed:
      person: ada-reed
      attendance: present
      witnesses: [courier#warden, post#none]
venue:
  label: Where they met
  value: "12"
  unit: pence
  witnesses:
    - courier#met
series: {2031-02: {value: 1240, witnesses: [courier#carts]}}
"""
WHOLE = {
    "title": "Talks at the mill",
    "form": "meeting",
    "delegations": {
        "norland": {
            "reed": {
                "person": "ada-reed",
                "attendance": "present",
                "witnesses": ["courier#warden", "post#none"],
            }
        }
    },
    "venue": {
        "label": "Where they met",
        "value": "12",
        "unit": "pence",
        "witnesses": ["courier#met"],
    },
    "series": {"2031-02": {"value": "1240", "witnesses": ["courier#carts"]}},
}


def reading(text: str, *keys: str) -> Reading:
    return read_all(SourceFile("content/rounds/mill.yaml", text), keys)


def changed(*slips: tuple[str, str]) -> str:
    text = SOUND
    for old, new in slips:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def lines(found: tuple[Diagnostic, ...]) -> list[int]:
    return [one.span.line for one in found]


def content(found: Reading) -> object:
    assert isinstance(found.rest, Mapping)
    return plain(found.rest)


ONE = [
    pytest.param(("form: meeting", "form meeting"), 2, id="colon"),
    pytest.param(("form: meeting", "form:meeting"), 2, id="space"),
    pytest.param(("form: meeting", "form\uff1a meeting"), 2, id="wide-colon"),
    pytest.param(("  norland:\n", "  norland\n"), 4, id="colon-of-a-head"),
    pytest.param(("label: Where they met", 'label: "Where they met'), 10, id="quote"),
    pytest.param(('"12"', '"12'), 11, id="quote-at-the-end"),
    pytest.param(("post#none]", "post#none"), 8, id="bracket"),
    pytest.param(("carts]}}", "carts}}"), 15, id="bracket-within-braces"),
    pytest.param(("carts]}}", "carts]}"), 15, id="brace-at-the-end"),
    pytest.param(("{2031-02: {value: 1240, ", "{2031-02: {value: 1240 "), 15, id="comma"),
    pytest.param(("      attendance", "       attendance"), 7, id="a-space-more"),
    pytest.param(("      attendance", "     attendance"), 7, id="a-space-less"),
    pytest.param(("      attendance", "        attendance"), 7, id="a-step-more"),
    pytest.param(("      person", "     person"), 6, id="first-of-its-map"),
    pytest.param(("      attendance", "\tattendance"), 7, id="tab"),
    pytest.param(("  value", "\tvalue"), 11, id="tab-of-a-step"),
    pytest.param(("    - courier#met", "    -\tcourier#met"), 14, id="tab-behind-a-hyphen"),
]


@pytest.mark.parametrize(("slip", "line"), ONE)
def test_all_is_read_as_it_was_meant(slip: tuple[str, str], line: int) -> None:
    found = reading(changed(slip))
    assert lines(found.faults) == [line]
    assert content(found) == WHOLE
    assert not found.cut and not found.doubted


@pytest.mark.parametrize(
    ("slip", "line"),
    [
        pytest.param(("label: Where they", "label: Where: they"), 10, id="colon-in-text"),
        pytest.param(("label: Where they", "label: 'Where it's"), 10, id="apostrophe"),
        pytest.param(("label: Where they", "label: @Where they"), 10, id="odd-start"),
        pytest.param(("label: Where they", "label: *Where they"), 10, id="alias"),
    ],
)
def test_of_a_value_that_nobody_can_read_the_key_is_known(slip: tuple[str, str], line: int) -> None:
    found = reading(changed(slip))
    assert lines(found.faults) == [line]
    assert content(found) == WHOLE | {"venue": WHOLE["venue"] | {"label": "unread"}}  # type: ignore[operator]
    assert found.doubted == {line}


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        pytest.param(
            ("form: meeting", "form:meeting"),
            ("delegations:", "delegations"),
            [2, 3],
            id="neighbours",
        ),
        pytest.param(
            ("      person: ada-reed", "       person: ada-reed"),
            ("      attendance: present", "      attendance present"),
            [6, 7],
            id="askew-above-a-lost-colon",
        ),
        pytest.param(
            ("form: meeting", 'form: "meeting'), ('"12"', '"12'), [2, 11], id="two-quotes"
        ),
        pytest.param(
            ("post#none]", "post#none"), ("carts]}}", "carts]"), [8, 15], id="two-brackets"
        ),
        pytest.param(
            ("      attendance", "\tattendance"), ("  unit", "   unit"), [7, 12], id="tab-and-space"
        ),
        pytest.param(
            ("  label", "label"), ("  value", "    value"), [10, 11], id="to-the-left-and-right"
        ),
        pytest.param(
            ("  label", " label"), ("  value", "    value"), [10, 11], id="half-a-step-and-one"
        ),
        pytest.param(
            ("      attendance", "       attendance"),
            ("      witnesses: [courier#warden", "\t\t\twitnesses: [courier#warden"),
            [7, 8],
            id="askew-above-a-tab",
        ),
        pytest.param(
            ("person: ada-reed", 'person: "ada-reed'),
            ("      attendance", "        attendance"),
            [6, 7],
            id="quote-above-a-deeper-line",
        ),
    ],
)
def test_two_slips_are_told_and_mended(
    first: tuple[str, str], second: tuple[str, str], expected: list[int]
) -> None:
    found = reading(changed(first, second))
    assert lines(found.faults) == expected
    assert content(found) == WHOLE


def test_lines_that_stand_askew_together_are_told_together() -> None:
    found = reading(changed(("  label: ", "label: "), ("  value: ", "value: ")))
    (fault,) = found.faults
    assert [fault.span.line, *(label.span.line for label in fault.labels)] == [10, 11]
    assert content(found) == WHOLE


def test_lines_askew_in_a_row_are_told_once_with_all_their_places() -> None:
    text = "points:\n  2031-01: {value: 1}\n 2031-02: {value: 1}\n 2031-03: {value: 1}\n  a: b\n"
    (fault,) = reading(text).faults
    assert [fault.span.line, *(label.span.line for label in fault.labels)] == [3, 4]


def test_what_stands_below_a_lost_line_is_kept_below_another() -> None:
    text = "title: x\n  2031-02: {value: 1}\n  2031-03: {value: 2}\n  2031-04: {value: 3}\n"
    lost, title = sorted(content(reading(text)))  # type: ignore[call-overload]
    assert (lost, title) == ("title", LOST + str(text.index("  2031-02")))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("refined:\n text: one two\n  origin:gacc\npage: 3\n", [2, 3]),
        ("refined:\n text: one two\n  origin\uff1agacc\npage: 3\n", [2, 3]),
        ("refined:\n text: one two\n  origin; gacc\npage: 3\n", [2, 3]),
        ("form: report\n  origin:gacc\npage: 3\n", [2]),
        ("refined:\n  text: see\n    https://courier.example/a\npage: 3\n", []),
        ("refined:\n  text: see\n    doi:10.1038/x for more\npage: 3\n", []),
    ],
)
def test_a_text_goes_on_over_no_key_that_may_stand_there(text: str, expected: list[int]) -> None:
    assert lines(reading(text, "origin", "https", "page").faults) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("title: a\u200bb\nform meeting\non: 1\n", [1, 2]),
        ("\ufefftitle: a\nform meeting\non: 1\n", [1, 2]),
        ("\ufeff# why\ntitle: a\nform meeting\non: 1\n", [1, 3]),
        ("title: a\tb\nform meeting\non: 1\n", [1, 2]),
        ("kind: &trade press\nform:report\norigin: x\n", [1, 2]),
        ("kind: a\n- form: b\norigin:c\ncounts: no\n", [2, 3]),
        ("  publisher: a\ntitle b\nurl: c\n", [1, 2]),
        ("uses:\n  words: @lasers\n   witnesses: [a]\nb: c\n", [2, 3]),
        ("issuer: x\nin-force\n  value\uff1a2031\n  witnesses: [a]\nb: c\n", [2, 3]),
    ],
)
def test_what_stands_below_another_fault_is_told(text: str, expected: list[int]) -> None:
    assert lines(reading(text).faults) == expected


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("reading:\n  text >-\n    one\n    two\n  on: 2031\n", "write `text: >-`"),
        ("points:\n  2031-02 {value: 1, witnesses: [a#b]}\n", "write `2031-02: {`"),
        ("points:\n  2031-02:{value: 1, witnesses: [a#b]}\n", "space after the colon"),
        ("reading:\n  text: : >-\n    one\n  on: 2031\n", "take it out"),
    ],
)
def test_a_lost_or_second_colon_is_told_with_what_to_write(text: str, told: str) -> None:
    (fault,) = reading(text).faults
    assert fault.span.line == 2
    assert told in fault.help


def test_tabs_of_a_file_are_one_fault_with_all_its_places() -> None:
    found = reading(changed(("  value", "\tvalue"), ("      attendance", "\t\t\tattendance")))
    (fault,) = found.faults
    assert [fault.span.line, *(label.span.line for label in fault.labels)] == [7, 11]
    assert content(found) == WHOLE


def test_the_end_of_a_word_on_a_line_of_its_own_is_no_key() -> None:
    found = reading(changed(("form: meeting", "form: meet\ning")))
    assert lines(found.faults) == [3]
    assert found.doubted == {2, 3}


def test_half_a_file_is_not_read_as_if_it_were_whole() -> None:
    found = reading("title: Talks\nform: [")
    assert lines(found.faults) == [2]
    assert found.rest is None


def test_what_is_mended_stays_in_its_place() -> None:
    text = changed(("form: meeting", "form:meeting"), ("unit: pence", "unit: pence\n  zzz"))
    for fault in reading(text).faults:
        assert fault.span.file.text == text
        assert fault.span.text in ("form:meeting", "zzz")


def test_a_file_that_tabs_indent_throughout_is_read_whole() -> None:
    found = reading(SOUND.replace("    - ", "\t\t- ").replace("  ", "\t"))
    (fault,) = found.faults
    assert (fault.code, fault.span.line) == ("tab", 4)
    assert content(found) == WHOLE


def test_the_first_line_of_a_map_is_blamed_and_not_the_next_of_its_level() -> None:
    text = changed(
        ("venue:\n  label: Where they met\n", "venue:\n   label:\n    en: Where they met\n")
    )
    (fault,) = reading(text).faults
    assert (fault.span.line, fault.span.text) == (10, "label:")


@pytest.mark.parametrize(
    "text",
    [
        "title: Talks\nform: [\n",
        "title: Talks\nwitnesses: [a,\n  b,\n",
        "title: Talks\nform: [\n# end\n",
        "points:\n  2025: {value: 1,\n",
        "title: x\r\nform: [\r\n",
        "{\n",
        "[\n",
        " &",
        "e: n: ium}\n*",
        '"orealis h\n---',
        "s\nt: 3\n\r\n  a:",
        'e: "\x85"x\n\t\\u.\n -',
        "}{][:\"'\n" * 200,
        "title: T\nform meeting\nfor: Smith\nnote: & Co\n",
        "title: T\nform meeting\nkind: x\n---\n",
    ],
)
def test_whatever_is_written_is_told_in_its_place(text: str) -> None:
    found = reading(text).faults
    assert found
    for span in (span for one in found for span in (one.span, *(at.span for at in one.labels))):
        assert span.file.text == text
        assert 0 <= span.start <= span.end <= len(text)


def test_what_is_told_behind_a_mended_line_stands_in_its_place() -> None:
    faults = reading("title: T\nform meeting\nfor: Smith\nnote: & Co\n").faults
    assert [(one.span.line, one.span.text) for one in faults] == [(2, "form meeting"), (4, "&")]
    faults = reading("title: x\nform meeting\nkind: x\n---\n").faults
    assert [(one.code, one.span.line) for one in faults][1:] == [("second-document", 4)]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        # A quote within braces ends where the next key begins.
        ('cut: {value: 91, unit: "%, witnesses: [a#b]}\n', 1),
        # Another sign in the place of the colon.
        ("published: 2031\nretrieved; 2032-07-01\n", 2),
        ("points:\n  2022: {value: 1}\n  2023 = {value: 450, witnesses: [a#b]}\n", 3),
        # A word that somebody has left behind.
        ("quotes:\n  mining:\nx\n    text: In 2024\n  other:\n    text: b\n", 3),
        # A text that goes on too far left, in a block, in quotes, or behind a tab.
        ("text: >-\n    one two thr\nee four.\n    five six\nrests: [a]\n", 3),
        ('title: "Mutual Rollback\nof Some Tariffs"\nform: x\n', 1),
        ("text: >-\n\tFor the long\n  See also.\nrests: [a]\n", 2),
        ("reading:\n  text: >-\n  \tA call in\n    first call.\n  on: 2026\n", 3),
        # The first map below a key stands too deep.
        ("quotes:\n    a:\n      text: x\n  b:\n    text: y\n  c:\n    text: z\n", 2),
        # A wide colon before a text on the lines below, where the file or a map begins.
        ("text\uff1a>-\n  one two\n  three\nrests: [a]\n", 1),
        ("under:\n  text\uff1a>-\n    one two\n    three\n  on: 2031\n", 2),
        # A key deeper than a text of two lines.
        ("text: one\n   two\n   three: x\nrests: [a]\n", 3),
        # The first lines of the file, or the line that began its map, at another depth.
        (" title:\n  en: x\n  zh: y\nissuer: m\nnumber: 6\nforce:\n  value: x\n", 1),
        ("quotes:\n a:\n   text: x\n  b:\n    text: y\n", 2),
        ("a:\n  us:\nb:\n      c: t\n      d: p\n  e:\n    x: y\n", 3),
        ("quotes:\n  a:\n    text: x\n     b:\n    text: y\n", 4),
        ("quotes:\n  a:\n    text: x\n  \tb:\n    text: y\n", 4),
        # A key is lost before a list, or before a text on the lines below.
        ("name: {en: A}\n[AFP]\n", 2),
        ("order: 80\n>-\n  One two: a.\n  Three: {{ x }}.\nrests:\n  - a\n", 2),
        ("{en: Ministry}\naliases: [a]\nof: china\n", 1),
        # So too where a text on the lines below has a colon.
        ("reading:\n    The page gives it in a box, in per cent: points are meant.\n  on: x\n", 2),
        # Two lines have run into one.
        ("form: r\norigin: own quotes:\n  a:\n    text: x\n", 2),
        ("form: r\norigin: ownquotes:\n  a:\n    text: x\n", 2),
        ("quotes:\n  a: text: x\n    origin: y\n  b:\n    text: z\n", 2),
        ("vote:\n  words: x\n  witnesses: [a]oath:\n  words: y\n  label: z\n", 3),
        # The first line of a text stands too deep; a key that was moved is no second one.
        ("text: >-\n      Suppliers were.\n  That was.\nrests:\n  - a\n", 2),
        ("by: x\nsoftware:\n  label: y\nby: z\n  says: a\n  witnesses: [b]\n", 4),
        # A hyphen lost, or one too many.
        ("witnesses:\n  - s#6  # S9\n  bd#in\njobs:\n  label: x\n", 3),
        ("- title: a b\nsays: b\non: 2\n", 1),
        ("kind: a\n- form: b\norigin: c\n", 2),
        # A colon or a space is lost above a comment.
        ("title:Effect\n# c\nsays: b\n", 1),
        ("us-end:\n  label:Until\n  # c\n  positions:\n    a: b\n", 2),
        # The line that began a map is lost: at the top, and within another map.
        ("title: x\n  2031-02: {value: 1}\n  2031-03: {value: 2}\n  2031-04: {value: 3}\n", 2),
        ("terms:\n    a: b\n    c: d\n    e: f\n    g: h\n    i: j\n  two:\n    a: b\n", 2),
        # A key and the first line below it, both too far left.
        ("terms:\n  one:\n    a: b\n two:\n   a: b\n    c: d\n  three: x\n", 4),
        ("terms:\n  one:\n    a: b\ntwo:\n  a: b\n    c: d\n    e: f\n    g: h\n  three: x\n", 4),
        # A text of two lines goes on too far left.
        ("reading:\n  text: >-\n  one.\n  two.\n  on: 2031\n", 3),
        # The key of a list stands too far left.
        ("offices:\n  one:\n    body: x\n  on: y\n    witnesses:\n      - a\n", 4),
        # One tab for each line, however deep.
        ("quotes:\n  k0:\n\ttext: a\n\tpage: b\n  k1:\n\ttext: a\n\tpage: b\n", 3),
    ],
)
def test_one_slip_is_told_once(text: str, line: int) -> None:
    assert lines(reading(text).faults) == [line]


def test_a_key_without_its_colon_is_no_line_of_the_text_above() -> None:
    text = "reading:\n  text: >-\n    one two three\n    four five\n  on 2031-03-01\nlabel: x\n"
    found = reading(text, "on", "text", "label")
    assert lines(found.faults) == [5]
    assert content(found)["reading"]["on"] == "2031-03-01"  # type: ignore[index]


def test_lines_on_either_side_of_their_depth_are_told_together() -> None:
    (fault,) = reading("force:\n value: x\n   inferred: y\n  witnesses: [a]\n").faults
    assert fault.span.line == 2
    assert [label.span.line for label in fault.labels] == [3]


def test_what_is_wrong_within_a_text_too_far_left_is_that_it_stands_there() -> None:
    (fault,) = reading("text: >-\n  one two {{ x }}\nas {{ y }} put: {{ z }}.\nrests: [a]\n").faults
    assert fault.message == "a line that is not `key: value`"
    assert (fault.span.line, fault.span.column) == (3, 1)


def test_a_text_goes_on_over_no_item_of_a_list() -> None:
    text = "reed:\n  attendance: present\n    - courier#warden\n    - post#none\nvenue: x\n"
    found = reading(text)
    assert lines(found.faults) == [3]
    assert content(found)["venue"] == "x"  # type: ignore[index]
    assert not reading("witnesses:\n  a#b\n  - c#d\n").faults


def test_a_large_file_is_explained_in_one_way_and_told_all_the_same() -> None:
    entries = [f"k{at}:\n  label: x\n  value: {at}\n" for at in range(450)]
    entries[300] = "k300:\n  label:\n    value: 300\n unit: y\n"
    found = reading("".join(entries))
    assert lines(found.faults) == [904]
    assert found.rest is not None and "k449" in found.rest.entries
