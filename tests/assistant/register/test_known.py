"""What people write down about names: corrections and groups."""

import shutil
from datetime import date

import pytest

from assistant import Assistant, AssistantSettings, NamesUnusable
from assistant.register.known import read_known
from assistant.register.naming import read_names
from tests.assistant.register.told import organisation
from tests.fakes import HashEmbedder

BODIES = [
    organisation(name="Northern Fisheries Union", abbreviation="NFU"),
    organisation(name="Coastal Safety Agency", abbreviation="CSA"),
    organisation(name="Coast Safety Agency", abbreviation="CSA"),
]


def known(tmp_path, text):
    file = tmp_path / "names.toml"
    file.write_text(text, encoding="utf-8")
    return read_known(file)


def test_names_that_people_say_are_one_are_one(tmp_path):
    names = read_names(BODIES, known(tmp_path, '[[same]]\nnames = ["NFU", "Fishermen\'s Union"]\n'))

    assert names.of("Fishermen's Union") is names.of("Northern Fisheries Union")
    assert names.of("NFU").corrected


def test_names_that_people_say_differ_stay_apart_whatever_the_documents_suggest(tmp_path):
    apart = known(tmp_path, '[[different]]\nnames = ["Coastal Safety Agency", "Coast Safety Agency"]\n')

    suggested, corrected = read_names(BODIES), read_names(BODIES, apart)

    assert suggested.of("Coast Safety Agency") is suggested.of("Coastal Safety Agency")
    assert corrected.of("Coast Safety Agency") is not corrected.of("Coastal Safety Agency")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[[sames]]\nnames = ["A", "B"]\n', "did you mean same?"),
        ('[[same]]\nname = ["A", "B"]\n', "did you mean names?"),
        ('[[same]]\nnames = "A"\n', "must be a list of names"),
        ('[[same]]\nnames = ["A"]\n', "needs at least 2 names"),
        ('same = "A"\n', "must be written [[same]]"),
        ('[[same]\nnames = ["A", "B"]\n', "cannot be read"),
        ('[[same]]\nnames = ["A", "B"]\n[[different]]\nnames = ["A", "B"]\n', "keep one"),
    ],
)
def test_a_mistake_in_the_file_is_one_sentence_that_names_it(tmp_path, text, said):
    with pytest.raises(NamesUnusable, match=r"names\.toml") as caught:
        known(tmp_path, text)

    assert said in str(caught.value)


def test_a_short_form_that_the_archive_uses_otherwise_is_the_archive_s(tmp_path):
    names = read_names([organisation(name="Inland Labour Office", abbreviation="ILO")], read_known())

    assert "Inland Labour Office" in names.of("ILO").names
    assert "International Labour Organization" not in names.of("ILO").names


def test_a_country_is_one_in_three_languages_and_its_towns_lie_in_it():
    names = read_names([], read_known())

    assert names.of("Mauritanie") is names.of("موريتانيا") is names.of("Mauritania")
    assert names.of("Mauritania").key in names.things("Course on livestock, Nouakchott")


def test_a_word_that_a_known_name_begins_or_ends_with_is_not_that_name():
    names = read_names([], read_known())

    assert names.of("UN Tourism") is names.of("UNWTO")
    assert names.of("tourism") is None
    assert not list(names.within("statistics on tourism, women and agencies"))


def test_a_group_finds_what_its_members_took_part_in(tmp_path, index):
    root = tmp_path / "copy"
    shutil.copytree(index.directory, root / "index")
    (root / "groups.toml").write_text(
        '[[group]]\nnames = ["safety bodies", "organismes de sécurité"]\nmembers = ["Coastal Safety Agency"]\n'
        '[[member]]\nnames = ["Coastal Safety Agency", "CSA"]\n',
        encoding="utf-8",
    )
    copy = type(index)(root / "index", HashEmbedder())
    assistant = Assistant(copy, HashEmbedder(), AssistantSettings(), today=lambda: date(2025, 6, 15))

    english = assistant.ask("Which memoranda did we sign with safety bodies?")
    french = assistant.ask("Quels mémorandums lient le NFU à des organismes de sécurité ?")

    assert [limit.field for limit in english.understood.filters] == ["sort", "state", "group"]
    assert len(english.table.rows) == len(french.table.rows) == 1
    copy.close()


def test_corrections_hold_from_the_next_question_on(tmp_path, index):
    root = tmp_path / "copy"
    shutil.copytree(index.directory, root / "index")
    copy = type(index)(root / "index", HashEmbedder())
    assistant = Assistant(copy, HashEmbedder(), AssistantSettings(), today=lambda: date(2025, 6, 15))
    question = "Which memoranda did we sign with the Shore Watch?"
    before = assistant.ask(question)
    (root / "names.toml").write_text('[[same]]\nnames = ["Coastal Safety Agency", "Shore Watch"]\n', encoding="utf-8")

    after = assistant.ask(question)
    (root / "names.toml").write_text("[[same]]\nnames = 1\n", encoding="utf-8")

    assert before.table is None
    assert len(after.table.rows) == 1
    with pytest.raises(NamesUnusable):
        assistant.ask(question)
    copy.close()
