"""What the keeper of an archive sees: the commands over a small folder, with the real model."""

import json

import pytest
from typer.testing import CliRunner

from ui.command import app

pytestmark = pytest.mark.model
HARBOUR = "Meeting with the Harbour Agency\nDate: 3 March 2026\nVenue: Port Selan\n\nMs. Leila BRANDT, Director of the Harbour Agency, opened it.\n"


@pytest.fixture(scope="module")
def sanad(tmp_path_factory):
    """Runs the command over an index of its own; two snapshots, of which the later has a changed and a removed file."""
    root = tmp_path_factory.mktemp("archive")
    reports = root / "reports"
    reports.mkdir()

    def run(*arguments, code=0):
        done = CliRunner().invoke(app, [*map(str, arguments), "--index", str(root / "index")])
        assert code is None or done.exit_code == code, done.output
        return done.stdout

    (reports / "plan.md").write_text("# Plan\n\nThe pump is moved in May.\n", encoding="utf-8")
    (reports / "secret.md").write_text("# Note\n\nThe zanzibarite clause of the annex is void.\n", encoding="utf-8")
    run("ingest", reports)
    (reports / "plan.md").write_text("# Plan\n\nThe pump is moved in June.\n", encoding="utf-8")
    (reports / "secret.md").unlink()
    (reports / "harbour.txt").write_text(HARBOUR, encoding="utf-8")
    run.receipt, run.index = run("ingest"), root / "index"
    return run


def test_the_receipt_tells_what_came_and_what_it_brought(sanad):
    assert "1 indexed, 1 updated, 1 removed" in sanad.receipt
    assert "New people: 1\n  Leila BRANDT, Director, Harbour Agency [harbour.txt]" in sanad.receipt
    assert "found nowhere" in sanad.receipt


def test_an_ingest_without_changes_says_so_and_publishes_nothing(sanad):
    assert "Nothing changed" in sanad("ingest")


def test_status_shows_the_last_receipt(sanad):
    found = json.loads(sanad("status", "--json"))

    assert {file["name"]: file["outcome"] for file in found["receipt"]["files"]} == {
        "plan.md": "updated",
        "secret.md": "removed",
        "harbour.txt": "indexed",
    }


def test_snapshots_are_listed_and_compared_by_number(sanad):
    assert len(sanad("snapshots").splitlines()) == 2

    compared = json.loads(sanad("snapshots", "--compare", "1", "2", "--json"))

    assert (compared["added"], compared["changed"], compared["removed"]) == (
        ["harbour.txt"],
        ["plan.md"],
        ["secret.md"],
    )
    assert "1 document removed: secret.md" in sanad("snapshots", "--compare", "1", "2")


def test_a_snapshot_that_is_not_kept_is_a_sentence(sanad):
    assert sanad("snapshots", "--back-to", "77", code=2) == ""


def test_going_back_and_forth(sanad):
    assert "answers now" in sanad("snapshots", "--back-to", "1")
    assert "secret.md" in sanad("status", "--json")
    sanad("snapshots", "--back-to", "2")
    assert json.loads(sanad("snapshots", "--json"))["current"].startswith("000002-")


def test_a_former_version_is_listed_and_printed(sanad):
    (known,) = json.loads(sanad("versions", "plan.md", "--json"))

    assert "in May" in sanad("versions", "plan.md", "--show", known["number"])
    assert "no former versions" in sanad("versions", "harbour.txt")


def test_the_doctor_finds_nothing_wrong(sanad):
    found = json.loads(sanad("doctor", "--json", code=None))  # 1 where text recognition is not installed

    assert {one["about"] for one in found["findings"] if one["wrong"]} <= {"recognition"}
    assert any(one["about"] == "removals" for one in found["findings"])


def test_an_empty_place_is_a_sentence_for_every_command(tmp_path):
    for command in (["status"], ["doctor"], ["snapshots"], ["versions", "a.txt"], ["ingest"]):
        done = CliRunner().invoke(app, [*command, "--index", str(tmp_path / "none")])

        assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
        assert "sanad ingest" in done.stderr


def test_a_damaged_snapshot_is_named_and_an_older_one_answers(sanad):
    current = json.loads(sanad("snapshots", "--json"))["current"]
    older = next(one for one in json.loads(sanad("snapshots", "--json"))["snapshots"] if one["id"] != current)
    catalogue = sanad.index / "snapshots" / current / "catalogue.sqlite"
    whole = catalogue.read_bytes()
    catalogue.write_bytes(whole[: len(whole) // 2])

    try:
        listed = sanad("snapshots").splitlines()
        said = CliRunner().invoke(app, ["ask", "When is the pump moved?", "--index", str(sanad.index)])
    finally:
        catalogue.write_bytes(whole)

    assert listed[0].startswith(f"! {current}  Snapshot {current} is damaged: catalogue.sqlite has ")
    assert listed[1].startswith(f"* {older['id']}")
    assert "May" in said.stdout
    assert said.stderr.endswith(f"The answers come from the older snapshot {older['id']}.\n")
