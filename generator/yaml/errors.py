"""Why libyaml stopped, in the words of the file. Never shows libyaml's own text."""

import re
from collections.abc import Callable
from dataclasses import dataclass

import yaml

from generator.diagnostics import Diagnostic, Label
from generator.limits import LEVELS
from generator.source import SourceFile, Span
from generator.yaml.characters import refusal, too_large, unclosed_quote
from generator.yaml.nodes import Scalar, line_above, line_of, start_of_line

WORD = re.compile(r"[^\s,\[\]{}]+|[,\[\]{}]|")
# A key with its value, or an item.
HOLDS = re.compile(r":\s+\S|^- ")
QUOTE_IT = "put the whole text in quotes"
ALIGN = "give it the indentation of the lines that it belongs to"
ENTRY = "write `key: value`; a text that goes on begins deeper than its key"
# What a line that is no entry begins with, or has in it, and what would be right.
NO_ENTRY = (
    (re.compile(r"-\w"), "write a space after the hyphen"),
    (re.compile(".*\uff1a"), "write `: `, with a space, in place of the wide colon `\uff1a`"),
    (re.compile(r"[\w-]+:\S"), "write a space after the colon"),
)


@dataclass(frozen=True)
class Trouble:
    """Where libyaml stopped (`at`), what it had begun (`since`) and the last text it read."""

    file: SourceFile
    since: int
    at: int
    last: Scalar | None

    @property
    def char(self) -> str:
        """The character at which reading stopped."""
        return self.file.text[self.at : self.at + 1]

    @property
    def word(self) -> Span:
        """The word at which reading stopped; empty at the end of the file."""
        return _word_at(self.file, self.at)

    @property
    def line(self) -> Span:
        """The line on which reading stopped."""
        return line_of(self.file, self.at)

    @property
    def before(self) -> str:
        """What stands before it on its line."""
        return self.file.text[start_of_line(self.file.text, self.at) : self.at]

    @property
    def quoted(self) -> Scalar | None:
        """The text in quotes that ended right before, if there is one."""
        last = self.last if self.last and self.last.style in ("single", "double") else None
        return last if last and not self.file.text[last.span.end : self.at].strip() else None


Explain = Callable[[Trouble], Diagnostic]


def _word_at(file: SourceFile, offset: int) -> Span:
    found = WORD.match(file.text, offset)
    return file.span(offset, found.end() if found else offset)


def syntax(span: Span, message: str, help: str, *labels: Label) -> Diagnostic:
    """A break with the grammar of YAML."""
    return Diagnostic("yaml-syntax", message, span, labels=labels, help=help)


def explain(file: SourceFile, error: yaml.MarkedYAMLError, last: Scalar | None) -> Diagnostic:
    """The diagnostic for what libyaml refused; `last` is the text that it read before."""
    context, problem = error.context or "", error.problem or ""
    at = error.problem_mark.index if error.problem_mark else 0
    since = error.context_mark.index if error.context_mark else at
    trouble = Trouble(file, since, at, last)
    for in_context, in_problem, explain in CASES:
        if in_context in context and in_problem in problem:
            return explain(trouble)
    return syntax(trouble.word, "the file cannot be read on from here", QUOTE_IT)


def plainly(message: str, help: str) -> Explain:
    """A message that is always the same, but for the character `CHAR`."""

    def explain(one: Trouble) -> Diagnostic:
        char = "a backtick" if one.char == "`" else f"`{one.char}`"
        return syntax(one.word, message.replace("CHAR", char), help)

    return explain


def refusing(code: str) -> Explain:
    """The message for something that a file may not hold, at its begin."""
    return lambda one: refusal(code, _word_at(one.file, one.since))


def _directive(trouble: Trouble) -> Diagnostic:
    return syntax(line_of(trouble.file, trouble.since), *DIRECTIVE)


def _bad_escape(trouble: Trouble) -> Diagnostic:
    start = trouble.file.text.rfind("\\", 0, trouble.at + 1)
    span = trouble.file.span(start, min(start + 2, len(trouble.file.text)))
    help = "in single quotes a backslash is a plain letter; in double quotes write `\\\\`"
    return syntax(span, f"`{span.text}` is not an escape", help)


def _no_entry(line: Span) -> Diagnostic:
    help = next((help for known, help in NO_ENTRY if known.match(line.text)), ENTRY)
    return syntax(line, "a line that is not `key: value`", help)


def stray_colon(trouble: Trouble) -> Diagnostic:
    """A colon where no key can be: inside a text, or on a line that continues the one before."""
    colon = trouble.file.span(trouble.at, trouble.at + 1)
    if re.search(r":\s", trouble.before):
        return syntax(colon, "a second `: ` on the line", SECOND)
    above = line_above(trouble.file, trouble.at)
    if above is None:
        return syntax(colon, "a `:` where no key can be", QUOTE_IT)
    return _deeper(trouble.line, above) if HOLDS.search(above.text) else _no_entry(above)


def _deeper(line: Span, above: Span) -> Diagnostic:
    label = Label(above, "this has its value already")
    return syntax(line, "the line is deeper than the one above", ALIGN, label)


