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
EDITS: list[Edit] = []
SOURCES = ("content", "site_config")


def edit(one: Edit) -> Edit:
    """Something that an editor does, at a random moment."""
    EDITS.append(one)
    return one


def swap(root: Path, pattern: str, found: str, to: str) -> None:
    """Put other words in the place of the first that match, in the first file of a name."""
    path = sorted((root / "content").glob(pattern))[0]
    path.write_text(re.sub(found, to, path.read_text("utf-8"), count=1), "utf-8")


@edit
def a_word(root: Path, number: int) -> None:
    swap(root, "pages/*.md", r"\Z", f"\nWord {number} more.\n")


@edit
def a_title(root: Path, number: int) -> None:
    swap(root, "rounds/*.yaml", "title: .*", f"title: Talks number {number}")


@edit
def a_claim(root: Path, number: int) -> None:
    swap(root, "claims/*.yaml", "asks: .*", f"asks: Was it promised {number} times?")


@edit
def a_day(root: Path, number: int) -> None:
    swap(root, "briefing.yaml", r"as_of: (....-..)-..", rf"as_of: \1-{10 + number}")


@edit
def a_record(root: Path, number: int) -> None:
    place(root / "content" / "bodies" / f"crier-{number % 3}.yaml", f"name: {{en: Crier {number}}}")


@edit
def a_kind(root: Path, number: int) -> None:
    """With the first record of a kind the navigation of every page changes."""
    place(root / "content" / "glossary" / f"dray-{number}.yaml", f"term: {{en: dray {number}}}\n")


@edit
def one_record_less(root: Path, number: int) -> None:
    for path in (root / "content").glob("*/[cd]r*-*.yaml"):
        path.unlink()


@edit
def a_page(root: Path, number: int) -> None:
    place(root / "content" / "pages" / f"more-{number % 2}.md", f"# More\n\nPart {number}.\n")


@edit
def the_look(root: Path, number: int) -> None:
    place(root / "site_config" / "theme" / "partials" / "copyright.html", f"<p>{number}</p>\n")


@edit
def the_address(root: Path, number: int) -> None:
    place(root / "site_config" / "site.yaml", f"url: https://shires.example/{number % 2}\n")


@edit
def a_font(root: Path, number: int) -> None:
    """Another font holds what was cut out of the first."""
    fonts = root / "site_config" / "fonts"
    shutil.copy(fonts / "briefing-han-regular.ttf", fonts / "more-regular.ttf")


@edit
def an_own_title(root: Path, number: int) -> None:
    """The navigation leaves the title to the page."""
    swap(root, "pages/carts.md", "(?m)^# .*", f"# Carts {number}")
    swap(root, "../mkdocs.yml", "(?m)^  - About:", "  - carts/index.md\n  - About:")


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
    chosen = random.Random(11).sample(EDITS, len(EDITS))
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
    store = root / "build" / "kept"
    spoil(store)
    # As where nothing may be written.
    shutil.rmtree(store / "sharing")
    (store / "sharing").write_text("not a folder")
    assert not story.build(root, root / "site").errors
    assert held(root / "site") == held(built.root / "site")


def test_fresh_uses_nothing_that_was_kept(built: BuiltSite, tmp_path: Path) -> None:
    root = built.copy(tmp_path)
    store = kept.of(root, "pages")
    known = next(path for path in store.folder.iterdir() if b"Oxmoor" in path.read_bytes())
    store.put(known.name, b"<p>a lie that is whole</p>")
    assert command(root, "--fresh").returncode == 0
    assert held(root / "site") == held(built.root / "site")
