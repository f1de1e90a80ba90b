"""Unanswerable twins of answerable questions: what an archive would be asked if it did not hold the answer.

Made from any question set: the documents of the answer are left out, or only the sentences that say it; a name or a year of
the question is swapped for another one that the documents do not connect with the rest.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.evaluation.probes.hide_source import SUPERSEDED
from assistant.evaluation.probes.swaps import Pool, swaps
from assistant.evaluation.probes.texts import Texts
from assistant.evaluation.values import Case
from vectorstore import Document, Snapshot, StoredSentence, fold

WRITTEN, UNANSWERABLE = "as written", "unanswerable"
SORTS = (WRITTEN, UNANSWERABLE, "document left out", "sentence left out", "name swapped", "year swapped")


@dataclass(frozen=True)
class Twin:
    """A case to ask, and what to leave out of the archive for it."""

    sort: str
    case: Case
    without: frozenset[str] = frozenset()
    hides: Callable[[StoredSentence], bool] | None = None

    @property
    def answerable(self) -> bool:
        return self.sort == WRITTEN


class Hiding:
    """A snapshot without some of its sentences."""

    def __init__(self, snapshot: Snapshot, hides: Callable[[StoredSentence], bool]) -> None:
        self._snapshot = snapshot
        self._hides = hides

    def __getattr__(self, name: str) -> object:
        return getattr(self._snapshot, name)

    def sentences(self, chunk_ids: Sequence[int]) -> list[StoredSentence]:
        return [s for s in self._snapshot.sentences(chunk_ids) if not self._hides(s)]


def twins(cases: Sequence[Case], documents: Sequence[Document]) -> Iterator[Twin]:
    """Every case as it is, and the twins that can be made of it; what was replaced may rightly be said of an older value."""
    texts = Texts(documents)
    pool = Pool.of(((case.question, case.language) for case in cases if case.answerable), texts)
    for case in cases:
        yield Twin(WRITTEN if case.answerable else UNANSWERABLE, case)
        if not case.answerable or case.kind == SUPERSEDED:
            continue
        yield Twin("document left out", case, without=frozenset(case.documents))
        said = tuple(fold(answer) for answer in (*case.answers, *_quotes(case)) if len(answer) > 1)
        if said and not case.must_include:
            yield Twin("sentence left out", case, hides=lambda s, said=said: any(a in fold(s.text) for a in said))
        if case.history:
            continue
        for swap in swaps(case, texts, pool):
            yield Twin(f"{swap.sort} swapped", replace(case, question=swap.question))


def _quotes(case: Case) -> list[str]:
    return [quote.strip() for quote in case.quote.split("||") if quote.strip()]
