"""A person at the page, run by Streamlit's own test runner."""

from __future__ import annotations

import time

from streamlit.testing.v1 import AppTest


def _script(factory, first_ingest, feedback):
    from ui.chat import main

    main(factory, first_ingest, feedback)


class Page:
    """What a person does to the page, and what they see on it."""

    def __init__(self, factory, first_ingest=None, locale="en-US", feedback=None):
        self.app = AppTest.from_function(_script, default_timeout=30, args=(factory, first_ingest, feedback))
        self.app.session_state["language"] = locale.split("-")[0]
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

    def ask(self, question):
        self.app.chat_input(key="question").set_value(question).run()
        assert not self.app.exception
        return self

    def click(self, key):
        self.app.button(key=key).click().run()
        assert not self.app.exception
        return self

    def keys(self, start):
        return [button.key for button in self.app.button if button.key and button.key.startswith(start)]

    @property
    def html(self):
        """Everything shown through the one escaper."""
        return "\n".join(element.proto.body for element in self.app.get("html"))
