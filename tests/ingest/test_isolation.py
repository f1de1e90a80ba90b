"""A file can do no harm to the process that has it read."""

import hashlib
import os
import socket
import time
from contextlib import closing

import pytest

from ingest.errors import RefusedError, UnreadableError
from ingest.isolation import Limits, run_in_parts, run_isolated
from ingest.recognition import why_partly
from ingest.told import read_isolated, told_in
from tests.ingest.build import pdf

QUICK = Limits(seconds=1.0)


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text("Minutes\n\nNobody came.", encoding="utf-8")
    return path


def run(name, path, limits=QUICK, **payload):
    return run_isolated(f"tests.ingest.hostile:{name}", payload, path=path, name="report.txt", limits=limits)


def test_a_file_is_read_and_its_bytes_are_named_by_their_hash(report):
    told = read_isolated(report, "2024/report.txt")

    assert [block.text for block in told.raw.blocks] == ["Minutes", "Nobody came."]
    assert told.raw.sha256 == hashlib.sha256(report.read_bytes()).hexdigest()


def test_a_reader_that_hangs_is_stopped(report):
    started = time.monotonic()

    with pytest.raises(UnreadableError, match=r"report\.txt could not be read: it took longer than 1 seconds"):
        run("sleep", report)

    assert time.monotonic() - started < 5


@pytest.mark.parametrize("how", ["crash", "leave", "unserialisable"])
def test_a_reader_that_ends_without_an_answer_is_a_crash_of_that_file_alone(report, how):
    with pytest.raises(UnreadableError, match=r"report\.txt could not be read"):
        run(how, report, Limits(seconds=10))


def test_a_reader_that_spins_is_stopped(report):
    with pytest.raises(UnreadableError, match="took longer"):
        run("spin", report)


@pytest.mark.parametrize(("how", "reason"), [("swallow_memory", "more memory"), ("recurse", "nested too deeply")])
def test_a_reader_that_wants_too_much_is_told_no(report, how, reason):
    with pytest.raises(UnreadableError, match=reason):
        run(how, report, Limits(seconds=20))


def test_a_reader_starts_no_process_and_opens_no_socket_even_in_c(report, tmp_path):
    assert run("fork", report, Limits(seconds=10), marker=str(tmp_path / "pid")) == -1
    assert run("bomb", report, Limits(seconds=10)) == 0
    assert run("call_home_in_c", report, Limits(seconds=10)) == -1


def test_processes_of_a_reader_that_may_start_a_program_end_with_it(report, tmp_path):
    marker = tmp_path / "pid"

    assert run("fork", report, Limits(seconds=10), marker=str(marker), program="/bin/true") > 0

    assert _is_gone(int(marker.read_text()))


def test_a_reader_reaches_no_network(report):
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.3)

        with pytest.raises(UnreadableError):
            run("call_home", report, Limits(seconds=10), port=server.getsockname()[1])

        with pytest.raises(TimeoutError):
            server.accept()


def test_what_a_reader_prints_is_lost(report):
    assert run("chatter", report, Limits(seconds=20)) == "done"


def test_an_answer_beyond_the_cap_is_refused(report):
    with pytest.raises(RefusedError, match="more text than can be kept"):
        run("flood", report, Limits(seconds=10, answer=1_000_000))


def test_a_reader_sees_the_file_and_nothing_of_its_surroundings(report, monkeypatch):
    monkeypatch.setenv("SECRET_TOKEN", "never")

    seen = run("surroundings", report, Limits(seconds=10))

    assert seen["data"] == report.read_text(encoding="utf-8")
    assert seen["folder"] == []
    assert "SECRET_TOKEN" not in seen["environment"]


