"""Commitments: who is to do what, by when."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.extract.deadlines import moved_deadline, request
from ingest.extract.lines import Cell, Line
from ingest.extract.plain import Plain
from ingest.extract.promises import Promise, read_arabic_promise, read_colon, read_nameless, read_promise
from ingest.extract.reading import Reading
from ingest.extract.when import When, find_when
from vectorstore import Fact

FOLLOW_UP = re.compile(
    r"(?:next|further|agreed) (?:steps|actions?|measures)|(?:actions?|follow-?up) (?:items?|points?|agreed|plan|actions?)|agreed|commitments?|follow-?up|to be done|to do"
    r"|way forward|undertakings|deliverables|responsibilities|obligations|suites?(?: a donner)?|engagements?|prochaines etapes|actions? (?:a mener|a entreprendre|convenues)|a faire"
    r"|suivi|points d'action|الالتزامات|التزامات|الالتزام|المتابعه|ما اتفق عليه|الخطوات (?:التاليه|القادمه|المقبله)|بنود العمل|المهام|الاجراءات"
)
_NOT_FOLLOW_UP = re.compile(r"recommend|recommand|توصي|lessons|agenda|ordre du jour")
_WHAT_COLUMN = re.compile(
    r"^(?:actions?(?: items?| points?)?|commitments?|tasks?|what|decisions?(?: and actions?)?|recommendations?|deliverables?|measures?|follow-?up|engagements?|mesures?|taches?|quoi|suites?(?: a donner)?|القرار|القرارات|الالتزام|الالتزامات|الاجراء|المهمه|العمل|المطلوب)$"
)
_WHO_COLUMN = re.compile(
    r"^(?:owners?|who|party|parties|responsible(?: (?:party|officer|person|unit))?|responsibility|by whom|lead|assigned to|in charge|responsables?|qui|partie|pilote|charge|الطرف|المسوول|المكلف|الجهه|الجهه المسووله|من)$"
)
_WHEN_COLUMN = re.compile(
    r"^(?:deadlines?|due(?: date| by)?|by when|by|when|dates?|target date|timeline|echeances?|delais?|quand|date limite|pour le|avant(?: le)?|الموعد|التاريخ|المهله|موعد الانجاز|الاجل|الموعد النهايي)$"
)
_STATE_COLUMN = re.compile(r"^(?:status|state|progress|etat|statut|avancement|الحاله|الوضع)(?: .*)?$")
_PLACE_COLUMN = re.compile(r"^(?:where|place|venue|location|lieu|ou|endroit|المكان|مكان الانعقاد)$")
_OWNER = re.compile(r"^(?:owner|responsible|lead|responsable|pilote|المسوول|المسووله)\s*:")
_DONE = re.compile(
    r"^(?:done|completed?|closed|finished|delivered|adopted|fait|termine|acheve|realise|clos|solde|منجز|تم|مكتمل|نفذ|انجز)"
)
_LATE = re.compile(r"^(?:late|overdue|delayed|en retard|متاخر)")
_CANCELLED = re.compile(
    r"^(?:cancell?ed|dropped|withdrawn|superseded|replaced|not applicable|annule|abandonne|remplace|sans objet|caduc|ملغي|الغي)"
)
_KEPT = re.compile(
    r"^(?P<what>[^.;]{5,160}?),? (?:which (?:was|had been) )?(?:promised|expected|due|prevue?s?|promise?s?|attendue?s?) (?:for|in|by|on|pour|en|le)\s+(?P<due>[^,;.]{4,30}?)(?: from (?:the )?(?P<who>[^,;.]{3,80}?))?,"
    r" (?:was|were|has been|have been|a ete|ont ete) (?:finally |enfin )?(?P<done>sent|delivered|published|completed|issued|signed|submitted|finished|handed over|envoyee?s?|remise?s?|publiee?s?|livree?s?|achevee?s?)"
)


def commitments(reading: Reading) -> Iterator[Fact]:
    """Each commitment once: from tables of actions, items under a heading of follow-up, and promises with a day."""
    seen: set[tuple[str | None, ...]] = set()
    for line in reading.lines:
        for fact in _on(reading, line):
            key = (fact.fields.get("who"), fact.fields.get("what"), fact.fields.get("due_date"))
            if key not in seen:
                seen.add(key)
                yield fact


def _on(reading: Reading, line: Line) -> Iterator[Fact]:
    if line.kind == "row":
        yield from _row(reading, line)
    elif line.kind in ("item", "paragraph"):
        settled = _kept(reading, line) or _fulfilled(reading, line) or moved_deadline(reading, line)
        if settled:
            yield settled
            return
        asked = request(reading, line)
        if asked:
            yield asked
            return
        yield from (_fact(reading, line, promise) for promise in _promises(reading, line))


def _owner_below(reading: Reading, line: Line) -> tuple[str | None, int]:
    """`Owner: X.` as the next sentence of the item, and where the words then end."""
    following = reading.below(line)
    if following is None or following.block != line.block or not _OWNER.match(following.plain.text):
        return None, line.end
    people = reading.names.find(following.text)
    return (people[0].name, following.end) if people else (None, line.end)


def _promises(reading: Reading, line: Line) -> Iterator[Promise]:
    """What is promised in a line: everything under a heading of follow-up, elsewhere only what has a day."""
    follow_up = is_follow_up(line.heading)
    if follow_up and line.kind == "item":
        colon = read_colon(reading, line)
        if colon:
            yield colon
            return
    arabic = read_arabic_promise(reading, line, follow_up=follow_up)
    found = arabic or list(read_promise(reading, line, follow_up=follow_up))
    if not found and follow_up and line.kind == "item":
        nameless = read_nameless(reading, line)
        found = [nameless] if nameless else []
    for promise in found:
        if promise.due_date or (follow_up and line.kind == "item"):
            yield promise


def is_follow_up(heading: str) -> bool:
    """Whether a heading announces what is to be done."""
    words = Plain.of(heading).text
    return len(words.split()) <= 7 and bool(FOLLOW_UP.search(words)) and not _NOT_FOLLOW_UP.search(words)


def _fact(reading: Reading, line: Line, promise: Promise) -> Fact:
    owner, end = _owner_below(reading, line) if promise.responsible is None else (None, line.end)
    return reading.fact(
        "commitment",
        line.start,
        end,
        line.page,
        who=promise.who,
        what=promise.what,
        due_date=promise.due_date,
        due=promise.due,
        responsible=promise.responsible or owner,
        state=promise.state,
    )


def _row(reading: Reading, line: Line) -> Iterator[Fact]:
    """A row of a table that has a column for what and one for who or by when."""
    cells = line.cells()
    what, who, due = (_column(cells, pattern) for pattern in (_WHAT_COLUMN, _WHO_COLUMN, _WHEN_COLUMN))
    calendar = _column(cells, _PLACE_COLUMN) is not None
    if what is None or not what.text or calendar or (who is None and due is None):
        return
    state = _column(cells, _STATE_COLUMN)
    dates = find_when(due.text, reading.date, "future") if due else ()
    who_text, person = (who.text if who else None), None
    named = reading.names.find(what.text)
    if named and what.text.rstrip().endswith(")"):
        person = named[-1].name
    if who is not None and (people := reading.names.find(who.text)) and len(people) == 1:
        whole = people[0].end == len(who.text) and people[0].start == 0 and " " in people[0].name
        who_text = people[0].name if whole else who.text
    yield reading.on_line(
        "commitment",
        line,
        who=who_text,
        what=re.sub(r"\s*\([^()]*\)$", "", what.text) if person else what.text,
        due_date=_due(dates, due),
        due=due.text if due else None,
        responsible=person,
        state=_row_state(state.text if state else ""),
    )


def _due(dates: tuple[When, ...], cell: Cell | None) -> str | None:
    """The day of a cell, unless it comes back every year."""
    if cell is None or len(dates) != 1 or re.search(r"every|each|chaque|tous les|كل", Plain.of(cell.text).text):
        return None
    when = dates[0]
    return when.last or when.first


def _row_state(words: str) -> str:
    folded = Plain.of(words).text
    for state, pattern in (("done", _DONE), ("late", _LATE), ("cancelled", _CANCELLED)):
        if pattern.match(folded):
            return state
    return "open"


def _column(cells: tuple[Cell, ...], pattern: re.Pattern[str]) -> Cell | None:
    return next((cell for cell in cells if pattern.match(Plain.of(cell.column).text)), None)


def _kept(reading: Reading, line: Line) -> Fact | None:
    """`The note, promised for August 2022, was sent on 3 March 2023`."""
    match = _KEPT.match(line.plain.text)
    if match is None:
        return None
    due = find_when(line.text[slice(*line.plain.span(match, "due"))], reading.date)
    done = find_when(line.text[line.plain.span(match)[1] :], reading.date, "past")
    if len(due) != 1:
        return None
    return reading.on_line(
        "commitment",
        line,
        what=line.text[slice(*line.plain.span(match, "what"))],
        who=_giver(line.text[slice(*line.plain.span(match, "who"))]) if match["who"] else None,
        due_date=due[0].first,
        done_date=done[0].first if done else None,
        state="done",
    )


_FULFILLED = re.compile(
    r"^(?P<who>[^,;.]{3,80}?) (?:has |have |a |ont )?(?:finally |enfin )?(?:delivered|submitted|sent|handed over|published|issued|remis|livre|envoye|publie|transmis) (?:its |his |her |their |the |sa |son |ses |la |le |les )(?P<what>[^,;.]{4,120}?)(?: (?:to|a|au|aux) (?:the )?(?P<to>[A-Za-z][^,;.]{1,60}?))?(?= (?:on|in|le|en) )"
)
_DELIVERED = re.compile(
    r"^(?:the |la |le |les |l')?(?P<what>[^,;.]{6,140}?) (?:was|were|has been|have been|a ete|ont ete) (?:finally |enfin )?(?:delivered|sent|submitted|published|issued|handed over|remise?s?|livree?s?|envoyee?s?|publiee?s?)(?= (?:on|in|le|en) )"
)
_AS_AGREED = re.compile(
    r"\b(?:late|ahead of (?:schedule|time)|on time|as (?:agreed|promised|planned)|after the agreed date|before the agreed date|en retard|comme (?:convenu|prevu)|avec \w+ (?:mois|jours|semaines) de retard|dans les delais)\b"
)


def _fulfilled(reading: Reading, line: Line) -> Fact | None:
    """`XYZ delivered its data to ABC on 12 July, twelve days after the agreed date`: kept, late or not."""
    match = _FULFILLED.match(line.plain.text) or _DELIVERED.match(line.plain.text)
    if match is None or not _AS_AGREED.search(line.plain.text[match.end() :]):
        return None
    done = find_when(line.text[line.plain.span(match)[1] :], reading.date, "past")
    if not done:
        return None
    said = {name: line.text[slice(*line.plain.span(match, name))] for name, value in match.groupdict().items() if value}
    who = re.sub(r"^(?:The|Le|La|Les|L['’])\s*", "", said["who"]) if "who" in said else None
    return reading.on_line(
        "commitment", line, who=who, what=said["what"], to=said.get("to"), done_date=done[0].first, state="done"
    )


def _giver(words: str) -> str:
    return re.sub(r"\s*\([^)]*\)$", "", words.strip())
