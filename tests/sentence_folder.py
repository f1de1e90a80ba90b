"""The packaged model as a folder of sentence-transformers, written by that library: another way to the same vectors."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np

from tests.library_tokens import names_of_pieces, tokenizer_of
from vectorstore.packaged_file import PackagedFile
from vectorstore.packaged_model import PASSAGE_PROMPT, QUERY_PROMPT, open_packaged

_PARTS = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}
_TABLES = {"emb.word": "word_embeddings", "emb.pos": "position_embeddings", "emb.type": "token_type_embeddings"}


def write_sentence_folder(folder: Path) -> Path:
    """Write the folder, of 470 MB, and return it."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Normalize, Pooling, Transformer
    from transformers import BertConfig, BertModel, PreTrainedTokenizerFast
    from transformers.utils import logging

    logging.set_verbosity_error()
    logging.disable_progress_bar()
    packaged = open_packaged()
    config = BertConfig(
        vocab_size=packaged.vocabulary,
        hidden_size=packaged.hidden,
        num_hidden_layers=packaged.layers,
        num_attention_heads=packaged.heads,
        intermediate_size=packaged.feed_forward,
        max_position_embeddings=packaged.positions,
        type_vocab_size=packaged.types,
        layer_norm_eps=packaged.epsilon,
        pad_token_id=packaged.pad,
    )
    bert = BertModel(config, add_pooling_layer=False)
    _fill(bert, packaged)
    bert.save_pretrained(folder / "bert")
    pieces = names_of_pieces(packaged)
    names = {"bos_token": packaged.bos, "eos_token": packaged.eos, "unk_token": packaged.unk, "pad_token": packaged.pad}
    PreTrainedTokenizerFast(
        tokenizer_object=tokenizer_of(packaged),
        model_max_length=packaged.positions,
        **{name: pieces[number] for name, number in names.items()},
    ).save_pretrained(folder / "bert")
    modules = [Transformer(str(folder / "bert")), Pooling(packaged.hidden), Normalize()]
    prompts = {"query": QUERY_PROMPT, "passage": PASSAGE_PROMPT}
    SentenceTransformer(modules=modules, prompts=prompts, device="cpu").save(str(folder / "model"))
    shutil.rmtree(folder / "bert")
    return folder / "model"


def _fill(bert, packaged: PackagedFile) -> None:
    import torch

    state = bert.state_dict()
    for name in packaged.tensors:
        key = _key(name)
        numbers = packaged.numbers(name)
        state[key].copy_(torch.from_numpy(np.array(numbers)).reshape(state[key].shape))


def _key(name: str) -> str:
    """`l3.ao.w` is `encoder.layer.3.attention.output.dense.weight`."""
    if name in _TABLES:
        return f"embeddings.{_TABLES[name]}.weight"
    part, _, kind = name.rpartition(".")
    ending = {"w": "weight", "b": "bias"}[kind]
    if part == "emb.ln":
        return f"embeddings.LayerNorm.{ending}"
    layer, _, part = part.partition(".")
    return f"encoder.layer.{layer.removeprefix('l')}.{_PARTS[part]}.{ending}"
