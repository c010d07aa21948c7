"""`basis-differs`: changes of a series whose keys end alike are told on one basis (a warning)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from generator.derive import Dossier
from generator.derive.charts import change_of
from generator.diagnostics import Diagnostic, Label, Severity
from generator.link import Briefing, Located
from generator.model.record import Record
from generator.rules.doubts import Doubt
from generator.rules.said import is_whole
from generator.source import Span

# So many that agree make another odd.
SEVERAL = 2


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Changes that alone have another basis than all that are called alike, or none."""
    briefing = dossier.briefing
    for record in briefing.of_kind("series"):
        for alike in changes(briefing, record):
            by_basis: dict[str, list[Located]] = defaultdict(list)
            for one in alike:
                by_basis[one.statement.basis or ""].append(one)
            odd, *usual = sorted(by_basis.values(), key=len)
            is_odd = len(odd) == 1 and len(usual) == 1 and len(usual[0]) >= SEVERAL
            if is_odd and is_called_so(usual[0][0]):
                yield differs(odd[0], usual[0][0])


def is_called_so(located: Located) -> bool:
    """Whether the key of a change ends as its basis begins: `yoy`, `year on year`."""
    ending, words = change_of(located.key), (located.statement.basis or "").split()
    return ending == "".join(word[0] for word in words[: len(ending)]).casefold()


def changes(briefing: Briefing, record: Record) -> Iterator[list[Located]]:
    """The changes of a series that are stated, by how their keys end."""
    found: dict[str, list[Located]] = defaultdict(list)
    for id_, (path, statement) in record.statements.items():
        ending = change_of(str(path[-1]))
        located = briefing.statements[id_]
        is_one = not (statement.compute or statement.positions)
        if ending and is_one and is_whole(briefing, located):
            found[ending].append(located)
    yield from found.values()


def differs(odd: Located, usual: Located) -> Diagnostic:
    """A change that is held against something else than its key says."""
    basis = usual.statement.basis
    found = f"`{odd.statement.basis}`" if odd.statement.basis else "no `basis`"
    return Doubt(
        code="basis-differs",
        message=f"{found} where all others of the series whose keys end so have `{basis}`",
        span=basis_span(odd),
        severity=Severity.WARNING,
        labels=(Label(basis_span(usual), "one of the others"),),
        help=f"write `basis: {basis}`, or a key that ends otherwise",
    )


def basis_span(located: Located) -> Span:
    """Where a basis stands, or the figure that has none."""
    places, path = located.record.places, located.path
    return places.value((*path, "basis")) if located.statement.basis else places.key(path)
