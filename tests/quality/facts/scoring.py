"""`python -m tests.quality.facts.scoring [--show]`: precision and recall of the extractors, by kind of fact.

A found fact is right when it is about the same thing as a fact a person wrote down (the same office holder, the same
agreement …) and nothing in it is contradicted or unknown there. A fact that was written down is found when the right ones
about the same thing say all of it. Long and short forms that the annotation gives for one organisation are the same name.
"""

import re
import sys
from collections import Counter
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from tests.quality.facts.annotated import ONLY, SETS, read_set
from vectorstore import fold, words

EXACT = {"what", "state", "act", "relation", "virtual", "quantity", "participants", "countries", "number"}
"""Compared as they stand, as are dates; other fields by their words. The `what` of a commitment is in words."""
CHECKED = {
    "event": (
        "start_date",
        "end_date",
        "former_date",
        "state",
        "title",
        "venue",
        "participants",
        "countries",
        "programme",
    ),
    "person": ("role", "organisation", "act", "replaced", "until_date", "from_date", "state"),
    "organisation": ("abbreviation", "other_name", "relation"),
    "programme": ("definition", "sector", "since_date", "name", "acronym"),
    "agreement": (
        "parties",
        "signed_date",
        "valid_until",
        "renewed_until",
        "planned_date",
        "replaces",
        "duration",
        "state",
    ),
    "commitment": ("who", "due_date", "former_date", "done_date", "responsible", "state", "to"),
    "figure": ("unit", "counts", "by", "to", "place", "former", "state"),
    "participation": ("who", "role", "number", "from_date", "state"),
    "row": (),
}
"""What must not be contradicted."""
STRICT = {
    "start_date",
    "end_date",
    "former_date",
    "signed_date",
    "valid_until",
    "renewed_until",
    "planned_date",
    "replaced",
}
STRICT |= {
    "replaces",
    "due_date",
    "done_date",
    "act",
    "by",
    "place",
    "until_date",
    "abbreviation",
    "other_name",
    "former",
}
"""What must be written down if it is found."""
LIGHT = {
    "venue",
    "participants",
    "countries",
    "programme",
    "virtual",
    "honorific",
    "parties@event",
    "number",
    "former@figure",
}
"""What need not be found for its fact to count as found; `@` limits to a kind."""
ALIKE = 78
"""Least `token_set_ratio` (rapidfuzz, 0 to 100) of two texts that say the same."""


_TITLE = re.compile(r"^(?:m|mr|mrs|ms|mme|dr|prof|السيد|السيده|الدكتور|الدكتوره)\.?\s+(?=\S)")


@dataclass
class Score:
    """How many facts of one kind were found and right."""

    found: int = 0
    right: int = 0
    said: int = 0
    met: int = 0
    wrong: list = field(default_factory=list)
    missed: list = field(default_factory=list)

    @property
    def precision(self):
        return self.right / self.found if self.found else None

    @property
    def recall(self):
        return self.met / self.said if self.said else None


