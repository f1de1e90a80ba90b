"""Takes the pictures of the README from a running site over the bundled samples.

sanad chat --no-open &
python -m tests.e2e.pictures http://localhost:8501
"""

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.e2e.visitor import Visitor

HERE = Path(__file__).with_name("pictures")
_PATIENCE = 180_000


def _answer(visitor: Visitor) -> None:
    visitor.ask("When is the simulation exercise in Brannholt?")
    visitor.sees(".sanad-lead")
    visitor.click("[class*=st-key-mark_0_0] button")
    visitor.sees(".st-key-source mark")


def _register(visitor: Visitor) -> None:
    visitor.come("/?view=register").page.wait_for_selector("text=Events")


def _arabic(visitor: Visitor) -> None:
    visitor.page.get_by_text("العربية", exact=True).first.click()
    visitor.page.wait_for_selector("text=على سبيل المثال")
    visitor.ask("ما الاجتماعات التي عُقدت في عام 2025؟")
    visitor.sees(".sanad-lead")


def take(site: str) -> None:
    """Take every picture: an answer beside its source, the register, and an Arabic answer on a phone."""
    HERE.mkdir(exist_ok=True)
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with sync_playwright() as running:
        browser = running.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for name, size, shown in (
            ("answer", (1280, 720), _answer),
            ("register", (1280, 720), _register),
            ("phone", (390, 780), _arabic),
        ):
            page = browser.new_page(viewport={"width": size[0], "height": size[1]})
            visitor = Visitor(page, site)
            page.set_default_timeout(_PATIENCE)
            visitor.come().ready()
            shown(visitor)
            page.wait_for_timeout(2_000)
            page.screenshot(path=HERE / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    take(sys.argv[1])
