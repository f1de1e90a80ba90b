"""Trains a reranker into a file and measures it: `python -m tests.quality.reading FILE [--device cuda] [--epochs 4]`.

A tenth of the single documents and nine of the houses are left out; their questions tell what was learnt. It wants a
graphics card; on two cores it takes days.
"""

import argparse
import random
from itertools import groupby
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.numpy import save_file

from tests.quality.reading.bank import FILES, Written, read_bank, read_spread
from tests.quality.reading.candidates import Candidates, Search
from tests.quality.reading.layers import Reader
from tests.quality.reading.packing import packed
from tests.quality.reading.told import Told
from tests.quality.reading.training import Plan, Questions, Tokens, scores, train
from tests.quality.reading.turned import Turned
from vectorstore import packaged_model
from vectorstore.packaged_words import PackagedWords

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
    """Train, write what was learnt and print what is told of what was left out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "into", type=Path, help="where what is learnt goes; the product reads vectorstore/reranker.safetensors"
    )
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--epochs", type=int, default=Plan.epochs)
    arguments = parser.parse_args()
    documents, packaged, plan = read_bank(FILES), packaged_model.open_packaged(), Plan(arguments.epochs)
    spread, out = read_spread(documents), left_out(documents)
    tokens, device, chance = Tokens(PackagedWords(packaged)), torch.device(arguments.device), random.Random(plan.seed)
    search = Search(documents, Vectors(Reader(packaged, 0).to(device).eval(), tokens))
    nearest = search.of_documents()
    turned = Turned(documents, chance)
    candidates = Candidates(documents, nearest, search.of_spread(spread), turned, chance)
    torch.manual_seed(plan.seed)
    reader = Reader(packaged).to(device)
    items = [
        (place, n) for place, document in enumerate(documents) if place not in out for n in range(len(document.asked))
    ]
    told, not_told = (
        [(n, s) for n, s in enumerate(spread) if (s.answers[0][0] in out) == way] for way in (False, True)
    )
    train(reader, tokens, Questions(items, told, candidates), plan, chance, lambda line: print(line, flush=True))
    save_file(packed(reader.learnt()), arguments.into)
    measured = Told(
        documents,
        nearest,
        candidates,
        turned,
        lambda text, lines: scores(reader, tokens, text, lines).numpy(),
    )
    for name, houses in (("single documents", False), ("houses", True)):
        places = [place for place in sorted(out) if bool(documents[place].house) == houses]
        print(f"{name} left out:", *measured.lines(places), sep="\n  ")
    of_house = {house: list(places) for house, places in groupby(range(len(documents)), lambda n: documents[n].house)}
    print(" ", measured.spread([s for _, s in not_told], lambda place: of_house[documents[place].house]))


if __name__ == "__main__":
    main()
