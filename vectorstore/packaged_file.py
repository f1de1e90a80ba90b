"""Reads the data file of the packaged model: sizes, unigram pieces, normaliser table, 4-bit weights.

Little endian: fixed numbers first, then the tokenizer's parts one after the other, then a directory of tensors by name.
A 4-bit tensor is a run of blocks of 32 weights: one float16 scale and 16 bytes, whose low halves are weights 0-15 and
high halves weights 16-31; a weight is `(half - 8) * scale`.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

_MAGIC = b"E5S1\x01\x00\x00\x00"
_BLOCK = np.dtype([("scale", "<f2"), ("halves", "u1", 16)])
_BLOCKS_AT_ONCE = 1 << 15
"""4 MB of float32 at a time: stays near the processor's cache, and memory stays small."""


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
    """The parts of a packaged model; weights stay in the file until they are written out."""

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
    pieces: tuple[str, ...]
    scores: tuple[float, ...]
    normaliser: dict[str, str]
    """What single characters become; the others stay."""
    tensors: tuple[Tensor, ...]


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


def read_packaged_file(path: Path) -> PackagedFile:
    """Parse a packaged model.

    Raises:
        ValueError: the file is not of this layout.
    """
    data = np.memmap(path, dtype=np.uint8, mode="r")
    if data[: len(_MAGIC)].tobytes() != _MAGIC:
        raise ValueError(f"{path.name} is not a packaged model")
    cursor = _Cursor(data, len(_MAGIC))
    hidden, layers, heads, feed_forward, vocabulary, positions, types = cursor.take("<7i")
    epsilon, _block_size = cursor.take("<fi")
    count, bos, eos, pad, unk, blob_size = cursor.take("<5iQ")
    bounds = cursor.array("<u4", count + 1).tolist()
    scores = cursor.array("<f4", count).tolist()
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
        pieces=tuple(blob[start:end].decode() for start, end in pairwise(bounds)),
        scores=tuple(scores),
        normaliser=_normaliser(cursor),
        tensors=tuple(_directory(cursor)),
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


def write_bert_weights(packaged: PackagedFile, path: Path) -> None:
    """Write all weights as float32 under the names `BertModel` gives them, in one safetensors file.

    Written piece by piece in the file's own simple form (length, JSON header, raw numbers): the whole model is 470 MB.
    """
    header: dict[str, object] = {"__metadata__": {"format": "pt"}}
    end = 0
    for tensor in packaged.tensors:
        start, end = end, end + 4 * tensor.count
        shape = _shape(packaged, tensor)
        header[_bert_name(tensor.name)] = {"dtype": "F32", "shape": shape, "data_offsets": [start, end]}
    encoded = json.dumps(header, separators=(",", ":")).encode()
    encoded += b" " * (-len(encoded) % 8)  # numbers start at a multiple of 8, so that they can be mapped into memory
    with path.open("wb") as file:
        file.write(struct.pack("<Q", len(encoded)) + encoded)
        for tensor in packaged.tensors:
            _write_weights(packaged, tensor, file)


def _write_weights(packaged: PackagedFile, tensor: Tensor, file: BinaryIO) -> None:
    raw = packaged.data[tensor.offset : tensor.offset + tensor.size]
    if not tensor.quantised:
        file.write(raw.tobytes())
        return
    blocks = np.frombuffer(raw, _BLOCK)
    for start in range(0, len(blocks), _BLOCKS_AT_ONCE):
        file.write(widen(blocks[start : start + _BLOCKS_AT_ONCE]).data)


def widen(blocks: NDArray[np.void]) -> NDArray[np.float32]:
    """The float32 weights of 4-bit blocks, one row of 32 for each block."""
    halves = np.concatenate([blocks["halves"] & 0x0F, blocks["halves"] >> 4], axis=1).astype(np.int8)
    weights = (halves - np.int8(8)).astype(np.float32)
    weights *= blocks["scale"].astype(np.float32)[:, None]
    return weights


_BERT_PARTS = {
    "emb.word": "embeddings.word_embeddings.weight",
    "emb.pos": "embeddings.position_embeddings.weight",
    "emb.type": "embeddings.token_type_embeddings.weight",
    "emb.ln": "embeddings.LayerNorm",
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}


def _bert_name(name: str) -> str:
    """`l3.ao.w` is `encoder.layer.3.attention.output.dense.weight`."""
    if name in _BERT_PARTS:
        return _BERT_PARTS[name]
    part, _, kind = name.rpartition(".")
    ending = {"w": "weight", "b": "bias"}[kind]
    if part in _BERT_PARTS:
        return f"{_BERT_PARTS[part]}.{ending}"
    layer, _, part = part.partition(".")
    return f"encoder.layer.{layer.removeprefix('l')}.{_BERT_PARTS[part]}.{ending}"


def _shape(packaged: PackagedFile, tensor: Tensor) -> list[int]:
    """A matrix takes its input's width as columns; what is no matrix is one row of numbers."""
    if not tensor.quantised and tensor.name not in ("emb.pos", "emb.type"):
        return [tensor.count]
    columns = packaged.feed_forward if tensor.name.endswith(".fo.w") else packaged.hidden
    return [tensor.count // columns, columns]
