"""The controls that limit what is shown of the register; each stands in the address."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from ui import address, controls, session
from ui.register_rows import OVERDUE, Choice, Wanted, partners, sorts, states, years
from ui.words import say

if TYPE_CHECKING:
    from assistant import RegisterTable, RegisterView

_WIDTH = 163
"""Pixels."""


def show_filters(view: RegisterView, table: RegisterTable) -> Wanted:
    """The controls, and what they are set to."""
    language = session.language()
    with controls.row():
        words = controls.search(_WIDTH)
        partner = _choose("partner", partners(view, table.entries))
        year = _choose("year", years(table.entries))
        sort = _choose("type", sorts(table))
        state = _choose("state", states(table))
        st.date_input(
            say(language, "filter_asof"),
            format="YYYY-MM-DD",
            help=say(language, "asof_note"),
            width=_WIDTH,
            **address.bound_day("asof", drops=controls.DROPS),
        )
        if any(address.value(name) for name in ("words", "partner", "year", "type", "state", "asof")):
            st.button(say(language, "clear_filters"), key="clear_filters", type="tertiary", on_click=_clear)
    return Wanted(words, partner, year, sort, state, address.value("order"))


def _choose(name: str, choices: Sequence[Choice]) -> str:
    """A control with the values that occur; what is chosen, empty for all."""
    overdue = say(session.language(), OVERDUE)
    return controls.choose(
        name, {choice.key: f"{choice.name or overdue} ({choice.count})" for choice in choices}, _WIDTH
    )


def _clear() -> None:
    for name in ("words", "partner", "year", "type", "state", "asof", *controls.DROPS):
        address.put(name, "")
