"""The transformer of the packaged model as an ONNX graph, its weights in four bits as they are packaged.

`MatMulNBits` multiplies by such weights in float32, widening a few at a time: the vectors are those of float32 weights
(cosine 1.0000) at the speed of float32 weights, in a sixth of the memory.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from vectorstore.onnx_graph import Graph
from vectorstore.packaged_file import BLOCK_WEIGHTS, PackagedFile

INPUT = "embeddings"
KINDS = "kinds"
"""What is added to tell the tokens of a question from those of a sentence."""

Adapters = Mapping[str, NDArray[np.float32]]
"""What training changed, by the packaged names: norms as a whole, matrices as two thin ones to multiply and add."""


def transformer(packaged: PackagedFile) -> bytes:
    """An ONNX model from the embeddings of texts to their last states, both of shape (texts, tokens, hidden).

    The embeddings are the sums of word, place and type, not yet normalised. There is no mask: the texts of one run are
    of the same length.
    """
    build = _Builder(packaged, {})
    return build.encoded(build.layers(build.normalised(INPUT, "emb.ln")), INPUT)


def reading_together(packaged: PackagedFile, learnt: Adapters) -> bytes:
    """The same as training changed it, for a question and a sentence one after the other; `KINDS` has the shape of `INPUT`."""
    build = _Builder(packaged, learnt)
    told_apart = build.graph.add("Add", build.normalised(INPUT, "emb.ln"), KINDS)
    return build.encoded(build.layers(told_apart), INPUT, KINDS)


class _Builder:
    """Adds the parts of a BERT encoder (Devlin et al., 2019) to a graph, each by the name of its weights."""

    def __init__(self, packaged: PackagedFile, learnt: Adapters) -> None:
        self.graph = Graph()
        self._packaged = packaged
        self._learnt = learnt

    def encoded(self, states: str, *inputs: str) -> bytes:
        """The graph as an ONNX model, with inputs that all have the shape of the states."""
        shape = ("texts", "tokens", self._packaged.hidden)
        return self.graph.encoded(dict.fromkeys(inputs, shape), states)

    def layers(self, states: str) -> str:
        """All layers, one after the other."""
        for number in range(self._packaged.layers):
            states = self.layer(states, f"l{number}")
        return states

    def layer(self, states: str, name: str) -> str:
        """Attention, then the feed-forward part, each added to what went in and normalised."""
        asked, keys, values = (self._linear(states, f"{name}.{part}") for part in "qkv")
        heads = self._packaged.heads
        seen = self.graph.add("MultiHeadAttention", asked, keys, values, contrib=True, num_heads=heads)
        states = self._joined(self._linear(seen, f"{name}.ao"), states, f"{name}.aln")
        wide = self.graph.add("Gelu", self._linear(states, f"{name}.fi"))
        return self._joined(self._linear(wide, f"{name}.fo"), states, f"{name}.oln")

    def normalised(self, states: str, name: str) -> str:
        """Layer normalisation."""
        epsilon = self._packaged.epsilon
        return self.graph.add("LayerNormalization", states, *self._scale_and_shift(name), axis=-1, epsilon=epsilon)

    def _joined(self, states: str, earlier: str, name: str) -> str:
        inputs = (states, earlier, *self._scale_and_shift(name))
        return self.graph.add("SkipLayerNormalization", *inputs, contrib=True, epsilon=self._packaged.epsilon)

    def _scale_and_shift(self, name: str) -> tuple[str, str]:
        names = (f"{name}.w", f"{name}.b")
        numbers = (self._learnt[one] if one in self._learnt else self._packaged.numbers(one) for one in names)
        scale, shift = (self.graph.weight(values) for values in numbers)
        return scale, shift

    def _linear(self, states: str, name: str) -> str:
        """A matrix product and a bias; the operator wants weights 2n and 2n + 1 of a block together in byte n."""
        blocks = self._packaged.blocks(f"{name}.w")
        rows, across = blocks.shape
        each = np.concatenate([blocks["halves"] & 0x0F, blocks["halves"] >> 4], axis=-1)
        weights = self.graph.weight(each[..., 0::2] | each[..., 1::2] << 4)
        scales = self.graph.weight(blocks["scale"].astype(np.float32).reshape(-1))
        bias = self.graph.weight(self._packaged.numbers(f"{name}.b"))
        sizes = {"N": rows, "K": across * BLOCK_WEIGHTS, "bits": 4, "block_size": BLOCK_WEIGHTS}
        product = self.graph.add("MatMulNBits", states, weights, scales, "", "", bias, contrib=True, **sizes)
        return self._with_learnt(states, product, name)

    def _with_learnt(self, states: str, product: str, name: str) -> str:
        """What training adds to a matrix product: that with a matrix of low rank (Hu et al., LoRA, 2021), as two thin ones."""
        if f"{name}.narrow" not in self._learnt:
            return product
        narrow, wide = (self.graph.weight(self._learnt[f"{name}.{part}"]) for part in ("narrow", "wide"))
        return self.graph.add("Add", product, self.graph.add("MatMul", self.graph.add("MatMul", states, narrow), wide))
