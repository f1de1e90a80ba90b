"""What a folder holds, and what is left out of it with a reason."""

import os
import unicodedata

import pytest

from ingest.discover import discover
from ingest.errors import FolderError


def test_files_are_found_by_name_in_order_with_their_size(tmp_path):
    (tmp_path / "2024").mkdir()
    (tmp_path / "2024" / "b.md").write_text("# B")
    (tmp_path / "2024" / "a.TXT").write_text("A")

    found = discover(tmp_path)

    assert [(file.name, file.size) for file in found.files] == [("2024/a.TXT", 1), ("2024/b.md", 3)]
    assert found.refused == ()


def test_names_are_put_into_one_unicode_form(tmp_path):
    (tmp_path / unicodedata.normalize("NFD", "résumé.txt")).write_text("x")

    found = discover(tmp_path)

    assert [file.name for file in found.files] == [unicodedata.normalize("NFC", "résumé.txt")]
    assert found.files[0].path.exists()


def test_links_pipes_and_unknown_kinds_are_named_with_a_reason(tmp_path):
    secret = tmp_path.parent / "secret.txt"
    secret.write_text("secret")
    (tmp_path / "link.txt").symlink_to(secret)
    (tmp_path / "folder").symlink_to(tmp_path.parent)
    (tmp_path / "loop").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "photo.heic").write_bytes(b"\xff\xd8\xff")
    (tmp_path / "README").write_text("x")

    found = discover(tmp_path)

    reasons = dict(found.refused)
    assert found.files == ()
    assert set(reasons) == {"link.txt", "folder", "loop", "pipe.txt", "photo.heic", "README"}
    assert reasons["link.txt"] == "link.txt is a link; put the file itself there."
    assert reasons["photo.heic"].startswith("photo.heic is a .heic file; Sanad reads .csv, .docx")
    assert reasons["pipe.txt"] == "pipe.txt is not an ordinary file."


def test_hidden_files_and_lock_files_are_passed_over_in_silence(tmp_path):
    for name in (".hidden.txt", "~$report.docx", ".~lock.report.odt#", "Thumbs.db"):
        (tmp_path / name).write_text("x")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "notes.txt").write_text("x")

    found = discover(tmp_path)

    assert found.files == ()
    assert found.refused == ()


def test_a_file_beyond_the_size_limit_is_refused(tmp_path):
    with (tmp_path / "big.pdf").open("wb") as file:
        file.truncate(100_000_001)

    assert discover(tmp_path).refused == (("big.pdf", "big.pdf is larger than 100 MB; split it."),)


def test_folders_nested_too_deeply_are_named(tmp_path):
    deep = tmp_path.joinpath(*["d"] * 34)
    deep.mkdir(parents=True)
    (deep / "x.txt").write_text("x")

    found = discover(tmp_path)

    assert found.files == ()
    assert "more than 32 folders deep" in found.refused[0][1]


def test_a_name_that_is_no_text_is_shown_as_far_as_it_is(tmp_path):
    with open(os.fsencode(tmp_path) + b"/r\xe9sum\xe9\n.txt", "w") as file:
        file.write("x")

    (file,) = discover(tmp_path).files

    assert file.name == "r\ufffdsum\ufffd\ufffd.txt"
    assert file.path.read_text() == "x"


@pytest.mark.parametrize("kind", ["missing", "file"])
def test_a_root_that_is_no_folder_is_one_sentence(tmp_path, kind):
    root = tmp_path / "reports"
    if kind == "file":
        root.write_text("x")

    with pytest.raises(FolderError, match=r"does not exist; |is not a folder; ") as caught:
        discover(root)

    assert str(root) in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may open every folder")
def test_a_folder_that_may_not_be_opened_is_one_sentence(tmp_path):
    tmp_path.chmod(0)
    try:
        with pytest.raises(FolderError, match="cannot be opened"):
            discover(tmp_path)
    finally:
        tmp_path.chmod(0o700)


def test_an_empty_folder_holds_nothing(tmp_path):
    assert discover(tmp_path).files == ()
