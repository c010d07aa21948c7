"""Requests to the preview by chance: paths, queries and headers that no browser sends, too."""

from random import Random

from tests.fuzz.pieces import PIECES


def request(chance: Random) -> bytes:
    """One request, or a few in a row on a connection."""
    return b"".join(single(chance) for _ in range(chance.choice((1, 1, 1, 2, 3))))


def single(chance: Random) -> bytes:
    """A request as its bytes, most of it as it should be."""
    some = {name: usual(chance, PIECES[name]) for name in ("methods", "versions", "hosts")}
    target = chance.choice(PIECES["places"])
    for _ in range(chance.choice((0, 0, 1, 1, 2, 3))):
        at = chance.choice((len(target), 1, chance.randint(0, len(target))))
        target = target[:at] + chance.choice(PIECES["targets"]) + target[at:]
    target += "?" + chance.choice(PIECES["queries"]) if chance.random() < 0.4 else ""
    lines = [f"{some['methods']} {target} {some['versions']}"]
    lines += [f"Host: {some['hosts']}"] if chance.random() < 0.95 else []
    lines += chance.sample(PIECES["headers"], chance.choice((0, 0, 1, 2, 5)))
    lines += [f"X-{n}: y" for n in range(200)] if chance.random() < 0.03 else []
    end = chance.choice(("\r\n", "\r\n", "\r\n", "\n"))
    body = chance.choice(("", "", "", "hello", "5\r\nhello\r\n0\r\n\r\n"))
    return f"{end.join(lines)}{end * 2}{body}".encode("utf-8", "surrogateescape")


def usual(chance: Random, pieces: list[str]) -> str:
    """The first of them most often."""
    return pieces[0] if chance.random() < 0.85 else chance.choice(pieces)
