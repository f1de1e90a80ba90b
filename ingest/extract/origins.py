"""Where the participants of an event came from, as a sentence lists it."""

from __future__ import annotations

import re

from ingest.extract.plain import Plain

_PEOPLE = (
    r"(?:participants?|attendees|trainees|delegates|officials|inspectors|experts|fellows|officers|people|they|delegations|teams|stagiaires?|personnes|delegues|agents|cadres|ils|elles|candidats"
    r"|مشاركا?|مشاركين|المشارك[وي]ن|متدربا?|متدربين|المتدرب[وي]ن|خبيرا?|خبراء|موظفا?|مندوبا?|وهم|جاووا|الدول المشاركه)"
)
_COUNTED = r"(?:\w+(?:-\w+)? )?(?:member |participating )?(?:countries|states|pays(?: membres)?|دول(?:ه)?|دولا|بلدان)"
_OPENS = re.compile(
    rf"(?:(?<!\w){_PEOPLE}(?!\w)[^.;:]{{0,80}}?\b(?:from|of|representing|venus? de|venaient de|issus de|originaires de|representant|de|d'|من|يمثلون)\s+(?:the |les )?{_COUNTED}\s*(?::|\(|,? (?:namely|a savoir|هي))\s*"
    rf"|(?<!\w)(?:participating countries|countries represented|countries taking part|pays (?:participants|representes)|الدول المشاركه)\s*:\s*"
    rf"|(?<!\w){_PEOPLE} (?:came |were |sont |etaient |venaient |جاووا )?(?:from|venus? de|venaient de|originaires de)\s+(?=[^.;:]{{3,80}},))"
)
_PART = re.compile(r"\s*(?:,|;|،|؛|\band\b|\bet\b|(?<=\s)و(?=\w))\s*")
_NAME = re.compile(r"[^\W\d_][\w'’ -]{1,40}")
_LONGEST = 600


def origins(text: str) -> str | None:
    """The countries that participants came from, as written and joined with semicolons; None where a sentence lists none."""
    plain = Plain.of(text)
    match = _OPENS.search(plain.text)
    if match is None:
        return None
    start = plain.place(match.end())
    listed = re.split(r"[.)\n]", text[start : start + _LONGEST], maxsplit=1)[0]
    names = [
        re.sub(r"^(?:the|la|le|les|l['’])\s?", "", part.strip(), flags=re.IGNORECASE) for part in _PART.split(listed)
    ]
    named = [name for name in names if name]
    return "; ".join(named) if len(named) > 1 and all(map(_is_name, named)) else None


def _is_name(words: str) -> bool:
    return bool(_NAME.fullmatch(words)) and len(words.split()) <= 4 and (words[0].isupper() or not words[0].isascii())
