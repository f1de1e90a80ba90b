"""Shows the table of an answer: a real table whose marks open the sources.

The browser builds it from plain values with `textContent`, so nothing in them is ever read as markup.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import streamlit as st

from ui import render, session
from ui.conversation import CITED, place_of
from ui.escape import element, show
from ui.words import direction

if TYPE_CHECKING:
    from assistant import Answer, Table

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
  const old = parentElement.querySelector(".sanad-table");
  if (old) old.remove();
  const around = make("div", parentElement, null, {
    class: "sanad-table", role: "region", tabindex: "0", "aria-label": data.caption,
    lang: data.language, dir: data.direction,
  });
  const table = make("table", around, null);
  make("caption", table, data.caption, { class: "sanad-hidden" });
  const head = make("tr", make("thead", table, null), null);
  data.columns.forEach((name) => make("th", head, name, { scope: "col", dir: "auto" }));
  if (data.rows.some((row) => row.marks.length)) make("th", head, data.sources, { scope: "col", class: "marks" });
  const body = make("tbody", table, null);
  data.rows.forEach((row) => {
    const line = make("tr", body, null);
    row.cells.forEach((text, place) => make("td", line, text, { dir: "auto", "data-column": data.columns[place] || "" }));
    const marks = make("td", line, null, { class: "marks" });
    row.marks.forEach((number) => {
      const name = data.open.replace("{n}", String(number));
      const button = make("button", marks, String(number), { type: "button", "aria-label": name, title: name });
      button.onclick = () => setTriggerValue("opened", number);
    });
  });
}
"""


def show_table(table: Table, answer: Answer, number: int) -> None:
    """The rows with their marks, then how much they rest on."""
    key = f"table_{number}"

    def opened() -> None:
        place = place_of(answer, int(st.session_state[key].opened or 0))
        if place is not None:
            session.open_source(number, CITED, place)

    _component()(data=render.table_data(table, answer), key=key, on_opened_change=opened)
    note = render.coverage(table, answer.language)
    show(element("p", note, class_="sanad-note", lang=answer.language, dir=direction(answer.language)))


def _component() -> Any:
    """Registered for every run: a registration belongs to the server that is running, not to this module."""
    return st.components.v2.component("sanad_table", js=_SCRIPT, isolate_styles=False)
