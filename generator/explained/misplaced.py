"""`misplaced-file`: a record that is sound, and of another kind than that of its folder."""

from __future__ import annotations

from generator.diagnostics import Diagnostic
from generator.explained import Made
from generator.load import Mapping, Reading
from generator.model import FOLDERS, KINDS
from generator.model.keys import keys
from generator.source import SourceFile
from generator.validate import validate

# A single key that a kind does not have is more likely a slip, unless it is the mark of another.
SEVERAL = 2


def as_placed(file: SourceFile, found: Reading, identity: tuple[str, str]) -> Made | None:
    """What a file is that is a sound record of another kind than its folder's; else None.

    `identity` is the kind and id that it would have there.
    """
    kind, id_ = identity
    if not isinstance(found.tree, Mapping) or found.faults:
        return None
    if found.tree.span.column > 1:
        # It has lost the keys above it.
        return None
    faults = validate(found.tree, file, identity)[1]
    foreign = [fault for fault in faults if fault.code == "unknown-key"]
    for other in (one for one in KINDS if one != kind) if foreign else ():
        record, faults = validate(found.tree, file, (other, id_))
        if record and not faults and (len(foreign) >= SEVERAL or is_telling(other, foreign[0])):
            return Made(found, record, (), (misplaced(foreign, other),))
    return None


def is_telling(kind: str, fault: Diagnostic) -> bool:
    """Whether a single key tells of a kind: one that it must have, or that holds its statements."""
    found = next((key for key in keys(KINDS[kind]) if key.name == fault.span.text), None)
    return found is not None and (found.is_required or found.holds is not None)


def misplaced(foreign: list[Diagnostic], other: str) -> Diagnostic:
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
