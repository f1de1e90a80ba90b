"""A loaded sentence-transformers model: the one place that runs it."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from vectorstore.errors import ModelUnavailableError
from vectorstore.model_folder import ModelFolder

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

BATCH_TOKENS = 512
"""Padded tokens in a batch: larger ones are up to 14 % slower here, and make a waiting question wait longer."""
_DEFAULT_MAX_TOKENS = 512
_QUIET_AND_OFFLINE = {
    "HF_HUB_OFFLINE": "1",
    "TRANSFORMERS_OFFLINE": "1",
    "TRANSFORMERS_VERBOSITY": "error",
    "HF_HUB_DISABLE_PROGRESS_BARS": "1",
    "TOKENIZERS_PARALLELISM": "false",
    # Threads that spin while they wait starve each other as soon as the cores are shared.
    "OMP_WAIT_POLICY": "passive",
}
"""Read by the libraries when they are first imported; what is already set stays."""


class SentenceModel:
    """Embeds texts with one model; safe to share between threads, which take turns batch by batch."""

    def __init__(self, folder: ModelFolder) -> None:
        """Load the model.

        Raises:
            ModelUnavailableError: the folder holds no model that can be loaded.
        """
        self._folder = folder
        self._turn = threading.Lock()  # a tokenizer keeps its padding while it works, and two runs share the cores
        self._model = _load(folder)
        self.dimensions = int(self._model.get_embedding_dimension() or 0)
        self.max_tokens = int(self._model.max_seq_length or _DEFAULT_MAX_TOKENS)

    def embed_query(self, text: str) -> NDArray[np.float32]:
        """The vector of a question, of length 1."""
        (vector,) = self._run([text], self._folder.query_prompt)
        return np.asarray(vector, dtype=np.float32)

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """The vectors of passages, one row each, in the order given, of length 1.

        Texts of like length go together, so that little is spent on padding.
        """
        vectors = np.empty((len(texts), self.dimensions), dtype=np.float32)
        lengths = [self.count_tokens(text) for text in texts]
        with _half_precision():  # around all batches, so that the weights are narrowed once
            for places in batches(lengths, self.max_tokens):
                vectors[places] = self._run([texts[place] for place in places], self._folder.passage_prompt)
        return vectors

    def count_tokens(self, text: str) -> int:
        """The tokens a passage takes, with its prompt and the marks the model adds."""
        tokenizer = self._model.tokenizer
        with self._turn:
            encoded = tokenizer([self._folder.passage_prompt + text], truncation=False, padding=False)
        return len(encoded["input_ids"][0])

    def _run(self, texts: list[str], prompt: str) -> NDArray[np.float32]:
        import torch

        with self._turn, torch.inference_mode():
            features = self._model.preprocess(texts, prompt=prompt or None)
            vectors = self._model(features)["sentence_embedding"].float()
            unit = torch.nn.functional.normalize(vectors, dim=1)
        return np.asarray(unit.numpy(), dtype=np.float32)


def batches(lengths: Sequence[int], longest: int) -> Iterator[list[int]]:
    """Places of texts to run together: long ones first, each batch within the token budget."""
    batch: list[int] = []
    for place in sorted(range(len(lengths)), key=lambda place: -lengths[place]):
        width = min(lengths[batch[0]] if batch else lengths[place], longest)
        if batch and width * (len(batch) + 1) > BATCH_TOKENS:
            yield batch
            batch = []
        batch.append(place)
    if batch:
        yield batch


def _half_precision() -> AbstractContextManager[Any]:
    """Matrix products in bfloat16 where the processor has instructions for it: twice as fast, cosine 0.9999 and up."""
    import torch

    able = torch.cpu.get_capabilities()
    if able.get("avx512_bf16") or able.get("amx_bf16"):
        return torch.autocast("cpu", dtype=torch.bfloat16)
    return nullcontext()


def _load(folder: ModelFolder) -> SentenceTransformer:
    for name, value in _QUIET_AND_OFFLINE.items():
        os.environ.setdefault(name, value)
    try:
        from sentence_transformers import SentenceTransformer
        from transformers.utils import logging

        logging.disable_progress_bar()
        return SentenceTransformer(
            str(folder.path),
            device="cpu",
            trust_remote_code=False,
            local_files_only=True,
            model_kwargs={"use_safetensors": True},
        ).eval()
    except ImportError as error:
        raise ModelUnavailableError(
            f"The embedding model needs {error.name or 'a library'}, which is not installed: reinstall with pip."
        ) from error
    except Exception as error:  # the library raises whatever its parts raise; the cause stays attached
        raise ModelUnavailableError(
            f"The embedding model {folder.name} in {folder.path} could not be loaded ({type(error).__name__}):"
            " check that it is a sentence-transformers folder."
        ) from error
