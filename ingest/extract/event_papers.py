"""Papers, tasks and time limits that belong to an event, and are none."""

from __future__ import annotations

import re

from ingest.extract.plain import Plain

_PAPERS = (
    r"lists?|drafts?|reports?|minutes|agendas?|notes?|invitations?|letters?|budgets?|summar(?:y|ies)|materials?|speakers?|photos?|certificates?|registrations?|translations?|slides|recordings?|call"
    r"|liste|projet|rapport|proces-verbal|compte[- ]rendu|ordre du jour|invitation|lettre|resume|support|intervenants|traduction|inscriptions?|attestations?"
)
_NO_EVENT = re.compile(
    rf"deadline|date limite|closing date|opening of (?:the )?(?:\w+ )?(?:call|applications)|\bcalls? for \w|\bappels? (?:a|aux) \w|الموعد النهايي|^(?:(?:the|le|la|les|final|first) )*(?:{_PAPERS})\b(?! meeting| workshop| course)"
    rf"|\b(?:meeting|workshop|course|webinar|forum|conference|session|seminar)(?:'s)? (?:{_PAPERS})\b"
    r"|^(?:send|prepare|submit|share|circulate|confirm|invite|review|finali[sz]e|translate|update|publish|book|collect|announce|envoyer|preparer|transmettre|soumettre|diffuser|confirmer|inviter|relire|finaliser|traduire|publier|reserver|ecrire)\b"
    r"|^(?:قائمه|مسوده|تقرير|محضر|دعوه|رساله|ميزانيه|ملخص|ارسال|اعداد|مراجعه|تحديث|ترجمه|نشر|تاكيد|حجز)(?!\w)"
)


def is_no_event(title: str) -> bool:
    """Whether what is listed is a list of speakers, an invitation to send or the like, not the event itself."""
    return bool(_NO_EVENT.search(Plain.of(title).text))
