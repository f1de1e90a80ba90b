"""Shows rows of the register along time: the last year first, each line opening the words it rests on.

The browser builds it from plain values with `textContent`, so nothing in them is ever read as markup.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict

import streamlit as st

from ui.browser_parts import PARTS
from ui.grid import Year
from ui.words import direction
from vectorstore import plain

_SCRIPT = """
export default function ({ data, parentElement, setTriggerValue }) {
  const moments = (list, year) => year.moments.forEach((moment) => {
    const line = make("li", list, null, { class: "is-" + moment.state });
    make("span", line, moment.when, { class: "when" });
    const button = make("button", line, moment.what, { type: "button", dir: "auto", "data-value": moment.key });
    button.onclick = () => setTriggerValue("pressed", moment.key);
    if (moment.more) make("small", line, moment.more, { dir: "auto" });
  });
  redraw(parentElement, { class: "sanad-timeline", lang: data.language, dir: data.direction }, (around) =>
    data.years.forEach((year) => {
      make("h3", around, year.name);
      moments(make("ol", around, null), year);
    }));
}
"""


def show_timeline(years: Sequence[Year], key: str, language: str, pressed: Callable[[str], None]) -> None:
    """Show a timeline; `pressed` is told the key of the line that is pressed."""

    def on_pressed() -> None:
        if value := st.session_state[key].pressed:
            pressed(str(value))

    told = [asdict(year) for year in years]
    for year in told:
        for moment in year["moments"]:
            moment.update({name: plain(words) for name, words in moment.items()})
    data = {"years": told, "language": language, "direction": direction(language)}
    component = st.components.v2.component("sanad_timeline", js=PARTS + _SCRIPT, isolate_styles=False)
    component(data=data, key=key, on_pressed_change=on_pressed)
