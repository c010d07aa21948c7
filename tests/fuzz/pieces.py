"""What chance puts in the place of something else, as `pieces.yaml` lists it, and what is long."""

from pathlib import Path

import yaml

LONG = {
    "scalars": ["9" * 400, f"0.{'0' * 400}1", "a" * 101],
    "names": ["a" * 100, "a" * 101, "a" * 240],
    "revisions": ["x" * 5_000],
    "methods": ["A" * 70_000],
    "targets": ["a" * 300, "a" * 5_000, "/a" * 400, "%e4" * 200],
    "queries": [
        "seen=" + "9" * 5_000,
        "&" * 2_000,
        ";" * 100,
        "seen=" + "%31" * 2_000,
        "x" * 60_000,
    ],
    "headers": ["Content-Length: " + "9" * 5_000, "Accept: " + "x," * 9_000, "X: " + "y" * 70_000],
}
TEXT = Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8")
PIECES: dict[str, list[str]] = {
    name: listed + LONG.get(name, []) for name, listed in yaml.safe_load(TEXT).items()
}
