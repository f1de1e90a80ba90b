"""How an answer came about, and how it is given again."""

import json
import sqlite3
from datetime import date

import pytest

from assistant import Assistant, AssistantError, AssistantSettings, Links, LinkUnknown, SnapshotGone, Turn
from ingest import IngestSettings, run_ingest
from tests.fakes import HashEmbedder
from vectorstore import Index

COURSE = (
    "Report of the pilot course\nDate: 22 April 2024\nVenue: Azurra\n\n"
    "The pilot course was led by Dr. Samira BELL, Director General of the Harbour Board. "
    "It cost 12,500 dollars. Thirty pilots from nine countries took part.\n"
)
DINNER = "Report of the harbour dinner\nDate: 3 May 2024\n\nThe dinner of the pilots was led by Mr. Karim DANI.\n"


@pytest.fixture
def archive(tmp_path):
    """A folder of reports, and the assistant over its index, with links."""
    folder, embedder = tmp_path / "reports", HashEmbedder()
    folder.mkdir()
    (folder / "course.txt").write_text(COURSE, encoding="utf-8")
    (folder / "dinner.txt").write_text(DINNER, encoding="utf-8")
    index = Index(tmp_path / "index", embedder)
    run_ingest(folder, index, embedder, IngestSettings())
    links = Links(tmp_path / "index" / "links.sqlite")
    yield folder, Assistant(index, embedder, AssistantSettings(strictness=0), lambda: date(2024, 6, 1), links=links)
    index.close()


def publish(assistant, folder, name, text):
    (folder / name).write_text(text, encoding="utf-8")
    run_ingest(folder, assistant._index, assistant._embedder, IngestSettings())


def without_seconds(answer):
    return json.dumps({**answer.as_json(), "seconds": None}, ensure_ascii=False)


def test_an_answer_says_how_it_came_about(archive):
    _, assistant = archive

    trace = assistant.ask("and who led it?", history=[Turn("user", "When was the pilot course?")]).trace

    assert "pilot course" in trace.standalone
    assert trace.wants == ("person",)
    assert trace.passages[0].keys() >= {"document", "score", "dense_rank", "lexical_rank", "similarity"}
    assert [c.why for c in trace.candidates if c.kept] == ["cited"] * sum(c.kept for c in trace.candidates)
    assert all(c.why and c.scores for c in trace.candidates)
    assert any(not c.kept and c.why != "cited" for c in trace.candidates)
    assert trace.seconds.keys() >= {"understand", "embed", "open", "register", "search", "read", "check"}
    assert trace.expanded == {}


def test_an_answer_says_which_words_of_the_archive_were_looked_for_besides_those_of_the_question(archive):
    folder, assistant = archive
    publish(
        assistant, folder, "stage.txt", "Rapport du stage pilote\nDate : 2 mai 2024\n\nLe stage a duré cinq jours.\n"
    )

    trace = assistant.ask("How long was the course?").trace

    assert "stag" in trace.expanded["cour"]


def test_a_refusal_says_what_was_weighed(archive):
    _, assistant = archive

    answer = assistant.ask("Who represented ZORGLUB?")

    assert answer.outcome == "not_covered"
    assert {c.why for c in answer.trace.candidates} == {"refused: unknown_name"}


def test_the_trace_is_given_as_json_only_when_asked_for(archive):
    _, assistant = archive
    answer = assistant.ask("Who led the pilot course?")

    assert "trace" not in answer.as_json()
    assert json.loads(json.dumps(answer.as_json(trace=True)))["trace"]["candidates"]


def test_a_linked_answer_is_given_again_to_the_letter_after_the_archive_has_changed(archive):
    folder, assistant = archive
    history = (Turn("user", "When was the pilot course?"), Turn("assistant", "22 April 2024"))
    answer = assistant.ask("and who led it?", history=history, as_of=date(2024, 5, 30))
    link = assistant.link(answer)
    publish(assistant, folder, "course.txt", COURSE.replace("Samira BELL", "Lena MARR"))

    replayed = assistant.replay(link)

    assert "BELL" in answer.text
    assert without_seconds(replayed.answer) == without_seconds(answer)
    assert replayed.identical
    assert (replayed.asked.question, replayed.asked.history) == ("and who led it?", history)
    assert "MARR" in assistant.ask("Who led the pilot course?").text


def test_what_was_left_out_and_the_settings_of_then_are_used_again(archive):
    _, assistant = archive
    answer = assistant.ask("Who led the pilots?", without=frozenset({"course.txt"}))
    link = assistant.link(answer)
    stricter = Assistant(
        assistant._index, assistant._embedder, AssistantSettings(strictness=3, passages=1), links=assistant._links
    )

    replayed = stricter.replay(link)

    assert {citation.document for citation in replayed.answer.citations} == {"dinner.txt"}
    assert replayed.identical


def test_a_snapshot_that_is_gone_is_said_to_be_gone(archive):
    folder, assistant = archive
    link = assistant.link(assistant.ask("Who led the pilot course?"))
    for round in range(3):
        publish(assistant, folder, "more.txt", f"The harbour has {round + 3} cranes.")
        assistant.ask("How many cranes?")

    with pytest.raises(SnapshotGone, match="not kept any more; ask the question again"):
        assistant.replay(link)


def test_an_answer_that_the_software_would_give_otherwise_now_is_not_called_the_same(archive):
    _, assistant = archive
    link = assistant.link(assistant.ask("Who led the pilot course?"))
    with sqlite3.connect(assistant._links._file) as rows:
        rows.execute("UPDATE links SET asked = json_set(asked, '$.digest', 'of another answer')")
    rows.close()

    assert not assistant.replay(link).identical


@pytest.mark.parametrize("link", ["", "nothing", "x" * 1000, "' OR 1=1 --"])
def test_a_link_that_is_none_is_said_to_be_none(archive, link):
    _, assistant = archive
    assistant.link(assistant.ask("Who led the pilot course?"))

    with pytest.raises(LinkUnknown):
        assistant.replay(link)


def test_a_link_of_another_version_is_said_to_be_one(archive):
    _, assistant = archive
    link = assistant.link(assistant.ask("Who led the pilot course?"))
    with sqlite3.connect(assistant._links._file) as rows:
        rows.execute("UPDATE links SET asked = '{\"question\": 1}'")
    rows.close()

    with pytest.raises(LinkUnknown, match="another version"):
        assistant.replay(link)


def test_without_a_place_for_links_none_is_made(archive):
    _, assistant = archive
    plain = Assistant(assistant._index, assistant._embedder, AssistantSettings())

    with pytest.raises(AssistantError, match="cannot be linked"):
        plain.link(plain.ask("Who led the pilot course?"))


def test_only_what_is_linked_is_kept(archive, tmp_path):
    _, assistant = archive
    assistant.ask("Who led the pilot course?")

    assert not (tmp_path / "index" / "links.sqlite").exists()
