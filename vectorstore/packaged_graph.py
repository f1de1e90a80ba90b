"""The transformer of the packaged model as an ONNX graph, its weights in four bits as they are packaged.

`MatMulNBits` multiplies by such weights in float32, widening a few at a time: the vectors are those of float32 weights
(cosine 1.0000) at the speed of float32 weights, in a sixth of the memory.
"""

from __future__ import annotations

import numpy as np

from vectorstore.onnx_graph import Graph
from vectorstore.packaged_file import BLOCK_WEIGHTS, PackagedFile

INPUT = "embeddings"


def transformer(packaged: PackagedFile) -> bytes:
    """An ONNX model from the embeddings of texts to their last states, both of shape (texts, tokens, hidden).

    The embeddings are the sums of word, place and type, not yet normalised. There is no mask: the texts of one run are
    of the same length.
    """
    build = _Builder(packaged)
    states = build.normalised(INPUT, "emb.ln")
    for layer in range(packaged.layers):
        states = build.layer(states, f"l{layer}")
    return build.graph.encoded({INPUT: ("texts", "tokens", packaged.hidden)}, states)


class _Builder:
    """Adds the parts of a BERT encoder (Devlin et al., 2019) to a graph, each by the name of its weights."""

    def __init__(self, packaged: PackagedFile) -> None:
        self.graph = Graph()
        self._packaged = packaged

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
        scale, shift = (self.graph.weight(self._packaged.numbers(f"{name}.{part}")) for part in "wb")
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
        return self.graph.add("MatMulNBits", states, weights, scales, "", "", bias, contrib=True, **sizes)
