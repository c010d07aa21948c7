"""What is refused as it is read: characters that nobody sees, tabs, and what YAML has besides."""

import re
import unicodedata
from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Fix, Label
from generator.limits import BYTES, LEVELS, Limit
from generator.source import SourceFile, Span
from generator.yaml.nodes import first_line

# Controls, fillers, joiners, marks of direction, separators of lines, surrogates, private use,
# and what stands for lost text. A carriage return is allowed where it ends a line with a newline.
HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ud800-\uf8ff\ufdd0-\ufdef\ufeff\uffa0"
    "\ufff0-\uffff\U000e0000-\U000e00ff\U000f0000-\U0010ffff]|\r(?!\n)"
)
# Spaces that YAML takes for letters, where only a real space gives the structure.
ODD_SPACE = re.compile(
    r"^([ -]*(?:\w[\w-]*:)?)[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]", re.MULTILINE
)
# Around a key or a text, where they are taken for a part of it.
ODD_SPACES = "".join(map(chr, (0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)))
# All that a line begins with, where a tab is among it.
TAB_INDENT = re.compile(r"^[ -]*(\t)[ \t]*", re.MULTILINE)
# Whoever has seen so many places knows where the others are.
SHOWN = 20
BYTE_ORDER_MARK = "\ufeff"
# Both shape the letters of some scripts, so an escape that can be seen is let through.
JOINERS = "\u200c\u200d"
NAMES = {"\x00": "null", "\r": "carriage return", "\x1b": "escape", "\x85": "next line"}
ESCAPE = re.compile(r"\\(?:x(HH)|u(HHHH)|U(HHHHHHHH)|(.))".replace("H", "[0-9a-fA-F]"), re.DOTALL)
SHORT_ESCAPES = {"0": "\0", "a": "\a", "b": "\b", "e": "\x1b", "f": "\f", "v": "\v", "r": "\r"}
SHORT_ESCAPES |= {"N": "\x85", "L": "\u2028", "P": "\u2029"}


def check(file: SourceFile) -> Iterator[Diagnostic]:
    """The first hidden character."""
    found = HIDDEN.search(file.text)
    if not found:
        return
    char, span = found[0], file.span(found.start(), found.start() + 1)
    if char == BYTE_ORDER_MARK and not span.start:
        message = "the file begins with a byte order mark, U+FEFF"
        help, fix = "save it as UTF-8 without a byte order mark", Fix("", safe=True)
        yield Diagnostic("byte-order-mark", message, span, help=help, fix=fix)
        return
    count = file.text.count(char)
    more = f", {count} times in this file" if count > 1 else ""
    what = "stands for lost text" if char == "\ufffd" else "does not show"
    help = "delete it; a plain space or a new line may be what was meant"
    if char == "\ufffd":
        help = "put back the character that was here"
    elif char in JOINERS:
        help = f"where the letters need it, write `\\u{ord(char):04x}` inside double quotes"
    message = f"a character that {what}: {name(char)}{more}"
    yield Diagnostic("control-character", message, span, help=help)


def check_structure(file: SourceFile) -> Iterator[Diagnostic]:
    """Tabs, and the first space that only looks like one, where YAML asks for real ones."""
    yield from tab(file)
    if found := ODD_SPACE.search(file.text):
        yield _odd_space(file, found.end() - 1)


def check_ends(span: Span) -> Iterator[Diagnostic]:
    """A space that only looks like one, before or behind a key or text without quotes."""
    text = span.text
    if text != text.lstrip(ODD_SPACES):
        yield _odd_space(span.file, span.start)
    elif text != (kept := text.rstrip(ODD_SPACES)):
        yield _odd_space(span.file, span.start + len(kept))


def check_escapes(span: Span) -> Iterator[Diagnostic]:
    """Hidden characters that a text in double quotes writes as escapes."""
    for match in ESCAPE.finditer(span.file.text, span.start, span.end):
        digits = match[1] or match[2] or match[3]
        char = chr(int(digits, 16)) if digits else SHORT_ESCAPES.get(match[4], "")
        if char not in JOINERS and HIDDEN.fullmatch(char):
            message = f"`{match[0]}` is a character that does not show: {name(char)}"
            help = "leave it out; readers, search and PDF could not show it either"
            place = span.file.span(*match.span())
            yield Diagnostic("control-character", message, place, help=help)


