import sqlite3
import threading
from dataclasses import replace

import pytest

from ingest import FolderError, GuardError, IngestSettings, Receipt, run_ingest
from ingest.discover import discover
from ingest.isolation import Limits
from ingest.plan import plan_changes
from ingest.reading import read_file
from ingest.storing import Storing
from tests.fakes import HashEmbedder
from vectorstore import Index, IndexBusyError, NoIndexError, terms

SETTINGS = IngestSettings(workers=2, seconds_per_file=20)


@pytest.fixture
def folder(tmp_path):
    reports = tmp_path / "reports"
    (reports / "2024").mkdir(parents=True)
    (reports / "2024" / "meeting.txt").write_text(
        "Meeting with the Harbour Agency\nDate: 29 May 2024\nVenue: Ankara\n\nThe two sides agreed to train 40 pilots.\n",
        encoding="utf-8",
    )
    (reports / "fiche.md").write_text(
        "# Fiche programme\nDate : 5 février 2024\n\nLe programme forme des pilotes.\n", encoding="utf-8"
    )
    (reports / "تقرير.html").write_text("<h1>تقرير الدورة</h1><p>شارك في الدورة 26 متدربًا.</p>", encoding="utf-8")
    return reports


@pytest.fixture
def archive(tmp_path):
    """An index with its embedder, and a function that runs an ingest on it."""

    class Archive:
        embedder = HashEmbedder()
        index = Index(tmp_path / "index", embedder)

        def ingest(self, folder, **options):
            return run_ingest(folder, self.index, self.embedder, SETTINGS, **options)

        def paths(self):
            with self.index.reader() as snapshot:
                return [document.path for document in snapshot.documents()]

    archive = Archive()
    yield archive
    archive.index.close()


def test_every_file_ends_in_one_named_state(folder, archive):
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7 nothing more")
    (folder / "tool.exe").write_bytes(b"MZ")

    receipt = archive.ingest(folder)

    assert receipt.counts == {"indexed": 3, "unreadable": 1, "refused": 1}
    assert all(file.reason for file in receipt.failures)
    assert receipt.unread


def test_a_text_whose_facts_could_not_be_had_is_indexed_and_said_to_be_partly_read(folder, archive):
    why = "Not all of it could be read: its text can be found, but its facts are in no list or count: it took too long."
    found = discover(folder)
    file = next(file for file in found.files if file.name == "fiche.md")
    read = replace(read_file(file, "", Limits()), facts=(), reason=why)
    with archive.index.write() as writer:
        plan = plan_changes({file.name: read.sha256}, {}, {})
        stored = Storing(plan, found, {file.name: read.sha256}, {}, writer).store(read)
        writer.publish()

    receipts = archive.ingest(folder, dry_run=True), archive.ingest(folder)

    assert (stored.outcome, stored.reason, stored.facts) == ("partly_read", why, 0)
    for receipt in receipts:
        assert [(one.name, one.reason) for one in receipt.failures] == [("fiche.md", why)]
    assert f"fiche.md: {why}" in [finding.sentence for finding in archive.index.examine()]
    with archive.index.reader() as snapshot:
        assert snapshot.full_text(terms("pilotes"), 5)


def test_a_file_that_was_given_up_is_read_again_once_it_may_take_longer(folder, archive):
    why = "fiche.md could not be read: it took longer than {} seconds; give it more with SANAD_INGEST_SECONDS_PER_FILE, or split it."
    archive.ingest(folder)
    with archive.index.write() as writer:
        record = writer.files()["fiche.md"]
        writer.record(replace(record, state="unreadable", reason=why.format(SETTINGS.seconds_per_file)))
        writer.publish()

    as_before = archive.ingest(folder)
    with archive.index.write() as writer:
        writer.record(replace(record, state="unreadable", reason=why.format(SETTINGS.seconds_per_file - 1)))
        writer.publish()
    with_more = archive.ingest(folder)

    assert [(file.name, file.outcome) for file in as_before.failures] == [("fiche.md", "unreadable")]
    assert with_more.failures == ()
    assert {file.name: file.outcome for file in with_more.files}["fiche.md"] == "updated"


def test_the_receipt_names_every_file_of_the_folder_once(folder, archive):
    for number in range(12):
        (folder / f"letter-{number}.txt").write_text(f"Letter {number}\n\nThe pump was moved.\n", encoding="utf-8")

    receipt = archive.ingest(folder)

    names = [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()]
    assert [file.name for file in receipt.files] == sorted(names)


def test_what_the_header_says_is_kept(folder, archive):
    archive.ingest(folder)

    with archive.index.reader() as snapshot:
        document = snapshot.document("2024/meeting.txt")
    assert (document.date, document.venue, document.language, document.kind) == (
        "2024-05-29",
        "Ankara",
        "en",
        "meeting report",
    )


def test_a_second_run_embeds_nothing_and_publishes_nothing(folder, archive):
    first = archive.ingest(folder)
    embedded = len(archive.embedder.embedded)

    second = archive.ingest(folder)

    assert (second.published, second.snapshot, second.counts) == (False, first.snapshot, {"unchanged": 3})
    assert len(archive.embedder.embedded) == embedded


