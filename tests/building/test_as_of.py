"""The briefing as it should have read on 10 June 2031: not one byte of any file knows more."""

import gzip
import html
import re
import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from generator.build import story
from generator.model.briefing import Briefing
from generator.model.fields import NameTexts
from generator.model.record import walk
from generator.model.source import Source
from generator.reading.read import read
from tests.briefings import DAYS
from tests.conftest import BuiltSite

DAY = date.fromisoformat(DAYS["fixture"][0])
ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
SPACE = re.compile(r"\s+")

pytestmark = pytest.mark.xdist_group(__name__)


@dataclass(frozen=True)
class Sites:
    """The site of the day and the data of the edition, each a text by its path."""

    briefing: Briefing
    then: dict[str, str]
    edition: dict[str, str]


@pytest.fixture(scope="module")
def sites(edition: BuiltSite, site: Path, tmp_path_factory: pytest.TempPathFactory) -> Sites:
    root = edition.copy(tmp_path_factory.mktemp("then"))
    # PDFs take their time: what they print is made of the same views.
    shutil.rmtree(root / "site_config" / "pdf")
    assert not story.build(root, root / "then", DAY).errors
    return Sites(read(root).briefing, texts(root / "then"), texts(site / "data"))


def texts(site: Path) -> dict[str, str]:
    return {str(p.relative_to(site)): text(p) for p in sorted(site.rglob("*")) if p.is_file()}


def text(path: Path) -> str:
    raw = path.read_bytes()
    raw = gzip.decompress(raw) if path.suffix == ".gz" else raw
    return plain(raw.decode("utf-8", "replace"))


def plain(text: str) -> str:
    """As one reads it: no entities, no escapes of JSON, no breaks of lines."""
    return SPACE.sub(" ", html.unescape(text).replace('\\"', '"').replace("\\n", " "))


def sources(briefing: Briefing) -> dict[str, Source]:
    records = briefing.of_kind("source")
    return {record.id: record.data for record in records if isinstance(record.data, Source)}


def later(briefing: Briefing) -> dict[str, Source]:
    """The sources that nobody had on the day, by id, but those of what is told on any day."""
    told = [one.statement for one in briefing.statements.values() if one.statement.background]
    parts = [part for statement in told for _, part in statement.contents()]
    timeless = {str(witness).partition("#")[0] for part in parts for witness in part.witnesses}
    unknown = briefing.edition.as_of.last
    return {
        id_: one
        for id_, one in sources(briefing).items()
        if (unknown if one.published.is_unknown else one.published.last) > DAY
        and one.kind != "seen for names"
        and id_ not in timeless
    }


def seen(briefing: Briefing) -> set[str]:
    """The sources that print a foreign form of a name, which has no clock and leads there."""
    models = (model for record in briefing.records.values() for _, model in walk(record.data))
    return {id_ for model in models if isinstance(model, NameTexts) for id_ in model.seen}


def secrets(briefing: Briefing) -> set[str]:
    """Quotations and addresses that only later sources have, and later readings."""
    late, named = later(briefing), seen(briefing)
    early = (one for id_, one in sources(briefing).items() if id_ not in late)
    told = plain(" ".join(words for one in early for words in (*quoted(one), *addresses(one))))
    words = {plain(words) for one in late.values() for words in quoted(one)}
    clocked = (one for id_, one in late.items() if id_ not in named)
    words |= {plain(address) for one in clocked for address in addresses(one)}
    readings = (located.statement.reading for located in briefing.statements.values())
    new = {plain(reading.text) for reading in readings if reading and reading.on.last > DAY}
    return new | {found for found in words if found not in told}


def quoted(source: Source) -> list[str]:
    return [words for one in source.quotes.values() for words in (one.text, one.original) if words]


def addresses(source: Source) -> list[str]:
    return [address for address in (source.url, source.archive) if address]


def test_no_quotation_address_or_reading_of_a_later_day(sites: Sites) -> None:
    hidden = secrets(sites.briefing)
    edition = " ".join(sites.edition.values())
    assert sum(one in edition for one in hidden) > 10
    everything = " ".join(sites.then.values())
    leaked = {one for one in hidden if one in everything}
    assert {one: holders(sites.then, one) for one in leaked} == {}


def test_no_source_of_a_later_day_is_named(sites: Sites) -> None:
    words = {word for found in sites.then.values() for word in ID.findall(found)}
    named = words & (set(later(sites.briefing)) - seen(sites.briefing))
    assert {id_: holders(sites.then, id_) for id_ in named} == {}


def holders(files: dict[str, str], words: str) -> list[str]:
    return [name for name, found in files.items() if words in found]


def test_the_day_stands_in_every_fact(sites: Sites) -> None:
    day = re.compile(r'"as_of": "(.*?)"')
    assert set(day.findall(sites.then["data/facts.json"])) == {str(DAY)}
    assert set(day.findall(sites.edition["facts.json"])) == {DAYS["fixture"][2]}
