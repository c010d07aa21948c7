"""Cut the fonts of the PDFs from the packages that README.md names.

Run by hand, once for a new version: `python cut.py FOLDER`, where FOLDER holds the unpacked npm
packages. Needs fontTools. No build and no test runs it.
"""

import sys
import unicodedata
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

HERE = Path(__file__).parent
CONTENT = HERE.parents[1] / "content"
# What a briefing in a Western language prints, with all letters of pinyin and of transcriptions.
LATIN = (
    *(range(0x20, 0x7F), range(0xA0, 0x250), range(0x2B0, 0x370), range(0x1E00, 0x1F00)),
    *(range(0x2010, 0x2028), range(0x2030, 0x205F), range(0x2070, 0x20A0), range(0x20A0, 0x20C1)),
    *(range(0x2100, 0x2150), range(0x2150, 0x2190), range(0x2190, 0x21A0), range(0x2200, 0x22FF)),
    *(range(0x370, 0x400), range(0x400, 0x460), range(0x25A0, 0x25D0), range(0xFB00, 0xFB05)),
)
CJK = (range(0x3000, 0x3040), range(0xFF00, 0xFFF0), range(0x31C0, 0x31E4))
# The names of the originals are reserved, so what is cut from them bears another.
CUTS = {
    "briefing-serif-regular.ttf": ("SourceSerif4_400Regular", "Briefing Serif"),
    "briefing-serif-semibold.ttf": ("SourceSerif4_600SemiBold", "Briefing Serif"),
    "briefing-sans-regular.ttf": ("SourceSans3_400Regular", "Briefing Sans"),
    "briefing-sans-semibold.ttf": ("SourceSans3_600SemiBold", "Briefing Sans"),
    "briefing-han-regular.ttf": ("NotoSerifSC_400Regular", "Briefing Han"),
}


def main(folder: Path) -> None:
    """Write every font, the list of all characters that they hold, and the sums of the files."""
    held: set[int] = set()
    for name, (original, family) in CUTS.items():
        (path,) = folder.rglob(f"{original}.ttf")
        font = TTFont(path, recalcTimestamp=False)
        cut(font, han() if family == "Briefing Han" else latin())
        rename(font, family)
        font.save(HERE / name)
        held |= set(font.getBestCmap())
    (HERE / "characters.txt").write_text("\n".join(stretches(held)) + "\n", encoding="ascii")
    sums = (f"{sha256((HERE / name).read_bytes()).hexdigest()}  {name}\n" for name in sorted(CUTS))
    (HERE / "sha256.txt").write_text("".join(sums), encoding="ascii")


def latin() -> set[int]:
    """The characters of the Latin faces."""
    return {code for part in LATIN for code in part}


def han() -> set[int]:
    """All of GB 2312, the punctuation that goes with it, and what else the content prints."""
    printed = {ord(char) for path in CONTENT.rglob("*") if path.is_file() for char in read(path)}
    return {ord(char) for char in gb2312()} | {code for part in CJK for code in part} | printed


def read(path: Path) -> str:
    """The text of a file, as it is and as a search would compare it."""
    text = path.read_text(encoding="utf-8")
    return text + unicodedata.normalize("NFC", text)


def gb2312() -> Iterator[str]:
    """Every character of the standard."""
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            yield from bytes((row, cell)).decode("gb2312", errors="ignore")


def cut(font: TTFont, wanted: set[int]) -> None:
    """Keep only those characters, with kerning and the joining of marks, without hints."""
    options = Options(
        hinting=False, layout_features=["kern", "mark", "mkmk", "ccmp", "locl", "tnum"]
    )
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 7, 8, 13, 14, 16, 17]
    options.notdef_outline = True
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)


def rename(font: TTFont, family: str) -> None:
    """Give the font a name of its own; weight and version stay."""
    table = font["name"]
    semibold = font["OS/2"].usWeightClass == 600
    style = "SemiBold" if semibold else "Regular"
    plain = family.replace(" ", "")
    for name, text in {
        1: f"{family} {style}" if semibold else family,
        2: "Regular",
        3: f"{plain}-{style}",
        4: f"{family} {style}",
        6: f"{plain}-{style}",
        16: family,
        17: style,
    }.items():
        table.setName(text, name, 3, 1, 0x409)
    table.names = [one for one in table.names if one.platformID == 3]


def stretches(codes: Iterable[int]) -> Iterator[str]:
    """Code points in hexadecimal, those in a row as `first-last`."""
    ordered = sorted(codes)
    start = 0
    for at in range(1, len(ordered) + 1):
        if at == len(ordered) or ordered[at] != ordered[at - 1] + 1:
            first, last = ordered[start], ordered[at - 1]
            yield f"{first:04X}" if first == last else f"{first:04X}-{last:04X}"
            start = at


if __name__ == "__main__":
    main(Path(sys.argv[1]))
