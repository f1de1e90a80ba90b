"""Embeddings for filler, made from real ones without running the model on each text, so that large archives are feasible."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Sequence

import numpy as np
from numpy.typing import NDArray

from vectorstore import Embedder

_NAME = re.compile(r"[A-ZÀ-Þ][\w'-]+|\d[\d.,]*")
_NOISE = 0.35
"""Length of what is added to a vector of length 1: two texts of one pattern then have a cosine of about 0.9, as in reality."""


class DerivedEmbedder:
    """Embeds questions and planted passages with the model, and filler as the vector of its pattern with noise of its own.

    The pattern of a text is how it begins, without names and numbers; the first text of a pattern is embedded for all. Recall of planted facts is
    that of the model, since they and the questions are embedded truly, among as many strangers as there are.
    """

    def __init__(self, real: Embedder, planted: Collection[str]) -> None:
        self._real = real
        self._planted = frozenset(planted)
        self._patterns: dict[str, NDArray[np.float32]] = {}
        self.identity = f"derived from {real.identity}"
        self.dimensions = real.dimensions
        self.max_tokens = real.max_tokens

    def embed_query(self, text: str) -> NDArray[np.float32]:
        return self._real.embed_query(text)

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return np.stack([self._vector(text) for text in texts])

    def count_tokens(self, text: str) -> int:
        return self._real.count_tokens(text)

    def _vector(self, text: str) -> NDArray[np.float32]:
        if self._planted & set(re.findall(r"\w+", text)):
            return self._real.embed_passages([text])[0]
        body = text.rsplit("\n", 1)[-1]
        pattern = " ".join(_NAME.sub("", body).split()[:3])
        if pattern not in self._patterns:
            self._patterns[pattern] = self._real.embed_passages([body[:200]])[0]
        seed = int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "big")
        noise = np.random.default_rng(seed).standard_normal(self.dimensions).astype(np.float32)
        mixed = self._patterns[pattern] + _NOISE * noise / np.linalg.norm(noise)
        return np.asarray(mixed / np.linalg.norm(mixed), dtype=np.float32)
