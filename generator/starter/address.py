"""A new source from the address of its page: what the address and its host's others tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from unicodedata import combining, normalize
from urllib.parse import quote, unquote

from generator.derive.address import date_in, split
from generator.model.briefing import Briefing
from generator.model.record import Record, of_model
from generator.model.source import Source
from generator.starter.text import Given

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


def same_page(briefing: Briefing, url: str) -> Record | None:
    """The source that has this address already, however it is written."""
    sources = of_sources(briefing)
    return next((one for one, data in sources if bare(data.url or "") == bare(url)), None)


def of_sources(briefing: Briefing, name: str = "") -> Iterator[tuple[Record, Source]]:
    """All sources with their records, or those of a host."""
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
    others = list(of_sources(briefing, host(url)))
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


def new_id(briefing: Briefing, url: str, taken: Iterable[str]) -> str:
    """An id from host and date, else from host and path, with a number where it is taken."""
    published = date_in(url).replace("-", "")
    start = start_of(briefing, url)
    whole = f"{start}-{published or slug(split(url).path)}".strip("-")
    used = set(taken)
    numbered = (whole, *(f"{whole}-{number}" for number in range(2, len(used) + 3)))
    return next(id_ for id_ in numbered if id_ not in used)


def start_of(briefing: Briefing, url: str) -> str:
    """How the ids of a host's sources begin, where they agree, else what its name tells."""
    ids = [record.id for record, _ in of_sources(briefing, host(url))]
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
