"""Who a document is of: the body of its letterhead, of the newsletter it is, and of the addresses that a mail goes from and to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.extract.heads import ARABIC_HEADS, HEADS
from ingest.extract.lines import Line
from ingest.extract.plain import Plain
from ingest.extract.reading import Reading
from vectorstore import Fact

_AGREED = frozenset(["memorandum of understanding", "letter of intent", "amendment"])
"""Documents that are of two bodies."""
_TOP, _HEAD = 2, 8
"""Lines in which a letterhead stands, and those of the head of a mail."""
_NO_HOUSE = frozenset(
    [
        "forum",
        "office",
        "board",
        "committee",
        "comite",
        "service",
        "bureau",
        "direction",
        "court",
        "hub",
        "initiative",
        "company",
    ]
)
"""Nouns of bodies within others, of events, and of what a line may say otherwise."""
_HEAD_NOUN = rf"(?:{'|'.join(head for head in HEADS if head not in _NO_HOUSE)})"
_NEXT = r" [\w'’&][\w'’&,-]*"
_LETTERHEAD = re.compile(
    rf"(?:(?:the |la |le |l')?{_HEAD_NOUN}(?:{_NEXT}){{2,12}}|[\w'’&][\w'’&,-]*(?:{_NEXT}){{0,8}} {_HEAD_NOUN}|[\w'’&-]+(?:{_NEXT}){{0,2}} {_HEAD_NOUN} (?:of|for|on)(?:{_NEXT}){{1,10}}"
    rf"|(?:ال)?(?:{'|'.join(ARABIC_HEADS)})(?: [\u0621-\u064a]+){{2,12}})(?: ?\((?P<short>[\w-]{{2,15}})\))?"
)
_NO_LETTERHEAD = re.compile(
    r"\d|[:|?!]|\b(?:meeting|session|report|minutes|plan|programme|budget|notes?|agenda|reunion|rapport|proces|formation|course|training|steering|technical|terms|call|press|communique)\b|(?<!\w)(?:محضر|تقرير|اجتماع|دوره|خطه|برنامج|اللجنه)(?!\w)"
)
_PERIODICAL = re.compile(
    r"(?:[Nn]ewsletter|[Bb]ulletin|[Ll]ettre d['’]information|[Ss]teering [Gg]roup) (?:of|de|du|de la|de l['’])(?: ?the)? ?(?P<name>[A-ZÀ-Þ][A-ZÀ-Þ-]{2,14})(?![\w-])"
)
_ADDRESS = re.compile(r"[\w.+-]+@(?P<domain>[\w.-]+\.\w+)")
_MAIL = re.compile(r"(?:From|To|Cc|De|À|Pour|Copie|من|إلى)\s?:")
_PROVIDERS = frozenset(
    [
        "gmail",
        "googlemail",
        "yahoo",
        "hotmail",
        "outlook",
        "live",
        "icloud",
        "aol",
        "gmx",
        "protonmail",
        "orange",
        "free",
        "laposte",
        "wanadoo",
        "mail",
    ]
)
_LEAST = 3
"""Letters of a name in an address."""


def senders(reading: Reading) -> Iterator[Fact]:
    """Each body that a document is written by, or in a mail also to, once."""
    if reading.document.kind in _AGREED:
        return
    yield from _letterhead(reading)
    for line in reading.lines[: _TOP + 1]:
        for match in _PERIODICAL.finditer(line.text):
            yield _fact(reading, line, match["name"])
    yield from _by_mail(reading)


def _letterhead(reading: Reading) -> Iterator[Fact]:
    for line in reading.lines[:_TOP]:
        text = line.text.strip()
        plain = Plain.of(text)
        match = _LETTERHEAD.fullmatch(plain.text)
        if match and not _NO_LETTERHEAD.search(plain.text) and not reading.names.find(text) and _written_as_name(text):
            short = text[slice(*plain.span(match, "short"))] if match["short"] else None
            name = text[: text.rindex("(")].strip() if short else text
            yield _fact(reading, line, re.sub(r"^(?:The|THE|La|Le|L['’]) ?", "", name), short)
            return


def _written_as_name(text: str) -> bool:
    """Whether most of the longer words of a line have capitals, or the first has in French, or it is Arabic."""
    words = [word for word in re.findall(r"[^\W\d_]{4,}", text)]
    return bool(words) and (
        "\u0621" <= text[0] <= "\u064a" or 2 * sum(word[0].isupper() for word in words) >= len(words)
    )


def _by_mail(reading: Reading) -> Iterator[Fact]:
    heads = [line for line in reading.lines[:_HEAD] if _MAIL.match(line.text)]
    labels: dict[str, None] = {}
    for line in heads:
        for match in _ADDRESS.finditer(line.text):
            parts = match["domain"].casefold().split(".")
            labels.setdefault(parts[-2] if len(parts) > 1 else parts[0])
    for label in labels:
        first = label.split("-")[0]
        if label not in _PROVIDERS and len(first) >= _LEAST:
            yield from _named_as(reading, first)


def _named_as(reading: Reading, part: str) -> Iterator[Fact]:
    """The first place where a document writes a name as it stands in an address: SAED for saed-sahel.example."""
    pattern = re.compile(rf"(?<![\w@.-]){re.escape(part)}(?![\w@.-])", re.IGNORECASE)
    lines = [(line, _ADDRESS.sub(lambda address: " " * len(address.group()), line.text)) for line in reading.lines]
    found = [(line, match) for line, text in lines for match in pattern.finditer(text)]
    written = {match.group() for _, match in found}
    if part in HEADS or not all(word.isupper() or (word[0].isupper() and len(word) > _LONG) for word in written):
        return
    for line, match in found[:1]:
        whole = (b for one, _ in found for b in reading.bodies(one.text) if pattern.search(b.name))
        body = next(whole, None)
        if match.group() not in reading.others_known:
            yield _fact(reading, line, body.name if body and not match.group().isupper() else match.group())


_LONG = 4
"""Letters of a name that is not written in capitals alone, more than."""


def _fact(reading: Reading, line: Line, name: str, short: str | None = None) -> Fact:
    return reading.on_line("organisation", line, name=name, abbreviation=short, relation="self")
