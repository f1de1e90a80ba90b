"""Trains the reranker on the bank: of the lines that a question is read with and none, the one that answers."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import cast

import torch
from torch import Tensor
from torch.nn import functional as f
from torch.nn.utils import clip_grad_norm_

from tests.quality.reading.bank import Spread
from tests.quality.reading.candidates import Candidates, Read
from tests.quality.reading.layers import Pairs, Reader
from tests.quality.reading.typed import typed
from vectorstore.packaged_model import PASSAGE_PROMPT, QUERY_PROMPT
from vectorstore.packaged_words import PackagedWords
from vectorstore.reranker import MOST_TOKENS


@dataclass(frozen=True)
class Plan:
    """How to train."""

    epochs: int = 4
    rate: float = 5e-4
    """The highest learning rate."""
    together: int = 16
    """Questions in a step."""
    spread_again: int = 2
    """How often a question for what several documents tell is read in an epoch: there are few of them."""
    seed: int = 0


class Tokens:
    """The tokens of texts, those of lines cut once."""

    def __init__(self, words: PackagedWords) -> None:
        self._words = words
        self._known: dict[str, Sequence[int]] = {}

    def question(self, text: str) -> Sequence[int]:
        """Of a question."""
        return self._words.tokens(QUERY_PROMPT + text, MOST_TOKENS)

    def sentence(self, text: str) -> Sequence[int]:
        """Of a sentence with what stands above it."""
        if text not in self._known:
            self._known[text] = self._words.tokens(PASSAGE_PROMPT + text, MOST_TOKENS)
        return self._known[text]


def train(
    reader: Reader, tokens: Tokens, questions: Questions, plan: Plan, chance: random.Random, say: Callable[[str], None]
) -> None:
    """Train on questions, each read in every epoch with other lines and typed in another way."""
    trained = [values for values in reader.parameters() if values.requires_grad]
    steps = plan.epochs * (questions.count(plan) // plan.together)
    optimiser = torch.optim.AdamW(trained, lr=plan.rate, weight_decay=0.01)
    rates = torch.optim.lr_scheduler.OneCycleLR(optimiser, plan.rate, total_steps=steps + 1, pct_start=0.08)
    losses: list[float] = []
    reader.train()
    for step, batch in enumerate(questions.batches(plan, chance), 1):
        loss = _loss(reader, tokens, batch, chance)
        optimiser.zero_grad()
        loss.backward()
        clip_grad_norm_(trained, 1.0)
        optimiser.step()
        rates.step()
        losses.append(float(loss.detach()))
        if step % 100 == 0:
            say(f"step {step} of {steps}: loss {sum(losses[-100:]) / 100:.3f}")
    reader.eval()


@dataclass(frozen=True)
class Questions:
    """What is learnt from: the questions of some documents, by document and number, and of what several of them tell."""

    of_documents: Sequence[tuple[int, int]]
    of_spread: Sequence[tuple[int, Spread]]
    candidates: Candidates

    def count(self, plan: Plan) -> int:
        """How many are read in an epoch."""
        return len(self.of_documents) + plan.spread_again * len(self.of_spread)

    def batches(self, plan: Plan, chance: random.Random) -> Iterator[list[Read]]:
        """The lines for the questions of each step."""
        for _ in range(plan.epochs):
            order = [*range(len(self.of_documents)), *[-1 - n for n in range(len(self.of_spread))] * plan.spread_again]
            chance.shuffle(order)
            for at in range(0, len(order) - plan.together + 1, plan.together):
                yield [self._read(place) for place in order[at : at + plan.together]]

    def _read(self, place: int) -> Read:
        if place >= 0:
            return self.candidates.of(*self.of_documents[place])
        number, spread = self.of_spread[-1 - place]
        return self.candidates.of_spread(spread, number)


@torch.no_grad()
def scores(reader: Reader, tokens: Tokens, question: str, lines: Sequence[str]) -> Tensor:
    """How far each line answers a question."""
    asked = tokens.question(question)
    pairs = Pairs.of_tokens([(asked, tokens.sentence(line)) for line in lines])
    with _fast(reader):
        return cast("Tensor", reader(pairs.to(reader.bias.device))).float().cpu()


def _loss(reader: Reader, tokens: Tokens, batch: Sequence[Read], chance: random.Random) -> Tensor:
    """Cross entropy of "none" and the lines of each question."""
    asked = [tokens.question(typed(read.text, chance)) for read in batch]
    pairs = Pairs.of_tokens([(asked[n], tokens.sentence(line)) for n, read in enumerate(batch) for line in read.lines])
    device = reader.bias.device
    with _fast(reader):
        found = reader(pairs.to(device)).float()
    none = torch.zeros(1, device=device)
    rows = [torch.cat([none, part]) for part in found.split([len(read.lines) for read in batch])]
    table = torch.nn.utils.rnn.pad_sequence(rows, batch_first=True, padding_value=-1e4)
    right = torch.tensor([0 if read.answer is None else 1 + read.answer for read in batch], device=device)
    return f.cross_entropy(table, right)


def _fast(reader: Reader) -> torch.autocast:
    """Half precision where the device is fast at it."""
    kind = reader.bias.device.type
    return torch.autocast(kind, torch.bfloat16, enabled=kind == "cuda")
