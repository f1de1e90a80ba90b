"""The files of an archive and the attachments of a mail are documents of their own."""

import hashlib
import io
import os
import stat
import zipfile
from dataclasses import replace
from email.message import EmailMessage

import pytest

from ingest import IngestSettings, picture, place_of, run_ingest
from ingest.discover import discover
from ingest.examination import examine_folder
from ingest.members import with_members
from tests.fakes import HashEmbedder
from tests.ingest.build import pdf
from vectorstore import Index


class Archive:
    """A folder and its index."""

    def __init__(self, path):
        self.folder = path / "reports"
        self.folder.mkdir()
        self.embedder = HashEmbedder()
        self.index = Index(path / "index", self.embedder)

    def ingest(self):
        receipt = run_ingest(self.folder, self.index, self.embedder, IngestSettings(), allow_removals=True)
        return {file.name: file for file in receipt.files}

    def text(self, name):
        with self.index.reader() as snapshot:
            return snapshot.document(name).text


@pytest.fixture
def archive(tmp_path):
    made = Archive(tmp_path)
    yield made
    made.index.close()


def zipped(**files):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in files.items():
            package.writestr(name, data)
    return out.getvalue()


def mail(subject, **attachments):
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "Ana <ana@a.example>", "all@a.example", subject
    message.set_content("Please find the papers attached.")
    for name, data in attachments.items():
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message


def outcomes(files):
    return {name: file.outcome for name, file in files.items()}


def test_every_file_of_an_archive_ends_in_a_state_under_its_own_name(archive):
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("2024/محضر الاجتماع.txt", "محضر الاجتماع\n\nحضر 24 مشاركا في 12 مارس 2024.")
        package.writestr("notes.md", "# Notes\n\nThe quay is ready.")
        package.writestr("tool.exe", "MZ")
        package.writestr("inner.zip", zipped(**{"a.txt": "hidden deep"}))
        package.writestr("../../evil.txt", "outside")
        package.writestr("__MACOSX/notes.md", "x")
        package.writestr(".DS_Store", "x")
        package.writestr("broken.docx", "PK no")
        package.writestr(link, "/etc/passwd")
    (archive.folder / "papers.zip").write_bytes(out.getvalue())

    first = archive.ingest()
    again = archive.ingest()

    assert outcomes(first) == {
        "papers.zip/../../evil.txt": "refused",
        "papers.zip/2024/محضر الاجتماع.txt": "indexed",
        "papers.zip/broken.docx": "unreadable",
        "papers.zip/inner.zip": "refused",
        "papers.zip/link.txt": "refused",
        "papers.zip/notes.md": "indexed",
        "papers.zip/tool.exe": "refused",
    }
    assert first["papers.zip/inner.zip"].reason == (
        "papers.zip/inner.zip could not be read: it is an archive inside an archive; unpack it."
    )
    assert first["papers.zip/tool.exe"].reason.startswith("papers.zip/tool.exe is a .exe file; Sanad reads .csv")
    assert archive.text("papers.zip/2024/محضر الاجتماع.txt").endswith("حضر 24 مشاركا في 12 مارس 2024.")
    assert again["papers.zip/notes.md"].outcome == "unchanged"
    assert {file.reason for file in again.values()} == {file.reason for file in first.values()}


def test_only_what_changed_in_an_archive_is_read_again(archive):
    (archive.folder / "papers.zip").write_bytes(zipped(**{"a.txt": "The first paper.", "b.txt": "The second paper."}))
    archive.ingest()

    (archive.folder / "papers.zip").write_bytes(
        zipped(**{"a.txt": "The first paper.", "b.txt": "Another one.", "c.txt": "New."})
    )

    assert outcomes(archive.ingest()) == {
        "papers.zip/a.txt": "unchanged",
        "papers.zip/b.txt": "updated",
        "papers.zip/c.txt": "indexed",
    }


def test_an_archive_that_did_not_change_is_not_unpacked_again_and_its_files_are_told_all_the_same(archive):
    papers = archive.folder / "papers.zip"
    papers.write_bytes(zipped(**{"a.txt": "The first paper.", "b.docx": "PK no", "tool.exe": "MZ"}))
    hashed = hashlib.sha256(papers.read_bytes()).hexdigest()
    first = archive.ingest()
    with archive.index.write() as writer:
        known, hashes = writer.files(), writer.archives()

    again = archive.ingest()
    there = discover(archive.folder)
    papers.write_bytes(b"no archive at all")
    found = with_members(there, known, frozenset({"papers.zip"}))

    assert hashes == {"papers.zip": hashed}
    assert outcomes(again) == outcomes(first) | {"papers.zip/a.txt": "unchanged"}
    assert {file.reason for file in again.values()} == {file.reason for file in first.values()}
    assert {file.name for file in found.files} | set(dict(found.refused)) == set(first)


def test_an_archive_of_another_content_is_unpacked_also_if_size_and_time_are_the_same(archive):
    papers = archive.folder / "papers.zip"
    papers.write_bytes(zipped(**{"a.txt": "The first paper."}))
    archive.ingest()
    times = (papers.stat().st_atime_ns, papers.stat().st_mtime_ns)
    papers.write_bytes(zipped(**{"a.txt": "The other paper."}))
    os.utime(papers, ns=times)

    assert outcomes(archive.ingest()) == {"papers.zip/a.txt": "updated"}
    assert archive.text("papers.zip/a.txt") == "The other paper."


