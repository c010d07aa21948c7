"""Figures are what their formulas give, charts draw what is alike, key points rest on facts."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import product

from generator.derive import Dossier
from generator.derive.calls import REFERRING, Call, references
from generator.derive.charts import periods, starts
from generator.derive.computed import computed_in, counts, input_id, unit_of
from generator.derive.dossier import Fact, Status
from generator.derive.states import subject_of
from generator.diagnostics import Diagnostic, Label
from generator.model.briefing import Briefing, Located
from generator.model.chart import NEEDS, Chart, Line
from generator.model.points import Entry, KeyPoint
from generator.model.record import Answering, Path, Record, of_model
from generator.model.statement import Statement
from generator.model.values import Formula
from generator.rules.shared import labels
from generator.source import Span

KEYS = ("compute", "recompute")
STANDING = {Status.CONFIRMED, Status.RELAYED, Status.REPORTED, Status.CLAIMED}
# What a figure has to have in common with the others on one scale.
ALIKE = ("unit", "category", "reporter")


def recompute_differs(dossier: Dossier) -> Iterator[Diagnostic]:
    """Every stated value outside the precision of the recomputed one."""
    known = dossier.briefing.statements
    for fact in dossier.facts.values():
        computed, value = fact.computed, fact.statement.value
        if computed and computed.agrees is False:
            stated = f"`{value.text}`" if value else "the value"
            inputs = labels("goes into it", (known[id_].span("value") for id_ in computed.inputs))
            yield Diagnostic(
                "recompute-differs",
                f"{stated} is stated, and `{computed.formula}` gives `{computed.result}`",
                fact.located.span("value"),
                labels=(Label(fact.located.span("recompute"), "by this"), *inputs),
                help="one of the figures or the formula is wrong; figures that do not go together, "
                "such as revised ones, are not recomputed",
            )


def formula_without_result(dossier: Dossier) -> Iterator[Diagnostic]:
    """Formulas that need themselves, divide by nothing, or count with what is no number.

    A result with an input that no longer counts or is disputed shares its status: no fault.
    """
    unknown = without_inputs(dossier)
    for located, key, formula in _formulas(dossier):
        ids = [(one, input_id(dossier.briefing, located, one)) for one in formula.operands()]
        is_whole = all(one.is_constant if id_ is None else id_ not in unknown for one, id_ in ids)
        facts = [fact for _, id_ in ids if (fact := dossier.facts.get(id_ or ""))]
        given = [fact for fact in facts if not fact.statement.compute]
        bare = next((fact for fact in given if not fact.status), None)
        is_ours = bare or all(fact.grade in STANDING for fact in facts)
        if is_whole and is_ours and not has_result(dossier, located):
            odd = bare or next((fact for fact in given if not counts(fact)), None)
            why = "no quotation supports it" if bare else "it is no number"
            because = f": `{odd.id}` counts for nothing, since {why}" if odd else ""
            yield Diagnostic(
                "formula-without-result",
                f"`{formula.text}` gives no result{because}",
                located.span(key),
                labels=(Label(odd.located.key_span(), why),) if odd else (),
                help="its parts must be numbers, or dates, that fit together, and may not need "
                "this statement in turn",
            )


def _formulas(dossier: Dossier) -> Iterator[tuple[Located, str, Formula]]:
    for located in dossier.briefing.statements.values():
        for key in KEYS:
            if formula := getattr(located.statement, key):
                yield located, key, formula


def has_result(dossier: Dossier, located: Located) -> bool:
    """Whether a formula gives a result, or will when its inputs are known."""
    fact = dossier.facts.get(located.id)
    if fact and fact.computed:
        return bool(fact.computed.result or fact.computed.missing)
    return bool(located.statement.recompute)


def without_inputs(dossier: Dossier) -> set[str]:
    """The statements that are not known on the day, and those that are computed from them."""
    every, rests = dossier.briefing.statements, defaultdict(list)
    for id_ in (computed := computed_in(dossier.briefing)):
        formula = every[id_].statement.compute
        for operand in formula.operands() if formula else ():
            rests[input_id(dossier.briefing, every[id_], operand)].append(id_)
    left = [*(every.keys() - dossier.facts.keys() - set(computed))]
    found = set(left)
    while left:
        new = [id_ for id_ in rests[left.pop()] if id_ not in found]
        found.update(new)
        left += new
    return found


def chart_day(dossier: Dossier) -> Iterator[Diagnostic]:
    """Steps, and figures to compare, that begin on no day; a line may begin with one."""
    for record, chart in of_model(dossier.briefing.of_kind("chart"), Chart):
        for key, line in chart.lines.items():
            yield from _of_line(dossier.briefing, record, key, line)
    for record in dossier.briefing.of_kind("comparison"):
        for path, model in record.models:
            if isinstance(model, Entry):
                for key, id_ in (("since", model.since), ("until", model.until)):
                    yield from undated(dossier.briefing, record, (*path, key), id_)


def _of_line(briefing: Briefing, record: Record, key: str, line: Line) -> Iterator[Diagnostic]:
    path = ("lines", key, "steps")
    without = [name for name, step in line.steps.items() if not step.since]
    for name in without[1:]:
        span = record.places.key((*path, name))
        yield _dayless(span, f"`{name}` has no `since`, and neither has `{without[0]}`")
    for name, step in line.steps.items():
        yield from undated(briefing, record, (*path, name, "since"), step.since)


def undated(
    briefing: Briefing, record: Record, path: Path, id_: str | None
) -> Iterator[Diagnostic]:
    """A statement that is named for its day, and gives none."""
    found = briefing.statements.get(id_ or "")
    if found and not any(starts(content) for _, content in found.statement.contents()):
        yield _dayless(record.places.value(path), f"`{id_}` names no first day")


def _dayless(span: Span, message: str) -> Diagnostic:
    help = "name an act with `from` or a date; if the first day is not known, leave `since` out"
    return Diagnostic("chart-day", message, span, help=help)


def chart_units(dossier: Dossier) -> Iterator[Diagnostic]:
    """Scales on which units, categories or reporters differ, and shares not in per cent."""
    for record, chart in of_model(dossier.briefing.of_kind("chart"), Chart):
        for path, drawn in scales(dossier.briefing, chart):
            if message := unlike(chart, drawn):
                yield Diagnostic(
                    "chart-units",
                    message,
                    record.places.value(path),
                    labels=(Label(record.places.key(("form",)), "the form"),),
                    help="draw what is counted alike; what is not is another series, line or form",
                )


def unlike(chart: Chart, drawn: list[Located]) -> str:
    """Why figures do not belong on one scale; empty where they do."""
    if unit := NEEDS[chart.form].unit:
        # Each is held against the whole, not against the others.
        odd = next((one.id for one in drawn if unit_of(one) != unit), "")
        return f"{chart.form} are in `{unit}`, and `{odd}` is not" if odd else ""
    for key, one in product(ALIKE, drawn):
        own, first = of(one, key), of(drawn[0], key)
        if own != first:
            both = f"`{drawn[0].id}` and `{one.id}`"
            return f"one scale would hold {both}, of another `{key}`: `{first}`, `{own}`"
    return ""


def scales(briefing: Briefing, chart: Chart) -> Iterator[tuple[Path, list[Located]]]:
    """What is drawn on each scale, with the place in the chart that names it."""
    known, needs = briefing.statements, NEEDS[chart.form]
    endings = ("", f"-{chart.change}") if chart.change else ("",)
    for at, series in enumerate(chart.series if needs.key == "series" else ()):
        record = briefing.records.get(series)
        own = record.statements if record else ()
        points = [id_ for id_ in own if id_.startswith(f"{series}.points.")]
        keys = [id_.rpartition(".")[2] for id_ in points]
        if needs.unit:
            yield ("series", at), [known[id_] for id_ in points]
        for ending in () if needs.unit else endings:
            drawn = [f"{series}.points.{month}{ending}" for month in periods(keys, ending)]
            yield ("series", at), [known[id_] for id_ in drawn]
    for key, line in chart.lines.items():
        rates = [step.rate for step in line.steps.values() if step.rate in known]
        yield ("lines", key), [known[rate] for rate in rates if rate]


def of(located: Located, key: str) -> str:
    """The unit of a figure, what it is of or who counted it; its own, else its series'."""
    own = getattr(located.statement, key, None) or getattr(located.record.data, key, None)
    return str((unit_of(located) if key == "unit" else own) or "none")


