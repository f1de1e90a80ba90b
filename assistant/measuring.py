"""What one report says of what it reports: how many came, how many of them women, what it cost, what mark it got."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.breath import FindIn
from assistant.bridging import Embed
from assistant.reading.draft import Said
from assistant.reading.evidence import Evidence
from assistant.reading.fitting import TOTAL
from assistant.reading.itemise import names_of, row_said
from assistant.reading.matching import Matcher
from assistant.reading.showing import whole
from assistant.somebody import MatcherOf
from assistant.understand import Question, understand
from vectorstore import DocumentInfo, StoredSentence, find_quantities, fold, terms

Kind = Literal["women", "people", "countries", "money", "mark"]
_CELLS = " | "
_KINDS: tuple[tuple[Kind, str, str], ...] = (
    (
        "women",
        r"\b(?:wom[ae]n|females?|femmes?|participantes)\b|نساء?\b|سيدات",
        r"\b(?:wom[ae]n|females?|femmes?|participantes)\b|نساء?\b|نسا\b|سيدات|امراه",
    ),
    ("countries", r"\b(?:countries|pays|nations)\b|\bدول\b|\bبلدان", r"\b(?:countries|pays)\b|\bدول\w*"),
    (
        "money",
        r"cost|expens|cheap|dear|price|spen[dt]|cout|cher|depens|تكلف|كلف|ارخص|اغلي|انفق",
        r"cost|total|expen|spent|cout|montant|depens|تكلف|كلف|المجموع",
    ),
    (
        "mark",
        r"\b(?:marks?|scores?|ratings?|rate (?:their|the|this|that|our)|rated|satisf\w+|note[es]?|notation|evaluat\w*|appreci\w*)\b|تقييم|درج[هت]|رضا",
        r"mark|score|rating|rated|gave it|satisf|note|evaluat|تقييم|درج|رضا|منح",
    ),
    (
        "people",
        r"\b(?:people|persons?|participants?|trainees?|attend\w*|drew|crowd\w*|turnout|public|monde|personnes|stagiaires|inscrits|gens|larger|larges?t?|big\w*|small\w*|inspectors?|cadets?|fellows?|students?|delegates?|experts?|visitors?)\b|مشارك|متدرب|حضور|حضر|اكبر|اصغر",
        r"\b(?:people|persons?|participants?|trainees?|attend\w*|personnes|stagiaires|inspect\w+|cadets?|fellows?|delegates?|experts?|specialistes|hydrolog\w+|officials|fonctionnaires|boursiers|specialists|effectif)\b|مشارك|متدرب|حاضر|خبير|شخص|مقيم|المجموع",
    ),
)
"""Each kind of measure: what asks for it, and what stands beside it where a report gives it."""
_ASKED: dict[Kind, dict[str, str]] = {
    "people": {
        "en": "How many participants attended?",
        "fr": "Combien de participants ?",
        "ar": "كم عدد المشاركين؟",
    },
    "women": {"en": "How many women took part?", "fr": "Combien de femmes ?", "ar": "كم عدد النساء؟"},
    "countries": {"en": "From how many countries?", "fr": "De combien de pays ?", "ar": "من كم دولة؟"},
    "money": {"en": "What was the total cost?", "fr": "Quel est le coût total ?", "ar": "كم بلغت التكلفة الإجمالية؟"},
    "mark": {
        "en": "What was the satisfaction score?",
        "fr": "Quelle est la note moyenne de satisfaction ?",
        "ar": "ما متوسط تقييم المشاركين؟",
    },
}
_MARK = re.compile(r"(?P<value>\d+(?:[.,]\d+)?)\s?(?:/|of|out of|sur|من)\s?(?:5|10|20|100)\b")
_COVERED, _AHEAD = 0.6, 0.04
"""Share of a description that a report must be about, and how far it must be ahead of the next."""
_WITHIN = 0.5
"""What a word of a description is worth in the passages of a report."""
_REPORTS = 6


@dataclass(frozen=True, slots=True)
class Measured:
    """A value of a report, as it is written, and the sentence that gives it."""

    written: str
    said: tuple[Said, ...]
    document: str


@dataclass(frozen=True)
class Measurer:
    """Finds the report that is described, and a measure in it."""

    embed: Embed
    find: FindIn
    matcher: MatcherOf
    about: Callable[[str], DocumentInfo]
    of: Callable[[str], Sequence[StoredSentence]]
    """The sentences of a document, in order."""

    def measured(self, kind: Kind, side: str, question: Question) -> Measured | None:
        """A measure of what is described; None where no one report is about it or none gives it."""
        for document in self.reports(side, question):
            found = self._in(document, kind, question)
            if found is not None:
                return found
        return None

    def reports(self, side: str, question: Question) -> list[str]:
        """The reports that a description is of, the surest first; none where it fits several or none."""
        part = understand(side, (), question.as_of)
        found = self.find(part, self.embed(part.standalone), None)
        matcher = self.matcher(part)
        read: dict[str, list[Evidence]] = {}
        for e in found:
            read.setdefault(e.sentence.document, []).append(e)
        ranked = sorted(
            ((self._covers(part, matcher, document, seen), document) for document, seen in read.items()),
            key=lambda one: -one[0],
        )[:_REPORTS]
        if not ranked or ranked[0][0] < _COVERED:
            return []
        best = ranked[0][0]
        close = [document for covers, document in ranked if covers >= best - _AHEAD]
        return sorted(close, key=lambda document: self.about(document).date or "", reverse=True)

    def _covers(self, part: Question, matcher: Matcher, document: str, seen: Sequence[Evidence]) -> float:
        """How far a report is about a description, by its title, name, place and date, and by what it says."""
        info = self.about(document)
        date = info.date or ""
        head = [info.title, re.sub(r"[/._-]", " ", document), info.venue or "", info.date_text or "", date[:4]]
        said = " ".join(e.sentence.text for e in seen)
        about, own = frozenset(terms(" ".join(head))), [term for term in part.own_terms if term in matcher.weight]
        named = {t for name in part.names for t in terms(name)} | {
            str(found.year) for found in part.dates if found.year
        }
        if not all(matcher.worth(term, about) for term in named if term in matcher.same):
            return 0.0  # it speaks of it, but of others too
        return matcher.share(own, [(about, 1.0), (frozenset(terms(said)), _WITHIN)])

    def _in(self, document: str, kind: Kind, question: Question) -> Measured | None:
        """A measure in one report: from the total of its table, or from the sentence that gives it."""
        beside = next(re.compile(said) for one, _, said in _KINDS if one == kind)
        sentences = self.of(document)
        rows = (s for s in sentences if s.kind == "row" and TOTAL.match(fold(s.text)))
        total = next((found for row in rows if (found := _of_total(row, kind, beside))), None)
        if total is not None:
            shown = row_said(total[1], names_of(total[1], sentences))
            return Measured(total[0], (Said(total[0], (total[1],)), shown), document)
        asked = understand(_ASKED[kind].get(question.language, _ASKED[kind]["en"]), (), question.as_of)
        telling = self.find(asked, self.embed(asked.standalone), document)
        written = next(
            (w for e in telling if e.sentence.kind != "heading" and (w := _written(e.sentence.text, kind, beside))),
            None,
        )
        if written is None:
            return None
        sentence = next(e.sentence for e in telling if _written(e.sentence.text, kind, beside) == written)
        return Measured(written, (Said(written, (sentence,)), whole(sentence, None)), document)


def beside_measure(kind: Kind, text: str) -> bool:
    """Whether a text, as the name of a column, speaks of a measure."""
    return any(re.search(said, fold(text)) for one, _, said in _KINDS if one == kind)


def measure(text: str) -> Kind | None:
    """What a question measures; None where it does not say."""
    folded = fold(text)
    return next((kind for kind, asked, _ in _KINDS if re.search(asked, folded)), None)


def _of_total(row: StoredSentence, kind: Kind, beside: re.Pattern[str]) -> tuple[str, StoredSentence] | None:
    """The cell of a row of totals whose column gives a measure; of money, the only sum of a table of sums."""
    cells = row.text.split(_CELLS)
    columns = [fold(column) for column in row.columns[: len(cells)]]
    numeric = [
        place for place, cell in enumerate(cells) if place and re.fullmatch(r"[\d\s.,\u202f\u00a0]+", cell.strip())
    ]
    women = re.compile(_KINDS[0][2])
    for place in numeric:
        if place >= len(columns):
            continue
        counts = bool(beside.search(columns[place])) and (kind == "women" or not women.search(columns[place]))
        sums = (kind == "money" and any(q.money for q in find_quantities(f"{row.columns[place]} 1,000"))) or (
            kind == "money" and re.search(r"usd|eur|dollar|euro|amount|montant|مبلغ", columns[place])
        )
        if counts or sums:
            return cells[place].strip(), row
    return None


def _written(text: str, kind: Kind, beside: re.Pattern[str]) -> str | None:
    """A measure as a sentence gives it; None where it gives none of the kind."""
    folded = fold(text)
    if kind == "mark":
        found = _MARK.search(text)
        return found["value"] if found and beside.search(folded) else None
    for quantity in find_quantities(text):
        if kind == "money":
            if quantity.money and beside.search(folded):
                return text[quantity.start : quantity.end]
        elif not quantity.money and beside.search(fold(text[quantity.start : quantity.end + 25])):
            return text[quantity.start : quantity.end]
    return None
