"""What YAML allows and a file of facts may not hold, put into words."""

from __future__ import annotations

import re

from generator.diagnostics import Diagnostic, Label
from generator.source import SourceFile, Span
from generator.yaml.tokens import first_line

# A record has a few kilobytes; what is a hundred times larger was put here by mistake.
LIMIT = 500_000
LONGEST_LIST = 2_000
CONFLICT = re.compile(r"^(?:<{7} .*|={7}|>{7} .*)\r?$", re.MULTILINE)
# By its code: the message, with what was found in the place of `FOUND`, and what would be right.
WORDS = {
    "alias": (
        "`FOUND` is a name for a value, and values are not shared",
        "write the value out in each place; text that begins with `&` or `*` goes in quotes",
    ),
    "empty-file": (
        "the file FOUND",
        "write the record as `key: value` lines, or delete the file",
    ),
    "file-too-large": ("FOUND", "one record stands in one file; data in bulk belongs elsewhere"),
    "key-not-text": ("FOUND as a key", "write `key: value` with a word as the key"),
    "merge-key": ("`<<` merges another map into this one", "write the keys out here"),
    "not-a-map": (
        "the file holds FOUND where `key: value` lines are due",
        "one record stands in one file, its keys at the very left",
    ),
    "second-document": (
        "a second document begins here",
        "one record stands in one file; take the line out or make a second file",
    ),
    "tag": (
        "`FOUND` names a type, and the field decides the type",
        "leave it out; text that begins with `!` goes in quotes",
    ),
    "too-deep": (
        "lists or maps are nested too deep to be read",
        "look for brackets that were never closed; a record is a few levels deep",
    ),
}


def refusal(code: str, span: Span, found: str = "") -> Diagnostic:
    """The message for something that is refused, at its first line."""
    message, help = WORDS[code]
    return Diagnostic(
        code, message.replace("FOUND", found or span.text), first_line(span), help=help
    )


def too_large(path: str, size: int) -> Diagnostic:
    """A file that is not read."""
    found = f"the file has {size:,} bytes, more than the {LIMIT:,} that are read"
    return refusal("file-too-large", SourceFile(path, "").head, found)


def too_long(span: Span) -> Diagnostic:
    """A list that is not read to its end."""
    return refusal("file-too-large", span, f"a list with more than {LONGEST_LIST:,} entries")


def merge_conflict(file: SourceFile) -> Diagnostic | None:
    """The marks of two versions between which nobody has chosen yet, if a file has any."""
    mark = CONFLICT.search(file.text)
    return mark and Diagnostic(
        "yaml-syntax",
        "two versions stand here side by side, as `git` left them",
        file.span(*mark.span()),
        help="keep one version, and take the lines that begin with `<<<<<<<`, `=======` and "
        "`>>>>>>>` out",
    )


def duplicate_key(key: Span, first: Span) -> Diagnostic:
    """A key written twice in one map."""
    return Diagnostic(
        "duplicate-key",
        f"the key `{key.text}` stands here a second time",
        key,
        labels=(Label(first, "first here"),),
        help="keep one of the two, or name them apart; or a line is lost between them",
    )


def unclosed_quote(file: SourceFile, start: int) -> Diagnostic:
    """A text in quotes that runs on to the end, or into the next key."""
    quote = file.text[start]
    return Diagnostic(
        "unclosed-quote",
        f"the quote `{quote}` opens here and is not closed before the next line",
        first_line(file.span(start, len(file.text))),
        help=f"close it with `{quote}`; text that goes on stands deeper than its key",
    )
