"""The layers of the packaged model in torch: the lower ones fixed, the upper ones with the little that is trained."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as f

from vectorstore.packaged_file import PackagedFile

RANK = 16
"""Of what is added to a matrix (Hu et al., LoRA, 2021)."""
_SHARPNESS = 5.0
"""What the last product is multiplied with, so that it learns as fast as the layers below."""
_MATRICES = ("q", "k", "v", "ao", "fi", "fo")


@dataclass(frozen=True)
class Pairs:
    """Questions and sentences side by side, padded: states, which of both a token is of, and which are real."""

    states: Tensor
    second: Tensor
    real: Tensor

    @classmethod
    def of(cls, pairs: Sequence[tuple[Tensor, Tensor]]) -> Pairs:
        """Pairs of the states of a question and of a sentence, each of shape (tokens, hidden)."""
        longest, hidden = max(len(one) + len(two) for one, two in pairs), pairs[0][0].shape[1]
        states = torch.zeros(len(pairs), longest, hidden)
        second, real = torch.zeros(2, len(pairs), longest, dtype=torch.bool)
        for place, (one, two) in enumerate(pairs):
            end = len(one) + len(two)
            states[place, :end] = torch.cat([one, two]).float()
            second[place, len(one) : end] = True
            real[place, :end] = True
        return cls(states, second, real)


class _Product(nn.Module):
    """A matrix product and a bias as packaged, and beside it one of low rank that is trained."""

    def __init__(self, packaged: PackagedFile, name: str, *, trained: bool) -> None:
        super().__init__()
        bias = torch.from_numpy(np.array(packaged.numbers(f"{name}.b")))
        self.register_buffer("bias", bias)
        self.register_buffer("weight", torch.from_numpy(np.array(packaged.numbers(f"{name}.w"))).reshape(len(bias), -1))
        self.trained = trained
        if trained:
            self.narrow = nn.Parameter(torch.randn(self.weight.shape[1], RANK) * 0.02)
            self.wide = nn.Parameter(torch.zeros(RANK, len(bias)))

    def forward(self, states: Tensor) -> Tensor:
        product = f.linear(states, self.weight, self.bias)
        return product + states @ self.narrow @ self.wide if self.trained else product


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
    def __init__(self, packaged: PackagedFile, number: int, *, trained: bool) -> None:
        super().__init__()
        self.heads = packaged.heads
        self.products = nn.ModuleDict(
            {part: _Product(packaged, f"l{number}.{part}", trained=trained) for part in _MATRICES}
        )
        self.aln, self.oln = (_Norm(packaged, f"l{number}.{part}", trained=trained) for part in ("aln", "oln"))

    def forward(self, states: Tensor, real: Tensor | None) -> Tensor:
        texts, tokens, hidden = states.shape
        asked, keys, values = (
            self.products[part](states).view(texts, tokens, self.heads, -1).transpose(1, 2) for part in "qkv"
        )
        mask = None if real is None else real[:, None, None, :]
        seen = f.scaled_dot_product_attention(asked, keys, values, attn_mask=mask)
        states = self.aln(states + self.products["ao"](seen.transpose(1, 2).reshape(texts, tokens, hidden)))
        return self.oln(states + self.products["fo"](f.gelu(self.products["fi"](states))))


class Lower(nn.Module):
    """The first layers, which read a text alone and stay as they are packaged."""

    def __init__(self, packaged: PackagedFile, layers: int) -> None:
        super().__init__()
        self.norm = _Norm(packaged, "emb.ln", trained=False)
        self.layers = nn.ModuleList(_Layer(packaged, number, trained=False) for number in range(layers))

    @torch.no_grad()
    def forward(self, embedded: Tensor) -> Tensor:
        """States of texts from their embeddings, both of shape (texts, tokens, hidden)."""
        states = self.norm(embedded)
        for layer in self.layers:
            states = layer(states, None)
        return states


class Upper(nn.Module):
    """The other layers, which read a question and a sentence together and are trained."""

    def __init__(self, packaged: PackagedFile, first: int) -> None:
        super().__init__()
        self.layers = nn.ModuleList(_Layer(packaged, n, trained=True) for n in range(first, packaged.layers))
        self.kinds = nn.Parameter(torch.zeros(2, packaged.hidden))
        self.out = nn.Parameter(torch.randn(2 * packaged.hidden) * 0.02)
        self.bias = nn.Parameter(torch.zeros(1))
        self.drop = nn.Dropout(0.1)

    def forward(self, pairs: Pairs) -> Tensor:
        """How far each sentence answers its question, against none of them doing so."""
        states = pairs.states + self.kinds[pairs.second.long()]
        for layer in self.layers:
            states = layer(states, pairs.real)
        means = [_mean(states, pairs.real & ~pairs.second), _mean(states, pairs.second)]
        return self.drop(torch.cat(means, dim=-1)) @ self.out * _SHARPNESS + self.bias


def _mean(states: Tensor, which: Tensor) -> Tensor:
    share = which.float() / which.sum(dim=1, keepdim=True)
    return (states * share[..., None]).sum(dim=1)
