"""Numbers that count something, told from those that only number a page, an article or a day."""

from __future__ import annotations

import re

from vectorstore import Quantity, find_quantities, fold

_NUMBERS = re.compile(
    r"(?:\b(?:pages?|pp?\.|articles?|art\.|clauses?|sections?|annex(?:e|es)?|paragraph(?:e|s)?|lines?|lignes?|rows?|items?|points?|tables?|tableaux?|no\.|n°"
    r"|days?|jours?|journees?|phases?|modules?|sessions?|seances?|steps?|etapes?|versions?|rooms?|salles?|levels?|niveaux?|lots?|groups?|groupes?|figures?|grades?|windows?|volets?|axes?|axe)"
    r"|صفحه|الصفحه|الماده|البند|الجدول|الفقره|اليوم|المرحله|الوحده|الجلسه|القاعه|المجموعه|الشكل|المحور)\s*$"
)
"""What stands before a number that counts nothing."""


def counting(text: str) -> list[Quantity]:
    """The quantities of a text, but for numbers that only say which page, article or day; all of them where no other is."""
    found = find_quantities(text)
    return [q for q in found if not _NUMBERS.search(fold(text[: q.start]))] or found
