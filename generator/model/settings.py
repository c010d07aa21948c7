"""Where the site is published, as far as the pages need to know it; nothing about the subject."""

from __future__ import annotations

from pydantic import Field

from generator.model.fields import Address, Model, Text


class Settings(Model):
    """What is known of the place where the site will stand."""

    url: Address | None = Field(None, description="the site's address, for links to it from afar")
    repository: Address | None = Field(None, description="the repository's address, for edit links")
    branch: Text = Field("main", description="the branch that edit links lead to")
    licence: Text | None = Field(None, description="the licence of the words and the data")
    licence_url: Address | None = Field(None, description="where that licence is to be read")
