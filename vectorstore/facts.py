"""Facts read from documents, each bound to the words it rests on, and how they are kept.

The fields of each kind, all as written unless said otherwise; a field that the text does not say is absent:

event           `what` (course, meeting, workshop, webinar, session, conference, forum, visit, study_visit, exercise, other), `title`,
                `start_date`, `end_date` (alone where only the end is told), `former_date` (the day before it was moved), `venue`, `virtual` (yes), `host`,
                `parties` (who met or organised it, `; ` between), `series` (another of the series, that says its subject), `programme`,
                `participants`, `countries` (numbers), `countries_named` (`; ` between), `state` (held, planned, tentative, postponed, cancelled, mentioned),
                `about_this_document` (yes)
person          `name`, `honorific`, `role`, `organisation`, `act` (opened, chaired, signed, represented, present, …),
                `from_date`, `until_date`, `at_date` (of the document or the change), `replaced` (whom),
                `state` (current, appointed, former, left)
organisation    `name`, `abbreviation`, `other_name`, `other_abbreviation`, `relation` (is, translated, renamed), `since_date`
programme       `acronym`, `name`, `definition`, `sector`, `other_name`, `since_date`
agreement       `what` (memorandum, letter_of_intent, protocol, convention, contract, other), `title`, `parties`,
                `signed_date`, `from_date`, `valid_until`, `renewed_until`, `planned_date`, `duration`, `months` (the
                duration in months), `replaces` (the words), `replaces_date` (when what it replaces was signed),
                `state` (signed, planned, unsigned, renewed, expired, replaced)
commitment      `who`, `what`, `to`, `due_date`, `due` (the words), `former_date` (the day before it was moved), `done_date`,
                `responsible`, `sort` (deadline: nobody's promise; request: asked for, not promised),
                `state` (open, done, late, cancelled)
figure          `quantity`, `unit`, `counts`, `about` (the words that make it less than exact), `of` (what a row or item
                is about), `place`, `by`, `to`, `former` (the value before), `at_date`,
                `state` (preliminary, final, revised)
participation   `who` (a country or organisation), `in` (the event, programme or organisation), `role` (participant, member,
                observer, invited, absent), `number` (of people), `from_date` (of membership), `start_date` (of the event)
row             `table` (the heading above), and `col:NAME` for each column
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from sys import intern
from typing import Literal

FactKind = Literal[
    "event", "person", "organisation", "programme", "agreement", "commitment", "figure", "participation", "row"
]


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing a document says, with the words it says it in."""

    kind: FactKind
    document: str
    """Path of the document."""
    page: int | None
    start: int
    end: int
    """The words are `text[start:end]` of the stored text."""
    quote: str
    fields: Mapping[str, str | None]
    """By name, as written in the text; names that end in `_date`, `_until` or `_to` hold `YYYY`, `YYYY-MM` or `YYYY-MM-DD`."""
    language: str


def put_facts(connection: sqlite3.Connection, document: int, text: str, facts: Iterable[Fact]) -> int:
    """Store the facts of a document in place of those it had; says how many.

    Raises:
        ValueError: A fact does not quote the text at the place it claims.
    """
    connection.execute("DELETE FROM facts WHERE document = ?", (document,))
    rows: list[tuple[object, ...]] = []
    for fact in facts:
        if not fact.quote or fact.quote != text[fact.start : fact.end]:
            raise ValueError(f"{fact.document}: a fact does not quote the text at {fact.start}-{fact.end}")
        fields = json.dumps(dict(fact.fields), ensure_ascii=False)
        rows.append((document, len(rows), fact.kind, fact.page, fact.start, fact.end, fields, fact.language))
    connection.executemany("INSERT INTO facts VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
    return len(rows)


def read_facts(
    connection: sqlite3.Connection, kind: FactKind | None = None, *, document: str | None = None
) -> Iterator[Fact]:
    """Every fact, or those of one kind or one document, by document and place in its text."""
    one = "" if document is None else "WHERE path = :document"
    paths = f"SELECT id, path FROM documents {one} ORDER BY path"  # noqa: S608 - constants only
    rows = (
        "SELECT kind, page, start, stop, fields, language FROM facts "
        "WHERE document = :document AND (:kind IS NULL OR kind = :kind) ORDER BY start, position"
    )
    for number, path in connection.execute(paths, {"document": document}).fetchall():
        found = connection.execute(rows, {"document": number, "kind": kind}).fetchall()
        if not found:
            continue
        (text,) = connection.execute("SELECT text FROM contents WHERE document = ?", (number,)).fetchone()
        told = json.loads(f"[{','.join(row[4] for row in found)}]")  # all at once: the names of fields are kept once
        for (kind_found, page, start, end, _, language), fields in zip(found, told, strict=True):
            yield Fact(intern(kind_found), path, page, start, end, text[start:end], fields, intern(language))  # type: ignore[arg-type]
