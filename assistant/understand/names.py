"""The names and codes in a question, in any script."""

from __future__ import annotations

import re

from assistant.concepts import is_known_name
from vectorstore import fold, terms

_NOT_NAMES_WORDS = (
    "mr mrs ms dr prof pr mme mlle madame monsieur january february march april may june july august september "
    "october november december janvier fevrier mars avril mai juin juillet aout septembre octobre novembre "
    "decembre monday tuesday wednesday thursday friday saturday sunday english french arabic"
)
_NOT_NAMES = frozenset(_NOT_NAMES_WORDS.split())
_NAME = re.compile(r"[^\W\d_][\w'’-]*")
_CODE = re.compile(
    r"\b(?=[\w/&-]*[A-Z])(?:[A-Z][A-Za-z]*[-/&]?)*[A-Z0-9]{2,}[\w-]*\b|\b[A-Za-z]+-[A-Z][\w-]*\b|\b[A-Z]{2,}\w*\b"
)
_ARABIC = re.compile(r"[\u0620-\u064a]")
_OF_A_COUNTRY = re.compile(r"[وفبلك]?ال\w+(?:ي|يه|ية|يين|يون)$")
"""An adjective made of a country's name."""
_ARABIC_BODY = re.compile(
    r"(?:^|\s)(?:ال|لل|بال)?(?:منظمة|وكالة|صندوق|بنك|اتحاد|مفوضية|رابطة|جمعية|مؤسسة|شركة|جامعة|معهد)((?:\s+و?ال\w{3,}){1,4})"
)
"""A body's long form: what it is, then words with the article. Arabic has no capitals to tell a name by."""


def is_code(word: str) -> bool:
    """Whether a word has the capitals or the hyphen of a code."""
    return bool(_CODE.fullmatch(word))


def names_in(text: str) -> list[str]:
    """Words that look like names: codes anywhere, capitalised words except the first of a sentence."""
    found = [match.group() for match in _CODE.finditer(text)]
    codes = "".join(found)
    for match in _NAME.finditer(text):
        word = match.group()
        before = text[: match.start()].rstrip()
        opens = not before or before[-1] in ".!?:؟"
        bare = re.sub(r"^(?:[dlDLjnsmtcJNSMTC]|[qQ]u)['’]", "", word)
        bare = re.sub(r"['’]s$", "", bare)
        if bare[:1].isupper() and not opens and len(bare) > 2 and bare not in codes and fold(bare) not in _NOT_NAMES:
            found.append(bare)
    return found


def bodies_in(text: str) -> list[str]:
    """Bodies named in a script without capitals, by a short name that is known or by a long form; others are found already."""
    short = [
        word
        for word in re.findall(r"[\w-]+", text)
        if _ARABIC.search(word) and not _OF_A_COUNTRY.match(word) and any(map(is_known_name, terms(word)))
    ]
    return [*short, *(match.group(1).strip() for match in _ARABIC_BODY.finditer(text))]
