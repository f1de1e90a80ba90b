import pytest

from vectorstore.dates import find_dates, has_month, rewrite_dates


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Date: 29 May 2024", "2024-05-29", "2024-05-29"),
        ("held on 21-24 November 2022 in", "2022-11-21", "2022-11-24"),
        ("from 16 to 20 June 2025", "2025-06-16", "2025-06-20"),
        ("from 30 May to 2 June 2024", "2024-05-30", "2024-06-02"),
        ("May 29, 2024", "2024-05-29", "2024-05-29"),
        ("du 4 au 7 décembre 2023", "2023-12-04", "2023-12-07"),
        ("avant le 1er mars 2024", "2024-03-01", "2024-03-01"),
        ("prévu en mars 2027", "2027-03", "2027-03"),
        ("التاريخ: ١٥ أكتوبر ٢٠٢٥", "2025-10-15", "2025-10-15"),
        ("20 كانون الثاني 2025", "2025-01-20", "2025-01-20"),
        ("2024-05-29", "2024-05-29", "2024-05-29"),
        ("on 12/03/2024", "2024-03-12", "2024-03-12"),
        ("on 05/29/2024", "2024-05-29", "2024-05-29"),
        ("from 12-13.06.2024", "2024-06-12", "2024-06-13"),
        ("June 30 – July 2, 2024", "2024-06-30", "2024-07-02"),
        ("issue no. 23\nMars 2022", "2022-03", "2022-03"),
        ("in 2023", "2023", "2023"),
    ],
)
def test_a_date_is_read_as_written(text, first, last):
    found = find_dates(text)

    assert [(d.iso, d.last_iso) for d in found] == [(first, last)]


@pytest.mark.parametrize(
    "text", ["31 June 2024 is no day", "reference DG/2024/311", "USD 1,340,000", "we may go", "2 400 tablettes"]
)
def test_what_is_no_date_is_not_taken_for_one(text):
    assert [d for d in find_dates(text) if d.precision == 3] == []


def test_a_day_without_a_year_is_kept_without_one():
    (found,) = find_dates("signed on 10 October.")

    assert (found.year, found.month, found.day, found.iso) == (None, 10, 10, None)


def test_the_place_of_a_date_is_exact():
    text = "The webinar moves to 9 July 2024 at noon."

    (found,) = find_dates(text)

    assert text[found.start : found.end] == "9 July 2024"


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("31 January 2026", "fr", "31 janvier 2026"),
        ("le 1er mars 2024", "en", "le 1 March 2024"),
        ("4-7 décembre 2023", "ar", "4-7 ديسمبر 2023"),
        ("30 May to 2 June 2024", "fr", "30 mai 2024 – 2 juin 2024"),
        ("no date here", "fr", "no date here"),
    ],
)
def test_a_date_can_be_written_in_another_language(text, language, expected):
    assert rewrite_dates(text, language) == expected


def test_a_month_is_seen_where_the_day_is_in_words():
    assert has_month("le huit octobre deux mille vingt-quatre")
    assert not has_month("le huit de ce mois")


@pytest.mark.parametrize(
    ("text", "written", "iso"),
    [
        (
            "Done on the seventeenth day of September two thousand and twenty-four, in two originals.",
            "the seventeenth day of September two thousand and twenty-four",
            "2024-09-17",
        ),
        (
            "La réunion est fixée au huit octobre deux mille vingt-quatre.",
            "huit octobre deux mille vingt-quatre",
            "2024-10-08",
        ),
        (
            "L’an deux mille vingt-quatre et le vingt-trois avril",
            "L’an deux mille vingt-quatre et le vingt-trois avril",
            "2024-04-23",
        ),
        ("تُطلق في 1 أيلول/سبتمبر 2025", "1 أيلول/سبتمبر 2025", "2025-09-01"),
        ("في آذار / مارس 2024", "آذار / مارس 2024", "2024-03"),
    ],
)
def test_dates_in_words_and_months_of_two_traditions_are_read(text, written, iso):
    (found,) = find_dates(text)

    assert (text[found.start : found.end], found.iso) == (written, iso)
