"""How things stand, as the rows of a table say it in a word or two, and as people ask for it: called off, over, on hold."""

from __future__ import annotations

import re
from functools import lru_cache

from vectorstore import fold, terms

_SAID = {
    "cancelled": (
        "cancelled|canceled|scrapped|dropped|abandoned|axed|binned|called off|calling off|fell through|given up|withdrawn"
        "|annulé|annulée|annulés|annulées|abandonné|abandonnée|abandonnés|abandonnées|supprimé|supprimée|supprimés|supprimées|laissé tomber|laissés tomber|laissées tomber|tombé à l'eau|tombées à l'eau"
        "|ألغي|ألغيت|ألغيناها|ملغى|ملغي|ملغاة|الملغاة|الملغية|إلغاء"
    ),
    "completed": (
        "completed|complete|done|finished|carried out|implemented|closed|held|brought to an end|over and done|wrapped up"
        "|achevé|achevée|achevés|achevées|terminé|terminée|terminés|terminées|réalisé|réalisée|réalisés|réalisées|exécuté|exécutée|exécutés|exécutées|effectué|effectuée|effectués|effectuées|mené à bien|menée à bien|menés à bien|menées à bien|clos|clôturé|clôturée"
        "|منجز|منجزة|المنجزة|أنجز|أنجزت|مكتمل|مكتملة|المكتملة|اكتمل|اكتملت|نفذ|نفذت|منفذ|منفذة|المنفذة|خلصت|تمت"
    ),
    "ongoing": (
        "ongoing|on-going|in progress|under way|underway|running|in hand|still going on"
        "|en cours|en train|se poursuit|se poursuivent|جار|جارية|الجارية|قيد التنفيذ|مستمر|مستمرة|المستمرة|ماشية"
    ),
    "postponed": (
        "postponed|deferred|delayed|rescheduled|put off|put back|pushed back|moved to a later date|slipped"
        "|reporté|reportée|reportés|reportées|décalé|décalée|décalés|décalées|repoussé|repoussée|repoussés|repoussées|différé|différée|différés|différées"
        "|مؤجل|مؤجلة|المؤجلة|تأجل|تأجلت|أجل|أجلت"
    ),
    "suspended": (
        "suspended|on hold|stuck|halted|frozen|blocked|paused|at a standstill|stalled"
        "|suspendu|suspendue|suspendus|suspendues|à l'arrêt|bloqué|bloquée|bloqués|bloquées|gelé|gelée|gelés|gelées|interrompu|interrompue|interrompus|en panne"
        "|متوقف|متوقفا|متوقفة|المتوقفة|موقوف|موقوفا|موقوفة|الموقوفة|معلق|معلقة|المعلقة|متعثر|متعثرة|المتعثرة|واقفة|واقف"
    ),
    "planned": (
        "planned|scheduled|confirmed|firm|not started|not yet started|still to come"
        "|prévu|prévue|prévus|prévues|planifié|planifiée|planifiés|planifiées|programmé|programmée|confirmé|confirmée|confirmés|confirmées|pas commencé|pas encore commencé"
        "|مقرر|مقررة|المقررة|مخطط|مخططة|المخططة|مؤكد|مؤكدة"
    ),
}
_LONGEST = 4
"""Words of a cell that says how something stands, and little else."""


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    return {name: re.compile(_any_of(said)) for name, said in _SAID.items()}


def _any_of(said: str) -> str:
    ordered = sorted({fold(one) for one in said.split("|")}, key=len, reverse=True)
    return rf"(?<![\w-])(?:[وف])?(?:{'|'.join(map(re.escape, ordered))})(?![\w-])"


def asked_standing(folded: str) -> tuple[str, frozenset[str]] | None:
    """How the things stand that a folded question asks for, and the stems of its words for that; None where it does not say.

    What asks for two of them, or for those that are not so, asks for none here.
    """
    found = [(name, pattern.search(folded)) for name, pattern in _patterns().items()]
    said = [(name, match) for name, match in found if match]
    if len(said) != 1:
        return None
    name, match = said[0]
    if _NOT.search(folded[: match.start()]):
        return None
    return name, frozenset(terms(match.group()))


_NOT = re.compile(r"(?:\b(?:not|never|isn't|aren't|pas|jamais|non)|(?<!\w)(?:لم|غير|ليس\w*))\s+(?:\w+\s+){0,2}$")


def stands(standing: str, cell: str) -> bool:
    """Whether a cell says that something stands so, and little else."""
    return len(cell.split()) <= _LONGEST and _patterns()[standing].search(fold(cell)) is not None


def stands_somehow(cell: str) -> bool:
    """Whether a cell says how something stands, in whichever way."""
    return any(stands(standing, cell) for standing in _SAID)
