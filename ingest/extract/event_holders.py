"""Whose session or meeting it is, where a sentence says no more than `its eighteenth session`."""

from __future__ import annotations

import re

_WORD = r"(?!The |Its |At |In |On )[A-ZÀ-Þ][\w’'-]*"
_ENGLISH = rf"(?:{_WORD} (?:(?:and|for|of|on) )?){{0,5}}(?:Council|Committee|Board|Assembly|Group|Commission|Panel|Conference|Network|Bureau|Forum|Task Force)"
_FRENCH = (
    r"(?:Conseil|Comité|Assemblée|Groupe|Commission|Bureau|Conférence|Réseau|Forum)"
    r"(?: (?:générale?|exécutif|scientifique|technique|ministérielle?|consultatif|mixte|conjoint|directeur|(?:d['’]|de |de la |du |des |sur )\w+))*"
)
_LATIN = re.compile(
    rf"(?P<english>{_ENGLISH})(?P<of> of (?:the )?{_WORD}(?: {_WORD}){{0,4}})?(?![\w-])|(?P<french>(?<![\w-]){_FRENCH})"
)
_ITS = re.compile(r"\b(?:its|their|sa|son|leur)\s*$", re.IGNORECASE)
_ARABIC = re.compile(
    r"(?<![\u0621-\u064a])و?(?P<body>(?:ال|لل)?(?:مجلس|لجنة|جمعية|هيئة|فريق|مؤتمر|شبكة)(?: ال[\u0621-\u064a]+| [\u0621-\u064a]{3,}(?= ))?)"
)
_ARABIC_ITS = re.compile(r"(?P<noun>دورت|اجتماع|جلست|مؤتمر)(?:ها|ه|هم)(?![\u0621-\u064a])")
_ARABIC_NOUNS = {"دورت": "الدورة", "اجتماع": "الاجتماع", "جلست": "الجلسة", "مؤتمر": "المؤتمر"}


def with_holder(text: str, start: int, title: str) -> str:
    """The title of an event at `text[start:]` with the body that holds it, if the words around say whose it is.

    `The Board met for its second session` is the `Board, second session`: the body named last before, or, where none is, the
    first one behind (`At its fourth meeting, the Working Group …`). A title that nobody is named for stays as it is.
    """
    arabic = _ARABIC_ITS.match(title)
    if arabic:
        named = _before(_ARABIC, text, start)
        return f"{named['body']}، {_ARABIC_NOUNS[arabic['noun']]}{title[arabic.end() :]}" if named else title
    if not _ITS.search(text[:start]):
        return title
    named = _before(_LATIN, text, start) or _LATIN.search(text, start)
    return f"{named.group()}, {title}" if named else title


def _before(pattern: re.Pattern[str], text: str, end: int) -> re.Match[str] | None:
    found = list(pattern.finditer(text, 0, end))
    return found[-1] if found else None
