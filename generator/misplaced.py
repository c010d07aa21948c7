"""`misplaced-file`: a record that is sound, and of another kind than that of its folder."""

from __future__ import annotations

from generator.diagnostics import Diagnostic
from generator.explained import Made
from generator.model import FOLDERS, KINDS
from generator.model.keys import keys
from generator.source import SourceFile
from generator.validate import validate

# A single key that a kind does not have is more likely a slip, unless it is the mark of another.
SEVERAL = 2


def as_placed(made: Made, file: SourceFile, identity: tuple[str, str]) -> Made:
    """What was made of a file as the kind of its folder, or that which it is of another.

    `identity` is the kind and id of the record.
    """
    kind, id_ = identity
    foreign = [fault for fault in made.faults if fault.code == "unknown-key"]
    if made.top is None or made.found.faults or not foreign:
        return made
    for other in (one for one in KINDS if one != kind):
        record, faults = validate(made.top, file, (other, id_))
        if record and not faults and (len(foreign) >= SEVERAL or is_telling(other, foreign[0])):
            return Made(made.found, record, (), (misplaced(foreign, kind, other),))
    return made


def is_telling(kind: str, fault: Diagnostic) -> bool:
    """Whether a single key tells of a kind: one that it must have, or that holds its statements."""
    found = next((key for key in keys(KINDS[kind]) if key.name == fault.span.text), None)
    return found is not None and (found.is_required or found.holds is not None)


def misplaced(foreign: list[Diagnostic], kind: str, other: str) -> Diagnostic:
    """A file that was saved beside records of another kind."""
    several = " and ".join(f"`{fault.span.text}`" for fault in foreign[:SEVERAL])
    are = "are keys" if len(foreign) > 1 else "is a key"
    folders = {name: folder for folder, name in FOLDERS.items()}
    return Diagnostic(
        code="misplaced-file",
        message=f"{several} {are} of `content/{folders[other]}/`, and of no record here",
        span=foreign[0].span,
        help=f"move the file to `content/{folders[other]}/`",
    )
