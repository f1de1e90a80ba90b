"""Lists and counts that the rows of one table answer: of what its columns name, limited by what its cells say."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from assistant.concepts import asking_words, same_concept
from assistant.reading.choosing import Chosen
from assistant.reading.columns import WORKS, counts_things, is_sort, names_people, of_titles
from assistant.reading.document_lists import Entry, Listing, without_totals
from assistant.reading.matching import Matcher
from assistant.reading.occasions import Occasion
from assistant.reading.persons import PERSONS
from assistant.reading.sexes import asked_sex, sex_of
from assistant.reading.standings import asked_standing, stands, stands_somehow
from assistant.understand import Question, asks, asks_several, counted_terms, listed_terms, spellings
from vectorstore import DocumentInfo, fold, terms

_YES = frozenset(map(fold, ["yes", "y", "oui", "o", "نعم", "x", "✓", "✔"]))
_NO = frozenset(map(fold, ["no", "n", "non", "لا", "–", "-", "—"]))
_NEGATED = re.compile(
    r"\b(?:not|no|without|never|didn't|did not|pas|sans|aucun|non)\b|(?<!\w)(?:لم|بدون|دون|غير|ليس|بلا)(?!\w)"
)
_ONLY = re.compile(r"\b(?:only|solely|alone|seulement|uniquement|exclusivement|rien que)\b|(?<!\w)فقط(?!\w)")
_SPLIT = re.compile(r"\s*(?:[;/]|,|،|؛|\bet\b|\band\b)\s*")
_FEW_ROWS, _PAIR = 2, 2
"""Rows of the smallest table, and columns of one that only pairs labels with values."""


@dataclass(frozen=True, slots=True)
class Tabled:
    """A table read for a question: which of its rows are meant, what of them, and how surely."""

    chosen: Chosen
    met: float
    """Weight of the question that the table tells."""


def tabled(
    question: Question,
    documents: Sequence[DocumentInfo],
    lists_of: Callable[[str], Sequence[Listing]],
    matcher: Matcher,
    saying_nothing: Collection[str],
    loose: Collection[str],
    occasion_of: Callable[[str], Occasion],
    *,
    mostly: bool = False,
) -> Chosen | None:
    """The rows of a table that a question lists or counts; None where no table tells every word of it.

    Args:
        question: As understood.
        documents: Those that may hold it, the likeliest first.
        lists_of: The lists of a document.
        matcher: Compares the question's terms with text.
        saying_nothing: Stems that only say how a question is asked.
        loose: Stems of verbs, adverbs and asides, which limit the rows only where a table says them.
        occasion_of: What a document as a whole tells of the question.
        mostly: Whether a table need tell only what is counted, what is named, and most of the rest; where a document is of
            all that is named, none of another day is meant.
    """
    asked = _Asked.of(question, matcher, saying_nothing, loose, mostly=mostly)
    if asked is None:
        return None
    if mostly:
        of = {document.path: occasion_of(document.path) for document in documents}
        if any(one.meant for one in of.values()):
            documents = [document for document in documents if not of[document.path].other]
    found = [
        one
        for document in documents
        for listing in lists_of(document.path)
        if listing.sort == "rows" and any(listing.columns) and len(listing.entries) >= _FEW_ROWS
        for one in [_read(asked, document, listing, occasion_of(document.path))]
        if one is not None
    ]
    best = max(found, key=lambda one: one.met, default=None)
    return best.chosen if best else None


def may_list(question: Question) -> bool:
    """Whether a question lists something, by its kind or since it is only the name of something: `countries of the trainees`."""
    return question.wants == "list" or asks_several(question) or (question.wants == "fact" and not asks(question.text))


def _is_compound(question: Question, stems: Sequence[str]) -> bool:
    """Whether two stems are one English noun for what is listed: `field projects`."""
    typed = [spellings(question).get(stem, "") for stem in stems]
    return question.language == "en" and len(typed) > 1 and " ".join(typed) in fold(question.standalone)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a question asks of a table."""

    question: Question
    matcher: Matcher
    nouns: tuple[str, ...]
    """Stems of what is listed or counted."""
    limits: tuple[str, ...]
    """Stems of all else that it says."""
    folded: str
    said: frozenset[str]
    """Stems of all its words, also of those that say nothing."""
    loose: frozenset[str]
    """Stems that limit the rows only where the table says them."""
    standing: str
    """How the things stand that are meant; empty where the question does not say."""
    standing_said: frozenset[str] = frozenset()
    """Stems of its words for that."""
    attached: tuple[str, ...] = ()
    """Behind the noun, in French or Arabic, the word that says of what sort it is: of "points de contact", contact."""
    mostly: bool = False
    """Whether words that are no names may be told by nothing."""

    @classmethod
    def of(
        cls,
        question: Question,
        matcher: Matcher,
        saying_nothing: Collection[str],
        loose: Collection[str],
        *,
        mostly: bool,
    ) -> _Asked | None:
        counts = question.wants == "number"
        if not counts and not may_list(question):
            return None
        named = counted_terms(question) if counts else listed_terms(question)
        standing, its_words = asked_standing(fold(question.standalone)) or ("", frozenset())
        passed_over = asking_words() | _PAPERS | _ALONE | frozenset(saying_nothing) | its_words
        head = next((t for t in question.terms if t in named and t not in _PAPERS), "")
        own = [t for t in question.terms if t == head or t not in passed_over]
        first = next((place for place, term in enumerate(own) if term in named), 0)
        if counts and not head and named.isdisjoint(_ROWS):
            return None
        nouns = (
            tuple(own[first : first + 1 + _is_compound(question, own[first : first + 2])]) if head or not counts else ()
        )
        limits = tuple(term for term in own if term not in nouns)
        if counts and head and not limits:  # "how many titles in the catalogue": the paper is all that is said
            limits = tuple(term for term in question.terms if term in _PAPERS and term not in nouns)
        said = frozenset(terms(question.standalone))
        if not (nouns or counts) or not (limits or standing):
            return None
        folded = fold(question.standalone)
        return cls(
            question,
            matcher,
            nouns,
            limits,
            folded,
            said,
            frozenset(loose if standing else ()) - named,
            standing,
            its_words if standing else frozenset(),
            tuple(own[first + 1 : first + 2]) if nouns and question.language != "en" else (),
            mostly,
        )

    def may_go_untold(self, term: str) -> bool:
        """Whether nothing need tell a term."""
        return term in self.loose or (self.mostly and term not in self.matcher.named and term not in self.nouns)

    def calls(self, term: str, column: str) -> bool:
        """Whether a term is what a column is called, in whichever language and meaning."""
        return self.says(term, column) or not same_concept(term).isdisjoint(terms(column))

    def says(self, term: str, words: str) -> bool:
        """Whether some words say a term."""
        return self.matcher.worth(term, frozenset(terms(words))) > 0


