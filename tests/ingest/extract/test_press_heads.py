"""The event that a press note is about has the days and the place of its head, where those are the event's and not the paper's."""

import pytest

from tests.ingest.extract.written import facts


def own(*lines, **about):
    """The event that a document is about; None where it has none."""
    return next((one for one in facts("event", *lines, **about) if one.get("about_this_document")), None)


@pytest.mark.parametrize(
    ("title", "dateline", "first", "last", "venue"),
    [
        ("Sixth Annual Meeting of the Reef Network", "Lima & Cusco, Peru, 11-13 November 2019", "2019-11-11", "2019-11-13", "Lima & Cusco, Peru"),
        ("La 20e réunion du réseau des récifs", "Dakar, du 9 au 11 avril 2018.", "2018-04-09", "2018-04-11", "Dakar"),
        ("الاجتماع الأول للجنة الشعاب", "مسقط، الاثنين 30 يوليو 2018.", "2018-07-30", None, "مسقط"),
        ("الدورة الحادية عشرة لمجلس الشعاب", "تونس، نوفمبر 2025", "2025-11", None, "تونس"),
        ("Compte rendu - 2e réunion des experts", "Lieu et dates : Lomé, Hôtel Corail, 6 et 7 septembre 2017.", "2017-09-06", "2017-09-07", "Lomé, Hôtel Corail"),
    ],
)  # fmt: skip
def test_a_line_of_a_place_and_a_day_below_the_title_tells_when_and_where(title, dateline, first, last, venue):
    found = own(f"# {title}", dateline, "The members looked back at the work of the year and set out what comes next.")

    assert (found["start_date"], found.get("end_date"), found["venue"]) == (first, last, venue)


def test_the_first_sentence_tells_the_day_where_no_line_does():
    found = own(
        "# Governing Board of the Reef Centre: tenth meeting",
        "Suva, Fiji.",
        "On 25 April 2019 the ten members of the reef network sat down with the centre for the tenth meeting of its board.",
        date="2019-05-02",
    )

    assert (found["start_date"], found["venue"]) == ("2019-04-25", "Suva, Fiji")


@pytest.mark.parametrize(
    ("title", "said", "day"),
    [
        ("Reef Conference to be held in Lima", "The conference opens on 9 December at the old port.", "2025-12-09"),
        ("Reef Union to hold its 12th session in Khiva", "Khiva will host the 12th session of the union on 12 December 2025.", "2025-12-12"),
    ],
)  # fmt: skip
def test_the_day_above_a_note_of_what_is_to_come_is_that_of_the_note(title, said, day):
    found = own(f"# {title}", "8 December 2025", said)

    assert found is None or (found["start_date"], found["state"]) == (day, "planned")
    assert not any(
        one.get("start_date") == "2025-12-08" for one in facts("event", f"# {title}", "8 December 2025", said)
    )


def test_a_headline_is_not_the_name_of_its_event():
    found = own(
        "# World Reef Conference closes in Lima with a road map",
        "The Reef Union had organized it in the Peruvian capital between 6 and 16 June, and 40 countries were there.",
        date="2022-06-16",
    )

    assert (found["title"], found["start_date"], found["end_date"]) == (
        "World Reef Conference",
        "2022-06-06",
        "2022-06-16",
    )


def test_a_mail_without_an_address_is_still_a_mail():
    found = own(
        "# SECOND SESSION OF THE REEF COMMISSION",
        "From: Burt",
        "To: All posts",
        "Date: Tue, 09 Nov 1948",
        "The session was held in Suva.",
    )

    assert found is None


@pytest.mark.parametrize(
    "said",
    ["2e Forum : il n'aura pas lieu les 12 et 13 mai 2020 à Lomé.", "The second forum will not be held on 12 May 2020 in Lima."],
)  # fmt: skip
def test_what_will_not_be_on_a_day_is_called_off(said):
    (found,) = facts("event", "# News of the reef", said, date="2020-03-01")

    assert found["state"] in ("cancelled", "postponed")


def test_who_came_is_a_fact_of_the_words_that_say_so():
    from ingest.extract import extract
    from tests.ingest.extract.written import written

    document = written(
        "# Report of the Course on Reefs",
        "Date: 5-9 June 2023",
        "Venue: Lima",
        "The hall was warm.",
        "22 participants from 9 countries took part.",
    )
    came = [fact for fact in extract(document) if fact.fields.get("participants")]

    assert [(fact.fields["participants"], fact.fields["countries"], fact.quote) for fact in came] == [
        ("22", "9", "22 participants from 9 countries took part.")
    ]
