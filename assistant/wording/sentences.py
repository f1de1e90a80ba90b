"""Takes a model's text apart: into sentences, and these into parts with the marks behind them."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MARKS = re.compile(r"(?:\s*\[\d{1,3}(?:\s*,\s*\d{1,3})*\])+")
_END = re.compile(r"[.!?؟]+[»”\"')]*(?:\s*\[\d{1,3}(?:\s*,\s*\d{1,3})*\])*(?=\s|$)|\n+")
_ABBREVIATED = re.compile(
    r"(?:(?<!\w)(?:Mr|Mrs|Ms|Mme|Mlle|Dr|Prof|Pr|Eng|Capt|No|art|p|vol|ca|cf|[A-ZÀ-Þ])|\b[A-Z]\.[A-Z]|(?<!\w)[أدم])\.$"
)
_FOREIGN = re.compile(
    r"https?:|www\.|!\[|\]\s*\(|\]\s*\[[^\d]|^\s*\[[^\]]*\]:|<[a-z/!|]|`|\bdata:|javascript:|\{\{|\\\w|~~~",
    re.IGNORECASE,
)
_INVISIBLE = re.compile(
    "[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f]"
)
_ORNAMENT = re.compile(r"^\s*(?:[-*•–>#]+\s+|\d{1,2}[.)]\s+)+|\*{1,3}|_{2}", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a sentence and the numbers of the marks right behind it."""

    text: str
    marks: tuple[int, ...]


def sentences(text: str, *, ended: bool) -> list[str]:
    """The sentences of a text, marks included; without `ended` one that may still go on is left out."""
    found: list[str] = []
    begin = 0
    clean = _ORNAMENT.sub("", _INVISIBLE.sub("", text))
    for match in _END.finditer(clean):
        if _ABBREVIATED.search(clean[begin : match.end()].rstrip()):
            continue
        if not ended and clean[match.end() :].lstrip()[:1] in ("", "["):
            break  # its marks may be still to come
        found.append(clean[begin : match.end()].strip())
        begin = match.end()
    if ended:
        found.append(clean[begin:].strip())
    return _with_marks_behind([sentence for sentence in found if sentence])


def _with_marks_behind(found: list[str]) -> list[str]:
    """Marks that stand alone belong to the sentence before."""
    joined: list[str] = []
    for sentence in found:
        if joined and not _MARKS.sub("", sentence).strip(" ."):
            joined[-1] += f" {sentence}"
        else:
            joined.append(sentence)
    return joined


def parts(sentence: str) -> list[Part]:
    """The parts of a sentence, each with its marks; the last has none if nothing stands behind it."""
    found: list[Part] = []
    begin = 0
    for match in _MARKS.finditer(sentence):
        text = sentence[begin : match.start()].strip()
        begin = match.end()
        found.append(Part(text, tuple(int(number) for number in re.findall(r"\d+", match.group()))))
    if sentence[begin:].strip(" .!?؟»”\"')"):
        found.append(Part(sentence[begin:].strip(), ()))
    return [part for part in found if part.text.strip(" .!?؟,،;")]


def unmarked(sentence: str) -> str:
    """A sentence without its marks."""
    return re.sub(r"\s+", " ", re.sub(r"\s+([.!?؟,،;])", r"\1", _MARKS.sub("", sentence))).strip()


def is_foreign(sentence: str) -> bool:
    """Whether a sentence holds an address, a link, a picture, markup or code: none of that is wording."""
    return bool(_FOREIGN.search(sentence))
