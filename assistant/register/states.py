"""The states that a question asks for, one or several: "expired or renewed", "held, planned or cancelled"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.attached import bare
from assistant.register.kinds import state_phrases, state_words
from assistant.register.vocabulary import pattern_of
from vectorstore import fold

_TOKEN = re.compile(r"[\w-]+|[,،/]")
_JOINS = frozenset(fold("and or et ou , ، / أو و ni nor").split())
_SMALL = frozenset(
    fold(
        "were was been have has are is be ont été a est sont étaient ou-bien either both still toujours التي تم"
    ).split()
)
"""Words between two states that part nothing: "expired or were renewed"."""


@dataclass(frozen=True, slots=True)
class States:
    """The states, any of which is enough; none where the question asks for none."""

    names: tuple[str, ...]
    words: str
    """As in the question, folded."""


def states_in(folded: str, kind: str) -> States:
    """The first states that a folded question asks for, with those that stand beside it.

    "Held" and "planned" are states only beside others, for each alone says which time is meant.

    Args:
        folded: The question.
        kind: What is listed; a state that only others can be in is passed over.
    """
    run: dict[str, str] = {}
    joined = False
    for token in _TOKEN.findall(_in_one_word(folded)):
        state = _state_of(token, kind)
        if state and (not run or joined):
            run.setdefault(state, _spelled(token))
            joined = False
        elif token in _JOINS:
            joined = bool(run)
        elif token not in _SMALL and run:
            if _asks(run):
                break
            run, joined = ({state: _spelled(token)} if state else {}), False
    return States(tuple(run), " / ".join(run.values())) if _asks(run) else States((), "")


def _asks(run: dict[str, str]) -> bool:
    return bool(run) and (len(run) > 1 or not run.keys() & {"held", "planned"})


def _state_of(token: str, kind: str) -> str:
    for word in bare(token):
        if word in state_words() and state_words()[word].of in ("", kind):
            return state_words()[word].name
    if kind != "event":
        return ""
    told = {"held": pattern_of("done"), "planned": pattern_of("ahead")}
    return next((state for state, said in told.items() if said.fullmatch(token)), "")


def _in_one_word(folded: str) -> str:
    for phrase, word in _phrases():
        folded = re.sub(rf"(?<!\w){phrase}(?!\w)", word, folded)
    return folded


def _phrases() -> Iterator[tuple[str, str]]:
    return ((re.escape(phrase), phrase.replace(" ", "-")) for phrase in state_phrases())


def _spelled(token: str) -> str:
    return token.replace("-", " ") if token.replace("-", " ") in state_phrases() else token
