"""Statements that are computed, and stated ones held against what can be recomputed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from generator.derive.agree import as_written
from generator.derive.compute import (
    Result,
    Unknown,
    agrees,
    as_interval,
    evaluate,
    number_of,
    percent,
    printed,
)
from generator.derive.dossier import Computed, Fact, Status
from generator.derive.facts import lowered
from generator.derive.labels import label
from generator.derive.when import Today
from generator.model.briefing import Located
from generator.model.dates import PartialDate
from generator.model.formula import Formula, Operand
from generator.model.series import Series
from generator.model.statement import Content
from generator.model.values import Value

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


def with_computed(today: Today, facts: Mapping[str, Fact]) -> dict[str, Fact]:
    """The facts with the computed ones added, and recomputed values beside the stated ones."""
    reckoning = Reckoning(today, dict(facts))
    for id_, located in today.briefing.statements.items():
        if located.statement.compute:
            reckoning.fact(id_)
    return {id_: _recomputed(reckoning, fact) for id_, fact in reckoning.facts.items()}


def input_id(today: Today, located: Located, operand: Operand) -> str | None:
    """The statement that an operand names: a key beside this statement, else an id."""
    beside = ".".join((located.record.id, *map(str, located.path[:-1]), operand.text))
    known = today.briefing.statements
    return next((id_ for id_ in (beside, operand.text) if id_ in known), None)


def _computed(reckoning: Reckoning, located: Located) -> Fact | None:
    formula = located.statement.compute
    assert formula is not None
    worked = _work(reckoning, located, formula)
    inputs = [reckoning.fact(id_) for id_ in worked.inputs]
    known = [fact for fact in inputs if fact]
    if len(known) != len(inputs) or worked.missing or not known:
        return None
    days = [fact.known_from for fact in known if fact.known_from]
    words = [fact.grade for fact in known]
    # What rests on something without a word has none either.
    weakest = None if None in words else max((w for w in words if w), key=lambda w: w.weakness)
    by = tuple(dict.fromkeys(id_ for f in known if f.grade is Status.CLAIMED for id_ in f.by))
    weakest, why = lowered(reckoning.today, located.statement, weakest)
    reading = located.statement.reading
    return Fact(
        located=located,
        label=label(reckoning.today.briefing, located),
        stances=(),
        status=Status.COMPUTED if weakest else None,
        by=by if weakest is Status.CLAIMED else (),
        known_from=max(days, default=None),
        computed=worked,
        reading=reading if reading and reading.on.last <= reckoning.today.day else None,
        lowered=why,
        weakest=weakest,
    )


def _recomputed(reckoning: Reckoning, fact: Fact) -> Fact:
    formula = fact.statement.recompute
    if formula is None:
        return fact
    return replace(fact, computed=_work(reckoning, fact.located, formula, fact))


def _work(
    reckoning: Reckoning, located: Located, formula: Formula, stated: Fact | None = None
) -> Computed:
    names = {op.text: input_id(reckoning.today, located, op) for op in formula.operands()}
    inputs = tuple(dict.fromkeys(id_ for id_ in names.values() if id_))
    value = _single(stated) or _unborne(stated)
    result = evaluate(formula, lambda op: _value_of(reckoning, names[op.text]))
    if result is not None and _is_percentage(reckoning, located, inputs):
        result = percent(result)
    return Computed(
        formula=formula.text,
        inputs=inputs,
        result=None if result is None else printed(result, value, formula),
        number=None if result is None else number_of(result),
        date=result if isinstance(result, PartialDate) else None,
        agrees=_held(result, value),
        missing=tuple(id_ for id_ in inputs if reckoning.fact(id_) is None),
    )


def _value_of(reckoning: Reckoning, id_: str | None) -> Value | None:
    """The value of a named input; None for an operand that names no statement."""
    if id_ is None:
        return None
    value = _single(reckoning.fact(id_))
    if value is None:
        raise Unknown
    return value


def _held(result: Result | None, value: Value | None) -> bool | None:
    return None if result is None or value is None else agrees(result, value)


def counts(fact: Fact) -> bool:
    """Whether a formula can count with a fact: it is a number or a date, and no open bound."""
    value = _single(fact)
    return value is not None and bool(value.date or as_interval(value))


def _single(fact: Fact | None) -> Value | None:
    """The value of a fact that is not disputed, in its most precise form."""
    if fact is None or fact.status is Status.DISPUTED:
        return None
    if fact.statement.compute and fact.computed and (date := fact.computed.date):
        return Value(date.text, date=date)
    if fact.statement.compute and fact.computed and fact.computed.number is not None:
        number = fact.computed.number
        return Value(str(number), number=number)
    values = [as_written(s.content) for s in fact.standing]
    return min((v for v in values if v), key=lambda value: value.step, default=None)


def _unborne(fact: Fact | None) -> Value | None:
    """The value of a fact that no witness bears out which counts, as it is written."""
    return as_written(fact.statement) if fact and fact.status is None else None


def _is_percentage(reckoning: Reckoning, located: Located, inputs: tuple[str, ...]) -> bool:
    """True when a ratio of other units is due in per cent."""
    known = reckoning.today.briefing.statements
    units = {unit_of(known[id_]) for id_ in inputs if id_ in known}
    return unit_of(located) == "%" and not units & RATIO_UNITS


def unit_of(located: Located) -> str | None:
    """A statement's own unit, else that of its series."""
    data = located.record.data
    return located.statement.unit or (data.unit if isinstance(data, Series) else None)


def measured(fact: Fact, content: Content) -> str | None:
    """The unit of a number; a date has none, whatever its series counts in."""
    if content.value and content.value.date:
        return None
    return content.unit or unit_of(fact.located)
