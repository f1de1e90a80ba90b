"""An answer as plain text for a terminal."""

from __future__ import annotations

from assistant import Answer, Citation


def answer_text(answer: Answer) -> str:
    """The answer, then the exact words of each citation with where they stand."""
    lines = [answer.text]
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


def _source(citation: Citation) -> str:
    page = f", p. {citation.page}" if citation.page else ""
    date = f", {citation.date}" if citation.date else ""
    return f"[{citation.number}] {citation.document}{page}{date}: “{citation.quote}”"


def _printable(line: str) -> str:
    """Without control characters: a document must not drive the terminal."""
    return "".join(character for character in line if character.isprintable() or character in "\n\t")
