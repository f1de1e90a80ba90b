"""What the columns of a table are of, by their names and their cells: people, works, how many there are of something."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence

from assistant.reading.document_lists import Listing
from assistant.reading.persons import PERSONS
from vectorstore import fold, terms

_NAMES = re.compile(
    r"^(?:(?:full |last |family |first )?names?(?: and .+)?|noms?(?: .+)?|participants?|الاسم(?: .+)?|اسم .+|المشارك(?:ون)?)$"
)
_SHORT_FORM = re.compile(r"^(?:acronym|abbreviation|short (?:name|form)|sigle|abreviation|(?:ال)?(?:اختصار|مختصر))")
_TITLE = re.compile(r"^(?:title|titre|(?:ال)?عنوان)s?\b")
_WORK_WORDS = (
    "title titles book books publication publications brochure brochures titre titres livre livres ouvrage ouvrages "
    "كتاب كتب عنوان عناوين إصدار إصدارات منشور منشورات مطبوعات"
)
WORKS = frozenset(stem for word in _WORK_WORDS.split() for stem in terms(word))
"""What written works are called, which a table names by their titles."""
_HOW_MANY = re.compile(
    r"^(?:(?:total )?numbers?|nos?\.? of .+|number of .+|count|total|headcount|nombre(?: .+)?|effectifs?|(?:ال)?عدد(?: .+)?|المجموع)$"
)
_OF_TIME = re.compile(
    r"\b(?:days?|hours?|weeks?|jours?|journees?|heures?|semaines?)\b|(?<!\w)(?:ال)?(?:ايام|يوم|ساعات|اسابيع)(?!\w)"
)
_SORT = re.compile(
    r"^(?:types?|kind|sort|category|format|nature|categorie|genre|forme|(?:ال)?(?:نوع|فيه|صنف|شكل|طبيعه))\b"
)
_WORDED = re.compile(r"[a-zà-ÿ]{3}|[\u0621-\u064a]{3}")
_NUMBER = re.compile(r"[\d\s.,٬٫]+%?")


def is_sort(name: str) -> bool:
    """Whether a column says of what sort each row is."""
    return _SORT.match(fold(name).strip()) is not None


def names_people(columns: Sequence[str]) -> bool:
    """Whether a column is of the names of people, and none gives the short forms that bodies and programmes have."""
    said = [fold(name).strip() for name in columns]
    return any(map(_NAMES.match, said)) and not any(map(_SHORT_FORM.match, said))


def of_titles(columns: Sequence[str]) -> int | None:
    """The column of titles, if there is one."""
    return next((place for place, name in enumerate(columns) if _TITLE.match(fold(name).strip())), None)


def counts_things(listing: Listing, nouns: Collection[str], says: Callable[[str, str], bool]) -> bool:
    """Whether a column of numbers, by its name, says how many there are of something: the rows are then not what is counted.

    Args:
        listing: The table.
        nouns: The stems of what is counted.
        says: Whether words say a stem.
    """
    people = not PERSONS.isdisjoint(nouns)
    for name in _of_numbers(listing):
        if _HOW_MANY.match(fold(name).strip()):
            return True
        if _OF_TIME.search(fold(name)):
            continue  # days of attendance
        if (people and not PERSONS.isdisjoint(terms(name))) or any(says(noun, name) for noun in nouns):
            return True
    return False


def is_of_numbers(listing: Listing, place: int) -> bool:
    """Whether the cells of a column are mostly numbers."""
    cells = [row.cells[place].strip() for row in listing.entries if place < len(row.cells)]
    said = [cell for cell in cells if cell]
    return bool(said) and sum(bool(_NUMBER.fullmatch(cell)) for cell in said) * 2 > len(said)


def naming(listing: Listing) -> Iterator[int]:
    """The columns of words, not of numbers, days or codes, by which a reader knows what a row is."""
    for place in range(len(listing.columns)):
        cells = [row.cells[place].strip() for row in listing.entries if place < len(row.cells)]
        worded = sum(bool(_WORDED.search(cell)) and not any(map(str.isdigit, cell)) for cell in cells)
        if worded * 2 > len(cells):
            yield place


def _of_numbers(listing: Listing) -> Iterator[str]:
    """The names of the columns whose cells are mostly numbers."""
    for place, name in enumerate(listing.columns):
        if is_of_numbers(listing, place):
            yield name
