"""What an ingest did and what the index holds, as text."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ingest import Receipt
    from vectorstore import IndexStatus

_ORDER = ("indexed", "updated", "unchanged", "removed", "unreadable", "refused")


def receipt_text(receipt: Receipt, *, dry_run: bool = False) -> str:
    """The summary of a run; files that are not in the index are named with their reason."""
    counts = ", ".join(f"{receipt.counts[name]} {name}" for name in _ORDER if receipt.counts.get(name))
    seen = sum(n for name, n in receipt.counts.items() if name != "removed")
    lines = [f"{seen} files in {receipt.folder}: {counts or 'none'} ({receipt.seconds:.1f} s)."]
    lines += [f"  not read: {_reason(file.name, file.reason)}" for file in receipt.failures]
    if dry_run:
        lines.append("Nothing was done (--dry-run).")
    elif receipt.published:
        lines.append(f"Published as snapshot {receipt.snapshot}.")
    else:
        lines.append(f"Nothing changed; snapshot {receipt.snapshot} stays.")
    return "\n".join("".join(c for c in line if c.isprintable()) for line in lines)


def _reason(name: str, reason: str | None) -> str:
    return reason if reason and name in reason else f"{name}: {reason}"


def status_text(found: IndexStatus, *, as_json: bool) -> str:
    """The state of the index that answers now."""
    manifest = found.manifest
    unread = [file for file in found.files if file.state != "indexed"]
    if as_json:
        return json.dumps({**asdict(manifest), "unread_files": [asdict(file) for file in unread]}, ensure_ascii=False)
    lines = [
        f"Snapshot {manifest.id}, built {manifest.created} from {manifest.root}",
        f"{manifest.documents} documents, {manifest.chunks} chunks; {len(unread)} files not read; model {manifest.model}",
    ]
    return "\n".join(lines + [f"  not read: {_reason(file.path, file.reason)}" for file in unread])
