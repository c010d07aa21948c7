"""Shape and types of one record: every fault at its place, each told once."""

import pytest

from generator.validate import MOST
from tests.dossiers import errors_of
from tests.tables import cases

SOURCE = "{publisher: x, title: x, kind: x, published: 2031"
WHOLE = r"publisher: x\ntitle: x\nkind: x\npublished: 2031\nretrieved: 2032-07-01\norigin: own"
TABLE = f"{SOURCE}, retrieved: 2031-07-01, tables: {{w: {{title: x, licence: x, columns: {{a: a,"

# Line and column, code and message of the one fault of a record, and what of its help is asked for;
# the code is `wrong-value` where none stands.
ONE_FAULT = cases(r"""
    person offices: {}
      1:1 missing-key: no `name`
    person nmae: x\nparty: y\naliases: [z]
      1:1 unknown-key: unknown key `nmae`
      did you mean `name`?
    person nmae: x\nname: x
      1:1 unknown-key: unknown key `nmae`
    person name: Ada Reed\nfamily: Reade
      2:9 `Reade` is no part of the name
    person family: Reed
      1:1 missing-key: no `name`
    series title: x\npoints:\n  a: {valeu: 3, witnesses: [a#b]}
      3:7 unknown-key: unknown key `valeu`
      did you mean `value`?
    series title: x\nother: {b: c}
      2:1 unknown-key: unknown key `other`
    round title: x\nzebra: y
      2:1 unknown-key: unknown key `zebra`
      a key of your own holds a statement
    agreement title: x\nparties: norland, sudland
      2:10 `norland, sudland` is several ids, and no list
    claim title: x\nvalue: >6
      2:8 nothing stands where `value` is due: a number, a bound, a range or a date, as written
    round title: x\ndelegations: {n: {a: {attendance: presnt, witnesses: [a#b]}}}
      2:35 `presnt` is not one of present, absent, expected
    claim says: x\nvalue: abc\nwitnesses: [a#b]
      2:8 `abc` is neither a number nor a date
      words go into `words:`
    claim value: 28.8 billion\nwitnesses: [a#b]
      1:8 `28.8 billion` is neither a number nor a date
      a unit into `unit:`
    claim value: 9 June 2031\nwitnesses: [a#b]
      1:8 `9 June 2031` is neither a number nor a date
      write `2031-06-09`
    claim value: −34.5\nwitnesses: [a#b]
      1:8 `−34.5` is neither a number nor a date
      write `-34.5`
    claim says: x\nwitnesses: [A#b]
      2:13 `A#b` is not a witness
    claim witnesses: a#b
      1:12 `witnesses` is due to be a list
      write `[a#b]`
    claim witnesses: {a: b}
      1:12 `witnesses` is due to be a list
      write `[first, second]`
    claim compute: a + 1\nvalue: 3
      1:1 `compute` stands beside a value of its own
    claim compute: a<b
      1:10 `a<b` is neither an id nor a number
      with spaces between its parts
    claim says: [a]
      1:7 a map or list stands where text is due
    claim by:
      1:4 nothing stands where `by` is due: the party, body or person that says so
    claim exact: maybe
      1:8 `maybe` is neither yes nor no
    series title: {en: }
      1:13 nothing stands where `en` is due
    series title: null
      1:8 `null` without quotes is no value to YAML
    series title: x\npoints:\n  2031-13: {value: 3, witnesses: [a#b]}
      3:3 `2031-13` is not a possible date
    series title: x\npoints:\n  May 2031: {value: 3, witnesses: [a#b]}
      3:3 `May 2031` is not an id: lower case letters, digits and single hyphens
    series title: x\npoints:\n  2031-05: {value:1, witnesses: [a#b]}
      3:13 unknown-key: unknown key `value:1`
    series title: x\nreporter:
      2:10 nothing stands where `reporter` is due: the body that counts
      write an id, such as `norland-bridge-office`
    event title: x\ndate: 2031-05-02
      2:7 `date` is due to be a statement
      witnesses: [source#quotation]
    measure title: x\nacts:
      2:6 `acts` is due to be a map
      begin what belongs to `acts` with two spaces more
    measure title:\n  en: x\n  issuer: y\nnumber: 6
      3:3 `issuer` is no language, and no key of a name
    person name: x\noffices:\n  a:\n  label: x\n  witnesses: [a#b]
      4:3 not-deeper: `label`, `witnesses` stand beside `a`, and should stand below it
""")
ONE_FAULT += cases(rf"""
source {SOURCE}, retreived: 2031-07-01}}
  1:52 unknown-key: unknown key `retreived`
source {SOURCE}, retrieved: 2031-07}}
  1:63 `2031-07` does not name one day
source {SOURCE.replace("title: x, ", "")}}}
  1:2 missing-key: no `title` and no `retrieved`
source {TABLE} b: b}}}}}}}}
  1:84 missing-key: no `rows` in `w`
source {TABLE} b: b}},\nrows: {{r: [x, y, z],\ns: [x, y, z]}}}}}}}}
  2:7 each row has 3 cells, and the table 2 columns
source {WHOLE}\nform: coppy
  7:7 `coppy` is not one of original, copy, translation, summary, report
  did you mean `copy`?
source {WHOLE}\nform:
  7:6 nothing stands where `form` is due: what it is to the official text that it carries;
    `report` unless stated
  write one of `original`, `copy`
source {WHOLE}\nurl: javascript:x
  7:6 `javascript:x` is not a web address
source {WHOLE}\nquotes:\n  a:\n  text: x
  9:3 not-deeper: `text` stands beside `a`, and should stand below it
""")


@pytest.mark.parametrize(
    ("kind", "text", "expected", "hint"),
    [(*one[0].split(" ", 1), *one[1:], "")[:4] for one in ONE_FAULT],
)
def test_one_fault_at_its_place(kind: str, text: str, expected: str, hint: str) -> None:
    (fault,) = errors_of(kind, text)
    code = "" if fault.code == "wrong-value" else f"{fault.code}: "
    assert f"{fault.span.line}:{fault.span.column} {code}{fault.message}" == expected
    assert hint in fault.help


def test_a_number_without_end_is_cut() -> None:
    (fault,) = errors_of("claim", f"value: 1{'0' * 5000}\nwitnesses: [a#b]")
    assert fault.message.endswith("...` is longer than any number or date")
    assert "such as `-34.5`" in fault.help


def test_all_faults_of_a_shape_are_told_in_one_run() -> None:
    text = "publisher: x\nkind: x\nform: orginal\npublished: 2031-13\nurl: ftp://x\nqoutes: {}\n"
    found = [one.code for one in sorted(errors_of("source", text), key=lambda one: one.place)]
    assert found == ["missing-key", *3 * ["wrong-value"], "unknown-key"]


@pytest.mark.parametrize("kind", ["source", "claim"])
def test_no_more_is_told_of_a_file_than_can_be_read(kind: str) -> None:
    text = "".join(f"k{number}: x\n" for number in range(2000))
    assert len(errors_of(kind, text)) == MOST


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
