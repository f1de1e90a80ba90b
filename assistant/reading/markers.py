"""The marks that count the items of a list: `1.`, `(b)`, `iii)`, `R4.`, "secondly", « d'autre part », ثالثاً."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vectorstore import fold

_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")
_ABJAD = "ابجدهوزحطيكلمن"
_SPOKEN = tuple(
    tuple(said.split("/"))
    for said in (
        "first/firstly/premierement/primo/d'une part/اولا",
        "second/secondly/deuxiemement/secundo/d'autre part/ثانيا",
        "third/thirdly/troisiemement/tertio/ثالثا",
        "fourth/fourthly/quatriemement/رابعا",
        "fifth/fifthly/cinquiemement/خامسا",
        "sixth/sixthly/sixiemement/سادسا",
        "seventh/seventhly/septiemement/سابعا",
        "eighth/eighthly/huitiemement/ثامنا",
    )
)
_LAST = frozenset(["lastly", "finally", "enfin", "واخيرا", "اخيرا"])
_SPOKEN_MARK = (
    r"(?<![\w-])(?P<spoken>first(?:ly)?|second(?:ly)?|third(?:ly)?|fourth(?:ly)?|fifth(?:ly)?|sixth(?:ly)?|seventh(?:ly)?|eighth(?:ly)?"
    r"|lastly|finally|premièrement|deuxièmement|troisièmement|quatrièmement|cinquièmement|sixièmement|primo|secundo|tertio|enfin"
    r"|d['’]une part|d['’]autre part|و?أولا[ًَ]?|و?ثاني[اًَ]+|و?ثالث[اًَ]+|و?رابع[اًَ]+|و?خامس[اًَ]+|و?سادس[اًَ]+|و?سابع[اًَ]+|و?ثامن[اًَ]+|و?أخير[اًَ]+)"
    r"\s*[,:،]\s*"
)
_SIGN = r"(?P<open>\(?)(?P<sign>[0-9٠-٩۰-۹]{1,2}|[ivx]{1,5}|[IVX]{1,5}|[a-zA-Z]|[\u0621-\u064a])"
_INLINE = re.compile(
    rf"(?:(?<=[\s:;،؛,])|^){_SIGN}\)\s*(?=[^\s)])|{_SPOKEN_MARK}|(?:(?<=\s)|^)(?P<point>\d{{1,2}})[.]\s+(?=\D)", re.I
)
_OPENING = re.compile(
    rf"^\s*(?:{_SIGN}[.)\-–:]|(?P<code>[A-Z]{{1,3}}\.?\s?\d{{1,2}})\s?[.):\-–]|{_SPOKEN_MARK}"
    r"|(?P<named>(?:recommend?ation|conclusion|objecti(?:ve|f)|step|étape|action|point|decision|décision|result|résultat|التوصية|توصية|خطوة|الخطوة|هدف)\s+(?:n[o°]\s*)?\d{1,2})\s?[.):\-–])"
    r"\s*(?=\S)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Marker:
    """A mark at `text[start:end]`: the ordinal it may stand for in each series it may belong to."""

    start: int
    end: int
    ordinals: frozenset[tuple[str, int]]

    def follows(self, before: Marker) -> bool:
        """Whether it is the next one in a series of the other."""
        if any(name == "last" for name, _ in self.ordinals):
            return any(name == "spoken" for name, _ in before.ordinals)
        return any((name, number - 1) in before.ordinals for name, number in self.ordinals)

    @property
    def first(self) -> bool:
        """Whether it may open a list."""
        return any(number == 1 for _, number in self.ordinals)


def opening(text: str) -> Marker | None:
    """The mark that a line starts with."""
    found = _OPENING.match(text)
    return _marker(found) if found else None


def sequence(text: str) -> list[Marker]:
    """The marks inside a text that count from one on; fewer than two are none."""
    best: list[Marker] = []
    found = [_marker(match) for match in _INLINE.finditer(text)]
    for place, start in enumerate(found):
        if not start.first:
            continue
        run = list(_continued(start, found[place + 1 :]))
        if len(run) > max(1, len(best)):
            best = run
    return best


def _continued(start: Marker, rest: Sequence[Marker]) -> Iterator[Marker]:
    yield start
    last = start
    for marker in rest:
        if marker.follows(last):
            last = marker
            yield marker


def _marker(found: re.Match[str]) -> Marker:
    groups = found.groupdict()
    ordinals: frozenset[tuple[str, int]]
    if said := groups.get("spoken"):
        ordinals = _spoken(said)
    elif code := groups.get("code") or groups.get("named"):
        number = re.search(r"\d+$", code)
        series = fold(code[: number.start()] if number else code).strip(" .")
        ordinals = frozenset({(series, int(number.group()) if number else 0)})
    else:
        ordinals = _signed(groups.get("sign") or groups.get("point") or "", f"{groups.get('open') or ''}")
    return Marker(found.start(), found.end(), ordinals)


def _spoken(said: str) -> frozenset[tuple[str, int]]:
    word = fold(said).replace("’", "'")
    bare = word[1:] if word.startswith("و") else word
    if word in _LAST or bare in _LAST:
        return frozenset({("last", 0)})
    return frozenset({("spoken", n) for n, words in enumerate(_SPOKEN, 1) if bare in words})


def _signed(sign: str, opened: str) -> frozenset[tuple[str, int]]:
    folded = fold(sign)
    found: set[tuple[str, int]] = set()
    if folded.isdecimal():
        found.add((f"number{opened}", int(folded)))
    if folded in _ROMAN:
        found.add((f"roman{opened}", _ROMAN.index(folded) + 1))
    if len(folded) == 1 and "a" <= folded <= "z":
        found.add((f"letter{opened}", ord(folded) - ord("a") + 1))
    if folded in _ABJAD and len(folded) == 1:
        found.add((f"abjad{opened}", _ABJAD.index(folded) + 1))
    return frozenset(found)
