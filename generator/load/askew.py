"""Lines that stand where they cannot, for their depth or for what they lack, put into words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.counting import counted
from generator.diagnostics import Diagnostic, Label
from generator.load.faults import syntax
from generator.load.lines import depth, end_of_line, line_above, line_of, text_of
from generator.source import SourceFile, Span

ALIGN = "give it the indentation of the lines that it belongs to"
# A key with its value, or an item.
HOLDS = re.compile(r":\s+\S|^ *- ")
# What stands for a key that is lost.
SOME = "some-key"
# Lines that begin no item, above one that does and stands as deep.
UNDASHED = re.compile(r"( *)(?!- )[\w“‘-](?:(?!: ).)*\n(?:\1(?!- )[\w“‘-](?:(?!: ).)*\n)*\1- ")
ENTRY = re.compile(r"- |[\w-]+:(?:\s|$)")


@dataclass(frozen=True, slots=True)
class Unfit(Diagnostic):
    """A line that fits none of those above it, for its depth or for what it lacks."""


@dataclass(frozen=True, slots=True)
class Deeper(Diagnostic):
    """A line too deep for the one that its first label is at, unless some between them are lost."""


@dataclass(frozen=True, slots=True)
class Askew(Diagnostic):
    """A line less deep than those below it, which it was most likely meant to stand beside."""


@dataclass(frozen=True, slots=True)
class Lost(Diagnostic):
    """Something that has lost its key, which nobody knows by the text alone."""

    def named(self, key: str) -> Diagnostic:
        """The same, with the key that it may have had."""
        return replace(self, help=self.help.replace(SOME, key))


def unfit(
    line: Span, message: str = "the indentation of this line fits none of the lines above"
) -> Unfit:
    """A line of which those above say nothing, or which stands less deep than all of them."""
    return Unfit("yaml-syntax", message, line, help=ALIGN)


def no_entry(line: Span) -> Diagnostic:
    """A line that is not `key: value`."""
    help = "write `key: value`; a text that goes on stands deeper than its key"
    if re.match(r"-\w", line.text):
        help = "write a space after the hyphen"
    elif is_item(line):
        help = "begin it with `- `, as the items above, or with its key"
    elif "\uff1a" in line.text:
        help = "write `: `, with a space, in place of the wide colon `\uff1a`"
    elif re.match(r"[\w-]+:\S", line.text):
        help = "write a space after the colon"
    elif found := re.match(r"([\w-]+)\s*([|>][-+]?|\[|{(?!{))", line.text):
        help = f"write `{found[1]}: {found[2]}`, with a colon and a space"
    return syntax(line, "a line that is not `key: value`", help)


def is_item(line: Span) -> bool:
    """Whether a line stands as deep as an item of a list right above it."""
    above = line_above(line.file, line.start)
    written = text_of(line.file, above) if above is not None else ""
    own = text_of(line.file, line.start)
    return written.lstrip().startswith("- ") and depth(written) == depth(own)


def unkeyed(line: Span, after: Span) -> Diagnostic:
    """A map or list in brackets at the very left, with more of the record behind it."""
    help = f"write its key, as in `some-key: {line.text[0]}`, or put all of the record inside"
    label = Label(after, "the record goes on here")
    return syntax(line, "a map or list without a key", help, (label,))


def deeper(line: Span, above: Span) -> Deeper:
    """A line that stands deeper than one above, which has its value."""
    label = Label(above, "this has its value already")
    help = f"{ALIGN}; or the line that began them is lost above"
    message = "the line is deeper than the one above"
    return Deeper("yaml-syntax", message, line, labels=(label,), help=help)


def text_begin(file: SourceFile, offset: int) -> int:
    """An offset on the line where a text begins that goes on up to a line."""
    while not HOLDS.search(text_of(file, offset)):
        above = line_above(file, offset)
        if above is None or text_of(file, above).rstrip().endswith(":"):
            break
        if HOLDS.search(text_of(file, above)) and depth_at(file, offset) <= depth_at(file, above):
            # What goes on with a text stands deeper than its key.
            break
        offset = above
    return offset


def depth_at(file: SourceFile, offset: int) -> int:
    """How deep the line of an offset stands."""
    return depth(text_of(file, offset))


def askew(file: SourceFile, offset: int, others: Iterable[int] = ()) -> Askew:
    """A line that would fit, some spaces more or less, with those below it; and others with it."""
    labels = beside(file, others)
    message = "the indentation of this line fits none of the lines below"
    lost = "; or the line that began them, such as `some-key:`, is lost above" if labels else ""
    return Askew("yaml-syntax", message, line_of(file, offset), labels=labels, help=ALIGN + lost)


def beside(file: SourceFile, others: Iterable[int]) -> tuple[Label, ...]:
    """The lines of some offsets, which stand as another one does."""
    return tuple(Label(line_of(file, other), "this too") for other in others)


def headless(file: SourceFile, offset: int) -> Lost:
    """A line that belongs below a key, as those below it do, where there is none."""
    line = line_of(file, offset)
    help = f"write the line that began them, such as `{began(line)}`; or g{ALIGN[1:]}"
    message = "this line and those below it stand deeper, and none above begins them"
    return Lost("yaml-syntax", message, line, help=help)


def began(line: Span) -> str:
    """The line that may have begun a map or a text, which is lost, by the first of it."""
    return f"{SOME}:" if ENTRY.match(line.text) else f"{SOME}: >-"


def beheaded(file: SourceFile, offset: int) -> Lost:
    """A line that belongs below a key that is lost, as those below it do, and not where it is."""
    line = line_of(file, offset)
    help = f"write the line that began them, such as `{began(line)}`"
    message = "this line and those below it belong below a key, and its line is lost above"
    return Lost("missing-key", message, line, help=help)


def keyless(file: SourceFile, offset: int) -> Lost:
    """A value that stands where its key is due as well."""
    help = f"write its key before it, as in `{SOME}: ...`"
    return Lost("missing-key", "a value without its key", line_of(file, offset), help=help)


def inlined(file: SourceFile, offset: int) -> Lost:
    """What stands behind the key of a map that goes on below."""
    line = line_of(file, offset)
    key, value = line.text.partition(":")[0], file.span(offset, line.end)
    help = f"write it below `{key}:` with its own key, as in `{SOME}: ...`"
    message = f"a value stands behind `{key}`, and keys stand below it"
    return Lost("yaml-syntax", message, value, help=help)


def misplaced(file: SourceFile, offset: int, by: int, others: Iterable[int] = ()) -> Diagnostic:
    """A line that can be read, and belongs `by` so many spaces further right; others with it."""
    labels, spaces = beside(file, others), counted(abs(by), "space")
    where, how = ("too deep", "fewer") if by < 0 else ("too far left", "more")
    begin = "begin it and each line marked" if labels else "begin it"
    return Diagnostic(
        code="wrong-depth",
        message=f"this line stands {spaces} {where}",
        span=line_of(file, offset),
        labels=labels,
        help=f"{begin} with {spaces} {how}",
    )


def unfolded(file: SourceFile, offset: int) -> Diagnostic:
    """A key with a text on the lines below it that YAML cannot take for one, or with items."""
    line, start = line_of(file, offset), end_of_line(file.text, offset)
    if UNDASHED.match(file.text, start):
        first = line_of(file, start)
        sign = "a space after the hyphen" if first.text.startswith("-") else "`- ` before it"
        return syntax(first, "a line without `- ` before the items of a list", f"write {sign}")
    help = f"write `{line.text} >-`, or put the whole text in quotes"
    return syntax(line, "a text on the lines below its key, and nothing that begins it", help)


def dashed(file: SourceFile, offset: int) -> Diagnostic:
    """A key that has become an item of a list."""
    help = "take the `- ` out, or give it the indentation of its list, below a key"
    return syntax(line_of(file, offset), "an item of a list among the keys of a map", help)


def is_same(one: Diagnostic, other: Diagnostic) -> bool:
    """Whether two faults tell the same of the same place."""
    return (one.span.start, one.message) == (other.span.start, other.message)


def is_other(one: Diagnostic, other: Diagnostic) -> bool:
    """Whether one of two faults of a line is that it stands askew, and the other one is not."""
    return isinstance(one, Unfit) != isinstance(other, Unfit)
