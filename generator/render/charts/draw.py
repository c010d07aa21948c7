"""A picture becomes specifications, and these become SVG and PNG.

The only module that calls vl-convert. Refuses what the page would have to mend: of what it draws
nothing has an id, a class or a role but those that the chart as a whole is given.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as Xml

import altair as alt
import vl_convert

from generator.render.charts import bar_chart, gantt_chart, share_chart, step_chart, swimlane_chart
from generator.render.charts.frame import NARROW, SANS, SERIF, WHOLE, WIDE, Size, framed, words
from generator.render.charts.letters import wrapped
from generator.render.charts.picture import (
    INK,
    MUTED,
    BarPanel,
    Face,
    GanttPanel,
    Picture,
    Shapes,
    SharePanel,
    StepPanel,
    SwimlanePanel,
)
from generator.render.views.text import plain

SVG = "http://www.w3.org/2000/svg"
UNWANTED = re.compile(r"aria-|pointer-events|role|class|version|stroke-miterlimit")
# Hundredths of a pixel nobody sees; what follows them may differ from machine to machine.
FRACTION = re.compile(r"-?\d*\.\d{3,}(?:e-\d+)?")
# The defaults of an element.
PLAIN = {"font-family": SANS, "opacity": "1", "stroke-width": "1", "transform": "translate(0,0)"}
# More panels than these are lower.
MANY = 2
VERSION = "6.4"
SCALE = 2.0
SIZES: dict[Face, Size] = {"wide": WIDE, "narrow": NARROW}
FORMS: dict[type[Shapes], Callable[[Any, Size], list[alt.LayerChart]]] = {
    BarPanel: bar_chart.panels,
    StepPanel: step_chart.panels,
    SharePanel: share_chart.panels,
    GanttPanel: gantt_chart.panels,
    SwimlanePanel: swimlane_chart.panels,
}


def draw(picture: Picture, face: Face, fonts: Path) -> dict[str, bytes]:
    """A face of a picture with the fonts of a folder, and those that are made with it."""
    vl_convert.register_font_directory(str(fonts))
    if face in SIZES:
        return {face: shapes(picture, face, specification(picture, face))}
    found = specification(picture, "whole")
    drawn = shapes(picture, "whole", found)
    written = json.dumps(found, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    png = vl_convert.svg_to_png(drawn.decode(), scale=SCALE)
    return {"whole": drawn, "png": png, "specification": written.encode()}


def specification(picture: Picture, face: Face) -> dict[str, Any]:
    """What a face of a picture is drawn from."""
    size = SIZES.get(face)
    made = framed(panels(picture, size), None) if size else whole(picture)
    found: dict[str, Any] = made.to_dict(validate=False)
    return found


def shapes(picture: Picture, face: Face, found: dict[str, Any]) -> bytes:
    """A face as SVG."""
    return cleaned(vl_convert.vegalite_to_svg(found, vl_version=VERSION), picture, face)


def panels(picture: Picture, size: Size) -> list[alt.LayerChart]:
    """The panels of a chart, all of one form, one below the other.

    Of many wide ones each is lower, so that a sheet has room for all and for what stands beside
    them; a phone goes on without end.
    """
    found = picture.panels
    if len(found) > MANY and size.width > NARROW.width:
        size = replace(size, height=size.height * 3 // 4)
    return FORMS[type(found[0])](found, size)


def whole(picture: Picture) -> alt.VConcatChart:
    """A chart that stands alone: with its title, where it is from, and its day."""
    lines = wrapped(f"{picture.source} {picture.as_of}", WIDE.plot, 13)
    title = alt.TitleParams(
        text=wrapped(picture.title, WIDE.plot, 22),
        subtitle=wrapped(picture.subtitle, WIDE.plot, 15),
        anchor="start",
        frame="group",
        font=SERIF,
        fontSize=22,
        fontWeight=600,
        color=INK,
        subtitleFont=SANS,
        subtitleFontSize=15,
        subtitleColor=MUTED,
        subtitlePadding=6,
        offset=16,
    )
    style = {"text": lines, "align": "left", "baseline": "top", "color": MUTED, "lineHeight": 17}
    foot = words([{"told": "source"}], WIDE, style, x=0, y=4)
    foot = foot.properties(width=WIDE.plot, height=4 + 17 * len(lines))
    return framed([*panels(picture, WHOLE), foot], title)


def cleaned(text: str, picture: Picture, name: Face) -> bytes:
    """The SVG of a face: its shapes, and one title and description for all of it."""
    Xml.register_namespace("", SVG)
    root = Xml.fromstring(text)
    for element in root.iter():
        element.attrib = lean(element)
        parted(element)
    prune(root)
    root.set("font-family", SANS)
    described(root, picture, name)
    if name != "whole":
        # In a page it takes the width that it is given.
        for key in ("width", "height"):
            del root.attrib[key]
        root.set("data-search-exclude", "")
    written: bytes = Xml.tostring(root, encoding="utf-8", xml_declaration=False)
    return written


def lean(element: Xml.Element) -> dict[str, str]:
    """The attributes that matter, in hundredths of a pixel."""
    return {
        key: FRACTION.sub(lambda found: f"{float(found[0]):.2f}", value)
        for key, value in element.attrib.items()
        if not (UNWANTED.match(key) or PLAIN.get(key) == value)
    }


def parted(text: Xml.Element) -> None:
    """Put a space between the lines of a text, too small to move a line that is centred.

    A text with a part of no size at all is not drawn.
    """
    lines = [one for one in text if one.tag == f"{{{SVG}}}tspan"]
    for place, _ in enumerate(lines[1:], 1):
        space = Xml.Element(f"{{{SVG}}}tspan", {"font-size": "0.01"})
        space.text = " "
        text.insert(2 * place - 1, space)


def prune(element: Xml.Element) -> None:
    """Take out what draws nothing: grounds without colour, and groups without content."""
    for child in list(element):
        prune(child)
        is_group = child.tag.endswith("}g") and not len(child)
        is_ground = child.tag.endswith("}path") and not {"fill", "stroke"} & child.attrib.keys()
        if is_group or is_ground:
            element.remove(child)


def described(root: Xml.Element, picture: Picture, name: Face) -> None:
    """Say what the drawing is and shows, for those who do not see it."""
    root.set("role", "img")
    ids = {}
    for place, (tag, said) in enumerate((("title", picture.title), ("desc", picture.description))):
        element = Xml.Element(f"{{{SVG}}}{tag}", {"id": f"{picture.id}--{name}-{tag}"})
        element.text = plain(said)
        root.insert(place, element)
        ids[tag] = element.attrib["id"]
    root.set("aria-labelledby", ids["title"])
    root.set("aria-describedby", ids["desc"])
