"""What a question only describes: "the person who succeeded X", "l'institut dont …", «البرنامج الذي …»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant.understand.asking import asks
from assistant.understand.heads import Head, head_of_noun
from vectorstore import fold, terms

_BEFORE_WHICH = r"(?:(?:of|in|at|for|by|with|to|from|under|on|during|through|about|into|within|after)\s+)?"
_ENGLISH = re.compile(
    rf"(?<![-–—:;])(?:,\s*|\s){_BEFORE_WHICH}(?P<relative>who|whom|whose|which|that|where)(?:\s+|,\s+)", re.IGNORECASE
)
_AVEC = r"(?:(?:à|de|dans|sous|avec|pour|par|lors|sur|chez|en|pendant|durant|au cours|au sein|auprès)\s+)?"
_FRENCH = re.compile(
    rf"(?<![-–—:;])(?:,\s*|\s){_AVEC}(?P<relative>qui|que|dont|où|(?:le|du|au)quel|(?:de )?laquelle|(?:les|des|aux)quel(?:le)?s)(?:\s+|,\s+)|(?:,\s*|\s)(?P<elided>qu['’])",
    re.IGNORECASE,
)
_ARABIC = re.compile(r"\s(?P<relative>الذي|التي|الذين|اللذين|اللذان|اللتين|اللتان|اللواتي|اللاتي)\s+")
_NOUN_ENGLISH = re.compile(
    r"(?P<determiner>\b(?:the|a|an|that|this|our|its|their|his|her|one of the|another)\s+)(?P<noun>(?:[\w'’&/-]+\s+){0,5}[\w'’&/-]+)$",
    re.IGNORECASE,
)
_NOUN_FRENCH = re.compile(
    r"(?P<determiner>(?:\b(?:le|la|les|du|des|au|aux|un|une|ce|cet|cette|ces|notre|nos|son|sa|leur)\s+|\b[ld]['’]))(?P<noun>(?:[\w'’&/-]+\s+){0,5}[\w'’&/-]+)$",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"(?P<noun>\b(?:someone|somebody|anyone|whoever|people|one|countries|celui|celle|ceux|celles|quelqu['’]un))$",
    re.IGNORECASE,
)
_NOUN_ARABIC = re.compile(r"(?P<noun>(?<!\w)[وفبكل]?(?:ال|لل)\w+(?:\s+(?:و?ال)\w+){0,3})$")
_PREPOSITION = re.compile(
    r"\s(?:of|from|in|at|for|with|to|de|du|des|d['’]|en|à|au|aux|pour|من|في|عن|لدى)\s?.*$", re.IGNORECASE
)
_PARTICIPLE = re.compile(
    r"(?P<determiner>\b(?:the|a|an)\s+)(?P<noun>(?:[\w'’&/-]+\s+){0,2}?[\w'’&/-]+)\s+(?P<participle>(?!\w*eed\b|red\b|meeting|training|building|hundred)[a-z]{2,}(?:ed|ing)|held|led|run|given|sent|paid|signed|made|built|chosen)\s+(?=by|in|at|on|for|with|from|to|of|the|under|during|as|after|before)"
    r"|(?P<determinant>\b(?:le|la|les|du|des|au|aux|un|une|cette|ce)\s+|\b[ld]['’])(?P<nom>(?:[\w'’&/-]+\s+){0,2}?[\w'’&/-]+)\s+(?P<participe>[a-zà-ÿ]{3,}(?:é|ée|és|ées|ant|enu|enue|ise|ite))\s+(?=par|à|au|aux|en|dans|sur|pour|avec|de|du|des|d['’]|le|la|les|l['’]|lors|sous|après|avant)",
    re.IGNORECASE,
)
_OF_SOMEBODY = re.compile(
    r"(?P<determiner>\b(?:the|a|an)\s+|\b(?:le|la|les|du|des|au|aux|un|une)\s+|\b[ld]['’])(?P<noun>(?:[\w'’-]+\s+){0,2}?[\w'’-]+)\s+(?P<of>(?:of|from|at|for|in|behind|de|du|des|chez|à|au|d['’]))(?:\s+|(?<=['’]))",
    re.IGNORECASE,
)
_WHOSE = re.compile(r"(?P<whole>(?<!\w)[A-Z][\w&-]+(?:\s[A-Z][\w&-]+){0,2})['’]s\s+(?P<noun>[\w-]+)")
_RELATIVE = re.compile(r"\b(?:that|which|who|qui|que|a|ont)\b", re.IGNORECASE)
_AUXILIARY = re.compile(
    r"(?:^|\s)(?:does|do|did|is|was|are|were|has|have|had|will|can|could|would|est|était|a|ont|va)\s*$", re.IGNORECASE
)
_PICKS = re.compile(
    r"^\W*(?:which|what|how many|quel\w*|combien)\b(?:\s+[\w-]+){0,3}\s+(?:of|in|from|de|du|des|d['’])\s*$",
    re.IGNORECASE,
)
_ENDS = re.compile(r"\s*[:،,؛;]\s+|\s+[-–—]\s+|[.?؟!]\s+")
_INVERTED = re.compile(r"\s(?=\w+(?:['’]\w+)?-(?:t-)?(?:il|elle|ils|elles)\b)")
_NOT_RELATIVE = re.compile(
    r"(?:est-ce|qu'est-ce|parce|ce|c'est|afin|pour|alors|dit|say|said|says|know|tell)\s*$", re.IGNORECASE
)
_ASIDE = re.compile(r"^(?P<said>[^,،]{3,50}),\s+(?=\w+)")
"""What stands between a "who" and its verb: "who, in September, signed"."""
_ONLY_ASKS = re.compile(
    r"(?:which(?: one)?|who(?: is (?:it|that))?|what|la?quell?e?|lequel|qui|ما هي|ما هو|من هو|من هي|اي|ايها|ايهم)\W*"
)
_LEAST = 2


@dataclass(frozen=True, slots=True)
class Inside:
    """A question about something that is only described: `inner` finds it, `before` and `after` ask about it."""

    before: str
    """The question up to the description."""
    noun: str
    """What is described, by the noun that stands for it."""
    clause: str
    """What is said of it."""
    after: str
    """The rest of the question."""
    head: Head
    """What sort of thing the noun names."""
    runs_on: bool = False
    """Whether what is asked may go on at the end of the clause: "does the person who succeeded X [work now]"."""
    sure: bool = True
    """Whether there is a clause; a mere "of" or participle describes as well as names."""

    @property
    def inner(self) -> str:
        """The description as a search."""
        return f"{self.noun} {self.clause}".strip()

    def outer(self, name: str, *, alone: bool = False) -> str:
        """What is asked, of something by its name; `alone` where the name needs no noun to say what it is of."""
        noun = "" if self.head == "person" or alone else self.noun
        back = anaphor(self.after) if not self.before else None
        if back is not None:
            asked = _HYPHENS.sub(" ", self.after.replace(back[0], f" {name} ", 1))
            return " ".join(asked.split())
        return " ".join(f"{self.before} {noun} {name} {self.after}".split())


def insides(text: str) -> tuple[Inside, ...]:
    """The descriptions inside a question, the surest first; none where it names what it is about."""
    bare = re.sub("[\u064b-\u0652]", "", text).strip(" ?؟.")
    found = list(_relative(bare)) or [*_participles(bare), *_holders(bare)]
    return tuple(dict.fromkeys(one for one in found if len(set(terms(one.clause))) >= _LEAST or one.sure))


def describes(text: str) -> bool:
    """Whether a question describes by a clause what it is about."""
    return any(one.sure for one in insides(text))


def _relative(text: str) -> Iterator[Inside]:
    """Descriptions by a clause, the last first: it is the innermost."""
    found = []
    for pattern, nouns in (
        (_ENGLISH, (_NOUN_ENGLISH, _BARE)),
        (_FRENCH, (_NOUN_FRENCH, _BARE)),
        (_ARABIC, (_NOUN_ARABIC,)),
    ):
        for sign in pattern.finditer(text):
            before = text[: sign.start()]
            if _NOT_RELATIVE.search(before):
                continue
            somebody = (sign.groupdict().get("relative") or "").lower() in ("who", "whom")
            noun = next((match for one in nouns if (match := _nearest(one, before, somebody=somebody))), None)
            if noun is None:
                continue
            one = _described(
                text,
                noun.start(),
                noun["noun"],
                text[sign.end() :],
                somebody=somebody,
                aside="," in sign.group().lstrip(" ,"),
            )
            goes_on = one is not None and (bool(one.after) or asks(one.before) or "," not in sign.group()[:2])
            if one is not None and goes_on and len(set(terms(one.clause))) >= _LEAST:
                found.append((sign.start(), one))
    return (one for _, one in sorted(found, key=lambda item: -item[0]))


def _nearest(pattern: re.Pattern[str], before: str, *, somebody: bool) -> re.Match[str] | None:
    """The noun with its article at the end of a text: the nearest that a clause can be about, somebody where it is one's."""
    clean = before.rstrip(" ,،")
    found: list[re.Match[str]] = []
    at = 0
    while (match := pattern.search(clean, at)) is not None:
        found.append(match)
        at = match.start() + 1
    heads = [(match, head_of_noun(_noun(match["noun"]))) for match in reversed(found)]
    people = (match for match, head in heads if head == "person")
    known = (match for match, head in heads if head)
    return (next(people, None) if somebody else None) or next(known, None) or (found[-1] if found else None)


