"""With whom an event is held, by the words of its sentence: together with, en collaboration avec, بالتعاون مع."""

from __future__ import annotations

import re

from ingest.extract.heads import ARABIC_HEADS
from ingest.extract.lines import Line
from ingest.extract.plain import Plain
from ingest.extract.reading import Reading

_TOGETHER = re.compile(
    r"\b(?:in (?:\w+ )?(?:cooperation|collaboration|partnership|association|conjunction|coordination) with|(?:together|jointly|alongside) with|(?:put together|co-?organi[sz]ed|organi[sz]ed|held|run|convened|conducted) (?:jointly )?(?:with|by)"
    r"|en (?:\w+ )?(?:cooperation|collaboration|partenariat|association|lien|coordination) (?:\w+ )?avec|(?:conjointement|ensemble|organisee?s?|tenue?s?|montee?s?) (?:conjointement )?(?:avec|par)|grace a)\b"
    r"|(?<!\w)(?:بالتعاون|بالشراكه|بالاشتراك|بالتنسيق|بالتضافر)(?: \w+)? (?:مع|بين)(?!\w)"
)
_WITH = re.compile(r"(?<!\w)(?:with|avec)(?= (?:the |la |le |les |l')?)")
_STOP = re.compile(
    r"[.;:()]|\s(?:on|from|at|which|that|who|to|for|as|under|during|where|du|le|qui|que|pour|dans|lors|sur|sous|where|and (?=\w+ (?:was|were|had))) |\sin (?=[A-Z\d])|\sa (?=[A-Z])|\s(?:في|يوم|خلال|من|الي|التي|الذي|وذلك|بمشاركه|وشارك|حول|بشان|لصالح)(?!\w)"
)
_MOST, _LONGEST = 4, 12
"""Partners of one event, and words of the name of one, at most."""


def partners(reading: Reading, line: Line) -> str | None:
    """The bodies that a sentence says something was done with; None where it says so of none."""
    found: dict[str, None] = {}
    for match in _TOGETHER.finditer(line.plain.text):
        found.update(dict.fromkeys(_named(reading, line, match.end())))
    for match in _WITH.finditer(line.plain.text):
        start = line.plain.place(match.end())
        after = line.text[start:]
        bodies = reading.bodies(after)
        if bodies and re.fullmatch(r"\s(?:the |la |le |les |l['’])?", after[: bodies[0].start]):
            found[bodies[0].name] = None
    return "; ".join(list(found)[:_MOST]) or None


def _named(reading: Reading, line: Line, start: int) -> list[str]:
    """The bodies in what follows a place of the folded sentence, up to where it goes on to something else."""
    stop = _STOP.search(line.plain.text, start + 1)
    end = stop.start() if stop else len(line.plain.text) - 1
    if end <= start:
        return []
    stretch = line.text[line.plain.place(start) : line.plain.place(end) + (0 if stop else 1)]
    bodies = [body.name for body in reading.bodies(stretch)]
    return bodies or [name for name in _arabic(stretch) if len(name.split()) <= _LONGEST]


def _arabic(stretch: str) -> list[str]:
    """Arabic names of bodies, told by the noun they begin with, one after another with "and"."""
    said = Plain.of(stretch)
    starts = [match.start() for match in _ARABIC_BODY.finditer(said.text)]
    ends = [*starts[1:], len(said.text)] if starts else []
    pieces = (
        stretch[said.place(a) : said.place(b) if b < len(said.text) else len(stretch)]
        for a, b in zip(starts, ends, strict=True)
    )
    return [re.sub(r"[\s،,]+و?$|\sو$", "", piece).strip(" ،,.") for piece in pieces]


_ARABIC_BODY = re.compile(rf"(?:(?<=\s)|(?<=\sو)|^)(?:ال)?(?:{'|'.join(ARABIC_HEADS)})(?!\w)")
