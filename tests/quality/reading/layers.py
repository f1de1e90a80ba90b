"""The packaged model in torch, reading a question and a sentence together, with the little that is learnt beside its matrices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional as f

from vectorstore.packaged_file import PackagedFile, widen
from vectorstore.reranker import SHARPNESS

RANK = 64
_MATRICES = ("q", "k", "v", "ao", "fi", "fo")


QUESTION, SENTENCE = range(2)
"""The kinds of tokens in a row."""
_EIGHT = 8
"""Rows are as long as a multiple of it, as graphics cards like them."""


@dataclass(frozen=True)
class Pairs:
    """Rows of a question and a sentence, all of shape (pairs, tokens)."""

    ids: Tensor
    places: Tensor
    """Of each token in its part."""
    kinds: Tensor
    """-1 where a row has ended."""

    @classmethod
    def of_tokens(cls, rows: Sequence[tuple[Sequence[int], Sequence[int]]]) -> Pairs:
        """From the tokens of both parts of each row."""
        longest = -(-max(sum(map(len, parts)) for parts in rows) // _EIGHT) * _EIGHT
        table = np.zeros((3, len(rows), longest), np.int64)
        table[2] = -1
        for row, parts in enumerate(rows):
            at = 0
            for kind, tokens in enumerate(parts):
                here = np.s_[row, at : at + len(tokens)]
                table[0][here], table[1][here], table[2][here] = tokens, np.arange(len(tokens)), kind
                at += len(tokens)
        return cls(*torch.from_numpy(table))

    def to(self, device: torch.device) -> Pairs:
        """The same on a device."""
        return Pairs(*(part.to(device, non_blocking=True) for part in (self.ids, self.places, self.kinds)))


class Reader(nn.Module):
    """Tells how far each sentence answers its question, against none of them doing so.

    Args:
        packaged: The model.
        rank: Of what is learnt beside each matrix (Hu et al., LoRA, 2021); with 0 the model stays as it is packaged.
    """

    def __init__(self, packaged: PackagedFile, rank: int = RANK) -> None:
        super().__init__()
        hidden = packaged.hidden
        words = np.concatenate([widen(rows.reshape(-1)) for rows in np.array_split(packaged.blocks("emb.word"), 64)])
        self.register_buffer("words", torch.from_numpy(words.reshape(-1, hidden).astype(np.float16)), persistent=False)
        places, types = (packaged.numbers(name).reshape(-1, hidden) for name in ("emb.pos", "emb.type"))
        self.register_buffer("places", torch.from_numpy(places + types[0]), persistent=False)
        self.norm = _Norm(packaged, "emb.ln", trained=False)
        self.layers = nn.ModuleList(_Layer(packaged, number, rank) for number in range(packaged.layers))
        self.kinds = nn.Parameter(torch.zeros(2, hidden))
        self.out = nn.Parameter(torch.randn(2 * hidden) * 0.02)
        self.bias = nn.Parameter(torch.zeros(1))
        self.drop = nn.Dropout(0.1)

    def forward(self, pairs: Pairs) -> Tensor:
        """Logarithms of odds, one for each pair."""
        embedded = self.norm(self.words[pairs.ids].float() + self.places[pairs.places])
        states = self._through(embedded + self.kinds[pairs.kinds.clamp(min=0)], pairs.kinds >= 0)
        means = [_mean(states.float(), pairs.kinds == kind) for kind in (QUESTION, SENTENCE)]
        return self.drop(torch.cat(means, dim=-1)) @ self.out * SHARPNESS + self.bias

    @torch.no_grad()
    def vectors(self, texts: Sequence[Sequence[int]]) -> Tensor:
        """The embeddings of texts by their tokens, each of length 1: with rank 0 those of the packaged model."""
        ids = _padded(texts).to(self.words.device)
        states = self._through(self._embedded(ids), ids >= 0)
        return f.normalize(_mean(states.float(), ids >= 0), dim=1)

    def learnt(self) -> dict[str, NDArray[np.float32]]:
        """What training changed, by the packaged names of what it is added to or stands for."""
        return {
            _packaged_name(name): value.detach().float().cpu().numpy()
            for name, value in self.named_parameters()
            if value.requires_grad
        }

    def _embedded(self, ids: Tensor) -> Tensor:
        return cast("Tensor", self.norm(self.words[ids.clamp(min=0)].float() + self.places[: ids.shape[1]]))

    def _through(self, states: Tensor, real: Tensor) -> Tensor:
        for layer in self.layers:
            states = layer(states, real)
        return states


class _Product(nn.Module):
    """A matrix product and a bias as packaged, and beside it one of low rank that is trained."""

    def __init__(self, packaged: PackagedFile, name: str, rank: int) -> None:
        super().__init__()
        bias = torch.from_numpy(np.array(packaged.numbers(f"{name}.b")))
        weight = torch.from_numpy(np.array(packaged.numbers(f"{name}.w"))).reshape(len(bias), -1)
        self.register_buffer("bias", bias, persistent=False)
        self.register_buffer("weight", weight, persistent=False)
        self.rank = rank
        if rank:
            self.narrow = nn.Parameter(torch.randn(weight.shape[1], rank) * 0.02)
            self.wide = nn.Parameter(torch.zeros(rank, len(bias)))

    def forward(self, states: Tensor) -> Tensor:
        product = f.linear(states, self.weight, self.bias)
        return product + states @ self.narrow @ self.wide if self.rank else product


class _Norm(nn.Module):
    def __init__(self, packaged: PackagedFile, name: str, *, trained: bool) -> None:
        super().__init__()
        self.epsilon = packaged.epsilon
        for part in "wb":
            values = torch.from_numpy(np.array(packaged.numbers(f"{name}.{part}")))
            self.register_parameter(part, nn.Parameter(values, requires_grad=trained))

    def forward(self, states: Tensor) -> Tensor:
        return f.layer_norm(states, self.w.shape, self.w, self.b, self.epsilon)


class _Layer(nn.Module):
    def __init__(self, packaged: PackagedFile, number: int, rank: int) -> None:
        super().__init__()
        self.heads = packaged.heads
        self.products = nn.ModuleDict({part: _Product(packaged, f"l{number}.{part}", rank) for part in _MATRICES})
        self.aln, self.oln = (_Norm(packaged, f"l{number}.{part}", trained=rank > 0) for part in ("aln", "oln"))

    def forward(self, states: Tensor, real: Tensor) -> Tensor:
        texts, tokens, hidden = states.shape
        asked, keys, values = (
            self.products[part](states).view(texts, tokens, self.heads, -1).transpose(1, 2) for part in "qkv"
        )
        seen = f.scaled_dot_product_attention(asked, keys, values, attn_mask=real[:, None, None, :])
        states = self.aln(states + self.products["ao"](seen.transpose(1, 2).reshape(texts, tokens, hidden)))
        return self.oln(states + self.products["fo"](f.gelu(self.products["fi"](states))))


def _packaged_name(name: str) -> str:
    """`layers.3.products.q.narrow` is `l3.q.narrow` in the packaged model."""
    if not name.startswith("layers."):
        return name
    _, number, part = name.split(".", 2)
    return f"l{number}.{part.removeprefix('products.')}"


def _padded(texts: Sequence[Sequence[int]]) -> Tensor:
    ids = torch.full((len(texts), max(map(len, texts))), -1)
    for place, tokens in enumerate(texts):
        ids[place, : len(tokens)] = torch.tensor(tokens)
    return ids


def _mean(states: Tensor, which: Tensor) -> Tensor:
    share = which.to(states.dtype) / which.sum(dim=1, keepdim=True)
    return (states * share[..., None]).sum(dim=1)
