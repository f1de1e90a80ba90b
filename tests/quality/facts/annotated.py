"""Documents with all their facts written down by hand, and what is extracted from them."""

import re
from dataclasses import dataclass
from pathlib import Path

import yaml

from ingest import SAMPLES
from ingest.discover import FoundFile
from ingest.isolation import Limits
from ingest.reading import read_file
from vectorstore import Document, Fact

HERE = Path(__file__).parent
SETS = {
    "samples": (SAMPLES, HERE / "samples.yaml"),
    "other styles": (HERE / "other_styles" / "documents", HERE / "other_styles" / "facts.yaml"),
    "other hands": (HERE.parent / "other_hands", HERE / "other_hands" / "facts.yaml"),
}
"""Folder of documents, and their facts."""
ONLY = {"other hands": ("person", "agreement")}
"""Kinds of which all is written down, where that is not so of every kind."""


@dataclass(frozen=True)
class Said:
    """One fact that a person found in a document; one that is only allowed need not be found."""

    kind: str
    fields: dict[str, str]
    required: bool = True


@dataclass(frozen=True)
class Annotated:
    """A document with what a person and what the extractors found in it."""

    document: Document
    said: list[Said]
    found: list[Fact]


def read_set(name):
    """Every annotated document of a set."""
    folder, file = SETS[name]
    return [_read(folder, path, content) for path, content in yaml.safe_load(file.read_text()).items()]


def _read(folder, path, content):
    file = FoundFile(folder / path, path, (folder / path).stat().st_size)
    read = read_file(file, "", Limits())
    said = [one for entry in content["facts"] for one in _said(entry, True)]
    said += [one for entry in content.get("allowed", ()) for one in _said(entry, False)]
    return Annotated(read.document, said, list(read.facts))


def _said(entry, required):
    ((kind, fields),) = entry.items()
    if kind == "table":
        yield from _table(fields)
        return
    yield Said(kind, {name: str(value) for name, value in fields.items()}, required)


def _table(table):
    """A row for each line; a figure for each, and who took part in a table of participants."""
    for first, value in table["cells"].items():
        yield Said("row", {table["key"]: first})
        total = re.match(r"total|المجموع", first.lower())
        if "unit" in table:
            yield Said("figure", {"quantity": str(value), "unit": table["unit"], "counts": first})
        elif total:
            yield Said("figure", {"quantity": str(value), "counts": table["counts"]})
        else:
            yield Said("figure", {"quantity": str(value), "counts": table["counts"], "place": first})
            yield Said("participation", {"who": first, "in": table["in"], "number": str(value)})
