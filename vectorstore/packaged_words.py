"""What goes into the packaged model for a text: its tokens, and the sum of a word, a place and a type for each."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from vectorstore.packaged_file import PackagedFile, widen
from vectorstore.packaged_tokens import Tokenizer


class PackagedWords:
    """Tokens and embeddings of texts; safe to share between threads.

    Of the table of words, six sevenths of the model, the rows of a text are read where they lie in the packaged file.
    """

    def __init__(self, packaged: PackagedFile) -> None:
        self._hidden = packaged.hidden
        self._most = packaged.positions
        self._end = packaged.eos
        self._words = packaged.blocks("emb.word")
        places, types = (packaged.numbers(name).reshape(-1, packaged.hidden) for name in ("emb.pos", "emb.type"))
        self._places = places + types[0]
        self._tokenizer = Tokenizer(packaged)

    def count(self, text: str) -> int:
        """The tokens of a whole text, with the model's marks."""
        return len(self._tokenizer.tokens(text))

    def tokens(self, text: str, most: int | None = None) -> list[int]:
        """The tokens of a text with the model's marks, cut to `most` or to what the model reads."""
        tokens = self._tokenizer.tokens(text)
        most = most or self._most
        return tokens if len(tokens) <= most else [*tokens[: most - 1], self._end]

    def embedded(self, texts: Sequence[Sequence[int]]) -> NDArray[np.float32]:
        """The embeddings of texts of one length, not yet normalised, of shape (texts, tokens, hidden)."""
        words = widen(self._words[np.array(texts)].reshape(-1)).reshape(len(texts), -1, self._hidden)
        return np.asarray(words + self._places[: words.shape[1]], dtype=np.float32)
