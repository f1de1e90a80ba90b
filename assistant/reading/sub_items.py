"""Lists whose items are numbered below the number of the paragraph that leads to them: "5. … three observations: 5.1 … 5.2 …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.reading.document_lists import Entry, Listing
from vectorstore import Block, Document

_LEADS = re.compile(r"^\s*(?P<number>\d{1,2})[.)]?\s+\S.*[:：]\s*$", re.DOTALL)
_BELOW = re.compile(r"^\s*(?P<number>\d{1,2})\.(?P<place>\d{1,2})[.)]?\s+\S")
_FEWEST = 2


def sub_items(document: Document) -> Iterator[Listing]:
    """The lists of a document that go on below a numbered paragraph, in order."""
    path: list[Block] = []
    lead: Block | None = None
    below: list[Block] = []
    for block in document.blocks:
        text = document.text[block.start : block.end]
        if lead is not None and _is_next(text, document.text[lead.start : lead.end], len(below)):
            below.append(block)
            continue
        if lead is not None and len(below) >= _FEWEST:
            yield _listing(document.text, lead, below, path)
        below = []
        lead = block if block.kind in ("paragraph", "item") and _LEADS.match(text) else None
        if block.kind == "heading":
            path = [*(one for one in path if one.level < block.level), block]
    if lead is not None and len(below) >= _FEWEST:
        yield _listing(document.text, lead, below, path)


def _is_next(text: str, lead: str, before: int) -> bool:
    """Whether a paragraph has the number that comes next below that of its lead."""
    found, above = _BELOW.match(text), _LEADS.match(lead)
    return bool(found and above and found["number"] == above["number"] and int(found["place"]) == before + 1)


def _listing(text: str, lead: Block, below: list[Block], path: list[Block]) -> Listing:
    headings = [one for one in path if one.start > 0]
    said = [text[one.start : one.end] for one in below]
    return Listing(
        "items",
        tuple(
            Entry(one.start, one.end, words.rstrip(" ;,؛،"), (), words) for one, words in zip(below, said, strict=True)
        ),
        text[lead.start : lead.end],
        lead.start,
        tuple(text[one.start : one.end] for one in headings),
        headings[-1].start if headings else -1,
    )
