"""How an answer was found, as markup; decided without the page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ui.render import shortened
from ui.words import direction, knows, say
from vectorstore import Html, element, joined

if TYPE_CHECKING:
    from assistant import Answer, Candidate, Trace

_MOST = 12
"""Candidates, documents and expanded words shown."""


def trace_html(answer: Answer, trace: Trace, language: str) -> Html:
    """The question as understood, what was searched for, what was found, kept and dropped and why, and the time it took."""
    known = element("dl", *(part for pair in _known(answer, trace, language) for part in pair))
    return element(
        "div", known, _candidates(trace, language), class_="sanad-trace", lang=language, dir=direction(language)
    )


def _known(answer: Answer, trace: Trace, language: str) -> Iterator[tuple[Html, Html]]:
    said = {
        "trace_question": trace.standalone,
        "trace_steps": " → ".join(trace.steps),
        "trace_names": " · ".join(trace.names),
        "trace_dates": " · ".join(filter(None, trace.dates)),
        "trace_expanded": "; ".join(
            f"{term}: {', '.join(words)}" for term, words in list(trace.expanded.items())[:_MOST]
        ),
        "trace_route": say(language, f"route_{answer.route}") if knows(f"route_{answer.route}") else answer.route,
        "trace_found": _found(trace, language),
        "trace_seconds": " · ".join(
            f"{_stage(name, language)} {1000 * spent:.0f} ms" for name, spent in trace.seconds.items()
        ),
        "trace_snapshot": f"{answer.snapshot} · {answer.fingerprint[:12]}",
    }
    for key, words in said.items():
        if words:
            yield element("dt", say(language, key)), element("dd", element("bdi", words, dir="auto"))


def _found(trace: Trace, language: str) -> str:
    """How many passages were found and where."""
    if not trace.passages:
        return ""
    documents = Counter(str(passage["document"]) for passage in trace.passages)
    shown = ", ".join(f"{name} ({count})" for name, count in documents.most_common(_MOST))
    return f"{say(language, 'passages_of', count=len(trace.passages), documents=len(documents))}: {shown}"


def _stage(name: str, language: str) -> str:
    return say(language, f"stage_{name}") if knows(f"stage_{name}") else name


def _candidates(trace: Trace, language: str) -> Html:
    """The sentences that were weighed, the best first, each with what became of it."""
    if not trace.candidates:
        return joined(())
    heads = (element("th", say(language, f"candidate_{key}"), scope="col") for key in ("words", "why", "score"))
    rows = (_candidate(candidate, language) for candidate in trace.candidates[:_MOST])
    table = element("table", element("thead", element("tr", *heads)), element("tbody", *rows))
    caption = say(language, "weighed", count=trace.weighed, shown=min(_MOST, len(trace.candidates)))
    return joined([element("p", caption, class_="sanad-note"), element("div", table, class_="scroll", tabindex="0")])


def _candidate(candidate: Candidate, language: str) -> Html:
    score = next(iter(candidate.scores.values()), None)
    return element(
        "tr",
        element(
            "td",
            element("bdi", shortened(candidate.words, 140), dir="auto"),
            element("br"),
            element("small", element("bdi", candidate.document, dir="ltr"), class_="sanad-note"),
        ),
        element("td", _why(candidate.why, language)),
        element("td", "" if score is None else f"{score:.2f}"),
        class_="kept" if candidate.kept else None,
    )


def _why(why: str, language: str) -> str:
    """What became of a candidate, in the language of the page where there is a word for it."""
    refused = why.removeprefix("refused: ")
    if refused != why and knows(refused):
        return say(language, refused)
    key = "why_" + why.replace(" ", "_")
    return say(language, key) if knows(key) else why
