"""Which of several values holds: what a text calls off or replaces is not given as current, and a newer report comes first."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from assistant.reading.amended import amended
from assistant.reading.evidence import Evidence
from assistant.reading.former import former
from assistant.reading.later import CHANGES, LATER, came_after, may_give_way, tells_as_much
from assistant.reading.matching import Matcher
from assistant.reading.span import Span
from assistant.reading.spans import answer_span
from assistant.understand import Question
from vectorstore import find_dates, find_quantities, fold

_VALUED = ("date", "place", "money", "number")
_LOOKED_AT = 20
_FITS = 0.6
_OVER = re.compile(
    r"\b(?:announced for|planned for|first (?:announced|planned|set)|was to (?:be|take|start)|originally|at first|initially|called off|cancelled|postponed|put off|provisional|preliminary|will not (?:be|take)|did not take)\b"
    r"|\b(?:annonce\w* pour|prevu\w* (?:pour|du|le|les|en)|initialement|d'abord|devait|n'aura pas|n'a pas eu|decale|reporte|annule|provisoire)"
    r"|كان مقرر|كانت مقرر|تاجل|الغي|مبدئي"
)
"""What says of a value that it was only planned, or does not hold any more."""
_HOLDS = re.compile(
    r"\b(?:new (?:dates?|place|venue|amount|deadline)|final|instead|now|have moved|has been moved|is moved|moved to|postponed to|took place|was held|were held|is now|at last)\b"
    r"|\b(?:nouve(?:lles?|aux?) (?:dates?|lieux?|montants?|delais?)|definitif|desormais|reporte\w* (?:au|du)|s'est (?:donc |finalement |enfin )?(?:deroule|tenu)|a eu lieu|finalement)"
    r"|الموعد الجديد|المكان الجديد|نهايي|عقدت|اقيمت|اصبح|صار"
)
"""What says that a value holds."""
_MOVES = re.compile(
    r"\b(?:ris(?:es?|en)|rose|rais(?:es?|ed)|increas\w+|goes up|went up|goes down|went down|reduc\w+|lowered|cut to|extend\w+|prolong\w+|renew\w+|amend\w+|revis\w+|moved?|postpon\w+|brought forward|accordingly|now)\b"
    r"|\b(?:releve\w*|augment\w+|porte\w* a|passe\w* (?:a|de)|rédui\w+|redui\w+|abaiss\w+|prorog\w+|reconduit\w*|modifi\w+|avance\w* au|report\w+|dorenavant|maintenant)\b"
    r"|(?<!\w)(?:ارتفع\w*|رفع\w*|زياد\w*|زيد\w*|خفض\w*|انخفض\w*|مدد\w*|يمدد|تمديد|تعديل|عدل\w*|يعدل|تاجل\w*|ارجي\w*|الان|حاليا)(?!\w)"
)
"""What says that a value has become another."""
_REPLACES = re.compile(
    r"\b(?:instead of|in place of|replac\w+|rather than|in lieu of|au lieu d|remplac\w+|plutot qu)|(?<!\w)(?:بدلا من|محل|عوضا عن|بدل)(?!\w)"
)
_ABSENT = re.compile(
    r"\b(?:apologi\w+|excused|declined|withdrew|(?:did|could) not (?:attend|come|take part|participate|send)|called off|cancelled|no one)\b"
    r"|\b(?:s'est excuse\w*|se sont excuse\w*|n'(?:a|ont) pas (?:participe|pu|envoye|obtenu)|annule\w*)\b"
    r"|(?<!\w)و?(?:اعتذر\w*|لم (?:ت|ي)?(?:شارك|حضر|رسل)\w*|تغيب\w*|الغي\w*)(?!\w)"
)
_NEAR_BY, _TELLS_MORE = 6, 0.15
_TOLD, _SCORE = 0.1, 0.9
"""How near a newer text must come in what it tells of the matter, and in its score, to be about the same value."""
_NAMED = 0.9
_ALIKE = 0.86
"""Cosine of two sentences that say the same of the same thing, perhaps with another value."""
_NEARLY = 0.8
"""The same where one of them says that the value has changed."""


_PRELIMINARY = re.compile(
    r"\b(?:preliminary|provisional|tentative|estimated|preliminaires?|provisoires?|estimee?s?)\b|(?<!\w)(?:ال)?(?:اوليه?|مبدييه?|موقته?|تقديريه?)(?!\w)"
)
_FINAL_TELLS = 0.6
"""Of what a preliminary value's sentence tells of the question, what another must tell for its value to be the final one."""


@dataclass(frozen=True, slots=True)
class Settled:
    """The evidence whose value holds, and the one it stands against, if any."""

    best: Evidence
    span: Span | None
    against: Evidence | None = None


