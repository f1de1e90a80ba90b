from dataclasses import replace

import numpy as np
import pytest

from assistant.understand import understand, with_intent
from assistant.understand.intents import KINDS, kind_of, read_intents
from vectorstore import load_embedder

pytestmark = pytest.mark.model

UNSEEN = (
    ("reason", "Any explanation on record for the delay of the seed census?"),
    ("reason", "qu'est-ce qui explique le retard du recensement des semences"),
    ("reason", "على أي أساس رُفض طلب المختبر؟"),
    ("contact", "I have to write to the seed desk, which mailbox do I use"),
    ("contact", "à quelle adresse écrire au bureau des semences ?"),
    ("contact", "كيف يمكن التواصل مع وحدة البذور بالهاتف؟"),
    ("person", "under whose chairmanship did the seed panel sit"),
    ("person", "le comité des semences, présidé par ?"),
    ("person", "برئاسة أي شخص انعقدت لجنة البذور؟"),
    ("money", "what did the seed laboratory end up costing us"),
    ("money", "quelle somme a été débloquée pour le laboratoire des semences"),
    ("money", "قيمة المبلغ المرصود لمختبر البذور"),
    ("number", "size of the delegation sent to the seed fair"),
    ("number", "effectif de la délégation envoyée à la foire"),
    ("number", "كم شخصا ضم الوفد المرسل إلى المعرض؟"),
    ("date", "the seed fair starts on?"),
    ("date", "jusqu'à quel jour peut-on déposer sa candidature à la foire"),
    ("date", "آخر يوم لتقديم الطلبات إلى المعرض"),
    ("place", "town that will host the seed fair"),
    ("place", "la foire aux semences se passe dans quelle ville"),
    ("place", "المدينة التي تستضيف معرض البذور"),
    ("expansion", "SEEDLAB, spelled out please"),
    ("expansion", "SEEDLAB en toutes lettres svp"),
    ("expansion", "إلام يشير الرمز SEEDLAB؟"),
)


@pytest.fixture(scope="module")
def embedder():
    return load_embedder()


def test_meaning_tells_the_kind_of_answer_where_words_that_were_not_learnt_do_not(embedder):
    by_words = [kind == understand(text).wants for kind, text in UNSEEN]
    by_both = [
        kind == with_intent(understand(text), embedder.embed_query(text), embedder.identity).wants
        for kind, text in UNSEEN
    ]
    assert sum(by_words) <= 10
    assert sum(by_both) >= 17


def test_a_question_that_leans_on_the_conversation_stays_as_its_words_say(embedder):
    question = replace(understand("any explanation for it?"), leans=True)
    assert with_intent(question, embedder.embed_query(question.standalone), embedder.identity) is question


def test_the_vectors_of_another_model_are_not_judged():
    question = understand("any explanation on record for the delay?")
    assert with_intent(question, np.ones(3, dtype=np.float32), "another model") is question


def test_a_kind_that_words_say_for_certain_is_not_asked_for_twice(embedder):
    question = replace(understand("why was the fair put off?"), wants="fact", also=("reason", "date"))
    found = with_intent(question, embedder.embed_query(question.standalone), embedder.identity)
    assert (found.wants, found.also) == ("reason", ("date",))


def test_the_weights_are_those_of_the_packaged_model_and_of_every_kind_of_answer(embedder):
    intents = read_intents()
    assert intents.model == embedder.identity
    assert {kind_of(name) for name in intents.names} - {None} == set(KINDS)
    assert sum(intents.likely(embedder.embed_query("when?"), "date").values()) == pytest.approx(1)


@pytest.mark.parametrize(
    "text",
    ["What share of the fair did the bank pay?", "Combien de billets le fonds paie-t-il ?", "ما نسبة ما دفعه البنك؟"],
)
def test_a_share_and_a_number_of_things_stay_numbers_whatever_is_paid(text):
    question = understand(text)
    assert question.wants == "number"
    assert with_intent(question, np.ones(384, dtype=np.float32), read_intents().model).wants == "number"
