"""Whether a question is about what took place, or about what is to come."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from assistant.register.period import Period
from assistant.register.vocabulary import pattern_of

_DID = re.compile(r"\bdid\b(?=.{1,60}?\b(?P<verb>hold|organi[sz]e|run|host|conduct|convene|give|deliver|do)\b)")
_ANNOUNCED = re.compile(r"\b(?:or|and) (?:only )?(?:announced|planned)\b|\b(?:ou|et) annoncee?s?\b|(?<!\w)[او]و? ?اعلن")
"""Held or announced: what took place and what did not."""
_CALLED_OFF = frozenset(["cancelled", "postponed"])
_BOTH = frozenset(["held", "planned"])


@dataclass(frozen=True, slots=True)
class Tense:
    """True for what has taken place, False for what is to come, None for both; and the words that say it."""

    done: bool | None
    words: str


def tense(folded: str, period: Period | None, states: Collection[str], today: date) -> Tense:
    """The tense of a question.

    What was planned for a time that is over is all that there is of that time; what was called off is not to come; and
    "held or announced" is both.

    Args:
        folded: The question, folded.
        period: The time it limits itself to.
        states: Those it asks for.
        today: What divides past and coming events.
    """
    ahead = pattern_of("ahead").search(folded)
    done = pattern_of("done").search(folded) or _DID.search(folded)
    over = period is not None and period.last is not None and period.last < today.isoformat()
    either = done is not None and _ANNOUNCED.search(folded) is not None
    if not _CALLED_OFF.isdisjoint(states) or set(states) >= _BOTH or (ahead and over) or either:
        return Tense(None, "")
    found = ahead or done
    if found is None:
        return Tense(None, "")
    return Tense(ahead is None, found.groupdict().get("verb") or found.group().strip())
