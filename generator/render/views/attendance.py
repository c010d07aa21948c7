"""Who took part: the matrix of persons and rounds, each word leading to its witnesses.

Nobody is absent for want of a source: a person whom no known statement names is not known.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.derive.dossier import Dossier, Fact, Status
from generator.model.person import Person
from generator.model.record import Record
from generator.render.views.grids import Grid, Row, by_party, columns, one_group
from generator.render.views.links import record_address
from generator.render.views.records import in_time
from generator.render.views.rich import Rich
from generator.render.views.sheet import Sheet, titled
from generator.render.views.text import escape, joined, tag

MARKED = {"led", "present", "absent", "expected"}
Taking = tuple[str, str]
Places = dict[Taking, dict[str, list[tuple[str, Fact]]]]
UNNAMED = "no quotation on record names the person there; that does not mean absent."
KEY, UNLISTED = f"Empty: {UNNAMED}", f"Not listed: {UNNAMED}"


def places(dossier: Dossier) -> Places:
    """Every (party, person) with what is known of each round, by the round's id."""
    found: Places = {}
    for record in rounds(dossier):
        for fact in (one for one in dossier.by_record.get(record.id, ()) if one.status):
            for taking, word in parts_in(fact):
                found.setdefault(taking, {}).setdefault(record.id, []).append((word, fact))
    return found


def rounds(dossier: Dossier) -> list[Record]:
    """The known rounds in time order."""
    return in_time(dossier, dossier.of_kind("round"))


def parts_in(fact: Fact) -> Iterator[tuple[Taking, str]]:
    """The persons that a statement of a round places, each with the word for it."""
    path, is_disputed = [str(key) for key in fact.located.path], fact.status is Status.DISPUTED
    if path[:1] == ["leads"] and len(path) == 2:
        people = {id_ for content in fact.contents for id_ in content.people}
        word = "disputed lead" if is_disputed else "led"
    elif path[:1] == ["delegations"] and len(path) == 3:
        people = {content.person for content in fact.contents if content.person} or {path[2]}
        word = "disputed" if is_disputed else fact.chosen.attendance or "named"
    else:
        return
    yield from (((path[1], id_), word) for id_ in sorted(people))


def cell(sheet: Sheet, found: Sequence[tuple[str, Fact]]) -> Rich:
    """What is known of one person in one round."""
    shown = []
    for word, fact in found:
        mark = word if word in MARKED else "other"
        shown.append(tag("span", titled(sheet, fact, word), class_=f"taking taking--{mark}"))
    return joined(shown, tag("br", ""))


def matrix(sheet: Sheet, shown: Sequence[Record]) -> Grid | None:
    """Persons by party against rounds; of one round alone, the persons who are known of it."""
    held = places(sheet.dossier)
    rows = [
        (party, Row(person(sheet, id_), tuple(cell(sheet, of.get(r.id, ())) for r in shown)))
        for (party, id_), of in held.items()
        if len(shown) > 1 or shown[0].id in of
    ]
    if not rows:
        return None
    heads = columns("Attendance") if len(shown) == 1 else tuple(sheet.link(r.id) for r in shown)
    groups = by_party(sheet, rows)
    note = UNLISTED if len(shown) == 1 else KEY
    return Grid("section--who", "Who took part", (Rich("Person"), *heads), groups, note, "matrix")


def person(sheet: Sheet, id_: str) -> Rich:
    """A person at the head of a line, with the foreign forms of the name."""
    record = sheet.dossier.briefing.records.get(id_)
    if not record or not isinstance(record.data, Person):
        return escape(id_)
    called, to = sheet.named(record), record_address(sheet.dossier, record)
    return tag("a", called, href=to) if to else called


def of_person(sheet: Sheet, record: Record) -> Grid | None:
    """The rounds with what is known of one person's part in each."""
    held: dict[str, list[tuple[str, Fact]]] = {}
    for (_, id_), of in places(sheet.dossier).items():
        for round_, found in of.items() if id_ == record.id else ():
            held.setdefault(round_, []).extend(found)
    if not held:
        return None
    taken = (one for one in rounds(sheet.dossier) if one.id in held)
    groups = one_group(Row(sheet.link(one.id), (cell(sheet, held[one.id]),)) for one in taken)
    return Grid("section--rounds", "Rounds", columns("Round", "Attendance"), groups, UNLISTED)
