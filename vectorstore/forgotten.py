"""Proof that what was removed is gone: its words are searched for wherever the next snapshot could still hold them.

A removed document is first looked for by its names (path, chunks, embeddings). Then runs of its words that stand in no
document that stays are searched in every table, in the full text and in the bytes of the files themselves.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from mmap import ACCESS_READ, mmap
from pathlib import Path

from vectorstore.manifest import CATALOGUE, VECTORS, damaged
from vectorstore.normalise import terms
from vectorstore.sqlite_files import open_sealed

_MOST = 40
"""Phrases searched for in one run: each is sought in all text of the archive."""
_EACH = 8
_WORDS = 5
_RUN = re.compile(rf"\w+(?:[^\S\n]+\w+){{{_WORDS - 1}}}")
_LONGEST = 120

_KEPT = (
    "SELECT 1 FROM contents WHERE instr(text, ?1) UNION ALL SELECT 1 FROM former WHERE instr(text || title, ?1) "
    "UNION ALL SELECT 1 FROM documents JOIN facts ON document = id WHERE instr(title || fields, ?1) "
    "UNION ALL SELECT 1 FROM documents JOIN chunks ON document = documents.id WHERE instr(headings, ?1) "
    "UNION ALL SELECT 1 FROM files WHERE instr(path || coalesce(reason, ''), ?1) LIMIT 1"
)
"""Where words of documents that stay stand rightly: as they are written, and as titles, headings and facts say them."""
_PLACES = {
    "its chunks": "SELECT 1 FROM chunks WHERE instr(text || headings, ?1) LIMIT 1",
    "its facts": "SELECT 1 FROM facts WHERE instr(fields, ?1) LIMIT 1",
    "its waiting list": "SELECT 1 FROM pending WHERE instr(text, ?1) LIMIT 1",
    "its remarks": "SELECT 1 FROM meta WHERE instr(value, ?1) LIMIT 1",
}


def prove_forgotten(before: Path, after: Path) -> int:
    """Search a finished snapshot for the documents that the one before it held and it does not.

    Args:
        before: Folder of a published snapshot.
        after: Folder of the later one.

    Returns:
        How many phrases of removed documents were searched for, and found nowhere.

    Raises:
        DamagedSnapshotError: Something of a removed document is still there.
    """
    with closing(open_sealed(before / CATALOGUE)) as old, closing(open_sealed(after / CATALOGUE)) as new:
        removed = list(_removed(old, new))
        for number, path, _ in removed:
            _check_names(after, old, new, number, path)
        searched = 0
        with _mapped(after / CATALOGUE) as catalogue, _mapped(after / VECTORS / "chroma.sqlite3") as vectors:
            for path, phrase in _phrases(removed, new):
                stands = catalogue.find(phrase.encode()) >= 0 or vectors.find(phrase.encode()) >= 0
                place = _found_in(new, phrase) or ("its files" if stands else None)
                if place:
                    raise damaged(after, f"{place} still hold words of {path}, which was removed")
                searched += 1
        return searched


def _mapped(path: Path) -> mmap:
    """The bytes of a file, which come into memory only as they are searched."""
    with path.open("rb") as stream:
        return mmap(stream.fileno(), 0, access=ACCESS_READ)


def _removed(old: sqlite3.Connection, new: sqlite3.Connection) -> Iterator[tuple[int, str, str]]:
    """Number, path and text of documents that are gone: neither their path nor their content is there any more."""
    paths = {path for (path,) in new.execute("SELECT path FROM files")}
    contents = {sha for (sha,) in new.execute("SELECT sha256 FROM documents UNION SELECT sha256 FROM former")}
    for number, path, sha in old.execute("SELECT id, path, sha256 FROM documents ORDER BY path").fetchall():
        if path not in paths and sha not in contents:
            (text,) = old.execute("SELECT text FROM contents WHERE document = ?", (number,)).fetchone()
            yield number, path, text


def _check_names(folder: Path, old: sqlite3.Connection, new: sqlite3.Connection, number: int, path: str) -> None:
    for table in ("documents", "files", "former"):
        if new.execute(f"SELECT 1 FROM {table} WHERE path = ?", (path,)).fetchone():  # noqa: S608 - constants only
            raise damaged(folder, f"its {table} still name {path}, which was removed")
    chunks = old.execute("SELECT id, key, hash FROM chunks WHERE document = ?", (number,)).fetchall()
    hashes = {name for _, _, name in chunks}
    for chunk, key, _ in chunks:
        hashes.update(name for (name,) in old.execute("SELECT hash FROM sentences WHERE chunk = ?", (chunk,)))
        if new.execute("SELECT 1 FROM chunks WHERE key = ?", (key,)).fetchone():
            raise damaged(folder, f"it still holds a chunk of {path}, which was removed")
    for name in hashes:
        if new.execute("SELECT 1 FROM embeddings WHERE hash = ?", (name,)).fetchone() and not _used(new, name):
            raise damaged(folder, f"it still holds an embedding of {path}, which was removed")


def _used(new: sqlite3.Connection, name: bytes) -> bool:
    query = "SELECT 1 FROM chunks WHERE hash = ?1 UNION ALL SELECT 1 FROM sentences WHERE hash = ?1 LIMIT 1"
    return new.execute(query, (name,)).fetchone() is not None


def _phrases(removed: list[tuple[int, str, str]], new: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """Runs of words of the removed documents that stand in nothing that stays, those with the longest words first."""
    share = max(1, min(_EACH, _MOST // max(1, len(removed))))
    for _, path, text in removed[:_MOST]:
        runs = dict.fromkeys(run.group() for run in _RUN.finditer(text) if len(run.group()) <= _LONGEST)
        found = 0
        for run in sorted(runs, key=len, reverse=True)[: 3 * share]:
            if run not in path and found < share and not new.execute(_KEPT, (run,)).fetchone():
                found += 1
                yield path, run


def _found_in(new: sqlite3.Connection, phrase: str) -> str | None:
    for place, query in _PLACES.items():
        if new.execute(query, (phrase,)).fetchone():
            return place
    return "its full text" if _in_full_text(new, terms(phrase)) else None


def _in_full_text(new: sqlite3.Connection, wanted: list[str]) -> bool:
    """Whether a chunk is found by these terms in a row although its own words do not hold them."""
    if not wanted:
        return False
    phrase = '"' + " ".join(term.replace('"', '""') for term in wanted) + '"'
    query = (
        "SELECT chunks.id, text, headings FROM chunk_text LEFT JOIN chunks ON chunks.id = chunk_text.rowid "
        "WHERE chunk_text MATCH ?"
    )
    for chunk, text, headings in new.execute(query, (phrase,)):
        if chunk is None or not set(wanted) <= set(terms(f"{headings}\n{text}")):
            return True
    return False
