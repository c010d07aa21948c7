"""Diagnostics as text, in the forms that a pull request, a program and a code scanner read."""

import json
import re
from collections.abc import Iterable, Iterator
from textwrap import indent
from urllib.parse import quote

from generator.counting import counted
from generator.diagnostics import CODES, Diagnostic, Fix, Label
from generator.handbook import RULES, read
from generator.report import terminal
from generator.source import Span

# More places than these nobody reads in an annotation.
MOST = 8


def as_commands(diagnostics: Iterable[Diagnostic]) -> str:
    """Workflow commands: GitHub shows each on its line of the pull request."""
    return "".join(f"{command(diagnostic)}\n" for diagnostic in diagnostics)


def command(diagnostic: Diagnostic) -> str:
    """The workflow command for one diagnostic: what is wrong, the other places, what would help."""
    span = diagnostic.span
    values = {
        "title": diagnostic.code,
        "file": span.file.path,
        "line": str(span.line),
        "col": str(span.column),
    }
    # GitHub drops an annotation whose end column stands on another line.
    if span.end_line == span.line and span.end > span.start:
        values["endColumn"] = str(span.end_column)
    properties = ",".join(f"{name}={_property(value)}" for name, value in values.items())
    places = ((one.span, one.message) for one in diagnostic.labels[:MOST])
    others = (f"{at.file.path}:{at.line}: {what}" for at, what in places)
    text = "\n".join(filter(None, (diagnostic.message, *others, diagnostic.help)))
    return f"::{diagnostic.severity.value} {properties}::{_text(text)}"


def _text(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _text(text).replace(":", "%3A").replace(",", "%2C")


def as_json(diagnostics: Iterable[Diagnostic]) -> str:
    """JSON for editors and scripts: lines and columns from 1, ends exclusive."""
    return json.dumps([entry(one) for one in diagnostics], ensure_ascii=False, indent=2) + "\n"


def entry(one: Diagnostic) -> dict[str, object]:
    """One diagnostic, its keys a promise to whoever reads them."""
    return {
        "code": one.code,
        "severity": one.severity.value,
        "message": one.message,
        "file": one.span.file.path,
        **_extent(one.span),
        "help": one.help,
        "related": [related(label) for label in one.labels],
        "fix": fixed(one.fix, one.fix.span or one.span) if one.fix else None,
    }


def fixed(fix: Fix, span: Span) -> dict[str, object]:
    """What may stand in a place instead; where it is not safe it is a guess."""
    return {"replacement": fix.replacement, "safe": fix.safe, **_extent(span)}


def _extent(span: Span) -> dict[str, int]:
    lines = {"line": span.line, "column": span.column}
    return {**lines, "end_line": span.end_line, "end_column": span.end_column}


def related(label: Label) -> dict[str, object]:
    """A second place."""
    file, line, column = label.span.file.path, label.span.line, label.span.column
    return {"message": label.message, "file": file, "line": line, "column": column}


# What a change does to the record is for somebody to judge, one after the other.
TO_TICK = """\
### To be looked at

No check can judge these: tick what you have looked at.

"""
LEAD = """\
### What is wrong

GitHub shows at most ten errors and ten warnings on their lines. Here all stand.

"""
# GitHub takes a mebibyte, and shows nothing of a summary that is longer.
LONGEST = 1_000_000
# GitHub looks for mentions, references and emoji after rendering, when a sign behind a backslash or
# written as `&#64;` is a sign like any other. This one nobody sees, and none goes on behind it.
BREAK = "\u200b"
# A person or team; an issue; an address of any kind, or the name of an emoji.
OPENING = re.compile(r"[@#:](?=\S)")
# An issue by the other way to write it.
ISSUE = re.compile(r"(?<=\bgh-)(?=\d)", re.IGNORECASE)
# Digits that may be those of a commit, which are linked from seven on.
COMMIT = re.compile(r"[0-9a-f]{7,}", re.IGNORECASE)
SHORT = re.compile(r".{6}(?=.)")
# What sets the signs around it in another order than they are written in, shown by its number.
TURNING = {code: f"(U+{code:04X})" for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))}
SIGNS = str.maketrans(
    {
        **{sign: f"\\{sign}" for sign in "\\`*_{}[]()#+-.!|~"},
        **{"<": "&lt;", ">": "&gt;", "&": "&amp;", "@": "&#64;", BREAK: "&#8203;"},
        # What stands between two of them would be set as a formula. Whoever looks before the
        # rendering sees none, and after it each is alone in its element, behind what is no space.
        "$": "<span>&#8203;&#36;</span>",
    }
)
PATH = re.compile(r"[\w./#-]+")


