"""What an acronym stands for, where a text says so.

Long forms before brackets follow Schwartz and Hearst (PSB 2003): the letters of the short form must be found, from right to
left, in the words before it, the first of them at the start of a word. Two more habits of reports are read: a table with a
column of acronyms, and a bracket that gives the name in another language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vectorstore.normalise import fold

_WINDOW = 160
_OTHER_LANGUAGE = re.compile(
    r"\b(?:en anglais|en francais|in french|in english|in arabic|known as|sigle|acronym|بالانجليزيه|بالفرنسيه|واختصاره|المعروف)",
    re.I,
)
_HEREINAFTER = re.compile(
    r"\s*(?:here(?:in)?after|below|ci[- ]apr[eè]s|dans ce qui suit|plus loin|المشار إليها? فيما (?:بعد|يلي)|و?يشار إليها? فيما (?:بعد|يلي)|فيما (?:بعد|يلي))?[\s,:]*"
    r"(?:(?:also )?(?:referred to|known|abbreviated|designated)(?: as)?|called|d[ée]nomm[ée]e?s?|d[ée]sign[ée]e?s?|appel[ée]e?s?|abr[ée]g[ée]e?s?(?: en)?|باسم|بـ?)?[\s:]*"
    r"(?:[\"“«'‘]\s*)?(?:the\s+|les?\s+|la\s+|l['’]\s*)?(?:[\"“«'‘]\s*)?",
    re.I,
)
"""What stands in a bracket before a short form that the text gives itself."""
_TWIN = re.compile(r"\s*[\w.]{2,12}\s*[–—/-]\s*")
"""The short form in another script or language, before the one asked about: `(سميك – SMIIC)`."""
_NAME_AT_END = re.compile(
    r"(?P<name>[A-ZÀ-Þ][\w'’-]*(?:\s+(?:of|for|and|the|on|in|to|de|du|des|la|le|les|et|pour|aux?|d['’]\w+|l['’]\w+|&|[A-ZÀ-Þ][\w'’-]*|[a-zà-ÿ]{4,}(?=\s+(?:de|des|du|of|et|and)\b)))*)$"
)
_HEAD_AT_END = re.compile(r"(?<!\w)(?P<name>[A-ZÀ-Þ][\w-]+(?:\s+(?:[dl]['’])?[a-zà-ÿ][\w-]*){1,8})$")
_BEING = re.compile(
    r"[*_\"”»]*\s+(?:is|was|means|stands\s+for|est|d[ée]signe|signifie|veut\s+dire|هو|هي|تعني|يعني)\s+(?:the\s+|an?\s+|les?\s+|la\s+|l['’])?[*_\"“«]*(?P<name>[^*_\"”»“«.,;:()|]{6,120})"
)
_LEAST_WORDS = 5
"""Letters of the words that introduce a short form, at least; an article alone introduces nothing."""
_ARABIC = re.compile(r"[\u0620-\u064a]")


@dataclass(frozen=True, slots=True)
class Expansion:
    """A long form at `text[start:end]` for the acronym asked about; `sure` when its initials prove it."""

    start: int
    end: int
    sure: bool


def find_expansions(acronym: str, text: str, columns: Sequence[str] = ()) -> list[Expansion]:
    """Long forms of an acronym in one sentence or table row, best first."""
    found = [
        *_in_cells(acronym, text, columns),
        *_in_brackets(acronym, text),
        *_bracketedlong_form(acronym, text),
        *_colon(acronym, text),
        *_hereinafter(acronym, text),
        *_said_to_be(acronym, text),
    ]
    tightest: dict[tuple[int, bool], Expansion] = {}
    for one in found:  # of two that end at the same word, the longer has an office or an article before the name
        kept = tightest.setdefault((one.end, one.sure), one)
        if one.start > kept.start:
            tightest[one.end, one.sure] = one
    return sorted(tightest.values(), key=lambda e: (not e.sure, -(e.end - e.start)))


def _mentions(acronym: str, text: str) -> Iterator[re.Match[str]]:
    return re.finditer(rf"(?<![\w-]){re.escape(acronym)}(?![\w-])", text, re.IGNORECASE)


def _in_brackets(acronym: str, text: str) -> Iterator[Expansion]:
    """`Long Form (ACR)`, `Long Form (ACR, …)` and `Long Form (…, ACR)`."""
    for match in _mentions(acronym, text):
        opening = text.rfind("(", max(0, match.start() - 90), match.start())
        if opening < 0 or ")" in text[opening : match.start()]:
            continue
        inside = text[opening + 1 : match.start()].strip(" ,،")
        said = text[opening + 1 : match.start()]
        if _TWIN.fullmatch(said):
            inside = said = ""
        if inside and not (re.search(r"[,،]\s*$", said) or _OTHER_LANGUAGE.search(fold(said))):
            continue  # words directly before the acronym inside the bracket: not its short form
        if long_form(acronym, inside) is None:
            inside = re.split(r"[,،;]", inside)[0]
        own = long_form(acronym, inside) if inside else None
        if own is not None:
            at = opening + 1 + text[opening + 1 : match.start()].find(inside) + own
            yield Expansion(at, at + len(inside) - own, True)
            continue
        base = max(0, opening - _WINDOW, text.rfind(")", 0, opening) + 1)
        before = text[base:opening].rstrip()
        start = long_form(acronym, before)
        if start is not None:
            yield Expansion(base + start, base + len(before), True)
        else:
            start = _noun_phrase(before)
            if start is not None:
                yield Expansion(base + start, base + len(before), False)


def _bracketedlong_form(acronym: str, text: str) -> Iterator[Expansion]:
    """`ACR (Long Form)`."""
    for match in _mentions(acronym, text):
        bracket = re.match(r"\s*\(([^()]{4,120})\)", text[match.end() :])
        if bracket:
            start = match.end() + bracket.start(1)
            inside = bracket.group(1)
            sure = long_form(acronym, inside) == 0
            if sure or len(inside.split()) > 1:
                yield Expansion(start, start + len(inside), sure)


def _colon(acronym: str, text: str) -> Iterator[Expansion]:
    """`ACR: Long Form` and `ACR - Long Form` at the start of a line."""
    match = re.match(rf"{re.escape(acronym)}\s*(?::|–|—|-\s|=)\s*([^.;|]{{4,120}})", text, re.IGNORECASE)
    if match and len(match.group(1).split()) > 1:
        yield Expansion(
            match.start(1), match.start(1) + len(match.group(1).rstrip()), long_form(acronym, match.group(1)) == 0
        )


def _hereinafter(acronym: str, text: str) -> Iterator[Expansion]:
    """`the Long Form (hereinafter "the ACR")`, whatever its letters are."""
    for match in _mentions(acronym, text):
        opening = max(text.rfind("(", max(0, match.start() - 60), match.start()), -1)
        introduced = opening >= 0 and _HEREINAFTER.fullmatch(text[opening + 1 : match.start()])
        before = text[max(0, opening - _WINDOW) : opening].rstrip(" ,،") if introduced else ""
        base = max(0, opening - _WINDOW)
        bare = not text[opening + 1 : match.start()].strip()
        spelled = bare and long_form(acronym, before) is not None  # then the letters say where it starts
        start = _defined_phrase(before) if before and not spelled else None
        if start is not None:
            yield Expansion(base + start, base + len(before), True)


def without_hereinafter(text: str) -> str | None:
    """The short form that words such as "hereinafter referred to as" introduce; None where no such words stand before it."""
    introduced = _HEREINAFTER.match(text)
    before = introduced.group().strip(" \"'“«‘") if introduced else ""
    if introduced is None or len(before) < _LEAST_WORDS:
        return None
    return text[introduced.end() :].strip(" \"'”»’")


def _defined_phrase(before: str) -> int | None:
    """Where the name starts that ends a text: its last run of capitalised words, small ones between; back to a stop in Arabic."""
    if _ARABIC.search(before[-20:]):
        return _noun_phrase(before)
    found = _NAME_AT_END.search(before) or _HEAD_AT_END.search(before)
    return found.start("name") if found else _noun_phrase(before)


def _said_to_be(acronym: str, text: str) -> Iterator[Expansion]:
    """`ACR is the Long Form`, `ACR stands for Long Form`, `ACR désigne la …`, where the letters prove it."""
    for match in _mentions(acronym, text):
        said = _BEING.match(text, match.end())
        if said and long_form(acronym, said["name"]) == 0:
            yield Expansion(said.start("name"), said.start("name") + len(said["name"].rstrip()), True)


def _in_cells(acronym: str, text: str, columns: Sequence[str]) -> Iterator[Expansion]:
    """A table row with the acronym alone in one cell: the long form is the wordiest cell beside it."""
    cells = text.split(" | ")
    if len(cells) < 2 or not any(fold(cell) == fold(acronym) for cell in cells):
        return
    at = 0
    candidates = []
    for number, cell in enumerate(cells):
        named = number < len(columns) and re.search(
            r"name|title|meaning|definition|nom|intitule|signification|partenaire|partner|organi|الاسم|المعني",
            fold(columns[number]),
        )
        proved = long_form(acronym, cell) is not None
        if fold(cell) != fold(acronym) and len(cell.split()) > 1 and (named or proved):
            candidates.append((proved, len(cell), Expansion(at, at + len(cell), proved)))
        at += len(cell) + 3
    if candidates:
        yield max(candidates, key=lambda c: c[:2])[2]


def long_form(acronym: str, before: str) -> int | None:
    """Where the long form starts in the words before an acronym; None if they do not spell it."""
    by_parts = _by_initials(acronym, before)
    return by_parts if by_parts is not None else _by_letters(acronym, before)


def _by_initials(acronym: str, before: str) -> int | None:
    """Every part of a code such as `OIC-VET` spelt by the initials of neighbouring words, or standing there itself."""
    parts = [part for part in re.split(r"[-/& ]", acronym) if part]
    words = list(_WORD.finditer(before))
    starts = []
    for part in parts:
        start = _initials(fold(part), words)
        if start is None:
            return None
        starts.append(start)
    return min(starts) if starts else None


def _initials(part: str, words: Sequence[re.Match[str]]) -> int | None:
    """The start of the last run of words whose initials are the letters of a part; small words may stand between."""
    for first in range(len(words) - 1, -1, -1):
        if fold(words[first].group()) in _SMALL:
            continue
        if len(part) > 2 and fold(words[first].group()) == part:
            return words[first].start()
        letters = part
        for word in words[first:]:
            text = fold(word.group())
            if letters and text[:1] == letters[0]:
                letters = letters[1:]
            elif text not in _SMALL or text[:1] == part[:1] == letters[:1]:
                break
            if not letters:
                break
        if not letters and len(part) > 1:
            return words[first].start()
    return None


_WORD = re.compile(r"(?:(?<=[dlDL]['’])|(?<![\w'’]))(?![dlDL]['’])[\w'’]+")
"""A word, without the article or preposition that is cut short before it."""

_SMALL = frozenset(
    [
        "of",
        "for",
        "the",
        "and",
        "in",
        "on",
        "to",
        "de",
        "des",
        "du",
        "la",
        "le",
        "les",
        "et",
        "pour",
        "d",
        "l",
        "en",
        "au",
        "aux",
    ]
)


def _by_letters(acronym: str, before: str) -> int | None:
    """Where the long form starts in the words before an acronym; None if its letters are not there (Schwartz-Hearst)."""
    short = [c for c in fold(acronym) if c.isalnum()]
    folded = [fold(c)[:1] or " " for c in before]
    if len(short) < 2 or _ARABIC.search(before):
        return None
    position = len(folded)
    for number, letter in reversed(list(enumerate(short))):
        position -= 1
        while position >= 0 and not (
            folded[position] == letter and (number > 0 or position == 0 or not folded[position - 1].isalnum())
        ):
            position -= 1
        if position < 0:
            return None
    words = len(re.findall(r"\w+", before[position:]))
    return position if words <= min(len(short) + 5, len(short) * 2 + 2) and words > 1 else None


def _noun_phrase(before: str) -> int | None:
    """The words right before a bracket, back to a stop or a verb-like link: a long form whose initials do not show."""
    tail = re.split(
        r"[.;:؛،,(«“]|\b(?:such as|including|namely|called|comme|notamment|dont|appelé[es]*|as well as|with|within|by|avec|par|under)\b",
        before,
    )[-1].strip()
    tail = re.sub(r"^(?:(?:and|et|or|the|its|le|la|les|un|une|a|an|of|de|du|des|in|at|مثل)\s+|[ld]['’])+", "", tail)
    words = tail.split()
    if not words or len(words) > 10:
        if not _ARABIC.search(tail) or len(words) < 2:
            return None
        tail = " ".join(words[-6:])
    return before.rfind(tail)


def coded_pairs(text: str) -> list[tuple[int, int, str]]:
    """The `phrase (CODE)` pairs of a sentence: where each phrase with its bracket stands, and its code."""
    pairs = []
    for match in re.finditer(r"\(([A-Za-z][\w/&.-]{1,19})\)", text):
        code = match.group(1)
        if not any(c.isupper() for c in code):
            continue
        base = max(0, match.start() - _WINDOW)
        base = max(base, text.rfind(")", base, match.start()) + 1)
        before = text[base : match.start()].rstrip()
        start = _by_initials(code, before)
        start = start if start is not None else _noun_phrase(before)
        if start is not None:
            pairs.append((base + start, match.end(), code))
    return pairs
