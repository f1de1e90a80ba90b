"""Embeddings in a file, to hand them from one index to another: safetensors, so that reading it runs no code."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from vectorstore.errors import StoreError


@dataclass(frozen=True, slots=True)
class Embeddings:
    """Vectors (n × dimensions, float16) by the hash of the words they stand for (n × 32 bytes), all of one model."""

    model: str
    hashes: NDArray[np.uint8]
    vectors: NDArray[np.float16]


def write_embeddings(path: Path, embeddings: Embeddings) -> None:
    """Write embeddings, in the order of their hashes, so that the same ones make the same file."""
    from safetensors.numpy import save_file

    order = np.lexsort(embeddings.hashes.T[::-1])
    tensors = {"hashes": embeddings.hashes[order], "vectors": embeddings.vectors[order]}
    save_file(tensors, path, metadata={"model": embeddings.model})


def read_embeddings(path: Path) -> Embeddings:
    """Read them back.

    Raises:
        StoreError: The file is missing or not one of embeddings.
    """
    from safetensors import SafetensorError, safe_open

    try:
        with safe_open(path, framework="np") as file:
            model = (file.metadata() or {})["model"]
            return Embeddings(model, file.get_tensor("hashes"), file.get_tensor("vectors"))
    except (OSError, KeyError, SafetensorError) as error:
        raise StoreError(f"{path} holds no embeddings that can be read; take it from the release again.") from error
