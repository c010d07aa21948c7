"""Whether a figure has another unit than its quotation, for rules about changes."""

from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.rules.shared import Said
from generator.rules.units import at_number, named, unit_written


def other_units(part: Said) -> Iterator[Diagnostic] | bool:
    """Whether the quotations print a value in the other of the two units."""
    found = {name for _, text, one in at_number(part) if (name := named(text[one.end :]))}
    return bool(found) and unit_written(part) not in found
