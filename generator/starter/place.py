"""Where a new record goes, by its id or by the address of a page, or why it cannot go there."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from unicodedata import combining, normalize
from urllib.parse import quote, unquote

from generator.derive.mentions import date_in, split
from generator.model import FOLDER_OF, FOLDERS, KINDS
from generator.model.briefing import Briefing
from generator.model.record import Record, of_model
from generator.model.shapes import ID, IDS
from generator.model.source import Source
from generator.near import SLIGHT, nearest
from generator.reading.output import OWN_DATA, taken_file
from generator.reading.read import Contents, read
from generator.starter import Found, Given, starter
from generator.write import Misuse, Refusal, make_folder
from generator.yaml import read_folder
from generator.yaml.names import record_id, unstorable

STEP = 10
HINTS = {
    "source": {"origin": "an authority's own text is `own`, with `form: original` and `text_of`"}
}
# An address, also one that lacks its beginning.
ADDRESSED = re.compile(r"://|^www\.|\w\.\w+/")
WRITTEN = re.compile(r"^url: *(\S+)", re.MULTILINE)
# Labels of a host that name a language, a device or a sort of body, not the publisher.
COMMON = {"ac", "amp", "co", "com", "edu", "en", "english", "gov", "m", "net", "org", "www"}
DATED_ID = re.compile(r"(?P<start>[a-z0-9-]+)-(?:\d{6}|\d{8})(?:-\d+)?")
SHARED = ("publisher", "kind", "form", "text_of", "origin")
TRACKERS = (
    r"utm_\w+|at_medium|at_campaign|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid"
    r"|ttclid|igshid|igsh|mc_cid|mc_eid|mkt_tok|smid|ref_src|ref_url|_ga|_gl"
)
TRACKING = re.compile(rf"(?<![^&])(?:{TRACKERS})=[^&]*&?")
# Which words a browser is to mark; an anchor may stand in front.
MARKED = re.compile(r":~:.*")
BEGINNING = re.compile(r"https?://", re.IGNORECASE)
# What no address has as it is, though browsers show it so.
STRANGE = re.compile(r"[\s<>\"'`\\{}|^]")
LONGEST = 40


def new(root: Path, kind: str, name: str, today: str) -> tuple[str, str]:
    """Write a new record of a kind, by its id or, of a source, its address: its path and text."""
    known = _kind_named(kind)
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


def _kind_named(kind: str) -> str:
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
    if there := _same_page(briefing, url):
        quotes = [f"{there.id}#{key}" for key in getattr(there.data, "quotes", {})]
        hint = f"it has {', '.join(f'`{one}`' for one in quotes)}" if quotes else "quote it there"
        raise Refusal(f"`{there.file.path}` has this address already: {hint}")
    return _new_id(briefing, url, (*owners, *briefing.moved, *OWN_DATA))


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


def lasting(url: str) -> str:
    """An address without what tells only how a reader came to the page, and where they looked."""
    parts = split(url)
    if not (parts.query or parts.fragment):
        return url
    query = TRACKING.sub("", parts.query).rstrip("&")
    return parts._replace(query=query, fragment=MARKED.sub("", parts.fragment)).geturl()


def unfit(url: str) -> str:
    """Why something is not the address of a page; nothing where it is."""
    begins = BEGINNING.match(url)
    if begins and (found := STRANGE.search(url)):
        sign = "a space" if found[0].isspace() else found[0]
        return f"{sign} is written {quote(found[0], safe='')} in one"
    return "" if begins and host(url) else "it begins with https:// or http://"


def _same_page(briefing: Briefing, url: str) -> Record | None:
    sources = _of_sources(briefing)
    return next((one for one, data in sources if bare(data.url or "") == bare(url)), None)


def _of_sources(briefing: Briefing, name: str = "") -> Iterator[tuple[Record, Source]]:
    every = of_model(briefing.of_kind("source"), Source)
    return ((one, data) for one, data in every if not name or host(data.url or "") == name)


def bare(url: str) -> str:
    """What matters of an address: no scheme, `www.` or anchor, nothing that tracks readers."""
    parts = split(lasting(url))
    return f"{host(url)}{parts.path.rstrip('/')}?{parts.query}"


def host(url: str) -> str:
    """The host of an address."""
    return (split(url).hostname or "").removeprefix("www.")


def found_out(briefing: Briefing, given: str) -> dict[str, Given]:
    """What is known of a page before it is read, by key."""
    url = lasting(given)
    others = list(_of_sources(briefing, host(url)))
    shared = {key: one for key in SHARED if (one := agreed(others, key))}
    kept = "" if url == given else ", without what tracks readers or marks words"
    found = {**shared, "url": Given(url, f"the page's address{kept}")}
    if published := date_in(url):
        found["published"] = Given(published, "from the address: see that the page prints it")
    return found


def agreed(others: Iterable[tuple[Record, Source]], key: str) -> Given | None:
    """What all sources of a host have in a key; nothing where they differ."""
    held = {written_in(data, key): record.id for record, data in reversed(list(others))}
    ((value, id_),) = held.items() if len(held) == 1 else (("", ""),)
    return Given(value, f"as in {id_}") if value else None


def written_in(data: Source, key: str) -> str:
    """What was written in a key; of several ids nothing."""
    value = getattr(data, key) if key in data.model_fields_set else ""
    if isinstance(value, tuple):
        return str(value[0]) if len(value) == 1 else ""
    return str(value or "")


def _new_id(briefing: Briefing, url: str, taken: Iterable[str]) -> str:
    published = date_in(url).replace("-", "")
    start = start_of(briefing, url)
    whole = f"{start}-{published or slug(split(url).path)}".strip("-")
    used = set(taken)
    numbered = (whole, *(f"{whole}-{number}" for number in range(2, len(used) + 3)))
    return next(id_ for id_ in numbered if id_ not in used)


def start_of(briefing: Briefing, url: str) -> str:
    """How the ids of a host's sources begin, where they agree, else what its name tells."""
    ids = [record.id for record, _ in _of_sources(briefing, host(url))]
    starts = {match["start"] for id_ in ids if (match := DATED_ID.fullmatch(id_))}
    return starts.pop() if len(starts) == 1 else named(host(url))


def named(name: str) -> str:
    """The label of a host that names the publisher: `courier` of `www.courier.co.uk`."""
    labels = name.split(".")
    telling = [label for label in labels[:-1] if label not in COMMON]
    return slug(telling[-1] if telling else "-".join(labels[-2:]))


def slug(text: str) -> str:
    """Words of an address as part of an id, whole, as many as are not too long."""
    last = unquote(re.sub(r"\.\w{2,5}$", "", text.rpartition("/")[2] or text))
    # What has no Latin letters gives no words.
    plain = "".join(one for one in normalize("NFKD", last) if not combining(one))
    words = re.findall(r"[a-z0-9]+", plain.lower())
    kept = words[:1]
    for word in words[1:]:
        if len("-".join((*kept, word))) > LONGEST:
            break
        kept.append(word)
    return "-".join(kept)
