"""Shapes of files that a careless program is slow to read, each as large as is asked for."""

from collections.abc import Callable, Iterator, Mapping

from generator.limits import ENTRIES, KEYS, LEVELS, LONG_MAP, MAP, MOVED, PAGE, TEXT

Changes = Mapping[str, str]
# Each is repeated until a text is full. `N` is a number that rises.
PIECES = (
    *("a", " ", "\n", "\r\n", "é", "何", "🙂", "word ", "Word.", "a-b-"),
    *("1", "1 ", "1,", "1.", "12,345 ", "1.5 ", "1-", "1:", "1/", "N ", "-N ", "$1 ", "1% "),
    *("one ", "one hundred and ", "half a ", "twenty-", "1 million ", "1 t ", "USD 1 "),
    *("2031", "2031-", "2031-03-09 ", "9 March 2031, ", "9 March ", "March ", "1 and 2 March "),
    *("2031年3月9日", "3月", "9/3/", "12:30 ", "noon ", "in 2031 "),
    *(
        "`",
        "``` ",
        "*",
        "**a ",
        "_",
        "__a ",
        "~",
        "~~~\n",
        "#",
        "# a\n",
        "> ",
        ">\n",
        "- ",
        "1. a\n",
    ),
    *(
        "- a\n",
        "  - a\n",
        "---\n",
        "***\n",
        "===\n",
        "a\n===\n",
        "|",
        "|a|\n",
        "|-|\n",
        "a|b\n-|-\n",
    ),
    *("[", "]", "[a]", "[a](", "[a](b) ", "![", "[a]: b\n", "[^1]", "[^1]: a\n", "](", "<", ">"),
    *(
        "<a",
        "<a>",
        "</",
        "<!--",
        "-->",
        "<!-- known: ",
        "<!-- known: 2031-03-09 -->\n",
        "<?",
        "<![CDATA[",
    ),
    *(
        "&",
        "&amp;",
        "&#",
        "&#1;",
        "&#x41;",
        "\\",
        "\\`",
        "\\\\ ",
        '"',
        "'",
        "“",
        "(",
        ")",
        "http://a",
    ),
    *("http://a.b/c ", "www.a.b ", "a@b.c ", "mailto:", "{", "}", "{{", "}}", "{{ ", "{%", "{#"),
    *(
        '{{ fact("',
        '{{ fact("carts.points.2031-02") }} ',
        "{: .a }",
        "*[A]: b\n",
        "A",
        "\ta\n",
        "    a\n",
    ),
    *(
        "Ada Reed ",
        "Norland ",
        "latest round ",
        "carts ",
        ": a\n",
        "\\n",
        "/",
        "//",
        "+",
        "==",
        "^",
        "$",
    ),
)


