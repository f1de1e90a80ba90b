import pytest

from ingest.errors import GuardError
from ingest.plan import guard_removals, plan_changes


def test_only_what_differs_is_touched():
    plan = plan_changes({"a": "1", "b": "2", "c": "3"}, {"a": "1", "b": "old", "d": "4"})

    assert (plan.new, plan.changed, plan.unchanged, plan.removed) == (("c",), ("b",), ("a",), ("d",))


def known(removed, kept):
    store = {f"r{n}": "x" for n in range(removed)} | {f"k{n}": "x" for n in range(kept)}
    return plan_changes({name: "x" for name in store if name.startswith("k")}, store)


@pytest.mark.parametrize(("removed", "kept"), [(1, 0), (10, 0), (6, 4)])
def test_an_archive_is_not_emptied_because_its_folder_was(removed, kept):
    with pytest.raises(GuardError, match="--allow-removals"):
        guard_removals(known(removed, kept), "/reports")


@pytest.mark.parametrize(("removed", "kept"), [(0, 0), (0, 5), (1, 1), (4, 6)])
def test_ordinary_removals_pass(removed, kept):
    guard_removals(known(removed, kept), "/reports")
