"""Who was there and who was not, from the lines of minutes that are labelled so."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.reading.draft import Draft, Said
from assistant.understand import Question
from vectorstore import StoredSentence, find_people, fold

_ASKS_PRESENT = re.compile(
    r"\bwho (?:all )?(?:attended|came|was there|was present|were present|took part|sat in)\b|\battendance\b|\bqui (?:etait|etaient) (?:present|la\b)|\bqui a (?:participe|assiste)|\bpresents\b|\bمن (?:حضر|شارك)|الحاضر|الحضور"
)
_ASKS_ABSENT = re.compile(
    r"\b(?:absent|absentees?|excused|apologi[sz]ed|apologies|missing|no-?shows?)\b|\bwho (?:did not|didn't|could not|couldn't|was not able to|wasn't) (?:attend|come|make it|there|present)\b|\bexcuse[es]*\b|\babsente?s?\b|\bqui (?:manquait|a manque|n'(?:etait|a) pas (?:la|pu|present\w*|venu\w*))|(?:^|\s)و?من (?:غاب|اعتذر|تغيب|لم (?:يحضر|يشارك|يات|يتمكن))|الغائب|الغايب|المعتذر|المتغيب"
)
_PRESENT = re.compile(
    r"\W*(?:(?:members |also )?present|participants?|attendance|attendees|in attendance|(?:etaient )?presents?|participants?|presences?|الحاضرون|الحضور|المشاركون)\b\s*(?:[:|(.–-]|$)"
)
_ABSENT = re.compile(
    r"\W*(?:apologies(?: for absence)?|absent(?:s|ees)?|(?:absents? et )?excuse(?:s|es|e)?|absents?|regrets|المعتذرون|الغائبون|الغايبون|اعتذر(?: عن الحضور)?|المتغيبون)\b\s*(?:[:|(.–-]|$)"
)


def asks_absent(question: Question) -> bool:
    """Whether a question asks who was not there."""
    return bool(_ASKS_ABSENT.search(fold(question.text)))


def attendance(question: Question, sentences: Sequence[StoredSentence]) -> Draft | None:
    """The lines of a document that say who was there, who was not, or both, as asked; None where one of them is not there."""
    asked = fold(question.text)
    labels = [label for asks, label in ((_ASKS_PRESENT, _PRESENT), (_ASKS_ABSENT, _ABSENT)) if asks.search(asked)]
    found = [_labelled(label, sentences) for label in labels]
    if not found or not all(found):
        return None
    return Draft(tuple(dict.fromkeys(said for lines in found for said in lines)))


def _labelled(label: re.Pattern[str], sentences: Sequence[StoredSentence]) -> list[Said]:
    """A line with its label, and the people listed under it where it has none itself."""
    for place, sentence in enumerate(sentences):
        if not label.match(fold(sentence.text)):
            continue
        said = [Said(sentence.text, (sentence,))]
        if sentence.kind == "heading" or not find_people(sentence.text):
            for following in sentences[place + 1 :]:
                if not find_people(following.text) or following.kind not in ("item", "row", "paragraph"):
                    break
                said.append(Said(following.text, (following,)))
        if any(find_people(one.text) for one in said):
            return said
    return []
