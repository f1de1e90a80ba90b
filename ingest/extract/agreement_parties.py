"""Who is party to an agreement, by the grammar of the sentence that says so."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.extract.agreement_partners import ARABIC_PARTNER, both_signers, partner_behind
from ingest.extract.agreement_words import (
    ARABIC_BETWEEN,
    ARABIC_SIGNED,
    ARABIC_SIGNED_HEAD,
    BETWEEN,
    CALLED,
    FIRST_WORD,
    LINKS,
    LINKS_ENGLISH,
    SIGNED_WORD,
    WITH,
)
from ingest.extract.heads import HEAD
from ingest.extract.lines import Line
from ingest.extract.plain import Plain
from ingest.extract.reading import Body, Reading

_ARTICLE = re.compile(r"^(?:the |l['’]|le |la |les |و?ال|و?لل)")
_AIM = re.compile(r" (?:of|for|on) ")


def parties_of(reading: Reading, line: Line, match: re.Match[str] | None) -> str | None:
    """The organisations that a sentence names as parties: between A and B, A and B signed, with B."""
    named = _named(reading, line, match)
    return "; ".join(in_full(reading, name) for name in named) or None


def _named(reading: Reading, line: Line, match: re.Match[str] | None) -> list[str]:
    """The parties in the words of the sentence."""
    if match is None:
        return []
    bodies = reading.bodies(line.text)
    named = _distinct(reading, [body.name for body in bodies])
    pair = _pair(line) if len(named) < 2 else _two_of(reading, line, match, bodies, named)
    if pair:
        return pair
    lead = line.plain.text
    beside = [body.name for body in bodies if WITH.search(lead[: body.start])][:1]
    return (
        beside
        or _behind_with(line, match)
        or _right_behind(line, match)
        or _called_with(reading, line)
        or _signer(reading, line, match, bodies)
        or _spoken_of(reading, line, match)
    )


def _behind_with(line: Line, match: re.Match[str]) -> list[str]:
    """A body behind `with` that no capitals show for one, as in Arabic and mostly in French."""
    named = partner_behind(line.text, line.plain, line.plain.span(match)[0])
    return [named] if named else []


def _right_behind(line: Line, match: re.Match[str]) -> list[str]:
    """`مذكرة تفاهم مع بيت …`: whatever stands right behind an agreement and `with`, where it was signed."""
    plain = line.plain
    named = ARABIC_PARTNER.match(plain.text, match.end()) if SIGNED_WORD.search(plain.text) else None
    return [line.text[slice(*plain.span(named, "name"))]] if named else []


def _called_with(reading: Reading, line: Line) -> list[str]:
    """A name behind `with`, of no word that bodies are known by: `signed a memorandum with the Fisheries Department of Orla`."""
    people = [(one.start, one.end) for one in reading.names.find(line.text)]
    for match in _WITH_NAME.finditer(line.text) if SIGNED_WORD.search(line.plain.text) else ():
        start, end = match.span("name")
        if not any(a < end and start < b for a, b in people):
            return [match["name"]]
    return []


_CAPITAL = r"(?!(?:Mr|Mrs|Ms|Dr|Prof|Mme|M|Capt|Eng)\b)[A-ZÀ-Þ][\w'’&-]*"
_WITH_NAME = re.compile(
    rf"(?<!\w)(?:with|avec)(?: the| le| la| les| l['’])? ?(?P<name>{_CAPITAL}(?:,? (?:(?:of|for|and|the|de|du|des|de la|et|la|le|d['’]) ?){{0,2}}{_CAPITAL}){{1,9}})"
)


def _signer(reading: Reading, line: Line, match: re.Match[str], bodies: list[Body]) -> list[str]:
    """The one body that a sentence has signing: `the Rector of … signed a convention`, `Mr. X for … signed`."""
    signed = SIGNED_WORD.search(line.plain.text)
    verb = line.plain.span(signed)[0] if signed else 0
    before = _distinct(reading, [body.name for body in bodies if body.end <= verb < line.plain.span(match)[0]])
    return before if len(before) == 1 else []


def _spoken_of(reading: Reading, line: Line, match: re.Match[str]) -> list[str]:
    """The one body of the sentence before, for `The agreement was signed in …`, which names nobody."""
    if not _DEFINITE.search(line.plain.text[: match.start()]) or not SIGNED_WORD.search(line.plain.text):
        return []
    before = next(reading.earlier(line), None)
    bodies = reading.bodies(before.text) if before else []
    named = _distinct(reading, [body.name for body in bodies])
    return named[:1] if len(named) == 1 or (bodies and bodies[0].start <= len("The ")) else []


_DEFINITE = re.compile(r"^(?:the|this|le|la|l'|ce|cette) ?(?:\w+ ){0,2}$|^و?(?:تم )?(?:وقعت?|توقيع) $")


def in_full(reading: Reading, name: str) -> str:
    """What `the Institute` stands for: the one organisation that the document defines and that is an institute."""
    noun = _head(name)
    if " " in noun or not HEAD.fullmatch(noun):
        return name
    meant = {d.long for _, d in reading.defined if d.sort == "organisation" and noun in _heads(d.long)}
    return meant.pop() if len(meant) == 1 else name


def _head(name: str) -> str:
    return _ARTICLE.sub("", Plain.of(name).text)


def _heads(name: str) -> tuple[str, str]:
    """The nouns that an organisation may be called by alone: the first in French and Arabic, the last in English."""
    words = _AIM.split(_head(name))[0].split()
    return words[0], words[-1]


def _pair(line: Line) -> list[str]:
    """Two parties by the grammar of the sentence, where at most one of them is known as an organisation."""
    for pattern in (*CALLED, LINKS, LINKS_ENGLISH, ARABIC_BETWEEN, ARABIC_SIGNED):
        pair = pattern.search(line.plain.text)
        if pair and pattern is ARABIC_SIGNED:
            pair = ARABIC_SIGNED_HEAD.search(line.plain.text) or pair
        if pair and (pattern is not ARABIC_BETWEEN or _is_body(pair)):
            return [_bare(line.text[slice(*line.plain.span(pair, group))]) for group in ("a", "b")]
    return both_signers(line.text, line.plain)


def _is_body(pair: re.Match[str]) -> bool:
    """Whether the second of two Arabic parties is one: `between the Agency for Water and Energy` names one in all."""
    return not HEAD.match(_ARTICLE.sub("", pair["a"])) or bool(HEAD.match(_ARTICLE.sub("", pair["b"])))


def _two_of(reading: Reading, line: Line, match: re.Match[str], bodies: list[Body], named: list[str]) -> list[str]:
    """The two organisations of a sentence that are the parties, by the words around them."""
    between = BETWEEN.search(line.plain.text)
    if between:
        start = line.plain.span(between)[1]
        after = _distinct(reading, [body.name for body in bodies if body.start >= start][:3])
        if len(after) > 1:
            return after[:2]
    signed = SIGNED_WORD.search(line.plain.text)
    if signed is None:
        return []
    verb, noun = line.plain.span(signed)[0], line.plain.span(match)[0]
    if verb < FIRST_WORD:  # Arabic: the verb stands first
        return named[:2]
    before = [body for body in bodies if body.end <= verb and (verb < noun or body.start > noun)]
    signers = _distinct(reading, [body.name for body in before])
    return signers[-2:] if len(signers) > 1 else []


_DEED_BETWEEN = re.compile(r"(?<!\w)(?:between|entre(?: les soussignee?s)?|بين)\s*:?\s[¶\s]*")
"""Two parties: `¶` stands where a line ends."""
_DEED_END = re.compile(
    r",(?! (?:de |du |des |d'|of |for ))|;|¶|\(|\.(?=\s|$)|\brepresented by|\brepresente|\bhere(?:in)?after|\bci-apres|\bd'(?:une|autre) part|\bof the (?:one|other|first|second) part|\bwhose\b|\bdont\b|(?<!\w)(?:ويمثل|يمثل|ممثل|المشار|ويشار|طرف|مقر)"
)
_DEED_AND = re.compile(
    r"(?:^|[\s,;.)])(?:and|et)[\s¶:]+(?:(?:the|le|la|les) |l')?(?=\w)|(?:^|[\s,])و[ ¶]*(?=(?:ال)?[\u0621-\u064a]{3})"
)
_LONGEST = 120
"""Characters of the name of a party."""


def in_deed(lines: Sequence[Line]) -> list[str]:
    """The two parties that the head of the text of an agreement sets against each other; empty where it is not plain."""
    text = " ¶ ".join(line.text for line in lines)
    plain = Plain.of(text)
    between = _DEED_BETWEEN.search(plain.text)
    if between is None:
        return []
    first = _deed_name(text, plain, between.end())
    if first is None:
        return []
    name, end = first
    inside = [m for m in _DEED_AND.finditer(plain.text, between.end(), end) if HEAD.match(plain.text[m.end() :])]
    if inside:  # no mark divides them: `between the Centre of … and the Academy of …`
        name = text[plain.place(between.end()) : plain.place(inside[-1].start())]
    joined = (
        inside[-1]
        if inside
        else next((m for m in _DEED_AND.finditer(plain.text, end) if _name_follows(text, plain, m)), None)
    )
    second = _deed_name(text, plain, joined.end()) if joined else None
    pair = [_article(name), _article(second[0])] if second else []
    return pair


def in_one_script(parties: str) -> bool:
    """Whether two parties are not one and the same in two languages, as side by side in a bilingual text."""
    return len({"\u0621" <= name[0] <= "\u064a" for name in parties.split("; ")}) == 1


def _name_follows(text: str, plain: Plain, joined: re.Match[str]) -> bool:
    """Whether a name follows: in capitals or, in Arabic, that of a body."""
    first = text[plain.place(joined.end())]
    return first.isupper() or bool(HEAD.match(plain.text[joined.end() :]))


def _deed_name(text: str, plain: Plain, start: int) -> tuple[str, int] | None:
    """The name that begins at a place of the folded text, and where it ends there."""
    stop = _DEED_END.search(plain.text, start)
    end = stop.start() if stop else len(plain.text)
    name = text[plain.place(start) : plain.place(end)].strip() if end > start else ""
    return (name, end) if 3 < len(name) <= _LONGEST else None


def _article(name: str) -> str:
    return re.sub(r"^(?:the|le|la|les|l['’])\s*", "", name.strip(" ,،:;"), flags=re.IGNORECASE)


def _bare(name: str) -> str:
    return re.sub(r"\s*\([^)]*\)$", "", name.strip())


def _distinct(reading: Reading, names: list[str]) -> list[str]:
    """Each organisation once, where a short form in brackets follows the long one."""
    short = reading.short_forms
    return [name for number, name in enumerate(names) if not any(short.get(n) == name for n in names[:number])]


_BRACKETS = re.compile(r"\([^()]{2,200}\)")


def two_between(reading: Reading, line: Line) -> str | None:
    """`between A and B` on a line of its own below the title."""
    between = BETWEEN.match(line.plain.text)
    if between is None:
        return None
    aside = [match.span() for match in _BRACKETS.finditer(line.text)]
    bodies = (one for one in reading.bodies(line.text) if not any(a < one.start < b for a, b in aside))
    named = _distinct(reading, [body.name for body in bodies])
    both = named[:2] if len(named) > 1 else _pair(line)
    return "; ".join(in_full(reading, name) for name in both) or None