def _noun(phrase: str) -> str:
    """The noun at the head of a phrase: before what is of or from it, after its adjectives in English."""
    short = _PREPOSITION.sub("", f" {phrase}").split()
    known = next((word for word in short if head_of_noun(word)), None)
    return known or (short[-1] if short else phrase)


def _described(text: str, start: int, phrase: str, rest: str, *, somebody: bool, aside: bool = False) -> Inside | None:
    before = text[:start].rstrip()
    rest = _ASIDE.sub(r"\g<said> ", rest, count=1) if aside else rest
    parts = _ENDS.split(rest, maxsplit=1)
    clause, after = parts[0], parts[1] if len(parts) > 1 else ""
    inverted = _INVERTED.search(clause)
    if inverted and not after:
        clause, after = clause[: inverted.start()], clause[inverted.start() :].strip()
    if not before and not after:
        return None
    if _ONLY_ASKS.fullmatch(fold(after)):
        before, after = f"{after} {before}", ""
    head = head_of_noun(_noun(phrase)) or ("person" if somebody else "")
    runs_on = bool(_AUXILIARY.search(before) and not after) or bool(_PICKS.match(f"{before} "))
    head = "person" if somebody and head in ("", "body") else head
    return Inside(before, phrase.strip(), clause.strip(), after, head, runs_on)


