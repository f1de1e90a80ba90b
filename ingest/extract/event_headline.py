"""The name of an event in the title of a document, which may say what sort of document it is, or what becomes of the event."""

from __future__ import annotations

import re

from ingest.extract.event_words import kind_of
from ingest.extract.plain import Plain
from ingest.extract.reading import Reading
from ingest.extract.when import When, find_when

SORT_BEFORE = re.compile(
    r"^(?:(?:final |draft |brief )?(?:report|note|minutes|notes|summary record) (?:of|on) (?:the |a )?|(?:[\w ]{3,20} )?(?:announcement|invitation)\s*:\s*|agenda (?:of|for) (?:the )?"
    r"|rapport (?:final )?(?:de la |de l['’]|du |sur la |sur l['’]|sur le )|compte[- ]rendu (?:de la |de l['’]|du )|proc[eè]s-verbal (?:de la |de l['’]|du )|note de |(?:list of participants|participants?(?: list)?|attendance(?: list| sheet)?|liste des (?:participants?|stagiaires|présents)|(?:liste|feuille) de présence|liste d['’]émargement|(?:كشف|قائمة) (?:الحضور|المشاركين|الأسماء))\s*[–—:-]\s*(?:for |of |de |في )?|تقرير (?:عن |حول )?|محضر |إعلان عن |دعوة إلى )",
    re.IGNORECASE,
)
SORT_AFTER = re.compile(
    r"\s*[:–—-]\s*(?:(?:final|preliminary|draft|interim|summary) report|report|rapport(?: final| préliminaire| provisoire)?|minutes|agenda|compte rendu(?: succinct)?|التقرير (?:النهائي|الأولي)|(?:the )?(?:attendance|sign-?in|participants?|registration) (?:list|sheet)|list of participants|attendance|liste d['’]émargement|émargement|(?:liste|feuille) de présence|liste des (?:participants?|stagiaires|présents)|programme|(?:كشف|قائمة) (?:الحضور|المشاركين|الأسماء))$",
    re.IGNORECASE,
)
TO_COME = re.compile(
    r"\bto (?:hold|host|be held|take place|convene|meet|open|gather)\b|\bwill (?:be|host|hold|meet|take|convene)\b|\b(?:aura|auront) lieu\b|\bse (?:tiendra|tiendront|reunira)\b|\b(?:accueillera|organisera|reunira|abritera)\b|(?<!\w)(?:ست|سي)(?:عقد|نعقد|لتيم|ستضيف|قام|نظم|حتضن|ستقبل)\w*"
)
"""A headline of what is still to come."""
_HEADLINE = re.compile(
    r"\s+(?:closes?|opens?|ends?|begins?|starts?|concludes?|kicks off|gets under way|wraps up|s['’]ouvre|s['’]ach[eè]ve|se cl[oô]t(?:ure)?|d[eé]bute|prend fin|re[çc]oit|accueille)\b.*$"
)
"""What a headline says of an event behind its name."""


def split_title(reading: Reading, title: str) -> tuple[str, When | None, str | None]:
    """`Title – Place, 4–6 July 2022` in three."""
    title = SORT_AFTER.sub("", title)
    days = [when for when in find_when(title, reading.date) if when.precision > 1]
    if len(days) != 1 or days[0].end < len(title.rstrip(" .)")) or days[0].start == 0:
        return title, None, None
    before = title[: days[0].start].rstrip(" ,،-–—(")
    name, dash, place = before.rpartition(" – ")
    if not dash:
        name, dash, place = before.rpartition(",") if before.count(",") == 1 else ("", "", "")
    if dash and len(place.split()) <= 5 and len(name.split()) > 1:
        return name.rstrip(" ,"), days[0], place.strip(" ,،")
    return before, days[0], None


def bare_title(title: str) -> str:
    """The name of the event in a title that also says what sort of document it is."""
    bare = SORT_AFTER.sub("", SORT_BEFORE.sub("", title, count=1)).strip()
    told = _HEADLINE.sub("", bare).rstrip(" ,،:–—-")
    bare = told if kind_of(told) is not None else bare
    return bare if len(bare.split()) > 1 else title


def named_to_come(title: str) -> str:
    """The name of the event in a headline of what is to come: before its verb, or behind it."""
    plain = Plain.of(title)
    verb = TO_COME.search(plain.text)
    if verb is None:
        return title
    before, after = title[: plain.place(verb.start())].strip(), _ITS.sub("", title[plain.place(verb.end()) :].strip())
    return next((part for part in (before, after) if kind_of(part) is not None), title)


_ITS = re.compile(r"^(?:its|the|their|an?|la|le|les|sa|son|ses|leur|une?)\s+|^l['’]", re.IGNORECASE)
