"""Acts: what they act upon, what they do to it, from which day, and until when."""

import re
from collections.abc import Iterator
from datetime import date
from typing import get_args

from generator.derive import Dossier
from generator.derive.dossier import Fact
from generator.derive.mentions import SMALL, mentions
from generator.derive.spelling import last_day_in
from generator.derive.states import over_by_now
from generator.derive.world import World
from generator.diagnostics import Diagnostic
from generator.model.dates import PartialDate, in_words
from generator.model.statement import OBJECTION, PROMISE, Act, Does, Part, Stepped
from generator.rules.shared import quoted_statements
from generator.rules.sound import near

FINAL = ("lift", "end", "replace")
COUNT = rf"(?:an?|{'|'.join(SMALL)}|\d{{1,4}})"
UNIT = r"(?:day|month|year)s?"
LASTING = re.compile(
    rf"\b(?:for|period of) (?:a period of |an initial |another |an additional )?{COUNT}"
    rf"[ -]?(?:calendar )?{UNIT}\b|\b{COUNT}[- ]{UNIT} (?:suspension|pause|truce|extension)\b",
    re.IGNORECASE,
)
UNTIL = re.compile(r"\b(?:until|till|through)\s*$", re.IGNORECASE)
# What goes on from where it was needs no first day; a promise changes no state.
DAYLESS = {"undertake", "extend"}
ACT = (
    "write an act below `terms:` or `acts:`, with `does:` and `target:`; the target is an "
    "agreement, a measure, or a part or term of one; a promise is `does: undertake` with `says`"
)


@near
def act_without_target(dossier: Dossier) -> Iterator[Diagnostic]:
    """Acts, but for promises, without a target or a deed, or upon what nothing can act on."""
    known = dossier.briefing.whole.statements
    for part in quoted_statements(dossier.briefing):
        does, target = part.content.does, part.content.target
        is_act = isinstance(part.located.statement, Act)
        acted = [id_ for id_ in target if id_ in known]
        odd = [id_ for id_ in acted if not isinstance(known[id_].statement, Act | Part)]
        kept = [id_ for id_ in part.content.keeps if id_ in known]
        idle = [id_ for id_ in kept if known[id_].statement.does != PROMISE]
        key = "target" if target and (is_act or not does) else "does"
        if does and not is_act:
            message = f"`does: {does}` in what is no act: nothing follows from it"
        elif does and does != PROMISE and not target:
            message = f"`{does}` names no `target`"
        elif odd:
            message = f"`{odd[0]}` is no part, term or act, and nothing acts upon it"
        elif not does and (is_act or target):
            message = f"no `does` says what is done: one of {', '.join(get_args(Does))}"
        elif idle:
            message, key = f"`{idle[0]}` is no promise, and nothing keeps it", "keeps"
        elif part.content.keeps_part and not kept:
            message, key = "`keeps-part` names no promise: `keeps` is missing", "keeps-part"
        else:
            continue
        span = part.span(key) if does or target or idle else part.located.key_span()
        yield Diagnostic("act-without-target", message, span, help=ACT)


def act_without_day(dossier: Dossier) -> Iterator[Diagnostic]:
    """Acts without a first day, and acts upon what has none."""
    world = dossier.worlds[0]
    for fact in _acting(dossier, world):
        does, targets = fact.chosen.does, fact.chosen.target
        if does in DAYLESS or not targets:
            continue
        if not world.begin(fact.id):
            yield _dayless(fact, "does", f"`{does}` begins on no day, so no state follows from it")
        for id_ in targets:
            is_there = id_ in dossier.facts or id_ in dossier.briefing.records
            is_told = id_ in world.effects or world.begin(id_) or world.announcement(id_)
            if is_there and not is_told:
                message = f"`{does}` changes nothing: `{id_}` has no first day that is quoted"
                yield _dayless(fact, "target", message)


def _acting(dossier: Dossier, world: World) -> Iterator[Fact]:
    return (fact for fact in dossier.acts if fact.id in world.effects)


def _dayless(fact: Fact, key: str, message: str) -> Diagnostic:
    return Diagnostic(
        "act-without-day",
        message,
        fact.located.span(key),
        help="add `from:` to the act, or a quoted `in-force` to what it acts upon; `../DAY` says "
        "that it was in force by that day",
    )


def deed_unseen(dossier: Dossier) -> Iterator[Diagnostic]:
    """Acts for a day that has come, with no source of that day or later that counts."""
    world = dossier.worlds[0]
    for fact in _acting(dossier, world):
        begun, seen = world.begin(fact.id), world.effects[fact.id].seen
        if fact.id in world.unseen and begun:
            last = f"is of {in_words(seen)}" if seen > date.min else "names no day"
            yield Diagnostic(
                "deed-unseen",
                f"`{fact.chosen.does}` is for {in_words(begun)}, and its last source that counts "
                f"{last}: pages say `due on`",
                fact.located.span("does"),
                help="add a quotation of that day or later that says that it was done; what an "
                "authority ordered is `nature: order`, and takes effect by itself",
            )


