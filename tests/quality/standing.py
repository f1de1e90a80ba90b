"""Where the assistant stands: every archive ingested, every question set asked and scored, one table.

`python -m tests.quality.standing FOLDER [COLUMN …] [--wrong]` keeps indexes and answers in FOLDER, so that the next run only reads what
changed, and prints the tables of QUALITY.md. With `--wrong` it also prints what went wrong, save for sets that nobody may read.
"""

import argparse
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from ingest import SAMPLES
from tests.quality import score

HERE = Path(__file__).parent
OTHER_HANDS = ("farming", "labour", "measures", "statistics", "trade", "water")
UNREAD = ("centre", "relief")
ARCHIVES = {
    "samples": SAMPLES,
    **{name: HERE / f"{name}_archive" / "documents" for name in ("second", "third", "fourth", "fifth", "sixth")},
    **{name: HERE / "other_hands" / name / "documents" for name in OTHER_HANDS},
    **{name: HERE / "unread" / name / "documents" for name in UNREAD},
}
REWORDED = ("samples", "second", "third", "fourth")
COLUMNS = {
    "samples": {"samples": SAMPLES.parent / "questions.jsonl"},
    **{name: {name: HERE / f"{name}_archive" / "questions.jsonl"} for name in ("second", "third", "fourth", "sixth")},
    "reworded": {name: HERE / "reworded" / f"{name}-seen.jsonl" for name in REWORDED},
    "hands": {name: HERE / "other_hands" / name / "seen.jsonl" for name in OTHER_HANDS},
    "hands-later": {name: HERE / "other_hands" / name / "seen-later.jsonl" for name in OTHER_HANDS},
    "reworded-held-out": {name: HERE / "reworded" / f"{name}-held-out.jsonl" for name in REWORDED},
    "unread": {name: HERE / "unread" / name / "questions.jsonl" for name in UNREAD},
    "fifth": {"fifth": HERE / "fifth_archive" / "questions.jsonl"},
}
"""By the name of a column, the question set for each of its archives."""

NEVER_READ = ("reworded-held-out", "unread", "fifth")
SANAD = (sys.executable, "-c", "from ui.command import main; main()")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("columns", nargs="*", metavar="COLUMN", help=" ".join(COLUMNS))
    parser.add_argument("--wrong", action="store_true")
    chosen = parser.parse_args()
    columns = chosen.columns or list(COLUMNS)
    wanted = [(name, questions, column) for column in columns for name, questions in COLUMNS[column].items()]
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda name: ingest(name, chosen.folder), dict.fromkeys(name for name, *_ in wanted)))
        list(pool.map(lambda one: ask(*one, chosen.folder), wanted))
    print_table({column: standing(column, chosen.folder) for column in columns})
    for column in columns if chosen.wrong else ():
        if column not in NEVER_READ:
            print_wrong(column, chosen.folder)


def ingest(name, folder):
    """The index of an archive, brought in line with its documents."""
    run("ingest", ARCHIVES[name], "--index", folder / "index" / name, "--allow-removals")


def ask(name, questions, column, folder):
    """Every question of a set, asked of its archive."""
    answers_at(folder, column, name).parent.mkdir(parents=True, exist_ok=True)
    asked = ("--batch", questions, "--output", answers_at(folder, column, name))
    run("ask", "--index", folder / "index" / name, *asked)


def answers_at(folder, column, name):
    return folder / "answers" / column / f"{name}.jsonl"


def run(*words):
    done = subprocess.run([*SANAD, *map(str, words)], capture_output=True, text=True)
    if done.returncode > 1:  # 1: a file of the archive cannot be read, which is meant
        print(f"sanad {words[0]} {words[1]} ended with {done.returncode}: {done.stderr[-500:]}", file=sys.stderr)


def standing(column, folder):
    """The scored rows of a column, those of all its archives."""
    return [
        row
        for name, questions in COLUMNS[column].items()
        for row in score.scored(questions, answers_at(folder, column, name))
    ]


def print_table(columns):
    """A row for each kind of question and for each other figure, a column for each standing."""
    told = {column: score.figures(rows) for column, rows in columns.items()}
    print("| |", " | ".join(told), "|")
    print("|---" * (len(told) + 1) + "|")
    for figure in dict.fromkeys(figure for one in told.values() for figure in one):
        values = (one.get(figure) for one in told.values())
        print("|", figure, "|", " | ".join(f"{value[0]} ({value[1]})" if value else "" for value in values), "|")


def print_wrong(column, folder):
    for name, questions in COLUMNS[column].items():
        print(f"== {column} {name}")
        score.print_wrong(score.scored(questions, answers_at(folder, column, name)))


if __name__ == "__main__":
    main()
