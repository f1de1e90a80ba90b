"""Trains what tells sorts of lists: `python -m tests.quality.list_kinds [--write]`.

`questions.tsv`, `labels.tsv` and `items.tsv` were written by hand in three languages, for no archive: a sort a line, with a wording
of a question about `{t}`, with headings and introducing lines, or with items. `topics.tsv` says what `{t}` may be. Prints how many of
the wordings left out are told right, five times a fifth.
"""

import random
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import save_file
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict

from assistant.reading.list_kinds import SCALE, WEIGHTS
from vectorstore import load_embedder

_HERE = Path(__file__).parent
_TOPICS = 4
"""Topics that each wording of a question is learnt with."""
_FRENCH = re.compile(r"[éèàêçù]|\b(?:que|qui|les|des|pour|quelles?|quels|de|dans|aux?|est|la|le)\b")
_Example = tuple[str, str, int]
"""The sort, the wording, and the line it is from."""


def questions(of_each: int = _TOPICS) -> Iterator[_Example]:
    """Every wording with some of the topics in its language."""
    chance = random.Random(3)
    topics = {language: told.split("|") for language, told in _lines("topics.tsv")}
    for place, (kind, wording) in enumerate(_lines("questions.tsv")):
        for topic in chance.sample(topics[language_of(wording)], of_each):
            yield kind, wording.replace("{t}", topic), place


def texts(name: str) -> Iterator[_Example]:
    """The labels, or the items."""
    told = [(kind, text) for kind, line in _lines(name) for text in line.split("|")]
    yield from ((kind, text, place) for place, (kind, text) in enumerate(told))


def main(arguments: Sequence[str]) -> None:
    """Print what was measured, and write the weights if asked to."""
    embedder = load_embedder()
    asked = list(questions())
    parts = {"question": (asked, np.stack([embedder.embed_query(text) for _, text, _ in asked]))}
    for part, name in (("label", "labels.tsv"), ("items", "items.tsv")):
        told = list(texts(name))
        parts[part] = (told, np.asarray(embedder.embed_passages([text for _, text, _ in told])))
    tensors: dict[str, NDArray[np.float32]] = {}
    for part, (examples, vectors) in parts.items():
        tensors |= _fitted(part, examples, vectors)
    if "--write" in arguments:
        save_file(tensors, WEIGHTS, {"model": embedder.identity})


def _fitted(part: str, examples: Sequence[_Example], vectors: NDArray[np.float32]) -> dict[str, NDArray[np.float32]]:
    kinds = np.array([kind for kind, *_ in examples])
    mean = vectors.mean(axis=0)
    values = (vectors - mean) * SCALE
    regression = LogisticRegression(C=1.0, max_iter=400)
    told = cross_val_predict(regression, values, kinds, cv=GroupKFold(5), groups=[place for *_, place in examples])
    print(f"{part}: {len(examples)} of {len(np.unique(kinds))} sorts, {np.mean(told == kinds):.3f} told right")
    regression.fit(values, kinds)
    fitted = {"mean": mean, "weights": regression.coef_.T, "bias": regression.intercept_}
    return {f"{part}.{what}": np.ascontiguousarray(t, dtype=np.float32) for what, t in fitted.items()}


def _lines(name: str) -> Iterator[tuple[str, str]]:
    for line in (_HERE / name).read_text("utf-8").splitlines():
        first, _, rest = line.partition("\t")
        yield first, rest


def language_of(text: str) -> str:
    """The language of a wording, as far as its letters and commonest words show."""
    if re.search("[\u0600-\u06ff]", text):
        return "ar"
    return "fr" if _FRENCH.search(text.lower()) else "en"


if __name__ == "__main__":
    main(sys.argv[1:])
