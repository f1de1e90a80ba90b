"""Whether what is said and its source say yes or no to the same, and name the same outcome of it."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from assistant.gate.likeness import glue, is_known
from vectorstore import fold, terms, words

_FILE = Path(__file__).with_name("contrasts.txt")
_NEGATION_WORDS = (
    "not no never none neither nor without cannot nobody nothing nowhere unable failed fails fail hardly "
    "pas jamais aucun aucune sans ni non rien personne nul nulle "
    "لا لم لن ليس ليست ليسوا غير دون بدون عدم ولا ولم ولن وليس فلم فلا"
)
_NEGATIONS = frozenset(fold(_NEGATION_WORDS).split())
_ASIDE = re.compile(r"\([^()]*\)")
_CLAUSE = re.compile(r"[;:؛،,]|\b(?:but|although|though|while|whereas|because|mais|tandis|alors|bien)\b|لكن|بينما|رغم")


def turned(said: str, source: str) -> str | None:
    """What a sentence turns into its opposite or makes up; None if it does neither.

    What is negated must share a word with a negated clause of the source, and what is not must have no word that only
    negated clauses have. Of outcomes that exclude each other, such as held and postponed, only those of the source are
    to be named.
    """
    if _negation_turned(said, source):
        return "a negation"
    told = {stem for stem in terms(said) if stem not in glue()}
    given = set(terms(source))
    for telling, contrast in _contrasts():
        known = [group for group in contrast if any(is_known(stem, given) for stem in group)]
        named = [group for group in contrast if group & told and group not in known]
        if named and (telling or known):
            return f"the outcome {min(named[0] & told)}"
    return None


def _negation_turned(said: str, source: str) -> bool:
    told = set(terms(said))
    clauses = [clause for clause in _CLAUSE.split(_ASIDE.sub(" ", source)) if any(words(clause))]
    denied = {stem for clause in clauses if _negations(clause) for stem in terms(clause)}
    stated = {stem for clause in clauses if not _negations(clause) for stem in terms(clause)}
    if _negations(said):
        return not told & denied or _negations(said) > max(1, _negations(source))
    return bool(told & (denied - stated))


def is_negation(word: str) -> bool:
    """Whether a folded word says no."""
    return word in _NEGATIONS or word.endswith("n't")


def _negations(text: str) -> int:
    """How often a text says no; "neither … nor" says it once."""
    said = [word for word in words(text) if is_negation(word)]
    return sum(word not in ("nor", "ni") for word in said) or bool(said)


@lru_cache(maxsize=1)
def _contrasts() -> tuple[tuple[bool, tuple[frozenset[str], ...]], ...]:
    """Outcomes that exclude each other, each by its stems, and whether to name one is to tell something by itself."""
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    return tuple(
        (line.startswith("!"), tuple(frozenset(terms(group)) for group in line.split("|")))
        for line in lines
        if line.strip() and not line.startswith("#")
    )
