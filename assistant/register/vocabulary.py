"""The words by which people ask a register, from `vocabulary.toml`, in the forms in which text is compared."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from vectorstore import fold, terms

_FILE = Path(__file__).with_name("vocabulary.toml")
_ENDINGS = "(?:ت|نا|وا|ته|ها|تها|ناها|ناه|وها|هم)?"
"""Of an Arabic verb: who did it, and to what."""


@lru_cache(maxsize=1)
def vocabulary() -> Mapping[str, Any]:
    """The file as it stands."""
    with _FILE.open("rb") as stream:
        return tomllib.load(stream)


def folded(said: str) -> frozenset[str]:
    """Words that stand in a row, folded."""
    return frozenset(fold(said).split())


@lru_cache(maxsize=32)
def phrases(section: str, field: str) -> tuple[str, ...]:
    """Phrases that stand between bars, folded, the longest first."""
    said = (fold(phrase).strip() for phrase in vocabulary()[section][field].split("|"))
    return tuple(sorted(dict.fromkeys(said), key=len, reverse=True))


@lru_cache(maxsize=1)
def _rewriting() -> tuple[re.Pattern[str], Mapping[str, str]]:
    means = {
        fold(phrase).strip(): fold(word) for word, said in vocabulary()["phrases"].items() for phrase in said.split("|")
    }
    return re.compile(any_of(means)), means


def in_one_word(text: str) -> str:
    """A folded text with what is said in several words in the one word it means."""
    pattern, means = _rewriting()
    return pattern.sub(lambda found: means[found.group()], text)


def said_in_several(text: str) -> tuple[str, ...]:
    """The phrases of a folded text that stand for one word."""
    return tuple(found.group() for found in _rewriting()[0].finditer(text))


def phrases_for(word: str) -> tuple[str, ...]:
    """The phrases that stand for a folded word, folded."""
    return tuple(phrase for phrase, means in _rewriting()[1].items() if means == word)


def any_of(said: Iterable[str]) -> str:
    """A pattern for any of some folded words or phrases, whole, the longest first."""
    ordered = sorted(said, key=len, reverse=True)
    return rf"(?<![\w-])(?:{'|'.join(re.escape(one) for one in ordered)})(?![\w-])"


@lru_cache(maxsize=8)
def pattern_of(section: str) -> re.Pattern[str]:
    """What finds the words, phrases and Arabic verbs of a section in a folded text."""
    part = vocabulary()[section]
    said = [*folded(part.get("words", "")), *(phrases(section, "phrases") if "phrases" in part else ())]
    verbs = "|".join(sorted(folded(part.get("verbs_ar", "")), key=len, reverse=True))
    inflected = rf"|(?<!\w)[وف]?(?:{verbs}){_ENDINGS}(?!\w)" if verbs else ""
    return re.compile(any_of(said) + inflected)


@lru_cache(maxsize=1)
def asking_stems() -> frozenset[str]:
    """Stems of the words that say how something is asked for, and so not what about."""
    file = vocabulary()
    said = [*file["cues"].values(), file["before"]["words"], file["before"]["plural"]]
    said += [file["sentence"]["things"]]
    said += [file[part].get("words", "") for part in ("ends", "done", "ahead", "met", "money")]
    return frozenset(stem for line in said for word in line.replace("|", " ").split() for stem in terms(word)[:1])
