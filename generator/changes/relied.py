"""What readers rely on and no quotation carries: sources, safeguards, key points, the edition."""

from collections.abc import Iterator, Mapping

from generator.changes.listing import Changes, Difference, both
from generator.counting import counted, listed
from generator.derive.prose import calls
from generator.diagnostics import Diagnostic, Label
from generator.model.briefing import Located
from generator.model.chart import Chart
from generator.model.fields import yaml_key
from generator.model.points import KeyPoint
from generator.model.record import Record, RecordModel
from generator.model.source import Source
from generator.model.statement import Position, Statement
from generator.source import SourceFile, Span

# From what a reader finds a source again, and from when it is known what it says.
FOUND_BY = ("publisher", "title", "url", "archive", "published", "retrieved")
# What the edition says of itself that every page follows.
OF_ALL_PAGES = ("as_of", "coverage_end", "parties", "title", "subject")
# Safeguards that somebody set, each with what its absence does.
SAFEGUARDS = {
    "recompute": "its value is checked against no other",
    "lowered": "its status is no longer lowered",
}


def source_changed(changes: Changes) -> Iterator[Diagnostic]:
    """Sources in use that are to be found elsewhere, or said it on another day."""
    for one, was, now in both(changes.records):
        if isinstance(was.data, Source) and isinstance(now.data, Source):
            differing = [each for each in one.differences if each.key in FOUND_BY and each.was]
            resting = _resting(changes, now) if differing else ()
            if resting:
                yield from (_of_source(now, each, resting) for each in differing)


def _of_source(now: Record, one: Difference, resting: tuple[Span, ...]) -> Diagnostic:
    key = yaml_key(one.key)
    return Diagnostic(
        code="source-changed",
        message=f"`{key}` of `{now.id}` was `{_short(one.was)}`, and "
        f"{counted(len(resting), 'statement')} {'rests' if len(resting) == 1 else 'rest'} on it",
        span=_at(now, key, one),
        labels=tuple(Label(span, "rests on it") for span in resting),
        help="open the page and compare; another publication is a source of its own, under an id "
        "of its own",
    )


def statement_loosened(changes: Changes) -> Iterator[Diagnostic]:
    """Statements and sources from which a safeguard was taken: what limited them is gone."""
    for one, was, now in both(changes.records):
        if isinstance(was.data, Source) and isinstance(now.data, Source):
            resting = _resting(changes, now) if one.keys & {"counts", "retracted"} else ()
            yield from (
                _loosened(now.id, each.key, now.places.value((each.key,)), said, resting)
                for each in one.differences
                if (said := _counts_again(each)) and resting
            )
    for each, old, new in both(changes.statements):
        for key in each.differences:
            if key.key in SAFEGUARDS and key.was and not key.now:
                yield _loosened(new.id, key.key, new.key_span(), SAFEGUARDS[key.key])
            if key.key == "background" and key.now:
                yield _of_any_day(new)
        for name, position in new.statement.positions.items():
            if gone := _reinstated(old.statement, name, position):
                span = new.key_span("positions", name)
                yield _loosened(f"{new.id}` at `{name}", gone, span, "the position counts again")


def _counts_again(one: Difference) -> str:
    if one.key == "counts" and one.now and not one.was:
        return "what it prints counts again"
    return "it is no longer retracted" if one.key == "retracted" and not one.now else ""


def _reinstated(was: Statement, key: str, now: Position) -> str:
    """The key by which a position was set aside, if it stands again; else empty."""
    old = was.positions.get(key)
    held = ("rejected", "superseded", "retracted") if old else ()
    return next((k for k in held if getattr(old, k, None) and not getattr(now, k, None)), "")


def _loosened(
    name: str, key: str, span: Span, said: str, resting: tuple[Span, ...] = ()
) -> Diagnostic:
    return Diagnostic(
        code="statement-loosened",
        message=f"`{name}` has no `{yaml_key(key)}` any more: {said}",
        span=span,
        labels=tuple(Label(one, "rests on it") for one in resting),
        help=f"bring `{yaml_key(key)}` back, or say in the commit why it is not needed",
    )


def _of_any_day(now: Located) -> Diagnostic:
    return Diagnostic(
        code="statement-loosened",
        message=f"`{now.id}` has `background: yes` now: it is shown on any day, known or not",
        span=now.key_span("background"),
        help="leave it out where readers of an earlier day could not know it",
    )


