"""From the words of a question to what is asked: its language, the kind of answer wanted, its terms, names and dates."""

from assistant.understand.apiece import apiece, is_rank, ordinal
from assistant.understand.asked import understand
from assistant.understand.asking import asking_part, asks, names_somebody
from assistant.understand.aspect import Aspect, aspect_of
from assistant.understand.changed import changed_money, changed_thing
from assistant.understand.comparisons import Compared, compared, grew
from assistant.understand.contrasts import Contrast, contrast
from assistant.understand.conversation import OTHER, asks_succession
from assistant.understand.counted_list import as_list
from assistant.understand.countries import country_runs, is_country, longest_run, same_country
from assistant.understand.courtesy import GREETINGS, without_courtesy
from assistant.understand.exceptions import exception
from assistant.understand.heads import Head, head_of_noun, without_prefix
from assistant.understand.hops import Pointed, parts, pointed
from assistant.understand.inside import Inside, anaphor, describes, insides, topic
from assistant.understand.intents import with_intent
from assistant.understand.language import question_language
from assistant.understand.leftout import in_full, leaves_out
from assistant.understand.names import bodies_in, names_in
from assistant.understand.number_meant import number_meant
from assistant.understand.pointing import (
    LAST,
    asks_nothing_more,
    asks_role,
    means_somebody,
    place_of,
    who_is,
    without_place,
)
from assistant.understand.question import (
    Question,
    asks_for_one,
    asks_what_comes,
    counted_terms,
    listed_terms,
    lists_several,
    name_parts,
    rest_of_list,
    short_forms,
    spellings,
)
from assistant.understand.several import asks_several
from assistant.understand.tasks import Task, task_of
from assistant.understand.twofold import Twofold, twofold
from assistant.understand.wants import Wants, further, wanted

__all__ = [
    "GREETINGS",
    "LAST",
    "OTHER",
    "Aspect",
    "Compared",
    "Contrast",
    "Head",
    "Inside",
    "Pointed",
    "Question",
    "Task",
    "Twofold",
    "Wants",
    "anaphor",
    "apiece",
    "as_list",
    "asking_part",
    "asks",
    "asks_for_one",
    "asks_nothing_more",
    "asks_role",
    "asks_several",
    "asks_succession",
    "asks_what_comes",
    "aspect_of",
    "bodies_in",
    "changed_money",
    "changed_thing",
    "compared",
    "contrast",
    "counted_terms",
    "country_runs",
    "describes",
    "exception",
    "further",
    "grew",
    "head_of_noun",
    "in_full",
    "insides",
    "is_country",
    "is_rank",
    "leaves_out",
    "listed_terms",
    "lists_several",
    "longest_run",
    "means_somebody",
    "name_parts",
    "names_in",
    "names_somebody",
    "number_meant",
    "ordinal",
    "parts",
    "place_of",
    "pointed",
    "question_language",
    "rest_of_list",
    "same_country",
    "short_forms",
    "spellings",
    "task_of",
    "topic",
    "twofold",
    "understand",
    "wanted",
    "who_is",
    "with_intent",
    "without_courtesy",
    "without_place",
    "without_prefix",
]
