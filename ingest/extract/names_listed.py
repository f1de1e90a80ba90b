"""The names of a list as a sentence writes it: `Chad, the Niger and Mali`, `le Tchad et le Mali`, `تشاد والنيجر ومالي`."""

from __future__ import annotations

import re

_PART = re.compile(
    r"\s*(?:[,;،؛](?:\s*(?:and|et)\s|\s*و(?=[\u0621-\u064a]))?|\s(?:and|et)\s|(?<=\s)و(?=[\u0621-\u064a]))\s*"
)
_ARTICLE = re.compile(r"^(?:the |la |le |les |l['’])\s?", re.IGNORECASE)
_NO_NAME = re.compile(
    r"^(?:It|They|He|She|We|This|That|These|Those|Mr|Mrs|Ms|Dr|Prof|Il|Elle|Ils|Elles|Ce|Cette|M|Mme|Day|Session|Annex|Table|Figure|Item|Both|All|Each|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Un|Une|In|On|At|When|If)\b"
)
_NAME = re.compile(r"[^\W\d_][\w'’ -]{1,60}")


def names_listed(written: str) -> list[str]:
    """The names in a list, without their articles; empty if one of them can be no name.

    Args:
        written: The list, from its first name to its last.
    """
    parts = [part.strip(" .") for part in _PART.split(written)]
    names = [_ARTICLE.sub("", part) for part in parts if part]
    return names if all(map(_is_name, names)) else []


def _is_name(words: str) -> bool:
    written = words[:1].isupper() or not words[:1].isascii()
    return written and bool(_NAME.fullmatch(words)) and not _NO_NAME.match(words)
