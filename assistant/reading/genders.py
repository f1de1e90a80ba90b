"""Whether somebody is spoken of as a woman or as a man, by their form of address, by a pronoun, by the gender of a noun."""

from __future__ import annotations

import re

from vectorstore import fold

_WOMAN = re.compile(
    r"\b(?:lady|woman|she|her|hers|ms|mrs|miss|mme|mlle|madame|dame|femme|celle|elle|\w{3,}trice|\w{3,}euse|presidente|cheffe|experte|representante|adjointe|chargee|conseillere|ingenieure)\b"
    r"|(?<!\w)(?:ال|لل)?(?:سيده|دكتوره|استاذه|مهندسه|امراه|مديره|منسقه|رييسه|خبيره|مدربه|ممثله|مسووله|مسيوله|مستشاره|امينه|وزيره|عميده|متحدثه|باحثه)(?!\w)"
)
_MAN = re.compile(
    r"\b(?:gentleman|man|he|him|his|mr|monsieur|homme|celui)\b|\bm\.(?=\s)"
    r"|(?<!\w)(?:ال|لل)?(?:سيد|دكتور|استاذ|مهندس|رجل)(?!\w)"
)


def gender(text: str) -> str:
    """`woman`, `man`, or empty where a text does not say, or says both."""
    folded = fold(text)
    woman, man = bool(_WOMAN.search(folded)), bool(_MAN.search(folded))
    return "" if woman == man else "woman" if woman else "man"


def may_be(description: str, somebody: str) -> bool:
    """Whether somebody, as they are named with form of address and role, may be whom a description speaks of by its first noun."""
    head = _BEYOND_HEAD.split(" ".join(description.split()[:_HEAD]), maxsplit=1)[0]
    one, other = gender(head), gender(somebody)
    return not one or not other or one == other


_HEAD = 4
"""Words of a description that its first noun stands among."""
_BEYOND_HEAD = re.compile(
    r"\s(?:of|from|in|at|for|with|who|whom|whose|that|which|de|du|des|qui|que|dont|من|في|عن|الذي|التي)\s|\sd['’]",
    re.IGNORECASE,
)
