"""Shape and types of one record: every fault at its place, each told once."""

import pytest

from generator.validate import MOST
from tests.dossiers import errors_of

SOURCE = "{publisher: x, title: x, kind: x, published: 2031"

WHOLE_SOURCE = """\
publisher: x
title: x
kind: x
published: 2031
retrieved: 2032-07-01
url: https://x.example
form: original
text_of: x
origin: own
"""
TABLE = f"{SOURCE}, retrieved: 2031-07-01, tables: {{w: {{title: x, licence: x,\n"


def told(kind: str, text: str) -> list[str]:
    """Line, column, code and message of each fault."""
    return [
        f"{fault.span.line}:{fault.span.column} {fault.code}: {fault.message}"
        for fault in sorted(errors_of(kind, text), key=lambda fault: fault.place)
    ]


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("person", "offices: {}", "1:1 missing-key: no `name`"),
        ("person", "nmae: x\nname: x", "1:1 unknown-key: unknown key `nmae`"),
        (
            "person",
            "name: Ada Reed\nfamily: Reade",
            "2:9 wrong-value: `Reade` is no part of the name",
        ),
        ("person", "family: Reed", "1:1 missing-key: no `name`"),
        (
            "series",
            "title: x\npoints:\n  a: {valeu: 3, witnesses: [a#b]}",
            "3:7 unknown-key: unknown key `valeu`",
        ),
        ("series", "title: x\nother: {b: c}", "2:1 unknown-key: unknown key `other`"),
        (
            "agreement",
            "title: x\nparties: norland, sudland",
            "2:10 wrong-value: `norland, sudland` is several ids, and no list",
        ),
        (
            "claim",
            "title: x\nvalue: >6",
            "2:8 wrong-value: nothing stands where `value` is due: "
            "a number, a bound, a range or a date, as written",
        ),
        (
            "round",
            "title: x\ndelegations: {n: {a: {attendance: presnt, witnesses: [a#b]}}}",
            "2:35 wrong-value: `presnt` is not one of present, absent, expected",
        ),
        (
            "claim",
            "says: x\nvalue: abc\nwitnesses: [a#b]",
            "2:8 wrong-value: `abc` is neither a number nor a date",
        ),
        ("claim", "says: x\nwitnesses: [A#b]", "2:13 wrong-value: `A#b` is not a witness"),
        (
            "claim",
            "compute: a + 1\nvalue: 3",
            "1:1 wrong-value: `compute` stands beside a value of its own",
        ),
        ("claim", "says: [a]", "1:7 wrong-value: a map or list stands where text is due"),
        (
            "claim",
            "by:",
            "1:4 wrong-value: nothing stands where `by` is due: "
            "the party, body or person that says so",
        ),
        ("series", "title: {en: }", "1:13 wrong-value: nothing stands where `en` is due"),
        ("series", "title: null", "1:8 wrong-value: `null` without quotes is no value to YAML"),
        ("claim", "witnesses: {a: b}", "1:12 wrong-value: `witnesses` is due to be a list"),
        (
            "series",
            "title: x\npoints:\n  2031-13: {value: 3, witnesses: [a#b]}",
            "3:3 wrong-value: `2031-13` is not a possible date",
        ),
        (
            "series",
            "title: x\npoints:\n  May 2031: {value: 3, witnesses: [a#b]}",
            "3:3 wrong-value: `May 2031` is not an id: "
            "lower case letters, digits and single hyphens",
        ),
        ("event", "title: x\ndate: 2031-05-02", "2:7 wrong-value: `date` is due to be a statement"),
        (
            "source",
            f"{SOURCE}, retreived: 2031-07-01}}",
            "1:52 unknown-key: unknown key `retreived`",
        ),
        ("claim", "exact: maybe", "1:8 wrong-value: `maybe` is neither yes nor no"),
        (
            "source",
            f"{SOURCE}, retrieved: 2031-07-01, url: 'javascript:x'}}",
            "1:80 wrong-value: `javascript:x` is not a web address",
        ),
        (
            "source",
            f"{SOURCE}, retrieved: 2031-07}}",
            "1:63 wrong-value: `2031-07` does not name one day",
        ),
        # One cause is one fault.
        (
            "person",
            "name: x\noffices:\n  a:\n  label: x\n  witnesses: [a#b]",
            "4:3 not-deeper: `label`, `witnesses` stand beside `a`, and should stand below it",
        ),
        (
            "source",
            f"{WHOLE_SOURCE}quotes:\n  a:\n  text: x",
            "12:3 not-deeper: `text` stands beside `a`, and should stand below it",
        ),
        (
            "measure",
            "title:\n  en: x\n  issuer: y\nnumber: 6",
            "3:3 wrong-value: `issuer` is no language, and no key of a name",
        ),
        (
            "series",
            "title: x\npoints:\n  2031-05: {value:1, witnesses: [a#b]}",
            "3:13 unknown-key: unknown key `value:1`",
        ),
        (
            "source",
            f"{TABLE}columns: {{a: a, b: b}},\nrows: {{r: [x, y, z],\ns: [x, y, z]}}}}}}}}",
            "3:7 wrong-value: each row has 3 cells, and the table 2 columns",
        ),
        ("source", f"{TABLE}columns: {{a: a, b: b}}}}}}}}", "1:84 missing-key: no `rows` in `w`"),
        (
            "source",
            SOURCE.replace("title: x, ", "") + "}",
            "1:2 missing-key: no `title` and no `retrieved`",
        ),
        ("person", "nmae: x\nparty: y\naliases: [z]", "1:1 unknown-key: unknown key `nmae`"),
    ],
)
def test_one_fault_at_its_place(kind: str, text: str, expected: str) -> None:
    assert told(kind, text) == [expected]


