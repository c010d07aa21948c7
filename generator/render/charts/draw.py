"""The specifications of a picture become SVG and PNG.

The only module that calls vl-convert. Refuses what the page would have to mend: of what it draws
nothing has an id, a class or a role but those that the chart as a whole is given.
"""

import re
from pathlib import Path
from xml.etree import ElementTree as Xml

import vl_convert

from generator.render.charts.picture import IN_PAGE, Face, Picture, written
from generator.render.charts.vega import SANS
from generator.render.views.text import plain

SVG = "http://www.w3.org/2000/svg"
UNWANTED = re.compile(r"aria-|pointer-events|role|class|version|stroke-miterlimit")
# Hundredths of a pixel nobody sees; what follows them may differ from machine to machine.
FRACTION = re.compile(r"-?\d*\.\d{3,}(?:e-\d+)?")
# The defaults of an element.
PLAIN = {"font-family": SANS, "opacity": "1", "stroke-width": "1", "transform": "translate(0,0)"}
VERSION = "6.4"
SCALE = 2.0


def draw(picture: Picture, face: Face, fonts: Path) -> dict[str, bytes]:
    """A face of a picture with the fonts of a folder, and those that are made with it."""
    vl_convert.register_font_directory(str(fonts))
    found = picture.specification(face)
    drawn = cleaned(vl_convert.vegalite_to_svg(found, vl_version=VERSION), picture, face)
    if face in IN_PAGE:
        return {face: drawn}
    png = vl_convert.svg_to_png(drawn.decode(), scale=SCALE)
    return {"whole": drawn, "png": png, "specification": written(found).encode()}


def cleaned(text: str, picture: Picture, name: Face) -> bytes:
    """The SVG of a face: its shapes, and one title and description for all of it."""
    Xml.register_namespace("", SVG)
    root = Xml.fromstring(text)
    for element in root.iter():
        element.attrib = {
            key: FRACTION.sub(lambda found: f"{float(found[0]):.2f}", value)
            for key, value in element.attrib.items()
            if not (UNWANTED.match(key) or PLAIN.get(key) == value)
        }
        parted(element)
    prune(root)
    root.set("font-family", SANS)
    described(root, picture, name)
    if name in IN_PAGE:
        # In a page it takes the width that it is given.
        for key in ("width", "height"):
            del root.attrib[key]
        root.set("data-search-exclude", "")
    found: bytes = Xml.tostring(root, encoding="utf-8", xml_declaration=False)
    return found


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
