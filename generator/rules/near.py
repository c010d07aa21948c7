"""The id that was most likely meant by one that is missing.

Refuses to tell anything: what is missing is for `dangling-ref` and `id-vanished` to say.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from difflib import SequenceMatcher, get_close_matches
from operator import eq

from generator.model.shapes import ORIGIN_SHAPE
from generator.rules.known import Known, meant
from generator.rules.references import ANY, Mention
from generator.rules.same_word import MISSPELT, parts

RECORD = ("record",)
# What a slip leaves of the words and of the numbers of an id.
ALIKE = 0.6
COMMENT = re.compile(r"\s#\s.*")
ORIGIN = re.compile(r"\borigin:")


def missing(known: Known, places: list[Mention]) -> tuple[str, tuple[str, ...]]:
    """What several places miss: its id, and the kinds that fit the most narrow of them."""
    targets = sorted(one.target for one in places if not one.beside)
    target = targets[0] if targets else places[0].target
    if targets and len(places) > 1:
        target = known.gap(target)
    kinds = [one.kinds for one in places if target in meant(one)] or [RECORD]
    return target, min(kinds, key=lambda kinds: ("any" in kinds, len(kinds)))


def nearest(known: Known, places: list[Mention]) -> str:
    """The id that was probably meant; empty where none is near, or it stands beside it already."""
    near = renamed(known, places) if len(places) > 1 else meant_by(known, places[0])
    return "" if near and any(is_beside(near, mention) for mention in places) else near


def is_beside(id_: str, mention: Mention) -> bool:
    """Whether another id stands on the line of one that is missing, as in a list or formula.

    What begins the line is the name of what mentions it, and may be that of a person too; nothing
    is computed from itself.
    """
    written, key = COMMENT.sub("", line_of(mention)), "" if mention.beside else ":"
    around = rf"(?<![\w.#-]){re.escape(id_)}(?![\w.#{key}-])"
    return id_ in written and bool(re.search(around, written))


def meant_by(known: Known, mention: Mention) -> str:
    """The id that was probably meant in one place."""
    if written := quoted(known, mention):
        return written
    ids = known.ids(mention.kinds)
    if mention.beside:
        every = below(f"{mention.beside}.", ids) + ids
        # The figure of one month is near that of each other one in the formula.
        ids = [id_ for id_ in every if not is_beside(id_, mention)]
    elif "." not in mention.target:
        ids = [id_ for id_ in ids if "." not in id_]
    if "body" in mention.kinds and (begun := beginning(mention.target, ids)):
        return begun
    words = ORIGIN_SHAPE.words if ORIGIN.search(line_of(mention)) else ()
    near = close(mention.target, [*ids, *words])
    return near or known.called(mention) or whole(mention.target, ids)


def beginning(target: str, ids: Iterable[str]) -> str:
    """The longest id that another begins with, as `ap` does `ap-news`; empty where none does."""
    return max((id_ for id_ in ids if target.startswith(f"{id_}-")), key=len, default="")


def line_of(mention: Mention) -> str:
    """The line on which something is mentioned."""
    return mention.span.file.line(mention.span.line)


def whole(target: str, ids: Iterable[str]) -> str:
    """The one id that ends in another, such as in its day; empty where there is not just one."""
    found = [id_ for id_ in ids if id_.endswith(f"-{target}")]
    return found[0] if len(found) == 1 else ""


def renamed(known: Known, places: list[Mention], cutoff: float = 0.6) -> str:
    """What has a new name, which nothing mentions yet, or the same name but for a slip.

    It would have to hold all that is mentioned.
    """
    target, _ = missing(known, places)
    inside = beside_all(places)
    whole_id = inside + target
    parent, key = whole_id[: whole_id.rfind(".") + 1], target.rpartition(".")[2]
    wanted = [(one.target.removeprefix(target), one.kinds) for one in places if not one.beside]
    beside = [
        id_
        for id_ in below(parent, known.ids(ANY))
        if "." not in id_ and all(known.fits(parent + id_ + rest, kinds) for rest, kinds in wanted)
    ]
    new = [id_ for id_ in beside if parent + id_ not in known.mentioned]
    found = close(key, new, cutoff) or close(key, beside, MISSPELT)
    return (parent + found).removeprefix(inside) if found else ""


def beside_all(places: list[Mention]) -> str:
    """What an id begins with that is named by its last key alone, as within a formula."""
    return f"{places[0].beside}." if all(one.beside for one in places) else ""


def quoted(known: Known, mention: Mention) -> str:
    """A source and a quotation of it, between which another sign than `#` stands; else empty."""
    target = mention.target
    pairs = ((target[:at], target[at + 1 :]) for at in range(1, len(target)))
    for id_, key in pairs if mention.kinds == ("source",) else ():
        source = known.briefing.source(id_)
        if source and key in source.keys:
            return f"{id_}#{key}"
    return ""


def below(prefix: str, ids: Collection[str]) -> list[str]:
    """The ids that begin with a prefix, without it."""
    return [id_.removeprefix(prefix) for id_ in ids if id_.startswith(prefix)]


def close(target: str, ids: Collection[str], cutoff: float = 0.6) -> str:
    """The nearest of some ids that a slip parts from another; empty where none is."""
    near = get_close_matches(target, ids, n=3, cutoff=cutoff)
    return next((id_ for id_ in near if is_slip(target, id_)), "")


def is_slip(one: str, other: str) -> bool:
    """Whether two ids that are near have words that are, and numbers that are."""
    (words, own), (others, numbers) = map(parts, (one, other))
    return is_alike(words, others) and (not (own and numbers) or is_alike(own, numbers))


def is_alike(one: str, other: str) -> bool:
    """Whether most of two texts is the same."""
    return SequenceMatcher(None, one, other).ratio() >= ALIKE


def near_cell(key: str, keys: Iterable[str], named: Collection[str]) -> str:
    """The cell of which only the table, row or column is called all but so; none of those `named`.

    What one of several cells is called by is all of theirs.
    """
    found: dict[str, int] = {}
    taken = {(at, step) for one in named for at, step in enumerate(one.split("/"))}
    for one in (one for one in keys if one.count("/") == key.count("/")):
        pairs = enumerate(zip(key.split("/"), one.split("/"), strict=True))
        other = [(at, *pair) for at, pair in pairs if pair[0] != pair[1]]
        is_free = len(other) == 1 and (other[0][0], other[0][2]) not in taken
        if is_free and close(other[0][1], [other[0][2]]):
            found[one] = sum(map(eq, *other[0][1:]))
    # Of years that are as near, the one with more of its digits in their places.
    return max(found, key=found.__getitem__, default="")
