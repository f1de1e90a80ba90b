"""Runs the packaged embedding model with ONNX runtime."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from vectorstore.errors import ModelUnavailableError
from vectorstore.packaged_file import PackagedFile
from vectorstore.packaged_graph import INPUT, transformer
from vectorstore.packaged_model import PASSAGE_PROMPT, QUERY_PROMPT
from vectorstore.packaged_words import PackagedWords

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

RUN_TOKENS = 128
"""Tokens that short texts of one length make up together; a text of 64 and more is as fast alone."""


class PackagedEngine:
    """Embeds texts with the packaged model; safe to share between threads."""

    def __init__(self, packaged: PackagedFile) -> None:
        """Make the model ready.

        Raises:
            ModelUnavailableError: ONNX runtime is not installed or cannot run the model.
        """
        self.dimensions = packaged.hidden
        self.max_tokens = packaged.positions
        self.packaged = packaged
        self.words = PackagedWords(packaged)
        self._session = open_session(transformer(packaged))

    def embed_query(self, text: str) -> NDArray[np.float32]:
        """The vector of a question, of length 1."""
        (vector,) = self._run([self.words.tokens(QUERY_PROMPT + text)])
        return np.asarray(vector, dtype=np.float32)

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """The vectors of passages, one row each, in the order given, of length 1."""
        vectors = np.empty((len(texts), self.dimensions), dtype=np.float32)
        tokens = [self.words.tokens(PASSAGE_PROMPT + text) for text in texts]
        for places in runs([len(one) for one in tokens]):
            vectors[places] = self._run([tokens[place] for place in places])
        return vectors

    def count_tokens(self, text: str) -> int:
        """The tokens a passage takes, with its prompt and the marks the model adds."""
        return self.words.count(PASSAGE_PROMPT + text)

    def _run(self, texts: Sequence[Sequence[int]]) -> NDArray[np.float32]:
        """The vectors of texts of the same length: the mean of the last states of their tokens, made one long."""
        (states,) = self._session.run(None, {INPUT: self.words.embedded(texts)})
        means = states.mean(axis=1)
        return np.asarray(means / np.linalg.norm(means, axis=1, keepdims=True), dtype=np.float32)


def runs(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Places of texts to run together: only such of the same length, so that nothing is padded, masked or wasted."""
    in_order = sorted(range(len(lengths)), key=lambda place: -lengths[place])
    for length, alike in groupby(in_order, key=lambda place: lengths[place]):
        places = list(alike)
        together = max(1, RUN_TOKENS // max(1, length))
        yield from (places[start : start + together] for start in range(0, len(places), together))


def open_session(model: bytes) -> InferenceSession:
    """A model ready to run.

    Raises:
        ModelUnavailableError: ONNX runtime is not installed or cannot run it.
    """
    # Read when the library is first imported: without it, its builds of 2026 note a device's identity and report their use.
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    try:
        import onnxruntime
    except ImportError as error:
        raise ModelUnavailableError(
            f"The embedding model needs {error.name or 'onnxruntime'}, which is not installed: reinstall with pip."
        ) from error
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = _threads()
    # Threads that spin while they wait starve each other as soon as the cores are shared.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.enable_mem_pattern = False  # the plan of every length of text would be kept
    options.log_severity_level = 3
    try:
        return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    except Exception as error:  # the library has an error class for every status, of no common base
        raise ModelUnavailableError(
            f"ONNX runtime {onnxruntime.__version__} cannot run the packaged embedding model ({type(error).__name__}):"
            " reinstall onnxruntime with pip."
        ) from error


def _threads() -> int:
    """As many as OMP_NUM_THREADS says, which also governs other models; else one for every core we may use."""
    given = os.environ.get("OMP_NUM_THREADS", "").split(",")[0]
    if given.isdigit() and int(given):
        return int(given)
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
