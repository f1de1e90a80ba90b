"""Figures of tables: participants by country, contributions by partner."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.extract.lines import Cell, Line
from ingest.extract.plain import Plain
from ingest.extract.reading import Reading
from ingest.extract.when import find_when
from vectorstore import is_numeric_cell

_COUNTRY = re.compile(
    r"^(?:countr(?:y|ies)|pays|member states?|state|delegation|etats? membres?|الدوله|الدول|البلد|البلدان|الوفد)$"
)
_PARTNER = re.compile(
    r"^(?:partners?|source|donors?|contributor|financed by|funded by|partenaires?|bailleurs?|source de financement|الشريك|الجهه المانحه|المصدر)$"
)
_AMOUNT = re.compile(r"amount|contribution|usd|eur|dollars?|euros?|montant|مبلغ|مساهمه|دولار|يورو")
_UNIT = re.compile(r"\b(usd|eur|dollars?|euros?|us\$)\b|دولار|يورو")
_TOTAL = re.compile(r"^(?:(?:grand |sub-?)?total|ensemble|somme|المجموع|الاجمالي|المجموع الكلي)")
_PROGRAMME = re.compile(r"^(?:programme|program|project|projet|activity|activite|البرنامج|المشروع)$")
_WHEN = re.compile(r"date|received|recu|تاريخ")


def table_figures(reading: Reading, line: Line) -> Iterator[dict[str, str | None]]:
    """The figures of one row, if its table is one of countries or of contributions."""
    cells = line.cells()
    if len(cells) < 2 or not line.columns:
        return
    first = Plain.of(cells[0].column).text.strip()
    if _COUNTRY.match(first):
        yield from _by_country(cells)
    elif _PARTNER.match(first):
        yield from _by_partner(reading, line, cells)
    else:
        yield from _by_line(cells)


def _by_country(cells: tuple[Cell, ...]) -> Iterator[dict[str, str | None]]:
    total = bool(_TOTAL.match(Plain.of(cells[0].text).text))
    for cell in cells[1:]:
        if is_numeric_cell(cell.text) and cell.column and cells[0].text:
            yield {"quantity": cell.text, "counts": cell.column, "place": None if total else cells[0].text}


def _by_line(cells: tuple[Cell, ...]) -> Iterator[dict[str, str | None]]:
    """A table of costs: what for, and one column of money."""
    money = [cell for cell in cells[1:] if _UNIT.fullmatch(Plain.of(cell.column).text.strip())]
    if len(money) == 1 and is_numeric_cell(money[0].text) and cells[0].text and not is_numeric_cell(cells[0].text):
        yield {"quantity": money[0].text, "unit": money[0].column, "counts": cells[0].text}


def _by_partner(reading: Reading, line: Line, cells: tuple[Cell, ...]) -> Iterator[dict[str, str | None]]:
    if not cells[0].text:
        return
    total = bool(_TOTAL.match(Plain.of(cells[0].text).text))
    programme = next((c.text for c in cells[1:] if _PROGRAMME.match(Plain.of(c.column).text)), None)
    day = next((c for c in cells[1:] if _WHEN.search(Plain.of(c.column).text) and find_when(c.text, None)), None)
    for cell in cells[1:]:
        header = Plain.of(cell.column).text
        if is_numeric_cell(cell.text) and _AMOUNT.search(header):
            yield {
                "quantity": cell.text,
                "unit": _unit(reading, line, header),
                "counts": line.heading if _UNIT.fullmatch(header) else cell.column,
                "by": None if total else cells[0].text,
                "to": programme,
                "at_date": find_when(day.text, None)[0].first if day else None,
            }


def _unit(reading: Reading, line: Line, header: str) -> str | None:
    """The currency, from the column or from the remark above the table."""
    own = _UNIT.search(header)
    if own:
        return own.group().upper() if own.group() in ("usd", "eur") else own.group()
    above = [o for o in reading.lines if o.headings == line.headings and o.kind == "paragraph" and o.start < line.start]
    for other in reversed(above):
        said = re.search(r"\b(?:in|en) (USD|EUR|US\$|dollars|euros)\b", other.text)
        if said:
            return said.group(1)
    return None
