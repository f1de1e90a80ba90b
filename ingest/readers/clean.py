"""Makes text fit to be stored: one line, canonical letters, nothing invisible."""

from __future__ import annotations

import re
import unicodedata

_FOLDED = re.compile("[\ufb00-\ufb06\ufb13-\ufb17\ufb50-\ufdff\ufe70-\ufefc]+")
"""Latin and Arabic letters that exist for the sake of old fonts."""
_DROPPED = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\ud800-\udfff\ue000-\uf8ff\U000e0000-\U000e007f]+"
)
_SPACE = re.compile(r"[\s\u2028\u2029]+")
_BAR = re.compile(r"[|\uff5c]")


def clean(text: str) -> str:
    """One block's text as it is stored."""
    folded = _FOLDED.sub(lambda run: unicodedata.normalize("NFKC", run.group()), text)
    return _SPACE.sub(" ", unicodedata.normalize("NFC", _DROPPED.sub("", folded))).strip()


def visible(text: str) -> str:
    """The same without touching spaces and line breaks, for formats whose layout has a meaning."""
    folded = _FOLDED.sub(lambda run: unicodedata.normalize("NFKC", run.group()), text)
    return unicodedata.normalize("NFC", _DROPPED.sub("", folded))


def cell(text: str) -> str:
    """One table cell: a bar inside it would look like the edge of a cell."""
    return _BAR.sub("/", clean(text))
