"""The name of an event without what its sentence or its line says beside it."""

from __future__ import annotations

import re

from ingest.extract.plain import Plain

_EDGES = " –—-•·:،,;"
_GOES_ON = re.compile(
    r"\s+(?:(?:pourrait|pourra|devrait|devra|aura lieu|se tiendra|s'est tenue?|a eu lieu)\b"
    r"|(?:est |sera |etait )?(?:envisagee?|prevue?|programmee?)s? (?:pour|le|la|en|du|au)\b"
    r"|(?:could|may|might|will|would|should) be\b|(?:is |was |now )?(?:planned|scheduled|set|foreseen) (?:for|in|on)\b|(?:was held|took place|takes place)\b).*$"
)
_REFERENCE = re.compile(r"(?:(?<=\s)|^)(?=[^\s]*\d)[A-Z][\w.-]*(?:/[\w.-]+)+(?:\s*[–—|-]\s*|$)")
_SAYS_WHERE = re.compile(r"^[^:]{0,30}(?:place|venue|date|lieu|when|where|مكان|تاريخ|زمان|موعد)[^:]{0,20}:\s*")


def called(title: str | None) -> str | None:
    """A title without the dashes at its ends and the verb that goes on behind it; None where nothing is left."""
    if title is None:
        return None
    plain = Plain.of(title)
    verb = _GOES_ON.search(plain.text)
    kept = title[: plain.place(verb.start())] if verb else title
    return kept.strip(_EDGES) or None


def place_alone(words: str) -> str:
    """Words for a place without the label and the reference of the paper that stand before them."""
    plain = Plain.of(words)
    label = _SAYS_WHERE.match(plain.text)
    kept = words[plain.place(label.end()) :] if label else words
    return _REFERENCE.sub("", kept).strip(_EDGES)
