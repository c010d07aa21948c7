"""Fonts too large for a page, cut to slices of the characters that the site shows, and kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from io import BytesIO
from pathlib import Path

from generator.build import kept
from generator.hashing import digest

MADE_WITH = [version(name) for name in ("fonttools", "brotli")]
THEME = Path("site_config") / "theme"
FONTS = Path("site_config") / "fonts"
STYLES = "assets/fonts.css"
REGULAR = "-regular.ttf"
SCRIPTS = ".js"
PLAIN = bytes(range(128))
SHOWN = (".md", ".html", SCRIPTS)
# So many characters at most are in a slice, and so much of the pages of each shows the first, too.
SLICE, ALIKE = 24, 0.2
# Characters, each with the pages that show it.
Shown = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Font:
    """A font that the theme does not hold ready."""

    root: Path
    path: Path
    sums: str

    @property
    def name(self) -> str:
        """The name of its family, as files bear it."""
        return self.path.name.removesuffix(REGULAR)

    def own(self, text: str) -> str:
        """Those of the characters that no other font has."""
        return self._kept("own", text, lambda: alone(self.path, text).encode()).decode()

    def part(self, text: str, own: str) -> bytes:
        """A slice as a browser loads it, of what only this font has."""
        return self._kept("part", text, lambda: cut(self.small(own), text, "woff2"))

    def small(self, own: str) -> bytes:
        """What only this font has: much less to read for each slice."""
        return self._kept("small", own, lambda: cut(self.path.read_bytes(), own))

    def _kept(self, what: str, text: str, make: Callable[[], bytes]) -> bytes:
        key = digest(*MADE_WITH, what, text, self.path.name, self.sums)
        return kept.of(self.root, "fonts").one(key, make)


def with_fonts(root: Path, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files, and beside them the slices of fonts with the style sheet that names them."""
    rules, found = "", dict[str, bytes]()
    fonts = tuple(large(root))
    shown = characters(root, files) if fonts else {}
    for font in fonts:
        own = font.own("".join(sorted(shown)))
        for number, text in enumerate(slices(shown, own), 1):
            to = f"fonts/{font.name}-{number}.woff2"
            rules += rule(font.name, to, text)
            found[f"assets/{to}"] = font.part(text, own)
    return {**files, **found, STYLES: rules.encode()}


def fonts_in(root: Path) -> Path:
    """The folder of a briefing's fonts, as libraries that change folders need it."""
    return (root / FONTS).absolute()


def large(root: Path) -> Iterator[Font]:
    """The fonts of which the theme has not the whole."""
    sums = kept.files_hash(fonts_in(root), REGULAR)
    for path in sorted(fonts_in(root).glob(f"*{REGULAR}")):
        font = Font(root, path, sums)
        if not (root / THEME / f"assets/fonts/{font.name}.woff2").is_file():
            yield font


def rule(name: str, to: str, text: str) -> str:
    """What has a browser fetch a slice where one of its characters stands."""
    family, codes = name.replace("-", " ").title(), ",".join(f"U+{ord(char):X}" for char in text)
    source = f'src: url({to}) format("woff2"); font-display: swap; unicode-range: {codes}'
    return f'@font-face {{ font-family: "{family}"; {source}; }}\n'


def characters(root: Path, files: Mapping[str, bytes]) -> Shown:
    """Every character of the pages, of what the search finds, and of the theme's scripts."""
    found = dict[str, list[str]]()
    every = ((path, content) for path, content in files.items() if path.endswith(SHOWN))
    for path, content in (*sorted(every), *scripts(root)):
        page = [] if path.endswith(SCRIPTS) else [path]
        # Nearly all are of those that any page has, which need not be gone through one by one.
        for char in set(content.translate(None, PLAIN).decode()):
            found.setdefault(char, []).extend(page)
    return {char: tuple(pages) for char, pages in found.items()}


def scripts(root: Path) -> Iterator[tuple[str, bytes]]:
    """The scripts of the theme, which print words of their own."""
    found = (root / THEME).rglob(f"*{SCRIPTS}")
    yield from ((path.name, path.read_bytes()) for path in found)


def slices(shown: Shown, text: str) -> Iterator[str]:
    """The characters in slices: with one that many pages show those of much the same pages."""
    left = sorted(text, key=lambda char: (-len(shown[char]), char))
    while left:
        alike = {char: likeness(shown[left[0]], shown[char]) for char in left}
        near = sorted(left, key=lambda char: -alike[char])[:SLICE]
        slice_ = {char for char in near if alike[char] >= ALIKE}
        left = [char for char in left if char not in slice_]
        yield "".join(sorted(slice_))


def likeness(some: tuple[str, ...], others: tuple[str, ...]) -> float:
    """How many of the pages that show one of two characters show both."""
    every = {*some, *others}
    return len({*some} & {*others}) / len(every) if every else 1


def alone(path: Path, text: str) -> str:
    """Those of some characters that a font has, and no other beside it."""
    # Only what cuts pays for loading it.
    from fontTools.ttLib import TTFont

    held = dict[Path, set[int]]()
    for one in path.parent.glob(f"*{REGULAR}"):
        with TTFont(one) as font:
            held[one] = set(font.getBestCmap())
    wanted = held.pop(path).difference(*held.values())
    return "".join(char for char in text if ord(char) in wanted)


def cut(whole: bytes, text: str, flavor: str | None = None) -> bytes:
    """Some characters of a font."""
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    written = BytesIO()
    with TTFont(BytesIO(whole), recalcTimestamp=False) as font:
        subsetter = Subsetter(Options(hinting=False, layout_features=[]))
        subsetter.populate(text=text)
        subsetter.subset(font)
        font.flavor = flavor
        font.save(written)
    return written.getvalue()
