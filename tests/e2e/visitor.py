"""What a person does to the page in a browser."""

from __future__ import annotations

from urllib.parse import urlsplit

GATE = "gate"
"""The file in the folder of the scripted server that lets its first ingest come to an end."""
_IDLE = "[data-testid=stApp][data-test-script-state=notRunning]"


class Visitor:
    """A browser tab; `strayed` holds every request that did not go to the site itself."""

    def __init__(self, page, address):
        self.page = page
        self.address = address
        self.folder = getattr(address, "folder", None)
        """Where the scripted server runs."""
        self.strayed = []
        self.dialogs = []
        page.set_default_timeout(30_000)
        page.on("request", lambda request: self._asked_for(request.url))
        page.on("websocket", lambda socket: self._asked_for(socket.url))
        page.on("dialog", self._spoke)

    def come(self, path=""):
        self.page.goto(self.address + path)
        self.page.wait_for_selector("h1")
        return self

    def ready(self):
        if self.folder is not None:
            (self.folder / GATE).touch()
        self.page.wait_for_selector(".st-key-examples button")
        return self.idle()

    def idle(self):
        self.page.wait_for_timeout(300)
        self.page.wait_for_selector(_IDLE)
        return self

    def ask(self, question):
        number = self.page.locator(".sanad-question").count()
        field = self.page.get_by_test_id("stChatInputTextArea")
        field.fill(question)
        field.press("Enter")
        self.page.wait_for_selector(f".st-key-exchange_{number} :is([class*=st-key-answer_], .failure)")
        return self.idle()

    def click(self, selector):
        self.page.locator(f"{selector} >> visible=true").first.click()
        return self.idle()

    def sees(self, selector):
        self.page.wait_for_selector(f"{selector} >> visible=true")
        return self.page.locator(f"{selector} >> visible=true").first

    def style(self, selector, name):
        return self.page.locator(selector).first.evaluate("(element, name) => getComputedStyle(element)[name]", name)

    def _asked_for(self, url):
        parts, own = urlsplit(url), urlsplit(self.address)
        if parts.scheme not in ("data", "blob", "about") and parts.netloc != own.netloc:
            self.strayed.append(url)

    def _spoke(self, dialog):
        self.dialogs.append(dialog.message)
        dialog.dismiss()
