"""How far a sentence holds the kind of thing asked for."""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.concepts import asking_words
from assistant.reading.counting import counting
from assistant.reading.enumerations import enumerates
from assistant.reading.matching import Matcher
from assistant.reading.nouns import with_noun
from assistant.reading.people import asked_about, of_named
from assistant.reading.persons import PEOPLE_WHO_CAME
from assistant.reading.posts import asked_post, given_post, holds_post
from assistant.reading.sexes import counts_others
from assistant.reading.untitled import untitled
from assistant.understand import Question, Wants, asking_part, counted_terms
from vectorstore import (
    Quantity,
    StoredSentence,
    find_dates,
    find_people,
    find_quantities,
    fold,
    has_month,
    is_numeric_cell,
    terms,
)

_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+")
_STANDS_FOR = re.compile(
    r"\brepresent(?:ed|s|ait|aient|e|ee|es)?\b|delegation|on behalf of|au nom d|\bنيابه عن|\bباسم\b|\bو?مثل(?:ت|ه|ها)?\b|\bو?وفد"
)
_ASKS_MAIL = re.compile(r"mail|courriel|electroni|البريد|ايميل")
_PHONE = re.compile(
    r"\+\d[\d ().-]{6,}\d|(?<![\d-])\(?0\d{1,4}\)?[ .-]?\d[\d .-]{4,}\d|\b(?:tel|phone|ext|extension|poste)\b\W{0,3}\d{2,}",
    re.IGNORECASE,
)
_BECAUSE = re.compile(
    r"because|due to|owing to|as a result|since the|in order|reason|in view of|so that|so as to|thanks to|on account of|on the grounds|for (?:want|lack|fear) of|caused by|result(?:s|ed|ing)? from|given that|to (?:avoid|prevent)|\blest\b|which is why|the (?:aim|purpose) (?:is|was)|\bblam"
    r"|parce qu|en raison|a cause|\bcar |afin|suite a|ayant|puisque|faute d|grace a|du fait|de (?:peur|crainte)|pour (?:eviter|que)|par manque|etant donne|vu que|c'est pourquoi|de (?:sorte|facon) (?:a|que)|provoque par|cause par|resulte|decoule|dans le but|visait a|sous pretexte"
    r"|بسبب|لان|نظرا|نتيجه|من اجل|لكي|لعدم|بفعل|\bاثر\b|\bاذ\b|ريثما|حتي لا|\bكي\b|خشيه|خوفا|تجنبا|بغيه|بهدف|لتفادي|لغياب|لنقص|لقله|لضعف|بحجه|بدعوي|ما دام|تسبب|يعود ذلك|يرجع ذلك|لكون"
)
_MISHAP = re.compile(
    r"damage|storm|flood|illness|strike|election|shortage|lack of|fail|closure|conflict|tempete|inondation|greve|maladie|manque|panne|fermeture|عاصف|اضراب|مرض|نقص|انتخاب|تضرر"
)
"""What makes things move or stop, said without a "because"."""
_TIME = re.compile(r"\b(?:years?|ans?|months?|mois|days?|weeks?|semaines?)\b|سنوات|أشهر|سنة|أيام")
PLACE_LABEL = re.compile(
    r"(?:dates? (?:and|et) )?(?:venue|place|location|where|lieu|endroit|المكان|مكان الانعقاد|مكان الاجتماع|الموقع|الزمان والمكان|التاريخ والمكان)\s*[:|]"
)
DATE_LABEL = re.compile(r"(?:dates?|when|التاريخ|تاريخ الانعقاد|الموعد)\s*[:|]")
_MEANS = r"stands for|means|signifie|veut dire|designe|c'est-a-dire|(?:ي|ت)عني|اختصار"
_QUOTED = re.compile(r"[“«„\"][^“”«»\"]{4,160}[”»\"]")
_WHO = re.compile(r"\W*(?:who|qui|من|attendance)\b")
_PAIR = re.compile(r"[A-ZÀ-Þ][\w-]+ (?:and|et) [A-ZÀ-Þ]|\w{3,} وال?\w{3,}")
TOTAL = re.compile(r"\W*(?:total|totaux|ensemble|overall|المجموع|الاجمالي|الجمله)\b")
_PLACE_COLUMN = re.compile(r"(?:venue|place|location|city|town|where|lieu|ville|endroit|المكان|المدينه|الموقع)")
_PLACE = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Ee]n|[ÀàAa]|[Aa]ux?|[Cc]hez|[Dd]ans|around|autour d[eu])\s+(?:the\s+|les\s+|l['’]|la\s+|le\s+)?(?:[a-zà-ÿ]+\s+){0,2}[A-ZÀ-Þ]|(?<!\w)(?:في|إلى)\s+\w{3,}|(?<!\w)(?:ب|في )(?:مدينة|مقر|فندق|قاعة|مركز|معهد|جامعة)\b"
)
_AGENT = re.compile(
    r"\b(?:by|par)\s+(?:the\s+|an?\s+|l['’]|la\s+|le\s+|les\s+)?(?!end\b|fin\b)[^\W\d]|من قبل|من جانب|برئاس|بدعم|بتمويل|support of|soutien d"
)
ASKS_DURATION = re.compile(
    r"how (?:long|often|frequently)|frequence|tous les combien|كل كم|duration|duree|combien de (?:temps|jours|mois|ans)|مده|مدت"
)
ASKS_OFTEN = re.compile(r"how (?:often|frequently)|frequence|tous les combien|كل كم")
OFTEN = re.compile(
    r"\b(?:every (?:\w+ )?(?:years?|months?|weeks?|days?|quarters?)|(?:once|twice|\w+ times) (?:a|per|every) \w+|(?:bi|semi-?)?(?:annual|month|year|week|dai|quarter)ly?|each (?:year|month|week|day|quarter)|per (?:year|month|week)"
    r"|tou(?:te)?s les (?:\w+ )?(?:ans|années|mois|semaines|jours|trimestres|semestres)|(?:une|deux|trois|quatre|\d+) fois par \w+|chaque (?:année|mois|semaine|trimestre|semestre|jour)|(?:bi|semes|trimes)?(?:annuel|mensuel|hebdomadaire|triel)\w*|par (?:an|mois|semaine))\b"
    r"|(?<!\w)(?:كل (?:\w+ )?(?:سنة|سنتين|سنوات|عام|عامين|أعوام|شهر|شهرين|أشهر|أسبوع|أسبوعين|أسابيع|يوم|أيام)|(?:مرة|مرتين|مرات) (?:في|كل) \w+|(?:سنوي|شهري|أسبوعي|فصلي)\w*)(?!\w)",
    re.IGNORECASE,
)
"""How often something is done or due."""
ASKS_HOUR = re.compile(r"\b(?:what|which) (?:time|hour)|\bquelle heure|اي ساعه|كم الساعه|الساعه الكم")
HOUR = re.compile(
    r"(?<![\d:])\d{1,2}\s?(?::|h|H)\s?\d{2}(?!\d)(?:\s?[ap]\.?m\.?)?|\b\d{1,2}\s?(?:h(?:eures)?|[ap]\.?m\.?)\b|الساعة \S+"
)
_REFERENCE = re.compile(
    r"(?:\b(?:ref(?:erence)?|no|nos|num(?:ero)?)\b|n°|رقم|المرجع|الاشاره)[\s.:]{0,3}(?:\w{1,8}[/-])*\w*\d|(?<!\w)(?:[^\W\d_]{1,6}[/.-]){1,3}\d{2,4}(?:[/-]\d+)?|(?<![\d/])\d{2,4}/[^\W\d_]{1,6}/\d+"
)
"""The mark that letters and circulars are filed by."""
_FORMED = ("person", "date", "number", "money", "contact", "expansion", "reference")
_HEADING = 0.4
_NOT_OF_THEM = 0.1
"""How far a number of people fits that nothing says to be of the women or the men counted."""
_OF_PART = 0.3
"""How far a number fits that counts some of those asked for: "of the exhibitors, 58 were headed by women"."""
_PART = re.compile(
    r"\W*(?:of|among|out of|parmi|sur|d'entre|و?من(?: بين)?) [^,،\d]{2,50}[,،] (?:only |about |some |seuls |environ )?\d[\d., ]*(?P<what>.*)"
)
_SHORT_LINE = 6
"""Words at most of a line that says what the next one holds."""
_NEAR = 60
"""Characters between somebody and what they did."""
_BY = re.compile(
    r"\b(?:by|par)\s+(?P<agent>(?:the\s+|an?\s+|l['’]|la\s+|le\s+|les\s+)?(?:[^\W\d]\w*\s+){0,3}[A-ZÀ-Þ][\w&'’-]*(?:\s+(?:&|and|et|of|de|des|du|[A-ZÀ-Þ][\w&'’-]*))*)"
)
_UNTITLED = re.compile(
    r"(?<![.!?] )(?<!^)\b[A-ZÀ-Þ][a-zà-ÿ'’-]+ [A-ZÀ-Þ][a-zà-ÿ'’-]+|^[A-ZÀ-Þ][a-zà-ÿ]+ [A-ZÀ-Þ][a-zà-ÿ]+$"
)
"""Two capitalised words in a row, or alone on a line: perhaps a name."""
UNTIL = re.compile(
    r"\buntil\b|how long|expir|\bvalid|\bend(?:s|ed)?\b|jusqu|expire|prend(?:ra)? fin|echeance|valable|\b(?:date de |la |sa )fin\b|\bclos(?:es?|ing)\b|\bferm(?:e|era|ent|eture)\b|\bclotur\w*|حتي|تنتهي|ينتهي|انتهاء|صلاحي|لغايه|يغلق|تغلق|اغلاق|اقفال"
)
_SURE, _PERHAPS = (0.6, 1.0), (0.4, 0.6)
"""What somebody without a form of address is worth whose trade is said, or perhaps is nobody: far from what is asked, and beside it."""
_REFERS = re.compile(r"(?:he|she|they|il|elle|ils|elles|هو|هي|وهو|وهي|وقد)\b")
"""Openings that speak of somebody named in the sentence before."""


def fit(question: Question, sentence: StoredSentence, matcher: Matcher, before: StoredSentence | None = None) -> float:
    """1 where a sentence holds the kind of thing asked for, 0 where not; a kind without a form of its own is held by any.

    Args:
        question: What is asked.
        sentence: Where the answer may stand.
        matcher: Knows the names asked about.
        before: The sentence before it, which a "he" or "she" may refer to.
    """
    if question.wants == "person":
        return _person_or_he(question, sentence, matcher, before)
    judge = _JUDGES.get(question.wants)
    if judge is None:
        return 1.0
    # A heading announces the answer; its number is its own.
    return judge(question, sentence, matcher) * (_HEADING if sentence.kind == "heading" else 1.0)


def formed(question: Question) -> bool:
    """Whether what is asked for has a form that cannot be mistaken, so that nothing without it is an answer."""
    return question.wants in _FORMED


def names_people(question: Question) -> bool:
    """Whether a question asks for a list of people."""
    return question.wants == "list" and bool(_WHO.match(fold(asking_part(question.text))))


def refers_back(text: str) -> bool:
    """Whether a sentence opens with a "he" or "she"."""
    return bool(_REFERS.match(fold(text)))


def _person_or_he(
    question: Question, sentence: StoredSentence, matcher: Matcher, before: StoredSentence | None
) -> float:
    """How far a sentence names somebody, or the one before it somebody that its "he" or "she" is."""
    heading = _HEADING if sentence.kind == "heading" else 1.0
    if before is None:
        return heading * _person(question, sentence, matcher, "")
    above = before.text if len(before.text.split()) <= _SHORT_LINE else ""
    own = heading * _person(question, sentence, matcher, above)
    return max(own, 0.9 * _person(question, before, matcher, "")) if refers_back(sentence.text) else own


def _person(question: Question, sentence: StoredSentence, matcher: Matcher, above: str) -> float:
    """1 for people who may be asked about, or whoever did what is asked by a "by"; less for bare names and unclear agents."""
    people = [person for person in find_people(sentence.text) if not asked_about(person.name(sentence.text), question)]
    stands_for = _STANDS_FOR.search(fold(question.text))
    if people:
        post = asked_post(question)
        above = " ".join([above, *sentence.columns])
        if post and not any(holds_post(post, person, sentence.text, above, matcher) for person in people):
            # A table's or a list's heading may give the post; a role of their own is another one.
            other = (person.role_end > person.end or given_post(person, sentence.text) for person in people)
            return 0.2 if all(other) and sentence.kind != "row" else 0.6
        if stands_for and matcher.named and not of_named(people, sentence.text, matcher.named):
            return 0.4 if _STANDS_FOR.search(fold(sentence.text)) else 0.1
        if stands_for and matcher.named:
            return 1.0 if _STANDS_FOR.search(fold(sentence.text)) else 0.9
        close = any(
            _done(question, sentence.text[max(0, p.start - _NEAR) : p.role_end + _NEAR], matcher) for p in people
        )
        return 1.0 if close else 0.6
    if stands_for:
        return 0.0
    if agents(question, sentence.text, matcher):
        return 1.0
    return max(_nameless(sentence.text), _without_title(question, sentence.text, matcher))


def _without_title(question: Question, text: str, matcher: Matcher) -> float:
    """How far a text names somebody who has no form of address, as people are judged who have one."""
    fits = 0.0
    for start, end, sure in untitled(text):
        if not asked_about(text[start:end], question):
            close = _done(question, text[max(0, start - _NEAR) : end + _NEAR], matcher)
            fits = max(fits, _SURE[close] if sure else _PERHAPS[close])
    return fits


def _nameless(text: str) -> float:
    """What speaks for somebody where nobody can be told: capitals alone, or a "by"."""
    if _UNTITLED.fullmatch(text.strip()):
        return 0.5
    return 0.3 if _UNTITLED.search(text) else 0.4 * bool(_AGENT.search(text))


def agents(question: Question, text: str, matcher: Matcher) -> list[tuple[int, int]]:
    """Where those stand who did what is asked: "built over a year by the shipyard" for "who built"."""
    found = _BY.finditer(text)
    return [m.span("agent") for m in found if _done(question, text[max(0, m.start() - _NEAR) : m.start()], matcher)]


def _done(question: Question, around: str, matcher: Matcher) -> bool:
    """Whether a text says any of what is asked beside names."""
    said = set(terms(around))
    return any(matcher.worth(term, said) for term in question.own_terms if term not in matcher.named)


def _date(question: Question, sentence: StoredSentence, matcher: Matcher) -> float:
    asked = {(d.year, d.month, d.day) for d in question.dates}
    dates = [d for d in find_dates(sentence.text) if (d.year, d.month, d.day) not in asked]
    if ASKS_HOUR.search(fold(question.text)):
        return float(bool(HOUR.search(sentence.text)))
    if ASKS_OFTEN.search(fold(question.text)):
        return float(bool(OFTEN.search(sentence.text)))
    if ASKS_DURATION.search(fold(question.text)):
        return 1.0 if _TIME.search(sentence.text) else 0.3
    written = any(found.precision >= 2 for found in dates) or bool(_TIME.search(sentence.text))
    if written and UNTIL.search(fold(question.text)) and not UNTIL.search(fold(sentence.text)):
        return 0.6
    return 1.0 if written else 0.7 * bool(dates or (has_month(sentence.text) and not asked))


def _money(question: Question, sentence: StoredSentence, matcher: Matcher) -> float:
    quantities = find_quantities(sentence.text)
    if any(q.money for q in quantities):
        return 1.0
    if sentence.kind == "row" and (_has_sum(sentence.text) or _row_of(question, sentence.text, matcher)):
        return 0.7
    return 0.4 * any(not q.worded for q in quantities)


def _place(question: Question, sentence: StoredSentence, matcher: Matcher) -> float:
    """1 for a line that says where; half for a place in a sentence, unless the question names it."""
    if PLACE_LABEL.match(fold(sentence.text)) or any(_PLACE_COLUMN.match(fold(c)) for c in sentence.columns):
        return 1.0
    return 0.5 * bool(_PLACE.search(sentence.text))


def _contact(question: Question, sentence: StoredSentence, matcher: Matcher) -> float:
    form = _MAIL if _ASKS_MAIL.search(fold(question.text)) else _PHONE
    return float(bool(form.search(sentence.text)))


def _expansion(question: Question, sentence: StoredSentence, matcher: Matcher) -> float:
    """1 where a short form stands in brackets, or with its long form in brackets, or is said to mean something."""
    said = fold(sentence.text)
    return float(
        any(
            re.search(rf"\(\s*{re.escape(t)}\w*\b|(?<!\w){re.escape(t)}\w*\s*(?:\(|,|:|=|–|—|{_MEANS})", said)
            for t in question.own_terms
            if t not in asking_words()
        )
    )


def _title(question: Question, sentence: StoredSentence, matcher: Matcher) -> float:
    return float(bool(_QUOTED.search(sentence.text)))


def _reference(question: Question, sentence: StoredSentence, matcher: Matcher) -> float:
    return float(bool(_REFERENCE.search(fold(sentence.text))))


def _reason(question: Question, sentence: StoredSentence, matcher: Matcher) -> float:
    said = fold(sentence.text)
    return 1.0 if _BECAUSE.search(said) else 0.6 * bool(_MISHAP.search(said))


def _several(question: Question, sentence: StoredSentence, matcher: Matcher) -> float:
    if names_people(question):
        people = find_people(sentence.text)
        return (1.0 if sentence.kind in ("item", "row") or len(people) > 1 else 0.6) if people else 0.3
    if sentence.kind in ("item", "row") or enumerates(sentence.text):
        return 1.0
    return 0.7 * bool(_PAIR.search(sentence.text))


def _counts(question: Question, sentence: StoredSentence, matcher: Matcher) -> float:
    """How far a number counts what is asked for; little where women or men are counted and it says nothing of them."""
    fits = _counted(question, sentence, matcher)
    of_part = _PART.match(fold(sentence.text))
    if of_part and not any(matcher.worth(t, frozenset(terms(of_part["what"]))) for t in question.own_terms):
        return min(fits, _OF_PART)
    return min(fits, _NOT_OF_THEM) if counts_others(question.text, sentence.text, *sentence.columns) else fits


def _counted(question: Question, sentence: StoredSentence, matcher: Matcher) -> float:
    """1 where a number stands beside what is counted, half for any other number; of a table, the row named or the total."""
    counted = [term for term in counted_terms(question) if term in matcher.same]
    quantities = [q for q in counting(sentence.text) if not (counted and q.money)]
    if sentence.kind == "row" and quantities:
        columns = set(terms(" ".join(sentence.columns)))
        first = set(terms(sentence.text.split(" | ")[0]))
        named = any(matcher.worth(term, first) for term in question.terms)
        asked = any(matcher.worth(term, first) for term in question.own_terms if term in matcher.named)
        in_column = any(matcher.worth(term, columns) for term in counted)
        if any(matcher.worth(term, first) for term in counted) and any(t in columns for t in matcher.weight):
            return 1.0  # what is counted names the row, and a column whose number it is
        return 1.0 if in_column and (named or TOTAL.match(fold(sentence.text))) else 0.3 + 0.2 * named + 0.2 * asked
    if not quantities or not counted:
        return 0.5 * bool(quantities)
    people = PEOPLE_WHO_CAME if not PEOPLE_WHO_CAME.isdisjoint(counted) else frozenset()
    for quantity in quantities:
        beside = set(terms(_beside(sentence.text, quantity)))
        if any(matcher.worth(term, beside) for term in counted) or not people.isdisjoint(beside):
            return 1.0
    return 0.3


def _beside(text: str, quantity: Quantity) -> str:
    """The words near a number that may say what it counts: behind a noun of its own nothing of where or when that was."""
    before, after = text[max(0, quantity.start - _AROUND) : quantity.start], text[quantity.end : quantity.end + _AROUND]
    counts = terms(text[quantity.end : with_noun(text, quantity.end)])
    return f"{before} {_WHERE_OR_WHEN.sub(' ', after) if counts else after}"


_WHERE_OR_WHEN = re.compile(
    r"\b(?:at|in|on|during|after|before|lors d[eu]|pendant|durant|dans|avant|apr[eè]s|[àa]) (?:the |an? |la |le |les |une? |l['’])?\w+",
    re.IGNORECASE,
)
_AROUND = 40
"""Characters around a number in which what it counts may stand."""
_JUDGES: dict[Wants, Callable[[Question, StoredSentence, Matcher], float]] = {
    "date": _date,
    "number": _counts,
    "money": _money,
    "place": _place,
    "contact": _contact,
    "expansion": _expansion,
    "title": _title,
    "reference": _reference,
    "reason": _reason,
    "list": _several,
}
"""How far a sentence holds the kind of thing asked for, by kind."""


def _row_of(question: Question, text: str, matcher: Matcher) -> bool:
    """Whether a table row is of something the question names, and has a number."""
    cells = text.split(" | ")
    first = set(terms(cells[0]))
    named = any(matcher.worth(term, first) for term in question.own_terms if term in matcher.same)
    return named and any(is_numeric_cell(cell) for cell in cells[1:])


def _has_sum(text: str) -> bool:
    """Whether a table row has a cell that is a number of three digits or more."""
    return any(is_numeric_cell(cell) and sum(c.isdigit() for c in cell) >= 3 for cell in text.split(" | "))
