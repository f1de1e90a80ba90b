"""Trains the reranker and measures it: `python -m tests.quality.reading [--device cuda] [--epochs 3] [--into FILE]`.

A tenth of the single documents and nine of the houses are left out, and tell how many of their questions are answered by the right line of
their document. On a graphics card of 2026 it takes ten minutes, on two cores a week.
"""

import argparse
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.numpy import save_file

from tests.quality.reading.bank import FILES, Written, read_bank
from tests.quality.reading.candidates import nearest_lines
from tests.quality.reading.layers import Reader
from tests.quality.reading.packing import packed
from tests.quality.reading.training import Plan, Tokens, told_right, train
from vectorstore import packaged_model
from vectorstore.packaged_words import PackagedWords
from vectorstore.reranker import WEIGHTS

LEFT_OUT = (
    "mails-01",
    "tables-02",
    "conventions-01",
    "letters-02",
    "minutes-03",
    "resolutions-03",
    "bulletins-05",
    "mixed-05",
    "partners-05",
)
"""Houses that nothing is learnt from."""
_TOGETHER = 64


class Vectors:
    """Embeds the lines and questions of the bank as the packaged model does, on any device."""

    def __init__(self, reader: Reader, tokens: Tokens) -> None:
        self._reader, self._tokens = reader, tokens

    def embed_passages(self, texts: list[str]) -> NDArray[np.float32]:
        tokens = [self._tokens.sentence(text) for text in texts]
        parts = [self._reader.vectors(tokens[at : at + _TOGETHER]).cpu() for at in range(0, len(tokens), _TOGETHER)]
        return torch.cat(parts).numpy()

    def embed_query(self, text: str) -> NDArray[np.float32]:
        return self._reader.vectors([self._tokens.question(text)])[0].cpu().numpy()


def left_out(documents: list[Written]) -> set[int]:
    """The places of the documents that nothing is learnt from."""
    single = [place for place, document in enumerate(documents) if not document.house]
    return {*single[::10], *(place for place, document in enumerate(documents) if document.house in LEFT_OUT)}


def main() -> None:
    """Train, print what was measured and write what was learnt."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--epochs", type=int, default=Plan.epochs)
    parser.add_argument("--into", type=Path, default=WEIGHTS)
    arguments = parser.parse_args()
    documents, packaged = read_bank(FILES), packaged_model.open_packaged()
    tokens, device = Tokens(PackagedWords(packaged)), torch.device(arguments.device)
    torch.manual_seed(Plan.seed)
    nearest = nearest_lines(documents, Vectors(Reader(packaged, 0).to(device).eval(), tokens))
    reader, out = Reader(packaged).to(device), left_out(documents)
    places = [place for place in range(len(documents)) if place not in out]
    train(reader, tokens, documents, nearest, places, Plan(arguments.epochs), lambda line: print(line, flush=True))
    save_file(packed(reader.learnt()), arguments.into)
    for name, houses in (("single documents", False), ("houses", True)):
        some = [documents[place] for place in sorted(out) if bool(documents[place].house) == houses]
        told = list(told_right(reader, tokens, some))
        first = [best for asked, best, _ in told if asked.answers]
        print(f"{name} left out: the best line answers {np.mean(first):.3f} of {len(first)} questions;")
        for answered in (True, False):
            right = [none for asked, _, none in told if bool(asked.answers) == answered]
            print(f"  told so of those {'' if answered else 'not '}answered: {np.mean(right):.3f} of {len(right)}")


if __name__ == "__main__":
    main()
