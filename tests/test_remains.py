"""What can be read of a spoilt file is searched: each fault of it is told in the same run, once."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.check import check
from generator.diagnostics import Severity
from tests.conftest import PROJECT

Write = Callable[..., Path]

CARTS = """\
title: Carts over the bridge
early:
  label: carts in February
  value: "{value}"
  unit: {unit}
  period: {period}
{more}  witnesses: [{witness}]
"""
SOUND = {
    "value": "1240",
    "unit": "carts",
    "period": "2031-02",
    "more": "",
    "witness": "courier-0310#carts",
}


def told(root: Path) -> list[tuple[str, int]]:
    """The code and line of all that is found in `february`, by line."""
    found = check(root).diagnostics
    name = "content/claims/february.yaml"
    return sorted(
        ((one.code, one.span.line) for one in found if one.span.file.path == name),
        key=lambda one: one[1],
    )


def claim(**keys: str) -> str:
    return CARTS.format(**{**SOUND, **keys})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (claim(), []),
        # One of two: what cannot be read, and what can, and is wrong.
        (claim(value="1204"), [("value-not-in-quotation", 4)]),
        (claim(more="  until: 2031-13-01\n"), [("wrong-value", 7)]),
        (
            claim(value="1204", more="  until: 2031-13-01\n"),
            [("value-not-in-quotation", 4), ("wrong-value", 7)],
        ),
        (
            claim(value="1204", more="  attendance: often\n"),
            [("value-not-in-quotation", 4), ("wrong-value", 7)],
        ),
        (
            claim(unit="pence", period="2031-13", witness="courier-0310#cart"),
            [("wrong-value", 6), ("dangling-ref", 7)],
        ),
        # The value is held under its misspelt name, and so are the reason and the witnesses.
        (
            claim(value="1204").replace("value", "valeu"),
            [("unknown-key", 4), ("value-not-in-quotation", 4)],
        ),
        (
            claim(value="1204", more="  inferrred: we counted\n  until: soon\n"),
            [("unknown-key", 7), ("wrong-value", 8)],
        ),
        (
            claim(value="1204").replace("witnesses", "witneses"),
            [("value-not-in-quotation", 4), ("unknown-key", 7)],
        ),
        # Where a reason may stand that cannot be read, nothing is missed in the quotations.
        (claim(value="1204", more="  inferred: [ours]\n"), [("wrong-value", 7)]),
        (claim(value="1204", more="  nothing-near: ours\n"), [("unknown-key", 7)]),
        # Without its colon or comma.
        (
            claim(value="1204", more="  until 2031-03\n"),
            [("value-not-in-quotation", 4), ("yaml-syntax", 7), ("value-not-in-quotation", 7)],
        ),
        (
            claim(more="  until: 2031-13-01\n").replace("  witnesses: [courier-0310#carts]\n", ""),
            [("value-without-witness", 4), ("wrong-value", 7)],
        ),
        # A line that is set aside alone leaves its neighbours whole, and its key is not missed.
        (
            claim(value="1204").replace("carts in", "carts: in"),
            [("yaml-syntax", 3), ("value-not-in-quotation", 4)],
        ),
        (claim().replace("  witnesses", " witnesses"), [("yaml-syntax", 7)]),
        (
            claim(period="2031-13").replace("carts in", "carts: in"),
            [("yaml-syntax", 3), ("wrong-value", 6)],
        ),
        (
            claim(value="1204").replace("  unit", " unit"),
            [("value-not-in-quotation", 4), ("yaml-syntax", 5)],
        ),
        # Whatever the unit was, it is not that of the series.
        (claim(unit='"%"').replace("  unit", " unit"), [("yaml-syntax", 5)]),
        # The odd line is the first of its map, and the others are right.
        (
            claim(value="1204").replace("  label", "   label"),
            [("yaml-syntax", 3), ("value-not-in-quotation", 4)],
        ),
        (
            claim(value="1204").replace("  label", " label"),
            [("yaml-syntax", 3), ("value-not-in-quotation", 4)],
        ),
        # A reason that cannot be read is that of its own statement, and of no other.
        (
            claim(value="1204", more="  inferred: so: we think\n")
            + "late:\n  value: '1241'\n  witnesses: [courier-0310#carts]\n",
            [("yaml-syntax", 7), ("value-not-in-quotation", 10)],
        ),
        # Two lines have run into one: the second key is no key that is missing.
        (claim().replace("2031-02\n", "2031-02"), [("yaml-syntax", 6)]),
        (claim().replace("2031-02\n  ", "2031-02"), [("yaml-syntax", 6)]),
    ],
)
def test_all_faults_of_a_statement(
    briefing: Write, text: str, expected: list[tuple[str, int]]
) -> None:
    assert told(briefing({"claims/february.yaml": text})) == expected


SOURCE = """\
publisher: The Courier
title: Shires meet at the mill
published: {published}
retrieved: {retrieved}
kind: newspaper
{origin}
quotes:
  carts: {{text: "In February 2031 the bridge carried 1,240 carts, up 3.5% on the year."}}
  warden: {{text: "Ada Reed, the bridge warden, led for Norland."}}
  met: {{text: "The shires met at the mill on 9 March 2031."}}
