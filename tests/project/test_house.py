"""The house keeps its shape: few storeys of imports."""

from functools import cache

import grimp


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
