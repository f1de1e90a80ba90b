"""Things that people ask to be done with a document rather than of it: to sum it up, to translate it."""

from __future__ import annotations

import re
from typing import Literal

from vectorstore import fold

Task = Literal["summary", "translation"]

_POLITE = r"\W*(?:(?:please|kindly|can you|could you|would you|will you|i (?:want|need|would like)(?: you)? to|s'il (?:te|vous) plait|peux-tu|pouvez-vous|pourriez-vous|tu peux|je (?:veux|voudrais)|من فضلك|لو سمحت|هل (?:يمكنك|تستطيع)(?: ان)?|اريد(?: ان)?|ارجو(?: ان)?)[\s,،]+)*"
_TASKS: tuple[tuple[Task, re.Pattern[str]], ...] = (
    (
        "translation",
        re.compile(
            rf"{_POLITE}(?:me |moi )?(?:translate|(?:give|make|provide|get)(?: me| us)? (?:a |the )?translation|traduis|traduire|traduisez|traduction|(?:fais|faites|donne|donnez)(?:-moi|-nous)? (?:une |la )?traduction|ترجم|ترجمي|ترجمه|تترجم|الترجمه)(?!\w)"
        ),
    ),
    (
        "summary",
        re.compile(
            rf"{_POLITE}(?:me |moi )?(?:summari[sz]e|sum up|(?:give|make|write|provide|get)(?: me| us)? (?:an? |the )?(?:short |brief |quick )?(?:summary|overview|digest)|summary of|resume|resumer|resumez|(?:fais|faites|donne|donnez)(?:-moi|-nous)? (?:un |le )?(?:bref |court )?resume|لخص|لخصي|تلخص|تلخيص|ملخص|(?:اعطني|اعطنا|هات) (?:ال)?ملخص)(?!\w)"
        ),
    ),
)
_OBJECT = re.compile(
    r"^\W*(?:me |for me |moi |-moi |لي )?(?:of |the |this |these |that |du |de la |des |de |le |la |les |ce |cette |l'|d')*"
)
_INTO = re.compile(
    r"\b(?:in|into|to|en|vers)\s+(?:english|french|arabic|anglais|francais|arabe)\b|(?:الي|ب)\s?ال(?:عربيه|انجليزيه|فرنسيه)"
)


def task_of(text: str) -> tuple[Task, str] | None:
    """What is to be done, and the words that name the document; None where a question is asked."""
    folded = fold(text).replace("’", "'")
    for task, said in _TASKS:
        if found := said.match(folded):
            rest = _INTO.sub(" ", folded[found.end() :]).strip(" ?.!؟")
            return task, _OBJECT.sub("", rest).strip()
    return None