"""


@pytest.mark.parametrize(
    ("keys", "codes"),
    [
        # What rests on a source is held against what can be read of it.
        ({"retrieved": "2031-13-01"}, {"value-not-in-quotation", "wrong-value"}),
        ({"origin": "form: orginal"}, {"value-not-in-quotation", "wrong-value", "origin-missing"}),
        ({"origin": "orgin: own"}, {"value-not-in-quotation", "unknown-key"}),
        # Without a day of publication a date such as `9 March` is of no year, and a number is one.
        ({"published": "2031-13-01"}, {"wrong-value", "value-not-in-quotation"}),
    ],
)
def test_a_spoilt_source_is_still_quoted(
    briefing: Write, keys: dict[str, str], codes: set[str]
) -> None:
    sound = {"published": "2031-03-10", "retrieved": "2031-07-01", "origin": "origin: own"}
    files = {
        "sources/courier-0310.yaml": SOURCE.format(**sound | keys),
        "claims/february.yaml": claim(value="1204"),
    }
    assert {one.code for one in check(briefing(files)).diagnostics} == codes


def test_what_is_below_a_misspelt_key_is_read(briefing: Write) -> None:
    text = """\
title: Carts over the bridge
pionts:
  2031-02: {value: 12.40.1, witnesses: [courier-0310#carts]}
  2031-03: {valeu: 1240, witnesses: [courier-0310#cart]}
"""
    found = check(briefing({"series/carts.yaml": text})).diagnostics
    mine = [(one.code, one.span.line) for one in found if "series" in one.span.file.path]
    assert mine == [
        ("unknown-key", 2),
        ("wrong-value", 3),
        ("unknown-key", 4),
        ("dangling-ref", 4),
    ]


TERM = """\
term: toll
definition: {{words: A toll, witnesses: [office-0312#toll]}}
reading: {{text: ours, {}}}
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A required key under another name, or with its value in it.
        (
            TERM.format("om: 2031-03-01"),
            ("unknown-key", 3),
        ),
        (
            TERM.format("on 2031-03-01"),
            ("unknown-key", 3),
        ),
    ],
)
def test_a_required_key_that_is_misspelt_is_not_missing_too(
    briefing: Write, text: str, expected: tuple[str, int]
) -> None:
    (found,) = check(briefing({"glossary/toll.yaml": text})).diagnostics
    assert (found.code, found.span.line) == expected
    assert found.fix and found.fix.replacement.startswith("on")


def test_reasons_by_key_are_no_keys_of_a_lost_statement(briefing: Write) -> None:
    text = claim(more="  inferred: {value: ours, period: ours}\n  until: soon\n")
    assert told(briefing({"claims/february.yaml": text})) == [("wrong-value", 8)]


def test_a_key_of_ones_own_is_not_read_as_the_one_that_it_looks_like(briefing: Write) -> None:
    toll = """\
title: Toll on the bridge
in-force: {value: 2031-04-01, witnesses: [office-0312#toll]}
cats: {says: a toll, attendance: present, witnesses: [office-0312#toll]}
"""
    found = check(briefing({"measures/bridge-toll.yaml": toll})).diagnostics
    assert [one.code for one in found if "measures" in one.span.file.path] == ["unknown-key"]


def test_keys_of_a_position_whose_line_is_lost_are_one_fault(briefing: Write) -> None:
    lost = """\
asks: Did Sudland promise to mend the southern arch?
about: mill-talks-2031-03
positions:
  promised:
    by: norland
    words: promised to mend the southern arch
    witnesses: [office-0312#hold]
    by: sudland
    words: promised nothing about the arch
    witnesses: [post-0602#none]
"""
    (found,) = [
        one
        for one in check(briefing({"claims/arch-promise.yaml": lost})).diagnostics
        if one.code != "unused-source"
    ]
    assert (found.code, found.span.line) == ("duplicate-key", 8)
    assert [label.span.line for label in found.labels] == [5, 9, 10]


def test_keys_of_a_statement_whose_line_is_lost_are_one_fault(briefing: Write) -> None:
    text = """\
title: Talks at the mill, March 2031
delegations:
  norland: {ada-reed: {person: ada-reed, attendance: present, witnesses: [courier-0310#warden]}}
  label: Hour of the talks
  words: at the mill
  witnesses: [courier-0310#met]
"""
    found = check(briefing({"rounds/mill-talks-2031-03.yaml": text})).diagnostics
    mine = [one for one in found if one.span.file.path.startswith("content/rounds")]
    assert [(one.code, one.span.line) for one in mine] == [("unknown-key", 4)]


@pytest.mark.parametrize(
    ("written", "code", "meant"),
    [
        ("covers: [oak, wil,low]", "dangling-ref", "did you mean `willow`?"),
        (
            "covers: [oak, red,oak]",
            "dangling-ref",
            "did you mean `red-oak`? otherwise add content/materials/red.yaml; "
            "`briefing new material red` begins it",
        ),
    ],
)
def test_an_id_that_a_comma_has_torn_is_one_fault(
    briefing: Write, written: str, code: str, meant: str
) -> None:
    toll = f"""\
title: Toll on the bridge
{written}
in-force: {{value: 2031-04-01, witnesses: [office-0312#toll]}}
parts:
  rate: {{label: toll, value: "2", unit: pence, witnesses: [office-0312#toll]}}
"""
    woods = {f"materials/{one}.yaml": f"name: {one}" for one in ("oak", "willow", "red-oak")}
    found = check(briefing({**woods, "measures/bridge-toll.yaml": toll})).diagnostics
    (mine,) = [one for one in found if one.span.file.path == "content/measures/bridge-toll.yaml"]
    assert (mine.code, mine.help) == (code, meant)


def test_a_value_that_a_comma_has_cut_off_is_not_judged(briefing: Write) -> None:
    text = (
        "title: Toll\ndate: {value: 2031-03-09, target: bridge-toll,parts, "
        "witnesses: [courier-0310#met]}\n"
    )
    (found,) = check(briefing({"agreements/pact.yaml": text})).diagnostics
    assert found.code == "unknown-key"
    assert "`target: [bridge-toll, parts]`" in found.help


FIXTURE = PROJECT / "tests/fixture"
# Of each kind the smallest file, so that every key at its top stands on few lines.
SMALL = {
    folder.name: min(folder.glob("*.yaml"), key=lambda path: (path.stat().st_size, path.name))
    for folder in sorted((FIXTURE / "content").iterdir())
    if folder.is_dir() and folder.name != "pages"
}
SPOILT = ("[[a], {b: c}]", "{a: b}", "{words: x, witnesses: [a#b]}", "2031-13-45", "")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the fixture's content."""
    root = tmp_path_factory.mktemp("whole")
    shutil.copytree(FIXTURE / "content", root / "content")
    return root


@pytest.mark.parametrize("folder", SMALL)
def test_nothing_that_is_spoilt_stops_the_check(whole: Path, folder: str) -> None:
    path = whole / "content" / folder / SMALL[folder].name
    sound = path.read_text(encoding="utf-8")
    lines = sound.split("\n")
    tops = [at for at, line in enumerate(lines) if line[:1].isalpha()]
    for at in tops:
        key = lines[at].partition(":")[0]
        end = next((one for one in tops if one > at), len(lines))
        for spoilt in SPOILT:
            with_it = [*lines[:at], f"{key}: {spoilt}", "zzq: x", *lines[end:]]
            path.write_text("\n".join(with_it), encoding="utf-8")
            assert check(whole).errors, (folder, key, spoilt)
    path.write_text(sound, encoding="utf-8")
    assert not check(whole).errors


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [
        # The unit of a series, and what is drawn of it.
        (
            "series/lamp-stone-share.yaml",
            'unit: "%"\npoints',
            'unit: "%%"\npoints',
            [("percent-or-points", 3)],
        ),
        # A name that cannot be read whole is that of nobody.
        ("people/*", "name: {en: ", "name: {en: , qq: ", [("wrong-value", 1)]),
    ],
)
def test_one_spoilt_key_is_told_once(
    whole: Path, name: str, old: str, new: str, expected: list[tuple[str, int]]
) -> None:
    path = min(one for one in (whole / "content").glob(name) if old in one.read_text())
    sound = path.read_text(encoding="utf-8")
    path.write_text(sound.replace(old, new, 1), encoding="utf-8")
    found = check(whole).diagnostics
    path.write_text(sound, encoding="utf-8")
    assert [(one.code, one.span.line) for one in found if one.severity is Severity.ERROR] == (
        expected
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Whatever is misplaced or set aside is missed nowhere, in this file or another.
        (claim().replace("  witnesses", "    witnesses"), [("yaml-syntax", 7)]),
        (claim().replace("  unit", "unit"), [("yaml-syntax", 5)]),
        (claim().replace("  value", " value"), [("yaml-syntax", 4)]),
        # The rest of a value behind a comma.
        (claim(witness="courier-0310#carts").replace('"1240"', "1,240"), [("wrong-value", 4)]),
        # A list or text where a map is due may be what another key holds.
        (
            "title: Carts\npositions:\n  a:\n    says: few\n  witnesses: [courier-0310#carts]\n"
            "  b:\n    says: many\n    witnesses: [courier-0310#carts]\n",
            [("not-deeper", 5)],
        ),
        # Nothing of a key that only looks like another is read as that one.
        (claim(more="  fore: 2031-04-01\n"), [("unknown-key", 7)]),
        (claim(more="  see also: [bridge-toll]\n"), [("unknown-key", 7)]),
    ],
)
def test_nothing_is_missed_that_may_be_there(
    briefing: Write, text: str, expected: list[tuple[str, int]]
) -> None:
    found = check(briefing({"claims/february.yaml": text})).diagnostics
    assert [(one.code, one.span.line) for one in found if one.severity is Severity.ERROR] == (
        expected
    )


def test_duplicates_of_a_map_that_ends_nowhere_are_told(briefing: Write) -> None:
    text = "title: A\nearly: {value: 2031-03-01, value: 2031-03-02, witnesses: [a\n"
    found = told(briefing({"claims/february.yaml": text}))
    assert [code for code, _ in found] == ["duplicate-key", "yaml-syntax", "dangling-ref"]


@pytest.mark.parametrize("more", ["cls", "self"])
def test_a_key_may_be_called_as_it_likes(briefing: Write, more: str) -> None:
    own = f"{more}: {{says: few, witnesses: [courier-0310#carts]}}\n"
    text = claim(value="1204", more="  until: soon\n") + own
    codes = {code for code, _ in told(briefing({"claims/february.yaml": text}))}
    assert codes == {"value-not-in-quotation", "wrong-value"}


def test_the_same_number_in_per_cent_is_no_other_unit(briefing: Write) -> None:
    source = SOURCE.format(
        published="2031-03-10", retrieved="2031-07-01", origin="origin: own"
    ).replace("up 3.5% on the year", "up 40% to 40 on Sunday")
    text = claim(value="40", unit="carts")
    found = check(
        briefing({"sources/courier-0310.yaml": source, "claims/february.yaml": text})
    ).diagnostics
    assert not [one for one in found if one.code == "percent-or-points"]


TABLE = """\
tables:
  tolls:
    title: Tolls
    licence: public domain
    columns:
      load: Load
{indent}in-2030: "2030"
      in-2031: "2031"
    rows:
      carts: [Carts, 1 penny, 2 pence]
"""


def test_cells_of_a_table_that_lacks_a_line_are_held_against_nothing(briefing: Write) -> None:
    source = SOURCE.format(published="2031-03-10", retrieved="2031-07-01", origin="origin: own")
    text = claim(value="2", unit="pence", witness="courier-0310#tolls/carts/in-2031")
    for indent, codes in (("      ", set()), ("     ", {"yaml-syntax"})):
        files = {
            "sources/courier-0310.yaml": source + TABLE.format(indent=indent),
            "claims/february.yaml": text,
        }
        assert {one.code for one in check(briefing(files)).diagnostics} == codes


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        # The line that began a quotation is lost, or has run into the one above.
        ("  carts: {{text: ", "  carts:\n    text: ", "", 0),
        ("  carts: {{text: ", "    text: ", "yaml-syntax", 8),
    ],
)
def test_a_quotation_whose_line_is_lost(
    briefing: Write, old: str, new: str, code: str, line: int
) -> None:
    begun = SOURCE.replace(old, new).replace('the year."}}', 'the year."\n    at: p. 3')
    source = begun.format(published="2031-03-10", retrieved="2031-07-01", origin="origin: own")
    found = check(briefing({"sources/courier-0310.yaml": source})).diagnostics
    told = [(one.code, one.span.line) for one in found if "sources" in one.span.file.path]
    assert told[:1] == ([(code, line)] if code else [])


def test_a_day_is_not_missed_in_a_source_of_which_the_year_is_not_known(briefing: Write) -> None:
    source = SOURCE.format(published="2031-13-10", retrieved="2031-07-01", origin="origin: own")
    source = source.replace("on 9 March 2031", "on 9 March")
    talks = """\
title: Talks
form: meeting
date: {value: 2031-03-09, witnesses: [courier-0310#met]}
"""
    files = {"sources/courier-0310.yaml": source, "rounds/mill-talks-2031-03.yaml": talks}
    found = [one for one in check(briefing(files)).diagnostics if one.severity is Severity.ERROR]
    assert [one.code for one in found] == ["wrong-value"]


def test_each_witness_of_a_list_is_looked_for(briefing: Write) -> None:
    text = claim(witness="courier 0310, courier-0310#cart, courier-0310#carts")
    assert told(briefing({"claims/february.yaml": text})) == [
        ("wrong-value", 7),
        ("dangling-ref", 7),
    ]
    # What nobody can read may have printed it.
    hidden = claim(value="1204", witness="courier 0310, courier-0310#carts")
    assert told(briefing({"claims/february.yaml": hidden})) == [("wrong-value", 7)]


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        # Of two texts nobody knows which is meant; of two that are the same everybody does.
        ('  value: "12"\n', [("duplicate-key", 7)]),
        ("  period: 2031-02\n", [("duplicate-key", 7)]),
        ("  label: carts\n  unit: pence\n", [("duplicate-key", 7)]),
        ("  words: one, two\n  words: one, three\n", [("duplicate-key", 8)]),
    ],
)
def test_of_a_key_that_stands_twice_only_that_is_told(
    briefing: Write, more: str, expected: list[tuple[str, int]]
) -> None:
    assert told(briefing({"claims/february.yaml": claim(more=more)})) == expected


