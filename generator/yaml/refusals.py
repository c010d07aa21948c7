"""What YAML allows and a file of facts may not hold, put into words."""

from __future__ import annotations

import re

from generator.diagnostics import Diagnostic, Label
from generator.source import SourceFile, Span
from generator.yaml.lines import first_line
from generator.yaml.nodes import Node, Scalar

# A record has a few kilobytes; what is a hundred times larger was put here by mistake.
LIMIT = 500_000
LONGEST_LIST = 2_000
CONFLICT = re.compile(r"^(?:<{7} .*|={7}|>{7} .*)\r?$", re.MULTILINE)


def too_large(path: str, size: int) -> Diagnostic:
    """A file that is not read."""
    return Diagnostic(
        code="file-too-large",
        message=f"the file has {size:,} bytes, more than the {LIMIT:,} that are read",
        span=SourceFile(path, "").head,
        help="one record stands in one file; data in bulk belongs elsewhere",
    )


def too_long(span: Span) -> Diagnostic:
    """A list that is not read to its end."""
    return Diagnostic(
        code="file-too-large",
        message=f"a list with more than {LONGEST_LIST:,} entries",
        span=first_line(span),
        help="data in bulk belongs elsewhere; facts stand in maps",
    )


def merge_conflict(file: SourceFile) -> Diagnostic | None:
    """The marks of two versions between which nobody has chosen yet, if a file has any."""
    marks = [file.span(*found.span()) for found in CONFLICT.finditer(file.text)]
    if not marks:
        return None
    return Diagnostic(
        code="yaml-syntax",
        message="two versions stand here side by side, as `git` left them",
        span=marks[0],
        labels=tuple(Label(mark, "a mark of `git` too") for mark in marks[1:4]),
        help="keep one version, and take the lines that begin with `<<<<<<<`, `=======` and "
        "`>>>>>>>` out",
    )


def empty_file(file: SourceFile) -> Diagnostic:
    """A file with nothing but comments and blank lines."""
    return Diagnostic(
        code="empty-file",
        message=f"the file {'has nothing but comments' if file.text.strip() else 'is empty'}",
        span=file.head,
        help="write the record as `key: value` lines, or delete the file",
    )


def not_a_map(node: Node) -> Diagnostic:
    """A list or a text in the place of a record."""
    found = "a text" if isinstance(node, Scalar) else "a list"
    return Diagnostic(
        code="not-a-map",
        message=f"the file holds {found} where `key: value` lines are due",
        span=first_line(node.span),
        help="one record stands in one file, its keys at the very left",
    )


def second_document(line: Span) -> Diagnostic:
    """A line that ends one document and begins another."""
    return Diagnostic(
        code="second-document",
        message="a second document begins here",
        span=first_line(line),
        help="one record stands in one file; take the line out or make a second file",
    )


def directive(line: Span) -> Diagnostic:
    """`%YAML` or `%TAG` before the record."""
    return Diagnostic(
        code="yaml-syntax",
        message="a directive to the YAML reader",
        span=first_line(line),
        help="take out the lines that begin with `%`",
    )


def too_deep(span: Span) -> Diagnostic:
    """Lists and maps nested without end."""
    return Diagnostic(
        code="too-deep",
        message="lists or maps are nested too deep to be read",
        span=first_line(span),
        help="look for brackets that were never closed; a record is a few levels deep",
    )


def alias(span: Span) -> Diagnostic:
    """An anchor or an alias."""
    what = "gives the value a name" if span.text.startswith("&") else "stands for another value"
    return Diagnostic(
        code="alias",
        message=f"`{span.text}` {what}, and values are not shared",
        span=span,
        help="write the value out in each place; text that begins with `&` or `*` goes in quotes",
    )


def merge_key(span: Span) -> Diagnostic:
    """A key that would pull in the entries of another map."""
    return Diagnostic(
        code="merge-key",
        message="`<<` merges another map into this one",
        span=span,
        help="write the keys out here",
    )


def tag(span: Span) -> Diagnostic:
    """A type named in the file, where the field decides it."""
    return Diagnostic(
        code="tag",
        message=f"`{span.text}` names a type, and the field decides the type",
        span=span,
        help="leave it out; text that begins with `!` goes in quotes",
    )


def duplicate_key(key: Span, first: Span) -> Diagnostic:
    """A key written twice in one map."""
    return Diagnostic(
        code="duplicate-key",
        message=f"the key `{key.text}` stands here a second time",
        span=key,
        labels=(Label(first, "first here"),),
        help="keep one of the two, or name them apart; or a line is lost between them",
    )


def key_not_text(key: Span, what: str) -> Diagnostic:
    """A list, a map or nothing at all before the colon."""
    return Diagnostic(
        code="key-not-text",
        message=f"{what} as a key",
        span=first_line(key),
        help="write `key: value` with a word as the key",
    )


def template(span: Span) -> Diagnostic:
    """Prose that begins with a reference to a fact, so that YAML takes it for a map."""
    return Diagnostic(
        code="yaml-syntax",
        message="a text cannot begin with `{{`",
        span=span,
        help="put the whole text in quotes, or write `>-` and the text on the next line",
    )


def unclosed_quote(file: SourceFile, start: int) -> Diagnostic:
    """A text in quotes that runs on to the end, or into the next key."""
    quote = file.text[start]
    return Diagnostic(
        code="unclosed-quote",
        message=f"the quote `{quote}` opens here and is not closed before the next line",
        span=first_line(file.span(start, len(file.text))),
        help=f"close it with `{quote}`; text that goes on stands deeper than its key",
    )
