"""What changed between two runs, and whether it is a regression.

There are two kinds of noise, and each is kept out in its own way. Chance in the answers: a case that turned wrong counts
only if it stays wrong when asked again (`gate`); without a language model the same question over the same snapshot always
has the same answer, so such a case is a fact and is named even if as many others got better. Chance in the choice of
questions: a mean that fell counts only if its bootstrap interval, made wider for the number of means looked at, lies below 0.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from assistant.evaluation.bootstrap import interval
from assistant.evaluation.run import marks, rescored
from assistant.evaluation.values import Change, Comparison, Interval, Result, Run

PROMISES = ("quotes", "grounded")
"""Scores that may not fall in any case: what the assistant promises of every answer."""
MEANS = ("correct", "citation_precision", "citation_recall", "evidence", "ndcg@10", "language")
"""Scores whose mean may not fall beyond noise."""

Repeats = Mapping[str, Sequence[float]]
"""Marks for correctness of a case that was asked again, by its id."""
Pair = tuple[Result, Result]


def compare(before: Run, after: Run, repeats: Repeats | None = None) -> Comparison:
    """Compare two runs case by case.

    Answers of the earlier run are marked with the cases of the later one, so that an edited case is no change of the answer.
    """
    cases = [result.case for result in after.results]
    earlier = {result.case.id: result for result in rescored(before, cases, None).results}
    pairs = [(earlier[result.case.id], result) for result in after.results if result.case.id in earlier]
    asked_before = {result.case.id for result in before.results}
    changes = [_change(earlier.get(r.case.id), r, repeats or {}, r.case.id in asked_before) for r in after.results]
    changes += _missing(before, {case.id for case in cases})
    fallen = tuple(_fallen(pairs))
    return Comparison(
        changes=tuple(changes),
        difference=_differences(pairs),
        by_kind=_grouped(pairs, [pair[1].case.kind for pair in pairs]),
        by_language=_grouped(pairs, [pair[1].case.language for pair in pairs]),
        warnings=tuple(_warnings(before, after)),
        regressed=bool(fallen) or any(change.state in ("worse", "missing") for change in changes),
        fallen=fallen,
    )


def _change(before: Result | None, after: Result, repeats: Repeats, asked_before: bool) -> Change:
    case = after.case.id
    now = marks(after)["correct"]
    if before is None:
        why = "the question was changed, so its earlier answer says nothing" if asked_before else "not asked before"
        return Change(case, "new", None, now.value, why)
    then = marks(before)["correct"]
    values = (then.value, now.value)
    broken = [name for name in PROMISES if (fall := _difference(before, after, name)) is not None and fall < 0]
    if broken:
        return Change(case, "worse", *values, "; ".join(f"{name}: {marks(after)[name].reason}" for name in broken))
    if then.value == now.value:
        return Change(case, "same", *values, now.reason)
    if (now.value or 0) > (then.value or 0):
        return Change(case, "better", *values, f"{now.reason}; before: {then.reason}")
    again = repeats.get(case, ())
    if any(again):
        return Change(case, "same", *values, f"{now.reason}, but right when asked again (repeat {len(again)}): noise")
    steady = f"; the same in {len(again)} repeats" if again else ""
    return Change(case, "worse", *values, f"{now.reason}; before: {then.reason}{steady}")


def _missing(before: Run, asked: Iterable[str]) -> Iterator[Change]:
    for result in before.results:
        if result.case.id not in asked:
            value = marks(result)["correct"].value
            yield Change(result.case.id, "missing", value, None, f"not in this run: {result.case.question}")


def _differences(pairs: Sequence[Pair]) -> dict[str, Interval]:
    names = dict.fromkeys(mark.name for _, after in pairs for mark in after.scores)
    return {name: interval(values) for name in names if (values := _paired(pairs, name))}


def _grouped(pairs: Sequence[Pair], groups: Sequence[str]) -> dict[str, Interval]:
    return {
        group: interval(_paired([pair for pair, its in zip(pairs, groups, strict=True) if its == group], "correct"))
        for group in sorted(set(groups))
    }


def _paired(pairs: Sequence[Pair], name: str) -> list[float]:
    """After minus before, for the cases that have the score in both runs."""
    differences = (_difference(before, after, name) for before, after in pairs)
    return [value for value in differences if value is not None]


def _difference(before: Result, after: Result, name: str) -> float | None:
    then, now = marks(before).get(name), marks(after).get(name)
    if then is None or now is None or then.value is None or now.value is None or now.advice:
        return None
    return now.value - then.value


def _fallen(pairs: Sequence[Pair]) -> Iterator[str]:
    """The means that fell beyond noise; Bonferroni's correction, because one of several falls by chance more easily."""
    for name in MEANS:
        values = _paired(pairs, name)
        if values and (found := interval(values, level=1 - 0.05 / len(MEANS))).high < 0:
            yield f"{name} fell by {-found.mean:.3f} ({found.low:+.3f} to {found.high:+.3f}) over {found.n} questions."


def _warnings(before: Run, after: Run) -> Iterator[str]:
    if before.set_name != after.set_name:
        yield f"Different sets: {before.set_name} before, {after.set_name} now."
    if before.fingerprint != after.fingerprint:
        yield (
            f"DIFFERENT FINGERPRINTS: {before.fingerprint} before, {after.fingerprint} now. The model or the settings "
            "changed; what changed in the answers may come from there."
        )
    if before.snapshot != after.snapshot and (before.content != after.content or not before.content):
        yield (
            f"DIFFERENT SNAPSHOTS: {before.snapshot} before, {after.snapshot} now, and they do not hold the same passages. "
            "What changed in the answers may come from the documents."
        )