def test_a_key_that_may_have_been_meant_by_one_that_stands_twice_is_not_missed(
    briefing: Write,
) -> None:
    path = "series/boats.yaml"
    line = '  2031-02: {value: "1240", inferred: as the carts, witnesses: [courier-0310#carts]}\n'
    text = "title: Boats\nunit: boats\npoints:\n" + line + line
    sums = "  2031-04: {compute: 2031-02 + 2031-03}\n"
    found = check(briefing({path: text + sums})).diagnostics
    assert [(one.code, one.span.line) for one in found] == [("duplicate-key", 5)]


def test_what_a_second_statement_of_a_name_says_is_not_taken_for_the_first(
    briefing: Write,
) -> None:
    text = (
        "title: The bridge\n"
        "one:\n  label: Who led\n  person: ada-reed\n  witnesses: [courier-0310#warden]\n"
        "one:\n  label: Who came\n  people: [tom-hale]\n  witnesses: [post-0602#none]\n"
    )
    files = {"claims/february.yaml": text, "people/tom-hale.yaml": "name: {en: Tom Hale}"}
    assert told(briefing(files)) == [("duplicate-key", 6)]


def test_what_a_lost_line_began_is_told_with_the_keys_that_it_doubles(briefing: Write) -> None:
    text = (
        "title: Talks\nleads:\n  norland: {people: [ada-reed], witnesses: [courier-0310#warden]}\n"
        "  sudland: {people: [tom-hale], witnesses: [courier-0310#met]}\n"
        "  norland:\n    reed: {person: ada-reed, attendance: present, witnesses: [post-0602]}\n"
        "  sudland:\n    hale: {person: tom-hale, attendance: present, witnesses: [post-0602]}\n"
    )
    found = check(briefing({"rounds/ferry-talks-2031-05.yaml": text})).diagnostics
    codes = [(one.code, one.span.line) for one in found if one.code != "dangling-ref"]
    assert codes == [("duplicate-key", 5)]


