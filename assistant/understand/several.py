"""Whether a question asks for everything of a sort, wherever it stands, not for one thing."""

from __future__ import annotations

import re

from assistant.understand.question import Question, listed_terms, lists_several
from vectorstore import fold

_WHOLE = re.compile(
    r"\b(?:all|every|everything|everyone|everybody|each|several|various|list|anywhere|so far|up to now|to date|until now|till now|over the years"
    r"|in (?:order|turn|chronological)|one after (?:the |an)?other|first to last|successive(?:ly)?|which ones|how often|n(?:os?|umbers?)\.? \d+ (?:to|-|–) \d+|\d+(?:th|st|nd|rd)(?: ?(?:to|-|–|,|and))+ ?\d+(?:th|st|nd|rd))\b"
    r"|\b(?:tou(?:te)?s|chaque|liste[rz]?|differente?s|successi(?:fs|ves|vement)|jusqu'(?:ici|a present|a maintenant|a ce jour)|a ce jour|l'une? apres l'autre|dans l'ordre|lesquel(?:le)?s|au fil des ans|ou que ce soit)\b"
    r"|(?<!\w)(?:جميع|كافه|كل (?=ال)|(?:ال)?قايمه|بالترتيب|تعاقب\w*|حتي الان|الي اليوم|مختلف|اسماء|تباعا)"
)
"""Words for the whole of something, in order or so far."""
_WHICH_DOCUMENTS = re.compile(
    r"\b(?:which|what) (?:documents?|files?|papers?|letters?|reports?|minutes)\b|\bquels (?:documents?|fichiers?|rapports?|courriers?)\b"
    r"|\bwhere (?:do we (?:hear|read)|is there mention|is .{2,60} mentioned)\b|\bou (?:est-il|parle-t-on|mentionne-t-on)\b|\b(?:mentions?|mentionne\w*) (?:of|de|d')"
    r"|(?<!\w)(?:اي|ما) (?:ال)?(?:وثايق|وثيقه|ملفات|تقارير|رسايل)"
)
"""Questions for the documents themselves that speak of something."""


_ONE_VALUE = ("contact", "reference", "number", "money", "expansion", "title", "reason", "yes_no")
"""Kinds of answer of which there is one, whatever else the question says."""


def asks_several(question: Question) -> bool:
    """Whether several things are asked for, which may stand in several documents: by the kind of answer, or by its words."""
    if question.wants == "list":
        return True
    folded = fold(question.text)
    if question.wants in _ONE_VALUE:
        return False
    named = listed_terms(question) and question.language != "ar" and lists_several(question)
    return bool(named or _WHOLE.search(folded) or _WHICH_DOCUMENTS.search(folded))
