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


def test_a_lost_hyphen_is_told_by_the_items_above() -> None:
    (fault,) = reading("form: x\nwitnesses:\n  - courier\n  post\nlabel: y\n").faults
    assert fault.span.line == 4
    assert fault.help.startswith("begin it with `- `")


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
    faults = reading(text).faults
    assert [fault.span.text for fault in faults] == ["form:meeting", "zzz"]
    assert all(fault.span.file.text == text for fault in faults)


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
