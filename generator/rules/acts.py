"""Acts: what they act upon, what they do to it, from which day, and until when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import get_args

from generator.derive import Dossier
from generator.derive.dossier import Fact
from generator.derive.mentions import mentions
from generator.derive.numerals import SMALL
from generator.derive.spelling import last_day_in
from generator.derive.states import over_by_now
from generator.derive.world import PROLONGING, End, World, worlds
from generator.diagnostics import Diagnostic
from generator.model.dates import in_words
from generator.model.statement import OBJECTION, PROMISE, Act, Does, Part
from generator.rules.shared import QuotedStatement, quoted_statements

# How quotations say that something rests for a while, is over, or goes on for longer.
VERBS = {
    "suspend": r"(?<!previously )(?<!already )(?<!earlier )suspen[ds]\w*|paus(?:e|es|ed|ing)|暂停",
    "lift": r"lift(?:s|ed|ing)?|remov(?:e|es|ed|al|ing)|rescind\w*|revok\w*|repeal\w*|cancel\w*"
    r"|scrap\w*|end(?:s|ed|ing)?|terminat\w*|drop(?:s|ped|ping)?|abolish\w*|withdr[ae]w\w*"
    "|取消|撤销|废止",
    "extend": r"exten(?:d|ds|ded|ding|sion)(?! to\b)|prolong\w*|延长|延期",
}
SAID = {does: re.compile(rf"(?<![a-z])(?:{words})(?![a-z])", re.I) for does, words in VERBS.items()}
# What acts may be called; it is a suspension that is extended, too.
CALLED = {
    **dict.fromkeys(("suspend", "lift"), ()),
    **{"end": ("lift",), "extend": ("suspend",)},
}
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


def act_without_target(dossier: Dossier) -> Iterator[Diagnostic]:
    """Acts, but for promises, without a target or a deed, or upon what nothing can act on."""
    known = dossier.briefing.statements
    for part in quoted_statements(dossier.briefing):
        does, target = part.content.does, part.content.target
        is_act, key = isinstance(part.located.statement, Act), part.located.key_span()
        odd = [id_ for id_ in target if not is_acted_upon(known.get(id_))]
        if does and not is_act:
            yield lame(part, "does", f"`does: {does}` in what is no act: nothing follows from it")
        elif does and does != PROMISE and not target:
            yield lame(part, "does", f"`{does}` names no `target`")
        elif odd:
            message = f"`{odd[0]}` is no part, term or act, and nothing acts upon it"
            yield lame(part, "target", message)
        elif not does and (is_act or target):
            yield Diagnostic(
                code="act-without-target",
                message="no `does` says what is done",
                span=part.span("target") if target else key,
                help=f"add `does:` with one of {', '.join(get_args(Does))}",
            )


def is_acted_upon(located: object) -> bool:
    """Whether a statement has a state that acts can change; a record may have one."""
    return located is None or isinstance(getattr(located, "statement", None), Act | Part)


def lame(part: QuotedStatement, key: str, message: str) -> Diagnostic:
    """An act that changes the state of nothing."""
    return Diagnostic(
        code="act-without-target",
        message=message,
        span=part.span(key),
        help="an act stands below `terms:` or `acts:`, with a `target:`: an agreement, a measure, "
        "or a part or term of one; a promise is `does: undertake` with `says`",
    )


def act_without_day(dossier: Dossier) -> Iterator[Diagnostic]:
    """Acts without a first day, and acts upon what has none."""
    world = worlds(dossier.today, dossier.facts)[0]
    for fact in acting(dossier, world):
        does, targets = fact.chosen.does, fact.chosen.target
        if does in DAYLESS or not targets:
            continue
        if not world.begin(fact.id):
            yield dayless(fact, "does", f"`{does}` begins on no day, so no state follows from it")
        for id_ in targets:
            is_there = id_ in dossier.facts or id_ in dossier.briefing.records
            is_told = id_ in world.effects or world.begin(id_) or world.announcement(id_)
            if is_there and not is_told:
                message = f"`{does}` changes nothing: `{id_}` has no first day that is quoted"
                yield dayless(fact, "target", message)


def acting(dossier: Dossier, world: World) -> Iterator[Fact]:
    """The acts that are known on the day."""
    return (fact for fact in dossier.acts if fact.id in world.effects)


def dayless(fact: Fact, key: str, message: str) -> Diagnostic:
    """An act from which nothing follows, for want of a day."""
    return Diagnostic(
        code="act-without-day",
        message=message,
        span=fact.located.span(key),
        help="add `from:` to the act, or a quoted `in-force` to what it acts upon; `../DAY` says "
        "that it held by that day",
    )


def act_in_vain(dossier: Dossier) -> Iterator[Diagnostic]:
    """Acts upon what others had ended by then, and extensions that prolong nothing."""
    world = worlds(dossier.today, dossier.facts)[0]
    for fact in acting(dossier, world):
        does = fact.chosen.does
        for target in fact.chosen.target:
            if (over := over_before(world, fact, target)) and does != "resume":
                yield vain(fact, f"`{does}` changes nothing: `{target}` {over}")
            elif does == OBJECTION and not world.renewal(target):
                yield vain(fact, f"`object` changes nothing: `{target}` does not renew itself")
            elif does == "extend" and (end := kept(world, fact, target)):
                day = in_words(end.on)
                message = f"`extend` prolongs nothing: `{target}` ends {day} without it"
                yield vain(fact, message)


def over_before(world: World, fact: Fact, target: str) -> str:
    """How a target had ended by the day of an act upon it, if another act ended it."""
    over, begun = over_by_now(world, target), world.begin(fact.id) or fact.known_from
    if not (over and over.since and begun and over.code == "ended"):
        return ""
    # What ends something ends it on its own day.
    is_ending = fact.chosen.does in FINAL
    is_late = over.since < begun or (over.since == begun and not is_ending)
    return over.text() if is_late else ""


def kept(world: World, fact: Fact, target: str) -> End | None:
    """The end of a target before an extension that leads to none later."""
    end, giver = world.end(target), fact.record.id
    for effect in world.upon(target):
        until = world.stated_end(effect.id, effect.content, end)
        record = effect.id.partition(".")[0]
        if effect.id == fact.id:
            # Two records may tell of one extension.
            is_told_of = until and end and until.on == end.on and giver != record
            return end if until and end and until.on <= end.on and not is_told_of else None
        sides = {effect.content.party, fact.chosen.party} - {None}
        if effect.content.does in PROLONGING and until and len(sides) < 2:
            end, giver = until, record
    return None


def vain(fact: Fact, message: str) -> Diagnostic:
    """An act that changes no state."""
    return Diagnostic(
        code="act-in-vain",
        message=message,
        span=fact.located.span("target"),
        help="correct the day, or name what still holds, such as the act that took its place",
    )


def act_misnamed(dossier: Dossier) -> Iterator[Diagnostic]:
    """Acts that all their quotations call another act, and ends of what is over for good."""
    for part in quoted_statements(dossier.briefing):
        does, content = part.content.does, part.content
        if not does or "does" in content.inferred:
            continue
        found = {name for _, text in part.texts for name, verb in SAID.items() if verb.search(text)}
        others = found - {does, *CALLED.get(does, VERBS)}
        if len(found) == 1 and others:
            message = f"`{does}`, and its quotation speaks of another act: `{others.pop()}`"
            yield misnamed(part, message)
        elif does in FINAL and (content.for_ or content.until or content.through):
            yield misnamed(part, f"`{does}` ends things for good, and this has an end of its own")


def misnamed(part: QuotedStatement, message: str) -> Diagnostic:
    """An act under the name of another one."""
    return Diagnostic(
        code="act-misnamed",
        message=message,
        span=part.span("does"),
        labels=tuple(one.label for one in part.quoted[:1]),
        help="write the act that the words name, or say why: `inferred: {does: why}`",
    )


def end_left_out(dossier: Dossier) -> Iterator[Diagnostic]:
    """Acts for which a quotation names a length of time, or a last day, that is written nowhere."""
    for part in quoted_statements(dossier.briefing):
        content = part.content
        is_ended = content.until or content.through or content.for_ or "for" in content.inferred
        if content.does in {None, "end", "replace", OBJECTION, PROMISE} or is_ended:
            continue
        if named := next((end for _, text in part.texts for end in ends_in(text)), ""):
            yield Diagnostic(
                code="end-left-out",
                message=f"the quotation says `{named}`, and the act names no end",
                span=part.span("does"),
                labels=tuple(one.label for one in part.quoted[:1]),
                help="add `for:`, `until:` or `through:`; where it is of something else, say so: "
                "`inferred: {for: why}`",
            )


def until_inclusive(dossier: Dossier) -> Iterator[Diagnostic]:
    """Days written as `until` which every quotation that has them calls the last."""
    for part in quoted_statements(dossier.briefing):
        end = part.content.until
        for one in part.quoted if end and "until" not in part.content.inferred else ():
            if end and any(last_day_in(end, text, one.published) for text in one.texts):
                yield Diagnostic(
                    code="until-inclusive",
                    message=f"`until` is the first day on which it no longer holds, and the "
                    f"quotation has {in_words(end)} as the last on which it does",
                    span=part.span("until"),
                    labels=(one.label,),
                    help=f"write `through: {end.text}`, or `until:` with the day after",
                )
                break


def ends_in(text: str) -> Iterator[str]:
    """The ends that a text names, in its words."""
    if lasting := LASTING.search(text):
        yield lasting[0]
    for mention in mentions(text):
        if until := UNTIL.search(text[: mention.start]):
            yield text[until.start() : mention.end]
