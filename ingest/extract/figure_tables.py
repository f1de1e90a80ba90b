"""Figures of tables: participants by country, contributions by partner, anything counted row by row."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.extract.lines import Cell, Line
from ingest.extract.plain import Plain
from ingest.extract.reading import Reading
from ingest.extract.when import find_when
from vectorstore import is_numeric_cell

COUNTRY_COLUMN = re.compile(
    r"^(?:countr(?:y|ies)|pays|member states?|state|delegation|etats? membres?|الدوله|الدول|البلد|البلدان|الوفد)$"
)
_PARTNER = re.compile(
    r"^(?:partners?|source|donors?|contributor|financed by|funded by|partenaires?|bailleurs?|source de financement|الشريك|الجهه المانحه|المصدر)$"
)
_AMOUNT = re.compile(r"amount|contribution|usd|eur|dollars?|euros?|montant|apport|مبلغ|مساهمه|دولار|يورو")
_UNIT = re.compile(r"\b(usd|eur|dollars?|euros?|us\$)\b|دولار|يورو")
_PROGRAMME = re.compile(r"^(?:programme|program|project|projet|activity|activite|البرنامج|المشروع)$")
_BORNE = re.compile(r"^(?:borne by|paid by|funded by|financed by|a la charge de|pris en charge par|على نفقه|علي نفقه)$")
_WHEN = re.compile(r"date|received|recu|تاريخ")
_NO_COUNT = re.compile(
    r"^(?:no\.?|n°|#|number|year|annee|since|depuis|room|extension|ref.*|code|page|date.*|deadline|temps|time|day|الرقم|م|العام|السنه|منذ)$"
)
_MONEY = re.compile(
    r"^(?P<amount>(?:(?:USD|EUR|US\$|\$|€|£)\s?)?\d[\d., \u00a0]*(?:\s?(?:million|milliards?))?(?:\s?(?:USD|EUR|dollars|euros|دولار|يورو))?)(?:\s|$)"
)


def is_total(reading: Reading, line: Line) -> bool:
    """Whether a row only adds up the others."""
    return line.number in reading.totals


def table_figures(reading: Reading, line: Line) -> Iterator[dict[str, str | None]]:
    """The figures of one row, with what the row and the column say they are of."""
    cells = line.cells()
    if len(cells) < 2 or not line.columns or not cells[0].text:
        return
    first = Plain.of(cells[0].column).text.strip()
    total = is_total(reading, line)
    if COUNTRY_COLUMN.match(first):
        yield from _by_country(cells, total=total)
    elif _PARTNER.match(first):
        yield from _by_partner(reading, line, cells, total=total)
    else:
        yield from _by_row(reading, line, cells)


def _by_country(cells: tuple[Cell, ...], *, total: bool) -> Iterator[dict[str, str | None]]:
    for cell in cells[1:]:
        if is_numeric_cell(cell.text) and cell.column:
            yield {"quantity": cell.text, "counts": cell.column, "place": None if total else cells[0].text}


def _by_row(reading: Reading, line: Line, cells: tuple[Cell, ...]) -> Iterator[dict[str, str | None]]:
    """What each numeric column counts for what stands in the first cell with words."""
    named = next((cell for cell in cells if cell.text and not is_numeric_cell(cell.text)), None)
    if (
        named is None
        or named is not cells[0]
        or find_when(named.text, None)
        or not any(c.isalpha() for c in named.text)
    ):
        return
    for cell in cells[1:]:
        column = Plain.of(cell.column).text.strip()
        if not is_numeric_cell(cell.text) or not column or _NO_COUNT.match(column):
            continue
        if _UNIT.fullmatch(column):
            borne = next((c.text for c in cells[1:] if _BORNE.match(Plain.of(c.column).text)), None)
            yield {"quantity": cell.text, "unit": cell.column, "counts": named.text, "by": borne}
        else:
            yield {
                "quantity": cell.text,
                "unit": _heading_unit(reading, line, column),
                "counts": cell.column,
                "of": named.text,
            }


def _by_partner(
    reading: Reading, line: Line, cells: tuple[Cell, ...], *, total: bool
) -> Iterator[dict[str, str | None]]:
    programme = next((c.text for c in cells[1:] if _PROGRAMME.match(Plain.of(c.column).text)), None)
    day = next((c for c in cells[1:] if _WHEN.search(Plain.of(c.column).text) and find_when(c.text, None)), None)
    for cell in cells[1:]:
        header = Plain.of(cell.column).text
        money = _MONEY.match(cell.text)
        if money and _AMOUNT.search(header):
            written = Plain.of(money["amount"]).text
            own = _UNIT.search(written)
            yield {
                "quantity": re.sub(
                    r"(?i)^(?:usd|eur|us\$|\$|€|£)\s?|\s?(?:usd|eur|dollars|euros)$", "", money["amount"]
                ).strip(),
                "unit": own.group() if own else _unit(reading, line, header),
                "counts": line.heading if _UNIT.fullmatch(header) else cell.column,
                "by": None if total else cells[0].text,
                "to": programme,
                "at_date": find_when(day.text, None)[0].first if day else None,
            }


def _heading_unit(reading: Reading, line: Line, column: str) -> str | None:
    """The currency of a column of money, where the column, the heading or a remark above the table names it."""
    if re.search(r"participa|activit|passport|women|femmes|attend|number|nombre|عدد", column):
        return None
    told = _UNIT.search(column) or _UNIT.search(Plain.of(line.heading).text)
    if told:
        return told.group().upper() if told.group() in ("usd", "eur") else told.group()
    money = re.search(r"budget|spent|approved|ceiling|voted|amount|cost|plafond|depense|montant|ميزاني|مبلغ", column)
    return _unit(reading, line, column) if money else None


def _unit(reading: Reading, line: Line, header: str) -> str | None:
    """The currency, from the column or from the remark above the table."""
    own = _UNIT.search(header)
    if own:
        return own.group().upper() if own.group() in ("usd", "eur") else own.group()
    other = reading.above(line)
    for _ in range(_LONGEST_TABLE):
        if other is None or other.headings != line.headings:
            return None
        said = (
            re.search(r"\b(?:in |en |, )(USD|EUR|US\$|dollars|euros)\b", other.text)
            if other.kind == "paragraph"
            else None
        )
        if said:
            return said.group(1)
        other = reading.above(other)
    return None


_LONGEST_TABLE = 60
"""Rows between a remark and the last row it is looked for from."""
