"""Probe: with a name or a year of the question swapped so that it becomes false, is it refused or put right?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.evaluation.probes.swaps import Pool, Sort, Swap, swaps
from assistant.evaluation.probes.texts import Texts
from assistant.evaluation.probes.values import Asking, ProbeResult, Right, short
from assistant.evaluation.values import Case, Score
from assistant.values import Answer
from vectorstore import fold

NAME = "false name"
YEAR = "false year"
_SORTS: tuple[tuple[str, Sort], ...] = ((NAME, "name"), (YEAR, "year"))


def mislead(case: Case, ask: Asking, right: Right, texts: Texts, pool: Pool) -> Iterator[ProbeResult]:
    """Ask with a name, then with a year, that makes the premise false.

    Refusing is right; so is an answer that names the true name or year and not the false one, because the reader then sees it.
    A case that is not answered right as it stands does not apply, nor one with nothing to swap.
    """
    made = {swap.sort: swap for swap in swaps(case, texts, pool)}
    answered = bool(made) and case.answerable and right(case, ask(case)).value == 1.0
    for name, sort in _SORTS:
        swap = made.get(sort)
        if swap is None:
            why = f"No {sort} in the question that can be swapped for one that is certainly false."
            yield ProbeResult(case, case.question, None, Score(name, None, why))
        elif not answered:
            why = "The question as it stands is not answered right."
            yield ProbeResult(case, swap.question, None, Score(name, None, why))
        else:
            answer = ask(case, swap.question)
            yield ProbeResult(case, swap.question, answer, _marked(name, swap, answer))


def _marked(name: str, swap: Swap, answer: Answer) -> Score:
    if answer.outcome != "answered":
        return Score(name, 1.0, f"Refused ({answer.reason}).")
    said = fold(answer.text)
    if fold(swap.true) in said and fold(swap.false) not in said:
        return Score(name, 1.0, f"Put right: it names {swap.true}, not {swap.false}.")
    return Score(name, 0.0, f"Took {swap.false} for {swap.true} and says “{short(answer.text)}”.")


def name_pool(cases: Sequence[Case], texts: Texts) -> Pool:
    """The names of a set's own questions, to swap for each other."""
    return Pool.of(((case.question, case.language) for case in cases), texts)
