"""Shows the page before the first question: the examples, or how far the first ingest is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from ui import session
from ui.answer_view import show_failure
from ui.escape import label, show
from ui.render import time_left
from ui.words import LANGUAGES, knows, say
from vectorstore import element, plain

if TYPE_CHECKING:
    from ui.background import IngestRun
    from ui.standing import Site, Stage

_MOST_EXAMPLES = 6
_STEPS = ("checking", "reading", "embedding", "writing", "verifying", "publishing")


def show_welcome(site: Site) -> None:
    """An invitation, with questions this archive can answer."""
    language = session.language()
    questions = examples(site, language)
    with st.container(key="welcome", gap="small"):
        title = element("h2", say(language, "welcome"), class_="sanad-welcome")
        show(element("div", title, element("p", say(language, "tagline"), class_="sanad-quiet")))
        if questions:
            show(element("p", say(language, "try"), class_="sanad-label"))
        with st.container(key="examples", gap="small"):
            for place, question in enumerate(questions):
                st.button(
                    label(question),
                    key=f"example_{place}",
                    width="stretch",
                    on_click=session.ask,
                    args=(site, question),
                )


def examples(site: Site, language: str) -> tuple[str, ...]:
    """Questions in the page's language first, then in the other languages of the archive."""
    from assistant import AssistantError

    try:
        present = site.overview().languages
        others = [other for other in LANGUAGES if other != language and present.get(other)]
        own = site.backend.examples(language, _MOST_EXAMPLES - len(others))
        found = [own, *(site.backend.examples(other, 1) for other in others)]
    except AssistantError:
        return ()
    return tuple(dict.fromkeys(question for some in found for question in some))[:_MOST_EXAMPLES]


@st.fragment(run_every=1.0)
def show_waiting(site: Site, painted: Stage) -> None:
    """What the site is doing before it can answer; the whole page follows once that is no longer what was `painted`."""
    standing, language = site.standing, session.language()
    if standing.stage != painted:
        st.rerun()
    elif standing.stage == "ingesting" and site.ingest is not None:
        _show_ingest(site.ingest)
    elif standing.stage == "waiting":
        show(element("p", say(language, "waiting"), class_="sanad-quiet", role="status"))
    elif standing.stage == "opening":
        show(element("p", say(language, "opening"), class_="sanad-quiet busy", role="status"))
    else:
        show_failure(standing.message or say(language, "unexpected"))
        st.button(say(language, "again"), key="open_again", on_click=site.open)


def _show_ingest(run: IngestRun) -> None:
    language, progress = session.language(), run.progress
    with st.container(key="first_ingest", gap="small"):
        title = element("h2", say(language, "first_ingest"), class_="sanad-welcome")
        show(element("div", title, element("p", say(language, "first_ingest_note"), class_="sanad-note")))
        if progress is None:
            st.progress(0.0, text=say(language, "starting"))
            return
        left = run.seconds_left()
        parts = [
            say(language, progress.stage) if knows(progress.stage) else label(progress.stage),
            say(language, "of", done=progress.done, total=progress.total) if progress.total else "",
            time_left(left, language) if left is not None else "",
        ]
        share = min(1.0, progress.done / progress.total) if progress.total else 0.0
        st.progress(share, text=" · ".join(part for part in parts if part))
        show(element("p", element("bdi", plain(progress.detail)[-120:] or " ", dir="ltr"), class_="sanad-file"))
        _show_steps(progress.stage)


def _show_steps(stage: str) -> None:
    language = session.language()
    now = _STEPS.index(stage) if stage in _STEPS else -1
    states = ["done" if place < now else "now" if place == now else "later" for place in range(len(_STEPS))]
    steps = [
        element("li", say(language, step), class_=state, aria_current="step" if state == "now" else None)
        for step, state in zip(_STEPS, states, strict=True)
    ]
    show(element("ol", *steps, class_="sanad-steps"))
