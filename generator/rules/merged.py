"""Quotations between which lines are lost: what the one that is left lacks is told with the other.

Refuses to find any: rules find the quotation that is gone, and what is not found.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from generator.diagnostics import Diagnostic, Label
from generator.rules.gone_together import Unquoted
from generator.rules.unprinted import Gathered, Left, by_witness, none_of, quoted_at


def merged(told: Iterable[Diagnostic], barren: Collection[str], left: Left) -> Gathered:
    """What is told, with the quotations that have nothing of what is taken from them."""
    users = by_witness(left)
    gone: set[str] = set()
    made: list[Diagnostic] = []
    for one in told:
        of_source = isinstance(one, Unquoted) and one.source
        odd = [witness for witness in barren if witness.partition("#")[0] == of_source]
        spans = [quoted_at(users, witness).words_span for witness in sorted(odd)]
        labels = (Label(span, "this has nothing of what is taken from it") for span in spans)
        made.append(replace(one, labels=(*one.labels, *labels)) if odd else one)
        gone |= {*odd}
    return made, none_of(left, gone)
