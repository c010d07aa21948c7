"""Whether a figure has another unit than its quotation, for rules about changes."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.rules.shared import Said
from generator.rules.units import other_unit


@dataclass(frozen=True)
class Finding:
    """A figure; `wrong` where its quotation counts in something else."""

    wrong: bool


def findings_of(part: Said) -> Iterator[Finding]:
    """What is known of a figure."""
    yield Finding(other_unit(part) is not None)
