"""What stands near an earlier answer, ranked for a follow-up."""

from dataclasses import replace

import numpy as np

from assistant.nearby import Nearby, likely, meant
from assistant.understand import understand
from tests.assistant.test_rereading import Reads, evidence

OWN = understand("how long?")


def ranked(sentences, told, reader=None):
    """The sentences in the order for a follow-up on an answer that rests on one of them."""
    nearby = Nearby(
        lambda _: np.zeros(1, np.float32), lambda *_: sentences, lambda _: [e.sentence for e in sentences], reader
    )
    return nearby.ranked(OWN, "Who was appointed?", [told.sentence], 1)


def test_of_two_sentences_alike_the_one_beside_the_earlier_answer_comes_first():
    far, told, beside = (evidence(text, 0.0, start) for text, start in (("Far", 0), ("Told", 200), ("Beside", 220)))
    between = [evidence("Heading", 0.0, start, kind="heading") for start in (40, 80, 120)]

    found = ranked([far, *between, told, beside], told)

    assert [e.sentence.text for e in found].index("Beside") < [e.sentence.text for e in found].index("Far")


def test_a_sentence_that_reads_as_the_answer_comes_before_one_that_is_nearer():
    told, beside, far = (
        evidence(text, 0.0, start) for text, start in (("Told -5", 0), ("Beside -5", 20), ("Far 4", 400))
    )

    found = ranked([told, beside, far], told, Reads())

    assert found[0].sentence.text == "Far 4"
    assert likely(found[0])


def test_a_sentence_without_the_kind_of_thing_asked_for_is_told_as_it_stands():
    dated = understand("when is nothing due?")
    none = evidence("Nothing is due while the port is shut", 2.0)

    assert meant(dated, replace(none, fit=0.0)).wants == "fact"
    assert meant(dated, none).wants == "date"
