"""Trains the upper layers on the bank: of the lines that a question is read with and none, the one that answers."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional as f
from torch.nn.utils import clip_grad_norm_

from tests.quality.reading.bank import Asked, Written
from tests.quality.reading.candidates import Candidates, Nearest
from tests.quality.reading.layers import Pairs, Reader
from tests.quality.reading.typed import typed
from vectorstore.packaged_model import PASSAGE_PROMPT, QUERY_PROMPT
from vectorstore.packaged_words import PackagedWords
from vectorstore.reranker import MOST_TOKENS

Item = tuple[int, int]
"""A question: the place of its document in the bank, and its own in the document."""


@dataclass(frozen=True)
class Plan:
    """How to train."""

    epochs: int = 3
    rate: float = 5e-4
    """The highest learning rate."""
    together: int = 16
    """Questions in a step."""
    seed: int = 0


class Tokens:
    """The tokens of texts, each cut once."""

    def __init__(self, words: PackagedWords) -> None:
        self._words = words
        self._known: dict[str, Sequence[int]] = {}

    def question(self, text: str) -> Sequence[int]:
        return self._cut(QUERY_PROMPT + text)

    def sentence(self, text: str) -> Sequence[int]:
        return self._cut(PASSAGE_PROMPT + text)

    def _cut(self, text: str) -> Sequence[int]:
        if text not in self._known:
            self._known[text] = self._words.tokens(text, MOST_TOKENS)
        return self._known[text]


def train(
    reader: Reader,
    tokens: Tokens,
    bank: Sequence[Written],
    nearest: Nearest,
    places: Sequence[int],
    plan: Plan,
    say: Callable[[str], None],
) -> None:
    """Train the upper layers on the questions of the documents at some places of a bank."""
    chance = random.Random(plan.seed)
    items = [(place, number) for place in places for number in range(len(bank[place].asked))]
    candidates = Candidates(bank, nearest, chance)
    trained = [values for values in reader.parameters() if values.requires_grad]
    steps = plan.epochs * (len(items) // plan.together)
    optimiser = torch.optim.AdamW(trained, lr=plan.rate, weight_decay=0.01)
    rates = torch.optim.lr_scheduler.OneCycleLR(optimiser, plan.rate, total_steps=steps + 1, pct_start=0.1)
    losses: list[float] = []
    reader.train()
    for step, batch in enumerate(_batches(items, plan, chance), 1):
        loss = _loss(reader, tokens, bank, candidates, batch, chance)
        optimiser.zero_grad()
        loss.backward()
        clip_grad_norm_(trained, 1.0)
        optimiser.step()
        rates.step()
        losses.append(float(loss.detach()))
        if step % 100 == 0:
            say(f"step {step} of {steps}: loss {sum(losses[-100:]) / 100:.3f}")
    reader.eval()


@torch.no_grad()
def scores(reader: Reader, tokens: Tokens, question: str, sentences: Sequence[str]) -> Tensor:
    """How far each sentence answers a question."""
    pairs = Pairs.of_tokens([tokens.question(question)], [(0, tokens.sentence(text)) for text in sentences])
    with _fast(reader):
        return reader(pairs.to(reader.bias.device)).float().cpu()


def told_right(reader: Reader, tokens: Tokens, documents: Sequence[Written]) -> Iterator[tuple[Asked, bool, bool]]:
    """For each question of documents: whether its best line is one that answers, and whether "none" is told right."""
    for document in documents:
        for asked in document.asked:
            read = scores(reader, tokens, asked.text, document.lines)
            best = int(read.argmax())
            yield asked, best in asked.answers, (read[best].item() > 0) == bool(asked.answers)


def _batches(items: Sequence[Item], plan: Plan, chance: random.Random) -> Iterator[list[Item]]:
    for _ in range(plan.epochs):
        order = chance.sample(items, len(items))
        yield from (order[at : at + plan.together] for at in range(0, len(order) - plan.together + 1, plan.together))


def _loss(
    reader: Reader,
    tokens: Tokens,
    bank: Sequence[Written],
    candidates: Candidates,
    batch: Sequence[Item],
    chance: random.Random,
) -> Tensor:
    """Cross entropy of "none" and the lines of each question."""
    read = [candidates.of(*item) for item in batch]
    asked = [tokens.question(typed(bank[place].asked[number].text, chance)) for place, number in batch]
    said = [(place, tokens.sentence(line)) for place, one in enumerate(read) for line in one.lines]
    device = reader.bias.device
    with _fast(reader):
        found = reader(Pairs.of_tokens(asked, said).to(device)).float()
    none = torch.zeros(1, device=device)
    rows = [torch.cat([none, part]) for part in found.split([len(one.lines) for one in read])]
    table = torch.nn.utils.rnn.pad_sequence(rows, batch_first=True, padding_value=-1e4)
    right = torch.tensor([0 if one.answer is None else 1 + one.answer for one in read], device=device)
    return f.cross_entropy(table, right)


def _fast(reader: Reader) -> torch.autocast:
    """Half precision where the device is fast at it."""
    kind = reader.bias.device.type
    return torch.autocast(kind, torch.bfloat16, enabled=kind == "cuda")
