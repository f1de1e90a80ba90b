"""What the tests share is made once, whole, and by whoever comes first."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.shared import made_once


def test_those_who_come_together_get_one_folder_that_was_made_once(tmp_path):
    made = []

    def make(folder):
        made.append(folder)
        (folder / "a.txt").write_text(f"made {len(made)}")

    (tmp_path / "mine").mkdir(exist_ok=True)
    with ThreadPoolExecutor(4) as everybody:
        folders = list(everybody.map(lambda _: made_once(tmp_path / "mine", "thing", make), range(8)))

    assert len(made) == 1
    assert set(folders) == {made[0]}
    assert (made[0] / "a.txt").read_text() == "made 1"


def test_processes_of_one_run_share_it_and_one_alone_keeps_it_to_itself(tmp_path, monkeypatch):
    monkeypatch.setenv("PYTEST_XDIST_WORKER", "gw0")
    assert made_once(tmp_path / "gw0", "thing", lambda folder: None) == tmp_path / "thing"

    monkeypatch.delenv("PYTEST_XDIST_WORKER")
    (tmp_path / "alone").mkdir()
    assert made_once(tmp_path / "alone", "thing", lambda folder: None) == tmp_path / "alone" / "thing"


def test_what_was_left_half_made_is_made_anew(tmp_path):
    def broken(folder):
        (folder / "half.txt").touch()
        raise OSError("the disk is full")

    (tmp_path / "mine").mkdir()
    with pytest.raises(OSError, match="full"):
        made_once(tmp_path / "mine", "thing", broken)

    assert list(made_once(tmp_path / "mine", "thing", lambda folder: None).iterdir()) == []
