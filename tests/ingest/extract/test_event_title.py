import pytest

from ingest.extract.event_title import called, place_alone
from ingest.extract.event_words import kind_of


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("– Fourteenth session", "Fourteenth session"),
        ("visite de pairs pourrait avoir lieu", "visite de pairs"),
        ("visite de pairs envisagée pour", "visite de pairs"),
        ("course on tides is planned for", "course on tides"),
        ("Planning of scheduled dredging", "Planning of scheduled dredging"),
        ("atelier sur les coûts prévus", "atelier sur les coûts prévus"),
        ("—", None),
        (None, None),
    ],
)
def test_an_event_is_called_by_its_name_alone(said, title):
    assert called(said) == title


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("LCTM/C.14/AM — Rabat", "Rabat"),
        ("المكان والتاريخ: الرباط، المملكة المغربية", "الرباط، المملكة المغربية"),
        ("Place and date: Olan", "Olan"),
        ("Corvan, Hall A/B", "Corvan, Hall A/B"),
        ("Olan", "Olan"),
    ],
)
def test_a_place_stands_alone(said, place):
    assert place_alone(said) == place


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("الدورة الثانية حول شهادات المنشأ", "course"),
        ("الدورة الثالثة لإعداد المدربين", "course"),
        ("الدورة الثالثة لمجلس الإدارة", "session"),
        ("الدورة الثامنة عشرة", "session"),
    ],
)
def test_an_arabic_course_of_a_number_is_told_from_a_session_by_what_it_is_about(said, kind):
    assert kind_of(said) == kind
