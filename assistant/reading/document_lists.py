"""Every list of one document as it is laid out: items, marked paragraphs, lines, inline lists, table rows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from assistant.reading.inline_lists import inline_list
from assistant.reading.markers import Marker, opening, sequence
from vectorstore import Block, Document, find_people, fold

_LONGEST_LINE = 14
_LABEL = 3
"""Words at most of a line that names what stands below it."""
_LEADS = re.compile(
    r"[:：]\s*$|\b(?:following|as follows|below|suivante?s?|ci-après|ci-dessous|qui suit|comme suit)\b|ما يلي|التالية|الآتية|كالتالي|كما يلي"
)
_UNFINISHED = re.compile(r"^(?:\S+\s+){2,}[^\W\d_A-ZÀ-Þ]+\W{0,2}$(?<![.!?؟;])")
"""A few words of which the last is a common one, without an end: "The board decided to"."""
_KEY = re.compile(r"^[^\W\d_][^:\n.;!?]{0,39}?\s?[:：]\s+\S")
_TOTAL = re.compile(
    r"^\W*(?:sub-?)?(?:total|totaux|sous-total|ensemble|sum|overall|grand total|المجموع|الاجمالي|الإجمالي|إجمالي|الجملة|الجمله|مجموع)\b",
    re.I,
)
_CONTINUED = re.compile(
    r"\s*(?:\(\s*\d{1,2}\s*\)|\d{1,2}\s*/\s*\d{1,2}|[(–—-]\s*(?:continued|cont(?:['’]d)?\.?|suite|suite et fin|end|fin|تابع|تتمة)\s*\)?)\s*$",
    re.I,
)
"""What a heading ends with that says the same as the one before."""

Sort = Literal["items", "lines", "inline", "rows", "pairs", "sentence", "told"]
"""Marked items, lines without marks, items in a sentence, rows of a table, lines of "name: value", a sentence that enumerates, sentences
that are the items."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One item at `text[start:end]` of a document; of a table row the cells."""

    start: int
    end: int
    text: str
    """As it is told."""
    cells: tuple[str, ...] = ()
    quote: str = ""
    """The stored text from `start` to `end`."""


@dataclass(frozen=True, slots=True)
class Listing:
    """One list of a document, in its order.

    `lead` introduces it, `headings` are the way down to it, the nearest last, without the title.
    """

    sort: Sort
    entries: tuple[Entry, ...]
    lead: str = ""
    lead_start: int = -1
    """Where the paragraph begins that the lead ends; -1 without one."""
    headings: tuple[str, ...] = ()
    heading_start: int = -1
    columns: tuple[str, ...] = ()
    """Of a table."""

    @property
    def start(self) -> int:
        """Where it begins, with what introduces it."""
        return self.lead_start if self.lead_start >= 0 else self.entries[0].start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.entries[-1].end


def lists_in(document: Document) -> tuple[Listing, ...]:
    """The lists of a document, in order; a list of one item is none."""
    walk = _Walk(document.text)
    for block in document.blocks:
        walk.take(block)
    walk.close()
    return tuple(_joined(sorted(walk.found, key=lambda listing: listing.start)))


def _joined(found: Sequence[Listing]) -> Iterator[Listing]:
    """Lists, one that goes on below the same heading on the next page or slide as one."""
    last: Listing | None = None
    for one in found:
        if last is not None and _goes_on_from(last, one):
            last = replace(last, entries=(*last.entries, *one.entries))
            continue
        if last is not None:
            yield last
        last = one
    if last is not None:
        yield last


def _goes_on_from(last: Listing, one: Listing) -> bool:
    if last.sort != one.sort or one.lead or last.columns != one.columns or not one.headings[-1:]:
        return False
    bare = _CONTINUED.sub("", one.headings[-1])
    return bare != one.headings[-1] and fold(bare) == fold(_CONTINUED.sub("", (*last.headings[-1:], "")[0]))


@dataclass
class _Run:
    """A list as it grows."""

    sort: Sort
    level: int = 0
    last: Marker | None = None
    entries: list[Entry] = field(default_factory=list)
    columns: tuple[str, ...] = ()
    named: bool = False
    """Whether a line of its own says what is listed."""
    aside: Entry | None = None
    """Paragraphs after the last entry, which belong to it if the list goes on."""


