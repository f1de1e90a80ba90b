"""Short forms and what the documents say they stand for."""

from assistant.register.glossary import glossary
from tests.assistant.register.told import organisation
from vectorstore import DocumentInfo

DOCUMENTS = {"a.txt": DocumentInfo("a.txt", "0" * 64, "txt", "en", "A")}


def test_every_meaning_comes_with_the_words_that_give_it(assistant):
    terms = {term.short: term for term in assistant.glossary()}

    assert terms["NFU"].meanings[0].long == "Northern Fisheries Union"
    assert terms["SAFE-SEA"].meanings[0].long == "Safety at Sea Programme"
    for term in terms.values():
        for meaning in term.meanings:
            for citation in meaning.citations:
                text = assistant.stored_document(citation.document).text
                assert text[citation.start : citation.end] == citation.quote
                assert meaning.long in citation.quote


def test_a_short_form_of_two_things_is_shown_with_both():
    told = [
        organisation(name="Gulf Innovation Agency", abbreviation="GIA"),
        organisation(name="General Insurance Association", abbreviation="GIA"),
        organisation(name="Coastal Safety Agency"),
    ]

    terms = glossary(told, DOCUMENTS)

    assert [(t.short, [m.long for m in t.meanings]) for t in terms] == [
        ("GIA", ["Gulf Innovation Agency", "General Insurance Association"])
    ]


def test_the_short_and_the_long_form_find_the_same(assistant):
    short = assistant.ask("Which memoranda did we sign with the CSA?")
    long = assistant.ask("Which memoranda did we sign with the Coastal Safety Agency?")

    assert short.table.rows == long.table.rows
