"""What a question says is not to be counted or listed: "without those on hold", « hors projets suspendus », «ما عدا المعلقة»."""

from __future__ import annotations

import re

_EXCEPT = re.compile(
    r"[\s,;:(–—-]*(?:\b(?:and|but|et|mais)\s+)?"
    r"(?:\b(?:leav(?:e|ing) (?:out|aside)|exclud(?:e|ing)|exclusive of|not (?:counting|including)|without (?:counting|including)|(?:do not|don't) (?:count|include)"
    r"|except(?:ing)?(?: for)?|apart from|other than|setting aside|ignor(?:e|ing)|skip(?:ping)?|minus|but not"
    r"|hors|hormis|sauf|excepte|a l'exception d(?:e|es|u)|a l'exclusion d(?:e|es|u)|en (?:excluant|ecartant|laissant de cote)|mis(?:es)? a part|sans (?:compter|inclure|prendre)|(?:ne )?(?:compte[rz]?|inclu[st]|inclure) pas|mais pas)\b"
    r"|(?<!\w)(?:ما عدا|فيما عدا|ماعدا|عدا|باستثناء|بخلاف|بدون (?:احتساب|حساب|عد)|دون (?:احتساب|حساب|عد)|من غير (?:احتساب|حساب|عد)?|مع استبعاد|باستبعاد|لا تحسب|ولا تعد|مش محسوب\w*)(?!\w))"
    r"\s*(?P<out>[^.,;:()?؟،؛]+)"
)


def exception(folded: str) -> tuple[str, str]:
    """A folded question without what it leaves out, and that; the whole question and nothing where it leaves nothing out."""
    found = _EXCEPT.search(folded)
    if found is None or not folded[: found.start()].strip():
        return folded, ""
    return f"{folded[: found.start()]} {folded[found.end() :]}", found["out"].strip()
