"""A real browser in front of a real server."""

from __future__ import annotations

import gc
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
import warnings
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
_QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]


@pytest.fixture(scope="session")
def chromium():
    """Where the system's Chromium is."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        if os.environ.get("CI") == "true":
            pytest.fail("chromium is not installed: apt-get install chromium")
        pytest.skip("chromium is not installed")
    return found


def start(script, folder):
    """Serve a page script with the product's own settings; the process and its address."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
    code = f"from pathlib import Path; from ui.serve import run_page; run_page(Path({str(script)!r}), {port})"
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "OMP_WAIT_POLICY": "passive"}
    with (folder / "server.log").open("wb") as log:
        process = subprocess.Popen([sys.executable, "-c", code], cwd=folder, env=environment, stdout=log, stderr=log)
    end = time.monotonic() + 60
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=2):
                return process, f"http://localhost:{port}"
        except OSError:
            time.sleep(0.1)
    process.kill()
    pytest.fail("the server did not start:\n" + (folder / "server.log").read_text(encoding="utf-8"))


class Address(str):
    """Where the scripted site is, and the folder its server runs in."""

    def __new__(cls, where, folder):
        made = super().__new__(cls, where)
        made.folder = folder
        return made


@pytest.fixture(scope="session")
def address(chromium, tmp_path_factory):
    """The scripted site."""
    folder = tmp_path_factory.mktemp("server")
    process, where = start(Path(__file__).with_name("served.py"), folder)
    yield Address(where, folder)
    process.terminate()
    process.wait(30)


@pytest.fixture(scope="session")
def playwright_():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as running:
        yield running
    # The pipes to the browser's driver may be collected only after their event loop is closed, which is no fault of the page.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        gc.collect()


@pytest.fixture(scope="session")
def browser(playwright_, chromium):
    running = playwright_.chromium.launch(executable_path=chromium, headless=True, args=_QUIET)
    yield running
    running.close()


@pytest.fixture
def browse(browser):
    """Opens the page as somebody who was never there; every request that leaves the site fails the test."""
    from tests.e2e.visitor import Visitor

    open_ones = []

    def open_page(address, **looks):
        looks = {"viewport": {"width": 1280, "height": 800}, "locale": "en-US", **looks}
        context = browser.new_context(**looks)
        visitor = Visitor(context.new_page(), address)
        open_ones.append((context, visitor))
        return visitor.come()

    yield open_page
    for context, visitor in open_ones:
        context.close()
        assert visitor.strayed == []
        assert visitor.dialogs == []
