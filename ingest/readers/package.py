"""Opens the zip packages of office files, after a look at what they promise to unpack to."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field
from posixpath import dirname, join, normpath

from lxml import etree

from ingest.errors import RefusedError, UnreadableError

_MOST_PARTS = 2_000
_MOST_BYTES = 200 * 1024 * 1024
_LARGEST_PART = 64 * 1024 * 1024
_RATIO, _RATIO_FROM = 100, 1024 * 1024
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


@dataclass(slots=True)
class Package:
    """The parts of one office file."""

    _zip: zipfile.ZipFile
    _left: int = field(default=_MOST_BYTES)

    def has(self, name: str) -> bool:
        """Whether there is such a part."""
        return name in self._zip.NameToInfo

    def xml(self, name: str) -> etree._Element:
        """One part, parsed.

        Raises:
            UnreadableError: the part is missing or broken.
            RefusedError: the part is too large, or declares a document type.
        """
        data = self._bytes(name)
        _refuse_document_type(data)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
        try:
            return etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise UnreadableError("it is damaged; save it again from the office program") from error

    def related(self, name: str) -> dict[str, tuple[str, str]]:
        """The parts a part refers to inside the package: id -> (kind, name)."""
        folder = dirname(name)
        relations = join(folder, "_rels", name.rsplit("/", 1)[-1] + ".rels")
        if not self.has(relations):
            return {}
        found = {}
        for entry in self.xml(relations):
            if entry.get("TargetMode") != "External" and entry.get("Id"):
                target = entry.get("Target", "")
                full = target.lstrip("/") if target.startswith("/") else normpath(join(folder, target))
                found[entry.get("Id", "")] = (entry.get("Type", "").rsplit("/", 1)[-1], full)
        return found

    def refuse_document_types(self) -> None:
        """Look at every part, for libraries that parse the parts themselves.

        Raises:
            RefusedError: a part is too large, or declares a document type.
        """
        for name in self._zip.namelist():
            if name.endswith((".xml", ".rels", ".vml")):
                _refuse_document_type(self._bytes(name))

    def title(self) -> str | None:
        """The title in the file's properties."""
        if not self.has("docProps/core.xml"):
            return None
        found = self.xml("docProps/core.xml").findtext("{http://purl.org/dc/elements/1.1/}title")
        return " ".join(found.split()) or None if found else None

    def _bytes(self, name: str) -> bytes:
        """The content of a part, counted as it comes rather than as the directory promises."""
        try:
            with self._zip.open(name) as part:
                data = part.read(min(self._left, _LARGEST_PART) + 1)
        except KeyError as error:
            raise UnreadableError("a part of it is missing; save it again from the office program") from error
        except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, RuntimeError, ValueError) as error:
            raise UnreadableError("it is damaged; save it again from the office program") from error
        except Exception as error:  # zlib.error has no base of its own, and other decompressors raise theirs
            raise UnreadableError("it is damaged; save it again from the office program") from error
        self._left -= len(data)
        if self._left < 0 or len(data) > _LARGEST_PART:
            raise RefusedError(
                f"it unpacks to more than {_LARGEST_PART >> 20} MB in one part or {_MOST_BYTES >> 20} MB in all"
            )
        return data


def _refuse_document_type(part: bytes) -> None:
    if any(sign in part for sign in (b"<!DOCTYPE", b"<!ENTITY", b"<\x00!\x00D", b"\x00<\x00!\x00D")):
        raise RefusedError("it declares a document type inside, which no office program writes")


def open_package(data: bytes, *, main: str) -> Package:
    """The package in these bytes.

    Args:
        data: The file.
        main: A part every file of the kind has.

    Raises:
        UnreadableError: it is not such a file.
        RefusedError: it would unpack to more than the limits.
    """
    if data.startswith(_OLD_OFFICE):
        raise UnreadableError(
            "it is protected with a password or in an older format; save it without a password in the current format"
        )
    check(data)
    package = Package(zipfile.ZipFile(io.BytesIO(data)))
    if not package.has(main):
        raise UnreadableError("its content is not what its ending promises; save it again from the office program")
    return package


def check(data: bytes) -> None:
    """Read the directory of a zip file, and refuse what no office program would write."""
    try:
        entries = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except (zipfile.BadZipFile, EOFError, OSError, ValueError, NotImplementedError) as error:
        raise UnreadableError("it is damaged or of another kind; save it again from the office program") from error
    if len(entries) > _MOST_PARTS:
        raise RefusedError(f"it holds more than {_MOST_PARTS:,} parts")
    if sum(entry.file_size for entry in entries) > _MOST_BYTES:
        raise RefusedError(f"it would unpack to more than {_MOST_BYTES >> 20} MB")
    names = [entry.filename for entry in entries]
    if len(set(names)) != len(names) or any(name.startswith("/") or ".." in name.split("/") for name in names):
        raise RefusedError("it holds two parts of one name, or a part with a path of its own")
    for entry in entries:
        if entry.flag_bits & 1:
            raise UnreadableError("it is protected with a password; save it without one")
        if entry.file_size > _RATIO_FROM and entry.file_size > _RATIO * max(1, entry.compress_size):
            raise RefusedError(f"a part of it unpacks to more than {_RATIO} times its size")
