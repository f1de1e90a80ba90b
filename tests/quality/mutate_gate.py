"""Puts errors into honest answers and counts how many the gate stops: `python -m tests.quality.mutate_gate`.

Honest answers are the blessed extractive ones of both archives and the paraphrases in `paraphrases.jsonl`, written by hand
in three languages. Every error is put in by a rule that knows nothing of the gate.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.evaluation.store import read_run
from assistant.gate import bound, objection
from assistant.understand import question_language
from assistant.values import Citation, Statement
from tests.quality.archives import HERE, SETS
from vectorstore import find_dates, say_date

KINDS = ("a swapped name", "a day added", "another document's quote", "glued fragments")
"""The kinds the figure in QUALITY.md is about; the others are shown beside them."""
_ARABIC = re.compile(r"[\u0620-\u064a]")
_NAME = re.compile(
    r"(?<![\w.] )(?<!^)(?<!['’])\b[A-ZÀ-Þ][\w'’-]+(?: (?:of |de |d')?[A-ZÀ-Þ][\w'’-]+)*|\b[A-Z][A-Za-z]*-[A-Z]\w+"
)
_ARABIC_NAME = re.compile(
    r"(?:(?<=السيد )|(?<=السيدة )|(?<=المهندس )|(?<=المهندسة )|(?<=الأستاذ ))[\u0620-\u064a]+(?: بن)? [\u0620-\u064a]+|(?<=الدكتورة )[\u0620-\u064a]+"
    r"|\b(?:زاهرة|هالفورا|بنمارا|أورلون|تمريت|صبرانة|ألمينا|ميرستات|ميزان)\b"
)
_NOT_NAMES = re.compile(r"(?:Mr|Ms|Mrs|Dr|Mme|M|Prof|USD|Date|Lieu|Venue)\.?$")
_UNITS = {
    "USD": "EUR",
    "dollars": "euros",
    "euros": "dollars",
    "دولار": "يورو",
    "years": "months",
    "ans": "mois",
    "weeks": "days",
}
_UNITS |= {
    "per cent": "points",
    "days'": "weeks'",
    "kilogrammes": "tonnes",
    "participants": "countries",
    "semaines": "jours",
}
_NEGATED = (
    (r"\b(was|were|is|are|has|have|had|will|can)\b", r"\1 not"),
    (r"\b(a|ont|est|sont|sera)\b(?! \d)", r"n'\1 pas"),
    (r"^(?=[\u0620-\u064a])", "لم يحدث أن "),
)


@dataclass(frozen=True)
class Said:
    """A sentence of an answer, the words it cites, and the question."""

    text: str
    quotes: tuple[str, ...]
    document: str
    asked: str = ""

    @property
    def language(self) -> str:
        """Of the words cited."""
        return question_language(self.quotes[0])


def extractive() -> list[Said]:
    """Every statement of the blessed answers that stands for itself, each once."""
    found: dict[str, Said] = {}
    for _, _, baseline in SETS.values():
        for result in read_run(baseline).results:
            quotes = {c.number: c for c in result.answer.citations}
            for statement in result.answer.statements if result.answer.table is None else ():
                cited = [quotes[number] for number in statement.citations]
                said = Said(statement.text, tuple(c.quote for c in cited), cited[0].document, result.case.question)
                found.setdefault(statement.text, said)
    return list(found.values())


def paraphrases() -> list[Said]:
    """Honest sentences in other words than their source."""
    lines = (HERE / "paraphrases.jsonl").read_text(encoding="utf-8").splitlines()
    return [Said(e["said"], (e["quote"],), e["document"], e["asked"]) for e in map(json.loads, lines)]


def mutants(honest: Sequence[Said]) -> dict[str, list[Said]]:
    """Wrong versions of honest sentences, by kind of error."""
    names = sorted({name for said in honest for name in _names(said.text)})
    found: dict[str, list[Said]] = {}
    rules: dict[str, Callable[[Said, random.Random], str | Said | None]] = {
        "a swapped name": lambda said, chance: _name_swapped(said, names, chance),
        "a day added": lambda said, _: _day_added(said),
        "another document's quote": lambda said, chance: _other_quote(said, honest, chance),
        "glued fragments": lambda said, chance: _glued(said, honest, chance),
        "two names exchanged": lambda said, _: _exchanged(said),
        "a number raised": lambda said, _: _raised(said),
        "another unit": lambda said, _: _other_unit(said),
        "a negation": lambda said, _: _negated(said),
    }
    for kind, rule in rules.items():
        for said in honest:
            wrong = rule(said, random.Random(said.text))
            if isinstance(wrong, str):
                wrong = replace(said, text=wrong)
            if wrong is not None and wrong != said:
                found.setdefault(kind, []).append(wrong)
    return found


def stopped(said: Said) -> bool:
    """Whether the gate for a model's wording objects."""
    return objection(said.text, said.quotes, asked=said.asked) is not None


