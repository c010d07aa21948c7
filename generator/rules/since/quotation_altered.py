"""`quotation-altered`: a quotation is another's words, and they do not change."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Label, Severity
from generator.model.record import Record
from generator.model.source import Source
from generator.rules.said import Said, parts
from generator.rules.since.change import Change
from generator.rules.since.same_witness import changed_values
from generator.rules.wanted import missing, words


def check(change: Change) -> Iterator[Diagnostic]:
    """Quotations whose words differ from those of the same name before; cells of a row once."""
    by_witness = said_otherwise(change)
    for record in change.after.briefing.as_read.of_kind("source"):
        found = differing(change, record)
        for _, several in groupby(found, key=lambda one: one[0].rpartition("/")[0] or one[0]):
            yield altered(change.after, record, dict(several), by_witness)


def said_otherwise(change: Change) -> dict[str, list[Label]]:
    """What rests on other words of a quotation and says something else, by its witness."""
    found: dict[str, list[Label]] = {}
    for one in changed_values(change):
        for witness in one.altered:
            found.setdefault(witness, []).append(Label(one.told.span, one.told.message))
    return found


def differing(change: Change, now: Record) -> Iterator[tuple[str, str]]:
    """The keys of the quotations that differ, with what they said."""
    assert isinstance(now.data, Source)
    for key in now.data.keys:
        witness, new = f"{now.id}#{key}", now.data.quotation(key)
        old = change.before.briefing.quotation(change.witness(witness))
        # Of what cannot be read nothing stands there.
        if old and new and new.text and change.is_altered(witness, old.text, new.text):
            yield key, old.text
        elif old and new and old.original != new.original:
            yield key, old.original or old.text
        elif old and new and "/" in key and old.at != new.at:
            yield key, f"{old.text}, {old.at}"


def altered(
    after: Dossier, record: Record, old: dict[str, str], by_witness: dict[str, list[Label]]
) -> Diagnostic:
    """Words that were put otherwise, with what says something else by them."""
    assert isinstance(record.data, Source)
    ids = {f"{record.id}#{key}": text for key, text in old.items()}
    first, *others = (record.places.value(record.data.place_of(key)) for key in old)
    briefing = after.briefing.as_read
    resting = [
        located
        for located in briefing.statements.values()
        if not ids.keys().isdisjoint(located.statement.named)
    ]
    gone = [
        lost
        for located in resting
        for part in parts(briefing, located)
        for lost in lacks(part, ids)
    ]
    said = ", ".join(f"`{id_}` said `{text}`" for id_, text in ids.items())
    return Diagnostic(
        code="quotation-altered",
        message=f"the quotation{'s' if others else ''} {said}",
        span=first,
        severity=Severity.ERROR if gone else Severity.WARNING,
        labels=(
            *(Label(one, "altered too") for one in others),
            *gone,
            *(label for id_ in ids for label in by_witness.get(id_, ())),
            *(Label(one.key_span(), "rests on it") for one in resting),
        ),
        help="quote other words under a key of their own; to mend a slip of copying, say so in the "
        "commit",
    )


def lacks(part: Said, old: dict[str, str]) -> Iterator[Label]:
    """What a part had from one of some quotations by what they said, and has from none now."""
    own = words(part) if part.quoted and part.is_whole else None
    is_lost = own and not any(map(own.stands_in, part.quoted))
    was = [(old[one.witness], one.published) for one in part.quoted if one.witness in old]
    for one in (*missing(part), *([own] if own and is_lost else ())):
        if any(one.stands(*each) for each in was):
            yield Label(part.span(one.key), f"has `{one.shown}` from no quotation any more")
