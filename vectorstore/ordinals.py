"""Ordinal numbers in words of the three languages."""

from __future__ import annotations

from typing import Final

from vectorstore.normalise import fold

ORDINALS: Final = (
    "first premier première أول أولى",
    "second deuxième seconde ثاني ثانية",
    "third troisième ثالث ثالثة",
    "fourth quatrième رابع رابعة",
    "fifth cinquième خامس خامسة",
    "sixth sixième سادس سادسة",
    "seventh septième سابع سابعة",
    "eighth huitième ثامن ثامنة",
    "ninth neuvième تاسع تاسعة",
    "tenth dixième عاشر عاشرة",
    "eleventh onzième",
    "twelfth douzième",
    "thirteenth treizième",
    "fourteenth quatorzième",
    "fifteenth quinzième",
    "sixteenth seizième",
    "seventeenth dix-septième",
    "eighteenth dix-huitième",
    "nineteenth dix-neuvième",
    "twentieth vingtième",
)
"""From the first on, English first; Arabic without its article."""
RANKS: Final = {fold(word): number for number, named in enumerate(ORDINALS, 1) for word in named.split()}
"""The number of each, as `fold` leaves the word."""
