"""From the words of a question to what is asked: its language, the kind of answer wanted, its terms, names and dates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from assistant.concepts import coming, is_known_name
from assistant.values import Turn
from vectorstore import WrittenDate, find_dates, fold, terms, words

Wants = Literal[
    "person",
    "date",
    "place",
    "number",
    "money",
    "list",
    "expansion",
    "definition",
    "yes_no",
    "reason",
    "contact",
    "title",
    "fact",
]

_PATTERNS: tuple[tuple[Wants, str], ...] = (
    (
        "contact",
        r"e-?mail|phone|telephone|telefax|courriel|adresse electronique|numero de tel|البريد الالكتروني|ايميل|هاتف",
    ),
    (
        "expansion",
        r"stands? for|full name|long form|abbreviat|acronym|spelled out|veut dire|signifi|sigle|que designe|en toutes lettres"
        r"|ما معني|ماذا يعني|ماذا تعني|يرمز|اختصار|الاسم الكامل",
    ),
    (
        "title",
        r"\b(?:title|theme|topic|subject) of|\bwhat (?:title|theme|topic|subject)|titled|\b(?:titre|theme|sujet|intitule) d|(?<!\ba )quel(?:le)? (?:est le |etait le )?(?:titre|theme|sujet|intitule)|عنوان|ما موضوع",
    ),
    (
        "reason",
        r"^(?:and |et |و)?\W*why\b|for what reason|what caused|\bpourquoi\b|pour quelle raison|لماذا|لم تم|ما سبب|ما اسباب|ليش",
    ),
    (
        "date",
        r"\bwhen\b|\bwhat (?:date|day|time|year)|\bwhich (?:date|day|year|month)|deadline|\bdates?\b (?:of|for)|^(?:sa|ses|its|the|la|les|their) ?dates?\b|due date|how long"
        r"|\bquand\b|quelles? (?:est la |sont les )?(?:dates?|annee|heure)|quel (?:jour|mois)|date limite|\bdates? d|^date\b|\bdelai\b|\bduree\b"
        r"|متي|تاريخ|حتي متي|موعد|في اي (?:يوم|سنه|عام|شهر)|كم مده|كم مدت|منذ",
    ),
    (
        "money",
        r"how much(?! (?:notice|time|of the))|\bcosts?\b|\bbudget|\bprice|\bfees?\b|\bcharges?\b|contribut\w* (?:of|amount)|\bspen[dt]|expenditure|salary"
        r"|\bcout|\bmontant|\bprix\b|\bdepens|\btarif|salaire|combien\b.{0,30}(?:\bcout|\bpaye|\bpaie|\bvers|\bdemande|\bdonne|dollar|euro)"
        r"|تكلف|ميزاني|مبلغ|انفاق|رسوم|راتب|المساهمه الماليه|سعر",
    ),
    (
        "number",
        r"how many|\bpopulation (?:of|d[eu])|\bhow (?:old|big|large|far|tall|heavy)|\bnumber of|what percentage|\baverage\b|\bavg\b|\bscore\b|\btotal\b|\bmax(?:imum)?\b|\bmin(?:imum)?\b|\bcount\b|per cent"
        r"|\bcombien\b|\bnombre d|pourcentage|\bmoyenne\b|\bquelle note|\bquel poids|\btaux\b"
        r"|\bكم\b|\bعدد\b|نسبه|معدل|الحد الاقصي|الحد الادني",
    ),
    (
        "place",
        r"\bwhere\b|\b(?:which|what) (?:city|town|place|venue|room)|\bvenue\b|\bo[uù] (?:a|est|se|s'|sont|ont|aura|etait|peut|le|la|les)\b|^ou\b|\bquel(?:le)? (?:ville|lieu|endroit)|\blieu\b"
        r"|\bاين\b|\bوين\b|في اي (?:مدينه|بلد|مكان|دوله)|مكان",
    ),
    (
        "list",
        r"^\W*(?:give|enumerate)\b|\bwhich\b[\w' -]{0,40}?\b\w{3,}s\b|\bwhat (?:are|were)\b|\bwhat\b[\w' -]{0,30}?\b(?:steps|actions|commitments|sectors|programmes|topics)\b|\bwho (?:are|were|attended|participated|took part)\b"
        r"|\bquel(?:le)?s\b|\bliste[rz]?\b|\benumer|\bqui (?:sont|etaient)"
        r"|\bما هي\b|\bاذكر|\bعدد لي|\bمن هم\b|\bما (?:ال\w+ات|الدول|البلدان|المواضيع|البرامج|الشركاء)\b|ما اهم",
    ),
    (
        "person",
        r"\bwho(?:m|se)?\b|\bkeynote|\bspeaker\b|\bmoderator\b|name of the (?:director|head|coordinator|chair)|\bqui\b|\bquelle personne|\bl'intervenant"
        r"|^\W*و?(?:من|مين)\b|\bمن هو\b|\bمن هي\b|\bمن (?:مثل|قاد|تراس|وقع|يدير|افتتح|اشرف|تولي)",
    ),
    (
        "yes_no",
        r"^(?!qu)(?:and |et )?\W*(?:is|are|was|were|does|do|did|has|have|had|can|could|will|would)\b|^est-ce|^(?:y )?a-t-|^(?!qu|ou|qui|combien|comment)[^?]{0,60}\b(?:est|a|ont|sont)-(?:t-)?(?:il|elle|on|ils|elles)\b|^\W*و?هل\b",
    ),
    (
        "definition",
        r"^\W*(?:what(?:'s| is| are)|tell me about|explain|define|describe)\b|\bqu'est[- ]ce|c'est quoi|\bquel(?:le)? est\b|^\W*(?:ما|شو|ماذا)\b",
    ),
)
_COMPILED: tuple[tuple[Wants, re.Pattern[str]], ...] = tuple(
    (wants, re.compile(pattern)) for wants, pattern in _PATTERNS
)

_LISTS = re.compile(
    r"^\W*(?:list|name all|quel(?:le)?s (?!est|sont les dates)\w|which (?!of\b)[\w-]+s\b|اذكر|(?:من|في) اي (?:دول|بلدان|مدن|مجالات|قطاعات)\b)"
)
"""Openings that ask for several things whatever else the question says."""
_NOT_NAMES = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "pr",
        "mme",
        "mlle",
        "madame",
        "monsieur",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "janvier",
        "fevrier",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "aout",
        "septembre",
        "octobre",
        "novembre",
        "decembre",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "english",
        "french",
        "arabic",
    ]
)
_NAME = re.compile(r"[^\W\d_][\w'’-]*")
_CODE = re.compile(
    r"\b(?=[\w/&-]*[A-Z])(?:[A-Z][A-Za-z]*[-/&]?)*[A-Z0-9]{2,}[\w-]*\b|\b[A-Za-z]+-[A-Z][\w-]*\b|\b[A-Z]{2,}\w*\b"
)
_FOLLOWS = re.compile(
    r"^\W*(?:and|et|و|also|what about|how about|then|puis|ensuite)\b|\b(?:it|its|they|them|their|he|she|his|her|him|this|that|those|these|there|then|same)\b"
    r"|\b(?:il|elle|ils|elles|lui|leur|y|celui|celle|ceux|cela|ca|en)\b|\bl'[ay]\b|\b(?:هو|هي|هم|ذلك|تلك|هذا|هذه|هناك|فيها|فيه|منهم|منها|له|لها)\b|مدتها|مدته"
)
_COUNTED = re.compile(
    r"(?:how many|how much|number of|combien (?:de |d')?|nombre (?:de |d')|\bكم\b(?: عدد)?|عدد)\s*((?:[\w'’-]+\s*){1,2})"
)
_LISTED = re.compile(
    r"(?:which|what(?: are| were)?|list(?: all)?|quel(?:le)?s(?: sont| etaient)?|ما(?: هي)?|اذكر)\s+(?:the |les |l'|all )?"
    r"([\w-]+(?:(?:,| and| et|\sو) ?(?:the |their |its |les |leurs |ses )?[\w-]+)?)"
)
_ARABIC = re.compile(r"[\u0620-\u064a]")
_FRENCH_HINTS = frozenset(
    [
        "le",
        "la",
        "les",
        "des",
        "du",
        "un",
        "une",
        "et",
        "est",
        "dans",
        "pour",
        "par",
        "sur",
        "au",
        "aux",
        "avec",
        "qui",
        "que",
        "quoi",
        "ou",
        "quel",
        "quelle",
        "quels",
        "quelles",
        "quand",
        "combien",
        "pourquoi",
        "comment",
        "cette",
        "ces",
        "son",
        "sa",
        "ses",
        "il",
        "elle",
        "ils",
        "sont",
        "ete",
        "a-t-il",
        "d",
        "l",
        "c'est",
        "qu'est",
        "ce",
        "en",
        "lui",
    ]
)
_ENGLISH_HINTS = frozenset(
    [
        "the",
        "of",
        "and",
        "to",
        "in",
        "is",
        "for",
        "on",
        "with",
        "was",
        "were",
        "by",
        "that",
        "this",
        "from",
        "at",
        "are",
        "it",
        "which",
        "has",
        "be",
        "who",
        "what",
        "when",
        "where",
        "how",
        "many",
        "much",
        "why",
        "did",
        "does",
        "do",
        "an",
        "a",
        "our",
        "we",
        "list",
        "all",
    ]
)


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, ready for search and reading."""

    text: str
    standalone: str
    """The question with what it takes over from the conversation."""
    language: str
    wants: Wants
    terms: tuple[str, ...]
    own_terms: tuple[str, ...]
    """The terms of the question itself, without those taken over."""
    names: tuple[str, ...]
    """Names and codes as typed: capitalised inside a sentence, in capitals, or with a hyphen and capitals."""
    dates: tuple[WrittenDate, ...]
    also: tuple[Wants, ...] = ()
    """Further kinds of answer asked for in the same breath, as in "when and where"."""
    as_of: date | None = None


