"""The marks and words of a status, as they stand beside what they are of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.derive.dossier import Fact, Status
from generator.render.views import borne
from generator.render.views.naming import actors
from generator.render.views.rich import Rich
from generator.render.views.text import fill, tag

if TYPE_CHECKING:
    from generator.render.views.sheet import Sheet

# What nearly every value is says nothing beside it: its mark tells it to who asks.
QUIET = {Status.CONFIRMED, Status.RELAYED, Status.COMPUTED, Status.REPORTED}
STATUSES = {status.value for status in Status}


def stands(sheet: Sheet, fact: Fact, told: str = "") -> Rich:
    """The mark of a statement's status, with words for what a reader must not miss.

    Where what is told says itself whose claim it is, the words need not.
    """
    text = borne.word_of(sheet.dossier, fact)
    who = actors(sheet.dossier.briefing, fact.by)
    if fact.status is Status.CLAIMED and f"{who} say".casefold() in told.casefold():
        text = text.replace(f"claimed by {who}", "claimed", 1)
    return behind(fact.status, text)


def word(sheet: Sheet, status: Status | None, by: tuple[str, ...]) -> Rich:
    """The same for a status alone, with whose claim it is."""
    return behind(status, borne.worded(sheet.dossier.briefing, status, by))


def full_word(sheet: Sheet, status: Status | None, by: tuple[str, ...]) -> Rich:
    """A status in words behind its mark, whatever it is."""
    text = borne.worded(sheet.dossier.briefing, status, by)
    return marked(text, status.value) if status else sign("none", "not quoted")


def quiet(status: Status | None) -> str:
    """What stands in print before the words of a status; empty where those are its mark."""
    return "none" if status is None else status.value if status in QUIET else ""


def behind(status: Status | None, text: str) -> Rich:
    """A text behind the mark of a status; the mark alone for a quiet one, or without a text."""
    kind = status.value if status else "none"
    if text and status not in QUIET:
        return marked(text, kind)
    return sign(kind, text or "not quoted")


def sign(kind: str, text: str) -> Rich:
    """A mark that says its words only to who points at it or listens."""
    return tag("span", "", class_=f"status status--{kind}", role="img", aria_label=text, title=text)


def marked(text: str, kind: str = "") -> Rich:
    """A status in words behind its mark, which its first word chooses where it is not given."""
    kind = kind or text.partition(" ")[0]
    return tag("span", text, class_=f"status status--{kind if kind in STATUSES else 'none'}")


def bracketed(text: Rich) -> Rich:
    """A status in brackets."""
    return tag("span", fill("({})", text), class_="fact-status")


def beside(what: object, status: Rich) -> Rich:
    """Something with its status: a mark alone needs neither a space nor brackets."""
    is_sign = any(one.get("role") == "img" for one in status.elements())
    return fill("{}{}", what, status) if is_sign else fill("{} {}", what, bracketed(status))
