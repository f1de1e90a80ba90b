"""Shows how a question was understood, each limit it sets on something to press that asks again without it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from ui import session
from ui.escape import label, show
from ui.words import direction, say
from vectorstore import element

if TYPE_CHECKING:
    from assistant import Answer, Understood
    from ui.standing import Site


def show_understood(site: Site, answer: Answer, understood: Understood, number: int) -> None:
    """The line above an answer from the register; `number` is the place of its exchange in the conversation."""
    language = answer.language
    with st.container(key=f"understood_{language}_{number}", horizontal=True, vertical_alignment="center", gap="small"):
        asked = say(language, "understood_as", what=understood.words)
        show(element("p", asked, class_="sanad-note", lang=language, dir=direction(language)))
        for place, limit in enumerate(understood.filters):
            if limit.applied:
                said = limit.words or limit.key
                st.button(
                    label(said),
                    key=f"limit_{number}_{place}",
                    type="tertiary",
                    help=label(say(session.language(), "ask_without", what=said)),
                    on_click=session.ask_without,
                    args=(site, number, limit),
                )
    ignored = [limit.words for limit in understood.filters if not limit.applied and limit.words]
    if ignored:
        note = say(language, "not_applied", what=", ".join(ignored))
        show(element("p", note, class_="sanad-note", lang=language, dir="auto"))