def understand(text: str, history: Sequence[Turn] = (), as_of: date | None = None) -> Question:
    """Read a question, in the light of the earlier ones where it leans on them."""
    earlier = [turn.content for turn in history if turn.role == "user"]
    leaning = bool(earlier) and _leans(text)
    asked = _without_aside(text)
    standalone = f"{earlier[-1]} {asked}" if leaning else asked
    own_wants = wanted(text)
    inherits = leaning and own_wants in ("fact", "definition")
    return Question(
        text=text,
        standalone=standalone,
        language=question_language(text, earlier),
        wants=wanted(earlier[-1]) if inherits else own_wants,
        terms=tuple(dict.fromkeys(terms(standalone))),
        own_terms=tuple(dict.fromkeys(terms(asked))),
        names=tuple(dict.fromkeys([*names_in(standalone), *_bodies(standalone)])),
        dates=tuple(find_dates(standalone)),
        also=() if inherits else further(text, own_wants),
        as_of=as_of,
    )


_ASIDE = re.compile(
    r"(?:,|\band\b|\bet\b|(?<=\s)و)\s*(?:(?:in|as|with|en|à|ب)\s+)?(?:what|which|quel(?:le)?s?|ما(?:هي|\s+هي|\s+هو)?|أي|بأي)\s+"
    r"(?:(?:was|is|est|était|sont)\s+)?(?:(?:his|her|their|the|son|sa|leur|la|le)\s+)?"
    r"(?:role|capacity|position|title|function|qualité|fonction|titre|poste|rôle|صفة|صفته|صفتها|منصبه|منصبها|منصب|دوره|دورها)s?(?=\W*$)",
    re.IGNORECASE,
)


