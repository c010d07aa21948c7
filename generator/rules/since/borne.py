"""What something was before a change, and whether words bear it out that none had then.

Tells nothing: what follows from it is for the rules to say.
"""

from __future__ import annotations

from generator.derive.dossier import Status
from generator.rules.said import Said, parts
from generator.rules.since.change import Change
from generator.rules.since.printed import bare
from generator.rules.wanted import Wanted, all_wanted


def said_before(change: Change, now: Said) -> list[Said]:
    """What a part was: the same, else those gone now that rested on some of its words.

    That a position of a dispute is gone is told by `dispute-vanished`.
    """
    was, fact = change.statement(now.located.id), change.fact(now.located.id)
    held = parts(change.before.briefing, was) if was else ()
    same = [one for one in held if one.path == now.path]
    if same or (fact and fact.status is Status.DISPUTED and not now.path):
        return same
    kept = {one.path for one in parts(now.briefing, now.located)}
    words = rested(now, change).keys()
    return [one for one in held if one.path not in kept and rested(one).keys() & words]


def is_borne_anew(change: Change, held: list[Said], now: Said) -> bool:
    """Whether a witness has words that none had before, and in them what is said anew.

    Words that another source prints too are not new, nor is a piece of what was quoted. A source
    that is only listed has none; that all words were taken out is told by `quotation-lost`.
    """
    before = {name: bare(text) for one in held for name, text in rested(one).items()}
    if not now.quoted:
        return bool(before)
    words = [f" {text} " for text in before.values()]
    fresh = [
        one
        for one in now.quoted
        if change.witness(one.witness) not in before
        and not any(f" {bare(one.quotation.text)} " in text for text in words)
    ]
    return bool(fresh) and all(any(map(one.stands_in, fresh)) for one in anew(held, now))


def anew(held: list[Said], now: Said) -> list[Wanted]:
    """The numbers, days, words and persons that were not said before, and that some quotation has.

    What none has is told by itself, or is inferred.
    """
    said = {(one.key, one.meaning) for part in held for one in all_wanted(part)}
    found = (one for one in all_wanted(now) if (one.key, one.meaning) not in said)
    return [one for one in found if any(map(one.stands_in, now.quoted))]


def altered(change: Change, was: Said, now: Said) -> frozenset[str]:
    """The witnesses, as they are called now, whose words were put otherwise."""
    before = rested(was)
    return frozenset(
        one.witness
        for one in now.quoted
        if (old := before.get(change.witness(one.witness))) is not None
        and change.is_altered(one.witness, old, one.quotation.text)
    )


def rested(part: Said, change: Change | None = None) -> dict[str, str]:
    """The words that something rests on, by their witnesses, as these were called before."""
    names = {one.witness: one.quotation.text for one in part.quoted}
    return {change.witness(name): text for name, text in names.items()} if change else names