@pytest.mark.parametrize(
    ("first", "second", "line"), [("", "  ", 3), ("  ", "", 9)], ids=["the-first", "the-second"]
)
def test_an_act_too_far_left_with_the_next_ones_below_it_is_told_once(
    briefing: Write, first: str, second: str, line: int
) -> None:
    deeds = "  party: norland\n  does: undertake\n  says: {}\n  witnesses: [office-0312#hold]\n"
    blocks = [
        (f"{name}:\n" + deeds.format(says)).replace("\n", f"\n{depth}")[: -len(depth) or None]
        for name, says, depth in (("one", "a", first), ("two", "b", second), ("three", "c", "  "))
    ]
    terms = "".join(
        f"{depth}{block}" for depth, block in zip((first, second, "  "), blocks, strict=True)
    )
    text = f"title: At the mill\nparties: [norland, sudland]\nterms:\n{terms}"
    more = "title: x\nwords: the toll\nsee: [mill-2031-03.terms.two, mill-2031-03.terms.three]\n"
    whole = {
        "agreements/mill-2031-03.yaml": text,
        "claims/of-the-toll.yaml": more + "witnesses: [office-0312#hold]\n",
    }
    found = [
        one for one in check(briefing(whole)).diagnostics if one.code != "words-not-in-quotation"
    ]
    assert [(one.code, one.span.line) for one in found] == [("not-deeper", line)]


