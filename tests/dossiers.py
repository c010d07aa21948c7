"""Dossiers from text, without a disk: what the tests of derive and of the rules start from."""

from datetime import date
from pathlib import Path
from textwrap import dedent

from generator.derive import Dossier, derive
from generator.diagnostics import Diagnostic
from generator.model import FOLDERS
from generator.model.briefing import Briefing, in_order
from generator.model.edition import Edition
from generator.source import SourceFile
from generator.validate import validate, validate_as
from generator.yaml.nodes import Mapping
from generator.yaml.reading import load
from tests.tables import files

EDITION = """
title: The bridge
subject: talks over a bridge
parties: [north, south]
as_of: 2031-06-30
coverage_end: 2031-06-30
"""
# North and South talk; an office of each, a newspaper, an agency of the North's.
BASE = files(Path(__file__).with_name("shires.txt"))


def source(publisher: str, published: str, text: str, **keys: str) -> str:
    """A source with one quotation `q`; `origin` is `own` unless given."""
    lines = {
        "publisher": publisher,
        "title": "Notes",
        "url": "https://example.org/notes",
        "published": published,
        "retrieved": "2031-07-01",
        "kind": "newspaper",
        "origin": "own",
        **keys,
    }
    head = "\n".join(f"{key}: {value}" for key, value in lines.items())
    return f'{head}\nquotes: {{q: {{text: "{text}"}}}}\n'


def briefing_of(files: dict[str, str], edition: str = EDITION) -> Briefing:
    """A briefing of the base and these files (paths below `content/`); faults fail the test."""
    records = [_record(f"content/{path}", text) for path, text in {**BASE, **files}.items()]
    file = SourceFile("content/briefing.yaml", dedent(edition))
    data, places, faults = validate_as(Edition, _top(file), file)
    assert data and not faults, faults
    return Briefing(data, places, in_order(records))


def dossier_of(files: dict[str, str], as_of: str = "2031-06-30") -> Dossier:
    """The dossier of such a briefing on a day."""
    return derive(briefing_of(files), date.fromisoformat(as_of))


def errors_of(kind: str, text: str) -> tuple[Diagnostic, ...]:
    """What validation finds in one record."""
    file = SourceFile("content/x.yaml", dedent(text))
    return validate(_top(file), file, (kind, "x"))[1]


def _record(path: str, text: str):  # type: ignore[no-untyped-def]
    file = SourceFile(path, dedent(text))
    folder, name = path.split("/")[1:]
    record, faults = validate(_top(file), file, (FOLDERS[folder], name.removesuffix(".yaml")))
    assert record and not faults, [(f.code, f.message) for f in faults]
    return record


def _top(file: SourceFile) -> Mapping:
    node, faults = load(file)
    assert isinstance(node, Mapping) and not faults, faults
    return node
