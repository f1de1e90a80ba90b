"""Reads a question, in the light of the earlier ones where it leans on them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from assistant.understand.language import question_language
from assistant.understand.names import bodies_in, names_in
from assistant.understand.question import Question
from assistant.understand.wants import further, wanted
from assistant.values import Turn
from vectorstore import find_dates, fold, terms

_FOLLOWS = re.compile(
    r"^\W*(?:and|et|و|also|what about|how about|then|puis|ensuite)\b|\b(?:it|its|they|them|their|he|she|his|her|him|this|that|those|these|there|then|same)\b"
    r"|\b(?:il|elle|ils|elles|lui|leur|y|celui|celle|ceux|cela|ca|en)\b|\bl'[ay]\b|\b(?:هو|هي|هم|ذلك|تلك|هذا|هذه|هناك|فيها|فيه|منهم|منها|له|لها)\b|مدتها|مدته"
)


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
        names=tuple(dict.fromkeys([*names_in(standalone), *bodies_in(standalone)])),
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


def _leans(text: str) -> bool:
    """Whether a question cannot stand alone: it opens with a connective, has a pronoun, or names almost nothing."""
    folded = fold(text)
    return bool(_FOLLOWS.search(folded)) or folded.strip().startswith("و") or len(terms(text)) <= 1
