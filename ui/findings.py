"""What is said of snapshots, of what changed between two, and of the state of an index, as text."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from ui.digest_text import digest_lines

if TYPE_CHECKING:
    from ingest import News
    from vectorstore import Comparison, Fact, Finding, FormerVersion, Manifest

_MOST = 20
_LONGEST = 160
"""Characters of one fact."""


def findings_text(findings: Sequence[Finding]) -> str:
    """Each finding on a line of its own, what is wrong last, so that it is seen."""
    ordered = sorted(findings, key=lambda one: one.wrong)
    lines = [f"{'WRONG' if one.wrong else '   ok'}  {one.about}: {one.sentence}" for one in ordered]
    wrong = sum(one.wrong for one in findings)
    summary = "Nothing is wrong."
    if wrong:
        summary = "1 thing is wrong." if wrong == 1 else f"{wrong} things are wrong."
    return _printable([*lines, summary])


def snapshots_text(kept: Sequence[Manifest], current: str, damaged: Mapping[str, str]) -> str:
    """The snapshots, newest first, the one that answers marked; those that are damaged with what is wrong with them."""
    lines = {
        one.id: f"{one.id}  {one.created}  {_counted(one.documents, 'document')}, {_counted(one.chunks, 'chunk')}, "
        f"{one.unread} not read"
        for one in kept
    }
    lines |= {name: f"{name}  {wrong if name == current else wrong.split(';')[0]}" for name, wrong in damaged.items()}
    answering = next((one.id for one in kept if one.id <= current), current) if current in damaged else current
    marks = {name: "*" if name == answering else "!" if name in damaged else " " for name in lines}
    return _printable([f"{marks[name]} {lines[name]}" for name in sorted(lines, reverse=True)])


def snapshots_json(kept: Sequence[Manifest], current: str, damaged: Mapping[str, str]) -> str:
    """The same as JSON."""
    about = [asdict(one) for one in kept]
    return json.dumps({"current": current, "snapshots": about, "damaged": damaged}, ensure_ascii=False)


def comparison_text(compared: Comparison, news: Sequence[News]) -> str:
    """What changed between two snapshots, thing by thing."""
    lines = ["They hold the same documents."] if compared.same else []
    for what, paths in (("added", compared.added), ("changed", compared.changed), ("removed", compared.removed)):
        if paths:
            lines.append(f"{_counted(len(paths), 'document')} {what}: {_some(paths)}")
    lines += [f"{old} is now {new}" for old, new in compared.moved]
    for sign, what, facts in (("+", "added", compared.facts_added), ("-", "gone", compared.facts_removed)):
        lines += [f"{_counted(len(facts), 'fact')} {what}:"] if facts else []
        lines += [f"  {sign} {_fact(fact)}" for fact in facts[:_MOST]]
        if len(facts) > _MOST:
            lines.append(f"  … and {len(facts) - _MOST} more (see --json)")
    return _printable([*lines, *digest_lines(news)])


def comparison_json(compared: Comparison, news: Sequence[News]) -> str:
    """The same as JSON, with every fact."""
    return json.dumps({**asdict(compared), "news": [asdict(one) for one in news]}, ensure_ascii=False)


def versions_text(document: str, found: Sequence[FormerVersion]) -> str:
    """The former versions of a document, the latest first."""
    if not found:
        return _printable([f"{document} has no former versions."])
    return _printable(f"{one.number}  until {one.replaced}  {one.document.title}" for one in found)


def _counted(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def _fact(fact: Fact) -> str:
    """What a fact says, and where: its fields in their order, but for the marks that only a program reads."""
    said = [value for name, value in fact.fields.items() if value and value != "yes" and name != "table"]
    told = ", ".join(dict.fromkeys(said))
    return f"{fact.kind}: {told[:_LONGEST]}{'…' if len(told) > _LONGEST else ''} [{fact.document}]"


def _some(paths: Sequence[str]) -> str:
    more = f" and {len(paths) - _MOST} more" if len(paths) > _MOST else ""
    return ", ".join(paths[:_MOST]) + more


def _printable(lines: Iterator[str] | Sequence[str]) -> str:
    return "\n".join("".join(c for c in line if c.isprintable()) for line in lines)
