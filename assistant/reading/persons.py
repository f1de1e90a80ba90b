"""The words for people, whatever they are called."""

from __future__ import annotations

from vectorstore import terms

_WORDS = (
    "people person persons participant participants attendee attendees trainee trainees member members woman women man men lady ladies official officials delegate delegates staff "
    "personne personnes participants participantes stagiaire stagiaires femme femmes homme hommes agent agents délégué délégués inscrit inscrits "
    "شخص شخصا أشخاص مشارك مشاركا مشاركين مشاركون متدرب متدربا متدربين امرأة نساء سيدة رجل رجال موظف موظفا موظفين عضو أعضاء"
)
_CAME = (
    "people person persons participant participants attendee attendees trainee trainees delegate delegates official officials "
    "personne personnes stagiaire stagiaires délégué délégués inscrit inscrits شخص شخصا أشخاص مشارك مشاركا مشاركين مشاركون متدرب متدربا متدربين"
)
PEOPLE_WHO_CAME = frozenset(stem for word in _CAME.split() for stem in terms(word)[:1])
"""Stems of the words for those who came to something, any of which may be said for any other."""
PERSONS = frozenset(stem for word in _WORDS.split() for stem in terms(word)[:1])
"""Stems of the words for people in three languages."""
