"""Who came after whom: `X succeeded Y as coordinator`, `X, en remplacement de Y`, `خلفا ل`."""

from __future__ import annotations

from ingest.extract.career_words import (
    AS,
    REPLACED,
    REPLACED_BY,
    ROLE_ENDS,
)
from ingest.extract.contacts import contact_role
from ingest.extract.names import Place
from ingest.extract.office_parts import Office, split_office
from ingest.extract.plain import Plain
from ingest.extract.reading import Reading
from ingest.extract.role_words import is_role
from ingest.extract.roles import office_of
from ingest.extract.since import since_first, since_in

_NEAR = 60
"""Characters behind the one before in which the day stands."""


def followed(reading: Reading, place: Place) -> tuple[str | None, str | None]:
    """Whom a person replaced, and since when, where the line says so right after the office."""
    text, named = place.line.text, place.named
    others = [one for one in reading.names.find(text) if one.start >= named.end]
    if not others or not REPLACED.search(Plain.of(text[named.end : others[0].start]).text):
        return None, None
    since = (
        since_in(reading, text[others[0].end :][:_NEAR])
        or since_in(reading, text[named.end : others[0].start])
        or since_first(reading, text[: named.start])
    )
    return others[0].name, since


def succession(reading: Reading, place: Place) -> dict[str, str | None]:
    """That somebody took the place of another whom the line names; empty where it does not say so."""
    text, named = place.line.text, place.named
    replaced, since = followed(reading, place)
    earlier: Office | None = None
    if replaced is None and place.follows is not None and REPLACED_BY.search(place.before):
        replaced, since = place.follows.name, since_in(reading, text[named.end :])
        before = Plain.of(text[: place.follows.start]).text
        earlier = office_of(
            reading, Place(place.line, place.follows, before, Plain.of(text[place.follows.end :]).text, None)
        )
    if replaced is None:
        return {}
    behind = next((one.end for one in reading.names.find(text) if one.name == replaced), named.end)
    office = told_as(reading, text[behind:]) or told_as(reading, text[named.end :]) or earlier
    role = office.role if office else contact_role(reading, place.line)
    return took(reading, Office(role, office.organisation if office else None, 0), replaced, since)


def told_as(reading: Reading, words: str) -> Office | None:
    """The office that words begin with: `as coordinator of the Programme with effect from …`."""
    plain = Plain.of(words)
    told = AS.match(plain.text)
    role = words[slice(*plain.span(told, "role"))] if told else ""
    stop = ROLE_ENDS.search(role)
    role = role[: stop.start()] if stop else role
    return split_office(reading, role.strip()) if is_role(role) else None


def took(reading: Reading, office: Office, replaced: str, since: str | None) -> dict[str, str | None]:
    """The fields of a fact that somebody took an office from another."""
    return {
        "role": office.role,
        "organisation": office.organisation,
        "from_date": since,
        "at_date": since or reading.date,
        "state": "appointed",
        "replaced": replaced,
    }