Resting = KeyPoint | Chart | Answering
FALLEN = {Status.SUPERSEDED, Status.RETRACTED, Status.REJECTED}
HOLDS = "holds"


def resting(dossier: Dossier) -> Iterator[tuple[Record, Resting, tuple[Call, ...]]]:
    """Key points, charts and leads of records, each with the calls in its text."""
    for record in dossier.briefing.records.values():
        own = [key for key in record.data.prose if key not in Statement.PROSE]
        if isinstance(record.data, Resting) and own:
            spans = (record.places.value((key,)) for key in own)
            yield record, record.data, tuple(call for span in spans for call in references(span))


def what(record: Record) -> str:
    """What a record's prose is called."""
    if isinstance(record.data, Answering):
        return "lead"
    return "headline" if isinstance(record.data, Chart) else "key point"


def point_rests(dossier: Dossier) -> Iterator[Diagnostic]:
    """Texts that rest on nothing, on what has stepped aside, or pass over a dispute."""
    for record, data, calls in resting(dossier):
        referred = [(call.id, call.span) for call in calls if call.function in REFERRING]
        rests = getattr(data, "rests", ())
        named = [(id_, record.places.value(("rests", at))) for at, id_ in enumerate(rests)]
        named += [(id_, span) for id_, span in referred if id_ not in rests]
        if not (named or getattr(data, HOLDS, None) or getattr(data, "latest", None)):
            yield Diagnostic(
                "point-rests",
                f"the {what(record)} `{record.id}` rests on nothing",
                record.prose[0],
                help="print a statement with `fact`, or name what it is drawn from in `rests`",
            )
        # A link says that its statement is disputed, for which every sentence has room.
        shown = {id_ for id_, _ in referred}
        for id_, span in named:
            fact = dossier.facts.get(id_)
            if fact and fact.grade in FALLEN:
                yield _fallen(record, fact, span)
            elif fact and fact.status is Status.DISPUTED and id_ not in shown:
                yield _passed_over(record, fact, span)


