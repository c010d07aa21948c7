"""The signs of a file in their order, for whoever puts its spaces right.

Refuses to judge: it is for files in which `load` found nothing wrong.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import yaml

from generator.source import SourceFile, Span

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
        # libyaml counts the blank lines that follow as part of the block.
        return Token("block", file.span(start, start + len(file.text[start:end].rstrip())))
    return Token(kind, file.span(start, end))
