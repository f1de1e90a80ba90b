"""Whether an answer rests on the right documents, in their exact words."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping

from assistant.evaluation.quotes import passages
from assistant.evaluation.scores.matching import normalised
from assistant.evaluation.values import Case, Score
from assistant.gate import objection, whole_number, within
from assistant.register.money_words import money_frame
from assistant.register.sentences import frame
from assistant.values import Answer, Citation, Row
from vectorstore import find_dates, words

_AMOUNT = re.compile(r"(?P<number>\d[\d,.\s]*) (?P<unit>[^\d\s]\S*)")

StoredText = Callable[[str], str | None]
"""The stored text of a document by its path; None where the index no longer holds it."""


def citation_precision(case: Case, answer: Answer) -> Score:
    """Share of the documents cited that are among those expected."""
    name = "citation_precision"
    if (silent := _nothing_to_judge(case, answer)) is not None:
        return Score(name, None, silent)
    cited = {citation.document for citation in answer.citations}
    if not cited:
        return Score(name, None, "nothing is cited")
    strangers = sorted(cited - set(case.documents))
    return Score(name, 1 - len(strangers) / len(cited), _named("cited but not expected", strangers))


def citation_recall(case: Case, answer: Answer) -> Score:
    """Share of the documents expected that are cited."""
    name = "citation_recall"
    if (silent := _nothing_to_judge(case, answer)) is not None:
        return Score(name, None, silent)
    missing = [path for path in case.documents if path not in {citation.document for citation in answer.citations}]
    return Score(name, 1 - len(missing) / len(case.documents), _named("expected but not cited", missing))


def evidence(case: Case, answer: Answer) -> Score:
    """Share of the passages of the expected quote whose words the citations show, wholly or in part."""
    if (silent := _nothing_to_judge(case, answer)) is not None:
        return Score("evidence", None, silent)
    wanted = [normalised(part) for part in passages(case.quote)]
    if not wanted:
        return Score("evidence", None, "no quote is expected")
    shown = [normalised(c.quote) for c in answer.citations if c.document in case.documents and c.quote.strip()]
    found = [part for part in wanted if any(part in quote or quote in part for quote in shown)]
    missing = [part for part in wanted if part not in found]
    return Score("evidence", len(found) / len(wanted), _named("not shown", [f"“{part}”" for part in missing]))


def quotes(case: Case, answer: Answer, stored_text: StoredText) -> Score:
    """Share of the quotes, those of a refusal's nearest passages included, that are the stored text at their offsets."""
    shown = (*answer.citations, *answer.nearest)
    texts = {citation.document: stored_text(citation.document) for citation in shown}
    gone = sorted(path for path, text in texts.items() if text is None)
    if gone or not shown:
        return Score("quotes", None, _named("no longer in the index", gone) if gone else "nothing is quoted")
    wrong = [f"{c.document} at {c.start}" for c in shown if (texts[c.document] or "")[c.start : c.end] != c.quote]
    return Score("quotes", 1 - len(wrong) / len(shown), _named("not the stored words", wrong))


def grounded(case: Case, answer: Answer) -> Score:
    """Share of the statements and table rows whose every word, number and date stands in the quotes they cite.

    A date counts as standing there when the quotes hold the same day in another form or language. Of a table, the
    sentence above it may use the words of its cells, their number and what they add up to; columns and states are the product's own words,
    and a row may name the document it cites and its date.
    Of a language model's wording each statement must be one that the gate has no objection to.
    """
    if answer.outcome != "answered" or not answer.statements:
        return Score("grounded", None, "nothing is stated")
    if answer.wording is not None and answer.wording.state == "worded":
        return _borne(answer)
    by_number = {citation.number: citation for citation in answer.citations}
    rows = answer.table.rows if answer.table else ()
    total = sum(whole_number(row.cells[-1]) or 0 for row in rows)
    own = frame(answer.language, len(rows), total) if rows else frozenset()
    sums = money_frame(_sums(rows), len(rows), answer.language) if rows else frozenset()
    above = own | sums | {word for row in rows for cell in row.cells for word in words(cell)}
    said = [(statement.text, statement.citations, above) for statement in answer.statements]
    said += [(" ; ".join(_without_names(row, by_number)), row.citations, own) for row in rows]
    loose = [text for text, cited, free in said if not _within(text, [by_number.get(n) for n in cited], free)]
    share = 1 - len(loose) / len(said)
    return Score("grounded", share, _named("not in the words cited", [f"“{text}”" for text in loose]))


def _sums(rows: Collection[Row]) -> list[tuple[int, str]]:
    """What the amounts of money in a table come to, by currency."""
    totals: dict[str, int] = {}
    for match in (_AMOUNT.fullmatch(cell.strip()) for row in rows for cell in row.cells):
        if match:
            number = int("".join(c for c in match["number"] if c.isdecimal()))
            totals[match["unit"]] = totals.get(match["unit"], 0) + number
    return [(total, unit) for unit, total in totals.items()]


def _without_names(row: Row, citations: Mapping[int, Citation]) -> list[str]:
    """The cells of a row but what only names a document it cites, or says the date of that."""
    cited = [citations[number] for number in row.citations if number in citations]
    titles, dates = {citation.title for citation in cited}, {citation.date for citation in cited if citation.date}
    told = (cell for cell in row.cells if cell not in titles and not _is_one_of(cell, dates))
    return [next((cell.removeprefix(f"{t} – ") for t in titles if cell.startswith(f"{t} – ")), cell) for cell in told]


def _is_one_of(cell: str, dates: Collection[str]) -> bool:
    found = find_dates(cell)
    return len(found) == 1 and found[0].iso in dates and cell.strip() == cell[found[0].start : found[0].end].strip()


def _borne(answer: Answer) -> Score:
    quotes = {citation.number: citation.quote for citation in answer.citations}
    about = {citation.number: f"{citation.title} ; {citation.date or ''}" for citation in answer.citations}
    objections = [
        (said.text, why)
        for said in answer.statements
        if (
            why := objection(
                said.text,
                [quotes[n] for n in said.citations],
                about=[about[n] for n in said.citations],
                asked=answer.question,
            )
        )
    ]
    loose = [f"“{text}” ({why})" for text, why in objections]
    return Score("grounded", 1 - len(loose) / len(answer.statements), _named("not borne by the words cited", loose))


def _nothing_to_judge(case: Case, answer: Answer) -> str | None:
    if not case.answerable or not case.documents:
        return "no document is expected"
    return None if answer.outcome == "answered" else "refused, so nothing is cited"


def _within(text: str, cited: Collection[Citation | None], free: Collection[str]) -> bool:
    quotes = [citation.quote for citation in cited if citation is not None]
    return len(quotes) == len(cited) and within(text, quotes, free)


def _named(what: str, names: Collection[str]) -> str:
    return f"{what}: {', '.join(names)}" if names else "nothing to object to"
