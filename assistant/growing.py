"""By how much one thing changed: two values that one sentence, one row or two documents give for it, the earlier and the later one."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from assistant.bridging import Embed, Find, Spare
from assistant.changing import says
from assistant.later import Later
from assistant.reading.draft import Said
from assistant.reading.evidence import Evidence
from assistant.reading.itemise import names_of, row_said
from assistant.reading.over import changed_from, is_over
from assistant.reading.settled import answer_now
from assistant.reading.showing import whole
from assistant.reading.span import Span
from assistant.reading.superseding import settled
from assistant.somebody import MatcherOf
from assistant.sums import Value, parsed
from assistant.understand import Question, changed_money, changed_thing, understand
from vectorstore import StoredSentence, find_quantities, fold, terms

_READ = 8
"""Sentences that may have both values, or one of them."""
_TOLD, _NAMED, _FAR = 0.7, 0.1, 0.45
"""How much of what the best sentence tells another must tell, and how much less it may name; the report of one thing need not name it again."""
_TOLD_OF_PLAN = 0.6
"""The same for the row of a plan, which says little beside its title."""
_LEAST = -1.0
"""How far below what an answer needs the best sentence may be: two values that stand against each other say more than one."""
_CELLS = " | "
_NUMBER = re.compile(r"\D{0,5}[\d\s.,\u202f\u00a0]+\D{0,5}")
_BEFORE = re.compile(
    r"\b(?:adopted|approved|voted|planned|budget(?:ed)?|estimate\w*|indicative|initial|original|expected|foreseen|old|target|provisional"
    r"|adopte|approuve|vote|prevu\w*|prevision\w*|initiale?|estime\w*|ancien\w*|provisoire)\b|المعتمد\w*|المقرر\w*|المخطط\w*|الاصلي\w*|القديم\w*|المتوقع\w*"
)
_AFTER = re.compile(
    r"\b(?:revised|actual|final|spent|new|amended|current|realised|realized|revise\w*|reelle?|definiti\w+|depense\w*|realise\w*|nouve\w+|effecti\w+)\b"
    r"|المعدل\w*|المنقح\w*|الفعلي\w*|النهائي\w*|الجديد\w*|المنفق\w*|المصروف\w*"
)
_REVISED = re.compile(r"\b(?:revis\w+|amend\w+|avenant\w*|modif\w+)\b|مراجع|تعديل|ملحق|معدل")
_SPENT = re.compile(r"\b(?:cost\w*|spen[dt]\w*|final\w*|actual\w*|cout\w*|depens\w*|reel\w*)\b|كلف|تكلف|انفاق|صرف|فعلي")
_CURRENCY = re.compile(r"\b(?:usd|eur\w*|dollars?|fcfa|cost|cout|amount|montant)\b|دولار|يورو|كلف|مبلغ")
_AMOUNTED = re.compile(
    r"\b(?:amounted|came to|cost|total (?:cost|expenditure)|s'est elevee?|se sont elevees?|a coute|depens\w+ effecti\w+|cout (?:total|definitif|final))\b|بلغت|كلفت|انفق"
)
_AGAINST = re.compile(
    r"\b(?:against|compared (?:with|to)|pour une prevision|contre|au lieu|instead of|rather than)\b|مقابل|بدلا"
)


_SIDES = re.compile(
    r"\b(?:between|from|entre|de)\s+(?P<a>[^,?]+?)\s+(?:and|to|et|a)\s+(?P<b>[^,?]+)|(?<!\w)(?:بين|من)\s+(?P<c>[^،؟]+?)\s+(?:الي|و)\s?(?P<d>[^،؟]+)"
)
"""The two times or places of which a question asks for what changed from one to the other."""


@dataclass(frozen=True)
class Grower:
    """Finds the two values of one thing that a question asks the difference of."""

    embed: Embed
    find: Find
    later: Later
    spare: Spare
    matcher: MatcherOf
    of: Callable[[str], Sequence[StoredSentence]]
    """The sentences of a document, in order."""

    def grown(self, question: Question) -> tuple[Value, Value] | None:
        """The two values; None where the question asks for no such thing or not both are told."""
        thing = changed_thing(question.standalone)
        if thing is None:
            return None
        part = understand(thing, (), question.as_of)
        money = changed_money(question.standalone) or question.wants == "money"
        part = replace(
            part, wants="money" if money else "number", also=(), language=question.language, leans=False, aspect=""
        )
        if len({found.year for found in part.dates if found.year}) > 1:
            part = replace(part, dates=())  # each is the year of one of the two values
        found = self.find(part, self.embed(part.standalone))
        if not found or self.spare(part, found[0]) < _LEAST:
            return None
        best = found[0]
        near = [e for e in found[:_READ] if e.told >= _TOLD * best.told and e.named >= best.named - _NAMED]
        in_one = (both for e in near if (both := _in_one(e, money=money) or self._in_row(e, question, money=money)))
        return next(in_one, None) or self._of_two(part, found) or self._came_to(found, money=money)

    def _in_row(self, e: Evidence, question: Question, *, money: bool) -> tuple[Value, Value] | None:
        """The cells of one row whose columns are called as what was first and as what it became."""
        cells, columns = e.sentence.text.split(_CELLS), [fold(column) for column in e.sentence.columns]
        if e.sentence.kind != "row" or len(cells) != len(columns):
            return None
        numeric = [
            n
            for n, cell in enumerate(cells)
            if _NUMBER.fullmatch(cell) and parsed(cell) is not None and (money or not _CURRENCY.search(columns[n]))
        ]
        said = (row_said(e.sentence, names_of(e.sentence, self.of(e.sentence.document))),)
        if (named := _between(question, columns, numeric)) is not None:
            return _values(*((cells[n].strip(), said) for n in named))
        first = next((n for n in numeric if _BEFORE.search(columns[n]) and not _REVISED.search(columns[n])), None)
        asked = (
            _REVISED if _REVISED.search(fold(question.text)) else _SPENT if _SPENT.search(fold(question.text)) else None
        )
        after = [n for n in numeric if _AFTER.search(columns[n]) and n != first]
        last = next(
            (n for n in after if asked is not None and asked.search(columns[n])), after[0] if len(after) == 1 else None
        )
        if first is None or last is None:
            return None
        return _values((cells[first].strip(), said), (cells[last].strip(), said))

    def _of_two(self, part: Question, found: Sequence[Evidence]) -> tuple[Value, Value] | None:
        """The value that holds and the one it took the place of, of two documents."""
        matcher = self.matcher(part)
        after = self.later.of(part, found)
        now = settled(part, found, matcher, after)
        if now.against is None or now.span is None:
            return None
        changed = says(now.best.sentence.text, "rises or falls", "replaces", "from one to another")
        if now.best is not after.amending and not (changed and self.spare(part, found[0]) > 0):
            return None  # of what is not surely meant, or not said to change, it is not known by how much it did
        old = answer_now(part, now.against.sentence, matcher)
        if old is None:
            return None
        text, money = now.against.sentence.text, part.wants == "money"
        was, holds = _only(text[old.start : old.end], money=money), _only(now.value, money=money)
        if was is None or holds is None:
            return None
        return _values((was, (whole(now.against.sentence, old),)), (holds, (whole(now.best.sentence, now.span),)))

    def _came_to(self, found: Sequence[Evidence], *, money: bool) -> tuple[Value, Value] | None:
        """What was planned of something and what a later document says it came to."""
        best = found[0]
        near = [e for e in found[:_READ] if e.told >= _TOLD_OF_PLAN * best.told and e.named >= best.named - _FAR]
        planned = next(((e, value) for e in near if (value := self._planned(e, money=money))), None)
        if planned is None:
            return None
        day, plan = planned[0].passage.source.date or "", planned[0].sentence.document
        after = (e for e in near if (e.passage.source.date or "") >= day and e.sentence.document != plan)
        came = (e for e in after if _AMOUNTED.search(fold(e.sentence.text)))
        actual = next(
            ((written, (whole(e.sentence, None),)) for e in came if (written := _only(e.sentence.text, money=money))),
            None,
        )
        return _values(planned[1], actual) if actual is not None else None

    def _planned(self, e: Evidence, *, money: bool) -> tuple[str, tuple[Said, ...]] | None:
        """What a row or a sentence says was planned, where it says so."""
        cells, columns = e.sentence.text.split(_CELLS), [fold(column) for column in e.sentence.columns]
        if e.sentence.kind == "row":
            named = (
                n
                for n, cell in enumerate(cells[: len(columns)])
                if _BEFORE.search(columns[n]) and _NUMBER.fullmatch(cell)
            )
            place = next((n for n in named if bool(_CURRENCY.search(columns[n])) == money), None)
            said = row_said(e.sentence, names_of(e.sentence, self.of(e.sentence.document)))
            return (cells[place].strip(), (said,)) if place is not None else None
        written = _only(e.sentence.text, money=money) if _BEFORE.search(fold(e.sentence.text)) else None
        return (written, (whole(e.sentence, None),)) if written else None


def _only(text: str, *, money: bool) -> str | None:
    """The only sum of a text, or the only number of one where no sum is asked for."""
    found = [text[q.start : q.end] for q in find_quantities(text) if not q.worded and q.money == money]
    return found[0] if len({parsed(one) for one in found}) == 1 else None


def _between(question: Question, columns: Sequence[str], numeric: Sequence[int]) -> tuple[int, int] | None:
    """The columns of the two times or places that a question names, of what was reached rather than planned."""
    sides = _SIDES.search(fold(question.standalone))
    if sides is None:
        return None
    found = []
    for side in filter(None, sides.groups()):
        called = [n for n in numeric if not set(terms(side)).isdisjoint(terms(columns[n]))]
        found.append(min(called, key=lambda n: _BEFORE.search(columns[n]) is not None, default=None))
    first, last = found
    return None if first is None or last is None or first == last else (first, last)


def _in_one(e: Evidence, *, money: bool) -> tuple[Value, Value] | None:
    """The two values that one sentence says something changed from and to."""
    text = e.sentence.text
    if e.sentence.kind == "row":
        return None
    spans = [Span(q.start, q.end) for q in find_quantities(text) if not q.worded]
    said = (whole(e.sentence, None),)
    for place, span in enumerate(spans):
        if changed_from(text, span) and place + 1 < len(spans):
            new = spans[place + 1]
            return _values((text[span.start : span.end], said), (text[new.start : new.end], said))
    sums = [Span(q.start, q.end) for q in find_quantities(text) if not q.worded and q.money == money]
    against = (
        bool(_AGAINST.search(fold(text))) or says(text, "was so before") or any(is_over(text, span) for span in sums)
    )
    if len(sums) == 2 and against:
        one, other = sums
        return _values((text[one.start : one.end], said), (text[other.start : other.end], said))
    return None


def _values(one: tuple[str, tuple[Said, ...]], other: tuple[str, tuple[Said, ...]]) -> tuple[Value, Value] | None:
    numbers = [parsed(written) for written, _ in (one, other)]
    if numbers[0] is None or numbers[1] is None or numbers[0] == numbers[1]:
        return None
    return Value(numbers[0], *one), Value(numbers[1], *other)