def settled(question: Question, evidence: Sequence[Evidence], matcher: Matcher) -> Settled:
    """The evidence to answer from, best first, unless another says that its value is over or was replaced."""
    if (
        question.aspect == "former"
        and question.wants in _VALUED
        and (was := former(question, evidence, matcher)) is not None
    ):
        return Settled(*was)
    best = evidence[0]
    span = answer_span(question, best.sentence, matcher)
    first = Settled(best, span)
    after = [e for e in evidence if e.score in (LATER, CHANGES)]
    evidence = [e for e in evidence if e.score not in (LATER, CHANGES)]
    known = _settled(question, first, evidence, matcher)
    return known if known.best is not best or known.against else _given_way(question, first, after, matcher) or known


def _given_way(question: Question, first: Settled, after: Sequence[Evidence], matcher: Matcher) -> Settled | None:
    """What a later document says, found by what the best sentence says, in the place of its value."""
    best = first.best
    value = best.sentence.text[first.span.start : first.span.end] if first.span else best.sentence.text
    after = [e for e in after if e.score == CHANGES or tells_as_much(question, best, e, matcher)]
    found = amended(best, value, after)
    if found is not None:
        span = answer_span(question, found.sentence, matcher)
        new = span and not same_value(found.sentence.text[span.start : span.end], value)
        return Settled(found, span if new else None, best)
    changing = next((e for e in after if e.score == CHANGES), None)
    later = changing or (came_after(question, best, after) if first.span else None)
    span = answer_span(question, later.sentence, matcher) if later else None
    if later is None or span is None or same_value(later.sentence.text[span.start : span.end], value):
        return None
    return Settled(later, span, best)


def _settled(question: Question, first: Settled, evidence: Sequence[Evidence], matcher: Matcher) -> Settled:
    """What of the evidence for the question itself holds."""
    best, span = first.best, first.span
    if span is None or question.wants not in _VALUED:
        value = best.sentence.text[span.start : span.end] if span else best.sentence.text
        amending = question.wants != "yes_no" and may_give_way(question)
        later = amended(best, value, evidence[1:]) if amending else None
        return Settled(later, answer_span(question, later.sentence, matcher), best) if later else first
    others = [e for e in evidence[1:_LOOKED_AT] if e.fit >= _FITS and e.sentence.kind != "heading"]
    value = best.sentence.text[span.start : span.end]
    return (
        _absent(best, evidence[1:])
        or _replaced(question, best, value, evidence[1:_LOOKED_AT], matcher)
        or _held_after_all(question, best, value, others, matcher)
        or _final(question, best, value, others, matcher)
        or _newer(question, first, value, others, matcher)
        or _amended(best, value, evidence[1:])
        or first
    )


def holds_now(off: Evidence, evidence: Sequence[Evidence]) -> Evidence | None:
    """What the document of a sentence that calls something off says holds instead, after it."""
    later = (
        e for e in evidence if e.sentence.document == off.sentence.document and e.sentence.start > off.sentence.start
    )
    return next((e for e in later if e.sentence.kind != "row" and _HOLDS.search(fold(e.sentence.text))), None)


def _absent(best: Evidence, others: Sequence[Evidence]) -> Settled | None:
    """The sentence of the same document that says of what is asked that it was not there or did not come about."""
    for e in others[:_NEAR_BY]:
        same = e.sentence.document == best.sentence.document and e.sentence.kind == "paragraph"
        if same and e.told >= best.told + _TELLS_MORE and _ABSENT.search(fold(e.sentence.text)):
            return Settled(e, None)
    return None


def _replaced(
    question: Question, best: Evidence, value: str, others: Sequence[Evidence], matcher: Matcher
) -> Settled | None:
    """The sentence that says "20 instead of 15" where the best one says 15."""
    for e in others:
        if not _REPLACES.search(fold(e.sentence.text)) or (e.passage.source.date or "") < (
            best.passage.source.date or ""
        ):
            continue
        said = _values(e.sentence.text)
        old = {number for number in _values(value) & said if len(number) > 1}
        if old and said - _values(value):
            span = answer_span(question, replace(e.sentence, text=_without(e.sentence.text, old)), matcher)
            if span and not same_value(e.sentence.text[span.start : span.end], value):
                return Settled(e, span, best)
    return None


def _amended(best: Evidence, value: str, others: Sequence[Evidence]) -> Settled | None:
    """What a later text says stands in the place of the value, told whole: which of its words is the new one is not sure."""
    later = amended(best, value, others)
    return Settled(later, None, best) if later else None


