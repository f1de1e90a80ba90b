"""The register's own words, in the three languages: columns, states, counts and dates."""

from __future__ import annotations

from collections.abc import Sequence

from vectorstore import say_date, words

_COLUMNS: dict[str, dict[str, tuple[str, ...]]] = {
    "en": {
        "event": ("Event", "Date", "Place", "State"),
        "agreement": ("Agreement", "Parties", "Signed", "Valid until", "State"),
        "person": ("Name", "Role", "Organisation", "Since or on", "Until"),
        "commitment": ("Commitment", "Who", "By when", "State"),
        "programme": ("Programme", "Name", "Field", "Since"),
        "sum": ("Event", "Date", "Participants"),
        "figure": ("Amount", "Of what", "From", "To or where", "Date"),
    },
    "fr": {
        "event": ("Activité", "Date", "Lieu", "État"),
        "agreement": ("Accord", "Parties", "Signé", "Valable jusqu'au", "État"),
        "person": ("Nom", "Fonction", "Organisme", "Depuis ou au", "Jusqu'au"),
        "commitment": ("Engagement", "Qui", "Échéance", "État"),
        "programme": ("Programme", "Nom", "Domaine", "Depuis"),
        "sum": ("Activité", "Date", "Participants"),
        "figure": ("Montant", "De quoi", "De la part de", "Pour ou où", "Date"),
    },
    "ar": {
        "event": ("النشاط", "التاريخ", "المكان", "الحالة"),
        "agreement": ("الاتفاق", "الأطراف", "تاريخ التوقيع", "ساري حتى", "الحالة"),
        "person": ("الاسم", "الصفة", "الجهة", "منذ أو في", "حتى"),
        "commitment": ("الالتزام", "الجهة", "الموعد", "الحالة"),
        "programme": ("البرنامج", "الاسم", "المجال", "منذ"),
        "sum": ("النشاط", "التاريخ", "المشاركون"),
        "figure": ("المقدار", "من ماذا", "من", "إلى أو أين", "التاريخ"),
    },
}
_STATES: dict[str, tuple[str, str, str]] = {
    "held": ("held", "tenu", "عُقد"),
    "planned": ("planned", "prévu", "مقرر"),
    "tentative": ("tentative", "provisoire", "مبدئي"),
    "postponed": ("postponed", "reporté", "مؤجل"),
    "cancelled": ("cancelled", "annulé", "ملغى"),
    "mentioned": ("mentioned", "mentionné", "مذكور"),
    "signed": ("signed", "signé", "موقع"),
    "expired": ("expired", "expiré", "منتهٍ"),
    "renewed": ("renewed", "renouvelé", "مجدد"),
    "replaced": ("replaced", "remplacé", "حل غيره محله"),
    "unsigned": ("not signed", "non signé", "غير موقع"),
    "open": ("open", "en cours", "مفتوح"),
    "done": ("done", "fait", "منجز"),
    "late": ("late", "en retard", "متأخر"),
}
_KINDS: dict[str, tuple[str, str, str]] = {
    "event": ("events", "activités", "الأنشطة"),
    "person": ("people in office", "personnes en fonction", "شاغلو المناصب"),
    "organisation": ("organisations", "organismes", "المنظمات"),
    "programme": ("programmes", "programmes", "البرامج"),
    "agreement": ("agreements", "accords", "الاتفاقات"),
    "commitment": ("commitments", "engagements", "الالتزامات"),
    "figure": ("figures", "chiffres", "الأرقام"),
}
_FORMS: dict[str, tuple[str, str, str]] = {
    "list": ("list of {what}", "liste : {what}", "قائمة {what}"),
    "count": ("number of {what}", "nombre : {what}", "عدد {what}"),
    "dates": ("dates of {what}", "dates : {what}", "تواريخ {what}"),
    "when": ("date of one of the {what}", "date : {what}", "موعد من {what}"),
    "signed": ("day of signature: {what}", "jour de la signature : {what}", "تاريخ التوقيع: {what}"),
    "planned": ("planned signature: {what}", "signature prévue : {what}", "التوقيع المقرر: {what}"),
    "ends": ("until when: {what}", "jusqu'à quand : {what}", "حتى متى: {what}"),
    "in_force": ("still in force: {what}", "toujours en vigueur : {what}", "السريان: {what}"),
    "sum": ("added up: {what}", "au total : {what}", "المجموع: {what}"),
    "ranking": ("partners of the most {what}", "partenaires, par nombre : {what}", "الشركاء الأكثر: {what}"),
    "latest": ("the latest of the {what}", "la dernière en date : {what}", "الأحدث من {what}"),
    "next": ("the next of the {what}", "la prochaine : {what}", "التالي من {what}"),
    "held": ("whether it took place: {what}", "a eu lieu ou non : {what}", "هل انعقد: {what}"),
    "identity": ("who somebody is", "qui est quelqu'un", "من هو الشخص"),
    "compare": ("{what} compared", "comparaison : {what}", "مقارنة {what}"),
    "former": ("former name: {what}", "ancien nom : {what}", "الاسم السابق: {what}"),
    "holder": ("who is in office", "qui est en fonction", "من يشغل المنصب"),
    "holders": ("who was in office, in order", "qui a été en fonction, dans l'ordre", "من شغل المنصب بالترتيب"),
}
_SORTS: dict[str, tuple[str, str, str]] = {
    "course": ("course", "formation", "دورة تدريبية"),
    "workshop": ("workshop", "atelier", "ورشة عمل"),
    "webinar": ("webinar", "webinaire", "ندوة عبر الإنترنت"),
    "meeting": ("meeting", "réunion", "اجتماع"),
    "session": ("session", "session", "دورة اجتماع"),
    "forum": ("forum", "forum", "منتدى"),
    "conference": ("conference", "conférence", "مؤتمر"),
    "visit": ("visit", "visite", "زيارة"),
    "study_visit": ("study visit", "visite d'étude", "زيارة دراسية"),
    "exercise": ("exercise", "exercice", "تمرين"),
    "memorandum": ("memorandum", "mémorandum", "مذكرة تفاهم"),
    "letter_of_intent": ("letter of intent", "lettre d'intention", "خطاب نوايا"),
    "protocol": ("protocol", "protocole", "بروتوكول"),
    "convention": ("convention", "convention", "اتفاقية"),
    "contract": ("contract", "contrat", "عقد"),
}
_COLUMN_NAMES: dict[str, tuple[str, str, str]] = {
    "title": ("Title", "Titre", "العنوان"),
    "sort": ("Kind", "Type", "النوع"),
    "date": ("Date", "Date", "التاريخ"),
    "venue": ("Place", "Lieu", "المكان"),
    "parties": ("Parties", "Parties", "الأطراف"),
    "programme": ("Programme", "Programme", "البرنامج"),
    "participants": ("Participants", "Participants", "المشاركون"),
    "state": ("State", "État", "الحالة"),
    "name": ("Name", "Nom", "الاسم"),
    "role": ("Role", "Fonction", "الصفة"),
    "organisation": ("Organisation", "Organisme", "الجهة"),
    "since": ("Since or on", "Depuis ou au", "منذ أو في"),
    "until": ("Until", "Jusqu'au", "حتى"),
    "abbreviation": ("Short form", "Sigle", "الاختصار"),
    "other_names": ("Other names", "Autres noms", "أسماء أخرى"),
    "acronym": ("Short form", "Sigle", "الاختصار"),
    "sector": ("Field", "Domaine", "المجال"),
    "signed": ("Signed", "Signé", "تاريخ التوقيع"),
    "what": ("Commitment", "Engagement", "الالتزام"),
    "who": ("Who", "Qui", "الجهة"),
    "due": ("By when", "Échéance", "الموعد"),
    "amount": ("Amount", "Montant", "المقدار"),
    "counts": ("Of what", "De quoi", "من ماذا"),
    "place": ("Where", "Où", "أين"),
    "by": ("From", "De la part de", "من"),
    "to": ("To", "Pour", "إلى"),
}
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
_NO_NUMBER = (
    "Not added, for no document gives their number: {events}",
    "Non comptées, car aucun document n'en donne le nombre : {events}",
    "لم يُجمع ما لا تذكر وثيقة عدده: {events}",
)
_NONE_AHEAD = (
    "None is on record that is still to come on {day}; the last one: {event}.",
    "Aucune n'est attestée après le {day} ; la dernière : {event}.",
    "لا يوجد في السجل ما يأتي بعد {day}؛ والأخير: {event}.",
)
_ORDER = ("en", "fr", "ar")
_FOUND = {"en": "{n} found:", "fr": "{n} au total :", "ar": "العدد {n}:"}
_COUNT = {"en": "{n} in all.", "fr": "{n} au total.", "ar": "العدد {n}."}


