"""Where the site is published: `site_config/site.yaml`, which a briefing may also do without.

Refuses to hold anything about the subject: that is the content's.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pydantic import Field

from generator.diagnostics import Diagnostic
from generator.model.fields import Address, Model, Text
from generator.validate import validate_as
from generator.yaml import Mapping, Scalar, load, read_file

SETTINGS = "site_config/site.yaml"
Errors = tuple[Diagnostic, ...]


class Settings(Model):
    """What is known of the place where the site will stand."""

    url: Address | None = Field(None, description="the site's address, for links to it from afar")
    repository: Address | None = Field(None, description="the repository's address, for edit links")
    branch: Text = Field("main", description="the branch that edit links lead to")
    licence: Text | None = Field(None, description="the licence of the words and the data")
    licence_url: Address | None = Field(None, description="where that licence is to be read")


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
