"""Labels that say what the people behind them did: `Chair:`, `Présents :`, `الحضور:`."""

from __future__ import annotations

import re

from ingest.extract.lines import Line
from ingest.extract.plain import Plain

_LABELS = (
    (
        "chaired",
        r"chair(?:man|woman|person)?|in the chair|(?:co-)?chairs|presidente?|presidence|president de seance|رياسه الجلسه|رييس الجلسه|الرياسه|الرييسه?|رييس الاجتماع",
    ),
    ("secretary", r"secretary|rapporteur|secretaire(?: de seance)?|rapporteuse|امين السر|المقرر"),
    ("moderated", r"moderator|moderateur|moderatrice|ميسر الجلسه|مدير الجلسه"),
    ("presented", r"presenters?|speakers?|keynote|panell?ists?|intervenante?s?|المتحدث(?:ون|ين|ه)?"),
    (
        "author",
        r"author|written by|prepared by|auteure?|redacteur|redactrice|redige par|prepare par|الكاتب|اعداد|اعده?",
    ),
    ("editor", r"editor|redaction|redacteur en chef|رييس التحرير"),
    (
        "present",
        r"present|participants?|attendees|attendance|around the table|members present|delegation|presents?|etaient presente?s|ont participe|membres presents|personnes rencontrees|الحضور|الحاضرون|اعضاء حضروا|حضر الاجتماع",
    ),
    (
        "apologised",
        r"apolog(?:ies|y)(?: received)?|absent|excused|excuses|absents?(?: excuse(?:e?s)?)?|regrets|اعتذر عن الحضور|المعتذرون|الغايبون",
    ),
)
_ACT_LABEL = tuple((act, re.compile(rf"^(?:{words})$")) for act, words in _LABELS)
_LABEL = re.compile(r"^(?P<label>[^:.]{2,40}?)\s*:\s+")
_CHAIR_BEHIND = re.compile(
    r"[.;]\s*(?P<label>chair(?:man|woman|person)?|moderator|presenter|speaker|presidente?|moderateur)\s*:\s*$"
)


def act_label(line: Line, start: int) -> str | None:
    """The act that the label at the beginning of a line, or right before a name, stands for."""
    label = _LABEL.match(line.plain.text)
    found = label["label"].strip() if label and label.end() <= start + 2 else None
    nearer = _CHAIR_BEHIND.search(Plain.of(line.text[:start]).text)
    if nearer:
        found = nearer["label"]
    return act_named(found) if found else None


def act_named(label: str) -> str | None:
    """The act a folded label stands for."""
    return next((act for act, pattern in _ACT_LABEL if pattern.match(label)), None)
