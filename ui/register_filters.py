"""The controls that limit what is shown of the register; each stands in the address."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from ui import address, session
from ui.escape import plain
from ui.register_rows import OVERDUE, Choice, Wanted, partners, sorts, states, years
from ui.words import say

if TYPE_CHECKING:
    from assistant import RegisterTable, RegisterView

_DROPS = ("page", "row")
_WIDTH = 163
"""Pixels."""


def show_filters(view: RegisterView, table: RegisterTable) -> Wanted:
    """The controls, and what they are set to."""
    language = session.language()
    with st.container(key="filters", horizontal=True, vertical_alignment="bottom", gap="small"):
        st.text_input(
            say(language, "filter_words"),
            type="search",
            placeholder=say(language, "filter_hint"),
            width=_WIDTH,
            **address.bound("words", drops=_DROPS),
        )
        partner = _choose("partner", partners(view, table.entries))
        year = _choose("year", years(table.entries))
        sort = _choose("type", sorts(table))
        state = _choose("state", states(table))
        st.date_input(
            say(language, "filter_asof"),
            format="YYYY-MM-DD",
            help=say(language, "asof_note"),
            width=_WIDTH,
            **address.bound_day("asof", drops=_DROPS),
        )
        if any(address.value(name) for name in ("words", "partner", "year", "type", "state", "asof")):
            st.button(say(language, "clear_filters"), key="clear_filters", type="tertiary", on_click=_clear)
    return Wanted(address.value("words"), partner, year, sort, state, address.value("order"))


def _choose(name: str, choices: Sequence[Choice]) -> str:
    """A control with the values that occur; what is chosen, empty for all."""
    if not choices:
        return ""
    language = session.language()
    keys = ["", *(choice.key for choice in choices)]
    shown = {choice.key: f"{choice.name or say(language, OVERDUE)} ({choice.count})" for choice in choices}
    st.selectbox(
        say(language, f"filter_{name}"),
        keys,
        format_func=lambda key: plain(shown[key]) if key else say(language, "all"),
        width=_WIDTH,
        **address.bound(name, keys, drops=_DROPS),
    )
    return address.one_of(name, keys)


def _clear() -> None:
    for name in ("words", "partner", "year", "type", "state", "asof", *_DROPS):
        address.put(name, "")
