"""A new source from the address of its page: what the address tells, and what its host's others do.

Refuses to ask the page, and to take over what the sources of one host do not agree on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from unicodedata import combining, normalize
from urllib.parse import quote, unquote

from generator.derive.address import date_in, split
from generator.model.briefing import Briefing
from generator.model.record import Record
from generator.model.source import Source
from generator.starter.text import Given

# Labels of a host that name a language, a device or a sort of body, not the publisher.
COMMON = {"ac", "amp", "co", "com", "edu", "en", "english", "gov", "m", "net", "org", "www"}
DATED_ID = re.compile(r"(?P<start>[a-z0-9-]+)-(?:\d{6}|\d{8})(?:-\d+)?")
# Labels of a host that only authorities have.
OFFICIAL = {"gov", "gob", "gouv", "govt", "go", "gc", "mil", "europa"}
SHARED = ("publisher", "kind", "form", "text_of", "origin")
TRACKERS = (
    r"utm_\w+|at_medium|at_campaign|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid"
    r"|ttclid|igshid|igsh|mc_cid|mc_eid|mkt_tok|smid|ref_src|ref_url|_ga|_gl"
)
TRACKING = re.compile(rf"(?<![^&])(?:{TRACKERS})=[^&]*&?")
# Which words a browser is to mark; an anchor may stand in front.
MARKED = re.compile(r":~:.*")
# What a page that is a program shows, and not a place within it.
ROUTE = re.compile(r"!?/")
# What stands around an address where it was copied from.
AROUND = ('""', "''", "<>", "“”", "‘’", "„“", "«»", "()")
OWN_TEXT = "an authority's own text is `own`, with `form: original` and `text_of`"
LONGEST = 40
BEGINNING = re.compile(r"https?://[^/?#]*", re.IGNORECASE)
# What no address has as it is, though browsers show it so.
STRANGE = re.compile(r"[\s<>\"'`\\{}|^]")
# A copy in an archive, whose address ends in that of the page itself.
COPY = re.compile(
    r"https?://(?:web\.archive\.org/web|archive\.(?:ph|today|is|li|md|fo|vn))"
    r"/(?:\d{4,14}(?:[a-z]{2}_)?|(?P<list>\d*\*))/(?P<page>https?://.+)"
)


def pasted(given: str) -> str:
    """An address without the signs that stand around it."""
    text = given.strip()
    pairs = any(text[:1] + text[-1:] == pair for pair in AROUND)
    return pasted(text[1:-1]) if pairs else text


def lasting(url: str) -> str:
    """An address without what tells only how a reader came to the page, and where they looked."""
    parts = split(url)
    if not (parts.query or parts.fragment):
        return url
    query = TRACKING.sub("", parts.query).rstrip("&")
    return parts._replace(query=query, fragment=MARKED.sub("", parts.fragment)).geturl()


def usual(url: str) -> str:
    """An address with its scheme and host in lower case, in which they mean the same."""
    return BEGINNING.sub(lambda found: found[0].lower(), url, count=1)


def unfit(url: str) -> str:
    """Why something is not the address of a page; nothing where it is."""
    begins = BEGINNING.match(url)
    if begins and (found := STRANGE.search(url)):
        sign = "a space" if found[0].isspace() else found[0]
        return f"{sign} is written {quote(found[0], safe='')} in one"
    return "" if begins and host(url) else "it begins with https:// or http://"


def page_of(url: str) -> str:
    """The address of the page itself, also where the one given is that of a copy."""
    copy = COPY.fullmatch(url)
    return usual(copy["page"]) if copy else url


def is_copy(url: str) -> bool:
    """Whether an address is that of one copy, and not of the list of all."""
    found = COPY.fullmatch(url)
    return found is not None and not found["list"]


def same_page(briefing: Briefing, url: str) -> Record | None:
    """The source that has this address already, however it is written."""
    sources = of_sources(briefing)
    return next((one for one, data in sources if data.url and bare(data.url) == bare(url)), None)


def of_sources(briefing: Briefing) -> Iterator[tuple[Record, Source]]:
    """All sources with their records."""
    records = briefing.records.values()
    return ((one, one.data) for one in records if isinstance(one.data, Source))


def bare(url: str) -> str:
    """What matters of an address: no scheme, `www.` or anchor, nothing that tracks readers."""
    url = lasting(page_of(usual(url)))
    parts = split(url)
    query = f"?{parts.query}" if parts.query else ""
    route = f"#{parts.fragment}" if ROUTE.match(parts.fragment) else ""
    return f"{host(url)}{parts.path.rstrip('/')}{query}{route}"


def host(url: str) -> str:
    """The host of an address."""
    return (split(url).hostname or "").removeprefix("www.")


def found_out(briefing: Briefing, given: str) -> dict[str, Given]:
    """What is known of a page before it is read, by key, from its address or that of a copy."""
    page = page_of(given)
    url = lasting(page)
    others = [
        pair for pair in of_sources(briefing) if pair[1].url and host(pair[1].url) == host(url)
    ]
    found = {key: agreed(others, key) for key in SHARED}
    found["kind"] = found["kind"] or agreed(of_same_authority(briefing, url), "kind")
    shared = {key: one for key, one in found.items() if one}
    published = date_in(url)
    dated = {"published": Given(published, "from the address: see that the page prints it")}
    copy = {"archive": Given(given, "the copy that was named")} if is_copy(given) else {}
    kept = "" if url == page else ", without what tracks readers or marks words"
    addresses = {"url": Given(url, f"the page's address{kept}"), **copy}
    return {**shared, **addresses, **(dated if published else {})}


def of_same_authority(briefing: Briefing, url: str) -> list[tuple[Record, Source]]:
    """The sources of an authority, from whichever of its hosts."""
    domain = authority(host(url))
    found = of_sources(briefing) if domain else ()
    return [pair for pair in found if pair[1].url and authority(host(pair[1].url)) == domain]


def authority(name: str) -> str:
    """What all hosts of an authority end in: `mill.gov` of `news.mill.gov`; of others nothing."""
    labels = name.split(".")
    if OFFICIAL.isdisjoint(labels):
        return ""
    telling = [at for at, label in enumerate(labels[:-1]) if label not in COMMON]
    return ".".join(labels[telling[-1] :] if telling else labels)


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


def of_authority(briefing: Briefing, url: str | None) -> dict[str, str]:
    """What helps with the page of an authority; without an address any page may be one's."""
    if url is None:
        return {"origin": OWN_TEXT}
    if not authority(host(url)):
        return {}
    bodies = [one for one in briefing.of_kind("body") if is_named(one, named(host(url)))]
    whose = f"perhaps {' or '.join(f'`{one.id}`' for one in bodies)}" if bodies else ""
    return {
        "kind": "of an authority `official`",
        "origin": OWN_TEXT,
        "text_of": whose,
    }


def is_named(body: Record, label: str) -> bool:
    """Whether a label of a host is the id of a body, or a word of its names."""
    words = " ".join((*body.data.names, *body.data.aliases)).lower()
    return label == body.id or label in re.findall(r"\w+", words)


def new_id(briefing: Briefing, url: str, taken: Iterable[str]) -> str:
    """An id from host and date, else from host and path, with a number where it is taken."""
    url = page_of(url)
    published = date_in(url).replace("-", "")
    start = start_of(briefing, url)
    whole = f"{start}-{published or slug(split(url).path)}".strip("-")
    used = set(taken)
    numbered = (whole, *(f"{whole}-{number}" for number in range(2, len(used) + 3)))
    return next(id_ for id_ in numbered if id_ not in used)


def start_of(briefing: Briefing, url: str) -> str:
    """How the ids of a host's sources begin, where they agree, else what its name tells."""
    ids = [
        record.id
        for record, data in of_sources(briefing)
        if data.url and host(data.url) == host(url)
    ]
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