def test_the_last_act_too_far_left_is_not_missed_where_it_belongs(briefing: Write) -> None:
    text = (
        "title: At the mill\nparties: [norland, sudland]\nterms:\n  one:\n    party: norland\n"
        "    does: undertake\n    says: a\n    witnesses: [office-0312#hold]\n"
        "two:\n  party: norland\n  does: undertake\n  says: b\n  witnesses: [office-0312#hold]\n"
    )
    more = (
        "title: x\nwords: the toll\nsee: [mill-2031-03.terms.two]\nwitnesses: [office-0312#hold]\n"
    )
    whole = {"agreements/mill-2031-03.yaml": text, "claims/of-the-toll.yaml": more}
    found = [
        one for one in check(briefing(whole)).diagnostics if one.code != "words-not-in-quotation"
    ]
    assert [(one.code, one.span.line) for one in found] == [("act-without-target", 9)]


def test_below_a_misspelt_key_of_a_statement_more_is_told(briefing: Write) -> None:
    text = (
        "title: Toll on the bridge\nissuer: roads-office\nin-forec:\n"
        "  value: ../10/03/2031\n  witnesses: [office-0312#hold]\n"
    )
    found = check(briefing({"measures/second-toll.yaml": text})).diagnostics
    codes = [(one.code, one.span.line) for one in found]
    assert [one for one in codes if one[0] in {"unknown-key", "wrong-value"}] == [
        ("unknown-key", 3),
        ("wrong-value", 4),
    ]