def _fallen(record: Record, fact: Fact, span: Span) -> Diagnostic:
    status = fact.grade.value if fact.grade else ""
    by = [id_ for stance in fact.stances if stance.aside for id_ in stance.aside.by]
    places, path = fact.record.places, (*fact.located.path, status)
    return Diagnostic(
        "point-rests",
        f"the {what(record)} rests on `{fact.id}`, which is {status}",
        span,
        labels=(Label(places.keys.get(path, fact.located.key_span()), f"{status} here"),),
        help=f"rest it on `{by[0]}`" if by else f"rewrite the {what(record)}, or take it out",
    )


def _passed_over(record: Record, fact: Fact, span: Span) -> Diagnostic:
    return Diagnostic(
        "point-rests",
        f"the {what(record)} rests on `{fact.id}`, which is disputed, and does not mention it",
        span,
        labels=(Label(fact.located.key_span("positions"), "its positions"),),
        help=f'write `{{{{ fact("{fact.id}") }}}}` in the text, or `link(…)`',
    )


def state_missing(dossier: Dossier) -> Iterator[Diagnostic]:
    """States that prose, the strip or a chart asks for of statements that have none."""
    for id_, span in _asked(dossier):
        fact = dossier.facts.get(id_)
        if fact and not fact.held:
            yield _stateless(id_, span)
    for record, chart in of_model(dossier.briefing.of_kind("chart"), Chart):
        for key, bar in chart.spans.items():
            fact = dossier.facts.get(bar.of)
            if fact and subject_of(fact) is None:
                yield _stateless(bar.of, record.places.value(("spans", key, "of")))


def _asked(dossier: Dossier) -> Iterator[tuple[str, Span]]:
    briefing = dossier.briefing
    spans = [page.span(0, len(page.text)) for page in briefing.pages]
    spans += [span for record in briefing.records.values() for span in record.prose]
    for span in spans:
        yield from ((call.id, call.span) for call in references(span) if call.function == "state")
    for record in briefing.of_kind("point"):
        if holds := getattr(record.data, HOLDS, None):
            yield holds, record.places.value((HOLDS,))


def _stateless(id_: str, span: Span) -> Diagnostic:
    return Diagnostic(
        "state-missing",
        f"`{id_}` has no state",
        span,
        help="only these have a state: the `in-force` of an agreement, measure or part, a term, "
        "an act, and the `announced` of a measure without a known first day",
    )
