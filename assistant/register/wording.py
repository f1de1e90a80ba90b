"""The register's own words, in the three languages: columns, states, counts and dates."""

from __future__ import annotations

from vectorstore import say_date, words

_COLUMNS: dict[str, dict[str, tuple[str, ...]]] = {
    "en": {
        "event": ("Event", "Date", "Place", "State"),
        "agreement": ("Agreement", "Parties", "Signed", "Valid until", "State"),
        "person": ("Name", "Role", "Organisation", "Since or on"),
        "commitment": ("Commitment", "Who", "By when", "State"),
        "programme": ("Programme", "Name", "Field"),
        "figure": ("Amount", "Of what", "Where", "Date"),
    },
    "fr": {
        "event": ("Activité", "Date", "Lieu", "État"),
        "agreement": ("Accord", "Parties", "Signé", "Valable jusqu'au", "État"),
        "person": ("Nom", "Fonction", "Organisme", "Depuis ou au"),
        "commitment": ("Engagement", "Qui", "Échéance", "État"),
        "programme": ("Programme", "Nom", "Domaine"),
        "figure": ("Montant", "De quoi", "Où", "Date"),
    },
    "ar": {
        "event": ("النشاط", "التاريخ", "المكان", "الحالة"),
        "agreement": ("الاتفاق", "الأطراف", "تاريخ التوقيع", "ساري حتى", "الحالة"),
        "person": ("الاسم", "الصفة", "الجهة", "منذ أو في"),
        "commitment": ("الالتزام", "الجهة", "الموعد", "الحالة"),
        "programme": ("البرنامج", "الاسم", "المجال"),
        "figure": ("المقدار", "من ماذا", "أين", "التاريخ"),
    },
}
_STATES: dict[str, tuple[str, str, str]] = {
    "held": ("held", "tenu", "عُقد"),
    "planned": ("planned", "prévu", "مقرر"),
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
_ORDER = ("en", "fr", "ar")
_FOUND = {"en": "{n} found:", "fr": "{n} au total :", "ar": "العدد {n}:"}
_COUNT = {"en": "{n}", "fr": "{n}", "ar": "{n}"}


def columns(kind: str, language: str) -> tuple[str, ...]:
    """The heads of the columns for records of one kind."""
    return _COLUMNS.get(language, _COLUMNS["en"])[kind]


def state_name(state: str, language: str) -> str:
    """A state in words; empty for one that is not said."""
    names = _STATES.get(state)
    return names[_ORDER.index(language) if language in _ORDER else 0] if names else ""


def counted(number: int, language: str) -> str:
    """How many there are, leading to their names."""
    return _FOUND.get(language, _FOUND["en"]).format(n=number)


def cell_date(start: str | None, end: str | None, language: str) -> str:
    """A date or range, given in ISO form, as people of a language write it."""
    return say_date(start, end, language) if start else ""


def frame(language: str, number: int) -> frozenset[str]:
    """The words that are the register's own in an answer of so many rows: no document says them."""
    place = _ORDER.index(language) if language in _ORDER else 0
    said = [counted(number, language), *(names[place] for names in _STATES.values())]
    return frozenset(word for text in said for word in words(text))
