"""A question read as a query over the register: what is listed, in what form, and everything it is limited by."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.bounds import Bound
from assistant.register.abouts import About, abouts_of
from assistant.register.choices import with_choices
from assistant.register.forms import Form, asks_office, form_of, people_in, said_of, several_holders, trained
from assistant.register.gifts import money_stems
from assistant.register.kinds import Noun, Sort
from assistant.register.names import Names
from assistant.register.period import Period, find_period
from assistant.register.promisor import Promisor, promisor
from assistant.register.proper import Proper
from assistant.register.sentence import words_of
from assistant.register.states import States, states_in
from assistant.register.tense import Tense, tense
from assistant.understand import Question, describes, spellings
from vectorstore import terms

_FORMER_NAME = re.compile(
    r"\b(?:former|old|previous|earlier|original) name|\b(?:formerly|previously) (?:called|known|named)|used to be called|\bancien(?:ne)? (?:nom|appellation|denomination)|s'appelait|(?:الاسم|التسميه) (?:السابقه?|القديمه?)|اسمه?ا? (?:السابق|القديم)"
)
_ENDING = re.compile(
    r"expir|\bends?\b(?! of)|\brun(?:s|ning)? out\b|\blapse|pren(?:d|dra|nent|dront) fin|echeance|(?:ت|ي)نتهي|انتهت|انتهي"
)


@dataclass(frozen=True, slots=True)
class Query:
    """What to look for in the register."""

    kind: str
    sorts: tuple[str, ...]
    form: Form
    period: Period | None
    states: tuple[str, ...]
    """Any of which it may be in; empty for all."""
    done: bool | None
    """True for what has taken place, False for what is to come, None for both."""
    abouts: tuple[About, ...]
    """What else it must be about."""
    said: Mapping[str, str]
    """The words of the question for `sort`, `state` and `time`, where it limits them."""
    by: Promisor | None = None
    """Of commitments, who made them."""
    ending: bool = False
    """Whether the period is that in which agreements end, not that in which they were signed."""
    passed_over: tuple[About, ...] = ()
    """Words of the question that it is not limited by, since nothing is found within them."""
    asked: str = ""
    """The question, as typed."""
    bound: Bound | None = None
    """Of events, how many must have come to them, or how long they must have taken."""

    @property
    def terms(self) -> tuple[str, ...]:
        """Stems, every one of which must be met."""
        return tuple(term for about in self.abouts for term in about.terms)


def read_query(
    question: Question,
    today: date,
    names: Names,
    proper: Proper | None = None,
    sizable: tuple[Noun, ...] = (),
) -> Query | None:
    """The query a question stands for; None where it asks for nothing that the register lists.

    Args:
        question: As understood.
        today: What "last year" is told from.
        names: The names of the archive.
        proper: Its words that are names, also where they are typed like others.
        sizable: The nouns for what is listed, where it is known already that it is all of something.
    """
    folded = words_of(question)
    period = find_period(question.standalone, today)
    if _FORMER_NAME.search(folded) and (abouts := abouts_of(question, frozenset(), names, proper)):
        return Query("organisation", (), "former", None, (), None, abouts, {}, asked=question.told)
    if (
        not sizable
        and question.wants in ("person", "list", "date")
        and asks_office(question)
        and not describes(question.standalone)
    ):
        form: Form = "holders" if several_holders(folded) else "holder"
        abouts = abouts_of(question, frozenset(), names, proper)
        return Query("person", (), form, period, (), None, abouts, {}, asked=question.told)
    form, named = ("list", sizable) if sizable else form_of(question, folded)
    if not named:
        return None
    kind = named[0].sort.kind
    which = _sorts(kind, named)
    states = states_in(folded, kind)
    when = tense(folded, period, states.names, today)
    stems = frozenset(noun.stem for noun in named)
    listed = {noun.stem for noun in named if noun.sort.kind == kind}
    spelled = spellings(question)
    said = {
        "sort": _said_sorts(question, listed, folded) if which else "",
        "state": states.words,
        "time": when.words,
    }
    said = {field: words for field, words in said.items() if words}
    # Of an agreement of which it is asked when it ends, the period can only be that in which it was signed.
    ending = kind == "agreement" and form != "ends" and period is not None and _ENDING.search(folded) is not None
    if ending:  # "will" and "has" say when it ends, and the period does that already
        when = Tense(None, "")
        said.pop("time", None)
        states = States((), "")
    if kind == "figure" and form in ("sum", "compare", "spent"):
        stems |= money_stems()
    if form == "spent":  # the events that the money was spent on, where the question names their sort
        which = _sorts("event", named) if any(noun.sort.kind == "event" for noun in named) else ()
        when = Tense(None, "")
        said = {"sort": _said_sorts(question, {noun.stem for noun in named}, folded)} if which else {}
    if form in ("sum", "compare", "ranking"):
        stems |= frozenset(terms(people_in(folded)))
    stems |= frozenset(terms(said_of(form, folded)))
    abouts = with_choices(abouts_of(question, stems, names, proper), question)
    by = promisor(question.standalone, abouts) if kind == "commitment" else None
    if by:
        abouts = tuple(about for about in abouts if about not in by.abouts)
        by = replace(by, abouts=with_choices(by.abouts, question, ands=True))
    others = _others(kind, named, spelled) if form != "spent" else ()
    return Query(
        kind, which, form, period, states.names, when.done, abouts, said, by, ending, others, asked=question.told
    )


def _said_sorts(question: Question, listed: Collection[str], folded: str) -> str:
    """The words for what is listed or, where people are said to be trained, that word."""
    spelled = spellings(question)
    return " ".join(spelled[stem] for stem in question.terms if stem in listed and stem in spelled) or trained(folded)


def _sorts(kind: str, named: Sequence[Noun]) -> tuple[str, ...]:
    """The sorts of a kind that are named; all, for "agreements, MoUs and the like"."""
    meant = [noun.sort for noun in named if noun.sort.kind == kind]
    if Sort(kind, ()) in meant:
        return ()
    return tuple(dict.fromkeys(sort for one in meant for sort in one.sorts))


def _others(kind: str, named: Sequence[Noun], spelled: Mapping[str, str]) -> tuple[About, ...]:
    """What is asked for besides, of another kind: one table holds one kind, and the others are said not to be in it."""
    words = {noun.sort.kind: spelled.get(noun.stem, noun.stem) for noun in named if noun.sort.kind != kind}
    return tuple(About(f"kind:{other}", "word", word, ()) for other, word in words.items())
