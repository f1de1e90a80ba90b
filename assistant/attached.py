"""The small words that Arabic writes as one with what they stand before: and, in, for, the."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from vectorstore import fold, terms

_CLITICS = re.compile(r"^(?:[وف]?(?:بال|كال|لل|ال)|[وف]?[بلك](?=[\u0621-\u064a]{3})|[وف](?=[\u0621-\u064a]{3}))")
_FOR_THE = "لل"


def bare(word: str) -> Iterator[str]:
    """A folded word, and what it is without the small words that may be written as one with it."""
    yield word
    if (clitic := _CLITICS.match(word)) and len(word) - clitic.end() > 1:
        yield word[clitic.end() :]


@lru_cache(maxsize=50_000)
def bare_stems(word: str) -> tuple[str, ...]:
    """The stems that an Arabic word has without what may be written as one with it; a name may begin with those letters."""
    folded = fold(word)
    shorter = [one for one in bare(folded) if one != folded]
    if folded.startswith(_FOR_THE):
        shorter.append(f"ل{folded[len(_FOR_THE) :]}")  # of للبنان, لبنان
    return tuple(dict.fromkeys(stem for one in shorter for stem in terms(one)[:1]))
