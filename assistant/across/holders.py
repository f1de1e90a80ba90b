"""What documents tell of those who held an office one after another, where the register does not know them all."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.across.telling import names_somebody
from assistant.reading.evidence import Evidence
from assistant.reading.matching import Matcher, searchable
from assistant.register.forms import asks_office, several_holders
from assistant.register.kinds import offices_like
from assistant.register.sentence import words_of
from assistant.understand import Question
from vectorstore import terms

_NAMED = 0.5
"""Share of what the office is of, as a sentence must name it."""
_ABOVE = 0.7
"""What it is worth that only the title or a heading names it."""
_PART_WORDS = (
    "division department directorate unit section service office programme program project centre branch team "
    "direction département unité bureau programme projet شعبة إدارة قسم وحدة مكتب برنامج مشروع دائرة مصلحة"
)
_PARTS = frozenset(stem for word in _PART_WORDS.split() for stem in terms(word))
"""What parts of a house are called, which tells none from another."""
_SEVERAL, _MOST = 2, 12
"""Sentences at least, and at most."""


def asks_holders(question: Question) -> bool:
    """Whether everybody is asked for who was in an office, whenever it was."""
    return asks_office(question) and several_holders(words_of(question))


def told_of_holders(question: Question, evidence: Sequence[Evidence], matcher: Matcher) -> tuple[Evidence, ...]:
    """The sentences that name somebody, the office and what it is of, oldest first; none where there are not several.

    Args:
        question: As understood.
        evidence: Best first, from as many documents as may tell of it.
        matcher: Compares the question's terms with text.
    """
    offices = [offices_like()[term] for term in question.terms if term in offices_like()]
    of = [t for t in question.terms if t in matcher.named and t not in offices_like() and t not in _PARTS]
    found: dict[str, Evidence] = {}
    for one in evidence:
        said = searchable(one.sentence)
        in_office = any(not office.isdisjoint(said) for office in offices)
        above = frozenset(terms(" ".join([one.passage.source.title, *one.passage.headings])))
        named = matcher.share(of, [(said, 1.0), (above, _ABOVE)]) >= _NAMED
        if in_office and named and names_somebody(one.sentence.text):
            found.setdefault(one.sentence.text, one)
    kept = list(found.values())[:_MOST]
    return tuple(sorted(kept, key=_when)) if len(kept) >= _SEVERAL else ()


def _when(one: Evidence) -> tuple[str, str, int]:
    return one.passage.source.date or "", one.sentence.document, one.sentence.start
