"""Shows rows of the register along time: the last year first, each line opening the words it rests on.

The browser builds it from plain values with `textContent`, so nothing in them is ever read as markup.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict

import streamlit as st

from ui.escape import plain
from ui.grid import Year
from ui.words import direction

_SCRIPT = """
export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const make = (tag, parent, text, attributes) => {
    const made = document.createElement(tag);
    if (text !== null) made.textContent = text;
    Object.entries(attributes || {}).forEach(([name, value]) => made.setAttribute(name, value));
    parent.appendChild(made);
    return made;
  };
  const old = parentElement.querySelector(".sanad-timeline");
  const focused = old && old.contains(document.activeElement) ? document.activeElement.dataset.value : null;
  if (old) old.remove();
  const around = make("div", parentElement, null, { class: "sanad-timeline", lang: data.language, dir: data.direction });
  data.years.forEach((year) => {
    make("h3", around, year.name);
    const list = make("ol", around, null);
    year.moments.forEach((moment) => {
      const line = make("li", list, null, { class: "is-" + moment.state });
      make("span", line, moment.when, { class: "when" });
      const button = make("button", line, moment.what, { type: "button", dir: "auto", "data-value": moment.key });
      button.onclick = () => setTriggerValue("pressed", moment.key);
      if (moment.more) make("small", line, moment.more, { dir: "auto" });
    });
  });
  if (focused !== null) {
    const again = [...around.querySelectorAll("button")].find((one) => one.dataset.value === focused);
    if (again) again.focus({ preventScroll: true });
  }
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
    component = st.components.v2.component("sanad_timeline", js=_SCRIPT, isolate_styles=False)
    component(data=data, key=key, on_pressed_change=on_pressed)
