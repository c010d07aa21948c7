"""What stands under another id than before, and what the addresses of old ids say.

Refuses to guess: only what `content/moved.yaml` leads on from one id to another is the same thing.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from itertools import chain

from generator.derive import Dossier
from generator.diff.view import PLAIN, View
from generator.model.edition import Moved
from generator.moved import end_of, led, next_of
from generator.render.links import HOME, Address, find, permalink, prose_page
from generator.render.redirects import UNKNOWN, old_ids
from generator.render.sharing import FOLDER
from generator.render.sheet import Sheet

Pair = tuple[str, str]
# A page of prose stands in no folder.
AT_TOP = rb"(?<![\w-])(?<!\w/)"
# An id on a page, also where it is the end of an element's own.
AN_ID = rb"(?:(?<![\w-])|(?<=--))"
# In running text it is a word that somebody wrote, which reads otherwise where it is another.
NO_WORD = rb"(?<!\()(?<!\(#\")(?<![\w,.:]\s)(?<![\w,.:]\s#\")"
TAG = re.compile(rb"(<[^>]*>)")


@dataclass(frozen=True)
class Moves:
    """From which ids to which something went between two states.

    `lost` are the addresses of ids that are gone which no page stands at any more. `quotes` are
    the witnesses whose quotation has another key, which readers see nowhere.
    """

    ids: Mapping[str, str] = field(default_factory=dict)
    lost: Mapping[str, str] = field(default_factory=dict)
    quotes: Mapping[str, str] = field(default_factory=dict)

    def __call__(self, id_: str) -> str:
        """The id under which something stands now."""
        return self.ids.get(id_, id_)

    def pairs(self, was: Collection[str], now: Collection[str]) -> Iterator[Pair]:
        """Each id before with that now, by the id now; an empty one where nothing stands."""
        found = {self(id_): id_ for id_ in was if self(id_) in now}
        gone = {id_: id_ for id_ in was if self(id_) not in now}
        for id_ in sorted({*found, *gone, *now}):
            yield found.get(id_) or gone.get(id_, ""), id_ if id_ in now else ""

    def seen(self, view: View) -> View:
        """A statement as it was, with the sources and all that is named by their ids now."""
        return replace(
            view,
            words={self.witness(id_): words for id_, words in view.words.items()},
            printed={self.witness(id_): printed for id_, printed in view.printed.items()},
            beside={(key, self(id_)): name for (key, id_), name in view.beside.items()},
        )

    def witness(self, id_: str) -> str:
        """A witness by the id that its source has now, and by the key of its quotation."""
        source, sign, quote = id_.partition("#")
        return self.quotes.get(id_) or f"{self(source)}{sign}{quote}"

    def alike(self, content: bytes) -> bytes:
        """A page with the ids of now in place of the old ones, so that two are alike in them.

        Those in running text stay as they were written: readers see that they are others.
        """
        if not self.ids:
            return content
        pieces = enumerate(TAG.split(content))
        return b"".join(
            self._written(self._in_tag if at % 2 else self._in_text, piece) for at, piece in pieces
        )

    def path(self, path: str) -> str:
        """The address of a page or file before by that which it has now.

        What stands at the top of a site is called as no record.
        """
        return self._written(self._in_path, path.encode()).decode() if self.ids else path

    def is_same(self, was: object, now: object) -> bool:
        """Whether the same is written, but for the ids of what moved."""
        written = (repr(was).encode(), repr(now).encode())
        return was == now or self._written(self._in_record, written[0]) == written[1]

    @cached_property
    def _in_tag(self) -> re.Pattern[bytes]:
        return self._pattern(AN_ID)

    @cached_property
    def _in_text(self) -> re.Pattern[bytes]:
        return self._pattern(AN_ID + NO_WORD)

    @cached_property
    def _in_path(self) -> re.Pattern[bytes]:
        return self._pattern(rb"(?<=[/#])")

    @cached_property
    def _in_record(self) -> re.Pattern[bytes]:
        return self._pattern(AN_ID, self.quotes)

    def _pattern(self, before: bytes, also: Iterable[str] = ()) -> re.Pattern[bytes]:
        """What finds an id behind what may stand before it, or a page of prose."""
        found = before + any_of((*self.ids, *also)) + rb"|" + AT_TOP + any_of(self.pages)
        return re.compile(rb"(?:" + found + rb")(?!-?\w)")

    def _written(self, pattern: re.Pattern[bytes], content: bytes) -> bytes:
        return pattern.sub(lambda found: self._now[found[0].decode()].encode(), content)

    @cached_property
    def _now(self) -> Mapping[str, str]:
        return {**self.ids, **self.pages, **self.quotes}

    @property
    def pages(self) -> Mapping[str, str]:
        """What names a page of prose that went from one address to another, by its new one."""
        found = ((id_, to) for id_, to in self.ids.items() if "/" in id_ and "/" in to)
        pairs = (zip(named(id_), named(to), strict=True) for id_, to in found)
        return dict(chain.from_iterable(pairs))


def named(id_: str) -> tuple[str, ...]:
    """Its address, its card for where it is shared, and its place in the book."""
    name = id_.partition("/")[2]
    return prose_page(id_).page, f"{FOLDER}{name}.png", f'"p:{name}"'


def any_of(names: Iterable[str]) -> bytes:
    """What finds any of some names; the longest first, of which another may be the beginning."""
    found = sorted(names, key=len, reverse=True)
    return rb"(?:" + (b"|".join(re.escape(one).encode() for one in found) or rb"(?!)") + rb")"


STILL = Moves()


def moves(before: Dossier, after: Dossier) -> Moves:
    """What went from one id to another; of several that became one, one alone."""
    there = {*after.facts, *after.records, *after.briefing.prose}
    stood = {*before.facts, *before.records, *before.briefing.prose}
    gone = sorted(stood - there)
    ends = {id_: led(id_, there, partial(step, after)) for id_ in gone}
    found = {to: id_ for id_, to in reversed(ends.items()) if to in there - stood}
    moved = Moves({id_: to for to, id_ in found.items()}, dict(lost(before, after, gone)))
    return replace(moved, quotes=dict(rekeyed(before, after, moved)))


def rekeyed(before: Dossier, after: Dossier, moved: Moves) -> Iterator[Pair]:
    """The witnesses that a quotation of one source with the same words took the place of.

    Where several have the same words, as the cells of a table may, nothing tells which.
    """
    was, now = quoted(before), quoted(after)
    left = {moved.witness(id_): id_ for id_ in was}
    gone = by_words({id_: was[then] for id_, then in left.items() if id_ not in now})
    fresh = by_words({id_: words for id_, words in now.items() if id_ not in left})
    for said, ids in gone.items():
        new = fresh.get(said, [])
        if len(ids) == len(new) == 1:
            yield left[ids[0]], new[0]


def quoted(dossier: Dossier) -> dict[str, str]:
    """The words of all witnesses."""
    evidence = (one for fact in dossier.facts.values() for one in fact.evidence)
    return {one.witness: one.quote.text for one in evidence if one.quote}


def by_words(quotes: Mapping[str, str]) -> dict[Pair, list[str]]:
    """Witnesses by their source and what it says."""
    found: dict[Pair, list[str]] = {}
    for id_, words in quotes.items():
        found.setdefault((id_.partition("#")[0], words), []).append(id_)
    return found


def lost(before: Dossier, after: Dossier, gone: Iterable[str]) -> Iterator[Pair]:
    """The addresses at which something stood and no page leads on; a part may have moved with one.

    Only what is listed as moved has such a page, with what stands below it by the same keys.
    """
    kept = old_ids(after)
    for id_ in gone:
        if id_ in before.facts:
            to: Address | None = permalink(before.facts[id_])
        else:
            to = find(before, id_)
        if to and id_ not in kept:
            yield id_, to.page.removesuffix("index.html")


def step(dossier: Dossier, id_: str) -> str:
    """The next id on the way from one that has gone; of a part named after it, the part."""
    keys = (target(dossier, key) or key for key in id_.split("."))
    return next_of(dossier.briefing, id_) or ".".join(keys)


def target(dossier: Dossier, id_: str) -> str:
    """The id that took the place of another."""
    entry = dossier.briefing.moved.get(id_)
    return entry.to or "" if isinstance(entry, Moved) else ""


def spoken(dossier: Dossier, id_: str, moved: Moves = STILL) -> str:
    """What the address of an old id says; nothing where there is no such address.

    With what `moved` since, it leads on to the id that this has now.
    """
    end = end_of(dossier.briefing, id_) if id_ in dossier.briefing.moved else None
    if end is None or id_ in dossier.facts:
        return ""
    if end.to and find(dossier, end.to):
        return f"leads on to `{moved(end.to)}`"
    if end.to and Sheet(dossier, PLAIN, HOME).is_known(end.to):
        return f"says: it is now {dossier.briefing.name(end.to)}"
    return f"says: {end.gone or UNKNOWN}"
