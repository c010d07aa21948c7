"""Text to a tree of nodes, each with its place: the only package that reads YAML.

It decides no types: `NO`, `12:30` and `34.50` stay the text that was written, and the field that
they stand in says what they are. It refuses what hides or shares content: anchors, aliases, merge
keys, tags, second documents, repeated keys, characters that nobody can see, links.

`key:` with nothing after it is a `Scalar` with the empty text, in the plain style: whether a field
may be empty is not for the loader to say.
"""

from generator.load.askew import Askew, Deeper, Lost
from generator.load.faults import LIMIT
from generator.load.folder import Folder, decode, read_file, read_folder
from generator.load.names import record_id, unstorable
from generator.load.nodes import (
    Entry,
    Mapping,
    Node,
    Scalar,
    Sequence,
    Style,
    plain,
)
from generator.load.otherwise import otherwise
from generator.load.patches import LOST, UNREAD
from generator.load.reading import Reading, load, read_all
from generator.load.stray import is_hidden

__all__ = [
    "LIMIT",
    "LOST",
    "UNREAD",
    "Askew",
    "Deeper",
    "Entry",
    "Folder",
    "Lost",
    "Mapping",
    "Node",
    "Reading",
    "Scalar",
    "Sequence",
    "Style",
    "decode",
    "is_hidden",
    "load",
    "otherwise",
    "plain",
    "read_all",
    "read_file",
    "read_folder",
    "record_id",
    "unstorable",
]
