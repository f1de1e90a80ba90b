"""The words of a question in their order, with the part that each plays: asking, naming, joining, ending."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from functools import lru_cache

from assistant.attached import bare
from assistant.register.kinds import Noun, nouns
from assistant.register.vocabulary import any_of, folded, in_one_word, pattern_of, phrases, vocabulary
from assistant.understand import Question
from vectorstore import fold, terms

_CUES = ("count", "when", "where", "with", "which", "list", "all", "exist", "times")
CUES = frozenset(cue.upper() for cue in _CUES)
"""What stands for the words that ask, among those of a question."""
STOPS = frozenset("،,;؛:()/+—–|?؟!")
_WHERE = re.compile(r"\boù\b|^\W*ou\b(?=.{3})", re.IGNORECASE)
"""The French "where", which folded is an "or"."""
_TOKEN = re.compile(r"[\w-]+|[,،;؛:()/+—–|?؟!]")
_ACCUSATIVE = re.compile(r"(?<=[\u0621-\u064a]{3})ا$")
"""The ending of an Arabic noun behind "how many"."""
_ATTACHED = re.compile(r"[وف]?[بل](?=[\u0621-\u064a]{3})")
"""Arabic prepositions that are written as one with what they stand before."""


def words_of(question: Question) -> str:
    """The words of a question, folded, with what is said in several words in the one word it means."""
    return in_one_word(fold(_WHERE.sub("where", question.standalone)).strip())


def marked(question: Question) -> list[str]:
    """The words of a question and its marks, with one of `CUES` in place of those that ask; behind it what says "several"."""
    pattern, cues = _asking()

    def cue(found: re.Match[str]) -> str:
        several = [word for word in found.group().split() if word in plural()]
        return f" {' '.join([cues[found.group()].upper(), *several])} "

    return _TOKEN.findall(pattern.sub(cue, words_of(question)))


def noun_of(word: str, *, french: bool) -> Noun | None:
    """What a folded word asks for; the words that are French only where the question is French."""
    found = (nouns().get(said) for one in bare(word) for said in (one, _ACCUSATIVE.sub("", one)))
    return next((noun for noun in found if noun and (french or not noun.french)), None)


def is_(part: str, word: str) -> bool:
    """Whether a word plays a part of a sentence: `prepositions`, `joins`, `openers`, `asks_yes`, `us`."""
    return word in _parts(part)


def ends(word: str) -> bool:
    """Whether a noun and what belongs to it end before a word."""
    return word in STOPS or word in CUES or word in _ends() or pattern_of("ends").fullmatch(word) is not None


def longest(words: Sequence[str], names: Container[str] = ()) -> int:
    """How many of some words stand before the noun phrase they begin with ends; a list of several nouns is one.

    So is one of several names before a noun, "DRM-Reach and OSH-Reach courses", where the names are given.
    """
    for at, word in enumerate(words):
        behind = words[at + 2 : at + 3] if words[at + 1 : at + 2] and words[at + 1] in names else words[at + 1 : at + 2]
        joined = is_("joins", word) and any(noun_of(following, french=True) is not None for following in behind)
        if ends(word) and not joined and not (at == 0 and noun_of(word, french=False)):
            return at
    return len(words)


def loose_stems(question: Question) -> frozenset[str]:
    """Stems of words that neither belong to a noun for what is listed nor stand behind a preposition: verbs, adverbs, asides."""
    loose: set[str] = set()
    firm: set[str] = set()
    belongs = True
    for word in marked(question):
        if word in CUES or is_("prepositions", word) or (noun_of(word, french=True) and not ends(word)):
            belongs = True
        elif ends(word):
            belongs = False
        else:
            (firm if belongs or _ATTACHED.match(word) else loose).update(terms(word))
    return frozenset(loose - firm)


@lru_cache(maxsize=1)
def plural() -> frozenset[str]:
    """Words behind which a noun that is alike in both numbers means several things."""
    return folded(vocabulary()["before"]["plural"])


@lru_cache(maxsize=1)
def _asking() -> tuple[re.Pattern[str], dict[str, str]]:
    cues: dict[str, str] = {}
    for cue in _CUES:
        for phrase in phrases("cues", cue):
            cues.setdefault(phrase, cue)
    return re.compile(any_of(cues)), cues


@lru_cache(maxsize=8)
def _parts(part: str) -> frozenset[str]:
    return folded(vocabulary()["sentence"][part])


@lru_cache(maxsize=1)
def _ends() -> frozenset[str]:
    return folded(vocabulary()["ends"]["words"]) | folded(vocabulary()["ends"]["years"])
