"""`party-not-named`: the parts of an agreement are those of its parties."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive import Dossier
from generator.diagnostics import Diagnostic, Label, Severity
from generator.model.agreement import Agreement
from generator.model.record import Record
from generator.rules.doubts import Doubt


def check(dossier: Dossier) -> Iterator[Diagnostic]:
    """Parties that terms name and the agreement does not, each once."""
    for record in dossier.briefing.as_read.of_kind("agreement"):
        assert isinstance(record.data, Agreement)
        parties, terms = record.data.parties, record.data.terms
        # Of an id of nothing another rule tells.
        known = dossier.briefing.as_read.records.keys()
        if not parties or record.may_have(("parties",)) or not known >= {*parties}:
            continue
        for party in dict.fromkeys(term.party for term in terms.values() if term.party):
            if party in known and party not in parties:
                yield not_named(record, party, [key for key in terms if terms[key].party == party])


def not_named(record: Record, party: str, terms: list[str]) -> Diagnostic:
    """A party that is missing, or that one term has in the place of another."""
    first, *others = [record.places.value(("terms", key, "party")) for key in terms]
    parties = record.places.value(("parties",))
    return Doubt(
        code="party-not-named",
        message=f"a part of `{party}`, which is none of the agreement's parties",
        span=parties if others else first,
        severity=Severity.WARNING,
        labels=(
            *(Label(one, f"a part of `{party}`") for one in (first, *others) if others),
            *(() if others else (Label(parties, "the parties"),)),
        ),
        help=f"add `{party}` to `parties`, or mend the party of the term",
    )
