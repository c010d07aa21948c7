"""Where strangers may write: every text of the fixture briefing, and what is put there.

The models tell where text is free: what a model refuses keeps its own value. A place is a kind and
its keys; in all rounds together each place takes each payload once, dealt out to its texts.
"""

import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from generator.model import FOLDERS, KINDS
from generator.model.edition import Edition, Editions, MovedIds, Settings
from generator.model.keys import is_model, of_type
from generator.model.shapes import NAME_SHAPE, TEXT_SHAPE
from generator.reading.read import SETTINGS
from generator.validate.wording import adapter, field_names, known_keys, model_at
from tests.briefings import ROOTS
from tests.conftest import give_engine
from tests.hostile.payloads import FAMILIES, MARK, PAYLOADS

ROUNDS = 10
PAGE, NAME = "page", "briefing.title"
# Settings that the repository leaves open.
PUBLISHED = {"url": "https://example.org/site", "repository": "https://example.org/o/r"}
ANY = "any words"
WIDE = 1_000_000
# No drawing can hold them, and each is an error where it is read.
UNDRAWN = "".join(map(chr, (*range(9), 11, 12, *range(14, 32)))) + "\ufffe"
TOP = {"briefing": Edition, "moved": MovedIds, "editions": Editions, "site": Settings}
MODELS: dict[str, Any] = {**KINDS, **TOP}
HEADLINE = "charts/exports-by-month.yaml"
# The ways in that there once were: what went through a headline, points and a page.
HEAD, POINTS, PAGES = (
    FAMILIES["attributes"][:1],
    [FAMILIES["fences"][1], "[x](&amp;sol;&amp;sol;evil.example/§)"],
    [FAMILIES["fences"][0], "[x](javascript&amp;colon;alert(§))"],
)
At = tuple[str | int, ...]


@dataclass
class File:
    """A file of the briefing, as it was read."""

    path: Path
    kind: str
    tree: Any

    @cached_property
    def own(self) -> dict[At, str]:
        """Its texts, by the keys that lead to them."""
        return dict(leaves(self.tree))

    @property
    def model(self) -> Any:
        """What its kind may hold."""
        return MODELS[self.kind]

    def place(self, at: At) -> str:
        """The kind and the keys of a text, with `*` for a key of the editor's own."""
        steps = (str(key) if key in self.known(at[:n]) else "*" for n, key in enumerate(at))
        return ".".join((self.kind, *steps))

    def known(self, at: At) -> frozenset[str]:
        """The keys that the model knows by name in a map."""
        model = model_at(self.model, at)
        return known_keys(model) if is_model(model) else frozenset()

    def put(self, at: At, text: str) -> None:
        """Write a text in the place of another."""
        tree = self.tree
        for key in at[:-1]:
            tree = tree[key]
        tree[at[-1]] = text

    def put_back(self) -> set[At]:
        """The texts that the model refuses; they have their own value again."""
        found: set[At] = set()
        while faults := self.refusals():
            more = {max((at for at in self.own if leads(at, one)), key=len) for one in faults}
            assert more - found, f"{self.path} has more faults than texts: {faults}"
            for at in more:
                self.put(at, self.own[at])
            found |= more
        return found

    def refusals(self) -> list[At]:
        """The places at which the model refuses the file."""
        try:
            adapter(self.model).validate_python(self.tree)
        except ValidationError as error:
            return [tuple(one["loc"]) for one in error.errors(include_url=False)]
        return []


def sow(root: Path, turn: int) -> None:
    """A copy of the fixture, with what each of its places takes in one round."""
    shutil.copytree(ROOTS["fixture"] / "content", root / "content")
    give_engine(root)
    files = [*read_in(root)]
    complete(files)
    free, addresses = parted(files)
    for place, spots in free.items():
        for (file, at), numbers in zip(spots, hands(place, turn, len(spots)), strict=True):
            own = file.own[at] if at[0] in getattr(file.model, "PROSE", ()) else ""
            file.put(at, packed(numbers, own, " " if place == NAME else "\n\n"))
    for spots in addresses.values():
        for count, (file, at) in enumerate(spots):
            put_address(file, at, turn + count)
    for file in files:
        assert not file.refusals()
        write_yaml(file.path, file.tree)
    sow_pages(root, turn)
    sow_holes(root / "content")


def read_in(root: Path) -> Iterator[File]:
    """The files of the briefing and its settings."""
    for path in (*sorted((root / "content").rglob("*.yaml")), root / SETTINGS):
        tree = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        kind = FOLDERS.get(path.parent.name, path.stem)
        tree |= PUBLISHED if kind == "site" else {}
        yield File(path, kind, tree)


def leaves(tree: Any, at: At = ()) -> Iterator[tuple[At, str]]:
    """Every text that is a value, with the keys that lead to it."""
    if isinstance(tree, str):
        yield at, tree
        return
    for key, inside in tree.items() if isinstance(tree, dict) else enumerate(tree):
        yield from leaves(inside, (*at, key))


