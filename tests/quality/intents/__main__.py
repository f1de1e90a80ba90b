"""Trains what tells the intent of a question: `python -m tests.quality.intents [--write]`.

The questions of `en.tsv`, `fr.tsv` and `ar.tsv` were written by hand for this, for no archive: an intent and a question a line.
Prints how many of those left out are told right, five times a fifth, by the words alone and by meaning and words together. The
weights are learnt from the questions of the reading bank, too, which tell by the kind of their answers what is asked for, and from
the questions that teach sorts of lists.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import save_file
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold, cross_val_predict

from assistant.understand import wanted
from assistant.understand.intents import KINDS, WEIGHTS, features, kind_of
from tests.quality.intents.from_bank import examples
from tests.quality.list_kinds.__main__ import language_of
from tests.quality.list_kinds.__main__ import questions as of_lists
from tests.quality.reading.bank import HERE, read_bank
from vectorstore import load_embedder

LANGUAGES = ("en", "fr", "ar")
_OF_BANK, _OF_LISTS = 0.25, 0.3
_MAY_BE_ONE = ("person", "money")
"""Sorts that questions for one thing are after in the same words."""
_TOPICS = 2
"""Topics that each wording of a question for a sort of list is learnt with."""
"""What a question of the bank counts, which tells the kind of its answer only, and one for a sort of list."""


def questions() -> list[tuple[str, str, str]]:
    """Language, intent and question: every line of the files, those for sorts of lists, then what the bank gives."""
    return [*_written(), *_for_lists(), *examples(read_bank(sorted(HERE.glob("*.txt"))))]


def _written() -> list[tuple[str, str, str]]:
    here = Path(__file__).parent
    lines = [(lang, line) for lang in LANGUAGES for line in (here / f"{lang}.tsv").read_text("utf-8").splitlines()]
    return [(lang, *line.split("\t", 1)) for lang, line in lines]  # type: ignore[misc]


def _for_lists() -> list[tuple[str, str, str]]:
    asked = (text for kind, text, _ in of_lists(_TOPICS) if kind not in _MAY_BE_ONE)
    return [(language_of(text), "list", text) for text in asked]


def main(arguments: Sequence[str]) -> None:
    """Print what was measured, and write the weights if asked to."""
    known, written = questions(), len(_written())
    embedder = load_embedder()
    vectors = np.stack([embedder.embed_query(question) for *_, question in known])
    mean = vectors.mean(axis=0)
    said = [wanted(question) for *_, question in known]
    values = features(vectors - mean, said)
    intents = np.array([intent for _, intent, _ in known])
    report(known[:written], said[:written], values[:written], intents[:written])
    if "--write" in arguments:
        weights = np.full(len(known), _OF_BANK)
        weights[: written + len(_for_lists())] = _OF_LISTS
        weights[:written] = 1.0
        fitted = _regression().fit(values, intents, sample_weight=weights)
        tensors = {"mean": mean, "weights": fitted.coef_.T, "bias": fitted.intercept_}
        about = {"names": " ".join(fitted.classes_), "model": embedder.identity}
        save_file({name: np.ascontiguousarray(t, dtype=np.float32) for name, t in tensors.items()}, WEIGHTS, about)


def report(
    known: Sequence[tuple[str, str, str]], said: Sequence[str], values: NDArray[np.float32], intents: NDArray[np.str_]
) -> None:
    """Print the share of the intents and of the kinds of answer that are told right."""
    folds = StratifiedKFold(5, shuffle=True, random_state=1)
    shares = cross_val_predict(_regression(), values, intents, cv=folds, method="predict_proba")
    names = np.unique(intents)
    by_kind = np.stack([shares[:, [kind_of(name) == kind for name in names]].sum(axis=1) for kind in KINDS], axis=1)
    told, sure = np.array(KINDS)[by_kind.argmax(axis=1)], by_kind.max(axis=1)
    right = np.array([kind_of(intent) or "" for intent in intents])
    one = right != ""
    print(
        f"{len(known)} questions, {len(names)} intents: {np.mean(names[shares.argmax(axis=1)] == intents):.3f} told right"
    )
    print(
        f"kinds of answer, of {one.sum()}: by words {np.mean((np.array(said) == right)[one]):.3f}, by both {np.mean((told == right)[one]):.3f}"
    )
    for least in (0.5, 0.7, 0.85):
        of = one & (sure > least)
        print(f"  surer than {least}: {of.sum() / one.sum():.2f} of them, {np.mean((told == right)[of]):.3f} right")
    for language in LANGUAGES:
        of = one & np.array([lang == language for lang, *_ in known])
        print(f"  {language}: {np.mean((told == right)[of]):.3f}")


def _regression() -> LogisticRegression:
    # Balanced: some intents have many more questions than others, which is no sign that they are asked more often.
    return LogisticRegression(C=1.0, max_iter=500, class_weight="balanced")


if __name__ == "__main__":
    main(sys.argv[1:])
