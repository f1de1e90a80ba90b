"""Whether what a later document says stands in the place of what an older one does."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from assistant.reading.evidence import Evidence
from assistant.reading.matching import Matcher, searchable
from assistant.reading.posts import asked_post
from assistant.understand import Question
from vectorstore import find_dates, fold, terms

LATER: Final = -9.0
"""Score of evidence that was found by what the best sentence says, and not by what is asked."""
CHANGES: Final = -8.0
"""Score of what a document says that changes that of the best sentence."""
_TURNS = re.compile(
    r"\b(?:instead|no longer|not any more|new (?:dates?|venue|place)|old (?:dates?|venue|place)|moved?|postpon\w+|brought forward|(?:one|two|three|a|some) (?:days?|weeks?|months?) (?:later|earlier)|called off|cancel\w+"
    r"|rais\w+|rose|reduc\w+|lowered|increas\w+|extend\w+|more (?:days|weeks|time)|can now|will now|is now|from now on|corrig\w+|correct\w+|errat\w+|taken? (?:over|his|her|the) ?(?:seat|place|post)?|final(?:ly)?|confirmed|appointed|elected|succe\w+|replac\w+|changes?|changed|updat\w+|accepted the offer|took place|was held|were held)\b"
    r"|\b(?:au lieu d|et non|non plus|n'est plus|ne sont plus|desormais|nouve(?:lles?|aux?|au) (?:dates?|lieux?|horaires?)|anciennes? dates?|report\w+|avance\w*|deplac\w+|annul\w+|porte\w* a|passe\w* (?:a|de)|releve\w*|augment\w+|reduit\w*|ramene\w*|prolong\w+|prorog\w+|errat\w*|corrig\w+|rectif\w+|lire|remplac\w+|succed\w+|nomme\w*|elu\w*|confie\w*|quitte\w*|retraite|definiti\w+|finalement|s'est tenu\w*|a eu lieu|mise a jour)\b"
    r"|(?<!\w)و?(?:بدلا|عوضا|لم يعد|لم تعد|الموعد الجديد|المكان الجديد|نقل\w*|تاجل\w*|ارجي\w*|تقديم|قدم موعد\w*|الغي\w*|رفع\w*|خفض\w*|مدد\w*|تمديد|يمدد|عدل\w*|تعديل|يعدل|تصحيح|خلفا|خلف\w*|محل|عين\w*|تعيين|انتخب\w*|غادر\w*|تقاعد\w*|اصبح\w*|صار\w*|نهايي\w*|عقدت|اقيمت)(?!\w)"
)
"""What says that something changed, or that it came about in the end."""
_PLANNED = re.compile(
    r"\b(?:will|is to|are to|planned|foreseen|expected|scheduled|provisional|preliminary|estimated|draft|proposed|set the|acting|about to)\b"
    r"|\b(?:aura|auront|sera|seront|prevu\w*|devrait|devra|provisoire\w*|estime\w*|projet de|propose\w*|interim|par interim|se tiendra|aura lieu|annonce\w*)\b"
    r"|(?<!\w)و?(?:س[يت]\w{3,}|مقرر\w*|المقرر\w*|المتوقع|متوقع\w*|مبدئي\w*|اولي\w*|مسوده|بالانابه|بالوكاله|المكلف\w*)(?!\w)"
)
"""What says that something was yet to come about, or not final."""
_DID = re.compile(
    r"\b(?:signed|signator(?:y|ies)|represented|chaired|attended|took part|spoke|speakers?|presented|opened|closed|welcomed|taught|trained|facilitated|moderated|proposed|wrote|drafted|won|visited|met|briefed|requested|donated|said|reported)\b"
    r"|\b(?:a|ont|avait|avaient) (?:ete )?(?:signe|represente|preside|assiste|participe|parle|presente|ouvert|clos|cloture|accueilli|forme|anime|propose|redige|gagne|remporte|visite|rencontre|demande|dit|declare)\w*|signataires?\b"
    r"|(?<!\w)و?(?:وقعت?|الموقع\w*|مثلت?|تراست?|حضرت?|شاركت?|تحدثت?|القت?|افتتحت?|اختتمت?|دربت?|قدمت?|اقترحت?|كتبت?|فازت?|زارت?|التقت?|طلبت?|قالت?)(?!\w)"
)
"""What somebody did once, which nobody does after them."""
_GIVES_WAY = ("date", "place", "money", "number", "yes_no", "fact")
_NEAR, _SAME, _WHOLE = 0.35, 0.45, 0.6
"""Of what an older sentence says, what a newer one must say with what stands around it, to be of the same matter: where it says that
something changed and names the same, where it only says that, and where it only has another value."""
_AS_MUCH = 0.75
"""Of the question's weight that the older sentence tells with its headings, what a newer one must tell."""
_FITS = 0.9
_NAMES = 0.5
_MOST_DAYS = 500
"""Between two days that the same thing was set for."""


def may_give_way(question: Question) -> bool:
    """Whether what one document says can be over by another: who holds a post can, who signed or spoke stays so."""
    if question.wants == "person":
        return bool(asked_post(question)) or not _DID.search(fold(question.standalone))
    return question.wants in _GIVES_WAY


def may_have_changed(question: Question) -> bool:
    """Whether another document may say otherwise: of values, of people, and of what is asked as it is now."""
    return question.aspect == "present" or question.wants not in ("fact", "yes_no")


def tells_as_much(question: Question, best: Evidence, e: Evidence, matcher: Matcher) -> bool:
    """Whether a text is as much about what is asked as the best one: of another course it may well say something newer."""
    return _told(question, e, matcher) >= _AS_MUCH * _told(question, best, matcher)


def _told(question: Question, e: Evidence, matcher: Matcher) -> float:
    around = frozenset(terms(" ".join([*e.passage.headings, e.passage.source.title])))
    return matcher.share(question.terms, [(searchable(e.sentence), 1.0), (around, 1.0)])


def came_after(question: Question, best: Evidence, later: Sequence[Evidence]) -> Evidence | None:
    """What a later document says of the same matter, where it says that something changed; None where none does.

    Args:
        question: What is asked.
        best: What an older document says.
        later: What was found by that, best first.
    """
    planned = bool(_PLANNED.search(fold(best.sentence.text)))
    ranked = sorted((e for e in later if e.fit >= _FITS), key=lambda e: -(e.context + 0.5 * _turns(e)))
    return next((e for e in ranked if _is_of_it(question, best, e, planned=planned)), None)


def _is_of_it(question: Question, best: Evidence, e: Evidence, *, planned: bool) -> bool:
    if not _comparable(question, best, e):
        return False
    if _turns(e) and (e.context >= _SAME or (e.context >= _NEAR and e.named >= _NAMES)):
        return True
    return planned and e.context >= _WHOLE


def _turns(e: Evidence) -> bool:
    around = " ".join([e.passage.source.title, e.sentence.text, *e.sentence.columns])
    return bool(_TURNS.search(fold(around)))


def _comparable(question: Question, best: Evidence, e: Evidence) -> bool:
    """Whether two sentences may give a value of the same: days that are near, other words otherwise."""
    if question.wants != "date":
        return not set(terms(e.sentence.text)) <= set(terms(best.sentence.text))
    one, other = ([d for d in find_dates(text) if d.year] for text in (best.sentence.text, e.sentence.text))
    return not one or any(abs(_day(a) - _day(b)) <= _MOST_DAYS for a in one for b in other)


def _day(date: object) -> int:
    year, month, day = (getattr(date, part) or 1 for part in ("year", "month", "day"))
    return int(year) * 365 + int(month) * 30 + int(day)
