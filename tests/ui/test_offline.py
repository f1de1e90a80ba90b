"""Nothing phones home: an ingest and a question in a process that may not reach the network, and that notes every attempt."""

import json
import shutil
import subprocess
import sys

import pytest

pytestmark = pytest.mark.model
GUARDED = """
import os, sys
def guard(event, arguments):
    if event in ("socket.getaddrinfo", "socket.gethostbyname"):
        os.write(2, f"ATTEMPT {event} {arguments}\\n".encode())
    if event in ("socket.connect", "socket.sendto") and not isinstance(arguments[1], (str, bytes)):
        os.write(2, f"ATTEMPT {event} {arguments[1]}\\n".encode())
sys.addaudithook(guard)
from ui.command import main
main()
"""


def sanad(*arguments):
    """Run the command under guard, and where that can be had without any network at all."""
    alone = ["unshare", "--user", "--map-root-user", "--net"] if shutil.which("unshare") else []
    if alone and subprocess.run([*alone, "true"], capture_output=True).returncode:
        alone = []
    command = [*alone, sys.executable, "-c", GUARDED, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=300)


def test_an_ingest_and_a_question_reach_for_no_network(tmp_path):
    (tmp_path / "reports").mkdir()
    text = "Meeting report\nDate: 3 May 2024\n\nMs. Leila BRANDT, Director of the Harbour Agency, opened the meeting.\n"
    (tmp_path / "reports" / "a.txt").write_text(text, encoding="utf-8")

    ingested = sanad("ingest", tmp_path / "reports", "--index", tmp_path / "index")
    asked = sanad("ask", "Who opened the meeting?", "--json", "--index", tmp_path / "index")

    assert "ATTEMPT" not in ingested.stderr + asked.stderr
    assert ingested.returncode == 0, ingested.stderr
    assert json.loads(asked.stdout)["snapshot"], asked.stdout + asked.stderr