@pytest.mark.parametrize(
    ("how", "why"),
    [
        (
            "tell_and_sleep",
            "it took longer than 1 seconds; give it more with SANAD_INGEST_SECONDS_PER_FILE, or split it",
        ),
        ("tell_and_crash", "the reader crashed on it; save it again from the program it was written in"),
        ("tell_lies", "the reader gave a senseless answer"),
    ],
)
def test_a_text_stands_also_where_its_facts_cannot_be_had(report, how, why):
    with closing(parts_of(how, report)) as parts:
        told = told_in(parts, "report.txt")

    assert told.document.text == "Minutes\nNobody came."
    assert [chunk.text for chunk in told.chunks] == ["Minutes\nNobody came."]
    assert (told.facts, told.no_facts) == ((), why)
    assert why_partly(told) == (
        f"Not all of it could be read: its text can be found, but its facts are in no list or count: {why}."
    )


def test_each_answer_has_its_own_processor_time_and_the_clock_may_be_more_patient(report):
    patient = Limits(seconds=1.0, patience=30.0)

    with closing(run_in_parts("tests.ingest.hostile:work_on", {}, path=report, name="a.txt", limits=patient)) as parts:
        found = [next(parts), next(parts)]
        with pytest.raises(UnreadableError, match="took longer than 1 seconds"):
            next(parts)

    assert found == ["one second of work", "and another"]


def test_passages_that_are_not_in_the_text_are_not_taken(report):
    with closing(parts_of("tell_lies_of_passages", report)) as parts, pytest.raises(UnreadableError, match="senseless"):
        told_in(parts, "report.txt")


def parts_of(how, path):
    return run_in_parts(f"tests.ingest.hostile:{how}", {}, path=path, name="report.txt", limits=QUICK)


def test_a_link_is_not_followed(report, tmp_path):
    link = tmp_path / "link.txt"
    link.symlink_to(report)

    with pytest.raises(RefusedError, match=r"link\.txt could not be read: it is a link"):
        read_isolated(link, "link.txt")


def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")

    with pytest.raises(RefusedError, match="not an ordinary file"):
        read_isolated(tmp_path / "pipe.txt", "pipe.txt")


def test_a_missing_file_is_one_sentence(tmp_path):
    with pytest.raises(UnreadableError, match=r"^gone\.txt could not be read: no such file or directory\.$"):
        read_isolated(tmp_path / "gone.txt", "gone.txt")


def test_a_file_beyond_the_size_limit_is_refused_unread(tmp_path):
    path = tmp_path / "sparse.pdf"
    with path.open("wb") as file:
        file.truncate(101_000_000)

    with pytest.raises(RefusedError, match="larger than 100 MB"):
        read_isolated(path, "sparse.pdf")


def test_a_text_of_50_mb_is_refused_with_the_limit_named(tmp_path):
    path = tmp_path / "long.txt"
    path.write_bytes(b"All work and no play.\n" * 2_400_000)

    with pytest.raises(RefusedError, match=r"long\.txt could not be read: it has more than 20 MB of text"):
        read_isolated(path, "long.txt")


def test_nothing_is_left_open_or_running(report, tmp_path):
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(pdf([(50, 700, 11, "Words that are enough for a text layer")])[:200])
    read_isolated(report, "report.txt")  # what forks the readers is started once and stays
    before, children = len(os.listdir("/proc/self/fd")), _children()

    for _ in range(3):
        read_isolated(report, "report.txt")
        with pytest.raises(UnreadableError):
            read_isolated(broken, "broken.pdf")

    assert len(os.listdir("/proc/self/fd")) == before
    assert _children() == children


def _children():
    found = set()
    for thread in os.listdir("/proc/self/task"):
        with open(f"/proc/self/task/{thread}/children") as file:
            found |= set(file.read().split())
    return found


def _is_gone(process):
    for _ in range(50):
        try:
            with open(f"/proc/{process}/stat") as file:
                if file.read().rsplit(")", 1)[1].split()[0] == "Z":
                    return True
        except (FileNotFoundError, ProcessLookupError):
            return True
        time.sleep(0.05)
    return False
