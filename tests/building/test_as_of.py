"""The briefing as it should have read on 10 June 2031: not one byte of any file knows more."""

import gzip
import html
import re
import shutil
from collections.abc import Iterator
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
    if path.suffix == ".gz":
        raw = gzip.decompress(raw)
    return plain(raw.decode("utf-8", "replace"))


def plain(text: str) -> str:
    """As one reads it: no entities, no escapes of JSON, no breaks of lines."""
    return SPACE.sub(" ", html.unescape(text).replace('\\"', '"').replace("\\n", " "))


def later(briefing: Briefing) -> dict[str, Source]:
    """The sources that nobody had on the day, by id; foreign forms of names have no clock."""
    unknown = briefing.edition.as_of.last
    return {
        id_: source
        for id_, source in sources(briefing).items()
        if (unknown if source.published.is_unknown else source.published.last) > DAY
        and source.kind != "seen for names"
        and id_ not in background(briefing)
    }


def background(briefing: Briefing) -> set[str]:
    """The sources of what is told on any day."""
    told = [one.statement for one in briefing.statements.values() if one.statement.background]
    parts = [part for statement in told for _, part in statement.contents()]
    return {str(witness).partition("#")[0] for part in parts for witness in part.witnesses}


def sources(briefing: Briefing) -> dict[str, Source]:
    records = briefing.of_kind("source")
    return {record.id: record.data for record in records if isinstance(record.data, Source)}


def secrets(briefing: Briefing) -> set[str]:
    """Quotations and addresses that only later sources have, and later readings."""
    late = later(briefing)
    early = [source for id_, source in sources(briefing).items() if id_ not in late]
    told = plain(" ".join(words for source in early for words in words_of(source)))
    readings = {
        plain(reading.text)
        for located in briefing.statements.values()
        if (reading := located.statement.reading) and reading.on.last > DAY
    }
    words = {plain(words) for source in late.values() for words in quoted(source)}
    # A foreign form of a name has no clock, and leads to where it was seen.
    timeless = seen(briefing)
    clocked = (source for id_, source in late.items() if id_ not in timeless)
    words |= {plain(address) for source in clocked for address in addresses(source)}
    return readings | {found for found in words if found not in told}


def seen(briefing: Briefing) -> set[str]:
    """The sources that print a foreign form of a name."""
    models = (model for record in briefing.records.values() for _, model in walk(record.data))
    return {id_ for model in models if isinstance(model, NameTexts) for id_ in model.seen}


def words_of(source: Source) -> Iterator[str]:
    yield from quoted(source)
    yield from addresses(source)


def quoted(source: Source) -> Iterator[str]:
    yield from (quote.text for quote in source.quotes.values())
    yield from (quote.original for quote in source.quotes.values() if quote.original)


def addresses(source: Source) -> Iterator[str]:
    yield from (address for address in (source.url, source.archive) if address)


def test_there_is_something_to_keep_secret(sites: Sites) -> None:
    everything = " ".join(sites.edition.values())
    assert sum(secret in everything for secret in secrets(sites.briefing)) > 10


def test_no_quotation_address_or_reading_of_a_later_day(sites: Sites) -> None:
    everything = " ".join(sites.then.values())
    leaked = {secret for secret in secrets(sites.briefing) if secret in everything}
    assert {secret: holders(sites.then, secret) for secret in leaked} == {}


def test_no_source_of_a_later_day_is_named(sites: Sites) -> None:
    words = {word for found in sites.then.values() for word in ID.findall(found)}
    named = words & (set(later(sites.briefing)) - seen(sites.briefing))
    assert {id_: holders(sites.then, id_) for id_ in named} == {}


def holders(files: dict[str, str], words: str) -> list[str]:
    return [name for name, found in files.items() if words in found]


def test_the_day_stands_in_every_fact(sites: Sites) -> None:
    assert f'"as_of": "{DAY}"' in sites.then["data/facts.json"]
    assert f'"as_of": "{DAYS["fixture"][2]}"' in sites.edition["facts.json"]
    assert f'"as_of": "{DAYS["fixture"][2]}"' not in sites.then["data/facts.json"]
