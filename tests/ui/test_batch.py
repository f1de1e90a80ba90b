"""Questions in a file, answers in a file: in the order given, and every mistake is a sentence that names its place."""

import json

import pytest

from assistant import Turn
from tests.assistant.archive import assistant_of
from ui.batch import BatchError, answer_batch, read_cases

FILES = {
    "board.txt": "Minutes of the Harbour Board\nDate: 9 October 2023\nVenue: Port Almina\n\nThe Board met and agreed to extend the pilot course.\n",
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    with assistant_of(FILES, tmp_path_factory.mktemp("batch")) as assistant:
        yield assistant


@pytest.fixture
def questions(tmp_path):
    lines = [{"id": "b", "question": "Where did the Harbour Board meet?"}, {"id": "a", "question": "When did it meet?"}]
    lines[1]["history"] = ["Where did the Harbour Board meet?"]
    (tmp_path / "questions.jsonl").write_text("\n\n".join(map(json.dumps, lines)), "utf-8")
    return tmp_path / "questions.jsonl"


def test_answers_are_written_a_line_each_in_the_order_of_their_questions(assistant, questions, tmp_path):
    answer_batch(assistant, questions, tmp_path / "answers.jsonl")

    answers = [json.loads(line) for line in (tmp_path / "answers.jsonl").read_text("utf-8").splitlines()]
    assert [answer["id"] for answer in answers] == ["b", "a"]
    asked = "Where did the Harbour Board meet?"
    alone = [assistant.ask(asked), assistant.ask("When did it meet?", history=[Turn("user", asked)])]
    assert [answer["text"] for answer in answers] == [answer.text for answer in alone]


def test_answers_that_cannot_be_written_are_a_sentence(assistant, questions, tmp_path):
    with pytest.raises(
        BatchError, match=r"cannot be written \(Is a directory\); make room there, or name another file"
    ):
        answer_batch(assistant, questions, tmp_path)


def test_a_turn_is_a_text_of_the_users_or_says_whose_it_is(tmp_path):
    line = {
        "question": "And then?",
        "history": ["Who?", {"role": "assistant", "content": "Nobody."}],
        "as_of": "2024-03-01",
    }
    (tmp_path / "questions.jsonl").write_text(json.dumps(line), "utf-8")

    (case,) = read_cases(tmp_path / "questions.jsonl")

    assert case.history == (Turn("user", "Who?"), Turn("assistant", "Nobody."))
    assert str(case.as_of) == "2024-03-01"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "not a JSON object"),
        ("[]", 'the field "question" is missing'),
        ('{"question": 3}', 'the field "question" is missing or not a text'),
        ('{"question": "q", "as_of": "May"}', "write a day as YYYY-MM-DD"),
        ('{"question": "q", "history": "who?"}', '"history" is not a list'),
        ('{"question": "q", "history": [{"role": "system", "content": "c"}]}', "a turn of"),
    ],
)
def test_a_line_that_is_no_question_is_named(tmp_path, line, said):
    (tmp_path / "questions.jsonl").write_text('{"question": "q"}\n' + line, "utf-8")

    with pytest.raises(BatchError, match=r"questions\.jsonl, line 2: ") as raised:
        list(read_cases(tmp_path / "questions.jsonl"))

    assert said in str(raised.value)


def test_a_file_of_questions_that_is_not_text_is_a_sentence(tmp_path):
    (tmp_path / "questions.jsonl").write_bytes(b"\xff\xfe\x00")

    with pytest.raises(BatchError, match="cannot be read as UTF-8 text"):
        list(read_cases(tmp_path / "questions.jsonl"))
