"""Signs that give a line of plain text away as a list item, a heading or a `Key: value` pair."""

from __future__ import annotations

import re

BULLET = re.compile(
    r"^\s{0,40}([-*+\u2022\u2023\u25aa\u25ab\u25cf\u25cb\u25a0\u25a1\u25c6\u25c7\u25e6\u2043\u2219\u00b7"
    r"\u27a2\u27a4\u2713\u2714\u2756\uf0a7\uf0b7\uf0d8\uf0fc\uf076\uf02d\u2013\u2014\u066d])[ \t\u00a0]+(?=\S)"
)
NUMBER = re.compile(
    r"^\s{0,40}\(?([0-9\u0660-\u0669\u06f0-\u06f9]{1,3}[.)\-]|[a-z][.)]|[A-Z]\)|[ivx]{2,5}[.)])[ \t\u00a0]+(?=\S)"
)
_SECTION = re.compile(
    r"^(?:[0-9\u0660-\u0669]{1,2}(?:\.[0-9\u0660-\u0669]{1,2}){0,3}[.)]?|[IVX]{1,5}[.)])\s+(?=[^\W\d_])"
)
_KEY = re.compile(r"^[^\W\d_][^:\n.;!?]{0,39}?\s?[:\uff1a]\s+\S")
_FINAL = tuple(".;,:!?\u2026\u061f\u061b\u060c\u06d4")
_LONGEST_HEADING = 120
_LONGEST_KEY_WORDS = 5


def is_key_value(line: str) -> bool:
    """Whether a line reads `Date: 4 May` or `Lieu : Genève`; the key is a few words."""
    match = _KEY.match(line)
    return match is not None and len(re.split(r"[:\uff1a]", line, maxsplit=1)[0].split()) <= _LONGEST_KEY_WORDS


def is_section(line: str) -> bool:
    """Whether a line is a numbered heading such as `1. Context` or `2.3 Results`."""
    return _SECTION.match(line) is not None and may_be_heading(line)


def section_level(line: str) -> int:
    """How deep a numbered heading is below the title: 2 for `1.`, 3 for `1.1`."""
    number = line.split(maxsplit=1)[0].rstrip(".)")
    return 2 + number.count(".")


def may_be_heading(line: str) -> bool:
    """Whether a line is short and open-ended enough for a heading."""
    stripped = line.strip()
    return (
        0 < len(stripped) <= _LONGEST_HEADING and not stripped.endswith(_FINAL) and any(c.isalpha() for c in stripped)
    )


def ends_sentence(line: str) -> bool:
    """Whether a line closes a sentence, so that the next one need not go on with it."""
    return line.rstrip("\u00bb\"')\u201d \u00a0").endswith((".", "!", "?", "\u061f", "\u2026", "\u06d4", ":", ";"))
