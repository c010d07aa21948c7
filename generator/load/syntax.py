"""Why libyaml stopped, told in the words of the file. Never shows libyaml's own text.

libyaml says what its grammar lacked; most slips are a handful: a colon or a quote inside a text, a
bracket left open, a line at the wrong indentation. Each is told apart by where libyaml stood.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import yaml

from generator.diagnostics import Diagnostic, Label
from generator.load import faults
from generator.load.askew import ALIGN, HOLDS, dashed, deeper, no_entry, text_begin, unfit, unkeyed
from generator.load.faults import CURLED, CURLY, QUOTE_IT, gone_on, syntax
from generator.load.lines import line_above, line_of, text_of
from generator.load.nodes import Scalar
from generator.source import SourceFile, Span

WORD = re.compile(r"[^\s,\[\]{}]+|[,\[\]{}]|")
COMMENT = re.compile(r"#.*")
# A key right before a list or a map in brackets.
NO_COLON = re.compile(r"[\w-]+(?::|\s+)[{\[]")
# What stands first in a file, but for comments.
FIRST = re.compile(r"^[^\S\n]*([^\s#])", re.MULTILINE)
SECOND = "put text with `: ` in quotes, keys on one line in `{}`, or a second key on its own line"


@dataclass(frozen=True)
class Trouble:
    """Where libyaml stopped (`at`), what it had begun (`since`) and the last text it read."""

    file: SourceFile
    since: int
    at: int
    last: Scalar | None

    @property
    def word(self) -> Span:
        """The word at which reading stopped; empty at the end of the file."""
        return self.file.span(self.at, self.end)

    @property
    def end(self) -> int:
        """Where that word ends."""
        found = WORD.match(self.file.text, self.at)
        return found.end() if found else self.at

    @property
    def char(self) -> str:
        """The character at which reading stopped."""
        return self.file.text[self.at : self.at + 1]

    @property
    def before(self) -> str:
        """What stands before it on its line."""
        start = self.file.text.rfind("\n", 0, self.at) + 1
        return self.file.text[start : self.at]

    @property
    def since_last(self) -> str:
        """What stands between the last text that was read and where reading stopped."""
        # Of a mended file the places of texts are those of the original, and so must this be.
        here = self.file.span(self.at, self.at)
        return here.file.text[self.last.span.end : here.start] if self.last else ""

    @property
    def quoted(self) -> Scalar | None:
        """The text in quotes that ended right before, if there is one."""
        quoted = self.last if self.last and self.last.style in ("single", "double") else None
        return None if self.since_last.strip() else quoted


def explain(file: SourceFile, error: yaml.MarkedYAMLError, last: Scalar | None) -> Diagnostic:
    """The diagnostic for what libyaml refused; `last` is the text that it read before."""
    context, problem = error.context or "", error.problem or ""
    at = error.problem_mark.index if error.problem_mark else 0
    since = error.context_mark.index if error.context_mark else at
    trouble = Trouble(file, since, at, last)
    for in_context, in_problem, told in CASES:
        if in_context in context and in_problem in problem:
            return told(trouble)
    return syntax(trouble.word, "the file cannot be read on from here", QUOTE_IT)


def unclosed_quote(trouble: Trouble) -> Diagnostic:
    """A quote that runs to the end of the file."""
    return faults.unclosed_quote(trouble.file, trouble.since)


def bad_escape(trouble: Trouble) -> Diagnostic:
    """A backslash in double quotes that begins no escape."""
    start = trouble.file.text.rfind("\\", 0, trouble.at + 1)
    span = trouble.file.span(start, min(start + 2, len(trouble.file.text)))
    return syntax(
        span,
        f"`{span.text}` is not an escape",
        "in single quotes a backslash is a plain letter; in double quotes write `\\\\`",
    )


def alias(trouble: Trouble) -> Diagnostic:
    """A text that begins with `*` or `&`."""
    return faults.alias(trouble.file.span(trouble.since, trouble.end))


def tag(trouble: Trouble) -> Diagnostic:
    """A text that begins with `!`."""
    return faults.tag(_word_at(trouble.file, trouble.since))


def directive(trouble: Trouble) -> Diagnostic:
    """A line that begins with `%`."""
    return faults.directive(line_of(trouble.file, trouble.since))


def too_deep(trouble: Trouble) -> Diagnostic:
    """Brackets without end."""
    return faults.too_deep(trouble.word)


def block_header(trouble: Trouble) -> Diagnostic:
    """Text on the line of a `|` or `>`."""
    sign = trouble.file.text[trouble.since]
    return syntax(
        trouble.word,
        f"text on the line of the `{sign}`",
        f"after `{sign}` the text begins on the next line, indented; or put it in quotes",
    )


def odd_start(trouble: Trouble) -> Diagnostic:
    """A letter that YAML keeps for itself."""
    shown = "a backtick" if trouble.char == "`" else f"`{trouble.char}`"
    return syntax(trouble.word, f"a text cannot begin with {shown}", QUOTE_IT)


def no_colon(trouble: Trouble) -> Diagnostic:
    """A line that is neither an entry nor the end of a text."""
    return no_entry(line_of(trouble.file, trouble.since))


def stray_colon(trouble: Trouble) -> Diagnostic:
    """A colon where no key can be: inside a text, or on a line that continues the one before."""
    colon = trouble.file.span(trouble.at, trouble.at + 1)
    line = line_of(trouble.file, trouble.at)
    if NO_COLON.match(line.text):
        return no_entry(line)
    if re.search(r":\s*$", trouble.before):
        help = "take it out; text that begins with `:` goes in quotes"
        return syntax(colon, "a second `:` behind the key", help)
    if re.search(r":\s", trouble.before):
        help = CURLED if re.search(rf":\s+{CURLY}", trouble.before) else SECOND
        return syntax(colon, "a second `: ` on the line", help)
    above = line_above(trouble.file, trouble.at)
    if above is None:
        return syntax(colon, "a `:` where no key can be", QUOTE_IT)
    line = line_of(trouble.file, first := text_begin(trouble.file, above))
    if not HOLDS.search(text_of(trouble.file, first)):
        return no_entry(line)
    return deeper(line_of(trouble.file, trouble.at), line)


def tight_colon(trouble: Trouble) -> Diagnostic:
    """A colon with a bracket or a comma right behind it."""
    return syntax(trouble.word, "a `:` without a space after it", "write a space after the colon")


def stray_sign(trouble: Trouble) -> Diagnostic:
    """A `-` or `?` on the line of a key."""
    return syntax(
        trouble.word,
        f"a `{trouble.char}` on the line of its key",
        "begin a list on the next line, indented; text that begins so goes in quotes",
    )


def bracket(trouble: Trouble) -> Diagnostic:
    """A bracket left open, or a comma left out."""
    opener = trouble.file.span(trouble.since, trouble.since + 1)
    closer = {"{": "}", "[": "]"}[opener.text]
    if opener.line != trouble.word.line:
        message = f"the bracket `{opener.text}` opens here and is not closed"
        rest = opener.file.line(opener.line)[opener.column :]
        swallowed = re.search(rf" #\S.*{re.escape(closer)}", rest)
        help = "a `#` behind a space begins a comment: take the space out, or use quotes"
        return syntax(opener, message, help if swallowed else f"close it with `{closer}`")
    if trouble.char == ":":
        help = "put text that contains `: ` in quotes, or a comma between two entries"
        return syntax(trouble.word, "a second `: ` before the next comma", help)
    if trouble.quoted and trouble.char.isalpha() and not trouble.since_last:
        return after_quote(trouble, trouble.quoted)
    return syntax(
        trouble.word,
        f"`{trouble.word.text}` stands where `,` or `{closer}` is due",
        f"close it with `{closer}`, or put a comma between two entries; text with brackets, commas "
        "or quotes goes in quotes",
        (Label(opener, "opened here"),),
    )


def nothing_here(trouble: Trouble) -> Diagnostic:
    """A comma or a closing bracket without anything before it."""
    if trouble.char == ":":
        return faults.key_not_text(Scalar(trouble.word, "", "plain"))
    message = (
        f"{f'`{trouble.char}` stands' if trouble.char else 'the file ends'} where a value is due"
    )
    return syntax(trouble.word, message, "take it out, or put the whole text in quotes")


def no_key(trouble: Trouble) -> Diagnostic:
    """Something between two entries that begins no entry."""
    if trouble.quoted:
        return after_quote(trouble, trouble.quoted)
    if trouble.char == ":":
        return faults.key_not_text(Scalar(trouble.word, "", "plain"))
    if trouble.before.strip():
        return gone_on(trouble.word, trouble.char)
    if trouble.char == "-":
        return dashed(trouble.file, trouble.at)
    return without_colon(trouble) or unfit(line_of(trouble.file, trouble.at))


def without_colon(trouble: Trouble) -> Diagnostic | None:
    """A line above a comment that is no entry, and was taken for a text which the comment ends."""
    last, gap = trouble.last, trouble.since_last
    if last is None or last.style != "plain" or not last.text or "#" not in gap:
        return None
    line = line_of(last.span.file, last.span.start)
    return None if line.start != last.span.start or COMMENT.sub("", gap).strip() else no_entry(line)


def after_quote(trouble: Trouble, last: Scalar) -> Diagnostic:
    """Text after a quotation, which most often has a quote too many or one too few."""
    if last.span.line != last.span.end_line:
        return faults.unclosed_quote(last.span.file, last.span.start)
    line = line_of(trouble.file, trouble.at)
    above = line_of(last.span.file, last.span.start)
    if line.line > above.line and line.column > above.column and HOLDS.search(line.text):
        return deeper(line, above)
    quote = last.span.text[-1]
    inside = "`''`, or put it in double quotes" if quote == "'" else '`\\"`, or use single quotes'
    return syntax(
        trouble.word,
        f"text goes on after the closing quote `{quote}`",
        f"inside the text write a quote as {inside}",
        (Label(last.span, "the text in quotes"),),
    )


def no_item(trouble: Trouble) -> Diagnostic:
    """A key among the items of a list."""
    line = line_of(trouble.file, trouble.at)
    return syntax(line, "a line without `- ` among the items of a list", ALIGN)


def after_end(trouble: Trouble) -> Diagnostic:
    """Text after the end of the record."""
    line = line_of(trouble.file, trouble.at)
    if re.search(r"^\.\.\.", trouble.file.text[: trouble.at], re.MULTILINE):
        return faults.second_document(line)
    if lost := without_colon(trouble):
        return lost
    first = line_of(trouble.file, FIRST.search(trouble.file.text).start(1))  # type: ignore[union-attr]
    if first.text.startswith(("{", "[")):
        return unkeyed(first, line)
    return unfit(line, "the first line of the record stands deeper than this one")


def _word_at(file: SourceFile, offset: int) -> Span:
    return Trouble(file, offset, offset, None).word


CASES: tuple[tuple[str, str, Callable[[Trouble], Diagnostic]], ...] = (
    ("quoted scalar", "unexpected", unclosed_quote),
    ("quoted scalar", "", bad_escape),
    ("an alias", "", alias),
    ("an anchor", "", alias),
    ("a tag", "", tag),
    ("", "tag handle", tag),
    ("directive", "", directive),
    ("", "incompatible", directive),
    ("", "nesting depth", too_deep),
    ("block scalar", "", block_header),
    ("", "cannot start", odd_start),
    ("simple key", "", no_colon),
    ("", "mapping values", stray_colon),
    ("", "unexpected ':'", tight_colon),
    ("", "sequence entries", stray_sign),
    ("", "mapping keys", stray_sign),
    ("", "expected ','", bracket),
    ("", "node content", nothing_here),
    ("block mapping", "", no_key),
    ("block collection", "", no_item),
    ("", "<document start>", after_end),
)
