"""A question as it was understood, and what follows from it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from assistant.concepts import asking_words, coming
from assistant.understand.asking import asking_part, asks
from assistant.understand.aspect import Aspect
from assistant.understand.wants import Wants
from vectorstore import WrittenDate, fold, terms, words

_COUNTED = re.compile(
    r"(?:how many|how much|number of|\bcount (?:of |up )?(?:the |all |all the )?|combien (?:de |d')?|nombre (?:de |d')|\bnb (?:de |d')?|\bno\. of|\bكم\b(?: عدد)?|عدد)\s*(?:of (?:all )?(?:the|our|these|those|their|your|its) |of (?:us|them|you) |(?:de nos|de vos|des|d'entre les) )?(?:(?:19|20)\d\d )?((?:[\w'’-]+\s*){1,2})"
)
_WORD = re.compile(r"\w[\w-]+")
_LONGEST_SHORT = 12
_LISTED = re.compile(
    r"(?:\bwhich|\bwhat(?: are| were)?|^list(?: of)?(?: all)?|^names? of(?: all)?|^(?:give|name|need|show)(?: me| us)?(?: all)?|^i need|\bquel(?:le)?s(?: sont| etaient)?|^liste(?: des?)?|^(?:donnez|donne|citez|cite)(?:-moi|-nous)?|^(?:tous|toutes)"
    r"|(?:^|\s)(?:ما|اي|من اي|في اي)(?: هي| هم)?|اذكر|عدد لي|^اسماء)\s+(?:the |les |l'|all |des )?"
    r"(?:(?:external|main|other|new|current|differents?|principaux|principales)\s+)?([\w-]+(?:(?:,| and| et|\sو) ?(?:the |their |its |les |leurs |ses )?[\w-]+)?)"
)
_WHICH = re.compile(r"(?:which|quel(?:le)?)\s")
_ATTENDED = re.compile(
    r"\bwho (?:are|were|attended|participated|took part|came|sat|was (?:present|there|absent|invited))\b|^attendance\b|\bqui (?:etait (?:present|la|absent|invite)|a (?:participe|assiste))|^\W*من (?:حضر|شارك|غاب|اعتذر)\b"
)
_WHICH_OF = re.compile(
    r".*\b([a-z-]{3,}[sx])\b[^.?!:;]*[.?!:;,]\s*(?:which (?:ones?|are they|were they)|lesquel(?:le)?s|what are they)\b"
)
"""What "which ones?" goes back to."""
_HEAD_NOUN = re.compile(r"^\W*(?:(?:the|all|les|tous les|toutes les)\s+)?(?P<noun>[\w-]{3,})\b(?!\W*$)")
"""Of a question without an asking word, what it opens with."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, ready for search and reading."""

    text: str
    standalone: str
    """The question with what it takes over from the conversation."""
    language: str
    wants: Wants
    terms: tuple[str, ...]
    own_terms: tuple[str, ...]
    """The terms of the question itself, without those taken over."""
    names: tuple[str, ...]
    """Names and codes as typed: capitalised inside a sentence, in capitals, or with a hyphen and capitals."""
    dates: tuple[WrittenDate, ...]
    also: tuple[Wants, ...] = ()
    """Further kinds of answer asked for in the same breath, as in "when and where"."""
    as_of: date | None = None
    leans: bool = False
    """Whether it takes something over from the conversation, so that `standalone` says more than `text`."""
    lists: float = 0.0
    """How likely it is, by its meaning, that it asks for several things, whatever its words say."""
    before: str = ""
    """The earlier question that it takes something over from, as that stood alone."""
    aspect: Aspect = ""
    """Whether what was so before it changed is asked for, or what holds now; empty where that is not said."""
    aside: frozenset[str] = frozenset()
    """The terms that say what was so before is asked for; no text says them of what it gives as holding."""
    told: str = ""
    """`standalone` as it is shown: only words that were typed."""
    earlier: tuple[str, ...] = ()
    """The earlier questions of the conversation, oldest first."""


def short_forms(question: Question) -> list[str]:
    """What may be the short form asked about: the names, also without a plural's "s"; if there are none, any word."""
    names = question.names or tuple(
        word
        for word in _WORD.findall(question.text)
        if len(word) <= _LONGEST_SHORT and set(terms(word)) - asking_words()
    )
    return list(dict.fromkeys(form for name in names for form in (name, re.sub(r"(?<=[A-Z])(?:'|’)?s$", "", name))))


def counted_terms(question: Question) -> frozenset[str]:
    """The terms right after "how many": what is counted."""
    match = _COUNTED.search(fold(question.text))
    if match is None:
        return frozenset()
    said = set(re.findall(r"[\w'’-]+", match.group(1)))
    own = frozenset(stem for word in words(question.standalone) if fold(word) in said for stem in terms(word)[:1])
    return own or frozenset(terms(match.group(1)))  # a word or two alone may be taken for another language's


def listed_terms(question: Question) -> frozenset[str]:
    """The terms that name what is listed: of "which programmes cover floods", programmes; of who attended, participants."""
    return frozenset(terms(_listed(question)))


def lists_several(question: Question) -> bool:
    """Whether what is listed is named in the plural, as far as its last letter shows."""
    words_ = _listed(question).split()
    return any(word.endswith(("s", "x", "people")) or not word.isascii() for word in words_)


def asks_for_one(question: Question) -> bool:
    """Whether a question asks which one of something: "which programme …", not "which programmes …"."""
    match = _LISTED.search(fold(asking_part(question.text)))
    return bool(match and _WHICH.match(match.group()) and match.group(1).isascii() and not lists_several(question))


def _listed(question: Question) -> str:
    folded = fold(asking_part(question.text))
    if _ATTENDED.search(folded):
        return "participants"
    before = _WHICH_OF.search(fold(question.text))
    if before:
        return before.group(1)
    match = _LISTED.search(folded)
    if match is None and question.wants == "list" and not asks(question.text):
        match = _HEAD_NOUN.match(folded)
    return match.group(1) if match else ""


def rest_of_list(question: Question) -> list[str]:
    """The terms of a list question without those that name what is listed: of "which programmes cover floods", cover and floods."""
    listed = listed_terms(question)
    return [term for term in question.own_terms if term not in listed]


def name_parts(question: Question) -> dict[str, str]:
    """The search terms that names and their parts are known by, with the words themselves."""
    found: dict[str, str] = {}
    for name in question.names:
        for word in words(name):
            for part in (word, *re.split(r"[-/&.']", word)):
                found.update({stem: part for stem in terms(part)[:1]})
    return found


def spellings(question: Question) -> dict[str, str]:
    """The search terms of a question with the word each is the stem of."""
    return {stem: word for word in words(question.standalone) for stem in terms(word)[:1]}


def asks_what_comes(question: Question) -> bool:
    """Whether a question is after the next one of its kind: what was is then no answer."""
    return bool(coming() & set(question.own_terms))
