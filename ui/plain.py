"""An answer as plain text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant import Answer, Citation, Table, Term
from ui.render import coverage


def answer_text(answer: Answer) -> str:
    """The answer, then the exact words of each citation with where they stand."""
    lines = [answer.text]
    if answer.table is not None:
        lines += ["", *_table(answer.table, answer.language)]
    sources = answer.citations or answer.nearest
    if sources:
        lines.append("")
        if not answer.citations:
            lines.append(
                {"fr": "Passages les plus proches :", "ar": "أقرب المقاطع:"}.get(answer.language, "Nearest passages:")
            )
        lines += [_source(citation) for citation in sources]
    if answer.wording is not None and answer.wording.note:
        lines += ["", answer.wording.note]
    return "\n".join(_printable(line) for line in lines)


def glossary_text(terms: Sequence[Term]) -> str:
    """One short form a line, with each meaning and the document that gives it first; several meanings are numbered."""
    if not terms:
        return "The documents explain no short form."
    lines = []
    for term in terms:
        several = len(term.meanings) > 1
        for number, meaning in enumerate(term.meanings, 1):
            named = f"{term.short} ({number})" if several else term.short
            lines.append(f"{named}: {meaning.long} — {meaning.citations[0].document}")
        if term.also:
            lines.append(f"    also {'; '.join(term.also)}")
    return "\n".join(_printable(line) for line in lines)


def _table(table: Table, language: str) -> Iterator[str]:
    """The rows with the numbers of their citations, and how much they rest on."""
    yield " | ".join(table.columns)
    for row in table.rows:
        marks = "".join(f"[{number}]" for number in row.citations)
        yield f"{' | '.join(' '.join(cell.split()) for cell in row.cells)} {marks}"
    if table.considered:
        yield coverage(table, language)


def _source(citation: Citation) -> str:
    page = f", p. {citation.page}" if citation.page else ""
    date = f", {citation.date}" if citation.date else ""
    return f"[{citation.number}] {citation.document}{page}{date}: “{citation.quote}”"


def _printable(line: str) -> str:
    """Without control characters: a document must not drive the terminal."""
    return "".join(character for character in line if character.isprintable() or character in "\n\t")
