"""Questions that nobody could answer as they stand: nothing said, another script, or too little to tell which is meant."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from assistant.concepts import asking_words, same_concept
from assistant.reading.evidence import Evidence
from assistant.understand import GREETINGS, Question
from assistant.words import Courtesy
from vectorstore import fold, terms

_CHOICES = 4
_CLOSE = 0.75
"""Share of the best document's score that another one has, at least, to be meant as well."""
_SELF_EXPLAINING = ("expansion", "contact")
_HELP = {
    "en": r"what (?:can|do) you (?:do|know)|who are you|what are you|what is this|how does this work|help|can you help(?: me)?|what can i ask(?: you)?",
    "fr": r"que (?:peux-tu|pouvez-vous|sais-tu|savez-vous) faire|qui es-tu|qui etes-vous|comment ca marche|a l'aide|aide|aidez-moi",
    "ar": r"ماذا (?:تستطيع|يمكنك)(?: ان تفعل)?|من انت|ما هذا|كيف يعمل هذا|مساعده|ساعدني",
}
_THANKS = {
    "en": r"(?:many )?thanks?(?: you)?(?: (?:a lot|very much|so much))?|thx|ok(?:ay)?(?: thanks?)?|great|perfect|bye|goodbye",
    "fr": r"merci(?: (?:beaucoup|bien))?|parfait|au revoir",
    "ar": r"شكرا(?: (?:لكم?|جزيلا))?|ممتاز|مع السلامه",
}


def readable(text: str) -> str:
    """A question without what cannot be seen: control characters and marks that turn the direction of writing."""
    shown = (
        " " if unicodedata.category(c) in ("Cc", "Zl", "Zp") else c for c in text if unicodedata.category(c) != "Cf"
    )
    return " ".join("".join(c for c in shown if unicodedata.category(c) not in ("Cs", "Co", "Cn")).split())


def small_talk(text: str) -> tuple[Courtesy, str] | None:
    """What is said to whom answers rather than asked of the documents: a greeting, a question what to ask, or thanks.

    Returns:
        What to say back, and in which language; None where something else is said.
    """
    folded = fold(text).replace("’", "'")
    for language, greeting in GREETINGS.items():
        if re.fullmatch(rf"\W*(?:{greeting})?\W*(?:{_HELP[language]})?\W*", folded) and re.search(r"\w", folded):
            return "welcome", language
        if re.fullmatch(rf"\W*(?:{_THANKS[language]})\W*", folded):
            return "thanks", language
    return None


def in_another_script(text: str) -> bool:
    """Whether most letters are neither Latin nor Arabic."""
    letters = [unicodedata.name(c, "") for c in text if c.isalpha()]
    return bool(letters) and sum(name.startswith(("LATIN", "ARABIC")) for name in letters) < len(letters) / 2


def choices(question: Question, evidence: Sequence[Evidence]) -> tuple[str, ...]:
    """The documents a question of one common word may mean, best first; none where it is clear or only one fits.

    Where several are called what is asked about, as "the meeting", only those are meant.
    """
    telling = [t for t in question.own_terms if t not in asking_words()]
    if question.leans or question.names or question.dates or len(telling) > 1 or question.wants in _SELF_EXPLAINING:
        return ()
    scores: dict[str, float] = {}
    for found in evidence:
        if found.context >= 0.5:
            scores.setdefault(found.passage.source.document, found.score)
    close = [path for path, score in scores.items() if score >= _CLOSE * max(scores.values())]
    titles = {found.passage.source.document: found.passage.source.title for found in evidence}
    kind = {word for term in telling for word in (term, *same_concept(term, question.language))}
    of_kind = [path for path in close if kind & set(terms(titles[path]))]
    meant = of_kind if len(of_kind) > 1 else close
    return tuple(meant[:_CHOICES]) if len(close) > 1 else ()
