import pytest

from ingest.errors import GuardError
from ingest.plan import guard_removals, plan_changes
from vectorstore import FileRecord


def indexed(**hashes):
    return {name: FileRecord(name, sha, 1, "indexed") for name, sha in hashes.items()}


def test_only_what_differs_is_touched():
    plan = plan_changes({"a": "1", "b": "2", "c": "3"}, {}, indexed(a="1", b="old", d="4"))

    assert (plan.new, plan.changed, plan.unchanged, plan.removed) == (("c",), ("b",), ("a",), ("d",))


def test_a_file_under_a_new_name_is_moved_and_neither_new_nor_removed():
    plan = plan_changes({"new/a": "1"}, {}, indexed(a="1"))

    assert (plan.moved, plan.new, plan.removed) == ({"new/a": "a"}, (), ())


def test_the_second_of_two_equal_files_is_a_duplicate_of_the_one_that_is_indexed():
    plan = plan_changes({"a": "1", "z": "1"}, {}, indexed(z="1"))

    assert (plan.duplicates, plan.unchanged, plan.new) == ({"a": "z"}, ("z",), ())


def test_a_duplicate_takes_the_place_of_the_file_it_was_one_of():
    known = indexed(a="1") | {"b": FileRecord("b", "1", 1, "duplicate", same_as="a")}

    plan = plan_changes({"b": "1"}, {}, known)

    assert (plan.moved, plan.removed, plan.duplicates) == ({"b": "a"}, (), {})


def test_a_file_whose_bytes_went_to_another_name_while_it_changed_is_updated():
    plan = plan_changes({"a": "2", "b": "1"}, {}, indexed(a="1"))

    assert (plan.new, plan.changed, plan.moved) == (("b",), ("a",), {})


def test_a_moved_file_prefers_the_place_with_its_own_name():
    plan = plan_changes({"x/copy": "1", "y/a": "1"}, {}, indexed(**{"a": "1"}))

    assert (plan.moved, plan.duplicates) == ({"y/a": "a"}, {"x/copy": "y/a"})


def test_equal_files_that_are_known_to_be_unreadable_are_not_read_again():
    known = {name: FileRecord(name, "1", 1, "unreadable", "broken") for name in ("a", "b")}

    plan = plan_changes({"a": "1", "b": "1"}, {}, known)

    assert plan.unchanged == ("a", "b")


def test_what_lies_in_a_folder_that_cannot_be_opened_is_not_taken_for_removed():
    plan = plan_changes({}, {"2024": "The folder 2024 cannot be opened."}, indexed(**{"2024/a": "1"}))

    assert (plan.unreachable, plan.removed) == (("2024/a",), ())


def test_a_known_file_that_cannot_be_opened_keeps_what_was_read_of_it():
    plan = plan_changes({"a": ""}, {}, indexed(a="1"))

    assert (plan.unreachable, plan.changed) == (("a",), ())


def test_after_other_settings_every_file_is_read_again():
    plan = plan_changes(
        {"a": "1", "b": "1"}, {}, {n: FileRecord(n, "", 1, s) for n, s in (("a", "indexed"), ("b", "duplicate"))}
    )

    assert (plan.changed, plan.duplicates) == (("a",), {"b": "a"})


def guarded(removed, kept, state="indexed"):
    known = {f"r{n}": FileRecord(f"r{n}", f"r{n}", 1, state) for n in range(removed)}
    known |= indexed(**{f"k{n}": f"k{n}" for n in range(kept)})
    guard_removals(plan_changes({f"k{n}": f"k{n}" for n in range(kept)}, {}, known), known, "/reports")


@pytest.mark.parametrize(("removed", "kept"), [(1, 0), (10, 0), (6, 4)])
def test_an_archive_is_not_emptied_because_its_folder_was(removed, kept):
    with pytest.raises(GuardError, match="--allow-removals"):
        guarded(removed, kept)


@pytest.mark.parametrize(("removed", "kept"), [(0, 0), (0, 5), (1, 1), (4, 6)])
def test_ordinary_removals_pass(removed, kept):
    guarded(removed, kept)


def test_duplicates_and_unread_files_may_all_go():
    guarded(9, 1, "duplicate")
    guarded(9, 1, "unreadable")


def test_renaming_a_whole_archive_removes_nothing():
    known = indexed(**{f"old/{n}": str(n) for n in range(9)})

    guard_removals(plan_changes({f"new/{n}": str(n) for n in range(9)}, {}, known), known, "/reports")
