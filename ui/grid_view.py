"""Shows a table: a real one, whose heads sort and whose cells can be pressed.

The browser builds it from plain values with `textContent`, so nothing in them is ever read as markup.
"""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from ui.grid import Grid

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
  const focused = old && old.contains(document.activeElement) ? document.activeElement.dataset.value : null;
  const across = old ? old.scrollLeft : 0;
  if (old) old.remove();
  const around = make("div", parentElement, null, {
    class: "sanad-table", role: "region", tabindex: "0", "aria-label": data.caption,
    lang: data.language, dir: data.direction,
  });
  const button = (parent, text, name, value, trigger) => {
    const made = make("button", parent, text, { type: "button", dir: "auto", "data-value": trigger + value });
    if (name) { made.setAttribute("aria-label", name); made.setAttribute("title", name); }
    made.onclick = () => setTriggerValue(trigger, value);
    return made;
  };
  const table = make("table", around, null);
  make("caption", table, data.caption, { class: "sanad-hidden" });
  const head = make("tr", make("thead", table, null), null);
  data.columns.forEach((column) => {
    const cell = make("th", head, column.order ? null : column.name, { scope: "col", dir: "auto", class: "in-" + column.key });
    if (column.order) {
      cell.setAttribute("aria-sort", column.order);
      button(cell, column.name, "", column.key, "sorted");
    }
  });
  const body = make("tbody", table, null);
  data.rows.forEach((row) => {
    const line = make("tr", body, null);
    row.forEach((cell, place) => {
      const column = data.columns[place];
      const made = make("td", line, null, { class: ("in-" + column.key + " " + cell.looks).trim(), "data-column": column.name });
      if (cell.text) make("span", made, cell.text, { dir: cell.looks === "file" ? "ltr" : "auto" });
      if (cell.looks === "heat") made.style.setProperty("--share", String(cell.share));
      cell.presses.forEach((press) => {
        button(made, press.text, press.name, press.value, "pressed");
        if (data.current && press.value === data.current) line.setAttribute("aria-current", "true");
      });
      if (cell.note) make("small", made, cell.note, { dir: "auto" });
    });
  });
  around.scrollLeft = across;
  if (focused !== null) {
    const again = [...around.querySelectorAll("button")].find((one) => one.dataset.value === focused);
    if (again) again.focus({ preventScroll: true });
  }
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
    component = st.components.v2.component("sanad_grid", js=_SCRIPT, isolate_styles=False)
    component(data=grid.as_data(), key=key, on_pressed_change=on_pressed, on_sorted_change=on_sorted)
