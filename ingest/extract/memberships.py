"""Who takes part: countries in tables and lists, and who joined, was admitted or observes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.extract.event_words import event_nouns
from ingest.extract.figure_tables import COUNTRY_COLUMN, is_total
from ingest.extract.lines import Line
from ingest.extract.names_listed import names_listed
from ingest.extract.plain import Plain
from ingest.extract.reading import Reading
from ingest.extract.when import find_when
from vectorstore import Fact, is_numeric_cell

_NAME = r"(?:the |la |le |l['’]|les )?[A-ZÀ-Þ][\w'’-]+(?: (?:of|and the|de|du|des|d['’]|la) [A-ZÀ-Þ][\w'’-]+| [A-ZÀ-Þ][\w'’-]+){0,3}"
_LIST = rf"{_NAME}(?:(?:, | and | et |, and ){_NAME}){{0,40}}"
_COUNTED_LIST = re.compile(
    rf"(?:countries|states|delegations|teams[^:.]{{0,20}}|members|pays(?: membres)?|pilot phase|phase pilote)[^:.;]{{0,40}}:\s+(?P<names>{_LIST})(?=[.;)]|$)"
)
_FROM_LIST = re.compile(
    rf"(?:[Ee]xperts|[Pp]articipants|[Dd]elegates|[Rr]epresentatives|[Dd]elegations|[Ss]peakers) from (?P<names>{_NAME}(?:(?:, | and |, and ){_NAME}){{1,40}})"
)
_MEMBERS = re.compile(
    rf"(?P<names>{_LIST})(?:,? (?:which|who))? (?:(?:has|have) been (?:a )?members? since|(?:formally )?joined|became (?:a |an |the \w+ )?(?:full )?(?:members?|member states?)|(?:was|were) admitted(?: as (?:a )?(?:full )?members?)?|(?:was|were) admitted to)(?!\w)(?P<rest>[^.;]{{0,120}})"
)
_OBSERVER = re.compile(
    rf"(?P<names>{_LIST}) (?:attends?|participates?|takes? part|attended|participated|was admitted|were admitted) as (?:an )?(?:permanent )?observers?(?!\w)(?P<rest>[^.;]{{0,60}})"
)
_OBSERVER_TO = re.compile(rf"granted observer status to (?P<names>{_NAME})(?P<rest>[^.;]{{0,80}})")
_ADMITTED = re.compile(rf"admitted (?P<names>{_NAME})(?=[.,;]| (?:as|to|with)\b|$)(?P<rest>[^.;]{{0,80}})")
_ARRIVAL = re.compile(
    rf"(?:with the (?:arrival|accession|admission) of|accession of) (?P<names>{_LIST})(?P<rest>[^.;]{{0,60}})"
)
_FRENCH = re.compile(
    rf"(?P<names>{_LIST})(?:,? qui)? (?:est devenue?|sont devenue?s|a rejoint|ont rejoint|a adhéré|ont adhéré)(?P<rest>[^.;]{{0,120}})"
)
_FRENCH_NOUN = re.compile(
    r"adhésion (?:de la |du |des |de l['’]|de |d['’])(?P<names>[A-ZÀ-Þ][\w'’-]*(?: [\w'’-]+){0,6}?)(?=[.,;]| (?:à|au|le|en)\s|$)(?P<rest>[^.;]{0,80})"
)
_ITS_ACCESSION = re.compile(r"(?:son adhésion|its accession|its admission)(?P<rest>[^.;]{0,60})")
_ARABIC_WORD = r"[\u0621-\u064a]{3,}(?: (?:\u0627\u0644)?[\u0621-\u064a]{3,})?"
_ARABIC = re.compile(
    r"(?<!\w)و?(?:انضمت|انضمام|بانضمام) (?P<names>[\u0621-\u064a]{3,}(?: و[\u0621-\u064a]{3,}){0,4}) (?P<rest>(?:إلى|الى)[^.؛]{0,90})"
)
_ARABIC_THEIRS = re.compile(
    r"من (?P<names>[\u0621-\u064a]{3,}(?: و[\u0621-\u064a]{3,}){1,4}) بعد انضمامهم?ا? (?P<rest>(?:إلى|الى)[^.؛]{0,60})"
)
_ARABIC_LIST = re.compile(
    r"(?:دول|بلدان)(?: [\u0621-\u064a]+){0,2} (?:هي|وهي)\s*:?\s*(?P<names>[\u0621-\u064a]{3,}(?:(?:، | و|، و)[\u0621-\u064a]{3,}(?: [\u0621-\u064a]{3,})?){1,20})(?=[.؛]|$)"
)
_JOINING = re.compile(
    r"member|joined|joins|admitted|admission|accession|arrival|observer|adhe|devenue?s?\b|rejoint|انضم"
)
"""Without one of these words nobody joins anything."""
_SUBJECT = re.compile(r"(?:objet|subject|re|sujet|الموضوع)\s*:")
_TAKES_PART = re.compile(
    r"\b(?:from|de|venus?|venues|came|come|takes? part|took part|participat\w*|attend\w*|named|selected|represent\w*|sent|pilot\w*)\b[^.;]{0,60}$|(?<!\w)(?:من|شارك\w*|حضر\w*)(?!\w)[^.;]{0,40}$"
)
_IN = re.compile(
    r"^(?:\s*,?\s*(?:in|to|of|with|as (?:a )?(?:full )?members? of|au|à la|à l['’]|de l['’]|du|de la|(?:le \w+ )?(?:État|pays)? ?membre (?:de l['’]|du|de la)|إلى|الى)\s*(?<=[\s'’])(?:the )?)(?P<in>(?!\d|January|February|March|April|May|June|July|August|September|October|November|December)[A-ZÀ-Þ\u0621-\u064a][\w'’&-]*(?: [A-ZÀ-Þ][\w'’&-]*| of [A-Z]\w+){0,4})"
)


def memberships(reading: Reading) -> Iterator[Fact]:
    """Each country or organisation that takes part in something, once."""
    seen: set[tuple[str | None, ...]] = set()
    own = _own(reading)
    for line in reading.lines:
        if line.kind in ("header", "heading") or _SUBJECT.match(line.plain.text):
            continue
        found = _in_table(reading, line, own) if line.kind == "row" else _in_sentence(reading, line, own)
        for fact in found:
            key = tuple(fact.fields.get(name) for name in ("who", "in", "role"))
            if key not in seen:
                seen.add(key)
                yield fact


def _own(reading: Reading) -> tuple[str | None, str | None]:
    """Title and first day of the event a document is about."""
    from ingest.extract.event_head import read_head

    head = read_head(reading)
    return (head.title, head.when.first if head.when else None) if head else (None, None)


def _in_table(reading: Reading, line: Line, own: tuple[str | None, str | None]) -> Iterator[Fact]:
    """A row of a table of participants by country."""
    cells = line.cells()
    if own[0] is None or len(cells) < 2 or not COUNTRY_COLUMN.match(Plain.of(cells[0].column).text):
        return
    people = next(
        (c for c in cells[1:] if is_numeric_cell(c.text) and _PEOPLE_COLUMN.search(Plain.of(c.column).text)), None
    )
    if people is None or not cells[0].text or is_total(reading, line):
        return
    yield _fact(reading, line, cells[0].text, own[0], "participant", number=people.text, start_date=own[1])


_PEOPLE_COLUMN = re.compile(
    r"participa|attend|people|persons|delegat|trainees|number|nombre|effectif|stagiaires|personnes|عدد|المشارك|المتدرب"
)


def _in_sentence(reading: Reading, line: Line, own: tuple[str | None, str | None]) -> Iterator[Fact]:
    text = line.text
    for pattern in (_COUNTED_LIST, _FROM_LIST, _ARABIC_LIST):
        match = pattern.search(text)
        if match and pattern is not _FROM_LIST and not _TAKES_PART.search(Plain.of(text[: match.start("names")]).text):
            continue
        what, day = _event_of(reading, line, own) if match else (None, None)
        for name in names_listed(match["names"]) if match and what else ():
            invited = re.search(r"\binvited\b|invitée?s", text)
            yield _fact(reading, line, name, what, "invited" if invited else "participant", start_date=day)
    if not _JOINING.search(line.plain.text):
        return
    for role, patterns in (("observer", (_OBSERVER, _OBSERVER_TO)), ("member", _JOINS)):
        for pattern in patterns:
            for match in pattern.finditer(text):
                yield from _joined(reading, line, match, role)
    its = _ITS_ACCESSION.search(text)
    before = re.findall(rf"(?:by|par|to|à|au|pour|for) ({_NAME})", text[: its.start()]) if its else []
    if its and before:
        yield _member(reading, line, before[-1], its["rest"], "member")


_JOINS = (_MEMBERS, _ADMITTED, _ARRIVAL, _FRENCH, _FRENCH_NOUN, _ARABIC, _ARABIC_THEIRS)


def _joined(reading: Reading, line: Line, match: re.Match[str], role: str) -> Iterator[Fact]:
    told = Plain.of(match.group()).text
    if match.re is _FRENCH and not re.search(r"membre|a rejoint (?:le|la|l')|ont rejoint (?:le|la|l')|adher", told):
        return
    if reading.names.find(match["names"]) or (
        re.search(r"membership|as observers?\b|comme charge", told) and role == "member"
    ):
        return
    if (
        match.re is _MEMBERS
        and "joined" in told
        and re.match(r"\s*(?:forces|hands|in|by)\b", match["rest"])
        and not find_when(match["rest"], reading.date)
    ):
        return
    for name in names_listed(match["names"]):
        yield _member(reading, line, name, match["rest"], role)


def _member(reading: Reading, line: Line, name: str, rest: str, role: str) -> Fact:
    where = _IN.match(rest)
    what = where["in"].strip() if where else _body_spoken_of(reading, line, name)
    when = next((w.first for w in find_when(rest, reading.date, "past")), None)
    return _fact(reading, line, name, what, role, from_date=when)


def _body_spoken_of(reading: Reading, line: Line, name: str) -> str | None:
    """The organisation a sentence, or the one before it, is about."""
    for other in (line, *list(reading.earlier(line))[:1]):
        named = [body.name for body in reading.bodies(other.text) if name not in body.name]
        if named:
            return named[0]
    return None


def _event_of(reading: Reading, line: Line, own: tuple[str | None, str | None]) -> tuple[str | None, str | None]:
    """What a list of participants belongs to: the event of the sentence or the one before, else that of the document."""
    for other in (line, *list(reading.earlier(line))[:1]):
        nouns = [noun for noun in event_nouns(other.text, other.plain) if not noun.plural]
        if nouns and own[0] is None:
            return other.text[nouns[0].start : nouns[0].end], None
        if nouns and nouns[0].kind not in (Plain.of(own[0] or "").text,) and not _is_own(nouns[0].kind, own[0]):
            return other.text[nouns[0].start : nouns[0].end], None
    return own if own[0] else (reading.subject, None)


def _is_own(kind: str, title: str | None) -> bool:
    """Whether a noun may stand for the event of the document."""
    folded = Plain.of(title or "")
    return any(noun.kind == kind for noun in event_nouns(title or "", folded))


def _fact(reading: Reading, line: Line, who: str, what: str | None, role: str, **more: str | None) -> Fact:
    return reading.on_line("participation", line, who=who, role=role, **{"in": what, **more})
