"""Whether a date is the last day of an event, by the words that lead to it: `ended on`, `s'est achevé le`, `اختتمت … في`."""

from __future__ import annotations

import re

_BE = r"(?:s'est|se sont|s'etait|s'etaient)"
_ENDED = re.compile(
    r"\b(?:ended|concluded|finished|completed|wrapped up|rounded off|(?:drew|came|was brought) to (?:a|its|an) (?:close|end|conclusion))\b"
    r"|\bclosed(?= (?:on|in|at|with|yesterday|today|the|its|our|this|a|\w+day)\b)|\b(?:ends|concludes|finishes|wraps up|closes)\b"
    r"|\b(?:will|to|shall|should)(?: \w+ly)? (?:end|conclude|finish|close|wrap up|come to (?:a|an) (?:close|end))\b"
    rf"|\b{_BE} (?:achev|termin|clotur|conclu|referm)\w*|\b(?:a|ont|avait|avaient) (?:pris fin|clotur\w+|ferme (?:ses|leurs) portes|ete (?:clotur\w+|clos\w*))\b"
    r"|\b(?:s'achev\w+|se termin\w+|se clotur\w+|prend(?:ra|ront)? fin|achevee?s?|terminee?s?|cloturee?s?)(?!\w)"
    r"|(?<!\w)[وف]?(?:[سي]?[تي]?ختتم(?:ت|وا)?|اختتم(?:ت|وا|ا)?|س?[تي]?نتهي|انتهت?|انتهي|انهت|انهي|[اي]سدل الستار|انقضت?)(?!\w)"
)
_CLOSING = re.compile(
    r"\bclosing(?: (?:ceremony|session|day))? of\b|\b(?:(?:ceremonie|seance|journee) de )?cloture(?: d[eu]\b| des\b| d')|(?<!\w)[وفبل]?(?:(?:حفل|جلسه) (?:ال)?ختام|اختتام)(?!\w)"
)
"""The closing of an event as a noun before it, which may be held itself: `the closing ceremony of the course was held on`."""
_END = re.compile(
    r"\b(?:end|conclusion|close|(?:last|final) day) of\b(?! (?:the |this )?(?:\w+ )?(?:month|year|week|quarter|term)\b)"
    r"|\b(?:fin|dernier jour|derniere journee)(?: d[eu]\b| des\b| d')(?! ?(?:mois|annee|semaine|trimestre|journee))"
    r"|(?<!\w)[وفبل]?(?:ختام|نهايه)(?!\w)(?! (?:ال)?(?:شهر|عام|سنه|اسبوع))"
)
"""The same where what follows tells when the event was, not when it ended: `at the end of the meeting held on`, `of the meeting of`."""
_OF = re.compile(r"(?:^|\s)(?:of|du|de|des)(?: the)?\s*$")
_CLOSED = re.compile(r"^(?:cloture|fin|closing|end|close)(?=,| (?:on|le|the)\b)|(?<!\w)[وف]?(?:ختام|اختتام)(?!\w)")
_TO_THE_DATE = re.compile(
    r"[ ,(]*(?:(?:on|the|le|ce|hier|yesterday|today|في|يوم|بتاريخ|مساء|امس|\w{1,9}day|\w{1,8}di|(?:ال)?(?:احد|اثنين|ثلاثاء|اربعاء|خميس|جمعه|سبت))(?!\w),? ?)*$"
)
_CEREMONY = re.compile(
    r"\b(?:closing|graduation|certificate|award) (?:ceremony|session)\b|\b(?:ceremonie|seance) de (?:cloture|remise)"
)
_TOOK_PLACE = re.compile(
    r"\b(?:held|took place|takes place|convened|organi[sz]ed|hosted|conducted|ran|runs)\b|\b(?:lieu|tenue?s?|tiendra|organisee?s?|deroulee?s?)\b|(?<!\w)[وف]?(?:[يتس]?عقدت?|انعقدت?|[يتس]?نظمت?|[يتس]?قامت?|اقيمت?|جرت)(?!\w)"
)
_BEGAN = re.compile(
    r"\b(?:began|begun|begins?|started|starts?|starting|opened|opens?|commenced|kicked off|got under ?way|launched)\b"
    r"|\b(?:commenc|debut|demarr|ouver|ouvr|entam)\w*|(?<!\w)[وف]?(?:[سي]?[تي]?بدا(?:ت)?|بدات?|انطلقت?|[سي]?تنطلق|[اي]فتتحت?|تفتتح|شرعت?|افتتاح|بدايه)(?!\w)"
)
_OF_ANOTHER = re.compile(
    r"(?:\b(?:registrations?|applications?|nominations?|enrol\w*|bookings?|calls?|submissions?|deadline|inscriptions?|candidatures?|appels?|depots?)\b|(?<!\w)(?:ال)?(?:تسجيل|ترشيح|ترشح|ترشيحات|تقديم|طلبات)(?!\w))[^,.;:\d]{0,50}$"
)
"""What closed was the list of those who could come."""
_NEAR_NOUN = re.compile(
    r"^(?: (?!(?:at|in|on|of|for|with|and|during|to|by|that|which|who|dans|avec|et|sur|lors|pour|que|qui|علي|مع|خلال|الذي|التي|ان|بعد|قبل)(?= ))[^\s,.;:\d]+){0,8} ?$"
)
"""Between a verb and what it ends."""


def is_last_day(gap: str, before: str) -> bool:
    """Whether a date is that of the end of an event.

    Args:
        gap: The words between the event and the date, folded, or those between the date before and this one.
        before: The words up to the event and with its noun, folded, where `gap` begins at it; else empty.
    """
    if _OF_ANOTHER.search(before) or _OF_ANOTHER.search(gap):
        return False
    if _CEREMONY.search(gap):
        return True
    ended, began, held = (_last(pattern, gap) for pattern in (_ENDED, _BEGAN, _TOOK_PLACE))
    if max(ended, began) >= 0:
        return ended > max(began, held)
    if _follows(_CLOSING, before):
        return True
    return held < 0 and (_follows(_ENDED, before) or (_follows(_END, before) and not _OF.search(gap)))


def is_first_day(gap: str) -> bool:
    """Whether the words between two dates make the later one the beginning of an event: `ended on 7 May, having begun on`."""
    return _last(_BEGAN, gap) > _last(_ENDED, gap)


def is_closed(before: str) -> bool:
    """Whether folded words up to a date say that what follows it came to an end then: `Clôture, le`, `اختتمت يوم`."""
    found = [*_ENDED.finditer(before), *_CLOSED.finditer(before)]
    return bool(found) and _TO_THE_DATE.match(before[max(match.end() for match in found) :]) is not None


def _follows(pattern: re.Pattern[str], before: str) -> bool:
    """Whether an event stands right behind a word for its end."""
    found = list(pattern.finditer(before))
    return bool(found) and _NEAR_NOUN.match(before[found[-1].end() :]) is not None


def _last(pattern: re.Pattern[str], words: str) -> int:
    return max((match.start() for match in pattern.finditer(words)), default=-1)
