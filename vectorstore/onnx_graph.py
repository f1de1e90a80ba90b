"""Writes ONNX graphs: the few messages of onnx.proto that a model of ours needs, in protobuf's wire format.

A message is a run of fields; a field is a key (its number times 8, plus its kind) and a value, and a value that is text,
bytes or a message has its length before it. The numbers of the fields are those of onnx.proto.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

OPSET = 20
_CONTRIB = "com.microsoft"
_IR_VERSION = 9
_ELEMENT = {np.dtype(np.float32): 1, np.dtype(np.uint8): 2}
_FLOAT_ATTRIBUTE, _INT_ATTRIBUTE = 1, 2


class Graph:
    """A graph that grows node by node; every node has one output, named by the call that adds it."""

    def __init__(self) -> None:
        self._nodes: list[bytes] = []
        self._weights: list[bytes] = []

    def weight(self, values: NDArray[np.float32] | NDArray[np.uint8]) -> str:
        """Keep numbers in the graph; the name to use as an input."""
        name = f"w{len(self._weights)}"
        shape = b"".join(_number(1, size) for size in values.shape)
        kind = _number(2, _ELEMENT[values.dtype])
        self._weights.append(_field(5, shape + kind + _text(8, name) + _field(9, values.tobytes())))
        return name

    def add(self, operator: str, *inputs: str, contrib: bool = False, **attributes: float) -> str:
        """Add a node; the name of its output.

        Args:
            operator: A name of the standard's, or with `contrib` one of ONNX runtime's own.
            inputs: Names of outputs, weights or inputs of the graph; an empty name leaves an optional input out.
            contrib: The operator is ONNX runtime's own.
            attributes: Whole numbers and floats as the operator wants them.
        """
        output = f"t{len(self._nodes)}"
        parts = [_text(1, name) for name in inputs] + [_text(2, output), _text(4, operator)]
        parts += [_field(5, _attribute(name, value)) for name, value in attributes.items()]
        self._nodes.append(_field(1, b"".join(parts) + (_text(7, _CONTRIB) if contrib else b"")))
        return output

    def encoded(self, inputs: Mapping[str, tuple[str | int, ...]], output: str) -> bytes:
        """The whole as an ONNX model: float32 inputs by name, their shapes in numbers and in names for any size."""
        given = b"".join(_field(11, _value(name, shape)) for name, shape in inputs.items())
        graph = b"".join(self._nodes) + _text(2, "model") + b"".join(self._weights) + given
        graph += _field(12, _text(1, output))
        opsets = [_field(8, _text(1, domain) + _number(2, version)) for domain, version in (("", OPSET), (_CONTRIB, 1))]
        return _number(1, _IR_VERSION) + _field(7, graph) + b"".join(opsets)


def _value(name: str, shape: tuple[str | int, ...]) -> bytes:
    sizes = [_number(1, size) if isinstance(size, int) else _text(2, size) for size in shape]
    tensor = _number(1, _ELEMENT[np.dtype(np.float32)]) + _field(2, b"".join(_field(1, size) for size in sizes))
    return _text(1, name) + _field(2, _field(1, tensor))


def _attribute(name: str, value: float) -> bytes:
    if isinstance(value, int):
        return _text(1, name) + _number(3, value) + _number(20, _INT_ATTRIBUTE)
    return _text(1, name) + _varint(2 << 3 | 5) + struct.pack("<f", value) + _number(20, _FLOAT_ATTRIBUTE)


def _text(number: int, text: str) -> bytes:
    return _field(number, text.encode())


def _field(number: int, content: bytes) -> bytes:
    return _varint(number << 3 | 2) + _varint(len(content)) + content


def _number(number: int, value: int) -> bytes:
    return _varint(number << 3) + _varint(value & (1 << 64) - 1)


def _varint(value: int) -> bytes:
    """Seven bits a byte, the lowest first; a set eighth bit says that more follow."""
    encoded = bytearray()
    while value > 0x7F:
        encoded.append(value & 0x7F | 0x80)
        value >>= 7
    encoded.append(value)
    return bytes(encoded)
