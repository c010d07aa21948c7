"""Shapes of files that a careless program is slow to read, each as large as is asked for."""

from collections.abc import Callable, Iterator, Mapping

from generator.limits import ENTRIES, KEYS, MOVED, PAGE, TEXT

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
STATEMENT = '{value: "1240", witnesses: [courier-0310#carts]}'


def _rows(head: str, row: str, count: int) -> str:
    return head + "".join(row.replace("N", str(number)) for number in range(count))


def records(count: float) -> Iterator[tuple[str, Changes]]:
    """Records with as much of one sort as the limits allow, times a number up to one."""
    # A few keys and ids stand at the head of each.
    keys, entries, moved = (int(one.most * count) - 10 for one in (KEYS, ENTRIES, MOVED))
    series = "title: S\nreporter: norland-bridge-office\nunit: carts\npoints:\n"
    claim = "asks: How many?\nabout: mill-talks-2031-03\npositions:\n"
    source = "publisher: P\ntitle: T\nurl: https://p.example/1\npublished: 2031-03-10\n"
    source += "retrieved: 2031-07-01\nkind: newspaper\norigin: own\nquotes:\n"
    yield "points", {"series/s.yaml": _rows(series, f"  pN: {STATEMENT}\n", keys // 3)}
    month = "  pN: {period: 2031-02, value: 1240, witnesses: [courier-0310#carts]}\n"
    yield "points of one month", {"series/s.yaml": _rows(series, month, keys // 4)}
    yield "positions", {"claims/c.yaml": _rows(claim, f"  pN: {STATEMENT}\n", keys // 3)}
    spoken = "  pN: {by: norland, words: the bridge carried, witnesses: [courier-0310#carts]}\n"
    yield "positions of one side", {"claims/c.yaml": _rows(claim, spoken, keys // 4)}
    yield "quotations", {"sources/p.yaml": _rows(source, "  qN: {text: In N carts.}\n", keys // 2)}
    same = "  qN: {text: The shires met at the mill.}\n"
    yield "quotations of one text", {"sources/p.yaml": _rows(source, same, keys // 2)}
    for name, row in (
        ("ids that are gone", "oN: {gone: it was wrong}\n"),
        ("ids that moved", "oN: {to: carts}\n"),
        ("ids that moved on", "oN: {to: oN0}\n"),
        ("ids in a row", "aN: {to: carts}\n"),
        ("ids near others", "cartN: {to: cartx}\n"),
        ("pages that moved", "pages/oN: {to: pages/carts}\n"),
    ):
        yield name, {"moved.yaml": _rows("", row, moved)}
    chain = "".join(f"o{number}: {{to: o{number + 1}}}\n" for number in range(moved))
    yield "a chain of ids", {"moved.yaml": f"{chain}o{moved}: {{to: carts}}\n"}
    below = "".join(f"carts.points.p{n}: {{to: carts.points.2031-02}}\n" for n in range(moved))
    yield "statements that moved", {"moved.yaml": below}
    office = "name: {en: N. N.}\nparty: norland\noffices:\n"
    held = "  oN: {title: bridge warden, body: norland-bridge-office, "
    held += "witnesses: [courier-0310#warden]}\n"
    yield "offices", {"people/p.yaml": _rows(office, held, keys // 4)}
    others = ", ".join(f"A{number} B" for number in range(entries))
    names = f"name: {{en: P}}\nparty: norland\naliases: [{others}]\n"
    yield "other names", {"people/p.yaml": names}
    measure = "title: M\nissuer: norland-bridge-office\n"
    measure += "in-force: {value: 2031-04-01, witnesses: [office-0312#toll]}\n"
    part = "  pN: {label: toll N, value: 2, unit: pence, witnesses: [office-0312#toll]}\n"
    yield "parts", {"measures/m.yaml": _rows(f"{measure}parts:\n", part, keys // 5)}
    for does in ("suspend", "resume", "extend", "end"):
        act = (
            f"  aN: {{does: {does}, target: m, from: 2031-05-01, witnesses: [office-0312#toll]}}\n"
        )
        acts = _rows(f"{measure}acts:\n", act, keys // 5)
        yield f"acts that {does}", {"measures/m.yaml": acts}
    round_ = "title: R\ndate: {value: 2031-03-09, witnesses: [courier-0310#met]}\n"
    round_ += "delegations:\n  norland:\n"
    seat = "    pN: {person: ada-reed, attendance: present, witnesses: [courier-0310#warden]}\n"
    yield "seats", {"rounds/r.yaml": _rows(round_, seat, keys // 4)}
    summed = series + "".join(
        f"  p{n}: {STATEMENT.replace('N', str(n))}\n" for n in range(keys // 4)
    )
    summed += "".join(f"  c{n}: {{compute: p{n} + p{n + 1}}}\n" for n in range(keys // 8))
    yield "sums", {"series/s.yaml": summed}
    tower = series + f"  p0: {STATEMENT.replace('N', '1')}\n"
    tower += "".join(f"  p{n}: {{compute: p{n - 1} + p{n - 1}}}\n" for n in range(1, keys // 2))
    yield "sums of sums", {"series/s.yaml": tower}
    yield "a long sum", {"series/s.yaml": series + "  p0: {compute: " + "p0 + " * 49 + "1}\n"}
    witnesses = ", ".join(f"courier-0310#q{n}" for n in range(entries))
    yield "witnesses", {"series/s.yaml": f"{series}  p: {{value: 1, witnesses: [{witnesses}]}}\n"}
    again = ", ".join("courier-0310#carts" for _ in range(entries))
    yield (
        "one witness again",
        {"series/s.yaml": f"{series}  p: {{value: 1, witnesses: [{again}]}}\n"},
    )
    yield (
        "unknown keys",
        {"people/p.yaml": _rows("name: {en: P}\nparty: norland\n", "kN: x\n", keys - 3)},
    )
    yield (
        "empty keys",
        {"people/p.yaml": _rows("name: {en: P}\nparty: norland\n", "kN:\n", keys - 3)},
    )
    yield (
        "keys with a slip",
        {"people/p.yaml": _rows("name: {en: P}\nparty: norland\n", "aliasesN: x\n", keys - 3)},
    )
    yield (
        "maps in maps",
        {"people/p.yaml": "name: " + "{a: " * int(48 * count) + "1" + "}" * int(48 * count)},
    )
    yield (
        "lists in lists",
        {"people/p.yaml": "aliases:\n" + "  - [[[[[[[[[]]]]]]]]]\n" * (entries - 1)},
    )
