"""All that a page or drawing may hold: elements, the attributes of each, and where links lead.

What is not here is a finding, whoever wrote it. `judge.js` holds a document against it.
"""

from typing import Any

# On every element of HTML.
COMMON = (
    "aria-controls aria-current aria-describedby aria-expanded aria-hidden aria-label "
    "aria-labelledby aria-live class data-closes data-head data-md-component data-md-toggle "
    "data-search dir hidden id lang role tabindex title"
)
HTML = {
    "a": "download href rel",
    "button": "data-name type",
    "details": "open",
    "div": "data-name",
    "summary": "data-count",
    "form": "action autocomplete",
    "img": "alt height src width",
    "input": "aria-invalid autocapitalize autocomplete autocorrect enterkeyhint max maxlength min "
    "name placeholder spellcheck type",
    "label": "for",
    "link": "as crossorigin href rel type",
    "optgroup": "label",
    "option": "label value",
    "meta": "charset content http-equiv name property",
    "script": "defer src type",
    "td": "colspan rowspan",
    "th": "colspan rowspan scope",
    "time": "datetime",
}
BARE = (
    "article bdi blockquote body br caption code dd dl dt em figcaption figure footer h1 h2 h3 "
    "h4 h5 h6 head header hr html li main mark nav noscript ol p pre s section select span strong "
    "table tbody template thead title tr ul"
)
DRAWN = {
    "svg": "aria-describedby aria-hidden aria-labelledby class data-search-exclude fill focusable "
    "font-family height id role stroke viewBox width xmlns xmlns:xlink version",
    "g": "aria-hidden class clip-path fill opacity stroke transform",
    "line": "stroke stroke-dasharray stroke-width transform x1 x2 y1 y2",
    "path": "class d fill fill-rule opacity stroke stroke-dasharray stroke-width transform",
    "rect": "class fill height rx ry stroke stroke-width transform width x y",
    "circle": "cx cy fill r stroke stroke-width",
    "text": "class fill font-family font-size font-weight text-anchor transform x y",
    "tspan": "dx dy font-size x y",
    "title": "id",
    "desc": "id",
    "style": "",
    "defs": "",
}
ALLOWED: dict[str, Any] = {
    "html": {tag: more.split() + COMMON.split() for tag, more in HTML.items()}
    | {tag: COMMON.split() for tag in BARE.split()},
    "svg": {tag: names.split() for tag, names in DRAWN.items()},
    # Where a payload may stand as words; of an address only the link itself may hold one.
    "said": ["alt", "aria-label", "content", "data-head", "href", "label", "title"],
    # What headings are called is made of letters and digits of what they say.
    "names": ["aria-describedby", "aria-labelledby", "id"],
    # Values that are more than a word: of these attributes nothing else is possible.
    "values": {
        "http-equiv": "^(refresh|Content-Security-Policy)$",
        "tabindex": "^(0|-1)$",
        "type": "^(application/(atom|ld)\\+(json|xml)|button|checkbox|date|font/woff2|search)$",
    },
    "schemes": ["file:", "http:", "https:", "webcal:"],
}
