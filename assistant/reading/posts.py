"""Questions after the holder of a post, and whether a text gives somebody that post."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.concepts import same_concept
from assistant.reading.matching import Matcher
from assistant.understand import Question, names_somebody
from vectorstore import Person, fold, terms, words

_ASKS = re.compile(
    r"\bwho(?:'s| is| was| are| were| became| serves? as| served as| acts? as)\s+(?:currently |now )?(?:(?:the|our|its|their|a|an) )?(?P<en>[\w' -]{3,45}?)(?: (?:of|for|at|in)\b|\W*$)"
    r"|\bqui (?:est|etait|a ete|fut)\s+(?:actuellement )?(?:(?:le|la|notre|leur) |l')?(?P<fr>[\w' -]{3,45}?)(?: (?:de|du|des|a|au|pour)\b| d'|\W*$)"
    r"|^\W*و?من (?:هو |هي |كان |كانت )?(?P<ar>\w{3,}(?: \w+)?)"
)
_POSTS = (
    "director president chair secretary minister coordinator manager moderator rapporteur treasurer librarian accountant "
    "ambassador governor dean rector commissioner head focal expert trainer instructor lecturer consultant interpreter"
)
_NOT_THE_HEAD = re.compile(r"\b(?:chief|head)\s+(?!of\b|for\b|at\b|the\b|executive\b|and\b)[a-z]")
"""A "chief economist" is an economist."""
_HEADS = frozenset(stem for word in ("head", "chef", "رئيس") for stem in terms(word))
"""The head of a body may be its director, its chair or its president."""
_IS = re.compile(
    r"(?:^|[,;:.]|\band\b|\bet\b) *(?:\d+(?:\.\d+)* )?(?:the |le |la |l')?(?P<post>[^,;:.]{3,60}?) (?:is|was|are|were|est|etait|sont|هو|هي)\s*$"
)
_BEFORE = 40
"""Characters before a name where its post may stand: "the Director, Ms. …"."""


def asked_post(question: Question) -> frozenset[str]:
    """The stems of the post whose holder is asked for; none where the question asks for no holder of a post."""
    match = _ASKS.search(fold(question.text))
    named = question.text if names_somebody(question.text) else ""
    said = next((part for part in match.groups() if part), "") if match else named
    asked = frozenset(stem for word in words(said) for stem in terms(word)[:1] if stem in _posts())
    heads = {"head", *same_concept("head")} | {"president", *same_concept("president")}
    return asked | heads if asked & _HEADS else asked


@lru_cache(maxsize=1)
def _posts() -> frozenset[str]:
    """The stems of every post, in three languages."""
    posts = {stem for word in _POSTS.split() for stem in terms(word)}
    return frozenset(posts.union(*(same_concept(stem) for stem in posts)))


def given_post(person: Person, text: str) -> bool:
    """Whether a sentence says right before somebody's name that it is that of the holder of some post: "the Secretary is Mr …"."""
    said = _IS.search(fold(text[: person.start]))
    return said is not None and not _posts().isdisjoint(terms(said["post"]))


def holds_post(post: frozenset[str], person: Person, text: str, above: str, matcher: Matcher) -> bool:
    """Whether a text gives somebody a post: in their role, right before their name, or in what stands above.

    Args:
        post: Stems that name it.
        person: Somebody in the text.
        text: Where they stand.
        above: The heading or the columns over it.
        matcher: Knows other words for the same.
    """
    around = text[max(0, person.start - _BEFORE) : person.role_end + _BEFORE] if len(text) > _BEFORE else text
    said = set(terms(_NOT_THE_HEAD.sub(" ", fold(f"{above} | {around}"))))
    return any(
        (matcher.worth(stem, said) if stem in matcher.same else stem in said) or not said.isdisjoint(same_concept(stem))
        for stem in post
    )