def columns(kind: str, language: str) -> tuple[str, ...]:
    """The heads of the columns for records of one kind."""
    return _COLUMNS.get(language, _COLUMNS["en"])[kind]


def column_name(key: str, language: str) -> str:
    """The head of a column of the register's own tables."""
    return _COLUMN_NAMES[key][_place(language)]


def kind_name(kind: str, language: str) -> str:
    """A kind of record in words, in the plural."""
    return _KINDS[kind][_place(language)]


def sort_name(sort: str, language: str) -> str:
    """A sort of event or agreement in words; empty for one that has none."""
    names = _SORTS.get(sort)
    return names[_place(language)] if names else ""


def state_name(state: str, language: str) -> str:
    """A state in words; empty for one that is not said."""
    names = _STATES.get(state)
    return names[_place(language)] if names else ""


def asked(kind: str, form: str, language: str) -> str:
    """What is asked for, in words."""
    place = _place(language)
    return _FORMS[form][place].format(what=_KINDS[kind][place])


def counted(number: int, language: str, *, named: bool = True) -> str:
    """How many there are; leading to their names, where they are named."""
    said = _FOUND if named else _COUNT
    return said.get(language, said["en"]).format(n=number)


def verdict(holds: bool, language: str) -> str:
    """Yes or no."""
    return _VERDICTS[holds][_place(language)]


