"""Prints how far one question in three languages cites the same: `python -m tests.quality.three_languages`.

The questions are some of the samples' own, each in English, French and Arabic (`parallel.jsonl`). For every pair of answers
the Jaccard index of what is cited, by document and by passage; a refusal beside an answer is 0, refused in all is left out.
"""

import json
import tempfile
from itertools import combinations
from pathlib import Path

from assistant import Answer, Assistant
from assistant.evaluation.probes.languages import jaccard, same_passages
from tests.quality.archives import assistant_over

_QUESTIONS = Path(__file__).with_name("parallel.jsonl")
_LANGUAGES = ("en", "fr", "ar")


def agreement(answers: dict[str, Answer]) -> tuple[float, float] | None:
    """Mean over the pairs of languages for documents and for passages; None where every answer is a refusal."""
    if not any(answer.outcome == "answered" for answer in answers.values()):
        return None
    pairs = list(combinations(answers.values(), 2))
    documents = [jaccard(*({c.document for c in answer.citations} for answer in pair)) for pair in pairs]
    passages = [same_passages(*pair) for pair in pairs]
    return sum(documents) / len(pairs), sum(passages) / len(pairs)


def compared(assistant: Assistant) -> dict[str, tuple[dict[str, Answer], tuple[float, float] | None]]:
    """The answers to every question in its languages, and how far they agree, by the question's id."""
    found = {}
    for line in _QUESTIONS.read_text(encoding="utf-8").splitlines():
        written = json.loads(line)
        answers = {language: assistant.ask(written[language]) for language in _LANGUAGES}
        found[written["id"]] = answers, agreement(answers)
    return found


def mean(found: dict[str, tuple[dict[str, Answer], tuple[float, float] | None]]) -> tuple[float, float]:
    """Over all questions, for documents and for passages."""
    scores = [score for _, score in found.values() if score is not None]
    return tuple(sum(part) / len(scores) for part in zip(*scores, strict=True))


def main() -> None:
    """Print each question that is not cited alike, and the means."""
    with tempfile.TemporaryDirectory() as folder, assistant_over("samples", Path(folder) / "index") as assistant:
        found = compared(assistant)
    for id_, (answers, score) in found.items():
        if score is None or min(score) < 1:
            print(id_, "refused in all" if score is None else "documents {:.2f}, passages {:.2f}".format(*score))
            for language, answer in answers.items():
                cited = ", ".join(f"{c.document[-32:]}:{c.start}" for c in answer.citations)
                print(f"   {language} {answer.outcome:12} {' / '.join(answer.text.splitlines())[:90]} | {cited}")
    documents, passages = mean(found)
    print(f"{len(found)} questions in three languages: same documents {documents:.3f}, same passages {passages:.3f}")


if __name__ == "__main__":
    main()
