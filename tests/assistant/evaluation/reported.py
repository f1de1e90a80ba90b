"""Runs made by hand, for the tests of the reports."""

from __future__ import annotations

from assistant import Answer, Citation, Row, Table, Turn
from assistant.evaluation.probes import ProbeResult
from assistant.evaluation.values import Case, Result, Run, Score

HOSTILE = (
    '<img src=x onerror="alert(1)"></script><script>alert(2)</script> ![p](http://evil.example/p.png) | @someone #1 `x`'
)
QUOTE = Citation(1, "2024/notice.txt", "Notice", "2024-01-15", 2, 10, 40, "It will now be held on 22 April 2024.", "en")


def result(id, *, right=True, kind="factoid", language="en", question="When is the course?", retrieved=(), **said):
    """A result with the scores that matter to a report."""
    case = Case(
        id, question, language, kind, answers=("22 April 2024",), documents=("2024/notice.txt",), quote=QUOTE.quote
    )
    known = {"text": "22 April 2024 [1]", "outcome": "answered", "citations": (QUOTE,), "seconds": 0.1, **said}
    answer = Answer(question=question, language=language, statements=(), snapshot="s2", fingerprint="f" * 64, **known)
    scores = (
        Score("correct", float(right), "“22 April 2024” is said" if right else "not said: 22 April 2024"),
        Score("must_include", None, "no string must appear"),
        Score("seconds", answer.seconds, "0.10 s"),
        Score("graded", 0.75, "nearly", advice=True),
    )
    return Result(case, answer, retrieved or ("2023/plan.txt", "2024/notice.txt"), scores)


def run(*results, id="r2", started="2026-03-01T12:00:00+00:00"):
    """A run of these results."""
    return Run(id, "harbour", started, "s2", "f" * 64, results)


FOUR = (
    result("a"),
    result(
        "b",
        right=False,
        kind="superseded",
        language="fr",
        question="Quand a lieu la formation ?",
        text="4 mars 2024 [1]",
    ),
    result(
        "c",
        right=False,
        language="ar",
        question="متى تُعقد الدورة؟",
        outcome="not_covered",
        reason="not_in_documents",
        text="لا تذكر الوثائق ذلك.",
        citations=(),
        nearest=(QUOTE,),
    ),
    result("d", kind="count"),
)


def hostile():
    """A result in which everything that can be foreign is hostile."""
    quote = Citation(1, HOSTILE, HOSTILE, HOSTILE, 1, 0, 3, HOSTILE, "en")
    table = Table((HOSTILE,), (Row((HOSTILE,), (1,)),), 3, 1, complete=False)
    answer = Answer(
        HOSTILE, "en", "answered", HOSTILE, (), (quote,), HOSTILE, HOSTILE, 0.1, table=table, nearest=(quote,)
    )
    case = Case(
        HOSTILE,
        HOSTILE,
        "en",
        HOSTILE,
        (Turn("user", HOSTILE),),
        (HOSTILE,),
        documents=(HOSTILE,),
        quote=HOSTILE,
        note=HOSTILE,
    )
    return Result(case, answer, (HOSTILE,), (Score("correct", 0.0, HOSTILE), Score(HOSTILE, None, HOSTILE)))


PROBES = (
    ProbeResult(FOUR[0].case, "When is the crouse?", FOUR[0].answer, Score("slip", 1.0, "Still right.")),
    ProbeResult(
        FOUR[1].case, "Quand a lieu la fromation ?", None, Score("slip", None, "The question is not answered right.")
    ),
    ProbeResult(
        FOUR[3].case, "When is the crouse?", FOUR[3].answer, Score("slip", 0.0, f"No longer right: {HOSTILE}.")
    ),
)
