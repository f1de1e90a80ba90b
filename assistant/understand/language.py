"""The language a question is asked in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vectorstore import fold

_ARABIC = re.compile(r"[\u0620-\u064a]")
_FRENCH_HINTS_WORDS = (
    "le la les des du un une et est dans pour par sur au aux avec qui que quoi ou quel quelle quels quelles "
    "quand combien pourquoi comment cette ces son sa ses il elle ils sont ete a-t-il d l c'est qu'est ce en "
    "lui"
)
_FRENCH_HINTS = frozenset(_FRENCH_HINTS_WORDS.split())
_ENGLISH_HINTS_WORDS = (
    "the of and to in is for on with was were by that this from at are it which has be who what when where how "
    "many much why did does do an a our we list all"
)
_ENGLISH_HINTS = frozenset(_ENGLISH_HINTS_WORDS.split())


def question_language(text: str, earlier: Sequence[str] = ()) -> str:
    """`ar` by script, otherwise `fr` or `en` by function words; a tie goes to the earlier questions, then to English."""
    if _ARABIC.search(text):
        return "ar"
    found = re.findall(r"[^\W\d_]+", fold(text))
    french = sum(word in _FRENCH_HINTS for word in found) + 2 * len(re.findall(r"[éèêàùçôîœ]", text.lower()))
    english = sum(word in _ENGLISH_HINTS for word in found)
    if french == english:
        return question_language(earlier[-1]) if earlier and not _ARABIC.search(earlier[-1]) else "en"
    return "fr" if french > english else "en"
