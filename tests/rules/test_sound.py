"""Records that were sound are not judged again while what they name is the same."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from generator import rules
from generator.derive import Dossier, derive
from generator.hashing import digest
from generator.reading.read import Memory, read
from generator.rules.sound import Near, told
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


def dossier(root: Path, memory: Memory) -> Dossier:
    briefing = read(root, memory).briefing
    return derive(briefing, briefing.edition.as_of.first)


def slips(root: Path) -> Iterator[tuple[Path, str]]:
    """Files of which one value is another, each time those of some records."""
    for at, (old, new) in enumerate(SLIPS.items()):
        files = sorted(path for path in root.rglob("*.yaml") if re.search(old, path.read_text()))
        chosen = files[at % 2 :: 3] or files
        assert chosen, old
        for path in chosen:
            yield path, re.sub(old, new, path.read_text(encoding="utf-8"), count=1)


def test_rules_find_the_same_where_the_sound_is_left_out(tmp_path: Path) -> None:
    shutil.copytree(ROOTS["fixture"] / "content", tmp_path / "content")
    memory, spoken = Memory(), set[str]()
    rules.check(dossier(tmp_path, memory), memory.sound)
    for path, text in slips(tmp_path / "content"):
        before = path.read_text(encoding="utf-8")
        path.write_text(text, encoding="utf-8")
        now = dossier(tmp_path, memory)
        found = rules.found_in(now, rules.NEAR)
        assert rules.found_near(now, memory.sound) == found, path
        assert rules.found_near(now, memory.sound) == found, path
        spoken |= {one.code for one in found}
        path.write_text(before, encoding="utf-8")
    assert len(spoken) > 9


def test_a_change_is_judged_with_all_that_names_it(tmp_path: Path) -> None:
    shutil.copytree(ROOTS["fixture"] / "content", tmp_path / "content")
    memory = Memory()
    rules.check(dossier(tmp_path, memory), memory.sound)
    source = tmp_path / "content/sources/survey.yaml"
    source.write_text(source.read_text(encoding="utf-8") + "# x\n", encoding="utf-8")
    now = dossier(tmp_path, memory)
    near = Near.of(now.briefing, now.as_of)
    asked = near.unsound(now, memory.sound).briefing.records
    assert {*asked} == {id_ for id_, names in near.named.items() if "survey" in names}
    assert 1 < len(asked) < len(near.named) / 2


def test_units_do_not_run_into_each_other(tmp_path: Path) -> None:
    shutil.copytree(ROOTS["fixture"] / "content", tmp_path / "content")
    keys = set()
    for units in (("zx zy", "zz"), ("zx", "zy zz")):
        for name, unit in zip(("salt-price", "lamp-stone-share"), units, strict=True):
            path = tmp_path / "content" / "series" / f"{name}.yaml"
            path.write_text(re.sub(r"(?m)^unit: .*", f"unit: {unit}", path.read_text()))
        now = dossier(tmp_path, Memory())
        keys.add(digest(*told(now.briefing, now.as_of)))
    assert len(keys) == 2


def test_a_unit_that_is_new_is_looked_for_in_every_text(tmp_path: Path) -> None:
    shutil.copytree(ROOTS["fixture"] / "content", tmp_path / "content")
    point = tmp_path / "content/points/kept-or-broken.yaml"
    point.write_text(point.read_text().replace("The sides", "The 40 carts of both sides"))
    memory = Memory()
    rules.check(dossier(tmp_path, memory), memory.sound)
    series = tmp_path / "content/series/lamp-stone-share.yaml"
    series.write_text(re.sub(r"unit: .*", "unit: carts", series.read_text(), count=1))
    found = rules.found_near(dossier(tmp_path, memory), memory.sound)
    assert "literal-in-prose" in {one.code for one in found if one.span.file.stem == point.stem}
