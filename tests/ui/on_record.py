"""A small register over the scripted documents."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from assistant import Cell, Citation, Column, Entry, NamedThing, RegisterTable, RegisterView, Replaced
from tests.ui.scripted import ATELIER, EVIL, HOSTILE, MEETING, VISIT, cite

INVA, FSSA, OWN = "inva", "fssa", "merstat"


def entry(key: str, kind: str, cells: tuple[Cell, ...], *citations: Citation, **known: object) -> Entry:
    """A row with what is known of it."""
    fields: dict[str, object] = {"sort": "", "start": None, "end": None, "state": "", "overdue": False, **known}
    names = tuple(dict.fromkeys(name for cell in cells for name in cell.names))
    return Entry(key=key, kind=kind, cells=cells, citations=citations, names=names, **fields)  # type: ignore[arg-type]


def table(kind: str, name: str, columns: dict[str, str], *entries: Entry) -> RegisterTable:
    """A table of one kind."""
    return RegisterTable(kind, name, tuple(Column(key, title) for key, title in columns.items()), entries)


MET = entry(
    "met",
    "event",
    (
        Cell("Second Meeting between MERSTAT and INVA", names=(OWN, INVA)),
        Cell("meeting"),
        Cell("16 May 2024", "2024-05-16"),
        Cell("Online"),
        Cell("held"),
    ),
    cite(MEETING, "Almost two years after their first exchange", 1),
    cite(MEETING, "230 training centres in 66 countries", 2),
    sort="meeting",
    start="2024-05-16",
    end="2024-05-16",
    state="held",
)
VISITED = entry(
    "visited",
    "event",
    (
        Cell("اجتماع بين مركز ميرستات ووكالة فيرون", names=(OWN, FSSA)),
        Cell("meeting"),
        Cell("17 May 2023", "2023-05-17"),
        Cell(""),
        Cell("held"),
    ),
    cite(VISIT, "اجتماعًا تشاوريًا", 1),
    sort="meeting",
    start="2023-05-17",
    state="held",
)
WORKSHOP = entry(
    "workshop",
    "event",
    (
        Cell("Atelier ENV-Reach", names=(INVA,)),
        Cell("workshop"),
        Cell("4-7 December 2023", "2023-12-04"),
        Cell("Port Selan"),
        Cell("postponed"),
    ),
    cite(ATELIER, "34 participants", 1),
    sort="workshop",
    start="2023-12-04",
    end="2023-12-07",
    state="postponed",
    replaced=(Replaced("date", "6 November 2023", "4-7 December 2023", (cite(ATELIER, "onze pays", 1),)),),
)
STRANGE = entry(
    "strange",
    "event",
    (Cell(HOSTILE), Cell("course"), Cell("", ""), Cell('=HYPERLINK("http://evil.example")'), Cell("")),
    cite(EVIL, HOSTILE, 1),
    sort="course",
)
DRAFT = entry(
    "draft",
    "commitment",
    (
        Cell("send a draft memorandum", names=()),
        Cell("INVA", names=(INVA,)),
        Cell("30 September 2024", "2024-09-30"),
        Cell("open"),
    ),
    cite(MEETING, "INVA will send a draft memorandum by 30 September 2024 (Mr. OSLANDE).", 1),
    start="2024-09-30",
    end="2024-09-30",
    state="open",
    overdue=True,
)
SIGN = entry(
    "sign",
    "commitment",
    (Cell("sign the memorandum"), Cell("HARROUN"), Cell("2024", "2024"), Cell("done")),
    cite(MEETING, "The memorandum should be signed before the end of 2024", 1),
    start="2024",
    state="done",
)
_EVENT = {"title": "Title", "sort": "Kind", "date": "Date", "venue": "Place", "state": "State"}
_PROMISE = {"what": "Commitment", "who": "Who", "due": "By when", "state": "State"}
_BODY = {"name": "Name", "abbreviation": "Short form", "other_names": "Other names"}


def _body(key: str, name: str, short: str, quote: str) -> Entry:
    return entry(
        f"of-{key}", "organisation", (Cell(name, names=(key,)), Cell(short), Cell("")), cite(MEETING, quote, 1)
    )


def on_record(snapshot: str, as_of: date | None) -> RegisterView:
    """The register; as of a day before the deadline, the draft is not overdue."""
    draft = replace(DRAFT, overdue=as_of is None or as_of > date(2024, 9, 30))
    bodies = (
        _body(OWN, "Meridian Centre for Statistics and Training", "MERSTAT", "(MERSTAT)"),
        _body(INVA, "International Network for Vocational Advancement", "INVA", "(INVA)"),
        _body(FSSA, "Feron Social Solidarity Agency", "FSSA", "INVA"),
    )
    return RegisterView(
        tables=(
            table("event", "events", _EVENT, VISITED, WORKSHOP, MET, STRANGE),
            table("organisation", "organisations", _BODY, *bodies),
            table("commitment", "commitments", _PROMISE, draft, SIGN),
        ),
        named=(
            NamedThing(INVA, ("International Network for Vocational Advancement", "INVA", "RIPP"), ()),
            NamedThing(FSSA, ("Feron Social Solidarity Agency", "FSSA"), ()),
            NamedThing(OWN, ("Meridian Centre for Statistics and Training", "MERSTAT"), ()),
        ),
        own=OWN,
        considered=4,
        unread=1,
        snapshot=snapshot,
        as_of=as_of.isoformat() if as_of else None,
    )
