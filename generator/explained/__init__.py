"""What is made of a file, by the fewest slips that explain all that is wrong with its shape.

A line that is lost or stands askew can leave what YAML reads all the same, and holds no facts.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from generator.diagnostics import Diagnostic
from generator.explained.between import SEVERAL, hollow_lines, parted, wrongs
from generator.explained.consequences import VALUELESS, causes
from generator.explained.displaced import in_place
from generator.load import Lost, Mapping, Reading, otherwise
from generator.model import KINDS
from generator.model.paths import all_keys
from generator.model.record import Record, RecordModel
from generator.source import SourceFile
from generator.validate import places_of, validate
from generator.validate.meant import as_meant
from generator.validate.misfits import misfits, only_unwitnessed
from generator.validate.restored import names
from generator.validate.shape_faults import Lacking
from generator.validate.unknown_key import is_misspelt

# All keys of all kinds.
EVERY = frozenset().union(*map(all_keys, KINDS.values()))
# A key with nothing behind it.
ALONE = re.compile(r" *([\w-]+): *(?:#.*)?")
# Signs that nobody sees, which another reading would not tell.
HIDDEN = (*VALUELESS, "byte-order-mark")
# What tells that lines stand at another depth than they should.
OF_DEPTH = ("not-deeper", "wrong-depth")
# No more than so many faults follow from one place.
SOME = 8
# The slip is looked for near so many of them.
FIRST = 4
# So many of the ways to explain them are held against all that is due.
LIKELY = 4


class Made(NamedTuple):
    """A reading of a file, the record that it is, and the faults of its shape.

    `told` are these with those of its grammar, but for what just follows from others.
    """

    found: Reading
    record: Record | None
    faults: tuple[Diagnostic, ...]
    told: tuple[Diagnostic, ...]

    @property
    def top(self) -> Mapping | None:
        """The map that was read, if any."""
        top = self.found.rest or self.found.tree
        return top if isinstance(top, Mapping) else None


def explained(file: SourceFile, found: Reading, identity: tuple[str, str]) -> Made:
    """What a reading is, or another of the same file where a single slip tells more of it.

    `identity` is the kind and id of the record.
    """
    first = best = made(file, found, identity)
    keys = all_keys(KINDS[identity[0]])
    for further in likely(file, first.told, identity[0]) if is_doubtful(first, keys) else ():
        tried = made(file, further, identity)
        fewer = slips(tried, keys) < slips(best, keys)
        if fewer or (best is first and is_nearer(tried, first)):
            best = tried
    return best if is_one_depth(best, file, identity[0]) else whole(file, found, best, identity)


def is_one_depth(made: Made, file: SourceFile, kind: str) -> bool:
    """Whether a single depth explains all that is wrong."""
    if [one.code in OF_DEPTH for one in made.told] != [True]:
        return False
    # What stands beside a key need not be what belongs below it.
    is_beside = made.top is not None and made.told[0].code == "not-deeper"
    return not is_beside or fits_below(made, file, KINDS[kind])


def fits_below(made: Made, file: SourceFile, model: type[RecordModel]) -> bool:
    """Whether all is as it is due once each key stands where it was most likely meant."""
    assert made.top is not None
    meant = as_meant(model, made.top, made.faults, places_of(made.top, file))
    return misfits(model, meant) == 0


def whole(file: SourceFile, found: Reading, best: Made, identity: tuple[str, str]) -> Made:
    """What a file is without the block that parts another, or with some lines where they belong.

    What it was where there is neither.
    """
    if len(best.told) > SOME or any(map(is_other, best.told)):
        return best
    told, kind = [one.span.line for one in best.told], identity[0]
    if (wrong := wrongs(found, told, kind)) < SEVERAL:
        return best
    hollow = [*hollow_lines(found, kind)]
    if len(told) == 1 and is_twin(best.told[0], hollow):
        return best
    lines = [*dict.fromkeys((*told, *hollow))]
    other = parted(file, lines, wrong, kind)
    # What is moved from one statement to another leaves one of them too much.
    is_even = not told and best.top is not None and only_unwitnessed(KINDS[kind], best.top)
    # What stands below itself was doubled, unless something lacks it.
    is_still = is_even or (not hollow and any(map(is_doubled, best.told)))
    if other is None and len(lines) <= SOME and not is_still:
        other = in_place(file, [*lines, *firsts(best.told)], kind)
    return made(file, other, identity) if other else best


def firsts(told: Iterable[Diagnostic]) -> Iterator[int]:
    """The lines of the keys that others stand beside a second time: either may be displaced."""
    doubled = (one for one in told if one.code == "duplicate-key")
    yield from (label.span.line for one in doubled for label in one.labels[:1])


def is_other(fault: Diagnostic) -> bool:
    """Whether a fault is no effect of where lines stand: a sign, a misspelt key.

    What is a key of some record may be of another one, however near it is to a key of this one.
    """
    return fault.code in HIDDEN or (is_misspelt(fault) and fault.span.text not in EVERY)


def is_twin(fault: Diagnostic, hollow: Collection[int]) -> bool:
    """Whether a line was doubled: a key alone, which may begin a block, or what nothing lacks."""
    return is_repeated(fault) and not (hollow and is_doubled(fault))


def is_doubled(fault: Diagnostic) -> bool:
    """Whether a line with a value stands below itself."""
    return is_repeated(fault) and not ALONE.fullmatch(fault.span.file.line(fault.span.line))


def is_repeated(fault: Diagnostic) -> bool:
    """Whether a line stands below another one of the same text."""
    at, file = fault.span.line, fault.span.file
    return fault.code == "duplicate-key" and file.line(at) == file.line(at - 1)


def slips(made: Made, keys: Collection[str]) -> int:
    """How many faults it takes, but for known keys behind which nothing stands yet, and brackets.

    With them count those that are not told as something is mended there.
    """
    faults = (*made.found.faults, *made.faults) if made.found.rest else made.told
    counted = [one for one in faults if not is_blank(one, keys) and not is_bracketed(one)]
    astray = {one.span.text for one in counted if one.code == "unknown-key"}
    lacking = [one for one in counted if isinstance(one, Lacking)]
    # What a map lacks is one slip, and none where it stands elsewhere.
    maps = {(one.span.start, one.owner) for one in lacking if not astray.issuperset(one.keys)}
    return len(counted) - len(lacking) + len(maps)


def is_bracketed(fault: Diagnostic) -> bool:
    """Whether what is wrong stands in brackets of its own, whatever the lines around it do."""
    return fault.span.text.startswith(("[", "{"))


def is_blank(fault: Diagnostic, keys: Collection[str]) -> bool:
    """Whether a value is missing behind a known key: a blank that is left, and no effect."""
    key = ALONE.fullmatch(fault.span.file.line(fault.span.line))
    return not fault.span.text and key is not None and key[1] in keys


def made(file: SourceFile, found: Reading, identity: tuple[str, str]) -> Made:
    """What a reading is."""
    top = found.rest or found.tree
    record: Record | None = None
    faults: tuple[Diagnostic, ...] = ()
    if isinstance(top, Mapping):
        found = replace(found, faults=tuple(named(found.faults, KINDS[identity[0]], top)))
        record, faults = validate(top, file, identity, found.adrift)
    return Made(found, record, faults, causes(found, faults))


def named(
    faults: Iterable[Diagnostic], model: type[RecordModel], top: Mapping
) -> Iterator[Diagnostic]:
    """Some faults, those of lost keys with what these may have been."""
    lost = names(model, top)
    for one in faults:
        key = lost.get(one.span.line)
        yield one.named(key) if key and isinstance(one, Lost) else one


def is_doubtful(made: Made, keys: Collection[str]) -> bool:
    """Whether the faults of a file that YAML can read may be the effects of one that it cannot see.

    What should stand behind a key of the editor's own may be on the lines below, as deep as it is.
    """
    is_whole = bool(made.found.tree and made.faults)
    return is_whole and (slips(made, keys) > 1 or is_empty(made, keys))


def is_empty(made: Made, keys: Collection[str]) -> bool:
    """Whether all that is wrong is that nothing stands behind a key that is none of some known."""
    fault, *others = made.told
    key = ALONE.fullmatch(fault.span.file.line(fault.span.line))
    return not others and not fault.span.text and key is not None and key[1] not in keys


def is_nearer(tried: Made, first: Made) -> bool:
    """Whether a single slip is told of the line of a single fault."""
    lines = [[one.span.line for one in each.told] for each in (tried, first)]
    return len(tried.found.faults) + len(tried.faults) == 1 and lines[0] == lines[1]


def likely(file: SourceFile, told: Iterable[Diagnostic], kind: str) -> list[Reading]:
    """The readings with a slip mended, near what is told, that leave least that is not due."""
    lines = [one.span.line for one in told][:FIRST]
    found = otherwise(file, all_keys(KINDS[kind]), lines)
    return sorted(found, key=lambda one: odd(one, kind))[:LIKELY]


def odd(found: Reading, kind: str) -> int:
    """How much is wrong in a reading, with what is not as it is due."""
    assert found.rest
    return len(found.faults) + misfits(KINDS[kind], found.rest)
