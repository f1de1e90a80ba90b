"""The register's own words, in the three languages: columns, states, kinds, forms and dates."""

from __future__ import annotations

from vectorstore import say_date

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
STATES: dict[str, tuple[str, str, str]] = {
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
    "where": ("place of one of the {what}", "lieu : {what}", "مكان من {what}"),
    "starts": ("day of entry into force: {what}", "entrée en vigueur : {what}", "تاريخ السريان: {what}"),
    "signed": ("day of signature: {what}", "jour de la signature : {what}", "تاريخ التوقيع: {what}"),
    "planned": ("planned signature: {what}", "signature prévue : {what}", "التوقيع المقرر: {what}"),
    "ends": ("until when: {what}", "jusqu'à quand : {what}", "حتى متى: {what}"),
    "in_force": ("still in force: {what}", "toujours en vigueur : {what}", "السريان: {what}"),
    "spent": ("money spent, added up", "dépenses, au total", "مجموع المال"),
    "sum": ("added up: {what}", "au total : {what}", "المجموع: {what}"),
    "ranking": ("partners of the most {what}", "partenaires, par nombre : {what}", "الشركاء الأكثر: {what}"),
    "latest": ("the latest of the {what}", "la dernière en date : {what}", "الأحدث من {what}"),
    "next": ("the next of the {what}", "la prochaine : {what}", "التالي من {what}"),
    "sized": ("{what} by their size", "{what}, par la taille", "{what} بحسب الحجم"),
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
_ORDER = ("en", "fr", "ar")


def columns(kind: str, language: str) -> tuple[str, ...]:
    """The heads of the columns for records of one kind."""
    return _COLUMNS.get(language, _COLUMNS["en"])[kind]


def column_name(key: str, language: str) -> str:
    """The head of a column of the register's own tables."""
    return _COLUMN_NAMES[key][place_of(language)]


def kind_name(kind: str, language: str) -> str:
    """A kind of record in words, in the plural."""
    return _KINDS[kind][place_of(language)]


def sort_name(sort: str, language: str) -> str:
    """A sort of event or agreement in words; empty for one that has none."""
    names = _SORTS.get(sort)
    return names[place_of(language)] if names else ""


def state_name(state: str, language: str) -> str:
    """A state in words; empty for one that is not said."""
    names = STATES.get(state)
    return names[place_of(language)] if names else ""


def asked(kind: str, form: str, language: str) -> str:
    """What is asked for, in words."""
    place = place_of(language)
    return _FORMS[form][place].format(what=_KINDS[kind][place])


def cell_date(start: str | None, end: str | None, language: str) -> str:
    """A date or range, given in ISO form, as people of a language write it; `… – ` before the end of what began on no day told."""
    if not start:
        return f"… – {say_date(end, None, language)}" if end else ""
    return say_date(start, end, language)


def place_of(language: str) -> int:
    """Which of the three forms of a word is in a language; the English one for others."""
    return _ORDER.index(language) if language in _ORDER else 0
