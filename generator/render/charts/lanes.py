"""What began when, as numbered marks in lanes; standing alone, each lane has its key below it."""

from collections.abc import Iterator, Sequence

from generator.counting import counted
from generator.derive import lanes as derived
from generator.derive.charts import Panel
from generator.derive.lanes import Mark
from generator.model.dates import in_words
from generator.render.charts import vega
from generator.render.charts.vega import Drawing, Frame, Layer, Size, width, wrapped
from generator.render.charts.words import Form, Line
from generator.render.views.text import NOT_HELD

NOT_SURE, OLDER = "hollow: day not sure", "older, not drawn"
# Between two numbers, above and below a mark, and before the first and after the last day.
APART, ABOVE, BELOW, ROOM = 5, 10, 8, 14
HANG = 34


def _days(one: Mark) -> str:
    if one.first == one.last:
        return in_words(one.first)
    return f"between {in_words(one.first)} and {in_words(one.last)}"


def lines(panel: Panel[Mark]) -> Iterator[Line]:
    """A line for each mark, then for what has none."""
    for one in panel.items:
        if one.is_drawn or one.is_before:
            first, last = one.first.isoformat(), one.last.isoformat()
            label = f"{one.number}. {one.name}" if one.is_drawn else f"{one.name} ({OLDER})"
            yield Line(label, first, last, one.fact, _days(one))
        else:
            yield Line(f"{one.name} ({NOT_HELD}, no mark)", "", "", one.fact)


def sentences(panel: Panel[Mark]) -> Iterator[str]:
    """How many marks a lane has, and which is the first and the last."""
    marks = panel.drawn
    first, last, older = marks[0], marks[-1], sum(one.is_before for one in panel.items)
    more = len(panel.items) - len(marks) - older
    ends = f"{_days(first)} ({first.number}, {first.name})"
    if first is not last:
        ends = f"from {ends} to {_days(last)} ({last.number}, {last.name})"
    rest = f"; {older} {OLDER}" if older else ""
    rest += f"; of {more} more the {NOT_HELD}" if more else ""
    are = "is" if len(marks) == 1 else "are"
    yield f"Under “{panel.title}” there {are} {counted(len(marks), 'mark')}, {ends}{rest}."


def reach(found: Sequence[Panel[Mark]], day: int) -> tuple[int, int]:
    """From the first mark to the day from which all is seen."""
    first = min(one.first.toordinal() for panel in found for one in panel.drawn)
    return first, max(first + 1, day)


def draw(panel: Panel[Mark], frame: Frame) -> Drawing:
    """A lane under the rows of its numbers, and where it stands alone, the key."""
    size, placed = frame.size, numbers(panel.drawn, frame)
    x = frame.x("first", is_named=True, margin=ROOM)
    tops = [size.line * (max(placed.values()) - row) for row in placed.values()]
    middle = max(tops) + size.line + ABOVE
    below = middle + BELOW + 6
    key = list(keyed(panel.drawn, size, below)) if size.is_alone else []
    layers = [
        frame.today(x, below),
        vega.rule(vega.ONE, vega.MUTED, 1, x=0, x2=size.plot, y=middle, y2=middle),
    ]
    for (_, at), top in zip(placed, tops, strict=True):
        layers.append(
            vega.rule(vega.ONE, vega.MUTED, 0.75, x=at, x2=at, y=top + size.line, y2=middle)
        )
    layers += dots(panel, frame, x, middle)
    today = frame.pixel(frame.day, ROOM)
    for (text, at), top in zip(placed, tops, strict=True):
        # Numbers of lower rows cover the ties that pass behind them.
        half = int(width(text, size.type) / 2) + 2
        at = before(at, today, half)
        layers.append(vega.ground((at - half, at + half), (top + 1, top + size.line - 1)))
        layers.append(vega.lettered(text, size, at, top + 1, align="center"))
    older = sum(one.is_before for one in panel.items)
    signs = {NOT_SURE: any(not one.is_sure for one in panel.drawn), f"{older} {OLDER}": older > 0}
    layers += [layer for layer, _ in key]
    return Drawing(layers, max([below, *(end for _, end in key)]), signs)


def before(at: float, today: float, half: float) -> float:
    """The middle of a number, moved so far that it does not stand on the line of the day."""
    return min(at, today - half - 1) if at <= today else at


def numbers(marks: Sequence[Mark], frame: Frame) -> dict[tuple[str, float], int]:
    """The numbers at their places, each in the lowest row in which it has room.

    Marks that share a place have their numbers in one.
    """
    held: dict[float, list[int]] = {}
    for one in marks:
        held.setdefault(_middle_of(one), []).append(one.number)
    ends: list[float] = []
    placed: dict[tuple[str, float], int] = {}
    for day, own in sorted(held.items()):
        is_whole = own[-1] - own[0] + 1 == len(own) > 1
        text = f"{own[0]}–{own[-1]}" if is_whole else ", ".join(map(str, own))
        at, half = frame.pixel(day, ROOM), width(text, frame.size.type) / 2
        row = next((row for row, end in enumerate(ends) if end + APART <= at - half), len(ends))
        ends[row : row + 1] = [at + half]
        placed[text, at] = row
    return placed


def _middle_of(one: Mark) -> float:
    return (one.first.toordinal() + one.last.toordinal()) / 2


def dots(panel: Panel[Mark], frame: Frame, x: Layer, middle: float) -> Iterator[Layer]:
    """The marks: full, or hollow between the days that they can have; sure ones on top."""
    outline = vega.filling(frame.colour, is_full=False) | {"size": 55, "opacity": 1}
    for one in sorted(panel.drawn, key=lambda one: one.is_sure):
        if one.first != one.last:
            row = {"first": one.first.toordinal(), "last": one.last.toordinal()}
            yield vega.rule([row], frame.colour, 3, x=x, x2={"field": "last"}, y=middle)
        style = outline | {"fill": frame.colour} if one.is_sure else outline
        place = {"first": _middle_of(one), "number": one.number}
        yield vega.mark("circle", [place], style, x=x, y=middle)


def keyed(marks: Sequence[Mark], size: Size, top: float) -> Iterator[tuple[Layer, float]]:
    """The key of the numbers in two columns, and how far down each entry reaches."""
    half, wide = -(-len(marks) // 2), size.plot / 2
    for left, part in ((0.0, marks[:half]), (wide, marks[half:])):
        at = top
        for one in part:
            first, last = vega.short(one.first), vega.short(one.last)
            text = first if first == last else f"{first} to {last}"
            lines = wrapped(f"{text}: {one.name}", wide - HANG - ROOM, size.type)
            end = at + len(lines) * size.line
            yield vega.lettered([f"{one.number}"], size, left, at, color=vega.MUTED), end
            yield vega.lettered(lines, size, left + HANG, at), end
            at = end


FORM = Form(derived.lanes, lines, sentences, draw, days=reach, sideless=vega.INK, is_numbered=True)
