"""Asks a question set in ways it was not written, and says what held and what did not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from assistant.evaluation.probes.false_premise import mislead, name_pool
from assistant.evaluation.probes.hide_source import hide_source
from assistant.evaluation.probes.languages import agree, groups
from assistant.evaluation.probes.rewording import reword
from assistant.evaluation.probes.summary import summarise
from assistant.evaluation.probes.texts import Texts
from assistant.evaluation.probes.values import Asked, Asking, ProbeResult, ProbeSummary, Right
from assistant.evaluation.scores import correct
from assistant.evaluation.values import Case
from vectorstore import Document

__all__ = ["Asked", "ProbeResult", "ProbeSummary", "probe", "summarise"]


def probe(
    cases: Sequence[Case],
    assistant: Asked,
    documents: Iterable[Document],
    *,
    right: Right | None = None,
    report: Callable[[int, int], None] = lambda done, total: None,
) -> tuple[ProbeResult, ...]:
    """Put every probe to every case; without a language model, the same cases over the same snapshot give the same results.

    Args:
        cases: The question set.
        assistant: Who is asked.
        documents: All documents of the snapshot, to be certain which premises are false.
        right: Marks an answer; by default the score `correct`.
        report: Called with the cases done and their number.
    """
    mark = right or correct
    ask, texts = Asking(assistant), Texts(documents)
    pool = name_pool(cases, texts)
    found: list[ProbeResult] = []
    for done, case in enumerate(cases, 1):
        found += reword(case, ask, mark)
        found += hide_source(case, ask, mark)
        found += mislead(case, ask, mark, texts, pool)
        report(done, len(cases))
    found += (agree(group, ask) for group in groups(cases))
    return tuple(found)
