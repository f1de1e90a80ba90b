"""Countries named one beside the other: "from Mali, Niger and Chad", «حضر ممثلو الأردن وتونس»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from vectorstore import fold

_FILE = Path(__file__).with_name("countries.txt")
_ARABIC = re.compile(r"[\u0621-\u064a]")
_BEFORE_ARABIC = r"(?<!\w)[وف]?(?:[بلك]|لل)?"
_BETWEEN = re.compile(
    r"\s*(?:\([^)]{0,60}\)\s*)?(?:[,;/،؛–-]\s*)?(?:(?:and|et|as well as|ainsi que|plus|و)\s*)?(?:(?:from|of|the|de|du|des|la|le|les|من|دوله|جمهوريه|مملكه)\s+|(?:d|l)['’]\s*|de l['’]\s*)*"
)
"""What stands between two countries that are named one beside the other."""


def country_runs(text: str) -> Iterator[tuple[tuple[int, int], ...]]:
    """Where countries are named one beside the other, each run with the places of its names in a text."""
    folded, at = _folded(text)
    run: list[tuple[int, int]] = []
    for found in _pattern().finditer(folded):
        start, end = found.span("name")
        if run and not _BETWEEN.fullmatch(folded[run[-1][1] : found.start()]):
            yield tuple((at[a], at[b - 1] + 1) for a, b in run)
            run = []
        run.append((start, end))
    if run:
        yield tuple((at[a], at[b - 1] + 1) for a, b in run)


def longest_run(text: str) -> tuple[tuple[int, int], ...]:
    """The most countries that a text names one beside the other."""
    return max(country_runs(text), key=len, default=())


def countries_in(text: str) -> list[str]:
    """The countries that a text in Latin script names, however they are written: "cote d'ivoire"."""
    named = [text[start:end] for run in country_runs(text) for start, end in run]
    return [name for name in named if not _ARABIC.search(name) and fold(name) not in _ORDINARY]


def same_country(name: str) -> tuple[str, ...]:
    """Every name of the country that a name is of; none where it is of none."""
    return _by_name().get(fold(name), ())


@lru_cache(maxsize=1)
def _by_name() -> dict[str, tuple[str, ...]]:
    lines = (tuple(line.split("|")) for line in _FILE.read_text(encoding="utf-8").split("\n") if line)
    return {fold(name): names for names in lines for name in names}


_ORDINARY = frozenset(
    ["maurice", "dominique", "dominica", "grenade", "china", "turkey", "georgia", "salvador", "tonga", "eau"]
)
"""Names of countries that are more often something else where they have no capital, or somebody."""


def is_country(text: str) -> bool:
    """Whether a text is the name of a country and nothing else."""
    return _pattern().fullmatch(fold(text).strip()) is not None


def _folded(text: str) -> tuple[str, list[int]]:
    """A text folded sign by sign, and where each sign of that stood."""
    signs, at = [], []
    for place, sign in enumerate(text):
        for one in fold(sign) or ("" if sign.isalnum() or not sign.isspace() else " "):
            signs.append(one)
            at.append(place)
    return "".join(signs), at


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    ordered = sorted(_by_name(), key=len, reverse=True)
    latin = "|".join(
        re.escape(name).replace(r"\ ", r"\s+").replace("'", "['’]") for name in ordered if not _ARABIC.search(name)
    )
    arabic = "|".join(_arabic(name) for name in ordered if _ARABIC.search(name))
    return re.compile(rf"(?:(?<![\w-])(?={_SIGN})|{_BEFORE_ARABIC})(?P<name>{latin}|{arabic})(?![\w-])")


_SIGN = "[a-z]"


def _arabic(name: str) -> str:
    bare = name.removeprefix("ال")
    article = "(?:ال)?" if bare != name else ""
    return article + re.escape(bare).replace(r"\ ", r"\s+")