def test_a_template_is_judged_beside_a_line_of_its_text_too_far_left(briefing: Write) -> None:
    text = (
        'order: 9\ntext: >-\n  It is {{ fact("bridge-toll.held") };\n'
        'and {{ name("ada-reed") }} said so.\nrests:\n  - bridge-toll.held\n'
    )
    found = check(briefing({"points/toll.yaml": text})).diagnostics
    codes = [(one.code, one.span.line) for one in found if one.code != "dangling-ref"]
    assert codes == [("yaml-syntax", 4), ("template-syntax", 3)]


def test_lines_too_far_left_are_told_with_those_that_follow_them(briefing: Write) -> None:
    text = (
        "title: Carts\nlabel: Carts over the bridge\npositions:\n  few:\n    says: few\n"
        "  inferred: few\n  witnesses: [courier-0310#carts]\n    label: x\n"
        "  many:\n    says: many\n    witnesses: [courier-0310#carts]\n"
    )
    (found,) = check(briefing({"claims/how-many.yaml": text})).diagnostics
    assert (found.code, found.span.line) == ("yaml-syntax", 6)
    assert [label.span.line for label in found.labels] == [7]


@pytest.mark.parametrize(
    ("path", "text", "line"),
    [
        # What was moved into a block may be what the record lacks.
        (
            "sources/notice.yaml",
            "publisher: Bridge Office\ntitle: Notice\npublished: 2031-03-02\n"
            "retrieved: 2031-07-01\nkind: official text\nquotes:\n  shut:\n"
            "form: report\norigin: own\n    text: The bridge is shut.\n",
            8,
        ),
        (
            "claims/how-many.yaml",
            "title: Carts\nwitnesses: [courier-0310#carts]\narch:\n  label: The arch\n"
            "by: ada-reed\nwords: bridge carried\n  says: of stone\n"
            "  witnesses: [courier-0310#carts]\n",
            5,
        ),
        # What stands too deep may be one of the keys above it.
        (
            "sources/notice.yaml",
            "publisher: Courier\ntitle: Notice\npublished: 2031-03-02\nretrieved: 2031-07-01\n"
            "kind: official text\norigin: unknown\nquotes:\n  shut:\n"
            "    text: The bridge is shut.\n    form: copy\n    text_of: norland-bridge-office\n"
            "form: report\n    origin: own\n",
            13,
        ),
        # The head of another record amid a figure is held against none of its witnesses.
        (
            "series/carts.yaml",
            "title: Carts\nreporter: norland-bridge-office\ncategory: carts\npoints:\n  2031-02:\n"
            "    label: carts in February\n    value: 1240\ntitle:\n  en: No. 61 of 2031\n"
            "  seen: courier-0310\n    unit: carts\n    witnesses: [courier-0310#carts]\n",
            8,
        ),
    ],
)
def test_lines_amid_others_are_told_once(briefing: Write, path: str, text: str, line: int) -> None:
    found = check(briefing({path: text})).diagnostics
    odd = ("unused-source", "unused-record", "author-missing")
    assert [(one.code, one.span.line) for one in found if one.code not in odd] == [
        ("yaml-syntax", line)
    ]


