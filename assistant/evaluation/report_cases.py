"""The cases of a run, one below the other, each with all that is needed to see why it is right or wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.evaluation.figures import expected, is_right, where_it_failed
from assistant.evaluation.values import Case, Change, Result, Score
from assistant.values import Answer, Citation, Table
from vectorstore import Html, element

_FOUND_SHOWN = 6


def case_list(results: Sequence[Result], changes: Mapping[str, Change]) -> Html:
    """Every case, the wrong ones first."""
    ordered = sorted(results, key=is_right)
    return element(
        "ol", *(_case(result, changes.get(result.case.id)) for result in ordered), class_="cases", id="cases"
    )


def quotation(citation: Citation) -> Html:
    """A citation: its exact words, then where they stand."""
    page = f"page {citation.page}" if citation.page else None
    where = [part for part in (citation.date, page, f"{citation.start}–{citation.end}") if part]
    number = element("b", f"[{citation.number}] ")
    source = element("span", number, element("bdi", citation.document), f" · {' · '.join(where)}", class_="source")
    words = element("q", citation.quote, dir="auto", lang=citation.language)
    return element("li", words, source)


def _case(result: Result, change: Change | None) -> Html:
    case, right = result.case, is_right(result)
    state = change.state if change else ""
    mark = "right" if right else "wrong"
    return element(
        "li",
        element("details", _line(result, mark, state), element("div", *_inside(result, change), class_="inside")),
        class_=f"case {mark}",
        id=f"case-{case.id}",
        data_mark=mark,
        data_state=state,
        data_kind=case.kind,
        data_language=case.language,
    )


def _line(result: Result, mark: str, state: str) -> Html:
    case = result.case
    badge = [element("span", state, class_=f"state {state}")] if state in ("better", "worse", "new") else []
    return element(
        "summary",
        element("span", "✓" if mark == "right" else "✗", class_="mark", role="img", aria_label=mark),
        element("span", case.question, class_="question", dir="auto", lang=case.language),
        element(
            "span", *badge, element("span", case.id, class_="id"), f" {case.kind} · {case.language}", class_="tags"
        ),
    )


def _inside(result: Result, change: Change | None) -> list[Html]:
    case, answer = result.case, result.answer
    parts = []
    if failed := where_it_failed(result):
        why = next((score.reason for score in result.scores if score.name == "correct"), "")
        parts.append(element("p", element("b", f"{failed} "), _sentence(why), class_="why"))
    if change and change.state in ("better", "worse"):
        parts.append(element("p", element("b", f"{change.state.capitalize()}: "), change.why, class_="why changed"))
    if case.history:
        parts.append(
            _part("Before", element("ul", *(element("li", turn.content, dir="auto") for turn in case.history)))
        )
    parts.append(
        element("div", _part("Expected", *_expected(case, result)), _part("Got", *_got(answer)), class_="pair")
    )
    if answer.citations:
        parts.append(_part("Cited", element("ul", *map(quotation, answer.citations), class_="quotes")))
    if answer.nearest:
        parts.append(_part("Nearest passages shown", element("ul", *map(quotation, answer.nearest), class_="quotes")))
    parts += [_part("Scores", _scores(result.scores)), _part("Found by search", _found(result))]
    if case.note:
        parts.append(_part("Note", element("p", case.note, dir="auto")))
    return parts


def _part(title: str, *children: str) -> Html:
    return element("section", element("h4", title), *children)


def _expected(case: Case, result: Result) -> list[Html]:
    how, texts = expected(result)
    parts = [element("p", how, class_="quiet")] if how else []
    parts += [element("p", text, dir="auto", lang=case.language) for text in texts]
    if case.quote:
        parts.append(element("p", element("q", case.quote, dir="auto"), class_="gold"))
    if case.documents:
        parts.append(element("ul", *(element("li", element("bdi", path)) for path in case.documents), class_="paths"))
    if case.as_of:
        parts.append(element("p", f"As of {case.as_of.isoformat()}", class_="quiet"))
    return parts


def _got(answer: Answer) -> list[Html]:
    said = [element("p", line, dir="auto", lang=answer.language) for line in answer.text.splitlines() if line.strip()]
    refused = (
        []
        if answer.outcome == "answered"
        else [element("p", f"Refused: {answer.reason or answer.outcome}", class_="quiet")]
    )
    table = [_table(answer.table)] if answer.table else []
    return [*refused, *said, *table]


def _table(table: Table) -> Html:
    head = element("tr", *(element("th", name, dir="auto") for name in table.columns))
    rows = (element("tr", *(element("td", cell, dir="auto") for cell in row.cells)) for row in table.rows)
    whole = "complete" if table.complete else "perhaps incomplete"
    read = f"{table.considered} documents considered, {table.unread} not read, " if table.considered else ""
    note = read + whole
    return element("div", element("table", head, *rows), element("p", note, class_="quiet"), class_="scroll")


def _scores(scores: Sequence[Score]) -> Html:
    applied = [score for score in scores if score.value is not None]
    rows = [
        element(
            "tr",
            element("th", score.name + (" (advice)" if score.advice else ""), scope="row"),
            element("td", f"{score.value:.2f}".rstrip("0").rstrip("."), class_="number"),
            element("td", score.reason, dir="auto"),
            class_="full" if score.value == 1 else None,
        )
        for score in applied
    ]
    silent = ", ".join(f"{score.name} ({score.reason})" for score in scores if score.value is None)
    note = [element("p", f"Does not apply: {silent}.", class_="quiet silent")] if silent else []
    return element("div", element("table", *rows, class_="scores"), *note)


def _found(result: Result) -> Html:
    ranked = list(dict.fromkeys(result.retrieved))
    if not ranked:
        return element("p", "Nothing.", class_="quiet")
    rows = (
        element("li", element("bdi", path), " – expected" if path in result.case.documents else "")
        for path in ranked[:_FOUND_SHOWN]
    )
    return element("ol", *rows, class_="paths")


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith(('.', '?', '!')) else '.'}" if text else ""
