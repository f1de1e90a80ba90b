"""Asks the script that came with the question sets which answers it finds right."""

import json
import re
import subprocess
import sys
from pathlib import Path

from assistant.evaluation.codec import case_as_written


def right_by_reference(pairs, folder):
    """For each case and answer, whether the script finds it right."""
    questions, answers = folder / "questions.jsonl", folder / "answers.jsonl"
    with questions.open("w", encoding="utf-8") as asked, answers.open("w", encoding="utf-8") as said:
        for number, (case, answer) in enumerate(pairs):
            written = {"answerable": True, "language": "en", "kind": "factoid", "answers": [], **case_as_written(case)}
            asked.write(json.dumps({**written, "id": f"p{number}"}, ensure_ascii=False) + "\n")
            said.write(json.dumps({**answer.as_json(), "id": f"p{number}"}, ensure_ascii=False) + "\n")
    script = Path(__file__).with_name("score.py")
    command = [sys.executable, script, questions, answers, folder / "masters", "--wrong"]
    printed = subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout
    wrong = set(re.findall(r"^WRONG (p\d+) ", printed, re.MULTILINE))
    return [f"p{number}" not in wrong for number in range(len(pairs))]
