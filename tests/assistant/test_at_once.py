"""Eight people ask at the same time: they share one model, one snapshot and what is derived from it."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from assistant import Assistant, AssistantSettings, Turn
from tests.assistant.archive import index_of
from vectorstore import load_embedder
from vectorstore import packaged_engine as loading

pytestmark = pytest.mark.model

FILES = {
    "2023/minutes.txt": "Minutes of the Coast Committee\nDate: 14 March 2023\nVenue: Hall B, Port Rosmar\n"
    "Chair: Ms. Irena VOLKAS, Director of the Training Department\n\n"
    "The Northern Fisheries Union (NFU) and the Coastal Safety Agency (CSA) signed a memorandum of understanding on 14 March 2023. "
    "It is valid until 13 March 2026.\n",
    "2023/net-repair.txt": "Report of the Net Repair Course\nDate: 11-15 September 2023\nVenue: Training Centre, Port Rosmar\n\n"
    "22 participants from 9 countries took part in the net repair course.\n",
    "2024/programmes.md": "# Programmes of the Northern Fisheries Union\n\n| Acronym | Full name | Since |\n|---|---|---|\n"
    "| SAFE-SEA | Safety at Sea Programme | 2019 |\n| CLEAN-SEA | Clean Sea Programme | 2023 |\n",
    "2024/staff-notice.txt": "Staff notice\nDate: 3 June 2024\n\n"
    "Mr. Paul ANDREN took office as Director of the Training Department on 1 July 2024, following Ms. Irena VOLKAS.\n",
    "2024/rapport.txt": "Rapport de la formation sur la sécurité en mer\nDate : 7-10 mai 2024\nLieu : Maison de la mer, Belcôte\n\n"
    "L'Union des pêches du Nord (UPN ; en anglais Northern Fisheries Union, NFU) a organisé la formation. "
    "L'UPN enverra le manuel au plus tard le 30 juin 2024.\n",
    "2025/ijtima.txt": "محضر اجتماع بين اتحاد مصايد الشمال ووكالة السلامة الساحلية\nالتاريخ: 20 يناير 2025\nالمكان: ميناء روسمار\n\n"
    "عُقد الاجتماع لبحث التعاون في مجال السلامة البحرية.\n",
}
AT_ONCE = 8
EACH = 5
ASKED = (
    ("When is the net repair course?", ()),
    ("Où a eu lieu la formation sur la sécurité en mer ?", ()),
    ("متى عُقد الاجتماع مع وكالة السلامة الساحلية؟", ()),
    ("List the agreements of the NFU", ()),
    ("Who directs the Training Department?", ()),
    ("How many participants came to the net repair course?", ()),
    ("What does CLEAN-SEA stand for?", ()),
    ("And who held the office before?", (Turn("user", "Who directs the Training Department?"),)),
    ("What did the Moon Agency sign?", ()),
    ("Quand l'UPN enverra-t-elle le manuel ?", ()),
    ("Until when is the memorandum with the CSA valid?", ()),
)
"""Questions with the turns before them: for the register and for passages, in three languages, and one that is refused."""


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    with index_of(FILES, tmp_path_factory.mktemp("at-once"), embedder=load_embedder()) as index:
        yield index


def test_eight_questions_at_once_get_the_answers_they_get_one_after_another(index, monkeypatch):
    loaded = []
    load = loading.PackagedEngine
    monkeypatch.setattr(loading, "PackagedEngine", lambda packaged: loaded.append(packaged) or load(packaged))
    assistant = Assistant(index, load_embedder(), AssistantSettings())
    begin = Barrier(AT_ONCE)

    def ask_all(first):
        begin.wait()  # nothing is loaded yet, so they also meet where the model and the register are made
        order = [(first + step) % len(ASKED) for step in range(EACH)]
        return {number: assistant.ask(ASKED[number][0], history=ASKED[number][1]) for number in order}

    with ThreadPoolExecutor(AT_ONCE) as pool:
        together = list(pool.map(ask_all, range(AT_ONCE)))

    alone = [assistant.ask(question, history=history) for question, history in ASKED]
    assert len(loaded) == 1
    assert all(answer.digest() == alone[number].digest() for answers in together for number, answer in answers.items())
    assert {answer.outcome for answer in alone} == {"answered", "not_covered"}
