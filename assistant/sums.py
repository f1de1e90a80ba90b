"""Values as they are written, and what number that is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.reading.draft import Said
from vectorstore import fold


@dataclass(frozen=True, slots=True)
class Value:
    """What one side comes to: a number of days or of things, how it is written, and the statements that say so."""

    number: float
    written: str
    said: tuple[Said, ...]


def parsed(written: str) -> float | None:
    """A number as it is written in any of the languages: "48,600", "4,7", "USD 33 900"."""
    digits = re.sub(r"[^\d.,]", "", fold(re.sub(r"(?<=\d)[ \u00a0\u202f](?=\d{3})", "", written))).strip(".,")
    digits = re.sub(r"[.,](?=\d{3}(?:\D|$))", "", digits).replace(",", ".")
    try:
        return float(digits)
    except ValueError:
        return None


def plainly(number: float) -> str:
    """A number as it is read most easily: no places behind the point where there are none."""
    rounded = round(number, 2)
    return f"{rounded:,.0f}" if rounded == int(rounded) else f"{rounded:g}"