def _read(asked: _Asked, document: DocumentInfo, listing: Listing, of: Occasion) -> Tabled | None:
    """The rows of one table that are meant; None where it does not tell of all that is asked."""
    around = _around(document, listing)
    columns = listing.columns
    if asked.standing and not _say_how_they_stand(listing):
        asked = _all_stand_so(asked, " ".join([around, *columns]))
    if counts_things(listing, asked.nouns, asked.says):
        return None
    of_people = names_people(columns)
    column, asked = _listed(asked, columns, of_people=of_people)
    near = around if asked.standing or asked.mostly else " ".join([*listing.headings[-1:], listing.lead])
    told_of = column is not None or of_people or any(asked.says(t, near) for t in asked.nouns) or not asked.nouns
    if not told_of and (sort := _sort_column(asked, listing)) is not None:
        of_sort = tuple(row for row in listing.entries if _says_all(asked, row.cells[sort : sort + 1]))
        listing, asked, told_of = replace(listing, entries=of_sort), replace(asked, nouns=()), True
    if not told_of and not (asked.standing and any(_says_all(asked, row.cells) for row in listing.entries)):
        return None
    if column is None and len(columns) <= _PAIR:
        return None
    asks = [*asked.limits, *(t for t in asked.nouns if column is None or not asked.says(t, columns[column]))]
    told = [term for term in asks if asked.says(term, around) or term in of.day or _tells(of, term, asked, listing)]
    limited = _limited(asked, [term for term in asks if term not in told], listing, column, of_people=of_people)
    met = sum(asked.matcher.weight[term] for term in told) + (limited.met if limited else 0.0)
    if asked.mostly and limited and not _tells_most(limited, len(told), named=column is not None or not asked.nouns):
        return None
    return _shown(asked, document, listing, limited.rows, column, met) if limited and limited.rows and met else None


