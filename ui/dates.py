"""Days and points in time as a reader writes them, in the language of the page."""

from __future__ import annotations

import re
from datetime import datetime

_KEPT = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")


def day(written: str | None, language: str) -> str | None:
    """A date as kept, `2024-05-29`, `2024-05` or `2024`, as a reader writes it; anything else as it is."""
    if written is None or not _KEPT.fullmatch(written):
        return written
    from vectorstore import say_date

    return say_date(written, None, language)


def moment(when: datetime, language: str) -> str:
    """A point in time, in the time of the machine that serves the page."""
    local = when.astimezone()
    comma = "،" if language == "ar" else ","
    return f"{day(local.date().isoformat(), language)}{comma} {local:%H:%M}"
