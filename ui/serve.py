"""Serves the chat site on this machine, with settings that do not depend on where it is started from."""

from __future__ import annotations

import os
import socket
import sys
import threading
import time
import tomllib
import urllib.error
import urllib.request
import webbrowser
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

_HERE = Path(__file__).resolve().parent
_SETTINGS = _HERE / "streamlit.toml"
_PAGE = _HERE / "page.py"
_ADDRESS = "127.0.0.1"
_OPENING_TAKES_AT_MOST = 60.0

OK, CANNOT_START = 0, 2
"""Exit codes."""


def serve(index: Path, port: int, open_browser: bool) -> int:
    """Serve the site until it is stopped.

    Args:
        index: Folder of the index.
        port: Where it listens, on this machine only.
        open_browser: Whether to open the page once it can be shown.
    """
    if not _is_free(port):
        print(
            f"Port {port} is in use; stop what listens there or choose another: sanad chat --port {port + 1}",
            file=sys.stderr,
        )
        return CANNOT_START
    # The page reads it with the other settings of the store; the ingest it may start inherits it.
    os.environ["SANAD_STORE_INDEX"] = str(index)
    url = f"http://localhost:{port}"
    threading.Thread(target=_announce, args=(url, port, open_browser), daemon=True).start()
    run_page(_PAGE, port)
    return OK


def run_page(page: Path, port: int) -> None:
    """Run Streamlit in this process until it is stopped."""
    from streamlit.web import bootstrap

    options = streamlit_options(port)
    bootstrap.load_config_options(options)
    bootstrap.run(str(page), is_hello=False, args=[], flag_options=options)


def streamlit_options(port: int) -> dict[str, Any]:
    """Streamlit's settings by flag name; flags win over any configuration file that happens to be around."""
    settings = tomllib.loads(_SETTINGS.read_text(encoding="utf-8"))
    options = dict(_flat(settings, ()))
    options["server_port"] = port
    options["server_corsAllowedOrigins"] = [f"http://localhost:{port}", f"http://{_ADDRESS}:{port}"]
    return options


def _flat(settings: Mapping[str, Any], above: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
    for name, value in settings.items():
        if isinstance(value, dict):
            yield from _flat(value, (*above, name))
        else:
            yield "_".join((*above, name)), value


def _is_free(port: int) -> bool:
    with closing(socket.socket(socket.AF_INET, socket.SOCK_STREAM)) as listener:
        # As servers do: a port whose last connections are only winding down is free.
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((_ADDRESS, port))
        except OSError:
            return False
    return True


def _announce(url: str, port: int, open_browser: bool) -> None:
    """Say where the page is once it answers, and open it."""
    end = time.monotonic() + _OPENING_TAKES_AT_MOST
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(f"http://{_ADDRESS}:{port}/_stcore/health", timeout=2):
                break
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    print(f"Sanad is at {url} (Ctrl+C stops it).", flush=True)
    if open_browser:
        webbrowser.open(url)
