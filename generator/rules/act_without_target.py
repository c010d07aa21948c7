"""`act-without-target`: an act says what it acts upon, and what it does to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from generator.derive import Dossier
from generator.diagnostics import Diagnostic
from generator.link import Briefing, Located
from generator.model.statement import PROMISE, Act, Does, Part
from generator.rules.end_left_out import unwritten
from generator.rules.said import Said, said

# The keys that hold acts.
HOLDERS = ("terms", "acts")


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Acts, but for promises, without a target or a deed, or upon what nothing can act on."""
    known = dossier.briefing.as_read.statements
    for part in said(dossier.briefing.as_read):
        is_promise = part.content.does in {None, PROMISE}
        if not (is_promise or part.content.target or part.may_have("target")):
            yield targetless(part)
        # Where a line is lost, what stands below may be none.
        is_known = part.located.path[:-1] not in part.located.record.unread
        is_act = (is_known and isinstance(part.located.statement, Act)) or part.content.target
        if is_act and not (part.content.does or part.may_have("does")):
            yield doing_nothing(part)
        if is_outside(part) and not is_moved(part):
            yield outside(part)
        for id_ in part.content.target:
            if id_ in known and not isinstance(known[id_].statement, Act | Part):
                yield aimless(part, known[id_])


def is_outside(part: Said) -> bool:
    """Whether a deed stands in what is no act."""
    return bool(part.content.does) and not isinstance(part.located.statement, Act)


def is_moved(part: Said) -> bool:
    """Whether nothing that can be read stands where the record has its acts, or lines are lost."""
    unread = part.located.record.unread
    return () in unread or any((holder,) in unread for holder in HOLDERS)


def meant_ids(briefing: Briefing) -> frozenset[str]:
    """The ids that such statements would have where acts stand, and may be mentioned by."""
    found = (part.located for part in said(briefing) if is_outside(part))
    # One that has lost all its lines above is the record itself.
    below = (one for one in found if one.path)
    return frozenset(f"{one.record.id}.{holder}.{one.key}" for one in below for holder in HOLDERS)


def outside(part: Said) -> Diagnostic:
    """A deed of what is no act, from which nothing follows."""
    return Diagnostic(
        code="act-without-target",
        message=f"`does: {part.content.does}` in what is no act, so that nothing follows from it",
        span=part.located.key_span(),
        help="acts stand below `terms:` or `acts:`, with two spaces more",
    )


def aimless(part: Said, target: Located) -> Diagnostic:
    """An act upon a mere statement, which has no state to be changed."""
    record = target.record
    hint = f"write `{record.id}`" if record.kind in {"agreement", "measure"} else "name another"
    return Diagnostic(
        code="act-without-target",
        message=f"`{target.id}` is no part, term or act, and nothing acts upon it",
        span=part.span("target"),
        help=f"an agreement, a measure, or a part or term of one is acted upon: {hint}",
    )


def valueless(part: Said) -> str:
    """What is told of an act that has lost its value too, and not the unit of it."""
    is_lost = part.content.unit and not (part.content.value or part.may_have("value"))
    return ", and no `value` beside its `unit`" if is_lost else ""


def targetless(part: Said) -> Diagnostic:
    """An act that changes the state of nothing, and may have lost its end with its target."""
    lost = unwritten(part)
    return Diagnostic(
        code="act-without-target",
        message=f"`{part.content.does}` names no `target`{valueless(part)}"
        + (f", and no end where the quotation says `{lost[1]}`" if lost else ""),
        span=part.span("does"),
        help="add `target:` with the id of an agreement, measure, part or term; "
        "a promise is `does: undertake` with `says`",
    )


def doing_nothing(part: Said) -> Diagnostic:
    """A target to which nothing is done, or an act that does nothing."""
    span, message = part.located.key_span(), "an act, and no `does` says what it does"
    if part.content.target:
        span, message = part.span("target"), "a `target`, and no `does` says what is done to it"
    return Diagnostic(
        code="act-without-target",
        message=message + valueless(part),
        span=span,
        help=f"add `does:` with one of {', '.join(get_args(Does))}",
    )