def _without_aside(text: str) -> str:
    """A question after a person without its "and in which role": people are always given with theirs."""
    return _ASIDE.sub("", text) if wanted(text) == "person" else text


def wanted(text: str) -> Wants:
    """The kind of answer a question asks for, by its words."""
    folded = fold(text).strip()
    bare = re.sub(r"[\s?؟!.]+", " ", text).strip()
    if bare and " " not in bare and _CODE.fullmatch(bare):
        return "expansion"
    accented = text.lower()
    if re.search(r"\boù\b", accented):
        return "place"
    if _LISTS.search(folded):
        return "list"
    for wants, pattern in _COMPILED:
        if pattern.search(folded):
            return wants
    return "fact"


_JOINED = re.compile(r"\b(?:and|et|,|;)\s|\sو")
_JOINABLE = ("date", "place", "person", "title", "number", "money")


def further(text: str, first: Wants) -> tuple[Wants, ...]:
    """The other kinds of answer a question joins with "and": "when and where", "the title and the date"."""
    folded = fold(text).strip()
    if not _JOINED.search(folded) or first not in _JOINABLE:
        return ()
    parts = [part for part in _JOINED.split(folded) if part.strip()]
    found = [wanted(part) for part in parts]
    return tuple(dict.fromkeys(w for w in found if w in _JOINABLE and w != first))


