"""What the hard cases of `cases.yaml` come to on each day."""

from pathlib import Path

import yaml

DAYS = 4
TOLD = yaml.load(Path(__file__).with_suffix(".yaml").read_text("utf-8"), Loader=yaml.BaseLoader)
((NAME, STEPS),) = TOLD.pop("day by day").items()
CUT_SHORT: tuple[str, list[tuple[str, str]]] = (NAME, [*STEPS.items()])
CASES: dict[str, dict[str, list[str | None]]] = {
    case: {
        id_: [told] * DAYS
        if isinstance(told, str)
        else [None if one == "~" else one for one in told]
        for id_, told in statements.items()
    }
    for case, statements in TOLD.items()
}
