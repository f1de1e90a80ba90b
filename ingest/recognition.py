"""Reads a file whole: first its text, then, one child process a page, the pages that are pictures of text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from vectorstore import FileRecord

from .errors import UnreadableError
from .isolation import Limits, run_isolated
from .readers.raw import UnreadPage
from .readers.recognised import Recognised
from .tesseract import HOW_TO_INSTALL, Tesseract, find_tesseract
from .told import Told, had_less_time, read_isolated

READING = Limits()
_PAGE = Limits(seconds=120.0, answer=32 << 20)
_MOST_PAGES = 500
"""Of one file that are recognised: at three seconds a page, as long as anyone waits for one file."""
_MOST_FAILED = 3
"""Pages that may fail one after the other before the rest of the file is left alone."""


def read_whole(
    path: Path,
    name: str,
    *,
    member: str | None = None,
    limits: Limits = READING,
    find: Callable[[], Tesseract | None] = find_tesseract,
) -> Told:
    """Read one file; pages without usable text go through text recognition, and those that stay unread are named.

    Args:
        path: The file.
        name: What it is called in messages.
        member: The path of a file inside it that is meant instead.
        limits: What the child that reads the text may use; pages have limits of their own.
        find: Finds Tesseract.

    Raises:
        UnreadableError: the file could not be read, or no page of it; the sentence says what to do.
        RefusedError: the file is beyond a limit or of an unknown kind.
    """
    inside = {"member": member, "file": path.name} if member else {}
    told = read_isolated(path, name, limits=limits, payload=inside)
    if not told.raw.scanned:
        return told
    tesseract = find()
    found, unread = _recognise(_Scan(path, name, inside, tesseract), told.raw.scanned)
    try:
        whole = read_isolated(path, name, limits=limits, payload={"recognised": found, **inside})
    except UnreadableError as error:
        raise UnreadableError(_why(name, unread) if unread else str(error)) from error
    raw = replace(whole.raw, unread=unread, notes=(*whole.raw.notes, *_half_installed(tesseract)))
    return replace(whole, raw=raw)


def why_partly(told: Told) -> str | None:
    """One sentence that says what is missing, and why; None if nothing is."""
    by_reason: dict[str, list[str]] = {}
    for page in told.raw.unread:
        by_reason.setdefault(page.reason, []).append(str(page.page))
    parts = [f"{'pages' if len(pages) > 1 else 'page'} {', '.join(pages)}: {why}" for why, pages in by_reason.items()]
    if told.no_facts:
        parts.append(f"its text can be found, but its facts are in no list or count: {told.no_facts}")
    return f"Not all of it could be read: {'; '.join(parts)}." if parts else None


def to_try_again(
    known: Mapping[str, FileRecord], seconds: float, find: Callable[[], Tesseract | None] = find_tesseract
) -> dict[str, FileRecord]:
    """What became of every file, those that only waited for Tesseract or for more time as if they had changed since.

    Args:
        known: What became of every file.
        seconds: That a file may take now.
        find: Finds Tesseract.
    """
    waiting = {name for name, record in known.items() if record.reason and HOW_TO_INSTALL in record.reason}
    if waiting and find() is None:
        waiting = set()
    waiting |= {name for name, record in known.items() if had_less_time(record.reason, seconds)}
    return {name: replace(record, sha256="") if name in waiting else record for name, record in known.items()}


@dataclass(frozen=True, slots=True)
class _Scan:
    """A file whose pages are pictures, and what can recognise them."""

    path: Path
    name: str
    inside: Mapping[str, str]
    tesseract: Tesseract | None


def _recognise(scan: _Scan, pages: tuple[int, ...]) -> tuple[dict[str, Any], tuple[UnreadPage, ...]]:
    """What was seen on each page, and the pages that could not be read."""
    found: dict[str, Any] = {}
    unread: list[UnreadPage] = []
    failed = 0
    for number, page in enumerate(pages):
        seen, reason = _attempt(scan, page, number, failed)
        failed = 0 if seen else failed + 1
        found[str(page)] = seen.as_json() if seen else None
        if reason:
            unread.append(UnreadPage(page, reason))
    return found, tuple(unread)


def _attempt(scan: _Scan, page: int, number: int, failed: int) -> tuple[Recognised | None, str | None]:
    """What was seen on a page, and why it is not enough."""
    if scan.tesseract is None:
        return None, f"it is a scan; {HOW_TO_INSTALL}"
    if number >= _MOST_PAGES:
        return None, f"only {_MOST_PAGES} scanned pages of one file are read; split it"
    if failed >= _MOST_FAILED:
        return None, "the scanned pages before it could not be read either; save the file again"
    try:
        seen = _page(scan, page, scan.tesseract)
    except UnreadableError as error:
        return None, str(error).removeprefix(f"{scan.name} could not be read: ").removesuffix(".")
    return seen, None if seen.words or seen.blank else "no words could be recognised on it"


def _page(scan: _Scan, page: int, tesseract: Tesseract) -> Recognised:
    payload = {"page": page, **tesseract.as_json(), **scan.inside}
    seen = run_isolated("ingest.errands:recognise", payload, path=scan.path, name=scan.name, limits=_PAGE)
    try:
        return Recognised.from_json(seen)
    except (TypeError, ValueError, IndexError) as error:
        raise UnreadableError("text recognition gave a senseless answer") from error


def _why(name: str, unread: tuple[UnreadPage, ...]) -> str:
    return f"{name} could not be read: {unread[0].reason}."


def _half_installed(tesseract: Tesseract | None) -> tuple[str, ...]:
    if tesseract is None or not tesseract.missing:
        return ()
    return (f"scanned pages were read without the languages {', '.join(tesseract.missing)}; {HOW_TO_INSTALL}",)
