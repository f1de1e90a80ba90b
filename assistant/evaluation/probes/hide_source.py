"""Probe: with the documents an answer rests on left out, does the answer change, and is it honest about it?"""

from __future__ import annotations

from collections.abc import Iterator

from assistant.evaluation.probes.values import Asking, ProbeResult, Right, short
from assistant.evaluation.values import Case, Score
from assistant.values import Answer

CHANGED = "source hidden: changes"
HONEST = "source hidden: honest"
SUPERSEDED = "superseded"
"""The kind of the cases whose older documents hold an older value."""


def hide_source(case: Case, ask: Asking, right: Right) -> Iterator[ProbeResult]:
    """Ask again without the documents the answer cites and those the case expects.

    Two marks: whether the answer lets go of them, and whether what it says then is a refusal or still an accepted answer, which
    another document may well hold.
    """
    before = ask(case)
    if before.outcome != "answered" or not before.citations:
        why = "The question is refused as it is; there is no source to hide."
        yield from (ProbeResult(case, case.question, None, Score(name, None, why)) for name in (CHANGED, HONEST))
        return
    hidden = frozenset(citation.document for citation in before.citations) | frozenset(case.documents)
    after = ask(case, without=hidden)
    yield ProbeResult(case, case.question, after, _changed(after, hidden))
    yield ProbeResult(case, case.question, after, _honest(case, after, right))


def _changed(after: Answer, hidden: frozenset[str]) -> Score:
    leaked = sorted({c.document for c in (*after.citations, *after.nearest)} & hidden)
    if leaked:
        return Score(CHANGED, 0.0, f"It still shows {', '.join(leaked)}, which was left out.")
    if after.outcome != "answered":
        return Score(CHANGED, 1.0, f"Refused without {_named(hidden)}.")
    others = sorted({c.document for c in after.citations})
    return Score(CHANGED, 1.0, f"Rests on {', '.join(others)} instead.")


def _honest(case: Case, after: Answer, right: Right) -> Score:
    if after.outcome != "answered":
        return Score(HONEST, 1.0, f"Refused ({after.reason}).")
    others = ", ".join(sorted({c.document for c in after.citations}))
    if case.kind == SUPERSEDED:
        return Score(
            HONEST, None, f"Falls back on {others}; what was replaced may rightly be said where nothing newer is there."
        )
    if case.answerable and right(case, after).value == 1.0:
        return Score(HONEST, 1.0, f"Still an accepted answer: {others} holds it as well.")
    return Score(HONEST, 0.0, f"Says “{short(after.text)}” from {others} where it should refuse.")


def _named(hidden: frozenset[str]) -> str:
    first = sorted(hidden)[0]
    return first if len(hidden) == 1 else f"{first} and {len(hidden) - 1} more"
