"""An invented record of any size: `python -m tests.bench.synthetic STATEMENTS FOLDER`.

Two made-up provinces meet once a week. Each meeting has its people, texts, orders, figures and
disputes, as `synthetic.txt` writes them; the same number gives the same bytes.
"""

import re
import shutil
import sys
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from string import Template

PROJECT = Path(__file__).parents[2]
FILE = re.compile(r"^=== (\w+) (\S+)\n(.*?\n)(?==== |\Z)", re.MULTILINE | re.DOTALL)
TEXTS = FILE.findall(Path(__file__).with_suffix(".txt").read_text(encoding="utf-8"))
A_MEETING = 28
FIRST = date(2020, 1, 6)
LATIN = (
    ["Ada", "Bel", "Cora", "Dov", "Elin", "Finn", "Greta", "Hugo", "Ines", "Jorn", "Kaja", "Lars"],
    ["Al", "Ber", "Cas", "Dor", "Es", "Fal", "Gar", "Hol", "Is", "Jan", "Kel", "Lor", "Mar"],
    ["bach", "dahl", "feld", "gren", "holm", "lund", "mark", "nes", "rud", "stad", "vik"],
)
HAN = "王李张刘陈杨黄赵吴周", "明国文立成永志春海光", "峰军平华林东辉强波山"
MATERIALS = ["tin", "zinc", "salt", "amber", "cobalt", "nickel", "copper", "marble"]
# Key points rest on the last meetings, and every so many meetings have a page of prose.
POINTS, A_PAGE = 12, 40


def record(size: int) -> Iterator[tuple[str, str]]:
    """The files of a record of about so many statements, with their paths below `content`."""
    count = -(-size // A_MEETING)
    end = FIRST + timedelta(weeks=count + 4)
    yield from filled("fixed", {"end": end})
    for material, han in zip(MATERIALS, HAN[0], strict=False):
        yield f"materials/{material}.yaml", f"name: {{en: {material}, zh: {han}, seen: paper-0}}\n"
    for k in range(count):
        words = words_of(k, end)
        yield from filled("meeting", words)
        yield from filled("late", words) if k >= count - POINTS else ()
        yield from filled("last", words) if k == count - 1 else ()
        yield from filled("page", words) if k % A_PAGE == 0 else ()


def filled(when: str, words: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """The files that are written at a time."""
    for time, path, text in TEXTS:
        if time == when:
            yield Template(path).substitute(words), Template(text).substitute(words)


def words_of(k: int, end: date) -> dict[str, object]:
    """What differs from a meeting to the next."""
    met = FIRST + timedelta(weeks=k)
    days = {"met": met, "known": met + timedelta(days=2), "later": met + timedelta(days=300)}
    counts = [1000 + (k * 37 + month * 113) % 8000 for month in range(8)]
    lines = (
        f"  {met.year - 1}-{month:02}: {{value: {n}, witnesses: [counts-{k}#year]}}"
        for month, n in enumerate(counts, 1)
    )
    return {
        **days,
        **{f"{key}_words": f"{day.day} {day:%B} {day.year}" for key, day in days.items()},
        "k": k,
        "before": k - 1 if k else 1,
        "end": end,
        "year": met.year - 1,
        "envoy": named(2 * k),
        "clerk": named(2 * k + 1),
        "han": "".join(part[k // 10**at % 10] for at, part in enumerate(HAN)),
        "material": MATERIALS[k % len(MATERIALS)],
        "share": 20 + k % 70,
        "duty": 5 + k % 40,
        "months": 3 + k % 9,
        "other": counts[0] + 3,
        "counts": ", ".join(f"{n:,}" for n in counts),
        "points": "\n".join(lines),
    }


def named(number: int) -> str:
    """A name that few others are like."""
    first, middle, last = LATIN
    number, at = divmod(number, len(first))
    return f"{first[at]} {middle[number % len(middle)]}{last[number // len(middle) % len(last)]}"


def write(size: int, root: Path) -> Path:
    """Write such a briefing with the looks of ours into a folder."""
    for path, text in record(size):
        file = root / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    shutil.copytree(PROJECT / "site_config", root / "site_config", dirs_exist_ok=True)
    shutil.copy(PROJECT / "mkdocs.yml", root)
    return root


if __name__ == "__main__":
    write(int(sys.argv[1]), Path(sys.argv[2]))
