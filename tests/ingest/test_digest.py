import time
import tracemalloc

from ingest import news_of
from vectorstore import Changed, Comparison, Fact


def fact(kind, document="new.txt", **fields):
    return Fact(kind, document, None, 0, 1, "x", fields, "en")


def told(added, *, before=(), gone=(), changed=()):
    compared = Comparison(changed=changed, facts_added=tuple(added), facts_removed=tuple(gone))
    return [(news.section, news.text, news.before) for news in news_of(compared.by_document(), before)]


def test_a_person_not_named_before_is_news():
    leila = fact("person", name="Leila BRANDT", role="Director", organisation="Harbour Agency")

    assert told([leila]) == [("people", "Leila BRANDT, Director, Harbour Agency", None)]


def test_a_person_known_from_another_document_is_no_news_however_the_name_is_written():
    known = fact("person", "old.txt", name="Léila Brandt")

    assert told([fact("person", name="LEILA BRANDT")], before=[known]) == []


def test_one_thing_told_by_three_documents_is_told_once():
    meetings = [fact("event", f"{n}.txt", title="Forum", start_date="2026-05-01", what="forum") for n in range(3)]

    assert told(meetings) == [("events", "Forum, 2026-05-01", None)]


def test_an_event_that_is_only_mentioned_is_no_news():
    assert told([fact("event", title="Forum", start_date="2026", state="mentioned"), fact("event", title="Day")]) == []


def test_an_agreement_between_the_same_parties_in_another_order_is_known():
    known = fact("agreement", "old.txt", what="memorandum", parties="A; B")

    assert told([fact("agreement", what="memorandum", parties="B; A")], before=[known]) == []


def test_a_value_that_changed_in_a_document_is_replaced():
    old = fact("commitment", "a.txt", who="INVA", what="send the plan", due="May")
    new = fact("commitment", "a.txt", who="INVA", what="send the plan", due="June")

    assert told([new], before=[old], gone=[old], changed=("a.txt",)) == [
        ("replaced", "INVA send the plan: June", "May")
    ]


def test_two_figures_of_one_kind_in_a_document_are_not_taken_for_old_and_new():
    old = [fact("figure", "a.txt", counts="courses", quantity=q) for q in ("3", "4")]
    new = [fact("figure", "a.txt", counts="courses", quantity=q) for q in ("5", "6")]

    assert told(new, before=old, gone=old, changed=("a.txt",)) == []


def test_an_office_that_changed_hands_is_told_with_who_held_it():
    new = fact("person", name="Ann", role="Director", replaced="Bob")

    assert ("replaced", "Ann, Director", "Bob") in told([new])


def test_what_a_removed_document_said_is_not_told():
    secret = fact("person", "removed.txt", name="Secret NAME")

    assert told([], before=[secret], gone=[secret]) == []


def test_the_news_of_eight_times_as_many_facts_cost_about_eight_times_as_much():
    def cost(facts):
        many = [fact("figure", f"{n % 100}.txt", counts=f"courses {n}", quantity="3") for n in range(facts)]
        began = time.process_time()
        told(many, gone=many, changed=tuple(f"{n}.txt" for n in range(100)))
        return time.process_time() - began

    assert cost(16_000) < 24 * cost(2_000)


def test_the_facts_of_one_document_are_held_at_a_time():
    def changes():
        for number in range(100):
            fat = fact("figure", f"{number}.txt", counts=f"{number} {'x' * 100_000}", quantity="3")
            yield Changed(f"{number}.txt", stayed=False, added=(fat,), removed=())

    tracemalloc.start()
    news_of(changes(), ())
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert peak < 2_000_000
