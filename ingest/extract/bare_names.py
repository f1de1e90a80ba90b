"""The names of people who are given no form of address, where a document shows that they are people.

They write it or receive it, stand before or behind an office, join or leave, stand behind the label of an office, in a column of
people, or above or below an office where a letter is signed. Whoever is shown once is known in the whole document.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from ingest.extract.act_labels import act_named
from ingest.extract.heads import ARABIC_HEADS, HEADS
from ingest.extract.lines import Line
from ingest.extract.plain import Plain
from ingest.extract.role_words import NOUNS, is_role
from vectorstore import fold, month_number, stopwords

_PARTICLE = r"(?:d[aeiou]s?|du|van|von|der|den|al|el|bin|ben|ibn|bint|abu|ould|mint|la|le|dos|ag)"
_WORD = r"[A-ZÀ-ÖØ-Þ](?=[\w'’-]*[a-zà-ÿ])[\w'’-]*"
_LATIN = rf"{_WORD}(?: (?:{_PARTICLE} )?{_WORD}){{1,3}}"
_ARABIC_WORD = r"(?!ال)[\u0621-\u064a\u064b-\u0652-]{2,}"
_ARABIC = rf"{_ARABIC_WORD}(?: (?:ال)?[\u0621-\u064a\u064b-\u0652-]{{2,}}){{1,5}}"
_NAME = rf"(?P<name>{_LATIN}|{_ARABIC})"
_MAIL = re.compile(r"^(?:From|To|Cc|De|À|Pour|Copie|من|إلى|الى)\s?:\s")
_ADDRESSED = re.compile(rf"(?:^|[:,;>]\s*){_NAME}\s<[^<>\s]+@")
_LABELLED = re.compile(rf"^(?:>+\s*)?(?P<label>[^:|\n]{{2,60}}?)\s?:\s+{_NAME}(?=\s*(?:[,،(·;؛.—–|]|-\s|$))")
_LABELS = re.compile(
    r"(?:(?:media |press )?contact(?: presse| person)?|from|de|reported by|prepared by|written by|rapport (?:etabli|redige) par|redige par"
    r"|(?:و?اعدا?د?|اعده?)(?: (?:ال)?تقرير)?|من|جهه الاتصال)$"
)
_VERB = (
    r"(?:(?:has |will )?(?:retired?|retires|resign(?:ed|s)?|stepped down|steps down|passed away)\b"
    r"|(?:has |will )?(?:joined|joins|join|left|leaves|leave) (?:us|(?:the|our) (?:secretariat|team|staff|office|desk|unit|department|centre|center|agency|network|organi[sz]ation))\b"
    r"|(?:takes?|took|has taken) over (?:on|as|from)\b|(?:is|was|has been|had been) (?:appointed|elected|designated|named|promoted)(?: as| to)? (?:the )?(?=[\w -]{0,40}?(?:ROLE)\b)"
    r"|is acting|acts as|(?:has |had )?(?:acted|served) as|succeeds|(?:has |had )?succeeded (?=[A-ZÀ-Þ])"
    r"|(?:a |avait )?(?:pris|prend|prendra) (?:sa retraite|ses fonctions|la (?:suite|releve|tete))|part(?:ira)? a la retraite|fait valoir ses droits"
    r"|est (?:nommee?|elue?|designee?|promue?)\b|a ete (?:nommee?|elue?|designee?|promue?)\b|(?:assure|assurera) l'interim|succede a|a succede a|quitte (?:ses fonctions|le secretariat|l'agence|le centre))"
).replace("ROLE", NOUNS)
_SUBJECT = re.compile(rf"(?<![\w'’-])(?P<name>{_LATIN})(?:,? \([^()]{{2,40}}\))?(?P<rest>[ ,].{{0,90}})")
_DOES = re.compile(rf"\s*(?:, [^,.;]{{3,70}}, )?{_VERB}")
_OFFICE_BEHIND = re.compile(r"\s*[,(]\s?(?:(?:until|then|formerly|the|our|a|an|le|la|l'|notre|its|new)\b ?)*")
_OFFICE_BEFORE = re.compile(
    rf"\b(?:{NOUNS})(?: (?:general|executive|generale?|executif|executive|adjointe?))?(?: of the (?:board|council|centre|agency))?,? "
)
_BESIDE = re.compile(rf"(?P<name>{_LATIN})(?=[,.;) ]|$)")
_AFTER_WHOM = re.compile(
    rf"(?:(?:[Tt]akes?|took|taken) over from|(?:in succession|in place) (?:to|of)|[Ss]ucceed(?:s|ed)|(?:a succédé|succède) à|en remplacement de|signed by|signée? par) (?P<name>{_LATIN})"
)
_CONTACT = re.compile(
    rf"(?:ضابط|نقطة)ة? (?:ال)?(?:اتصال|ارتباط)(?: عن [\u0621-\u064a]+)?،? (?P<name>{_ARABIC_WORD}(?: (?:ال)?[\u0621-\u064a\u064b-\u0652-]{{2,}}){{1,2}})(?=[،,.؛])"
)
_PERSON_COLUMN = re.compile(
    r"(?:full )?names?(?: and surname)?|noms?(?: et prenoms?)?|nom complet|participants?|الاسم(?: الكامل)?|اسم المشارك"
)
_ALONE = re.compile(rf"(?:\((?i:signed|signé|موقع|توقيع)\)\s*)?{_NAME}")
_NO_NAMES = """
    programme program project plan report course workshop meeting session conference forum seminar day week year
    annual general regional national international united african arab european islamic republic kingdom state
    states gulf water energy trade training finance affairs cooperation development programmes projects activities
    services systems department unit team section division desk group press media communications communication
    registry directorate presidency republique royaume departement equipe cellule service projet rapport cours
    atelier reunion seminaire journee developpement formation affaires finances directeur directrice president
    presidente chair chairman chairwoman chairperson speaker director secretary deputy minister ambassador rector
    excellency colleagues colleague sir madam head chief coordinator professor officer manager monday tuesday
    wednesday thursday friday saturday sunday lundi mardi mercredi jeudi vendredi samedi dimanche members missions
    parties dear saudi burkina sierra cabo cape costa sri south north east west new papua cote hong trinidad
    dominican czech arabie afrique nouvelle great puerto viet guinea guinee equatorial mr mrs ms miss mme mlle m
    dr prof pr eng ing amb hon capt sheikh madame monsieur docteur professeur external internal grand courses
    hotel palace centre center hall street avenue boulevard quay road airport port palais salle rue university
    agreement memorandum convention protocol amendment article annex اعضاء نقاط امانه اداره قسم وحده فريق برنامج
    مشروع جمهوريه مملكه سلطنه دوله جنوب شمال جزر بوركينا كوت مديريه جميع كافه اصحاب السيد السيده الدكتور الدكتوره
    المهندس الاستاذ سعاده معالي فضيله المحترم المحترمه الانسه دار عن من الي علي في مع هذا هذه تم قد دوره ورشه
    اجتماع مذكره تقرير محضر رقم يوم سنه عام بعد قبل حتي منذ كل
