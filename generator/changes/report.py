"""What changes for readers, as text, as Markdown for a comment, or as JSON."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from difflib import SequenceMatcher
from itertools import groupby

from pydantic import TypeAdapter

from generator.changes.cards import ANSWER, KNOWN, QUOTATION, STATE, STATUS, VALUE, Words
from generator.changes.snapshot import Affected, Page
from generator.changes.wording import ADDRESS, TEXT, Entry, Kind
from generator.counting import counted
from generator.report import code, plain

HEADINGS = {
    Kind.ADDED: "Added",
    Kind.REMOVED: "Removed",
    Kind.MOVED: "Moved",
    Kind.DISPUTED: "Disputed now",
    Kind.SETTLED: "Disputed no more",
    Kind.CHANGED: "Changed",
    Kind.FOLLOWS: "Changed as a consequence",
}
# A forge takes no comment longer than some 65,000 characters.
LONGEST = 60_000
CUT_OFF = "\nThe rest is too long for a comment: `briefing diff` shows it.\n"
# A longer text is cut to what differs.
LONG = 160
# What a record is called stands before all that is told of it.
NAMES = ("name", "title", "term")
STOP, SPACE = re.compile(r"(?<=[.?!]) "), re.compile(" ")
# What needs no name before it.
UNNAMED = (VALUE, TEXT, STATUS, STATE)
# Of a whole briefing that changes, the first are listed and the rest is counted.
MANY = 40


@dataclass(frozen=True)
class Report:
    """The changes between two states, and what reads otherwise.

    Both sides are made by one generator from their content alone; `not_compared` are the files
    that make a site of it and differ. Of two days of one content
    nothing but the changes is listed: every page names its day, and reads otherwise.
    """

    changes: tuple[Entry, ...]
    affected: Affected = Affected()
    not_compared: tuple[str, ...] = ()
    of_days: bool = False

    @property
    def parts(self) -> tuple[tuple[str, tuple[Page, ...]], ...]:
        """What reads otherwise, the nearest to readers first."""
        found = self.affected
        named = (("key point", found.points), ("page", found.pages), ("PDF", found.pdfs))
        return tuple((noun, ones) for noun, ones in named if ones)

    @property
    def total(self) -> str:
        """How much reads otherwise: `1 key point, 4 pages`."""
        if self.of_days:
            return ""
        counts = ", ".join(counted(len(ones), noun) for noun, ones in self.parts)
        return f"reads otherwise: {counts}" if counts else "no page reads otherwise"

    @property
    def nothing(self) -> str:
        """That readers find nothing changed; empty where they do."""
        if self.changes or self.affected.pages:
            return ""
        return "no change for readers" + (f" by the content; {self.beside}" if self.beside else "")

    @property
    def beside(self) -> str:
        """What makes the site of the content and differs too."""
        found = {path.startswith("generator/") for path in self.not_compared}
        makers = ["the generator" if one else "the look" for one in sorted(found)]
        verb = "differ" if len(makers) > 1 else "differs"
        return f"{' and '.join(makers)} {verb} too, which is not compared" if makers else ""


def text(report: Report) -> str:
    """For a terminal: a line for each change, below what became of it."""
    return "\n".join([report.nothing] if report.nothing else _text_lines(report)) + "\n"


def _text_lines(report: Report) -> Iterator[str]:
    for heading, changes in _by_kind(report):
        yield f"{heading}:"
        yield from (f"  {label}{words}" for label, words in lines(changes))
    if report.total:
        yield sentence(report.total) if not report.parts else sentence(report.total)[:-1]
    for noun, ones in report.parts:
        yield from (f"  {noun} {one.path} ({excerpt(one.title)})" for one in ones[:MANY])
        yield from [f"  and {counted(len(ones) - MANY, noun)} more"] if len(ones) > MANY else []
    yield from [sentence(report.beside)] if report.beside else []


def markdown(report: Report) -> str:
    """For a comment under a pull request; nothing in it is markup but what stands here.

    A report may come from anybody.
    """
    written: list[str] = []
    for line in _markdown_lines(report):
        if sum(len(one) + 1 for one in written) + len(line) > LONGEST:
            return "\n".join((*written, CUT_OFF))
        written.append(line)
    return "\n".join(written) + "\n"


def _markdown_lines(report: Report) -> Iterator[str]:
    yield "### What changes for readers"
    if report.nothing:
        yield f"\n{sentence(report.nothing)}"
        return
    counts = summary(report.changes) or "No statement or record changed"
    yield f"\n{'; '.join(filter(None, (counts, report.total)))}."
    yield from [f"\n{sentence(report.beside)}"] if report.beside else []
    for heading, changes in _by_kind(report):
        yield f"\n**{heading}**\n"
        found = tuple(lines(changes))
        yield from (f"- **{plain(label)}**{plain(words)}" for label, words in found[:MANY])
        yield from [f"- and {len(found) - MANY} more"] if len(found) > MANY else []
    yield from listed(report) if report.parts else ()


def listed(report: Report) -> Iterator[str]:
    """What reads otherwise, for whoever opens it."""
    yield f"\n<details><summary>{sentence(report.total)[:-1]}</summary>\n"
    for noun, ones in report.parts:
        found = ((plain(excerpt(one.title)), code(one.path)) for one in ones[:MANY])
        yield from (f"- {noun} {title} ({path})" for title, path in found)
        yield from [f"- and {counted(len(ones) - MANY, noun)} more"] if len(ones) > MANY else []
    yield "\n</details>"


def as_json(report: Report) -> str:
    """For programs: every change with its differences, also in a sentence, and what it affects."""
    changes = [
        {**asdict(one), "kind": one.kind.value, "text": words(one)} for one in report.changes
    ]
    beside = {"affected": asdict(report.affected), "not_compared": list(report.not_compared)}
    of_days = {"of_days": True} if report.of_days else {}
    return (
        json.dumps({"changes": changes, **beside, **of_days}, ensure_ascii=False, indent=2) + "\n"
    )


def parse(text: str) -> Report:
    """A report from its JSON, whoever wrote that; ValueError where it is none."""
    return TypeAdapter(Report).validate_json(text)


def _by_kind(report: Report) -> Iterator[tuple[str, list[Entry]]]:
    for kind, changes in groupby(report.changes, key=lambda one: one.kind):
        yield HEADINGS[kind], list(changes)


def summary(changes: Iterable[Entry]) -> str:
    """How many changes there are of each kind: `2 changed, 1 disputed now`."""
    kinds = Counter(one.kind for one in changes)
    return ", ".join(f"{kinds[kind]} {HEADINGS[kind].lower()}" for kind in Kind if kinds[kind])


def sentence(words: str) -> str:
    """Words that stand alone."""
    return f"{words[:1].upper()}{words[1:]}."


def lines(changes: Sequence[Entry]) -> Iterator[tuple[str, str]]:
    """Each change by its label and what became of it; those known from another day together."""
    following = (one for one in changes if one.kind is Kind.FOLLOWS)
    alike = Counter(
        one.differences for one in following if {each.what for each in one.differences} == {KNOWN}
    )
    for differences, count in alike.items():
        if count > 1:
            yield counted(count, "statement"), f", {'; '.join(map(phrase, differences))}"
    for one in changes:
        if alike[one.differences] < 2:
            told = words(one)
            is_named = told.startswith(f"{one.differences[0].what}: ") if told else False
            yield excerpt(one.label, LONG), told and f"{', ' if is_named else ': '}{told}"


def words(entry: Entry) -> str:
    """What became of a statement or record, behind its label."""
    if entry.kind is Kind.REMOVED:
        return removed(entry)
    return "; ".join(phrases(entry))


def removed(entry: Entry) -> str:
    """What is gone, by the first thing that it said or its answers, and what its address says."""
    was = [one for one in entry.differences if one.what != ADDRESS]
    now = [address(one) for one in entry.differences if one.what == ADDRESS]
    answers = [excerpt(one.before, LONG) for one in was if one.what == ANSWER]
    if answers and (STATUS, "disputed") in [(one.what, one.before) for one in was]:
        return "; ".join((f"taken out (before: disputed between {' and '.join(answers)})", *now))
    first = [excerpt(one.before) for one in was[:1] if one.before not in entry.label]
    return "; ".join((*(f"taken out (before: {one})" for one in first), *now))


def phrases(entry: Entry) -> Iterator[str]:
    """A phrase for each difference; name and day of what is new go without saying."""
    is_new = entry.kind is Kind.ADDED
    for one in entry.differences:
        if one.what == ADDRESS:
            yield address(one)
        elif one.what in NAMES and one.after and one.after in entry.label:
            yield from () if is_new else [f"called so now (before: {one.before})"]
        elif not (is_new and one.what == KNOWN):
            yield phrase(one, is_new)


def phrase(one: Words, is_new: bool = False) -> str:
    """What something reads now, and what it read before."""
    before, after = cut(one.before, one.after)
    if one.what.startswith(QUOTATION):
        which, verb = one.what.removeprefix(QUOTATION), "quoted" if is_new else "quoted too"
        return f"{verb}{which}: {after}" if after else f"no more quoted{which}: {before}"
    name = "" if one.what in UNNAMED else f"{one.what}: "
    now = "now " if one.what in (STATUS, STATE) and not is_new else ""
    formerly = f" (before: {before})" if before else "" if is_new else " (new)"
    nothing = "no one value" if one.what == VALUE else "left out"
    return f"{name}{now}{after or nothing}{formerly}"


def address(one: Words) -> str:
    """What the address of an old id says, and what it said before."""
    if not one.after:
        return f"its address leads nowhere (before: {excerpt(one.before)})"
    before = f" (before: {excerpt(one.before.removeprefix('says: '))})" if one.before else ""
    return f"its address {excerpt(one.after)}{before}"


def cut(before: str, after: str) -> tuple[str, str]:
    """Two texts; of long ones the sentences that differ, and of long sentences the words."""
    for stop, most in ((STOP, LONG), (SPACE, 2 * LONG)):
        if before and after and max(len(before), len(after)) > most:
            before, after = differing(stop.split(before), stop.split(after))
    return excerpt(before), excerpt(after)


def differing(was: Sequence[str], now: Sequence[str]) -> Iterator[str]:
    """What only one of two texts has, of either."""
    steps = SequenceMatcher(None, was, now, autojunk=False).get_opcodes()
    odd = [(was[a:b], now[c:d]) for step, a, b, c, d in steps if step != "equal"]
    return (" … ".join(" ".join(one) for one in side if one) for side in zip(*odd, strict=True))


def excerpt(text: str, length: int = 2 * LONG) -> str:
    """The beginning of a text, which is all of most."""
    return text if len(text) <= length else f"{text[:length].rstrip()}…"


FORMATS: Mapping[str, Callable[[Report], str]] = {
    "text": text,
    "markdown": markdown,
    "json": as_json,
}
