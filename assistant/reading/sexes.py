"""Whether a question asks for women or men, and what a column of a table or a form of address says of that."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from vectorstore import fold

_WOMEN = re.compile(
    r"\b(?:wom[ae]n|females?|lad(?:y|ies)|girls?|femmes?|dames?|filles?|participantes|femin\w*)\b|(?<!\w)(?:ال)?(?:نساء?|امرا[هة]?|سيدات|سيده|اناث|انثي|بنات|مشاركات)(?!\w)"
)
_MEN = re.compile(
    r"\b(?:m[ae]n|males?|gentlem[ae]n|boys?|hommes?|garcons?|masculin\w*)\b|(?<!\w)(?:ال)?(?:رجال|رجل|رجلا|ذكور)(?!\w)"
)
_COLUMN = re.compile(
    r"^(?:sex|gender|sexe|genre|m ?/ ?f|f ?/ ?m|h ?/ ?f|f ?/ ?h|m ?/ ?w|civilite|title|(?:ال)?جنس|(?:ال)?نوع|النوع الاجتماعي)$"
)
_SAID_WOMAN = re.compile(r"^(?:f|w|female|woman|femme|feminin|mme|mlle|ms|mrs|miss|انثي|امراه|ا|السيده|سيده|نساء)\.?$")
_SAID_MAN = re.compile(r"^(?:m|h|male|man|homme|masculin|mr|ذكر|رجل|ذ|السيد|سيد)\.?$")


_ADDRESSED = re.compile(
    r"^\W*(?:(?:h\. ?e|s\. ?e|dr|pr|prof|eng)\.? ?)?(?:(?P<women>mrs|ms|miss|mme|mlle|madame|(?:ال)?(?:سيده|انسه|دكتوره|مهندسه|استاذه))|(?P<men>mr|m\.|monsieur|(?:ال)?(?:سيد|دكتور|مهندس|استاذ)))(?!\w)"
)


_AGENCY = re.compile(r"\b(?:un|onu)[ -](?:women|femmes)\b")
"""A body that has its name of them."""
_HOW_MANY = r"(?:\bhow many|\bnumber of|\bcombien (?:\S+ ){0,3}?(?:de|des|d')|\bnombre (?:de|des|d')|(?<!\w)(?:كم|عدد)(?: كان| كانت)?(?: عدد)?(?: من)?) ?(?:\w+ )?"
_THEY_WERE = r"\b(?:were|was|are|etaient|etait|sont|dont|of whom|of them|(?:من )?(?:بين)?هم(?: من)?) (?:des |de |les )?"
_COUNTED = {
    sex: tuple(re.compile(f"(?:{before})(?:{said.pattern})") for before in (_HOW_MANY, _THEY_WERE))
    for sex, said in (("women", _WOMEN), ("men", _MEN))
}


_BESIDE = re.compile(rf"\W*(?:[^\W\d]+ )?(?:{_WOMEN.pattern}|{_MEN.pattern})")
"""Women or men right behind a number."""
_REACH = 24


def addressed(text: str) -> str | None:
    """What the form of address says that a text begins with: `women` or `men`; None where it begins with none."""
    found = _ADDRESSED.match(fold(text))
    return None if found is None else "women" if found["women"] else "men"


def asked_sex(folded: str) -> str | None:
    """`women` or `men`, where a folded question asks for one of them; None where for neither or both."""
    women, men = _WOMEN.search(folded), _MEN.search(folded)
    if bool(women) == bool(men):
        return None
    return "women" if women else "men"


@lru_cache(maxsize=16)
def counted_sex(text: str) -> str | None:
    """`women` or `men`, where a question asks how many of them there are; None where it counts others, if only at an event for them."""
    folded = _AGENCY.sub(" ", fold(text))
    sex = asked_sex(folded)
    return sex if sex and any(way.search(folded) for way in _COUNTED[sex]) else None


def counts_others(question: str, *said: str) -> bool:
    """Whether a question counts women or men, and nothing of what is said is of them."""
    sex = counted_sex(question)
    return sex is not None and not (_WOMEN if sex == "women" else _MEN).search(fold(" ".join(said)))


def without_sexes(question: str, text: str, ends: Sequence[int]) -> list[int]:
    """The places in a text, of those behind which a number ends, where no women or men follow; all where a question asks for some of them.

    All, too, where nothing else is counted.
    """
    folded = _AGENCY.sub(" ", fold(question))
    asks = _WOMEN.search(folded) or _MEN.search(folded)
    kept = [end for end in ends if not _BESIDE.match(fold(text[end : end + _REACH]))]
    return list(ends) if asks or not kept else kept


def sex_of(column: str, cell: str) -> str | None:
    """What a cell says of somebody, in a column for that; None where it is no such column or says nothing."""
    if not _COLUMN.match(fold(column).strip()):
        return None
    said = fold(cell).strip()
    if _SAID_WOMAN.match(said):
        return "women"
    return "men" if _SAID_MAN.match(said) else None
