"""Prose of ours: braces that hold no reference, days that cannot be read, facts written out."""

import re
from bisect import bisect
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from itertools import chain

from generator.derive.calls import FORMS, FUNCTIONS, WRITTEN, references, stray_braces
from generator.derive.computed import unit_of
from generator.derive.dossier import Dossier
from generator.derive.mentions import mentions, numerals
from generator.derive.prose import blocks
from generator.diagnostics import Diagnostic, Fix
from generator.limits import BRACKETS
from generator.model.briefing import Briefing
from generator.model.dates import parse_date
from generator.near import SLIGHT, nearest
from generator.rules.mentions import part_of
from generator.rules.shared import names_near
from generator.rules.sound import near
from generator.source import SourceFile, Span

EXAMPLE = 'write `{{ fact("id") }}`, `{{ state("id") }}`, `{{ name("id") }}` or `{{ link("id") }}`'
NAME = re.compile(r"\s*(?P<name>[^\W\d]\w*)\s*\(")
UNQUOTED = re.compile(r"\s*(?P<name>\w+)\s*\(\s*(?P<id>[a-z0-9][a-z0-9.-]*)\s*\)\s*")
QUOTED = r"""\s*["'](?P<form>[^"']+)["']\s*"""
FORMED = re.compile(rf"\s*(?P<name>fact|link)\s*\({QUOTED.replace('?P<form>', '')},{QUOTED}\)\s*")
CURLY = re.compile("[\u2018\u2019\u201c\u201d]")
CURRENCY = re.compile(r"(?:[$€£¥]|\b(?:USD|US|RMB|CNY|EUR|GBP|JPY|HKD)\s?)$")
# The longest sign of a currency, with a space on either side.
CURRENCY_LETTERS = 5
UNITS = (
    r"%|％|per ?cent\b|percentage[ -]points?\b|pp\b|points\b|tons?\b|tonnes?\b|t\b|kg\b|kilos?\b"
    r"|(?:calendar )?(?:hours?|days?|weeks?|months?|years?)\b|(?:million|billion|trillion|bn|mn)\b"
    r"|dollars?\b|euros?\b|yuan\b"
)
KINDS = "round|talks|meeting|summit|call|agreement|measure|licence|step|extension"
LATEST = re.compile(rf"\b(?:last|latest|newest|most recent)\s+(?:{KINDS})s?\b", re.IGNORECASE)
OFFERED = 3
FREE = "make it a statement and write its `fact`"
STALE = "the next record makes it untrue: say when it was, or show it by `latest:` in the strip"
TICKS = re.compile("`+")
ADDRESS = re.compile(r"\]\([^)\s]*|<[^<>\s][^<>]*>|https?://\S+")
REMARK = re.compile("<!--.*?-->", re.DOTALL)
# Month and day, as far as they are written.
Day = tuple[int | None, int | None]
Literal = tuple[str, int, int, list[str]]
COMMENT = re.compile(r"<!--\s*known\b:?(?P<date>[^<>]*?)-->")
BACK = re.compile(r"<!--\s*known:")


def prose_errors(dossier: Dossier) -> Iterator[Diagnostic]:
    """What pages, key points and headlines hold that prose may not."""
    for file in dossier.briefing.pages:
        yield from stray(file.span(0, len(file.text)))
    for record in dossier.briefing.records.values():
        for written, place in record.templates:
            yield from in_scalar(written, place)


def in_scalar(read: str, place: Span) -> Iterator[Diagnostic]:
    """The same of a text in a YAML file, which rules look at as it is written there."""
    text = SourceFile(place.file.path, read)
    found = [*stray(text.span(0, len(read)))]
    for one in found:
        at = place.text.find(one.span.text)
        shown = place.file.span(place.start + at, place.start + at + len(one.span.text))
        yield Diagnostic(one.code, one.message, place if at < 0 else shown, help=one.help)
    calls = references(text.span(0, len(read)))
    if not found and [one.id for one in calls] != [one.id for one in references(place)]:
        message = "a reference is written with escapes of YAML, which hide what it names"
        yield Diagnostic("template-syntax", message, place, help=EXAMPLE)


def stray(span: Span) -> Iterator[Diagnostic]:
    """Braces in a text that hold no reference, each where it stands."""
    yield from (misfit(span, found) for found in stray_braces(span.text))
    if (count := span.text.count("[")) > BRACKETS.most:
        yield Diagnostic("template-syntax", BRACKETS.told(count), span, help=BRACKETS.help)