def name(char: str) -> str:
    """What to call a character that cannot be shown: its code point and its name."""
    called = unicodedata.name(char, NAMES.get(char, "")).lower()
    return f"U+{ord(char):04X} {called}".rstrip()


def _odd_space(file: SourceFile, offset: int) -> Diagnostic:
    message = f"a space that YAML takes for a letter: {name(file.text[offset])}"
    help, span = "put a plain space in its place", file.span(offset, offset + 1)
    return Diagnostic("control-character", message, span, help=help)


def tab(file: SourceFile) -> Iterator[Diagnostic]:
    """Tabs in a file whose structure is made of spaces, in one message with their lines."""
    indents = [found.start(1) for found in TAB_INDENT.finditer(file.text)]
    first = indents[0] if indents else file.text.find("\t")
    count = file.text.count("\t")
    more = f", one of {count} tabs in this file" if count > 1 else ""
    message = f"a tab in the {'indentation' if indents else 'text'}{more}"
    help = "indent with two spaces a level" if indents else "write a space"
    labels = tuple(Label(file.span(at, at + 1), "here too") for at in indents[1:SHOWN])
    if count:
        yield Diagnostic("tab", message, file.span(first, first + 1), labels=labels, help=help)


CONFLICT = re.compile(r"^(?:<{7} .*|={7}|>{7} .*)\r?$", re.MULTILINE)
# By its code: the message, with what was found in the place of `FOUND`, and what would be right.
WORDS = {
    "alias": (
        "`FOUND` is a name for a value, and values are not shared",
        "write the value out in each place; text that begins with `&` or `*` goes in quotes",
    ),
    "empty-file": ("the file FOUND", "write the record as `key: value` lines, or delete the file"),
    "key-not-text": ("FOUND as a key", "write `key: value` with a word as the key"),
    "merge-key": ("`<<` merges another map into this one", "write the keys out here"),
    "not-a-map": (
        "the file has FOUND where `key: value` lines are expected",
        "write one record in one file, its keys at the very left",
    ),
    "second-document": (
        "a second document begins here",
        "write one record in one file; take the line out or make a second file",
    ),
    "tag": (
        "`FOUND` names a type, and the field decides the type",
        "leave it out; text that begins with `!` goes in quotes",
    ),
}


def refusal(code: str, span: Span, found: str = "") -> Diagnostic:
    """The message for something that is refused, at its first line."""
    message, help = WORDS[code]
    return Diagnostic(
        code, message.replace("FOUND", found or span.text), first_line(span), help=help
    )


def too_large(limit: Limit, span: Span, size: int | None = None) -> Diagnostic:
    """A file that is not read, or not to its end."""
    told, place = limit.told(size), first_line(span)
    if limit is LEVELS:
        return Diagnostic("too-deep", told, place, help=limit.help)
    return Diagnostic("file-too-large", told, place, help=limit.help)


def too_many_bytes(path: str, size: int) -> Diagnostic:
    """A file that is not opened, or of which no text is made."""
    return too_large(BYTES, SourceFile(path, "").head, size)


def merge_conflict(file: SourceFile) -> Diagnostic | None:
    """The marks of two versions between which nobody has chosen yet, if a file has any."""
    mark = CONFLICT.search(file.text)
    return mark and Diagnostic(
        "yaml-syntax",
        "two versions are here side by side, as `git` left them",
        file.span(*mark.span()),
        help="keep one version, and take the lines that begin with `<<<<<<<`, `=======` and "
        "`>>>>>>>` out",
    )


def duplicate_key(key: Span, first: Span) -> Diagnostic:
    """A key written twice in one map."""
    return Diagnostic(
        "duplicate-key",
        f"the key `{key.text}` is here a second time",
        key,
        labels=(Label(first, "first here"),),
        help="keep one of the two, or give them different names; or a line is lost between them",
    )


def unclosed_quote(file: SourceFile, start: int) -> Diagnostic:
    """A text in quotes that runs on to the end, or into the next key."""
    quote = file.text[start]
    return Diagnostic(
        "unclosed-quote",
        f"the quote `{quote}` opens here and is not closed before the next line",
        first_line(file.span(start, len(file.text))),
        help=f"close it with `{quote}`; text that goes on begins deeper than its key",
    )
