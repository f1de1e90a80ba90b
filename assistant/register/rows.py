"""A record of the register as a row of a table: what each cell says, and the facts that say it."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.register.listing import Marks
from assistant.register.names import key_of
from assistant.register.record import Record
from assistant.register.register import Register
from assistant.register.same_event import says_what
from assistant.register.saying import Places, Saying
from assistant.register.sentences import proposed
from assistant.register.spoken import spoken
from assistant.register.wording import cell_date, state_name
from assistant.values import Row
from vectorstore import Fact, terms

_LONGEST_CELL = 160


class Rows:
    """Writes the rows of one archive in one language."""

    def __init__(self, register: Register, language: str, places: Places) -> None:
        self._register = register
        self._language = language
        self._places = places

    def row(self, record: Record, marks: Marks) -> Row:
        """A record as a row, cited."""
        cells, facts = self.cells(record)
        shown = (cell if len(cell) <= _LONGEST_CELL else cell[:_LONGEST_CELL].rsplit(" ", 1)[0] + "…" for cell in cells)
        return Row(tuple(shown), marks.of(facts))

    def cells(self, record: Record) -> tuple[tuple[str, ...], list[Fact]]:
        """The cells of a record, the first saying so if a language model proposed it, and the facts they are taken from."""
        cells, facts = self._said(record)
        if record.is_proposed:
            first, *rest = cells
            cells = (f"{first} ({proposed(self._language)})".strip(), *rest)
        return cells, facts

    def _said(self, record: Record) -> tuple[tuple[str, ...], list[Fact]]:
        """The cells of a record and the facts they are taken from, the one that says most first."""
        said = Saying(record, self._language, self._places)
        state = state_name(record.state, self._language)
        dated = cell_date(record.start, record.end, self._language)
        said.dated()
        match record.kind:
            case "event":
                venue = said.of("venue", lambda where: bool(self._register.names.things(where)))
                where = " ".join(fact.fields.get("venue") or "" for fact in record.facts)
                title = said.of("title", lambda named: self._says_what(named, where))
                titling = record.by("title", self._language)
                if titling is None or titling.fields.get("series"):  # another fact's would be that of another name
                    title = " – ".join(filter(None, (title, said.of("series"))))
                title = title or record.facts[0].quote
                return (title, dated, venue, state), said.facts
            case "agreement":
                parties = list(self._parties(said))
                others = [shown for shown, own in parties if not own] or [shown for shown, _ in parties]
                bodies = dict.fromkeys(self._bodies(record, said))
                named = "; ".join(others) or "; ".join(bodies) or record.facts[0].quote
                until = cell_date(said.dated_by("renewed_until") or said.dated_by("valid_until"), None, self._language)
                return (named, "; ".join(shown for shown, _ in parties), dated, until, state), said.facts
            case "commitment":
                who = " / ".join(filter(None, (said.of("who"), said.of("responsible"))))
                return (said.of("what"), who, dated, state), said.facts
            case "programme":
                named = said.of("name") or said.of("definition")
                return (said.of("acronym"), named, said.of("sector"), dated), said.facts
            case _:
                amount = " ".join(filter(None, (said.of("quantity"), said.of("unit"))))
                by, to = (
                    "; ".join(self._named(part, said) for part in filter(None, said.of(field).split("; ")))
                    for field in ("by", "to")
                )
                return (amount, said.of("counts"), by, to or said.of("place") or said.of("of"), dated), said.facts

    def _says_what(self, title: str, where: str) -> bool:
        """Whether a title says more of an event than its sort and its town."""
        towns = (word for word in title.split() if key_of(word) in self._register.names.by_place)
        return says_what(title, " ".join([where, *towns]))

    def _parties(self, said: Saying) -> Iterator[tuple[str, bool]]:
        """Who agreed, named in the language of the question, and whether it is the archive's own organisation."""
        for party in filter(None, said.of("parties").split("; ")):
            own = all(self._register.is_own(term) for term in terms(party))
            yield self._named(party, said), own or self._register.names.of(party) is self._register.own

    def _bodies(self, record: Record, said: Saying) -> Iterator[str]:
        """The organisations that the words of an agreement name, where it is not said who agreed."""
        for thing, words in {
            thing: words for thing, words in self._register.names.mentions(record.facts[0].quote)
        }.items():
            if thing is not self._register.own and any(fact.kind == "organisation" for fact in thing.because):
                yield self._named(words, said)

    def _named(self, name: str, said: Saying) -> str:
        shown = spoken(name, self._register.names, self._language)
        if shown.fact is not None:
            said.cite([shown.fact])
        return shown.text
