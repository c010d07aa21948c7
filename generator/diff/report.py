"""What changes for readers, as text, as Markdown for a comment, or as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from itertools import groupby

from pydantic import TypeAdapter

from generator.counting import counted
from generator.diff.changes import Change
from generator.diff.inert import code, plain
from generator.diff.reach import Page, Reach
from generator.diff.words import (
    HEADINGS,
    MANY,
    beside,
    excerpt,
    lines,
    nothing,
    summary,
    told,
    touched,
)

LONGEST = 60_000
CUT_OFF = "\nThe rest is too long for a comment: `briefing diff` tells it.\n"


@dataclass(frozen=True)
class Report:
    """The changes between two states, and what reads otherwise.

    Both sides are made by one generator from their content alone; `not_compared` are the files
    that make a site of it and differ.
    """

    changes: tuple[Change, ...]
    reach: Reach = Reach()
    not_compared: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """True when readers would find nothing changed."""
        return not (self.changes or self.reach.pages)

    @property
    def parts(self) -> tuple[tuple[str, tuple[Page, ...]], ...]:
        """What reads otherwise, by what it is, the nearest to readers first."""
        found = self.reach
        named = (
            ("key point", found.points),
            ("chart", found.charts),
            ("page", found.pages),
            ("PDF", found.pdfs),
        )
        return tuple((noun, ones) for noun, ones in named if ones)


def text(report: Report) -> str:
    """For a terminal: a line for each change, below what became of it."""
    return "\n".join(text_lines(report)) + "\n"


def text_lines(report: Report) -> Iterator[str]:
    """The lines of the text."""
    if report.is_empty:
        yield nothing(report.not_compared)
        return
    for heading, changes in by_kind(report):
        yield f"{heading}:"
        yield from (f"  {label}: {words}" for label, words in lines(changes))
    how_much = touched(report.parts)
    yield f"Reads otherwise: {how_much}" if report.parts else sentence(how_much)
    for noun, ones in report.parts:
        yield from (f"  {noun} {one.path} ({excerpt(one.title)})" for one in ones[:MANY])
        if len(ones) > MANY:
            yield f"  and {counted(len(ones) - MANY, noun)} more"
    if told_beside := beside(report.not_compared):
        yield sentence(told_beside)


def markdown(report: Report) -> str:
    """For a comment under a pull request; nothing in it is markup but what stands here.

    A report may come from anybody, and a forge takes no comment longer than some 65,000 characters.
    """
    written: list[str] = []
    held = 0
    for line in markdown_lines(report):
        held += len(line) + 1
        if held > LONGEST:
            return "\n".join((*written, CUT_OFF))
        written.append(line)
    return "\n".join(written) + "\n"


def markdown_lines(report: Report) -> Iterator[str]:
    """The lines of the comment."""
    yield "### What changes for readers"
    if report.is_empty:
        yield f"\n{sentence(nothing(report.not_compared))}"
        return
    changed = summary(report.changes) or "No statement or record changed"
    yield f"\n{changed}; {'reads otherwise: ' if report.parts else ''}{touched(report.parts)}."
    if told_beside := beside(report.not_compared):
        yield f"\n{sentence(told_beside)}"
    for heading, changes in by_kind(report):
        yield f"\n**{heading}**\n"
        found = tuple(lines(changes))
        yield from (f"- **{plain(label)}**: {plain(words)}" for label, words in found[:MANY])
        if len(found) > MANY:
            yield f"- and {len(found) - MANY} more"
    if report.parts:
        yield from listed(report)


def listed(report: Report) -> Iterator[str]:
    """What reads otherwise, for whoever opens it."""
    yield f"\n<details><summary>Reads otherwise: {touched(report.parts)}</summary>\n"
    for noun, ones in report.parts:
        yield from (
            f"- {noun} {plain(excerpt(one.title))} ({code(one.path)})" for one in ones[:MANY]
        )
        if len(ones) > MANY:
            yield f"- and {counted(len(ones) - MANY, noun)} more"
    yield "\n</details>"


def sentence(words: str) -> str:
    """Words that stand alone."""
    return f"{words[:1].upper()}{words[1:]}."


def as_json(report: Report) -> str:
    """For programs: every change with its differences, also in a sentence, and what it reaches."""
    changes = [{**asdict(one), "kind": one.kind.value, "told": told(one)} for one in report.changes]
    entries = {
        "changes": changes,
        "reach": asdict(report.reach),
        "not_compared": list(report.not_compared),
    }
    return json.dumps(entries, ensure_ascii=False, indent=2) + "\n"


def parse(text: str) -> Report:
    """A report from its JSON, whoever wrote that; ValueError where it is none."""
    return TypeAdapter(Report).validate_json(text)


def by_kind(report: Report) -> Iterator[tuple[str, list[Change]]]:
    """The changes below their headings."""
    for kind, changes in groupby(report.changes, key=lambda one: one.kind):
        yield HEADINGS[kind], list(changes)


FORMATS: Mapping[str, Callable[[Report], str]] = {
    "text": text,
    "markdown": markdown,
    "json": as_json,
}
