"""What sort of thing a noun names, in three languages: somebody, a body, a place, something that took place, a text."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from vectorstore import fold, terms

Head = Literal["person", "body", "place", "programme", "event", "text", "time", ""]
"""The sort of what a noun names; empty where it may be anything."""

_WORDS: tuple[tuple[Head, str], ...] = (
    (
        "person",
        "person people man woman lady gentleman official officer expert trainer speaker researcher delegate representative director head chief coordinator "
        "chair president secretary minister manager moderator rapporteur treasurer author signatory observer adviser consultant engineer "
        "colleague successor predecessor deputy candidate somebody someone anyone whoever member guest host leader founder winner editor auditor interpreter teacher professor doctor economist epidemiologist statistician "
        "personne homme femme dame monsieur expert experte formateur formatrice intervenant intervenante chercheur chercheuse delegue deleguee representant "
        "representante directeur directrice chef cheffe coordonnateur coordonnatrice coordinateur coordinatrice president presidente secretaire ministre "
        "responsable auteur signataire observateur observatrice conseiller conseillere adjoint adjointe successeur predecesseur candidat candidate collegue celui celle ceux celles formateur animateur animatrice economiste "
        "شخص شخصية خبير خبيرة مدرب مدربة متحدث متحدثة مدير مديرة رئيس رئيسة منسق منسقة أمين أمينة وزير وزيرة ممثل ممثلة سيد سيدة رجل امرأة مرشح مرشحة "
        "موظف موظفة مستشار مستشارة مسؤول مسؤولة باحث باحثة زميل زميلة مندوب مندوبة نائب خلف سلف مهندس مهندسة أستاذ أستاذة دكتور دكتورة",
    ),
    (
        "body",
        "institution institute body organisation organization agency authority company firm partner centre center school university ministry office bank fund "
        "commission department unit association league federation network council party academy laboratory port donor entity directorate bureau section division committee polytechnic foundation forum "
        "organisme institution institut organisation agence autorite entreprise societe partenaire centre ecole universite ministere office banque fonds "
        "commission departement unite association ligue federation reseau conseil academie laboratoire bailleur direction structure comite service fondation "
        "مؤسسة معهد هيئة منظمة وكالة سلطة شركة شريك مركز مدرسة جامعة وزارة مكتب بنك صندوق لجنة إدارة وحدة رابطة اتحاد شبكة مجلس جهة أكاديمية مختبر قسم جمعية جهاز كلية",
    ),
    (
        "place",
        "country state city town place village region pays ville lieu endroit etat village region بلد دولة مدينة مكان قرية منطقة بلدة",
    ),
    (
        "programme",
        "programme program project scheme initiative platform projet initiative plateforme dispositif برنامج مشروع مبادرة منصة",
    ),
    (
        "event",
        "course training workshop seminar webinar meeting session forum conference visit mission exercise event activity ceremony call congress round "
        "formation stage atelier seminaire webinaire reunion rencontre seance colloque visite evenement activite cours appel "
        "دورة تدريب ورشة ندوة اجتماع لقاء جلسة مؤتمر منتدى زيارة تمرين فعالية نشاط",
    ),
    (
        "text",
        "memorandum mou agreement accord convention contract letter report circular note minutes document newsletter guide manual text amendment notice decision resolution plan protocol study survey "
        "memorandum accord convention contrat lettre rapport circulaire note document bulletin guide manuel texte avenant avis decision etude enquete "
        "مذكرة اتفاق اتفاقية عقد رسالة تقرير تعميم وثيقة نشرة دليل نص ملحق قرار خطاب محضر دراسة",
    ),
    ("time", "day date year month week jour annee mois semaine يوم تاريخ سنة عام شهر أسبوع"),
)
_PREFIXED = ("لل", "ال", "بال", "وال", "فال", "كال", "ل", "ب", "و", "ف", "ك")
"""What stands before an Arabic noun that is definite."""


@lru_cache(maxsize=1)
def _by_stem() -> dict[str, Head]:
    found: dict[str, Head] = {}
    for head, words in _WORDS:
        for word in words.split():
            for stem in terms(word)[:1]:
                found.setdefault(stem, head)
    return found


@lru_cache(maxsize=5_000)
def head_of_noun(noun: str) -> Head:
    """The sort of what a noun names, the article aside."""
    for word in (fold(noun).strip("'’ :,،"), without_prefix(noun)):
        for stem in terms(word)[:1]:
            if stem in _by_stem():
                return _by_stem()[stem]
    return ""


def without_prefix(noun: str) -> str:
    """An Arabic noun without its article and what is written as one with it, where a noun that is known is left."""
    folded = fold(noun).strip("'’ :,،")
    for prefix in _PREFIXED:
        rest = folded.removeprefix(prefix)
        if rest != folded and any(stem in _by_stem() for stem in terms(rest)[:1]):
            return rest
    return folded
