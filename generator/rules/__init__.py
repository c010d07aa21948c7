"""The rules about what the facts say together: one file each, listed here and nowhere else.

A rule that crashes is a bug of ours and is not caught.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.derive import Dossier
from generator.diagnostics import Diagnostic
from generator.rules import (
    act_in_vain,
    act_of_other,
    act_without_day,
    act_without_target,
    after_edition,
    author_missing,
    carrier_in_label,
    chart_day,
    chart_empty,
    chart_units,
    dangling_ref,
    day_left_open,
    delegate_misnamed,
    delegate_missing,
    delegate_of_other,
    duration_differs,
    end_before_start,
    end_left_out,
    formula_without_result,
    known_date,
    last_day,
    literal_in_prose,
    long_quotation,
    name_misspelt,
    no_quotation_left,
    one_position,
    origin_missing,
    percent_or_points,
    person_not_in_quotation,
    point_rests,
    quotation_cut_off,
    reason_missing,
    recompute_differs,
    same_name,
    same_position,
    same_title,
    says_nothing,
    self_relay,
    shadowed_key,
    sign_differs,
    silent_and_speaks,
    state_missing,
    status_typed,
    stray_quote,
    unit_not_in_quotation,
    unused_record,
    unused_source,
    value_not_in_quotation,
    value_without_witness,
    witness_before_fact,
    word_misspelt,
    words_not_in_quotation,
)
from generator.rules.misquoted import gathered

Rule = Callable[[Dossier], Iterator[Diagnostic]]
RULES: tuple[Rule, ...] = (
    dangling_ref.check,
    value_without_witness.check,
    says_nothing.check,
    value_not_in_quotation.check,
    words_not_in_quotation.check,
    person_not_in_quotation.check,
    long_quotation.check,
    quotation_cut_off.check,
    origin_missing.check,
    self_relay.check,
    witness_before_fact.check,
    after_edition.check,
    end_before_start.check,
    end_left_out.check,
    last_day.check,
    day_left_open.check,
    duration_differs.check,
    recompute_differs.check,
    formula_without_result.check,
    percent_or_points.check,
    unit_not_in_quotation.check,
    status_typed.check,
    one_position.check,
    sign_differs.check,
    silent_and_speaks.check,
    same_position.check,
    shadowed_key.check,
    no_quotation_left.check,
    reason_missing.check,
    act_without_target.check,
    act_in_vain.check,
    act_of_other.check,
    act_without_day.check,
    delegate_misnamed.check,
    delegate_missing.check,
    delegate_of_other.check,
    point_rests.check,
    state_missing.check,
    author_missing.check,
    carrier_in_label.check,
    chart_day.check,
    chart_units.check,
    chart_empty.check,
    same_title.check,
    known_date.check,
    name_misspelt.check,
    word_misspelt.check,
    literal_in_prose.check,
    stray_quote.check,
    unused_source.check,
    unused_record.check,
    same_name.check,
)


def check(dossier: Dossier) -> tuple[Diagnostic, ...]:
    """What the rules find, by place."""
    found = (diagnostic for rule in RULES for diagnostic in rule(dossier))
    told = gathered(dossier.briefing.as_read, found)
    return tuple(sorted(told, key=lambda diagnostic: diagnostic.place))
