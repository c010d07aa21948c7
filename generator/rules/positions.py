"""Statements say something, rest on witnesses, and hold positions that differ."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.derive import Dossier
from generator.derive.dossier import Status
from generator.diagnostics import Diagnostic, Fix, Label
from generator.model.beside import Because
from generator.model.briefing import Located
from generator.model.claim import Claim
from generator.model.fields import yaml_key
from generator.model.source import Source
from generator.rules.shared import (
    all_statements,
    first_content_key,
    labels,
    quoted_statements,
    sides,
)
from generator.source import Span

LINE = re.compile(r"\s*status:\s*[\w ]*")
# What nobody can confirm.
NATURES = {"judgement", "forecast"}
ASIDE = ("rejected", "superseded", "retracted")
# What says why something steps aside: of what is superseded what took its place.
NEEDS = {"rejected": "why", "retracted": "why", "superseded": "by"}
# What positions say, each for itself.
ANSWERS = ("value", "words", "says")


def value_without_witness(dossier: Dossier) -> Iterator[Diagnostic]:
    """Statements and positions that say something and rest on nothing."""
    for located in all_statements(dossier.briefing):
        statement = located.statement
        if not statement.is_stated and (key := first_content_key(statement)):
            yield unwitnessed(located.key_span(key), f"`{located.id}` has `{key}`")
        if not statement.witnesses:
            for key, position in statement.positions.items():
                if not position.witnesses:
                    span = located.key_span("positions", key)
                    yield unwitnessed(span, f"`{located.id}: {key}` has a position")


def unwitnessed(span: Span, what: str) -> Diagnostic:
    """A value that rests on nothing."""
    return Diagnostic(
        code="value-without-witness",
        message=f"{what} and no witness",
        span=span,
        help="add `witnesses: [source#quotation]`, or `compute:` where it follows from others",
    )


def says_nothing(dossier: Dossier) -> Iterator[Diagnostic]:
    """What has witnesses, or stands under a key of one's own, and says nothing."""
    for located in all_statements(dossier.briefing):
        mute = [path for path, _ in located.statement.contents() if is_mute(located, path)]
        for path in mute:
            name = (located.id, *located.path, *path)[-1]
            yield Diagnostic(
                code="says-nothing",
                message=f"`{name}` is a statement, and says nothing",
                span=located.key_span(*path),
                help="add what it says with its witnesses; a key that only describes belongs into "
                "a statement",
            )
        statement = located.statement
        parts = (statement, *statement.positions.values())
        counted = statement.compute or any(one.value for one in parts) or mute
        if statement.unit and not counted:
            yield Diagnostic(
                code="says-nothing",
                message="a `unit`, and no `value` that it is the unit of",
                span=located.span("unit"),
                help="add the `value`, or take the unit out",
            )


def is_mute(located: Located, path: tuple[str, ...]) -> bool:
    """Whether a statement or position says nothing; what it acts upon is another rule's."""
    statement = located.statement
    content = dict(statement.contents())[path]
    rests = statement.positions or statement.compute or getattr(statement, "body", None)
    if (
        first_content_key(content)
        or first_content_key(statement)
        or content.target
        or (rests and not path)
    ):
        return False
    return bool(content.witnesses) or (not path and is_own(located))


def is_own(located: Located) -> bool:
    """Whether it stands under a key that the kind does not know, or is a claim."""
    known = {yaml_key(name) for name in type(located.record.data).model_fields}
    if not located.path:
        own = (path for path, _ in located.record.statements.values())
        return isinstance(located.statement, Claim) and all(path == ("said",) for path in own)
    return len(located.path) == 1 and located.path[0] not in known


def one_position(dossier: Dossier) -> Iterator[Diagnostic]:
    """Statements with a single position."""
    for located in dossier.briefing.statements.values():
        if len(located.statement.positions) == 1:
            (key,) = located.statement.positions
            yield Diagnostic(
                code="one-position",
                message=f"`{key}` is the only position",
                span=located.key_span("positions", key),
                help="write its keys beside each other without `positions`, or add what another "
                "holds; silence is no position: `silent: {party: {witnesses}}`",
            )


def shadowed_key(dossier: Dossier) -> Iterator[Diagnostic]:
    """Keys beside `positions` that every position has as well, or that say something."""
    for located in all_statements(dossier.briefing):
        positions, keys = located.statement.positions, located.record.places.keys
        own = [str(path[-1]) for path in keys if path[:-1] == located.path]
        held = [(*located.path, "positions", one) for one in positions]
        shared = [one for one in own if all((*path, one) in keys for path in held)]
        shadowed = [one for one in own if one in ANSWERS or one in shared]
        if len(positions) > 1 and shadowed:
            first, *others = map(located.key_span, shadowed)
            yield Diagnostic(
                code="shadowed-key",
                message=f"`{shadowed[0]}` stands beside `positions`, and each position has its own",
                span=first,
                labels=labels("so does this", others),
                help="take it out here: beside `positions` stands what all of them share",
            )


