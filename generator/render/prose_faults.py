"""What editors wrote that prose may not hold: anything but text and references.

Refuses to render: a fault of prose is in its text, and is found without a page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from jinja2 import TemplateSyntaxError, nodes

from generator.derive.blocks import TEMPLATE
from generator.derive.dossier import Dossier
from generator.diagnostics import Diagnostic
from generator.render.templates import (
    PROSE_NAMES,
    Faults,
    line_span,
    prose_environment,
    suggestion,
    syntax_fault,
)
from generator.source import SourceFile, Span

TOO_DEEP = "brackets stand in brackets, deeper than can be read"
HALF_QUOTED = "a quote is lost in these braces"
# A reference without the quotes around its id.
UNQUOTED = re.compile(
    rf"(?P<name>\b(?:{'|'.join(sorted(PROSE_NAMES))}))\(\s*(?P<id>[a-z0-9][a-z0-9.-]*)\s*\)"
)
WRONG_QUOTES = "curly quotes stand in these braces, where straight ones are due"
SINGLE_BRACES = "a reference in single braces, where two are due"
NO_RAW = "`{% raw %}` is no part of a text"
EXAMPLE = 'write `{{ fact("id") }}`, `{{ state("id") }}`, `{{ name("id") }}` or `{{ link("id") }}`'
# Braces that open, and are not closed before others open or the line ends.
OPEN = re.compile(r"\{\{(?:(?!\}\}|\{\{).)*?(?<!\s)(?=\s*(?:\{\{|$))", re.MULTILINE)
# A reference that nothing fills in.
SINGLE = re.compile(rf"(?<!\{{)\{{\s*(?:{'|'.join(PROSE_NAMES)})\([^{{}}]*\)\s*\}}(?!\}})")
# What begins a part that the template language takes for text.
RAW = re.compile(r"\{%-?\s*raw\b.*?%\}", re.DOTALL)
CURLY = re.compile("[\u2018\u2019\u201c\u201d]")
# As far as a reference goes on behind its braces.
WITHIN = r"\{\{(?:(?!\}\}).)*?"


def faults_of_prose(dossier: Dossier) -> Iterator[Diagnostic]:
    """What pages, key points and headlines hold that prose may not."""
    for file in dossier.briefing.pages:
        yield from prose_faults(file)
    for record in dossier.briefing.as_read.records.values():
        for key, written in record.data.prose.items():
            text = SourceFile(record.file.path, written)
            yield from prose_faults(text, record.places.value((key,)))


def prose_faults(file: SourceFile, inside: Span | None = None) -> Faults:
    """What prose may not contain: anything but text and `fact`, `state`, `name`, `link` of an id.

    With `inside` the text comes from a value in another file, and faults are shown there.
    """
    whole = inside or file.span(0, len(file.text))
    try:
        tree = prose_environment().parse(file.text)
    except RecursionError:
        return (Diagnostic("template-syntax", TOO_DEEP, inside or file.head, help=EXAMPLE),)
    except TemplateSyntaxError as fault:
        return (unread(fault, whole, inside or line_span(file, fault.lineno)),)
    found = (
        unfit(part, inside or line_span(file, part.lineno))
        for part in parts(tree)
        if not isinstance(part, nodes.TemplateData) and not is_call(part)
    )
    return tuple(dict.fromkeys((*found, *unopened(whole), *unfilled(whole))))


def unread(fault: TemplateSyntaxError, whole: Span, line: Span) -> Diagnostic:
    """What stops the reading of a text, where it stands in the whole of it, or else on its line."""
    if torn := first(whole, TEMPLATE, is_half_quoted):
        return Diagnostic("template-syntax", HALF_QUOTED, torn, help=EXAMPLE)
    if curly := first(whole, TEMPLATE, lambda text: CURLY.search(text) is not None):
        return Diagnostic("template-syntax", WRONG_QUOTES, curly, help=EXAMPLE)
    span = narrowed(line, OPEN)
    closed = first(whole, TEMPLATE, is_unread) if span == line else None
    return syntax_fault(fault, closed or span, (), EXAMPLE)


def first(span: Span, pattern: re.Pattern[str], is_it: Callable[[str], bool]) -> Span | None:
    """The first part of a place that a pattern finds, and of which something is true."""
    for found in pattern.finditer(span.text):
        if is_it(found[0]):
            return span.file.span(span.start + found.start(), span.start + found.end())
    return None


def is_half_quoted(text: str) -> bool:
    """Whether a quote opens or closes alone."""
    return any(text.count(quote) % 2 for quote in "\"'")


def is_unread(text: str) -> bool:
    """Whether something in braces cannot be read by itself."""
    try:
        # In a YAML text the quotes may stand escaped or doubled.
        prose_environment().parse(text.replace('\\"', '"').replace("''", "'"))
    except TemplateSyntaxError:
        return True
    return False


def unfilled(span: Span) -> Iterator[Diagnostic]:
    """What would be printed as it is written: single braces, and parts that are taken for text."""
    for pattern, message in ((SINGLE, SINGLE_BRACES), (RAW, NO_RAW)):
        if found := first(span, pattern, bool):
            yield Diagnostic("template-syntax", message, found, help=EXAMPLE)


def unopened(span: Span) -> Faults:
    """Braces that close, and that nothing opens: what they were to hold would be printed."""
    bare = TEMPLATE.sub(lambda found: " " * len(found[0]), span.text)
    at = bare.find("}}")
    if at < 0:
        return ()
    here = span.file.span(span.start + at, span.start + at + 2)
    return (Diagnostic("template-syntax", "`}}` closes what no `{{` opens", here, help=EXAMPLE),)


def parts(tree: nodes.Template) -> Iterator[nodes.Node]:
    """The text and what stands in braces, one after the other."""
    for node in tree.body:
        yield from node.nodes if isinstance(node, nodes.Output) else [node]


def unfit(part: nodes.Node, span: Span) -> Diagnostic:
    """Something in braces that prose does not know, at its name where it has one."""
    if not isinstance(part, nodes.Expr):
        told = "prose holds a statement of the template language"
        return Diagnostic("template-name", told, span, help=EXAMPLE)
    names = [found.name for found in part.find_all(nodes.Name)]
    names += [part.name] if isinstance(part, nodes.Name) else []
    unknown = next((name for name in names if name not in PROSE_NAMES), None)
    if unknown is None:
        return Diagnostic("template-name", "prose holds more than a call", span, help=EXAMPLE)
    if bare := UNQUOTED.search(span.text) if isinstance(part, nodes.Call) else None:
        return unquoted(bare, span)
    at = narrowed(span, re.compile(WITHIN + rf"(?P<name>\b{re.escape(unknown)}\b)", re.DOTALL))
    told, near = f"nothing in prose is called `{unknown}`", suggestion(unknown, PROSE_NAMES)
    return Diagnostic("template-name", told, at, help=near)


def unquoted(found: re.Match[str], span: Span) -> Diagnostic:
    """An id that is taken for a name and a sum, since no quotes are around it."""
    at = span.file.span(span.start + found.start("id"), span.start + found.end("id"))
    return Diagnostic(
        "template-name",
        f"`{found['id']}` stands without quotes",
        at,
        help=f'write `{found["name"]}("{found["id"]}")`',
    )


def narrowed(span: Span, pattern: re.Pattern[str]) -> Span:
    """The part of a place that a pattern finds, its name if it names one; else the whole."""
    found = pattern.search(span.text)
    if not found:
        return span
    start, end = found.span("name" if "name" in pattern.groupindex else 0)
    return span.file.span(span.start + start, span.start + end)


def is_call(node: nodes.Node) -> bool:
    """True for a reference: one of the names that prose knows, with one id."""
    return (
        isinstance(node, nodes.Call)
        and isinstance(node.node, nodes.Name)
        and node.node.name in PROSE_NAMES
        and [isinstance(part, nodes.Const) and type(part.value) for part in node.args] == [str]
        and not (node.kwargs or node.dyn_args or node.dyn_kwargs)
    )
