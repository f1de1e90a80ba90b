"""Writes made-up reports as files."""

from __future__ import annotations

import io
import textwrap
from collections.abc import Iterable, Iterator
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from tests.benchmarks.reports import Report
from tests.ingest.build import docx, pdf, prose


def write_texts(reports: Iterable[Report], folder: Path) -> None:
    """Every report as a plain text file."""
    for report in reports:
        path = folder / f"{report.name}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(plain_lines(report)), encoding="utf-8")


def plain_lines(report: Report) -> Iterator[str]:
    """A report line by line, a blank line between paragraphs."""
    yield from (report.title, *report.lines, "")
    for heading, paragraphs in report.sections:
        yield heading
        yield ""
        for paragraph in paragraphs:
            yield paragraph
            yield ""
    yield from ("  ".join(f"{cell:<14}" for cell in row).rstrip() for row in report.rows)


def write_mixed(reports: Iterable[Report], folder: Path) -> None:
    """Every report as a file of one of seven kinds in turn."""
    kinds = (".txt", ".md", ".html", ".docx", ".pdf", ".xlsx", ".eml")
    written = {".txt": _text, ".md": _markdown, ".html": _html, ".docx": _word, ".pdf": _pdf, ".xlsx": _sheet}
    written[".eml"] = _mail
    for number, report in enumerate(reports):
        kind = kinds[number % len(kinds)]
        path = folder / f"{report.name}{kind}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(written[kind](report))


def _text(report: Report) -> bytes:
    return "\n".join(plain_lines(report)).encode()


def _markdown(report: Report) -> bytes:
    parts = [f"# {report.title}", "  \n".join(report.lines)]
    for heading, paragraphs in report.sections:
        parts += [f"## {heading}", *paragraphs]
    rows = [" | ".join(row) for row in report.rows]
    parts.append("\n".join(f"| {row} |" for row in (rows[0], " | ".join("---" for _ in report.rows[0]), *rows[1:])))
    return "\n\n".join(parts).encode()


def _html(report: Report) -> bytes:
    parts = [f"<h1>{report.title}</h1>", *(f"<p>{line}</p>" for line in report.lines)]
    for heading, paragraphs in report.sections:
        parts += [f"<h2>{heading}</h2>", *(f"<p>{paragraph}</p>" for paragraph in paragraphs)]
    rows = ("".join(f"<td>{cell}</td>" for cell in row) for row in report.rows)
    parts.append("<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>")
    head = f'<meta charset="utf-8"><title>{report.title}</title>'
    return f"<!doctype html><html><head>{head}</head><body>{''.join(parts)}</body></html>".encode()


def _word(report: Report) -> bytes:
    def write(document: Any) -> None:
        document.add_heading(report.title, 0)
        for line in report.lines:
            document.add_paragraph(line)
        for heading, paragraphs in report.sections:
            document.add_heading(heading, 1)
            for paragraph in paragraphs:
                document.add_paragraph(paragraph)

    return docx(write)


def _pdf(report: Report) -> bytes:
    """Lines of about 90 characters; the fonts of these small PDFs know no Arabic, which becomes question marks."""
    lines = [piece for line in plain_lines(report) for piece in (textwrap.wrap(line, 90) or [""])]
    shown = [line.encode("cp1252", "replace").decode("cp1252") for line in lines]
    return pdf(*(prose(50, 780, shown[start : start + 50]) for start in range(0, len(shown), 50)))


def _sheet(report: Report) -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    book.active.title = "Participants"
    for row in report.rows:
        book.active.append(row)
    notes = book.create_sheet("Notes")
    notes.append((report.lines[0].split(":")[0], report.title))
    for heading, paragraphs in report.sections:
        for paragraph in paragraphs:
            notes.append((heading, paragraph))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _mail(report: Report) -> bytes:
    message = EmailMessage()
    message["Subject"], message["From"], message["To"] = report.title, "office@example.org", "archive@example.org"
    message["Date"] = "Mon, 02 Jun 2025 10:00:00 +0000"
    message.set_content("\n".join(plain_lines(report)))
    return message.as_bytes()
