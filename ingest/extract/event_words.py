"""The words for events in three languages, and the noun phrases that name them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.extract.plain import Plain

_KINDS = (
    ("study_visit", r"study (?:visit|tour)s?|visites? d'etudes?|voyage d'etudes?|زيارات? دراسي(?:ه|ات)|زياره دراسيه"),
    (
        "course",
        r"training courses?|training sessions?|trainings?(?= (?:on|for|of|in) )|(?<=first )trainings?|(?<=second )trainings?|(?<=third )trainings?|(?<=fourth )trainings?|(?<=fifth )trainings?|(?<=sixth )trainings?|courses?|master ?class(?:es)?|(?:summer|winter) school|refresher|universite d'ete|(?:sessions? de )?formations?|stages?|(?:training |vocational )?placements?(?= (?:in|at|of|for|with) )|^cours(?= (?!d'eau|des? (?:la )?(?:bourse|changes?|monnaies?)))|(?<=premier )cours|(?<=second )cours|(?<=xieme )cours|(?<=sieme )cours|(?<!au )(?<!en )cours(?= (?:sur|de formation|en ligne|[a-z-]{3,12} sur))|دورات? تدريبي(?:ه|ات)|الدوره التدريبيه"
        r"|(?<!ال)دوره(?= (?!ال(?:اولي|ثانيه|ثالثه|رابعه|خامسه|سادسه|سابعه|ثامنه|تاسعه|عاشره|حاديه|عاديه|استثناييه))[\u0621-\u064a])|(?:ال)?دوره ال(?:اولي|ثانيه|ثالثه|رابعه|خامسه|سادسه|سابعه|ثامنه|تاسعه|عاشره|حاديه|عاديه|استثناييه)(?: عشره)?(?= (?:حول|عن|علي|بشان|لاعداد|لتدريب|لتاهيل|لتكوين)(?!\w))|برنامج تدريبي|تدريب(?= (?:حول|عن|علي))",
    ),
    ("workshop", r"workshops?|training workshops?|ateliers?|seminars?|seminaires?|ورش(?:ه|ات)?(?: ال?عمل)?"),
    ("webinar", r"webinars?|webinaires?|seminaires? en ligne|ندوه عبر الانترنت|ندوات? (?:عبر الانترنت|افتراضيه)|ندوه"),
    (
        "exercise",
        r"(?:simulation |table-?top |field )?exercises?|drills?|exercices? (?:de simulation|conjoints?|regiona(?:l|ux))|تمرين|مناوره|تمارين",
    ),
    (
        "forum",
        r"fora|forums?|fairs?|exhibitions?(?= (?:of|on|in) )|expositions?(?= (?:de|d'|du|des|sur) ?)|salons?|منتدي|معرض",
    ),
    ("conference", r"(?:ministerial )?conferences?|congress|congres|symposium|colloques?|summit|sommet|موتمر|قمه"),
    (
        "session",
        r"sessions?(?= of| du| de la| of the|,)|(?:[a-z-]+(?:th|st|nd|rd)) sessions?|(?:premiere|seconde|troisieme|[a-z]+ieme|derniere|prochaine) sessions?|sittings?|assemblees? generales?|general assembly|assembly(?= meets)|(?:ordinary|extraordinary) session|sessions? (?:ordinaire|extraordinaire)|(?:ال?دوره|دورته) ال(?:اولي|ثانيه|ثالثه|رابعه|خامسه|سادسه|سابعه|ثامنه|تاسعه|عاشره|حاديه|عاديه|استثناييه)(?: عشره)?(?!\w)(?! (?:حول|عن|علي|بشان|لاعداد|لتدريب|لتاهيل|لتكوين)(?!\w))",
    ),
    (
        "visit",
        r"technical visits?|visits?|missions?(?= (?:to|of|d'|de|a))|visites? techniques?|visites?|زيار(?:ه|ات)(?: فنيه| ميدانيه)?",
    ),
    (
        "meeting",
        r"meetings?|reunions?|round ?tables?|tables? rondes?|consultations?(?= (?:of|between|entre))|اجتماع(?:ات|ها|هم|هما|ه)?|ال?لقاء|جلسه",
    ),
)
EVENT = re.compile(
    r"(?<![\w-])(?=\w)(?:"
    + "|".join(
        rf"(?P<{kind}>(?:[وبلف]?(?:ال|ل)?(?=[\u0621-\u064a]))?(?:{words})(?![\w]|-[a-z]))" for kind, words in _KINDS
    )
    + ")"
)
_BACK = re.compile(
    r"^(?:a|an|the|this|that|these|those|its|their|our|his|her|your|my|one|of|for|in|at|to|on|by|with|from|and|or|but|as|is|was|were|are|be|been|will|would|has|have|had|after|before|during|since|until|between|which|who|that|each|every|any|all|no|not|other|such|both|if|when|than"
    r"|host(?:s|ed|ing)?|hold|holds|held|organi[sz]e[sd]?|announce[sd]?|attend(?:s|ed)?|plan(?:s|ned)?|open(?:s|ed)?|include[sd]?|see|run|runs|ran|conduct(?:s|ed)?|complete[sd]?|invited?|join(?:ed)?|follow(?:s|ed)?|postpone[sd]?|cancel(?:led|s)?|move[sd]?|steering|two|three|four|five|six|several|many|some|only|also|now"
    r"|le|la|les|un|une|des|du|de|d|l|au|aux|en|et|ou|par|pour|sur|dans|ce|cette|cet|ces|son|sa|ses|leur|leurs|notre|votre|deux|trois|quatre|cinq|six|chaque|toute?s?)$"
)
_ORDINAL = re.compile(
    r"^(?:[a-z-]*(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|teenth|tieth)|\d+(?:st|nd|rd|th|e|eme|er|ere)|next|last|premiere?|deuxieme|seconde?|troisieme|quatrieme|cinquieme|prochaine?|derniere?|[a-z]+ieme)$"
)
_TOPIC = re.compile(
    r"^\s*(?:(?:,\s*)?(?:consacree?s? (?:a|au|aux)|portant sur|relative? (?:a|au|aux)|intitulee?s?|entitled|titled|called|devoted to|on the theme(?: of)?|under the theme|sous le theme|بعنوان|موضوعها|حول|عن|بشان|لتدريب|on|about|for|of|sur|de|des|du|pour|en ligne|online|d')(?![\w]))"
)
_CODE_BETWEEN = re.compile(r"\s+[A-ZÀ-Þ][\w-]*[A-Z][\w-]*(?=\s(?:on|for|sur|de|des|du|d['’])\b)")
_QUOTED = re.compile(r"[\"“«]\s?(?P<title>[^\"”»“«]{4,140}?)\s?[\"”»]")
_MOST_BACK = 6


@dataclass(frozen=True, slots=True)
class EventNoun:
    """An event named at `text[start:end]` of a line; `end` is behind the noun, before its topic."""

    start: int
    noun: int
    end: int
    kind: str
    definite: bool
    """`the course`: it was spoken of before."""
    plural: bool


def event_nouns(text: str, plain: Plain, taken: Sequence[tuple[int, int]] = ()) -> list[EventNoun]:
    """The nouns for events in a line, with the adjectives before them.

    Args:
        text: Of the line.
        plain: The same, folded.
        taken: Where names stand that such a noun may be part of, as in `Global Forum for Safe Work`.
    """
    found: list[EventNoun] = []
    for match in EVENT.finditer(plain.text):
        start, end = plain.span(match)
        if (found and start < found[-1].end) or any(a <= start and end <= b for a, b in taken):
            continue
        kind = str(match.lastgroup)
        first, definite = _modifiers(text, start)
        word = match.group()
        plural = (word.endswith("s") and not word.endswith(("ss", "cours", "placements"))) or word.split()[0].endswith(
            "ات"
        )
        arabic = "\u0621" <= word[0] <= "\u064a"
        if arabic:
            bare = re.match(r"[وبف](?=ال|لل)|ل(?=ل)|[وب](?=[دنزورمات])", word)
            first = start + (1 if bare and len(word) > 4 and not word.startswith(("ورش", "برنامج", "بروت")) else 0)
            definite = word.lstrip("وبف").startswith(("ال", "لل"))
        found.append(EventNoun(first, start, end, kind, definite, plural))
    return found


def _modifiers(text: str, start: int) -> tuple[int, bool]:
    """Where the words that belong to a noun from before begin, and whether an article makes it a known one."""
    words = list(re.finditer(r"[^\s]+", text[:start]))
    first = start
    definite = False
    for word in reversed(words[-_MOST_BACK:]):
        folded = Plain.of(word.group()).text
        if re.search(r"[,.;:()!?\"]$", folded) or (
            re.search(r"[('’\"]", folded[:2]) and not folded.startswith(("l'", "d'"))
        ):
            break
        if folded in ("the", "la", "le", "this", "cette", "ce", "cet", "our", "its") or folded.startswith(
            ("l'", "cet")
        ):
            definite = True
            break
        if (
            _BACK.match(folded)
            or folded.endswith("'s")
            or (re.match(r"\d", folded) and not is_ordinal(folded))
            or (re.search(r"(?:s?'|ent|ait)$", folded) and len(folded) > 8)
        ):
            break
        if text[start].isupper() and word.group()[0].islower():
            break
        first = word.start()
    if text[max(0, start - 2) : start].lower() in ("l'", "l’"):
        definite = True
    return first, definite


def title_after(text: str, noun: EventNoun, stop: int) -> tuple[str, bool]:
    """The name of an event up to a place in the line: what stands in quotes, or the noun with its topic.

    Returns the title, and whether it says more than the bare noun.
    """
    between = text[noun.end : stop]
    bare = text[noun.start : noun.end]
    if "\u0621" <= bare[-1] <= "\u064a" and not _QUOTED.search(between[:60]):
        tail = _arabic_tail(between)
        return (bare + tail).strip(), bool(tail) or noun.kind == "session"
    named = noun.start < noun.noun or noun.kind == "session"
    quoted = _QUOTED.search(between)
    if quoted and quoted.start() < 60:
        return quoted["title"].strip(), True
    code = _CODE_BETWEEN.match(between)
    if code:
        bare, between = bare + code.group(), between[code.end() :]
    folded = Plain.of(between)
    topic = _TOPIC.match(folded.text)
    if topic is None:
        called = _CALLED.match(between) if text[noun.noun].islower() else None
        return (bare + called.group().rstrip(), True) if called else (bare, named)
    tail = _cut_topic(between)
    if len(tail.strip()) <= len(between[: folded.place(topic.end() - 1) + 1].strip()) + 1:
        return bare, named
    return _HANGING.sub("", (bare + tail).strip(" ,،;:.-–—")), True


_NO_NAME = r"(?:[A-Z][a-z]{2,8}day|Lundi|Mardi|Mercredi|Jeudi|Vendredi|Samedi|Dimanche|January|February|March|April|May|June|July|August|September|October|November|December|Mr|Mrs|Ms|Mme|Mlle|M|Dr|Prof|The|It|He|She|They|We|In|On|At|Le|La|Les)\b"
_CALLED = re.compile(rf"(?: (?:n° ?\d+|(?!{_NO_NAME})[A-ZÀ-Þ][\w'’-]*[a-zà-ÿA-Z][\w'’-]*)){{1,4}}(?![.\w])")
"""What an event is called, where that stands behind its noun as in French: `le stage Blue Decks`."""


def _arabic_tail(between: str) -> str:
    """The adjectives and the topic of an Arabic event, which follow its noun."""
    stop = _ARABIC_END.search(between)
    tail = between[: stop.start()] if stop else between
    return tail.rstrip() if len(tail.split()) <= _MOST_ARABIC else " ".join(("", *tail.split()[:_MOST_ARABIC]))


_MOST_ARABIC = 9
_ARABIC_END = re.compile(
    r"[،,.؛;:()\d«»\"]|\s(?:لن|لم|باقي(?:ة)?|[ست]تبقى|ستقام|سيقام|أقيمت|أقيم|ألغيت|ألغي|الذي|التي|يوم|يومي|خلال|بالتعاون|وذلك|قبل|بعد|منذ|المقرر(?:ة)?|مقرر(?:ًا|اً|ا|ة)?|كان(?:ت)?|قد|سيعقد|ستعقد|ستُعقد|تعقد|نظم(?:ها|ه)?|عقد(?:ت)?|عُقدت?|تأجل(?:ت)?|أُجلت?|نُقل(?:ت)?|ونُقل|شارك|حضر|بمشاركة|بحضور|إلى|من|في(?! مجال))(?!\w)|$"
)
_TOPIC_END = re.compile(
    r"[,،;:(]|\s(?:will|be|is|are|was|were|has|have|had|can|cannot|could|may|must|should|which|that|who|to be|to take|held|convened|hosted|met|travelled|visited|planned|scheduled|promised|announced|from|between|at|in(?= [A-Z\d]|\s*$)|on(?=\s+(?:\d|[MTWFS]\w+day\b))|under|by|with|took|takes|drew|attracted|brought|gathered|opened|closed|ended|begins?|starts?|ran|goes|returns|moves|comes|came|a réuni|a rassemblé|s’est|aura|a eu|a été|se tiendra|s'est|est|sont|qui|prévue?s?|du(?= \d)|le(?= \d)|les(?= \d)|les? (?=\d)|à|au(?= \d)|en(?= [a-zéû]+ \d)|organisée?s?|tenue?s?"
    r"|المقرر|الذي|التي|يوم|من(?= \d)|خلال|بالتعاون|وذلك|في(?= (?:\d|[\u0621-\u064a]+ \d|مدينة|مقر))|قبل|ستعقد|تعقد|نظم|عقد)(?![\w])|\s-\s|\s–|$"
)


_HANGING = re.compile(r"(?:\s+(?:in|on|at|from|of|for|to|the|en|le|la|les|du|de|des|au|à|في|من|يوم))+$")


def _cut_topic(between: str) -> str:
    stop = _TOPIC_END.search(between, 1)
    return between[: stop.start()] if stop else between


def kind_of(words: str) -> str | None:
    """The kind of the first event named in these words."""
    match = EVENT.search(Plain.of(words).text)
    return str(match.lastgroup) if match else None


def is_ordinal(word: str) -> bool:
    """Whether a word numbers an event."""
    return bool(_ORDINAL.match(word))