def _held_after_all(
    question: Question, best: Evidence, value: str, others: Sequence[Evidence], matcher: Matcher
) -> Settled | None:
    """What the same document says holds, where its best sentence says what was planned or called off."""
    if not _OVER.search(fold(best.sentence.text)):
        return None
    for e in others:
        later = e.sentence.document == best.sentence.document and e.sentence.start > best.sentence.start
        if not later or e.sentence.kind == "row" or not _HOLDS.search(fold(e.sentence.text)):
            continue
        span = answer_span(question, e.sentence, matcher)
        if span and not same_value(e.sentence.text[span.start : span.end], value):
            return Settled(e, span)
    return None


def _final(
    question: Question, best: Evidence, value: str, others: Sequence[Evidence], matcher: Matcher
) -> Settled | None:
    """What another sentence gives for final, where the best one or another calls the value preliminary and the question does not."""
    numbers = _values(value)
    said_so = (best, *(e for e in others if numbers and numbers <= _values(e.sentence.text)))
    if not any(map(_is_preliminary, said_so)) or _PRELIMINARY.search(fold(question.standalone)):
        return None
    for e in others:
        told = e.context >= _FINAL_TELLS * best.context and e.fit >= best.fit
        if not told or e in said_so or _is_preliminary(e):
            continue
        span = answer_span(question, e.sentence, matcher)
        if span and not same_value(e.sentence.text[span.start : span.end], value):
            return Settled(e, span, best)
    return None


def _is_preliminary(e: Evidence) -> bool:
    return bool(_PRELIMINARY.search(fold(" ".join([e.passage.source.title, *e.sentence.columns, e.sentence.text]))))


def _newer(
    question: Question, first: Settled, value: str, others: Sequence[Evidence], matcher: Matcher
) -> Settled | None:
    """The two documents that say another value of the same, the newer one first."""
    best = first.best
    for e in others:
        if e.sentence.document == best.sentence.document or not (_same_matter(best, e) or _changes(best, e)):
            continue
        span = answer_span(question, e.sentence, matcher)
        if span is None or same_value(e.sentence.text[span.start : span.end], value):
            continue
        if (e.passage.source.date or "") > (best.passage.source.date or ""):
            return Settled(e, span, best)
        return Settled(best, first.span, e)
    return None


def _changes(best: Evidence, e: Evidence) -> bool:
    """Whether a later text of the same matter says that a value is new or changed, however it is worded otherwise."""
    return (
        (e.passage.source.date or "") > (best.passage.source.date or "")
        and bool(_HOLDS.search(fold(e.sentence.text)) or _MOVES.search(fold(e.sentence.text)))
        and e.told >= best.told - _TELLS_MORE
        and e.named >= best.named - _TELLS_MORE
        and e.fit == best.fit == 1.0
        and e.dated >= _FITS
        and float(best.sentence.vector @ e.sentence.vector) >= _NEARLY
    )


def _same_matter(one: Evidence, other: Evidence) -> bool:
    """Whether two sentences speak of the same thing: both have all that is asked, and they are alike."""
    return (
        one.fit == other.fit == 1.0
        and abs(one.told - other.told) <= _TOLD
        and abs(one.score - other.score) <= _SCORE
        and min(one.named, other.named) >= _NAMED
        and min(one.dated, other.dated) >= _FITS
        and one.sentence.kind == other.sentence.kind
        and float(one.sentence.vector @ other.sentence.vector) >= _ALIKE
    )


def same_value(one: str, other: str) -> bool:
    """Whether two values are the same day, the same numbers or the same words."""
    days = [{(d.year, d.month, d.day, d.last_day) for d in find_dates(text)} for text in (one, other)]
    if all(days):
        return bool(days[0] & days[1]) or {d[1:] for d in days[0]} == {d[1:] for d in days[1]}
    numbers = [_values(text) for text in (one, other)]
    if all(numbers):
        return numbers[0] == numbers[1]
    return fold(one).strip() in fold(other) or fold(other).strip() in fold(one)


def _without(text: str, values: Collection[str]) -> str:
    """A text with spaces where some of its values stand."""
    places = [(d.start, d.end) for d in find_dates(text)] + [(q.start, q.end) for q in find_quantities(text)]
    for start, end in places:
        if _values(text[start:end]) & set(values):
            text = text[:start] + " " * (end - start) + text[end:]
    return text


def _values(text: str) -> frozenset[str]:
    """The days and numbers in a text, written alike."""
    days = {f"{d.year}-{d.month}-{d.day}" for d in find_dates(text)}
    folded = (fold(text[q.start : q.end]) for q in find_quantities(text) if not q.worded)
    return frozenset(days | {"".join(c for c in number if c.isdecimal()) for number in folded})