"""
_NO_WORDS = frozenset(_NO_NAMES.split())
"""Words that names of bodies, activities, countries and offices begin or end with, and no names of people."""
_NO_HEADS = frozenset([*HEADS, *(f"{head}s" for head in HEADS), *ARABIC_HEADS])
_MOST = 300
"""Names of one document."""
_WORDS_OF_COLUMN, _WORDS_OF_OFFICE = 4, 12
"""Of the name of a column that is an office, and of an office beside a signature."""


def bare_names(lines: Iterable[Line]) -> frozenset[str]:
    """The names of a document that are shown to be of people, as written."""
    read = tuple(lines)
    found: dict[str, None] = {}
    for name in (*_in_lines(read), *_signed(read)):
        if len(found) < _MOST and _is_person(name):
            found.setdefault(name)
    return frozenset(found)


def _in_lines(lines: Iterable[Line]) -> Iterator[str]:
    for line in lines:
        if line.kind == "row":
            yield from _in_columns(line)
        elif line.kind != "heading":
            yield from _labelled(line)
            yield from _told(line)


def _labelled(line: Line) -> Iterator[str]:
    """`From: X <x@y>`, `Head of the desk: X`, `إعداد: X`."""
    if _MAIL.match(line.text) and "@" in line.text:
        yield from (match["name"] for match in _ADDRESSED.finditer(line.text))
        return
    match = _LABELLED.match(line.text)
    if match:
        label = Plain.of(match["label"]).text.strip(" >*")
        if is_role(label) or act_named(label) or _LABELS.match(label):
            yield match["name"]


def _told(line: Line) -> Iterator[str]:
    """Who joins or leaves, and who stands before or behind an office."""
    for match in _SUBJECT.finditer(line.text):
        rest = Plain.of(match["rest"]).text
        behind = _OFFICE_BEHIND.match(rest)
        if _DOES.match(rest) or (behind and _begins_with_role(rest[behind.end() :])):
            yield match["name"]
    plain = line.plain
    for office in _OFFICE_BEFORE.finditer(plain.text):
        beside = _BESIDE.match(line.text, plain.place(office.end()))
        if beside:
            yield beside["name"]
    for pattern in (_AFTER_WHOM, _CONTACT):
        yield from (match["name"] for match in pattern.finditer(line.text))


def _begins_with_role(words: str) -> bool:
    """Whether an office is all that follows up to the next mark, and no verb is in front of it."""
    said = re.split(r"[,.;()]", words, maxsplit=1)[0]
    return is_role(said) and not re.match(r"(?:who|which|qui|dont|and|et|was|is|has|had|will|said|a|ont)\b", said)


def _in_columns(line: Line) -> Iterator[str]:
    for cell in line.cells():
        column = Plain.of(cell.column).text.strip()
        if _PERSON_COLUMN.fullmatch(column) or (is_role(column) and len(column.split()) <= _WORDS_OF_COLUMN):
            match = re.fullmatch(rf"{_NAME}(?:\s*\([^()]*\))?", cell.text)
            if match:
                yield match["name"]


def _signed(lines: Iterable[Line]) -> Iterator[str]:
    """A name on a line of its own, beside a line that is an office."""
    told = [line for line in lines if line.kind in ("paragraph", "item") and line.text.strip()]
    for first, second in pairwise(told):
        for name, office in ((first, second), (second, first)):
            match = _ALONE.fullmatch(name.text.strip())
            words = office.text.strip()
            if (
                match
                and is_role(words)
                and len(words.split()) <= _WORDS_OF_OFFICE
                and not words.endswith((".", ":", ";"))
            ):
                yield match["name"]


def _is_person(name: str) -> bool:
    """Whether none of the words of a name is one that names bodies, activities or countries begin or end with."""
    words = re.split(r"[\s-]+", fold(name))
    bare = [re.sub(r"^(?:ال|[dl]['’])", "", word) for word in words]
    return (
        words[0] not in stopwords()
        and not any(word in _NO_WORDS or word in _NO_HEADS or month_number(word) for word in (*words, *bare) if word)
        and not is_role(name)
    )