def _participles(text: str) -> Iterator[Inside]:
    """Descriptions by a participle: "the course held by X", « la formation organisée par X »."""
    for sign in _PARTICIPLE.finditer(text):
        noun = sign["noun"] or sign["nom"]
        before = text[: sign.start()]
        at = sign.start("participle") if sign["participle"] else sign.start("participe")
        if not terms(before) or not head_of_noun(_noun(noun)) or _RELATIVE.search(noun):
            continue
        one = _described(text, sign.start(), noun, text[at:], somebody=False)
        if one is not None and not one.runs_on:
            yield replace(one, sure=False)


def _holders(text: str) -> Iterator[Inside]:
    """Somebody by what they do for what: "the trainer of the X course", "DRM-Reach's coordinator"."""
    for sign in _WHOSE.finditer(text):
        if head_of_noun(sign["noun"]) == "person" and text[: sign.start()].strip():
            after = text[sign.end() :].strip()
            runs_on = bool(_AUXILIARY.search(text[: sign.start()]))
            yield Inside(
                text[: sign.start()].strip(), sign["noun"], sign["whole"], after, "person", runs_on, sure=False
            )
    for sign in _OF_SOMEBODY.finditer(text):
        if head_of_noun(_noun(sign["noun"])) != "person" or not text[: sign.start()].strip():
            continue
        one = _described(text, sign.start(), sign["noun"], text[sign.end() :], somebody=True)
        if one is not None:
            yield replace(one, head="person", sure=False)


_HYPHENS = re.compile(r"-(?:t-)?\s+")
"""What a pronoun behind its verb leaves: "est-elle", "a-t-il"."""


def topic(thing: str, asks: str) -> Inside:
    """What is spoken of first and asked about then: "a lady signed the accord; what was said about her?"."""
    back = anaphor(asks)
    heads = [found for word in thing.split() if (found := head_of_noun(word))]
    head: Head = "person" if "person" in heads else heads[0] if heads else ""
    return Inside("", "", thing, asks, (back[1] if back else "") or head, sure=False)


def anaphor(text: str) -> tuple[str, Head] | None:
    """What a question points back with, and the sort of thing that stands for: "her", "this programme", « cette personne »."""
    for sign in _POINTS_BACK.finditer(text):
        noun = sign["noun"] or sign["nom"]
        head = head_of_noun(noun) if noun else ""
        if noun and not head:
            continue
        return sign.group().strip(), head or ("person" if _OF_PERSON.search(fold(sign.group())) else "")
    return None


_POINTS_BACK = re.compile(
    r"\b(?:this|that|these|those|the same|ce|cet|cette|ces)\s+(?P<noun>[\w-]+)|(?<!\w)(?:هذا|هذه|ذلك|تلك)\s+(?P<nom>ال\w+)"
    r"|\b(?:her or his|his or her|he or she|she or he|him or her|her or him|he|she|him|her|his|hers|it|its|they|them|their|lui|elle|il|y|celui-ci|celle-ci|l['’](?=a|ont|est|avait)|son|sa|ses)\b",
    re.IGNORECASE,
)
_OF_PERSON = re.compile(r"\b(?:he|she|him|her|his|hers|lui|elle)\b")