def point_changed(changes: Changes) -> Iterator[Diagnostic]:
    """Sentences of the brief and headlines that are gone, or do not name what they named."""
    for one in changes.records:
        was, now = one.was, one.now
        if was and not now and isinstance(was.data, KeyPoint):
            yield _gone(was, was.data)
        elif was and now and isinstance(now.data, KeyPoint | Chart):
            before, after = ({*map(changes.pairing.led, _named(was.data))}, _named(now.data))
            is_reworded = bool(one.keys & {*now.data.PROSE})
            if (gone := sorted(before - after)) or (is_reworded and not after):
                yield _anew(was, now, gone)


def _gone(was: Record, point: KeyPoint) -> Diagnostic:
    return Diagnostic(
        code="point-changed",
        message=f"`{was.id}` was a sentence of the brief, and is not there any more: "
        f"“{_short(point.text)}”",
        span=SourceFile(was.file.path, "").head,
        help="keep what readers are to know, or say in the commit where they find it now",
    )


def _anew(was: Record, now: Record, gone: list[str]) -> Diagnostic:
    names = listed([f"`{id_}`" for id_ in gone[:3]])
    without = f"does not name {names}{' and others' if gone[3:] else ''} any more"
    key = now.data.PROSE[0]
    return Diagnostic(
        code="point-changed",
        message=f"`{now.id}` {without if gone else 'is worded anew and names no statement'}; it "
        f"was: “{_short(getattr(was.data, key, ''))}”",
        span=now.places.value((key,)),
        help="read it beside what it rests on: no witness carries the words of a sentence",
    )


def _named(data: RecordModel) -> set[str]:
    """The ids of what a sentence or headline refers to and rests on."""
    texts = (getattr(data, key, None) or "" for key in data.PROSE)
    held = (getattr(data, "holds", None), *getattr(data, "rests", ()))
    return {*(call.id for text in texts for call in calls(text)), *filter(None, held)}


def edition_changed(changes: Changes) -> Iterator[Diagnostic]:
    """What the edition says of itself and every page follows, and where older ones are kept."""
    head = changes.head.briefing
    parties = (changes.base.briefing.edition.parties, head.edition.parties)
    differences = [one for one in changes.edition if one.key in OF_ALL_PAGES]
    if parties[0] != parties[1] and not any(one.key == "parties" for one in differences):
        differences.append(Difference("parties", *parties))
    for one in differences:
        key = yaml_key(one.key)
        yield Diagnostic(
            code="edition-changed",
            message=f"`{key}` was `{_short(one.was)}`, and every page follows it",
            span=head.edition_places.value((key,)),
            help="read the brief, the headlines and what counts from the old day once more",
        )
    yield from _of_editions(changes)


def _of_editions(changes: Changes) -> Iterator[Diagnostic]:
    places = changes.head.briefing.editions_places
    now: Mapping[str, object] = changes.head.briefing.editions
    for id_, was in changes.base.briefing.editions.items():
        if now.get(id_) != was:
            then = f"as of {was.as_of.text}, commit `{was.commit}`"
            yield Diagnostic(
                code="edition-changed",
                message=f"the edition `{id_}` was published ({then}), and "
                f"{'says something else now' if id_ in now else 'is not there any more'}",
                span=places.value((id_,))
                if places
                else SourceFile("content/editions.yaml", "").head,
                help="an edition that was published stays as it was: bring it back",
            )


def _resting(changes: Changes, source: Record) -> tuple[Span, ...]:
    """The statements that name a source or a quotation of it."""
    every = changes.head.briefing.statements.values()
    return tuple(
        one.key_span()
        for one in every
        if any(name.partition("#")[0] == source.id for name in one.statement.named)
    )


def _at(now: Record, key: str, one: Difference) -> Span:
    return now.places.value((key,)) if one.now else now.places.key(())


def _short(value: object) -> str:
    """What a key held, in one line."""
    texts = getattr(value, "texts", None)
    held = next(iter(texts.values()), "") if texts else value
    several = held if isinstance(held, tuple) else (held,)
    # A date shows what is written.
    said = ", ".join(str(getattr(one, "text", one)) for one in several)
    line = " ".join(said.split())
    return f"{line[:90]}…" if len(line) > 90 else line
