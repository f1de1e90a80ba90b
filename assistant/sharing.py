"""Answers for whoever or whatever two things are true of: the one name that the sentences for both have in common."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.bridging import Embed, Find
from assistant.reading.draft import Draft, Said
from assistant.reading.evidence import Evidence
from assistant.reading.itemise import row_said
from assistant.sounds import same_name
from assistant.understand import Question, names_in, twofold, understand
from vectorstore import StoredSentence, find_people, fold

_READ = 6
"""Sentences of each side that are looked at."""
_TELLS, _NAMED, _DATED = 0.35, 0.6, 0.6
"""Of what a side asks, names and dates, what its sentence must have."""
_CELLS = " | "


@dataclass(frozen=True)
class Sharing:
    """Finds what two questions have as their common answer."""

    embed: Embed
    find: Find

    def shared(self, question: Question) -> Draft | None:
        """The one name that both are told of, with both sentences; None where there is none, or more than one."""
        asked = twofold(question.standalone)
        if asked is None or question.leans or asked.only_first:
            return None
        one, other = (self._told(ask, question) for ask in asked.asks)
        found: dict[str, tuple[float, str, Evidence, Evidence]] = {}
        for first in one:
            for second in other:
                if first.sentence == second.sentence:
                    continue
                for name in _common(first.sentence, second.sentence, question):
                    worth = first.score + second.score
                    if worth > found.get(fold(name), (float("-inf"),))[0]:
                        found[fold(name)] = worth, name, first, second
        ranked = sorted(found.values(), key=lambda f: -f[0])
        if not ranked or (len(ranked) > 1 and ranked[0][2:] == ranked[1][2:]):
            return None
        _, name, first, second = ranked[0]
        said = Said(name, (first.sentence, second.sentence))
        return Draft((said, _shown(first.sentence), _shown(second.sentence)))

    def _told(self, ask: str, question: Question) -> Sequence[Evidence]:
        part = replace(understand(ask, (), question.as_of), language=question.language, also=())
        found = self.find(part, self.embed(part.standalone))[:_READ]
        return [e for e in found if max(e.told, e.context) >= _TELLS and e.named >= _NAMED and e.dated >= _DATED]


def _common(one: StoredSentence, other: StoredSentence, question: Question) -> list[str]:
    """The names that both sentences have and the question has not."""
    asked = fold(question.text)
    return [
        name
        for name in _names(one)
        if fold(name) not in asked and any(same_name(name, second) for second in _names(other))
    ]


def _names(sentence: StoredSentence) -> list[str]:
    """What a sentence names: people, cells of a row, and what is written with a capital."""
    people = [person.name(sentence.text) for person in find_people(sentence.text)]
    cells = sentence.text.split(_CELLS) if sentence.kind == "row" else []
    return list(
        dict.fromkeys(
            [*people, *(cell.strip() for cell in cells if any(map(str.isalpha, cell))), *names_in(f"- {sentence.text}")]
        )
    )


def _shown(sentence: StoredSentence) -> Said:
    return row_said(sentence, None) if sentence.kind == "row" else Said(sentence.text, (sentence,))
