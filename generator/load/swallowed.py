"""What a text has taken in with the lines that it goes on over: a key, or an item of a list.

YAML stops at one that is as deep as the text's own key, and lets a deeper one pass.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from generator.diagnostics import Diagnostic
from generator.load.askew import deeper, no_entry
from generator.load.lines import line_of, start_of_line
from generator.source import SourceFile

# An item of a list, where a text goes on.
ITEM = re.compile(r"\n *(- )")
# A key without its colon or its space, at the beginning of a line that goes on with a text.
GOES_ON = re.compile(r"^ *([\w-]+)(?::(?=[^\s/])|\s*[\uff1a;=])", re.MULTILINE)


def swallowed(
    file: SourceFile, text: str, extent: tuple[int, int], keys: Collection[str]
) -> Diagnostic | None:
    """The first line of a text, from where to where it stands, that is no part of one."""
    begin, end = extent
    # What begins on its own line is the first item of a list, without its hyphen.
    is_own = not text[start_of_line(text, begin) : begin].strip()
    if not is_own and (found := ITEM.search(text, begin, end)):
        return deeper(line_of(file, found.start(1)), line_of(file, begin))
    # Where it begins on the line of its key, that line is an entry.
    for found in GOES_ON.finditer(text, start_of_line(text, begin) if is_own else begin, end):
        if found[1] in keys:
            return no_entry(line_of(file, found.start(1)))
    return None
