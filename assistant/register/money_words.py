"""What the register says of sums of money, in the three languages."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.register.wording import place_of
from vectorstore import words

_GIVEN: dict[str, tuple[str, str, str]] = {
    "received": (
        "{totals} received in all ({n} on record).",
        "{totals} reçus au total ({n} montants attestés).",
        "المجموع المستلم: {totals} ({n} من المبالغ المسجلة).",
    ),
    "pledged": (
        "{totals} pledged in all ({n} on record).",
        "{totals} promis au total ({n} montants attestés).",
        "المجموع المتعهد به: {totals} ({n} من المبالغ المسجلة).",
    ),
    "spent": (
        "{totals} spent in all ({n} amounts on record).",
        "{totals} dépensés au total ({n} montants attestés).",
        "المجموع المنفق: {totals} ({n} من المبالغ المسجلة).",
    ),
    "budgeted": (
        "{totals} set aside in all ({n} amounts on record).",
        "{totals} prévus au total ({n} montants attestés).",
        "المجموع المخصص: {totals} ({n} من المبالغ المسجلة).",
    ),
    "given": (
        "{totals} in all ({n} on record).",
        "{totals} au total ({n} montants attestés).",
        "المجموع: {totals} ({n} من المبالغ المسجلة).",
    ),
}
_NOT_ADDED: dict[str, tuple[str, str, str]] = {
    "pledged": (
        "Not added, for it is a pledge, on which the amounts received may have been paid",
        "Non compté, car c'est une promesse, dont les montants reçus peuvent être des versements",
        "لم يُجمع لأنه تعهد قد تكون المبالغ المستلمة دفعات منه",
    ),
    "received": (
        "Not added, for it was received, and may be part of what was pledged",
        "Non compté, car c'est un montant reçu, peut-être sur ce qui était promis",
        "لم يُجمع لأنه مستلم وقد يكون جزءًا مما تُعهد به",
    ),
    "same": (
        "Not added, for it may be the same money",
        "Non compté, car ce peut être le même argent",
        "لم يُجمع لأنه قد يكون المال نفسه",
    ),
    "spent": (
        "Not added, for it was spent, not set aside",
        "Non compté, car c'est une dépense, non une prévision",
        "لم يُجمع لأنه أُنفق ولم يكن مخصصا",
    ),
    "budgeted": (
        "Not added, for it was set aside, not spent",
        "Non compté, car c'est une prévision, non une dépense",
        "لم يُجمع لأنه مخصص لم يُنفق بعد",
    ),
    "part": (
        "Not added, for it may be part of these amounts",
        "Non compté, car c'est peut-être une part de ces montants",
        "لم يُجمع لأنه قد يكون جزءًا من هذه المبالغ",
    ),
    "other": (
        "Not added, for it stands in another table, which may count the same money",
        "Non compté, car ce montant figure dans un autre tableau, peut-être pour le même argent",
        "لم يُجمع لأنه في جدول آخر قد يعدّ المال نفسه",
    ),
    "again": (
        "Not added, for it is paid again and again",
        "Non compté, car c'est un montant qui revient",
        "لم يُجمع لأنه مبلغ متكرر",
    ),
    "older": (
        "Not added, for another amount replaced it",
        "Non compté, car un autre montant l'a remplacé",
        "لم يُجمع لأن مبلغًا آخر حل محله",
    ),
    "unclear": (
        "Not added, for no document says whether it is one of these",
        "Non compté, car aucun document ne dit si c'en est un",
        "لم يُجمع إذ لا تقول وثيقة إنه منها",
    ),
}


def amount(number: int, unit: str, language: str) -> str:
    """An amount of money, as people of a language write it."""
    return f"{number:,} {unit}".replace(",", "\u00a0" if language == "fr" else ",")


def given(totals: str, number: int, stage: str, language: str) -> str:
    """How much money was received or pledged, in so many amounts."""
    return _GIVEN[stage][place_of(language)].format(totals=totals, n=number)


def not_added(amounts: str, why: str, language: str) -> str:
    """That some amounts are not part of a sum, and why."""
    return f"{_NOT_ADDED[why][place_of(language)]}: {amounts}"


def money_frame(totals: Iterable[tuple[int, str]], number: int, language: str) -> frozenset[str]:
    """The words that are the register's own where it tells what so many amounts come to: no document says them.

    Args:
        totals: What the amounts of each currency come to, and the currency.
        number: Of the amounts.
        language: Of the answer.
    """
    said = "; ".join(amount(total, unit, language) for total, unit in totals)
    place = place_of(language)
    told = [given(said, number, stage, language) for stage in _GIVEN]
    return frozenset(word for text in (*told, *(why[place] for why in _NOT_ADDED.values())) for word in words(text))