def test_files_of_an_archive_that_waited_for_something_are_looked_at_again(archive):
    (archive.folder / "papers.zip").write_bytes(zipped(**{"a.txt": "The first paper.", "b.txt": "The second."}))
    archive.ingest()
    with archive.index.write() as writer:
        known = writer.files()
    known["papers.zip/a.txt"] = replace(known["papers.zip/a.txt"], sha256="")

    found = with_members(discover(archive.folder), known, frozenset({"papers.zip"}))

    assert [file.sha256 for file in found.files] == [
        hashlib.sha256(text).hexdigest() for text in (b"The first paper.", b"The second.")
    ]


def test_what_lies_in_a_file_that_cannot_be_opened_just_now_stays_known(archive):
    (archive.folder / "papers.zip").write_bytes(zipped(**{"a.txt": "The first paper.", "tool.exe": "MZ"}))
    (archive.folder / "june.eml").write_bytes(bytes(mail("Papers", **{"agenda.md": b"# Agenda\n\nOpening."})))
    archive.ingest()
    with archive.index.write() as writer:
        known = writer.files()
    there = discover(archive.folder)
    for path in archive.folder.iterdir():
        path.unlink()  # as good as closed: nobody can open it

    found = with_members(there, known)

    assert [(file.name, file.sha256) for file in found.files] == [
        ("june.eml", None),
        ("june.eml/agenda.md", None),
        ("papers.zip/a.txt", None),
    ]


def test_attachments_know_their_mail(archive):
    inner = mail("The older mail", **{"list.txt": b"A list of everyone who came."})
    outer = mail(
        "Papers for June",
        **{"../../agenda.md": b"# Agenda\n\n- Opening", "logo.gif": b"GIF89a", "agenda.md": b"# Other"},
    )
    outer.add_attachment(inner)
    (archive.folder / "june.eml").write_bytes(bytes(outer))

    files = archive.ingest()

    assert outcomes(files) == {
        "june.eml": "indexed",
        "june.eml/agenda.md": "indexed",
        "june.eml/agenda (2).md": "indexed",
        "june.eml/logo.gif": "refused",
        "june.eml/attachment.eml": "indexed",
        "june.eml/attachment.eml/list.txt": "indexed",
    }
    assert archive.text("june.eml/agenda.md").split("\n")[-2:] == ["june.eml", "Papers for June – Ana <ana@a.example>"]
    assert archive.text("june.eml/attachment.eml/list.txt").endswith("The older mail – Ana <ana@a.example>")
    assert "Agenda" not in archive.text("june.eml")
    assert set(outcomes(archive.ingest()).values()) == {"unchanged", "refused"}


def test_attachments_go_with_their_mail(archive):
    (archive.folder / "june.eml").write_bytes(bytes(mail("Papers", **{"agenda.md": b"# Agenda\n\nOpening."})))
    archive.ingest()
    (archive.folder / "june.eml").unlink()
    (archive.folder / "other.txt").write_text("Something else.")

    assert outcomes(archive.ingest()) == {
        "june.eml": "removed",
        "june.eml/agenda.md": "removed",
        "other.txt": "indexed",
    }


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (zipped(), "it holds no files"),
        (b"PK\x03\x04 broken", "it is damaged or no zip archive; pack it again"),
        (zipped(**{f"{number}.txt": "x" for number in range(2_001)}), "it holds more than 2,000 files; split it"),
        (zipped(**{"bomb.txt": b"0" * 20_000_000}), "a file in it unpacks to more than 100 times its size"),
    ],
    ids=["empty", "broken", "many", "bomb"],
)
def test_an_archive_that_is_not_opened_is_one_sentence(archive, data, reason):
    (archive.folder / "a.zip").write_bytes(data)

    (file,) = archive.ingest().values()

    assert file.outcome in ("unreadable", "refused")
    assert file.reason == f"a.zip could not be read: {reason}."


def test_a_page_of_a_document_inside_a_file_is_shown_with_its_words_marked(tmp_path):
    data = pdf([(50, 700, 11, "The quay is ready for ships.")])
    (tmp_path / "june.eml").write_bytes(bytes(mail("Papers", **{"quay.pdf": data})))

    path, member = place_of(tmp_path, "june.eml/quay.pdf")
    shown = picture(path, 1, "ready for ships", member=member, scale=1)

    assert (path.name, member) == ("june.eml", "quay.pdf")
    assert len(shown.boxes) == 1
    assert shown.sha256 == hashlib.sha256(data).hexdigest()
    assert place_of(tmp_path, "june.eml") == (tmp_path / "june.eml", None)
    assert place_of(tmp_path, "gone/a.pdf") == (tmp_path / "gone/a.pdf", None)


def test_the_doctor_takes_what_lies_in_archives_and_mails_for_what_it_is(archive):
    (archive.folder / "papers.zip").write_bytes(zipped(**{"a.txt": "The first paper.", "tool.exe": "MZ"}))
    (archive.folder / "june.eml").write_bytes(bytes(mail("Papers", **{"agenda.md": b"# Agenda\n\nOpening."})))
    archive.ingest()
    with archive.index.reader() as snapshot:
        records = snapshot.files()

    (finding,) = examine_folder(str(archive.folder), records)

    assert finding.sentence.startswith("The index is up to date with the 4 files")
