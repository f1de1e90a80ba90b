"""What may be wrong with an answer that a reader marked wrong: rules that look at the answer alone, likeliest cause first.

They are hints for whoever completes the candidate. None of them is a verdict.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.concepts import asking_words, same_concept
from assistant.understand import question_language, wanted
from assistant.values import Answer
from vectorstore import DocumentInfo, find_dates, terms

Code = Literal["unread", "near", "refused", "outdated", "form", "apart", "language", "unknown"]


@dataclass(frozen=True, slots=True)
class Cause:
    """A suspected cause, and the observation it rests on."""

    code: Code
    why: str


_NEAR = 0.6
"""Share of the question's terms in one passage from which a refusal is suspicious."""
_APART = 0.34
"""Share below which cited words have little to do with the question."""
_SAME_MATTER = 0.5
"""Share of title terms (Jaccard) from which two documents are taken to be about the same matter."""
_DIGIT_KINDS = ("number", "money")


def suspect(answer: Answer, documents: Sequence[DocumentInfo] = ()) -> tuple[Cause, ...]:
    """The causes whose signs show; `unknown` where none does."""
    found = list(_of_refusal(answer) if answer.outcome != "answered" else _of_answer(answer, documents))
    return tuple(found) or (
        Cause("unknown", "No rule recognises what is wrong; compare the answer with the documents."),
    )


def _of_refusal(answer: Answer) -> Iterator[Cause]:
    if answer.reason == "unread_document":
        yield Cause("unread", "Refused because a file that may hold the answer could not be read.")
    for passage in answer.nearest:
        share = _share(answer.question, passage.quote)
        if share >= _NEAR:
            yield Cause(
                "near", f"Refused though a passage of {passage.document} holds {share:.0%} of the question's words."
            )
            return
    yield Cause("refused", "Refused, and no passage shown is near: the document may be missing, or was not found.")


def _of_answer(answer: Answer, documents: Sequence[DocumentInfo]) -> Iterator[Cause]:
    cited = {citation.document for citation in answer.citations}
    for about in documents:
        if about.path in cited and (newer := _newer(about, documents, cited)) is not None:
            yield Cause(
                "outdated", f"Cites {about.path} of {about.date}; {newer.path} of {newer.date} is on the same matter."
            )
    if missing := _missing_form(answer):
        yield Cause("form", missing)
    best = max((_share(answer.question, citation.quote) for citation in answer.citations), default=1.0)
    if best < _APART:
        yield Cause("apart", f"The cited words hold at most {best:.0%} of the question's words.")
    asked = question_language(answer.question)
    if answer.citations and all(citation.language != asked for citation in answer.citations):
        yield Cause("language", "Every cited document is in another language than the question.")


def _newer(about: DocumentInfo, documents: Sequence[DocumentInfo], cited: set[str]) -> DocumentInfo | None:
    alike = [
        other
        for other in documents
        if other.path not in cited and (other.date or "") > (about.date or "9999") and _same_matter(about, other)
    ]
    return max(alike, key=lambda other: other.date or "", default=None)


def _same_matter(one: DocumentInfo, other: DocumentInfo) -> bool:
    first, second = set(terms(one.title)), set(terms(other.title))
    return bool(first | second) and len(first & second) / len(first | second) >= _SAME_MATTER


def _missing_form(answer: Answer) -> str | None:
    """What kind of answer was asked for, where nothing of that form was given."""
    wants = wanted(answer.question)
    if wants in _DIGIT_KINDS and not re.search(r"\d", answer.text):
        return "A number was asked for and the answer has none."
    if wants == "date" and not find_dates(answer.text):
        return "A date was asked for and the answer has none."
    if (
        wants == "person"
        and answer.language != "ar"
        and not re.search(r"\b[^\W\d_a-zà-ÿ][\w'’-]+ [^\W\d_a-zà-ÿ]\w+", answer.text)
    ):
        return "A person was asked for and the answer names none."
    return None


def _share(question: str, words: str) -> float:
    """Share of the question's terms, those that only ask left out, which stand in some words, themselves or by the same concept."""
    asked = [term for term in dict.fromkeys(terms(question)) if term not in asking_words()]
    there = set(terms(words))
    return sum(bool({term, *same_concept(term)} & there) for term in asked) / len(asked) if asked else 0.0
