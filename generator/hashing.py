"""The hash of texts and bytes."""

from collections.abc import Iterable
from hashlib import sha256


def digest(*parts: bytes | str) -> str:
    """The hash of some parts, each with its length, so that none runs into the next."""
    return digest_of(parts)


def digest_of(parts: Iterable[bytes | str]) -> str:
    """The same of parts that are read one after the other."""
    made = sha256()
    for part in parts:
        content = part.encode() if isinstance(part, str) else part
        made.update(b"%d:" % len(content))
        made.update(content)
    return made.hexdigest()
