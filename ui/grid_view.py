"""Shows a table: a real one, whose heads sort and whose cells can be pressed.

The browser builds it from plain values with `textContent`, so nothing in them is ever read as markup.
"""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from ui.browser_parts import PARTS
from ui.grid import Grid

_SCRIPT = """
// Characters of a text that is kept on one line: a date, a number, a short form.
const ONE_LINE = 18;

export default function ({ data, parentElement, setTriggerValue }) {
  const button = (parent, text, name, value, trigger) => {
    const made = make("button", parent, text, { type: "button", dir: "auto", "data-value": trigger + value });
    if (name) { made.setAttribute("aria-label", name); made.setAttribute("title", name); }
    made.onclick = () => setTriggerValue(trigger, value);
  };
  const text = (made, cell) => {
    const parts = cell.text.split("; "), arabic = parts.filter((part) => /[\\u0590-\\u08ff]/.test(part)).length;
    if (arabic === 0 || arabic === parts.length) return make("span", made, cell.text, { dir: cell.looks === "file" ? "ltr" : "auto" });
    // Each of the names keeps its own direction; they follow each other in that of the table.
    const list = make("span", made, null);
    parts.forEach((part, place) => { if (place) list.append("; "); make("bdi", list, part); });
  };
  const heads = (line) => data.columns.forEach((column) => {
    const cell = make("th", line, column.order ? null : column.name, { scope: "col", class: "in-" + column.key });
    if (!column.order) return;
    cell.setAttribute("aria-sort", column.order);
    button(cell, column.name, "", column.key, "sorted");
  });
  const cells = (line, row) => row.forEach((cell, place) => {
    const column = data.columns[place];
    const made = make("td", line, null, { class: ("in-" + column.key + " " + cell.looks).trim(), "data-column": column.name });
    if (cell.text) text(made, cell);
    if (cell.text && cell.text.length <= ONE_LINE) made.classList.add("short");
    if (cell.looks === "heat") made.style.setProperty("--share", String(cell.share));
    cell.presses.forEach((press) => {
      button(made, press.text, press.name, press.value, "pressed");
      if (data.current && press.value === data.current) line.setAttribute("aria-current", "true");
    });
    if (cell.note) make("small", made, cell.note, { dir: "auto" });
  });
  const looks = {
    class: "sanad-table", role: "region", tabindex: "0", "aria-label": data.caption, lang: data.language, dir: data.direction,
  };
  redraw(parentElement, looks, (around) => {
    const table = make("table", around, null);
    make("caption", table, data.caption, { class: "sanad-hidden" });
    heads(make("tr", make("thead", table, null), null));
    const body = make("tbody", table, null);
    data.rows.forEach((row) => cells(make("tr", body, null), row));
  });
}
"""


def show_grid(
    grid: Grid,
    key: str,
    pressed: Callable[[str], None] | None = None,
    sorted_by: Callable[[str], None] | None = None,
) -> None:
    """Show a table.

    Args:
        grid: What stands in it.
        key: Of the component.
        pressed: Told the value of what is pressed.
        sorted_by: Told the key of a column whose head is pressed.
    """

    def on_pressed() -> None:
        if pressed and (value := st.session_state[key].pressed):
            pressed(str(value))

    def on_sorted() -> None:
        if sorted_by and (value := st.session_state[key].sorted):
            sorted_by(str(value))

    # Registered in every run: a registration belongs to the server that is running, not to this module.
    component = st.components.v2.component("sanad_grid", js=PARTS + _SCRIPT, isolate_styles=False)
    component(data=grid.as_data(), key=key, on_pressed_change=on_pressed, on_sorted_change=on_sorted)
