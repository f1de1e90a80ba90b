"""A part of a sentence, and the labels that say what stands behind them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vectorstore import fold

_LABEL = re.compile(r"^([^:|.;]{2,45}?)\s*:\s+(?=\S)")
PLACE_LABELS = re.compile(
    r"^(?:city|town|ville|المدينه|venue|place|location|where|lieu|endroit|المكان|مكان الانعقاد|مكان الاجتماع|الموقع)$"
)
DATE_LABELS = re.compile(r"^(?:dates?|when|deadline|echeance|date limite|التاريخ|تاريخ الانعقاد|الموعد|بتاريخ)\b")


@dataclass(frozen=True, slots=True)
class Span:
    """`text[start:end]` of a sentence."""

    start: int
    end: int


def label(text: str) -> str | None:
    """The folded label of a `Label: value` line."""
    match = _LABEL.match(text)
    return fold(match.group(1)).strip() if match else None
