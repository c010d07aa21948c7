"""What strangers may write where text is due, as `payloads.yaml` lists it, each piece numbered."""

from pathlib import Path

import yaml

MARK, FIRST = "§", 700_001
TEXT = Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8")
FAMILIES: dict[str, list[str]] = {
    family: pieces if isinstance(pieces, list) else pieces.splitlines()
    for family, pieces in yaml.safe_load(TEXT).items()
}
LISTED = [(family, one) for family, pieces in FAMILIES.items() for one in pieces]
PAYLOADS = {
    number: (family, one.replace(MARK, str(number)))
    for number, (family, one) in enumerate(LISTED, FIRST)
}
