"""Statements that are computed, and stated ones held against what can be recomputed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from generator.derive.agree import as_written
from generator.derive.compute import (
    Bounded,
    Unknown,
    agrees,
    countable,
    evaluate,
    number_of,
    percent,
    printed,
)
from generator.derive.dossier import Computed, Fact, Status
from generator.derive.facts import lowered, reading
from generator.derive.labels import label
from generator.derive.when import Today
from generator.model.briefing import Briefing, Located
from generator.model.chart import Series
from generator.model.dates import PartialDate
from generator.model.statement import Content
from generator.model.values import Formula, Operand, Value, parse_value

RATIO_UNITS = {"%", "pp"}


@dataclass
class Reckoning:
    """Facts by id while those that depend on others are being worked out."""

    today: Today
    facts: dict[str, Fact]
    open: set[str] = field(default_factory=set)

    def fact(self, id_: str) -> Fact | None:
        """A fact, computed first where it has to be; None where it is not known."""
        located = self.today.briefing.statements.get(id_)
        if id_ not in self.facts and located and located.statement.compute and id_ not in self.open:
            self.open.add(id_)
            if fact := _computed(self, located):
                self.facts[id_] = fact
        return self.facts.get(id_)


def with_computed(
    today: Today, facts: Mapping[str, Fact], formulas: Iterable[str] | None = None
) -> dict[str, Fact]:
    """The facts with the computed ones added, and recomputed values beside the stated ones.

    Of the statements that are computed all are, or those of `formulas`.
    """
    reckoning = Reckoning(today, dict(facts))
    for id_ in computed_in(today.briefing) if formulas is None else formulas:
        reckoning.fact(id_)
    return {
        id_: replace(fact, computed=_work(reckoning, fact.located, formula, fact))
        if (formula := fact.statement.recompute)
        else fact
        for id_, fact in reckoning.facts.items()
    }


def computed_in(briefing: Briefing, among: Iterable[str] | None = None) -> list[str]:
    """The ids of the statements that are computed."""
    every = briefing.statements
    return [id_ for id_ in (every if among is None else among) if every[id_].statement.compute]


def input_id(briefing: Briefing, located: Located, operand: Operand) -> str | None:
    """The statement that an operand names: a key beside this statement, else an id."""
    beside = ".".join((located.record.id, *map(str, located.path[:-1]), operand.text))
    return next((id_ for id_ in (beside, operand.text) if id_ in briefing.statements), None)


def _computed(reckoning: Reckoning, located: Located) -> Fact | None:
    today, statement = reckoning.today, located.statement
    assert statement.compute is not None
    worked = _work(reckoning, located, statement.compute)
    known = [fact for id_ in worked.inputs if (fact := reckoning.fact(id_))]
    if worked.missing or not known:
        return None
    words = [fact.grade for fact in known]
    # What rests on something without a word has none either.
    weakest = None if None in words else max((w for w in words if w), key=lambda w: w.weakness)
    weakest, why = lowered(today, statement, weakest)
    by = (id_ for fact in known if fact.grade is Status.CLAIMED for id_ in fact.by)
    return Fact(
        located=located,
        label=label(today.briefing, located),
        stances=(),
        status=Status.COMPUTED if weakest else None,
        by=tuple(dict.fromkeys(by)) if weakest is Status.CLAIMED else (),
        known_from=max((fact.known_from for fact in known if fact.known_from), default=None),
        computed=worked,
        reading=reading(today, statement),
        lowered=why,
        weakest=weakest,
    )


def _work(
    reckoning: Reckoning, located: Located, formula: Formula, stated: Fact | None = None
) -> Computed:
    names = {op.text: input_id(reckoning.today.briefing, located, op) for op in formula.operands()}
    inputs = tuple(dict.fromkeys(id_ for id_ in names.values() if id_))
    missing = tuple(id_ for id_ in inputs if reckoning.fact(id_) is None)
    result = evaluate(formula, lambda op: _value_of(reckoning, names[op.text]))
    if result is None:
        return Computed(formula.text, inputs, None, missing=missing)
    # A ratio of other units may be due in per cent.
    known = reckoning.today.briefing.statements
    if unit_of(located) == "%" and RATIO_UNITS.isdisjoint(unit_of(known[id_]) for id_ in inputs):
        result = percent(result)
    if located.statement.exact and isinstance(result, Bounded):
        result = result.exactly()
    value = _single(stated)
    if value is None and stated and stated.status is None:
        # No witness bears it out which counts: it is held against what is written.
        value = as_written(stated.statement)
    return Computed(
        formula=formula.text,
        inputs=inputs,
        result=printed(result, value, formula),
        number=number_of(result),
        date=result if isinstance(result, PartialDate) else None,
        agrees=None if value is None else agrees(result, value),
        missing=missing,
    )


def _value_of(reckoning: Reckoning, id_: str | None) -> Value | None:
    if id_ is None:
        return None
    value = _single(reckoning.fact(id_))
    if value is None:
        raise Unknown
    return value


def counts(fact: Fact) -> bool:
    """Whether a formula can count with a fact: it is a number, a bound or a date."""
    value = _single(fact)
    return value is not None and bool(value.date or countable(value))


def _single(fact: Fact | None) -> Value | None:
    """The value of a fact that is not disputed, in its most precise form."""
    if fact is None or fact.status is Status.DISPUTED:
        return None
    result = fact.computed if fact.statement.compute else None
    if result and result.date:
        return Value(result.date.text, date=result.date)
    if result and result.number is not None:
        if result.result and result.result.startswith(("<", ">")):
            return parse_value(result.result)
        return Value(str(result.number), number=result.number)
    values = [as_written(s.content) for s in fact.standing]
    return min((v for v in values if v), key=lambda value: value.step, default=None)


def unit_of(located: Located) -> str | None:
    """A statement's own unit, else that of its series."""
    data = located.record.data
    return located.statement.unit or (data.unit if isinstance(data, Series) else None)


def measured(fact: Fact, content: Content) -> str | None:
    """The unit of a number; a date has none, whatever its series counts in."""
    if content.value and content.value.date:
        return None
    return content.unit or unit_of(fact.located)
