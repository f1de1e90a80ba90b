"""Who a question says made a promise: "what did we promise X" and "what did X promise us" ask for different rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.register.likeness import sounds, sounds_asked
from vectorstore import fold, terms

if TYPE_CHECKING:
    from assistant.reading.matching import Matcher
    from assistant.register.abouts import About
    from assistant.register.record import Record
    from assistant.register.register import Register

_NOUN = r"(?:commitments?|promises?|obligations?|undertakings?|pledges?|actions?|tasks?|deliverables?)"
_NOM = r"(?:engagements?|promesses?|obligations?|actions?|taches?)"
_NAME = r"((?:the |l'|la |le |les )?[\w&'.-]+(?: [\w&'.-]+){0,6}?)"
_OURS = re.compile(r"(?:we|us|our|my|nous|nos|notre|نا|\w*(?:اتنا|ودنا))")
_SAID = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(our|my|nos|notre) (?:[\w-]+ ){{0,2}}(?:{_NOUN}|{_NOM})\b",
        r"\b(?:avons|devons|sommes|etions|aurions)-(nous)\b|\b(nous) (?:avons|devons|sommes|nous)\b",
        rf"\b(?:did|have|has|had|do|does|are|is|were|was|must|should) {_NAME} (?:already |still |also |ever )?(?:promis|commit|undert|agree|pledg|suppos|ow[en]|due to|have to|to (?:do|deliver|send))",
        rf"\b([\w&.-]+(?: [\w&.-]+)?)'s? (?:[\w-]+ ){{0,2}}{_NOUN}\b",
        rf"\b{_NOUN} (?:[\w-]+ )?(?:of|by|from) (.+)",
        r"\bqu'a(?: (?:promis|accepte de faire))? (.+)|\bque doit(?: (?:faire|livrer|envoyer|remettre))? (.+)",
        rf"\b{_NAME} (?:s'est|s'engage|s'etait|a promis|a-t-il promis|a-t-elle promis)\b",
        rf"\b{_NOM} (?:[\w-]+ )?(?:de la |de l'|du |des |de |d')(.+)",
        r"(?:وعد|تعهد|التزم)(نا)\b|\b((?:التزام|تعهد)اتنا|وعودنا)\b",
        r"(?:(?:التزام|تعهد)ات|وعود)(?: \w+)? (.+)|\b(?:وعد|تعهد|التزم)ت?(?: به| بها)? (.+)",
    )
)
_TO = re.compile(
    r"\s(?:to|towards?|in|since|by|before|until|under|for|with|at|during|a|au|aux|envers|aupres|en|dans|depuis|avant|pour|تجاه|نحو|في|منذ|قبل|بعد|مع|الي)\s"
)


@dataclass(frozen=True, slots=True)
class Promisor:
    """Who promised: whom the question names or, where it names nobody, the archive's own organisation."""

    words: str
    """As in the question."""
    abouts: tuple[About, ...] = ()


def promisor(text: str, abouts: Sequence[About]) -> Promisor | None:
    """Who a question says made a promise, of the names and words it is limited by; None where it does not say."""
    folded = fold(text).replace("’", "'")
    for pattern in _SAID:
        if (found := pattern.search(folded)) is None:
            continue
        span = _TO.split(f" {next(filter(None, found.groups()))} ", maxsplit=1)[0].strip(" ?؟.!")
        if _OURS.fullmatch(span):
            return Promisor(span)
        if named := tuple(about for about in abouts if set(terms(about.words)) & set(terms(span))):
            return Promisor(" ".join(about.words for about in named), named)
    return None


def promised(record: Record, by: Promisor, register: Register, matcher: Matcher) -> bool:
    """Whether it is said of a commitment that they made it: their organisation, or somebody in office there."""
    who, responsible = record.field("who"), record.field("responsible")
    if by.abouts and any(_named(name, by, matcher) for name in (who, responsible)):
        return True
    who = who or responsible
    person = register.people.named(who)
    bodies = [fact.fields.get("organisation") or "" for fact in person.facts] if person else [who]
    return any(_is_of(body, by, register, matcher) for body in filter(None, bodies))


def _named(name: str, by: Promisor, matcher: Matcher) -> bool:
    """Whether a name has every word that the question calls them by, however it is spelled."""
    parts = set(terms(name))

    def is_called(about: About) -> bool:
        said = all(matcher.worth(term, parts) for term in about.terms)
        return said or not set(sounds_asked(about.words)).isdisjoint(sounds(name))

    return all(about.met(is_called) for about in by.abouts)


def _is_of(body: str, by: Promisor, register: Register, matcher: Matcher) -> bool:
    own = all(register.is_own(term) for about in by.abouts for term in about.terms)
    if own and (register.names.of(body) is register.own or all(register.is_own(term) for term in terms(body))):
        return register.own is not None
    around = register.names.widened(body)

    def is_named(about: About) -> bool:
        of_it = bool(about.things & register.names.things(body))
        return of_it or all(matcher.worth(term, around) for term in about.terms or ("",))

    return bool(by.abouts) and all(about.met(is_named) for about in by.abouts)
