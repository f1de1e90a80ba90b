"""What a question wants listed: the noun at its head, and whether the things, their number or their days are asked for.

The words of a question are read in their order. A word that asks (how many, which, list, every, where) is looked behind; without
one the head stands at the beginning, as people type into a search field. What counts is what the noun is head of, not the sentence
around it: of "how many women came to the courses" that is the women, of "objectives of the course" the objectives.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from assistant.attached import bare
from assistant.register.kinds import Noun, nouns, state_words
from assistant.register.sentence import CUES, ends, is_, longest, marked, noun_of, plural
from assistant.register.vocabulary import folded, pattern_of, vocabulary
from assistant.understand import Question, name_parts
from vectorstore import fold

Asked = Literal["list", "count", "dates"]
_NUMBER = re.compile(r"\d[\d/–-]*")


@dataclass(frozen=True, slots=True)
class Head:
    """What is asked for, and the nouns that name it, the first of them the kind."""

    asked: Asked
    nouns: tuple[Noun, ...]


def head_of(question: Question) -> Head | None:
    """The head of a question that lists something; None for one that asks for something else."""
    return _Reader(question).head()


class _Reader:
    """Reads the words of one question."""

    def __init__(self, question: Question) -> None:
        self._words = marked(question)
        self._names = frozenset(fold(word) for word in name_parts(question).values())
        self._french = question.language == "fr"
        self._modifies = question.language == "en"
        self._met = pattern_of("met").search(" ".join(self._words)) is not None
        self._counting = False

    def head(self) -> Head | None:
        """What the first word that asks is answered with or, without one, what the question begins with."""
        for at, word in enumerate(self._words):
            if word not in CUES or (word == "ALL" and at and is_("prepositions", self._words[at - 1])):
                continue  # what is "in all courses" is something else
            found = self._behind(at, word)
            if isinstance(found, Head):
                return found
            if found == "other":
                return None
        return self._begun()

    def _behind(self, at: int, cue: str) -> Head | Literal["other"] | None:
        """The head behind a word that asks: "other" where that asks for something that no record is."""
        phrase = self._phrase(at + 1)
        heads = self._heads(phrase, lenient=cue in ("ALL", "EXIST") or (cue == "COUNT" and _is_arabic(phrase)))
        if cue == "COUNT":
            if heads:
                return Head("count", heads)
            if "TIMES" in self._words[at + 1 : at + 3]:
                return Head("count", (_noun("meetings"),)) if self._met else self._again(at)
            self._counting = not phrase
            return "other" if phrase else None
        if cue == "WITH":
            return self._agreed(at)
        if cue in ("WHERE", "WHEN"):
            return self._happening(at, "dates" if cue == "WHEN" else self._asked())
        if heads:
            return Head(self._asked(), heads)
        if cue in ("ALL", "LIST", "WHICH") and phrase and is_("things", phrase[0]) and (befallen := self._befallen()):
            return befallen
        if cue == "WHICH":
            return (self._befallen() or self._of_which(at)) if not phrase else "other"
        return None

    def _again(self, at: int) -> Head | None:
        """The events that "how many times was the course held" counts."""
        named = (noun for place in range(at + 1, len(self._words)) if (noun := self._noun_at(place)))
        return next((Head("count", (noun,)) for noun in named if noun.sort.kind == "event"), None)

    def _of_which(self, at: int) -> Head | None:
        """What stands last behind an Arabic "of", which says what was asked for: ماذا عقد في مسقط من دورات."""
        for place in range(len(self._words) - 1, at, -1):
            if self._words[place - 1] == "من":
                heads = self._heads(self._phrase(place), lenient=False)
                return Head(self._asked(), heads) if heads else None
        return None

    def _happening(self, at: int, asked: Asked) -> Head | None:
        """Several things that are the subject or the object of a sentence that asks where or when."""
        for place in range(at + 1, len(self._words)):
            noun = self._noun_at(place)
            if noun and noun.number == "many" and not self._behind_preposition(place, at):
                heads = self._heads(self._words[place:][: longest(self._words[place:])], lenient=False)
                return Head(asked, heads) if heads else None
        return Head("dates", (_noun("meetings"),)) if asked == "dates" and self._met else None

    def _agreed(self, at: int) -> Head | None:
        """The agreements that a question for the bodies they are with speaks of."""
        named = [noun for place in range(at + 1, len(self._words)) if (noun := self._noun_at(place))]
        agreed = tuple(noun for noun in named if noun.sort.kind == "agreement")
        return Head(self._asked(), agreed) if agreed else None

    def _behind_preposition(self, place: int, first: int) -> bool:
        for before in reversed(self._words[first + 1 : place]):
            if is_("prepositions", before):
                return True
            if ends(before):
                return False
        return False

    def _befallen(self) -> Head | None:
        """The events that "what was cancelled" asks for."""
        befallen = any(
            word in state_words() and state_words()[word].name in ("cancelled", "postponed")
            for w in self._words
            for word in bare(w)
        )
        return Head(self._asked(), (_noun("events"),)) if befallen else None

    def _begun(self) -> Head | None:
        """What stands at the beginning of a question that is no sentence, or behind what limits it."""
        first = self._words[0] if self._words else ""
        if is_("openers", first) or (is_("asks_yes", first) and not any(is_("us", word) for word in self._words)):
            return None
        starts = [0, *(at + 1 for at, word in enumerate(self._words) if word in (",", "،", ":"))]
        if is_("asks_yes", first):
            starts = [1 + next(at for at, word in enumerate(self._words) if is_("us", word))]
        if is_("prepositions", first):
            starts = [start for start in starts if start]
        for start in starts:
            phrase = self._phrase(start)
            if heads := self._heads(phrase, lenient=self._agrees_in_plural(start + len(phrase))):
                return Head(self._asked(), heads)
        return None

    def _agrees_in_plural(self, place: int) -> bool:
        """Whether a French participle behind a noun is in the plural, and so is a noun alike in both numbers: "cours tenus"."""
        behind = self._words[place] if self._french and place < len(self._words) else ""
        return behind.endswith("s") and any(pattern_of(part).fullmatch(behind) for part in ("done", "ahead"))

    def _asked(self) -> Asked:
        return "count" if self._counting or "COUNT" in self._words else "list"

    def _phrase(self, start: int) -> list[str]:
        """The noun at a place with the words around it that belong to it."""
        at = start
        while at < len(self._words) and (self._says_nothing(self._words[at]) or self._joins_states(at)):
            at += 1
        length = longest(self._words[at:], self._names)
        return self._words[max(start, at - 1) if self._plural_before(at, start) else at : at + length]

    def _says_nothing(self, word: str) -> bool:
        return (
            word in _before()
            or word == "ALL"
            or _NUMBER.fullmatch(word) is not None
            or word in state_words()
            or any(pattern_of(part).fullmatch(word) for part in ("done", "ahead"))
        )

    def _joins_states(self, at: int) -> bool:
        """Whether a word joins two that say nothing of what is listed: postponed or cancelled."""
        beside = self._words[max(0, at - 1) : at] + self._words[at + 1 : at + 2]
        return len(beside) > 1 and is_("joins", self._words[at]) and all(word in state_words() for word in beside)

    def _plural_before(self, at: int, start: int) -> bool:
        """Whether a word alike in both numbers stands behind one that says it is several."""
        noun = self._noun_at(at)
        return noun is not None and noun.number == "same" and at > start and self._words[at - 1] in plural()

    def _heads(self, phrase: Sequence[str], *, lenient: bool) -> tuple[Noun, ...]:
        """The nouns that a phrase is about; none where it is about something else, or about one thing only."""
        several = bool(phrase) and phrase[0] in plural()
        phrase = phrase[1:] if several else phrase
        runs = list(_runs([noun_of(word, french=self._french) for word in phrase]))
        if not runs or (not self._modifies and not all(word in self._names for word in phrase[: runs[0][0]])):
            return ()
        found = []
        for start, run in runs:
            head = run[-1] if self._modifies else run[0]
            behind = phrase[start + len(run)] if start + len(run) < len(phrase) else ""
            many = head.number == "many" or (head.number == "same" and (several or lenient))
            if behind.endswith("s") and behind not in self._names and self._modifies:
                return ()  # the courses' participants
            if many or (lenient and (not behind or not self._modifies or behind in self._names)):
                found.append(head)
        return tuple(found)

    def _noun_at(self, place: int) -> Noun | None:
        return noun_of(self._words[place], french=self._french) if place < len(self._words) else None


def _runs(read: Sequence[Noun | None]) -> Iterator[tuple[int, list[Noun]]]:
    """Where nouns stand in a row, with the rows."""
    run: list[Noun] = []
    for at, noun in enumerate([*read, None]):
        if noun:
            run.append(noun)
        elif run:
            yield at - len(run), run
            run = []


def _is_arabic(words: Sequence[str]) -> bool:
    return bool(words) and not words[0].isascii()


def _noun(word: str) -> Noun:
    return nouns()[word]


@lru_cache(maxsize=1)
def _before() -> frozenset[str]:
    return folded(vocabulary()["before"]["words"]) | plural()
