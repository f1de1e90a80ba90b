"""The assistant's own words, in the three languages. Everything else it says is quoted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from assistant.understand import Task
from assistant.values import Reason
from vectorstore import say_date

Courtesy = Literal["welcome", "thanks"]
"""What is said back to a greeting or a question what to ask, and to thanks."""

_REFUSALS: dict[str, dict[Reason, str]] = {
    "en": {
        "not_in_documents": "The documents do not say.",
        "unknown_name": "The documents do not mention {name}.",
        "outside_dates": "The documents cover {first} to {last}; they do not reach {name}.",
        "unread_document": "The documents that could be read do not say; {name} may, but it could not be read.",
        "unclear": "Please ask in a few more words what you would like to know.",
    },
    "fr": {
        "not_in_documents": "Les documents ne le disent pas.",
        "unknown_name": "Les documents ne mentionnent pas {name}.",
        "outside_dates": "Les documents couvrent la période de {first} à {last} ; ils ne vont pas jusqu'à {name}.",
        "unread_document": "Les documents lus ne le disent pas ; {name} le dit peut-être, mais ce fichier n'a pas pu être lu.",
        "unclear": "Précisez en quelques mots ce que vous aimeriez savoir.",
    },
    "ar": {
        "not_in_documents": "لا تذكر الوثائق ذلك.",
        "unknown_name": "لا تذكر الوثائق {name}.",
        "outside_dates": "تغطي الوثائق الفترة من {first} إلى {last} ولا تشمل {name}.",
        "unread_document": "لا تذكر الوثائق المقروءة ذلك؛ وقد يذكره الملف {name} لكن تعذرت قراءته.",
        "unclear": "يرجى توضيح السؤال بكلمات أكثر.",
    },
}


_NEAR_MISSES: dict[str, dict[Literal["time", "name"], str]] = {
    "en": {
        "time": "The documents do not say this for {asked}; for {instead} they do: “{quote}” [1]",
        "name": "The documents do not say this of {asked}; the nearest they say is: “{quote}” [1]",
    },
    "fr": {
        "time": "Les documents ne le disent pas pour {asked} ; pour {instead}, ils disent : « {quote} » [1]",
        "name": "Les documents ne le disent pas de {asked} ; le plus proche est : « {quote} » [1]",
    },
    "ar": {
        "time": "لا تذكر الوثائق ذلك عن عام {asked}؛ أما عن عام {instead} فتقول: «{quote}» [1]",
        "name": "لا تذكر الوثائق ذلك عن {asked}؛ وأقرب ما تذكره: «{quote}» [1]",
    },
}
_SCRIPT = "Please ask in English, French or Arabic. · Posez votre question en français, en anglais ou en arabe. · يرجى طرح السؤال بالعربية أو الإنجليزية أو الفرنسية."
_WHICH = {
    "en": "Which one do you mean: {choices}?",
    "fr": "De quel document s'agit-il : {choices} ?",
    "ar": "أيها تقصد: {choices}؟",
}
_COURTESIES: dict[Courtesy, dict[str, str]] = {
    "welcome": {
        "en": "Hello. I answer questions about the documents of this archive, with the exact words behind every statement. Ask who, when, where, how many or what was agreed, or for a list: “Which meetings took place in 2024?”",
        "fr": "Bonjour. Je réponds aux questions sur les documents de ces archives, avec les mots exacts derrière chaque réponse. Demandez qui, quand, où, combien, ce qui a été convenu, ou une liste : « Quelles réunions ont eu lieu en 2024 ? »",
        "ar": "أهلاً. أجيب عن الأسئلة المتعلقة بوثائق هذا الأرشيف، مع الكلمات الحرفية التي يستند إليها كل جواب. اسأل: من، متى، أين، كم، ما الذي اتُّفق عليه، أو اطلب قائمة: «ما الاجتماعات التي عُقدت في عام 2024؟»",
    },
    "thanks": {
        "en": "You are welcome. Ask the next question whenever you like.",
        "fr": "Avec plaisir. Posez la question suivante quand vous voulez.",
        "ar": "على الرحب والسعة. اطرح سؤالك التالي متى شئت.",
    },
}
_TOLD_IN = {
    "en": "No list of this is on record; it is told of in {n} document(s), each passage in the table:",
    "fr": "Aucune liste n'en est enregistrée ; {n} document(s) en parlent, chaque passage est dans le tableau :",
    "ar": "لا توجد قائمة مسجلة بذلك؛ وعدد الوثائق التي تتحدث عنه {n}، وفقراتها في الجدول:",
}
_ALSO_IN = {
    "en": "What may belong to it, too, is in the table, from {n} document(s).",
    "fr": "Ce qui peut en faire partie aussi est dans le tableau, tiré de {n} document(s).",
    "ar": "وما قد يكون منه أيضا في الجدول، من وثائق عددها {n}.",
}
_NEAREST_IN = {
    "en": "No document surely tells all of this; what comes nearest, from {n} document(s), is in the table:",
    "fr": "Aucun document ne le dit avec certitude ; ce qui s'en approche le plus, tiré de {n} document(s), est dans le tableau :",
    "ar": "لا توجد وثيقة تقول ذلك كله بيقين؛ وأقرب ما فيها، من وثائق عددها {n}، في الجدول:",
}
_PASSAGES = {
    "en": ("Document", "Date", "Words"),
    "fr": ("Document", "Date", "Texte"),
    "ar": ("الوثيقة", "التاريخ", "النص"),
}
_QUOTES = {"en": ("“", "”"), "fr": ("« ", " »"), "ar": ("«", "»")}
_OR = {"en": " or ", "fr": " ou ", "ar": " أو "}


def other_script() -> str:
    """Which languages are understood, in each of them."""
    return _SCRIPT


def courtesy(said: Courtesy, language: str) -> str:
    """What is said back where nothing was asked of the documents."""
    return _COURTESIES[said].get(language, _COURTESIES[said]["en"])


def which(language: str, choices: Sequence[tuple[str, str | None]]) -> str:
    """A question back, with what may be meant.

    Args:
        language: Of the question.
        choices: The title and the ISO date of each document that may be.
    """
    opens, closes = _QUOTES.get(language, _QUOTES["en"])
    days = [f" ({say_date(date, None, language)})" if date else "" for _, date in choices]
    named = [f"{opens}{title}{closes}{day}" for (title, _), day in zip(choices, days, strict=True)]
    joined = ", ".join(named[:-1]) + _OR.get(language, _OR["en"]) + named[-1]
    return _WHICH.get(language, _WHICH["en"]).format(choices=joined)


def near_miss(language: str, differs: Literal["time", "name"], *, asked: str, instead: str, quote: str) -> str:
    """What the documents say instead of what is asked, in their own words; the passage is shown first."""
    wording = _NEAR_MISSES.get(language, _NEAR_MISSES["en"])[differs]
    return wording.format(asked=asked, instead=instead, quote=quote)


def refusal(language: str, reason: Reason, **parts: str) -> str:
    """One sentence that says why there is no answer."""
    return _REFUSALS.get(language, _REFUSALS["en"])[reason].format(**parts)


_UNITS = {
    "en": {"day": ("day", "days"), "week": ("week", "weeks"), "month": ("month", "months"), "year": ("year", "years")},
    "fr": {"day": ("jour", "jours"), "week": ("semaine", "semaines"), "month": ("mois", "mois"), "year": ("an", "ans")},
    "ar": {"day": ("يوم", "يومًا"), "week": ("أسبوع", "أسبوعًا"), "month": ("شهر", "شهرًا"), "year": ("سنة", "سنة")},
}
_APART = {
    "en": "{number} {unit}: from {first} to {last}.",
    "fr": "{number} {unit} : du {first} au {last}.",
    "ar": "{number} {unit}: من {first} إلى {last}.",
}
_BEFORE = {
    "first": {
        "en": "First: {one} ({value}); then: {other} ({less}).",
        "fr": "D'abord : {one} ({value}) ; ensuite : {other} ({less}).",
        "ar": "الأسبق: {one} ({value})؛ ثم: {other} ({less}).",
    },
    "last": {
        "en": "Later: {one} ({value}); earlier: {other} ({less}).",
        "fr": "Plus tard : {one} ({value}) ; plus tôt : {other} ({less}).",
        "ar": "اللاحق: {one} ({value})؛ والأسبق: {other} ({less}).",
    },
    "more": {
        "en": "More: {one} ({value}); less: {other} ({less}).",
        "fr": "Plus : {one} ({value}) ; moins : {other} ({less}).",
        "ar": "الأكثر: {one} ({value})؛ والأقل: {other} ({less}).",
    },
    "less": {
        "en": "Less: {one} ({value}); more: {other} ({less}).",
        "fr": "Moins : {one} ({value}) ; plus : {other} ({less}).",
        "ar": "الأقل: {one} ({value})؛ والأكثر: {other} ({less}).",
    },
}
_DIFFERENCE = {
    "en": "Difference: {number} ({value} and {less}).",
    "fr": "Différence : {number} ({value} et {less}).",
    "ar": "الفرق: {number} ({value} و{less}).",
}


def apart(language: str, number: int, unit: str, first: str, last: str) -> str:
    """How far two days lie apart."""
    one, many = _UNITS.get(language, _UNITS["en"])[unit]
    wording = _APART.get(language, _APART["en"])
    return wording.format(number=number, unit=one if number == 1 else many, first=first, last=last)


def ranked(
    language: str, form: Literal["first", "last", "more", "less"], one: str, value: str, other: str, less: str
) -> str:
    """Which of two things is the one asked for, with the value of both."""
    wording = _BEFORE[form].get(language, _BEFORE[form]["en"])
    return wording.format(one=one, value=value, other=other, less=less)


def difference(language: str, number: str, value: str, less: str) -> str:
    """By how much two values differ."""
    return _DIFFERENCE.get(language, _DIFFERENCE["en"]).format(number=number, value=value, less=less)


def told_in(language: str, documents: int, *, alone: bool, unsure: bool = False) -> str:
    """In how many documents something is told of; `alone` where nothing else is said of it, `unsure` where it may be of something else."""
    said = (_NEAREST_IN if unsure else _TOLD_IN) if alone else _ALSO_IN
    return said.get(language, said["en"]).format(n=documents)


_ALSO_TOLD = {
    "en": "Rows added in the words of the documents, not on record: {n}.",
    "fr": "Lignes ajoutées dans les mots des documents, non enregistrées : {n}.",
    "ar": "صفوف مضافة بكلمات الوثائق وغير مسجلة: {n}.",
}


def also_told(language: str, rows: int) -> str:
    """How many rows of a list of the register are the words of documents."""
    return _ALSO_TOLD.get(language, _ALSO_TOLD["en"]).format(n=rows)


def passage_columns(language: str) -> tuple[str, ...]:
    """The heads of the columns of a table of passages: document, date, words."""
    return _PASSAGES.get(language, _PASSAGES["en"])


_THINGS = {
    "en": ("Asked about", "What the documents say"),
    "fr": ("Demandé pour", "Ce que disent les documents"),
    "ar": ("المطلوب", "ما تقوله الوثائق"),
}


def thing_columns(language: str) -> tuple[str, ...]:
    """The heads of the columns of a table of things that the same is asked of."""
    return _THINGS.get(language, _THINGS["en"])


_NOT_DONE: dict[Task, dict[str, str]] = {
    "summary": {
        "en": "I do not write summaries; these are the main points of “{title}” in its own words:",
        "fr": "Je ne rédige pas de résumés ; voici les points principaux de « {title} », dans ses propres mots :",
        "ar": "لا أكتب ملخصات؛ وهذه أبرز نقاط «{title}» بكلماتها:",
    },
    "translation": {
        "en": "I do not translate; these are the main points of “{title}” in its own language:",
        "fr": "Je ne traduis pas ; voici les points principaux de « {title} », dans sa langue :",
        "ar": "لا أترجم؛ وهذه أبرز نقاط «{title}» بلغتها:",
    },
}


def not_done(language: str, task: Task, title: str) -> str:
    """That a document is not summed up or translated here, and what follows instead."""
    return _NOT_DONE[task].get(language, _NOT_DONE[task]["en"]).format(title=title)


_SINCE = {
    "en": "{number} documents and changes since {day}, the newest first:",
    "fr": "{number} documents et changements depuis le {day}, du plus récent au plus ancien :",
    "ar": "{number} من الوثائق والتغييرات منذ {day}، الأحدث أولاً:",
}
_SINCE_COLUMNS = {"en": ("Date", "What"), "fr": ("Date", "Quoi"), "ar": ("التاريخ", "ما الجديد")}
_WOMEN_COLUMNS = {
    "en": ("Name", "Shown by", "Role"),
    "fr": ("Nom", "Indiqué par", "Fonction"),
    "ar": ("الاسم", "يدل عليه", "الصفة"),
}
_UNTOLD = {
    "en": ("By the forms of address in the documents:", "Of these they do not tell: {names}."),
    "fr": ("D'après les formes d'adresse dans les documents :", "Ils ne le disent pas pour : {names}."),
    "ar": ("بحسب صيغ المخاطبة في الوثائق:", "ولا تبيّن ذلك بشأن: {names}."),
}
_UNTOLD_PART = {
    "en": "The documents do not say: “{part}”.",
    "fr": "Les documents ne disent pas : « {part} ».",
    "ar": "لا تذكر الوثائق: «{part}».",
}


def untold_part(language: str, part: str) -> str:
    """Which of several questions the documents do not answer."""
    return _UNTOLD_PART.get(language, _UNTOLD_PART["en"]).format(part=part)


def since(language: str, number: int, day: str) -> str:
    """How much is new since a day."""
    return _SINCE.get(language, _SINCE["en"]).format(number=number, day=day)


def since_columns(language: str) -> tuple[str, ...]:
    """The heads of the columns for what is new."""
    return _SINCE_COLUMNS.get(language, _SINCE_COLUMNS["en"])


def women_columns(language: str) -> tuple[str, ...]:
    """The heads of the columns for women and the words that show it."""
    return _WOMEN_COLUMNS.get(language, _WOMEN_COLUMNS["en"])


def untold(language: str, names: Sequence[str]) -> str:
    """What shows who is a woman, and of whom nothing does."""
    shown, others = _UNTOLD.get(language, _UNTOLD["en"])
    return f"{shown} {others.format(names=', '.join(names))}" if names else shown
