"""Tells how well sentences answer a question, by reading the question and each of them together.

A cross-encoder (Nogueira and Cho, 2019) made of the packaged embedding model: its layers as they come, and beside every matrix
what training added (Hu et al., LoRA, 2021). `python -m tests.quality.reading` trains it on questions that were written by hand in three
languages for no archive.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, cast

import numpy as np
from numpy.typing import NDArray

from vectorstore.embedding import Embedder, LazyEmbedder
from vectorstore.packaged_model import IDENTITY, PASSAGE_PROMPT, QUERY_PROMPT

if TYPE_CHECKING:
    from vectorstore.packaged_engine import PackagedEngine

WEIGHTS = Path(__file__).with_name("reranker.safetensors")
MOST_TOKENS = 96
"""Of a question or a sentence; the rest is not read."""
SHARPNESS = 5.0
"""What the last product is multiplied with, so that it learns as fast as the layers below."""
_REMEMBERED = 512
"""Pairs whose score is kept: the steps of one question often read the same sentence."""
SCALE = ".scale"
"""Ends the name of what a matrix kept in 8 bits is multiplied with."""


class Reranker:
    """Reads questions and sentences together; safe to share between threads."""

    def __init__(self, load: Callable[[], PackagedEngine]) -> None:
        """Nothing is loaded before the first question."""
        self._load = load
        self._loading = threading.Lock()
        self._layers: _Layers | None = None

    def scores(self, question: str, sentences: Sequence[str]) -> NDArray[np.float32]:
        """How far each sentence answers the question, as logarithms of odds against "none of them does"."""
        layers = self._loaded()
        return np.array([layers.score(question, sentence) for sentence in sentences], dtype=np.float32)

    def _loaded(self) -> _Layers:
        if self._layers is None:
            with self._loading:
                self._layers = self._layers or _Layers(self._load())
        return self._layers


def reranker_of(embedder: Embedder) -> Reranker | None:
    """The reranker that shares the words of an embedder; None where that is not the packaged model."""
    if not isinstance(embedder, LazyEmbedder) or embedder.identity != IDENTITY:
        return None
    return Reranker(lambda: cast("PackagedEngine", embedder.loaded()))


def read_weights(path: Path) -> dict[str, NDArray[np.float32]]:
    """What was learnt, by the packaged names of the matrices it is added to: those in 8 bits, each times its scale."""
    from safetensors.numpy import load_file

    kept = load_file(path)
    return {
        name: values.astype(np.float32) * kept.get(name + SCALE, np.float32(1))
        for name, values in kept.items()
        if not name.endswith(SCALE)
    }


class _Layers:
    """The model made ready."""

    def __init__(self, engine: PackagedEngine) -> None:
        from vectorstore.packaged_engine import open_session
        from vectorstore.packaged_graph import reading_together

        learnt = read_weights(WEIGHTS)
        self._words = engine.words
        self._session = open_session(reading_together(engine.packaged, learnt))
        self._kinds, self._out, self._bias = learnt["kinds"], learnt["out"], float(learnt["bias"][0])
        self.score = lru_cache(maxsize=_REMEMBERED)(self._score)

    def _score(self, question: str, sentence: str) -> float:
        """How far a sentence answers a question."""
        from vectorstore.packaged_graph import INPUT, KINDS

        asked, said = self._embedded(QUERY_PROMPT + question), self._embedded(PASSAGE_PROMPT + sentence)
        kinds = self._kinds[[0] * len(asked) + [1] * len(said)][None]
        ((states,),) = self._session.run(None, {INPUT: np.concatenate([asked, said])[None], KINDS: kinds})
        means = np.concatenate([states[: len(asked)].mean(axis=0), states[len(asked) :].mean(axis=0)])
        return float(means @ self._out) * SHARPNESS + self._bias

    def _embedded(self, text: str) -> NDArray[np.float32]:
        """The embeddings of a text's tokens, of shape (tokens, hidden)."""
        (embedded,) = self._words.embedded([self._words.tokens(text, MOST_TOKENS)])
        return np.asarray(embedded, dtype=np.float32)
