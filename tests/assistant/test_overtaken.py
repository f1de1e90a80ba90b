"""What the register knows of an agreement gives way to what a later annex says."""

from tests.assistant.archive import assistant_of

AGREEMENT = """MEMORANDUM OF UNDERSTANDING
between the Osprey Secretariat and the Tamar Ports Union

Article 1. The two sides train harbour inspectors together.

Article 9. This Memorandum enters into force on the date of its signature and remains in force until 17 March 2025.

Done at Corvan on 18 March 2022.
"""
AMENDMENT = """AMENDMENT No. 1
to the Memorandum of Understanding of 18 March 2022 between the Osprey Secretariat and the Tamar Ports Union

Paragraph 1. In Article 9, the words "until 17 March 2025" are replaced by "until 31 December 2027".

Corvan, 23 June 2024
"""
OTHER = "Annual report. The Osprey Secretariat held four courses in 2024."


def test_an_agreement_that_an_annex_extends_runs_as_long_as_the_annex_says(tmp_path):
    files = {"agreement.txt": AGREEMENT, "amendment.txt": AMENDMENT, "report.txt": OTHER}

    with assistant_of(files, tmp_path) as assistant:
        answer = assistant.ask("Until when is the memorandum with the Tamar Ports Union valid?")

    assert answer.text.startswith("31 December 2027")
    assert "amendment.txt" in {citation.document for citation in answer.citations}  # its words give the former end, too
