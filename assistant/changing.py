"""What a text says of change: that something moved, was replaced, is called off, holds now or was so before, from `change.txt`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Literal, get_args

from vectorstore import fold

Sense = Literal[
    "calls off",
    "stays away",
    "moves",
    "replaces",
    "from one to another",
    "rises or falls",
    "takes over",
    "appoints",
    "leaves",
    "holds now",
    "was so before",
    "left behind",
    "before the old",
    "after the old",
    "not final",
    "yet to come",
    "did once",
    "asks what was",
    "asks what is",
    "these days",
    "still",
    "of before",
    "is another",
    "asks if one",
]
"""What is said of a change, as the sections of the file are called."""

_FILE = Path(__file__).with_name("change.txt")
_LANGUAGES = ("en", "fr", "ar")
"""In the order of the file's columns."""
_SECTION = re.compile(r"\[(.+)\]")
_TOKEN = re.compile(r"<[^>]+>(?:\* )?| \.\.\. |\*|(?:(?! \.\.\. )[^<*.])+|\.")
_BETWEEN = ".{1,40}"
"""What three dots stand for."""


def says(text: str, *senses: Sense) -> bool:
    """Whether a text says one of some senses, in any language.

    Args:
        text: As written.
        senses: What it may say.
    """
    folded = fold(text)
    return any(sayings(sense).search(folded) for sense in senses)


@lru_cache(maxsize=len(get_args(Sense)))
def sayings(sense: Sense) -> re.Pattern[str]:
    """Finds what says a sense, in folded text."""
    said = {language: "|".join(_patterns(sense, language)) for language in _LANGUAGES}
    return re.compile(rf"\b(?:{said['en']}|{said['fr']})(?!\w)|(?<!\w)[وف]?(?:ال)?(?:{said['ar']})(?!\w)")


def _patterns(sense: str, language: str) -> Iterator[str]:
    for saying in _vocabulary()[sense, language]:
        yield _TOKEN.sub(lambda token: _pattern(token.group(), language), saying)


def _pattern(sign: str, language: str) -> str:
    """The pattern of a sign of the file, or of the letters between two."""
    if sign == "*":
        return r"\w*"
    if sign == " ... ":
        return f" {_BETWEEN} "
    if sign.startswith("<"):
        any_of_it = "|".join(_patterns(sign.strip("<>* "), language))
        return rf"(?:(?:{any_of_it})\s?)*" if sign.endswith("* ") else f"(?:{any_of_it})"
    return re.escape(sign)


@lru_cache(maxsize=1)
def _vocabulary() -> Mapping[tuple[str, str], tuple[str, ...]]:
    """The sayings of each sense in each language, folded."""
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    sense = ""
    for line in fold(_FILE.read_text(encoding="utf-8")).splitlines():
        section = _SECTION.fullmatch(line.strip())
        if section:
            sense = section.group(1)
        elif line.strip() and not line.startswith("#"):
            for language, column in zip(_LANGUAGES, line.split("|"), strict=True):
                said = tuple(saying.strip() for saying in column.split(",") if saying.strip())
                found[sense, language] = found.get((sense, language), ()) + said
    return found
