"""Fonts too large for a page, cut to slices of the characters that the site shows, and kept."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import version
from io import BytesIO
from pathlib import Path

from generator.build import kept
from generator.hashing import digest

# A slice holds outlines, as what names and sets out the whole font weighs as much as two of them.
OPTIONS = {"hinting": False, "name_IDs": [], "drop_tables": ["BASE", "GPOS", "GSUB", "STAT"]}
MADE_WITH = [*(version(name) for name in ("fonttools", "brotli")), str(OPTIONS)]
THEME, FONTS = Path("site_config") / "theme", Path("site_config") / "fonts"
STYLES = "assets/fonts.css"
REGULAR = "-regular.ttf"
SCRIPTS = ".js"
SHOWN = (".md", ".html", SCRIPTS)
# So many characters at most are in a slice, and so much of the pages of each shows the first, too.
SLICE, ALIKE = 6, 0.2
# Characters, each with the pages that show it.
Shown = Mapping[str, set[str]]


def with_fonts(root: Path, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files; slices of each font that the theme has not whole; the style sheet of these."""
    rules, found = "", dict[str, bytes]()
    for path in sorted(fonts_in(root).glob(f"*{REGULAR}")):
        name = path.name.removesuffix(REGULAR)
        if not (root / THEME / f"assets/fonts/{name}.woff2").is_file():
            cuts = parts(root, path, characters(root, files))
            for number, (text, content) in enumerate(cuts.items(), 1):
                to = f"fonts/{name}-{number}.woff2"
                rules += rule(name, to, text)
                found[f"assets/{to}"] = content
    return {**files, **found, STYLES: rules.encode()}


def fonts_in(root: Path) -> Path:
    """The folder of a briefing's fonts, as libraries that change folders need it."""
    return (root / FONTS).absolute()


def rule(name: str, to: str, text: str) -> str:
    """What has a browser fetch a slice where one of its characters stands."""
    family, codes = name.replace("-", " ").title(), ",".join(f"U+{ord(char):X}" for char in text)
    source = f'src: url({to}) format("woff2"); font-display: swap; unicode-range: {codes}'
    return f'@font-face {{ font-family: "{family}"; {source}; }}\n'


def characters(root: Path, files: Mapping[str, bytes]) -> Shown:
    """Every character of the pages, of what the search finds, and of the theme's scripts."""
    found = dict[str, set[str]]()
    scripts = ((path.name, path.read_bytes()) for path in (root / THEME).rglob(f"*{SCRIPTS}"))
    # The notes at the end of a page show none that a card does not.
    pages = (
        (path, content.partition(b"<template")[0])
        for path, content in files.items()
        if path.endswith(SHOWN)
    )
    for path, content in (*pages, *scripts):
        # Nearly all are of those that any page has, which need not be gone through one by one.
        for char in set(content.translate(None, bytes(range(128))).decode()):
            found.setdefault(char, set()).update(() if path.endswith(SCRIPTS) else (path,))
    return found


def parts(root: Path, path: Path, shown: Shown) -> Mapping[str, bytes]:
    """The slices of a font by their characters: made where they are not kept."""
    store, text = kept.of(root, "fonts"), "".join(sorted(shown))
    key = digest(*MADE_WITH, path.name, kept.files_hash(path.parent, REGULAR))
    own = store.one(digest(key, text), lambda: alone(path, text).encode()).decode()
    texts = tuple(slices(shown, own))
    return store.files(digest(key, *texts), lambda: sliced(path, texts))


def slices(shown: Shown, text: str) -> Iterator[str]:
    """The characters in slices: with one that many pages show those of much the same pages.

    A page counts by the square of how many it shows, as those with most load the most slices.
    """
    held = Counter(page for char in text for page in shown[char])

    def weight(pages: set[str]) -> int:
        return sum(held[page] ** 2 for page in pages)

    left = sorted(text, key=lambda char: (-len(shown[char]), char))
    while left:
        first = shown[left[0]]
        pairs = ((one, first & shown[one], first | shown[one]) for one in left)
        alike = {one: weight(both) / (weight(either) or 1) for one, both, either in pairs}
        near = sorted(left, key=lambda char: -alike[char])[:SLICE]
        slice_ = {char for char in near if alike[char] >= ALIKE or not first}
        left = [char for char in left if char not in slice_]
        yield "".join(sorted(slice_))


def alone(path: Path, text: str) -> str:
    """Those of some characters that a font has, and no other beside it."""
    # Only what cuts pays for loading it.
    from fontTools.ttLib import TTFont

    others = {*path.parent.glob(f"*{REGULAR}")} - {path}
    own, *held = (TTFont(one).getBestCmap().keys() for one in (path, *others))
    wanted = set(own).difference(*held)
    return "".join(char for char in text if ord(char) in wanted)


def sliced(path: Path, texts: Iterable[str]) -> dict[str, bytes]:
    """Slices of a font, cut from what they hold together: that is read much faster."""
    small = cut(path.read_bytes(), "".join(texts))
    return {text: cut(small, text, "woff2") for text in texts}


def cut(whole: bytes, text: str, flavor: str | None = None) -> bytes:
    """Some characters of a font."""
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    written = BytesIO()
    with TTFont(BytesIO(whole), recalcTimestamp=False) as font:
        subsetter = Subsetter(Options(**OPTIONS))
        subsetter.populate(text=text)
        subsetter.subset(font)
        font.flavor = flavor
        font.save(written)
    return written.getvalue()
