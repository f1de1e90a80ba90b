"""Question sets: what may be written, and what is said about mistakes."""

from datetime import date

import pytest

from assistant import Turn
from assistant.evaluation import Case, SetError
from assistant.evaluation.check import check_set
from assistant.evaluation.sets import read_sets, write_set

FULL = Case(
    id="c1",
    question="Quand a eu lieu « la réunion » ?",
    language="fr",
    kind="factoid",
    history=(Turn("user", "Et la réunion ?"), Turn("assistant", "Laquelle ?")),
    answers=("4 mars 2024", "4.10"),
    must_include=("mars|آذار", "2024"),
    count=9,
    documents=("2024/réunion.txt",),
    quote="tenue le 4 mars 2024 || le 4 mars",
    as_of=date(2024, 3, 5),
    note="no: really",
)
REFUSED = Case(id="c2", question="Who?", answerable=False, reason="unknown_name")


def written(tmp_path, name, text):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("name", ["set.yaml", "set.jsonl"])
def test_what_is_written_is_read_back(tmp_path, name):
    write_set(tmp_path / name, [FULL, REFUSED])

    assert read_sets([tmp_path / name]).cases == (FULL, REFUSED)


def test_yaml_values_are_taken_as_written(tmp_path):
    path = written(
        tmp_path,
        "set.yaml",
        "# ours\n- id: 007\n  question: When?\n  answers: [4.10, 2024-03-04]\n  as_of: 2024-03-04\n  documents: a.txt\n"
        "- id: b\n  question: >\n    Who is\n    it?\n  answerable: no\n",
    )

    first, second = read_sets([path]).cases

    assert (first.id, first.answers, first.as_of, first.documents) == (
        "007",
        ("4.10", "2024-03-04"),
        date(2024, 3, 4),
        ("a.txt",),
    )
    assert (second.question, second.answerable) == ("Who is it?", False)


GOOD = '{"id": "a", "question": "Who?", "answers": ["B"]}\n'


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        (
            "s.jsonl",
            GOOD + '\n{"id": "b", "question": "?", "answer": ["x"]}',
            's.jsonl, line 3, field "answer": there is no such field; did you mean answers.',
        ),
        (
            "s.yaml",
            "- id: a\n  question: Who?\n  answers: B\n  langauge: en\n",
            's.yaml, line 4, field "langauge": there is no such field; did you mean language.',
        ),
        ("s.jsonl", GOOD + GOOD, 's.jsonl, line 2, field "id": "a" is the id of another question already ('),
        (
            "s.yaml",
            "- id: a\n  question: Q\n  answers: B\n- id: a\n  question: Q\n  answers: B\n",
            's.yaml, line 4, field "id": "a" is the id of another',
        ),
        ("s.jsonl", '{"id": "a", "answers": ["B"]}', 's.jsonl, line 1, field "question": this field is missing.'),
        ("s.jsonl", '{"id": "a", "question": " ", "answers": ["B"]}', 'field "question": this is empty.'),
        (
            "s.jsonl",
            '{"id": "a", "question": "Q"}',
            'line 1, field "answers": an answerable question needs an accepted answer',
        ),
        (
            "s.yaml",
            "- id: a\n  question: Q\n  count: nine\n",
            "s.yaml, line 3, field \"count\": expected a whole number such as 9, not 'nine'.",
        ),
        ("s.jsonl", '{"id": "a", "question": "Q", "count": true}', 'field "count": expected a whole number'),
        (
            "s.yaml",
            "- id: a\n  question: Q\n  answers: B\n  as_of: 4 March\n",
            "line 4, field \"as_of\": '4 March' is not a day",
        ),
        (
            "s.yaml",
            "- id: a\n  question: Q\n  answers: B\n  language: no\n",
            'line 4, field "language": expected a text, not true or false.',
        ),
        (
            "s.yaml",
            "- id: a\n  question: Q\n  answers: B\n  language: de\n",
            "'de' is not known; known are en, fr, ar.",
        ),
        (
            "s.jsonl",
            '{"id": "a", "question": "Q", "answerable": false, "reason": "unkown_name"}',
            "did you mean unknown_name.",
        ),
        (
            "s.jsonl",
            '{"id": "a", "question": "Q", "answers": ["B"], "reason": "unclear"}',
            'field "reason": a refusal is expected only',
        ),
        ("s.jsonl", '{"id": "a", "question": "Q", "answers": ["B"], "quote": "B"}', 'field "quote": name in documents'),
        (
            "s.jsonl",
            '{"id": "a", "question": "Q", "must_include": ["A|"]}',
            'field "must_include": an empty alternative',
        ),
        (
            "s.jsonl",
            '{"id": "a", "question": "Q", "answers": ["B"], "history": [{"role": "system", "content": "x"}]}',
            'field "history": a turn is',
        ),
        (
            "s.jsonl",
            '{"id": "a", "id": "b", "question": "Q", "answers": ["B"]}',
            'line 1, field "id": this field is written twice.',
        ),
        (
            "s.yaml",
            "- id: a\n  question: Q\n  answers: B\n  question: R\n",
            's.yaml, line 4, field "question": this field is written twice.',
        ),
        ("s.jsonl", '{"id": "a"', "s.jsonl, line 1: not a JSON object (Expecting ',' delimiter, at character 11)."),
        ("s.jsonl", "[1]", "line 1: not a JSON object; write one question as {…}"),
        ("s.yaml", "- id: a\n  question: [\n", "s.yaml, line 3: not YAML ("),
        ("s.yaml", "id: a\n", "s.yaml, line 1: write the questions as a list"),
        ("s.yaml", "- a\n", "s.yaml, line 1: a question is a group of fields"),
        ("s.jsonl", "\n\n", "s.jsonl: the set is empty; write at least one question"),
        ("s.yaml", "# nothing yet\n", "s.yaml: the set is empty"),
        ("s.yaml", "[]\n", "s.yaml: the set is empty"),
        ("s.txt", "a", "s.txt: a question set is a .yaml or .jsonl file"),
    ],
)
def test_a_mistake_is_reported_with_file_line_and_field(tmp_path, name, text, said):
    path = written(tmp_path, name, text)

    with pytest.raises(SetError) as caught:
        read_sets([path])

    assert said in str(caught.value)
    assert str(path) in str(caught.value)


