"""What may be published: pages that this run made or verified, each with its policy in front."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from generator.render.site.redirects import POLICY
from generator.write import Refusal

# What a browser may take for a page of ours.
ENDINGS = (".html", ".htm", ".xhtml", ".xht", ".shtml")
# The engine makes it beside the pages that it is given.
NOT_FOUND = "404.html"
# What comes before the policy is held to none: that can be nothing that loads or runs.
FIRST = re.compile(
    rb"\s*<!doctype html>\s*<html(?: [a-z]+=\"[\w -]*\")*>\s*<head>\s*"
    rb'(?:<meta (?:charset|name)="[\w -]*"(?: content="[^"<>]*")?>\s*)*'
    rb'<meta http-equiv="Content-Security-Policy" content="' + re.escape(POLICY.encode()) + rb'">'
)


@dataclass(frozen=True)
class Fit:
    """Knows the pages that are to be published, by their paths in the site."""

    pages: Collection[str]

    def refuse(self, path: str, content: bytes) -> None:
        """Raise Refusal for a page that nobody meant, or that begins without its policy."""
        if not path.lower().endswith(ENDINGS):
            return
        if path not in self.pages and path != NOT_FOUND:
            raise Refusal(f"`{path}` would be published, and this build has not made it")
        if not FIRST.match(content):
            raise Refusal(
                f"`{path}` does not begin with the policy that lets only our own files run:"
                " `site_config/theme/` has to leave it first in the head"
            )
