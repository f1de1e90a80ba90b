"""What sort of document a report is, by the words that name one."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from vectorstore import fold

_KINDS: tuple[tuple[str, str], ...] = (
    (
        "memorandum of understanding",
        r"memorandum of understanding|\bmous?\b|memorandum d'entente|protocole d'accord|مذكره (?:ال)?تفاهم",
    ),
    ("amendment", r"^(?:amendment|addendum|avenant|(?:ال)?ملحق(?: تعديل)? رقم)"),
    ("terms of reference", r"^(?:terms of reference|termes de reference|(?:ال)?شروط (?:ال)?مرجعيه)"),
    ("letter of intent", r"letter of intent|lettre d'intention|خطاب نوايا|رساله نوايا"),
    (
        "minutes",
        r"\bminutes\b|proces[- ]verbal|releve de (?:decisions|conclusions)|summary record|record of decisions|محضر",
    ),
    (
        "training report",
        r"training course|training report|\bcourse\b|rapport de (?:la )?(?:formation|stage)|\bformation\b|دوره تدريبيه|الدوره التدريبيه|(?<!ال)دوره (?:اعداد|تدريب|تاهيل|تكوين|في|حول|عن)|تقرير (?:ال)?دوره",
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
    (
        "notice",
        r"\bnotice\b|\bavis\b|\bcirculars?\b|\bcirculaire\b|note (?:de service|interne|au personnel)|اشعار|تعميم|مذكره داخليه",
    ),
)
_KIND_PATTERNS = tuple((kind, re.compile(pattern)) for kind, pattern in _KINDS)


def document_kind(title: str, labelled: str | None = None, name: str = "") -> str | None:
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
