"""Sums of money and what they are: costs, budgets, fees, contributions with who gives to what."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.extract.lines import Line
from ingest.extract.plain import Plain
from ingest.extract.reading import Reading
from ingest.extract.when import find_when
from vectorstore import find_quantities

_WHAT = re.compile(
    r"\b(?:(?:final|total|provisional|estimated|lump|financial|annual|approved|overall) )?(?:contributions?|costs?|budgets?|fees?|ceiling|expenditure|expenses|grants?|funding|price|allowance|sum|profit|donation|subsidy|reserve|lodging|prize"
    r"|couts?|cout (?:total|provisoire|definitif)|frais|montant|subventions?|don|dotation|depenses?|credit|plafond|enveloppe|prix|prise en charge)\b"
    r"|(?<!\w)(?:ال|ب|بال|لل|و)?(?:تكلفه|كلفه|مساهمه|ميزانيه|مبلغ|رسوم|رسم|تمويل|منحه|تبرع|نفقات|المصروف)(?!\w)(?: (?:الدوره|الورشه|الندوه|ماليه|اجماليه?))?"
)
_VERB = (
    ("cost", re.compile(r"(?<!\w)(?:cost|a coute|ont coute|كلفت?)(?!\w)")),
    (
        "contribution",
        re.compile(
            r"(?<!\w)(?:contribute[sd]?|donated?|verse|a verse|versera|verser|apporte|a apporte|financera|finance|a finance|contribuera|ساهمت?|ساهم|تبرعت?|تحملت|دفعت?|يمول|تمول)(?!\w)"
        ),
    ),
    ("payment", re.compile(r"(?<!\w)(?:asks for|shall pay|pays|paid|will pay|charges)(?!\w)")),
)
_SIGN = re.compile(
    r"(?i)^\s*(?:usd|eur|gbp|us\$|\$|€|£)\s?|\s*(?:d['’]|de )?(?:usd|eur|gbp|dollars?|euros?|دولار\w*|يورو)\s*$"
)
_COMPARED = re.compile(r"(?:against|compared (?:with|to)|up from|down from|contre|au lieu d[eu]|مقابل)(?: [a-z]+)?\s*$")
_CONTRIBUTION = re.compile(
    r"contribut|donation|grant|subvention|مساهم|تبرع|منحه|ساهم|financ|دفع|يمول|verse|apport|تحمل"
)
_UNIT = re.compile(r"dollars?|euros?|usd|eur|gbp|us\$|\$|€|£|دولارا?|يورو|try|sar|aed", re.IGNORECASE)
_ARABIC_GIVER = re.compile(
    r"(?<!\w)و?(?:ساهمت?|تحملت?|تبرعت?)\s+(?P<who>[\u0621-\u064a]+)(?: (?:فيها|منها|فيه|منه))?(?: بمبلغ| مبلغ)?\s*$"
)
_TO = re.compile(r"^\s*(?:\w+ ){0,4}?(?:to|towards|for|pour|a|au|aux|ل|الي)\s+(?:the |la |le )?")


def money_figures(reading: Reading, line: Line) -> Iterator[tuple[int, dict[str, str | None]]]:
    """Each sum of a line that says what it is for."""
    if not _UNIT.search(line.plain.text) or (line.kind == "row" and not _CONTRIBUTION.search(line.plain.text)):
        return
    before, last = 0, ""
    for quantity in find_quantities(line.text):
        if not quantity.money:
            continue
        written = line.text[quantity.start : quantity.end]
        raw = line.text[max(before, quantity.start - 110) : quantity.start]
        lead = Plain.of(raw).text
        tail = line.text[quantity.end :]
        what = _what(lead, raw)
        per = re.match(r"\s*(?:per|a|par|لكل)\s+[a-zà-ÿ\u0621-\u064a]+(?: and [a-z]+)?", tail)
        before = quantity.end
        if what is None and per:
            what = per.group().strip()
        if what is None and last and _COMPARED.search(lead):
            what = last
        if what is None:
            continue
        last = what
        unit = _UNIT.search(Plain.of(written).text)
        given = bool(_CONTRIBUTION.search(Plain.of(what).text) or (_CONTRIBUTION.search(lead)))
        fields = {
            "quantity": _SIGN.sub("", written).strip(),
            "unit": written[unit.start() : unit.end()] if unit else None,
            "counts": what,
            "by": _giver(reading, line, quantity.start, tail) if given else None,
            "to": _receiver(reading, tail) if given else None,
            "at_date": _when(reading, line) if given and line.kind != "row" else None,
        }
        yield quantity.end, fields


def _what(lead: str, raw: str) -> str | None:
    nouns = list(_WHAT.finditer(lead))
    telling = [noun for noun in nouns if "مبلغ" not in noun.group()]
    verbs = [name for name, pattern in _VERB if pattern.search(lead)]
    if not telling and verbs:
        return verbs[0]
    if nouns:
        folded = Plain.of(raw)
        return raw[slice(*folded.span((telling or nouns)[-1]))]
    return None


def _giver(reading: Reading, line: Line, position: int, tail: str) -> str | None:
    """Who gives: named right after the sum with `from`, else the one organisation before it."""
    source = re.match(r"\s*(?:\([^)]*\)\s*)?(?:from|de la|de l['’]|du|des|من)\s+(?:the\s+)?", tail)
    if source:
        after = reading.bodies(tail[source.end() :])
        if after and after[0].start <= 1:
            return after[0].name
    arabic = _ARABIC_GIVER.search(Plain.of(line.text[:position]).text)
    if arabic:
        return line.text[slice(*Plain.of(line.text[:position]).span(arabic, "who"))]
    before = [body for body in reading.bodies(line.text[:position])]
    short = {d.long: d.short for _, d in reading.defined}
    names = [b.name for b in before]
    distinct = {short.get(name) or name for name in names}
    return names[0] if len(distinct) == 1 else None


def _receiver(reading: Reading, tail: str) -> str | None:
    match = _TO.match(Plain.of(tail).text)
    if match is None:
        return None
    rest = tail[match.end() :]
    code = reading.code(rest[:40])
    if code and code.start() == 0:
        return code.group()
    bodies = reading.bodies(rest)
    return bodies[0].name if bodies and bodies[0].start == 0 else None


def _when(reading: Reading, line: Line) -> str | None:
    dates = [date for date in find_when(line.text, reading.date, "past") if date.precision >= 2]
    return dates[0].first if len(dates) == 1 else None
