"""The signs of a file in their order, for whoever puts its spaces right.

Refuses to judge: it is for files in which `load` found nothing wrong.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import yaml

from generator.source import SourceFile, Span
from generator.yaml.lines import depth

Kind = Literal[
    "keys", "items", "end", "key", "item", "colon", "comma", "open", "close", "scalar", "block"
]
KINDS: dict[type[yaml.Token], Kind] = {
    yaml.BlockMappingStartToken: "keys",
    yaml.BlockSequenceStartToken: "items",
    yaml.BlockEndToken: "end",
    yaml.KeyToken: "key",
    yaml.BlockEntryToken: "item",
    yaml.ValueToken: "colon",
    yaml.FlowEntryToken: "comma",
    yaml.FlowMappingStartToken: "open",
    yaml.FlowSequenceStartToken: "open",
    yaml.FlowMappingEndToken: "close",
    yaml.FlowSequenceEndToken: "close",
    yaml.ScalarToken: "scalar",
}


@dataclass(frozen=True)
class Token:
    """A sign or a text.

    `keys` and `items` begin a block, `end` ends it, and all three are empty, as `key` mostly is;
    `block` is a text after `|` or `>`.
    """

    kind: Kind
    span: Span


def tokens(file: SourceFile) -> Iterator[Token]:
    """The tokens of a file that can be read."""
    for token in yaml.scan(file.text, Loader=yaml.CSafeLoader):
        kind = KINDS.get(type(token))
        if kind:
            yield _token(file, token, kind)


def _token(file: SourceFile, token: yaml.Token, kind: Kind) -> Token:
    start, end = token.start_mark.index, token.end_mark.index
    if kind == "scalar" and getattr(token, "style", None) in {"|", ">"}:
        return Token("block", file.span(start, start + len(without_rest(file.text[start:end]))))
    return Token(kind, file.span(start, end))


def without_rest(block: str) -> str:
    """A block without the blank lines behind it that are none of its text.

    libyaml counts them in. After `|+` they are text, and so is a line that stands deeper than the
    block, though it is blank.
    """
    head, *lines = block.removesuffix("\n").split("\n")
    if "+" not in head.partition("#")[0]:
        deep = min((depth(line) for line in lines if line.strip()), default=0)
        while lines and not lines[-1].strip() and len(lines[-1]) <= deep:
            lines.pop()
    return "\n".join((head, *lines))
