"""The sentences that the register says of what it found, in the three languages."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.register.wording import STATES, cell_date, place_of, sort_name
from vectorstore import words

_VERDICTS = {True: ("Yes", "Oui", "نعم"), False: ("No", "Non", "لا")}
_PROPOSED = ("proposed by a language model", "proposé par un modèle de langue", "اقترحه نموذج لغوي")
"""Of what no rule read, but a language model did."""
_NEAR_MISS = (
    "No {asked} with this partner is on record as signed; a {found} of {day} is.",
    "Aucun accord signé du type « {asked} » avec ce partenaire n'est attesté ; il y a : {found}, {day}.",
    "لا يثبت السجل توقيع {asked} مع هذا الشريك؛ الموجود: {found}، {day}.",
)
_NONE = (
    "None found with these limits: {limits} (documents considered: {considered}; not readable: {unread}).",
    "Aucun résultat avec ces limites : {limits} (documents examinés : {considered} ; illisibles : {unread}).",
    "لا نتيجة ضمن هذه الحدود: {limits} (الوثائق المفحوصة: {considered}؛ غير المقروءة: {unread}).",
)
_NONE_FOR = ("none: {values}", "aucun résultat : {values}", "لا نتيجة: {values}")
_LIFTED = (
    "Without “{limit}”: {rows}",
    "Sans « {limit} » : {rows}",
    "من دون «{limit}»: {rows}",
)
_ANNOUNCED = {
    False: (
        "Not counted, for they were only announced and no document says that they took place: {events}",
        "Non comptées, car seulement annoncées, aucun document ne disant qu'elles ont eu lieu : {events}",
        "لم يُحسب ما أُعلن عنه فقط ولا وثيقة تقول إنه عُقد: {events}",
    ),
    True: (
        "Of these, only announced, and no document says that they took place: {events}",
        "Parmi elles, seulement annoncées, aucun document ne disant qu'elles ont eu lieu : {events}",
        "منها ما أُعلن عنه فقط ولا وثيقة تقول إنه عُقد: {events}",
    ),
}
"""By whether they are among the rows."""
_SUM = (
    "{total} people in all, at the {n} events that a document gives a number for.",
    "{total} personnes au total, pour les {n} activités dont un document donne le nombre.",
    "المجموع {total} شخصًا في {n} من الأنشطة التي تذكر وثيقة عددها.",
)
_NO_NUMBER = (
    "Not added, for no document gives their number: {events}",
    "Non comptées, car aucun document n'en donne le nombre : {events}",
    "لم يُجمع ما لا تذكر وثيقة عدده: {events}",
)
_NO_SIZE = (
    "Not compared, for no document tells it of them: {events}",
    "Non comparé, car aucun document n'en dit rien : {events}",
    "لم يُقارن ما لا تذكره وثيقة عنها: {events}",
)
_NONE_SO_SIZED = {
    "more": (
        "None of the {n} of which it is known; the most: {event}",
        "Aucun des {n} dont on le connaît ; le maximum : {event}",
        "لا شيء من أصل {n} معروفة؛ والأكبر: {event}",
    ),
    "less": (
        "None of the {n} of which it is known; the least: {event}",
        "Aucun des {n} dont on le connaît ; le minimum : {event}",
        "لا شيء من أصل {n} معروفة؛ والأصغر: {event}",
    ),
}
_NONE_AHEAD = (
    "None is on record that is still to come on {day}; the last one: {event}.",
    "Aucune n'est attestée après le {day} ; la dernière : {event}.",
    "لا يوجد في السجل ما يأتي بعد {day}؛ والأخير: {event}.",
)
_FOUND = {"en": "{n} found:", "fr": "{n} au total :", "ar": "العدد {n}:"}
_COUNT = {"en": "{n} in all.", "fr": "{n} au total.", "ar": "العدد {n}."}


def counted(number: int, language: str, *, named: bool = True) -> str:
    """How many there are; leading to their names, where they are named."""
    said = _FOUND if named else _COUNT
    return said.get(language, said["en"]).format(n=number)


def verdict(holds: bool, language: str) -> str:
    """Yes or no."""
    return _VERDICTS[holds][place_of(language)]


def proposed(language: str) -> str:
    """That something is on record because a language model proposed it."""
    return _PROPOSED[place_of(language)]


def no_such(asked: str, found: str, day: str, language: str) -> str:
    """That there is no agreement of one sort, but one of another."""
    return _NEAR_MISS[place_of(language)].format(
        asked=sort_name(asked, language), found=sort_name(found, language), day=cell_date(day, None, language)
    )


def none_found(limits: str, considered: int, unread: int, language: str) -> str:
    """That nothing on record is within some limits, and how much was read for it."""
    return _NONE[place_of(language)].format(limits=limits, considered=considered, unread=unread)


def none_for(values: Sequence[str], language: str) -> str:
    """That nothing has one of the values that were asked for side by side."""
    return _NONE_FOR[place_of(language)].format(values="; ".join(values))


def without_limit(limit: str, rows: str, language: str) -> str:
    """What there is when one limit is lifted."""
    return _LIFTED[place_of(language)].format(limit=limit, rows=rows)


def only_announced(events: str, language: str, *, among: bool, more: bool = False) -> str:
    """That events were announced, but not said to have taken place.

    Args:
        events: Which.
        language: Of the answer.
        among: Whether they are among the rows of the answer.
        more: Whether there are others that are not named.
    """
    return _ANNOUNCED[among][place_of(language)].format(events=events) + (" …" if more else "")


def added_up(total: int, number: int, language: str) -> str:
    """How many people came to so many events."""
    return _SUM[place_of(language)].format(total=total, n=number)


def no_number(events: str, language: str, *, more: bool = False) -> str:
    """That there is no number for some events."""
    return _NO_NUMBER[place_of(language)].format(events=events) + (" …" if more else "")


def no_size(events: str, language: str, *, more: bool = False) -> str:
    """That some could not be compared, since nothing tells how large they are."""
    return _NO_SIZE[place_of(language)].format(events=events) + (" …" if more else "")


def none_so_sized(number: int, event: str, language: str, *, small: bool) -> str:
    """That none of so many is as large, or as small, as asked; and which comes nearest."""
    return _NONE_SO_SIZED["less" if small else "more"][place_of(language)].format(n=number, event=event)


def none_ahead(event: str, day: str, language: str) -> str:
    """That no such event is still to come on a day, and which was the last."""
    return _NONE_AHEAD[place_of(language)].format(event=event, day=cell_date(day, None, language))


def frame(language: str, number: int, total: int = 0) -> frozenset[str]:
    """The words that are the register's own in an answer of so many rows, which add up to so much: no document says them."""
    place = place_of(language)
    said = [
        counted(number, language),
        counted(number, language, named=False),
        added_up(total, number, language),
        no_number("", language),
        no_size("", language),
        proposed(language),
        *(only_announced("", language, among=among) for among in (True, False)),
        *(names[place] for names in STATES.values()),
    ]
    return frozenset(word for text in said for word in words(text))