class _Walk:
    def __init__(self, text: str) -> None:
        self._text = text
        self._path: list[tuple[int, str, int]] = []
        self._run: _Run | None = None
        self._above: Block | None = None
        self._lead: tuple[str, int] = ("", -1)
        self.found: list[Listing] = []

    def take(self, block: Block) -> None:
        """Read the next block."""
        text = self._text[block.start : block.end]
        if block.kind == "heading":
            self.close()
            self._path = [entry for entry in self._path if entry[0] < block.level]
            self._path.append((block.level, text, block.start))
        elif block.kind == "header":
            self.close()
        elif block.kind == "row":
            self._row(block, text)
        elif block.kind == "item" and sequence(text):
            self._paragraph(block, text)
        elif block.kind == "item":
            self._item(block, text, opening(text))
        else:
            self._paragraph(block, text)
        if block.kind not in ("row", "item", "header"):
            self._above = block

    def close(self) -> None:
        """End the list that is open."""
        run, self._run = self._run, None
        if run is None:
            return
        if len(run.entries) > 1:
            self.found.append(self._listing(run.sort, run.entries, self._lead, run.columns))

    def _listing(
        self, sort: Sort, entries: Sequence[Entry], lead: tuple[str, int], columns: tuple[str, ...] = ()
    ) -> Listing:
        below = [entry for entry in self._path if entry[2] > 0]
        return Listing(
            sort,
            tuple(replace(entry, quote=self._text[entry.start : entry.end]) for entry in entries),
            lead[0],
            lead[1],
            tuple(title for _, title, _ in below),
            below[-1][2] if below else -1,
            columns,
        )

    def _open(self, sort: Sort, block: Block) -> _Run:
        self.close()
        self._lead = self._introduced(sort)
        self._run = _Run(sort, block.level, columns=block.columns)
        return self._run

    def _introduced(self, sort: Sort) -> tuple[str, int]:
        """The paragraph right above, where it leads over to a list: it says so, or is a sentence that the items end."""
        above = self._above
        if above is None or above.kind != "paragraph":
            return "", -1
        text = self._text[above.start : above.end]
        last = re.split(r"(?<=[.!?؟])\s+", text)[-1]
        leads = _LEADS.search(last) or (sort == "items" and _UNFINISHED.search(last))
        return (last, above.start) if leads else ("", -1)

    def _row(self, block: Block, text: str) -> None:
        run = self._run
        if run is None or run.sort != "rows" or run.columns != block.columns:
            run = self._open("rows", block)
        run.entries.append(Entry(block.start, block.end, text, tuple(text.split(" | "))))
        self._above = None

    def _item(self, block: Block, text: str, marker: Marker | None) -> None:
        run = self._run
        if run is not None and run.sort == "items" and block.level > run.level and run.entries:
            self._sub(block, text)
            return
        if run is None or run.sort != "items" or not self._goes_on(run, marker):
            run = self._open("items", block)
        self._add(run, block, text, marker)

    def _goes_on(self, run: _Run, marker: Marker | None) -> bool:
        """Whether an item goes on with a list: the next number, or an item without one where none came between."""
        if run.last is not None and marker is not None:
            return marker.follows(run.last) or not marker.first
        return run.aside is None

    def _add(self, run: _Run, block: Block, text: str, marker: Marker | None) -> None:
        if run.aside is not None and run.entries:
            last = run.entries[-1]
            run.entries[-1] = replace(last, end=run.aside.end)
        run.aside = None
        run.entries.append(Entry(block.start, block.end, text.rstrip(" ;,؛،")))
        run.last = marker
        self._above = None

    def _sub(self, block: Block, text: str) -> None:
        """An item of an item is told with it."""
        assert self._run is not None
        last = self._run.entries[-1]
        self._run.entries[-1] = replace(last, end=block.end, text=f"{last.text}; {text.rstrip(' ;,؛،')}")

    def _paragraph(self, block: Block, text: str) -> None:
        marker, run = None if sequence(text) else opening(text), self._run
        if (
            marker is not None
            and not _KEY.match(text)
            and (marker.first or (run and run.last and marker.follows(run.last)))
        ):
            if run is None or run.sort != "items" or run.last is None or not marker.follows(run.last):
                run = self._open("items", block)
                run.level = 9  # nothing is below a paragraph that is marked by hand
            self._add(run, block, text, marker)
            self._inline(block, text)
            return
        if run is not None and run.sort == "items" and run.last is not None:
            run.aside = Entry(block.start, block.end, text)
        elif not self._line(block, text):
            self.close()
        self._inline(block, text)

    def _line(self, block: Block, text: str) -> bool:
        """A short line without an end may be an item of a list that is set without marks."""
        if _KEY.match(text) and len(text.split()) <= _LONGEST_LINE:
            self._entry("pairs", block, text.rstrip(" ;,؛،"))
            return True
        if len(text.split()) > _LONGEST_LINE or text.rstrip().endswith((".", ":", "?", "!", "؟")):
            return False
        if len(text.split()) <= _LABEL and not re.search(r"[,،\d(–-]", text) and not find_people(text):
            self._label(block, text)
            return True
        self._entry("lines", block, text.rstrip(" ;,؛،"))
        return True

    def _entry(self, sort: Sort, block: Block, text: str) -> None:
        run = self._run
        if run is None or not (run.sort == sort or (run.named and not run.entries)):
            run = self._open(sort, block)
        run.sort = sort
        run.entries.append(Entry(block.start, block.end, text))

    def _label(self, block: Block, text: str) -> None:
        """A word or two on a line of their own name what stands below."""
        self.close()
        self._lead = (text, block.start)
        self._run = _Run("lines", named=True)

    def _inline(self, block: Block, text: str) -> None:
        found = inline_list(text)
        if found is None:
            return
        lead = text[: found.lead].strip()
        begin = max((m.end() for m in re.finditer(r"[.!?؟]\s+", lead)), default=0)
        entries = [Entry(block.start + a, block.start + b, text[a:b]) for a, b in found.items]
        if all(entry.text for entry in entries):
            self.found.append(self._listing("inline", entries, (lead[begin:], block.start + begin)))


def sum_in(cells: Sequence[str]) -> str | None:
    """The cell that says that a row is a sum of others; None where none does."""
    return next((cell for cell in cells[:2] if _TOTAL.match(cell)), None)


def summed_up(entries: Sequence[Entry], says: Callable[[str], bool]) -> tuple[Entry, ...]:
    """The rows that a sum below them calls so: of a table of outlays and then of receipts, those above "Total outlays"."""
    found: list[Entry] = []
    part: list[Entry] = []
    for entry in entries:
        total = sum_in(entry.cells)
        if total is None:
            part.append(entry)
            continue
        found += part if says(total) else []
        part = []
    return tuple(found)


def without_totals(entries: Sequence[Entry]) -> Iterator[Entry]:
    """The rows of a table but for its sums."""
    for entry in entries:
        if sum_in(entry.cells) is None:
            yield entry
