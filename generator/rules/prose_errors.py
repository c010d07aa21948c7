"""What editors wrote that prose may not hold: anything in braces but a reference.

Refuses to render: a fault of prose is in its text, and is found without a page.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from generator.derive.calls import FORMS, FUNCTIONS, references, stray_braces
from generator.derive.dossier import Dossier
from generator.diagnostics import Diagnostic
from generator.near import SLIGHT, nearest
from generator.source import SourceFile, Span

EXAMPLE = 'write `{{ fact("id") }}`, `{{ state("id") }}`, `{{ name("id") }}` or `{{ link("id") }}`'
# The time in which Markdown looks for links grows with the square of their number.
BRACKETS = 1_000
NAME = re.compile(r"\s*(?P<name>[^\W\d]\w*)\s*\(")
UNQUOTED = re.compile(r"\s*(?P<name>\w+)\s*\(\s*(?P<id>[a-z0-9][a-z0-9.-]*)\s*\)\s*")
FORMED = re.compile(r"""\s*fact\s*\(\s*["'][^"']+["']\s*,\s*["'](?P<form>[^"']*)["']\s*\)\s*""")
CURLY = re.compile("[\u2018\u2019\u201c\u201d]")


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
    if (count := span.text.count("[")) > BRACKETS:
        what = f"{count:,} opening brackets are more than the {BRACKETS:,} that a text can have"
        yield Diagnostic("template-syntax", what, span, help="make several pages of it")


def misfit(whole: Span, found: re.Match[str]) -> Diagnostic:
    """What is wrong with braces, and what would be right."""
    span = whole.file.span(whole.start + found.start(), whole.start + found.end())
    held = found["held"] or ""
    if found[0] == "}}":
        what = "`}}` closes what no `{{` opens"
    elif found[0][1] in "%#":
        what = "prose holds a statement of the template language"
        return Diagnostic("template-name", what, span, help=EXAMPLE)
    elif found[0][1] != "{":
        what = "a reference stands in single braces, where two are needed"
    elif found["end"] != "}}":
        what = "`{{` is not closed by `}}`"
    elif CURLY.search(held):
        what = "curly quotes stand in these braces, where straight ones are needed"
    else:
        return unknown(span, held)
    return Diagnostic("template-syntax", what, span, help=EXAMPLE)


def unknown(span: Span, held: str) -> Diagnostic:
    """Braces with something else than a call of a known name with an id in quotes."""
    named, bare, formed = (p(held) for p in (NAME.match, UNQUOTED.fullmatch, FORMED.fullmatch))
    if named and named["name"] not in FUNCTIONS:
        message, near = f"prose knows no `{named['name']}`", suggestion(named["name"], FUNCTIONS)
        return Diagnostic(
            "template-name", message, within(span, named, "name"), help=near or EXAMPLE
        )
    if bare:
        message, right = f"`{bare['id']}` stands without quotes", f'{bare["name"]}("{bare["id"]}")'
        return Diagnostic(
            "template-name", message, within(span, bare, "id"), help=f"write `{right}`"
        )
    if formed:
        message, near = f"a value has no form `{formed['form']}`", suggestion(formed["form"], FORMS)
        right = near or f"write one of {', '.join(f'`{one}`' for one in FORMS)}"
        return Diagnostic("template-name", message, within(span, formed, "form"), help=right)
    return Diagnostic("template-name", "these braces hold no reference", span, help=EXAMPLE)


def suggestion(name: str, known: Collection[str]) -> str:
    """The nearest name that exists, as a question."""
    near = nearest(name, known, SLIGHT)
    return f"did you mean `{near}`?" if near else ""


def within(span: Span, found: re.Match[str], group: str) -> Span:
    """The place of a group that was found in what the braces of a place hold."""
    start = span.start + 2 + found.start(group)
    return span.file.span(start, start + len(found[group]))