def test_a_changed_file_is_replaced_and_only_it_is_embedded(folder, archive):
    archive.ingest(folder)
    archive.embedder.embedded.clear()
    (folder / "fiche.md").write_text("# Fiche programme\n\nLe programme forme des dockers.\n", encoding="utf-8")

    receipt = archive.ingest(folder)

    assert receipt.counts == {"updated": 1, "unchanged": 2}
    assert all("docker" in text or "Fiche" in text for text in archive.embedder.embedded)
    with archive.index.reader() as snapshot:
        assert snapshot.full_text(["pilot"], 5) == [] or all(
            chunk.document.path != "fiche.md"
            for chunk in snapshot.passages([c for c, _ in snapshot.full_text(["pilot"], 5)])
        )


def test_a_removed_file_is_gone_from_everything(folder, archive):
    (folder / "secret.txt").write_text("A title\n\nThe zanzibarite clause is void.\n", encoding="utf-8")
    archive.ingest(folder)
    (folder / "secret.txt").unlink()

    archive.ingest(folder)

    with archive.index.reader() as snapshot:
        assert snapshot.full_text(["zanzibarit"], 5) == []
        catalogue = snapshot._folder / "catalogue.sqlite"
        assert "secret.txt" not in [document.path for document in snapshot.documents()]
    with sqlite3.connect(catalogue) as rows:
        assert rows.execute("SELECT count(*) FROM documents").fetchone() == (3,)
    assert b"zanzibarite" not in catalogue.read_bytes()


def outcome(receipt, name):
    return next(file for file in receipt.files if file.name == name)


def test_a_renamed_file_stays_the_same_document_and_nothing_is_embedded(folder, archive):
    archive.ingest(folder)
    archive.embedder.embedded.clear()
    (folder / "archive").mkdir()
    (folder / "2024" / "meeting.txt").rename(folder / "archive" / "meeting.txt")

    receipt = archive.ingest(folder)

    assert receipt.counts == {"moved": 1, "unchanged": 2}
    assert outcome(receipt, "archive/meeting.txt").moved_from == "2024/meeting.txt"
    assert archive.embedder.embedded == []
    with archive.index.reader() as snapshot:
        found = snapshot.nearest(archive.embedder.embed_query("train pilots"), 1, frozenset(["archive/meeting.txt"]))
        assert snapshot.passages([found[0][0]])[0].document.path == "archive/meeting.txt"
        assert "2024/meeting.txt" not in [record.path for record in snapshot.files()]
    assert archive.ingest(folder).published is False


def test_a_name_that_says_something_is_read_again_when_it_changes(folder, archive):
    (folder / "notes-2021.txt").write_text("We met.\n" * 40, encoding="utf-8")
    archive.ingest(folder)
    (folder / "notes-2021.txt").rename(folder / "notes-2022.txt")

    receipt = archive.ingest(folder)

    assert outcome(receipt, "notes-2022.txt").outcome == "moved"
    with archive.index.reader() as snapshot:
        assert snapshot.document("notes-2022.txt").date == "2022"


def test_a_renamed_archive_is_not_taken_for_a_removed_one(folder, archive, tmp_path):
    archive.ingest(folder)
    (folder.parent / "moved" / "here").mkdir(parents=True)
    folder.rename(folder.parent / "moved" / "here" / "reports")

    receipt = archive.ingest(folder.parent / "moved")

    assert receipt.counts == {"moved": 3}


def test_words_are_embedded_while_files_are_still_being_read(tmp_path, archive):
    reports = tmp_path / "many"
    reports.mkdir()
    for number in range(24):
        lines = (f"The team of harbour {number} trained {number}{line} pilots on site {line}." for line in range(90))
        (reports / f"{number:02d}.txt").write_text("\n\n".join(lines), encoding="utf-8")
    embedded = {}

    def heard(progress):
        if progress.stage == "reading":
            embedded[progress.done] = len(archive.embedder.embedded)

    archive.ingest(reports, report=heard)

    assert embedded[1] == 0
    assert embedded[24] > len(archive.embedder.embedded) / 3
    assert len(archive.embedder.embedded) == len(set(archive.embedder.embedded))


def test_a_file_that_is_there_twice_is_indexed_once_and_named(folder, archive):
    (folder / "zz copy.md").write_bytes((folder / "fiche.md").read_bytes())

    receipt = archive.ingest(folder)

    assert receipt.counts == {"indexed": 3, "duplicate": 1}
    assert outcome(receipt, "zz copy.md").same_as == "fiche.md"
    assert "zz copy.md" not in archive.paths()
    assert archive.ingest(folder).counts == {"unchanged": 3, "duplicate": 1}


def test_when_the_original_goes_its_duplicate_takes_its_place(folder, archive):
    (folder / "zz copy.md").write_bytes((folder / "fiche.md").read_bytes())
    archive.ingest(folder)
    (folder / "fiche.md").unlink()

    receipt = archive.ingest(folder)

    assert outcome(receipt, "zz copy.md").moved_from == "fiche.md"
    assert "zz copy.md" in archive.paths()


