"""What a report says about itself: title, date, venue, kind and language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from vectorstore import Block, WrittenDate, find_dates, fold

_HEADER_BLOCKS = 14
"""A header stands among the first blocks; later `Date:` lines speak of something else."""
_OPENING_BLOCKS = 8
_LABEL_LENGTH = 40
_SHORT_LINE, _DATELINE = 110, 90
"""Characters: of a line that gives a date and no story, and of the beginning in which a dateline ends."""
_OTHER_WORDS = 4
_DONE_AT = re.compile(r"(?:done|signed|made) (?:at|in)\b|fait a\b|حرر في")
_SEASON = re.compile(r"\b(?:spring|summer|autumn|fall|winter|printemps|ete|automne|hiver)\b|الربيع|الصيف|الخريف|الشتاء")

_LABELS: dict[str, frozenset[str]] = {
    "date": frozenset(
        [
            "date",
            "dates",
            "meeting date",
            "date of the meeting",
            "date and time",
            "when",
            "held on",
            "day",
            "period",
            "date of issue",
            "updated",
            "last updated",
            "date de la reunion",
            "reunion du",
            "seance du",
            "session du",
            "jour",
            "periode",
            "mise a jour",
            "date et heure",
            "fait le",
            "التاريخ",
            "تاريخ الاجتماع",
            "تاريخ الانعقاد",
            "بتاريخ",
            "الموعد",
            "التاريخ والوقت",
            "زمان الانعقاد",
            "الفترة",
            "تاريخ الإصدار",
            "تاريخ التحديث",
        ]
    ),
    "venue": frozenset(
        [
            "venue",
            "place",
            "location",
            "where",
            "place of the meeting",
            "venue of the meeting",
            "lieu",
            "lieu de la reunion",
            "endroit",
            "المكان",
            "مكان الاجتماع",
            "مكان الانعقاد",
            "الموقع",
            "مقر الاجتماع",
        ]
    ),
    "kind": frozenset(["type", "document type", "kind", "type de document", "nature", "نوع الوثيقة", "النوع"]),
    "subject": frozenset(["subject", "re", "objet", "sujet", "الموضوع"]),
}
_LABEL_OF = {fold(label): name for name, labels in _LABELS.items() for label in labels}

_KINDS: tuple[tuple[str, str], ...] = (
    (
        "memorandum of understanding",
        r"memorandum of understanding|\bmous?\b|memorandum d'entente|protocole d'accord|مذكره (?:ال)?تفاهم",
    ),
    ("letter of intent", r"letter of intent|lettre d'intention|خطاب نوايا|رساله نوايا"),
    (
        "minutes",
        r"\bminutes\b|proces[- ]verbal|releve de (?:decisions|conclusions)|summary record|record of decisions|محضر",
    ),
    (
        "training report",
        r"training course|training report|\bcourse\b|rapport de (?:la )?formation|\bformation\b|دوره تدريبيه|الدوره التدريبيه|تقرير (?:ال)?دوره",
    ),
    ("workshop report", r"\bworkshop\b|\batelier\b|ورشه"),
    ("webinar", r"\bwebinar\b|\bwebinaire\b|ندوه"),
    ("call for applications", r"call for applications|appel a candidatures|دعوه للتقدم|دعوه لتقديم"),
    ("fact sheet", r"fact ?sheet|fiche|صحيفه وقائع|بطاقه تعريف"),
    ("newsletter", r"newsletter|bulletin|lettre d'information|نشره"),
    ("technical visit", r"technical visit|visite technique|study visit|visite d'etude|زياره فنيه|زياره دراسيه"),
    ("annual report", r"annual (?:report|summary)|rapport annuel|التقرير السنوي"),
    ("meeting report", r"\bmeeting\b|compte[- ]rendu|\breunion\b|\bsession\b|اجتماع|\bالدوره\b"),
    ("letter", r"\bletter\b|\blettre\b|^dear |رساله|خطاب"),
    ("notice", r"\bnotice\b|\bavis\b|اشعار|تعميم"),
)
_KIND_PATTERNS = tuple((kind, re.compile(pattern)) for kind, pattern in _KINDS)

_ARABIC = re.compile(r"[\u0620-\u064a]")
_LATIN = re.compile(r"[A-Za-zÀ-ÿ]")
_FRENCH_WORDS = frozenset(
    [
        "le",
        "la",
        "les",
        "des",
        "du",
        "de",
        "une",
        "un",
        "et",
        "est",
        "dans",
        "pour",
        "par",
        "sur",
        "au",
        "aux",
        "avec",
        "qui",
        "que",
        "ce",
        "cette",
        "il",
        "elle",
        "sont",
        "été",
    ]
)
_ENGLISH_WORDS = frozenset(
    [
        "the",
        "of",
        "and",
        "to",
        "in",
        "is",
        "for",
        "on",
        "with",
        "was",
        "were",
        "by",
        "that",
        "this",
        "from",
        "at",
        "are",
        "it",
        "an",
        "which",
        "has",
        "be",
    ]
)


@dataclass(frozen=True, slots=True)
class Recognised:
    """What was found; None where the text does not say."""

    title: str
    language: str
    date: str | None
    date_text: str | None
    venue: str | None
    kind: str | None


def recognise(text: str, blocks: Sequence[Block], name: str, hint: str | None = None) -> Recognised:
    """Read the header of a report.

    Args:
        text: The stored text.
        blocks: Its structure.
        name: The file's path, the last resort for a title and a date.
        hint: A title from the file's metadata.
    """
    fields = header_fields(text, blocks)
    title = _title(text, blocks, name, hint, fields)
    date_text, date = _date(text, blocks, name, fields)
    return Recognised(
        title=title,
        language=language_of(text),
        date=date,
        date_text=date_text,
        venue=fields.get("venue"),
        kind=_kind(title, fields.get("kind"), name),
    )


def language_of(text: str) -> str:
    """`ar` by script; `fr` or `en` by their function words."""
    sample = text[:20_000]
    if len(_ARABIC.findall(sample)) > len(_LATIN.findall(sample)):
        return "ar"
    found = re.findall(r"[^\W\d_]+", sample.lower())
    french = sum(word in _FRENCH_WORDS for word in found)
    return "fr" if french > sum(word in _ENGLISH_WORDS for word in found) else "en"


def header_fields(text: str, blocks: Sequence[Block]) -> dict[str, str]:
    """The labelled lines at the head of a report, by what they mean; the first of each counts."""
    fields: dict[str, str] = {}
    for block in blocks[:_HEADER_BLOCKS]:
        label, separator, value = text[block.start : block.end].partition(":")
        if not separator or len(label) > _LABEL_LENGTH or not value.strip():
            label, separator, value = text[block.start : block.end].partition(" | ")
        meaning = _LABEL_OF.get(" ".join(fold(label).split()))
        if separator and meaning and value.strip():
            fields.setdefault(meaning, value.strip())
    return fields


def _title(text: str, blocks: Sequence[Block], name: str, hint: str | None, fields: dict[str, str]) -> str:
    first_heading = next((b for b in blocks[:_OPENING_BLOCKS] if b.kind == "heading"), None)
    if first_heading is not None:
        return text[first_heading.start : first_heading.end]
    if fields.get("subject"):
        return fields["subject"]
    if hint and len(hint.split()) > 1:
        return hint
    first = next((text[b.start : b.end] for b in blocks if b.end > b.start), "")
    return first if 0 < len(first) <= 160 else PurePosixPath(name).stem.replace("_", " ").replace("-", " ")


def _date(text: str, blocks: Sequence[Block], name: str, fields: dict[str, str]) -> tuple[str | None, str | None]:
    """The labelled date; else that of a line of its own or a dateline; else what the file's name says, or the opening."""
    if fields.get("date"):
        best = _most_precise(find_dates(fields["date"]))
        if best is not None:
            return fields["date"][best.start : best.end], best.iso
    lines = [text[b.start : b.end] for b in blocks[:_OPENING_BLOCKS] if b.end > b.start]
    readable_name = re.sub(r"[_-](?=\D)|(?<=\D)[_-]", " ", PurePosixPath(name).stem)
    opening = "\n".join(lines)
    short = [line for line in lines if len(line) <= _SHORT_LINE]
    own = [line for line in short if not line.rstrip().endswith(".") or _is_little_else(line)]
    deed = [
        text[b.start : b.end] for b in blocks[-_OPENING_BLOCKS:] if _DONE_AT.match(fold(text[b.start : b.end][:30]))
    ]
    for places, least in (
        (deed, 3),
        ([line for line in lines if line in own or _has_dateline(line)], 3),
        (own, 2),
        ([readable_name], 1),
        ([line for line in short[1:] if _SEASON.search(fold(line))], 1),
        ([opening], 3),
        ([opening], 2),
        (lines[:1], 1),
    ):
        for place in places:
            best = next((found for found in find_dates(place) if found.iso and found.precision >= least), None)
            if best is not None:
                return place[best.start : best.end], best.iso
    return None, None


