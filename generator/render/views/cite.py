"""How a statement is cited: its sources first, then through whom and as of which day."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.dossier import Dossier, Evidence, Fact
from generator.model.dates import PartialDate, in_words
from generator.render.views.links import permalink
from generator.render.views.text import day

Item = dict[str, object]


def citation(dossier: Dossier, url: str | None, fact: Fact) -> str:
    """A citation as text: the sources, via us, as of the day."""
    parts = []
    for source in (one.publication for one in cited(fact)):
        title, address = source.called.in_language(dossier.language), source.url
        told = f"{source.publisher}, “{title}”, {day(source.published)}"
        parts.append(f"{told}, {address}" if address else told)
    own = f"{dossier.briefing.edition.title}, “{fact.label}”"
    via = f"{'; '.join(parts)}; via {own}" if parts else own
    return f"{via}, as of {in_words(dossier.as_of)}, {at(url, fact)}"


def cited(fact: Fact) -> tuple[Evidence, ...]:
    """The sources that count for a statement, each once; all of them where none counts."""
    found = [e for stance in fact.stances for e in stance.evidence]
    counted = [e for e in found if e.counts] or found
    return tuple({e.source.id: e for e in counted}.values())


def at(url: str | None, fact: Fact) -> str:
    """The permalink, in full where the site's own address is known."""
    path = permalink(fact).page
    return f"{url.rstrip('/')}/{path}" if url else path


def csl(dossier: Dossier, url: str | None, fact: Fact) -> list[Item]:
    """A citation as items of CSL-JSON, one for each source; of a computed statement, ourselves."""
    return list(_items(dossier, url, fact)) or [_own(dossier, url, fact)]


def _items(dossier: Dossier, url: str | None, fact: Fact) -> Iterator[Item]:
    note = (
        f"via {dossier.briefing.edition.title}, {fact.label} ({fact.id}), "
        f"as of {dossier.as_of.isoformat()}, {at(url, fact)}"
    )
    for evidence in cited(fact):
        source = evidence.publication
        item: Item = {
            "id": f"{fact.id}--{evidence.source.id}",
            "type": "webpage",
            "title": source.title.in_language(dossier.language),
            "publisher": source.publisher,
            "accessed": dated(source.retrieved),
            "note": note,
        }
        known = {"issued": dated(source.published), "URL": source.url}
        yield item | {key: value for key, value in known.items() if value}


def _own(dossier: Dossier, url: str | None, fact: Fact) -> Item:
    today = dossier.as_of
    return {
        "id": fact.id,
        "type": "webpage",
        "title": fact.label,
        "container-title": dossier.briefing.edition.title,
        "issued": {"date-parts": [[today.year, today.month, today.day]]},
        "URL": at(url, fact),
    }


def dated(when: PartialDate) -> Item | None:
    """A date as CSL has it; none where it is unknown or only bounded."""
    if when.is_unknown or when.text.startswith("../"):
        return None
    parts = when.text[:10].split("-")
    return {"date-parts": [[int(part) for part in parts]]}
