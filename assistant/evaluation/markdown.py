"""What others wrote on its way into a report in Markdown."""

from __future__ import annotations

import html
import re

from vectorstore import plain

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|~$:])")
_JOINER = "\u2060"
"""Takes no room; after an @ it keeps a name from being called."""


def markdown(text: str) -> str:
    """Foreign text for a Markdown table or list: in one line, shown letter by letter, no links, no calls of a name."""
    line = _MARKDOWN.sub(r"\\\1", " ".join(plain(text).split()))
    return html.escape(line, quote=False).replace("@", f"@{_JOINER}")