def question_language(text: str, earlier: Sequence[str] = ()) -> str:
    """`ar` by script, otherwise `fr` or `en` by function words; a tie goes to the earlier questions, then to English."""
    if _ARABIC.search(text):
        return "ar"
    found = re.findall(r"[^\W\d_]+", fold(text))
    french = sum(word in _FRENCH_HINTS for word in found) + 2 * len(re.findall(r"[éèêàùçôîœ]", text.lower()))
    english = sum(word in _ENGLISH_HINTS for word in found)
    if french == english:
        return question_language(earlier[-1]) if earlier and not _ARABIC.search(earlier[-1]) else "en"
    return "fr" if french > english else "en"


def names_in(text: str) -> list[str]:
    """Words that look like names: codes anywhere, capitalised words except the first of a sentence."""
    found = [match.group() for match in _CODE.finditer(text)]
    codes = "".join(found)
    for match in _NAME.finditer(text):
        word = match.group()
        before = text[: match.start()].rstrip()
        opens = not before or before[-1] in ".!?:؟"
        bare = re.sub(r"^(?:[dlDLjnsmtcJNSMTC]|[qQ]u)['’]", "", word)
        bare = re.sub(r"['’]s$", "", bare)
        if bare[:1].isupper() and not opens and len(bare) > 2 and bare not in codes and fold(bare) not in _NOT_NAMES:
            found.append(bare)
    return found


def counted_terms(question: Question) -> frozenset[str]:
    """The terms right after "how many": what is counted."""
    match = _COUNTED.search(fold(question.text))
    return frozenset(terms(match.group(1))) if match else frozenset()


def rest_of_list(question: Question) -> list[str]:
    """The terms of a list question without those that name what is listed: of "which programmes cover floods", cover and floods."""
    match = _LISTED.search(fold(question.text))
    listed = set(terms(match.group(1))) if match else set()
    return [term for term in question.own_terms if term not in listed]


def name_parts(question: Question) -> dict[str, str]:
    """The search terms that names and their parts are known by, with the words themselves."""
    found: dict[str, str] = {}
    for name in question.names:
        for word in words(name):
            for part in (word, *re.split(r"[-/&.']", word)):
                found.update({stem: part for stem in terms(part)[:1]})
    return found


def spellings(question: Question) -> dict[str, str]:
    """The search terms of a question with the word each is the stem of."""
    return {stem: word for word in words(question.standalone) for stem in terms(word)[:1]}


def asks_what_comes(question: Question) -> bool:
    """Whether a question is after the next one of its kind: what was is then no answer."""
    return bool(coming() & set(question.own_terms))


_ARABIC_BODY = re.compile(
    r"(?:^|\s)(?:ال|لل|بال)?(?:منظمة|وكالة|صندوق|بنك|اتحاد|مفوضية|رابطة|جمعية|مؤسسة|شركة|جامعة|معهد)((?:\s+و?ال\w{3,}){1,4})"
)
"""A body's long form: what it is, then words with the article. Arabic has no capitals to tell a name by."""


def _bodies(text: str) -> list[str]:
    """Bodies named in a script without capitals, by a short name that is known or by a long form; others are found already."""
    short = [
        word for word in re.findall(r"[\w-]+", text) if _ARABIC.search(word) and any(map(is_known_name, terms(word)))
    ]
    return [*short, *(match.group(1).strip() for match in _ARABIC_BODY.finditer(text))]


def _leans(text: str) -> bool:
    """Whether a question cannot stand alone: it opens with a connective, has a pronoun, or names almost nothing."""
    folded = fold(text)
    return bool(_FOLLOWS.search(folded)) or folded.strip().startswith("و") or len(terms(text)) <= 1
