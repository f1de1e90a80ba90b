"""Turns questions and passages into vectors, whichever model does it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from vectorstore import packaged_model
from vectorstore.model_folder import ModelFolder, find_model_folder


class Embedder(Protocol):
    """A model that places texts so that a question lies close to the passages that answer it.

    One object serves all threads.
    """

    @property
    def identity(self) -> str:
        """Name, weights and prompts: two embedders of the same identity give the same vectors."""

    @property
    def dimensions(self) -> int:
        """Length of every vector."""

    @property
    def max_tokens(self) -> int:
        """The longest text the model reads, in its tokens; what comes after is ignored."""

    def embed_query(self, text: str) -> NDArray[np.float32]:
        """The vector of a question, of length 1."""

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """The vectors of passages, one row each, in the order given, of length 1."""

    def count_tokens(self, text: str) -> int:
        """The tokens a passage takes, with the prompt and marks the model adds; compare with `max_tokens`."""


class Model(Protocol):
    """A loaded model; an `Embedder` but for its identity, which is known before."""

    dimensions: int
    max_tokens: int

    def embed_query(self, text: str) -> NDArray[np.float32]:
        """The vector of a question, of length 1."""

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """The vectors of passages, one row each, in the order given, of length 1."""

    def count_tokens(self, text: str) -> int:
        """The tokens a passage takes, with the prompt and marks the model adds."""


def load_embedder(model: str = "") -> Embedder:
    """The embedding model to use; its weights are loaded when the first text is embedded.

    Args:
        model: Empty for the packaged multilingual model, which ONNX runtime runs; otherwise a folder or hub name of a
            model that sentence-transformers runs.

    Raises:
        SettingsError: `model` is neither a folder nor a hub name.
        ModelUnavailableError: the model is missing, damaged or kept as pickles. Also raised by the first use.
    """
    if model:
        folder = find_model_folder(model)
        return LazyEmbedder(folder.identity, lambda: _sentence_model(folder))
    return LazyEmbedder(
        packaged_model.IDENTITY,
        _packaged_engine,
        dimensions=packaged_model.DIMENSIONS,
        max_tokens=packaged_model.MAX_TOKENS,
    )


def _sentence_model(folder: ModelFolder) -> Model:
    from vectorstore.sentence_model import SentenceModel

    return SentenceModel(folder)


def _packaged_engine() -> Model:
    from vectorstore.packaged_engine import PackagedEngine

    return PackagedEngine(packaged_model.open_packaged())


class LazyEmbedder:
    """A model that is loaded once, by whoever needs it first, and shared."""

    def __init__(
        self,
        identity: str,
        load: Callable[[], Model],
        *,
        dimensions: int | None = None,
        max_tokens: int | None = None,
    ) -> None:
        """What is not given is known once the model is loaded."""
        self.identity = identity
        self._load = load
        self._dimensions = dimensions
        self._max_tokens = max_tokens
        self._loading = threading.Lock()
        self._model: Model | None = None

    @property
    def dimensions(self) -> int:
        """Length of every vector."""
        return self._dimensions or self.loaded().dimensions

    @property
    def max_tokens(self) -> int:
        """The longest text the model reads, in its tokens."""
        return self._max_tokens or self.loaded().max_tokens

    def embed_query(self, text: str) -> NDArray[np.float32]:
        """The vector of a question, of length 1."""
        return self.loaded().embed_query(text)

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """The vectors of passages, one row each, in the order given, of length 1."""
        if not texts and self._dimensions:
            return np.empty((0, self._dimensions), dtype=np.float32)
        return self.loaded().embed_passages(texts)

    def count_tokens(self, text: str) -> int:
        """The tokens a passage takes, with the prompt and marks the model adds."""
        model = self._model or self.loaded()
        return model.count_tokens(text)

    def loaded(self) -> Model:
        """The model itself."""
        if self._model is None:
            with self._loading:
                if self._model is None:
                    self._model = self._load()
        return self._model
