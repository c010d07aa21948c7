"""Names of files and folders: a file's name is the id of its record; what has no place."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from fnmatch import fnmatchcase

from generator.diagnostics import Diagnostic, Label
from generator.limits import NAME
from generator.model import FOLDERS, shapes
from generator.near import SLIGHT, nearest
from generator.source import SourceFile

PAGES = "pages"
PLACES = (*FOLDERS, PAGES)
TOP = ("briefing.yaml", "moved.yaml", "editions.yaml")
LISTED = ", ".join(f"`{place}`" for place in sorted(PLACES))
ID = re.compile(shapes.ID)
# Windows keeps these for devices, whatever ending they have.
DEVICES = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]")
ID_RULE = "an id is made of lower-case letters a to z, digits and single hyphens"
# What systems and editors leave beside the files of others. Nothing reads it.
LITTER = (
    *(".gitkeep", ".keep", ".DS_Store", "._*", ".directory"),
    *(".*.sw[a-p]", ".*~", ".#*", ".~lock.*#", ".*.kate-swp", ".*.new", ".nfs*"),
)


def record_id(path: str) -> str:
    """The id that a file owns, also where its name is none and has to become one first."""
    stem = path.rpartition("/")[2].rpartition(".")[0] or path.rpartition("/")[2]
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


def check(paths: Iterable[str]) -> dict[str, Diagnostic]:
    """What is wrong with the names of files, by path (`content/people/x.yaml`)."""
    found: dict[str, Diagnostic] = {}
    owners: dict[str, str] = {}
    # A well-named file owns its id, whatever the order, so the fault lies with the other.
    named = {path: well_named(path) for path in paths}
    for path in sorted(named, key=lambda path: (not named[path], path)):
        owner = owners.setdefault(_identity(path), path)
        if owner != path:
            found[path] = _duplicate_id(path, owner)
        elif not named[path]:
            found[path] = misnamed(path)
    return found


def with_one_id(errors: Iterable[Diagnostic]) -> set[str]:
    """The paths of the files that have an id which another has too."""
    doubled = [one for one in errors if one.code == "duplicate-id"]
    owners = {label.span.file.path for one in doubled for label in one.labels}
    return owners | {one.span.file.path for one in doubled}


def well_named(path: str) -> bool:
    """Whether a file stands in a place for files and its name is an id."""
    folder, name = _parts(path)
    if not folder:
        return name in TOP
    stem, dot, suffix = name.partition(".")
    is_id = bool(ID.fullmatch(stem)) and not unstorable(stem)
    return folder in PLACES and is_id and dot + suffix == _suffix_in(folder)


def unstorable(id_: str) -> str:
    """Why some machines can keep no file of this name, and what would be right; else empty."""
    if DEVICES.fullmatch(id_):
        return "is a device on Windows, where no file can have its name: add a word to it"
    long = f"has {len(id_)} characters: shorten it to {NAME.most} or fewer"
    return long if len(id_) > NAME.most else ""


def _suffix_in(folder: str) -> str:
    return ".md" if folder == PAGES else ".yaml"


def _parts(path: str) -> tuple[str, str]:
    """The folder below `content/`, empty at its top, and the name."""
    folder, _, name = path.partition("/")[2].rpartition("/")
    return folder, name


def is_record_file(path: str) -> bool:
    """Whether a name ends as those of its folder do, or nearly so."""
    folder, name = _parts(path)
    return name.lower().endswith((".md",) if folder == PAGES else (".yaml", ".yml"))


def _identity(path: str) -> str:
    """What may not exist twice: an id among records, a name among pages."""
    folder, _ = _parts(path)
    id_ = record_id(path)
    if folder not in PLACES or not id_ or not is_record_file(path):
        return path
    return f"{PAGES}/{id_}" if folder == PAGES else id_


def misnamed(path: str) -> Diagnostic:
    """A file that has no place where it stands, or a name that is not an id."""
    folder, name = _parts(path)
    suffix, id_ = _suffix_in(folder), record_id(path)
    if not folder:
        return _misplaced(path, name)
    if not is_record_file(path):
        help = f"only `{suffix}` files stand in this folder"
        return of_path("file-name", path, f"`{name}` is not a `{suffix}` file", help)
    if why := unstorable(id_):
        error, _, help = why.partition(": ")
        return of_path("file-name", path, f"the id `{id_}` {error}", help)
    help = f"rename it to `{id_}{suffix}`" if id_ else ID_RULE
    return of_path("file-name", path, f"the file name `{name}` is not an id and `{suffix}`", help)


def _misplaced(path: str, name: str) -> Diagnostic:
    tops = " and ".join(f"`{top}`" for top in TOP)
    help = f"only {tops} belong there; move it to a folder: {LISTED}"
    return of_path("misplaced-file", path, f"`{name}` has no place at the top of `content/`", help)


def _duplicate_id(path: str, owner: str) -> Diagnostic:
    return Diagnostic(
        "duplicate-id",
        f"the id `{record_id(path)}` belongs to `{owner}` already",
        SourceFile(path, "").head,
        labels=(Label(SourceFile(owner, "").head, "the other file"),),
        help="ids are unique in the whole briefing; rename one of the two, or delete it",
    )


def unknown_folder(path: str) -> Diagnostic:
    """A folder that no kind of record has, or one inside a folder of records."""
    parent, name = _parts(path)
    if parent:
        help = "put records directly in the folder of their kind"
        return of_path("unknown-folder", path, f"a folder inside `{parent}`", help)
    # It may be meant by its own name or by that of its kind.
    meant = {kind: folder for folder, kind in FOLDERS.items()} | {place: place for place in PLACES}
    near = nearest(name.lower(), meant, SLIGHT)
    help = f"did you mean `{meant[near]}`?" if near else f"the folders are {LISTED}"
    return of_path("unknown-folder", path, f"no kind has the folder `{name}`", help)


def is_hidden(name: str) -> bool:
    """Whether a name begins with a dot."""
    return name.startswith(".")


def is_litter(name: str) -> bool:
    """Whether a hidden file is one that is left alone."""
    return any(fnmatchcase(name, pattern) for pattern in LITTER)


def of_path(code: str, path: str, message: str, help: str) -> Diagnostic:
    """A message about a file or a folder as a whole."""
    return Diagnostic(code, message, SourceFile(path, "").head, help=help)


def hidden(path: str) -> Diagnostic:
    """A name that listings leave out, and so whoever reviews a change."""
    message = f"`{path}` is hidden: its name begins with a dot"
    return of_path("hidden-file", path, message, "take it out, or name it without the dot")


def submodule(path: str) -> Diagnostic:
    """A folder that another repository fills, or nobody."""
    message = f"`{path}` is a repository of its own, and no change of ours has its files"
    return of_path("submodule", path, message, "put the files themselves in its place")


def made_tracked(path: str) -> Diagnostic:
    """A file in the index of git where only builds and set-up write."""
    message = f"git has `{path}`, and that folder holds only what is made from the content"
    help = f"`git rm -r --cached {path.partition('/')[0]}` takes it out of the next commit"
    return of_path("made-tracked", path, message, help)


def symbolic_link(path: str, target: str = "") -> Diagnostic:
    """A link, wherever it leads: out of the briefing, in a circle, or to a second id."""
    message = f"`{path}` is a symbolic link, and links are not followed"
    found = of_path("symbolic-link", path, message, "put the file itself in its place")
    return replace(found, note=f"it leads to {target}" if target else "")


def no_text(path: str) -> Diagnostic:
    """A name in another encoding, shown with escapes."""
    help = "rename it: a name is made of lower-case letters a to z, digits and single hyphens"
    return of_path("file-name", path, f"the name `{path}` is not UTF-8", help)


def printable(name: str) -> str:
    """A name from the disk, with escapes for bytes that are no text and for what does not show."""
    if name.isprintable():
        return name
    text = name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)
