"""Files of facts put right: what messages offer, and the house style, which changes no value."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from generator.diagnostics import Diagnostic
from generator.reading.check import Outcome, check
from generator.source import SourceFile
from generator.write import Misuse, replace_file
from generator.yaml import read_folder
from generator.yaml.nodes import STEP, Token, depth, end_of_line, plain, tokens
from generator.yaml.reading import load


@dataclass(frozen=True, order=True)
class Replacement:
    """What is to stand in the place of the characters from `start` up to, not including, `end`."""

    start: int
    end: int
    text: str


def changed(text: str, replacements: Iterable[Replacement]) -> str:
    """The text with every replacement made; of two that overlap the first alone."""
    pieces, at = [], 0
    for one in sorted(set(replacements)):
        if one.start >= at:
            pieces += [text[at : one.start], one.text]
            at = one.end
    return "".join((*pieces, text[at:]))


def fixed(diagnostics: Iterable[Diagnostic], guess: bool) -> dict[str, str]:
    """The files in which something can be put right, by their path, with the new text."""
    found: dict[str, tuple[SourceFile, list[Replacement]]] = {}
    for one in diagnostics:
        if one.fix and (one.fix.safe or guess):
            span = one.fix.span or one.span
            _, replacements = found.setdefault(span.file.path, (span.file, []))
            replacements.append(Replacement(span.start, span.end, one.fix.replacement))
    return {path: changed(file.text, replacements) for path, (file, replacements) in found.items()}


BLANKS = re.compile(r"[ \t]*")
COMMENT = re.compile(
    r"(?P<before>(?<=\S)[ \t]+|^[ \t]*)#(?P<gap>[ \t]*)(?P<next>\S?)", re.MULTILINE
)
TRAILING = re.compile(r"[ \t]+(?=\n|\Z)")
EMPTY = re.compile(r"(?<=\n)\n{2,}")
Step = Callable[[SourceFile], Iterable[Replacement]]


def formatted(file: SourceFile) -> str | None:
    """The text in the house style; None where something is wrong with the file."""
    kept, text = reads(file.text), file.text.replace("\r\n", "\n")
    for step in STEPS if kept is not None else ():
        other = changed(text, step(SourceFile(file.path, text)))
        text = other if other == text or reads(other) == kept else text
    return None if kept is None else text


def reads(text: str) -> object:
    """What a text holds; None where something is wrong with it."""
    node, errors = load(SourceFile("", text))
    return None if node is None or errors else plain(node)


def layout(file: SourceFile) -> Iterator[Replacement]:
    """Indentation and spaces at once: with one alone an item can stand apart from its keys."""
    yield from indentation(file)
    yield from spaces(file)


def spaces(file: SourceFile) -> Iterator[Replacement]:
    """One space after a colon, a comma or a dash, and none inside brackets or before a sign."""
    signs = (token for token in tokens(file) if token.span.start < token.span.end)
    for first, second in pairwise(signs):
        start, end = first.span.end, second.span.start
        wanted = gap(first, second)
        if wanted is not None and BLANKS.fullmatch(file.text, start, end):
            yield Replacement(start, end, wanted)


def gap(first: Token, second: Token) -> str | None:
    """What is due between two signs on one line; None where either may stand."""
    if second.kind in {"comma", "colon", "close"} or first.kind == "open":
        return ""
    return " " if first.kind in {"comma", "colon", "item"} else None


def between(pattern: re.Pattern[str], replace: Callable[[re.Match[str]], str]) -> Step:
    """What changes of that which stands between the texts: comments, or the ends of lines."""

    def step(file: SourceFile) -> Iterator[Replacement]:
        texts = [token.span for token in tokens(file) if token.kind in {"scalar", "block"}]
        starts = [span.start for span in texts]
        # A sign within a comment is a word of it.
        said = 0
        for found in pattern.finditer(file.text):
            before = bisect_left(starts, found.end()) - 1
            if found.start() >= said and (before < 0 or texts[before].end <= found.start()):
                said = end_of_line(file.text, found.end()) if pattern is COMMENT else said
                yield Replacement(*found.span(), replace(found))

    return step


def comment(found: re.Match[str]) -> str:
    """A comment with a space after its sign, and two before it where something stands there.

    On a line of its own it may be set in: it may be facts that wait to be taken up.
    """
    if found["next"] in {"", "#", "!"}:
        return found[0]
    at_start = found.start() == 0 or found.string[found.start() - 1] == "\n"
    gap = found["gap"] if at_start and set(found["gap"]) == {" "} else " "
    return f"{found['before'] if at_start else '  '}#{gap}{found['next']}"


def ends(file: SourceFile) -> Iterator[Replacement]:
    """No blank line at the start, and one at the end: after `|+` there may be more, or none."""
    yield Replacement(0, len(file.text) - len(file.text.lstrip("\n")), "")
    yield Replacement(len(file.text.rstrip("\n")), len(file.text), "\n")


STEPS: tuple[Step, ...] = (
    layout,
    between(COMMENT, comment),
    between(TRAILING, lambda _: ""),
    # Only now is a line without any sign empty.
    between(EMPTY, lambda _: "\n"),
    ends,
)


def indentation(file: SourceFile) -> Iterator[Replacement]:
    """For each line that stands too far left or right, its start."""
    for number, shift in shifts(file).items():
        line = file.line(number)
        if shift and line:
            start = file.line_starts[number - 1]
            indent = depth(line)
            yield Replacement(start, start + indent, " " * max(0, indent + shift))


def shifts(file: SourceFile) -> dict[int, int]:
    """By how many columns each line moves."""
    signs = tuple(tokens(file))
    known, within = first_signs(signs), inner_lines(signs)
    found: dict[int, int] = {}
    waiting: list[int] = []
    shift = 0
    for number in range(1, len(file.line_starts) + 1):
        if number in known:
            shift = known[number]
            found |= dict.fromkeys(waiting, shift)
            waiting = []
        elif number not in within and file.line(number).lstrip().startswith("#"):
            # A comment belongs to what follows it.
            waiting.append(number)
        found[number] = shift
    return found


def inner_lines(signs: Iterable[Token]) -> set[int]:
    """The lines on which a text goes on, where a `#` begins no comment."""
    texts = (sign.span for sign in signs if sign.kind in {"scalar", "block"})
    return {line for span in texts for line in range(span.line + 1, span.end_line + 1)}


def first_signs(signs: Iterable[Token]) -> dict[int, int]:
    """By how many columns each line moves that begins with a key or an item of a block."""
    blocks, found = Blocks(), dict[int, int]()
    for sign in signs:
        blocks.take(sign)
        line = sign.span.line
        is_first = not sign.span.file.line(line)[: sign.span.column - 1].strip()
        if sign.kind in {"key", "item"} and not blocks.depth and is_first:
            found.setdefault(line, blocks.open[-1].wanted - blocks.open[-1].column)
    return found


@dataclass(frozen=True)
class Block:
    """Keys or items below each other: the column in which they stand, and the one that is due."""

    kind: str
    column: int
    wanted: int


@dataclass
class Blocks:
    """The blocks that a sign stands in, the innermost last; `depth` counts the open brackets.

    Items may stand in the very column of their key, and are then no block to YAML: `bare`.
    """

    open: list[Block] = field(default_factory=list)
    depth: int = 0

    def take(self, sign: Token) -> None:
        """Go past a sign."""
        self.depth += {"open": 1, "close": -1}.get(sign.kind, 0)
        if self.depth:
            return
        column = sign.span.column - 1
        if sign.kind in {"keys", "items"}:
            self.begin(sign.kind, column)
        elif sign.kind == "end":
            self.end_bare()
            self.open.pop()
        elif sign.kind == "key" and self.open[-1].column == column:
            self.end_bare()
        elif sign.kind == "item" and self.open[-1].kind == "keys":
            self.begin("bare", column)

    def begin(self, kind: str, column: int) -> None:
        """A block begins in a column."""
        self.open.append(Block(kind, column, self.open[-1].wanted + STEP if self.open else 0))

    def end_bare(self) -> None:
        """A bare list ends where the keys around it go on or end."""
        if self.open[-1].kind == "bare":
            self.open.pop()


YAML = ".yaml"
# One fix may uncover what another repairs; two that undo each other must not go on for ever.
ROUNDS = 5


def chosen(root: Path, wanted: tuple[Path, ...]) -> list[SourceFile]:
    """The files of facts that are meant: by name, by folder, or all."""
    folder, _ = read_folder(root)
    files = [file for file in folder.files if file.path.endswith(YAML)]
    places = [place.resolve() for place in wanted]
    if not places:
        return files
    found = [f for f in files if any((root / f.path).resolve().is_relative_to(p) for p in places)]
    if not found:
        raise Misuse(f"no file of facts in `{wanted[0]}`")
    return found


def put(root: Path, texts: dict[str, str]) -> None:
    """Write what was put right."""
    for path, text in texts.items():
        replace_file(root / path, text.encode())


def repair(root: Path, guess: bool) -> tuple[Outcome, int]:
    """Apply the fixes of the messages; return what is left, and how many files changed."""
    touched: set[str] = set()
    found = check(root)
    for _ in range(ROUNDS):
        texts = fixed(found.diagnostics, guess)
        if not texts:
            break
        put(root, texts)
        touched |= texts.keys()
        found = check(root)
    return found, len(touched)
