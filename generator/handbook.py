"""The pages for editors that come with the program: how to correct a fact, what messages mean."""

import re
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
GUIDE, RULES = HERE / "guide", HERE / "rules" / "pages"
TASKS = (
    "correct-a-number",
    "add-a-revised-figure",
    "add-a-person",
    "add-a-dispute",
    "extend-a-term",
    "retract-a-source",
    "in-the-browser",
)
TITLE = re.compile(r"# (?P<title>.*)\n+(?:## .*\n+)?")
SENTENCE = re.compile(r".+?\.(?=\s|\Z)")


@dataclass(frozen=True)
class Manual:
    """A page in Markdown, by the name of its file."""

    name: str
    text: str

    @property
    def title(self) -> str:
        """Its first heading."""
        return self._head["title"]

    @property
    def lead(self) -> str:
        """Its first paragraph, on one line."""
        return " ".join(self._below[0].split())

    @property
    def summary(self) -> str:
        """Its first sentence."""
        found = SENTENCE.match(self.lead)
        return found[0] if found else self.lead

    @property
    def body(self) -> str:
        """What stands below the first paragraph."""
        return self._below[2]

    @property
    def _below(self) -> tuple[str, str, str]:
        return self.text[self._head.end() :].partition("\n\n")

    @property
    def _head(self) -> re.Match[str]:
        head = TITLE.match(self.text)
        assert head, f"{self.name}.md begins with its title"
        return head


def guide() -> tuple[Manual, ...]:
    """How to do what editors do most, the most usual first."""
    return tuple(read(GUIDE / f"{name}.md") for name in TASKS)


def messages() -> tuple[Manual, ...]:
    """What each message means, by code."""
    return tuple(map(read, sorted(RULES.glob("*.md"))))


def read(path: Path) -> Manual:
    """One page."""
    return Manual(path.stem, path.read_text(encoding="utf-8"))
