"""Shares are told from other numbers."""

import pytest

from vectorstore import tells_share


@pytest.mark.parametrize(
    "text",
    [
        "12 % of the seats",
        "12٪ من المقاعد",
        "a third, or 33 per cent",
        "cinq pour cent des frais",
        "نسبة 40 في المئة",
        "عشرون بالمائة",
    ],
)
def test_a_share_in_a_hundred_is_told(text):
    assert tells_share(text)


@pytest.mark.parametrize("text", ["12 of the seats", "per centre, two seats", "مئة مشارك", "في المدينة"])
def test_another_number_is_no_share(text):
    assert not tells_share(text)
