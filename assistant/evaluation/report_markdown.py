"""The report of a run for a pull request: what changed first, then the figures, in a text that fits a comment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from assistant.evaluation.figures import (
    CORRECT,
    Figure,
    Group,
    expected,
    figures,
    is_right,
    kinds_and_languages,
    times,
    where_it_failed,
)
from assistant.evaluation.markdown import markdown
from assistant.evaluation.probes import ProbeResult, summarise
from assistant.evaluation.report_charts import percent, points
from assistant.evaluation.values import Comparison, Interval, Result, Run

_LISTED = 40
"""Cases named in one list; a comment has room for 65,536 characters."""
_LONGEST = 240
"""Characters of a foreign text."""


def markdown_report(run: Run, comparison: Comparison | None, probes: Sequence[ProbeResult] = ()) -> str:
    """The report as Markdown; foreign text is shown letter by letter, without links or calls of names."""
    parts = [
        _title(run, comparison),
        *_warnings(comparison),
        *_changes(comparison),
        _figures(run, comparison),
        *_groups(run, comparison),
        *_probes(probes),
        *_wrong(run),
        _source(run),
    ]
    return "\n\n".join(parts) + "\n"


def _title(run: Run, comparison: Comparison | None) -> str:
    head = next((figure for figure in figures(run) if figure.name == CORRECT), None)
    share = f"{percent(head.value.mean)} of {head.value.n} right" if head else "no case is marked"
    verdict = "" if comparison is None else " – **regressed**" if comparison.regressed else " – no regression"
    return f"## {markdown(run.set_name)}: {share}{verdict}"


def _warnings(comparison: Comparison | None) -> list[str]:
    return [f"> **Note:** {_cut(said)}" for said in comparison.warnings] if comparison else []


def _changes(comparison: Comparison | None) -> Iterator[str]:
    if comparison is None:
        return
    for state, title in (("worse", "Worse"), ("missing", "Missing"), ("better", "Better"), ("new", "New")):
        found = [change for change in comparison.changes if change.state == state]
        if found:
            lines = [f"- **{markdown(change.case_id)}** {_cut(change.why)}" for change in found[:_LISTED]]
            yield "\n".join([f"### {title} ({len(found)})", "", *lines, *_more(len(found))])
    if comparison.fallen:
        yield "\n".join(f"- {_cut(said)}" for said in comparison.fallen)
    if all(change.state == "same" for change in comparison.changes):
        yield "No case changed."


def _figures(run: Run, comparison: Comparison | None) -> str:
    changed = comparison.difference if comparison else {}
    rows = [(_named(figure), figure.value, changed.get(figure.name)) for figure in figures(run)]
    spent = times(run)
    speed = f"\n\nSeconds: median {spent[0]:.2f}, 95 % within {spent[1]:.2f}." if spent else ""
    return f"### Scores\n\n{_table('Score', rows)}{speed}"


def _groups(run: Run, comparison: Comparison | None) -> Iterator[str]:
    for title, found in zip(("Kind", "Language"), kinds_and_languages(run, comparison), strict=True):
        yield _folded(f"By {title.lower()}", _table(title, map(_row_of, found)))


def _row_of(group: Group) -> tuple[str, Interval, Interval | None]:
    return markdown(group.name), group.value, group.change


def _table(title: str, rows: Iterable[tuple[str, Interval, Interval | None]]) -> str:
    lines = [f"| {title} | Mean | 95 % interval | Cases | Change |", "| :-- | --: | :-: | --: | :-- |"]
    for name, value, change in rows:
        spread = f"{percent(value.low)} – {percent(value.high)}"
        lines.append(f"| {name} | {percent(value.mean)} | {spread} | {value.n} | {_difference(change)} |")
    return "\n".join(lines)


def _difference(change: Interval | None) -> str:
    if change is None:
        return ""
    if change.low == change.high == 0:
        return "="
    spread = f"{points(change.mean)} ({points(change.low)} to {points(change.high)})"
    return f"**{spread}**" if change.low > 0 or change.high < 0 else f"{spread}, noise"


def _probes(results: Sequence[ProbeResult]) -> Iterator[str]:
    if not results:
        return
    lines = ["### Probes", "", "| Probe | Held | 95 % interval | Cases | Skipped |", "| :-- | --: | :-: | --: | --: |"]
    for line in summarise(results):
        held = line.held
        shown = f"{percent(held.mean)} | {percent(held.low)} – {percent(held.high)} | {held.n}" if held else "– | – | 0"
        lines.append(f"| {line.probe} | {shown} | {line.skipped} |")
    yield "\n".join(lines)


def _wrong(run: Run) -> Iterator[str]:
    wrong = [result for result in run.results if not is_right(result)]
    if not wrong:
        return
    lines = [
        f"- **{markdown(result.case.id)}** {_cut(result.case.question)}<br>"
        f"expected: {_cut(_expected(result))}<br>got: {_cut(result.answer.text)}<br>{where_it_failed(result) or ''}"
        for result in wrong[:_LISTED]
    ]
    yield _folded(f"Wrong ({len(wrong)})", "\n".join([*lines, *_more(len(wrong))]))


def _expected(result: Result) -> str:
    how, texts = expected(result)
    return f"{how}: {'; '.join(texts)}" if how and texts else how or "".join(texts)


def _source(run: Run) -> str:
    return f"Asked {run.started[:16].replace('T', ' ')} UTC, snapshot {markdown(run.snapshot)}, fingerprint {markdown(run.fingerprint[:16])}."


def _named(figure: Figure) -> str:
    return figure.name.replace("_", " ") + (" (advice)" if figure.advice else "")


def _folded(title: str, body: str) -> str:
    return f"<details><summary>{title}</summary>\n\n{body}\n\n</details>"


def _more(count: int) -> list[str]:
    return [f"- … and {count - _LISTED} more"] if count > _LISTED else []


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return markdown(line if len(line) <= _LONGEST else line[: _LONGEST - 2].rsplit(" ", 1)[0] + " …")