def test_what_others_mention_may_be_the_key_that_is_lost(briefing: Write) -> None:
    text = (
        "title: Carts\nlabel: Carts over the bridge\nvalue: 1240\nunit: carts\n"
        "witnesses: [courier-0310#carts]\nsilent:\n  label: The arch\n  words: bridge carried\n"
        "  witnesses: [courier-0310#carts]\n"
    )
    point = "text: It is said. {{ fact('how-many.arch') }}\nrests: [how-many.arch]\n"
    (found,) = check(
        briefing({"claims/how-many.yaml": text, "points/arch.yaml": point})
    ).diagnostics
    assert (found.code, found.span.line) == ("unknown-key", 7)


def test_a_title_that_stands_twice_hides_nothing_beside_it(briefing: Write) -> None:
    text = "title: {en: Carts}\n" + claim(value="1204").replace("title: ", "title: {en: x}\nx: ")
    text = text.replace("x: Carts over the bridge\n", "")
    assert told(briefing({"claims/february.yaml": text})) == [
        ("duplicate-key", 2),
        ("value-not-in-quotation", 5),
    ]


def test_a_key_one_step_too_far_left_is_not_missing_below(briefing: Write) -> None:
    text = """\
title: The arch
about: mill-talks-2031-03
words: promised to mend the southern arch
witnesses: [office-0312#hold]
other:
  says: They promised nothing
witnesses: [post-0602#none]
"""
    found = check(briefing({"claims/arch.yaml": text})).diagnostics
    errors = [(one.code, one.span.line) for one in found if one.severity is Severity.ERROR]
    assert errors == [("duplicate-key", 7)]


