"""Table rows with the names of their columns."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.extract.reading import Reading
from vectorstore import Fact


def rows(reading: Reading) -> Iterator[Fact]:
    """One fact for each row of a table that names its columns."""
    for line in reading.lines:
        if line.kind != "row" or not any(line.columns):
            continue
        cells = {f"col:{cell.column}": cell.text for cell in line.cells() if cell.column and cell.text}
        if len({cell.column for cell in line.cells() if cell.column}) == sum(bool(c.column) for c in line.cells()):
            yield reading.on_line("row", line, table=line.heading or None, **cells)
