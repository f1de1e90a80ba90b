"""What a question asks of a table: what is listed or counted, and what limits its rows."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from assistant.bounds import Bound, measuring_stems
from assistant.concepts import asking_words, same_concept
from assistant.reading.matching import Matcher
from assistant.reading.revisions import Change, asked_change
from assistant.reading.standings import asked_standing
from assistant.understand import (
    Question,
    asks,
    asks_several,
    counted_terms,
    exception,
    head_of_noun,
    listed_terms,
    name_parts,
    spellings,
)
from vectorstore import fold, terms

_PAPER_WORDS = (
    "list lists sheet sheets table sign-in attendance roll overview catalogue mentioned cited named shown listed different various names came come represented present "
    "liste listes feuille fiche tableau émargement présence catalogue cité cités citées nommés figurant inscrits différents différentes origine venus représentés présents "
    "nb nbr nbre according plan plans workplan lines line rows row entries entry altogether selon tableau plan lignes ligne "
    "قائمة كشف جدول سجل فهرس مذكورة المذكورة وردت ورد مختلف مختلفة حضر حضرت حضور مثل أسماء عندنا لدينا سطر سطرا أسطر بند بندا بنود"
)
_ALONE = frozenset(
    stem
    for word in ["only", "solely", "alone", "seulement", "uniquement", "exclusivement", "فقط"]
    for stem in terms(word)
)
"""Words that say that nothing else is meant."""
_ROW_WORDS = "line lines row rows entry entries record records ligne lignes سطر سطرا أسطر سجل بند بنود"
_ROWS = frozenset(stem for word in _ROW_WORDS.split() for stem in terms(word))
"""Words for the rows themselves."""
_SIZES = frozenset(
    ["small", "little", "big", "large", "petit", "petits", "petite", "petites", "grand", "grands", "grande", "grandes"]
)
"""What says of things of a sort how large they are, which tells no row from another: part of what they are called."""
_QUALITY_WORDS = (
    "new old other same various main nouveau nouveaux nouvelle nouvelles "
    "ancien anciens ancienne anciennes autre autres différents différentes principaux principales"
)
_QUALITIES = _SIZES | frozenset(map(fold, _QUALITY_WORDS.split()))
"""What may stand before the noun for what is counted: « petites subventions »."""
_PAPERS = frozenset(stem for word in _PAPER_WORDS.split() for stem in terms(word))
"""Words for a paper that holds a table, and for standing in it."""


@dataclass(frozen=True, slots=True)
class TableQuestion:
    """What a question asks of a table."""

    question: Question
    matcher: Matcher
    nouns: tuple[str, ...]
    """Stems of what is listed or counted."""
    limits: tuple[str, ...]
    """Stems of all else that it says."""
    folded: str
    """Its words, folded, without what it says is not meant."""
    said: frozenset[str]
    """Stems of all its words, also of those that say nothing."""
    loose: frozenset[str]
    """Stems that limit the rows only where the table says them."""
    standing: str
    """How the things stand that are meant; empty where the question does not say."""
    standing_said: frozenset[str] = frozenset()
    """Stems of its words for that."""
    attached: tuple[str, ...] = ()
    """Behind the noun, in French or Arabic, the word that says of what sort it is: of "points de contact", contact."""
    mostly: bool = False
    """Whether words that are no names may be told by nothing."""
    excepted: str = ""
    """What it says is not meant, folded; empty where it leaves nothing out."""
    change: Change | None = None
    """How the values changed of the rows that are meant, where it says so."""
    bound: Bound | None = None
    """How large a number of theirs must be, where that is limited; the words for it are not among the others."""

    @classmethod
    def of(
        cls,
        question: Question,
        matcher: Matcher,
        saying_nothing: Collection[str],
        loose: Collection[str],
        *,
        mostly: bool,
        bound: Bound | None = None,
    ) -> TableQuestion | None:
        """What a question asks of a table; None where it lists and counts nothing, or nothing limits what it does."""
        counts = question.wants == "number"
        if not counts and not may_list(question):
            return None
        named = counted_terms(question) if counts else listed_terms(question)
        folded = fold(question.standalone)
        rest, excepted = exception(folded)
        standing, its_words = asked_standing(rest) or ("", frozenset())
        change, of_change = asked_change(rest) or (None, frozenset())
        passed_over = asking_words() | _PAPERS | _ALONE | frozenset(saying_nothing) | its_words | of_change
        passed_over |= frozenset(terms(folded)) - frozenset(terms(rest))
        passed_over |= measuring_stems() - named if bound else frozenset()
        spelled = spellings(question)
        nouns_said = [t for t in question.terms if t in named and t not in _PAPERS]
        head = next((t for t in nouns_said if fold(spelled.get(t, t)) not in _QUALITIES), next(iter(nouns_said), ""))
        own = [t for t in question.terms if t == head or t not in passed_over]
        first = next((place for place, term in enumerate(own) if term == head or (not head and term in named)), 0)
        if counts and not head and named.isdisjoint(_ROWS):
            return None
        first = _head(question, own, first) if asks(question.text) and not counts else first
        nouns = (
            tuple(own[first : first + 1 + _is_compound(question, own[first : first + 2], loose)])
            if head or not counts
            else ()
        )
        if bound and set(nouns) & name_parts(question).keys():
            nouns = ()  # "which PRISE activities": of the things of a name nothing says what they are
        sizes = {term for term in own if fold(spelled.get(term, term)) in _SIZES}
        limits = tuple(term for term in own if term not in nouns and term not in sizes)
        if counts and head and not limits:  # "how many titles in the catalogue": the paper is all that is said
            limits = tuple(term for term in question.terms if term in _PAPERS and term not in nouns)
        said = frozenset(terms(question.standalone))
        if not (nouns or counts or bound) or not (limits or standing or change or excepted or bound):
            return None
        return cls(
            question,
            matcher,
            nouns,
            limits,
            rest,
            said,
            frozenset(loose if standing or bound else ()) - named,
            standing,
            its_words if standing else frozenset(),
            tuple(own[first + 1 : first + 2]) if nouns and question.language != "en" else (),
            mostly,
            excepted,
            change,
            bound,
        )

    def may_go_untold(self, term: str) -> bool:
        """Whether nothing need tell a term."""
        return term in self.loose or (self.mostly and term not in self.matcher.named and term not in self.nouns[-1:])

    def calls(self, term: str, column: str) -> bool:
        """Whether a term is what a column is called, in whichever language and meaning."""
        return self.says(term, column) or not same_concept(term).isdisjoint(terms(column))

    @property
    def of_events(self) -> bool:
        """Whether what is listed is events."""
        spelled = spellings(self.question)
        return any(head_of_noun(spelled.get(term, term)) == "event" for term in self.nouns)

    def measures(self, of: frozenset[str], column: str) -> int:
        """How many of some stems a column's name says; of none given, those of all that the question says besides its bound."""
        if of:
            return sum(not ({term} | same_concept(term)).isdisjoint(terms(column)) for term in of)
        return sum(self.calls(term, column) for term in (*self.limits, *self.nouns))

    def says(self, term: str, words: str) -> bool:
        """Whether some words say a term."""
        return self.matcher.worth(term, frozenset(terms(words))) > 0


def _head(question: Question, own: Sequence[str], first: int) -> int:
    """Where the noun stands that names and words of size come before: of "which small PRISE grants", grants."""
    names, spelled = name_parts(question), spellings(question)
    before = (at for at in range(first, len(own)) if own[at] not in names and spelled.get(own[at], "") not in _SIZES)
    return next(before, first)


def _is_compound(question: Question, stems: Sequence[str], loose: Collection[str]) -> bool:
    """Whether two stems are one English noun for what is listed: `field projects`, not `countries sent`."""
    if not set(stems[1:]).isdisjoint(loose):
        return False
    typed = [spellings(question).get(stem, "") for stem in stems]
    return question.language == "en" and len(typed) > 1 and " ".join(typed) in fold(question.standalone)


def may_list(question: Question) -> bool:
    """Whether a question lists something, by its kind or since it is only the name of something: `countries of the trainees`."""
    return question.wants == "list" or asks_several(question) or (question.wants == "fact" and not asks(question.text))
