"""The register is kept with its snapshot."""

import dataclasses

import pytest

from assistant import Assistant, AssistantSettings
from assistant.archive import Archive
from assistant.register.keeping import decoded, encoded
from assistant.register.known import Known, read_known
from tests.fakes import HashEmbedder


@pytest.fixture
def snapshot(index):
    with index.reader() as opened:
        yield opened


@pytest.fixture
def made(monkeypatch):
    """How often the register was made."""
    from assistant.register import keeping

    calls = []
    make = keeping.read_register
    monkeypatch.setattr(keeping, "read_register", lambda *given: calls.append(1) or make(*given))
    return calls


def kept_in(index):
    (current,) = (index.directory / "snapshots").iterdir()
    return sorted((current / "derived").iterdir())


def test_a_kept_register_is_the_one_that_was_made(snapshot):
    archive = Archive(snapshot, read_known())
    register = archive.register(None)

    again = decoded(encoded(register, archive.facts), archive.facts, archive.documents)

    assert again.records == register.records
    assert again.documents == register.documents
    assert [p.facts for p in again.people.all()] == [p.facts for p in register.people.all()]
    assert again.people.spelled == register.people.spelled
    assert {key: told(thing) for key, thing in again.names.by_name.items()} == {
        key: told(thing) for key, thing in register.names.by_name.items()
    }
    assert again.names.by_place.keys() == register.names.by_place.keys()
    assert (again.posts.by_role, again.posts.by_term) == (register.posts.by_role, register.posts.by_term)
    assert again.proper == register.proper
    assert again.own is again.names.of(register.own.names[0])


def told(thing):
    return tuple(getattr(thing, field.name) for field in dataclasses.fields(thing))


def test_the_second_process_that_opens_a_snapshot_finds_the_register_made(index, snapshot, made):
    Archive(snapshot, read_known()).register(None)
    made.clear()

    Archive(snapshot, read_known()).register(None)

    assert not made
    assert len(kept_in(index)) == 1


def test_a_correction_of_names_makes_the_register_anew(snapshot, made):
    Archive(snapshot, read_known()).register(None)
    made.clear()
    corrected = Known(same=(("Deep Sea Institute", "Lighthouse Service"),))

    names = Archive(snapshot, corrected).register(None).names

    assert made
    assert names.of("DSI") is names.of("Lighthouse Service")


def test_a_damaged_register_is_made_anew_and_replaced(index, snapshot, made):
    whole = Archive(snapshot, read_known()).register(None)
    (kept,) = kept_in(index)
    sound = kept.read_bytes()
    kept.write_bytes(sound[:-100])
    made.clear()

    register = Archive(snapshot, read_known()).register(None)

    assert made
    assert register.records == whole.records
    assert kept.read_bytes() == sound


def test_another_version_of_the_software_makes_the_register_anew(index, snapshot, made, monkeypatch):
    Archive(snapshot, read_known()).register(None)
    (before,) = kept_in(index)
    made.clear()
    monkeypatch.setattr("assistant.register.keeping._software", lambda: "another")

    Archive(snapshot, read_known()).register(None)

    assert made
    assert before not in kept_in(index)


def test_questions_are_answered_where_nothing_can_be_kept(index, made, monkeypatch):
    monkeypatch.setattr("vectorstore.reader.keep_derived", lambda *given: False)
    monkeypatch.setattr("assistant.register.keeping._software", lambda: "never kept")

    answer = Assistant(index, HashEmbedder(), AssistantSettings()).ask("Who signed a memorandum with the CSA?")

    assert made
    assert answer.text
