"""The limits of a question, shown and lifted."""


def limits(answer):
    return {limit.field: limit.words for limit in answer.understood.filters}


def test_a_question_for_the_register_says_how_it_was_understood(assistant):
    answer = assistant.ask("Which courses were held in 2023?")

    assert (answer.route, answer.understood.kind, answer.understood.form) == ("register", "event", "list")
    assert answer.understood.words == "list of events"
    assert limits(answer) == {"sort": "courses", "date": "2023", "time": "held"}


def test_a_limit_that_is_lifted_no_longer_holds(assistant):
    question = "Which courses were held in 2023?"
    date_limit = next(limit.key for limit in assistant.ask(question).understood.filters if limit.field == "date")

    answer = assistant.ask(question, without_filters=frozenset([date_limit]))

    assert "date" not in limits(answer)
    assert len(answer.table.rows) > len(assistant.ask(question).table.rows)


def test_a_name_of_several_words_is_one_limit(assistant):
    answer = assistant.ask("Which memoranda did we sign with the Coastal Safety Agency?")

    assert limits(answer)["name"] == "Coastal Safety Agency"


def test_an_answer_from_passages_was_not_understood_as_a_query(assistant):
    assert assistant.ask("Why was the net repair course moved?").understood is None
