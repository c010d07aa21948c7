"""Who took part: the matrix of persons and rounds, each word leading to its witnesses."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from generator.derive.dossier import Dossier, Fact, Status
from generator.derive.when import worked_out_once
from generator.model.dates import in_words, parse_date
from generator.model.events import Round
from generator.model.record import Record
from generator.render.views.act_tables import one_party
from generator.render.views.grids import Grid, Group, Row, by_party, columns, side_class
from generator.render.views.links import own_page
from generator.render.views.naming import actor, voice
from generator.render.views.records import ordered
from generator.render.views.sheet import Sheet, short, titled, value_markup
from generator.render.views.text import Rich, escape, fill, joined, tag

MARKED = {"led", "present", "absent", "expected"}
Taking = tuple[str, str]
Parts = dict[str, list[tuple[str, Fact]]]
Places = dict[Taking, Parts]
# With more columns nobody finds a name in them.
WIDEST = 40
# Nobody leads a call, or is present at it.
ON_CALL = {"led": "spoke", "present": "took part", "announced as head": "announced"}
IN_ROOM = {word: marked for marked, word in ON_CALL.items()}
KEY = "Empty or not listed: no quotation says whether the person took part."


@dataclass(frozen=True)
class Attendance:
    """The rounds in time order with their numbers, and what is known of whom in each."""

    rounds: Sequence[Record]
    numbers: dict[str, int]
    places: Places
    of_persons: dict[str, Parts]
    of_rounds: dict[str, list[Taking]]


@worked_out_once
def on_record(dossier: Dossier) -> Attendance:
    """What every page of a round or person asks of all rounds."""
    rounds, numbers = ordered(dossier, "round")
    found = Attendance(rounds, numbers, {}, {}, {})
    for record in rounds:
        for fact in (one for one in dossier.by_record.get(record.id, ()) if one.status):
            for taking, word in parts_in(fact):
                of = found.places.setdefault(taking, {})
                of.setdefault(record.id, []).append((word, fact))
    for taking, of in found.places.items():
        for id_, parts in of.items():
            found.of_persons.setdefault(taking[1], {}).setdefault(id_, []).extend(parts)
            found.of_rounds.setdefault(id_, []).append(taking)
    return found


def latest(dossier: Dossier) -> Sequence[Record]:
    """The rounds of the matrix: as many as can be read side by side."""
    return on_record(dossier).rounds[-WIDEST:]


def parts_in(fact: Fact) -> Iterator[tuple[Taking, str]]:
    """The persons that a statement of a round places, each with the word for it."""
    path, is_disputed = [str(key) for key in fact.located.path], fact.status is Status.DISPUTED
    if path[:1] == ["leads"] and len(path) == 2:
        people = {id_ for content in fact.contents for id_ in content.people}
        led = "announced as head" if fact.statement.nature == "plan" else "led"
        word = "disputed lead" if is_disputed else led
    elif path[:1] == ["delegations"] and len(path) == 3:
        people = {content.person for content in fact.contents if content.person} or {path[2]}
        word = "disputed" if is_disputed else fact.chosen.attendance or "named"
    else:
        return
    told = ON_CALL.get(word, word) if is_call(fact.record) else word
    yield from (((path[1], id_), told) for id_ in sorted(people))


def is_call(record: Record) -> bool:
    """Whether a record is a round that was a call."""
    return isinstance(record.data, Round) and record.data.form == "call"


def _cell(sheet: Sheet, found: Sequence[tuple[str, Fact]]) -> Rich:
    shown = []
    for word, fact in found:
        known = IN_ROOM.get(word, word)
        mark = known if known in MARKED else "other"
        shown.append(tag("span", titled(sheet, fact, word), class_=f"taking taking--{mark}"))
    return joined(shown, tag("br", ""))


def leader(sheet: Sheet, side: str, led: Fact | None) -> Rich:
    """Who led a side, and whether that was only announced or is the word of one."""
    briefing = sheet.dossier.briefing
    whose = actor(briefing, side)
    if led is None:
        return tag("span", f"no head on record for {whose}", class_="not-known")
    if led.rivals:
        return fill("{} for {}", short(sheet, led), whose)
    told = fill("{} for {}", titled(sheet, led, value_markup(sheet, led)), whose)
    if led.statement.nature == "plan":
        return fill("{}, as announced", told)
    by = () if led.status is Status.CLAIMED else led.chosen.by
    return fill("{}, {}", told, voice(briefing, by)) if by else told


def matrix(sheet: Sheet, shown: Sequence[Record]) -> Iterator[Grid]:
    """Persons by party against rounds; of one round alone, the persons who are known of it."""
    known = on_record(sheet.dossier)
    of_these = chain.from_iterable(known.of_rounds.get(record.id, ()) for record in shown)
    is_cut = len(known.rounds) > WIDEST
    rows = []
    for party, id_ in dict.fromkeys(of_these) if is_cut or len(shown) == 1 else known.places:
        of = known.places[party, id_]
        cells = tuple(_cell(sheet, of.get(record.id, ())) for record in shown)
        record = sheet.dossier.briefing.records.get(id_)
        named = sheet.headed(record) if record and record.kind == "person" else escape(id_)
        rows.append((party, Row(named, cells)))
    if not rows or not shown:
        return
    heads = columns("Attendance") if len(shown) == 1 else tuple(round_heads(sheet, shown))
    groups = by_party(sheet, rows)
    note = KEY
    if is_cut and len(shown) > 1:
        last = f"The last {WIDEST} of {len(known.rounds):,} rounds; the page of each has its own."
        note = f"{last} {KEY}"
    yield Grid("section--who", "Who took part", (Rich("Person"), *heads), groups, note, "matrix")


def round_heads(sheet: Sheet, shown: Sequence[Record]) -> Iterator[Rich]:
    """The heads of many columns: place and month, or the name where two have the same."""
    names = [place_and_month(sheet.dossier, record) for record in shown]
    for record, name in zip(shown, names, strict=True):
        is_own = name and names.count(name) == 1
        yield tag("a", name, href=own_page(record)) if is_own else sheet.link(record.id)


def place_and_month(dossier: Dossier, record: Record) -> str:
    """Where and in which month a round began, or that it was a call; empty where not told."""
    data, fact = record.data, dossier.facts.get(f"{record.id}.date")
    value = fact.chosen.value if fact else None
    assert isinstance(data, Round)
    if not value or not value.date or not (data.place or is_call(record)):
        return ""
    where = data.place.in_language(dossier.language) if data.place else "Call"
    return f"{where}, {in_words(parse_date(value.date.text[:7]))}"


def of_person(sheet: Sheet, record: Record) -> Iterator[Grid]:
    """The rounds with what is known of one person's part in each."""
    known = on_record(sheet.dossier)
    held = known.of_persons.get(record.id, {})
    taken = (known.rounds[number] for number in sorted(known.numbers[id_] for id_ in held))
    rows = tuple(Row(sheet.link(one.id), (_cell(sheet, held[one.id]),)) for one in taken)
    if rows:
        side = side_class(sheet.dossier, one_party(sheet.dossier, record.id))
        groups = (Group(Rich(), rows, side),)
        yield Grid("section--rounds", "Rounds", columns("Round", "Attendance"), groups, KEY)