def stopped_word_for_word(said: Said) -> bool:
    """Whether the gate for extractive answers drops it."""
    texts = {str(place): quote for place, quote in enumerate(said.quotes, 1)}
    citations = [Citation(int(n), n, "", None, None, 0, len(quote), quote) for n, quote in texts.items()]
    return bound([Statement(said.text, tuple(c.number for c in citations))], citations, texts.__getitem__)[0] == ()


def _names(text: str) -> Iterator[str]:
    pattern = _ARABIC_NAME if _ARABIC.search(text) else _NAME
    for match in pattern.finditer(text):
        if not _NOT_NAMES.search(match.group()) and not find_dates(f"1 {match.group()} 2020")[0].month:
            yield match.group()


def _name_swapped(said: Said, names: Sequence[str], chance: random.Random) -> str | None:
    own = list(_names(said.text))
    arabic = bool(_ARABIC.search(said.text))
    shown = " ".join(said.quotes).casefold()
    others = [
        n for n in names if bool(_ARABIC.search(n)) == arabic and n.casefold() not in shown and n not in said.text
    ]
    return said.text.replace(chance.choice(own), chance.choice(others)) if own and others else None


def _day_added(said: Said) -> str | None:
    dates = [found for found in find_dates(said.text) if found.day and found.month]
    if not dates:
        return None
    found = dates[-1]
    language = "ar" if _ARABIC.search(said.text) else "fr" if "é" in said.text or " le " in said.text else "en"
    later = found.day % 28 + 1
    day = say_date(f"{found.year or 2024}-{found.month:02d}-{later:02d}", None, language)
    written = day if found.year else day.rsplit(" ", 1)[0]
    return said.text[: found.start] + written + said.text[found.end :]


def _other_quote(said: Said, honest: Sequence[Said], chance: random.Random) -> Said | None:
    others = [other for other in honest if other.document != said.document and said.text not in other.quotes[0]]
    return replace(said, quotes=chance.choice(others).quotes)


def _glued(said: Said, honest: Sequence[Said], chance: random.Random) -> Said | None:
    """The beginning of one sentence and the end of another, citing both."""
    others = [
        other
        for other in honest
        if other.document != said.document and other.language == said.language and len(other.text.split()) > 5
    ]
    if len(said.text.split()) <= 5 or not others:
        return None
    other = chance.choice(others)
    mine, theirs = said.text.split(), other.text.split()
    text = " ".join([*mine[: len(mine) // 2], *theirs[len(theirs) // 2 :]])
    return replace(said, text=text, quotes=(*said.quotes, *other.quotes))


def _exchanged(said: Said) -> str | None:
    own = list(dict.fromkeys(_names(said.text)))
    if (
        len(own) < 2 or own[0] in own[1] or own[1] in own[0] or re.search(r", |،", said.text)
    ):  # in a list it is no error
        return None
    return said.text.replace(own[0], "\0").replace(own[1], own[0]).replace("\0", own[1])


def _raised(said: Said) -> str | None:
    taken = [(found.start, found.end) for found in find_dates(said.text)]
    free = [
        m for m in re.finditer(r"(?<![\w.,])\d+(?![\w])", said.text) if not any(a <= m.start() < b for a, b in taken)
    ]
    if not free:
        return None
    return said.text[: free[0].start()] + str(int(free[0].group()) + 1) + said.text[free[0].end() :]


def _other_unit(said: Said) -> str | None:
    for unit, other in _UNITS.items():
        changed = re.sub(rf"(?<=\d ){unit}\b|\b{unit}(?= \d)", other, said.text, count=1)
        if changed != said.text:
            return changed
    return None


def _negated(said: Said) -> str | None:
    arabic = bool(_ARABIC.search(said.text))
    french = bool(re.search(r"\b(?:le|la|les|des|du|une)\b", said.text))
    pattern, by = _NEGATED[2 if arabic else 1 if french else 0]
    changed = re.sub(pattern, by, said.text, count=1)
    already = re.search(r"\bnot\b|\bpas\b|\bneither\b", said.text)
    return None if changed == said.text or already else changed


def main() -> None:
    """Print what is stopped and what is not."""
    word_for_word, reworded = extractive(), paraphrases()
    for title, honest, stops in (
        ("extractive answers, word for word", word_for_word, stopped_word_for_word),
        ("a model's wording: paraphrases", reworded, stopped),
        ("a model's wording: extractive answers", word_for_word, stopped),
    ):
        wrongly = [said for said in honest if stops(said)]
        print(f"{title}: {len(wrongly)} of {len(honest)} honest ones stopped")
        for kind, wrong in mutants(honest).items():
            passed = [said for said in wrong if not stops(said)]
            print(f"  {kind:<28}{len(wrong) - len(passed):>4} of {len(wrong):>4} caught")
            for said in passed[:6]:
                print(f"      passed: {said.text[:170]}  ⟵  {said.quotes[0][:170]}")


if __name__ == "__main__":
    main()
