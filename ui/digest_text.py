"""The news of an ingest as a few lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ingest import News

_MOST = 5
"""Of a section; `--json` has them all."""


def digest_lines(news: Sequence[News]) -> Iterator[str]:
    """A line for each section, and one for each thing in it, as many as are read."""
    for section, group in groupby(news, key=lambda one: one.section):
        found = list(group)
        yield f"{'Replaced' if section == 'replaced' else f'New {section}'}: {len(found)}"
        for one in found[:_MOST]:
            instead = f" (before: {one.before})" if one.before else ""
            yield f"  {one.text}{instead} [{one.document}]"
        if len(found) > _MOST:
            yield f"  … and {len(found) - _MOST} more (see --json)"
