"""A small archive of an invented fisheries union, in three languages, with everything the register can hold."""

from datetime import date

import pytest

from assistant import Assistant, AssistantSettings
from tests.assistant.archive import index_of
from tests.fakes import HashEmbedder

FILES = {
    "2023/minutes-march.txt": "Minutes of the Coast Committee\nDate: 14 March 2023\nVenue: Hall B, Port Rosmar\n"
    "Chair: Ms. Irena VOLKAS, Director of the Training Department\n\n"
    "The Northern Fisheries Union (NFU) and the Coastal Safety Agency (CSA) signed a memorandum of understanding on 14 March 2023. "
    "It is valid until 13 March 2026.\n\n"
    "The net repair course will be held from 4 to 8 September 2023 in Port Rosmar.\n",
    "2023/report-net-repair.txt": "Report of the Net Repair Course\nDate: 11-15 September 2023\nVenue: Training Centre, Port Rosmar, Norland\n\n"
    "The course was moved from 4 September 2023 because of a storm. 22 participants from 9 countries took part.\n",
    "2024/letter-intent.txt": "Letter of intent with the Deep Sea Institute\nDate: 5 February 2024\n\n"
    "The Northern Fisheries Union (NFU) and the Deep Sea Institute (DSI) signed a letter of intent on 5 February 2024.\n",
    "2024/programmes.md": "# Programmes of the Northern Fisheries Union\n\nDate: 2 February 2024\n\n| Acronym | Full name | Since |\n|---|---|---|\n"
    "| SAFE-SEA | Safety at Sea Programme | 2019 |\n| CLEAN-SEA | Clean Sea Programme | 2023 |\n",
    "2024/staff-notice.txt": "Staff notice\nDate: 3 June 2024\n\n"
    "Mr. Paul ANDREN took office as Director of the Training Department on 1 July 2024, following Ms. Irena VOLKAS.\n",
    "2024/rapport-securite.txt": "Rapport de la formation sur la sécurité en mer\nDate : 7-10 mai 2024\nLieu : Maison de la mer, Belcôte, Marandie\n\n"
    "L'Union des pêches du Nord (UPN ; en anglais Northern Fisheries Union, NFU) a organisé la formation. "
    "L'UPN enverra le manuel au plus tard le 30 juin 2024.\n",
    "2024/notice-rsa.txt": "Notice of a new name\nDate: 9 September 2024\n\n"
    "The Rescue Safety Authority (RSA) is the new name, since 1 September 2024, of the Lighthouse Service (LHS).\n",
    "2025/ijtima.txt": "محضر اجتماع بين اتحاد مصايد الشمال ووكالة السلامة الساحلية\nالتاريخ: 20 يناير 2025\nالمكان: مقر الاتحاد، ميناء روسمار\n\n"
    "عُقد الاجتماع لبحث التعاون في مجال السلامة البحرية.\n",
}


@pytest.fixture(scope="package")
def index(tmp_path_factory):
    with index_of(FILES, tmp_path_factory.mktemp("register")) as index:
        yield index


@pytest.fixture(scope="package")
def assistant(index):
    return Assistant(index, HashEmbedder(), AssistantSettings(), today=lambda: date(2025, 6, 15))