def as_markdown(diagnostics: Iterable[Diagnostic]) -> str:
    """All messages, indented as code, up to the longest comment accepted; empty without any.

    What a change does to the record comes first, as a list to tick.
    """
    found = tuple(diagnostics)
    lines = [ticked(one) for one in found if CODES[one.code].phase == "change"]
    ticks = "".join(taken(lines))
    missed = "" if len(ticks.splitlines()) == len(lines) else "- [ ] and more, below\n"
    listed = f"{TO_TICK}{ticks}{missed}\n" if lines else ""
    blocks = [indent(terminal.block(one), "    ") for one in found]
    shown = list(taken(blocks))
    left = len(blocks) - len(shown)
    more = f"\n{counted(left, 'more message')} would be too long: `make check` shows all.\n"
    return "".join((listed, LEAD, "\n".join(shown), more if left else "")) if blocks else ""


def ticked(one: Diagnostic) -> str:
    """A line with a box: where, what, and under which code it is explained."""
    at = code(f"{one.span.file.path}")
    return f"- [ ] {at}, line {one.span.line}: {plain(one.message)} ({code(one.code)})\n"


def taken(blocks: Iterable[str]) -> Iterator[str]:
    """The first of them that are not too long together."""
    size = 0
    for block in blocks:
        size += len(block.encode()) + 1
        if size > LONGEST:
            return
        yield block


def plain(words: str) -> str:
    """Text on one line that nothing is made of; it reads as it was."""
    shown = " ".join(words.split()).translate(TURNING)
    line = OPENING.sub(rf"\g<0>{BREAK}", shown)
    pieces = COMMIT.sub(lambda run: SHORT.sub(rf"\g<0>{BREAK}", run[0]), ISSUE.sub(BREAK, line))
    return pieces.translate(SIGNS)


def code(path: str) -> str:
    """An address as code, where it is one of ours; else as the text that it is."""
    return f"`{path}`" if PATH.fullmatch(path) else plain(path)


SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
LITERAL = re.compile(r"[\\\[\]]")
Entry = dict[str, object]
# The package, and the command that it has.
PACKAGE = "briefing"


def as_sarif(diagnostics: Iterable[Diagnostic]) -> str:
    """SARIF 2.1.0, which code scanners of forges read: one run with a result for each diagnostic.

    Columns are in Unicode code points.
    """
    found = tuple(diagnostics)
    rules = [_rule(code) for code in sorted({one.code for one in found})]
    run = {
        "tool": {"driver": {"name": PACKAGE, **_version(), "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(one) for one in found],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _version() -> Entry:
    """The version of the tool; nothing where it runs from a folder that was not installed.

    No address is given: each copy of it may be published elsewhere.
    """
    # Loading it is a sixth of a check that finds nothing changed, in whatever form.
    from importlib import metadata

    try:
        return {"version": metadata.version(PACKAGE)}
    except metadata.PackageNotFoundError:
        return {}


def _rule(code: str) -> Entry:
    """A code with its page, which a scanner shows beside each result; it needs no address."""
    manual = read(RULES / f"{code}.md")
    help_ = {**_message(manual.text), "markdown": manual.text}
    return {"id": code, "shortDescription": _message(manual.summary), "help": help_}


def _result(diagnostic: Diagnostic) -> Entry:
    """One diagnostic; its help stands in the message, since a result has no other place for it."""
    parts = (diagnostic.message, diagnostic.note, diagnostic.help)
    entry: Entry = {
        "ruleId": diagnostic.code,
        "level": diagnostic.severity.value,
        "message": _message("\n".join(part for part in parts if part)),
        "locations": [_location(diagnostic.span)],
    }
    if labels := diagnostic.labels:
        told = ((_location(one.span), _message(one.message)) for one in labels)
        entry["relatedLocations"] = [{**place, "message": what} for place, what in told]
    if diagnostic.fix:
        entry["fixes"] = [
            _sarif_fix(diagnostic.fix.span or diagnostic.span, diagnostic.fix.replacement)
        ]
    return entry


def _location(span: Span) -> Entry:
    return {"physicalLocation": {"artifactLocation": _artifact(span), "region": _region(span)}}


def _sarif_fix(span: Span, replacement: str) -> Entry:
    change = {"deletedRegion": _region(span), "insertedContent": {"text": replacement}}
    return {
        "description": _message(f"write `{replacement}`" if replacement else "take it out"),
        "artifactChanges": [{"artifactLocation": _artifact(span), "replacements": [change]}],
    }


def _artifact(span: Span) -> Entry:
    return {"uri": quote(span.file.path)}


def _region(span: Span) -> Entry:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _message(text: str) -> Entry:
    """A text without what SARIF would take for a placeholder (braces) or a link (brackets)."""
    return {"text": LITERAL.sub(r"\\\g<0>", text).replace("{", "{{").replace("}", "}}")}
