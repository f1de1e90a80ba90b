"""What a question costs: `python -m tests.benchmarks.questions --chunks 100 10000 100000`.

The archives are generated, with facts planted in them; those and the questions are embedded by the model, the filler by
`tests.benchmarks.vectors`. The baseline is llama-index's VectorStoreIndex over Chroma, with the same chunks, vectors and
model: it only finds passages, so its figures stand beside finding them here.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from assistant import Assistant
from tests.benchmarks.archive import Generated, generated
from tests.benchmarks.baseline import baseline_retriever
from tests.benchmarks.measure import memory, percentile
from tests.benchmarks.reports import PlantedFact
from vectorstore import load_embedder

STAGES = {
    "understanding it": "understand",
    "embedding it": "embed_query",
    "asking the register": "from_register",
    "other spellings": "variants",
    "nearest vectors": "nearest",
    "full text": "full_text",
    "fetching passages and sentences": ("passages", "sentences", "chunks_of"),
    "weighing sentences": "weigh",
    "wording and checking": ("compose", "expand", "bound"),
}
"""Functions by what they do; their time includes what they call."""
_AT_ONCE = 8
Result = TypeVar("Result")


def main() -> None:
    """Print one table per size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--chunks", type=int, nargs="+", default=[100, 10_000])
    parser.add_argument("--keep", type=Path, help="a folder in which the generated archives stay for the next run")
    options = parser.parse_args()
    model = load_embedder()
    model.embed_query("ready")
    with TemporaryDirectory() as folder:
        for chunks in options.chunks:
            with generated(chunks, (options.keep or Path(folder)) / str(chunks), model) as archive:
                measure(archive)


def measure(archive: Generated) -> None:
    """Print what questions to one archive cost, beside the baseline."""
    about = archive.index.status().manifest
    print(f"\n{about.chunks} chunks in {about.documents} documents, {len(archive.planted)} questions")
    before = memory()
    assistant, opened, cpu = _timed(lambda: _warm(archive))
    print(
        f"  made ready in {opened:.2f} s, {cpu:.2f} CPU-s; {memory() - before:.0f} MB, {memory():.0f} MB with the model"
    )
    questions = [fact.question for fact in archive.planted]
    answers = _each("answering", questions, lambda question: assistant.ask(question))
    right = sum(
        fact.answer.lower() in answer.text.lower() for fact, answer in zip(archive.planted, answers, strict=True)
    )
    print(f"  right: {right / len(answers):.2f}; {memory():.0f} MB")
    found = _each("finding passages", questions, lambda question: assistant.retrieved(question))
    print(f"  recall of the planted reports: {_recall(archive.planted, found):.2f}")
    _stages(assistant, questions)
    _at_once(assistant, questions, [answer.text for answer in answers])
    with baseline_retriever(archive, assistant.settings.passages) as retrieve:
        found = _each("llama-index + Chroma, finding passages", questions, retrieve)
        print(f"  recall of the planted reports: {_recall(archive.planted, found):.2f}")


def _warm(archive: Generated) -> Assistant:
    assistant = archive.assistant()
    assistant.warm()
    return assistant


def _each(what: str, questions: Sequence[str], do: Callable[[str], Result]) -> list[Result]:
    do(questions[0])
    timed = [_timed(lambda question=question: do(question)) for question in questions]
    wall, cpu = [seconds for _, seconds, _ in timed], [cpu for _, _, cpu in timed]
    print(
        f"  {what}: p50 {percentile(wall, 0.5):.3f} s, p95 {percentile(wall, 0.95):.3f} s; "
        f"CPU p50 {percentile(cpu, 0.5) * 1000:.0f} ms, p95 {percentile(cpu, 0.95) * 1000:.0f} ms"
    )
    return [result for result, _, _ in timed]


def _stages(assistant: Assistant, questions: Sequence[str]) -> None:
    """Print where the processor time goes; measuring it slows things down, so only the shares are true."""
    profile = cProfile.Profile(time.process_time)
    for question in questions:
        profile.runcall(assistant.ask, question)
    spent = {}
    for (_, _, name), (_, _, _, cumulative, _) in pstats.Stats(profile).stats.items():  # type: ignore[attr-defined]
        spent[name] = max(spent.get(name, 0.0), cumulative)
    whole = spent["ask"]
    for stage, names in STAGES.items():
        share = sum(spent.get(name, 0.0) for name in ((names,) if isinstance(names, str) else names)) / whole
        print(f"    {share:5.0%}  {stage}")


def _at_once(assistant: Assistant, questions: Sequence[str], alone: Sequence[str]) -> None:
    """Ask them side by side, and see that every answer is what it was."""
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        answers, seconds, cpu = _timed(lambda: list(pool.map(assistant.ask, questions)))
    same = sum(answer.text == text for answer, text in zip(answers, alone, strict=True))
    waits = [answer.seconds for answer in answers]
    print(
        f"  {_AT_ONCE} at once: {len(questions) / seconds:.1f} questions a second, {cpu / len(questions) * 1000:.0f} CPU-ms "
        f"each, p95 {percentile(waits, 0.95):.2f} s; {same} of {len(questions)} answers the same; {memory():.0f} MB"
    )


def _recall(planted: Sequence[PlantedFact], found: Sequence[Sequence[object]]) -> float:
    """Share of the facts whose report is among the passages found."""
    hits = (
        any(_document(passage).startswith(fact.name) for passage in passages)
        for fact, passages in zip(planted, found, strict=True)
    )
    return sum(hits) / len(planted)


def _document(passage: object) -> str:
    source = getattr(passage, "source", None)
    return str(source.document if source else passage)


def _timed(do: Callable[[], Result]) -> tuple[Result, float, float]:
    """A result with the wall and processor seconds it took."""
    wall, cpu = time.perf_counter(), time.process_time()
    result = do()
    return result, time.perf_counter() - wall, time.process_time() - cpu


if __name__ == "__main__":
    main()
