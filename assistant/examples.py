"""Questions to begin with, made of what this archive holds: one of each sort, so that people see what they can ask."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date

from vectorstore import Fact, Snapshot

_WORDING: dict[str, dict[str, str]] = {
    "en": {
        "meetings": "Which meetings took place in {about}?",
        "office": "Who is the {about}?",
        "name": "What does {about} stand for?",
        "agreements": "Which agreements end in {about}?",
        "courses": "How many training courses were held in {about}?",
        "party": "What did {about} promise?",
    },
    "fr": {
        "meetings": "Quelles réunions ont eu lieu en {about} ?",
        "office": "Qui est {about} ?",
        "name": "Que signifie {about} ?",
        "agreements": "Quels accords prennent fin en {about} ?",
        "courses": "Combien de formations ont eu lieu en {about} ?",
        "party": "À quoi {about} s'est-il engagé ?",
    },
    "ar": {
        "meetings": "ما الاجتماعات التي عُقدت في عام {about}؟",
        "office": "من يشغل منصب {about}؟",
        "name": "ما معنى {about}؟",
        "agreements": "ما الاتفاقات التي تنتهي في عام {about}؟",
        "courses": "كم دورة تدريبية عُقدت في عام {about}؟",
        "party": "بماذا تعهدت {about}؟",
    },
}
_IS_SHORT_FORM = re.compile(r"[A-Z][\w-]{1,14}[A-Z][\w-]*")
_LONGEST = 60
"""Characters of a name that still reads well inside a question."""


def examples(snapshot: Snapshot, language: str, today: date) -> tuple[str, ...]:
    """Questions the archive should be able to answer, in one language; none where nothing in it is known well enough.

    Args:
        snapshot: What is asked.
        language: `en`, `fr` or `ar`.
        today: Years and terms of office are chosen by it.
    """
    language = language if language in _WORDING else "en"
    found = {
        "meetings": _busiest_year(snapshot.facts("event"), "meeting", today),
        "office": _office(snapshot.facts("person"), language),
        "name": _short_form(snapshot.facts("programme"), language),
        "agreements": _year_of_ends(snapshot.facts("agreement"), today),
        "courses": _busiest_year(snapshot.facts("event"), "course", today),
        "party": _promising(snapshot.facts("commitment"), language),
    }
    return tuple(_WORDING[language][form].format(about=about) for form, about in found.items() if about)


def _busiest_year(events: Iterable[Fact], what: str, today: date) -> str:
    """The latest year that is over or going on with at least half as many events as the fullest."""
    days = {
        (day, fact.fields.get("title"))
        for fact in events
        if fact.fields.get("what") == what
        and fact.fields.get("state") in (None, "held")
        and (day := fact.fields.get("start_date") or "") <= today.isoformat()
    }
    years = Counter(day[:4] for day, _ in days if day)
    enough = [year for year, count in years.items() if 2 * count >= max(years.values())]
    return max(enough, default="")


def _year_of_ends(agreements: Iterable[Fact], today: date) -> str:
    """The year in which the agreements end that end next, else those that ended last."""
    years = {until[:4] for fact in agreements if (until := fact.fields.get("valid_until"))}
    coming = [year for year in years if year >= str(today.year)]
    return min(coming, default=max(years, default=""))


def _office(people: Iterable[Fact], language: str) -> str:
    """The office named most often, with the short form of the organisation it is of."""
    joined = {"en": "{role} of {of}", "fr": "{role} de {of}", "ar": "{role} في {of}"}[language]
    offices = Counter(
        joined.format(role=role, of=of)
        for fact in people
        if fact.language == language
        and (role := fact.fields.get("role"))
        and not role[0].islower()
        and _IS_SHORT_FORM.fullmatch(of := fact.fields.get("organisation") or "")
    )
    return _commonest(offices)


def _short_form(programmes: Iterable[Fact], language: str) -> str:
    return _commonest(
        Counter(
            short
            for fact in programmes
            if fact.language == language and fact.fields.get("definition") and (short := fact.fields.get("acronym"))
        )
    )


def _promising(commitments: Iterable[Fact], language: str) -> str:
    """The party with the most commitments, of those written by their short form: it names one body, "the Centre" any."""
    return _commonest(
        Counter(
            who
            for fact in commitments
            if fact.language == language and _IS_SHORT_FORM.fullmatch(who := fact.fields.get("who") or "")
        )
    )


def _commonest(names: Counter[str]) -> str:
    return next((name for name, _ in names.most_common() if len(name) <= _LONGEST), "")
