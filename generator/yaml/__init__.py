"""Text to a tree of nodes, each with its place: the only package that reads YAML.

It decides no types: `NO`, `12:30` and `34.50` stay the text that was written, and the field that
they stand in says what they are. It refuses what hides or shares content: anchors, aliases, merge
keys, tags, second documents, repeated keys, characters that nobody can see, links. The first fault
ends the reading of a file.

`key:` with nothing after it is a `Scalar` with the empty text, in the plain style: whether a field
may be empty is not for the reading to say.
"""

from generator.yaml.characters import LIMIT
from generator.yaml.folder import Folder, decode, read_file, read_folder
from generator.yaml.names import is_hidden, record_id, unstorable
from generator.yaml.nodes import Entry, Mapping, Node, Scalar, Sequence, Style, plain
from generator.yaml.reading import load

__all__ = [
    "LIMIT",
    "Entry",
    "Folder",
    "Mapping",
    "Node",
    "Scalar",
    "Sequence",
    "Style",
    "decode",
    "is_hidden",
    "load",
    "plain",
    "read_file",
    "read_folder",
    "record_id",
    "unstorable",
]
