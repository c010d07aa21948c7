"""Running text in Typst: texts as string literals, elements as calls, and where links lead."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from generator.derive.dossier import Dossier, Fact
from generator.model import FOLDERS
from generator.model.record import Record
from generator.render.views.links import Address, external, url
from generator.render.views.records import facts_of, in_time
from generator.render.views.sheet import Sheet
from generator.render.views.tables import families
from generator.render.views.text import Element, Rich, plain
from generator.render.views.witnesses import underlying

LANGUAGE = re.compile(r"([a-z]{2,3})(?:-.*)?")
BLANK = " \t\n\r\f"
SPACES = re.compile(f"[{BLANK}]+")
# Between their elements a space is only the layout of the source.
CONTAINERS = {"", "ul", "ol", "table", "thead", "tbody", "tr", "div", "blockquote", "dl"}
SIMPLE = {
    "strong": "#strong[{}];",
    "em": "#emph[{}];",
    "code": "#small[{}];",
    "blockquote": "#quote(block: true)[{}];",
    "ul": "#list({});",
    "ol": "#enum({});",
    "li": "[{}], ",
    "p": "{}#parbreak();",
    "br": "#linebreak();",
    "hr": "#parbreak();",
    **{f"h{level}": f"#heading(level: {max(level, 2)})[{{}}];" for level in range(1, 7)},
}
SERIES = "series"
ESCAPED = re.compile(r'[\\"\x00-\x1f\x7f-\x9f\u2028\u2029]')
# Nothing in such a word lets a line break; with that many letters it may not fit into a column.
LONG_WORD = re.compile(r"([^\s/\-\u2010\u2012-\u2014\u2e80-\U0003ffff]{24,})")
LINE_END = re.compile(r"[\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")


class Typ(str):
    """Source text of Typst, made from literals."""

    __slots__ = ()


def string(text: str) -> Typ:
    """A string literal."""

    def escaped(found: re.Match[str]) -> str:
        char = found[0]
        return f"\\{char}" if char in '\\"' else f"\\u{{{ord(char):x}}}"

    return Typ(f'"{ESCAPED.sub(escaped, text)}"')


def text(given: str) -> Typ:
    """Text in markup; the semicolon ends it, so that nothing after it is taken for a call."""
    calls = []
    for at, part in enumerate(LONG_WORD.split(plain(given))):
        if part:
            calls.append(f"#long({string(part)});" if at % 2 else f"#{string(part)};")
    return Typ("".join(calls))


def comment(text: str) -> Typ:
    """A line that says where the lines below it come from."""
    return Typ(f"\n// {LINE_END.sub(' ', text)}\n")


def array(parts: Iterable[str]) -> Typ:
    """An array of expressions; the comma makes one of a single part too."""
    return Typ("(" + "".join(f"{part}, " for part in parts) + ")")


@dataclass(frozen=True)
class DocumentLinks:
    """A document's dossier, its website, and the labels that stand in it; None for all.

    Where nothing can be a link, none `leads` anywhere.
    """

    dossier: Dossier
    url: str | None
    labels: frozenset[str] | None = None
    facts: dict[str, None] = field(default_factory=dict, compare=False)
    leads: bool = True

    def holds(self, label: str) -> bool:
        """Whether a link to the label leads somewhere."""
        return self.labels is None or label in self.labels

    def mention(self, id_: str) -> None:
        """Note a statement: whatever is linked to is what an extract bears out."""
        self.facts[id_] = None

    @cached_property
    def site(self) -> str:
        """The website's address without the stroke at its end; empty where it has none."""
        return (external(self.url) or "").rstrip("/")

    def label(self, to: Address) -> str | None:
        """The label of what stands at an address of the website, if the document could hold it."""
        if to.anchor in self.dossier.facts:
            self.mention(to.anchor)
            return of_fact(to.anchor)
        folder, _, rest = to.page.partition("/")
        if folder in FOLDERS and rest.count("/") == 1:
            return of_record(rest.partition("/")[0])
        return of_page(folder if rest else "index")

    def opened(self, to: str | Address) -> str:
        """The beginning of a link, to another site as text; empty where it leads nowhere."""
        if not self.leads:
            return ""
        if isinstance(to, str):
            return f"#away({string(to)})[" if external(to) else ""
        label = self.label(to)
        if label and self.holds(label):
            return f"#to({string(label)})["
        whole = f"{self.site}/{url('', to)}"
        return f"#away({string(whole)})[" if self.site else ""

    def numbers(self, sources: Iterable[str]) -> Typ:
        """The numbers of the sources of a statement."""
        found = [array(self._number(id_)) for id_ in sorted(set(sources))]
        return Typ(f"#numbers({array(found)});") if found else Typ("")

    def _number(self, id_: str) -> Iterator[Typ]:
        label, source = of_record(id_), self.dossier.briefing.source(id_)
        yield string(str(self.dossier.source_numbers[id_]))
        to = label if self.holds(label) else external(source.url if source else None)
        yield string(to) if to else Typ("none")


