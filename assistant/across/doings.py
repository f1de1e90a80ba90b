"""What documents tell of without listing it, by the words that ask for it and those that tell of it, from `doings.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from vectorstore import fold, terms

_FILE = Path(__file__).with_name("doings.toml")
_ARABIC = re.compile(r"[\u0621-\u064a]")
_BEFORE_ARABIC = r"(?:[وف]?(?:ال|بال|كال|لل|[بلك])?)?"
"""What Arabic writes as one with the word behind it."""
_WITHOUT_ARTICLE = r"(?:[وف])?"
_BARE, _ALONE = "=", "!"
_GAP = r"(?:[^\s.;؛]+\s+){0,4}?"
"""Up to four words, none of which ends a sentence."""
_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class Doing:
    """Something that documents tell of."""

    name: str
    asked: re.Pattern[str]
    """What asks for it, in a folded question."""
    told: re.Pattern[str]
    """What tells of it, in a folded sentence."""
    headed: re.Pattern[str]
    """What a folded heading or label says above sentences that tell of it."""
    beside: re.Pattern[str]
    needs: tuple[str, ...]
    """What a sentence must hold besides, any of them."""
    listed: Mapping[str, str]
    """Where the register lists it, how that is asked for, by language."""
    kept_as: str
    """The kind of record that the register keeps of it; empty where it keeps none, or not all."""
    at_home: bool
    """Whether it takes place where the archive is, which sentences need not name."""
    denies: bool
    """Whether it is told of by saying what is not so."""
    moves: bool
    """Whether what is told may be of a later time than the one asked for, which its document is of."""
    of_named: bool
    """Whether only what a question names is meant, by most of its words, and nothing where it names nothing."""
    yields: bool
    """Whether a list of one document that is surely of it is meant rather than what all of them tell."""
    stems: tuple[str, ...]
    """The beginnings of the words that tell of it, by which text is looked up."""

    def announced_by(self, label: str) -> bool:
        """Whether a heading, a lead or the name of a column says that what follows is of it."""
        said = fold(label)
        return self.headed.search(said) is not None or self.told.search(said) is not None

    def says(self, word: str) -> bool:
        """Whether a word of a question is one for it, and so limits nothing."""
        return any(pattern.fullmatch(fold(word)) for pattern in (self.asked, self.told, self.beside))


@lru_cache(maxsize=1)
def doings() -> tuple[Doing, ...]:
    """Every one in the file, in its order."""
    return tuple(_read(said) for said in _file()["doing"])


def asked_for(text: str) -> tuple[Doing, str] | None:
    """What a question asks for, and its words for that, folded; None where it asks for none.

    The one with the longest words is meant; of two alike, the first in the file.
    """
    folded = fold(text)
    found = [(one, " ".join(match.group() for match in one.asked.finditer(folded))) for one in doings()]
    said = [(one, words) for one, words in found if words]
    return max(said, key=lambda one: len(one[1]), default=None)


def _read(said: dict[str, Any]) -> Doing:
    told, headed = said["told"], said.get("headed", "")
    return Doing(
        name=said["name"],
        asked=_pattern(said["asked"]),
        told=_pattern(told),
        headed=_pattern(headed),
        beside=_pattern(said.get("beside", "")),
        needs=tuple(said["needs"]),
        listed=said.get("listed", {}),
        kept_as=said.get("kept_as", ""),
        at_home=said.get("at_home", False),
        denies=said.get("denies", False),
        moves=said.get("moves", False),
        of_named=said.get("of_named", False),
        yields=said.get("yields", False),
        stems=tuple(dict.fromkeys(_stems(f"{told}|{headed}"))),
    )


def _phrases(said: str) -> list[str]:
    return list(dict.fromkeys(" ".join(fold(one).split()) for one in said.split("|") if one.strip()))


def _pattern(said: str) -> re.Pattern[str]:
    """What finds any of some phrases; those that begin alike stand behind one look back, so that most places are passed at once."""
    by_opening: dict[tuple[str, str], list[str]] = {}
    for phrase in sorted(_phrases(said), key=len, reverse=True):
        by_opening.setdefault(_opening(phrase), []).append(_phrase(phrase))
    ways = (rf"{before}(?:{'|'.join(written)}){after}" for (before, after), written in by_opening.items())
    return re.compile("|".join(ways)) if by_opening else _NEVER


def _opening(phrase: str) -> tuple[str, str]:
    """What must stand before and behind a phrase."""
    arabic = _ARABIC.match(phrase.removeprefix(_BARE))
    before = "" if not arabic else _WITHOUT_ARTICLE if phrase.startswith(_BARE) else _BEFORE_ARABIC
    if phrase.endswith(_ALONE):
        return rf"(?:^|(?<=\| ))\W*{before}", r"\W*(?=$|\|)"
    return rf"(?<![\w-]){before}", r"(?!\w)"


def _phrase(phrase: str) -> str:
    written = (_word(word) for word in phrase.removeprefix(_BARE).split())
    return r"\s+".join(written).replace(rf"{_GAP}\s+", _GAP)


def _word(word: str) -> str:
    if word == "~":
        return _GAP
    wild, optional = word.endswith("*"), word.endswith("?")
    bare = re.escape(word.rstrip("*?!"))
    return rf"{bare}\w*" if wild else f"{bare}?" if optional else bare


def _stems(said: str) -> list[str]:
    """The longest word of each phrase, as text is searched for it; of one with an open end, as much as is given."""
    found = []
    for phrase in _phrases(said):
        word = max((word for word in phrase.split() if word != "~"), key=len)
        bare = word.strip("*?=!")
        found += [bare] if word.endswith("*") else list(terms(bare))[:1] or [bare]
    return found


@lru_cache(maxsize=1)
def saying_nothing() -> frozenset[str]:
    """Stems of the words that may stand beside what is asked for and limit nothing."""
    return frozenset(stem for word in _file()["beside"]["words"].split() for stem in terms(word))


@lru_cache(maxsize=1)
def _file() -> dict[str, Any]:
    with _FILE.open("rb") as stream:
        return tomllib.load(stream)
