"""What the tables and the timelines of the page share in the browser."""

from __future__ import annotations

from typing import Final

PARTS: Final = """
// An element with a text that is never read as markup.
const make = (tag, parent, text, attributes) => {
  const made = document.createElement(tag);
  if (text !== null) made.textContent = text;
  Object.entries(attributes || {}).forEach(([name, value]) => made.setAttribute(name, value));
  parent.appendChild(made);
  return made;
};

// Draws something in place of what was drawn before; the keyboard stays at the button it was at, and what was scrolled stays so.
const redraw = (parent, attributes, fill) => {
  const old = parent.querySelector("." + attributes.class);
  const focused = old && old.contains(document.activeElement) ? document.activeElement.dataset.value : undefined;
  const across = old ? old.scrollLeft : 0;
  if (old) old.remove();
  const around = make("div", parent, null, attributes);
  fill(around);
  around.scrollLeft = across;
  if (focused === undefined) return;
  const again = [...around.querySelectorAll("button")].find((one) => one.dataset.value === focused);
  if (again) again.focus({ preventScroll: true });
};
"""
"""JavaScript that stands before the script of a component."""
