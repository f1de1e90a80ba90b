"""The labelled lines at the head of a report: `Date: …`, `Venue | …`."""

from __future__ import annotations

from collections.abc import Sequence

from vectorstore import Block, fold

_HEADER_BLOCKS = 14
"""A header stands among the first blocks; later `Date:` lines speak of something else."""
_LABEL_LENGTH = 40

_LABELS: dict[str, frozenset[str]] = {
    "date": frozenset(
        [
            "date",
            "dates",
            "meeting date",
            "date of the meeting",
            "date and time",
            "when",
            "held on",
            "day",
            "period",
            "date of issue",
            "updated",
            "last updated",
            "dates and place",
            "date and place",
            "place and date",
            "date and venue",
            "lieu et date",
            "date et lieu",
            "المكان والتاريخ",
            "التاريخ والمكان",
            "الزمان والمكان",
            "date de la reunion",
            "reunion du",
            "seance du",
            "session du",
            "jour",
            "periode",
            "mise a jour",
            "date et heure",
            "fait le",
            "التاريخ",
            "تاريخ الاجتماع",
            "تاريخ الانعقاد",
            "بتاريخ",
            "الموعد",
            "التاريخ والوقت",
            "زمان الانعقاد",
            "الفترة",
            "تاريخ الإصدار",
            "تاريخ التحديث",
        ]
    ),
    "venue": frozenset(
        [
            "venue",
            "place",
            "location",
            "where",
            "place of the meeting",
            "venue of the meeting",
            "lieu",
            "lieu de la reunion",
            "endroit",
            "المكان",
            "مكان الاجتماع",
            "مكان الانعقاد",
            "الموقع",
            "مقر الاجتماع",
        ]
    ),
    "kind": frozenset(["type", "document type", "kind", "type de document", "nature", "نوع الوثيقة", "النوع"]),
    "title": frozenset(["title", "course", "course title", "title of the course", "intitule", "titre", "العنوان"]),
    "subject": frozenset(["subject", "re", "objet", "sujet", "الموضوع"]),
}
_LABEL_OF = {fold(label): name for name, labels in _LABELS.items() for label in labels}


def header_fields(text: str, blocks: Sequence[Block]) -> dict[str, str]:
    """The labelled lines at the head of a report, by what they mean; the first of each counts."""
    fields: dict[str, str] = {}
    for block in blocks[:_HEADER_BLOCKS]:
        label, separator, value = text[block.start : block.end].partition(":")
        if not separator or len(label) > _LABEL_LENGTH or not value.strip():
            label, separator, value = text[block.start : block.end].partition(" | ")
        meaning = _LABEL_OF.get(" ".join(fold(label).split()))
        if separator and meaning and value.strip():
            fields.setdefault(meaning, value.strip())
    return fields