def test_all_faults_of_a_shape_are_told_in_one_run() -> None:
    text = "publisher: x\nkind: x\nform: orginal\npublished: 2031-13\nurl: ftp://x\nqoutes: {}\n"
    found = [one.code for one in sorted(errors_of("source", text), key=lambda one: one.place)]
    assert found == ["missing-key", *3 * ["wrong-value"], "unknown-key"]


@pytest.mark.parametrize("kind", ["source", "claim"])
def test_no_more_is_told_of_a_file_than_can_be_read(kind: str) -> None:
    text = "".join(f"k{number}: x\n" for number in range(2000))
    assert len(errors_of(kind, text)) == MOST


@pytest.mark.parametrize(
    ("kind", "text", "hint"),
    [
        ("person", "nmae: x\nparty: y", "did you mean `name`?"),
        ("source", f"{SOURCE}, retrieved: 2031-07-01, form: coppy}}", "did you mean `copy`?"),
        ("claim", "witnesses: a#b", "write `[a#b]`"),
        ("claim", "witnesses: {a: b}", "write `[first, second]`"),
        ("round", "title: x\nzebra: y", "a key of your own holds a statement"),
        ("claim", "value: 28.8 billion\nwitnesses: [a#b]", "a unit into `unit:`"),
        ("claim", "compute: a<b", "with spaces between its parts"),
        ("event", "title: x\ndate: 2031-05-02", "witnesses: [source#quotation]"),
        ("claim", "value: abc\nwitnesses: [a#b]", "words go into `words:`"),
        ("claim", "value: 9 June 2031\nwitnesses: [a#b]", "write `2031-06-09`"),
        ("claim", "value: \u221234.5\nwitnesses: [a#b]", "write `-34.5`"),
        ("claim", "value: 1" + "0" * 5000 + "\nwitnesses: [a#b]", "such as `-34.5`"),
        ("measure", "title: x\nacts:", "begin what belongs to `acts` with two spaces more"),
        # What was most likely meant.
        ("series", "title: x\npoints: {a: {value: 1, unti: days}}", "did you mean `unit`?"),
        ("series", "title: x\nreporter:", "write an id, such as `norland-bridge-office`"),
        ("source", f"{SOURCE}, retrieved: 2031-07-01, form: }}", "write one of `original`, `copy`"),
    ],
)
def test_what_would_be_right(kind: str, text: str, hint: str) -> None:
    (fault,) = errors_of(kind, text)
    assert hint in fault.help


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        ("145%", 'write `145`, and `unit: "%"` beside it'),
        ("~35 %", 'write `~35`, and `unit: "%"` beside it'),
        ('"1,240"', "write `1240`, without commas"),
        ("27/01/2031", "write the year first: `YYYY-MM-DD`"),
        ("2031-02-30", "February 2031 has 28 days"),
        ("2031-13", "a year has 12 months: write `YYYY-MM` or `YYYY-MM-DD`"),
        ("abc", "write a number, a bound, a range or a date"),
    ],
)
def test_a_value_that_is_written_as_elsewhere(value: str, meant: str) -> None:
    (found,) = errors_of("claim", f"value: {value}\nwitnesses: [a#b]")
    assert found.help.startswith(meant)


@pytest.mark.parametrize(
    ("written", "help_"),
    [
        ("gazette/met", "write `gazette#met`"),
        ("gazette.met", "write `gazette#met`"),
        ("gazette##met", "write `gazette#met`"),
        ("gazette#met,", "write `gazette#met`"),
        ("gazette#a.b", "write a source with its quotation, such as `courier-0310#met`"),
        (
            "gazette met",
            "put a comma between two: `gazette, met`, or a `#` before a quotation: `gazette#met`",
        ),
        ("Gazette", "write an id, such as `gazette`"),
    ],
)
def test_a_witness_that_is_none_is_offered_as_one(written: str, help_: str) -> None:
    (fault,) = errors_of("claim", f"says: x\nwitnesses: ['{written}']")
    assert (fault.code, fault.help) == ("wrong-value", help_)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ('see: "[a, b]"', "write `[a, b]`"),
        ("see: a, b", "write `[a, b]`"),
        ("about: [a; b]", "put a comma between two: `a, b`"),
        ("about: [a\uff0cb]", "put a comma between two: `a, b`"),
        ("by: call\u20132031-06-05", "write an id, such as `call-2031-06-05`"),
        ("by: rounds/mill-talks.yaml", "write an id, such as `mill-talks`"),
        ("see: [rounds/mill-talks.yaml]", "write an id, such as `mill-talks`"),
    ],
)
def test_what_would_be_an_id_is_offered_as_one(text: str, hint: str) -> None:
    (fault,) = errors_of("claim", f"title: A claim\nsays: x\nwitnesses: [a]\n{text}\n")
    assert fault.help == hint