def _is_little_else(line: str) -> bool:
    """Whether a line that ends with a stop is a place and a day, and no sentence."""
    found = find_dates(line)
    return bool(found) and len(f"{line[: found[0].start]} {line[found[0].end :]}".split()) <= _OTHER_WORDS


def _has_dateline(line: str) -> bool:
    """`PORT ALMINA, 12 March 2024 – …`: the day stands near the beginning, and a dash, a colon or a stop behind it."""
    first = next(iter(find_dates(line[:_DATELINE])), None)
    return first is not None and re.match(r"\s*[-–—:.)]", line[first.end :]) is not None


def _most_precise(dates: Sequence[WrittenDate]) -> WrittenDate | None:
    with_year = [found for found in dates if found.iso]
    return max(with_year, key=lambda found: found.precision, default=None)


def _kind(title: str, labelled: str | None, name: str) -> str | None:
    """The kind named earliest in the label, the title or the file's name."""
    for place in (labelled or "", title, PurePosixPath(name).stem.replace("-", " ").replace("_", " ")):
        folded = fold(place)
        found = [
            (match.start(), order, kind)
            for order, (kind, pattern) in enumerate(_KIND_PATTERNS)
            if (match := pattern.search(folded))
        ]
        if found:
            return min(found)[2]
    return None
