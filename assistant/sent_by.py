"""How many a place sent, from the row of a table that names it in any spelling."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from assistant.changing import says
from assistant.reading.draft import Draft, Said
from assistant.reading.evidence import Evidence
from assistant.reading.itemise import row_said
from assistant.reading.matching import Matcher
from assistant.reading.span import Span
from assistant.sounds import ARABIC, same_name
from assistant.understand import Question
from vectorstore import fold, terms

_CELLS = " | "
_NUMBER = re.compile(r"\d{1,4}")
_ABOUT, _NAMES = 0.3, 2
"""Of what a question says, what the title of a document must say; cells at the beginning that may name a place."""
_WRITTEN_ALIKE, _AS_NEAR = 0.75, 0.1
"""How alike two spellings of one place are in one script, and how much less the title of a newer report may say."""
_SENT = re.compile(
    r"\b(?:s[ea]nds?|sent|from|come|came|coming|train\w*|participants?|delegates?|envoy\w+|venus?|viennent|issus?|stagiaires|participants|delegue\w*)\b|ارسل\w*|اوفد\w*|مشارك\w*|متدرب\w*|جاء\w*|قدم\w*"
)
"""What asks how many people a place sent."""
_WOMEN = re.compile(r"\b(?:wom[ae]n|female|femmes?|participantes)\b|نسا|سيدات|اناث")
_PEOPLE = re.compile(
    r"\b(?:people|persons?|participants?|trainees?|delegates?|total|number|stagiaires?|inscrits|personnes|effectif|nombre)\b|مشارك|متدرب|عدد|المجموع"
)
"""What a column that counts them is called."""


def sent_by(place: str, question: Question, found: Sequence[Evidence], matcher: Matcher) -> Draft | None:
    """The number that the row of a place gives for people; None where no table of what is asked about has one.

    Args:
        place: Its name.
        question: What is asked of it.
        found: The evidence for that, best first.
        matcher: Compares the question's terms with text.
    """
    if question.wants != "number" or not _SENT.search(fold(question.text)):
        return None
    own = set(terms(place))
    asks = [term for term in question.own_terms if term in matcher.weight and term not in own]
    rows = [(_about(asks, e, matcher), e) for e in found if _names(place, e)]
    near = max((about for about, _ in rows), default=0.0) - _AS_NEAR
    fitting = [e for about, e in rows if about >= max(_ABOUT, near)]
    best = max(fitting, key=_standing, default=None)
    return _counted(best, question) if best is not None else None


def _standing(e: Evidence) -> tuple[bool, str, float]:
    """What makes one report stand before another: that it is not preliminary, its day, how well it answers."""
    source = e.passage.source
    return not says(source.title, "not final"), source.date or "", e.score


def _about(asks: Sequence[str], e: Evidence, matcher: Matcher) -> float:
    """How far a document is about what is asked, by its title and its name."""
    source = e.passage.source
    named = re.sub(r"[/._-]", " ", source.document)
    return matcher.share(asks, [(frozenset(terms(f"{source.title} {named}")), 1.0)])


def _names(place: str, e: Evidence) -> bool:
    cells = e.sentence.text.split(_CELLS)
    return e.sentence.kind == "row" and any(_is_one(cell.strip(), place) for cell in cells[:_NAMES])


def _is_one(name: str, place: str) -> bool:
    """Whether two names are of one place: they sound alike and, in one script, are written much alike."""
    if not same_name(name, place):
        return False
    other_script = bool(ARABIC.search(name)) != bool(ARABIC.search(place))
    return other_script or SequenceMatcher(None, fold(name), fold(place)).ratio() >= _WRITTEN_ALIKE


def _counted(e: Evidence, question: Question) -> Draft | None:
    cells = e.sentence.text.split(_CELLS)
    columns = [fold(column) for column in e.sentence.columns[: len(cells)]]
    women = bool(_WOMEN.search(fold(question.text)))
    numeric = [n for n, cell in enumerate(cells) if _NUMBER.fullmatch(cell.strip())]
    named = [n for n in numeric if n < len(columns) and (_WOMEN if women else _PEOPLE).search(columns[n])]
    fitting = [n for n in named if women or not _WOMEN.search(columns[n])]
    if len(numeric) != 1 and len(fitting) != 1:
        return None
    place = fitting[0] if len(fitting) == 1 else numeric[0]
    start = sum(len(cell) + len(_CELLS) for cell in cells[:place])
    return Draft(
        (Said(cells[place].strip(), (e.sentence,)), row_said(e.sentence, None, Span(start, start + len(cells[place]))))
    )
