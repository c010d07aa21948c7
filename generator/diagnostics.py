"""Messages to the editor as data, and every code that they have. Prints and decides nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Any

from generator.source import Span


class Severity(Enum):
    """How much a diagnostic weighs: an error stops the build, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Label:
    """A second place that belongs to a diagnostic, with what is to be seen there."""

    span: Span
    message: str


@dataclass(frozen=True, slots=True)
class Fix:
    """Text to put in place of the diagnostic's span; `safe` when it cannot change the meaning.

    `span` where what is to be replaced is more, or less, than what is pointed at.
    """

    replacement: str
    safe: bool
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One thing to tell the editor: what is wrong, where, and what would be right.

    `message` must stand alone: an annotation in a pull request shows nothing else.
    """

    code: str
    message: str
    span: Span
    severity: Severity = Severity.ERROR
    note: str = ""
    labels: tuple[Label, ...] = ()
    help: str = ""
    fix: Fix | None = None

    @property
    def place(self) -> tuple[str, int, int, str]:
        """Sort key: file, line, column, code."""
        return (self.span.file.path, self.span.line, self.span.column, self.code)


# What fails in one phase is not judged by the later ones.
PHASES = ("grammar", "shape", "links", "evidence", "plausibility", "change")
WARNING = " (warning)"


@dataclass(frozen=True, slots=True)
class Code:
    """What a code says: the phase that finds it, how much it weighs, and what it is about."""

    name: str
    phase: str
    severity: Severity
    family: str
    summary: str


def _read(table: str) -> dict[str, Code]:
    found: dict[str, Code] = {}
    phase = family = ""
    for line in table.strip().splitlines():
        if line.startswith("# "):
            phase, family = line.removeprefix("# ").split()
            continue
        name, _, summary = line.partition(": ")
        severity = Severity.WARNING if name.endswith(WARNING) else Severity.ERROR
        name = name.removesuffix(WARNING)
        assert name not in found, f"{name} stands here twice"
        found[name] = Code(name, phase, severity, family, summary)
    return found


# A heading for each phase and family; below it a code, whether it is a warning, and its summary.
CODES = _read(
    """
# grammar files
alias: a value that stands for another (`&`, `*`)
byte-order-mark: a mark before the first letter
control-character: a character that does not show
duplicate-key: a key written twice in one map
empty-file: nothing but comments
encoding: bytes that are not UTF-8
file-too-large: more than is read of one file
hidden-file: a file or folder with a name that begins with a dot
key-not-text: a list, a map or nothing before the colon
merge-key: `<<`
not-a-map: no `key: value` lines
second-document: a second document in one file
made-tracked: a file that git has in a folder which only builds write to
submodule: a folder that is a repository of its own
symbolic-link: a link in place of a file
tab: a tab
tag: a type named in the file (`!`)
too-deep: maps and lists nested without end
unclosed-quote: a quote that is never closed
unreadable: a file that cannot be opened
yaml-syntax: a line that YAML cannot read
# grammar folders
duplicate-id: two files with one id
file-name: a name that is not an id and `.yaml`
id-too-long: an id too long for the name of a folder
misplaced-file: a file at the top of `content/`
moved-exists: a moved id that still exists
moved-nowhere: a moved id without `to` or `gone`, or that leads in a circle
no-edition: no `content/briefing.yaml`
reserved-id: an id that the site needs for itself
unknown-folder: a folder that belongs to no kind
# shape keys
missing-key: a key that the record cannot do without
status-typed: a status that an editor has written
not-deeper: keys on a level with the key that they belong below
unknown-key: a key that does not exist
wrong-value: a value that the key cannot have
# links links
dangling-ref: an id that does not exist, or is of the wrong kind
# evidence quotations
indirect-speech: words that the source does not print as the speaker's own
person-not-in-quotation: a person whom no quotation names
value-not-in-quotation: a number or date that no quotation has
words-not-in-quotation: `words` that no quotation has
# evidence sources
long-quotation: more than 25 words
origin-missing: a source without `origin`
self-relay: an `origin` that names the publisher itself
text-of-missing (warning): an official text without `text_of`
# evidence units
percent-or-points: `%` where the quotation means `pp`, or the reverse
sign-differs: a fall written as a rise, or the other way about
unit-not-in-quotation: a unit or scale that is not the quotation's
# evidence acts
act-without-target: an act that acts upon nothing, or does nothing
# evidence positions
author-missing: a judgement or forecast without `by`
one-position: `positions` with only one answer
reason-missing: something rejected, replaced or withdrawn without the reason
says-nothing: a statement that says nothing
value-without-witness: a value without a quotation
# plausibility links
same-title (warning): two records of a kind with the same title or name
unused-record (warning): a record on no page
unused-source (warning): a source that nothing rests on
allowance-unused: an entry of `allow` for a warning that is not given
# plausibility quotations
inferred-from: an inference from a quotation that is no witness of its statement
borne-later (warning): a sentence with something that only a later source prints
# plausibility formulas
formula-without-result: a formula that gives no result
recompute-differs: a value that its formula does not give
# plausibility time
duration-differs: start and duration do not give the stated end
end-before-start: an end before its start
raised-later: a dispute that somebody raises after its `last-raised`
witness-before-fact: a source published before what it reports
after-edition (warning): what only readers of the next edition see
no-period (warning): a figure of a series that covers no named time
# plausibility acts
act-in-vain (warning): an act upon something that had ended before
deed-unseen (warning): an act for a day that has come, with older sources only
steps-out-of-order: a rate that begins before the one above it
kept-too-early: an act that keeps a promise made after it
act-without-day (warning): an act, or its target, without a first day
until-inclusive (warning): a last day under `until`, which is for the first day after it
end-left-out (warning): an act without the end that its quotation names
# plausibility positions
silent-and-speaks: a side that is silent and has a position
no-quotation-left (warning): a rejected slip, and no quotation of what is right
# plausibility prose
known-date: a block of prose with a date that cannot be read
literal-in-prose (warning): a figure, date, name or superlative written out
# plausibility charts
chart-day: a step of a chart without its day
chart-units: two units, categories or reporters on one scale
# plausibility points
point-rests: a key point, headline or lead that no valid statement supports
state-missing: a reference to the state of something that has none
# plausibility output
bare-fact: a template that prints a value without its quotations
character-not-in-fonts: a character that no font of the PDFs has
pdf-failed: a PDF that could not be made
template-name: a name that templates do not know
template-syntax: a template that cannot be read
# change changes
dispute-vanished: a dispute of which a position was taken out
edition-changed (warning): the day, the sides or a published edition, which every page follows
id-vanished: a published id that leads nowhere, or elsewhere than before
made-otherwise (warning): a file beside the content that changes pages
page-vanished: a published page of prose that leads nowhere
point-changed (warning): a sentence of the brief that is gone or names other statements
quotation-altered (warning): a quotation whose words have changed
quotation-lost (warning): a value that has lost its quotation
retracted-in-use (warning): a retracted source that statements rest on
same-witness (warning): another value with the same quotations
source-changed (warning): the day, the address or the publisher of a source in use
statement-loosened (warning): a safeguard that was taken from a statement or a source
status-rises (warning): a status that a change makes stronger
witness-lost (warning): a statement that has lost the quotation of a source
"""
)


def rules_in(families: Iterable[object]) -> tuple[Any, ...]:
    """The rules of some modules: each is called as its code is."""
    names = [code.replace("-", "_") for code in CODES]
    return tuple(getattr(one, name) for one in families for name in names if hasattr(one, name))
