import os
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from ui.serve import serve, streamlit_options

ROOT = Path(__file__).resolve().parents[2]


def _free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def test_a_port_in_use_is_one_sentence_and_exit_code_2(tmp_path, capsys):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]

        code = serve(tmp_path, port, False)

    assert code == 2
    assert capsys.readouterr().err.strip() == (
        f"Port {port} is in use; stop what listens there or choose another: sanad chat --port {port + 1}"
    )


def test_the_settings_that_keep_the_site_private_are_set():
    options = streamlit_options(8600)

    assert options["server_address"] == "127.0.0.1"
    assert options["server_port"] == 8600
    assert options["server_allowedHosts"] == ["localhost", "127.0.0.1"]
    assert options["server_enableXsrfProtection"] is True
    assert options["server_enableStaticServing"] is False
    assert options["server_enableAgentApi"] is False
    assert options["browser_gatherUsageStats"] is False
    assert options["client_showErrorDetails"] == "none"
    assert options["runner_fastReruns"] is False


def test_every_setting_is_one_that_streamlit_knows():
    from streamlit import config

    assert {name.replace("_", ".") for name in streamlit_options(8600)} <= set(config._config_options_template)


@pytest.fixture
def site(tmp_path):
    """The site, started from another folder whose own configuration asks for the contrary."""
    (tmp_path / ".streamlit").mkdir()
    (tmp_path / ".streamlit" / "config.toml").write_text(
        '[browser]\ngatherUsageStats = true\n[client]\nshowErrorDetails = "full"\n'
    )
    (tmp_path / "page.py").write_text(
        'import streamlit as st\nfrom streamlit import config\nst.text(config.get_option("browser.gatherUsageStats"))\n'
    )
    port = _free_port()
    code = f"from pathlib import Path; from ui.serve import serve; raise SystemExit(serve(Path({str(tmp_path / 'index')!r}), {port}, False))"
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen(
        [sys.executable, "-c", code], cwd=tmp_path, env=environment, stdout=subprocess.PIPE, text=True
    )
    yield process, port
    process.terminate()
    process.wait(20)
    process.stdout.close()


def test_the_site_starts_from_any_folder_says_where_it_is_and_listens_on_this_machine_alone(site):
    process, port = site

    assert process.stdout.readline().strip() == f"Sanad is at http://localhost:{port} (Ctrl+C stops it)."
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=5) as reply:
        assert reply.read() == b"ok"
    with socket.socket() as stranger:
        stranger.settimeout(2)
        assert stranger.connect_ex(("127.0.0.2", port)) != 0


def _connect(port, host, origin):
    """The status line that a browser's attempt to open a session is answered with."""
    request = (
        f"GET /_stcore/stream HTTP/1.1\r\nHost: {host}\r\nOrigin: {origin}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", port), timeout=5) as connection:
        connection.sendall(request.encode())
        return connection.recv(200).decode(errors="replace").split("\r\n")[0]


def test_sessions_are_opened_from_the_pages_own_address_alone(site):
    process, port = site
    process.stdout.readline()
    own = f"localhost:{port}"

    assert " 101 " in _connect(port, own, f"http://{own}")
    assert " 101 " not in _connect(port, own, "http://evil.example")
    assert " 101 " not in _connect(port, f"evil.example:{port}", f"http://{own}")
