"""The drawings of a report, as SVG whose sizes are attributes: a page that forbids inline styles shows them."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.evaluation.bootstrap import interval
from assistant.evaluation.figures import CORRECT, mark_of
from assistant.evaluation.values import Interval, Run
from vectorstore import Html, element

_WIDE, _HIGH, _LEFT, _RIGHT, _ABOVE, _BELOW = 640, 170, 44, 16, 14, 30


def percent(value: float) -> str:
    """A share as a whole percentage."""
    return f"{100 * value:.0f}\u00a0%"


def points(value: float) -> str:
    """A difference of shares in percentage points, with its sign."""
    written = f"{100 * value:+.0f}"
    return "±0" if written in ("+0", "-0") else written.replace("-", "−")


def bar(value: Interval) -> Html:
    """A share from 0 to 1 with its interval as a whisker."""
    low, high, mean = (round(100 * part, 2) for part in (value.low, value.high, value.mean))
    return element(
        "svg",
        _shape("rect", class_="track", x="0", y="5", width="100", height="10"),
        _shape("rect", class_="bar", x="0", y="5", width=f"{mean}", height="10"),
        _shape("rect", class_="whisker", x=f"{low}", y="9", width=f"{max(0.6, high - low):.2f}", height="2"),
        _shape("rect", class_="end", x=f"{max(0.0, low - 0.3):.2f}", y="6", width="0.6", height="8"),
        _shape("rect", class_="end", x=f"{min(99.4, high - 0.3):.2f}", y="6", width="0.6", height="8"),
        class_="bars",
        viewBox="0 0 100 20",
        preserveAspectRatio="none",
        aria_hidden="true",
    )


def slope(runs: Sequence[Run]) -> Html:
    """The share of right cases over the runs, oldest first, with the interval of each."""
    shares = [interval(marks) if (marks := _marks(run)) else None for run in runs]
    drawn = [(place, run, share) for place, (run, share) in enumerate(zip(runs, shares, strict=True)) if share]
    step = (_WIDE - _LEFT - _RIGHT) / max(1, len(runs) - 1)
    spots = [(_LEFT + place * step, _y(share.mean)) for place, _, share in drawn]
    line = _shape("polyline", class_="line", points=" ".join(f"{x:.1f},{y:.1f}" for x, y in spots))
    dots = [_dot(x, run, share) for (x, _), (_, run, share) in zip(spots, drawn, strict=True)]
    said = ", ".join(f"{run.started[:10]} {percent(share.mean)}" for _, run, share in drawn)
    return element(
        "svg",
        *(_rule(share) for share in (0.0, 0.25, 0.5, 0.75, 1.0)),
        line,
        *dots,
        *_days([(x, run) for (x, _), (_, run, _share) in zip(spots, drawn, strict=True)]),
        class_="slope",
        viewBox=f"0 0 {_WIDE} {_HIGH}",
        role="img",
        aria_label=f"Right answers in the last runs: {said}",
    )


def _dot(x: float, run: Run, share: Interval) -> Html:
    title = f"{run.started}, {run.set_name}: {percent(share.mean)} ({percent(share.low)} to {percent(share.high)}) of {share.n}, snapshot {run.snapshot}"
    return element(
        "g",
        element("title", title),
        _shape(
            "line", class_="spread", x1=f"{x:.1f}", x2=f"{x:.1f}", y1=f"{_y(share.low):.1f}", y2=f"{_y(share.high):.1f}"
        ),
        _shape("circle", class_="dot", cx=f"{x:.1f}", cy=f"{_y(share.mean):.1f}", r="4.5"),
    )


def _days(spots: Sequence[tuple[float, Run]]) -> list[Html]:
    """The day under a run where it is not the one before's, as far as there is room."""
    shown, last = [], -1e9
    for x, run in spots:
        if x - last >= 84:
            place = min(max(x, 34.0), _WIDE - 40.0)
            shown.append(element("text", run.started[:10], x=f"{place:.1f}", y=f"{_HIGH - 8}", text_anchor="middle"))
            last = x
    return shown


def _rule(share: float) -> Html:
    y = f"{_y(share):.1f}"
    line = _shape("line", class_="rule", x1=str(_LEFT), x2=str(_WIDE - _RIGHT), y1=y, y2=y)
    return element(
        "g", line, element("text", percent(share), x=str(_LEFT - 8), y=f"{_y(share) + 4:.1f}", text_anchor="end")
    )


def _y(share: float) -> float:
    return _ABOVE + (1 - share) * (_HIGH - _ABOVE - _BELOW)


def _marks(run: Run) -> list[float]:
    return [mark.value for r in run.results if (mark := mark_of(r, CORRECT)) and mark.value is not None]


def _shape(tag: str, **attributes: str) -> Html:
    return element(tag, **attributes)
