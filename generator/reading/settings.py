"""Reads where the site is published: `site_config/site.yaml`, which a briefing may do without."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from generator.diagnostics import Diagnostic
from generator.model.edition import Settings
from generator.validate import validate_as
from generator.yaml import Mapping, Scalar, load, read_file

SETTINGS = "site_config/site.yaml"
Errors = tuple[Diagnostic, ...]


def read_settings(root: Path) -> tuple[Settings, Errors]:
    """The settings of a briefing; where they are missing or broken, nothing is known."""
    path = root / SETTINGS
    if not path.exists():
        return Settings(), ()
    file, errors = read_file(path, root)
    tree, more = load(file) if file else (None, ())
    if file is None or not isinstance(tree, Mapping):
        return Settings(), (*errors, *more)
    settings, _, wrong = validate_as(Settings, stated(tree), file)
    return settings or Settings(), (*errors, *more, *wrong)


def stated(tree: Mapping) -> Mapping:
    """The keys that have a value: an empty one waits to be filled in."""
    kept = {
        key: entry
        for key, entry in tree.entries.items()
        if not (isinstance(entry.value, Scalar) and not entry.value.text)
    }
    return replace(tree, entries=kept)
