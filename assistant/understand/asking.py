"""Where in a question the asking is done: its asking words, the part that has them, and the noun of one without."""

from __future__ import annotations

import re

from vectorstore import fold

_WORDS = (
    r"(?:who|whom|whose|what|which|when|where|why|how|qui|que|quoi|quel\w*|les?quel\w*|laquelle|quand|ou|pourquoi|comment|combien"
    r"|ما|ماذا|من|متي|اين|كم|كيف|لماذا|هل|اي|ليش|مين|شو|ايش|عم|عما)"
)
_ASKS = re.compile(
    r"\b(?:what|which|who|whom|when|where|why|how|quel\w*|qui|quand|ou|pourquoi|comment|combien|que|quoi)\b|\bو?(?:ما|ماذا|من|متي|اين|كم|كيف|لماذا)\b"
)
_BEFORE = r"(?:(?:and|but|so|also|then|et|mais|alors|puis)\s+)?(?:(?:in|on|at|by|to|for|from|of|with|until|up to|under|during|a|de|en|dans|sur|par|pour|avec|chez|jusqu'a|depuis|في|علي|الي|عن|مع|حتي|منذ)\s+)?[وفبل]?"
_OPENS = re.compile(rf"\W*{_BEFORE}{_WORDS}\b")
_BREAK = re.compile(r"\s*[:;؛]\s+|\s+[–—-]\s+|[,،]\s+|[.?!؟]\s+(?=\S)")
_POLITE = re.compile(
    r"^\W*(?:please\b[\s,]*|(?:can|could|would) you (?:please )?(?:tell|give|show|say)(?: me| us)?\s+|(?:do you )?(?:know|tell me|give me|i (?:would like|want|need) to know)\s+(?=(?:who|what|which|when|where|why|how)\b)"
    r"|(?:pouvez|pourriez|peux|pourrais)-(?:vous|tu)(?: s'il vous plait)? (?:me |nous )?(?:dire|donner|indiquer)\s+|(?:dites|dis|donnez|donne|indiquez)-(?:moi|nous)\s+|je (?:voudrais|veux|cherche|souhaite)(?: a)?(?: (?:savoir|connaitre))?\s+|من فضلك[\s،]*|(?:اريد|احتاج|ابحث عن|اود)(?: ان اعرف| معرفه)?\s+)"
)
_ROLE = (
    r"(?:director|head|chief|coordinator|chair(?:man|woman|person)?|president|secretary|focal point|contact|liaison|trainer|instructor|lecturer|tutor|supervisor|librarian|auditor|rapporteur|representative"
    r"|signatory|author|interpreter|translator|minister|ambassador|mayor|treasurer|manager|deputy|successor|predecessor|winner|speaker|moderator"
    r"|directeur|directrice|chef|cheffe|coordonnateur|coordonnatrice|coordinateur|coordinatrice|presidente?|secretaire|point focal|formateur|formatrice|tuteur|tutrice|bibliothecaire|rapporteure?|representante?"
    r"|signataire|auteur|ministre|ambassadeur|maire|responsable|personne|successeur|predecesseur|laureate?|intervenante?|moderateur|moderatrice"
    r"|(?:ال|لل)?(?:مدير|رييس|منسق|امين|مدرب|سكرتير|وزير|سفير|ممثل|مسوول|مسيول|محاضر|مشرف|متحدث|ضابط|نقطه)ه?)"
)
_NAME_OF = re.compile(
    rf"(?:\bnames? of (?:the |an? )?|\bnom d(?:e |u |e la |e l')|\bcomment s'appell\w+ (?:le |la |l')?|\b(?:ما )?اسم )(?:[\w'-]+ ){{0,2}}?{_ROLE}\b|\b{_ROLE}\W+(?:the |his |her |son |sa )?(?:name|nom)\b|: (?:name|nom) of its"
)
_HEAD = re.compile(
    rf"\W*(?:(?:the|our|new|current|present|former|acting|le|la|l'|notre|nouveau|nouvelle)\s+)*(?:[\w'-]+ ){{0,2}}?{_ROLE}(?=\W*$|\s+(?:of|for|in|at|to|since|until|now|de|du|des|d'|a|au|en|pour|depuis|actuel\w*|في|ل\w+|عن|لدي)\b)"
)

_OFTEN_SWAPPED = (
    "when where which what many combien quand comment pourquoi quelle quelles deadline speaker speakers keynote moderates moderator "
    "budget amount number average telephone email acronym"
)
_BY_LETTERS = {(word[0], "".join(sorted(word))): word for word in _OFTEN_SWAPPED.split()}


def righted(text: str) -> str:
    """A question whose asking words have no two letters swapped: "comiben" is combien."""
    return re.sub(r"[^\W\d_]{4,}", lambda found: _unswapped(found.group()), text)


def _unswapped(word: str) -> str:
    meant = _BY_LETTERS.get((word[:1], "".join(sorted(word))), word)
    differing = [place for place, (a, b) in enumerate(zip(word, meant, strict=True)) if a != b]
    return meant if len(differing) == 2 and differing[1] == differing[0] + 1 else word


def asks(text: str) -> bool:
    """Whether a question has an asking word of its own."""
    return bool(_ASKS.search(fold(text)))


def asking_part(text: str) -> str:
    """A question from the part on that opens with an asking word, where that is not its beginning; else without its courtesy."""
    at = [0, *(found.end() for found in _BREAK.finditer(text))]
    for start in at:
        if _OPENS.match(fold(text[start:])):
            return text[start:]
    folded = fold(text)
    polite = _POLITE.match(folded)
    rest = text[polite.end() :] if polite else text
    return rest if polite and fold(rest) == folded[polite.end() :] else text


def names_somebody(text: str) -> bool:
    """Whether a question asks by a noun alone for whoever holds a post: "name of the tutor", "Port Fellows, current coordinator?"."""
    folded = fold(text)
    pieces = [piece for piece in _BREAK.split(folded) if piece.strip()]
    return bool(_NAME_OF.search(folded)) or any(_HEAD.match(piece) for piece in {*pieces[-1:], *pieces[:1]})