def test_duplicates_of_a_file_that_cannot_be_read_are_unread_too(folder, archive):
    for name in ("broken.pdf", "broken copy.pdf"):
        (folder / name).write_bytes(b"%PDF-1.7 nothing more")

    receipt = archive.ingest(folder)

    assert receipt.counts == {"indexed": 3, "unreadable": 2}
    assert archive.ingest(folder).counts == {"unchanged": 3, "unreadable": 2}


def test_nearly_the_same_documents_are_reported_and_both_kept(folder, archive):
    words = " ".join(f"word{number}" for number in range(200))
    (folder / "draft.txt").write_text(f"Report\n\n{words}.\n", encoding="utf-8")
    (folder / "final.txt").write_text(f"Report\n\n{words} again.\n", encoding="utf-8")

    receipt = archive.ingest(folder)

    assert [(pair.one, pair.other) for pair in receipt.alike] == [("draft.txt", "final.txt")]
    assert {"draft.txt", "final.txt"} <= set(archive.paths())


def test_the_receipt_is_kept_in_the_snapshot_it_tells_of(folder, archive):
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7 nothing more")
    receipt = archive.ingest(folder)

    kept = Receipt.from_json(archive.index.status().receipt)

    assert (kept.files, kept.snapshot) == (receipt.files, receipt.snapshot)
    assert all(file.chunks and file.characters for file in kept.files if file.outcome == "indexed")


def test_a_folder_that_vanishes_while_it_is_read_changes_nothing(folder, archive):
    first = archive.ingest(folder)
    for number in range(8):
        (folder / f"{number}.txt").write_text(f"Letter {number}\n\nA new letter.\n", encoding="utf-8")

    def unmount(progress):
        if progress.stage == "reading" and progress.done == 1:
            folder.rename(folder.with_name("elsewhere"))

    with pytest.raises(FolderError, match="nothing was changed"):
        archive.ingest(folder, report=unmount)

    assert archive.index.status().manifest.id == first.snapshot
    folder.with_name("elsewhere").rename(folder)
    assert archive.ingest(folder).counts == {"indexed": 8, "unchanged": 3}


def test_a_removal_is_proved_and_said(folder, archive):
    (folder / "secret.txt").write_text("A title\n\nThe zanzibarite clause of the annex is void.\n", encoding="utf-8")
    archive.ingest(folder)
    (folder / "secret.txt").unlink()

    assert archive.ingest(folder).proved > 0


def test_what_a_changed_file_said_before_is_a_former_version(folder, archive):
    archive.ingest(folder)
    (folder / "fiche.md").write_text("# Fiche programme\n\nLe programme forme des dockers.\n", encoding="utf-8")

    archive.ingest(folder)

    with archive.index.reader() as snapshot:
        (version,) = snapshot.former_versions("fiche.md")
    assert "forme des pilotes" in version.document.text


def test_an_empty_folder_does_not_empty_the_archive(folder, archive, tmp_path):
    archive.ingest(folder)
    (tmp_path / "unmounted").mkdir()

    with pytest.raises(GuardError, match="--allow-removals"):
        archive.ingest(tmp_path / "unmounted")

    assert len(archive.paths()) == 3


def test_removals_that_are_meant_are_done(folder, archive, tmp_path):
    archive.ingest(folder)
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "new.txt").write_text("New title\n\nA new report.\n", encoding="utf-8")

    archive.ingest(tmp_path / "other", allow_removals=True)

    assert archive.paths() == ["new.txt"]


def test_a_first_ingest_of_an_empty_folder_says_so(archive, tmp_path):
    (tmp_path / "empty").mkdir()

    with pytest.raises(FolderError, match="holds no files"):
        archive.ingest(tmp_path / "empty")
    with pytest.raises(NoIndexError):
        archive.paths()


def test_a_dry_run_does_nothing(folder, archive):
    receipt = archive.ingest(folder, dry_run=True)

    assert receipt.counts == {"indexed": 3}
    with pytest.raises(NoIndexError):
        archive.paths()


def test_progress_names_the_stage_and_the_file(folder, archive):
    seen = []

    archive.ingest(folder, report=seen.append)

    reading = [p for p in seen if p.stage == "reading"]
    assert [(p.done, p.total) for p in reading] == [(1, 3), (2, 3), (3, 3)]
    assert {p.detail for p in reading} == {"2024/meeting.txt", "fiche.md", "تقرير.html"}
    assert {"checking", "embedding"} <= {p.stage for p in seen}


def test_a_second_ingest_at_the_same_time_is_told_so(folder, archive, tmp_path):
    inside, go_on = threading.Event(), threading.Event()

    def hold(progress):
        inside.set()
        go_on.wait(20)

    first = threading.Thread(target=lambda: archive.ingest(folder, report=hold))
    first.start()
    inside.wait(20)
    try:
        with pytest.raises(IndexBusyError), Index(tmp_path / "index", archive.embedder).write():
            pass
    finally:
        go_on.set()
        first.join()

    assert len(archive.paths()) == 3
