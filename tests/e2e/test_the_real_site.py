"""The whole product as a newcomer meets it: `sanad chat` without an index, questions, a source, a new report while the page is open."""

import os
import shutil
import socket
import subprocess
import sys

import pytest

from ingest import SAMPLES

pytestmark = [pytest.mark.browser, pytest.mark.model]

SCANS_ARE_READ = shutil.which("tesseract") is not None
NEW_REPORT = """Meeting with the Lighthouse Keepers' Guild
Date: 3 March 2026
Venue: Cape Orsola

The Guild was represented by Ms. Ottoline GRAVES, Warden. The two sides agreed to train 17 keepers.
"""


def sanad(*arguments, folder):
    command = [sys.executable, "-m", "ui.command", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=240, check=False)


@pytest.fixture(scope="module")
def site(chromium, tmp_path_factory):
    """The address of a site that began without an index, and its working folder."""
    folder = tmp_path_factory.mktemp("site")
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
    command = [sys.executable, "-m", "ui.command", "chat", "--port", str(port), "--no-open"]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.PIPE, text=True)
    said = process.stdout.readline()
    assert f"http://localhost:{port}" in said
    yield f"http://localhost:{port}", folder
    process.terminate()
    process.wait(30)
    process.stdout.close()


def test_a_newcomer_asks_opens_the_source_is_refused_and_meets_a_new_report(browse, site):
    address, folder = site
    visitor = browse(address)

    visitor.sees(".st-key-first_ingest")
    visitor.page.wait_for_selector(".st-key-examples button", timeout=180_000)
    assert "37" in visitor.page.locator(".sanad-state, .st-key-footer").first.inner_text()

    visitor.page.set_default_timeout(60_000)
    visitor.ask("When is the simulation exercise in Brannholt?")
    assert "21-23 April 2026" in visitor.sees(".sanad-lead").inner_text()
    visitor.click("[class*=st-key-mark_0_0] button")
    assert "21-23 April 2026" in visitor.sees(".st-key-source mark").inner_text()

    visitor.ask("Who represented the Lighthouse Keepers' Guild?")
    assert visitor.page.locator("[class*=st-key-exchange_1] .sanad-lead").count() == 0

    reports = folder / "reports"
    shutil.copytree(SAMPLES, reports)
    (reports / "2026" / "guild.txt").write_text(NEW_REPORT, encoding="utf-8")
    run = sanad("ingest", str(reports), "--index", str(folder / "index"), folder=folder)
    assert run.returncode == (0 if SCANS_ARE_READ else 1), run.stderr
    assert "1 indexed" in run.stdout

    visitor.ask("Who represented the Lighthouse Keepers' Guild?")
    assert "Ottoline GRAVES" in visitor.page.locator("[class*=st-key-exchange_2] .sanad-lead").first.inner_text()
