"""What an ingest did and what the index holds, as text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING

from ui.digest_text import digest_lines

if TYPE_CHECKING:
    from ingest import Receipt
    from vectorstore import IndexStatus

_SAID = {
    "partly_read": "partly read",
}
_MOST = 20
"""Lines of one kind that are shown; `--json` has them all."""


def receipt_text(receipt: Receipt, *, dry_run: bool = False) -> str:
    """The summary of a run; files that are not, or not wholly, in the index are named with their reason."""
    counts = ", ".join(f"{number} {_SAID.get(name, name)}" for name, number in receipt.counts.items())
    lines = [f"{receipt.seen} files in {receipt.folder}: {counts or 'none'} ({receipt.seconds:.1f} s)."]
    lines += _measures(receipt)
    lines += _not_read(receipt)
    lines += _some(f"  {file.name} is a duplicate of {file.same_as}" for file in receipt.files if file.same_as)
    lines += _some(f"  {file.moved_from} is now {file.name}" for file in receipt.files if file.moved_from)
    lines += _some(f"  nearly the same ({pair.share:.0%}): {pair.one} and {pair.other}" for pair in receipt.alike)
    lines += [f"  {receipt.unproposed}"] if receipt.unproposed else []
    lines += digest_lines(receipt.news)
    if receipt.proved:
        lines.append(
            f"  {receipt.proved} phrase{_s(receipt.proved)} of what was removed searched for in the new snapshot and found nowhere"
        )
    if dry_run:
        lines.append("Nothing was done (--dry-run).")
    elif receipt.published:
        lines.append(f"Published as snapshot {receipt.snapshot}.")
    else:
        lines.append(f"Nothing changed; snapshot {receipt.snapshot} stays.")
    return "\n".join(_printable(line) for line in lines)


def status_text(found: IndexStatus, *, as_json: bool) -> str:
    """The state of the index that answers now."""
    manifest = found.manifest
    unread = [file for file in found.files if file.state in ("unreadable", "refused")]
    if as_json:
        receipt = json.loads(found.receipt) if found.receipt else None
        kept = {**asdict(manifest), "unread_files": [asdict(file) for file in unread], "receipt": receipt}
        return json.dumps(kept, ensure_ascii=False)
    lines = [
        f"Snapshot {manifest.id}, built {manifest.created} from {manifest.root}",
        f"{manifest.documents} documents, {manifest.chunks} chunks; {len(unread)} files not read; model {manifest.model}",
    ]
    lines += [f"  not read: {_reason(file.path, file.reason)}" for file in unread]
    lines += [
        f"  partly read: {_partly(file.path, file.unread_pages, file.reason)}"
        for file in found.files
        if file.is_partial
    ]
    lines += [f"  {file.path} is a duplicate of {file.same_as}" for file in found.files if file.same_as]
    return "\n".join(_printable(line) for line in lines)


def _measures(receipt: Receipt) -> Iterator[str]:
    fresh = [file for file in receipt.files if file.chunks and file.outcome not in ("unchanged", "moved")]
    if fresh:
        total = {
            name: sum(getattr(file, name) or 0 for file in fresh) for name in ("pages", "characters", "chunks", "facts")
        }
        yield "  read: " + ", ".join(f"{number:,} {name}" for name, number in total.items() if number)


def _not_read(receipt: Receipt) -> Iterator[str]:
    for file in receipt.failures:
        if file.outcome == "partly_read":
            yield f"  partly read: {_partly(file.name, file.unread_pages, file.reason)}"
        else:
            yield f"  {'refused' if file.outcome == 'refused' else 'not read'}: {_reason(file.name, file.reason)}"


def _some(lines: Iterator[str]) -> Iterator[str]:
    found = list(lines)
    yield from found[:_MOST]
    if len(found) > _MOST:
        yield f"  … and {len(found) - _MOST} more (see --json)"


def _partly(name: str, pages: tuple[int, ...], reason: str | None) -> str:
    if reason:
        return _reason(name, reason)
    said = ", ".join(map(str, pages))
    return f"{name}: page{'s' if len(pages) > 1 else ''} {said} could not be read"


def _reason(name: str, reason: str | None) -> str:
    return reason if reason and name in reason else f"{name}: {reason}"


def _printable(line: str) -> str:
    return "".join(c for c in line if c.isprintable())


def _s(number: int) -> str:
    return "" if number == 1 else "s"
