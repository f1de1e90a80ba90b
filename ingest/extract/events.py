"""Events: the one a document reports or announces, and those it mentions with a day."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.extract.event_document import own_event
from ingest.extract.event_lists import listed_events
from ingest.extract.event_mentions import mentions
from ingest.extract.event_said import Mention
from ingest.extract.plain import Plain
from ingest.extract.reading import Reading
from vectorstore import Fact


def events(reading: Reading) -> Iterator[Fact]:
    """The document's own event first, then each event mentioned, once for the same day and name."""
    of_own = own_event(reading)
    yield from of_own
    own = next(iter(of_own), None)
    seen: set[tuple[str | None, ...]] = set()
    listed = tuple(listed_events(reading))
    placed = {(mention.start, mention.start_date) for mention in listed}
    said = [m for m in mentions(reading, own) if (m.start, m.start_date) not in placed]
    for mention in _told_once((*said, *listed), own):
        name = Plain.of(mention.title or mention.what).text
        key = (name, mention.start_date or mention.end_date, mention.former_date, mention.state)
        if key not in seen and not (own is not None and _repeats(mention, own)):
            seen.add(key)
            yield reading.fact("event", mention.start, mention.end, mention.page, **mention.fields())


def _repeats(mention: Mention, own: Fact) -> bool:
    """Whether a mention only says again when the document's own event is."""
    days = {mention.start_date, mention.end_date} - {None}
    own_days = {own.fields.get("start_date"), own.fields.get("end_date")}
    return mention.own and days <= own_days and mention.former_date is None


def _told_once(told: tuple[Mention, ...], own: Fact | None) -> Iterator[Mention]:
    """Mentions without those that only say of an event without a day what another says with it."""
    dated = {m.what for m in told if _is_dated(m)} | ({own.fields.get("what")} if own else set())
    return (m for m in told if _is_dated(m) or m.what not in dated)


def _is_dated(mention: Mention) -> bool:
    return bool(mention.start_date or mention.end_date or mention.former_date)
