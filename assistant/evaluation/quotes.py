"""The quote of a case: several passages are joined by ` || `."""

from __future__ import annotations


def passages(quote: str) -> list[str]:
    """The passages of a quote."""
    return [part.strip() for part in quote.split(" || ") if part.strip()]
