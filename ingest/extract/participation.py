"""Counts in sentences: how many of what, and in particular how many people from how many countries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.extract.plain import Plain

_SCALE = r"(?: (?:الف|الاف|مليون|million|millions|thousand|mille))"
_DIGITS = rf"\d{{1,4}}[.,]\d{{1,2}}{_SCALE}|(?:\d{{1,3}}(?:[ ,]\d{{3}})+(?!\d)|\d{{1,7}}(?![.,]?\d)){_SCALE}?"
_WORDS = (
    r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
    r"|(?:vingt|trente|quarante|cinquante|soixante)(?:-et-une?|-(?:deux|trois|quatre|cinq|six|sept|huit|neuf))?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix(?:-(?:sept|huit|neuf))?|onze|douze|treize|quatorze|quinze|seize"
    r"|ثلاثه?|اربعه?|خمسه?|سته?|سبعه?|ثماني?ه?|تسعه?|عشره?|عشرون|عشرين|ثلاثون|ثلاثين"
)
_NUMBER = rf"(?:{_DIGITS}|{_WORDS})"
_PEOPLE = (
    r"(?:participants?|attendees|trainees|delegates|officials|inspectors|experts|fellows|cadets|officers|statisticians|instructors|people|persons|women|men|assessors|trainers|students|teachers|representatives|delegations|applicants|candidates|farmers|hydrologists"
    r"|stagiaires?|personnes|femmes|hommes|delegues|delegations|hydrologues|inspecteurs|agents|cadres|formateurs|boursiers|statisticiens|candidats|representants|enseignants|eleves|مشاركا?|مشاركين|متدربا?|متدربين|خبيرا?|خبراء|موظفا?|مندوبا?|نساء|امراه|اسره|شخصا?)"
)
_COUNT = re.compile(
    rf"(?<![\w.,/-])(?P<people>{_NUMBER})(?: \(\d+\))? (?:(?!for |and |from |with |{_WORDS} )[a-z]{{3,14}} ){{0,2}}?{_PEOPLE}(?![\w])(?:[^.;]{{0,60}}?(?:from|of|de|d'|venus de|من|representing|issus de) (?:the )?(?P<countries>{_NUMBER}) (?:member )?(?:countries|pays|states|دول(?:ه)?))?"
)
_ARABIC_TOOK_PART = re.compile(
    rf"(?<!\w)و?(?:شارك|حضر|ضم|جمع)ت?(?: [\u0621-\u064a]+){{1,4}}? (?P<people>{_NUMBER}) [\u0621-\u064a]+(?:[^.;]{{0,60}}?(?:من) (?P<countries>{_NUMBER}) (?:دول(?:ه)?))?"
)
_THEY_CAME = re.compile(
    rf"^(?:they|these|ils|elles|وهم|جاووا)\b[^.;]{{0,40}}?(?:from|de|من) (?P<countries>{_NUMBER}) (?:member )?(?:countries|pays|states|دول(?:ه)?)"
)
_NOT_COUNTED = (
    r"(?!(?:hours?|minutes?|days?|weeks?|months?|years?|working|heures?|minutes?|jours?|journees|semaines?|mois|ans|annees|points?|utc|gmt|per|percent|pour|out|of|sur|to|and|or|et|ou|in|on|at|by|for|from|with|million|millions|billion|thousand|milliers?|am|pm|usd|eur|dollars?|euros?|d'euros|d'habitants|kilometres?|km|metres?|kg|as|degrees?"
    r"|january|february|march|april|may|june|july|august|september|october|november|december|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|a|the|les?|la|des|du|de|is|are|was|were|est|sont|has|have"
    r"|في|من|الي|علي|يناير|فبراير|مارس|ابريل|مايو|يونيو|يوليو|اغسطس|سبتمبر|اكتوبر|نوفمبر|ديسمبر|سنوات|سنه|عاما?|يوما?|ايام|ساعه|ساعات|دقيقه|الف|مليون|دولارا?|يورو|شهرا?|اشهر|مترا?|درجه)\b)"
)
_NOUN = rf"{_NOT_COUNTED}[a-z\u0621-\u064a][a-z'\u0621-\u064a-]+"
_GENERAL = re.compile(
    rf"(?<![\w.,/:-])(?P<number>{_DIGITS})(?: \(\d+\))? (?P<what>{_NOUN}(?: (?:(?:de|d'|des|of) ?)?{_NOUN}){{0,2}})"
)
_WORDED = re.compile(
    rf"(?<![\w.,/:-])(?P<number>{_WORDS}) (?P<what>(?:{_NOUN} )?(?:{_PEOPLE}|(?:member |pilot )?countries|pays(?: membres?)?|member states|دول(?:ه)?(?: اعضاء)?|programmes|centres|courses|workshops|activities|teams|formations|ateliers|equipes|دورات|فرق))(?!\w)"
)
_NUMBERED = re.compile(
    r"(?:\bno\.?|n°|numero|article|session|day|jour|room|salle|page|phase|annex|point|item|decision|decision|issue|reference|رقم|الماده|باب)\s*$"
)
_WHAT_ENDS = re.compile(
    r"\s(?:(?:that|which|who|have|has|had|were|was|are|is|will|took|take|from|in|on|at|by|for|with|and|or|than|as|during|under|per|now|so|since|until|up|down|out|off|over|avec|sans|sous|chez|depuis|pendant|because|before|after|did|does|do|not|who|in|each|avant|apres|chacune?|all|only|followed|attended|came|sont|ont|etaient|qui|dans|en|par|pour|sur|venus?|issus?|au|aux|a|et|ou|dont|autour|lors|من|في|الي|علي|التي|الذي|خلال|و[\u0621-\u064a]+|حسب|بعد|قبل|انتقلت|بقيمه|بمبلغ|قيمتها|حتي|مشاركت\w*|تم|تمت)\b.*)$"
)
_OF_NUMBER = re.compile(rf"\s(?:de|d'|of|من) ?(?:{_NUMBER})(?!\w).*$")
_LARGER = re.compile(
    r"(?:hundred|thousand|million)(?: and)? $|\b(?:cents?|mille|quatre-vingts?) $|(?:مءه|مايه|الف) و?$"
)
"""The number word before is part of a larger number."""
_PARTICIPLE = re.compile(r"[a-z]+[éÉ]e?s(?!\w)|\w+ed(?!\w)")
_MONEY = re.compile(r"(?:usd|eur|gbp|us\$|[$€£])\s?$")


@dataclass(frozen=True, slots=True)
class Count:
    """A number and what it counts, ending at `end` of the line."""

    start: int
    end: int
    quantity: str
    what: str


def participation(text: str) -> tuple[str | None, str | None]:
    """The number of participants and of countries in a sentence, as written; None for what it does not say."""
    plain = Plain.of(text)
    match = _ARABIC_TOOK_PART.search(plain.text) or _COUNT.search(plain.text)
    if match is None:
        return None, None
    people = text[slice(*plain.span(match, "people"))]
    countries = text[slice(*plain.span(match, "countries"))] if match["countries"] else None
    return people, countries


def countries_in(words: str) -> str | None:
    """The number of countries in a folded sentence that goes on about the participants."""
    match = _THEY_CAME.match(words)
    return match["countries"] if match else None


def counted(text: str, plain: Plain) -> Iterator[Count]:
    """Every number in digits with the noun it counts, and numbers in words that count people or countries."""
    for pattern in (_GENERAL, _WORDED):
        for match in pattern.finditer(plain.text):
            lead = plain.text[: match.start()][-14:]
            if _NUMBERED.search(lead) or _MONEY.search(lead) or _LARGER.search(lead):
                continue
            start, end = plain.span(match, "what")
            words = plain.text[match.start("what") : match.end("what")]
            stop = _OF_NUMBER.search(words + plain.text[match.end("what") :][:8]) or _WHAT_ENDS.search(words)
            if stop and stop.start() < len(words):
                end = plain.place(match.start("what") + stop.start())
            what = text[start:end].strip()
            number = text[slice(*plain.span(match, "number"))]
            year = len(number) == 4 and number[:2] in ("19", "20") and number.isdigit()
            if what and not year and _plural(what, number) and not _PARTICIPLE.fullmatch(what):
                yield Count(plain.span(match)[0], end, number, what)


def _plural(what: str, number: str) -> bool:
    """Whether the words can be a counted noun: a plural, or anything in Arabic."""
    folded = Plain.of(what).text
    if "\u0621" <= folded[0] <= "\u064a":
        return True
    return number == "1" or any(word.endswith(("s", "x", "people", "men", "women", "staff")) for word in folded.split())