def misfit(whole: Span, found: re.Match[str]) -> Diagnostic:
    """What is wrong with braces, and what would be right."""
    span = whole.file.span(whole.start + found.start(), whole.start + found.end())
    held = found["held"] or ""
    if found[0] == "}}":
        what = "`}}` closes what no `{{` opens"
    elif found[0][1] in "%#":
        what = "prose may not have a statement of the template language"
        return Diagnostic("template-name", what, span, help=EXAMPLE)
    elif found[0][1] != "{":
        what = "a reference has single braces, and needs two"
    elif found["end"] != "}}":
        what = "`{{` is not closed by `}}`"
    elif CURLY.search(held):
        what = "a reference has curly quotes, and needs straight ones"
    else:
        return unknown(span, held)
    return Diagnostic("template-syntax", what, span, help=EXAMPLE)


def unknown(span: Span, held: str) -> Diagnostic:
    """Braces with something else than a call of a known name with an id in quotes."""
    named, bare, formed = (p(held) for p in (NAME.match, UNQUOTED.fullmatch, FORMED.fullmatch))
    if named and named["name"] not in FUNCTIONS:
        message, near = f"prose knows no `{named['name']}`", _suggestion(named["name"], FUNCTIONS)
        return Diagnostic(
            "template-name", message, within(span, named, "name"), help=near or EXAMPLE
        )
    if bare:
        message, right = f"`{bare['id']}` has no quotes", f'{bare["name"]}("{bare["id"]}")'
        return Diagnostic(
            "template-name", message, within(span, bare, "id"), help=f"write `{right}`"
        )
    if formed and formed["name"] == "link":
        what = "the words of a link are too long, or have a figure or a sign in them"
        right = "write at most 80 letters, and a figure outside the link, as a reference"
        return Diagnostic("template-name", what, within(span, formed, "form"), help=right)
    if formed:
        message, near = (
            f"a value has no form `{formed['form']}`",
            _suggestion(formed["form"], FORMS),
        )
        right = near or f"write one of {', '.join(f'`{one}`' for one in FORMS)}"
        return Diagnostic("template-name", message, within(span, formed, "form"), help=right)
    return Diagnostic("template-name", "these braces have no reference", span, help=EXAMPLE)


def _suggestion(name: str, known: Collection[str]) -> str:
    near = nearest(name, known, SLIGHT)
    return f"did you mean `{near}`?" if near else ""


def within(span: Span, found: re.Match[str], group: str) -> Span:
    """The place of a group that was found in what the braces of a place hold."""
    start = span.start + 2 + found.start(group)
    return span.file.span(start, start + len(found[group]))


def known_date(dossier: Dossier) -> Iterator[Diagnostic]:
    """Comments that were meant to hold a block back, and do not."""
    for page in dossier.briefing.pages:
        for found in COMMENT.finditer(page.text):
            if not (BACK.match(found[0]) and _is_date(found["date"].strip())):
                message, span = f"`{found[0]}` holds nothing back", page.span(*found.span())
                help = "write a day, as in `<!-- known: 2025-06-10 -->`"
                yield Diagnostic("known-date", message, span, help=help)


def _is_date(text: str) -> bool:
    try:
        parse_date(text)
    except ValueError:
        return False
    return True


@near
def literal_in_prose(dossier: Dossier) -> Iterator[Diagnostic]:
    """Figures, full dates and names of persons in pages, key points and headlines."""
    briefing = dossier.briefing
    for page in briefing.pages:
        for block in blocks(page):
            if block.kind != "code" and not (block.kind == "heading" and block.level == 1):
                for span in block.own:
                    yield from literals(briefing, span, ())
    for record in briefing.records.values():
        if not getattr(record.data, "latest", None):
            for span in record.prose:
                yield from literals(briefing, span, getattr(record.data, "rests", ()))


def literals(briefing: Briefing, span: Span, rests: tuple[str, ...]) -> Iterator[Diagnostic]:
    """The literals of a text; what it rests on is offered first."""
    text = blotted(span.text)
    for kind, start, end, ids in chain(dates(briefing, text), figures(briefing, text)):
        ids.sort(key=lambda id_: id_ not in rests)
        yield written_out(kind, part_of(span, start, end), [f'fact("{id_}")' for id_ in ids])
    for name, id_ in names_near(briefing, text):
        whole = rf"(?<!\w){re.escape(name)}(?!\w)"
        for match in re.finditer(whole, text) if name in text else ():
            yield written_out("name", part_of(span, *match.span()), [f'name("{id_}")'])
    for match in LATEST.finditer(text):
        yield written_out("superlative", part_of(span, *match.span()), [], STALE)


