"""The little that a page must do in the browser itself, where neither Streamlit nor a style sheet can.

It names the language of the page, says where one is, brings the newest question into view, reads a new answer out to those
who listen, and moves the keyboard to a source that opens and back when it closes. It is given words and numbers of ours only.
"""

from __future__ import annotations

import streamlit as st

from ui.words import say

_SCRIPT = """
let newest = -1, opened = "", last = null, back = null, now = null, said = null;

const soon = (find, act, tries = 300) => {
  const found = find();
  if (found) act(found);
  else if (tries > 0) requestAnimationFrame(() => soon(find, act, tries - 1));
};

// A button is known by the key of the room it stands in and by its place there: Streamlit may draw it anew at any time.
const placeOf = (element) => {
  const button = element.closest("button"), room = element.closest("[class*=st-key-]");
  if (!button || !room) return null;
  const within = "." + [...room.classList].find((one) => one.startsWith("st-key-")) + " button";
  const nth = [...room.querySelectorAll("button")].indexOf(button);
  return () => document.querySelectorAll(within)[nth];
};
const inSource = (element) => element.closest(".st-key-source") !== null;
document.addEventListener("focusin", ({ target }) => { if (!inSource(target)) last = placeOf(target); });

// Brings the keyboard back to a button and holds it there while the page is drawn, unless somebody has moved on.
const bring = (find, tries = 90) => {
  const button = find(), active = document.activeElement;
  if (opened !== "" || (active !== document.body && active !== button && !inSource(active))) return;
  if (button && active !== button) button.focus();
  if (tries > 0) requestAnimationFrame(() => bring(find, tries - 1));
};
const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
const each = (selector, act) => document.querySelectorAll(selector).forEach(act);

const crier = () => {
  let found = document.getElementById("sanad-crier");
  if (!found) {
    found = document.createElement("div");
    found.id = "sanad-crier";
    found.className = "sanad-hidden";
    found.setAttribute("aria-live", "polite");
    document.body.appendChild(found);
  }
  return found;
};

const name = () => {
  each("[class*=st-key-mark_] button", (button) =>
    button.setAttribute("aria-label", now.open.replace("{n}", button.textContent)));
  each("[class*=st-key-limit_] button", (button) =>
    button.setAttribute("aria-label", now.without.replace("{n}", button.textContent)));
  each(".st-key-places button", (button) => {
    if (button.closest(".st-key-go_" + now.view)) button.setAttribute("aria-current", "page");
    else button.removeAttribute("aria-current");
  });
  const answer = document.querySelector(".st-key-exchange_" + now.newest + " :is(.sanad-lead, .sanad-panel)");
  const key = answer ? now.newest + answer.textContent : "";
  if (key && key !== said) {
    if (said !== null) crier().textContent = now.answer + ": " + answer.textContent;
    said = key;
  }
  if (said === null) said = "";
};

let waiting = false;
const watch = new MutationObserver(() => {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => { waiting = false; if (now) name(); });
});

export default function ({ data }) {
  document.documentElement.lang = data.language;
  now = data;
  crier();
  watch.observe(document.body, { childList: true, subtree: true });
  name();
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
      if (back) bring(back);
    } else {
      if (!wasOpen) {
        back = last;
        soon(() => document.querySelector(".st-key-source_bar h2"), (title) => title.focus({ preventScroll: true }));
      }
      soon(() => document.querySelector(".st-key-source mark"), (mark) => mark.scrollIntoView({ block: "nearest" }));
    }
  }
}
"""


def keep_in_view(*, language: str, view: str, newest: int, opened: str) -> None:
    """Tell the browser what is new.

    Args:
        language: The page's.
        view: The page that is shown.
        newest: Number of the newest exchange; -1 for none.
        opened: A name for the source that is open; empty for none.
    """
    component = st.components.v2.component("sanad_view", js=_SCRIPT, isolate_styles=False)
    data = {
        "language": language,
        "view": view,
        "newest": newest,
        "opened": opened,
        "answer": say(language, "answer"),
        "without": say(language, "ask_without", what="{n}"),
        "open": say(language, "open_source", number="{n}"),
    }
    component(data=data, key="view", height=1)