def is_text(model: Any, path: At) -> bool:
    """Whether the key that a path leads to holds a text, so that it can hold anything."""
    holder = model_at(model, path[:-1])
    name = field_names(holder).get(str(path[-1]), "")
    return bool(name) and of_type(holder.model_fields[name])[0] in (TEXT_SHAPE, NAME_SHAPE)


def complete(files: list[File]) -> None:
    """Give each kind, once, every text that its models know and the fixture does not have."""
    had = {(file.kind, key) for file in files for _, held in maps(file.tree) for key in held}
    for file in files:
        for at, held in maps(file.tree):
            for key in sorted(file.known(at)):
                if (file.kind, key) not in had and is_text(file.model, (*at, key)):
                    held[key] = ANY
                    if file.refusals():
                        del held[key]
                    else:
                        had.add((file.kind, key))


def maps(tree: Any, at: At = ()) -> Iterator[tuple[At, dict[str, Any]]]:
    """Every map, with the keys that lead to it; what it is given meanwhile is none."""
    if isinstance(tree, dict):
        yield at, tree
        for key, inside in [*tree.items()]:
            yield from maps(inside, (*at, key))


Spots = dict[str, list[tuple[File, At]]]


def parted(files: list[File]) -> tuple[Spots, Spots]:
    """The texts of each place that are free, and those that are addresses of the web."""
    free: Spots = {}
    addresses: Spots = {}
    for file in files:
        for at in file.own:
            file.put(at, ANY)
        refused = file.put_back()
        for at, own in file.own.items():
            into = free if at not in refused else addresses if own.startswith("http") else {}
            into.setdefault(file.place(at), []).append((file, at))
    return free, addresses


def leads(at: At, fault: At) -> bool:
    """Whether the keys stand in a place in this order: a model has names for steps in between."""
    steps = iter(map(str, fault))
    return all(str(key) in steps for key in at)


def hands(place: str, turn: int, count: int) -> list[list[int]]:
    """What each of the texts of a place takes in a round."""
    order = random.Random(place).sample(sorted(PAYLOADS), len(PAYLOADS))
    # Each text shall have at most a few that leave something open.
    order.sort(key=lambda number: family(number) == "open")
    told = [n for n in order[turn % ROUNDS :: ROUNDS] if not is_spared(place, n)]
    return [told[one::count] for one in range(count)]


def is_spared(place: str, number: int) -> bool:
    """Whether a piece would end the drawing of charts, which `check` refuses it for."""
    kind = place.partition(".")[0]
    return kind not in (PAGE, "point") and any(one in PAYLOADS[number][1] for one in UNDRAWN)


def family(number: int) -> str:
    """The family of a piece."""
    return PAYLOADS[number][0]


def packed(numbers: list[int], own: str = "", between: str = "\n\n") -> str:
    """Several pieces as one text: what a sheet would run first, then lines, blocks, open ones."""
    texts = [(family(n), PAYLOADS[n][1]) for n in numbers]
    texts.sort(key=lambda one: one[0] != "sheets")
    inline = [text for of, text in texts if "\n" not in text and of != "open"]
    blocks = [text for of, text in texts if "\n" in text and of != "open"]
    left_open = [text for of, text in texts if of == "open"]
    first = " ".join((own, *inline)).strip(" ")
    return between.join((first, *blocks, *left_open)).strip("\n") or "nothing"


def put_address(file: File, at: At, turn: int) -> None:
    """Put one piece that an address may be there; its own value stays where it may not."""
    web = [number for number in PAYLOADS if family(number) == "web"]
    file.put(at, PAYLOADS[web[turn % len(web)]][1])
    if file.refusals():
        file.put(at, file.own[at])


def sow_pages(root: Path, turn: int) -> None:
    """Put below each page of prose its share."""
    paths = sorted((root / "content" / "pages").glob("*.md"))
    for path, numbers in zip(paths, hands(PAGE, turn, len(paths)), strict=True):
        own = path.read_text(encoding="utf-8")
        path.write_text(f"{own}\n{packed(numbers)}\n", encoding="utf-8")


def sow_holes(content: Path) -> None:
    """Put what went through each hole that there was where it was, in a file of its own."""
    text = (ROOTS["fixture"] / "content" / HEADLINE).read_text(encoding="utf-8")
    chart = yaml.load(text, Loader=yaml.BaseLoader)
    for number, piece in enumerate(POINTS):
        point = {"text": of_piece(piece), "rests": chart["rests"]}
        write_yaml(content / "points" / f"a-hole-{number}.yaml", point)
    chart["headline"] = f"Exports {of_piece(*HEAD)} changed"
    write_yaml(content / "charts" / "a-hole.yaml", chart)
    prose = "\n\n".join(map(of_piece, PAGES))
    (content / "pages" / "a-hole.md").write_text(f"# A page\n\n{prose}\n", encoding="utf-8")


def of_piece(piece: str) -> str:
    """A piece with its number."""
    return next(text for n, (_, text) in PAYLOADS.items() if text == piece.replace(MARK, str(n)))


def write_yaml(path: Path, tree: Any) -> None:
    """Write a file, every text in quotes."""
    text = yaml.dump(tree, default_style='"', allow_unicode=True, sort_keys=False, width=WIDE)
    path.write_text(text, encoding="utf-8")
