"""Looks at the folder an index was made from, and at what reading it needs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from ingest.checking import hash_files
from ingest.discover import discover
from ingest.errors import FolderError
from ingest.members import with_members
from ingest.plan import plan_changes
from ingest.tesseract import HOW_TO_INSTALL, find_tesseract
from vectorstore import FileRecord, Finding


def examine_recognition() -> Finding:
    """Whether the text of scans can be recognised, in every language of the documents."""
    found = find_tesseract()
    if found is None:
        return Finding("recognition", f"Scans cannot be read: {HOW_TO_INSTALL}.", wrong=True)
    if found.missing:
        said = ", ".join(found.missing)
        return Finding("recognition", f"Scans are read without the languages {said}: {HOW_TO_INSTALL}.", wrong=True)
    return Finding("recognition", f"Scans are read in {', '.join(found.languages)}.")


def examine_folder(root: str | None, records: Sequence[FileRecord]) -> Iterator[Finding]:
    """What differs between the folder and what the index knows of it.

    Args:
        root: The folder that was ingested.
        records: What became of every file.
    """
    if root is None:
        return
    try:
        known = {record.path: record for record in records}
        found = with_members(discover(Path(root)), known)
    except FolderError as error:
        yield Finding("files", str(error), wrong=True)
        return
    hashes = hash_files(found, lambda progress: None)
    plan = plan_changes(hashes, dict(found.refused), known)
    differ = {"new": plan.new, "changed": plan.changed, "gone": plan.removed, "moved": tuple(plan.moved)}
    news = [
        f"{len(names)} {what} ({names[0]}{', …' if len(names) > 1 else ''})" for what, names in differ.items() if names
    ]
    if news:
        yield Finding("files", f"Since the last ingest files are {', '.join(news)}; run `sanad ingest`.")
    else:
        yield Finding("files", f"The index is up to date with the {len(records)} files in {root}.")
    for name in plan.unreachable:
        yield Finding("files", f"{name} cannot be opened; check its permissions.", wrong=True)
