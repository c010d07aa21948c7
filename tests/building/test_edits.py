"""Builds along random edits: what was kept never shows in the bytes of a site."""

import random
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from generator.build import kept, story
from tests.building.test_build import command, held
from tests.conftest import BuiltSite, place

Edit = Callable[[Path, int], None]
SOURCES = ("content", "site_config")
# What an editor does at a random moment: the file, what is found in it and what takes its place,
# with the number of the edit for an `N`. A file that is not there is new.
ROWS = {
    "a word": ("content/pages/*.md", r"\Z", r"\nWord N more.\n"),
    "a first sentence": ("content/pages/*.md", r"\n\n", r"\n\nWord N begins it. "),
    "a title": ("content/rounds/*.yaml", "title: .*", "title: Talks number N"),
    "a claim": ("content/claims/*.yaml", "asks: .*", "asks: Was it promised N times?"),
    "a day": ("content/briefing.yaml", r"as_of: (....-..)-..", r"as_of: \g<1>-1N"),
    "a record": ("content/bodies/crier.yaml", r"(?s)\A.*", "name: {en: Crier N}"),
    # With the first record of a kind the navigation of every page changes.
    "a kind": ("content/glossary/dray-N.yaml", r"\A", r"term: {en: dray N}\n"),
    "a page": ("content/pages/more.md", r"(?s)\A.*", r"# More\n\nPart N.\n"),
    "the look": ("site_config/theme/partials/copyright.html", r"(?s)\A.*", r"<p>N</p>\n"),
    "the address": ("site_config/site.yaml", r"(?s)\A.*", r"url: https://shires.example/N\n"),
}


def row(name: str) -> Edit:
    pattern, found, to = ROWS[name]

    def edit(root: Path, number: int) -> None:
        at = pattern.replace("N", f"{number}")
        path = next(iter(sorted(root.glob(at))), root / at)
        text = path.read_text("utf-8") if path.exists() else ""
        place(path, re.sub(found, to.replace("N", f"{number % 10}"), text, count=1))

    edit.__name__ = name
    return edit


def one_record_less(root: Path, number: int) -> None:
    for path in (root / "content").glob("*/[cd]r*.yaml"):
        path.unlink()


def a_font(root: Path, number: int) -> None:
    """Another font holds what was cut out of the first."""
    fonts = root / "site_config" / "fonts"
    shutil.copy(fonts / "briefing-han-regular.ttf", fonts / "more-regular.ttf")


def an_own_title(root: Path, number: int) -> None:
    """The navigation leaves the title to the page."""
    page, nav = root / "content/pages/carts.md", root / "mkdocs.yml"
    place(page, re.sub("(?m)^# .*", f"# Carts {number}", page.read_text("utf-8"), count=1))
    text = nav.read_text("utf-8").replace("  - carts/index.md\n", "")
    place(nav, text.replace("  - About:", "  - carts/index.md\n  - About:"))


EDITS: list[Edit] = [*map(row, ROWS), one_record_less, a_font, an_own_title]


def back(root: Path, number: int) -> None:
    """What was before the last edit."""
    copy(root.parent / "before", root)


def steps(root: Path, chosen: list[Edit]) -> Iterator[int]:
    """Builds the site after each edit."""
    for number, one in enumerate(chosen):
        now = root.parent / "now"
        copy(root, now)
        one(root, number)
        copy(now, root.parent / "before")
        assert not story.build(root, root / "site").errors, one.__name__
        yield number


def copy(root: Path, place: Path) -> None:
    for name in SOURCES:
        shutil.rmtree(place / name, ignore_errors=True)
        shutil.copytree(root / name, place / name)
    shutil.copy(root / "mkdocs.yml", place)


def as_made_anew(root: Path, place: Path) -> dict[str, bytes]:
    """The site of the same sources in a folder that has built nothing yet."""
    shutil.rmtree(place, ignore_errors=True)
    copy(root, place)
    assert not story.build(place, place / "site").errors
    return held(place / "site")


def test_what_was_kept_shows_in_no_byte(built: BuiltSite, tmp_path: Path) -> None:
    root = built.copy(tmp_path)
    chosen = [*random.Random(11).sample(EDITS[:-1], len(EDITS) - 1), an_own_title, an_own_title]
    chosen[4:4] = chosen[8:8] = [back]
    for number in steps(root, chosen):
        # A build from nothing takes its time: each time several edits have come together.
        if number in (3, 7, len(chosen) - 1):
            assert held(root / "site") == as_made_anew(root, tmp_path / "anew"), chosen[
                : number + 1
            ]


def spoil(folder: Path) -> None:
    """Rubbish in the place of all that is kept: nothing, half of it, something else, a folder."""
    for number, path in enumerate(sorted(one for one in folder.rglob("*") if one.is_file())):
        content = path.read_bytes()
        path.unlink()
        if number % 4 == 3:
            place(path / "rubbish", "x")
        else:
            path.write_bytes((b"", content[: len(content) // 2], b"x" * len(content))[number % 4])
        path.with_name(f"{path.name}.77").write_bytes(content[:9])


def test_a_spoilt_store_is_never_believed(built: BuiltSite, tmp_path: Path) -> None:
    root = built.copy(tmp_path)
    assert not story.build(root, root / "site").errors
    store = kept.checkout(root)
    spoil(store)
    # As where nothing may be written.
    shutil.rmtree(store / "sharing")
    (store / "sharing").write_text("not a folder")
    assert not story.build(root, root / "site").errors
    assert held(root / "site") == held(built.root / "site")


def test_fresh_uses_nothing_that_was_kept(built: BuiltSite, tmp_path: Path) -> None:
    root = built.copy(tmp_path)
    assert not story.build(root, root / "site").errors
    store = kept.of(root, "pages")
    known = next(path for path in store.folder.iterdir() if b"Oxmoor" in path.read_bytes())
    store.put(known.name, b"<p>a lie that is whole</p>")
    assert command(root, "--fresh").returncode == 0
    assert held(root / "site") == held(built.root / "site")
