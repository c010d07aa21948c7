"""Quotations in a language whose numbers and dates are not read here."""

from __future__ import annotations

import re

from generator.derive.expected import Expected, plain
from generator.derive.numerals import numerals
from generator.model.source import Quotation

# `26.000` and `34,5` in most languages; Chinese is read as English is.
OTHER_NUMBER = re.compile(r"(?<![\d.,])(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+,\d+)(?![\d.,]*\d)")
OTHER_WORD = re.compile(r"[A-Za-z]*[\u00c0-\u0fff]\w*")
# Fewer such words may be names; a word in another script is none of an English text.
MANY = 3
OTHER_SCRIPT = re.compile(r"[\u0370-\u0fff]")
# What a word behind a number can make of it: `27 bin` is 27,000.
SCALES = (3, 6, 9)
IN_ENGLISH = (
    "numbers and dates are read in English and Chinese: write `text` in English, as in `26,000` or "
    "`18 July`, and keep the source's own words under `original`"
)


def is_foreign(quotation: Quotation, one: Expected) -> bool:
    """Whether a text is in a language whose numbers and dates are not read here."""
    numbers = OTHER_NUMBER.findall(quotation.text)
    is_other = one.meaning in {each.replace(".", "").replace(",", ".") for each in numbers}
    bare = (each.number for each in numerals(quotation.text) if each.number == each.scaled)
    scaled = {plain(number.scaleb(by)) for number in bare for by in SCALES}
    is_other |= one.meaning in scaled or bool(OTHER_SCRIPT.search(quotation.text))
    is_told = is_other or len(OTHER_WORD.findall(quotation.text)) >= MANY
    return is_told and not quotation.original
