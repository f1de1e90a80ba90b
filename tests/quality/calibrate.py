"""Prints how the refusals stand: `python -m tests.quality.calibrate [DOCUMENTS QUESTIONS]`, by default over all archives here.

For every question as written and for its unanswerable twins (`twins.py`): how many are refused, how many are answered, and
with what error; then what a stricter or a more lenient assistant would refuse, to choose the threshold of `refuse.py` by.
"""

import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from assistant.archive import Archive
from assistant.asking import read_question
from assistant.engine import PassageEngine
from assistant.evaluation.scores import correct
from assistant.evaluation.sets import read_sets
from assistant.reading.rereading import Reranker
from assistant.settings import AssistantSettings
from assistant.trace import Recorder
from ingest import IngestSettings, run_ingest
from ingest.run import fingerprint
from tests.quality.archives import SETS
from tests.quality.twins import SORTS, Hiding, Twin, twins
from vectorstore import Embedder, Index, Snapshot, load_embedder, reranker_of

TODAY = date(2026, 11, 26)
_STEPS = (-1.0, -0.75, -0.5, -0.25, 0.0, 0.25, 0.5, 0.75, 1.0)
"""Of the threshold, around the one in use."""


@dataclass(frozen=True)
class Told:
    """What became of one twin."""

    twin: Twin
    refused: bool
    right: bool
    enough: float | None
    """How far the evidence was above what is needed; None where it was not weighed."""


def tell(twin: Twin, snapshot: Snapshot, archive: Archive, embedder: Embedder, reranker: Reranker | None) -> Told:
    """Ask one twin."""
    case = twin.case
    if twin.hides:
        archive = Archive(Hiding(snapshot, twin.hides), archive.known)
    question = read_question(case.question, case.history, case.as_of)
    recorder = Recorder()
    engine = PassageEngine(
        archive, AssistantSettings(), embedder.embed_query, twin.without, frozenset(), recorder, reranker
    )
    answer = engine.answer(question, embedder.embed_query(question.standalone or " "), case.as_of or TODAY)
    return Told(twin, answer.outcome != "answered", correct(case, answer).value == 1.0, recorder.enough)


def told(documents: Path, questions: Path, embedder: Embedder, index: Path) -> Iterator[Told]:
    """What becomes of all twins of one archive; one that is still answered right is none."""
    index_ = Index(index, embedder, fingerprint=fingerprint())
    run_ingest(documents, index_, embedder, IngestSettings())
    reranker = reranker_of(embedder)
    with index_.reader() as snapshot:
        archive = Archive(snapshot)
        stored = [snapshot.document(path) for path in archive.documents]
        for twin in twins(read_sets([questions]).cases, stored):
            found = tell(twin, snapshot, archive, embedder, reranker)
            if twin.answerable or found.refused or not (twin.case.answerable and found.right):
                yield found
    index_.close()


def table(found: Sequence[Told]) -> str:
    """Counts by sort of twin."""
    lines = [f"{'':20}{'asked':>7}{'refused':>9}{'right':>7}{'wrong':>7}"]
    for sort in SORTS:
        of_sort = [one for one in found if one.twin.sort == sort]
        if not of_sort:
            continue
        refused = sum(one.refused for one in of_sort)
        right = sum(one.right and not one.refused for one in of_sort)
        share = f"{refused / len(of_sort):.3f}"
        lines.append(f"{sort:20}{len(of_sort):7}{share:>9}{right:7}{len(of_sort) - refused - right:7}")
    return "\n".join(lines)


def trade_off(found: Sequence[Told]) -> str:
    """What other thresholds would refuse of the questions whose evidence is weighed."""
    weighed = [one for one in found if one.enough is not None]
    lines = [f"{'threshold':12}{'false refusals':>16}{'right refusals':>16}"]
    for step in _STEPS:
        refused: dict[bool, list[bool]] = defaultdict(list)
        for one in weighed:
            if not one.twin.answerable or one.right or one.refused:
                refused[one.twin.answerable].append((one.enough or 0.0) <= step)
        false, right = (sum(refused[a]) / max(1, len(refused[a])) for a in (True, False))
        lines.append(f"{step:+12.2f}{false:16.3f}{right:16.3f}")
    return "\n".join(lines)


def main(arguments: Sequence[str]) -> None:
    """Print the tables of each archive and of all together."""
    named = {"given": tuple(map(Path, arguments))} if arguments else {n: (d, q) for n, (d, q, _) in SETS.items()}
    embedder = load_embedder()
    everything: list[Told] = []
    for name, (documents, questions) in named.items():
        with tempfile.TemporaryDirectory() as folder:
            found = list(told(documents, questions, embedder, Path(folder) / "index"))
        everything += found
        print(f"{name}\n{table(found)}\n")
    print(f"all\n{table(everything)}\n\n{trade_off(everything)}")


if __name__ == "__main__":
    main(sys.argv[1:])
