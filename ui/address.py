"""What of the page stands in its address, so that it can be linked to, reloaded and gone back to.

The address is the truth: a control writes to it when it is changed, and is drawn from it in every run.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final, Literal, cast, get_args

import streamlit as st

View = Literal["ask", "register", "library"]
VIEWS: Final = get_args(View)
_VIEW, _LEFT = "view", "addresses_left"
_LONGEST = 2_000
"""Characters of one value; a longer one comes from no page of ours."""


def view() -> View:
    """The page that is shown; the one to ask at where the address names none."""
    named = value(_VIEW)
    return cast("View", named) if named in VIEWS else "ask"


def value(name: str) -> str:
    """What the address says under a name; empty where it says nothing."""
    return str(st.query_params.get(name, ""))[:_LONGEST]


def one_of(name: str, options: Sequence[str]) -> str:
    """What the address says under a name where that can be chosen, else the first that can."""
    said = value(name)
    return said if said in options else options[0]


def put(name: str, said: str) -> None:
    """Say something under a name; nothing is said by an empty string."""
    if said:
        st.query_params[name] = said
    elif name in st.query_params:
        del st.query_params[name]


def replace(said: Mapping[str, str]) -> None:
    """Make the address say this and nothing else."""
    st.query_params.from_dict({name: words for name, words in said.items() if words})


def go_to(there: View) -> None:
    """Show another page, as it was when it was left."""
    left: dict[str, dict[str, str]] = st.session_state.setdefault(_LEFT, {})
    left[view()] = {name: str(words) for name, words in st.query_params.items()}
    replace(left.get(there, {}) | ({} if there == "ask" else {_VIEW: there}))


def bound(name: str, options: Sequence[str] = (), drops: Sequence[str] = ()) -> dict[str, Any]:
    """The arguments that tie a control to what the address says under a name.

    Args:
        name: In the address.
        options: What can be chosen; the first stands for an address that says nothing, or nothing that can be chosen.
        drops: Names that the address says nothing under once this one is changed.
    """
    said = one_of(name, options) if options else value(name)
    return _tied(name, said, options[0] if options else "", drops)


def bound_day(name: str, drops: Sequence[str] = ()) -> dict[str, Any]:
    """As `bound`, for a control that chooses a day."""
    return _tied(name, day(name), "", drops)


def day(name: str) -> date | None:
    """The day the address says under a name; None where it says none."""
    try:
        return date.fromisoformat(value(name))
    except ValueError:
        return None


def _tied(name: str, said: object, default: str, drops: Sequence[str]) -> dict[str, Any]:
    key = f"at_{name}"
    st.session_state[key] = said
    return {"key": key, "on_change": _changed, "args": (name, key, default, tuple(drops))}


def _changed(name: str, key: str, default: str, drops: Sequence[str]) -> None:
    said = str(st.session_state[key] or "")
    put(name, "" if said == default else said)
    for other in drops:
        put(other, "")
