"""How a statement is cited: its sources first, then through whom and as of which day."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.dossier import Dossier, Evidence, Fact
from generator.model.dates import PartialDate, in_words
from generator.model.source import UNTITLED, Source
from generator.render.views.borne import source_name
from generator.render.views.links import permalink
from generator.render.views.text import day, within

Item = dict[str, object]


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


def csl(dossier: Dossier, url: str | None, fact: Fact) -> Iterator[Item]:
    """A citation as items of CSL-JSON, one for each source."""
    own = f"{through(fact)} {dossier.briefing.edition.title}, {fact.label} ({fact.id})"
    note = ", ".join(filter(None, (own, f"as of {dossier.as_of.isoformat()}", at(url, fact))))
    for evidence in cited(dossier, fact):
        source = evidence.publication
        item: Item = {
            "id": f"{fact.id}--{evidence.source.id}",
            "type": "webpage",
            "title": source.title.in_language(dossier.language),
            "publisher": source_name(dossier.briefing, source),
            "accessed": dated(source.retrieved),
            "note": note,
        }
        known = {"issued": dated(source.published), "URL": source.url}
        yield item | {key: value for key, value in known.items() if value}


def dated(when: PartialDate) -> Item | None:
    """A date as CSL has it; none where it is unknown or only bounded."""
    if when.is_unknown or when.text.startswith("../"):
        return None
    parts = when.text[:10].split("-")
    return {"date-parts": [[int(part) for part in parts]]}
