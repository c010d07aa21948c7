"""`same-witness`, `quotation-altered`: what changed has words that carry it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from generator.changes.listing import Change, Changes, Difference
from generator.changes.pairing import Quoted, bare
from generator.derive.expected import Expected
from generator.diagnostics import Diagnostic, Label, Severity
from generator.model.fields import NameTexts, yaml_key
from generator.rules.quotations import all_expected, missing, words
from generator.rules.shared import QuotedStatement, parts
from generator.source import Span

# What a quotation carries; the keys that only describe it may be put in order at any time.
SAID = (
    *("value", "exact", "unit", "words", "says", "title", "person", "people", "attendance"),
    *("does", "target", "from_", "until", "through", "for_", "renews", "by", "party", "body"),
    # What makes a figure another one.
    *("covers", "period", "basis", "category", "reporter", "flow"),
)
OLD_WORDS = "no witness has new words"
HELP = "name the words that carry it as it is now, or say in the commit what was misread"


def check(changes: Changes) -> Iterator[Diagnostic]:
    """Statements and positions that say something else on the same words as before.

    What rests on words that were altered is reported with these.
    """
    return (found for found, altered in reworded(changes) if not altered)


def reworded(changes: Changes) -> Iterator[tuple[Diagnostic, frozenset[str]]]:
    """What says something else without new words; with the witnesses that were altered."""
    reported: set[Span] = set()
    for one in changes.parts:
        differences = [each for each in one.differences if is_said(one, each)]
        if not (differences and one.was and one.now and one.now.witnesses):
            continue
        found = unwitnessed(one.was, one.now, differences)
        # What stands beside positions is reported once.
        if found.span not in reported and not is_carried_anew(changes, one.now):
            reported.add(found.span)
            yield found, altered(changes, one.was, one.now)


def is_said(change: Change[QuotedStatement], one: Difference) -> bool:
    """Whether a key that differs is one that a quotation carries."""
    if one.key != "title":
        return one.key in SAID
    # The heading of a claim is what it is called; a title may have more languages.
    is_heading = () in [part.located.path for part in (change.was, change.now) if part]
    return not is_heading and is_reworded(one.was, one.now)


def is_reworded(was: object, now: object) -> bool:
    """Whether one of the names in several languages has gone."""
    old, new = (
        {*one.texts.values()} if isinstance(one, NameTexts) else set() for one in (was, now)
    )
    return not old <= new


def is_carried_anew(changes: Changes, now: QuotedStatement) -> bool:
    """Whether a witness has words that none had before, and in them what is said anew.

    Words that another source prints too are not new, nor is a piece of what was quoted. A source
    that is only listed has none; that all words were taken out is reported as `quotation-lost`.
    """
    held = changes.earlier(now)
    before = {one.witness: bare(one.quotation.text) for part in held for one in part.quoted}
    if not now.quoted:
        return bool(before)
    texts = [f" {text} " for text in before.values()]
    fresh = [
        one
        for one in now.quoted
        if changes.pairing.witness(one.witness) not in before
        and not any(f" {bare(one.quotation.text)} " in text for text in texts)
    ]
    return bool(fresh) and all(any(map(one.stands_in, fresh)) for one in said_anew(held, now))


def said_anew(held: tuple[QuotedStatement, ...], now: QuotedStatement) -> list[Expected]:
    """The numbers, days, words and persons that are new, and that some quotation has."""
    before = {(one.key, one.meaning) for part in held for one in all_expected(part)}
    found = (one for one in all_expected(now) if (one.key, one.meaning) not in before)
    return [one for one in found if any(map(one.stands_in, now.quoted))]


def altered(changes: Changes, was: QuotedStatement, now: QuotedStatement) -> frozenset[str]:
    """The witnesses with other words than before, as they are called now."""
    pairing, before = changes.pairing, {one.witness: one.quotation.text for one in was.quoted}
    pairs = ((one.witness, before.get(pairing.witness(one.witness)), one) for one in now.quoted)
    return frozenset(
        name
        for name, old, one in pairs
        if old is not None and pairing.is_altered(name, old, one.quotation.text)
    )


def unwitnessed(
    was: QuotedStatement, now: QuotedStatement, differences: list[Difference]
) -> Diagnostic:
    """A change that nothing new carries, at the key that is there now."""
    here = [one for one in differences if one.now not in (None, (), False)]
    gone = [one for one in differences if one not in here and here]
    key = yaml_key((here or differences)[0].key)
    old_key = yaml_key(gone[0].key) if gone else key
    old = place(was, old_key)
    replaced = f"`{old_key}` " if gone else ""
    before = f"was {replaced}`{first_line(old.text)}`" if old else "was not there"
    return Diagnostic(
        code="same-witness",
        message=f"`{key}` of `{now.located.id}` {before}, and {OLD_WORDS}",
        span=place(now, key) or now.located.key_span(*now.path),
        severity=Severity.WARNING,
        labels=(Label(now.located.key_span(*now.path, "witnesses"), "these have not changed"),),
        help=HELP,
    )


def place(part: QuotedStatement, key: str) -> Span | None:
    """Where a key is written, in the part or beside it; None where it is not."""
    values, at = part.located.record.places.values, part.located.path
    return values.get((*at, *part.path, key)) or values.get((*at, key))


def first_line(text: str) -> str:
    """The first line of what was written."""
    first, *rest = text.splitlines() or [""]
    return f"{first} …" if rest else first


def check_quotations(changes: Changes) -> Iterator[Diagnostic]:
    """Quotations with other words than before; the cells of a row once."""
    said_otherwise: dict[str, list[Label]] = {}
    for found, witnesses in reworded(changes):
        for witness in witnesses:
            said_otherwise.setdefault(witness, []).append(Label(found.span, found.message))
    differing = [one for one in changes.quotations if one.was and one.now and was_said(one)]
    by_row = groupby(differing, key=lambda one: row_of(one.now))
    for _, several in by_row:
        yield altered_words(changes, list(several), said_otherwise)


def row_of(one: Quoted | None) -> str:
    """The row of a cell; a quotation itself."""
    assert one
    return one.id.rpartition("/")[0] or one.id


def was_said(one: Change[Quoted]) -> str:
    """What a quotation said that has other words now, here or in its language; else empty."""
    if one.was is None:
        return ""
    old, is_cell = one.was.quotation, "/" in one.was.key
    if "text" in one.keys:
        return old.text
    if "original" in one.keys:
        return old.original or old.text
    return f"{old.text}, {old.at}" if is_cell and "at" in one.keys else ""


def altered_words(
    changes: Changes, several: list[Change[Quoted]], said_otherwise: dict[str, list[Label]]
) -> Diagnostic:
    """Words that were altered, with what rests on them and what lost its words by it."""
    old = {one.now.id: was_said(one) for one in several if one.now}
    first, *others = (one.here for one in several if one.here)
    briefing = changes.head.briefing
    resting = [one for one in briefing.statements.values() if old.keys() & set(one.statement.named)]
    lost = [label for one in resting for part in parts(briefing, one) for label in lacks(part, old)]
    differing = ", ".join(f"`{id_}` said `{text}`" for id_, text in old.items())
    return Diagnostic(
        code="quotation-altered",
        message=f"the quotation{'s' if others else ''} {differing}",
        span=first,
        severity=Severity.ERROR if lost else Severity.WARNING,
        labels=(
            *(Label(one, "altered too") for one in others),
            *lost,
            *(label for id_ in old for label in said_otherwise.get(id_, ())),
            *(Label(one.key_span(), "rests on it") for one in resting),
        ),
        help="quote other words under a key of their own; to mend a slip of copying, say so in the "
        "commit",
    )


def lacks(part: QuotedStatement, old: dict[str, str]) -> Iterator[Label]:
    """What a part had from a quotation as it was, and has from none now."""
    own = words(part) if part.quoted and part.is_whole else None
    is_lost = own and not any(map(own.stands_in, part.quoted))
    was = [(old[one.witness], one.published) for one in part.quoted if one.witness in old]
    for one in (*missing(part), *([own] if own and is_lost else ())):
        if any(one.stands(*each) for each in was):
            yield Label(part.span(one.key), f"no quotation has `{one.shown}` any more")
