"""Opens OpenDocument files (.odt, .odp, .ods)."""

from __future__ import annotations

from ingest.errors import UnreadableError

from .clean import clean
from .package import Package, open_package

_NAMES = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
OFFICE, TEXT, TABLE, STYLE = (_NAMES % name for name in ("office", "text", "table", "style"))
DRAW, PRESENTATION, _MANIFEST = (_NAMES % name for name in ("drawing", "presentation", "manifest"))


def open_document(data: bytes, kind: str) -> Package:
    """The package of an OpenDocument file.

    Args:
        data: The file.
        kind: `text`, `presentation` or `spreadsheet`.

    Raises:
        UnreadableError: it is not such a file, or protected with a password.
        RefusedError: it would unpack to more than the limits.
    """
    package = open_package(data, main="content.xml")
    manifest = "META-INF/manifest.xml"
    if package.has(manifest) and next(package.xml(manifest).iter(f"{_MANIFEST}encryption-data"), None) is not None:
        raise UnreadableError("it is protected with a password; save it without one")
    if package.xml("content.xml").find(f"{OFFICE}body/{OFFICE}{kind}") is None:
        raise UnreadableError("its content is not what its ending promises; give it the ending of its real kind")
    return package


def title_of(package: Package) -> str | None:
    """The title in the file's properties."""
    if not package.has("meta.xml"):
        return None
    found = package.xml("meta.xml").find(".//{http://purl.org/dc/elements/1.1/}title")
    return (clean(found.text or "") or None) if found is not None else None
