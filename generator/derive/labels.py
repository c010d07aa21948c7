"""What a statement is called, without its value."""

import re
from collections.abc import Mapping

from generator.model.briefing import Briefing, Located
from generator.model.dates import behind_period, in_words, leading_period
from generator.model.events import Claim
from generator.model.record import Record

SPOKEN = {"in-force": "in force from", "said": "day on which it was said"}
CHANGES = {"yoy": "year on year", "mom": "month on month"}
NEVER = {"in-force": "was to take effect on"}
BRACKETS = re.compile(r" \([^()]*\)$")
# A name up to what only tells more of it.
HEAD = re.compile(
    r"(.+?)(?: \(| (?:about|against|at|between|by|for|from|in|of|on|over|that|to|under|with) |$)"
)
# A name with a number, an article or a possessor needs no article.
BARE = re.compile(r".*\d|(?:the|an?) |\w+(?:['’]s|s['’]) ", re.IGNORECASE)
WORDS = re.compile(r"[\w'’]+")
CONTAINERS = {"points", "terms", "parts", "acts", "offices", "delegations"}


def label(briefing: Briefing, located: Located, spoken: Mapping[str, str] = SPOKEN) -> str:
    """The label that was written, else one of the statement's keys; with the record's name."""
    record, written = located.record, located.statement.label
    if isinstance(record.data, Claim):
        heading = record.data.heading("") or _claim(briefing, record.id, record.data)
    else:
        heading = briefing.name(record.id)
    if not (written or located.path):
        return heading
    own, bare = written or _key(briefing, located, spoken), bare_name(heading)
    is_figure = located.path[:1] == ("points",)
    if is_figure or not (written or located.statement.person):
        return f"{heading}, {own}"
    if isinstance(record.data, Claim):
        return own
    told = f"{own[:1].upper()}{own[1:]}"
    return told if _tells_of(record, bare, told) else f"{told} ({bare})"


def without_record(label: str, name: str) -> str:
    """A label without the name of the record, for where that stands above it."""
    return label.removeprefix(f"{name}, ").removesuffix(f" ({bare_name(name)})")


def _tells_of(record: Record, name: str, part: str) -> bool:
    """Whether a part has the whole name, or its head and a name or number that tells which one."""
    # Words with a capital letter, and numbers, tell one thing from others of its kind.
    both = set(WORDS.findall(name)) & set(WORDS.findall(part.partition(" ")[2]))
    told = any(not word[0].islower() for word in both)
    return name.casefold() in part.casefold() or (told and names_whole(record, name, part))


def names_whole(record: Record, name: str, part: str) -> bool:
    """Whether what a part is called tells already of what it is a part, by any of its names."""
    data = record.data
    names = (head(bare_name(name)), getattr(data, "number", None), *data.aliases)
    found = "|".join(re.escape(one) for one in names if one)
    return re.search(rf"\b(?:{found})\b", part, re.IGNORECASE) is not None


def bare_name(name: str) -> str:
    """A name without what its brackets tell beside it."""
    return BRACKETS.sub("", name)


def head(name: str) -> str:
    """The words that a name begins with, without what tells more of it."""
    found = HEAD.match(name)
    return found[1] if found else name


def has_article(name: str) -> bool:
    """False for what has a number, an article or a possessor, and for a name of one word."""
    return " " in name and not BARE.match(f"{head(name)} ")


def lowered(name: str) -> str:
    """One word of which more is told is a common noun: `toll on the bridge`."""
    first = head(name)
    is_common = first != name and first[1:].islower() and first.isalpha()
    return name[:1].lower() + name[1:] if is_common else name


def _claim(briefing: Briefing, id_: str, claim: Claim) -> str:
    if claim.asks:
        return claim.asks
    by = " and ".join(map(briefing.name, claim.by))
    about = ", ".join(briefing.name(one.partition(".")[0]) for one in claim.about)
    said = f"What {by} said" if by else "What was said"
    return f"{said} of {about}" if about else f"{said} ({id_.replace('-', ' ')})"


def _key(briefing: Briefing, located: Located, spoken: Mapping[str, str]) -> str:
    if located.statement.person:
        return briefing.name(located.statement.person)
    if located.statement.title and located.path:
        return located.statement.title.in_language(briefing.edition.language)
    keys = (str(key) for key in located.path)
    return ", ".join(_spoken(key, spoken) for key in keys if key not in CONTAINERS)


def _spoken(key: str, spoken: Mapping[str, str]) -> str:
    """A key as words: `2025-05-yoy` is `May 2025, year on year`."""
    try:
        period = leading_period(key)
    except ValueError:
        # Only a series has periods for keys, and a rule reports an impossible one.
        period = None
    if period is None:
        return spoken.get(key, key.replace("-", " "))
    rest = " ".join(CHANGES.get(word, word) for word in behind_period(key).split("-"))
    return in_words(period) + (f", {rest}" if rest else "")