@lru_cache(maxsize=65_536)
def blotted(text: str) -> str:
    """A text with blots for calls, code and addresses."""
    text = _blot(ADDRESS, _without_code(_blot(WRITTEN, text)))
    # Beyond the last end there is no remark, however many seem to begin.
    end = text.rfind("-->") + len("-->")
    return _blot(REMARK, text[:end]) + text[end:]


def _blot(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda found: "_" * len(found[0]), text)


def _without_code(text: str) -> str:
    """A text with blots for code, which stands between two rows of as many backticks."""
    rows: dict[int, list[int]] = defaultdict(list)
    for row in (found := [*TICKS.finditer(text)]):
        rows[len(row[0])].append(row.start())
    parts, at = [], 0
    for row in found:
        count = len(row[0])
        following = bisect(rows[count], row.start())
        if row.start() >= at and following < len(rows[count]):
            end = rows[count][following] + count
            parts += [text[at : row.start()], "_" * (end - row.start())]
            at = end
    return "".join((*parts, text[at:]))


def dates(briefing: Briefing, text: str) -> Iterator[Literal]:
    """The full dates of a text, each with the statements of that day."""
    for one in mentions(text):
        if one.day:
            on_that_day = days(briefing.whole).get((one.month, one.day), [])
            ids = [id_ for year, id_ in on_that_day if one.year in {None, year}]
            yield "date", one.start, one.end, ids


@lru_cache(maxsize=2)
def days(briefing: Briefing) -> Mapping[Day, list[tuple[int, str]]]:
    """By month and day the statements that have a day as value, each with its year."""
    found: dict[Day, list[tuple[int, str]]] = defaultdict(list)
    for id_, located in briefing.statements.items():
        value = located.statement.value
        if value and value.date and value.date.is_day:
            day = value.date.first
            found[day.month, day.day].append((day.year, id_))
    return found


def figures(briefing: Briefing, text: str) -> Iterator[Literal]:
    """The numbers of a text with their units, each with the statements of that number."""
    for one in numerals(text):
        before = CURRENCY.search(text, max(0, one.start - CURRENCY_LETTERS), one.start)
        after = units(briefing.whole).match(text, one.end)
        if not text[one.start].isdigit() or not (before or after or one.scaled != one.number):
            continue
        ids = [
            id_
            for number in dict.fromkeys((one.number, one.scaled))
            for id_ in amounts(briefing.whole).get(number, [])
        ]
        unit = after[0].strip(" -") if after else ""
        ids.sort(key=lambda id_: unit_of(briefing.whole.statements[id_]) != unit)
        start, end = before.start() if before else one.start, after.end() if after else one.end
        yield "figure", start, end, ids


@lru_cache(maxsize=2)
def amounts(briefing: Briefing) -> Mapping[Decimal, list[str]]:
    """By number, without its sign, the statements of which it is the value or a position."""
    found = defaultdict(list)
    for id_, located in briefing.statements.items():
        for _, content in located.statement.contents():
            if content.value and content.value.number is not None:
                found[abs(content.value.number)].append(id_)
    return found


@lru_cache(maxsize=2)
def units(briefing: Briefing) -> re.Pattern[str]:
    """What may stand behind a number: the usual units, and those of the briefing."""
    own = {re.escape(unit) for one in briefing.statements.values() if (unit := unit_of(one))}
    words = [rf"{unit}(?!\w)" for unit in sorted(own, key=len, reverse=True)]
    return re.compile(rf"[\s-]?(?:{'|'.join([UNITS, *words])})")


def written_out(kind: str, span: Span, calls: list[str], free: str = FREE) -> Diagnostic:
    """What a correction of the fact would not reach."""
    several = [f"{{{{ {call} }}}}" for call in dict.fromkeys(calls)]
    offered = " or ".join(f"`{call}`" for call in several[:OFFERED])
    is_sure = span.file.path.endswith(".md") and len(several) == 1
    return Diagnostic(
        "literal-in-prose",
        f"the {kind} `{' '.join(span.text.split())}` is written out",
        span,
        help=f"write {offered}" if offered else free,
        fix=Fix(several[0], safe=False) if is_sure else None,
    )