@pytest.mark.parametrize(
    ("toll", "expected"),
    [
        # A spoilt record has its keys, and no others.
        ("title: Toll\nin-force: {value: 2031-13-01, witnesses: [office-0312#toll]}\n", 1),
        # A key that is misspelt may be any, and so may what stands where nothing can be read.
        ("title: Toll\nzzqx: 1\nin-force: {value: 2031-04-01, witnesses: [office-0312#toll]}\n", 0),
    ],
)
def test_what_a_spoilt_record_does_not_have_is_missed(
    briefing: Write, toll: str, expected: int
) -> None:
    about = "title: Toll\nabout: bridge-toll.rates\nsays: few\nwitnesses: [courier-0310#carts]\n"
    files = {"measures/bridge-toll.yaml": toll, "claims/february.yaml": about}
    found = told(briefing(files))
    assert [code for code, _ in found if code == "dangling-ref"] == ["dangling-ref"] * expected


def test_a_quotation_that_a_spoilt_source_does_not_have_is_missed(briefing: Write) -> None:
    source = SOURCE.format(published="2031-03-10", retrieved="2031-13-01", origin="origin: own")
    source = source.replace("  carts: ", "  wagons: ")
    files = {"sources/courier-0310.yaml": source, "claims/february.yaml": claim()}
    assert told(briefing(files)) == [("dangling-ref", 7)]


def test_an_id_with_a_date_the_other_way_round_is_no_cell(briefing: Write) -> None:
    text = claim(witness="courier-10/03/2031#carts")
    assert [code for code, _ in told(briefing({"claims/february.yaml": text}))] == ["wrong-value"]
    see = claim().replace("early:\n", "see: [courier-10/03/2031]\nearly:\n")
    found = told(briefing({"claims/february.yaml": see}))
    assert len(found) == 1


def test_a_sign_in_the_place_of_that_before_a_quotation_is_told(briefing: Write) -> None:
    text = claim(witness="courier-0310-carts")
    (found,) = [
        one
        for one in check(briefing({"claims/february.yaml": text})).diagnostics
        if one.severity is Severity.ERROR
    ]
    assert (found.code, found.help) == ("dangling-ref", "did you mean `courier-0310#carts`?")
    assert found.fix and found.fix.replacement == "courier-0310#carts"


def test_quotations_that_may_have_each_others_texts_are_held_against_nothing(
    tmp_path: Path,
) -> None:
    shutil.copytree(FIXTURE / "content", tmp_path / "content")
    path, key = tmp_path / "content" / "sources" / "almanac.yaml", "  share:\n"
    text = path.read_text(encoding="utf-8").replace(key, "")
    path.write_text(text.replace("  salt:\n", f"  salt:\n{key}"), encoding="utf-8")
    assert [one.code for one in check(tmp_path).diagnostics] == ["wrong-place"]
