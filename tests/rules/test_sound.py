"""Records that were sound are not judged again while what they name is the same."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator import rules
from generator.derive import Dossier, derive
from generator.reading.read import Memory, read
from generator.rules.sound import Near
from tests.briefings import ROOTS

SLIPS = {
    r"(value: \D{0,3})\d": r"\g<1>987",
    r"published: 20\d\d": "published: 2001",
    r"witnesses: \[.*?\]": "witnesses: []",
    r"until: ": "through: ",
    r"from: 20\d\d": "from: 2094",
    r"does: (?!extend)\w+": "does: extend",
    r"does: extend": "does: lift",
    r"text: ": "text: Almost 7% of all the others " + "and more " * 20,
    r"origin: .*\n": "",
    r"unit: \w+": "unit: pp",
    r"why: .*?([,}\n])": r"by: [x]\1",
    r"period: [\d-]+,? ?": "",
    r"2031-0[1-5](?=: \{)": "2031-12",
    r"nature: \w+": "nature: forecast",
    r"words: ": "words: Nobody said, ",
    r"attendance: \w+,? ?": "",
    r"#(voss|talks|named)": "#gone",
    r"(?m)^by: [\w-]+": "by: tomas-hale",
    r"party: \w+": "party: borealis",
    r"(?m)^of: \w+": "of: borealis",
    r"name: Petra Lund": "name: Exports",
}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return shutil.copytree(ROOTS["fixture"] / "content", tmp_path / "content")


def dossier(content: Path, memory: Memory) -> Dossier:
    briefing = read(content.parent, memory).briefing
    return derive(briefing, briefing.edition.as_of.first)


def judged(content: Path) -> Memory:
    """What is kept of a run in which every rule was asked."""
    memory = Memory()
    rules.check(dossier(content, memory), memory.sound)
    return memory


def edit(path: Path, old: str, new: str) -> None:
    path.write_text(re.sub(old, new, path.read_text("utf-8"), count=1), encoding="utf-8")


def slips(content: Path) -> Iterator[Path]:
    """Files of which one value is another, each time those of some records."""
    for at, (old, new) in enumerate(SLIPS.items()):
        files = sorted(path for path in content.rglob("*.yaml") if re.search(old, path.read_text()))
        chosen = files[at % 2 :: 3][:5] or files
        assert chosen, old
        for path in chosen:
            before = path.read_text("utf-8")
            edit(path, old, new)
            yield path
            path.write_text(before, encoding="utf-8")


def test_rules_find_the_same_where_the_sound_is_left_out(content: Path) -> None:
    memory, spoken = judged(content), set[str]()
    for path in slips(content):
        now = dossier(content, memory)
        found = rules.found_in(now, rules.NEAR)
        assert rules.found_near(now, memory.sound) == found, path
        assert rules.found_near(now, memory.sound) == found, path
        spoken |= {one.code for one in found}
    assert len(spoken) > 9


def test_a_change_is_judged_with_all_that_names_it(content: Path) -> None:
    memory = judged(content)
    edit(content / "sources/survey.yaml", r"\Z", "# x\n")
    now = dossier(content, memory)
    near = Near.of(now.briefing, now.as_of)
    asked = near.unsound(now, memory.sound).briefing.records
    assert {*asked} == {id_ for id_, names in near.named.items() if "survey" in names}
    assert 1 < len(asked) < len(near.named) / 2


def test_a_unit_that_is_new_is_looked_for_in_every_text(content: Path) -> None:
    point = content / "points/kept-or-broken.yaml"
    edit(point, "The sides", "The 40 carts of both sides")
    memory = judged(content)
    edit(content / "series/lamp-stone-share.yaml", r"unit: .*", "unit: carts")
    found = rules.found_near(dossier(content, memory), memory.sound)
    assert "literal-in-prose" in {one.code for one in found if one.span.file.stem == point.stem}
