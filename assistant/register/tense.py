"""Whether a question is about what took place, or about what is to come."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from assistant.register.period import Period

DONE = re.compile(
    r"already|so far|to date|until now|jusqu'(?:ici|a present)|a ce jour|حتي الان|\bheld\b|\bdid\b(?=.{1,60}?\b(?:hold|organi[sz]e|run|host|conduct|convene)\b)|took place|taken place|carried out|\borgani[sz]ed\b|\bconducted\b|actually|deja"
    r"|ont eu lieu|a eu lieu|organise(?:e|s|es)?\b|\btenue?s?\b|realisee?s?\b|فعلا|(?<!\w)(?:عقد|انعقد|نظم|اقام|اقيم|جر)(?:ت|نا|ناها|وا|ته|ها|تها)?(?!\w)"
)
AHEAD = re.compile(
    r"upcoming|still to come|planned|coming up|scheduled|forthcoming|\bwill\b|to be held|a venir|prevu|prochain|auront lieu|seront|se tiendr|القادم|المقرر|المقبل|(?<!\w)(?:ست|سي)(?:عقد|نظم|قام)"
)
_ANNOUNCED = re.compile(r"\b(?:or|and) (?:only )?(?:announced|planned)\b|\b(?:ou|et) annoncee?s?\b|(?<!\w)[او]و? ?اعلن")
"""Held or announced: what took place and what did not."""
_CALLED_OFF = frozenset(["cancelled", "postponed"])


@dataclass(frozen=True, slots=True)
class Tense:
    """True for what has taken place, False for what is to come, None for both; and the words that say it."""

    done: bool | None
    words: str


def tense(folded: str, period: Period | None, state: str | None, today: date) -> Tense:
    """The tense of a question.

    What was planned for a time that is over is all that there is of that time; what was called off is not to come; and
    "held or announced" is both.

    Args:
        folded: The question, folded.
        period: The time it limits itself to.
        state: The state it asks for.
        today: What divides past and coming events.
    """
    ahead, done = AHEAD.search(folded), DONE.search(folded)
    over = period is not None and period.last is not None and period.last < today.isoformat()
    either = done is not None and _ANNOUNCED.search(folded) is not None
    if state in _CALLED_OFF or (ahead and over) or either:
        return Tense(None, "")
    found = ahead or done
    return Tense(None if found is None else ahead is None, found.group().strip() if found else "")
