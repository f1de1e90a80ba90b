"""Decide what an ingest has to do, before it does anything."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from ingest.errors import GuardError

LARGEST_REMOVAL = 0.5
"""Share of the indexed files that may disappear in one run without being asked."""
SMALL_ARCHIVE = 4
"""Below this many files a share says little; only the loss of all of them is guarded."""


@dataclass(frozen=True)
class Plan:
    """Names of files, each in exactly one list."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]

    @cached_property
    def touched(self) -> frozenset[str]:
        """What has to be read or refused anew."""
        return frozenset((*self.new, *self.changed))


def plan_changes(on_disk: Mapping[str, str], in_store: Mapping[str, str]) -> Plan:
    """Compare content hashes by name; touch only what differs."""
    return Plan(
        new=tuple(sorted(name for name in on_disk if name not in in_store)),
        changed=tuple(sorted(name for name, sha in on_disk.items() if name in in_store and in_store[name] != sha)),
        unchanged=tuple(sorted(name for name, sha in on_disk.items() if in_store.get(name) == sha)),
        removed=tuple(sorted(name for name in in_store if name not in on_disk)),
    )


def guard_removals(plan: Plan, folder: str) -> None:
    """Refuse to empty an archive because its folder is not what it was.

    Raises:
        GuardError: All files, or more than half of four or more, would be removed.
    """
    known = len(plan.removed) + len(plan.unchanged) + len(plan.changed)
    everything = bool(plan.removed) and len(plan.removed) == known
    most = known >= SMALL_ARCHIVE and len(plan.removed) > LARGEST_REMOVAL * known
    if everything or most:
        raise GuardError(
            f"{len(plan.removed)} of the {known} files in the index are no longer in {folder}; if the folder is right and "
            "they should be removed, run again with --allow-removals, otherwise check that the folder is mounted."
        )
