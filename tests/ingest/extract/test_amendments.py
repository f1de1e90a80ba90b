"""What amendments change, and agreements that only a press note tells of."""

from ingest.extract import extract
from tests.ingest.extract.written import facts, some, written


def test_an_amendment_renews_the_agreement_it_names():
    amendment = written(
        "# AMENDMENT No. 1 TO THE MEMORANDUM OF UNDERSTANDING OF 18 MARCH 2022",
        "between",
        "THE CENTRE FOR TRADE",
        "and",
        "THE HARBOUR FUND",
        '1.1 In Article 9, the words "until 17 March 2025" are replaced by "until 31 December 2027".',
        "Done at Vienna on 2 July 2025.",
        kind="amendment",
    )

    found = [dict(fact.fields) for fact in extract(amendment) if fact.kind == "agreement"]

    assert some(found, signed_date="2022-03-18", valid_until="2025-03-17", renewed_until="2027-12-31", state="renewed")
    assert some(found, signed_date="2025-07-02", state="signed")


def test_an_agreement_runs_longer_than_it_was_to():
    found = facts(
        "agreement",
        "La convention du 14 janvier 2024 devait s'éteindre le 13 janvier 2027 ; elle court désormais jusqu'au 31 décembre 2027.",
    )

    assert some(found, signed_date="2024-01-14", valid_until="2027-01-13", renewed_until="2027-12-31")


def test_a_press_note_in_arabic_tells_of_an_agreement():
    found = facts(
        "agreement",
        "وقّع مركز الإحصاء والتدريب والبحوث والأكاديمية العربية للصحة العامة مذكرة تفاهم في مدينة مسقط يوم الثلاثاء 14 أبريل 2026.",
    )

    assert some(
        found, signed_date="2026-04-14", parties="مركز الإحصاء والتدريب والبحوث; الأكاديمية العربية للصحة العامة"
    )
