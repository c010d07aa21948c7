"""What changed, told: each entry in a sentence, as it read on its day, with all that it brings."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.counting import counted
from generator.derive.changed import Entry, Kind, Sort, Step, dossiers_by_day
from generator.derive.dossier import Dossier, Fact, Status
from generator.derive.history import among
from generator.derive.labels import has_article, lowered
from generator.derive.state import Code, Held
from generator.derive.when import worked_out_once
from generator.model.dates import in_words
from generator.render.views import borne
from generator.render.views.acts import (
    ARTICLE,
    Noun,
    capitalised,
    conjugated,
    of_record,
    so_many_or_named,
)
from generator.render.views.cards import formula_outcome
from generator.render.views.grids import in_parts, line
from generator.render.views.histories import added, known_in_words, plain_word
from generator.render.views.links import HOME
from generator.render.views.naming import is_plural, named
from generator.render.views.sentences import own_sentence, says_no_more
from generator.render.views.sheet import UNSTATED, Settings, Sheet, says, state, value_markup
from generator.render.views.text import Rich, day, escape, fill, joined, listed, tag, with_stop

# The word before what sets something right: what words of ours were wrong would be a correction.
MARKS: dict[Kind, str] = {
    "rejected": "Answer rejected",
    "lowered": "Status lowered",
    "reading": "Note",
    "retracted": "Retraction",
}
# What is said of several of a sort at once, where each is about something else.
TOGETHER: dict[Sort, str] = {
    "reading": "We added notes to {} and changed nothing else in them.",
    "lowered": "We lowered the status of {}.",
    "rejected": "We rejected answers in {}.",
    "retracted": "Sources of {} were retracted.",
    "undated": "We added {} from sources without a date.",
}
DISPUTES: dict[Kind, str] = {
    "disputed": "This is in dispute now.",
    "settled": "This is no longer in dispute.",
}
# What a reader did not know while it was no better borne out than so.
UNTIL_NOW = {Status.REPORTED: "it was only reported", Status.RELAYED: "only others had printed it"}
# What becomes of a thing that was suspended, and of one that was not yet in force.
BEGINS: dict[Code, str] = {"announced": "take effect", "suspended": "apply again"}
ASIDE = {
    Status.REJECTED: "We reject this answer",
    Status.SUPERSEDED: "This answer is superseded",
    Status.RETRACTED: "This answer is taken back",
}
# What became of a statement, in sentences of which the first says what it is, and our notes.
Saying = tuple[tuple[Rich, ...], tuple[Rich, ...]]
Key = tuple[date, str]


@dataclass(frozen=True)
class Told:
    """An entry in a sentence; `rest` has one for each statement that this does not tell of."""

    entry: Entry
    text: Rich
    rest: tuple[tuple[Step, Rich], ...] = ()

    @property
    def is_summed_up(self) -> bool:
        """True where the sentence tells of several at once, and `rest` has each of them."""
        return self.entry.sort in TOGETHER and bool(self.rest)

    @property
    def number(self) -> int:
        """How many statements it tells of: one that reads as another is not told again."""
        return len(self.rest) if self.is_summed_up else 1 + len(self.rest)

    @property
    def more(self) -> str:
        """What the fold of the rest is called."""
        if self.is_summed_up:
            return counted(self.number, "statement")
        return counted(self.number - 1, "more statement")

    @property
    def known(self) -> str:
        """Since when it is known; where its sources name no day, that this is so."""
        return known_in_words(self.entry.day, self.entry.published)

    @property
    def title(self) -> str:
        """The whole in a line of plain text."""
        is_told = self.is_summed_up or not self.rest
        return self.text.text if is_told else f"{self.text.text} With {self.more}."


def told(sheet: Sheet, entries: Iterable[Entry]) -> Iterator[Told]:
    """Entries in sentences."""
    words = sentences(sheet.dossier, sheet.settings)
    for one in entries:
        shown = distinct(one.steps, words)
        every = tuple((step, whole(*words[step.day, step.fact.id])) for step in shown)
        if one.sort in TOGETHER and len(every) > 1:
            text = fill(TOGETHER[one.sort], counted(len(every), "statement"))
            yield Told(one, tag("strong", text) if one.mark else text, every)
            continue
        mark = tag("strong", f"{MARKS[one.mark]}. ") if one.mark else Rich()
        yield Told(one, joined((mark, every[0][1]), ""), every[1:])


def distinct(steps: Iterable[Step], words: Mapping[Key, Saying]) -> Iterator[Step]:
    """Steps without what is new but reads as one before it, or says no more than its claim."""
    seen: dict[str, str] = {}
    for one in steps:
        text = words[one.day, one.fact.id][0][0].text
        claim = seen.get(one.fact.id.removesuffix(".said"), "")
        # Each is held against all before it: our longest entry has 66, and 1,000 take 0.1 s.
        is_before = any(f": {before}".endswith(f": {text}") for before in seen.values())
        if one.kinds != ("new",) or not (is_before or says_no_more(text, claim)):
            yield one
        seen[one.fact.id] = text


@worked_out_once
def sentences(dossier: Dossier, settings: Settings) -> dict[Key, Saying]:
    """What is said of each step, by its day and statement."""
    return {
        (one.day, one.fact.id): saying(Sheet(there, settings, HOME), one)
        for there, found in dossiers_by_day(dossier)
        for one in found
    }


def saying(sheet: Sheet, step: Step) -> Saying:
    """What became of a statement, on a page of the day on which it did, and what we say to it."""
    notes: list[Rich] = []
    if step.before and "new" not in step.kinds and step.kinds != ("state",):
        notes = [*_set_aside(sheet, step.fact, step.before), *_ours(step)]
    return tuple(with_stop(one) for one in parts(sheet, step) if one), tuple(map(with_stop, notes))


def whole(told: Sequence[Rich], notes: Sequence[Rich]) -> Rich:
    """All that is said of a step; what we say, below it."""
    return joined((joined(told, " "), *notes), Rich(*tag("br", ""), " "))


def parts(sheet: Sheet, step: Step) -> Iterator[Rich]:
    """The sentences of a step."""
    fact, before, kinds = step.fact, step.before, step.kinds
    if before and kinds == ("state",) and not (fact.held and fact.held.done):
        yield from state_sentences(sheet, fact, before)
        return
    yield from said_on_the_day(sheet, fact)
    if before is None or "new" in kinds:
        return
    yield from (Rich(DISPUTES[one]) for one in kinds if one in DISPUTES)
    if "status" in kinds and fact.status not in ASIDE:
        yield status_sentence(sheet, step, before)
    if "value" in kinds:
        yield value_sentence(sheet, step, before)
    is_told = fact.held and (fact.held.done or fact.held.phrase in line(sheet, fact).text)
    if "state" in kinds and not is_told:
        yield from state_sentences(sheet, fact, before)


def said_on_the_day(sheet: Sheet, fact: Fact) -> tuple[Rich, ...]:
    """The sentence of a statement and the one behind it.

    Where only the day is disputed, its sentence tells what happened, and no question need.
    """
    is_of_day = fact.rivals and all(one.value and one.value.date for one in fact.contents)
    told = own_sentence(sheet, fact) if is_of_day else Rich()
    asked, *rest = in_parts(sheet, fact)
    return told or asked, *rest


def value_sentence(sheet: Sheet, step: Step, before: Fact) -> Rich:
    """What a statement said before; of what reads the same, what is known besides."""
    fact = step.fact
    if fact.rivals or before.rivals:
        # Of a dispute that went on, whose answer has come to it.
        new = added(sheet, before, fact)
        return fill("The answer of {} is new", new) if new else Rich()
    was, now = value_markup(sheet, before), value_markup(sheet, fact)
    first, old = fact.chosen.from_, before.chosen.from_
    if first and first != old and fact.chosen.does:
        return escape(f"Until now the day was {day(old) if old else 'not known'}")
    if was != now:
        is_new = was.text == UNSTATED
        return Rich("Until now no value was known") if is_new else fill("Before: {}", was)
    if first and first != old:
        return escape(f"It is from {day(first)} now")
    rest = formula_outcome(fact) or ("" if "state" in step.kinds else "more is known of it now")
    return escape(rest[:1].upper() + rest[1:])


def status_sentence(sheet: Sheet, step: Step, before: Fact) -> Rich:
    """How well a statement is borne out now and by whom, and how well it was."""
    fact = step.fact
    new = [one for one in among(fact, step.causes) if one.counts]
    old, now = (plain_word(sheet.dossier, one) for one in (before, fact))
    was = (before.status and UNTIL_NOW.get(before.status)) or f"it was {old}"
    if not new:
        verb = "is now" if fact.status is Status.COMPUTED else "now counts as"
        return escape(f"It {verb} {now}; until now it was {old}")
    by = named(sheet.dossier.briefing, borne.carried(sheet.dossier.briefing, new))
    if fact.status is Status.RELAYED:
        return escape(f"Its first source is now known: {by}")
    return escape(f"It is now {now} by {by}; until now {was}")


def state_sentences(sheet: Sheet, fact: Fact, before: Fact) -> Iterator[Rich]:
    """What holds of a thing now, and until when; of what reads as before, what is new of it."""
    what, now, was, news = called(sheet, fact), fact.held, before.held, Rich()
    if now is None:
        told = _ends(fact.end, what)
    elif was and was.code in BEGINS and now.text == "in force":
        told = conjugated(BEGINS[was.code], what.is_plural)
    elif was is None or (now.code, now.text) != (was.code, was.text):
        told = now.told(what.is_plural)
    elif (now.ends, fact.end) != (was.ends, before.end):
        told = _ends(now.until or fact.end, what)
    elif now.maker == was.maker and now.since == was.since:
        told = now.told(what.is_plural)
        news = better_borne(sheet, fact, now, told)
    else:
        told, news = f"{'are' if what.is_plural else 'is'} {now.text}", again(sheet, now, was)
    yield state(sheet, fact, capitalised(fill("{} {}", what.text, told)))
    yield news


def called(sheet: Sheet, fact: Fact) -> Noun:
    """What a thing is called in a sentence; an act upon an act has its own label."""
    label = fact.statement.label or ""
    if ARTICLE.match(label) or (label and fact.chosen.does):
        name = f"the {lowered(label)}" if has_article(label) else label
        return Noun(escape(name), is_plural(label))
    return so_many_or_named(sheet, fact)


def _ends(until: date | None, what: Noun) -> str:
    if until:
        return f"now {conjugated('end', what.is_plural)} on {in_words(until)}"
    return f"{'are' if what.is_plural else 'is'} without a named end now"


def better_borne(sheet: Sheet, fact: Fact, now: Held, told: str) -> Rich:
    """How well a state is borne out now; since when and by what, which its act tells elsewhere."""
    word = borne.worded(sheet.dossier.briefing, now.status, now.by)
    since, maker = in_words(now.since) if now.since else "", now.maker.partition(".")[0]
    parts = [Rich(f"now counts as {word}")]
    if maker != fact.record.id:
        parts.insert(0, fill("rests on {}", of_record(sheet, maker).text))
    if since and since not in told:
        parts.insert(0, Rich(f"has been so since {since}"))
    return fill("This {}", listed(parts))


def again(sheet: Sheet, now: Held, was: Held) -> Rich:
    """What is new of a state that reads as before: its act or its first day."""
    if now.maker != was.maker:
        return fill("It now follows from {}", of_record(sheet, now.maker.partition(".")[0]).text)
    since = in_words(now.since) if now.since else "a day that is not known"
    return Rich(f"This has been so since {since}")


def _set_aside(sheet: Sheet, fact: Fact, before: Fact) -> Iterator[Rich]:
    asides = {one.aside for one in before.stances}
    for one in fact.stances:
        if one.aside and one.aside not in asides:
            word, why = ASIDE[one.aside.status], one.aside.why
            # What the sentence has told is not told again, nor the word behind it.
            is_other = fact.stances[1:] and one.content is not fact.chosen
            given = fill(": {}", says(sheet, fact, one.content)) if is_other else ""
            if given or not one.aside.by:
                yield fill("{}{}{}", word, given, f". Reason: {why}" if why else "")
            if newer := sheet.links(one.aside.by):
                yield fill("This stands in its place: {}", newer)


def _ours(step: Step) -> Iterator[Rich]:
    if "reading" in step.kinds and step.fact.reading:
        yield fill("Our note: {}", step.fact.reading.text)
    if "lowered" in step.kinds and step.fact.lowered:
        yield fill("We lowered its status: {}", step.fact.lowered)
