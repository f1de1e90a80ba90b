"""What is said to whom asks for a summary or a translation, which takes a language model: the document's main points, as they stand."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.reading.draft import Draft, Said
from assistant.reading.evidence import Evidence
from assistant.understand import Question, Task
from assistant.words import not_done
from vectorstore import StoredSentence

_MOST = 8
"""Points at most."""
_LONGEST = 60
"""Words of a point."""
_TELLING = 4
"""Words of a sentence that may be a point, at least."""


def main_points(
    task: Task, question: Question, evidence: Sequence[Evidence], sentences: Sequence[StoredSentence]
) -> Draft | None:
    """The first sentence of each part of the document that is meant, in its words; None where none is found.

    Args:
        task: What is asked for.
        question: The words that name the document.
        evidence: What was found for them, best first.
        sentences: Of the document meant, in order.
    """
    if not evidence:
        return None
    points = _points(sentences)
    title = evidence[0].passage.source.title
    said = tuple(Said(" ".join(one.text.split()[:_LONGEST]), (one,)) for one in points)
    return Draft(said, opening=not_done(question.language, task, title)) if said else None


def _points(sentences: Sequence[StoredSentence]) -> list[StoredSentence]:
    """The opening sentence of every part, longest parts' first ones kept where there are too many."""
    found: list[StoredSentence] = []
    opens = True
    for sentence in sentences:
        if sentence.kind == "heading":
            opens = True
        elif (
            opens
            and sentence.kind == "paragraph"
            and len(sentence.text.split()) >= _TELLING
            and ":" not in sentence.text[:25]
        ):
            found.append(sentence)
            opens = False
    if len(found) < _MOST:
        rest = [
            s for s in sentences if s.kind == "paragraph" and s not in found and len(s.text.split()) >= 3 * _TELLING
        ]
        found = sorted([*found, *rest[: _MOST - len(found)]], key=lambda sentence: sentence.start)
    return found[:_MOST]
