"""A day written without its year has the year of its document, and the line that gives it is cited."""

from datetime import date

import pytest

from tests.assistant.archive import assistant_of

FILES = {
    "herald-31.md": "# Orchard Herald\n\nNo. 31 · April 2023 · published monthly\n\n## Bees in town\n\n"
    "The second course on urban bees took place in Selvara from 4 to 8 April. 21 participants attended.\n",
    "lettre-12.md": "# Lettre du Conseil\n\nN° 12 – mai 2022\n\n## Formation\n\n"
    "La formation sur la taille des poiriers s'est tenue à Orvel du 9 au 13 mai.\n",
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    with assistant_of(FILES, tmp_path_factory.mktemp("years"), date(2025, 6, 15)) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "days", "line"),
    [
        ("list the courses of 2023", "4-8 April 2023", "No. 31 · April 2023"),
        ("liste des formations de 2023", "4-8 avril 2023", "No. 31 · April 2023"),
        ("الدورات التدريبية في 2023", "4-8 أبريل 2023", "No. 31 · April 2023"),
        ("courses of 2022", "9-13 May 2022", "N° 12 – mai 2022"),
    ],
)
def test_the_row_shows_the_day_with_its_year_and_cites_the_line_that_gives_it(assistant, question, days, line):
    answer = assistant.ask(question)
    (row,) = answer.table.rows
    quotes = [citation.quote for citation in answer.citations if citation.number in row.citations]

    assert row.cells[1].replace("–", "-") == days
    assert any(line in quote for quote in quotes)
