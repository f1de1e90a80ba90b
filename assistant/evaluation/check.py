"""Whether what a question set says of the documents is true of the index it is asked of."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Collection, Iterator, Mapping

from assistant.evaluation.errors import SetError
from assistant.evaluation.quotes import passages
from assistant.evaluation.scores.matching import normalised
from assistant.evaluation.sets import QuestionSet
from assistant.evaluation.values import Case


def check_set(
    questions: QuestionSet,
    documents: Collection[str],
    stored_text: Callable[[str], str],
    *,
    unread: Collection[str] = (),
) -> tuple[str, ...]:
    """Refuse a set that names documents the index does not hold, or quotes words they do not hold.

    Letter case, typographic marks and the lines between cells make no difference to a quote.

    Args:
        questions: The set.
        documents: Paths of the documents in the index.
        stored_text: The stored text of one of them.
        unread: Paths of files that are not in the index because they could not be read. Cases that need them are kept:
            that they cannot be answered is a fact about the archive.

    Returns:
        One sentence for each unread file that cases need.

    Raises:
        SetError: One sentence for each mistake.
    """
    mistakes = [mistake for case in questions.cases for mistake in _strangers(questions, case, {*documents, *unread})]
    levelled = {
        path: normalised(stored_text(path))
        for path in sorted({path for case in questions.cases for path in case.documents} & set(documents))
    }
    mistakes += [mistake for case in questions.cases for mistake in _misquoted(questions, case, levelled)]
    if mistakes:
        raise SetError(mistakes)
    return tuple(
        f"{path} could not be read at ingest; questions of the set that need it: {number}."
        for path in sorted(unread)
        if (number := sum(path in case.documents for case in questions.cases))
    )


def _strangers(questions: QuestionSet, case: Case, known: Collection[str]) -> Iterator[str]:
    place = questions.entries[case.id].place("documents")
    for path in case.documents:
        if path not in known:
            close = difflib.get_close_matches(path, list(known), n=1)
            hint = f"did you mean {close[0]}" if close else "write its path relative to the ingested folder"
            yield f"{place}: {path} is not in the index; {hint}."


def _misquoted(questions: QuestionSet, case: Case, levelled: Mapping[str, str]) -> Iterator[str]:
    if any(path not in levelled for path in case.documents):
        return
    for passage in passages(case.quote):
        if not any(normalised(passage) in levelled[path] for path in case.documents):
            place = questions.entries[case.id].place("quote")
            where = ", ".join(case.documents)
            yield f"{place}: “{passage}” does not stand in {where}; copy the words from the stored text."
