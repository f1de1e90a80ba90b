"""Trains the upper layers on the bank: of the lines of a document and none, the one that answers."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence

import torch
from torch import Tensor
from torch.nn import functional as f
from torch.nn.utils import clip_grad_norm_

from tests.quality.reading.bank import Asked, Written
from tests.quality.reading.layers import Lower, Pairs, Upper
from vectorstore.packaged_file import PackagedFile
from vectorstore.packaged_model import PASSAGE_PROMPT, QUERY_PROMPT
from vectorstore.packaged_words import PackagedWords

FIRST = 6
"""The first of the twelve layers that reads question and sentence together."""
MOST_TOKENS = 96
"""Of a question or a sentence; the rest is not read."""
_TOGETHER, _RATE = 6, 1e-3
"""Questions in a step, and the highest learning rate."""
_BESIDE = 4
"""Other lines of its document for each question: of other documents many a line would answer it, too."""

Item = tuple[Written, Asked]


class States:
    """The states of texts after the lower layers, each computed once."""

    def __init__(self, packaged: PackagedFile) -> None:
        self._words, self._lower = PackagedWords(packaged), Lower(packaged, FIRST).eval()
        self._known: dict[str, Tensor] = {}

    def __call__(self, text: str) -> Tensor:
        """Of shape (tokens, hidden)."""
        if text not in self._known:
            embedded = self._words.embedded([self._words.tokens(text, MOST_TOKENS)])
            self._known[text] = self._lower(torch.from_numpy(embedded))[0].half()
        return self._known[text]

    def pair(self, question: str, sentence: str) -> tuple[Tensor, Tensor]:
        """Those of a question and a sentence."""
        return self(QUERY_PROMPT + question), self(PASSAGE_PROMPT + sentence)


def train(
    packaged: PackagedFile,
    documents: Sequence[Written],
    upper: Upper,
    epochs: int,
    say: Callable[[str], None],
) -> None:
    """Train the upper layers on the questions of some documents, each against other lines of its document."""
    chance = random.Random(0)
    states = States(packaged)
    items = [(document, asked) for document in documents for asked in document.asked]
    trained = [values for values in upper.parameters() if values.requires_grad]
    steps = epochs * (len(items) // _TOGETHER)
    optimiser = torch.optim.AdamW(trained, lr=_RATE, weight_decay=0.01)
    rates = torch.optim.lr_scheduler.OneCycleLR(optimiser, _RATE, total_steps=steps + 1, pct_start=0.1)
    losses: list[float] = []
    for step, batch in enumerate(_batches(items, epochs, chance), 1):
        loss = _loss(
            upper, states, [(asked, _candidates(document, asked, documents, chance)) for document, asked in batch]
        )
        optimiser.zero_grad()
        loss.backward()
        clip_grad_norm_(trained, 1.0)
        optimiser.step()
        rates.step()
        losses.append(loss.item())
        if step % 50 == 0:
            say(f"step {step} of {steps}: loss {sum(losses[-50:]) / 50:.3f}")
    upper.eval()


@torch.no_grad()
def told_right(
    upper: Upper, packaged: PackagedFile, documents: Sequence[Written]
) -> Iterator[tuple[Asked, bool, bool]]:
    """For each question of documents: whether its best line is one that answers, and whether "none" is told right."""
    states = States(packaged)
    for document in documents:
        for asked in document.asked:
            scores = upper(Pairs.of([states.pair(asked.text, line) for line in document.lines]))
            best = int(scores.argmax())
            yield asked, best in asked.answers, (scores[best].item() > 0) == bool(asked.answers)


def _batches(items: Sequence[Item], epochs: int, chance: random.Random) -> Iterator[list[Item]]:
    for _ in range(epochs):
        order = chance.sample(items, len(items))
        yield from (order[at : at + _TOGETHER] for at in range(0, len(order) - _TOGETHER + 1, _TOGETHER))


def _candidates(document: Written, asked: Asked, documents: Sequence[Written], chance: random.Random) -> list[str]:
    """A line that answers, or the one that misleads, before others of the document and one of another document."""
    first = chance.choice((asked.answers[0], *asked.answers)) if asked.answers else asked.misleading
    others = [n for n in range(len(document.lines)) if n != first and n not in asked.answers]
    chosen = [first, *chance.sample(others, min(_BESIDE, len(others)))]
    return [*(document.lines[n] for n in chosen), chance.choice(chance.choice(documents).lines)]


def _loss(upper: Upper, states: States, batch: Sequence[tuple[Asked, Sequence[str]]]) -> Tensor:
    """Cross entropy of "none" and the candidates of each question."""
    scores = upper(Pairs.of([states.pair(asked.text, text) for asked, texts in batch for text in texts]))
    parts = scores.split([len(texts) for _, texts in batch])
    losses = [
        f.cross_entropy(torch.cat([torch.zeros(1), part])[None], torch.tensor([1 if asked.answers else 0]))
        for (asked, _), part in zip(batch, parts, strict=True)
    ]
    return torch.stack(losses).mean()
