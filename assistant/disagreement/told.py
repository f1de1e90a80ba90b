"""Tells a disagreement of the documents: each value with its source and that source's day, in one calm sentence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from assistant.gate import bound
from assistant.reading.draft import worded
from assistant.register.single import Single
from assistant.values import Answer, Citation, Disagreement, Statement, Version
from vectorstore import DocumentInfo, say_date

_TOLD = {
    "en": "The documents do not agree on this: {versions}.",
    "fr": "Les documents ne concordent pas sur ce point : {versions}.",
    "ar": "لا تتفق الوثائق في ذلك: {versions}.",
}
_MARKED = 4
"""Marks of one value in the sentence, at most: the rows of a long table have their own."""
_JOINS = {"ar": "؛ ", "fr": " ; "}


@dataclass(frozen=True, slots=True)
class Contrary:
    """Another value, with the words of the document that says so."""

    value: str
    document: str
    page: int | None
    start: int
    end: int
    quote: str
    about: DocumentInfo

    @property
    def date(self) -> str | None:
        """The day of its document, ISO."""
        return self.about.date

    def cited(self, number: int) -> Citation:
        """Its source, numbered."""
        at = (self.page, self.start, self.end, self.quote)
        return Citation(number, self.document, self.about.title, self.about.date, *at, self.about.language)


def disagreeing(
    answer: Answer, single: Single, contrary: Sequence[Contrary], stored_text: Callable[[str], str]
) -> Answer:
    """An answer with the other values that hold, the final or newest first, and the sentence that says so."""
    numbers = {(c.document, c.start, c.end): c.number for c in answer.citations}
    citations, versions = list(answer.citations), [_own(answer, single)]
    quotes: list[Statement] = []
    for one in contrary:
        number = numbers.get((one.document, one.start, one.end)) or len(citations) + 1
        said = (Statement(one.value, (number,)), Statement(one.quote, (number,)))
        kept, cited = bound(said, (one.cited(number),), stored_text)
        if len(kept) == len(said):
            citations += cited if number > len(citations) else ()
            versions.append(Version(one.value, one.date, (number,)))
            quotes.append(said[1])
    if len(versions) == 1:
        return answer
    newest = max(versions, key=lambda one: one.date or "")
    leads = versions[0] if _is_final(single) else newest
    versions.sort(key=lambda one: (one is leads, one.date or ""), reverse=True)
    told = Disagreement(_said(versions, answer.language), tuple(versions))
    if answer.table is not None:
        return _beside_table(answer, told, quotes, tuple(citations))
    return _led_by(answer, [*answer.statements[1:], *quotes], versions, citations)


def _beside_table(
    answer: Answer, told: Disagreement, quotes: Sequence[Statement], citations: tuple[Citation, ...]
) -> Answer:
    """A list or number as it stands, and the other values after it."""
    rest = worded([*answer.statements[1:], *quotes])
    text = "\n".join(filter(None, (answer.statements[0].text, told.text, rest)))
    statements = (*answer.statements, *quotes)
    return replace(answer, text=text, statements=statements, citations=citations, disagreement=told)


def _led_by(
    answer: Answer, quotes: Sequence[Statement], versions: Sequence[Version], citations: Sequence[Citation]
) -> Answer:
    """The answer, led by the first of several values, its sources numbered in their order."""
    order = list(dict.fromkeys(number for one in versions for number in one.citations))
    order += [citation.number for citation in citations if citation.number not in order]
    renumbered = {number: place for place, number in enumerate(order, 1)}
    ordered = [replace(one, citations=tuple(renumbered[n] for n in one.citations)) for one in versions]
    told = Disagreement(_said(ordered, answer.language), tuple(ordered))
    lead = Statement(ordered[0].text, ordered[0].citations)
    rest = [replace(one, citations=tuple(renumbered[n] for n in one.citations)) for one in quotes]
    rest.sort(key=lambda one: one.citations)
    cited = sorted((replace(one, number=renumbered[one.number]) for one in citations), key=lambda one: one.number)
    text = "\n".join((worded([lead]), told.text, worded(rest)))
    if lead.text == answer.statements[0].text:
        text = answer.text.partition(lead.text)[0] + text  # that a language model proposed it
    return replace(answer, text=text, statements=(lead, *rest), citations=tuple(cited), disagreement=told)


def _own(answer: Answer, single: Single) -> Version:
    """The register's value, of the newest document that says so."""
    cited = answer.statements[0].citations
    dates = [c.date for c in answer.citations if c.number in cited and c.date] if single.sort != "count" else []
    return Version(single.value, max(dates, default=None), cited)


def _is_final(single: Single) -> bool:
    """Whether the register answers from the report of the thing itself, or counts what it has read."""
    if single.fact is None:
        return True
    say = single.fact.fields.get
    return single.sort != "holder" and (say("about_this_document") == "yes" or say("state") == "final")


def _said(versions: Sequence[Version], language: str) -> str:
    said = _JOINS.get(language, "; ").join(_version(one, language) for one in versions)
    return _TOLD.get(language, _TOLD["en"]).format(versions=said)


def _version(one: Version, language: str) -> str:
    marks = "".join(f"[{number}]" for number in one.citations) if len(one.citations) <= _MARKED else ""
    day = f" ({say_date(one.date, None, language)})" if one.date else ""
    return f"{one.text} {marks}{day}" if marks else f"{one.text}{day}"
