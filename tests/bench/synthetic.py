"""An invented record of any size: `python -m tests.bench.synthetic STATEMENTS FOLDER`.

Two made-up provinces meet once a week. Each meeting has its people, texts, orders, figures and
disputes, and refers to the meetings before it; the same number gives the same bytes.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

PROJECT = Path(__file__).parents[2]
A_MEETING = 28
FIRST = date(2020, 1, 6)
LATIN = (
    ("Ada", "Bel", "Cora", "Dov", "Elin", "Finn", "Greta", "Hugo", "Ines", "Jorn", "Kaja", "Lars"),
    ("Al", "Ber", "Cas", "Dor", "Es", "Fal", "Gar", "Hol", "Is", "Jan", "Kel", "Lor", "Mar"),
    ("bach", "dahl", "feld", "gren", "holm", "lund", "mark", "nes", "rud", "stad", "vik"),
)
HAN = "王李张刘陈杨黄赵吴周", "明国文立成永志春海光", "峰军平华林东辉强波山"
MATERIALS = ("tin", "zinc", "salt", "amber", "cobalt", "nickel", "copper", "marble")


FIXED = {
    "briefing.yaml": """
title: The talks of Northmark and Southmark
subject: Weekly talks of two made-up provinces over what they dig
language: en
parties: [northmark, southmark]
units: {{crowns: [crown]}}
as_of: {end}
coverage_end: {end}
""",
    "parties/northmark.yaml": "name: Northmark\n",
    "parties/southmark.yaml": "name: Southmark\n",
    "bodies/courier.yaml": "name: The Courier\n",
    "bodies/wire.yaml": "name: Wire\n",
    "bodies/north-office.yaml": "name: Northmark Trade Office\nof: northmark\n",
    "bodies/south-office.yaml": "name: Southmark Trade Office\nof: southmark\n",
}

SOURCE = """
publisher: {publisher}
title: {heading} {k}
url: https://{name}.example/{k}
published: {known}
retrieved: {end}
kind: {kind}
origin: own
quotes:
"""
PAPER = {
    "paper": """
  met: {{text: "The envoys met on {met_words} in the hall of number {k}."}}
  envoy: {{text: "{envoy}, the envoy for {material}, sat for Northmark."}}
  clerk: {{text: "{clerk} was the clerk of Southmark and stayed away."}}
  share: {{text: "Southmark digs {share}% of all {material}, the guild says."}}
""",
    "report": """
  met: {{text: "On {met_words} the two sides sat down."}}
  permit: {{text: "A permit for {material} of {met_words} runs for {months} months."}}
  hopes: {{text: "{envoy} said the price of {material} would fall within {months} weeks."}}
""",
    "gazette": """
  order: {{text: "Order {k} on {material} is of {met_words}; a duty of {duty}% is charged."}}
  accord: {{text: "The accord of {met_words} suspends the duty of {duty}% for 90 days."}}
  grants: {{text: "Southmark grants permits for {material}."}}
  kept: {{text: "Southmark has carried out the accord on {material} earnestly.", spoken: yes}}
""",
    "reply": """
  broken: {{text: "Southmark has totally broken the accord on {material}.", spoken: yes}}
  extends: {{text: "From {known_words} the suspension is prolonged until {later_words}."}}
""",
    "counts": """
  year: {{text: "Exports of {material} were {counts} t from month to month."}}
  other: {{text: "By our count exports of {material} came to {other} t."}}
""",
}
HEAD = {
    "paper": ("The Courier", "Talks, number", "newspaper"),
    "report": ("Wire", "Report", "news agency"),
    "gazette": (
        "Southmark Trade Office",
        "Gazette",
        "official text\nform: original\ntext_of: south-office",
    ),
    "reply": (
        "Northmark Trade Office",
        "Reply",
        "official text\nform: original\ntext_of: north-office",
    ),
    "counts": ("The Courier", "Figures", "newspaper"),
}
RECORDS = {
    "people/envoy": """
