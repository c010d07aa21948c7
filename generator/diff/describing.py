"""What describes a value on its card besides it, so that two can be held against each other.

Refuses to tell of a figure what its series says, which is told of the series, and of what is named
that it is called otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.derive import Fact
from generator.diff.difference import Difference
from generator.model.statement import Content
from generator.render.cards import DATES, DESCRIBING, describing, name
from generator.render.sheet import Sheet

# Each is named on its own where it comes or goes.
ONE_BY_ONE = ("see", "compare")
OURS, NATURE = "in our words", "nature"
NAMED = tuple(key for key in DESCRIBING if key in Content.REFERS)
PLAIN = (*(key for key in (*DESCRIBING, *DATES) if key not in NAMED), OURS, NATURE)
Beside = Mapping[tuple[str, str], str]


def described(sheet: Sheet, fact: Fact) -> Iterator[tuple[str, str]]:
    """What is stated of a value in words, by the head of its row."""
    for key in (one for one in PLAIN if one not in (OURS, NATURE)):
        told = (describing(sheet, key, value).striptags() for value in held(fact, key))
        yield row(key), "; ".join(dict.fromkeys(told))
    ours = (one.says or "" for one in fact.told if one.value or one.words)
    yield OURS, "; ".join(dict.fromkeys(text for text in ours if text))
    yield NATURE, fact.statement.nature or ""


def row(key: str) -> str:
    """The head of a row within a sentence."""
    return name(key).lower()


def held(fact: Fact, key: str) -> Iterator[object]:
    """What the statement or each of its positions states of a key, and no series."""
    own = [value for content in fact.told if (value := getattr(content, key))]
    rest = getattr(fact.statement, key)
    yield from own or ([rest] if rest else [])


def named(sheet: Sheet, fact: Fact) -> Iterator[tuple[tuple[str, str], str]]:
    """What is named in the describing keys and is known on the day, by key and id."""
    for key in NAMED:
        for value in held(fact, key):
            ids = value if isinstance(value, tuple) else (str(value),)
            yield from (
                ((row(key), id_), str(sheet.name(id_).unescape()))
                for id_ in ids
                if sheet.is_known(id_)
            )


def beside(was: Beside, now: Beside) -> Iterator[Difference]:
    """What is to be read beside it no more, and what is since."""
    gone, come = apart(was, now), apart(now, was)
    yield from (Difference(key, one, "") for (key, _), one in gone.items() if key in ONE_BY_ONE)
    yield from (Difference(key, "", one) for (key, _), one in come.items() if key in ONE_BY_ONE)


def describing_ids(was: Beside, now: Beside) -> Iterator[Difference]:
    """What its describing keys name otherwise, key by key."""
    gone, come = apart(was, now), apart(now, was)
    for key in dict.fromkeys(key for key, _ in (*gone, *come)):
        if key not in ONE_BY_ONE:
            yield Difference(key, of_key(gone, key), of_key(come, key))


def apart(one: Beside, other: Beside) -> Beside:
    """What is named in one and not in the other."""
    return {at: name for at, name in one.items() if at not in other}


def of_key(found: Beside, key: str) -> str:
    """All names below one key."""
    return ", ".join(name for at, name in found.items() if at[0] == key)


def unsaid(found: Iterable[Difference], said: Sequence[Difference]) -> Iterator[Difference]:
    """What the value does not say already: an act names its target and its days itself."""
    for one in found:
        if not any(one.before in other.before and one.after in other.after for other in said):
            yield one