def proposed(language: str) -> str:
    """That something is on record because a language model proposed it."""
    return _PROPOSED[_place(language)]


def no_such(asked: str, found: str, day: str, language: str) -> str:
    """That there is no agreement of one sort, but one of another."""
    return _NEAR_MISS[_place(language)].format(
        asked=sort_name(asked, language), found=sort_name(found, language), day=cell_date(day, None, language)
    )


def none_found(limits: str, considered: int, unread: int, language: str) -> str:
    """That nothing on record is within some limits, and how much was read for it."""
    return _NONE[_place(language)].format(limits=limits, considered=considered, unread=unread)


def none_for(values: Sequence[str], language: str) -> str:
    """That nothing has one of the values that were asked for side by side."""
    return _NONE_FOR[_place(language)].format(values="; ".join(values))


def without_limit(limit: str, rows: str, language: str) -> str:
    """What there is when one limit is lifted."""
    return _LIFTED[_place(language)].format(limit=limit, rows=rows)


def only_announced(events: str, language: str, *, among: bool, more: bool = False) -> str:
    """That events were announced, but not said to have taken place.

    Args:
        events: Which.
        language: Of the answer.
        among: Whether they are among the rows of the answer.
        more: Whether there are others that are not named.
    """
    return _ANNOUNCED[among][_place(language)].format(events=events) + (" …" if more else "")


def added_up(total: int, number: int, language: str) -> str:
    """How many people came to so many events."""
    return _SUM[_place(language)].format(total=total, n=number)


def amount(number: int, unit: str, language: str) -> str:
    """An amount of money, as people of a language write it."""
    return f"{number:,} {unit}".replace(",", "\u00a0" if language == "fr" else ",")


def given(totals: str, number: int, stage: str, language: str) -> str:
    """How much money was received or pledged, in so many amounts."""
    return _GIVEN[stage][_place(language)].format(totals=totals, n=number)


def not_added(amounts: str, why: str, language: str) -> str:
    """That some amounts are not part of a sum, and why."""
    return f"{_NOT_ADDED[why][_place(language)]}: {amounts}"


def no_number(events: str, language: str, *, more: bool = False) -> str:
    """That there is no number for some events."""
    return _NO_NUMBER[_place(language)].format(events=events) + (" …" if more else "")


def none_ahead(event: str, day: str, language: str) -> str:
    """That no such event is still to come on a day, and which was the last."""
    return _NONE_AHEAD[_place(language)].format(event=event, day=cell_date(day, None, language))


def cell_date(start: str | None, end: str | None, language: str) -> str:
    """A date or range, given in ISO form, as people of a language write it."""
    return say_date(start, end, language) if start else ""


def frame(language: str, number: int, total: int = 0) -> frozenset[str]:
    """The words that are the register's own in an answer of so many rows, which add up to so much: no document says them."""
    place = _place(language)
    said = [
        counted(number, language),
        counted(number, language, named=False),
        added_up(total, number, language),
        no_number("", language),
        proposed(language),
        *(only_announced("", language, among=among) for among in (True, False)),
        *(names[place] for names in _STATES.values()),
    ]
    return frozenset(word for text in said for word in words(text))


def _place(language: str) -> int:
    """Which of the three forms of a word is in a language; the English one for others."""
    return _ORDER.index(language) if language in _ORDER else 0
