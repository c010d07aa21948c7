"""Files of a briefing changed by chance: their bytes, tokens and structure, and calls in prose.

A change says what bytes stand at a path below the briefing's folder, or None where nothing does.
Each maker takes the sound files, and changes one or two of them.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePosixPath
from random import Random
from typing import Any

import yaml

from tests.fuzz.pieces import PIECES
from tests.hostile.payloads import PAYLOADS

Files = Mapping[str, bytes]
Changes = dict[str, bytes | None]
# A file may have half a megabyte; here each stays far below.
LARGE = 20_000
BYTES = [bytes.fromhex(one) for one in PIECES["bytes"]] + [one.encode() for one in PIECES["signs"]]
HOSTILE = [text for _, text in PAYLOADS.values()]
# A word or number, white space, or a single sign.
TOKEN = re.compile(r"[\w.]+|\s+|[^\w\s]")
SUFFIXES = (".yaml", ".yaml", ".yml", ".md", "", ".YAML", ".yaml~", ".json")
# Around a reference; most often it is as it should be.
BRACES = (*(("{{ ", " }}"),) * 5, ("{{", "}"), ("{", "}}"), ("{{-", "-}}"))


def of_bytes(chance: Random, files: Files) -> Changes:
    """A file in which a few pieces are other bytes."""
    path, other = (chance.choice([*files]) for _ in range(2))
    raw = files[path]
    for _ in range(chance.randint(1, 4)):
        start, end = sorted(chance.randint(0, len(raw)) for _ in range(2))
        near = min(end, start + chance.choice((1, 4, 40, 4_000)))
        piece = chance.choice(BYTES_FOR)(chance, raw[start:near], files[other])
        raw = (raw[:start] + piece + raw[near:])[: 2 * LARGE]
    return {path: raw}


BytesMaker = Callable[[Random, bytes, bytes], bytes]
BYTES_FOR: tuple[BytesMaker, ...] = (
    lambda chance, piece, other: b"",
    lambda chance, piece, other: piece + piece,
    lambda chance, piece, other: piece[::-1],
    lambda chance, piece, other: chance.choice(BYTES) + piece,
    lambda chance, piece, other: chance.choice(BYTES) * chance.choice((1, 2, 300)),
    lambda chance, piece, other: chance.randbytes(chance.randint(1, 8)) + piece,
    lambda chance, piece, other: bytes(b ^ 1 << chance.randrange(8) for b in piece[:2]) + piece[2:],
    lambda chance, piece, other: some(chance, other) + piece,
    lambda chance, piece, other: some(chance, piece) * chance.randint(2, 200),
    lambda chance, piece, other: piece.decode("utf-8", "replace").encode("utf-16"),
    lambda chance, piece, other: piece.replace(b"\n", chance.choice((b"\r\n", b"\r", b"\x85"))),
    lambda chance, piece, other: re.sub(rb"\d", "\uff15".encode(), piece),
)


def some(chance: Random, raw: bytes) -> bytes:
    """A short piece of some bytes."""
    start = chance.randint(0, len(raw))
    return raw[start : start + chance.randint(1, 60)]


def of_tokens(chance: Random, files: Files) -> Changes:
    """A file in which a few tokens are lost, doubled, exchanged or others."""
    path, other = (chance.choice([*files]) for _ in range(2))
    tokens, others = (TOKEN.findall(files[name].decode()) for name in (path, other))
    for _ in range(chance.randint(1, 5)):
        at, to = (chance.randrange(len(tokens)) for _ in range(2))
        new = chance.choice(chance.choice((others, PIECES["scalars"], PIECES["signs"])))
        match chance.randrange(6):
            case 0:
                tokens[at] = ""
            case 1:
                tokens[at] *= chance.choice((2, 2, 3, 200))
            case 2:
                tokens[at], tokens[to] = tokens[to], tokens[at]
            case 3:
                tokens[at] = new
            case 4:
                tokens[at] += new
            case _:
                tokens[at:at] = tokens[min(at, to) : min(at, to) + 20]
    return {path: "".join(tokens).encode("utf-8", "surrogatepass")[:LARGE]}


@dataclass(frozen=True)
class Slot:
    """A place in a tree of YAML nodes: a value of a map or an item of a list."""

    holder: list[Any]
    at: int

    @property
    def node(self) -> yaml.Node:
        """What stands there."""
        held = self.holder[self.at]
        return held[1] if isinstance(held, tuple) else held

    def put(self, node: yaml.Node) -> None:
        """Let another node stand there."""
        held = self.holder[self.at]
        self.holder[self.at] = (held[0], node) if isinstance(held, tuple) else node

    def put_key(self, node: yaml.Node) -> None:
        """Give the value of a map another key."""
        held = self.holder[self.at]
        self.holder[self.at] = (node, held[1]) if isinstance(held, tuple) else node


def slots(node: yaml.Node) -> Iterator[Slot]:
    """Every place in a tree, the outer ones first."""
    for at, held in enumerate(node.value if isinstance(node, yaml.CollectionNode) else ()):
        yield Slot(node.value, at)
        yield from slots(held[1] if isinstance(held, tuple) else held)


def tree_of(raw: bytes) -> yaml.Node:
    """The nodes of a file, none of a type."""
    node: yaml.Node = yaml.compose(raw, Loader=yaml.BaseLoader)
    return node


def written(tree: yaml.Node) -> bytes:
    """A tree as text, each of its scalars as it is read."""
    text: str = yaml.serialize(tree, Dumper=yaml.BaseDumper, allow_unicode=True)
    return text.encode()


def scalar(text: str) -> yaml.Node:
    return yaml.ScalarNode("tag:yaml.org,2002:str", text)


def listed(nodes: list[yaml.Node]) -> yaml.Node:
    return yaml.SequenceNode("tag:yaml.org,2002:seq", nodes)


def mapped(pairs: list[tuple[yaml.Node, yaml.Node]]) -> yaml.Node:
    return yaml.MappingNode("tag:yaml.org,2002:map", pairs)


def facts(files: Files) -> list[str]:
    return [path for path in files if path.endswith(".yaml")]


def of_structure(chance: Random, files: Files) -> Changes:
    """Files in which nodes stand elsewhere, are of another type or have another key.

    Most keep their shape, since what is judged last is only reached by what can be read.
    """
    change = chance.choice((moved_file, of_shape, *(of_values,) * 6))
    return change(chance, files)


def of_shape(chance: Random, files: Files) -> Changes:
    """A file in which nodes stand where nobody awaits them."""
    path, other = (chance.choice(facts(files)) for _ in range(2))
    tree, donor = tree_of(files[path]), [*slots(tree_of(files[other]))]
    for _ in range(chance.randint(1, 3)):
        slot = chance.choice([*slots(tree)] or [Slot([scalar("")], 0)])
        chance.choice(STRUCTURE)(chance, slot, deepcopy(chance.choice(donor)))
    return {path: written(tree)}


def moved_file(chance: Random, files: Files) -> Changes:
    """A file that stands in another folder, has another name, exists twice or is gone."""
    path, other = (chance.choice([*files]) for _ in range(2))
    place = PurePosixPath(chance.choice((path, other)))
    name = chance.choice([place.stem, *PIECES["names"]]) + chance.choice(SUFFIXES)
    new = PurePosixPath(other).with_name("x").parent / name.strip("/")
    gone: Changes = {path: None} if chance.random() < 0.5 else {}
    return gone if chance.random() < 0.2 and gone else {**gone, str(new): files[path]}


def retyped(chance: Random, slot: Slot, other: Slot) -> None:
    """A text becomes a list or map, a map a list, a list a map, and each may become nothing."""
    node = slot.node
    if isinstance(node, yaml.MappingNode):
        new = listed([value for _, value in node.value])
    elif isinstance(node, yaml.SequenceNode):
        new = mapped([(scalar(str(n)), one) for n, one in enumerate(node.value)])
    else:
        key = chance.choice(("value", "text", "x", "witnesses"))
        new = chance.choice((listed([node]), listed([]), mapped([(scalar(key), node)]), mapped([])))
    slot.put(new)


def sunk(chance: Random, slot: Slot, other: Slot) -> None:
    """A node lies below many lists or maps."""
    node = slot.node
    for _ in range(chance.choice((1, 3, 30, 120))):
        node = listed([node]) if chance.random() < 0.5 else mapped([(scalar("x"), node)])
    slot.put(node)


def doubled(chance: Random, slot: Slot, other: Slot) -> None:
    """A key stands twice in its map, or an item in its list, perhaps with another value."""
    slot.holder.insert(chance.randint(0, len(slot.holder)), deepcopy(slot.holder[slot.at]))
    if chance.random() < 0.5:
        slot.put(other.node)


def many(chance: Random, slot: Slot, other: Slot) -> None:
    """A map has a node under many keys, or a list holds it many times."""
    held = slot.holder[slot.at]
    for n in range(chance.choice((2, 20, 200))):
        new = (scalar(f"k{n}"), held[1]) if isinstance(held, tuple) else held
        slot.holder.append(deepcopy(new))


def of_values(chance: Random, files: Files) -> Changes:
    """A few files in which keys have the values that they have elsewhere, or odd ones."""
    known, found = by_key(tuple(files.items())), Changes()
    for path in chance.sample(facts(files), chance.choice((1, 1, 1, 2, 4))):
        tree, kind = tree_of(files[path]), PurePosixPath(path).parent.name
        for _ in range(chance.randint(1, 3)):
            key, slot = chance.choice([*keyed(tree)])
            exchange(chance, slot, known[kind, key])
        found[path] = written(tree)
    return found


def exchange(chance: Random, slot: Slot, others: list[yaml.Node]) -> None:
    """Give a key a value that it has elsewhere, or an odd one; a map more keys; or take it out."""
    node, what = slot.node, chance.random()
    # What an earlier exchange has put there may read like no other.
    alike = [one for one in others if form(one) == form(node)] or others
    donor = deepcopy(chance.choice(alike))
    if what < 0.1 and len(slot.holder) > 1:
        del slot.holder[slot.at]
    elif what < 0.3 and isinstance(node, yaml.ScalarNode):
        slot.put(scalar(chance.choice(PIECES[form(node)])))
    elif what < 0.6 and node.id == donor.id == "mapping":
        names = {name.value for name, _ in node.value}
        node.value += [pair for pair in donor.value if pair[0].value not in names]
    else:
        slot.put(donor)


# How values read, and what `pieces.yaml` has that is odd in their place.
FORMS = {r"\d{4}(-\d\d)*.*": "days", r"[+-]?\d[\d.,]*%?": "numbers", r"(?s).*": "words"}


def form(node: yaml.Node) -> str:
    """How a value reads, if it is one."""
    if not isinstance(node, yaml.ScalarNode):
        return str(node.id)
    return next(name for pattern, name in FORMS.items() if re.fullmatch(pattern, node.value))


@lru_cache(maxsize=2)
def by_key(files: tuple[tuple[str, bytes], ...]) -> dict[tuple[str, str], list[yaml.Node]]:
    """All that stands under each key in the files of each folder."""
    found: dict[tuple[str, str], list[yaml.Node]] = {}
    for path, raw in files:
        for key, slot in keyed(tree_of(raw)) if path.endswith(".yaml") else ():
            found.setdefault((PurePosixPath(path).parent.name, key), []).append(slot.node)
    return found


def keyed(node: yaml.Node, key: str = "") -> Iterator[tuple[str, Slot]]:
    """Every place in a tree with the key that it stands under; an item has that of its list."""
    for at, held in enumerate(node.value if isinstance(node, yaml.CollectionNode) else ()):
        slot = Slot(node.value, at)
        own = held[0].value if isinstance(held, tuple) else key
        yield own, slot
        yield from keyed(slot.node, own)


def key_of(slot: Slot) -> yaml.Node:
    held = slot.holder[slot.at]
    return held[0] if isinstance(held, tuple) else scalar("x")


StructureMaker = Callable[[Random, Slot, Slot], None]
STRUCTURE: tuple[StructureMaker, ...] = (
    lambda chance, slot, other: slot.put(other.node),
    lambda chance, slot, other: slot.put(scalar(chance.choice(PIECES["scalars"]))),
    lambda chance, slot, other: slot.put_key(key_of(other)),
    lambda chance, slot, other: slot.put_key(scalar(chance.choice(PIECES["scalars"]))),
    lambda chance, slot, other: (
        slot.holder.append(other.holder[other.at])
        if isinstance(other.holder[other.at], tuple) == isinstance(slot.holder[slot.at], tuple)
        else slot.put(other.node)
    ),
    lambda chance, slot, other: slot.holder.__delitem__(slot.at),
    lambda chance, slot, other: chance.shuffle(slot.holder),
    retyped,
    sunk,
    doubled,
    many,
)


def of_calls(chance: Random, files: Files) -> Changes:
    """A page, or a text of a record, with references, Markdown and what strangers write."""
    pages = [path for path in files if path.endswith(".md")]
    prose = [path for path in facts(files) if "/points/" in path or "/charts/" in path]
    path = chance.choice((chance.choice(pages), chance.choice(prose), chance.choice(facts(files))))
    words = woven(chance, files)
    if path in pages:
        text = files[path].decode()
        at = chance.choice((0, len(text), text.find("\n\n") + 2, chance.randint(0, len(text))))
        return {path: f"{text[:at]}{words}{text[at:]}".encode()}
    tree = tree_of(files[path])
    slot = chance.choice([one for one in slots(tree) if isinstance(one.node, yaml.ScalarNode)])
    slot.put(scalar(chance.choice((slot.node.value + words, words + slot.node.value, words))))
    return {path: written(tree)}


def woven(chance: Random, files: Files) -> str:
    """Some pieces of prose beside or around each other."""
    pieces = []
    for _ in range(chance.randint(1, 6)):
        listed = (PIECES["statements"], PIECES["markdown"], HOSTILE, [call(chance, files)])
        pieces.append(chance.choice(chance.choice(listed)) * chance.choice((1, 1, 1, 2, 40)))
        pieces.append(chance.choice(("", " ", "\n", "\n\n", "\n    ", "a")))
    return "".join(pieces)


def call(chance: Random, files: Files) -> str:
    """A reference, most often one that can be read."""
    id_ = PurePosixPath(chance.choice([*files])).stem
    below = chance.choice(("", "", ".date", ".parts.rate", ".", "..", "#q", " ", '"', "\\n"))
    quote = chance.choice(('"', '"', '"', "'", "\u201c", ""))
    form = f", {quote}{chance.choice(PIECES['forms'])}{quote}" if chance.random() < 0.4 else ""
    inside = f"{chance.choice(PIECES['functions'])}({quote}{id_}{below}{quote}{form})"
    opening, end = chance.choice(BRACES)
    return f"{opening}{inside}{chance.choice(('', '', '', '|safe', '.x', ' + 1', '()'))}{end}"
