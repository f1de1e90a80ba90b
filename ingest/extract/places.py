"""Where something takes place, as written behind `in` or `at`."""

from __future__ import annotations

import re

_WORD = r"(?!(?:Mr|Mrs|Ms|Dr|Prof|Mme|The|He|She|It)\b)[A-ZÀ-Þ][\w'’-]*"
_NAME = rf"(?:the |la |le |l['’])?{_WORD}(?:\s+(?:(?:of(?: the)?|de|du|des|de la|d['’]|for|and(?= [A-Z][a-z]+ (?:Centre|Center|School|Hall)))\s*)?{_WORD}){{0,6}}"
_LATIN = re.compile(
    rf"(?<![\w-])(?:in|at|à|au siège de|au|aux|chez|dans)\s+(?P<place>{_NAME}(?:,\s+(?:in\s+)?{_WORD}(?:\s{_WORD})?){{0,2}}(?:\s+\({_WORD}(?:\s{_WORD})?\))?)"
)
_ARABIC = re.compile(
    r"(?<!\w)(?:في|بمدينة|بمقر)\s+(?P<place>(?:مدينة |مقر |معهد |مركز |فندق |جامعة )?(?!عام|شهر|سنة|إطار|اطار|مجال|موعد|يوم|نهاية|يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر|تشرين|كانون|آذار|نيسان|أيار|حزيران|تموز|أيلول|شباط|آب|الاجتماع|الدورة|الندوة|هذا|هذه|ختام|بداية|الدول|الجلسة|حدود|جلسته)[\u0621-\u0652]{3,}(?: (?:ال)?[\u0621-\u0652]{3,})?)(?=[،.؛)]|\s+(?:من|خلال|يوم|بمشاركة|بحضور|في)|$)"
)
_MONTH_LIKE = re.compile(
    r"^(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|English|French|Arabic|Spring|Summer|Autumn|Winter|Q[1-4]|Annex|Article|Phase|UTC|Decision|Session)\b"
)
VIRTUAL = re.compile(
    r"\b(?:virtual(?:ly)?|online|on-line|by video(?: ?conference)?|videoconference|(?:via|on|by) (?:zoom|(?:ms )?teams|webex)|en ligne|a distance|par visioconference|visioconference|virtuel(?:le)?)\b|عبر الانترنت|افتراضي|عن بعد|بالاتصال المرءي"
)


def places_in(text: str) -> list[tuple[int, str]]:
    """What is named behind a preposition of place, and where the preposition stands."""
    found = [
        (match.start(), re.sub(r"^(?:the|la|le|l['’]) ?", "", match["place"]).strip(" ,."))
        for match in _LATIN.finditer(text)
        if not _MONTH_LIKE.match(match["place"].removeprefix("the "))
    ]
    found += [(match.start(), match["place"].strip()) for match in _ARABIC.finditer(text)]
    return sorted(found)


def place_in(text: str) -> str | None:
    """The first place of a text."""
    return next((place for _, place in places_in(text)), None)


def place_after(text: str) -> str | None:
    """The place right at the beginning of what follows a date."""
    return next((place for at, place in places_in(text) if at <= _NEAR), None)


def place_before(text: str) -> str | None:
    """The last place of what stands between an event and its date."""
    found = places_in(text)
    return found[-1][1] if found else None


_NEAR = 3
"""Characters: a comma and a space."""