def _listed(asked: _Asked, columns: Sequence[str], *, of_people: bool) -> tuple[int | None, _Asked]:
    """The column that is listed or counted, if any, and the question without what that column says already."""
    named = (n for t in asked.nouns[::-1] for n, name in enumerate(columns) if asked.says(t, name))
    behind = (
        n for t in asked.attached for n, name in enumerate(columns) if len(terms(name)) > 1 and asked.says(t, name)
    )
    column = next(chain(named, behind), None)
    titles = of_titles(columns)
    if titles is not None and not WORKS.isdisjoint(asked.nouns):
        return titles, replace(asked, nouns=tuple(term for term in asked.nouns if term not in WORKS))
    if of_people and not PERSONS.isdisjoint(asked.nouns):
        return None, asked  # a row is somebody, whatever it says of their presence
    return column, asked


def _all_stand_so(asked: _Asked, said: str) -> _Asked:
    """The question for a table that tells of no row how it stands: all of them stand as the table says, or it is of other things."""
    told = any(asked.says(term, said) for term in asked.standing_said)
    return replace(asked, standing="", limits=asked.limits if told else (*asked.limits, *asked.standing_said))


def _says_all(asked: _Asked, cells: Sequence[str]) -> bool:
    """Whether some cells say what is counted: those of a row of the sort "peer visit"."""
    return all(any(asked.says(t, cell) for cell in cells) for t in asked.nouns)


def _sort_column(asked: _Asked, listing: Listing) -> int | None:
    """The column of a table that says of each row what it is, where some of them are what is counted: "training course"."""
    for number in (place for place, name in enumerate(listing.columns) if is_sort(name)):
        cells = [row.cells[number] if number < len(row.cells) else "" for row in listing.entries]
        said = [cell for cell in cells if cell and _says_all(asked, [cell])]
        if 0 < len(said) < len(cells) and all(len(terms(cell)) <= len(asked.nouns) + 1 for cell in said):
            return number
    return None


def _say_how_they_stand(listing: Listing) -> bool:
    """Whether a table tells how its things stand at all."""
    return any(stands_somehow(cell) for row in listing.entries for cell in row.cells)


def _tells(of: Occasion, term: str, asked: _Asked, listing: Listing) -> bool:
    """Whether a document as a whole tells a name, by which the cells of its table tell no row from another."""
    said = sum(any(asked.says(term, cell) for cell in row.cells) for row in listing.entries)
    return term in of.told and term in asked.matcher.named and said in (0, len(listing.entries))


def _shown(
    asked: _Asked, document: DocumentInfo, listing: Listing, rows: tuple[Entry, ...], column: int | None, met: float
) -> Tabled | None:
    """What is shown of the rows: each value of the column that is listed, or all of them where more of each is asked for."""
    if column is not None:
        met += sum(asked.matcher.weight[term] for term in asked.nouns)
    beside = [name for number, name in enumerate(listing.columns) if number != column]
    if any(
        not asked.said.isdisjoint(terms(name)) or any(asked.calls(t, name) for t in asked.limits) for name in beside
    ):
        column = None
    rows = rows if column is None else tuple(_each(rows, column))
    if asked.question.wants != "number" and len(rows) < _FEW_ROWS:
        return None
    return Tabled(Chosen(document.path, document.title, listing, rows, column, False, False, True, 1.0, met), met)


