"""Pages of the invented briefing and the faults of a broken copy, as last read and agreed to.

`make golden` writes them anew; the difference is read in review like any other change.
"""

import os
import shutil
from functools import cache
from pathlib import Path

import pytest

from generator.model.edition import Settings
from generator.model.record import Answering
from generator.reading.check import check
from generator.render.site.site import site
from generator.render.views.details import leading
from generator.render.views.records import Relations
from generator.render.views.sheet import Sheet
from generator.report import terminal
from tests.briefings import DAYS, HERE, ROOTS, dossier

pytestmark = pytest.mark.xdist_group("golden")

GOLDEN = HERE / "golden"
FIRST, _, EDITION, LATE = DAYS["fixture"]
PUBLISHED = Settings(url="https://salt.example/", repository="https://code.example/salt")
# Few enough to be read: each sort of card and list, what a day leaves out, what lies past the end.
PAGES = {
    FIRST: """. overview rounds rounds/harbour-talks-2031-05""",
    EDITION: """. agreements agreements/harbour-2031-05 claims/statement-kept
        comparisons/duties-compared comparisons/notices-by-material comparisons/two-accounts
        disputed f/glimmer-prices f/harbour-rumour f/order-257.parts.above-10 figures glossary
        licences/lamp-works-2031-06 materials/glimmer-salt measures/notice-61 overview
        people/mira-voss rounds sources/skywire-0609 timeline unknowns""",
    LATE: """. events/court-2032-02-20 timeline""",
}
PATHS = [
    (day, f"{name}/index.{'html' if name.startswith('f/') else 'md'}".removeprefix("./"))
    for day, names in PAGES.items()
    for name in names.split()
]
BROKEN, LEDES = "broken.txt", "ledes.txt"
# One slip each, as editors make them; where a file has two, the second hides nothing of the first.
EDITS = [
    ("agreements/harbour-2031-05.yaml", "    value: 24\n", "    value: 25\n"),
    ("agreements/hill-2031-10.yaml", ".terms.aurelia-24", ".terms.aurelia-42"),
    ("bodies/lantern.yaml", "name: The Lantern", "name: The Lantern\nname: The Lamp"),
    ("claims/premier-agreed.yaml", "says:", "say:"),
    ("claims/statement-kept.yaml", "  borealis: {words", "  # borealis: {words"),
    ("claims/weeks-decide.yaml", "nature:", "status: reported\nnature:"),
    ("licences/lamp-works-2031-06.yaml", "length: {value", "length: {{value"),
    ("measures/order-257.yaml", "value: 24, unit: pp", 'value: 24, unit: "%"'),
    ("pages/overview.md", '{{ fact("court-2032-02-20.date") }}', "20 February 2032"),
    ("people/oren-sale.yaml", "from: 2031-04-16", "from: 2031-04-31"),
    ("points/exports-fell.yaml", "rests: [", "rests: [salt-price.points.2031-05, "),
    ("sources/almanac.yaml", "origin: own\n", ""),
    ("sources/hill-report.yaml", "published: 2031-09-15", "published: 2031-09-12"),
    (
        "sources/lantern-0512.yaml",
        "on the quay.",
        "on the quay, where in other years the salt was weighed, taxed and, as the old people of "
        "the town still tell each other, now and then lost",
    ),
    ("sources/skywire-0609.yaml", "against 44 million", "against 54 million"),
]


def golden(path: str, text: str) -> None:
    """Holds a text against the one that was agreed, or, with `make golden`, agrees to it."""
    file = GOLDEN / path
    if os.environ.get("GOLDEN") == "write":
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    assert text == file.read_text(encoding="utf-8"), "`make golden` writes it anew, to be read"


def test_what_pages_open_with() -> None:
    given = dossier("fixture", EDITION)
    sheet, relations = Sheet(given, PUBLISHED, "x"), Relations(given)
    opened = (one for one in given.records.values() if isinstance(one.data, Answering))
    rows = (f"{one.id}: {leading(sheet, one, relations).text}\n" for one in opened)
    golden(LEDES, "".join(rows))


@cache
def pages(day: str) -> dict[str, bytes]:
    files, faults = site(dossier("fixture", day), PUBLISHED)
    assert not faults
    return files


@pytest.mark.parametrize(("day", "path"), PATHS)
def test_page(day: str, path: str) -> None:
    golden(f"{day}/{path}", pages(day)[path].decode())


def broken(root: Path) -> Path:
    shutil.copytree(ROOTS["fixture"], root, dirs_exist_ok=True)
    for name, old, new in EDITS:
        file = root / "content" / name
        text = file.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"`{old}` in {name}"
        file.write_text(text.replace(old, new), encoding="utf-8")
    return root


def test_faults_of_a_broken_copy(tmp_path: Path) -> None:
    golden(BROKEN, terminal.render(check(broken(tmp_path)).diagnostics))


def test_nothing_golden_is_left_over() -> None:
    files = (file for file in GOLDEN.rglob("*") if file.is_file() and file.suffix != ".svg")
    held = {str(file.relative_to(GOLDEN)) for file in files}
    assert held == {f"{day}/{path}" for day, path in PATHS} | {BROKEN, LEDES}
