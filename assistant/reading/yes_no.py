"""A plain yes or no, where one sentence says all that a question asks about, or denies it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.changing import says
from assistant.concepts import asking_words
from assistant.gate.polarity import is_negation
from assistant.reading.evidence import Evidence
from assistant.reading.matching import Matcher
from assistant.understand import Question
from vectorstore import fold, terms, words

_ALL, _MOST = 0.9, 0.6
"""Share of what is asked that a sentence must say for a yes, and that a negated clause must say for a no."""
_CLAUSE = re.compile(r"[;:؛]|\b(?:but|although|whereas|mais|tandis que)\b|لكن|بينما")
_EITHER = re.compile(r"\b(?:or|ou)\b|(?<!\w)(?:أم|او|أو)(?!\w)")
_DOUBT = re.compile(
    r"\b(?:will|shall|to be|scheduled|announced|sera|seront|aura|auront|annonce\w*|may|might|could|would|should|if|whether|planned|expected|hopes?|proposed|tentative|pourrait|devrait|serait|si|prevu|propose)\b"
    r"|(?<!\w)(?:قد|ربما|لو|اذا|يتوقع|مقترح|مقرر|سوف|ست\w{3,}|سي\w{3,})(?!\w)"
)
"""What leaves open whether something is so."""
_LOOKED_AT = 8


def _is_denied(clause: str) -> bool:
    """Whether a clause denies something; "a candidate who fails" says only of whom it speaks."""
    said = list(words(clause))
    return any(is_negation(word) and (not at or said[at - 1] not in _WHO) for at, word in enumerate(said))


_WHO = ("who", "which", "that", "qui", "التي", "الذي", "الذين")


def called_off(question: Question, evidence: Sequence[Evidence]) -> Evidence | None:
    """The sentence that says that what is asked about did not come about, where the best one says that it would.

    To whether something was called off such a sentence is a yes, if anything.
    """
    if question.wants != "yes_no" or says(question.text, "calls off"):
        return None
    best = evidence[0]
    for e in evidence[:_LOOKED_AT]:
        later = (e.passage.source.date or "") >= (best.passage.source.date or "")
        if later and e.told >= _ALL * best.told and e.dated >= _MOST and says(e.sentence.text, "calls off"):
            return e
    return None


def yes_or_no(question: Question, best: Evidence, matcher: Matcher) -> bool | None:
    """True for yes, False for no; None where the sentence leaves it open, and for a question that asks neither."""
    asked = fold(question.text)
    if question.wants != "yes_no" or _EITHER.search(asked) or any(map(is_negation, words(asked))):
        return None
    telling = [t for t in question.own_terms if t not in asking_words()]
    if not telling or best.dated < 1 or best.named < 1:
        return None
    about = frozenset(terms(" ".join([best.passage.source.title, *best.passage.headings])))
    named = [(about, 1.0)]
    for clause in _CLAUSE.split(fold(best.sentence.text)):
        denied = _is_denied(clause)
        said = [(frozenset(terms(clause)), 1.0), *(named if not denied else ())]
        share = matcher.share(telling, said)
        if denied and share >= _MOST:
            return False
        if not denied and share >= _ALL and not _DOUBT.search(clause):
            return True
    return None
