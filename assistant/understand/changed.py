"""Questions by how much one thing changed: from what was agreed, voted or planned to what it became or came to."""

from __future__ import annotations

import re

_VERB = (
    r"(?:gr[eo]w\w*|ris(?:e|en)|rose|increas\w+|go(?:ne)? (?:up|down)|come down|fall(?:en)?|fell|drop\w*|decreas\w+|declin\w+|chang\w+"
    r"|rais\w+|cut|reduc\w+|lower\w*|trimm?\w*|shr[iau]nk|expand\w*|extend\w*)"
)
_FRENCH = r"(?:augment|baiss|diminu|rédui|relev|ramen|chang|coup|progress|rogn|haus|recul|grimp)\w*"
_ARABIC = r"(?:زاد\w*|زيد\w*|ازداد\w*|ارتفع\w*|انخفض\w*|خ[ُ]?فض\w*|تراجع\w*|نقص\w*|رفع\w*|رُفع\w*|تغير\w*|تغيّر\w*|قل|قلّ|تقلص\w*)"
_AUX = r"(?:did|does|do|was|were|is|are|has|have|had)"
_PLANNED = (
    r"(?:(?:it |they )?(?:was |were |had been )?(?:first |originally |initially )?"
    r"(?:planned|budgeted|estimated|foreseen|expected|announced|forecast|scheduled)|the (?:plan|budget|estimate|forecast)\b)"
)
_PREVU = r"(?:ce qui était |il n'était )?(?:prévue?s?|annoncée?s?|budgétée?s?|le budget|la prévision|les prévisions|l['’]estimation)"
_THING = (
    re.compile(
        rf"\bby how (?:much|many(?: [\w-]+)?)\s+{_AUX}\s+(?P<thing>.+?)\s+(?:been\s+)?{_VERB}\b(?P<rest>.*)$", re.I
    ),
    re.compile(rf"\bhow much\s+(?:did|has|have)\s+(?P<thing>.+?)\s+{_VERB}\b(?P<rest>.*)$", re.I),
    re.compile(
        r"\bby how (?:much|many(?: [\w-]+)?)\s+(?:were we|was it|are we)\s+(?:over|under)\b(?P<thing>.+)$", re.I
    ),
    re.compile(
        rf"\bhow (?:much|many)\s+(?:more|less|fewer|cheaper|dearer|\w+er)\b.*?\s{_AUX}\s+(?P<thing>.+?)\s+(?:than|compared (?:to|with))\s+{_PLANNED}(?P<rest>.*)$",
        re.I,
    ),
    re.compile(
        r"^(?P<thing>.+?)\s+compared (?:with|to) what (?:it|they) (?:became|is|are|was|were|has become)\b(?P<rest>[^-–—;,]*)",
        re.I,
    ),
    re.compile(
        rf"\bfrom (?:what|how (?:much|many))\s+to (?:what|how (?:much|many))\s+{_AUX}\s+(?P<thing>.+?)\s+(?:{_VERB}|go|move\w*)\b(?P<rest>.*)$",
        re.I,
    ),
    re.compile(r"^(?P<thing>.+?)\s+(?:before and after|avant et après)\b(?P<rest>.*)$", re.I),
    re.compile(
        rf"\bde combien à combien\s+(?:a|ont|est|sont)(?:-t-\w+)?\s+(?:été\s+)?(?:{_FRENCH}|passée?s?)\s+(?P<thing>.+)$",
        re.I,
    ),
    re.compile(rf"\bhow (?:much|far)\s+(?:over|under|above|below) (?:the )?budget\s+{_AUX}\s+(?P<thing>.+)$", re.I),
    re.compile(rf"\bde combien\s+(?:a|ont|est|sont|s['’]est)(?:-t-\w+)?\s+(?:été\s+)?{_FRENCH}\s+(?P<thing>.+)$", re.I),
    re.compile(
        rf"\bde combien\s+(?P<thing>.+?)\s+(?:a|ont|est|sont|s['’]est)(?:-t-\w+|-\w+)?\s+(?:été\s+)?{_FRENCH}(?P<rest>.*)$",
        re.I,
    ),
    re.compile(
        rf"\bcombien\s+(?P<thing>.+?)\s+(?:a|ont)(?:-t-\w+)?\s+coûté\s+(?:de |en )?(?:plus|moins)(?: cher)?\s+que\s+{_PREVU}(?P<rest>.*)$",
        re.I,
    ),
    re.compile(r"^(?P<thing>.+?)\s+قبل\s+(?:\w+\s+)?وبعد(?P<rest>.*)$"),
    re.compile(rf"(?<!\w)(?:بكم|كم|بأي مبلغ|بأي قدر)\s+{_ARABIC}\s+(?P<thing>(?!عن|من|على).+)$"),
)
_MONEY = re.compile(r"\b(?:dollars?|euros?|usd|eur|fcfa|francs?|dinars?)\b|دولار|يورو|دينار|درهم|فرنك", re.I)

_COST = (
    (re.compile(r"\bcoûté\b", re.I), "coût"),
    (re.compile(r"\b(?:over|under|above|below) (?:the )?budget\b", re.I), "budget spent"),
)
"""What a question says of a cost beside the thing that costs it."""


def changed_thing(text: str) -> str | None:
    """What a question asks by how much it changed, in its own words; None where it asks for no such thing."""
    bare = text.strip(" ?؟.!")
    for pattern in _THING:
        if match := pattern.search(bare):
            cost = next((said for asked, said in _COST if asked.search(bare)), "")
            return " ".join(f"{match['thing']} {cost} {match.groupdict().get('rest') or ''}".split())
    return None


def changed_money(text: str) -> bool:
    """Whether such a question names a currency to be answered in."""
    return _MONEY.search(text) is not None
