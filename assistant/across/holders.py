"""What documents tell of those who held an office one after another, where the register does not know them all."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.across.doings import doings
from assistant.across.telling import names_somebody
from assistant.reading.evidence import Evidence
from assistant.reading.matching import Matcher, searchable
from assistant.register.forms import asks_office, several_holders
from assistant.register.kinds import offices_like
from assistant.register.sentence import words_of
from assistant.understand import Question
from vectorstore import fold, terms

_NAMED = 0.5
"""Share of what the office is of, as a sentence must name it."""
_ONE_OF = 0.85
"""The same, over the number of names where the office is asked for of several."""
_ADDRESS = re.compile(r"@|^[^.;]{0,60}[,،]\s*$|^\W*(?:subject|objet|re|tr|fwd?|الموضوع)\s*:", re.IGNORECASE)
"""Lines of the head of a mail, and salutations."""
_SHORT = 20
"""Words of a line that tells who is what the heading above it says."""
_ABOVE = 0.7
"""What it is worth that only the title or a heading names it."""
_AROUND = 0.75
"""What it is worth that the sentence, its passage and its document together name it."""
_PART_WORDS = (
    "division department directorate unit section service office programme program project centre branch team "
    "direction département unité bureau programme projet شعبة إدارة قسم وحدة مكتب برنامج مشروع دائرة مصلحة"
)
_PARTS = frozenset(stem for word in _PART_WORDS.split() for stem in terms(word))
"""What parts of a house are called, which tells none from another."""
_SEVERAL, _MOST = 2, 12
"""Sentences at least, and at most."""
_CONTACT_WORDS = "focal focaux contact correspondant correspondants correspondent correspondents liaison اتصال الاتصال ارتباط الارتباط"
_CONTACTS = frozenset(stem for word in _CONTACT_WORDS.split() for stem in terms(word))
"""What those are called whom a country or a body names to be written to, one of whom follows another, too."""
_FOCAL = re.compile(
    r"\b(?:focal points?|contact points?|points? focaux|points? focal|points? de contact|correspond[ea]nts?)\b|(?<!\w)(?:[كل]?نقط[هة]|نقاط|ضابط|ضباط) (?:ال)?(?:اتصال|ارتباط)"
)
_OF = re.compile(
    r"(?:[Ff]ocal points?|[Pp]oints? foca(?:l|ux)|[Cc]ontact points?|[Pp]oints? de contact)\s+(?:of|for|in|de|du|des|d['’]|pour|au|en)\s*(?:the |la |le |les |l['’])?(?P<of>[A-ZÀ-Þ][\w'’-]+)"
)
"""What somebody is the focal point of."""
_EVERYBODY = re.compile(
    r"\b(?:every(?:one|body) who|all (?:those|the people|people) who|all who|names? of all|from the (?:very )?(?:beginning|start)|(?:old|former|previous|past) and (?:new|current|present)|(?:new|current|present) and (?:old|former|previous|past)"
    r"|anciens? (?:comme|et|ou) (?:les |l[ae] )?(?:actuels?|nouveaux|nouvelles?)|(?:actuels?|nouveaux) (?:comme|et) (?:les )?anciens|depuis le (?:debut|depart)|tour a tour|a tour de role|tou(?:te)?s ceux|tou(?:te)?s celles)\b"
    r"|(?<!\w)(?:كل من|جميع من|الذين (?:تولوا|مثلوا|شغلوا)|واحدا? (?:بعد|تلو|ورا\w*) (?:ال)?(?:اخر|واحد|ثاني)|من البدايه|منذ البدايه|(?:السابق\w*|القدام\w*|القديم\w*) و(?:الحالي\w*|الجد\w*|الجديد\w*)|(?:الحالي\w*|الجدد) و(?:السابق\w*|القدام\w*)|تناوب\w*)(?!\w)"
)
"""What asks for all of them, whatever they are called."""


def asks_holders(question: Question) -> bool:
    """Whether everybody is asked for who was in an office, whenever it was."""
    folded = fold(question.standalone)
    everybody = _EVERYBODY.search(folded) is not None
    if _FOCAL.search(folded):
        return everybody
    return asks_office(question) and (everybody or several_holders(words_of(question)))


def told_of_holders(question: Question, evidence: Sequence[Evidence], matcher: Matcher) -> tuple[Evidence, ...]:
    """The sentences that name somebody, the office and what it is of, oldest first; none where there are not several.

    Args:
        question: As understood.
        evidence: Best first, from as many documents as may tell of it.
        matcher: Compares the question's terms with text.
    """
    offices = [offices_like()[term] for term in question.terms if term in offices_like()]
    offices += [_CONTACTS] if _FOCAL.search(fold(question.standalone)) else []
    none = offices_like().keys() | _PARTS | _CONTACTS
    of = [term for term in question.terms if term in matcher.named and term not in none]
    least = min(_NAMED, _ONE_OF / max(1, len(question.names)))
    around = _AROUND if least == _NAMED else 1.0
    found: dict[str, Evidence] = {}
    for one in evidence:
        said = searchable(one.sentence)
        headings = frozenset(terms(" ".join(one.passage.headings)))
        above = headings | frozenset(terms(one.passage.source.title))
        in_office = _in_office(one, offices, said, headings)
        named = max(matcher.share(of, [(said, 1.0), (above, _ABOVE)]), around * one.named) >= least
        text = one.sentence.text
        if in_office and named and names_somebody(text) and not (_ADDRESS.search(text) or _of_another(text, of)):
            found.setdefault(one.sentence.text, one)
    kept = list(found.values())[:_MOST]
    return tuple(sorted(kept, key=_when)) if len(kept) >= _SEVERAL else ()


def _when(one: Evidence) -> tuple[str, str, int]:
    return one.passage.source.date or "", one.sentence.document, one.sentence.start


def _of_another(text: str, of: Sequence[str]) -> bool:
    """Whether a sentence gives a focal point, and the name of what it is one of is another than is asked for."""
    said = [match["of"] for match in _OF.finditer(text)]
    return bool(said) and all(set(of).isdisjoint(terms(name)) for name in said) and set(of).isdisjoint(terms(text))


def _in_office(
    one: Evidence, offices: Sequence[frozenset[str]], said: frozenset[str], headings: frozenset[str]
) -> bool:
    """Whether a sentence says the office, or tells under a heading that does who is in it or came into it."""
    if one.sentence.kind == "heading":
        return False
    if any(not office.isdisjoint(said) for office in offices):
        return True
    if all(office.isdisjoint(headings) for office in offices):
        return False
    below_title = one.passage.headings[-1:] != (one.passage.source.title,)
    came = next(doing for doing in doings() if doing.name == "arrival").told.search(fold(one.sentence.text))
    return came is not None or (below_title and len(one.sentence.text.split()) <= _SHORT)
