"""What can be wrong in a file that YAML itself would let pass, put into words."""

from __future__ import annotations

import re

from generator.diagnostics import Diagnostic, Label
from generator.load.nodes import Node, Scalar
from generator.source import SourceFile, Span

# A record has a few kilobytes; what is a hundred times larger was put here by mistake.
LIMIT = 1_000_000
CONFLICT = re.compile(r"^(?:<{7} .*|={7}|>{7} .*)\r?$", re.MULTILINE)
QUOTE_IT = "put the whole text in quotes"
# Quotation marks that are letters of a text.
CURLY = "[“”„‘’«»「」]"
CURLED = "put the text in straight quotes: curly ones are letters of it, and hold nothing together"


def syntax(span: Span, message: str, help: str, labels: tuple[Label, ...] = ()) -> Diagnostic:
    """A break with the grammar of YAML."""
    return Diagnostic("yaml-syntax", message, span, labels=labels, help=help)


def gone_on(word: Span, sign: str) -> Diagnostic:
    """What stands behind a value that has ended: more of a text, or a bracket too many."""
    if sign in "]}":
        return syntax(word, f"`{sign}` closes what nothing opened", f"take it out, or {QUOTE_IT}")
    return syntax(word, "text goes on where its value has ended", QUOTE_IT)


def too_large(path: str, size: int) -> Diagnostic:
    """A file that is not even opened."""
    return Diagnostic(
        code="file-too-large",
        message=f"the file has {size:,} bytes, more than the {LIMIT:,} that are read",
        span=SourceFile(path, "").head,
        help="one record stands in one file; data in bulk belongs elsewhere",
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
        labels=tuple(Label(mark, "a mark of `git` too") for mark in marks[1:]),
        help="keep one version, and take the lines that begin with `<<<<<<<`, `=======` and "
        "`>>>>>>>` out",
    )


def empty_file(file: SourceFile) -> Diagnostic:
    """Nothing but comments and blank lines."""
    return Diagnostic(
        code="empty-file",
        message=f"the file {'has nothing but comments' if file.text.strip() else 'is empty'}",
        span=file.head,
        help="write the record as `key: value` lines, or delete the file",
    )


def not_a_map(node: Node) -> Diagnostic:
    """A list or a text where a record is due."""
    found = "a text" if isinstance(node, Scalar) else "a list"
    return Diagnostic(
        code="not-a-map",
        message=f"the file holds {found} where `key: value` lines are due",
        span=first_line(node.span),
        help="one record stands in one file, its keys at the very left",
    )


def second_document(span: Span) -> Diagnostic:
    """A line that ends one document and begins another."""
    return Diagnostic(
        code="second-document",
        message="a second document begins here",
        span=span,
        help="one record stands in one file; take the line out or make a second file",
    )


def directive(span: Span) -> Diagnostic:
    """`%YAML` or `%TAG` before the record."""
    return Diagnostic(
        code="yaml-syntax",
        message="a directive to the YAML reader",
        span=span,
        help="take out the lines that begin with `%`",
    )


def too_deep(span: Span) -> Diagnostic:
    """Lists and maps nested without end."""
    return Diagnostic(
        code="too-deep",
        message="lists or maps are nested too deep to be read",
        span=span,
        help="look for brackets that were never closed; a record is a few levels deep",
    )


def alias(span: Span, uses: tuple[Span, ...] = ()) -> Diagnostic:
    """The first anchor or alias; where an anchor is used is a second place of the same fault."""
    found = span.text
    what = "gives the value a name" if found.startswith("&") else "stands for another value"
    return Diagnostic(
        code="alias",
        message=f"`{found}` {what}, and values are not shared",
        span=span,
        labels=tuple(Label(use, "used here") for use in uses),
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
    found = span.text
    return Diagnostic(
        code="tag",
        message=f"`{found}` names a type, and the field decides the type",
        span=span,
        help="leave it out; text that begins with `!` goes in quotes",
    )


def duplicate_key(*repeated: tuple[Scalar, Scalar]) -> Diagnostic:
    """Keys written twice in one map, each with the first of its name."""
    (key, first), *others = repeated
    names = dict.fromkeys(f"`{one.text}`" for one, _ in repeated)
    stand = "the key {} stands" if len(names) == 1 else "the keys {} stand"
    again = tuple(Label(one.span, "this too") for one, _ in others)
    return Diagnostic(
        code="duplicate-key",
        message=f"{stand.format(', '.join(names))} here a second time",
        span=key.span,
        labels=(Label(first.span, "first here"), *again),
        help="keep one of each, or name them apart; or the line that began a map is lost above"
        if others
        else "keep one of the two, or name them apart; or a line is lost between them",
    )


def key_not_text(key: Node) -> Diagnostic:
    """A list, a map or nothing at all before the colon."""
    return Diagnostic(
        code="key-not-text",
        message=f"{'an empty key' if isinstance(key, Scalar) else 'a list or map as a key'}",
        span=first_line(key.span),
        help="write `key: value` with a word as the key",
    )


def template(span: Span) -> Diagnostic:
    """Prose that begins with a reference to a fact, so that YAML takes it for a map."""
    return Diagnostic(
        code="yaml-syntax",
        message="a text cannot begin with `{{`",
        span=span.file.span(span.start - 1, span.start + 1),
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


def first_line(span: Span) -> Span:
    """As much of a span as stands on its first line, so that it can be shown."""
    found = span.text.partition("\n")[0].rstrip()
    return span.file.span(span.start, span.start + len(found))
