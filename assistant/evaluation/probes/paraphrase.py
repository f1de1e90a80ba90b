"""The same question asked in other words, and with the slips people make; always the same variants for the same question."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

Manner = Literal["slip", "haste", "frame", "wording"]
"""`slip`: two letters change places; `haste`: no capitals, accents or final mark; `frame`: a polite opening; `wording`: another
way to ask for the same thing."""


@dataclass(frozen=True, slots=True)
class Variant:
    """Another way to write a question."""

    manner: Manner
    question: str


_LETTERS = re.compile(r"[^\W\d_]+")
_SHORTEST_SLIP = 6
"""Letters; in shorter words two swapped letters often make another word."""
_HASTE_ARABIC = str.maketrans("أإآةى", "ااا" + "هي")
_GOES_ON = re.compile(r"(?:and|et)\b|و(?!\w{0,2}\b)", re.IGNORECASE)
_FRAMES = {
    "en": "Please tell me: {question}",
    "fr": "Dites-moi, s'il vous plaît : {question}",
    "ar": "من فضلك أخبرني: {question}",
}
_WORDINGS: dict[str, tuple[tuple[str, str], ...]] = {
    "en": (
        (r"^how many\b", "What number of"),
        (r"^how much (?=does|do|did|will)", "What amount "),
        (r"^when\b", "On what date"),
        (r"^where\b", "In what place"),
        (r"^why\b", "For what reason"),
        (r"^who (?=is\b|was\b|\w+ed\b|\w+s\b|led\b)", "Which person "),
        (r"^what does (.+?) stand for\b", r"What is the full name of \1"),
        (r"^list (?:all )?(?:the )?", "Which are the "),
    ),
    "fr": (
        (r"^combien d(?=e |')", "Quel nombre d"),
        (r"^quand\b", "À quelle date"),
        (r"^o[uù]\b", "À quel endroit"),
        (r"^pourquoi\b", "Pour quelle raison"),
        (r"^qui (?=a |est |sera |dirige |coordonne )", "Quelle personne "),
        (r"^que veut dire (.+?)\s*(?=\?|$)", r"Quelle est la signification de \1 "),
    ),
    "ar": (
        (r"^متى(?= )", "في أي تاريخ"),
        (r"^(?:أين|اين)(?= )", "في أي مكان"),
        (r"^(?:من|مين) (?=ت)", "من التي "),
        (r"^(?:من|مين) (?!هو |هي |هم )", "من الذي "),
        (r"^ما معنى(?= )", "ماذا يعني"),
        (r"^كم عدد(?= )", "ما عدد"),
    ),
}


def variants(question: str, language: str) -> Iterator[Variant]:
    """The variants of a question, those that would not differ from it left out."""
    makers: tuple[tuple[Manner, Callable[[str, str], str]], ...] = (
        ("slip", lambda text, _: slipped(text)),
        ("haste", lambda text, _: hasty(text)),
        ("frame", framed),
        ("wording", reworded),
    )
    for manner, make in makers:
        made = make(question, language)
        if made != question:
            yield Variant(manner, made)


def slipped(question: str) -> str:
    """The two letters in the middle of the longest word, or the first of the longest, change places."""
    longest = max(_LETTERS.finditer(question), key=lambda word: (len(word.group()), -word.start()), default=None)
    if longest is None or len(longest.group()) < _SHORTEST_SLIP:
        return question
    word = longest.group()
    for place in (len(word) // 2, len(word) // 2 - 1, len(word) // 2 + 1):
        if word[place] != word[place + 1]:
            swapped = word[:place] + word[place + 1] + word[place] + word[place + 2 :]
            return question[: longest.start()] + swapped + question[longest.end() :]
    return question


def hasty(question: str) -> str:
    """As typed in haste: no capitals, accents or final mark; in Arabic no hamza on alef, and the two look-alike endings confused."""
    bare = re.sub(r"[\s?؟!.]+$", "", question).lower().translate(_HASTE_ARABIC)
    decomposed = unicodedata.normalize("NFD", bare)
    # Only marks over Latin letters and Arabic vowels go: a hamza carried by waw or ya is a letter of its own.
    kept = "".join(c for c in decomposed if not ("\u0300" <= c <= "\u036f" or "\u064b" <= c <= "\u0652"))
    return unicodedata.normalize("NFC", kept)


def framed(question: str, language: str) -> str:
    """With a polite opening; what goes on from an earlier question with "and" is left as it is."""
    if language not in _FRAMES or _GOES_ON.match(question):
        return question
    return _FRAMES[language].format(question=question)


def reworded(question: str, language: str) -> str:
    """With another interrogative of the same meaning; the question itself where no rule fits."""
    for pattern, instead in _WORDINGS.get(language, ()):
        made, count = re.subn(pattern, instead, question, count=1, flags=re.IGNORECASE)
        if count:
            return re.sub(r"  +", " ", made).strip()
    return question
