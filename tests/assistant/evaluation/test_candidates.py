"""Answers marked wrong become candidates, and candidates become cases when a person completes them."""

import json
import threading
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from assistant import Answer, Citation, Turn
from assistant.evaluation import candidates
from assistant.evaluation.candidates import CandidateError, candidate
from assistant.evaluation.causes import suspect
from assistant.evaluation.errors import SetError
from assistant.evaluation.sets import read_sets
from vectorstore import DocumentInfo

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def cite(document="2023/plan.txt", quote="The course will be held on 4 March 2024.", day="2023-10-09", language="en"):
    return Citation(1, document, "Plan of the pilot course", day, None, 0, len(quote), quote, language)


def answer(question="When is the pilot course?", text="4 March 2024 [1]", **more):
    known = {"language": "en", "outcome": "answered", "statements": (), "citations": (cite(),), "snapshot": "s1"}
    return Answer(question=question, text=text, fingerprint="f1", seconds=0.1, **{**known, **more})


def refusal(question, nearest=(), reason="not_in_documents"):
    return answer(
        question, "The documents do not say.", outcome="not_covered", reason=reason, citations=(), nearest=nearest
    )


@pytest.fixture
def path(tmp_path):
    return tmp_path / "index" / candidates.FILE


def test_a_marked_answer_is_kept_with_all_that_is_needed_to_look_into_it(path):
    history = (Turn("user", "Which courses?"), Turn("assistant", "The pilot course. [1]"))
    marked = candidate(replace(answer(), as_of="2024-01-01"), history, NOON)

    candidates.note(path, marked)

    (kept,) = candidates.load(path)
    assert kept == marked
    assert (kept.history, kept.as_of, kept.snapshot, kept.fingerprint) == (history, date(2024, 1, 1), "s1", "f1")
    assert kept.citations == (cite(),)
    assert kept.noted == "2026-03-01T12:00:00+00:00"


def test_the_same_answer_marked_twice_is_one_candidate(path):
    candidates.note(path, candidate(answer(), (), NOON))
    candidates.note(path, candidate(answer(), (), NOON.replace(hour=13)))
    candidates.note(path, candidate(answer(snapshot="s2"), (), NOON))

    assert [known.snapshot for known in candidates.load(path)] == ["s1", "s2"]


def test_a_mark_can_be_taken_back_and_made_again(path):
    marked = candidate(answer(), (), NOON)
    candidates.note(path, marked)

    candidates.take_back(path, marked.id)
    gone = candidates.load(path)
    candidates.note(path, marked)

    assert gone == ()
    assert candidates.load(path) == (marked,)


def test_there_are_none_where_nothing_was_marked(path):
    assert candidates.load(path) == ()


def test_marks_made_at_once_are_all_kept(path):
    marked = [candidate(answer(f"When is course {number}?"), (), NOON) for number in range(40)]

    threads = [threading.Thread(target=candidates.note, args=(path, one)) for one in marked]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert {known.id for known in candidates.load(path)} == {one.id for one in marked}


def test_a_line_cut_short_by_a_crash_is_named_and_spoils_no_other(path):
    candidates.note(path, candidate(answer(), (), NOON))
    with path.open("a", encoding="utf-8") as stream:
        stream.write('{"candidate": {"id": "c')

    candidates.take_back(path, "nobody")

    with pytest.raises(CandidateError, match=r"candidates\.jsonl, line 2: not a candidate"):
        candidates.load(path)
    assert len(path.read_text(encoding="utf-8").splitlines()) == 3


def test_a_folder_that_cannot_be_written_is_one_sentence(tmp_path):
    (tmp_path / "feedback").write_text("a file where a folder should be")

    with pytest.raises(CandidateError, match="cannot be written"):
        candidates.note(tmp_path / "feedback" / "candidates.jsonl", candidate(answer(), (), NOON))


# --- accepting ---


@pytest.mark.parametrize("name", ["new.yaml", "new.jsonl"])
def test_a_completed_candidate_is_added_to_a_set_and_closed(path, tmp_path, name):
    marked = candidate(answer(), (Turn("user", "Which courses?"),), NOON)
    candidates.note(path, marked)

    case = candidates.accept(
        path,
        marked.id,
        answers=["22 April 2024"],
        documents=["2024/notice.txt"],
        quote="held on 22 April 2024",
        into=tmp_path / name,
    )

    assert read_sets([tmp_path / name]).cases == (case,)
    assert (case.question, case.answers, case.history) == (answer().question, ("22 April 2024",), marked.history)
    assert "2026-03-01" in case.note
    assert candidates.load(path) == ()