def test_all_mistakes_are_reported_at_once(tmp_path):
    path = written(tmp_path, "s.yaml", "- id: a\n  question: Q\n  anwers: B\n- id: b\n  count: x\n")

    with pytest.raises(SetError) as caught:
        read_sets([path])

    assert [mistake.split("s.yaml, ")[1].split(":")[0] for mistake in caught.value.mistakes] == [
        'line 3, field "anwers"',
        'line 5, field "count"',
        'line 4, field "question"',
    ]


def test_a_file_that_is_missing_or_not_text_is_named(tmp_path):
    (tmp_path / "s.jsonl").write_bytes(b'{"id": "a"}\n\xff')

    for path, said in ((tmp_path / "none.yaml", "cannot be read"), (tmp_path / "s.jsonl", "line 2: not UTF-8")):
        with pytest.raises(SetError, match=said):
            read_sets([path])


def test_ids_are_unique_over_all_files(tmp_path):
    one, two = written(tmp_path, "one.jsonl", GOOD), written(tmp_path, "two.jsonl", GOOD)

    with pytest.raises(SetError, match=r"two\.jsonl, line 1.*another question already \(.*one\.jsonl, line 1\)"):
        read_sets([one, two])


STORED = {"2024/a.txt": "Held on 4 March 2024 in\nAzurra.\nName | Town\nBell | Azurra\n"}


def checked(tmp_path, documents, quote, unread=()):
    case = Case("a", "Q", answers=("B",), documents=documents, quote=quote)
    write_set(tmp_path / "s.yaml", [case])
    return check_set(read_sets([tmp_path / "s.yaml"]), STORED, STORED.__getitem__, unread=unread)


def test_a_document_that_is_not_in_the_index_is_a_mistake(tmp_path):
    with pytest.raises(SetError) as caught:
        checked(tmp_path, ("2024/b.txt",), "")

    assert str(caught.value) == (
        f'{tmp_path}/s.yaml, line 5, field "documents": 2024/b.txt is not in the index; did you mean 2024/a.txt.'
    )


def test_words_that_do_not_stand_in_the_document_are_a_mistake(tmp_path):
    with pytest.raises(SetError, match=r'field "quote": “5 March 2024” does not stand in 2024/a\.txt; copy the words'):
        checked(tmp_path, ("2024/a.txt",), "4 March 2024 || 5 March 2024")


def test_line_breaks_and_cell_borders_are_no_part_of_a_quote(tmp_path):
    assert checked(tmp_path, ("2024/a.txt",), "4 March 2024 in Azurra. || Bell | Azurra") == ()


def test_a_document_that_could_not_be_read_is_said_and_keeps_its_cases(tmp_path):
    said = checked(tmp_path, ("scan.pdf",), "words in a picture", unread=["scan.pdf"])

    assert said == ("scan.pdf could not be read at ingest; questions of the set that need it: 1.",)
