"""Where the participants of an event came from, as a sentence lists it."""

from __future__ import annotations

import re

from ingest.extract.names_listed import names_listed
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
_LONGEST, _WORDS = 600, 4
"""Characters of a list, and words of a country's name."""


def origins(text: str) -> str | None:
    """The countries that participants came from, as written and joined with semicolons; None where a sentence lists none."""
    plain = Plain.of(text)
    match = _OPENS.search(plain.text)
    if match is None:
        return None
    start = plain.place(match.end())
    listed = re.split(r"[.)\n]", text[start : start + _LONGEST], maxsplit=1)[0]
    named = names_listed(listed)
    return "; ".join(named) if len(named) > 1 and all(len(name.split()) <= _WORDS for name in named) else None