def test_what_stands_in_a_set_stays_as_it_is(path, tmp_path):
    marked = candidate(answer(), (), NOON)
    candidates.note(path, marked)
    questions = tmp_path / "set.yaml"
    before = "# Asked every Monday.\n  - id: first\n    question: Who chairs?   # by heart\n    answers: [Dr. Bell]\n    documents: [a.txt]\n"
    questions.write_text(before, encoding="utf-8")

    candidates.accept(path, marked.id, answers=["22 April 2024"], documents=["b.txt"], into=questions)

    assert questions.read_text(encoding="utf-8").startswith(before.rstrip())
    assert [case.id for case in read_sets([questions]).cases] == ["first", marked.id]


def test_a_candidate_the_documents_do_not_answer_becomes_an_unanswerable_case(path, tmp_path):
    marked = candidate(answer("What is the salary of the director?"), (), NOON)
    candidates.note(path, marked)

    case = candidates.accept(
        path, marked.id, into=tmp_path / "set.jsonl", reason="not_in_documents", kind="unanswerable"
    )

    assert (case.answerable, case.reason) == (False, "not_in_documents")
    assert read_sets([tmp_path / "set.jsonl"]).cases == (case,)


@pytest.mark.parametrize("given", [{"answers": ["22 April 2024"]}, {"documents": ["b.txt"]}])
def test_half_a_case_is_not_accepted(path, tmp_path, given):
    marked = candidate(answer(), (), NOON)
    candidates.note(path, marked)

    with pytest.raises(CandidateError, match="both an accepted answer and the document"):
        candidates.accept(path, marked.id, into=tmp_path / "set.yaml", **given)

    assert candidates.load(path) == (marked,)
    assert not (tmp_path / "set.yaml").exists()


def test_a_set_with_a_mistake_is_left_alone(path, tmp_path):
    marked = candidate(answer(), (), NOON)
    candidates.note(path, marked)
    broken = tmp_path / "set.jsonl"
    broken.write_text('{"id": "a", "question": "Who?", "answr": ["x"]}\n', encoding="utf-8")

    with pytest.raises(SetError, match="answr"):
        candidates.accept(path, marked.id, answers=["x"], documents=["b.txt"], into=broken)

    assert json.loads(broken.read_text(encoding="utf-8"))["answr"] == ["x"]
    assert candidates.load(path) == (marked,)


def test_an_unknown_candidate_is_said(path, tmp_path):
    with pytest.raises(CandidateError, match="no open candidate c0"):
        candidates.accept(path, "c0", into=tmp_path / "set.yaml")


# --- what may have gone wrong ---


def codes(said, documents=()):
    return [cause.code for cause in suspect(said, documents)]


def info(path, day, title="Plan of the pilot course"):
    return DocumentInfo(path, "0" * 64, "txt", "en", title, day)


def test_a_refusal_with_the_words_at_hand_is_suspicious():
    near = cite(quote="The pilot course for harbour masters is in March.")

    assert codes(refusal("When is the pilot course for harbour masters?", [near])) == ["near"]


def test_a_refusal_with_nothing_near_may_be_right():
    assert codes(refusal("Who feeds the cat?", [cite(quote="The course is in March.")])) == ["refused"]


def test_a_refusal_for_a_file_that_was_not_read_says_so():
    assert codes(refusal("Who signed the letter?", reason="unread_document"))[0] == "unread"


def test_a_newer_document_on_the_same_matter_makes_the_cited_one_suspicious():
    documents = [
        info("2023/plan.txt", "2023-10-09"),
        info("2024/plan.txt", "2024-01-15", "Plan of the pilot course, new dates"),
    ]

    (cause,) = suspect(answer(), documents)

    assert cause.code == "outdated"
    assert "2024/plan.txt of 2024-01-15" in cause.why


def test_an_older_document_or_one_on_another_matter_is_no_reason_for_suspicion():
    documents = [
        info("2023/plan.txt", "2023-10-09"),
        info("2022/plan.txt", "2022-01-01"),
        info("2025/fish.txt", "2025-01-01", "Fishing quotas of the northern ports"),
    ]

    assert codes(answer(), documents) == ["unknown"]


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("When is the pilot course?", "The pilot course is in the harbour. [1]"),
        ("How many pilots take the pilot course?", "The pilots take the course. [1]"),
        ("Who leads the pilot course?", "the pilot course is led by several people [1]"),
    ],
)
def test_an_answer_without_the_form_that_was_asked_for_is_suspicious(question, text):
    assert codes(answer(question, text.removesuffix(" [1]")))[0] == "form"


def test_words_that_have_little_to_do_with_the_question_are_suspicious():
    said = answer("When was the lighthouse keeper of Azurra appointed?", "4 March 2024")

    assert codes(said) == ["apart"]


def test_an_answer_read_across_languages_is_marked_as_such():
    french = cite(quote="Le cours pilote (pilot course) aura lieu le 4 mars 2024.", language="fr")

    assert codes(answer(citations=(french,))) == ["language"]
