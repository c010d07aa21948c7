"""The rules about what the facts say together, phase by phase."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from generator.derive import Dossier
from generator.diagnostics import CODES, PHASES, Diagnostic, Severity, rules_in
from generator.model.briefing import Briefing
from generator.rules import acts, figures, links, positions, prose, quotations, time, units
from generator.rules.mentions import IdIndex
from generator.rules.sound import NEAR_RULES, Near, Rule

FAMILIES = (acts, figures, links, positions, prose, quotations, time, units)
RULES: tuple[Rule, ...] = rules_in(FAMILIES)
NEAR = tuple(rule for rule in RULES if rule in NEAR_RULES)
FAR = tuple(rule for rule in RULES if rule not in NEAR_RULES)
UNNAMED = {"unused-record", "unused-source"}
STEPS = tuple((phase, severity) for phase in PHASES for severity in Severity)


def check(dossier: Dossier, sound: set[str] | None = None) -> tuple[Diagnostic, ...]:
    """What the rules find, by place.

    What failed is not judged by later phases, and what names it is not blamed. With `sound` the
    records that were so when they were judged last are not judged again, where nothing that is
    read for it has changed.
    """
    briefing = dossier.briefing
    found: dict[tuple[str, Severity], list[Diagnostic]] = {step: [] for step in STEPS}
    for one in found_near(dossier, set() if sound is None else sound) + found_in(dossier, FAR):
        code = CODES[one.code]
        found[code.phase, code.severity].append(replace(one, severity=code.severity))
    reported: list[Diagnostic] = []
    failed: set[str] = set(briefing.unreadable)
    for step in STEPS:
        is_apart = step[0] == "plausibility" and found[step]
        spared = failed | naming(briefing, failed) if is_apart else failed
        reported += (one for one in found[step] if owner(one) not in spared)
        if failed:
            # What failed may have named what nothing names.
            reported = [one for one in reported if one.code not in UNNAMED]
        failed |= {owner(one) for one in reported if one.severity is Severity.ERROR}
    return tuple(sorted(allowed(dossier, reported, failed), key=lambda one: one.place))


def found_near(dossier: Dossier, sound: set[str]) -> list[Diagnostic]:
    """What the rules find that read no more than a record and what it names."""
    near = Near.of(dossier.briefing, dossier.as_of)
    found = found_in(near.unsound(dossier, sound), NEAR)
    sound.clear()
    sound |= near.sound(found)
    return found


def found_in(dossier: Dossier, some: Iterable[Rule]) -> list[Diagnostic]:
    """What some rules find."""
    return [one for rule in some for one in rule(dossier)]


def owner(one: Diagnostic) -> str:
    """The id of the record that a diagnostic is about; of a page its name."""
    return one.span.file.stem


def naming(briefing: Briefing, failed: Collection[str]) -> set[str]:
    """The records and pages that name one of some records, or another that does."""
    found, left = set[str](), set(failed)
    while left:
        named = (one for one in IdIndex.of(briefing).mentions if one.record in left)
        left = {one.span.file.stem for one in named} - found
        found |= left
    return found


def allowed(
    dossier: Dossier, reported: Iterable[Diagnostic], failed: Collection[str]
) -> Iterator[Diagnostic]:
    """The diagnostics without allowed warnings, and an error for each unused allowance."""
    briefing, used = dossier.briefing, set[tuple[str, str]]()
    for one in reported:
        record = briefing.records.get(owner(one))
        if one.severity is Severity.WARNING and record and one.code in record.data.allow:
            used.add((record.id, one.code))
        else:
            yield one
    # On another day than its own the edition may give other warnings.
    is_own_day = dossier.as_of == briefing.edition.as_of.first
    for record in briefing.records.values() if is_own_day else ():
        for code in record.data.allow:
            if (record.id, code) not in used and record.id not in failed:
                yield Diagnostic(
                    "allowance-unused",
                    f"`{code}` is no warning here, so nothing needs to be allowed",
                    record.places.key(("allow", code)),
                    help="take it out, or write the code of a warning that is given here",
                )
