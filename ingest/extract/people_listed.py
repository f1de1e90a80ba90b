"""People outside of sentences: in tables of office holders and of participants, and under a heading that is an office."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.extract.lines import Cell, Line
from ingest.extract.names import Named
from ingest.extract.office_parts import Office
from ingest.extract.offices_behind import office_after
from ingest.extract.plain import Plain
from ingest.extract.reading import Reading
from ingest.extract.role_words import is_role
from ingest.extract.when import find_when
from vectorstore import Fact

_TASK_COLUMN = re.compile(
    r"^(?:actions?(?: items?| points?)?|activity|activities|activites?|commitments?|tasks?|deliverables?|deadline|due(?: date)?|by when|when|start|end|status.*|etat (?:au|d).*|planned dates?|dates?|place|venue|lieu"
    r"|decisions?|engagements?|mesures?|taches?|quoi|what|echeances?|delais?|pour le|الالتزام|الاجراء|المهمه|الموعد|القرار|المطلوب|النشاط|الانشطه|المكان|الحاله)$"
)
_NUMBER_COLUMN = re.compile(r"^(?:no\.?|n°|#|id|code|number|numero|item|point|ref\.?|الرقم|م|رقم)$")
_NAME_COLUMN = re.compile(
    r"^(?:(?:full )?names?(?: and surname)?|noms?(?: et prenoms?)?|nom complet|participants?|members?|membres?|الاسم(?: الكامل)?|اسم المشارك|المشارك)$"
)
_POSITION_COLUMN = re.compile(
    r"^(?:position|job title|function|designation|fonction|qualite|poste|الصفه|الوظيفه|المنصب|المسمي الوظيفي)$"
)
_BODY_COLUMN = re.compile(
    r"^(?:organi[sz]ation|institution|body|ministry|agency|employer|affiliation|chamber|member|organisme|structure|employeur|administration|chambre|الجهه|المؤسسه|جهه العمل|الهييه|الغرفه)$"
)
_SINCE_COLUMN = re.compile(
    r"^(?:since|appointed(?: on| in)?|date of appointment|in office since|from|depuis(?: le)?|nommee? (?:le|en)|date de (?:nomination|designation)|منذ|تاريخ التعيين|سنه التعيين|اعتبارا من)$"
)
_PRESENCE_COLUMN = re.compile(r"^(?:attendance|presence|present|status|statut|الحضور|حاله الحضور)$")
_AWAY = re.compile(r"\b(?:apolog\w*|absent\w*|excus\w*|no)\b|(?<!\w)(?:اعتذرت?|غايب|تغيبت?|لا)(?!\w)")
_LONGEST_COLUMN = 3
"""Words of the name of a column of office holders."""


@dataclass(frozen=True, slots=True)
class _Table:
    """What the columns of a row hold."""

    cells: tuple[Cell, ...]

    def of(self, pattern: re.Pattern[str]) -> Cell | None:
        """The first cell whose column is of a sort, unless it is empty."""
        return next((cell for cell in self.cells if cell.text and pattern.match(_folded(cell.column))), None)

    @property
    def holds(self) -> str:
        """The first cell that is no number: what has an office, unless the row is a task or an activity that somebody is in charge of."""
        if any(_TASK_COLUMN.match(_folded(cell.column)) for cell in self.cells):
            return ""
        named = (cell for cell in self.cells if cell.text and not _NUMBER_COLUMN.match(_folded(cell.column)))
        first = next(named, None)
        return first.text if first is not None and not first.text[0].isdigit() else ""


def in_tables(reading: Reading) -> Iterator[Fact]:
    """Columns of coordinators and of participants; a heading such as `Coordinator` above a name."""
    for line in reading.lines:
        if line.kind == "row":
            table = _Table(line.cells())
            yield from _holders(reading, line, table)
            yield from _listed(reading, line, table)
        elif line.kind == "paragraph" and _is_role_column(line.heading):
            yield from _under_heading(reading, line)


def _holders(reading: Reading, line: Line, table: _Table) -> Iterator[Fact]:
    """Whoever stands in a column that is an office, of what the row begins with."""
    body = table.holds
    for cell in table.cells if body else ():
        if cell.text == body or not _is_role_column(cell.column):
            continue
        named = reading.names.find(cell.text)
        if len(named) == 1 and not reading.names.find(body):
            since = _day(reading, table.of(_SINCE_COLUMN))
            yield _holder(reading, line, named[0], Office(cell.column, body, 0), since=since)
            position = table.of(_POSITION_COLUMN)
            if position is not None:
                yield _holder(reading, line, named[0], Office(position.text, body, 0))


def _listed(reading: Reading, line: Line, table: _Table) -> Iterator[Fact]:
    """Somebody in a list of participants or members, with their position and body."""
    who = table.of(_NAME_COLUMN)
    position, body = table.of(_POSITION_COLUMN), table.of(_BODY_COLUMN)
    named = reading.names.find(who.text) if who else []
    if who is None or len(named) != 1 or named[0].start > 0 or not (position or body):
        return
    presence = table.of(_PRESENCE_COLUMN)
    away = presence is not None and _AWAY.search(_folded(presence.text))
    office = Office(position.text if position else None, body.text if body else None, 0)
    yield _holder(reading, line, named[0], office, act="apologised" if away else "present")
    added = office_after(reading, who.text, named[0].end)
    if added is not None and added.role:
        yield _holder(reading, line, named[0], Office(added.role, office.organisation, 0))


def _under_heading(reading: Reading, line: Line) -> Iterator[Fact]:
    named = reading.names.find(line.text)
    current = office_after(reading, line.text, named[0].end) if named else None
    former = current is None or current.role is None or current.role.startswith(("formerly", "ancien"))
    if named and named[0].start == 0 and former and reading.subject:
        yield _holder(reading, line, named[0], Office(line.heading, reading.subject, 0))


def _is_role_column(words: str) -> bool:
    """Whether the words over a column or a paragraph are an office."""
    folded = _folded(words)
    return (
        0 < len(folded.split()) <= _LONGEST_COLUMN
        and (is_role(folded) or folded in _ALSO)
        and not _POSITION_COLUMN.match(folded)
        and not _NAME_COLUMN.match(folded)
        and not _DOES.search(folded)
        and "\n" not in words
    )


_DOES = re.compile(
    r"author|auteur|editor|redact|trainer|format(?:eur|rice)|expert|consultant|speaker|intervenant|moderat|lecturer|(?<!\w)(?:ال)?(?:مدرب|خبير|محاضر|كاتب)"
)
"""What somebody does in one place, and no office."""
_ALSO = ("contact", "المسوول", "جهه الاتصال")


def _folded(words: str) -> str:
    return Plain.of(words).text.strip()


def _day(reading: Reading, cell: Cell | None) -> str | None:
    """The day or year in a cell."""
    if cell is None:
        return None
    year = re.fullmatch(r"(?:19|20)\d\d", cell.text.strip())
    return cell.text.strip() if year else next((when.first for when in find_when(cell.text, reading.date)), None)


def _holder(
    reading: Reading, line: Line, named: Named, office: Office, *, act: str | None = None, since: str | None = None
) -> Fact:
    return reading.on_line(
        "person",
        line,
        name=named.name,
        honorific=named.honorific,
        act=act,
        role=office.role,
        organisation=office.organisation,
        from_date=since,
        at_date=reading.date,
        state="current" if office.role else None,
    )
