import random

from tests.vectorstore.archive import put

WORDS = [f"word{number}" for number in range(900)]


def text(seed, words=300):
    return " ".join(random.Random(seed).choices(WORDS, k=words))


def alike(index, **texts):
    with index.write() as writer:
        for path, said in texts.items():
            put(writer, path, said)
        return [(pair.one, pair.other, pair.share) for pair in writer.alike()]


def test_a_document_with_a_few_words_changed_is_nearly_the_same(index):
    changed = text(1).split()
    changed[100] = changed[200] = "instead"

    ((one, other, share),) = alike(index, a=text(1), b=" ".join(changed), c=text(2))

    assert (one, other) == ("a", "b")
    assert 0.85 < share < 1


def test_the_same_words_in_capitals_are_the_same(index):
    assert alike(index, a=text(1), b=text(1).upper()) == [("a", "b", 1.0)]


def test_documents_that_share_half_of_their_words_are_not_reported(index):
    assert alike(index, a=text(1) + " " + text(2), b=text(1) + " " + text(3)) == []


def test_a_few_words_are_not_compared(index):
    assert alike(index, a="The same few words.", b="The same few words.") == []
