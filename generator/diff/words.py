"""A change as a sentence for whoever reviews it."""

from __future__ import annotations

import os.path
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Sized

from generator.counting import counted
from generator.diff.changes import ADDRESS, VALUE, Change, Kind
from generator.diff.describing import NATURE, OURS, row
from generator.diff.difference import Difference
from generator.diff.view import ON
from generator.diff.witnesses import SILENT, WITNESS
from generator.render.cards import DATES, DESCRIBING

HEADINGS = {
    Kind.ADDED: "Added",
    Kind.REMOVED: "Removed",
    Kind.MOVED: "Moved",
    Kind.DISPUTED: "Disputed now",
    Kind.SETTLED: "Disputed no more",
    Kind.CHANGED: "Changed",
    Kind.FOLLOWS: "Changed as a consequence",
}
NOTHING = "no change for readers"
# What makes a site of the content.
LOOK, GENERATOR = "look", "generator"
# A longer text is cut to what differs, with some words of what stands around it.
LONG = 160
AROUND = 40
KNOWN = "known from"
# What goes unsaid of what is new.
UNSAID = {KNOWN, "label", *map(row, (*DESCRIBING, *DATES)), OURS, NATURE}
# What is named beside a statement comes and goes one by one.
BESIDE = {"see", "compare"}
POSITION = "position of "
# What follows the name of a position where something about it is told.
BY = (WITNESS, f" {ON}")
# Of a whole briefing that changes, the first pages are listed and the rest is counted.
MANY = 40


def lines(changes: Sequence[Change]) -> Iterator[tuple[str, str]]:
    """Each change by its label and what became of it; those that only became known with others.

    Of sources without a day, or of one whose day is corrected, whatever rests on them follows.
    """
    alike = Counter(one.differences for one in changes if is_only_known(one))
    for one in changes:
        many = alike.get(one.differences, 0) if is_only_known(one) else 0
        if many > 1:
            alike[one.differences] = 0
            yield counted(many, "statement"), told(one)
        elif one.differences not in alike or many:
            yield cut_short(one.label), told(one)


def is_only_known(change: Change) -> bool:
    """True for what was only known from another day on."""
    return change.kind is Kind.FOLLOWS and {one.what for one in change.differences} == {KNOWN}


def told(change: Change) -> str:
    """What became of a statement or record, behind its label."""
    if change.kind is Kind.REMOVED:
        return removed(change)
    last = f"{change.label.rpartition(': ')[2]}: "
    found = (without(one, last) if one.what == VALUE else one for one in change.differences)
    return "; ".join(phrases(found, is_new=change.kind is Kind.ADDED))


def without(one: Difference, name: str) -> Difference:
    """A value without the name that the label ends with."""
    if any(text and not text.startswith(name) for text in (one.before, one.after)):
        return one
    return Difference(one.what, one.before.removeprefix(name), one.after.removeprefix(name))


def removed(change: Change) -> str:
    """What is gone, by the first thing that it said, and what its address says now.

    Of a dispute, by its answers; a name that the label has is not told again.
    """
    was = [one for one in change.differences if one.what != ADDRESS]
    now = [address(one) for one in change.differences if one.what == ADDRESS]
    held = [one for one in was if one.what.startswith(POSITION) and not one.what.endswith(BY)]
    if held and any((one.what, one.before) == ("status", "disputed") for one in was):
        answers = (f"{one.what.removeprefix(POSITION)}: {cut_short(one.before)}" for one in held)
        return "; ".join((f"was disputed: {', '.join(answers)}", *now))
    first = [excerpt(one.before) for one in was[:1] if one.before not in change.label]
    return "; ".join((*(f"was {one}" for one in first), *now)) or "no more held"


def phrases(differences: Iterable[Difference], is_new: bool) -> Iterator[str]:
    """A phrase for each difference; what a new statement is called goes unsaid."""
    for one in differences:
        if one.what == "status":
            yield status(one)
        elif one.what.endswith((WITNESS, SILENT)):
            yield borne(one)
        elif one.what == ADDRESS:
            yield address(one)
        elif not (is_new and one.what in UNSAID) and not is_day_alone(one):
            yield phrase(one)