class Judge:
    """Compares facts of one document."""

    def __init__(self, said):
        self._alias = {}
        for one in said:
            if one.kind == "organisation":
                names = [one.fields[n] for n in ("name", "abbreviation", "other_name") if n in one.fields]
                for name in names:
                    self._alias.setdefault(fold(name), fold(names[0]))

    def same(self, kind, name, mine, theirs):
        """Whether two values of a field say the same."""
        if name.endswith(("_date", "_until")) or (name in EXACT and not (kind == "commitment" and name == "what")):
            return bare(mine) == bare(theirs)
        if name == "parties":
            ours, others = mine.split("; "), theirs.split("; ")
            return all(any(self.alike(a, b) for b in others) for a in ours) and (
                len(ours) < 2 or all(any(self.alike(a, b) for a in ours) for b in others)
            )
        return self.alike(mine, theirs)

    def alike(self, mine, theirs):
        mine, theirs = (self._alias.get(fold(text), _TITLE.sub("", fold(text))) for text in (mine, theirs))
        return mine == theirs or fuzz.token_set_ratio(" ".join(words(mine)), " ".join(words(theirs))) >= ALIKE

    def about(self, kind, said, found):
        """Whether two facts are about the same thing."""

        def shared(*names):
            return any(n in said and n in found and self.same(kind, n, said[n], found[n]) for n in names)

        match kind:
            case "event":
                return shared("what") and shared("start_date", "former_date")
            case "person":
                return shared("name")
            case "organisation":
                return shared("name", "abbreviation")
            case "programme":
                return shared("acronym", "name")
            case "agreement":
                return shared("what") and shared(
                    "signed_date", "parties", "valid_until", "renewed_until", "planned_date"
                )
            case "commitment":
                return shared("what")
            case "figure":
                placed = "place" not in said or shared("place")
                return shared("quantity") and placed and ("counts" not in said or shared("counts", "by"))
            case "participation":
                return shared("who") and ("in" not in said or shared("in"))
            case _:
                return all(found.get(f"col:{n}") and self.alike(said[n], found[f"col:{n}"]) for n in said)

    def right(self, kind, found, known):
        """Whether everything a found fact says is known of that thing."""
        for name in CHECKED[kind]:
            if name not in found:
                continue
            saying = [one for one in known if name in one]
            if name == "state" and self._state(kind, found, known):
                continue
            if name == "relation" and found[name] != "renamed":
                continue
            if saying and not any(self.same(kind, name, one[name], found[name]) for one in saying):
                return False
            if not saying and name in STRICT:
                return False
        return True

    def _state(self, kind, found, known):
        """States that say no more than other fields do, or less than they could."""
        state = found["state"]
        if kind == "event":
            return state == "mentioned" or (state == "postponed" and any("former_date" in one for one in known))
        if kind == "person":
            named = [one.get("state") for one in known if not found.get("role") or "role" in one]
            return state in named or (state in ("current", "appointed") and bool(named))
        return kind == "figure"

    def covers(self, kind, said, found):
        """Whether right facts about a thing say all that was written down; for a person one of them must."""
        needed = {n: v for n, v in said.items() if n not in LIGHT and f"{n}@{kind}" not in LIGHT}
        groups = [[one] for one in found] if kind in ("person", "participation") else [found]
        return any(all(self._said(kind, n, v, group) for n, v in needed.items()) for group in groups if group)

    def _said(self, kind, name, value, found):
        if kind == "row":
            return True
        if kind == "event" and name == "state" and value in ("held", "planned"):
            return True  # judged by `right`
        if kind == "person" and name == "state" and value == "appointed":
            return True
        if kind == "organisation" and name in ("abbreviation", "other_name"):
            return any(
                self.alike(value, one.get(other, ""))
                for one in found
                for other in ("abbreviation", "other_name", "name")
            )
        if kind == "programme" and name in ("definition", "sector", "name"):
            return any(
                self.alike(value, one.get(other, "")) for one in found for other in ("definition", "sector", "name")
            )
        return any(name in one and self.same(kind, name, value, one[name]) for one in found)


def bare(value):
    return " ".join(words(value))


def score(annotated, kinds=tuple(CHECKED)):
    """The score of each of some kinds of fact over some documents."""
    scores = {kind: Score() for kind in kinds}
    for one in annotated:
        judge = Judge(one.said)
        for kind, total in scores.items():
            said = [s for s in one.said if s.kind == kind]
            facts = [{n: v for n, v in f.fields.items() if v} for f in one.found if f.kind == kind]
            good = []
            for fact in facts:
                known = [s.fields for s in said if judge.about(kind, s.fields, fact)]
                if known and judge.right(kind, fact, known):
                    good.append(fact)
                else:
                    total.wrong.append((one.document.path, fact))
            total.found += len(facts)
            total.right += len(good)
            for s in said:
                if s.required:
                    met = judge.covers(kind, s.fields, [f for f in good if judge.about(kind, s.fields, f)])
                    total.said += 1
                    total.met += met
                    if not met:
                        total.missed.append((one.document.path, s.fields))
    return scores


def overall(scores):
    """Precision and recall over all kinds but table rows, which are many and easy."""
    counted = [s for kind, s in scores.items() if kind != "row"]
    return sum(s.right for s in counted) / sum(s.found for s in counted), sum(s.met for s in counted) / sum(
        s.said for s in counted
    )


def table(name, scores):
    """Precision and recall as lines of text."""
    lines = [f"{name}\n{'kind':15}{'found':>7}{'precision':>11}{'written':>9}{'recall':>8}"]
    for kind, s in scores.items():
        figures = (f"{f:.3f}" if f is not None else "-" for f in (s.precision, s.recall))
        precision, recall = figures
        lines.append(f"{kind:15}{s.found:7}{precision:>11}{s.said:9}{recall:>8}")
    precision, recall = overall(scores)
    lines.append(f"{'all but rows':15}{'':7}{precision:11.3f}{'':9}{recall:8.3f}")
    return "\n".join(lines)


def main(arguments):
    for name in SETS:
        annotated = read_set(name)
        scores = score(annotated, ONLY.get(name, tuple(CHECKED)))
        print(table(name, scores), "\n")
        if "--show" in arguments:
            for kind, s in scores.items():
                for what, listed in (("WRONG", s.wrong), ("missed", s.missed)):
                    for path, fields in listed:
                        print(f"{what} {kind} {path}\n      {fields}")
            print(Counter(path for s in scores.values() for path, _ in s.missed))


if __name__ == "__main__":
    main(sys.argv[1:])
