"""Words an answer anew with a language model, sentence by sentence through the gate; the answer itself stands otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from assistant.gate import holds, keeps, objection
from assistant.values import Answer, Citation, Statement, Wording, WordingState
from assistant.wording.model import LanguageModel, ModelFailed
from assistant.wording.notes import kept_note, worded_note
from assistant.wording.prompts import word
from assistant.wording.sentences import Part, is_foreign, parts, sentences, unmarked
from vectorstore import words

_MOST_SENTENCES = 6
_MOST_LEFT_OUT = 8
"""Sentences not borne, after which nothing better is waited for."""
_ENDS = (".", "!", "?", "؟", "…", "»", "”")
_LONGEST_SENTENCE = 80
"""Words."""


def reworded(answer: Answer, model: LanguageModel) -> Iterator[Answer]:
    """The answer in better words, growing as they pass the gate; the last one stands.

    A sentence is said only if one of the passages it marks bears it, or one has it word for word. The answer found in the documents stands instead, and
    says so, where the model fails, leaves out what was found, or writes more that is not borne than what is.
    """
    checked = _Checked(answer)
    text = ""
    try:
        for piece in model.stream(*word(answer.question, answer)):
            text += piece
            if len(checked.left_out) >= _MOST_LEFT_OUT:
                break
            if checked.take(sentences(text, ended=False)) and checked.keeps_answer:
                yield checked.answer(model, "wording")
    except ModelFailed as error:
        yield _kept(answer, model, error.failure, checked)
        return
    checked.take(sentences(text, ended=True))
    yield checked.answer(model, "worded") if checked.is_enough else _kept(answer, model, "unbacked", checked)


def _kept(answer: Answer, model: LanguageModel, why: str, checked: _Checked) -> Answer:
    note = kept_note(answer.language, why, model.settings.seconds)
    return replace(answer, wording=Wording("kept", note, model.settings.model, why, tuple(checked.left_out)))


@dataclass
class _Checked:
    """What a model has said so far, and what of it is borne."""

    found: Answer
    said: list[Statement] = field(default_factory=list)
    left_out: list[tuple[str, str]] = field(default_factory=list)
    _taken: int = 0

    def take(self, written: list[str]) -> bool:
        """Check the sentences that are new; whether one of them is borne."""
        before = len(self.said)
        for sentence in written[self._taken :]:
            why = self._objection(sentence)
            if why is None:
                self.said.extend(self._statements(sentence))
            else:
                self.left_out.append((unmarked(sentence), why))
        self._taken = max(self._taken, len(written))
        return len(self.said) > before

    @property
    def keeps_answer(self) -> bool:
        """Whether what was found in the documents is still said."""
        return keeps(self.found.statements[0].text, " ; ".join(statement.text for statement in self.said))

    @property
    def is_enough(self) -> bool:
        """Whether this can stand as the answer."""
        return bool(self.said) and len(self.said) >= len(self.left_out) and self.keeps_answer

    def answer(self, model: LanguageModel, state: WordingState) -> Answer:
        """The answer in these words, its citations numbered anew in their order."""
        numbers = {
            number: place for place, number in enumerate(dict.fromkeys(n for s in self.said for n in s.citations), 1)
        }
        said = tuple(Statement(s.text, tuple(numbers[n] for n in s.citations)) for s in self.said)
        note = worded_note(self.found.language, len(self.left_out)) if state == "worded" else ""
        return replace(
            self.found,
            text=" ".join(f"{s.text} {''.join(f'[{n}]' for n in s.citations)}" for s in said),
            statements=said,
            citations=tuple(replace(self._cited[number], number=place) for number, place in numbers.items()),
            wording=Wording(state, note, model.settings.model, None, tuple(self.left_out)),
        )

    def _statements(self, sentence: str) -> Iterator[Statement]:
        """A statement for each part of a sentence that has marks of its own, ended as the sentence is."""
        *_, last = whole = self._parts(sentence)
        for part in whole:
            ended = part is not last or part.text.endswith(_ENDS)
            marks = tuple(dict.fromkeys(mark for mark in part.marks if mark in self._cited))
            yield Statement(part.text if ended else f"{part.text}.", marks)

    def _parts(self, sentence: str) -> list[Part]:
        """The parts of a sentence; one without a mark that a passage has word for word is given that passage's."""
        return [part if part.marks else self._marked(part) for part in parts(sentence)]

    def _marked(self, part: Part) -> Part:
        bearing = (number for number, citation in self._cited.items() if holds(part.text, [citation.quote]))
        return replace(part, marks=tuple(bearing)[:1])

    @property
    def _cited(self) -> Mapping[int, Citation]:
        return {citation.number: citation for citation in self.found.citations}

    def _objection(self, sentence: str) -> str | None:
        if is_foreign(sentence):
            return "markup"
        if len(list(words(sentence))) > _LONGEST_SENTENCE or len(self.said) >= _MOST_SENTENCES:
            return "too long"
        whole = self._parts(sentence)
        if not whole:
            return "no source"
        for part in whole:
            cited = [self._cited[mark] for mark in part.marks if mark in self._cited]
            about = [f"{citation.title} ; {citation.date or ''}" for citation in cited]
            why = objection(part.text, [c.quote for c in cited], about=about, asked=self.found.question)
            if why is not None:
                return why
        return None
