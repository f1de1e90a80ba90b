"""Takes from a question what is only said to whoever answers: "hello, could you kindly check …, many thanks"."""

from __future__ import annotations

import re

from vectorstore import fold

GREETINGS = {
    "en": r"(?:hi|hello|hey|good (?:morning|afternoon|evening|day))(?: (?:there|all|sanad|everyone))?",
    "fr": r"(?:salut|bonjour|bonsoir)(?: (?:a tous|sanad))?",
    "ar": r"(?:مرحبا|اهلا|السلام عليكم|صباح الخير|مساء الخير)(?: (?:بكم?|وسهلا|ورحمه الله(?: وبركاته)?))?",
}
"""What greets whoever answers, folded, by language."""
_GREETING = "|".join(
    [
        *GREETINGS.values(),
        r"dear (?:all|colleagues?|team|sirs?|madam)|cher(?:e|s|es)? (?:collegues?|tous)|تحيه طيبه|سلام عليكم(?: ورحمه الله(?: وبركاته)?)?",
    ]
)
_TO_WHOM = r"(?: (?:all|everyone|everybody|there|team|colleagues|a tous|a toutes|جميعا))?"
_PLEASE = (
    r"please|kindly|pls|plz|if possible|thanks|thank you|many thanks|s'il (?:vous|te) plait|svp|stp|si possible|merci"
    r"|من فضلك(?:م)?|لو سمحت(?:م|ي)?|رجاء|اذا امكن|شكرا"
)
_THANKS = (
    rf"(?:{_PLEASE})(?: (?:in advance|a lot|so much|very much|d'avance|beaucoup|bien|جزيلا|لكم?|مسبقا|سلفا))*"
    r"|مع (?:ال)?شكر(?: (?:الجزيل|مسبقا))?"
)
_ASKING = (
    r"who|whom|whose|what|which|when|where|why|how|the|our|qui|que?|ce que|quel\w*|quand|ou|pourquoi|comment|combien"
)
_NOT_IF = r"(?! (?:me|us|know|for|whether|if|si|s'il|اذا|ان)\b)"
"""Without "could you tell me", "whether it was signed" is no longer a question."""
_REQUEST = "|".join(
    (
        # English
        r"(?:could|can|would|will) (?:you|someone|anyone|anybody)(?: (?:please|kindly|possibly))* "
        rf"(?:tell|remind|give|show|send|check|confirm|look up|find(?: out)?|let)(?: (?:me|us))?(?: know)?(?: for (?:me|us))?{_NOT_IF}",
        rf"(?:(?:do|does) (?:you|we|anyone|anybody)(?: happen to)? know|any idea)(?= (?:{_ASKING})\b)",
        rf"(?:i|we)(?:'d| would)? (?:need|want|like)(?: to (?:know|check|find out))?(?= (?:{_ASKING})\b)",
        rf"(?:i am |i'm )?(?:wondering|trying to find out)(?= (?:{_ASKING})\b)|remind (?:me|us)(?: of)?",
        # French
        r"(?:pourriez|pouvez|pourrais|peux)-(?:vous|tu)(?: (?:me|nous))? "
        rf"(?:dire|rappeler|indiquer|preciser|verifier|confirmer|donner|communiquer){_NOT_IF}",
        rf"merci de (?:bien vouloir )?(?:me |nous |m'|vous )?(?:dire|rappeler|indiquer|preciser|confirmer|donner){_NOT_IF}",
        r"(?:j'aurais|j'ai|nous aurions|nous avons|on a) besoin (?:de (?:savoir|connaitre)|du|de la|des|d'une?)",
        r"(?:il me (?:faut|faudrait)|je (?:cherche|voudrais|souhaiterais|souhaite))(?: (?:savoir|connaitre))?",
        rf"(?:est-ce qu'on sait|sait-on|on sait)(?= (?:{_ASKING})\b)|rappel(?:ez|le)-(?:moi|nous)",
        # Arabic
        r"(?:هل )?(?:ممكن|بامكانك(?:م)?|يمكنك(?:م)?)(?: ان)? (?:تخبر(?:ني|وني|ونا)|تقول(?:ي|وا)? ?لي|تذكر(?:ني|وني)|اعرف|نعرف)",
        r"(?:اود|اريد|نود|نريد|بدي|بدنا|احتاج|عايز|محتاج)(?: ان)?(?: الي)? (?:اعرف|معرفه|نعرف|السوال عن|الاستفسار عن)",
        r"(?:ارجو|الرجاء|يرجي|نرجو) (?:افادت[يى]|افادتنا|اخباري|اعلامي|اعلامنا)(?: ب)?",
    )
)
_OPENS = re.compile(rf"\W*(?:(?:{_GREETING}){_TO_WHOM}|{_REQUEST}|{_THANKS})(?:\b|(?<=[ ']))[\s,.!،:–-]*(?=\w)")
_CLOSES = re.compile(rf"[\s,;.!،؛–-]+(?:{_THANKS})(?P<rest>\W*)$")


def without_courtesy(text: str) -> str:
    """A question without greeting, request and thanks, where two words or more are left of it.

    Folding may change the length of a text; it is then left as it is.
    """
    folded = fold(text).replace("’", "'")
    if len(folded) != len(text):
        return text
    start, end = 0, len(text)
    while (opens := _OPENS.match(folded, start, end)) and _says_more(folded[opens.end() : end]):
        start = opens.end()
    asked = ""
    while (closes := _CLOSES.search(folded, start, end)) and _says_more(folded[start : closes.start()]):
        asked = asked or "".join(sign for sign in closes["rest"] if sign in "?؟")
        end = closes.start()
    return text[start:end] + (asked if end < len(text) and text[end - 1] not in "?؟" else "")


def _says_more(rest: str) -> bool:
    return len(rest.split()) > 1
