"""References in prose: `{{ fact("id") }}` and its like, each one call with one literal id."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.source import Span

PRINTING = ("fact", "state", "until", "days_left", "positions", "count")
# What a text refers to it rests on; a name is only what somebody is called.
REFERRING = (*PRINTING, "link")
FUNCTIONS = (*REFERRING, "name")
FORMS = ("value", "rounded", "short", "size", "day", "month", "year")


def _call(quote: str) -> re.Pattern[str]:
    names = "|".join(FUNCTIONS)
    return re.compile(
        rf"\{{\{{\s*(?P<function>(?P<value>fact)|(?P<link>link)|{names})\s*\(\s*"
        rf"(?P<quote>{quote})(?P<id>[^\s\"'\\{{}}]{{1,200}})(?P=quote)\s*"
        # A value has forms, and a link words in which no figure can hide.
        rf"(?(value)(?:,\s*(?P=quote)(?P<form>{'|'.join(FORMS)})(?P=quote)\s*)?)"
        rf"(?(link)(?:,\s*(?P=quote)(?P<words>[^\"'\\{{}}\d]{{1,80}})(?P=quote)\s*)?)\)\s*\}}\}}"
    )


CALL = _call("[\"']")
# In a YAML scalar as it is written the quotes may stand escaped or doubled.
WRITTEN = _call("''|\\\\?[\"']")
# What opens or closes something of a template language, and what a call would be with one brace;
# each with what it holds, as far as that goes on in its line.
BRACES = re.compile(
    rf"\}}\}}|(?:\{{[{{%#]|\{{(?=\s*(?:{'|'.join(FUNCTIONS)})\s*\())(?P<held>[^{{}}\n]{{0,200}})"
    r"(?P<end>\}{0,2})"
)


@dataclass(frozen=True, slots=True)
class Call:
    """A reference: the function, the id that it is given, and the place of the id."""

    function: str
    id: str
    span: Span
    form: str = ""


def references(span: Span) -> tuple[Call, ...]:
    """The calls in a page, or in a YAML scalar as it is written."""
    return tuple(
        Call(
            found["function"],
            found["id"],
            span.file.span(span.start + found.start("id"), span.start + found.end("id")),
            found["form"] or "",
        )
        for found in WRITTEN.finditer(span.text)
    )


def stray_braces(text: str) -> Iterator[re.Match[str]]:
    """Braces that belong to no call, with what they hold."""
    end = 0
    while found := BRACES.search(text, end):
        call = CALL.match(text, found.start())
        end = call.end() if call else found.end()
        if not call:
            yield found
