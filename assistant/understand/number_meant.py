"""How many things a question says it asks for: "which three names", « les cinq modules », «الدول الأربع»."""

from __future__ import annotations

import re

from vectorstore import fold

_WORDS = {
    2: "two|both|deux|اثنان|اثنين|اثنتان|اثنتين",
    3: "three|trois|ثلاثه|ثلاث",
    4: "four|quatre|اربعه|اربع",
    5: "five|cinq|خمسه|خمس",
    6: "six|سته|ست",
    7: "seven|sept|سبعه|سبع",
    8: "eight|huit|ثمانيه|ثماني|ثمان",
    9: "nine|neuf|تسعه|تسع",
    10: "ten|dix|عشره|عشر",
}
_AFTER_DATE = r"(?! (?:(?:19|20)\d\d|days?|weeks?|months?|years?|hours?|minutes?|per ?cent|jours?|semaines?|mois|ans?|annees?|heures?|pour|ايام|اسابيع|اشهر|شهور|سنوات|ساعات|عشر|عشره))"
_PATTERN = re.compile(
    "|".join(rf"(?P<n{number}>(?<![\w-])(?:ال)?(?:{said})(?![\w-]){_AFTER_DATE})" for number, said in _WORDS.items())
)


def number_meant(text: str) -> int | None:
    """How many things are asked for; None where a question does not say one number."""
    found = {int((match.lastgroup or "n0")[1:]) for match in _PATTERN.finditer(fold(text))}
    return found.pop() if len(found) == 1 else None
