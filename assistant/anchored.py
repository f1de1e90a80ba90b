"""Reads what is asked of somebody or something whose name is known: where they are reached, or the sentence that names them and tells it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.concepts import asking_words
from assistant.reading.draft import Draft, Said
from assistant.reading.evidence import Evidence
from assistant.reading.fitting import formed, refers_back
from assistant.reading.itemise import row_said
from assistant.reading.matching import Matcher, searchable
from assistant.reading.showing import lead, whole
from assistant.reading.span import Span
from assistant.reading.spans import answer_span
from assistant.somebody import is_called
from assistant.understand import Question
from vectorstore import StoredSentence, find_people, fold, terms

_CELLS = " | "
_READ = 40
"""Sentences that are looked at."""
_NAMED = 0.6
"""Share of the name that must stand in a sentence."""
_FITS, _TELLS, _TELLS_ALL = 0.6, 0.3, 0.4
"""How far what answers is of the kind asked for, what it must then tell of what is asked, and what it must tell where that kind has
no form."""
_ABOVE = 0.7
"""What a word is worth that stands in the headings above."""
_REACHED: tuple[tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]], ...] = (
    (
        re.compile(r"e-?mail|\bmail\b|courriel|adresse elec|بريد|ايميل"),
        re.compile(r"mail|courriel|adresse elec|بريد|ايميل"),
        re.compile(r"(?P<value>[\w.+-]+@[\w-]+\.[\w.]*\w)"),
    ),
    (
        re.compile(
            r"\b(?:tele)?phone|\btel\b|\bext(?:ension)?\b|\bposte\b(?!s)|\bnumero\b(?!.*(?:salle|bureau))|هاتف|تحويل|جوال"
        ),
        re.compile(r"phone|^tel|\bext|poste|numero|call|هاتف|تحويل|جوال"),
        re.compile(
            r"(?:phone|tel|ext(?:ension)?|poste|هاتف|التحويل[ةه]|تحويل[ةه])\W{0,3}(?P<value>\+?\d[\d ().-]*\d)", re.I
        ),
    ),
    (
        re.compile(
            r"\brooms?\b|\bdesk\b|\boffice (?:no|number)|\bwhich office\b|\bbureau\b|\bsalle\b|غرف[هت]|\bرقم مكتب|\bمكتب(?:ه|ها)\b"
        ),
        re.compile(r"room|desk|office|bureau|salle|غرف|مكتب|where"),
        re.compile(r"(?:room|desk|office|bureau|salle|الغرفة|غرفة|مكتب)\s+(?P<value>(?:[A-Z]-?)?\d+\w*)", re.I),
    ),
)
"""How somebody is reached: what asks for it, what names a column of it, and how it is written in a sentence."""


@dataclass(frozen=True, slots=True)
class Anchored:
    """What is told of somebody or something by name, and how far that is what is asked: 1 where it surely is."""

    draft: Draft
    tells: float


def anchored(
    name: str, question: Question, found: Sequence[Evidence], matcher: Matcher, *, person: bool = False
) -> Anchored | None:
    """What sentences that name somebody or something say to a question on it; None where none tells it.

    Args:
        name: The name.
        question: What is asked, with the name.
        found: The evidence for it, best first.
        matcher: Compares the question's terms with text.
        person: Whether it is somebody's name, of which a text may have the surname alone, or an initial before it.
    """
    naming = [
        e
        for e in found[:_READ]
        if e.sentence.kind != "heading" and (names(name, e, matcher) or (person and is_called(name, e.sentence.text)))
    ]
    reached = next((value for e in naming if (value := _reached(name, question, e.sentence))), None)
    if reached is not None:
        return Anchored(reached, 1.0)
    if asks_reached(question.text) and find_people(f"Mr {name}"):
        return None
    if _TASK.search(fold(question.text)) and (task := _task(name, naming)) is not None:
        return task
    own = set(terms(name))
    asks = [t for t in question.own_terms if t in matcher.weight and t not in own | asking_words() | _telling()]
    ranked = sorted(((_tells(asks, e, matcher), e) for e in naming), key=lambda one: -(one[0] + 0.5 * one[1].fit))
    for told, e in ranked[:1]:
        fits = e.fit >= _FITS if formed(question) or question.wants == "place" else told >= _TELLS_ALL
        if fits and (told >= _TELLS or not asks):
            span = answer_span(question, e.sentence, matcher)
            return Anchored(Draft((*lead(question, e, span), _shown(e.sentence, span))), told)
    return None


def _task(name: str, naming: Sequence[Evidence]) -> Anchored | None:
    """The row of a list of things to do whose cell for who is to do it names somebody; None where several fit as well."""
    rows = [e for e in naming if _is_in_charge(name, e.sentence)]
    best = max(rows, key=lambda e: (e.dated, e.context), default=None)
    if best is None or sum((e.dated, e.context) == (best.dated, best.context) for e in rows) > 1:
        return None
    return Anchored(Draft((_shown(best.sentence, None),)), _CHARGED)


def _is_in_charge(name: str, sentence: StoredSentence) -> bool:
    cells = sentence.text.split(_CELLS)
    return sentence.kind == "row" and any(
        _IN_CHARGE.search(fold(column)) and is_called(name, cell)
        for column, cell in zip(sentence.columns, cells, strict=False)
    )


_CHARGED = 0.6
"""How far a row that somebody is in charge of tells what they were to do."""
_TASK = re.compile(
    r"\btasks?\b|\bto[- ]do\b|\b(?:was|were|is|are) (?:he|she|they|\w+) to \w+|\bsupposed to\b|\basked to\b|\bcharged with\b|\bin charge of\b|\bhad to\b|\bundert\w+"
    r"|\btaches?\b|\bdevait\b|\bdoit\b|\bconfiee?\b|\bchargee?\b|\bdemande\w* de\b|مهم[هت]|المطلوب|كلف|يفترض|تعهد"
)
"""What asks what somebody is or was to do."""
_IN_CHARGE = re.compile(
    r"\b(?:responsible|owner|lead|action by|by whom|who|in charge|responsables?|pilote|charge|qui)\b|مسوول|مسيول|المكلف|الجهه|المنفذ"
)


@lru_cache(maxsize=1)
def _telling() -> frozenset[str]:
    """Stems of verbs for telling, which a text that tells it need not have."""
    said = "say said tell told mention abt about dire dit disait raconte mentionne قال قالت تقول ذكر ذكرت"
    return frozenset(stem for word in said.split() for stem in terms(word))


def asks_reached(text: str) -> bool:
    """Whether a question asks for a room, a telephone number, an address."""
    folded = fold(text)
    return any(asked.search(folded) for asked, _, _ in _REACHED)


def names(name: str, e: Evidence, matcher: Matcher) -> bool:
    """Whether a sentence names somebody or something, or goes on with "he" or "she" where the one before does."""
    stems = [term for term in terms(name) if term in matcher.same]
    if not stems:
        return False
    surname = stems[-1:]
    said = searchable(e.sentence)
    if matcher.share(stems, [(said, 1.0)]) >= _NAMED and matcher.worth(surname[0], said):
        return True
    return refers_back(e.sentence.text) and matcher.share(stems, [(frozenset(terms(e.passage.text)), 1.0)]) >= _NAMED


def _tells(asks: Sequence[str], e: Evidence, matcher: Matcher) -> float:
    above = frozenset(terms(" ".join([e.passage.source.title, *e.passage.headings])))
    return matcher.share(asks, [(searchable(e.sentence), 1.0), (above, _ABOVE)]) if asks else 0.0


def _reached(name: str, question: Question, sentence: StoredSentence) -> Draft | None:
    """Where or how somebody is reached, from a row by its column, or from a sentence by what stands beside the name."""
    folded = fold(question.text)
    for asked, column, written in _REACHED:
        if not asked.search(folded):
            continue
        if sentence.kind == "row":
            cells = sentence.text.split(_CELLS)
            for place, title in enumerate(sentence.columns[: len(cells)]):
                value = cells[place].strip()
                if column.search(fold(title)) and any(sign.isdigit() or sign == "@" for sign in value):
                    start = sum(len(cell) + len(_CELLS) for cell in cells[:place])
                    said = row_said(sentence, None, Span(start, start + len(value)), terms(name))
                    return Draft((Said(value, (sentence,)), said))
        beside = _beside(name, sentence.text)
        if (match := written.search(beside)) is not None:
            return Draft((Said(match["value"], (sentence,)), _shown(sentence, None)))
    return None


def _beside(name: str, text: str) -> str:
    """What a text says from a name on, up to the next one."""
    surname = fold(name).split()[-1]
    at = fold(text).find(surname)
    if at < 0 or len(fold(text)) != len(text):
        return text if at >= 0 or not find_people(text) else ""
    rest = text[at:]
    return re.split(r"[;؛]", rest, maxsplit=1)[0]


def _shown(sentence: StoredSentence, span: Span | None) -> Said:
    return row_said(sentence, None) if sentence.kind == "row" else whole(sentence, span)
