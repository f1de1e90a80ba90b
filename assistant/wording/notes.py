"""What is said of the wording of an answer, in the three languages."""

from __future__ import annotations

_KEPT: dict[str, dict[str, str]] = {
    "en": {
        "timeout": "The language model did not answer within {seconds} s.",
        "unreachable": "The language model could not be reached.",
        "busy": "The language model is busy.",
        "failed": "The language model reported an error.",
        "cut": "The language model's answer was cut off.",
        "unusable": "The language model gave nothing that could be used.",
        "unbacked": "What the language model wrote is not borne by the sources, or left out what they say.",
        "resting": "The language model failed several times and is left alone for a minute.",
        "stands": "This is the answer in the documents' own words.",
    },
    "fr": {
        "timeout": "Le modèle de langue n'a pas répondu en {seconds} s.",
        "unreachable": "Le modèle de langue n'a pas pu être joint.",
        "busy": "Le modèle de langue est occupé.",
        "failed": "Le modèle de langue a signalé une erreur.",
        "cut": "La réponse du modèle de langue a été interrompue.",
        "unusable": "Le modèle de langue n'a rien donné d'utilisable.",
        "unbacked": "Ce qu'a écrit le modèle de langue n'est pas fondé sur les sources ou omet ce qu'elles disent.",
        "resting": "Le modèle de langue a échoué plusieurs fois ; il n'est pas sollicité pendant une minute.",
        "stands": "Voici la réponse dans les mots des documents.",
    },
    "ar": {
        "timeout": "لم يُجب النموذج اللغوي خلال {seconds} ث.",
        "unreachable": "تعذّر الوصول إلى النموذج اللغوي.",
        "busy": "النموذج اللغوي مشغول.",
        "failed": "أبلغ النموذج اللغوي عن خطأ.",
        "cut": "انقطعت إجابة النموذج اللغوي.",
        "unusable": "لم يقدّم النموذج اللغوي ما يمكن استعماله.",
        "unbacked": "ما كتبه النموذج اللغوي لا تسنده المصادر أو يغفل ما تقوله.",
        "resting": "أخفق النموذج اللغوي عدة مرات، ولن يُستعمل لمدة دقيقة.",
        "stands": "هذه هي الإجابة بكلمات الوثائق نفسها.",
    },
}
_WORDED = {
    "en": "Worded by a language model; each sentence was checked against its source.",
    "fr": "Rédigé par un modèle de langue ; chaque phrase a été vérifiée avec sa source.",
    "ar": "صاغها نموذج لغوي، وجرى التحقق من كل جملة في مصدرها.",
}
_LEFT_OUT = {
    "en": "{n} that the sources do not bear left out.",
    "fr": "Phrases non fondées laissées de côté : {n}.",
    "ar": "الجمل التي لا تسندها المصادر وحُذفت: {n}.",
}


def kept_note(language: str, why: str, seconds: float) -> str:
    """Why the answer stands in the words of the documents."""
    said = _KEPT.get(language, _KEPT["en"])
    return f"{said[why].format(seconds=f'{seconds:g}')} {said['stands']}"


def worded_note(language: str, left_out: int) -> str:
    """That a language model worded the answer, and how many of its sentences were left out."""
    known = language if language in _WORDED else "en"
    return " ".join([_WORDED[known], *([_LEFT_OUT[known].format(n=left_out)] if left_out else [])])
