"""An OpenAI-compatible service of our own, well behaved or badly, over real HTTP: the name of the model says which."""

from __future__ import annotations

import json
import threading
import time
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

_LONG = 30.0


class ModelService:
    """Answers with `reply`, a text or a function of the request, or misbehaves as the model's name asks; `requests` keeps what was asked."""

    def __init__(self, reply=""):
        self.reply = reply
        self.requests = []
        self.url = ""


@contextmanager
def model_service(reply=""):
    """A running service; its threads end with it."""
    service = ModelService(reply)
    handler = type("Handler", (_Handler,), {"service": service})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    service.url = f"http://127.0.0.1:{server.server_port}/v1"
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    try:
        yield service
    finally:
        server.shutdown()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    service: ModelService
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.service.requests.append((dict(self.headers), body))
        self.close_connection = True
        with suppress(BrokenPipeError, ConnectionResetError):
            getattr(self, "_" + body["model"].replace("-", "_"))()

    def log_message(self, *args):
        pass

    def _good(self):
        reply = self.service.reply
        said = reply(self.service.requests[-1][1]) if callable(reply) else reply
        self._events(self._said(said), finish="stop")

    def _hangs(self):
        time.sleep(_LONG)

    def _trickles(self):
        self._begin()
        for _ in range(int(_LONG / 0.1)):
            self._event({"choices": [{"index": 0, "delta": {"content": "x"}}]})
            time.sleep(0.1)

    def _trickles_headers(self):
        for letter in "HTTP/1.1 200 OK\r\nX-Slow: " + "x" * 1000:
            self.wfile.write(letter.encode())
            self.wfile.flush()
            time.sleep(0.1)

    def _never_ends(self):
        self._begin()
        while True:
            self._event({"choices": [{"index": 0, "delta": {"content": "and so on " * 50}}]})

    def _one_endless_line(self):
        self._begin()
        self.wfile.write(b"data: ")
        while True:
            self.wfile.write(b"x" * 65536)

    def _is_cut(self):
        self._events(self._said(self.service.reply)[:-3], finish=None, done=False)

    def _is_reset(self):
        self._begin(length=100_000)
        self._event({"choices": [{"index": 0, "delta": {"content": self.service.reply[:20]}}]})

    def _runs_out(self):
        self._events(self._said(self.service.reply), finish="length")

    def _filtered(self):
        self._events(self._said(self.service.reply), finish="content_filter")

    def _calls_a_tool(self):
        self._begin()
        call = {"index": 0, "id": "1", "type": "function", "function": {"name": "send_mail", "arguments": "{}"}}
        self._event({"choices": [{"index": 0, "delta": {"tool_calls": [call]}}]})
        self._event({"choices": [{"index": 0, "delta": {}, "finish_reason": "tool_calls"}]})
        self.wfile.write(b"data: [DONE]\n\n")

    def _busy(self):
        self._plain(429, "application/json", '{"error": {"message": "slow down"}}')

    def _broken(self):
        self._plain(500, "text/plain", "oops")

    def _refuses_the_key(self):
        self._plain(401, "application/json", '{"error": {"message": "bad key"}}')

    def _html(self):
        self._plain(200, "text/html", "<html><body>Welcome to the portal</body></html>")

    def _wrong_json(self):
        self._begin()
        self.wfile.write(b'data: {"choices": [{"index": 0, "delta": {"content": \n\n')

    def _other_json(self):
        self._plain(200, "application/json", '{"hello": ["world"]}')

    def _odd_events(self):
        self._begin()
        self._event({"choices": "none"})
        self._event([1, 2])

    def _empty(self):
        self._events([], finish="stop")

    def _says_nothing(self):
        self._plain(200, "text/event-stream", "")

    def _redirects(self):
        self.send_response(302)
        self.send_header("Location", self.service.url + "/elsewhere")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _said(self, text):
        return [text[at : at + 7] for at in range(0, len(text), 7)]

    def _events(self, pieces, finish, done=True):
        self._begin()
        self._event({"choices": [{"index": 0, "delta": {"role": "assistant", "content": ""}}]})
        for piece in pieces:
            self._event({"choices": [{"index": 0, "delta": {"content": piece}}]})
        if finish:
            self._event({"choices": [{"index": 0, "delta": {}, "finish_reason": finish}]})
        if done:
            self.wfile.write(b"data: [DONE]\n\n")

    def _begin(self, length=None):
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        if length:
            self.send_header("Content-Length", str(length))
        self.send_header("Connection", "close")
        self.end_headers()

    def _event(self, content):
        whole = {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "m"}
        event = {**whole, **content} if isinstance(content, dict) else content
        self.wfile.write(f"data: {json.dumps(event)}\n\n".encode())
        self.wfile.flush()

    def _plain(self, status, kind, text):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text.encode())
