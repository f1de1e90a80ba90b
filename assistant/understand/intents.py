"""What a question asks for, told from its meaning as well as from its words.

A logistic regression over the embedding of the question and over what its words say (`wants.py`), trained on questions that
were written by hand in three languages for no archive (`python -m tests.quality.intents`). The embedding carries what the
wordings of one intent have in common; the words carry what few questions could teach. Of 3,014 questions of the reading bank
it tells the kind of answer of 0.80 where the others were learnt from and of 0.72 where they were not; the words alone of 0.70.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import get_args

import numpy as np
from numpy.typing import NDArray

from assistant.understand.question import Question
from assistant.understand.wants import Wants, counts

WEIGHTS = Path(__file__).with_name("intents.safetensors")
KINDS: tuple[Wants, ...] = get_args(Wants)
MEANING, WORDS = 15.0, 2.0
"""How much the embedding and the words count before the weights; a vector of length 1 has small parts."""
_LIKELY, _SURE = 0.5, 0.85
"""What the likeliest kind of answer needs where the words say no definite one, and where they say another."""
_LIKELY_LIST = 0.6
"""The first of these for a list, which in the place of the one thing asked for says less."""
_INDEFINITE: tuple[Wants, ...] = ("fact", "definition")
_OF_REGISTER: dict[str, Wants] = {
    "event.list": "list",
    "event.count": "number",
    "event.when": "date",
    "event.sum": "number",
    "event.held": "yes_no",
    "agreement.list": "list",
    "agreement.count": "number",
    "agreement.signed": "date",
    "agreement.ends": "date",
    "agreement.planned": "date",
    "agreement.in_force": "yes_no",
    "programme.list": "list",
    "programme.count": "number",
    "commitment.list": "list",
    "contribution.sum": "money",
    "partner.list": "list",
    "office.holder": "person",
}
"""The kind of answer of an intent that concerns all documents, where it has but one."""


@dataclass(frozen=True)
class Intents:
    """The trained weights: one column for each intent."""

    names: tuple[str, ...]
    model: str
    """The embedding model whose vectors they are for."""
    mean: NDArray[np.float32]
    weights: NDArray[np.float32]
    bias: NDArray[np.float32]

    def likely(self, vector: NDArray[np.float32], said: Wants) -> dict[str, float]:
        """The probability of each intent of a question, given its embedding and the kind of answer its words say."""
        values = features(vector[None] - self.mean, [said]) @ self.weights + self.bias
        powers = np.exp(values[0] - values.max())
        return dict(zip(self.names, (powers / powers.sum()).tolist(), strict=True))

    def wants(self, vector: NDArray[np.float32], said: Wants) -> dict[Wants, float]:
        """How likely each kind of answer is."""
        shares: dict[Wants, float] = dict.fromkeys(KINDS, 0.0)
        for name, share in self.likely(vector, said).items():
            kind = kind_of(name)
            if kind is not None:
                shares[kind] += share
        return shares


def with_intent(question: Question, vector: NDArray[np.float32], model: str) -> Question:
    """A question with the kind of answer that its meaning and its words ask for together.

    One that leans on the conversation stays as it is, since its embedding is that of more than it says; so does one that
    counts in so many words, and every question where another embedding model is used.

    Args:
        question: As its words were understood.
        vector: The embedding of its standalone form.
        model: The identity of the embedding model.
    """
    intents = read_intents()
    if question.leans or model != intents.model:
        return question
    shares = intents.wants(vector, question.wants)
    wants = max(KINDS, key=shares.__getitem__)
    share = shares[wants]
    question = replace(question, lists=shares["list"])
    if question.wants == "number" and counts(question.text):
        return question
    likely = _LIKELY_LIST if wants == "list" else _LIKELY
    if share < (likely if question.wants in _INDEFINITE else _SURE) or wants == question.wants:
        return question
    return replace(question, wants=wants, also=tuple(kind for kind in question.also if kind != wants))


def kind_of(intent: str) -> Wants | None:
    """The kind of answer that an intent asks for; None where it has several."""
    return next((kind for kind in KINDS if kind == intent), _OF_REGISTER.get(intent))


def features(centred: NDArray[np.float32], said: Sequence[Wants]) -> NDArray[np.float32]:
    """One row for each question: its embedding less the mean of all, and a place for each kind of answer."""
    words = np.array([[kind == one for kind in KINDS] for one in said], dtype=np.float32)
    return np.hstack([centred * np.float32(MEANING), words * np.float32(WORDS)])


@lru_cache(maxsize=1)
def read_intents() -> Intents:
    """The weights that come with the assistant."""
    from safetensors import safe_open

    with safe_open(WEIGHTS, framework="np") as file:
        about = file.metadata()
        mean, weights, bias = (file.get_tensor(name) for name in ("mean", "weights", "bias"))
    return Intents(tuple(about["names"].split()), about["model"], mean, weights, bias)
