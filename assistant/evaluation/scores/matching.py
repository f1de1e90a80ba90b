"""When a string stands in an answer: the matching that the bundled question sets were written for.

Letter case, accents, Arabic letter forms and digits, dashes, apostrophes, quotation marks and thousands separators make no
difference. Numbers and very short strings must stand as words of their own, so that 9 is not found in 29.
"""

from __future__ import annotations

import re
import unicodedata

from assistant.values import Answer

_ARABIC = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹أإآٱىة", "01234567890123456789اااايه")
_SHORT = 3
"""Characters up to which a string must be a word of its own."""


def normalised(text: object) -> str:
    """A text without what makes no difference."""
    decomposed = unicodedata.normalize("NFKD", str(text)).casefold()
    kept = "".join(c for c in decomposed if not unicodedata.combining(c) and unicodedata.category(c) != "Cf")
    level = kept.replace("ـ", "").translate(_ARABIC)
    level = re.sub(r"[‐-―−]", "-", level)
    level = re.sub(r"[’‘ʼ`]", "'", level)
    level = re.sub(r"(?<=\d)[, ](?=\d{3}\b)", "", level)
    level = re.sub(r"[\[\]|*_#“”\"«»()]", " ", level)
    return re.sub(r"\s+", " ", level).strip()


def stands_in(text: str, wanted: object) -> bool:
    """Whether a string stands in a text that is `normalised` already."""
    sought = normalised(wanted)
    if not sought:
        return True
    if re.fullmatch(r"[\d.,]+", sought) or len(sought) <= _SHORT:
        return re.search(r"(?<![\w.])" + re.escape(sought) + r"(?![\w])", text) is not None
    return sought in text


def either_stands_in(text: str, wanted: str) -> bool:
    """Whether one of the alternatives of `A|B` stands in a text that is `normalised` already."""
    return any(stands_in(text, alternative) for alternative in wanted.split("|"))


def said(answer: Answer) -> str:
    """What an answer says, its table included, `normalised`."""
    rows = answer.table.rows if answer.table else ()
    return normalised(answer.text + " ; " + " ; ".join(" ".join(row.cells) for row in rows))
