"""One ingest of everything that is made to hang, crash, fill or mislead it."""

import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from ingest import IngestSettings, run_ingest
from tests.fakes import HashEmbedder
from tests.ingest.hostile_files import EITHER, REASON, TEXT, make
from vectorstore import Index

ROOT = Path(__file__).parents[2]
PRESENT = ("indexed", "partly_read", "duplicate")


@pytest.fixture(scope="module")
def ingested(tmp_path_factory):
    """What was expected, the outcomes, and all text that was stored; nobody called home."""
    place = tmp_path_factory.mktemp("hostile")
    folder = place / "reports"
    folder.mkdir()
    expected = make(folder)
    embedder = HashEmbedder()
    index = Index(place / "index", embedder)
    with socket.create_server(("127.0.0.1", 8099), reuse_port=True) as home:
        receipt = run_ingest(folder, index, embedder, IngestSettings(seconds_per_file=20))
        home.setblocking(False)
        with pytest.raises(BlockingIOError):
            home.accept()
    with index.reader() as snapshot:
        texts = {document.path: snapshot.document(document.path).text for document in snapshot.documents()}
    index.close()
    return expected, {file.name: file for file in receipt.files}, texts


def test_every_file_ends_as_text_or_as_one_sentence(ingested):
    expected, files, _ = ingested

    unheard = [name for name in expected if name not in files and name != "inner.zip"]
    wrong = {
        name: (end, files[name].outcome, files[name].reason)
        for name, end in expected.items()
        if name in files and end != EITHER and end != (TEXT if files[name].outcome in PRESENT else REASON)
    }

    assert len(expected) >= 140
    assert unheard == []
    assert wrong == {}


def test_what_is_not_read_says_why_in_one_sentence_that_names_it(ingested):
    _, files, _ = ingested

    for file in files.values():
        if file.outcome not in PRESENT:
            assert file.reason.endswith(".")
            assert "\n" not in file.reason
            assert file.name[:60] in file.reason


def test_bombs_are_refused_at_once(ingested):
    _, files, _ = ingested

    for name in (
        "bomb.docx",
        "bomb_beside.docx",
        "many_parts.docx",
        "laughs.docx",
        "laughs.html",
        "bomb.zip",
        "pixels.png",
    ):
        assert files[name].outcome in ("refused", "unreadable")
        assert files[name].seconds <= 10, name  # far less on a machine with nothing else to do


def test_nothing_from_outside_of_the_folder_and_nothing_hidden_was_stored(ingested):
    _, _, texts = ingested

    everything = "\n".join(texts.values())

    assert "a secret outside of the folder" not in everything
    assert "root:" not in everything
    assert "secret" not in everything
    assert not any(0xE0000 <= ord(char) <= 0xE007F or char in "\u202e\u202d" for char in everything)


def test_memory_stays_within_two_gigabytes():
    command = [sys.executable, "-m", "tests.ingest.hostile_files"]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=True).stdout

    peaks = [int(found) for found in re.findall(r"(\d+) MB", said.splitlines()[-1])]

    assert len(peaks) == 2
    assert max(peaks) < 2 << 10
