"""Events in the rows of tables that have a column of days."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.extract.event_listed import ANY, listed, planned, year_of
from ingest.extract.event_papers import is_no_event
from ingest.extract.event_said import Mention
from ingest.extract.event_words import kind_of
from ingest.extract.lines import Cell, Line
from ingest.extract.months import months_of
from ingest.extract.plain import Plain
from ingest.extract.reading import Reading
from ingest.extract.when import When, find_when, is_after

_EVENT = r"(?:training )?(?:activit(?:y|ies)|courses?|trainings?|meetings?|workshops?|seminars?|webinars?|events?|activites?|evenements?|formations?|reunions?|ateliers?|(?:ال)?(?:نشاط|فعاليه|حدث|دوره|ورشه|اجتماع))"
_WHAT = re.compile(
    rf"^(?:(?:names?|titles?|nom|intitule|titre|اسم|عنوان)(?: (?:of|de|du|d'|de la))?(?: (?:the|l'|la|le))? ?)?{_EVENT}$|^(?:what|titles?|theme|topic|subject|quoi|intitule|titre|العنوان|الموضوع)$"
)
_WHEN = re.compile(
    r"^(?:dates?(?: and place)?|when|periods?|months?|days?|quand|periodes?|mois|calendrier|التاريخ|الموعد|الفتره|المده|الشهر)$"
)
_PLANNED_FOR = re.compile(
    r"^(?:(?:planned|scheduled|foreseen|expected|proposed|initial|original|provisional) (?:dates?|periods?|months?|timing)|(?:dates?|periods?) (?:planned|foreseen)"
    r"|(?:dates?|periodes?|mois|calendrier)(?: initiale?s?)? prevue?s?|dates? initiales?|(?:ال)?(?:تاريخ|تواريخ|موعد|مواعيد|فتره|شهر) (?:ال)?(?:مقرره?|مخططه?|متوقعه?|مبدييه?|اصليه?))$"
)
_HELD_ON = re.compile(
    r"^(?:(?:actual|real|final) (?:dates?|periods?)|(?:dates?|periods?) (?:held|actual)|held on|dates? (?:reelles?|effectives?|definitives?|de realisation)|periode (?:reelle|effective)"
    r"|(?:ال)?(?:تاريخ|تواريخ|موعد|مواعيد|فتره) (?:ال)?(?:فعليه?|تنفيذ|انعقاد|نهاييه?))$"
)
"""Two columns of one table: when an event was to be, and when it was."""
_FROM = re.compile(r"^(?:starts?|from|begins?|start(?:ing)? date|debut|date de debut|البدايه|تاريخ البدايه|من)$")
_TO = re.compile(r"^(?:ends?|to|until|end(?:ing)? date|fin|date de fin|النهايه|تاريخ النهايه|الي)$")
_WHERE = re.compile(
    r"^(?:places?|where|venues?|locations?|cit(?:y|ies)|towns?|countr(?:y|ies)|host(?: country)?|city(?:,| and| /) country|lieux?|ou|endroit|villes?|pays(?: hote)?|المكان|مكان الانعقاد|البلد(?: المضيف)?|المدينه|الدوله|مكان التنفيذ)$"
)
_PROGRAMME = re.compile(r"^(?:program(?:me)?s?|units?|projects?|projets?|البرنامج|المشروع)$")
_TYPE = re.compile(
    r"^(?:types?|kinds?|sorts?|natures?|categor(?:y|ie)|(?:activity |event )?types?|type d(?:'|e )(?:activite|evenement)|(?:ال)?نوع(?: (?:ال)?(?:نشاط|فعاليه))?)$"
)
_NOBODY = re.compile(
    r"\s*(?:none|no(?:body)?|n/?a|nil|tbd|tbc|to be (?:confirmed|determined)|own (?:funds|resources)|internal|aucune?|neant|néant|fonds propres|budget propre|à confirmer|a confirmer|لا يوجد|لا احد|موارد ذاتية|[-–—.?]+)\s*",
    re.IGNORECASE,
)
_PARTNER = re.compile(
    r"^(?:(?:co-?)?partners?|partner institutions?|with|hosts?|partenaires?|avec|organisateurs?|organi[sz]ers?|الشريك|الشركاء|بالتعاون مع)$"
)
_ATTENDED = re.compile(
    r"^(?:(?:actual )?participants|participants actual|participants (?:reels|effectifs)|عدد المشاركين الفعلي|attendance|attendees|participants?|trainees|(?:number|no\.?) of (?:participants|trainees|attendees)|how many(?: came| took part)?|nombre de (?:participants|stagiaires)|effectif|عدد (?:المشاركين|المتدربين|الحضور)|المشاركون|المتدربون)$"
)
_BRACKETS = re.compile(r"\s*\([^)]*\)")
_COUNTED = re.compile(r"\d{1,6}(?!\d|\s?[/+])")
_STATE = re.compile(
    r"^(?:(?:status|state|etat|statut|avancement|الحاله|الوضع)(?: .*)?|remarks?|observations?|ملاحظات)$"
)
_STATES = (
    ("cancelled", re.compile(r"cancel|dropped|annule|supprime|ملغ|الغي")),
    ("postponed", re.compile(r"postpone|put off|delayed|deferred|reporte|differe|مؤجل|موجل|تاجل")),
    ("tentative", re.compile(r"tentative|to be confirmed|\btbc\b|provisional|provisoire|a confirmer|مبدي|غير موكد")),
    ("mentioned", re.compile(r"\b(?:ongoing|on-going|in progress|under ?way|en cours)\b|جاري?ه?(?!\w)|قيد التنفيذ")),
    (
        "held",
        re.compile(
            r"\b(?:held|done|completed|carried out|implemented|tenue?|realisee?|acheve|termine|finished)|منفذ|نفذ|عقد|منجز|اكتمل"
        ),
    ),
    (
        "planned",
        re.compile(
            r"confirmed|planned|scheduled|\bfirm\b|\bferme\b|confirme|prevu|en preparation|in preparation|موكد|مقرر"
        ),
    ),
)


def event_of_row(reading: Reading, line: Line) -> Mention | None:
    """The event that a row tells of; None where it has no day or no name of one."""
    cells = line.cells()
    what, when = _column(cells, _WHAT), _days(reading, line, cells)
    if what is None or when is None or not what.text or is_no_event(what.text):
        return None
    place = _column(cells, _WHERE)
    venue = place.text if place and re.search(r"[^\W\d_]", place.text) else None
    sort = _column(cells, _TYPE)
    named = kind_of(what.text) or (kind_of(sort.text) if sort else None) or kind_of(what.column)
    kind = named or (ANY if venue else None)  # with days and a place it is an event
    if kind is None:
        return None
    if isinstance(when, str):
        mention = listed(reading, line, kind, what.text, When(0, 0, year_of(reading, line) or "", None, 1), venue, when)
        return replace(mention, start_date=mention.start_date or None)
    planned_for = _one_day(reading, _column(cells, _PLANNED_FOR))
    held_on = _one_day(reading, _column(cells, _HELD_ON))
    attended = _column(cells, _ATTENDED)
    people = _COUNTED.match(attended.text) if attended else None
    said = _said(cells)
    if said == "held" and is_after(when.first, reading.date):
        said = None  # what is done of what is yet to come is not the event
    state = said or ("held" if people or held_on else None) or planned(line) or when
    programme, partner = _column(cells, _PROGRAMME), _column(cells, _PARTNER)
    return replace(
        listed(reading, line, kind, what.text, when, venue, state),
        programme=programme.text if programme else None,
        parties=re.sub(r"\s*[,،/]\s*", "; ", partner.text) if partner and not _NOBODY.fullmatch(partner.text) else None,
        participants=people.group() if people else None,
        former_date=planned_for.first if planned_for and held_on and planned_for.first != held_on.first else None,
    )


def _days(reading: Reading, line: Line, cells: tuple[Cell, ...]) -> When | str | None:
    """The days or months of a row, or the state that stands in place of them."""
    first, last = _column(cells, _FROM), _column(cells, _TO)
    if first and last:
        days = [when for cell in (first, last) for when in find_when(cell.text, reading.date, "future")]
        return replace(days[0], last=days[1].last or days[1].first) if len(days) == len((first, last)) else None
    if (told := _one_day(reading, _column(cells, _HELD_ON))) is not None:
        return told
    when = _column(cells, _WHEN) or _column(cells, _PLANNED_FOR)
    if when is None or not when.text:
        return None
    dates = find_when(when.text, reading.date, "future")
    if not dates and (dropped := _state_in(when.text)) in ("cancelled", "postponed"):
        return dropped
    if not dates and (year := year_of(reading, line)):
        return months_of(when.text, year)
    return dates[0] if len(dates) == 1 else None


def _one_day(reading: Reading, cell: Cell | None) -> When | None:
    """The day or days that a cell gives, if it gives them once."""
    dates = find_when(cell.text, reading.date, "future") if cell else ()
    return dates[0] if len(dates) == 1 else None


def _said(cells: tuple[Cell, ...]) -> str | None:
    """The state that a row gives in a column of its own."""
    cell = _column(cells, _STATE)
    return _state_in(cell.text if cell else "")


def _state_in(said: str) -> str | None:
    words = Plain.of(said).text
    return next((state for state, pattern in _STATES if pattern.search(words)), None)


def _column(cells: tuple[Cell, ...], pattern: re.Pattern[str]) -> Cell | None:
    named = [_BRACKETS.sub("", Plain.of(cell.column).text).split() for cell in cells]
    for cell, words in zip(cells, named, strict=True):
        if pattern.match(" ".join(words)) or pattern.match(" ".join(_below(words, named))):
            return cell
    return None


def _below(words: list[str], named: list[list[str]]) -> list[str]:
    """The name of a column without that of the group it stands under, as in `When and where Place` and `When and where Dates`."""
    shared = (n for n in range(len(words) - 1, 0, -1) if sum(other[:n] == words[:n] for other in named) > 1)
    return words[next(shared, 0) :]
