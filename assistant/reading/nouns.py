"""The words behind a number that say what it counts."""

from __future__ import annotations

import re

from assistant.reading.closest import WORD
from vectorstore import fold

_STOPS = re.compile(r"[,;:.،؛()|]")


def with_noun(text: str, end: int) -> int:
    """Where the words end that stand behind a number and say what it counts: up to three, and to a stop at most."""
    stop = _STOPS.search(text, end)
    words = [m for m in WORD.finditer(text, end, stop.start() if stop else len(text))][:3]
    taken = end
    for word in words:
        if fold(word.group()) in _LINKS:
            break
        taken = word.end()
    return taken


_LINKS_SAID = (
    "as and or from in on at to for with who that which of by was were is are will et ou dans sur pour avec qui que dont ont "
    "a de du des est من في على إلى الى مع و and, took came had have has"
)
_LINKS = frozenset(_LINKS_SAID.split())
