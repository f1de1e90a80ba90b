"""Questions after the holder of a post, and whether a text gives somebody that post."""

from __future__ import annotations

import re

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
    "ambassador governor dean rector commissioner head focal"
)
_NOT_THE_HEAD = re.compile(r"\b(?:chief|head)\s+(?!of\b|for\b|at\b|the\b|executive\b|and\b)[a-z]")
"""A "chief economist" is an economist."""
_HEADS = frozenset(stem for word in ("head", "chef", "رئيس") for stem in terms(word))
"""The head of a body may be its director, its chair or its president."""
_BEFORE = 40
"""Characters before a name where its post may stand: "the Director, Ms. …"."""


def asked_post(question: Question) -> frozenset[str]:
    """The stems of the post whose holder is asked for; none where the question asks for no holder of a post."""
    match = _ASKS.search(fold(question.text))
    named = question.text if names_somebody(question.text) else ""
    said = next((part for part in match.groups() if part), "") if match else named
    posts = {stem for word in _POSTS.split() for stem in terms(word)}
    posts |= {same for stem in posts for same in same_concept(stem)}
    asked = frozenset(stem for word in words(said) for stem in terms(word)[:1] if stem in posts)
    heads = {"head", *same_concept("head")} | {"president", *same_concept("president")}
    return asked | heads if asked & _HEADS else asked


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
