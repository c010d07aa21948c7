"""Where a new record goes: its kind, its id and its file, or why it cannot go there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from generator.model import FOLDER_OF, FOLDERS, KINDS
from generator.model.briefing import Briefing
from generator.model.record import of_model
from generator.model.shapes import ID, IDS
from generator.model.source import Source
from generator.near import SLIGHT, nearest
from generator.reading.own_names import OWN_DATA, taken_file
from generator.reading.read import Contents, read
from generator.starter.address import bare, found_out, new_id, same_page, unfit
from generator.starter.text import Found, Given, starter
from generator.write import Misuse, Refusal, make_folder
from generator.yaml import read_folder, record_id, unstorable

STEP = 10
HINTS = {
    "source": {"origin": "an authority's own text is `own`, with `form: original` and `text_of`"}
}
# An address, also one that lacks its beginning.
ADDRESSED = re.compile(r"://|^www\.|\w\.\w+/")
WRITTEN = re.compile(r"^url: *(\S+)", re.MULTILINE)


def new(root: Path, kind: str, name: str, today: str) -> tuple[str, str]:
    """Write a new record of a kind, by its id or, of a source, its address: its path and text."""
    known = kind_named(kind)
    contents, owners = read(root), taken(root)
    url = name if known == "source" and ADDRESSED.search(name) else None
    id_ = of_address(root, contents, owners, url) if url else free(contents, owners, kind, name)
    given = days(contents, known, today) | order(contents.briefing, known)
    given |= found_out(contents.briefing, url) if url else {}
    hints = {} if url else HINTS.get(known, {})
    text = starter(KINDS[known], Found(given, ids_of(contents.briefing), hints))
    path = f"content/{FOLDER_OF[known]}/{id_}.yaml"
    write(root / path, text)
    return path, text


def kind_named(kind: str) -> str:
    """The kind that was named, or a refusal with the one that was probably meant."""
    if kind in KINDS:
        return kind
    near = FOLDERS[kind] if kind in FOLDERS else nearest(kind, KINDS, SLIGHT)
    hint = f"did you mean `{near}`?" if near else f"there are {', '.join(KINDS)}"
    raise Misuse(f"no kind `{kind}`: {hint}")


def taken(root: Path) -> dict[str, str]:
    """Every id that a file owns, with its path."""
    folder, _ = read_folder(root)
    paths = (*(file.path for file in folder.files), *folder.unreadable)
    return {record_id(path): path for path in paths if PurePosixPath(path).parent.name in FOLDERS}


def free(contents: Contents, owners: Mapping[str, str], kind: str, id_: str) -> str:
    """An id that a record can have, or a refusal with the reason why not."""
    if not re.fullmatch(ID, id_):
        # What it would be as the name of a file, behind the last dot of which nothing is lost.
        right = record_id(f"{id_.removesuffix('.yaml')}.yaml")
        hint = f": did you mean `{right}`?" if right else ""
        raise Misuse(f"`{id_}` is not an id: lower case letters, digits and single hyphens{hint}")
    if why := unstorable(id_):
        raise Misuse(f"the id `{id_}` {why}")
    if path := taken_file(kind, id_):
        raise Misuse(f"the id `{id_}` is kept for `{path}`")
    if id_ in owners:
        raise Misuse(f"the id `{id_}` is taken by `{owners[id_]}`")
    if id_ in contents.briefing.moved:
        raise Misuse(
            f"the id `{id_}` was published once, and `content/moved.yaml` leads on from it"
        )
    return id_


def unfinished(root: Path, briefing: Briefing, url: str) -> str | None:
    """The file of a source with this address that is not filled in yet, so that it is no record."""
    files = (
        one for one in read_folder(root)[0].files if record_id(one.path) not in briefing.records
    )
    written = ((file.path, WRITTEN.search(file.text)) for file in files)
    return next((path for path, found in written if found and bare(found[1]) == bare(url)), None)


def of_address(root: Path, contents: Contents, owners: Mapping[str, str], url: str) -> str:
    """The id of a new source, or a refusal where there is a source of this page."""
    briefing = contents.briefing
    if why := unfit(url):
        raise Misuse(f"`{url}` is not a web address: {why}")
    if path := unfinished(root, briefing, url):
        raise Refusal(f"`{path}` has this address already: fill it in")
    if there := same_page(briefing, url):
        quotes = [f"{there.id}#{key}" for key in getattr(there.data, "quotes", {})]
        hint = f"it has {', '.join(f'`{one}`' for one in quotes)}" if quotes else "quote it there"
        raise Refusal(f"`{there.file.path}` has this address already: {hint}")
    return new_id(briefing, url, (*owners, *briefing.moved, *OWN_DATA))


def days(contents: Contents, kind: str, today: str) -> dict[str, Given]:
    """The days that a new record of a kind has."""
    if kind == "gap" and contents.has_edition:
        return {"on": Given(contents.briefing.edition.as_of.text, "the day of the edition")}
    return {"retrieved": Given(today, "today")} if kind == "source" else {}


def order(briefing: Briefing, kind: str) -> dict[str, Given]:
    """The place of a new record of a kind that has places: after the last."""
    if "order" not in KINDS[kind].model_fields:
        return {}
    last = max((getattr(one.data, "order", 0) for one in briefing.of_kind(kind)), default=0)
    return {"order": Given(str(last + STEP), "after the last")}


def ids_of(briefing: Briefing) -> dict[str, str]:
    """An id of each kind to show as an example: one that there is, or an invented one."""
    examples = {kind: IDS.get(kind, kind) for kind in KINDS}
    found = {
        kind: next((one.id for one in briefing.of_kind(kind)), examples[kind]) for kind in KINDS
    }
    statement = next(iter(briefing.statements), IDS["statement"])
    every = of_model(briefing.of_kind("source"), Source)
    named = (f"{one.id}#{key}" for one, source in every for key in source.quotes)
    witness = next(named, IDS["witness"])
    return {**found, "any": found["round"], "statement": statement, "witness": witness}


def write(path: Path, text: str) -> None:
    """Write a file that is not there yet."""
    make_folder(path.parent)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except FileExistsError:
        raise Refusal(f"`{path}` is there already") from None