def _around(document: DocumentInfo, listing: Listing) -> str:
    """What says of a whole table what it is about: the document's title, file and place, and the headings above."""
    title = "" if " | " in document.title else document.title  # a title that is the line of the column names
    path = re.sub(r"[/._-]", " ", document.path)
    return " ".join([title, path, document.venue or "", *listing.headings, listing.lead])


@dataclass(frozen=True, slots=True)
class _Limited:
    """The rows that some words of a question limit a table to, and the weight of those words."""

    rows: tuple[Entry, ...]
    met: float
    said: int = 0
    untold: int = 0
    """How many of those words cells or columns tell, and how many nothing does."""


def _tells_most(limited: _Limited, around: int, *, named: bool) -> bool:
    """Whether a table tells at least half of a question, and something of it in its cells or by what names its rows or a column."""
    return (named or limited.said > 0) and limited.untold <= around + limited.said + named


def _limited(
    asked: _Asked, words: Sequence[str], listing: Listing, listed: int | None, *, of_people: bool
) -> _Limited | None:
    """The rows that say every one of some words; None where neither a cell nor a column says one of them."""
    rows, met = tuple(without_totals(listing.entries)), 0.0
    if asked.standing:
        rows = tuple(row for row in rows if any(stands(asked.standing, cell) for cell in row.cells))
        met = 1.0
    if not rows:
        return None
    if (sex := asked_sex(asked.folded)) is not None:
        meant = _of_sex(sex, listing, rows)
        if meant is None:
            return None
        rows, met = meant, 1.0
        words = [term for term in words if term not in asked.nouns]
    wider, told, untold = rows, 0, 0
    for term in words:
        meant = _saying(asked, term, listing, rows, listed)
        if meant is None and len(rows) < len(wider) and (others := _beside(asked, term, listing, rows, wider)):
            meant, rows = others, wider
        if meant is None and asked.may_go_untold(term):
            untold += 1
            continue
        if meant is None and not (term in asked.nouns and of_people and term in PERSONS):
            return None
        if meant is not None:
            wider = rows if len(meant) < len(rows) else wider
            rows, met, told = meant, met + asked.matcher.weight[term], told + 1
    return _Limited(rows, met, told, untold)


def _beside(
    asked: _Asked, term: str, listing: Listing, rows: Sequence[Entry], wider: Sequence[Entry]
) -> tuple[Entry, ...]:
    """Some rows with those that have a second value in the column by which the first were told: of "Mali and Chad", Chad's."""
    for number in range(len(listing.columns)):
        same = {fold(row.cells[number]) for row in rows if number < len(row.cells)}
        others = [row for row in wider if number < len(row.cells) and asked.says(term, row.cells[number])]
        if len(same) == 1 and others and same.isdisjoint(fold(row.cells[number]) for row in others):
            return tuple(row for row in wider if row in rows or row in others)
    return ()


def _saying(
    asked: _Asked, term: str, listing: Listing, rows: Sequence[Entry], listed: int | None
) -> tuple[Entry, ...] | None:
    """The rows that say one word of a question; None where no cell and no column does."""
    short = [name for name in asked.question.names if name.isupper() and term in terms(name)]
    exact = tuple(row for row in rows if any(_spelled(name).search(cell) for name in short for cell in row.cells))
    if exact:
        return exact  # before what only has the same stem
    only = _ONLY.search(asked.folded)
    met = tuple(
        row
        for row in rows
        if any(asked.says(term, cell) and not (only and len(_SPLIT.split(cell)) > 1) for cell in row.cells)
    )
    if met:
        return met
    for number, name in enumerate(listing.columns):
        if number != listed and asked.calls(term, name):
            return _told(asked, rows, number)
    return None


