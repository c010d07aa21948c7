"""The house style of a file of facts: its indentation, its spaces and its blank lines.

Refuses to change a value: what does not read as before is left as it was. Comments stay where they
are, and a file in which something is wrong is left to whoever mends it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from generator.edit.indentation import indentation
from generator.edit.spans import Replacement, changed
from generator.load import Mapping, Node, Scalar, load
from generator.load.tokens import Token, tokens
from generator.source import SourceFile

BLANKS = re.compile(r"[ \t]*")
COMMENT = re.compile(
    r"(?P<before>(?<=\S)[ \t]+|^[ \t]*)#(?P<gap>[ \t]*)(?P<next>\S?)", re.MULTILINE
)
TRAILING = re.compile(r"[ \t]+(?=\n|\Z)")
EMPTY = re.compile(r"(?<=\n)(?:[ \t]*\n){2,}")


def formatted(file: SourceFile) -> str | None:
    """The text in the house style; None where something is wrong with the file."""
    node, faults = load(file)
    if node is None or faults:
        return None
    text = file.text.replace("\r\n", "\n")
    for step in (indentation, spaces, lines):
        text = changed(text, step(SourceFile(file.path, text)))
    text = text.strip("\n") + "\n"
    again, faults = load(SourceFile(file.path, text))
    is_same = again is not None and not faults and values(again) == values(node)
    return text if is_same else file.text


def values(node: Node) -> object:
    """What a tree holds, without its places."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Mapping):
        return [(key, values(entry.value)) for key, entry in node.entries.items()]
    return [values(item) for item in node.items]


def spaces(file: SourceFile) -> Iterator[Replacement]:
    """One space after a colon, a comma or a dash, and none inside brackets or before a sign."""
    signs = (token for token in tokens(file) if token.span.start < token.span.end)
    for first, second in pairwise(signs):
        start, end = first.span.end, second.span.start
        wanted = gap(first, second)
        if wanted is not None and BLANKS.fullmatch(file.text, start, end):
            yield Replacement(start, end, wanted)


def gap(first: Token, second: Token) -> str | None:
    """What is due between two signs on one line; None where either may stand."""
    if second.kind in {"comma", "colon", "close"} or first.kind == "open":
        return ""
    return " " if first.kind in {"comma", "colon", "item"} else None


def lines(file: SourceFile) -> Iterator[Replacement]:
    """What stands between the texts: comments, the ends of lines, and blank lines."""
    texts = [token.span for token in tokens(file) if token.kind in {"scalar", "block"}]
    starts = [span.start for span in texts]
    for pattern, replace in ((COMMENT, comment), (TRAILING, nothing), (EMPTY, one_line)):
        # A sign within a comment is a word of it.
        said = 0
        for found in pattern.finditer(file.text):
            before = bisect_left(starts, found.end()) - 1
            if found.start() >= said and (before < 0 or texts[before].end <= found.start()):
                said = file.text.find("\n", found.end()) if pattern is COMMENT else said
                yield Replacement(*found.span(), replace(found))
            if said < 0:
                break


def comment(found: re.Match[str]) -> str:
    """A comment with a space after its sign, and two before it where something stands there.

    On a line of its own it may be set in: it may be facts that wait to be taken up.
    """
    if found["next"] in {"", "#", "!"}:
        return found[0]
    at_start = found.start() == 0 or found.string[found.start() - 1] == "\n"
    gap = found["gap"] if at_start and set(found["gap"]) == {" "} else " "
    return f"{found['before'] if at_start else '  '}#{gap}{found['next']}"


def nothing(found: re.Match[str]) -> str:
    """Nothing."""
    return ""


def one_line(found: re.Match[str]) -> str:
    """A single blank line."""
    return "\n"
