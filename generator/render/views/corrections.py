"""The ways from what a page says to its correction: the file's line, and the forms for a fault."""

from __future__ import annotations

from urllib.parse import urlencode

from generator.derive.dossier import Fact
from generator.render.views.links import external, page
from generator.render.views.sheet import Settings, Sheet, outward
from generator.render.views.text import Rich, fill, tag

# Forms in `.github/ISSUE_TEMPLATE`, and the field that a card fills in.
WRONG, MISSING, FIELD = "wrong-fact.yml", "suggest-fact.yml", "fact"


def written_in(settings: Settings, path: str, line: int) -> Rich:
    """A line of a file: a link to where it is edited, the place alone without a repository."""
    where = f"{path}, line {line}"
    repository = base(settings)
    if not repository:
        return fill("written in {}", where)
    return outward(f"Edit {where}", f"{repository}/edit/{settings.branch}/{path}#L{line}")


def report(sheet: Sheet, fact: Fact) -> Rich:
    """A way to say that a fact is wrong: the form with its id, else how it is done without."""
    address = form(sheet.settings, WRONG, **{FIELD: fact.id})
    if address:
        return outward("Report a wrong fact", address)
    return tag("a", "How to have it corrected", href=page("corrections"))


def form(settings: Settings, name: str, **fields: str) -> str | None:
    """The address of a form with some fields filled in; None without a repository."""
    repository = base(settings)
    return (
        f"{repository}/issues/new?{urlencode({'template': name, **fields})}" if repository else None
    )


def base(settings: Settings) -> str:
    """The repository's address, ready to be gone on with; empty where there is none."""
    return (external(settings.repository) or "").rstrip("/")
