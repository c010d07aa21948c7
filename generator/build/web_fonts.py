"""Fonts too large for a page, cut to the characters that the site shows, and kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.metadata import version
from io import BytesIO
from pathlib import Path

from generator.build import kept
from generator.hashing import digest

MADE_WITH = [version(name) for name in ("fonttools", "brotli")]
THEME = Path("site_config") / "theme"
FONTS = Path("site_config") / "fonts"
REGULAR = "-regular.ttf"
SCRIPTS = ".js"
PLAIN = bytes(range(128))
SHOWN = (".md", ".html", SCRIPTS)


def with_fonts(root: Path, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files, and beside them each font that the theme does not hold ready."""
    large = [path for path in sorted(fonts_in(root).glob(f"*{REGULAR}")) if is_large(root, path)]
    shown = characters(root, files) if large else ""
    return {**files, **{address(path): part(root, path, shown) for path in large}}


def fonts_in(root: Path) -> Path:
    """The folder of a briefing's fonts, as libraries that change folders need it."""
    return (root / FONTS).absolute()


def address(path: Path) -> str:
    """Where a page finds a font."""
    return f"assets/fonts/{path.name.removesuffix(REGULAR)}.woff2"


def is_large(root: Path, path: Path) -> bool:
    """Whether the theme has not the whole of a font."""
    return not (root / THEME / address(path)).is_file()


def characters(root: Path, files: Mapping[str, bytes]) -> str:
    """Every character of the pages, of what the search finds, and of the theme's scripts."""
    pages = (content for path, content in files.items() if path.endswith(SHOWN))
    # Nearly all are of those that any page has, which need not be gone through one by one.
    texts = set(PLAIN.decode())
    for content in (*pages, *scripts(root)):
        texts.update(content.translate(None, PLAIN).decode())
    return "".join(sorted(texts))


def scripts(root: Path) -> Iterator[bytes]:
    """The scripts of the theme, which print words of their own."""
    found = (root / THEME).rglob(f"*{SCRIPTS}")
    yield from (path.read_bytes() for path in found)


def part(root: Path, path: Path, shown: str) -> bytes:
    """A font as a browser loads it: made where it is not kept."""
    # What another font holds is cut away.
    fonts = kept.files_hash(path.parent, REGULAR)
    key = digest(*MADE_WITH, shown, path.name, fonts)
    return kept.of(root, "fonts").one(key, lambda: cut(path, shown))


def cut(path: Path, shown: str) -> bytes:
    """Some characters of a font, without those that another font has."""
    # Only what cuts pays for loading it.
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    wanted = {ord(char) for char in shown}
    for other in path.parent.glob(f"*{REGULAR}"):
        with TTFont(other) as font:
            wanted -= font.getBestCmap().keys() if other != path else set()
    written = BytesIO()
    with TTFont(path, recalcTimestamp=False) as font:
        subsetter = Subsetter(Options(hinting=False, layout_features=[]))
        subsetter.populate(unicodes=wanted)
        subsetter.subset(font)
        font.flavor = "woff2"
        font.save(written)
    return written.getvalue()
