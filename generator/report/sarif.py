"""Diagnostics as SARIF 2.1.0, which code scanners of forges read; columns in Unicode code points.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from urllib.parse import quote

from generator.diagnostics import Diagnostic, Label
from generator.handbook import RULES, read
from generator.source import Span

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
LITERAL = re.compile(r"[\\\[\]]")
Entry = dict[str, object]
# The package, and the command that it has.
PACKAGE = "briefing"


def render(diagnostics: Iterable[Diagnostic]) -> str:
    """One run with a result for each diagnostic."""
    found = tuple(diagnostics)
    rules = [rule(code) for code in sorted({one.code for one in found})]
    run = {
        "tool": {"driver": {"name": PACKAGE, **version(), "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "results": [result(one) for one in found],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def version() -> Entry:
    """The version of the tool; nothing where it runs from a folder that was not installed.

    No address is given: each copy of it may be published elsewhere.
    """
    # Loading it is a sixth of a check that finds nothing changed, in whatever form.
    from importlib import metadata

    try:
        return {"version": metadata.version(PACKAGE)}
    except metadata.PackageNotFoundError:
        return {}


def rule(code: str) -> Entry:
    """A code with its page, which a scanner shows beside each result; it needs no address."""
    manual = read(RULES / f"{code}.md")
    help_ = {**message(manual.text), "markdown": manual.text}
    return {"id": code, "shortDescription": message(manual.summary), "help": help_}


def result(diagnostic: Diagnostic) -> Entry:
    """One diagnostic; its help stands in the message, since a result has no other place for it."""
    parts = (diagnostic.message, diagnostic.note, diagnostic.help)
    entry: Entry = {
        "ruleId": diagnostic.code,
        "level": diagnostic.severity.value,
        "message": message("\n".join(part for part in parts if part)),
        "locations": [location(diagnostic.span)],
    }
    if diagnostic.labels:
        entry["relatedLocations"] = [related(label) for label in diagnostic.labels]
    if diagnostic.fix:
        entry["fixes"] = [fix(diagnostic.fix.span or diagnostic.span, diagnostic.fix.replacement)]
    return entry


def related(label: Label) -> Entry:
    """A second place."""
    return {**location(label.span), "message": message(label.message)}


def location(span: Span) -> Entry:
    """A place in a file."""
    return {"physicalLocation": {"artifactLocation": artifact(span), "region": region(span)}}


def fix(span: Span, replacement: str) -> Entry:
    """What would be right in the place of the span."""
    change = {"deletedRegion": region(span), "insertedContent": {"text": replacement}}
    return {
        "description": message(f"write `{replacement}`" if replacement else "take it out"),
        "artifactChanges": [{"artifactLocation": artifact(span), "replacements": [change]}],
    }


def artifact(span: Span) -> Entry:
    """The file, as an address relative to the briefing's folder."""
    return {"uri": quote(span.file.path)}


def region(span: Span) -> Entry:
    """Lines and columns from 1, the end exclusive."""
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def message(text: str) -> Entry:
    """A text without what SARIF would take for a placeholder (braces) or a link (brackets)."""
    return {"text": LITERAL.sub(r"\\\g<0>", text).replace("{", "{{").replace("}", "}}")}
