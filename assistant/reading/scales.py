"""What the passages of one question are measured against: the best of them, and the spread of their embeddings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

import numpy as np
from numpy.typing import NDArray

from assistant.reading.matching import searchable
from assistant.understand import Question
from vectorstore import Passage, StoredSentence


class Scales:
    """What the passages of one question are measured against."""

    def __init__(
        self,
        question: Question,
        vector: NDArray[np.float32],
        passages: Sequence[Passage],
        sentences: Mapping[int, Sequence[StoredSentence]],
    ) -> None:
        self.best = max((passage.score for passage in passages), default=1.0)
        self.documents: dict[str, float] = {}
        for passage in passages:
            known = self.documents.get(passage.source.document, 0.0)
            self.documents[passage.source.document] = max(known, passage.score)
        self._said: dict[str, set[str]] = {}
        for passage in passages:
            said = self._said.setdefault(passage.source.document, set())
            said.update(*(searchable(sentence) for sentence in sentences.get(passage.chunk_id, ())))
        self._texts: dict[str, str] = {}
        for passage in sorted(passages, key=lambda passage: passage.start):
            self._texts[passage.source.document] = f"{self._texts.get(passage.source.document, '')}\n{passage.text}"
        self._dates = sorted({passage.source.date or "" for passage in passages})
        nearness: dict[str, list[float]] = {}
        for passage in passages:
            own = nearness.setdefault(passage.source.language, [])
            own += [float(s.vector @ vector) for s in sentences.get(passage.chunk_id, ()) if s.kind != "header"]
        self._spread = {language: (float(np.mean(n)), float(np.std(n))) for language, n in nearness.items() if n}

    def said(self, document: str) -> Set[str]:
        """The terms of all passages found of a document."""
        return self._said[document]

    def text(self, document: str) -> str:
        """All passages found of a document, one after the other."""
        return self._texts[document]

    def newest(self, date: str | None) -> float:
        """The place of a date among those of the passages: 1 the newest."""
        return self._dates.index(date or "") / max(1, len(self._dates) - 1)

    def apart(self, cosine: float, language: str) -> float:
        """How far a cosine lies above the mean of its language, 0 to 1 for none to four standard deviations."""
        mean, deviation = self._spread[language]
        return min(1.0, max(0.0, (cosine - mean) / (4 * deviation))) if deviation > 1e-6 else 0.0
