"""The little that a page must do in the browser itself, where neither Streamlit nor a style sheet can.

It names the language of the page, brings the newest question into view, and moves the keyboard to a source that opens and
back when it closes. It is given numbers and names of ours only.
"""

from __future__ import annotations

import streamlit as st

_SCRIPT = """
let newest = -1, opened = "", back = null;

const soon = (find, act, tries = 40) => {
  const found = find();
  if (found) act(found);
  else if (tries > 0) requestAnimationFrame(() => soon(find, act, tries - 1));
};
const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";

export default function ({ data }) {
  document.documentElement.lang = data.language;
  if (data.newest !== newest) {
    newest = data.newest;
    if (newest >= 0) {
      soon(() => document.querySelector(".st-key-exchange_" + newest),
           (exchange) => setTimeout(() => exchange.scrollIntoView({ block: "start", behavior: calm() }), 60));
    }
  }
  if (data.opened !== opened) {
    const wasOpen = opened !== "";
    opened = data.opened;
    if (opened === "") {
      if (back && back.isConnected) back.focus();
      back = null;
    } else {
      if (!wasOpen) {
        back = document.activeElement;
        soon(() => document.querySelector(".st-key-source_bar h2"), (title) => title.focus({ preventScroll: true }));
      }
      soon(() => document.querySelector(".st-key-source mark"), (mark) => mark.scrollIntoView({ block: "nearest" }));
    }
  }
}
"""


def keep_in_view(language: str, newest: int, opened: str) -> None:
    """Tell the browser what is new.

    Args:
        language: The page's.
        newest: Number of the newest exchange; -1 for none.
        opened: A name for the source that is open; empty for none.
    """
    component = st.components.v2.component("sanad_view", js=_SCRIPT, isolate_styles=False)
    component(data={"language": language, "newest": newest, "opened": opened}, key="view", height=1)
