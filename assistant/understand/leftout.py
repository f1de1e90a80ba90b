"""What the second of two questions leaves out since the first one said it: "how many came to Kochi, and how many to Dubai?"."""

from __future__ import annotations

import re

from assistant.concepts import asking_words
from assistant.understand.names import names_in
from vectorstore import find_dates, fold, terms

_STANDS_IN = re.compile(
    r"(?<!\w)(?:(?:the|that|this)\s+(?:of\s+)?(?=(?:\d{4}|first|second|new|old)\s+one\b)|(?:celui|celle|ceux|celles|(?:that|those)(?=\s(?:of|in|at|for|from|under|with)\b)|the ones?|the other(?: one)?|the same|theirs"
    r"|what (?:it|they|this|that) (?:\w+ )?(?:became|become|is now|was|were)|ce qu['’](?:il|elle) (?:\w+ )?(?:devenue?|devient)|ce que \w+ (?:devient|est devenue?)|ما (?:أصبح\w*|صار\w*)|(?:تلك|ذلك)(?=\s(?:في|من|التي|الذي|ال)))(?:[\s-]?(?:ci|là))?(?!\w)|\bones?\b)",
    re.IGNORECASE,
)
"""What stands for the noun that the first one says: "the one of", « celle de », «ما أصبحت»."""
_PREPOSITION = r"(?:in|at|to|for|from|of|by|with|on|under|after|before|during|à|au|aux|en|dans|pour|chez|de|du|des|d['’]|par|avec|sous|après|avant|lors de|في|إلى|الى|عن|من|لدى|مع|عند|بعد|قبل)"
_LED = re.compile(
    rf"(?:^|\s)(?P<at>{_PREPOSITION})(?:\s+|(?<=['’]))(?P<of>(?:the\s+|la\s+|le\s+|l['’])?\S.*)$", re.IGNORECASE
)
_ONLY_LEADS = re.compile(_PREPOSITION, re.IGNORECASE)
_FEW = 3
"""Telling words at most of a question that leaves something out."""
_SIGNS = " ,،;:.?؟!"


def stands_in(text: str) -> bool:
    """Whether a word of it stands for a noun said before: "the new one", « celui de 2025 »."""
    return bool(_STANDS_IN.search(text))


def leaves_out(second: str) -> bool:
    """Whether a question is too short of words to stand without the one it is asked together with."""
    telling = {term for term in terms(_STANDS_IN.sub(" ", second)) if term not in asking_words()}
    named = {term for name in names_in(f"- {second}") for term in terms(name)}
    dated = {term for date in find_dates(second) for term in terms(second[date.start : date.end])}
    own = telling - named - dated
    return stands_in(second) or not own or (len(own) <= 1 and len(telling) < _FEW)


def in_full(first: str, second: str) -> str:
    """A question with what it leaves out, in the words of the first: without the name, the time or the place it says otherwise."""
    own = " ".join(_STANDS_IN.sub(" ", second).split()).strip(_SIGNS)
    kept = _without_dates(first) if find_dates(own) else first
    kept = _without_contrasted(kept, own)
    said = fold(kept)
    new = [word for word in own.split() if not terms(word) or fold(word).strip(_SIGNS) not in said.split()]
    while new and kept and _ONLY_LEADS.fullmatch(kept.split()[-1]) and _ONLY_LEADS.fullmatch(new[0]):
        new = new[1:]  # one preposition is enough
    return " ".join([*kept.split(), *new])


def _without_dates(text: str) -> str:
    for date in reversed(find_dates(text)):
        text = f"{text[: date.start].rstrip()} {text[date.end :].lstrip()}"
    return text.strip()


def _without_contrasted(first: str, own: str) -> str:
    """The first question without what the second says in its place: the name for a name, what the same preposition leads."""
    led = _LED.search(own)
    if led and set(terms(led["of"])) - {t for d in find_dates(led["of"]) for t in terms(led["of"][d.start : d.end])}:
        same = [m for m in re.finditer(rf"(?:^|(?<=\s)){_alike(led['at'])}(?=\s|['’])", first, re.IGNORECASE)]
        if same:
            end = re.compile(rf"\s(?:{_PREPOSITION})\s|[,،;:]").search(first, same[-1].end() + 1)
            return (first[: same[-1].start()] + (first[end.start() :] if end else "")).strip(_SIGNS)
    names = names_in(f"- {first}")
    if not names_in(f"- {own}") or not names:
        return first
    gone = set(terms(names[-1]))
    return " ".join(word for word in first.split() if not set(terms(word)) & gone)


def _alike(preposition: str) -> str:
    """The prepositions that lead the same sort of thing."""
    folded = preposition.lower()
    return next((group for group in _ALIKE if re.fullmatch(group, folded)), re.escape(preposition))


_ALIKE = (
    r"(?:in|at|to|from|of)",
    r"(?:à|au|aux|en|dans|chez|de|du|des|d['’])",
    r"(?:في|إلى|الى|من|عند|لدى)",
)
