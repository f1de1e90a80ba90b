"""Trains a choice of the sentence that answers, and measures it: `python -m tests.quality.reading [--epochs 1]`.

A tenth of the documents is left out and tells how many of its questions are answered by the right line.
"""

import argparse

import numpy as np
import torch

from tests.quality.reading.bank import HERE, read_bank
from tests.quality.reading.layers import Upper
from tests.quality.reading.training import FIRST, told_right, train
from vectorstore import packaged_model


def main() -> None:
    """Print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--epochs", type=int, default=1, help="how often each question is seen; an hour each on one core"
    )
    epochs = parser.parse_args().epochs
    documents, packaged = read_bank(sorted(HERE.glob("*.txt"))), packaged_model.open_packaged()
    print(f"{len(documents)} documents, {sum(len(document.asked) for document in documents)} questions")
    torch.manual_seed(0)
    upper = Upper(packaged, FIRST)
    train(
        packaged,
        [document for at, document in enumerate(documents) if at % 10],
        upper,
        epochs,
        lambda line: print(line, flush=True),
    )
    told = [(bool(asked.answers), best, none) for asked, best, none in told_right(upper, packaged, documents[::10])]
    answered = np.array([best for answerable, best, _ in told if answerable])
    print(f"{len(told)} questions left out: the best line answers {answered.mean():.3f} of {len(answered)}")
    for answerable, name in ((True, "answered"), (False, "not answered")):
        print(f"  told so, of those {name}: {np.mean([none for known, _, none in told if known == answerable]):.3f}")


if __name__ == "__main__":
    main()
