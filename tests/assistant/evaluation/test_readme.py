"""What the README of the evaluation says is true of the code."""

import re
from pathlib import Path
from typing import get_args

import pytest

from assistant.evaluation import candidates
from assistant.evaluation.causes import Code
from assistant.evaluation.fields import FIELDS
from assistant.evaluation.probes.false_premise import NAME, YEAR
from assistant.evaluation.probes.hide_source import CHANGED, HONEST
from assistant.evaluation.probes.languages import LANGUAGES
from assistant.evaluation.probes.paraphrase import Manner
from assistant.evaluation.scores import score
from assistant.evaluation.scores.correctness import LONGEST_ANSWER
from assistant.evaluation.sets import read_sets
from tests.assistant.evaluation.reported import FOUR

README = Path(candidates.__file__).with_name("README.md").read_text(encoding="utf-8")


def table(heading):
    """The first cells of the table under a heading."""
    rows = re.findall(r"^\| (?:`([^`]+)`)", README.split(f"\n## {heading}\n")[1].split("\n## ")[0], re.M)
    return set(rows)


@pytest.mark.parametrize(
    ("heading", "names"),
    [
        ("A good case", set(FIELDS)),
        ("Scores", {mark.name for mark in score(FOUR[0].case, FOUR[0].answer, (), lambda path: None)}),
        ("Probes", {*get_args(Manner), CHANGED, HONEST, NAME, YEAR, LANGUAGES}),
        ("From use to tests", set(get_args(Code))),
    ],
)
def test_every_name_is_explained_and_no_other(heading, names):
    assert table(heading) == names


def test_the_example_is_a_question_set(tmp_path):
    (tmp_path / "set.yaml").write_text(re.search(r"```yaml\n(.*?)```", README, re.S)[1], encoding="utf-8")

    assert [case.id for case in read_sets([tmp_path / "set.yaml"]).cases] == ["course-date", "steps", "email"]


def test_the_limit_on_words_is_the_one_of_the_code():
    assert f"at most {LONGEST_ANSWER} words" in README


def test_the_file_of_candidates_is_named():
    assert f"`{candidates.FILE.as_posix()}`" in README