def is_day_alone(one: Difference) -> bool:
    """True for the day of something that is itself told as new or gone."""
    return one.what.endswith(f" {ON}") and not (one.before and one.after)


def phrase(one: Difference) -> str:
    """What something reads now, and what it read before."""
    if one.what in BESIDE and not one.after:
        return f"{one.what} no more: {one.before}"
    name = "" if one.what == VALUE else f"{one.what}: "
    before, after = cut(one.before, one.after)
    if not after:
        return f"{name}no more (was {before})" if name else f"was {before}"
    return f"{name}{after} (was {before})" if before else f"{name}{after}"


def status(one: Difference) -> str:
    """A status that came or that another took the place of."""
    return f"{one.before}, now {one.after}" if one.before and one.after else one.after or one.before


def borne(one: Difference) -> str:
    """A witness or a silence that came, went or reads otherwise, behind whose it is."""
    if one.what.endswith(SILENT):
        return silence(one)
    if not one.before:
        return f"{one.what} added: {one.after}"
    if not one.after:
        return f"{one.what} removed: {one.before}"
    before, after = cut(one.before, one.after)
    return f"{one.what}: {after} (was {before})"


def silence(one: Difference) -> str:
    """That a side is silent, and by which text of its own."""
    if not one.after:
        return f"{one.what.removesuffix(SILENT)}no more silent (was by: {one.before})"
    before = f" (was by: {one.before})" if one.before else ""
    return f"{one.what}, by: {one.after}{before}"


def address(one: Difference) -> str:
    """What the address of an old id says, and what it said before."""
    if not one.after:
        return f"its address leads nowhere (was: {excerpt(one.before)})"
    before = f" (was: {excerpt(one.before.removeprefix('says: '))})" if one.before else ""
    return f"its address {excerpt(one.after)}{before}"


def cut(before: str, after: str) -> tuple[str, str]:
    """Two texts, long ones without what they share at both ends."""
    if not (before and after) or max(len(before), len(after)) <= LONG:
        return excerpt(before), excerpt(after)
    start = max(0, len(os.path.commonprefix([before, after])) - AROUND)
    shared = len(os.path.commonprefix([before[start:][::-1], after[start:][::-1]]))
    end = max(0, shared - AROUND)
    return middle(before, start, end), middle(after, start, end)


def middle(text: str, start: int, end: int) -> str:
    """A text without its start and end, from one space to another."""
    head = text.rfind(" ", 0, start) + 1
    tail = text.find(" ", len(text) - end) if end else -1
    cut_off = len(text) if tail < 0 else tail
    return f"{'…' if head else ''}{excerpt(text[head:cut_off])}{'…' if cut_off < len(text) else ''}"


def excerpt(text: str) -> str:
    """The beginning of a text, which is all of most."""
    return text if len(text) <= 2 * LONG else f"{text[: 2 * LONG].rstrip()}…"


def cut_short(text: str) -> str:
    """A name, or a text in a list, of which the beginning is enough."""
    return text if len(text) <= LONG else f"{text[:LONG].rstrip()}…"


def summary(changes: Iterable[Change]) -> str:
    """How many changes there are of each kind: `2 changed, 1 disputed now`."""
    kinds = [change.kind for change in changes]
    counts = ((kinds.count(kind), HEADINGS[kind].lower()) for kind in Kind)
    return ", ".join(f"{number} {heading}" for number, heading in counts if number)


def nothing(not_compared: Sequence[str]) -> str:
    """That readers find nothing changed, and by what alone, where more than the content differs."""
    told = beside(not_compared)
    return f"{NOTHING} by the content; {told}" if told else NOTHING


def beside(not_compared: Sequence[str]) -> str:
    """What makes the site of the content and differs too."""
    makers = {GENERATOR if path.startswith(f"{GENERATOR}/") else LOOK for path in not_compared}
    named = [f"the {one}" for one in (LOOK, GENERATOR) if one in makers]
    verb = "differ" if len(named) > 1 else "differs"
    return f"{' and '.join(named)} {verb} too, which is not compared" if named else ""


def touched(parts: Iterable[tuple[str, Sized]]) -> str:
    """How much reads otherwise: `1 key point, 4 pages`."""
    return ", ".join(counted(len(ones), noun) for noun, ones in parts) or "no page reads otherwise"
