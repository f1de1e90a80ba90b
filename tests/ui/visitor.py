"""A person at the page, run by Streamlit's own test runner."""

from __future__ import annotations

import json
import time

from streamlit.testing.v1 import AppTest


def _script(factory, first_ingest, feedback):
    from ui.frame import main

    main(factory, first_ingest, feedback)


class Page:
    """What a person does to the page, and what they see on it."""

    def __init__(self, factory, first_ingest=None, locale="en-US", feedback=None, at=None):
        self.app = AppTest.from_function(_script, default_timeout=30, args=(factory, first_ingest, feedback))
        self.app.session_state["language"] = locale.split("-")[0]
        for name, said in (at or {}).items():
            self.app.query_params[name] = said
        self.app.run()

    def until(self, there):
        """Look at the page again until something is there."""
        end = time.monotonic() + 20
        while not there() and time.monotonic() < end:
            time.sleep(0.05)
            self.app.run()
        assert not self.app.exception
        assert there()
        return self

    def ready(self):
        return self.until(lambda: self.keys("example_") or "sanad-question" in self.html)

    def ready_or_titled(self):
        return self.until(lambda: "sanad-title" in self.html or self.keys("example_"))

    def ask(self, question):
        self.app.chat_input(key="question").set_value(question).run()
        assert not self.app.exception
        return self

    def click(self, key):
        self.app.button(key=key).click().run()
        assert not self.app.exception
        return self

    def grid(self, key):
        """The table that is shown under a key: its rows, each a list of what its cells say."""
        shown = self.component(key)
        return [[_said(cell) for cell in row] for row in shown["rows"]]

    def component(self, key):
        """What the browser is given for a component of ours."""
        found = [e for e in self.app.get("bidi_component") if f"-{key}" in e.proto.id]
        assert found, f"{key} is not shown"
        return json.loads(found[0].proto.json)

    def keys(self, start):
        return [button.key for button in self.app.button if button.key and button.key.startswith(start)]

    @property
    def html(self):
        """Everything shown through the one escaper."""
        return "\n".join(element.proto.body for element in self.app.get("html"))


def _said(cell):
    return " ".join(filter(None, [cell["text"], *(press["text"] for press in cell["presses"]), cell["note"]]))
