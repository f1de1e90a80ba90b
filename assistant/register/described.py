"""Who or what a description means, where the facts tell: a successor, the partner of an agreement, the post somebody holds."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.register.kinds import sorts
from assistant.register.people import Person, day_of, sound_of
from assistant.register.register import Register
from vectorstore import Fact, find_dates, fold, terms

_CAME_AFTER = re.compile(
    r"^\W*\S+(?:\s+\S+){0,2}?\s+(?:succeed(?:ed|s)(?:\s+to)?|replace[ds]|took over from|a succede a|succede a|a remplace|remplace|خلفت?|حلت? محل)\s+(?P<rest>.+)$"
    r"|^\W*(?:(?:the|le|la)\s+)?(?:successor|successeur|خلف|خليفه)\s+(?:of\s+|to\s+|de\s+|du\s+|d['’])?(?P<of>.+)$"
    r"|^\W*(?P<whose>.+?)(?:['’]s successor| had a successor| a eu (?:un |une )?successeure?)\b.*$"
)
_WORKS = r"\bwhere\b.*\bwork|\bou\b.*\btravaille|\bاين\b.*\b[يت]?عمل"
_WHERE = re.compile(_WORKS)
_POST = re.compile(rf"{_WORKS}|\bemploy(?:er|eur)\b|\b(?:job|post|position)\b|\b(?:poste|fonction)\b|\bمنصب|\bوظيف")
_ROLE = re.compile(
    r"\b(?:role|title|speciali[st]\w*|capacity|function|expertise)\b|\b(?:specialite|titre|qualite|role)\b|\b(?:صفت|تخصص|دور)"
)
_ENDS = re.compile(r"expir|\bends?\b|\bended\b|valid until|prend(?:ra)? fin|echeance|ينتهي|تنتهي|انتهت|انتهي")
_SIGNED = re.compile(r"\bsign|conclu|وقع|ابرم")
_LONGEST, _BEFORE = 4, 3
"""Words of a person's name, and those that may stand before it, at most."""


@dataclass(frozen=True, slots=True)
class Meant:
    """What a description means, and the fact that says so."""

    name: str
    fact: Fact


def meant_by(description: str, register: Register) -> Meant | None:
    """The one person or body that the facts say is meant; None where they tell of none, or of several."""
    return successor(description, register) or _partner(description, register)


def successor(text: str, register: Register) -> Meant | None:
    """Whoever came after the person named: "who replaced X", "the person who succeeded X"; the latest where one did twice."""
    asked = _CAME_AFTER.match(fold(text))
    said = next((part for part in asked.groups() if part), "") if asked else ""
    before = _person(said, register) or (_anywhere(said, register) if asked and asked["whose"] else None)
    if before is None:
        return None
    names = {sound_of(fact.fields.get("name") or "") for fact in before.facts}
    told = [
        (fact.fields["name"] or "", fact)
        for person in register.people.all()
        for fact in person.facts
        if (replaced := fact.fields.get("replaced")) and _same(sound_of(replaced), names) and fact.fields.get("name")
    ]
    after = {sound_of(name) for name, _ in told}
    return Meant(*told[-1]) if len(after) == 1 else None


def post(text: str, register: Register) -> Meant | None:
    """The post of the person named, with its body, where a question asks for it; None where they are last said to have left.

    A year in the question limits it to what is said of that year.
    """
    folded = fold(text)
    person = _anywhere(folded, register) if _POST.search(folded) else None
    if person is None:
        return None
    years = {str(found.year) for found in find_dates(text) if found.year}
    told = [fact for fact in person.facts if day_of(fact) and (not years or day_of(fact)[:4] in years)]
    latest = max(told, key=day_of, default=None)
    if latest is None or latest.fields.get("state") not in ("current", "appointed"):
        return None
    role, body = (latest.fields.get(field) or "" for field in ("role", "organisation"))
    at = latest.quote.find(role) if role else -1
    if at < 0 or (_WHERE.search(folded) and not body):
        return None
    beyond = latest.quote.find(body, at + len(role)) if body else -1
    return Meant(latest.quote[at : beyond + len(body) if beyond >= 0 else at + len(role)], latest)


def asks_role(text: str) -> bool:
    """Whether a question asks what somebody is: a post, a role, a speciality."""
    folded = fold(text)
    return bool(_POST.search(folded) or _ROLE.search(folded))


def _partner(description: str, register: Register) -> Meant | None:
    """The other party of the agreement that begins or ends on the day given."""
    folded = fold(description)
    if not any(stem in sorts() and sorts()[stem].kind == "agreement" for stem in terms(folded)):
        return None
    fields = ("renewed_until", "valid_until") if _ENDS.search(folded) else ("signed_date",)
    days = {found.iso for found in find_dates(description)}
    if not days or not (_ENDS.search(folded) or _SIGNED.search(folded)):
        return None
    told = {
        name: fact
        for record in register.of_kind("agreement")
        for fact in record.facts
        if any(fact.fields.get(field) in days for field in fields)
        for party in (fact.fields.get("parties") or "").split("; ")
        if (name := _in_full(party, fact, register))
    }
    entities = {register.names.of(name) or name for name in told}
    return Meant(*next(iter(told.items()))) if len(entities) == 1 else None


def _in_full(party: str, fact: Fact, register: Register) -> str:
    """A party's name; of one named by a common noun, "the Institute", the only name in its document that begins so; empty for the own one."""
    stems = terms(party)
    if not stems or all(map(register.is_own, stems)):
        return ""
    if len(stems) > 1 or party.isupper():
        return party
    alike = [
        entity
        for entity in register.organisations
        if any(told.document == fact.document for told in register.telling(entity))
        and any(terms(name)[:1] == stems for name in entity.names)
    ]
    return alike[0].names[0] if len(alike) == 1 else ""


def _person(text: str, register: Register) -> Person | None:
    """Whoever is named at the beginning of a text, by the longest run of words that is a name."""
    words = re.findall(r"[^\W\d_][\w'’.-]*", text)
    for length in range(min(_LONGEST, len(words)), 0, -1):
        person = register.people.named(" ".join(words[:length]))
        if person is not None:
            return person
    return None


def _anywhere(text: str, register: Register) -> Person | None:
    """The only person named in a text."""
    words = text.split()
    found = {id(p): p for at in range(len(words)) if (p := _person(" ".join(words[at:]), register))}
    return next(iter(found.values())) if len(found) == 1 else None


def _same(one: tuple[str, str], others: set[tuple[str, str]]) -> bool:
    """Whether a name is one of others; a surname alone is everybody's who has it."""
    return any(one[0] == other[0] and (not one[1] or not other[1] or one[1] == other[1]) for other in others)
