"""Who left, and when."""

from __future__ import annotations

from ingest.extract.career_words import LEFT, LEFT_BEFORE, TERM_ENDS
from ingest.extract.names import Place
from ingest.extract.plain import Plain
from ingest.extract.reading import Reading
from ingest.extract.when import find_when

_NEAR = 60
"""Characters behind the verb in which the day stands."""


def left(reading: Reading, place: Place, start: int) -> list[dict[str, str | None]]:
    """That somebody leaves, has left or retires, in the words behind a place of the line; empty where it is not said."""
    line, named = place.line, place.named
    folded = Plain.of(line.text[start:])
    verb = LEFT.match(folded.text)
    before = LEFT_BEFORE.search(place.before) or (
        place.before.endswith("the term of ") and TERM_ENDS.match(place.after)
    )
    if not (verb or before):
        return []
    told = line.text[start + folded.span(verb)[1] :] if verb else line.text[named.end :]
    following = next((one.start for one in reading.names.find(told)), len(told))
    when = next(iter(find_when(told[: min(following, _NEAR + 30)], reading.date)), None)
    day = when.first if when and when.start <= _NEAR else None
    return [{"state": "left", "until_date": day, "at_date": day}]
