"""Measures which sentence the assistant chooses: `python -m tests.quality.reading.choice FOLDER [--half second] [--every 3]`.

The documents of the bank are ingested into FOLDER (some minutes, once). Each question is then put to its own document among nine
others, as an archive would hold them, and read as the assistant reads it. Told, by the kind of answer and by the languages of the
document and of the question: how often the best sentence is one that answers; how often it is, of the sentences of its own document;
how many questions are refused; and how well the evidence tells answerable questions from the others (area under the curve). Half of
the documents, by chance, is to look at; the other is for figures.
"""

from __future__ import annotations

import argparse
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sklearn.metrics import roc_auc_score

from assistant.archive import Archive
from assistant.asking import read_question
from assistant.enough import margin
from assistant.finding import Finder
from assistant.reading.evidence import Evidence
from assistant.trace import Recorder
from assistant.understand import with_intent
from ingest import IngestSettings, fingerprint, run_ingest
from tests.quality.reading.bank import HERE, Asked, Written, read_bank
from tests.quality.reading.files import file_name, write_files
from vectorstore import Embedder, Index, load_embedder, reranker_of

_BESIDE = 9
"""Other documents that may be found, too."""
_PASSAGES = 12


@dataclass(frozen=True)
class Chosen:
    """What was chosen for a question."""

    document: Written
    asked: Asked
    first: bool
    """Whether the best sentence answers."""
    own: bool
    """Whether the best of its own document does."""
    margin: float


def chosen(documents: Sequence[Written], places: Sequence[int], index: Index, embedder: Embedder) -> Iterator[Chosen]:
    """What is chosen for every question of the documents at some places."""
    reranker = reranker_of(embedder)
    with index.reader() as snapshot:
        archive = Archive(snapshot)
        for place in places:
            for number, asked in enumerate(documents[place].asked):
                chance = random.Random(1000 * place + number)
                others = chance.sample([other for other in range(len(documents)) if other != place], _BESIDE)
                without = frozenset(archive.documents) - {file_name(one) for one in (place, *others)}
                question = read_question(asked.text, (), None)
                vector = embedder.embed_query(question.standalone or " ")
                question = with_intent(question, vector, snapshot.manifest.model)
                evidence = Finder(archive, _PASSAGES, without, Recorder(), reranker).evidence(question, vector)
                if not evidence:
                    continue
                own = next((e for e in evidence if e.sentence.document == file_name(place)), None)
                best = evidence[0]
                yield Chosen(
                    documents[place],
                    asked,
                    best is own and _answers(documents[place], asked, best),
                    own is not None and _answers(documents[place], asked, own),
                    margin(question, best, archive.vocabulary),
                )


def _answers(document: Written, asked: Asked, evidence: Evidence) -> bool:
    """Whether a sentence is, or is part of, a line that answers."""
    said = _letters(evidence.sentence.text)
    lines = [_letters(document.parts[line][1]) for line in asked.answers]
    return any(said in line or line in said for line in lines) if said else False


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def table(found: Sequence[Chosen]) -> str:
    """A line for all, for each kind of answer and for each pair of languages."""
    groups: dict[str, list[Chosen]] = defaultdict(list)
    for one in found:
        asked = one.asked
        for name in ("all", asked.kind, f"{one.document.language} asked in {asked.language}"):
            groups[name].append(one)
    head = f"{'':16}{'asked':>7}{'best':>8}{'of own':>8}{'refused':>9}{'none':>7}{'refused':>9}{'curve':>8}"
    return "\n".join([head, *(_line(name, groups[name]) for name in groups)])


def _line(name: str, found: Sequence[Chosen]) -> str:
    told = [one for one in found if one.asked.answers]
    none = [one for one in found if not one.asked.answers]
    curve = roc_auc_score([bool(one.asked.answers) for one in found], [one.margin for one in found]) if none else 0.0
    shares = [sum(values) / max(1, len(values)) for values in ([o.first for o in told], [o.own for o in told])]
    refused = [sum(one.margin <= 0 for one in some) / max(1, len(some)) for some in (told, none)]
    return f"{name:16}{len(told):7}{shares[0]:8.3f}{shares[1]:8.3f}{refused[0]:9.3f}{len(none):7}{refused[1]:9.3f}{curve:8.3f}"


def main() -> None:
    """Print the table of one half of the documents."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="where the index of the bank is kept")
    parser.add_argument("--half", choices=("first", "second"), default="second")
    parser.add_argument("--every", type=int, default=1, help="read only every so many documents")
    arguments = parser.parse_args()
    documents, embedder = read_bank(sorted(HERE.glob("*.txt"))), load_embedder()
    order = random.Random(7).sample(range(len(documents)), len(documents))
    half = len(documents) // 2
    places = order[:half] if arguments.half == "first" else order[half:]
    write_files(documents, arguments.folder / "documents")
    index = Index(arguments.folder / "index", embedder, fingerprint=fingerprint())
    run_ingest(arguments.folder / "documents", index, embedder, IngestSettings())
    print(table(list(chosen(documents, places[:: arguments.every], index, embedder))))
    index.close()


if __name__ == "__main__":
    main()