def kept_too_early(dossier: Dossier) -> Iterator[Diagnostic]:
    """Acts that keep a promise made after them."""
    world = dossier.worlds[0]
    for fact in _acting(dossier, world):
        for promise in fact.chosen.keeps:
            begun, made = world.begin(fact.id), world.begin(promise)
            if begun and made and begun < made:
                yield Diagnostic(
                    "kept-too-early",
                    f"the act begins on {in_words(begun)}, and `{promise}` was promised on "
                    f"{in_words(made)}",
                    fact.located.span("keeps"),
                    help="correct the day of one of the two, or take `keeps` out",
                )


def act_in_vain(dossier: Dossier) -> Iterator[Diagnostic]:
    """Acts upon what another act had ended by then, and what resumes what was not suspended."""
    world = dossier.worlds[0]
    for fact in _acting(dossier, world):
        for target in fact.chosen.target:
            if told := _in_vain(world, fact, target):
                message, help = told
                yield Diagnostic("act-in-vain", message, fact.located.span("target"), help=help)


def _in_vain(world: World, fact: Fact, target: str) -> tuple[str, str] | None:
    """Why an act changes nothing of its target, and what helps; None where it changes something."""
    does, begun = fact.chosen.does, world.begin(fact.id)
    if does == "resume":
        what = f"`resume` changes nothing: `{target}` was not suspended then"
        right = "name what was suspended, or the act that suspended it, or add the act that did"
        return None if _was_suspended(world, target, begun) else (what, right)
    over, begun = over_by_now(world, target), begun or fact.known_from
    if not (over and over.since and begun and over.code == "ended"):
        return None
    # What ends something ends it on its own day.
    is_late = over.since < begun or (over.since == begun and does not in FINAL)
    what = f"`{does}` changes nothing: `{target}` {over.text()}"
    right = "correct the day, or name what is still in force, such as the act that took its place"
    return (what, right) if is_late else None


def _was_suspended(world: World, target: str, on: date | None) -> bool:
    """Whether something is a suspension, or was under one that had begun by a day."""
    own = world.effects.get(target)
    acts = (one for one in world.upon(target) if one.content.does == "suspend")
    begun = (day for one in acts if (day := world.begin(one.id)))
    is_suspension = own is not None and own.content.does == "suspend"
    return on is None or is_suspension or any(day <= on for day in begun)


@near
def steps_out_of_order(dossier: Dossier) -> Iterator[Diagnostic]:
    """Rates of a part without a first day, or that begin before the one above them has."""
    for located in dossier.briefing.statements.values():
        steps = located.statement.steps if isinstance(located.statement, Stepped) else {}
        before: PartialDate | None = None
        for key, step in steps.items():
            path, begins = (*located.path, "steps", key), step.from_
            if begins is None or (before and begins.first <= before.last):
                told = "has no first day"
                if begins and before:
                    after = f"not after {in_words(before)}, the day of the one above it"
                    told = f"begins on {in_words(begins)}, {after}"
                place = (*path, "from") if begins else path
                yield Diagnostic(
                    "steps-out-of-order",
                    f"the step `{key}` {told}",
                    located.record.places.key(place),
                    help="write `from:` in each step, the earliest step first; each holds until "
                    "the next one begins",
                )
            elif end := step.until or step.through or step.for_:
                name = "until" if step.until else "through" if step.through else "for"
                yield Diagnostic(
                    "steps-out-of-order",
                    f"the step `{key}` names an end, `{end.text}`, and holds until the next one",
                    located.record.places.key((*path, name)),
                    help="take it out; all steps end with the part",
                )
            before = begins or before


@near
def end_left_out(dossier: Dossier) -> Iterator[Diagnostic]:
    """Acts for which a quotation names a length of time, or a last day, that is written nowhere."""
    for part in quoted_statements(dossier.briefing):
        content = part.content
        is_ended = content.until or content.through or content.for_ or "for" in content.inferred
        if content.does in {None, "end", "replace", OBJECTION, PROMISE} or is_ended:
            continue
        if named := next((end for _, text in part.texts for end in _ends_in(text)), ""):
            yield Diagnostic(
                "end-left-out",
                f"the quotation says `{named}`, and the act names no end",
                part.span("does"),
                labels=tuple(one.label for one in part.quoted[:1]),
                help="add `for:`, `until:` or `through:`; if it is about something else, say so: "
                "`inferred: {for: why}`",
            )


@near
def until_inclusive(dossier: Dossier) -> Iterator[Diagnostic]:
    """Days written as `until` which every quotation that has them calls the last."""
    for part in quoted_statements(dossier.briefing):
        end = part.content.until
        for one in part.quoted if end and "until" not in part.content.inferred else ():
            if end and any(last_day_in(end, text, one.published) for text in one.texts):
                yield Diagnostic(
                    "until-inclusive",
                    f"`until` is the first day on which it no longer applies, and the "
                    f"quotation has {in_words(end)} as the last on which it does",
                    part.span("until"),
                    labels=(one.label,),
                    help=f"write `through: {end.text}`, or `until:` with the day after",
                )
                break


def _ends_in(text: str) -> Iterator[str]:
    if lasting := LASTING.search(text):
        yield lasting[0]
    for mention in mentions(text):
        if until := UNTIL.search(text[: mention.start]):
            yield text[until.start() : mention.end]
