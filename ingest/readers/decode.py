"""From bytes to characters, for files that do not say how they are encoded."""

from __future__ import annotations

import codecs

from ingest.errors import UnreadableError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LEGACY = ["cp1256", "cp1252", "iso8859_6"]
"""The encodings in which Arabic, French and English offices wrote before UTF-8."""
_SIGNATURES = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x7fELF",
    b"{\\rtf",
    b"\x1f\x8b",
)
_SAMPLE = 200_000
_CONTROLS = frozenset(range(32)) - {9, 10, 11, 12, 13, 26, 27}


def decode(data: bytes, *, declared: str | None = None) -> str:
    """The text of a file: by its byte order mark, as UTF-8, as the file declares, or as the likeliest legacy encoding.

    Raises:
        UnreadableError: the bytes are not text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    refuse_binary(data)
    for candidate in ("utf-8", declared):
        text = _strictly(data, candidate)
        if text is not None:
            return text
    return data.decode(_legacy(data), errors="replace")


def refuse_binary(data: bytes) -> None:
    """Stop at bytes that no text holds."""
    if data.startswith(_SIGNATURES) or 0 in data:
        raise UnreadableError("it is not a text file; give it the ending of its real kind")
    sample = data[:_SAMPLE]
    if sum(byte in _CONTROLS for byte in sample) * 50 > len(sample):
        raise UnreadableError("it is not a text file; give it the ending of its real kind")


def _strictly(data: bytes, encoding: str | None) -> str | None:
    if not encoding:
        return None
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError, ValueError):
        return None


def _legacy(data: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE], cp_isolation=_LEGACY).best()
    return best.encoding if best is not None else "cp1252"
