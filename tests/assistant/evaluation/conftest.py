import dataclasses
from datetime import UTC, datetime

import pytest

from assistant import Answer, Citation, Statement
from assistant.evaluation import Case, Result, Run
from assistant.evaluation.scores import score
from tests.assistant.archive import assistant_of

NOW = datetime(2026, 3, 4, 10, 15, tzinfo=UTC)
TEXT = "The Harbour Board met in Azurra.\nThe course was held on 4 March 2024 with 31 pilots.\n"
REPORTS = {
    "minutes.txt": "Minutes of the Harbour Board\nDate: 9 October 2023\nVenue: Port Almina\nChair: Dr. Samira BELL\n\n"
    "The Board took note of the pilot course. The course will be held on 4 March 2024 in Azurra.\n",
    "notice.txt": "Notice: new date of the pilot course\nDate: 15 January 2024\n\n"
    "It will now be held on 22 April 2024 in Azurra, with 31 pilots from nine countries.\n",
}
CASES = (
    Case("c1", "Who chaired the Harbour Board in October 2023?", answers=("Samira Bell",), documents=("minutes.txt",)),
    Case("c2", "How many pilots take part in the pilot course?", answers=("31",), documents=("notice.txt",)),
    Case("c3", "What is the salary of the crane operators of Benmara?", kind="unanswerable", answerable=False),
)


def cited(number, quote, document="a.txt", text=TEXT, language="en"):
    start = text.index(quote)
    return Citation(number, document, "A", None, None, start, start + len(quote), quote, language)


def answered(text, *citations, language="en", statements=None, seconds=0.1):
    said = statements or (Statement(text, tuple(c.number for c in citations)),)
    return Answer("?", language, "answered", text, said, tuple(citations), "s1", "f1", seconds)


def refused(reason="not_in_documents", text="The documents do not say.", language="en"):
    return Answer("?", language, "not_covered", text, (), (), "s1", "f1", 0.1, reason=reason)


def result(case, answer, retrieved=("a.txt",), text=TEXT):
    return Result(case, answer, tuple(retrieved), score(case, answer, retrieved, {"a.txt": text}.get))


def run(*results, id="r1", **changed):
    about = Run(id, "questions", "2026-03-04T10:15:00Z", "s1", "f1", tuple(results), "d1")
    return dataclasses.replace(about, **changed)


@pytest.fixture(scope="session")
def assistant(tmp_path_factory):
    """The whole assistant over two small reports, embedded by their words."""
    with assistant_of(REPORTS, tmp_path_factory.mktemp("evaluated")) as assistant:
        yield assistant
