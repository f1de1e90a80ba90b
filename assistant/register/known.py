"""What people know about names: groups and their members, and corrections of what the documents suggest."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from assistant.errors import NamesUnusable

NAMES, GROUPS = "names.toml", "groups.toml"
_SUPPLIED = Path(__file__).with_name(GROUPS)


@dataclass(frozen=True, slots=True)
class Member:
    """An organisation or country that groups can have."""

    names: tuple[str, ...]
    places: tuple[str, ...] = ()
    """Towns that lie in it."""


@dataclass(frozen=True, slots=True)
class Group:
    """Several organisations or countries with a name of their own."""

    names: tuple[str, ...]
    members: tuple[str, ...]
    """The first name of each."""


@dataclass(frozen=True, slots=True)
class Known:
    """Everything that people wrote down about names."""

    groups: tuple[Group, ...] = ()
    members: tuple[Member, ...] = ()
    same: tuple[tuple[str, ...], ...] = ()
    """Names of one thing, line by line."""
    different: tuple[tuple[str, ...], ...] = ()
    """Names of things that are no two of them one."""


@dataclass
class KnownFiles:
    """The two files, read again when they change.

    Args:
        names: Corrections; need not be there.
        groups: Groups; where it is not there, those that come with the product.
    """

    names: Path
    groups: Path
    _seen: tuple[object, ...] | None = None
    _known: Known = field(default_factory=Known)

    def read(self) -> Known:
        """What the files say now.

        Raises:
            NamesUnusable: One of them has a mistake.
        """
        groups = self.groups if self.groups.exists() else _SUPPLIED
        seen = (_state(self.names), _state(groups))
        if seen != self._seen:
            self._known = read_known(self.names if self.names.exists() else None, groups)
            self._seen = seen
        return self._known


def read_known(names: Path | None = None, groups: Path = _SUPPLIED) -> Known:
    """Read a file of corrections, if there is one, and a file of groups.

    Raises:
        NamesUnusable: One of them has a mistake.
    """
    grouped = _tables(groups, {"group": ("names", "members"), "member": ("names", "places")})
    members = tuple(Member(_list(groups, one, "names", 1), _list(groups, one, "places")) for one in grouped["member"])
    found = tuple(Group(_list(groups, one, "names", 1), _list(groups, one, "members", 1)) for one in grouped["group"])
    first = {member.names[0] for member in members}
    for group in found:
        for member in group.members:
            if member not in first:
                raise _mistake(groups, f"“{member}” of the group “{group.names[0]}” is no [[member]]", member, first)
    if names is None:
        return Known(found, members)
    said = _tables(names, {"same": ("names",), "different": ("names",)})
    same = tuple(_list(names, one, "names", 2) for one in said["same"])
    different = tuple(_list(names, one, "names", 2) for one in said["different"])
    for one in same:
        for other in different:
            if len(both := [name for name in one if name in other]) > 1:
                raise NamesUnusable(f"{names}: {both[0]} and {both[1]} are both [[same]] and [[different]]; keep one.")
    return Known(found, members, same, different)


def _tables(path: Path, known: Mapping[str, tuple[str, ...]]) -> dict[str, list[dict[str, Any]]]:
    try:
        with path.open("rb") as stream:
            found = tomllib.load(stream)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise NamesUnusable(f"{path} cannot be read ({error}); correct it or move it away.") from error
    for name, value in found.items():
        if name not in known:
            raise _mistake(path, f"[[{name}]] is not known", name, known)
        if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
            raise NamesUnusable(f"{path}: {name} must be written [[{name}]], with its names below.")
        for key in (key for one in value for key in one):
            if key not in known[name]:
                raise _mistake(path, f"{key} in [[{name}]] is not known", key, known[name])
    return {name: found.get(name, []) for name in known}


def _list(path: Path, one: Mapping[str, Any], key: str, least: int = 0) -> tuple[str, ...]:
    value = one.get(key, [])
    if not isinstance(value, list) or not all(isinstance(name, str) and name.strip() for name in value):
        raise NamesUnusable(f'{path}: {key} must be a list of names, as in {key} = ["ABC", "Long Name"].')
    if len(value) < least:
        needed = "a name" if least == 1 else f"{least} names"
        raise NamesUnusable(f"{path}: {key} = {value} needs at least {needed}.")
    return tuple(name.strip() for name in value)


def _mistake(path: Path, what: str, name: str, right: Iterable[str]) -> NamesUnusable:
    close = difflib.get_close_matches(name, list(right), n=1)
    return NamesUnusable(f"{path}: {what}; " + (f"did you mean {close[0]}?" if close else "correct or remove it."))


def _state(path: Path) -> tuple[object, ...]:
    try:
        about = path.stat()
    except OSError:
        return (path, None)
    return path, about.st_mtime_ns, about.st_size
