"""Who promised what to whom."""

from datetime import date

import pytest

from tests.assistant.archive import assistant_of

FILES = {
    "2024/mou.txt": "Memorandum of Understanding\nDate: 4 March 2024\n\n"
    "The Beekeepers' Centre of Orvel (BCO) and the Northern Honey Board (NHB) signed a memorandum of understanding on 4 March 2024.\n\n"
    "BCO will send its field manual to NHB by 30 June 2024. NHB will provide two trainers by 15 September 2024.\n",
    "2024/meeting.txt": "Meeting of BCO and the Institute for Wild Bees\nDate: 9 April 2024\nVenue: Orvel\n\n"
    "The Beekeepers' Centre of Orvel (BCO) and the Institute for Wild Bees (IWB) signed a protocol on 9 April 2024. "
    "BCO will lend its laboratory to IWB by 31 December 2026. IWB will send its map of nests by 31 May 2024 (responsible: Ms. Ada KLEM).\n",
    "2024/about.txt": "About the centre\nDate: 2 January 2024\n\nThe Beekeepers' Centre of Orvel (BCO) trains beekeepers.\n",
}
MANUAL, TRAINERS, LABORATORY, MAP = "field manual", "two trainers", "laboratory", "map of nests"


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    with assistant_of(FILES, tmp_path_factory.mktemp("promises"), date(2025, 6, 15)) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "listed"),
    [
        ("What did we promise NHB?", {MANUAL}),
        ("Qu'avons-nous promis à NHB ?", {MANUAL}),
        ("ماذا وعدنا NHB؟", {MANUAL}),
        ("What did NHB promise us?", {TRAINERS}),
        ("Qu'a promis NHB ?", {TRAINERS}),
        ("What are the open commitments of BCO?", {MANUAL, LABORATORY}),
        ("our commitments", {MANUAL, LABORATORY}),
        ("commitments of IWB", {MAP}),
        ("What was Ms Klem supposed to send?", {MAP}),
        ("overdue commitments", {MANUAL, TRAINERS, MAP}),
        ("overdue commitments of BCO", {MANUAL}),
    ],
)
def test_a_promise_is_listed_for_who_made_it(assistant, question, listed):
    answer = assistant.ask(question)

    told = [row.cells[0] for row in answer.table.rows]
    assert {one for one in (MANUAL, TRAINERS, LABORATORY, MAP) if any(one in cell for cell in told)} == listed
    assert len(told) == len(listed)


def test_who_promised_is_a_limit_that_can_be_lifted(assistant):
    asked = "What are the commitments of IWB?"
    (limit,) = (limit for limit in assistant.ask(asked).understood.filters if limit.key == "by")

    assert limit.words == "IWB"
    assert len(assistant.ask(asked, without_filters=frozenset(["by"])).table.rows) == 4
