"""What a question takes over from the earlier ones, so that it can stand alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.concepts import asking_words, qualifiers
from assistant.understand.asking import asks
from assistant.understand.instead import only_names, without_replaced
from assistant.understand.language import question_language
from assistant.understand.names import names_in
from assistant.understand.wants import Wants, wanted
from vectorstore import find_dates, fold, terms

_OPENS = re.compile(
    r"^\W*(?:and|also|so|what about|how about|then|et|puis|ensuite|alors|quid d)\b|^\W*(?:و(?=\w)|ماذا عن\b|ثم\b|طيب\b)"
)
_PRONOUN = re.compile(
    r"\b(?:it|its|they|them|their|he|she|his|her|him|there|then|same)\b|\b(?:this|that|these|those)(?: (?:one|ones|meeting|course|event|year|person|country|agreement|programme|document))?\W*$"
    r"|\b(?:this|that|these|those) (?:one|meeting|course|event|year|person|country|agreement|programme|document)\b|\bof (?:them|those|these)\b"
    r"|\b(?:il|elle|ils|elles|lui|leur|celui|celle|ceux|cela|ca)(?:-ci|-la)?\b|-(?:il|elle|ils|elles|t-il|t-elle)\b|\bl'(?:a|ont|avait)\b|\by (?:a|ont|etait)\b|\b(?:parmi|d'entre) eux\b"
    r"|\b(?:هو|هي|هم|ذلك|تلك|هذا|هذه|هناك|فيها|فيه|منهم|منها|منه|له|لها|عنه|عنها|بينهم)\b|(?:مدت|تاريخ|مكان|رييس|ميزاني|موعد|عدد|منصب|وظيفت|دور|اسم|جنسيت|صفت|تخصص|عنوان|رقم|موسست|منظمت|بلد)(?:ها|هم)\b"
)
_IMPERSONAL = re.compile(
    r"\b(?:is|are|was|were|will) there\b|\bthere (?:is|are|was|were|will)\b|\bil y (?:a|avait|aura|a eu)\b|\by (?:a|avait|aura)(?:-t)?-il\b"
    r"|\b(?:le|la|les|un|une|des|du|notre|nos|ce|cet|cette|ces)\s(?:[\w'’]+\s){1,6}(?:[\w'’]+-)(?:t-)?(?:il|elle|ils|elles)\b|\b(?:ما|من)\s(?:هو|هي|هم)\b(?=\s*\w)"
)
"""Pronouns that stand for nothing said before: "are there", "y a-t-il", «ما هي», "le forum a-t-il eu lieu"."""
_POSSESSIVE = re.compile(r"\b(?:son|sa|ses|leurs?)\b|\b\w{3,}(?:ها|هما)\b")
OTHER = re.compile(r"\bthe other(?: one)?\b|\bl'autre\b|\bالاخري?\b")
"""One of two, the other of which was just spoken of."""
_BEFORE = re.compile(
    r"\bbefore (?:him|her|that|them)\b|\bpredecessor|\bprevious(?:ly)?\W*$|\bavant (?:lui|elle|ca|cela)\b|predecesseur|\bقبل(?:ه|ها|هم|ذلك)\b|\bسلف(?:ه|ها)\b"
)
_AFTER = re.compile(
    r"\bafter (?:him|her|them)\b|\bsuccessor|\bapres (?:lui|elle)\b|\bsuccesseur|\bبعد(?:ه|ها)\b|\bخلف(?:ه|ها)\b"
)
_YEARS_ON = (
    (
        1,
        r"\b(?:year after|following year)\b|\bannee (?:suivante|d'apres)\b|(?:السنه|العام) (?:التي بعدها|الذي بعده|التاليه?|الموالي[هة]?)",
    ),
    (
        -1,
        r"\b(?:year before|previous year)\b|\bannee (?:precedente|d'avant)\b|(?:السنه|العام) (?:التي قبلها|الذي قبله|السابقه?)",
    ),
)
"""The year that stands beside the one just asked about."""
_SUCCESSION = {
    "en": "succeeded replaced predecessor",
    "fr": "succède remplace suite prédécesseur",
    "ar": "خلف حل محل سلف",
}
_TONGUES = (
    ("en", r"in english|en anglais|ب?ال[اإ]نجليزيه"),
    ("fr", r"in french|en francais|بالفرنسيه"),
    ("ar", r"in arabic|en arabe|ب?العربيه"),
)
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")
_FEW = 3
"""Terms at most of a question that a pronoun makes lean on the one before."""
_PRONOUN_TERMS = 6
_YEAR_TERMS = 2
"""Terms of a question that is only for the year beside the one before."""


@dataclass(frozen=True, slots=True)
class Carried:
    """A question that stands alone, with what it is after."""

    text: str
    own: str
    """The part that weighs fully; the rest of `text` is taken over."""
    wants: Wants
    language: str
    leans: bool
    before: str = ""
    """The earlier question, as it stood alone, where something is taken over from it."""
    told: str = ""
    """The question with what it takes over, in words that were typed: `text` may have others to search by."""


def carry_over(text: str, earlier: Sequence[str]) -> Carried:
    """Make a question stand alone with what it takes over from earlier ones, oldest first.

    A question on another subject takes nothing over. One that asks for another language asks the last one again.
    """
    language = question_language(text, earlier)
    if not earlier:
        return Carried(text, text, wanted(text), language, leans=False, told=text)
    before = carry_over(earlier[-1], earlier[:-1])
    tongue = _other_tongue(text)
    if tongue:
        return Carried(before.text, before.own, before.wants, tongue, leans=True, told=before.told)
    if not leans(text):
        return Carried(text, text, wanted(text), language, leans=False, told=text)
    if beside := _year_beside(text, before.text):
        return Carried(beside, beside, before.wants, language, leans=True, before=before.text, told=beside)
    own = _with_succession(text, language)
    wants = wanted(text)
    inherits = wants in ("fact", "definition", "list") and (only_names(text) or not asks(text))
    kept = _kept(before.text, text)
    if inherits:
        kept = without_replaced(kept, text, before.language)
    if inherits:
        wants = "person" if own != text else before.wants
    weighs = f"{kept} {own}" if inherits and own == text else own
    whole, told = f"{kept} {own}".strip(), f"{kept} {text}".strip()
    return Carried(whole, weighs, wants, language, leans=True, before=before.text, told=told)


def leans(text: str) -> bool:
    """Whether a question cannot stand alone: it opens with a connective, has a pronoun, or names almost nothing."""
    folded = fold(text)
    content = len(set(terms(text)))
    beside = len(set(terms(text)) - asking_words()) <= _YEAR_TERMS and any(
        re.search(said, folded) for _, said in _YEARS_ON
    )
    if (
        content <= 1
        or beside
        or (content <= _FEW and OTHER.search(folded))
        or _BEFORE.search(folded)
        or _AFTER.search(folded)
    ):
        return True
    if _OPENS.search(folded):
        return content <= _PRONOUN_TERMS
    named = bool(names_in(text))
    return bool(_PRONOUN.search(_IMPERSONAL.sub(" ", folded))) and content <= (_FEW if named else _PRONOUN_TERMS)


def asks_succession(text: str) -> bool:
    """Whether a follow-up asks for who was there before or after somebody, or for the other of two."""
    folded = fold(text)
    return bool(_BEFORE.search(folded) or _AFTER.search(folded) or OTHER.search(folded))


def refers(text: str) -> bool:
    """Whether a question speaks of somebody or something by a pronoun, or of "the other"."""
    return bool(_PRONOUN.search(fold(text)) or _POSSESSIVE.search(fold(text)) or OTHER.search(fold(text)))


def _other_tongue(text: str) -> str | None:
    folded = fold(text)
    if len(terms(text)) > 2:
        return None
    return next((language for language, said in _TONGUES if re.search(said, folded)), None)


def _year_beside(text: str, before: str) -> str | None:
    """The earlier question for the next year, or the one before; None where that is not asked, or no year was."""
    folded = fold(text)
    step = next((step for step, said in _YEARS_ON if re.search(said, folded)), 0)
    years = {date.year for date in find_dates(before) if date.year}
    if not step or len(set(terms(text)) - asking_words()) > _YEAR_TERMS or len(years) != 1:
        return None
    (year,) = years
    written = before.translate(_DIGITS)
    return written.replace(str(year), str(year + step)) if str(year) in written else None


def _with_succession(text: str, language: str) -> str:
    folded = fold(text)
    if _BEFORE.search(folded) or _AFTER.search(folded):
        return f"{text} {_SUCCESSION.get(language, _SUCCESSION['en'])}"
    return text


def _kept(before: str, text: str) -> str:
    """The earlier question without what the new one says otherwise: a time, an ordinal."""
    if find_dates(text):
        for date in reversed(find_dates(before)):
            before = before[: date.start] + before[date.end :]
    drop: set[str] = set()
    if set(terms(text)) & qualifiers():
        drop |= qualifiers()
    return " ".join(word for word in before.split() if not set(terms(word)) & drop).strip()
