"""Of the ways to mend a file that is taken which explains it with the fewest slips.

What its kind of record holds tells them apart: a reading that needs no more is the one meant.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.check import check
from generator.diagnostics import Diagnostic

Write = Callable[..., Path]

SOURCE = """\
publisher: Norland Bridge Office
title: Notice of 2 April
published: 2031-04-02
retrieved: 2031-07-01
kind: official text
form: original
text_of: norland-bridge-office
origin: own
quotes:
  free:
    text: The bridge is free on 3 April 2031.
    at: page 2
  shut:
    text: "The bridge is shut: on 4 April 2031."
    at: page 3
"""
CLAIM = """\
title: Carts over the bridge
by: ada-reed
label: Carts in the week
value: 1240
unit: carts
witnesses: [courier-0310#carts]
reading:
  text: >-
    The words are those of the warden, so the number
    can be right.
  on: 2031-06-20
arch:
  label: The arch
  words: three dozen
  witnesses:
    - courier-0310#carts
"""


ROUND = """\
title: Talks at the ford
form: meeting
date: {value: 2031-03-09, witnesses: [courier-0310]}
leads:
  sudland: {people: [mary-vale], witnesses: [courier-0310]}
delegations:
  norland:
    ada-reed: {person: ada-reed, attendance: present, witnesses: [courier-0310]}
  sudland:
    mary-vale: {person: mary-vale, attendance: present, witnesses: [courier-0310]}
    tom-lea: {person: tom-lea, attendance: present, witnesses: [courier-0310]}
"""
POINT = """\
order: 20
text: >-
  The shires differ over the arch, and met at the mill.
  {{ fact("arch-promise") }}
rests: [arch-promise]
"""
# Of the facts, which may be any here.
OF_FACTS = (
    "point-rests",
    "unused-record",
    "unused-source",
    "value-not-in-quotation",
    "words-not-in-quotation",
)


TWICE = '    text: "The bridge is shut: on 4 April 2031."\n' * 2


def faults(briefing: Write, path: str, text: str, slips: dict[int, str]) -> list[Diagnostic]:
    """What is told of a file with other lines in the place of some."""
    lines = text.split("\n")
    for line, new in slips.items():
        lines[line - 1] = new
    people = {f"people/{id_}.yaml": f"name: {{en: {id_}}}\n" for id_ in ("mary-vale", "tom-lea")}
    found = check(briefing({**people, path: "\n".join(lines)})).diagnostics
    return [one for one in found if one.code not in OF_FACTS and one.span.file.path.endswith(path)]


def told(briefing: Write, path: str, text: str, slips: dict[int, str]) -> list[tuple[str, int]]:
    """The codes and lines of the same."""
    return sorted((one.code, one.span.line) for one in faults(briefing, path, text, slips))


@pytest.mark.parametrize(
    ("slips", "expected"),
    [
        # A key is lost, alone on its line.
        ({4: "2031-07-01"}, [("yaml-syntax", 4)]),
        ({5: "official text"}, [("yaml-syntax", 5)]),
        ({11: "    The bridge is free on 3 April 2031."}, [("yaml-syntax", 11)]),
        # So that another one that is missing is told as well.
        ({2: "# lost", 4: "2031-07-01"}, [("yaml-syntax", 4), ("missing-key", 1)]),
        ({10: "  free: The bridge is free on 3 April 2031.", 11: ""}, [("yaml-syntax", 10)]),
        # Two steps too few.
        ({11: "text: The bridge is free on 3 April 2031."}, [("yaml-syntax", 11)]),
        ({14: 'text: "The bridge is shut."', 15: "# lost"}, [("not-deeper", 13)]),
        # A value is lost, and a line below is too deep.
        ({5: "kind:", 8: " origin: own"}, [("yaml-syntax", 8), ("wrong-value", 5)]),
        # Two lines below each other, in two ways.
        (
            {11: "  text: The bridge is free on 3 April 2031.", 12: "      at: page 2"},
            [("yaml-syntax", 11), ("yaml-syntax", 12)],
        ),
        # The line that began a map is lost, and a line of it has no colon.
        ({13: "", 15: "    at page 3"}, [("yaml-syntax", 15), ("duplicate-key", 14)]),
    ],
)
def test_a_source_is_explained(
    briefing: Write, slips: dict[int, str], expected: list[tuple[str, int]]
) -> None:
    assert told(briefing, "sources/office-0402.yaml", SOURCE, slips) == sorted(expected)


@pytest.mark.parametrize(
    ("slips", "expected"),
    [
        # The sign that begins a text is lost, or stands too deep for it.
        ({9: "    The words are those: of the warden,", 8: "  text:"}, [("yaml-syntax", 8)]),
        ({8: "    text: >-"}, [("yaml-syntax", 8)]),
        # Its first line stands too far left, and looks like a key.
        ({9: "  The words are those: of the warden,", 10: ""}, [("not-deeper", 8)]),
        # The key of a text is lost.
        ({8: "  >-"}, [("yaml-syntax", 8)]),
        # The head of a list, and of a map.
        ({15: ""}, [("yaml-syntax", 16)]),
        ({7: "", 11: "  on:2031-07-01"}, [("yaml-syntax", 8), ("yaml-syntax", 11)]),
        # What belongs below a key stands behind it.
        ({7: "reading: >-", 8: "    As it was told."}, [("yaml-syntax", 7)]),
        # What goes on with a text is no key without its colon, and the other way about.
        ({4: "value:", 5: "unit carts"}, [("yaml-syntax", 5), ("wrong-value", 4)]),
    ],
)
def test_a_claim_is_explained(
    briefing: Write, slips: dict[int, str], expected: list[tuple[str, int]]
) -> None:
    assert told(briefing, "claims/how-many.yaml", CLAIM, slips) == sorted(expected)


ROUND_PATH, POINT_PATH = "rounds/ford.yaml", "points/arch.yaml"


@pytest.mark.parametrize(
    ("path", "slips", "expected"),
    [
        # The line that began a map is lost, and the maps below it fit the one above by their keys.
        (ROUND_PATH, {6: ""}, ("missing-key", 7, 3, "`delegations:`")),
        # A side has become a member of the other.
        (ROUND_PATH, {9: "    sudland:"}, ("wrong-depth", 9, 5, "2 spaces fewer")),
        (ROUND_PATH, {9: "    sudland:  # south"}, ("wrong-depth", 9, 5, "2 spaces fewer")),
        # A text goes on with the value above it.
        (POINT_PATH, {2: ""}, ("missing-key", 3, 3, "`text: >-`")),
        # A name stands for the whole record.
        ("materials/elm.yaml", {1: "{en: Elm}"}, ("missing-key", 1, 1, "`name: ...`")),
    ],
)
def test_what_can_be_read_is_explained_by_one_slip(
    briefing: Write, path: str, slips: dict[int, str], expected: tuple[str, int, int, str]
) -> None:
    text = {ROUND_PATH: ROUND, POINT_PATH: POINT, "materials/elm.yaml": "name: {en: Elm}"}
    (found,) = faults(briefing, path, text[path], slips)
    code, line, column, help = expected
    assert (found.code, found.span.line, found.span.column) == (code, line, column)
    assert help in found.help


def test_of_two_faults_that_no_slip_explains_both_are_told(briefing: Write) -> None:
    slips = {2: "form: meting", 8: "    ada-reed: {person: ada-reed, witnesses: courier-0310}"}
    expected = [("wrong-value", 2), ("wrong-value", 8)]
    assert told(briefing, ROUND_PATH, ROUND, slips) == expected


CLAIM_PATH, SOURCE_PATH = "claims/carts.yaml", "sources/office-0402.yaml"
BLOCK = ["toll:", "  label: The toll", "  words: two pence", "  witnesses: [courier-0310#carts]"]


@pytest.mark.parametrize(
    ("path", "text", "key", "line"),
    [
        # The first, the last, one in the middle, and one two levels deeper than it belongs.
        (SOURCE_PATH, SOURCE, "  retracted: {why: it was false, on: 2031-06-02}", 10),
        (SOURCE_PATH, SOURCE, "  see: [bridge-toll]", 16),
        (SOURCE_PATH, SOURCE.replace("kind: official text\n", ""), "  kind: official text", 9),
        (SOURCE_PATH, SOURCE, "  reading: {text: it is so, on: 2031-06-02}", 13),
        (ROUND_PATH, ROUND, "    see: [bridge-toll]", 9),
    ],
)
def test_a_key_among_those_of_the_editors_own_belongs_beside_what_holds_them(
    briefing: Write, path: str, text: str, key: str, line: int
) -> None:
    lines = text.split("\n")
    lines.insert(line - 1, key)
    (found,) = faults(briefing, path, "\n".join(lines), {})
    assert (found.code, found.span.line) == ("wrong-depth", line)
    holder = "delegations" if path == ROUND_PATH else "quotes"
    spaces = len(key) - len(key.lstrip())
    assert found.message == (
        f"`{key.split(':')[0].strip()}` stands below `{holder}`, and belongs beside it"
    )
    assert f"with {spaces} spaces fewer" in found.help


def test_keys_of_an_entry_whose_own_key_is_lost_are_no_keys_of_what_is_around(
    briefing: Write,
) -> None:
    text = (
        "title: Carts\npositions:\n  words: bridge carried\n  witnesses: [courier-0310#carts]\n"
        "  other:\n    says: none\n    witnesses: [office-0312]\n"
    )
    assert told(briefing, CLAIM_PATH, text, {}) == [("unknown-key", 3)]


@pytest.mark.parametrize("key", ["publisher", "published"])
def test_a_key_that_stands_elsewhere_is_not_missing_too(briefing: Write, key: str) -> None:
    line = next(one for one in SOURCE.split("\n") if one.startswith(f"{key}:"))
    text = SOURCE.replace(f"{line}\n", "").replace("    at: page 3", f"    {line}\n    at: page 3")
    (found,) = faults(briefing, SOURCE_PATH, text, {})
    assert (found.code, found.span.line) == ("unknown-key", 14)
    assert found.help == f"the record lacks `{key}` at its top: put it there"


def test_what_stands_below_a_text_without_its_key_belongs_to_the_same(briefing: Write) -> None:
    text = (
        "title: Carts\nunit: carts\npoints:\n  2031-02:\n    value: 1240\n"
        "    witnesses: [courier-0310#carts]\n    One counts those that came, and the other\n"
        "    those that went.\n  on: 2031-06-30\n"
    )
    (found,) = faults(briefing, "series/carts-counted.yaml", text, {})
    assert (found.code, found.span.line) == ("yaml-syntax", 7)
    assert [(label.span.line, label.message) for label in found.labels][-1:] == [
        (9, "this may belong below it too")
    ]


def test_curly_quotes_hold_no_comma(briefing: Write) -> None:
    line = "    text: The bridge is free on 3 April 2031.\n    at: page 2\n"
    assert line in SOURCE
    text = SOURCE.replace(
        f"  free:\n{line}", "  free: {text: “The bridge is free, on 3 April 2031”}\n"
    )
    (found,) = faults(briefing, SOURCE_PATH, text, {})
    assert (found.code, found.span.line) == ("unknown-key", 10)
    assert "straight quotes" in found.help


def test_a_quotation_may_be_called_as_a_key_of_the_source(briefing: Write) -> None:
    text = SOURCE.replace("  shut:\n", "  retracted:\n")
    assert told(briefing, SOURCE_PATH, text, {}) == []


def test_a_reason_and_its_day_beside_what_they_belong_below(briefing: Write) -> None:
    lines = SOURCE.replace("quotes:", "retracted:\nwhy: it was false\non: 2031-06-02\nquotes:")
    assert told(briefing, SOURCE_PATH, lines, {}) == [("not-deeper", 9)]


def test_lines_far_from_where_they_belong_are_told_with_what_lacks_them(briefing: Write) -> None:
    rests = "  witnesses: [courier-0310#carts]\n"
    moved = "  words: of stone\n  witnesses: [office-0312]\n"
    pier = f"  value: 1240\n{moved}  unit: carts\n{rests}  see: [bridge-toll]\n"
    keys = [f"gate-{at}" for at in range(1, 30)]
    others = "".join(f"{key}:\n  label: {key}\n  says: It stands\n{rests}" for key in keys)
    text = f"title: Carts\npier:\n  label: Pier\n{pier}{others}arch:\n  label: The arch\n"
    assert told(briefing, CLAIM_PATH, text, {}) == [("wrong-place", 5)]


def test_a_line_below_its_like_is_told_with_what_lacks_it(briefing: Write) -> None:
    rests = "  witnesses: [office-0312#toll]\n"
    text = (
        "title: Toll at the ford\nissuer: norland-bridge-office\nin-force:\n  value: 2031-04-01\n"
        f"rate:\n  label: toll\n  value: 2\n  unit: pence\n{rests}{rests}"
    )
    assert told(briefing, "measures/ford-toll.yaml", text, {}) == [("block-between", 5)]


def test_the_text_of_another_key_further_down_is_told_once(briefing: Write) -> None:
    text = (
        "title: Carts\nheadline: >-\nsubtitle: >-\n  Each with its own.\n"
        'rests: [arch-promise]\n  Of the arch {{ fact("arch-promise") }}\nform: shares\n'
        "series: [carts]\nparty: norland\norder: 40\n"
    )
    assert told(briefing, "charts/stages.yaml", text, {}) == [("yaml-syntax", 5)]


COMPARED = """\
title: Tolls compared
subtitle: What was charged, and for what
form: figures
groups:
  all:
    title: All of them
    entries:
      first: {of: bridge-toll.parts.rate, definition: one cart}
      next: {of: carts.points.2031-02, definition: all carts}
  others:
    title: Others
    entries:
      first: {of: carts.points.2031-02-yoy, definition: all carts}
      next: {of: arch-promise, definition: the arch}
"""


@pytest.mark.parametrize(
    ("key", "code"),
    [("id: x", "unknown-key"), ("<<: {a: b}", "merge-key"), ('"": x', "key-not-text")],
)
def test_a_wrong_key_in_the_last_of_some_entries_is_told_itself(
    briefing: Write, key: str, code: str
) -> None:
    slip = {9: f"      next: {{{key}}}"}
    assert told(briefing, "comparisons/tolls.yaml", COMPARED, slip) == [(code, 9)]


@pytest.mark.parametrize(
    ("slips", "help"),
    [
        # Lost from the kind to the key of the quotations.
        ({5: "", 6: "", 7: "", 8: "", 9: ""}, "; `kind:` and `origin:` were lost with it"),
    ],
)
def test_keys_that_were_lost_with_a_line_are_told_with_it(
    briefing: Write, slips: dict[int, str], help: str
) -> None:
    (found,) = faults(briefing, SOURCE_PATH, SOURCE, slips)
    assert (found.code, found.span.line) == ("yaml-syntax", 10)
    assert help in found.help


def test_a_key_that_was_lost_with_the_text_above_it_is_told_with_it(briefing: Write) -> None:
    lines = CLAIM.split("\n")
    text = "\n".join((*lines[:8], *lines[11:]))
    (found,) = faults(briefing, CLAIM_PATH, text, {})
    assert (found.code, found.span.line) == ("wrong-value", 8)
    assert found.help.endswith("`on:` was lost with it")


def test_quotations_may_have_been_lost_with_the_lines_above_one_far_deeper(briefing: Write) -> None:
    text = SOURCE.partition("origin: own")[0] + "    at: page 3\n"
    claim = "says: So it is\nwitnesses: [notice#shut]\n"
    found = check(briefing({"sources/notice.yaml": text, "claims/shut.yaml": claim})).diagnostics
    assert [(one.code, one.span.line) for one in found] == [("yaml-syntax", 8)]


def test_keys_that_were_lost_elsewhere_are_told_by_themselves(briefing: Write) -> None:
    found = told(briefing, SOURCE_PATH, SOURCE, {2: "# lost", 9: ""})
    assert found == [("missing-key", 1), ("yaml-syntax", 10)]


@pytest.mark.parametrize("key", [2, 3, 4])
@pytest.mark.parametrize(
    ("first", "fault"),
    [
        ("The shires differ, and met at the mill.", ("wrong-value", 1)),
        # With a colon it is no part of the number above it.
        ("The shires: they met at the mill.", ("yaml-syntax", 2)),
    ],
)
def test_the_key_of_a_text_apart_from_it_is_told_once(
    briefing: Write, key: int, first: str, fault: tuple[str, int]
) -> None:
    lines = ["order: 20", f"  {first}", '  {{ fact("arch-promise") }}', "rests: [arch-promise]"]
    lines.insert(key, "text: >-")
    assert told(briefing, "points/arch.yaml", "\n".join(lines), {}) == [fault]


@pytest.mark.parametrize(
    ("path", "text", "at", "block", "line"),
    [
        # Amid a statement, which lacks its witnesses then.
        (CLAIM_PATH, CLAIM, 14, BLOCK, 14),
        # Between a key and all that stands below it.
        (ROUND_PATH, ROUND, 8, [f"  {line}" for line in (*BLOCK, "  party: sudland")], 8),
        # Amid a quotation that could do without its rest.
        (SOURCE_PATH, SOURCE, 12, BLOCK, 12),
        # A key alone, and a block of which the end is lost.
        (CLAIM_PATH, CLAIM, 15, ["more:"], 15),
        (SOURCE_PATH, SOURCE, 11, ["quotes:", "  other:"], 11),
        # Right below a key, where it could be one of those that belong below that.
        (
            CLAIM_PATH,
            "title: It\nsays: It is so\nwitnesses: [courier-0310]\nsilent:\n"
            "  sudland: {witnesses: [courier-0310]}\n",
            5,
            BLOCK,
            5,
        ),
        # A key of other records, which is nearly one of this.
        (SOURCE_PATH, SOURCE, 10, ["pier:", "  label: x", "  says: y", "  from: 2031"], 10),
        # A block in which something is wrong, so that the rest fits it no worse.
        (CLAIM_PATH, CLAIM, 14, ["pier:", "  value:", "    text: four"], 14),
        # Its rest has a key that is nearly one of the block.
        (
            "glossary/lamp.yaml",
            "term:\n  en: lamp\n  zh: \u706f\n  seen: courier-0310\n",
            3,
            ["meaning:", "  label: x"],
            3,
        ),
        # A key that stands there already, and the rest of a quotation that could do without it.
        (SOURCE_PATH, SOURCE, 12, ["quotes:", "  gate:"], 12),
    ],
)
def test_a_block_amid_another_is_told_once(
    briefing: Write, path: str, text: str, at: int, block: list[str], line: int
) -> None:
    lines = text.split("\n")
    (found,) = faults(briefing, path, "\n".join((*lines[: at - 1], *block, *lines[at - 1 :])), {})
    assert (found.code, found.span.line) == ("block-between", line)
    assert found.labels[1].span.line == line + len(block)


def test_a_misspelt_key_is_no_block_between(briefing: Write) -> None:
    slips = {14: "  words: four\npier:\n  label: Pier\n  wrods: three dozen"}
    found = told(briefing, CLAIM_PATH, CLAIM, slips)
    assert ("unknown-key", 17) in found and "block-between" not in dict(found)


@pytest.mark.parametrize("end", ["", "\r\n"])
def test_the_last_line_may_be_in_a_wrong_place(briefing: Write, end: str) -> None:
    rest, item = CLAIM.rstrip().rsplit("\n", 1)
    text = f"{rest.removesuffix('  witnesses:')}{item}\n  witnesses:"
    found = check(briefing({CLAIM_PATH: text.replace("\n", end or "\n")})).diagnostics
    assert "wrong-place" in {one.code for one in found}


def test_a_line_that_stands_twice_is_a_second_key(briefing: Write) -> None:
    assert told(briefing, CLAIM_PATH, CLAIM, {12: "arch:\narch:"}) == [("duplicate-key", 13)]
    slips = {15: "  witnesses:\n  witnesses:"}
    assert told(briefing, CLAIM_PATH, CLAIM, slips) == [("duplicate-key", 16)]


def test_below_a_key_that_stands_twice_all_is_read(briefing: Write) -> None:
    slips = {9: "quotes:\nquotes:", 15: "    page: page 3"}
    expected = [("duplicate-key", 10), ("unknown-key", 16)]
    assert told(briefing, SOURCE_PATH, SOURCE, slips) == expected


def test_a_short_key_is_not_meant_by_a_longer_word(briefing: Write) -> None:
    (found,) = faults(briefing, CLAIM_PATH, CLAIM, {13: "  seven: The arch\n  label: The arch"})
    assert (found.code, "did you mean" in found.help) == ("unknown-key", False)


SERIES = """\
title: Price of oxide
category: oxide
unit: pence
points:
  2030:
    value: 4
    witnesses: [courier-0310#carts]
  2031: {value: 5, witnesses: [courier-0310#carts]}
  2032: {value: 6, witnesses: [courier-0310#carts]}
"""


IN_FORCE = """\
in-force:
  value: 2031-04-01
  witnesses: [office-0312#toll]
"""
# Without `terms:` and the key of the first of them.
ACTS = """\
    does: extend
    target: bridge-toll
    for: 90 days
    witnesses: [office-0312#toll]
  end:
    does: end
    target: bridge-toll
    witnesses: [office-0312#toll]
"""


@pytest.mark.parametrize(
    ("lost", "line", "message"),
    [
        # Lines of two depths have lost those that began them, or seem to be right themselves.
        ((4, 5, 6), 4, "the line is deeper"),
        ((3, 4, 5), 3, "none above begins them"),
    ],
)
def test_what_a_run_of_lost_lines_leaves_is_told_once(
    briefing: Write, lost: tuple[int, ...], line: int, message: str
) -> None:
    kept = [text for at, text in enumerate(SERIES.split("\n"), 1) if at not in lost]
    (found,) = faults(briefing, "series/oxide.yaml", "\n".join(kept), {})
    assert (found.code, found.span.line) == ("yaml-syntax", line)
    assert message in found.message


@pytest.mark.parametrize(
    "above", ["in-force: {value: 2031-04-01, witnesses: [office-0312#toll]}\n", IN_FORCE]
)
def test_two_lines_that_began_others_are_told_once(briefing: Write, above: str) -> None:
    """Below a line of the record, and below the map of another of its keys."""
    text = f"title: Pact\nparties: [norland, sudland]\n{above}{ACTS}"
    (found,) = faults(briefing, "agreements/pact.yaml", text, {})
    assert (found.code, found.span.text) == ("yaml-syntax", "does: extend")
    assert "such as `terms:`" in found.help


def test_the_first_line_of_a_text_may_stand_too_far_left(briefing: Write) -> None:
    slips = {9: "The words are those of the warden: the number"}
    assert told(briefing, CLAIM_PATH, CLAIM, slips) == [("yaml-syntax", 9)]


def test_a_line_that_is_too_deep_is_no_second_key(briefing: Write) -> None:
    # The line that began the quotations is lost with the key of the only one, and what quotes it
    # may have been meant.
    text = SOURCE[: SOURCE.index("quotes:")] + "    origin: other-post\n"
    claim = {"claims/it.yaml": "{title: It, says: It is free, witnesses: [office-0402#free]}"}
    found = check(briefing({SOURCE_PATH: text, **claim})).diagnostics
    assert [(one.code, one.span.line) for one in found] == [("yaml-syntax", 9)]


def test_keys_that_a_map_lacks_are_told_together(briefing: Write) -> None:
    text = SOURCE.replace("title: Notice of 2 April\npublished: 2031-04-02\n", "")
    text = text.replace("    text: The bridge is free on 3 April 2031.\n", "")
    found = check(briefing({SOURCE_PATH: text})).diagnostics
    assert [(one.span.line, one.message) for one in found] == [
        (1, "no `title` and no `published`"),
        (8, "no `text` in `free`"),
    ]


def test_two_faults_of_neighbours_are_no_block_between(briefing: Write) -> None:
    # The witnesses of the first are lost, and the second has a key that nothing reads.
    slips = {12: "pier:\n  label: The pier\n  words: four\narch:", 13: "  lable: The arch"}
    found = told(briefing, CLAIM_PATH, CLAIM, slips)
    assert {code for code, _ in found} == {"unknown-key", "value-without-witness"}


@pytest.mark.parametrize(
    ("path", "text", "order", "line", "side"),
    [
        # A key has changed places with the line below it, or the one above.
        (SOURCE_PATH, SOURCE, [9, 11, 10, 12], 10, "below `free:`"),
        (CLAIM_PATH, CLAIM, [14, 16, 15], 15, "below `witnesses:`"),
        (ROUND_PATH, ROUND, [6, 8, 7, 9], 7, "below `norland:`"),
        # A key stands below two lines that belong to it.
        (CLAIM_PATH, CLAIM, [13, 14, 12, 15], 12, "below `arch:`"),
        # What a statement says stands far above it, where a key has no place for it.
        (CLAIM_PATH, CLAIM, [14, *range(2, 14), 15], 2, "below `arch:`"),
        # A key and half of a quotation stand at the top, and the other one at the end.
        (SOURCE_PATH, SOURCE, [13, 14, *range(2, 13)], 2, "below `at:`"),
    ],
)
def test_lines_in_a_wrong_place_are_told_once(
    briefing: Write, path: str, text: str, order: list[int], line: int, side: str
) -> None:
    lines = text.split("\n")
    first = min(order)
    moved = [lines[at - 1] for at in order]
    slips = {first + at: new for at, new in enumerate(moved)}
    (found,) = faults(briefing, path, text, slips)
    assert (found.code, found.span.line) == ("wrong-place", line)
    assert side in found.message


def test_what_an_act_acts_upon_belongs_to_it(briefing: Write) -> None:
    text = (
        "title: Pact\nissuer: norland\nacts:\n  lift:\n    does: lift\n"
        "    witnesses: [courier-0310]\nannounced:\n  value: 2031-03-10\n"
        "  witnesses: [courier-0310]\nin-force:\n  value: 2031-03-10\n    target: bridge-toll\n"
        "  witnesses: [courier-0310]\n"
    )
    (found,) = faults(briefing, "measures/pact.yaml", text, {})
    assert (found.code, found.span.line) == ("wrong-place", 12)
    assert "above `announced:`" in found.message


@pytest.mark.parametrize(
    ("slips", "expected"),
    [
        # A quotation has lost its text, and another has its own twice.
        ({11: None, 14: TWICE.rstrip()}, [("duplicate-key", 14), ("missing-key", 10)]),
        # A line is too deep, and the one that began the quotations below it is lost.
        ({8: "  origin: own", 9: None}, [("yaml-syntax", 8), ("yaml-syntax", 9)]),
        # A block stands askew, and has a key twice.
        (
            {13: "   shut:", 14: "     text: One.\n     text: Two.", 15: "     at: page 3"},
            [("duplicate-key", 15), ("yaml-syntax", 13)],
        ),
    ],
)
def test_two_slips_are_two_messages(
    briefing: Write, slips: dict[int, str | None], expected: list[tuple[str, int]]
) -> None:
    lines = [slips.get(at, text) for at, text in enumerate(SOURCE.split("\n"), 1)]
    text = "\n".join(line for line in lines if line is not None)
    assert told(briefing, SOURCE_PATH, text, {}) == expected


def test_no_text_is_torn_for_a_lost_line(briefing: Write) -> None:
    # The witnesses stand below the reading, and its last line would fit where they are lost.
    text = CLAIM.replace("witnesses: [courier-0310#carts]\n", "", 1)
    text = text.replace("  on: 2031", "  witnesses: [courier-0310#carts]\n  on: 2031")
    found = faults(briefing, CLAIM_PATH, text, {})
    assert 9 not in {one.span.line for one in found}


def test_a_position_that_says_nothing_is_no_claim(briefing: Write) -> None:
    text = (
        "title: It\npositions:\n  one: {by: norland, witnesses: [courier-0310#carts]}\n"
        "  two: {by: sudland, says: It is not, witnesses: [courier-0310#carts]}\n"
    )
    (found,) = faults(briefing, "claims/it.yaml", text, {})
    assert found.message == "`one` has witnesses, and says nothing"


def test_lines_that_a_tab_indents_are_moved_nowhere(briefing: Write) -> None:
    # What a tab indents is read as if it were not there, and has to be told.
    text = '    text: "The bridge is shut: on 4 April 2031."'
    slips = {12: "\tat: page 2", 13: text, 14: "  shut:"}
    found = told(briefing, SOURCE_PATH, SOURCE, slips)
    assert ("tab", 12) in found and "wrong-place" not in dict(found)
