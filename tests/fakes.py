"""Real, small stand-ins for parts that are slow."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from vectorstore.normalise import terms


class HashEmbedder:
    """Embeds a text as the bag of its terms, hashed into `dimensions`: texts that share words are close."""

    dimensions = 64
    max_tokens = 256

    def __init__(self, identity: str = "hash-64") -> None:
        self.identity = identity
        self.embedded: list[str] = []
        """Every passage text that was embedded, in order."""

    def embed_query(self, text: str) -> NDArray[np.float32]:
        return self._vector(text)

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.embedded.extend(texts)
        return np.stack([self._vector(text) for text in texts])

    def count_tokens(self, text: str) -> int:
        return len(text.split())

    def _vector(self, text: str) -> NDArray[np.float32]:
        vector = np.full(self.dimensions, 1e-3, dtype=np.float32)
        for term in terms(text):
            digest = hashlib.sha256(term.encode()).digest()
            vector[digest[0] % self.dimensions] += 1.0 if digest[1] % 2 else -1.0
        return vector / np.linalg.norm(vector)
