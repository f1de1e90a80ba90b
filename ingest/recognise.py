"""What a report says about itself: title, date, venue, kind and language."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from ingest.document_date import document_date, is_little_else
from ingest.header import header_fields
from vectorstore import Block, fold

_OPENING_BLOCKS = 8
_LONGEST_TITLE = 160
_LABEL = 40
_UNDER_LETTERHEAD = 3
"""Lines below a letterhead in which the sort of document is looked for."""
_SORT_ONLY = re.compile(
    r"(?:memorandum of (?:understanding|cooperation)|(?:press|news) (?:release|note)|communique(?: de presse)?|aide[- ]memoire|note verbale"
    r"|(?:(?:final |mission |training |course |workshop )*report)|rapport(?: (?:final|de stage|de mission|de formation|de la formation|d'atelier))?|compte[- ]rendu|proces[- ]verbal"
    r"|(?:draft |final )?(?:minutes|agenda|summary record)|ordre du jour|letter of intent|lettre d'intention|memorandum d'entente|protocole d'accord|circular|note circulaire|fact ?sheet"
    r"|محضر(?: اجتماع)?|مذكره (?:ال)?تفاهم|بيان صحفي|تقرير(?: عن)?(?: (?:ال)?دوره(?: (?:ال)?تدريبيه)?)?|تعميم|جدول (?:ال)?اعمال|خطاب نوايا|مذكره شفويه)"
)
_GOES_ON = re.compile(r"(?:between|among|of|on|for|de|du|des|d'|entre|sur|relatif|بين|عن|حول|بشان)[ ']")
_LETTERHEAD = re.compile(
    r"\b(?:union|centre|center|organi[sz]ation|agency|commission|council|secretariat|bureau|institute?|ministry|ministere|university|universite|authority|fund|network|bank|league|federation|committee|comite|agence|reseau|fonds|banque|conseil|autorite)\b"
    r"|(?<!\w)(?:ال)?(?:اتحاد|مركز|منظمه|هييه|وزاره|مجلس|معهد|بنك|صندوق|وكاله|امانه|لجنه)(?!\w)"
)
_UNIT = re.compile(
    r"(?:^|[–—:|-] )(?:(?:the )?(?:division|department|section|unit|office|service) (?:of|for)\b|(?:la )?(?:division|direction|departement|section|unite|service|cellule) (?:de|des|du|d')"
    r"|(?:ال)?(?:اداره|مديريه|قسم|شعبه|وحده|دايره)(?!\w))|\b(?:division|department|directorate|section|unit|office)$"
)
"""A part of a body, which stands over all it writes: `Training Department`."""

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
        r"training course|training report|\bcourse\b|rapport de (?:la )?(?:formation|stage)|\bformation\b|دوره تدريبيه|الدوره التدريبيه|تقرير (?:ال)?دوره",
    ),
    ("workshop report", r"\bworkshop\b|\batelier\b|ورشه"),
    ("webinar", r"\bwebinar\b|\bwebinaire\b|ندوه"),
    ("call for applications", r"call for applications|appel a candidatures|دعوه للتقدم|دعوه لتقديم"),
    ("fact sheet", r"fact ?sheet|fiche|صحيفه وقائع|بطاقه تعريف"),
    ("newsletter", r"newsletter|bulletin|lettre d'information|نشره"),
    ("technical visit", r"technical visit|visite technique|study visit|visite d'etude|زياره فنيه|زياره دراسيه"),
    ("annual report", r"annual (?:report|summary)|rapport annuel|التقرير السنوي"),
    ("meeting report", r"\bmeeting\b|compte[- ]rendu|\breunion\b|\bsession\b|اجتماع|\bالدوره\b"),
    ("press release", r"(?:press|news) (?:release|note)|communique|بيان صحفي"),
    ("aide-memoire", r"aide[- ]memoire"),
    ("agenda", r"\bagenda\b|ordre du jour|جدول (?:ال)?اعمال"),
    ("progress report", r"progress report|point d'etape|rapport d'(?:etape|avancement)|تقرير مرحلي"),
    ("letter", r"note verbale|\bletter\b|\blettre\b|^dear |رساله|خطاب"),
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
    date_text, date = document_date(text, blocks, name, fields)
    return Recognised(
        title=title,
        language=language_of(text),
        date=date,
        date_text=date_text,
        venue=fields.get("venue"),
        kind=_kind(_first_heading(text, blocks), fields.get("kind"), "") or _kind(title, None, name),
    )


def language_of(text: str) -> str:
    """`ar` by script; `fr` or `en` by their function words."""
    sample = text[:20_000]
    if len(_ARABIC.findall(sample)) > len(_LATIN.findall(sample)):
        return "ar"
    found = re.findall(r"[^\W\d_]+", sample.lower())
    french = sum(word in _FRENCH_WORDS for word in found)
    return "fr" if french > sum(word in _ENGLISH_WORDS for word in found) else "en"


def _title(text: str, blocks: Sequence[Block], name: str, hint: str | None, fields: Mapping[str, str]) -> str:
    """The first heading, or what says more where that is a letterhead or only the sort of document."""
    opening = [block for block in blocks[:_OPENING_BLOCKS] if block.end > block.start]
    number = next((n for n, block in enumerate(opening) if block.kind == "heading"), None)
    if number is not None:
        heading = text[opening[number].start : opening[number].end]
        below = [text[block.start : block.end] for block in opening[number + 1 :]]
        return _fuller(heading, below, fields)
    if fields.get("title") or fields.get("subject"):
        return fields.get("title") or fields["subject"]
    if hint and len(hint.split()) > 1:
        return hint
    first = next((text[b.start : b.end] for b in blocks if b.end > b.start), "")
    return first if 0 < len(first) <= _LONGEST_TITLE else PurePosixPath(name).stem.replace("_", " ").replace("-", " ")


def _first_heading(text: str, blocks: Sequence[Block]) -> str:
    return next((text[b.start : b.end] for b in blocks[:_OPENING_BLOCKS] if b.kind == "heading"), "")


def _fuller(heading: str, below: Sequence[str], fields: Mapping[str, str]) -> str:
    """The heading with the line below it, or that line alone, where the heading could stand over any document."""
    folded = fold(heading).strip(" :.")
    if _SORT_ONLY.fullmatch(folded):
        if fields.get("title"):
            return fields["title"]
        following = below[0] if below else ""
        if _GOES_ON.match(fold(following)) and len(following) <= 2 * _LONGEST_TITLE:
            return f"{heading} {following}"
        is_title = len(following.split()) >= 3 and len(following) <= _LONGEST_TITLE and not is_little_else(following)
        return (
            following if is_title and ":" not in following[:_LABEL] and not following.endswith((".", ";")) else heading
        )
    sorts = (n for n, line in enumerate(below[:_UNDER_LETTERHEAD]) if _SORT_ONLY.fullmatch(fold(line).strip(" :.")))
    if _UNIT.search(folded) and (sort := next(sorts, None)) is not None:
        return _fuller(below[sort], below[sort + 1 :], fields)
    if _LETTERHEAD.search(folded) and not _kind(heading, None, "") and _all_capitalised(heading):
        short = [line for line in below[:4] if len(line.split()) >= 2 and len(line) <= _LONGEST_TITLE]
        return next((line for line in short if _kind(line, None, "") and not line.endswith(".")), heading)
    return heading


def _all_capitalised(line: str) -> bool:
    """A name: capitals on every word that is not small; always so in Arabic."""
    return all(not word[0].islower() or len(word) <= len("pour") for word in line.split())


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