def of_fact(id_: str) -> str:
    """The label of a statement's entry."""
    return f"f:{id_}"


def of_record(id_: str) -> str:
    """The label of a record, sources included."""
    return f"r:{id_}"


def of_page(name: str) -> str:
    """The label of a chapter, which has a page on the website."""
    return f"p:{name}"


def in_order(sheet: Sheet) -> dict[str, list[Record]]:
    """The records that hold statements, by kind, in the order of the annex."""
    dossier = sheet.dossier
    found: dict[str, list[Record]] = {kind: [] for kind in FOLDERS.values()}
    for id_ in dossier.by_record:
        found[dossier.records[id_].kind].append(dossier.records[id_])
    ordered = {kind: list(in_time(dossier, records)) for kind, records in found.items()}
    return ordered | {SERIES: [one for family in families(sheet) for one, _ in family.series]}


def numbers(sheet: Sheet) -> dict[str, int]:
    """The number of each statement, the same in every document; figures of a series share one."""
    items: list[list[Fact]] = []
    for record in (one for records in in_order(sheet).values() for one in records):
        facts = facts_of(sheet.dossier, record)
        items += [facts] if record.kind == SERIES else [[fact] for fact in facts]
    return {fact.id: number for number, item in enumerate(items, 1) for fact in item}


@dataclass(frozen=True)
class Setter:
    """Sets running text, which cites the sources of its statements or not."""

    links: DocumentLinks
    cites: bool = False
    verbatim: bool = False

    def set(self, given: Rich, inside: str = "") -> str:
        """The parts one after the other."""
        parts = (
            self.words(one, inside) if isinstance(one, str) else self.element(one) for one in given
        )
        return "".join(parts)

    def words(self, given: str, inside: str) -> str:
        """Text, with its spaces as HTML has them."""
        if self.verbatim:
            return f"#raw(block: true, {string(given)});"
        is_layout = inside in CONTAINERS and "\n" in given and not given.strip(BLANK)
        return "" if is_layout else text(SPACES.sub(" ", given))

    def element(self, one: Element) -> str:
        """An element as a call, or only what it holds."""
        if special := SPECIAL.get(one.name):
            return special(self, one)
        return SIMPLE.get(one.name, "{}").replace("{}", self.set(one.content, one.name))

    def cited(self, one: Element) -> str:
        """On what a statement rests, behind the link that prints it."""
        fact = self.links.dossier.facts.get(one.anchor) if "fact-value" in one.classes else None
        if fact is None or not self.cites:
            return ""
        # Of one position, or of one side's silence, only what bears that.
        of = {**fact.silent, **{stance.key: stance.evidence for stance in fact.stances}}
        every = fact.evidence or underlying(self.links.dossier, fact)
        found = of.get(str(one.get("data-of")), every)
        return self.links.numbers(witness.source.id for witness in found)


def set_rich(links: DocumentLinks, given: Rich, *, cites: bool = False) -> Typ:
    """Running text as content."""
    return Typ(Setter(links, cites).set(given))


def link(setter: Setter, one: Element) -> str:
    """A link; one that prints a statement also cites its sources."""
    start = setter.links.opened(one.get("href"))
    return called(start, setter.set(one.content, "a")) + setter.cited(one)


def span(setter: Setter, one: Element) -> str:
    """A status word or mark, or text that is only marked for the screen, or is only for it."""
    classes = one.classes
    if "on-screen" in classes:
        return ""
    if one.get("role") == "img":
        return f"#mark({string(classes[-1].removeprefix('status--'))});"
    start = "#status[" if "status" in classes else "#small[" if "not-known" in classes else ""
    return called(start, setter.set(one.content, "span"))


def _foreign(setter: Setter, one: Element) -> str:
    known = LANGUAGE.fullmatch(str(one.get("lang")))
    start = f"#foreign({string(known[1])})[" if known else ""
    return called(start, setter.set(one.content, "bdi"))


def called(start: str, inner: str) -> str:
    """What a call holds; only that where there is none."""
    return f"{start}{inner}];" if start else inner


def _table(setter: Setter, one: Element) -> str:
    heads, *rows = [
        [Typ(f"[{setter.set(cell.content, cell.name)}]") for cell in _named(row, "th", "td")]
        for row in _named(one, "tr")
    ] or [[]]
    widths = array("1fr" for _ in heads)
    lines = array(array(row) for row in rows)
    group = array(("none", "none", lines))
    return f"#rows({widths}, {array(heads)}, {array([group])});"


def _named(outer: Element, *names: str) -> Iterator[Element]:
    return (one for one in outer.content.elements() if one.name in names)


SPECIAL: dict[str, Callable[[Setter, Element], str]] = {
    "a": link,
    "span": span,
    "bdi": _foreign,
    "table": _table,
    # Text that keeps its lines.
    "pre": lambda setter, one: replace(setter, verbatim=True).set(one.content, "pre"),
}
