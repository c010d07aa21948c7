"""How much is read of what strangers write: each limit with its message, in one table.

`tests/bench/shapes.py` has the shapes of files that are held to two seconds and 300 MB within them.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limit:
    """The most that is read: of `what`, `where` it is counted, and what helps beyond it."""

    most: int
    what: str
    where: str
    help: str = "write one record in one file; data in bulk belongs elsewhere"

    def told(self, found: int | None = None) -> str:
        """What was found beyond the limit; without a number only that it was more."""
        if found is None:
            return f"{self.where} with more than {self.most:,} {self.what}"
        return f"{self.where} has {found:,} {self.what}, more than the {self.most:,} that are read"


BYTES = Limit(500_000, "bytes", "the file")
PAGE = Limit(25_000, "characters", "the page", "make several pages of it")
TEXT = Limit(5_000, "characters", "the text", "shorten it; a quotation has at most 25 words")
ENTRIES = Limit(30, "entries", "a list")
MAP = Limit(100, "keys", "a map")
LONG_MAP = Limit(500, "keys", "a map of points, rows or quotations", "make several records of it")
KEYS = Limit(2_500, "keys", "a file", "make several records of it; most have fewer than 100 keys")
MOVED = Limit(2_000, "ids", "a list of moved ids", "take out the ids that nobody links to")
FORMER = Limit(
    10_000,
    "old addresses, with those of what stood below them",
    "a list of moved ids",
    "take out the ids that nobody links to",
)
LEVELS = Limit(
    50, "levels", "a list or map", "look for brackets that were never closed; a record has few"
)
BRACKETS = Limit(1_000, "opening brackets", "the text", "make several pages of it")
VALUE = Limit(1_000, "characters", "a number or date", "write the figure as it is printed")
PARTS = Limit(100, "parts", "the formula", "make several statements of it")
NAME = Limit(100, "characters", "the id of a record", "shorten it")
ID = Limit(200, "characters", "the id of a statement", "shorten a key of it")
MESSAGES = Limit(100, "messages", "a file", "put these right to see the others")
# For the reference, in the order in which an author meets them.
TABLE = (
    *(BYTES, PAGE, TEXT, ENTRIES, MAP, LONG_MAP, KEYS, MOVED, FORMER),
    *(LEVELS, BRACKETS, VALUE, PARTS, NAME, ID, MESSAGES),
)