def same_position(dossier: Dossier) -> Iterator[Diagnostic]:
    """Positions of one statement that say the same in the same words."""
    for located in dossier.briefing.statements.values():
        seen: dict[str, str] = {}
        for key, position in located.statement.positions.items():
            if any(getattr(position, word) for word in ASIDE):
                continue
            words = " ".join((position.says or position.words or "").split()).casefold()
            first = seen.setdefault(words, key) if words else key
            if first != key:
                there = located.key_span("positions", first)
                yield Diagnostic(
                    code="same-position",
                    message=f"`{key}` says what `{first}` says",
                    span=located.key_span("positions", key),
                    labels=(Label(there, "the same answer"),),
                    help="who says the same shares a position: put its witnesses and `by` there, "
                    "or write what it says instead",
                )


def silent_and_speaks(dossier: Dossier) -> Iterator[Diagnostic]:
    """Sides that are silent, and say so themselves or hold a position."""
    for located in dossier.briefing.statements.values():
        for party in located.statement.silent:
            held = {"by": located.span("by")} if speaks(dossier, located.statement, party) else {}
            for key, position in located.statement.positions.items():
                if key == party or speaks(dossier, position, party):
                    held[key] = located.key_span("positions", key)
            if held:
                yield Diagnostic(
                    code="silent-and-speaks",
                    message=f"`{party}` is silent, and it or one of its own speaks",
                    span=located.key_span("silent", party),
                    labels=labels("here it speaks", held.values()),
                    help="take it out of `silent`, or correct `by` or the position",
                )


def speaks(dossier: Dossier, content: object, party: str) -> bool:
    """Whether a side says something, itself or by one of its own."""
    by: tuple[str, ...] = getattr(content, "by", ())
    return any(party in sides(dossier.briefing, id_) for id_ in by)


def no_quotation_left(dossier: Dossier) -> Iterator[Diagnostic]:
    """Statements with a rejected position of which what is left has no quotation that counts."""
    for fact in dossier.facts.values():
        slips = [s.key for s in fact.stances if s.aside and s.aside.status is Status.REJECTED]
        is_all = len(slips) == len(fact.statement.positions) > 1 and not fact.statement.reading
        if slips and (is_all or (fact.left and not fact.standing)):
            left = " and ".join(f"`{stance.key}`" for stance in fact.left)
            rest = f"{left} has no quotation that counts" if left else "no position is left"
            yield Diagnostic(
                code="no-quotation-left",
                message=f"`{slips[0]}` is rejected, and {rest}",
                span=fact.located.key_span("positions", slips[0], "rejected"),
                help="quote the words that carry what is right, or tell in a `reading` of the "
                "statement what is known",
            )


def author_missing(dossier: Dossier) -> Iterator[Diagnostic]:
    """Judgements and forecasts without `by`, and claims that are lowered to the word of nobody."""
    for part in quoted_statements(dossier.briefing):
        nature, lowered = part.located.statement.nature, part.located.statement.lowered
        if part.content.by:
            continue
        if nature in NATURES:
            yield authorless(part.located.span("nature"), f"a {nature} without an author")
        elif lowered and lowered.to == "claimed":
            yield authorless(part.located.span("lowered", "to"), "a claim of nobody")


def authorless(span: Span, message: str) -> Diagnostic:
    """What is somebody's word, and nobody's here."""
    return Diagnostic(
        code="author-missing",
        message=message,
        span=span,
        help="add `by:`, the party, body or person that judges or claims: nobody can confirm it",
    )


def reason_missing(dossier: Dossier) -> Iterator[Diagnostic]:
    """Positions, statements and sources that are set aside without the reason."""
    for record in dossier.briefing.records.values():
        for path, model in record.models:
            word = str(path[-1]) if path else ""
            if isinstance(model, Because) and word in NEEDS and not getattr(model, NEEDS[word]):
                yield unexplained(record.places.key(path), word, NEEDS[word])
        data = record.data
        if isinstance(data, Source) and not (data.counts or data.why):
            yield unexplained(record.places.key(("counts",)), "counts: no", "why")


def unexplained(span: Span, word: str, key: str) -> Diagnostic:
    """A reader would see that something was set aside, and not why."""
    wanted = "what takes its place" if key == "by" else "the reason, which is printed"
    return Diagnostic(
        code="reason-missing",
        message=f"`{word}` without `{key}`",
        span=span,
        help=f"add `{key}:` with {wanted}",
    )


def status_typed(dossier: Dossier) -> Iterator[Diagnostic]:
    """Statuses that were written, and lowered ones that lower nothing."""
    for located in all_statements(dossier.briefing):
        if located.statement.status is not None:
            key = located.key_span("status")
            yield Diagnostic(
                code="status-typed",
                message=f"`status: {located.statement.status}` is written, and a status always "
                "follows",
                span=key,
                help="take the line out; `lowered: {to, why, on}` weakens a status",
                fix=without_line(key),
            )
    for fact in dossier.facts.values():
        wish = fact.statement.lowered
        if wish and not fact.lowered and wish.on.last <= dossier.day and fact.grade:
            yield Diagnostic(
                code="status-typed",
                message=f"`{wish.to}` is not weaker than `{fact.grade.value}`, the status that "
                "follows",
                span=fact.located.span("lowered", "to"),
                help="`lowered` only weakens: take it out, or correct the witnesses",
            )


def without_line(key: Span) -> Fix | None:
    """The line taken out, where nothing else stands on it: no fact and no comment."""
    if not LINE.fullmatch(key.file.line(key.line)):
        return None
    text = key.file.text
    start, end = text.rfind("\n", 0, key.start) + 1, text.find("\n", key.end) + 1
    return Fix("", safe=True, span=key.file.span(start, end or len(text)))
