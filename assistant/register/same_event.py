"""Tells whether two records are of one event: by its days, its title, its number in a series and its place."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from assistant.gate import ranks
from assistant.register.kinds import sorts
from assistant.register.likeness import alike, mean_alike, sounds, stems
from assistant.register.period import first_day, last_day
from assistant.register.record import Record
from assistant.register.titled_apart import share_subject, titled_apart
from assistant.sounds import ARABIC, sounds_alike_and_no_other
from vectorstore import terms, words

_DAY, _YEAR = len("2024-05-29"), len("2024")
YEARS_APART = 2
"""Between the years of two events that are still compared, at most."""
_PUT_OFF = 100
"""Days that an event is put off by, at most, where no document names both of its days."""
_LASTS = 62
"""Days that an event lasts, at most, of which one document tells the first and another the last."""
CLOSE, _NEXT_YEAR = 7, 500
"""Days between what two documents say of one event, and between what was planned and what was held in its place."""
NOT_HELD = frozenset(["planned", "tentative", "postponed", "cancelled"])
SINGLE = frozenset(["course", "workshop", "webinar", "exercise", "study_visit", "forum", "conference"])
"""Sorts of events that seldom come twice under one title within months, as meetings do."""
_TELLING = 2
"""Words that two titles must have each, besides their sort, to be told apart by them."""
ANY_SORT = "other"
"""An activity that no word says the sort of: it may be an event of any."""
_SORTS = (
    "course",
    "workshop",
    "webinar",
    "meeting",
    "session",
    "forum",
    "conference",
    "visit",
    "study_visit",
    "exercise",
)


def sorts_beside(record: Record) -> Iterator[str]:
    """The sorts that a record is compared with."""
    yield record.sort
    if record.kind == "event" and record.sort == ANY_SORT:
        yield from _SORTS


def same_event(one: Record, other: Record) -> bool:
    """The same days, or a title in common where one has no day of its own or a new one."""
    if _years_apart(one, other):
        return False
    mine, theirs = one.field("title"), other.field("title")
    numbers, others = _ranks(mine), _ranks(theirs)
    if numbers and others and not numbers & others:
        return False
    across = one.facts[0].language != other.facts[0].language
    titles = (alike(mine, theirs) and share_subject(one, other)) or (across and _mean_alike(mine, theirs))
    if not one.start or not other.start:
        return _ends_alike(one, other) and (titles or _named_by_its_end(one, other))
    if "mentioned" in (one.state, other.state) and not _same_day(one, other):
        return titles or (overlap(one, other) and _untold(one, other))
    if not _overlap_or_close(one, other, numbered=bool(numbers & others)):
        again = (
            _put_off(one, other)
            or _held_instead(one, other, numbers & others)
            or _set_anew(one, other, numbers & others)
        )
        return _moved(one, other) or (titles and again)
    if len(one.start) == len(other.start) == _DAY:
        if _same_day(one, other) and titled_apart(one, other):
            return False
        same_day = _same_day(one, other) and not _told_apart(one, other)
        return titles or same_day or _only_by_its_sort(one, other) or (across and _there_too(one, other))
    there_too = _there_too(one, other)
    numbered = bool(numbers & others) and (across or there_too)
    return (titles and not elsewhere(one, other)) or numbered or (across and there_too) or _untold(one, other)


def _only_by_its_sort(one: Record, other: Record) -> bool:
    """Whether one is called by no more than its sort, and can be the other: not an activity of no sort, nor in another town."""
    nameless = _nameless(one) or _nameless(other)
    return nameless and ANY_SORT not in (one.sort, other.sort) and not elsewhere(one, other)


def _ends_alike(one: Record, other: Record) -> bool:
    """Whether the end of an event, where no more of it is told, can be that of the other."""
    ends = [record for record in (one, other) if not record.start and record.end]
    if not ends:
        return True
    last, dated = last_day(ends[0].end or ""), other if ends[0] is one else one
    if not dated.day:
        return True
    if not dated.start:
        return ends[0].end == dated.end
    begins, ended = first_day(dated.start), last_day(dated.end or dated.start)
    until = date.fromisoformat(ended) + timedelta(_LASTS if dated.end == dated.start else 0)
    return begins <= last <= until.isoformat()


def _named_by_its_end(one: Record, other: Record) -> bool:
    """Whether two records of one last day are of one event, where no title that tells it apart is given, or it is in another language."""
    if not one.end or one.end != other.end:
        return False
    across = one.facts[0].language != other.facts[0].language
    return _nameless(one) or _nameless(other) or (across and _there_too(one, other))


def _same_day(one: Record, other: Record) -> bool:
    """Whether both are said to begin on one day, to the day."""
    return one.start == other.start and len(one.start or "") == _DAY


def _years_apart(one: Record, other: Record) -> bool:
    """Whether two dated events are too far from each other for any document to make them one; told before they are compared."""
    if not is_dated(one) or not is_dated(other):
        return False
    return abs(int((one.start or "")[:_YEAR]) - int((other.start or "")[:_YEAR])) > YEARS_APART


def is_dated(record: Record) -> bool:
    """Whether the day of an event is told by what reports it, and was never another."""
    return (
        bool(record.start)
        and record.state != "mentioned"
        and not any(fact.fields.get("former_date") for fact in record.facts)
    )


def _overlap_or_close(one: Record, other: Record, *, numbered: bool) -> bool:
    """Whether both can have been on one day or, where they have the same number in a series, some days apart."""
    if overlap(one, other):
        return True
    close = numbered and one.state == other.state == "held" and len(one.start or "") == len(other.start or "") == _DAY
    return close and _days_between(one, other) <= CLOSE


def _held_instead(one: Record, other: Record, numbers: frozenset[int]) -> bool:
    """Whether one was only announced, and the other is what took place: the same of a series, or soon after in its town."""
    announced = [record for record in (one, other) if record.state in NOT_HELD]
    if len(announced) != 1 or (one if announced[0] is other else other).state != "held":
        return False
    if numbers:
        mine, theirs = _topic(one.field("title")), _topic(other.field("title"))
        same = mean_alike(mine, theirs) if mine and theirs else one.sort == "session"
        return same and _days_between(one, other) <= _NEXT_YEAR
    return one.sort in SINGLE and not elsewhere(one, other) and _days_between(one, other) <= _PUT_OFF


def _set_anew(one: Record, other: Record, numbers: frozenset[int]) -> bool:
    """Whether one session of a series is announced twice, for another day the second time: there is but one fifteenth."""
    announced = one.state in NOT_HELD and other.state in NOT_HELD and one.sort == "session"
    return announced and bool(numbers) and _days_between(one, other) <= _NEXT_YEAR


def _days_between(one: Record, other: Record) -> int:
    days = [date.fromisoformat(first_day(record.start or "")) for record in (one, other)]
    return abs((days[0] - days[1]).days)


def _mean_alike(mine: str, theirs: str) -> bool:
    return mean_alike(_topic(mine) or stems(mine), _topic(theirs) or stems(theirs))


def titled_alike(one: Record, other: Record) -> bool:
    """Whether two titles share their words or, in two languages, what they mean."""
    mine, theirs = one.field("title"), other.field("title")
    across = one.facts[0].language != other.facts[0].language
    return alike(mine, theirs) or (across and _mean_alike(mine, theirs))


def overlap(one: Record, other: Record) -> bool:
    """Whether both can have been on one day."""
    begins, ends = first_day(one.start or ""), last_day(one.end or one.start or "")
    return begins <= last_day(other.end or other.start or "") and first_day(other.start or "") <= ends


def _told_apart(one: Record, other: Record) -> bool:
    """Whether two events of the same days have titles and places that have nothing in common."""
    if one.facts[0].language != other.facts[0].language or not elsewhere(one, other):
        return False
    mine, theirs = set(stems(one.field("title"))), set(stems(other.field("title")))
    return min(len(mine), len(theirs)) > _TELLING and not alike(one.field("title"), other.field("title"))


def elsewhere(one: Record, other: Record) -> bool:
    """Whether both are said to take place in towns of different names."""
    return bool(one.field("venue") and other.field("venue")) and not _there_too(one, other)


def _nameless(record: Record) -> bool:
    """Whether it is called by no more than its sort: `the course`."""
    return not _topic(record.field("title"))


@lru_cache(maxsize=100_000)
def says_what(title: str, venue: str) -> bool:
    """Whether the title of an event says more of it than its sort and its town, as "the Lima course" does not."""
    return bool(_topic(title) - set(stems(venue)))


def _topic(title: str) -> frozenset[str]:
    """The stems of a title that are neither an ordinal nor the name of a sort of event."""
    return frozenset(stem for word in title.split() if not ranks(word) for stem in stems(word) if stem not in sorts())


def _there_too(one: Record, other: Record) -> bool:
    """Whether both are said to take place in a town of the same name."""
    return in_one_town(one.field("venue"), other.field("venue"))


def _named_after(one: Record, other: Record) -> bool:
    """Whether one, of which no place is told, has the town of the other in its name: `the Amman course`."""
    pairs = ((one, other), (other, one))
    return any(
        not named.field("venue") and in_one_town(named.field("title"), there.field("venue")) for named, there in pairs
    )


@lru_cache(maxsize=100_000)
def in_one_town(one: str, other: str) -> bool:
    """Whether words for two places share a name, in one script or in two."""
    if not _town(one).isdisjoint(_town(other)):
        return True
    written, spelled = (one, other) if ARABIC.search(one) else (other, one)
    if not ARABIC.search(written) or ARABIC.search(spelled):
        return False
    latin = [word for word in words(spelled) if terms(word)]
    return any(sounds_alike_and_no_other(word, name) for word in words(written) for name in latin)


@lru_cache(maxsize=100_000)
def _town(venue: str) -> frozenset[str]:
    """The stems and the sounds of the words for a place."""
    return frozenset({*stems(venue), *sounds(venue)})


def _untold(one: Record, other: Record) -> bool:
    """Whether they are in the same town, and one has no name but that of its sort and town: `the training in Lima`."""
    if _named_after(one, other):
        return min(len(_topic(record.field("title"))) for record in (one, other) if not record.field("venue")) <= 1
    if not _there_too(one, other):
        return False
    said = [set(stems(record.field("title"))) - set(stems(record.field("venue"))) for record in (one, other)]
    return min(map(len, said)) <= 1


def _moved(one: Record, other: Record) -> bool:
    """Whether one gives the other's day as its former date; a month or a year, only under a title like it."""
    former = {value for record in (one, other) for fact in record.facts if (value := fact.fields.get("former_date"))}
    days = {one.start or "", other.start or ""} - {""}
    if any(len(day) == _DAY for day in former & days):
        return True
    near = any(day.startswith(was) or was.startswith(day) for was in former for day in days)
    return near and titled_alike(one, other)


def _put_off(one: Record, other: Record) -> bool:
    """Whether an event was put off before, so that another day soon after is a newer one of it."""
    telling = min(len(stems(record.field("title"))) for record in (one, other)) > _TELLING
    if not telling or elsewhere(one, other) or not any(record.state == "postponed" for record in (one, other)):
        return False
    return _days_between(one, other) <= _PUT_OFF


@lru_cache(maxsize=100_000)
def _ranks(title: str) -> frozenset[int]:
    return ranks(title)
