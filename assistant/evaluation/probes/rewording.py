"""Probe: asked in other words or with a slip, is a right answer still right?"""

from __future__ import annotations

from collections.abc import Iterator

from assistant.evaluation.probes.paraphrase import variants
from assistant.evaluation.probes.values import Asking, ProbeResult, Right, short
from assistant.evaluation.values import Case, Score


def reword(case: Case, ask: Asking, right: Right) -> Iterator[ProbeResult]:
    """One result for each variant of a question; a case that is wrong as it is has nothing to lose and does not apply."""
    as_it_is = right(case, ask(case))
    for variant in variants(case.question, case.language):
        if as_it_is.value != 1.0:
            why = f"The question as it stands is not answered right: {as_it_is.reason}"
            yield ProbeResult(case, variant.question, None, Score(variant.manner, None, why))
            continue
        answer = ask(case, variant.question)
        mark = right(case, answer)
        said = (
            "Still right." if mark.value == 1.0 else f"No longer right; it says “{short(answer.text)}”. {mark.reason}"
        )
        yield ProbeResult(case, variant.question, answer, Score(variant.manner, mark.value, said))
