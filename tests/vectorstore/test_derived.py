"""What is kept with a snapshot beside what it is made of."""

from vectorstore.derived import FOLDER, keep_derived, read_derived


def test_what_is_kept_is_had_again(tmp_path):
    assert keep_derived(tmp_path, "one", b"some bytes")

    assert read_derived(tmp_path, "one") == b"some bytes"


def test_what_was_never_kept_is_none(tmp_path):
    assert read_derived(tmp_path, "one") is None


def test_the_newest_takes_the_place_of_all_before(tmp_path):
    keep_derived(tmp_path, "one", b"1")
    keep_derived(tmp_path, "two", b"2")

    assert read_derived(tmp_path, "one") is None
    assert [path.name for path in (tmp_path / FOLDER).iterdir()] == ["two"]


def test_a_changed_byte_counts_as_missing(tmp_path):
    keep_derived(tmp_path, "one", b"some bytes")
    kept = tmp_path / FOLDER / "one"
    kept.write_bytes(kept.read_bytes()[:-1] + b"!")

    assert read_derived(tmp_path, "one") is None


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path):
    (tmp_path / FOLDER).touch()  # a file where the folder would be

    assert not keep_derived(tmp_path, "one", b"some bytes")
    assert read_derived(tmp_path, "one") is None
