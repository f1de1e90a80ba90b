"""The script that the browser tests serve: the page over the scripted assistant, with one PDF that is really there."""

from __future__ import annotations

import hashlib
import time
from dataclasses import replace
from pathlib import Path

from ingest import SAMPLES
from tests.e2e.visitor import GATE
from tests.ui.scripted import ScriptedAssistant, answered, cite, document
from ui.background import IngestRun
from ui.frame import main
from vectorstore import Progress

PDF = "2025/HEALTH-Reach-fact-sheet-2025.pdf"
QUOTE = "The Health Statistics and Services Reach Programme (HEALTH-Reach) was launched on 7 April 2025."


def make() -> ScriptedAssistant:
    sheet = document(PDF, "HEALTH-Reach: Fact Sheet", [QUOTE], date="2025-04-07", kind="fact sheet", page=1)
    sheet = replace(sheet, format="pdf", sha256=hashlib.sha256((SAMPLES / PDF).read_bytes()).hexdigest(), pages=1)
    assistant = ASSISTANT
    assistant.stored[PDF] = sheet
    assistant.root = str(SAMPLES)
    return assistant


ASSISTANT = ScriptedAssistant(
    {
        "When was HEALTH-Reach launched?": lambda q: answered(
            q, "On 7 April 2025. [1]", [cite(make().stored[PDF], QUOTE, 1, page=1)]
        )
    },
    slow=4.0,
)
ASSISTANT.there = False


def first_ingest() -> IngestRun:
    def work(report):
        report(Progress("reading", 1, 8, "2024/report-1.txt"))
        while not Path(GATE).exists():
            time.sleep(0.1)
        for done in range(2, 9):
            report(Progress("reading", done, 8, f"2024/report-{done}.txt"))
            time.sleep(0.1)
        ASSISTANT.there = True
        return False

    return IngestRun(work)


main(make, first_ingest)
