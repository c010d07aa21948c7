"""From the folder to one linked briefing: every file is read, and every fault of it kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import TypeVar

from pydantic import ValidationError

from generator.derive.history import Group
from generator.diagnostics import Diagnostic
from generator.model import FOLDERS
from generator.model.briefing import Briefing, in_order
from generator.model.edition import Edition, Editions, MovedIds, Settings
from generator.model.record import Places, Record
from generator.reading.output import misnamed
from generator.source import SourceFile
from generator.validate import validate, validate_as
from generator.yaml import Folder, read_file, read_folder
from generator.yaml.names import record_id
from generator.yaml.nodes import Mapping, Scalar, plain
from generator.yaml.reading import load

EDITION = "content/briefing.yaml"
MOVED = "content/moved.yaml"
EDITIONS = "content/editions.yaml"
PAGES = "pages"
FAR = "2999-12-31"
SIDES = 2
SETTINGS = "site_config/site.yaml"
Errors = tuple[Diagnostic, ...]
M = TypeVar("M")


@dataclass(frozen=True)
class Contents:
    """What a folder holds; without `has_edition` the edition is one that stands in."""

    briefing: Briefing
    diagnostics: tuple[Diagnostic, ...]
    count: int
    has_edition: bool
    is_complete: bool


@dataclass
class Gathering:
    """What has been made of the files so far."""

    errors: list[Diagnostic]
    unreadable: set[str]
    records: dict[str, Record] = field(default_factory=dict)
    pages: list[SourceFile] = field(default_factory=list)
    tops: dict[str, tuple[SourceFile, Mapping | None]] = field(default_factory=dict)

    def add(self, other: Gathering) -> None:
        """What has been made of some more files."""
        self.errors += other.errors
        self.unreadable |= other.unreadable
        self.records |= other.records
        self.pages += other.pages
        self.tops |= other.tops


@dataclass
class Memory:
    """What is known already to who reads a folder again and again.

    `files` has what was made of each, `sound` the records in which no rule found anything, `held`
    the bytes of files that were read just now, `past` the history of statements.
    """

    files: dict[SourceFile, Gathering] = field(default_factory=dict)
    sound: set[str] = field(default_factory=set)
    held: dict[str, bytes] = field(default_factory=dict)
    past: dict[str, Group] = field(default_factory=dict)


def read(root: Path, memory: Memory | None = None) -> Contents:
    """All of `content/` below a folder as one briefing, with what is wrong in any single file.

    With a `memory` only the files are read that are not in it as they stand.
    """
    memory = memory or Memory()
    folder, errors = read_folder(root, memory.held)
    held = Gathering(list(errors), set(folder.unreadable_ids))
    known = memory.files
    for gone in known.keys() - {*folder.files}:
        del known[gone]
    for file in folder.files:
        if file not in known:
            known[file] = Gathering([], set())
            take(known[file], file)
        held.add(known[file])
    edition, places, has_edition = edition_of(held, folder)
    moved, moved_places = _top_of(held, MOVED, MovedIds)
    editions, editions_places = _top_of(held, EDITIONS, Editions)
    if moved and moved_places:
        held.errors += led_nowhere(moved, moved_places)
    briefing = Briefing(
        edition,
        places,
        records=in_order(held.records.values()),
        pages=tuple(held.pages),
        moved=moved or {},
        moved_places=moved_places,
        editions=editions or {},
        editions_places=editions_places,
        unreadable=frozenset(held.unreadable),
    )
    held.errors += misnamed(briefing)
    return Contents(
        briefing,
        tuple(held.errors),
        len(folder.files) + len(folder.unreadable),
        has_edition,
        not any(path.endswith("/") for path in folder.unreadable),
    )


def read_edition(root: Path) -> Edition | None:
    """The edition alone, for who needs no more; None where it is not as it should be."""
    file, _ = read_file(root / EDITION, root)
    tree, _ = load(file) if file else (None, ())
    return validate_as(Edition, tree, file)[0] if file and tree else None


def take(held: Gathering, file: SourceFile) -> None:
    """Read one file and put what it holds where it belongs; in any case it owns its id."""
    folder = PurePosixPath(file.path).parent.name
    if folder == PAGES:
        held.pages.append(file)
        return
    tree, errors = load(file)
    held.errors += errors
    if folder not in FOLDERS:
        held.tops[file.path] = (file, tree)
        return
    id_ = record_id(file.path)
    record, errors = validate(tree, file, (FOLDERS[folder], id_)) if tree else (None, ())
    held.errors += errors
    if record:
        held.records[id_] = record
    else:
        held.unreadable.add(id_)


def edition_of(held: Gathering, folder: Folder) -> tuple[Edition, Places, bool]:
    """The edition that was written, else one that stands in; and which of the two it is."""
    if EDITION not in held.tops:
        if not {EDITION, "content/"} & set(folder.unreadable):
            help = (
                "it says what the briefing is about: title, subject, parties, as_of, coverage_end"
            )
            head = SourceFile(EDITION, "").head
            held.errors.append(Diagnostic("no-edition", f"no `{EDITION}`", head, help=help))
        return stand_in(held, None), Places(SourceFile(EDITION, ""), {}, {}), False
    file, tree = held.tops[EDITION]
    if tree is None:
        return stand_in(held, None), Places(file, {}, {}), False
    edition, places, errors = validate_as(Edition, tree, file)
    held.errors += errors
    if edition and len(edition.parties) < SIDES:
        held.errors.append(_one_sided(edition, places))
    return edition or stand_in(held, tree), places, edition is not None


def stand_in(held: Gathering, tree: Mapping | None) -> Edition:
    """An edition in which everything is known, in the language of the written one."""
    parties = [one.id for one in held.records.values() if one.kind == "party"]
    keys: dict[str, object] = {"title": "?", "subject": "?", "parties": parties}
    keys |= {"as_of": FAR, "coverage_end": FAR}
    written = plain(tree).get("language", "en") if tree else "en"
    try:
        return Edition.model_validate(keys | {"language": written})
    except ValidationError:
        return Edition.model_validate(keys)


def _one_sided(edition: Edition, places: Places) -> Diagnostic:
    found = f"only `{edition.parties[0]}`" if edition.parties else "nobody"
    return Diagnostic(
        "wrong-value",
        f"`parties` names {found} where two or more sides are expected",
        places.value(("parties",)),
        help="name the id of each side: `[one, other]`",
    )


def _top_of(held: Gathering, path: str, model: type[M]) -> tuple[M | None, Places | None]:
    file, tree = held.tops.get(path, (None, None))
    if file is None or tree is None:
        return None, Places(file, {}, {}) if file else None
    found, places, errors = validate_as(model, tree, file)
    held.errors += errors
    return found, places


def led_nowhere(moved: MovedIds, places: Places) -> Iterator[Diagnostic]:
    """The ids that moved and have no end, or two."""
    for id_, where in moved.items():
        if bool(where.to) == bool(where.gone):
            message, span = f"`{id_}` needs either `to` or `gone`", places.key((id_,))
            help = "`to:` names the id that took its place, `gone:` the reason why none did"
            yield Diagnostic("moved-nowhere", message, span, help=help)


def read_settings(root: Path) -> tuple[Settings, Errors]:
    """The settings of a briefing; where they are missing or broken, nothing is known."""
    path = root / SETTINGS
    if not path.exists():
        return Settings(), ()
    file, errors = read_file(path, root)
    tree, more = load(file) if file else (None, ())
    if file is None or not isinstance(tree, Mapping):
        return Settings(), (*errors, *more)
    settings, _, wrong = validate_as(Settings, stated(tree), file)
    return settings or Settings(), (*errors, *more, *wrong)


def stated(tree: Mapping) -> Mapping:
    """The keys that have a value: an empty one waits to be filled in."""
    kept = {
        key: entry
        for key, entry in tree.entries.items()
        if not (isinstance(entry.value, Scalar) and not entry.value.text)
    }
    return replace(tree, entries=kept)
