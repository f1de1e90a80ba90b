"""Which documents say nearly the same, judged by the runs of words they share.

Each text is reduced to the smallest of many hashes of its runs of four words (MinHash, Broder 1997): the share of equal
places of two signatures estimates the share of runs the two texts have in common.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from vectorstore.normalise import fold, words

ALIKE = 0.8
"""Share of common runs of words from which two documents are reported; an estimate from 128 hashes errs by about 0.04."""
_RUN = 4
_FEWEST_RUNS = 20
_HASHES = 128
_BANDS = 32
_LARGEST_GROUP = 50
"""Of a form that was filled in a thousand times, so many are compared with each other."""
_MIX = np.random.default_rng(20260101).integers(1, 2**63, size=(2, _HASHES), dtype=np.uint64) | np.uint64(1)


@dataclass(frozen=True, slots=True)
class Alike:
    """Two documents that say nearly the same."""

    one: str
    other: str
    share: float
    """Of the runs of words they have in common, about."""


def signature(text: str) -> bytes:
    """The signature of a text; empty where it is too short to be compared."""
    numbers = _Numbers()
    found = np.fromiter((numbers[word] for word in words(fold(text))), dtype=np.uint64)
    if len(found) < _RUN + _FEWEST_RUNS:
        return b""
    runs = np.zeros(len(found) - _RUN + 1, dtype=np.uint64)
    for place in range(_RUN):
        runs = runs * np.uint64(0x9E3779B97F4A7C15) + found[place : len(runs) + place]
    runs = np.unique(runs ^ (runs >> np.uint64(29)))
    smallest = [(runs * factor + offset >> np.uint64(32)).min() for factor, offset in _MIX.T]
    return np.array(smallest, dtype="<u4").tobytes()


def put_signature(connection: sqlite3.Connection, document: int, text: str) -> None:
    """Keep the signature of a document."""
    connection.execute("INSERT OR REPLACE INTO likeness VALUES (?, ?)", (document, signature(text)))


def find_alike(connection: sqlite3.Connection) -> tuple[Alike, ...]:
    """Every two documents that say nearly the same, the most alike first."""
    query = "SELECT path, signature FROM likeness JOIN documents ON id = document WHERE signature <> x'' ORDER BY path"
    paths, signatures = [], []
    for path, kept in connection.execute(query):
        paths.append(path)
        signatures.append(np.frombuffer(kept, dtype="<u4"))
    if len(paths) < 2:
        return ()
    table = np.stack(signatures)
    shares = {pair: float((table[pair[0]] == table[pair[1]]).mean()) for pair in _candidates(table)}
    found = [Alike(paths[one], paths[other], share) for (one, other), share in shares.items() if share >= ALIKE]
    return tuple(sorted(found, key=lambda pair: (-pair.share, pair.one, pair.other)))


def _candidates(table: NDArray[np.uint32]) -> Iterator[tuple[int, int]]:
    """Pairs that agree in a whole band of hashes; any two texts that share enough do so almost certainly."""
    width = _HASHES // _BANDS
    for band in range(_BANDS):
        groups: dict[bytes, list[int]] = {}
        for number, part in enumerate(table[:, band * width : (band + 1) * width]):
            groups.setdefault(part.tobytes(), []).append(number)
        for members in groups.values():
            yield from combinations(members[:_LARGEST_GROUP], 2)


class _Numbers(dict[str, int]):
    """A number for each word, worked out when it first comes."""

    def __missing__(self, word: str) -> int:
        self[word] = int.from_bytes(blake2b(word.encode(), digest_size=8).digest(), "little")
        return self[word]
