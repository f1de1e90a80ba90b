"""The words of a question that name what is to be listed, in three languages."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from vectorstore import terms

_WORDS: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("event", ("course",), "course courses training trainings formation formations دورة دورات تدريب"),
    ("event", ("workshop",), "workshop workshops atelier ateliers ورشة ورش"),
    ("event", ("webinar",), "webinar webinars webinaire webinaires ندوة ندوات"),
    ("event", ("meeting", "session"), "meeting meetings réunion réunions اجتماع اجتماعات لقاء لقاءات met meet"),
    ("event", ("session", "meeting"), "session sessions جلسة جلسات"),
    ("event", ("forum", "conference"), "forum forums conference conferences conférence conférences مؤتمر منتدى"),
    ("event", ("visit", "study_visit"), "visit visits visite visites mission missions زيارة زيارات"),
    ("event", ("exercise",), "exercise exercises exercice exercices simulation تمرين تمارين"),
    ("event", (), "event events activity activities activité activités événement événements فعالية فعاليات نشاط أنشطة"),
    ("agreement", ("memorandum",), "memorandum memoranda mou mous mémorandum mémorandums مذكرة مذكرات"),
    ("agreement", ("letter_of_intent",), "intent intention نوايا"),
    ("agreement", ("protocol",), "protocol protocols protocole protocoles بروتوكول"),
    ("agreement", ("convention",), "convention conventions اتفاقية اتفاقيات"),
    ("agreement", (), "agreement agreements accord accords اتفاق اتفاقات"),
    ("programme", (), "programme programmes program programs برنامج برامج"),
    (
        "commitment",
        (),
        "commitment commitments promise promised promises action actions task tasks deliver deliverable deliverables "
        "engagement engagements promesse promis tâche tâches التزام التزامات تعهد تعهدات",
    ),
    (
        "figure",
        ("contribution",),
        "contribution contributions donation donations apport apports مساهمة مساهمات تبرع تبرعات",
    ),
)
_OFFICES = (
    "director directors directeur directrice directeurs directs مدير مديرة مدراء يدير",
    "head heads chief chef cheffe responsable رئيس رئيسة",
    "coordinator coordinators coordinates coordonne coordinateur coordinatrice coordonnateur coordonnatrice منسق منسقة ينسق تنسق",
    "secretary secretaries secrétaire secrétaires أمين أمينة",
    "president presidents président présidente رئيس رئيسة",
    "chair chairs chairman chairwoman chairperson président présidente رئيس رئيسة",
    "minister ministers ministre وزير وزيرة",
    "manager managers gestionnaire مدير مديرة",
)
_LESSER = (
    "deputy vice assistant associate former adjoint adjointe suppléant ancien ancienne نائب نائبة مساعد مساعدة سابق"
)
_STATES: tuple[tuple[str, str], ...] = (
    (
        "postponed",
        "postponed postpone rescheduled delayed moved reporté reportée reportés reportées report décalé أجل تأجل تأجلت تأجيل أجلت",
    ),
    ("cancelled", "cancelled canceled annulé annulée annulés annulées ألغي ألغيت إلغاء"),
    ("signed", "signed sign signé signés signées وقعها وقعت وقع موقعة"),
    ("tentative", "tentative tentatives provisoire provisoires مبدئي مبدئية"),
    ("open", "open outstanding pending ouverts ouvert مفتوحة"),
    ("late", "overdue late retard متأخرة"),
    (
        "created",
        "created launched established founded started créé créée créés créées lancé lancée lancés lancées أنشئت أنشئ أطلق أطلقت تأسست",
    ),
)


@dataclass(frozen=True, slots=True)
class Sort:
    """What a word asks for: a kind of record and, for events and agreements, which of them; all where empty."""

    kind: str
    sorts: tuple[str, ...]


@lru_cache(maxsize=1)
def sorts() -> dict[str, Sort]:
    """What each stem asks for."""
    return {
        stem: Sort(kind, which) for kind, which, said in _WORDS for word in said.split() for stem in terms(word)[:1]
    }


@lru_cache(maxsize=1)
def offices() -> frozenset[str]:
    """Stems of the words for an office that people follow one another in."""
    return frozenset(offices_like())


@lru_cache(maxsize=1)
def offices_like() -> dict[str, frozenset[str]]:
    """For each stem of an office, the stems of the same office in every language."""
    found: dict[str, set[str]] = {}
    for line in _OFFICES:
        stems = {stem for word in line.split() for stem in terms(word)[:1]}
        for stem in stems:
            found.setdefault(stem, set()).update(stems)
    return {stem: frozenset(same) for stem, same in found.items()}


@lru_cache(maxsize=1)
def lesser() -> frozenset[str]:
    """Stems that make an office another one: deputy, assistant, former."""
    return frozenset(stem for word in _LESSER.split() for stem in terms(word)[:1])


@lru_cache(maxsize=1)
def states() -> dict[str, str]:
    """The state each stem asks for."""
    return {stem: state for state, said in _STATES for word in said.split() for stem in terms(word)[:1]}
