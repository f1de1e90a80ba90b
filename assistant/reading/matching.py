"""How a question's terms are compared with text."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence, Set
from functools import lru_cache

from assistant.aliases import Aliases
from assistant.arabic import Inflections
from assistant.concepts import asking_words, is_known_name, same_concept, same_ordinal, translations
from assistant.understand import Question
from vectorstore import StoredSentence, Wording, terms

_SYNONYM, _AKIN = 0.8, 0.6
_ASKS = 0.1
"""What a word that only asks is worth beside one for what is asked."""


class Matcher:
    """How the question's terms are compared with text: by stem, through spellings, other names, and concepts."""

    def __init__(
        self,
        question: Question,
        weight: Callable[[str], float],
        variants: Mapping[str, frozenset[str]],
        aliases: Aliases,
        arabic: Inflections | None = None,
        towns: Aliases | None = None,
    ) -> None:
        own = set(question.own_terms)
        in_names = {term for name in question.names for term in terms(name)}
        across = {term for term, same in variants.items() if any(word.isascii() != term.isascii() for word in same)}
        others = (name for term in question.terms for name in aliases.get(term, ()))
        self.heard = frozenset(across)
        """Terms that sound like a name of the other script."""
        self.named: frozenset[str] = frozenset(in_names.union(across, *(variants[term] for term in across), *others))
        """Terms of the names asked about; a word that sounds like one of the other script is a name, too."""
        self.variants = variants
        self.aliases = aliases
        self._towns = towns or {}
        arabic = arabic or Inflections(())
        like = {
            term: frozenset().union(*(same_concept(w, question.language) for w in {term, *variants.get(term, ())}))
            for term in question.terms
        }
        like = {term: same.union(*map(arabic.of, same)) for term, same in like.items()}
        self.same = {
            term: variants.get(term, frozenset())
            | {term, *same_ordinal(term)}
            | (like[term] if is_known_name(term) else frozenset())
            for term in question.terms
        }
        """The spellings of each term, and of a name those of other languages."""
        self._parts = {term: [part for part in stem_parts(term) if part in self.same] for term in self.same}
        self.alike = {term: like[term] - self.same[term] for term in question.terms}
        """The words of the same concept as each term."""
        self.translated = {
            term: frozenset().union(*(translations(word, question.language) for word in {term, *self.same[term]}))
            for term in question.terms
        }
        """Those of them in other languages."""
        self.translated = {term: same.union(*map(arabic.of, same)) for term, same in self.translated.items()}
        self.akin = {term: arabic.akin(term) for term in question.terms}
        """The Arabic words of the root of each term."""
        self.weight = {term: weight(term) * (1.0 if term in own else 0.5) + 0.05 for term in question.terms}
        self._asking = asking_words() | question.aside
        self._if_said = {
            t: value for t, value in self.weight.items() if t in question.aside and t not in asking_words()
        }
        """Of "now" and the like, which need not be said but tell where they are."""
        self.weight |= {term: _ASKS * value for term, value in self.weight.items() if term in self._asking}

    def wording(self, term: str, known: Set[str]) -> Wording:
        """The terms of an archive that say the same as one of the question's."""
        alike, translated = self.alike[term] & known, self.translated[term]
        everywhere = self.same[term] if term in self.named or term.isdecimal() else frozenset()
        return Wording(
            own=(self.same[term] | (alike - translated)) & known,
            translated=((alike & translated) | (everywhere - {term})) & known,
            telling=_ASKS if term in self._asking else 1.0,
        )

    def worth(self, term: str, words: Set[str]) -> float:
        """1 for the term itself, a spelling of it or another name of what it names, less for a word of the same concept."""
        if not self.same[term].isdisjoint(words):
            return 1.0
        if term in self.aliases and any(name <= words for name in self.aliases[term]):
            return 1.0
        if term in self._towns and any(town <= words for town in self._towns[term]):
            return _SYNONYM
        parts = self._parts[term]
        if len(parts) > 1:
            return min(self.worth(part, words) for part in parts)
        if not self.alike[term].isdisjoint(words):
            return _SYNONYM
        return 0.0 if self.akin[term].isdisjoint(words) else _AKIN

    def among(self, term: str, having: Callable[[str], Collection[int]]) -> set[int]:
        """The numbers of the texts in which a term is worth anything, of which those that have a word are given by its stem."""
        found = {number for word in self.same[term] for number in having(word)}
        for name in self.aliases.get(term, ()):
            found |= _in_all([set(having(word)) for word in name])
        parts = self._parts[term]
        if len(parts) > 1:
            return found | _in_all([self.among(part, having) for part in parts])
        return found.union(*(having(word) for word in self.alike[term] | self.akin[term]))

    def share(self, terms_: Collection[str], places: Sequence[tuple[Set[str], float]], doubt: float = 0.0) -> float:
        """Weight of the terms found, each at the worth of the best place it stands in, over the weight of all.

        With `doubt`, as if terms of that weight had been half found: a share of next to nothing then says next to nothing.
        """
        worth = {t: max(self.worth(t, words) * value for words, value in places) for t in terms_}
        weight = {t: self._if_said.get(t, self.weight[t]) if worth[t] else self.weight[t] for t in terms_}
        total = sum(weight.values()) + doubt
        return (sum(weight[t] * worth[t] for t in weight) + doubt / 2) / total if total else 0.0


def _in_all(sets: Sequence[set[int]]) -> set[int]:
    return set.intersection(*sets) if sets else set()


def stem_parts(term: str) -> list[str]:
    """The terms of the parts of a name with hyphens; none for a single word."""
    return [found for found in terms(term) if found != term] if "-" in term else []


def searchable(sentence: StoredSentence) -> frozenset[str]:
    """The terms of a sentence; a row also answers to its column names."""
    return _terms_of(" ".join([*sentence.columns, sentence.text]))


@lru_cache(maxsize=50_000)
def _terms_of(text: str) -> frozenset[str]:
    return frozenset(terms(text))
