"""What a statement rests on, told by whom it bears out or of whose silence it tells.

Refuses to go by the key of a quotation, and to tell of a witness anew that a position has since
which is itself told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from generator.diff.difference import Difference
from generator.diff.positions import named, renamed, same
from generator.diff.view import OWN, Role, View

WITNESS, SILENT = "witness", "silent"
Ids = tuple[str, ...]


def called(view: View, name: Callable[[str], str]) -> View:
    """A view in which whom each witness bears out is told by other ids."""
    borne = {role: tuple(map(name, ids)) for role, ids in view.borne.items()}
    silent = {party: tuple(map(name, ids)) for party, ids in view.silent.items()}
    return replace(view, borne=borne, silent=silent)


def witnesses(before: View, now: View) -> Iterator[Difference]:
    """The witnesses that came, went or read otherwise, and the sides that are silent."""
    was = matched(before, now)
    for role in dict.fromkeys((*was.borne, *now.borne)):
        holder, key = role
        whose = "" if role == OWN else f"{named(holder, key, was, now)}: "
        yield from (Difference(whose + WITNESS, one, "") for one in beyond(was, now, role))
        yield from (Difference(whose + WITNESS, "", one) for one in beyond(now, was, role))
    for party in dict.fromkeys((*was.silent, *now.silent)):
        old, new = was.silent.get(party, ()), now.silent.get(party, ())
        if set(old) != set(new):
            yield Difference(f"{party}: {SILENT}", listed(was, old), listed(now, new))
    for id_ in was.words:
        if was.words[id_] != now.words.get(id_, was.words[id_]):
            yield Difference(WITNESS, was.words[id_], now.words[id_])


def beyond(one: View, other: View, role: Role) -> Iterator[str]:
    """What bears somebody out in one view and not in another.

    Of whom the other does not know at all, only what it has nowhere.
    """
    known = other.borne[role] if role in other.borne else pooled(other.borne)
    return (printed(one, id_) for id_ in one.borne.get(role, ()) if id_ not in known)


def pooled(borne: Mapping[Role, Ids]) -> set[str]:
    """All that bears out anybody."""
    return {id_ for ids in borne.values() for id_ in ids}


def listed(view: View, ids: Iterable[str]) -> str:
    """Some witnesses with where each was printed."""
    return "; ".join(printed(view, id_) for id_ in ids)


def printed(view: View, id_: str) -> str:
    """A witness with where it was printed."""
    return f"{view.printed[id_]}: {view.words[id_]}"


def matched(was: View, now: View) -> View:
    """A view by the keys that its quotations and positions have in the next."""
    # One quotation of a source is another's only by its words.
    keys = same(full(was), full(now))
    found = called(was, lambda id_: keys.get(id_, id_))
    return replace(
        found,
        words={keys.get(id_, id_): text for id_, text in was.words.items()},
        printed={keys.get(id_, id_): text for id_, text in was.printed.items()},
        borne={role_in(was, now, role): ids for role, ids in found.borne.items()},
    )


def full(view: View) -> Mapping[str, str]:
    """Each witness by its source and its words."""
    return {id_: f"{id_.partition('#')[0]} {text}" for id_, text in view.words.items()}


def role_in(was: View, now: View, role: Role) -> Role:
    """A position by the key that it has in the next view."""
    holder, key = role
    names = renamed(was.positions.get(holder, {}), now.positions.get(holder, {}))
    return holder, names.get(key, key)
