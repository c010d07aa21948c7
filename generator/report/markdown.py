"""Markdown in which text stays text, whoever wrote it, and diagnostics for the summary of a run."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from textwrap import indent

from generator.counting import counted
from generator.diagnostics import Diagnostic
from generator.report import terminal

LEAD = """\
### What is wrong

GitHub shows at most ten errors and ten warnings on their lines. Here all stand.

"""
# GitHub takes a mebibyte, and shows nothing of a summary that is longer.
MOST = 1_000_000
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


def render(diagnostics: Iterable[Diagnostic]) -> str:
    """All messages, indented as code, up to the longest comment accepted; empty without any."""
    blocks = [indent(terminal.block(one), "    ") for one in diagnostics]
    shown = list(taken(blocks))
    left = len(blocks) - len(shown)
    more = f"\n{counted(left, 'more message')} would be too long: `make check` tells all.\n"
    return "".join((LEAD, "\n".join(shown), more if left else "")) if blocks else ""


def taken(blocks: Iterable[str]) -> Iterator[str]:
    """The first of them that are not too long together."""
    size = 0
    for block in blocks:
        size += len(block.encode()) + 1
        if size > MOST:
            return
        yield block


def plain(words: str) -> str:
    """Text on one line that nothing is made of; it reads as it was."""
    shown = " ".join(words.split()).translate(TURNING)
    line = OPENING.sub(rf"\g<0>{BREAK}", shown)
    return COMMIT.sub(broken, ISSUE.sub(BREAK, line)).translate(SIGNS)


def broken(found: re.Match[str]) -> str:
    """A run of digits in pieces that are too short for a commit."""
    return SHORT.sub(rf"\g<0>{BREAK}", found[0])


def code(path: str) -> str:
    """An address as code, where it is one of ours; else as the text that it is."""
    return f"`{path}`" if PATH.fullmatch(path) else plain(path)
