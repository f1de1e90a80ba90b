"""What the earlier question of a conversation was answered with, as far as a follow-up can speak of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from assistant.understand import LAST, Question
from assistant.values import Answer, Citation
from vectorstore import Person, find_people


@dataclass(frozen=True, slots=True)
class Item:
    """One of several things that an answer names, and where it stands."""

    text: str
    places: tuple[Citation, ...]


@dataclass(frozen=True)
class Earlier:
    """An earlier question with its answer."""

    question: Question
    answer: Answer

    @cached_property
    def documents(self) -> tuple[str, ...]:
        """The documents it was answered from, the one that weighs most first; the nearest one of a refusal."""
        return tuple(dict.fromkeys(citation.document for citation in self.places))

    @cached_property
    def places(self) -> tuple[Citation, ...]:
        """The words it rests on, in the order of what it says; the nearest ones of a refusal."""
        if self.answer.outcome != "answered":
            return self.answer.nearest[:1] if self.answer.reason == "not_in_documents" else ()
        said = [number for statement in self.answer.statements for number in statement.citations]
        rows = [number for row in (self.answer.table.rows if self.answer.table else ()) for number in row.citations]
        return self._cited(tuple(dict.fromkeys([*said, *rows])))

    def item(self, place: int) -> Item | None:
        """The thing at a place of what it lists; None where it lists none, or fewer."""
        items = self._items
        if len(items) < 2 or not LAST <= place < len(items):
            return None
        return items[place]

    @cached_property
    def person(self) -> Person | None:
        """The one person that it names as its answer; None where that is nobody, or not a single one."""
        people = self._people_of(self._lead)
        return people[0][0] if len({name for _, name, _ in people}) == 1 else None

    @cached_property
    def name(self) -> str:
        """The name of that person, without the form of address; empty where there is none."""
        people = self._people_of(self._lead)
        return people[0][1] if self.person else ""

    @cached_property
    def described(self) -> Citation | None:
        """The words that say with the name of that person what they are; None where none of those it rests on do."""
        for citation in self.places:
            for person in find_people(citation.quote):
                if person.name(citation.quote) == self.name and person.role_end > person.end:
                    return citation
        return None

    @property
    def _lead(self) -> str:
        return self.answer.statements[0].text if self.answer.statements else ""

    @cached_property
    def _items(self) -> tuple[Item, ...]:
        answer = self.answer
        if answer.table is not None and len(answer.table.rows) > 1:
            return tuple(Item(" – ".join(row.cells), self._cited(row.citations)) for row in answer.table.rows)
        listed = [Item(one.text, self._cited(one.citations)) for one in answer.statements]
        if self.question.wants == "list" and len(listed) > 1 and not self._is_named(listed):
            return tuple(listed)
        for text in (self._lead, *(place.quote for place in self.places)):
            people = self._people_of(text)
            if len(people) > 1:
                return tuple(Item(told, self.places[:1]) for _, _, told in people)
        return ()

    def _is_named(self, items: list[Item]) -> bool:
        """Whether what seems a list is a value and the sentence it stands in."""
        return any(items[0].text in other.text for other in items[1:])

    def _people_of(self, text: str) -> list[tuple[Person, str, str]]:
        return [(person, person.name(text), person.described(text)) for person in find_people(text)]

    def _cited(self, numbers: tuple[int, ...]) -> tuple[Citation, ...]:
        by_number = {citation.number: citation for citation in self.answer.citations}
        return tuple(by_number[number] for number in numbers if number in by_number)


Before = Callable[[Question], Earlier | None]
"""The earlier question of a conversation with its answer; None where there is none."""