name: {{en: {envoy}, zh: {han}, seen: paper-{k}}}
party: northmark
offices:
  envoy: {{title: "envoy for {material}", body: north-office, witnesses: [paper-{k}#envoy]}}
""",
    "people/clerk": """
name: {clerk}
party: southmark
offices:
  clerk: {{title: clerk of Southmark, body: south-office, witnesses: [paper-{k}#clerk]}}
""",
    "rounds/talks": """
title: Talks on {material}, number {k}
date: {{value: {met}, witnesses: [paper-{k}#met, report-{k}#met]}}
venue: {{words: the hall of number {k}, witnesses: [paper-{k}#met]}}
delegations:
  northmark:
    envoy: {{person: envoy-{k}, attendance: present, witnesses: [paper-{k}#envoy]}}
  southmark:
    clerk: {{person: clerk-{k}, attendance: absent, witnesses: [paper-{k}#clerk]}}
""",
    "measures/order": """
title: Order {k} on {material}
issuer: south-office
number: "{k}"
covers: [{material}]
announced: {{value: {met}, witnesses: [gazette-{k}#order]}}
in-force: {{value: {met}, witnesses: [gazette-{k}#order]}}
parts:
  duty: {{label: duty of order {k}, value: {duty}, unit: "%", witnesses: [gazette-{k}#order]}}
""",
    "agreements/accord": """
title: Accord {k} on {material}
parties: [northmark, southmark]
about: talks-{k}
in-force: {{value: {met}, witnesses: [gazette-{k}#accord]}}
terms:
  duty:
    label: suspended duty of order {k}
    party: southmark
    does: suspend
    target: order-{k}.parts.duty
    value: {duty}
    unit: "%"
    from: {met}
    for: 90 days
    witnesses: [gazette-{k}#accord]
  permits:
    label: permits of accord {k}
    party: southmark
    does: undertake
    says: Southmark grants permits for {material}
    witnesses: [gazette-{k}#grants]
""",
    "events/note": """
title: Note {k} on {material}
by: northmark
date: {{value: {known}, witnesses: [reply-{k}#extends]}}
acts:
  extends:
    does: extend
    target: accord-{k}.terms.duty
    from: {known}
    until: {later}
    witnesses: [reply-{k}#extends]
""",
    "series/exports": """
title: Exports of {material}, count {k}
reporter: south-office
category: {material}
unit: t
points:
{points}
""",
    "series/second": """
title: Exports of {material}, second count {k}
category: {material}
unit: t
points:
  {year}-01: {{value: {other}, witnesses: [counts-{k}#other]}}
""",
    "claims/kept": """
asks: Has Southmark kept accord {k} on {material}?
about: accord-{k}
see: kept-{before}
positions:
  broken: {{words: totally broken the accord, by: northmark, witnesses: [reply-{k}#broken]}}
  kept: {{words: carried out the accord, by: southmark, witnesses: [gazette-{k}#kept]}}
""",
    "claims/hope": """
label: the price of {material} after talks {k}
about: talks-{k}
says: The price of {material} is to fall within {months} weeks
nature: forecast
by: envoy-{k}
witnesses: [report-{k}#hopes]
""",
    "claims/share": """
label: share of Southmark in {material}, as of talks {k}
about: southmark
value: {share}
unit: "%"
period: ../{known}
witnesses: [paper-{k}#share]
""",
    "licences/permit": """
title: Permit {k} for {material}
issuer: south-office
materials: {material}
granted: {{value: {met}, witnesses: [report-{k}#permit]}}
length: {{value: {months}, unit: months, witnesses: [report-{k}#permit]}}
""",
}
POINT = """
order: {k}
text: >-
  {{{{ name("envoy-{k}") }}}} came to {{{{ link("talks-{k}") }}}} on
  {{{{ fact("talks-{k}.date") }}}}.
rests: [talks-{k}.date]
"""
STATE = """
role: state
text: The duty of order {k} is {{{{ state("order-{k}.parts.duty") }}}}
rests: [order-{k}.parts.duty]
"""
PAGE = """
# Talks up to number {k}

{{{{ link("talks-{k}") }}}} began on {{{{ fact("talks-{k}.date") }}}}.
{{{{ name("envoy-{k}") }}}} took part.

- Exports were {{{{ fact("exports-{k}.points.{year}-01") }}}} in the first month.
- The sides differ: {{{{ fact("kept-{k}") }}}}.
"""


def record(size: int) -> Iterator[tuple[str, str]]:
    """The files of a record of about so many statements, with their paths below `content`."""
    count = -(-size // A_MEETING)
    end = FIRST + timedelta(weeks=count + 4)
    for path, text in FIXED.items():
        yield path, text.format(end=end)
    for material, han in zip(MATERIALS, HAN[0], strict=False):
        yield f"materials/{material}.yaml", f"name: {{en: {material}, zh: {han}, seen: paper-0}}\n"
    for k in range(count):
        yield from meeting(k, words_of(k, end))
    last = words_of(count - 1, end)
    yield "points/state.yaml", STATE.format_map(last)
    for k in range(max(count - 12, 0), count):
        yield f"points/point-{k}.yaml", POINT.format_map(words_of(k, end))
    for k in range(0, count, 40):
        yield f"pages/talks-{k}.md", PAGE.format_map(words_of(k, end))


def meeting(k: int, words: dict[str, object]) -> Iterator[tuple[str, str]]:
    """The records and the sources of a meeting."""
    for path, text in RECORDS.items():
        yield f"{path}-{k}.yaml", text.format_map(words)
    for name, quotes in PAPER.items():
        publisher, heading, kind = HEAD[name]
        head = words | {"publisher": publisher, "heading": heading, "kind": kind, "name": name}
        yield f"sources/{name}-{k}.yaml", (SOURCE + quotes.lstrip("\n")).format_map(head)


def words_of(k: int, end: date) -> dict[str, object]:
    """What differs from a meeting to the next."""
    met = FIRST + timedelta(weeks=k)
    known, later = met + timedelta(days=2), met + timedelta(days=300)
    counts = [1000 + (k * 37 + month * 113) % 8000 for month in range(8)]
    lines = (
        f"  {met.year - 1}-{month + 1:02}: {{value: {n}, witnesses: [counts-{k}#year]}}"
        for month, n in enumerate(counts)
    )
    return {
        "k": k,
        "before": k - 1 if k else 1,
        "end": end,
        "met": met,
        "known": known,
        "later": later,
        "met_words": spoken(met),
        "known_words": spoken(known),
        "later_words": spoken(later),
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


def spoken(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def write(size: int, root: Path) -> Path:
    """Write such a briefing with the looks of ours into a folder."""
    for path, text in record(size):
        file = root / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text.lstrip("\n"), encoding="utf-8")
    shutil.copytree(PROJECT / "site_config", root / "site_config", dirs_exist_ok=True)
    shutil.copy(PROJECT / "mkdocs.yml", root)
    return root


if __name__ == "__main__":
    write(int(sys.argv[1]), Path(sys.argv[2]))
