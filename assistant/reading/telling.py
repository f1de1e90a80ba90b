"""Which sentences of all documents tell of what is asked, where no register and no document lists it."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.reading.evidence import Evidence

_BEHIND = 2.6
"""How far the best sentence of a document may lie below the best of all."""
_BEHIND_OWN = 1.0
"""How far a further sentence of a document may lie below its best."""
_NAMED = 0.3
"""Share of the names told by the best sentences that another must tell."""
_DATED = 0.6
"""How far a sentence, or its document, must speak of the time asked about."""
_OF_ONE, _MOST = 4, 16
"""Sentences of one document, and rows in all, at most."""
_FEW = 4
"""Words of a heading that says too little to be a row."""


def telling(evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """The sentences that tell of what is asked, the best few of every document, in the order of the documents' dates.

    Args:
        evidence: Best first, from as many documents as may tell of it.
    """
    if not evidence:
        return ()
    best = evidence[0].score
    named = max(e.named for e in evidence[:10])
    taken: dict[str, list[Evidence]] = {}
    texts: set[str] = set()
    for e in sorted(evidence, key=lambda e: -e.score):
        if e.score < best - _BEHIND:
            break
        if not _tells(e, named) or e.sentence.text in texts:
            continue
        own = taken.setdefault(e.sentence.document, [])
        if len(own) < _OF_ONE and (not own or e.score >= own[0].score - _BEHIND_OWN):
            own.append(e)
            texts.add(e.sentence.text)
    chosen = sorted((e for own in taken.values() for e in own), key=lambda e: -e.score)[:_MOST]
    return tuple(sorted(chosen, key=_place))


def _tells(e: Evidence, named: float) -> bool:
    words = len(e.sentence.text.split())
    says = e.sentence.kind != "header" and (e.sentence.kind != "heading" or words >= _FEW)
    return says and e.named >= _NAMED * named and e.dated >= _DATED


def _place(e: Evidence) -> tuple[str, str, int]:
    return (e.passage.source.date or "", e.sentence.document, e.sentence.start)
