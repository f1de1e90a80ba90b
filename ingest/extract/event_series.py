"""What an event is about that its own words only number: `the first workshop`, `the second course of X-REACH`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from ingest.extract.event_said import Mention, Subject
from ingest.extract.event_subjects import event_above
from ingest.extract.lines import Line
from ingest.extract.plain import Plain

_NUMBERED = re.compile(
    r"(?:first|second|third|fourth|fifth|final|closing|last|previous|premiere?|deuxieme|seconde?|troisieme|quatrieme|derniere?|precedente?|(?<!\w)(?:ال)?(?:اول[يى]?|ثاني(?:ه)?|ثالث(?:ه)?|رابع(?:ه)?|ختامي(?:ه)?|سابق(?:ه)?))(?!\w)"
)
_BARE = 3
"""Words of a title that names no more than a number, a kind and a programme, at most, without joining ones."""
_JOINING = frozenset(["of", "the", "du", "de", "la", "le", "l", "d", "des"])


@dataclass
class Series:
    """The events of each paragraph that say what they are about."""

    _known: dict[tuple[int, str], str] = field(default_factory=dict)

    def add(self, subject: Subject) -> None:
        """An event with a name of its own, which those after it in its paragraph may be of a series with."""
        if subject.title and not subject.vague and len(subject.title.split()) > _BARE:
            self._known[subject.line.block, subject.what] = subject.title

    def placed(self, mention: Mention, subject: Subject, line: Line) -> Mention:
        """An event with what it is about: by another of its series, or by the heading of its section."""
        title = Plain.of(mention.title or "").text
        if not title or not _NUMBERED.search(title) or len(set(title.split()) - _JOINING) > _BARE:
            return mention
        only_numbered = subject.vague or len(title.split()) < _BARE
        known = self._known.get((line.block, subject.what)) if only_numbered else None
        if known and _NUMBERED.search(Plain.of(known).text) and known != mention.title:
            return replace(mention, series=known)
        above = event_above(line)
        return replace(mention, series=above.title) if above and above.what == mention.what else mention
