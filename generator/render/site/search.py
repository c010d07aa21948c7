"""The index of the search: one script file of documents, which a page loads when it is asked."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pypinyin import lazy_pinyin

from generator.derive.dossier import Dossier, Status
from generator.model import KINDS
from generator.model.dates import in_words
from generator.model.fields import NameTexts
from generator.render.site.pages import prose_pages
from generator.render.site.search_documents import documents, of_pages, of_sections
from generator.render.views.borne import NO_WORD
from generator.render.views.links import HOME
from generator.render.views.sheet import Settings, Sheet
from generator.source import HAN

PATH = "assets/search/index.js"
BEGIN, END = "globalThis.briefingIndex=", ";\n"
Written = Mapping[str, Any]
STATEMENT, PAGE, SECTION = "statement", "page", "section"
WORDS = {"glossary": "term", "point": "key point", "gap": "not found"}
CHINESE = re.compile(f"[{HAN}]+")
# JSON allows in text what ends a line of a script.
LINE_ENDS = {0x2028: "\\u2028", 0x2029: "\\u2029"}


def search(dossier: Dossier, settings: Settings, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The file of the index, by its path from the site's root; `files` are the site's pages."""
    found = documents(Sheet(dossier, settings, HOME), files)
    return {PATH: _index(dossier, [one.written() for one in found])}


def with_prose(
    dossier: Dossier, settings: Settings, outline: bytes, files: Mapping[str, bytes]
) -> dict[str, bytes]:
    """The index of an outline with the editors' own pages, which `files` holds with the brief."""
    sheet, found = Sheet(dossier, settings, HOME), prose_pages(dossier, settings)
    fresh = {one.path: [each.written() for each in of_pages(sheet, [one], files)] for one in found}
    told = (one.written() for one in of_sections(sheet, HOME, files))
    brief = {(one["to"], one["title"]): one for one in told}
    held = json.loads(outline[len(BEGIN) : -len(END)])["documents"]
    every: list[Written] = []
    for one in held:
        path = one["to"].partition("#")[0]
        if path not in fresh:
            every.append(brief.get((one["to"], one["title"]), one))
        elif one["kind"] == PAGE:
            every += fresh[path]
    return {PATH: _index(dossier, every)}


def _index(dossier: Dossier, found: Sequence[Written]) -> bytes:
    named = sorted({id_ for one in found for id_ in one.get("names", ())})
    present = {one["kind"] for one in found}
    ordered = (STATEMENT, *(kind for kind in KINDS if kind != "source"), PAGE, SECTION, "source")
    sides, records = parties(dossier, found), dossier.briefing.records
    names = {id_: _names(dossier, id_) for id_ in named}
    spelt = {id_: pinyin((names[id_], *records[id_].data.aliases)) for id_ in named}
    head = {
        "as_of": in_words(dossier.as_of),
        # In the order in which they are offered, each with its word where that is another.
        "kinds": {kind: WORDS.get(kind, "") for kind in ordered if kind in present},
        "statuses": [*(status.value for status in Status), NO_WORD],
        "parties": {id_: dossier.briefing.name(id_) for id_ in sides},
        "names": names,
        # What else finds a record and is not shown: short forms, and the slips of others.
        "aliases": {id_: "; ".join(own) for id_ in named if (own := records[id_].data.aliases)},
        # For readers who have no keyboard for Chinese.
        "pinyin": {id_: one for id_, one in spelt.items() if one},
        "synonyms": dossier.briefing.edition.synonyms,
    }
    lines = ",\n".join(map(as_json, found))
    text = f'{BEGIN}{{"head":{as_json(head)},"documents":[\n{lines}\n]}}{END}'
    return text.translate(LINE_ENDS).encode()


def as_json(content: object) -> str:
    """JSON without a byte too many."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def parties(dossier: Dossier, found: Iterable[Written]) -> list[str]:
    """The parties of some documents, those that the briefing is about first."""
    present = {id_ for one in found for id_ in one.get("parties", ())}
    ordered = dict.fromkeys((*dossier.briefing.edition.parties, *sorted(present)))
    return [id_ for id_ in ordered if id_ in present]


def _names(dossier: Dossier, id_: str) -> str:
    data = dossier.briefing.records[id_].data
    called = (getattr(data, key) for key in type(data).model_fields)
    texts = (text for one in called if isinstance(one, NameTexts) for text in one.texts.values())
    return "; ".join(dict.fromkeys(texts))


def pinyin(texts: Iterable[str]) -> str:
    """The Chinese in some texts, in syllables without tones: `te lang pu; li cheng gang`."""
    runs = (run for text in texts for run in CHINESE.findall(text))
    spelt = [" ".join(lazy_pinyin(run, v_to_u=True)) for run in runs]
    # Some type `v` for `ü`; others type `u`, as which the search reads it.
    return "; ".join(dict.fromkeys(form for one in spelt for form in (one, one.replace("ü", "v"))))
