"""What a document says for all of its facts: whose programme it is about, who met, which countries came."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from assistant.register.names import Entity, Names
from vectorstore import DocumentInfo, Fact, terms


@dataclass(frozen=True)
class Context:
    """One document, as the facts of it need it."""

    about: DocumentInfo
    own: Fact | None
    """The event it is the report of."""
    countries: str
    """Those that its tables of participants list."""
    names: Names

    @cached_property
    def programme(self) -> Entity | None:
        """The programme that the whole document is about: of its event, or the only one that its title names."""
        said = (self.own.fields.get("programme") or "" if self.own else "") or self.about.title
        named = [thing for thing in self.names.within(said) if any(fact.kind == "programme" for fact in thing.because)]
        return named[0] if len(set(named)) == 1 else None

    @cached_property
    def meeting(self) -> Fact | None:
        """The event that the document reports, where it names the parties."""
        parties = self.own.fields.get("parties") or "" if self.own else ""
        return self.own if len(parties.split("; ")) > 1 else None


def contexts(facts: Iterable[Fact], documents: Mapping[str, DocumentInfo], names: Names) -> dict[str, Context]:
    """What each document says for all of its facts, by path."""
    wanted = set(terms("country countries pays دولة دول بلد"))
    own: dict[str, Fact] = {}
    countries: dict[str, list[str]] = {}
    for fact in facts:
        if fact.kind == "event" and fact.fields.get("about_this_document") == "yes":
            own.setdefault(fact.document, fact)
        elif fact.kind == "row":
            for column, cell in fact.fields.items():
                if column.startswith("col:") and cell and wanted & set(terms(column[4:])):
                    countries.setdefault(fact.document, []).append(cell)
    return {
        path: Context(about, own.get(path), " ; ".join(countries.get(path, ())), names)
        for path, about in documents.items()
    }
