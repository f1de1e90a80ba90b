"""Reads the data file of the packaged model: sizes, unigram pieces, normaliser table, 4-bit weights.

Little endian: fixed numbers first, then the tokenizer's parts one after the other, then a directory of tensors by name.
A 4-bit tensor is a run of blocks of 32 weights: one float16 scale and 16 bytes, whose low halves are weights 0-15 and
high halves weights 16-31; a weight is `(half - 8) * scale`.
"""

from __future__ import annotations

import struct
from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

_MAGIC = b"E5S1\x01\x00\x00\x00"
_BLOCK = np.dtype([("scale", "<f2"), ("halves", "u1", 16)])
BLOCK_WEIGHTS = 32


@dataclass(frozen=True, slots=True)
class Tensor:
    """One weight matrix or vector in the file, by the name the file gives it."""

    name: str
    quantised: bool
    count: int
    offset: int
    size: int


@dataclass(frozen=True, slots=True)
class PackagedFile:
    """The parts of a packaged model; weights stay in the file, of which only what is used comes into memory."""

    data: NDArray[np.uint8]
    hidden: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int
    types: int
    epsilon: float
    bos: int
    eos: int
    pad: int
    unk: int
    pieces: Mapping[str, int]
    """The number of each piece."""
    scores: Sequence[float]
    """The log probability of each piece, by its number."""
    normaliser: dict[str, str]
    """What single characters become; the others stay."""
    tensors: Mapping[str, Tensor]

    def blocks(self, name: str) -> NDArray[np.void]:
        """The blocks of a 4-bit matrix, those of an output in one row."""
        columns = self.feed_forward if name.endswith(".fo.w") else self.hidden
        return self._raw(name).view(_BLOCK).reshape(-1, columns // BLOCK_WEIGHTS)

    def numbers(self, name: str) -> NDArray[np.float32]:
        """All numbers of a tensor in one row, as float32."""
        if self.tensors[name].quantised:
            return widen(self._raw(name).view(_BLOCK)).reshape(-1)
        return np.frombuffer(self._raw(name).tobytes(), np.float32)

    def _raw(self, name: str) -> NDArray[np.uint8]:
        tensor = self.tensors[name]
        return np.asarray(self.data[tensor.offset : tensor.offset + tensor.size])


class _Cursor:
    """A place in the file that moves on as things are read."""

    def __init__(self, data: NDArray[np.uint8], at: int) -> None:
        self.data = data
        self.at = at

    def take(self, layout: str) -> tuple[Any, ...]:
        values = struct.unpack_from(layout, self.data.data, self.at)
        self.at += struct.calcsize(layout)
        return values

    def array(self, dtype: str, count: int) -> NDArray[Any]:
        values = np.frombuffer(self.data, dtype, count, self.at)
        self.at += values.nbytes
        return values


def read_packaged(data: NDArray[np.uint8]) -> PackagedFile:
    """Take a packaged model apart, given the bytes of its file, best mapped into memory and known to be whole.

    Raises:
        ValueError: they are not of this layout.
    """
    if data[: len(_MAGIC)].tobytes() != _MAGIC:
        raise ValueError("not a packaged model")
    cursor = _Cursor(data, len(_MAGIC))
    hidden, layers, heads, feed_forward, vocabulary, positions, types = cursor.take("<7i")
    epsilon, _block_size = cursor.take("<fi")
    count, bos, eos, pad, unk, blob_size = cursor.take("<5iQ")
    bounds = cursor.array("<u4", count + 1).tolist()
    scores = array("f", cursor.array("<f4", count).tolist())
    blob = cursor.array("u1", blob_size).tobytes()
    return PackagedFile(
        data=data,
        hidden=hidden,
        layers=layers,
        heads=heads,
        feed_forward=feed_forward,
        vocabulary=vocabulary,
        positions=positions,
        types=types,
        epsilon=epsilon,
        bos=bos,
        eos=eos,
        pad=pad,
        unk=unk,
        pieces={blob[start:end].decode(): number for number, (start, end) in enumerate(pairwise(bounds))},
        scores=scores,
        normaliser=_normaliser(cursor),
        tensors={tensor.name: tensor for tensor in _directory(cursor)},
    )


def _normaliser(cursor: _Cursor) -> dict[str, str]:
    entries, _bytes = cursor.take("<iI")
    table = {}
    for _ in range(entries):
        character, length = cursor.take("<IB")
        table[chr(character)] = "".join(map(chr, cursor.take(f"<{length}I")))
    return table


def _directory(cursor: _Cursor) -> Iterator[Tensor]:
    (entries,) = cursor.take("<i")
    for _ in range(entries):
        (length,) = cursor.take("<H")
        name = cursor.array("u1", length).tobytes().decode()
        kind, count, offset, size = cursor.take("<BIQQ")
        yield Tensor(name, kind == 1, count, offset, size)


def widen(blocks: NDArray[np.void]) -> NDArray[np.float32]:
    """The float32 weights of 4-bit blocks, one row of 32 for each block."""
    halves = np.concatenate([blocks["halves"] & 0x0F, blocks["halves"] >> 4], axis=1).astype(np.int8)
    weights = (halves - np.int8(8)).astype(np.float32)
    weights *= blocks["scale"].astype(np.float32)[:, None]
    return weights
