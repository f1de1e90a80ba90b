"""Things that a document numbers one by one, in headings or in paragraphs, where their number is asked for: resolutions, decisions."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence, Set

from assistant.concepts import asking_words
from assistant.reading.draft import Draft, Listed, Said
from assistant.reading.matching import Matcher
from assistant.understand import Question, counted_terms
from vectorstore import DocumentInfo, StoredSentence, terms

_FEWEST, _MOST = 2, 60
"""Things at least, and at most."""
_CALLED = re.compile(
    r"^\W*(?P<noun>[^\W\d_]+)\s*(?:n[°o]\.?|nos?\.|number|رقم|:)?\s*(?P<number>[A-Z]{0,6}[-./]?\d[\w./-]*|[IVX]+\b)"
)
"""A thing by what it is and its number: "Resolution 3/7-T on training"."""
_NUMBERED = re.compile(r"^\W*(?P<number>[A-Z]{0,3}[-./]?\d{1,3}(?:[./-]\w{1,4})*)\s*(?:[.):–—-]?\s+|[.)]\s*$)")
_SHORT = 6
"""Words of a heading that names what is numbered below it."""


def numbered(
    question: Question,
    documents: Sequence[DocumentInfo],
    sentences_of: Callable[[str], Sequence[StoredSentence]],
    matcher: Matcher,
    saying_nothing: Collection[str],
    told: Mapping[str, Set[str]],
    done: Collection[str] = (),
) -> Draft | None:
    """The things that a question counts, of the one document that tells all it says besides; None where none numbers them.

    Args:
        question: As understood.
        documents: Those that may hold them, the likeliest first.
        sentences_of: The sentences of a document, in order.
        matcher: Compares the question's terms with text.
        saying_nothing: Stems that only say how a question is asked, or what was done.
        told: Terms of the question that each document as a whole tells, by its path.
        done: Stems of the words that ask for what was done, where it is not counted: of "what was decided", of that.
    """
    counts = question.wants == "number"
    asked = [term for term in counted_terms(question) if term not in saying_nothing] if counts else done
    nouns = [term for term in asked if term in matcher.same]
    passed_over = {*nouns, *asking_words(), *saying_nothing} - matcher.named
    limits = [term for term in question.own_terms if term not in passed_over]
    if not nouns or not limits:
        return None
    for document in documents:
        if told[document.path] >= frozenset(limits):
            found = _things(nouns, sentences_of(document.path), matcher)
            if found:
                rows = tuple(Listed(Said(one.text, (one,)), (one.text,)) for one in found)
                return Draft((rows[0].said,), (document.title,), rows, counted=counts)
    return None


def _things(nouns: Sequence[str], sentences: Sequence[StoredSentence], matcher: Matcher) -> list[StoredSentence]:
    """The headings that are called so and numbered, or the paragraphs, or what is numbered below a heading that names them."""
    called = list(_called(nouns, sentences, matcher))
    headings = [(number, one) for number, one in called if one.kind == "heading"]
    below = list(_below(nouns, sentences, matcher))
    for series in (headings, called, below):
        found = {number: one for number, one in reversed(series)}
        if _FEWEST <= len(found) <= _MOST:
            return sorted(found.values(), key=lambda one: one.start)
    return []


def _called(
    nouns: Sequence[str], sentences: Sequence[StoredSentence], matcher: Matcher
) -> Iterator[tuple[str, StoredSentence]]:
    for sentence in sentences:
        match = _CALLED.match(sentence.text)
        if match and sentence.kind != "row" and _names(nouns, match["noun"], matcher):
            yield match["number"], sentence


def _below(
    nouns: Sequence[str], sentences: Sequence[StoredSentence], matcher: Matcher
) -> Iterator[tuple[str, StoredSentence]]:
    """What is numbered below a heading, all in the way of the first; a number may be a sentence by itself."""
    named, shape, alone = False, "", ""
    for sentence in sentences:
        if sentence.kind == "heading":
            named, shape = len(sentence.text.split()) <= _SHORT and _names(nouns, sentence.text, matcher), ""
        elif named and alone:
            yield alone, sentence
            alone = ""
        elif named and (match := _NUMBERED.match(sentence.text)) and shape in ("", _shape(match["number"])):
            shape = _shape(match["number"])
            if match.end() == len(sentence.text.rstrip()):
                alone = match["number"]
            else:
                yield match["number"], sentence


def _shape(number: str) -> str:
    """How a number is written, whichever it is."""
    return re.sub(r"\d+", "0", number)


def _names(nouns: Sequence[str], text: str, matcher: Matcher) -> bool:
    words = frozenset(terms(text))
    return any(matcher.worth(noun, words) for noun in nouns)
