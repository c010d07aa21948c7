"""The witnesses of a fact, and the sources that they come from, ready for their templates."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.derive.actors import (
    TRANSLATION,
    UNKNOWN_ORIGIN,
    form_of,
    is_unsigned,
    stated_origin,
    text_of,
)
from generator.derive.dossier import Dossier, Evidence, Fact
from generator.model.dates import in_words
from generator.model.record import Record
from generator.model.source import UNTITLED, Quotation, Source
from generator.render.views.borne import (
    MACHINE,
    TRANSLATED,
    UNCOUNTED,
    UNSIGNED,
    source_name,
    way_of,
)
from generator.render.views.grids import line
from generator.render.views.links import own_page, permalink
from generator.render.views.naming import actor, actors, office
from generator.render.views.sheet import Sheet, once, outward
from generator.render.views.text import Rich, day, fill, joined, tag, within

OFFICIAL = {"original": "official text of", "copy": "copy of an official text of"}
PLAIN = {"own": "the publisher's own report", UNKNOWN_ORIGIN: ""}
# A card says so, since its status follows from it.
UNTOLD = Rich("its own source is unknown")
# A quotation on its source's card: its words, the original's, its place, and who knows it.
Quoted = tuple[str, str, str, Rich]
FORMS = OFFICIAL | {TRANSLATION: "text of", "summary": "summary of a text of"}


@dataclass(frozen=True)
class Witness:
    """A quotation with its source, by its id; without words, a source that is only listed."""

    id: str
    words: str
    original: str
    at: str
    name: str
    reference: Rich
    origin: Rich
    address: Rich
    doubt: str


def witnesses(sheet: Sheet, evidence: Iterable[Evidence]) -> tuple[Witness, ...]:
    """The witnesses of a position as a page shows them."""
    return tuple(_witness(sheet, one) for one in evidence)


def _witness(sheet: Sheet, evidence: Evidence) -> Witness:
    source, quote = evidence.publication, evidence.quote
    name = source_name(sheet.dossier.briefing, source)
    # The name of the source may say no less than on whose knowledge the words rest.
    knower = way_of(sheet.dossier.briefing, source, None)[0]
    is_said = whose(sheet, evidence).text in {name, knower}
    page = outward(f"page of {office(source.publisher)}", source.url)
    return Witness(
        id=evidence.source.id,
        words=within(quote.text) if quote else "",
        original=quote.original or "" if quote else "",
        at=quote.at or "" if quote else "",
        name=name,
        reference=reference(sheet, evidence),
        origin=Rich() if is_said else first_source(sheet, evidence) or UNTOLD,
        address=page if source.url else Rich(),
        doubt=_doubt(source),
    )


def reference(sheet: Sheet, evidence: Evidence) -> Rich:
    """A source as it is cited: publisher, title and date; the title leads to its page."""
    source = evidence.publication
    title = tag("a", sheet.called(source.called), href=own_page(evidence.source))
    marked = title if source.called == UNTITLED else fill("“{}”", title)
    name = source_name(sheet.dossier.briefing, source)
    return fill("{}, {}, {}", tag("bdi", name), marked, published(source))


def published(source: Source) -> str:
    """The date as printed, and why it is so where it only follows from the text."""
    date_text, why = day(source.published), source.published_inferred
    return f"{date_text} (inferred; {why})" if why else date_text


def _doubt(source: Source) -> str:
    if source.counts:
        return ""
    found = MACHINE if source.form in {TRANSLATION, "summary"} else UNCOUNTED
    return f"{found} ({source.why})" if source.why else found


def first_source(sheet: Sheet, evidence: Evidence) -> Rich:
    """The same in a sentence, where no heading says what it is; an official text says so itself."""
    stated, known = stated_origin(evidence.publication, evidence.quote), whose(sheet, evidence)
    form = carries(sheet, evidence.publication, evidence.quote)
    if known == form or stated in PLAIN:
        return known
    told = fill("from {}", actor(sheet.dossier.briefing, stated))
    return joined(filter(None, (told, form)), "; ")


def whose(sheet: Sheet, evidence: Evidence) -> Rich:
    """On whose knowledge the words rest."""
    quote = evidence.quote
    form = carries(sheet, evidence.publication, quote)
    stated = stated_origin(evidence.publication, quote)
    if form and (is_unsigned(evidence.publication, quote) or evidence.authors and stated == "own"):
        return form
    known = Rich(PLAIN[stated]) if stated in PLAIN else sheet.name(stated)
    return joined(filter(None, [known, form]), "; ")


def carries(sheet: Sheet, source: Source, quote: Quotation | None) -> Rich:
    """What the words are to the official text that they carry, if they carry one."""
    form = form_of(source, quote)
    authors = text_of(source, quote)
    # A machine's words are nobody's.
    if form not in FORMS or not authors or not source.counts:
        return Rich()
    text = fill("{} {}", FORMS[form], actors(sheet.dossier.briefing, authors))
    if form != TRANSLATION:
        return text
    if is_unsigned(source, quote):
        return fill("{}, in {}", text, UNSIGNED)
    return fill("{}, {} {}", text, TRANSLATED, tag("bdi", source.publisher))


@dataclass(frozen=True)
class SourceCard:
    """A source with the quotations that known facts use, and those facts.

    Its tables are shown whole elsewhere: `has_cells` says that facts use cells of them.
    """

    number: int
    heading: str
    name: str
    title: Rich
    kind: str
    published: str
    inferred: str
    retrieved: str
    origin: Rich
    doubt: str
    retracted: str
    address: Rich
    archive: Rich
    quotes: tuple[Quoted, ...]
    has_cells: bool
    facts: tuple[Rich, ...]


@once
def source_card(sheet: Sheet, record: Record) -> SourceCard:
    """The card of a source on a page."""
    source = record.data
    assert isinstance(source, Source)
    facts = sheet.dossier.used_sources.get(record.id, ())
    evidence = [e for fact in facts for e in fact.evidence if e.source.id == record.id]
    name, title = source_name(sheet.dossier.briefing, source), sheet.called(source.called)
    marked = f"“{within(title.text)}”"
    return SourceCard(
        number=sheet.dossier.source_numbers[record.id],
        heading=cited_as(sheet.dossier, source) if source.called == UNTITLED else marked,
        name=name,
        title=title,
        kind=source.kind,
        published=published(source),
        inferred=source.published_inferred or "",
        retrieved=day(source.retrieved),
        origin=whom(sheet, record),
        doubt=_doubt(source),
        retracted=_retracted(sheet, source),
        address=outward(source.url or "", source.url),
        archive=outward(source.archive or "", source.archive),
        quotes=_quotes(sheet, evidence),
        has_cells=any("/" in e.key for e in evidence),
        facts=tuple(line(sheet, fact) for fact in facts),
    )


def whom(sheet: Sheet, record: Record) -> Rich:
    """On whose knowledge a source speaks, in what is taken from it."""
    facts = sheet.dossier.used_sources.get(record.id, ())
    evidence = (e for fact in facts for e in fact.evidence if e.source.id == record.id)
    return joined(dict.fromkeys(filter(None, (whose(sheet, one) for one in evidence))), "; ")


def _retracted(sheet: Sheet, source: Source) -> str:
    gone = source.retracted
    if gone is None or gone.on.last > sheet.dossier.day:
        return ""
    return f"{gone.why or 'no reason is given'} ({day(gone.on)})"


def _quotes(sheet: Sheet, evidence: Sequence[Evidence]) -> tuple[Quoted, ...]:
    used = {e.key: e for e in evidence if e.quote and e.key in e.publication.quotes}
    written = list(evidence[0].publication.quotes) if evidence else []
    ordered = sorted(used.values(), key=lambda e: written.index(e.key))
    told = [first_source(sheet, one) for one in ordered]
    # Where all have the same, the source says it.
    told = told if len(set(told)) > 1 else [Rich()] * len(told)
    return tuple(
        (within(one.quote.text), one.quote.original or "", one.quote.at or "", first)
        for one, first in zip(ordered, told, strict=True)
        if one.quote
    )


def citation(dossier: Dossier, url: str | None, fact: Fact) -> str:
    """A citation as text: the sources, via us, as of the day."""
    parts, sources = [], cited(dossier, fact)
    for source in (one.publication for one in sources):
        told = cited_as(dossier, source)
        parts.append(f"{told}, {source.url}" if source.url else told)
    own = f"{dossier.briefing.edition.title}, “{fact.label}”"
    via = f"{'; '.join(parts)}; {through(fact)} {own}"
    return f"{via}, as of {in_words(dossier.as_of)}, {at(url, fact) or f'statement {fact.id}'}"


def cited_as(dossier: Dossier, source: Source) -> str:
    """Publisher, title and date; what has no title is not put in marks."""
    title = source.called.in_language(dossier.language)
    marked = title if source.called == UNTITLED else f"“{within(title)}”"
    return f"{source_name(dossier.briefing, source)}, {marked}, {day(source.published)}"


def through(fact: Fact) -> str:
    """What we did between the sources and the statement."""
    return "computed from these by" if fact.statement.compute else "via"


def cited(dossier: Dossier, fact: Fact) -> tuple[Evidence, ...]:
    """The sources that count for a statement, each once; all of them where none counts.

    A computed statement has those of what goes into it.
    """
    found = [e for stance in fact.stances for e in stance.evidence]
    counted = [e for e in found if e.counts] or found
    if fact.statement.compute:
        counted += underlying(dossier, fact)
    return tuple({e.source.id: e for e in counted}.values())


def underlying(dossier: Dossier, fact: Fact) -> tuple[Evidence, ...]:
    """The sources of what goes into a formula, each once."""
    inputs = fact.computed.inputs if fact.computed else ()
    known = filter(None, map(dossier.facts.get, inputs))
    return tuple({e.source.id: e for one in known for e in cited(dossier, one)}.values())


def at(url: str | None, fact: Fact) -> str:
    """The permalink in full; empty where nobody can follow it: the site has no address."""
    return f"{url.rstrip('/')}/{permalink(fact).page}" if url else ""
