"""Questions for the same of several things that are named side by side: "the end dates of A, B and C", "the 5th and the 6th session"."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from assistant.concepts import asking_words, coming, qualifiers
from vectorstore import WrittenDate, find_dates, fold, terms

_WORD = re.compile(r"[^\W_][\w'’.-]*[^\W_]|[^\W_]")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBER = re.compile(r"\d{1,3}")
_NTH = re.compile(r"\d{1,2}(?:st|nd|rd|th|e|er|re|ère|ème|eme)")
_CODE = re.compile(r"(?=.*\d)[^\W\d_]{1,6}[-/.]?\d{1,4}[a-z]?")
_SEASON = re.compile(
    r"(?:spring|summer|autumn|winter|printemps|été|automne|hiver|ربيع|صيف|خريف|شتاء)\s+$", re.IGNORECASE
)
_ELIDED = re.compile(r"^(?:[dlns]|qu)['’](?=\w)", re.IGNORECASE)
_AND_OF_ARABIC = re.compile(r"^و(?=[\u0621-\u064a]{3}|\d)")
_JOINS = frozenset([",", "،", ";", "؛", "&", "/", "+", "and", "et", "و", "as_well_as", "ainsi_que", "puis", "then"])
_SMALL = (
    "de du des d l la le les the of in at a au aux en for pour to on with avec par by both also aussi"
    " في من ل الي عن مع برنامج programme program year annee سنه عام"
)
_BETWEEN = frozenset(_SMALL.split())
_OPPOSED = re.compile(
    r"(?:\bbetween|\bentre|\bfrom|\bdepuis|(?<!\w)بين|(?<!\w)منذ)\W+(?:\w+\W+)?$|\b(?:depart|partir) (?:de |d')?\W*$"
)
"""What names two sides of one thing, not two things."""
_UNCOUNTED = re.compile(
    r"(?:^|\W)(?:the|les?|la|du|au|aux|or|ou|than|que|page|pages|by|of|de|un|une|a|an|about)\W*$|[\d%€$]\W*$"
)
"""What a number behind it does not tell one of several things by."""
_COUNTED = "one/un two/deux three/trois four/quatre five/cinq six seven/sept eight/huit nine/neuf ten/dix eleven/onze twelve/douze"
_SPOKEN = {word: str(number) for number, said in enumerate(_COUNTED.split(), 1) for word in said.split("/")}
_TOKEN = re.compile(r"[\w]+|[,،;؛&/+]")
_MOST, _LONGEST_GAP = 6, 6
_LONGEST = 600
"""Characters of a question that may name things side by side."""
_NOUN, _LONGEST_NAME = 4, 3
_NOUN_LIKE = re.compile(r"[^\W\d_]{4}")


@dataclass(frozen=True, slots=True)
class _Named:
    """Where one thing is named: by a name, with its time behind it, or by a time, an ordinal or a number alone."""

    start: int
    end: int
    dated: int | None = None
    """Where its time begins."""
    plain: bool = False
    """Whether it is a number that only other numbers beside it make a thing."""


def apiece(text: str, is_name: Callable[[str], bool]) -> dict[str, str]:
    """The question for each thing alone, by its name as typed; empty where no two are named side by side.

    A number that tells one of several is asked about as an ordinal, as documents may say it.

    Args:
        text: The question.
        is_name: Whether a word is one of a name.
    """
    if len(text) > _LONGEST:
        return {}
    series = max(_series(text, _named(text, is_name)), key=len, default=[])
    if len(series) < 2:
        series = _again(text)
    if not 2 <= len(series) <= _MOST or _OPPOSED.search(fold(text[: series[0].start])):
        return {}
    times = [one.dated == one.start for one in series]
    if all(times[1:]) and series[0].dated is not None:
        series = [replace(series[0], start=series[0].dated), *series[1:]]
    elif any(times) and not all(times):
        return {}  # a name beside a time
    before, behind = text[: series[0].start], text[series[-1].end :]
    if any(one.plain for one in series) and _UNCOUNTED.search(fold(before)):
        return {}
    names = [text[one.start : one.end] for one in series]
    return {name: f"{before}{ordinal(name)}{behind}" for name in names} if len(set(names)) == len(names) else {}


def is_rank(word: str) -> bool:
    """Whether a word is an ordinal, in letters or in digits."""
    folded = fold(word)
    return bool(_NTH.fullmatch(folded)) or any(stem in qualifiers() - coming() for stem in terms(word)[:1])


def ordinal(name: str) -> str:
    """A number as the ordinal that documents may say for it; every other name as it is."""
    number = name if _NUMBER.fullmatch(name) else _SPOKEN.get(fold(name))
    return f"{number}th" if number else name


def _named(text: str, is_name: Callable[[str], bool]) -> list[_Named]:
    """Where names, times, ordinals and numbers stand; words of one name, and the time behind it, together."""
    dates = find_dates(text)
    found: list[_Named] = []
    for match in _WORD.finditer(text):
        one = _thing(text, match, is_name, dates)
        if one is None or (found and one.start < found[-1].end):
            continue
        last = found[-1] if found else None
        gap = text[last.end : one.start] if last else ","
        dated = one.dated is not None and set(_TOKEN.findall(fold(gap))) <= _BETWEEN
        whole = not gap.strip() and one.start == match.start() and not one.plain
        if last and last.dated is None and not last.plain and (dated or whole):
            found[-1] = _Named(last.start, one.end, one.dated)
        else:
            found.append(one)
    return found


def _thing(
    text: str, match: re.Match[str], is_name: Callable[[str], bool], dates: Sequence[WrittenDate]
) -> _Named | None:
    """What the word at a place names; None where it names nothing."""
    word, start = match.group(), match.start()
    if word[:1] == "و" and word[1:2].isdecimal():
        word, start = word[1:], start + 1
    if (date := next((one for one in dates if one.start <= start < one.end), None)) is not None:
        if not date.year:
            return None
        season = _SEASON.search(text[: date.start])
        first = season.start() if season else date.start
        return _Named(first, date.end, first)
    if _YEAR.fullmatch(word):
        return _Named(start, match.end(), start)
    for before in (_ELIDED, _AND_OF_ARABIC):
        cut = before.match(word)
        if cut and (is_name(word[cut.end() :]) or is_rank(word[cut.end() :])):
            word, start = word[cut.end() :], start + cut.end()
    if _NUMBER.fullmatch(word) or fold(word) in _SPOKEN:
        return _Named(start, match.end(), plain=True)
    named = is_rank(word) or _CODE.fullmatch(word) or is_name(word)
    return _Named(start, match.end()) if named else None


def _series(text: str, named: Sequence[_Named]) -> list[list[_Named]]:
    """The things that stand side by side."""
    found: list[list[_Named]] = []
    for one in named:
        if found and _joins(text, found[-1], one):
            found[-1].append(one)
        else:
            found.append([one])
    return found


def _joins(text: str, series: Sequence[_Named], one: _Named) -> bool:
    """Whether nothing but a comma or an "and", with a preposition or what stands before the first, is between two things."""
    last = series[-1]
    said = fold(text[last.end : one.start]).replace("as well as", "as_well_as").replace("ainsi que", "ainsi_que")
    tokens = [part for token in _TOKEN.findall(said) for part in _parted(token)]
    again = frozenset(_TOKEN.findall(fold(text[: series[0].start])))
    joined = 0 < len(tokens) <= _LONGEST_GAP and not _JOINS.isdisjoint(tokens)
    return joined and last.plain == one.plain and _is_between(tokens, again)


def _again(text: str) -> list[_Named]:
    """What stands behind a noun that is said again for each thing: "the twinning of Kay, the twinning of Lo"."""
    found = list(_TOKEN.finditer(text))
    said = [_AND_OF_ARABIC.sub("", fold(token.group())) for token in found]
    for first, word in enumerate(said):
        places = [place for place in range(first, len(said)) if said[place] == word]
        if len(word) < _NOUN or len(places) < 2 or word in asking_words() or not _NOUN_LIKE.search(word):
            continue
        series = [_behind(text, found, said, place, after) for place, after in pairwise([*places, len(said)])]
        if all(series) and series[0] is not None:
            return [one for one in series if one is not None]
    return []


def _behind(text: str, found: Sequence[re.Match[str]], said: Sequence[str], place: int, after: int) -> _Named | None:
    """What stands behind a noun, up to what joins it to the next; None where nothing does, or too much."""
    words = list(range(place + 1, after))
    last = after == len(said)
    while not last and words and (said[words[-1]] in _JOINS or said[words[-1]] in _BETWEEN):
        words.pop()
    joined = last or len(words) < after - place - 1 or found[after].group().startswith("و")
    while words and said[words[0]] in _BETWEEN:
        words.pop(0)
    if not joined or not 0 < len(words) <= _LONGEST_NAME or any(said[one] in _JOINS for one in words):
        return None
    return _Named(found[words[0]].start(), found[words[-1]].end())


def _parted(token: str) -> tuple[str, ...]:
    """A word of Arabic without the "and" that is written as one with it."""
    return ("و", token[1:]) if token.startswith("و") and len(token) > 2 else (token,)


def _is_between(tokens: Collection[str], again: Collection[str]) -> bool:
    """Whether each word joins, or stands before the first thing, too, there perhaps without the pronoun that Arabic puts behind."""
    return all(
        token in _JOINS or token in _BETWEEN or token in again or _PRONOUN.sub("", token) in again for token in tokens
    )


_PRONOUN = re.compile(r"(?<=[\u0621-\u064a]{3})(?:ها|هم|هما|ه)$")
