"""The tables of a report: each figure with its interval, drawn and written, and how it changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assistant.evaluation.figures import CORRECT, Figure, Group, figures
from assistant.evaluation.report_charts import bar, percent, points
from assistant.evaluation.values import Comparison, Interval, Run
from vectorstore import Html, element, joined


def figure_tables(run: Run, comparison: Comparison | None) -> Iterable[Html]:
    """The headline, then every other score that applies."""
    found = figures(run)
    changed = comparison.difference if comparison else {}
    head = next((figure for figure in found if figure.name == CORRECT), None)
    if head is not None:
        value = head.value
        big = element("p", percent(value.mean), class_="big")
        right = round(value.mean * value.n)
        note = f"right: {right} of {value.n} · 95 % interval {percent(value.low)} to {percent(value.high)}"
        change = [_difference(changed[CORRECT]), " points"] if CORRECT in changed else []
        yield element("section", big, element("p", note, *change), class_="headline", aria_label="Headline")
    rest = [figure for figure in found if figure.name != CORRECT]
    if rest:
        rows = (_figure_row(figure, changed.get(figure.name)) for figure in rest)
        legend = element(
            "p", "Change in percentage points with its 95 % interval; in grey what is within noise.", class_="quiet"
        )
        rows_table = table(("Score", "Mean", "95 % interval", "Cases", "", "Change"), rows)
        yield section("Scores", "scores", rows_table, *([legend] if changed else []))


def group_table(title: str, rows: Sequence[Group]) -> Html:
    """The share of right cases by a property of the case; the title is "By …"."""
    body = (_row(row.name, row.value, row.change) for row in rows)
    key = title.lower().replace(" ", "-")
    return section(title, key, table((title[3:].capitalize(), "Right", "95 % interval", "Cases", "", "Change"), body))


def section(title: str, key: str, *children: str) -> Html:
    """A part of the report under its title; `key` is unique on the page."""
    return element(
        "section", element("h2", title, id=f"h-{key}"), *children, aria_labelledby=f"h-{key}", class_=f"part {key}"
    )


def table(columns: Sequence[str], rows: Iterable[Html]) -> Html:
    """A table that scrolls by itself where it is too wide."""
    head = element("thead", element("tr", *(element("th", name, scope="col") for name in columns)))
    return element("div", element("table", head, element("tbody", joined(rows))), class_="scroll", tabindex="0")


def link(case_id: str, state: str) -> Html:
    """A case of the run; one that is missing from it has nowhere to go."""
    return element("b", case_id) if state == "missing" else element("a", case_id, href=f"#case-{case_id}")


def _figure_row(figure: Figure, change: Interval | None) -> Html:
    value = figure.value
    name = figure.name.replace("_", " ") + (" (advice)" if figure.advice else "")
    return _row(name, value, change)


def _row(name: str, value: Interval, change: Interval | None) -> Html:
    return element(
        "tr",
        element("th", name, scope="row", dir="auto"),
        element("td", percent(value.mean), class_="number"),
        element("td", f"{percent(value.low)} – {percent(value.high)}", class_="number quiet"),
        element("td", str(value.n), class_="number quiet"),
        element("td", bar(value), class_="drawn"),
        element("td", *([_difference(change)] if change else []), class_="moved"),
    )


def _difference(change: Interval) -> Html:
    """A change is called one only where its interval leaves out zero."""
    sure = change.low > 0 or change.high < 0
    tone = ("up" if change.mean > 0 else "down") if sure else "noise"
    if change.low == change.high == 0:
        return element("span", "=", class_="change noise", title="the same in every case")
    said = f"{points(change.mean)} ({points(change.low)} to {points(change.high)})"
    title = "beyond noise" if sure else "within noise"
    return element("span", {"up": "▲ ", "down": "▼ "}.get(tone, ""), said, class_=f"change {tone}", title=title)
