"""The report of a run as one file that needs nothing else: figures, what changed, probes, and every case with its reasons.

Its content security policy forbids every request, and names the style and the script by their hashes, so that nothing which a
question or a document says can do anything.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path

from assistant.evaluation.figures import Group, kinds_and_languages, latest, times
from assistant.evaluation.probes import ProbeResult, summarise
from assistant.evaluation.report_cases import case_list
from assistant.evaluation.report_charts import bar, percent, slope
from assistant.evaluation.report_tables import figure_tables, group_table, link, section, table
from assistant.evaluation.values import Comparison, Run
from vectorstore import Html, element

_HERE = Path(__file__).parent
_RUNS_DRAWN = 12
_PROBES_LISTED = 200


def html_report(
    run: Run, comparison: Comparison | None, history: Sequence[Run], probes: Sequence[ProbeResult] = ()
) -> str:
    """The report as the text of an HTML file.

    Args:
        run: What is reported.
        comparison: The run beside its baseline or an earlier run.
        history: Earlier runs, for the slope; the run itself may be among them.
        probes: What the probes found.
    """
    style, script = ((_HERE / f"report.{kind}").read_text(encoding="utf-8") for kind in ("css", "js"))
    policy = f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; base-uri 'none'; form-action 'none'"
    head = element(
        "head",
        Html('<meta charset="utf-8">'),
        Html(f'<meta http-equiv="Content-Security-Policy" content="{policy}">'),
        Html('<meta name="viewport" content="width=device-width, initial-scale=1">'),
        Html('<meta name="referrer" content="no-referrer">'),
        Html('<meta name="color-scheme" content="light dark">'),
        element("title", f"{run.set_name}: evaluation of {run.started[:10]}"),
        Html(f"<style>{style}</style>"),
    )
    body = element("body", *_body(run, comparison, history, probes), Html(f"<script>{script}</script>"))
    return f"<!DOCTYPE html>\n{element('html', head, body, lang='en')}\n"


def _body(
    run: Run, comparison: Comparison | None, history: Sequence[Run], probes: Sequence[ProbeResult]
) -> Iterable[Html]:
    by_kind, by_language = kinds_and_languages(run, comparison)
    runs = latest([*history, run], _RUNS_DRAWN)
    changes = {change.case_id: change for change in comparison.changes} if comparison else {}
    yield _top(run, comparison)
    yield element(
        "main",
        *_warnings(comparison),
        *figure_tables(run, comparison),
        group_table("By kind", by_kind),
        group_table("By language", by_language),
        *([section("Last runs", "runs", slope(runs))] if len(runs) > 1 else []),
        *_changes(comparison),
        *_probes(probes),
        section(
            "Questions",
            "questions",
            _filters(by_kind, by_language, compared=comparison is not None),
            case_list(run.results, changes),
        ),
    )


def _top(run: Run, comparison: Comparison | None) -> Html:
    verdict = []
    if comparison is not None:
        said, tone = ("Regressed", "bad") if comparison.regressed else ("No regression", "good")
        verdict = [element("span", said, class_=f"verdict {tone}")]
    facts = [
        ("Asked", run.started.replace("T", " ")[:16] + " UTC"),
        ("Questions", str(len(run.results))),
        ("Snapshot", run.snapshot),
        ("Fingerprint", run.fingerprint[:16]),
        *([("Seconds", f"median {spent[0]:.2f}, 95 % within {spent[1]:.2f}")] if (spent := times(run)) else []),
    ]
    rows = (element("div", element("dt", name), element("dd", element("bdi", value))) for name, value in facts)
    return element("header", element("h1", f"Evaluation: {run.set_name} ", *verdict), element("dl", *rows))


def _warnings(comparison: Comparison | None) -> list[Html]:
    if comparison is None or not comparison.warnings:
        return []
    return [element("div", *(element("p", said) for said in comparison.warnings), class_="warnings", role="note")]


def _changes(comparison: Comparison | None) -> list[Html]:
    if comparison is None:
        return []
    fallen = element("ul", *(element("li", said) for said in comparison.fallen))
    parts = [element("div", fallen, class_="list worse")] if comparison.fallen else []
    for state, title in (("worse", "Worse"), ("missing", "Missing"), ("better", "Better"), ("new", "New")):
        found = [change for change in comparison.changes if change.state == state]
        if found:
            rows = (element("li", link(change.case_id, state), " ", change.why) for change in found)
            parts.append(
                element("div", element("h3", f"{title} ({len(found)})"), element("ul", *rows), class_=f"list {state}")
            )
    return [section("What changed", "changes", *(parts or [element("p", "No case changed.", class_="quiet")]))]


def _probes(results: Sequence[ProbeResult]) -> list[Html]:
    if not results:
        return []
    rows = (
        element(
            "tr",
            element("th", line.probe, scope="row"),
            element("td", percent(line.held.mean) if line.held else "–", class_="number"),
            element(
                "td",
                f"{percent(line.held.low)} – {percent(line.held.high)}" if line.held else "",
                class_="number quiet",
            ),
            element("td", f"{line.held.n if line.held else 0} ({line.skipped} skipped)", class_="number quiet"),
            element("td", *([bar(line.held)] if line.held else []), class_="drawn"),
            element("td", " · ".join(f"{name} {percent(mean)}" for name, mean, _ in line.by_language), class_="quiet"),
        )
        for line in summarise(results)
    )
    failed = [result for result in results if result.score.value is not None and result.score.value < 1]
    listed = element("ul", *map(_failed_probe, failed[:_PROBES_LISTED]), class_="probed")
    more = f", the first {_PROBES_LISTED}" if len(failed) > _PROBES_LISTED else ""
    detail = element("details", element("summary", f"What did not hold ({len(failed)}{more})"), listed)
    summary = table(("Probe", "Held", "95 % interval", "Cases", "", "By language"), rows)
    return [section("Probes", "probes", summary, *([detail] if failed else []))]


def _failed_probe(result: ProbeResult) -> Html:
    asked = element("q", result.asked, dir="auto", lang=result.case.language)
    name = element("span", result.score.name, class_="tags")
    return element("li", link(result.case.id, ""), " ", name, asked, element("p", result.score.reason, dir="auto"))


def _filters(by_kind: Sequence[Group], by_language: Sequence[Group], *, compared: bool) -> Html:
    marks = [
        ("", "all"),
        ("wrong", "wrong"),
        ("right", "right"),
        *([(s, s) for s in ("worse", "better", "new")] if compared else []),
    ]
    kinds = [("", "all"), *((row.name, row.name) for row in sorted(by_kind, key=lambda row: row.name))]
    languages = [("", "all"), *((row.name, row.name) for row in by_language)]
    search = element("label", "Search ", Html('<input type="search" id="search" autocomplete="off" dir="auto">'))
    return element(
        "form",
        *(_choice(name, options) for name, options in (("mark", marks), ("kind", kinds), ("language", languages))),
        search,
        element("button", "Open all", type="button", id="open-all"),
        element("output", "", id="shown", aria_live="polite"),
        class_="filters",
        id="filters",
        role="search",
    )


def _choice(name: str, options: Iterable[tuple[str, str]]) -> Html:
    rows = (element("option", said, value=value) for value, said in options)
    label = {"mark": "Show", "kind": "Kind", "language": "Language"}[name]
    return element("label", f"{label} ", element("select", *rows, id=name))


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