def _spelled(name: str) -> re.Pattern[str]:
    """A short name, as it is written."""
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")


def _told(asked: _Asked, rows: Sequence[Entry], column: int) -> tuple[Entry, ...]:
    """Of a column of yes and no, the rows that are meant; every row of another."""
    cells = [fold(row.cells[column]).strip() if column < len(row.cells) else "" for row in rows]
    if not all(cell in _YES | _NO or not cell for cell in cells) or not any(cells):
        return tuple(rows)
    negated = bool(_NEGATED.search(asked.folded))
    return tuple(row for row, cell in zip(rows, cells, strict=True) if (cell in _YES) != negated)


def _of_sex(sex: str, listing: Listing, rows: Sequence[Entry]) -> tuple[Entry, ...] | None:
    """The women or the men, where a column says who is one."""
    for number in range(len(listing.columns)):
        known = [
            sex_of(listing.columns[number], row.cells[number]) if number < len(row.cells) else None for row in rows
        ]
        if any(known):
            return tuple(row for row, one in zip(rows, known, strict=True) if one == sex)
    return None


_PAPER_WORDS = (
    "list lists sheet sheets table sign-in attendance roll overview catalogue mentioned cited named shown listed different various names came come represented present "
    "liste listes feuille fiche tableau émargement présence catalogue cité cités citées nommés figurant inscrits différents différentes origine venus représentés présents "
    "nb nbr nbre according plan plans workplan lines line rows row entries entry altogether selon tableau plan lignes ligne "
    "قائمة كشف جدول سجل فهرس مذكورة المذكورة وردت ورد مختلف مختلفة حضر حضرت حضور مثل أسماء عندنا لدينا"
)
_ALONE = frozenset(
    stem
    for word in ["only", "solely", "alone", "seulement", "uniquement", "exclusivement", "فقط"]
    for stem in terms(word)
)
"""Words that say that nothing else is meant."""
_ROW_WORDS = "line lines row rows entry entries record records ligne lignes سطر سطرا أسطر سجل بند بنود"
_ROWS = frozenset(stem for word in _ROW_WORDS.split() for stem in terms(word))
"""Words for the rows themselves."""
_PAPERS = frozenset(stem for word in _PAPER_WORDS.split() for stem in terms(word))
"""Words for a paper that holds a table, and for standing in it."""


def _each(rows: Sequence[Entry], column: int) -> Iterator[Entry]:
    """Each value of a column once; several in a cell are each one."""
    seen: set[str] = set()
    for row in rows:
        cell = row.cells[column].strip() if column < len(row.cells) else ""
        for value in _values(cell):
            key = fold(_ASIDE.split(value)[0]).strip()
            if key and key not in seen:
                seen.add(key)
                cells = (*row.cells[:column], value, *row.cells[column + 1 :])
                yield replace(row, cells=cells)


def _values(cell: str) -> list[str]:
    """The names in a cell that holds several: all begin as names do, or they are divided by a stroke."""
    parts = [part for part in _SPLIT.split(cell) if part]
    plain = not _TITLED.search(cell) and "(" not in cell
    several = plain and len(parts) > 1 and all(not p[0].islower() and len(p.split()) <= _LONG for p in parts)
    divided = [part for part in re.split(r"\s*;\s*", cell) if part]
    return parts if several else divided or [cell]


_LONG = 4
_ASIDE = re.compile(r"[,،(]")
_TITLED = re.compile(r"(?<!\w)(?:Dr|Mr|Mrs|Ms|Mme|Mlle|M|Prof|Pr|Eng|Capt)\.?\s|(?<!\w)(?:ال)?(?:سيدة?|دكتورة?)\s")