def bracket(trouble: Trouble) -> Diagnostic:
    """A bracket left open, or a comma left out."""
    opener = trouble.file.span(trouble.since, trouble.since + 1)
    closer = {"{": "}", "[": "]"}[opener.text]
    if opener.line != trouble.word.line:
        help = f"close it with `{closer}`; a `#` behind a space begins a comment"
        return syntax(opener, f"the bracket `{opener.text}` opens here and is not closed", help)
    if trouble.char == ":":
        help = "put text that contains `: ` in quotes, or a comma between two entries"
        return syntax(trouble.word, "a second `: ` before the next comma", help)
    if trouble.quoted and trouble.char.isalpha() and trouble.quoted.span.end == trouble.at:
        return after_quote(trouble, trouble.quoted)
    message = f"`{trouble.word.text}` is written where `,` or `{closer}` is expected"
    help = (
        f"close it with `{closer}`, or put a comma between two entries; "
        "text with brackets, commas or quotes goes in quotes"
    )
    return syntax(trouble.word, message, help, Label(opener, "opened here"))


def nothing_here(trouble: Trouble) -> Diagnostic:
    """A comma or a closing bracket without anything before it."""
    if trouble.char == ":":
        return refusal("key-not-text", trouble.word, "an empty key")
    found = f"`{trouble.char}` stands" if trouble.char else "the file ends"
    help = "take it out, or put the whole text in quotes"
    return syntax(trouble.word, f"{found} where a value is expected", help)


def no_key(trouble: Trouble) -> Diagnostic:
    """Something between two entries that begins no entry."""
    if trouble.quoted:
        return after_quote(trouble, trouble.quoted)
    if trouble.char == ":":
        return refusal("key-not-text", trouble.word, "an empty key")
    if trouble.before.strip():
        return syntax(trouble.word, "text goes on where its value has ended", QUOTE_IT)
    if trouble.char == "-":
        help = "take the `- ` out, or give it the indentation of its list, below a key"
        return syntax(trouble.line, "an item of a list among the keys of a map", help)
    return _unfit(trouble)


def _unfit(trouble: Trouble) -> Diagnostic:
    return syntax(trouble.line, "the indentation of this line fits none of the lines above", ALIGN)


def after_quote(trouble: Trouble, last: Scalar) -> Diagnostic:
    """Text after a quotation, which most often has a quote too many or one too few."""
    if last.span.line != last.span.end_line:
        return unclosed_quote(trouble.file, last.span.start)
    above = line_of(trouble.file, last.span.start)
    if trouble.line.line > above.line and HOLDS.search(trouble.line.text):
        return _deeper(trouble.line, above)
    quote = last.span.text[-1]
    inside = "`''`, or put it in double quotes" if quote == "'" else '`\\"`, or use single quotes'
    message = f"text goes on after the closing quote `{quote}`"
    help = f"inside the text write a quote as {inside}"
    return syntax(trouble.word, message, help, Label(last.span, "the text in quotes"))


def _after_end(trouble: Trouble) -> Diagnostic:
    if re.search(r"^\.\.\.", trouble.file.text[: trouble.at], re.MULTILINE):
        return refusal("second-document", trouble.line)
    return _unfit(trouble)


SECOND = "put text with `: ` in quotes, keys on one line in `{}`, or a second key on its own line"
HEADER = "the text begins on the next line, indented; or put it in quotes"
LISTS = "begin a list on the next line, indented; text that begins so goes in quotes"
DIRECTIVE = ("a directive to the YAML reader", "take out the lines that begin with `%`")
# What libyaml says of what it had begun, and of where it stopped; the first that fits.
CASES: tuple[tuple[str, str, Explain], ...] = (
    ("quoted scalar", "unexpected", lambda one: unclosed_quote(one.file, one.since)),
    ("quoted scalar", "", _bad_escape),
    ("an alias", "", refusing("alias")),
    ("an anchor", "", refusing("alias")),
    ("a tag", "", refusing("tag")),
    ("", "tag handle", refusing("tag")),
    ("directive", "", _directive),
    ("", "incompatible", _directive),
    ("", "nesting depth", lambda one: too_large(LEVELS, one.word)),
    ("block scalar", "", plainly("text on the line of the `|` or `>`", HEADER)),
    ("", "cannot start", plainly("a text cannot begin with CHAR", QUOTE_IT)),
    ("simple key", "", lambda one: _no_entry(line_of(one.file, one.since))),
    ("", "mapping values", stray_colon),
    (
        *("", "unexpected ':'"),
        plainly("a `:` without a space after it", "write a space after the colon"),
    ),
    ("", "sequence entries", plainly("a CHAR on the line of its key", LISTS)),
    ("", "mapping keys", plainly("a CHAR on the line of its key", LISTS)),
    ("", "expected ','", bracket),
    ("", "node content", nothing_here),
    ("block mapping", "", no_key),
    ("block collection", "", lambda one: syntax(one.line, "a line without `- ` in a list", ALIGN)),
    ("", "<document start>", _after_end),
)
