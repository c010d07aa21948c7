"""The house keeps its shape: files of readable length, and few storeys of imports."""

from functools import cache

import grimp

from tests.conftest import PROJECT


def test_no_file_is_longer_than_its_limit() -> None:
    sizes = {
        str(file.relative_to(PROJECT)): len(file.read_text(encoding="utf-8").splitlines())
        for file in (PROJECT / "generator").rglob("*.py")
    }
    assert {file: lines for file, lines in sizes.items() if lines > 300} == {}


def test_no_chain_of_imports_is_longer_than_eight() -> None:
    graph = grimp.build_graph("generator")
    units = sorted(graph.find_children("generator"))
    for unit in units:
        graph.squash_module(unit)

    @cache
    def chain(unit: str) -> tuple[str, ...]:
        below = graph.find_modules_directly_imported_by(unit) & set(units)
        return (unit, *max(map(chain, sorted(below - {unit})), key=len, default=()))

    assert len(longest := max(map(chain, units), key=len)) <= 8, longest