def filled(piece: str, size: int) -> str:
    """So many characters of a piece, one after another."""
    if "N" in piece and piece != "Norland ":
        return "".join(piece.replace("N", str(number)) for number in range(size))[:size]
    return (piece * (size // len(piece) + 1))[:size]


def growing(mark: str, size: int) -> str:
    """Rows of a mark, each one longer than the last."""
    rows = (mark * count + " " for count in range(1, size))
    text = ""
    for row in rows:
        if len(text) + len(row) > size:
            break
        text += row
    return text


def block(text: str, depth: int) -> str:
    """A text as a block of YAML, which holds it as it is."""
    return "|2-\n" + "".join(f"{' ' * depth}{line}\n" for line in text.split("\n"))


def page(text: str) -> Changes:
    return {"pages/carts.md": f"# Traffic\n\n{text}\n"}


def key_point(text: str) -> Changes:
    return {"points/promise.yaml": f"order: 10\nrests: [arch-promise]\ntext: {block(text, 2)}"}


def quotation(text: str) -> Changes:
    head = "publisher: The Note\ntitle: Note\nurl: https://note.example/1\npublished: 2031-03-10\n"
    head += "retrieved: 2031-07-01\nkind: newspaper\norigin: own\n"
    claim = "asks: Did it?\nsaid: {by: norland, value: 2031-03-09, witnesses: [note#q]}\n"
    return {
        "sources/note.yaml": f"{head}quotes:\n  q:\n    text: {block(text, 6)}",
        "claims/note-claim.yaml": claim,
    }


PLACES: Mapping[str, tuple[Callable[[str], Changes], int]] = {
    "page": (page, PAGE.most - 20),
    "key point": (key_point, TEXT.most - 100),
    "quotation": (quotation, TEXT.most - 100),
}
SERIES = "title: S\nreporter: norland-bridge-office\nunit: carts\npoints:\n"
CLAIM = "asks: How many?\nabout: mill-talks-2031-03\npositions:\n"
PERSON = "name: {en: P Q}\nparty: norland\n"
SOURCE = """publisher: P
title: T
url: https://p.example/1
published: 2031-03-10
retrieved: 2031-07-01
kind: newspaper
origin: own
quotes:
"""
MEASURE = """title: M
issuer: norland-bridge-office
in-force: {value: 2031-04-01, witnesses: [office-0312#toll]}
"""
ROUND = """title: R
date: {value: 2031-03-09, witnesses: [courier-0310#met]}
delegations:
  norland:
"""
CARTS = "witnesses: [courier-0310#carts]"
STATEMENT = f'{{value: "1240", {CARTS}}}'
ACT = "  aN: {does: DOES, target: m, from: 2031-05-01, witnesses: [office-0312#toll]}\n"


def rows(row: str, count: int) -> str:
    """So many rows, with a number that rises for each `N`."""
    return "".join(row.replace("N", str(number)) for number in range(count))


def series(points: str) -> Changes:
    return {"series/s.yaml": SERIES + points}


def claim(positions: str) -> Changes:
    return {"claims/c.yaml": CLAIM + positions}


def person(keys: str) -> Changes:
    return {"people/p.yaml": PERSON + keys}


def measure(keys: str) -> Changes:
    return {"measures/m.yaml": MEASURE + keys}


def listed(word: str, count: int) -> str:
    return f"[{', '.join(word.replace('N', str(number)) for number in range(count))}]"


def records(part: float) -> Iterator[tuple[str, Changes]]:
    """Records with as much of one sort as the limits allow, times a part of one."""
    # A few keys stand at the head of each.
    below, many, keys = (int(one.most * part) - 6 for one in (MAP, LONG_MAP, KEYS))
    entries, moved = int(ENTRIES.most * part), int(MOVED.most * part)
    yield from of_figures(many, keys)
    yield from of_formulas(many)
    yield from of_acts(below)
    yield from of_people(below, entries)
    yield from of_moved_ids(moved)
    yield from of_odd_keys(below, int(LEVELS.most * part) - 2, entries)


def of_figures(many: int, keys: int) -> Iterator[tuple[str, Changes]]:
    yield "points", series(rows(f"  pN: {STATEMENT}\n", many))
    month = f"  pN: {{period: 2031-02, value: 1240, {CARTS}}}\n"
    yield "points of one month", series(rows(month, many))
    quotes = "  qN: {text: In N carts.}\n"
    yield "quotations", {"sources/p.yaml": SOURCE + rows(quotes, many)}
    same = "  qN: {text: The shires met at the mill.}\n"
    yield "quotations of one text", {"sources/p.yaml": SOURCE + rows(same, many)}
    held = "{title: bridge warden, body: norland-bridge-office, witnesses: [courier-0310#warden]}"
    yield "offices", person(f"offices:\n{rows(f'  oN: {held}{chr(10)}', min(keys // 4, 94))}")


def of_formulas(many: int) -> Iterator[tuple[str, Changes]]:
    figures = rows(f"  pN: {STATEMENT}\n", many // 2)
    sums = "".join(f"  c{n}: {{compute: p{n} + p{n + 1}}}\n" for n in range(many // 2 - 1))
    yield "sums", series(figures + sums)
    tower = "".join(f"  p{n}: {{compute: p{n - 1} + p{n - 1}}}\n" for n in range(1, many))
    yield "sums of sums", series(f"  p0: {STATEMENT}\n{tower}")
    yield "a long sum", series("  p0: {compute: " + "p0 + " * 49 + "1}\n")
    gone = (" + ".join(f"z{at * 40 + n}" for n in range(40)) for at in range(many))
    lost = "".join(f"  q{at}: {{compute: {formula}}}\n" for at, formula in enumerate(gone))
    yield "sums of what is not there", series(lost)


def of_acts(below: int) -> Iterator[tuple[str, Changes]]:
    for does in ("suspend", "resume", "extend", "end"):
        acts = rows(ACT.replace("DOES", does), below)
        yield f"acts that {does}", measure(f"acts:\n{acts}")
    parts = rows("  qN: {label: toll N, value: 2, witnesses: [office-0312#toll]}\n", below)
    yield "parts", measure(f"parts:\n{parts}")


def of_people(below: int, entries: int) -> Iterator[tuple[str, Changes]]:
    seat = "    pN: {person: ada-reed, attendance: present, witnesses: [courier-0310#warden]}\n"
    yield "seats", {"rounds/r.yaml": ROUND + rows(seat, below)}
    aliases = f"aliases: {listed('AN Bcdef', entries)}\n"
    yield "other names", person(aliases)


def of_moved_ids(moved: int) -> Iterator[tuple[str, Changes]]:
    for name, row in (
        ("ids that are gone", "oN: {gone: it was wrong}\n"),
        ("ids that moved", "oN: {to: carts}\n"),
        ("ids that moved on", "oN: {to: oN0}\n"),
        ("ids in a row", "aN: {to: carts}\n"),
        ("ids near others", "cartN: {to: cartx}\n"),
        ("pages that moved", "pages/oN: {to: pages/carts}\n"),
    ):
        yield name, {"moved.yaml": rows(row, moved)}
    chain = "".join(f"o{number}: {{to: o{number + 1}}}\n" for number in range(moved - 1))
    yield "a chain of ids", {"moved.yaml": f"{chain}o{moved - 1}: {{to: carts}}\n"}
    below = rows("carts.points.pN: {to: carts.points.2031-02}\n", moved)
    yield "statements that moved", {"moved.yaml": below}
    into = rows("x.aN: {to: y}\ny.bN: {to: x}\n", moved // 2 - 1)
    deep = f"q{'.c' * 90}: {{to: x}}\n"
    yield "records that moved into each other", {"moved.yaml": into + deep}


def of_odd_keys(below: int, levels: int, entries: int) -> Iterator[tuple[str, Changes]]:
    yield "unknown keys", person(rows("kN: x\n", below))
    yield "empty keys", person(rows("kN:\n", below))
    yield "keys with a slip", person(rows("aliasesN: x\n", below))
    yield "maps in maps", {"people/p.yaml": "name: " + "{a: " * levels + "1" + "}" * levels}
    yield "lists in lists", {"people/p.yaml": "aliases:\n" + "  - [[[[[[]]]]]]\n" * entries}


def products(part: float) -> Iterator[tuple[str, Changes]]:
    """Each of many with many others: what costs most, if it is looked at pair by pair."""
    below, many = (int(one.most * part) - 6 for one in (MAP, LONG_MAP))
    entries = int(ENTRIES.most * part)
    yield from of_answers(below, entries)
    yield from of_witnesses(many, entries)
    yield from of_acts_upon_acts(below)
    yield from of_names(below, entries)


def of_answers(below: int, entries: int) -> Iterator[tuple[str, Changes]]:
    yield "positions", claim(rows(f"  pN: {STATEMENT}\n", below))
    spoken = f"  pN: {{by: norland, words: the bridge carried, {CARTS}}}\n"
    yield "positions of one side", claim(rows(spoken, below))
    wordy = f"  pN: {{value: 1240, unit: '{'million ' * 72}tonnes', {CARTS}}}\n"
    yield "positions of a long unit", claim(rows(wordy, below))
    again = listed("courier-0310#carts", entries)
    answers = rows("      pN: {value: N}\n", below)
    shared = f"  qN:\n    period: 2031-02\n    witnesses: {again}\n    positions:\n{answers}"
    # Eleven maps of a hundred positions have as many keys as a file may have.
    several = "".join(shared.replace("qN", f"q{at}").replace("N}", f"{at}}}") for at in range(11))
    yield "positions that share their witnesses", series(several)


def of_witnesses(many: int, entries: int) -> Iterator[tuple[str, Changes]]:
    again, gone = listed("courier-0310#carts", entries), listed("courier-0310#qN", entries)
    yield "witnesses of each", series(rows(f"  pN: {{value: N, witnesses: {again}}}\n", many))
    lost = (
        f"  p{n}: {{value: 1, witnesses: {gone.replace('#q', f'#q{n}x')}}}\n" for n in range(many)
    )
    yield "witnesses that are not there", series("".join(lost))


def of_acts_upon_acts(below: int) -> Iterator[tuple[str, Changes]]:
    parts = rows("  qN: {label: toll N, value: 2, witnesses: [office-0312#toll]}\n", below)
    turns = (ACT.replace("DOES", does) for does in ("suspend", "resume"))
    acts = "".join(rows(turn.replace("aN", f"a{at}N"), below // 2) for at, turn in enumerate(turns))
    yield "parts of what is suspended in turn", measure(f"acts:\n{acts}parts:\n{parts}")
    days = (f"{{from: {2031 + n}-05-01, witnesses: [office-0312#toll]}}" for n in range(below))
    disputed = "".join(f"      p{n}: {day}\n" for n, day in enumerate(days))
    ended = f"  d:\n    does: end\n    target: m\n    positions:\n{disputed}"
    suspended = rows(ACT.replace("DOES", "suspend"), below)
    yield "a disputed end of what is suspended", measure(f"acts:\n{ended}{suspended}")


def of_names(below: int, entries: int) -> Iterator[tuple[str, Changes]]:
    aliases = f"aliases: {listed('AN Bcdef', entries)}\n"
    witnesses = listed("courier-0310#warden", entries)
    seats = rows(f"kN: {{person: p, attendance: present, witnesses: {witnesses}}}\n", below)
    yield "other names in many quotations", person(aliases + seats)
    letters = "abcdefghijkl"
    tags = [f"{a}{b}-{c.upper()}A" for a in letters for b in letters for c in letters][:below]
    names = [f"{a.upper()}{b}{c}" for a in letters for b in letters for c in letters]
    called = ", ".join(f"{tag}: {name}" for tag, name in zip(tags, names, strict=False))
    sentence = f"{{person: p, attendance: present, sentence: N {' '.join(names[:1000])}, "
    said = rows(f"kN: {sentence}witnesses: [courier-0310#warden]}}\n", below)
    yield (
        "names in sentences",
        {"people/p.yaml": f"name: {{{called}, en: P}}\nparty: norland\n{said}"},
    )
