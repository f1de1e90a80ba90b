"""An assistant that says what it was told to, over a few documents that are really stored texts."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from assistant import (
    Answer,
    Asked,
    AssistantError,
    Candidate,
    Citation,
    Filter,
    LinkUnknown,
    NoIndexYet,
    Overview,
    RegisterView,
    Replay,
    Row,
    Statement,
    Table,
    Trace,
    Turn,
    Understood,
    UnreadFile,
)
from vectorstore import Block, Document, DocumentInfo, FormerVersion

HOSTILE = '<img src=x onerror="alert(1)"> ![p](http://evil.example/x.png) [go](http://evil.example) :material/home: http://evil.example www.evil.example a@evil.example'


def document(path: str, title: str, paragraphs: Sequence[str], **known: object) -> Document:
    """A document whose blocks are its title and its paragraphs; `- ` makes an item, ` | ` a row."""
    text = "\n".join([title, *(paragraph.removeprefix("- ") for paragraph in paragraphs)])
    blocks, begin = [], 0
    for place, (line, written) in enumerate(zip(text.split("\n"), [title, *paragraphs], strict=True)):
        kind = (
            "heading" if place == 0 else "item" if written.startswith("- ") else "row" if " | " in line else "paragraph"
        )
        blocks.append(Block(kind, begin, begin + len(line), known.get("page"), 1 if kind == "heading" else 0))
        begin += len(line) + 1
    fields: dict[str, object] = {
        "format": "txt",
        "language": "en",
        "kind": "meeting report",
        "sha256": "0" * 64,
        **known,
    }
    fields.pop("page", None)
    return Document(path=path, title=title, text=text, blocks=tuple(blocks), **fields)  # type: ignore[arg-type]


def cite(source: Document, quote: str, number: int = 1, page: int | None = None) -> Citation:
    """A citation of exact words of a document."""
    start = source.text.index(quote)
    return Citation(
        number, source.path, source.title, source.date, page, start, start + len(quote), quote, source.language
    )


MEETING = document(
    "2024/meeting-16-may-2024.txt",
    "Second Meeting between MERSTAT and INVA Prepares a Formal Agreement",
    [
        "Almost two years after their first exchange, the Meridian Centre for Statistics and Training (MERSTAT) and the "
        "International Network for Vocational Advancement (INVA) met again online.",
        "Ms. Leila HARROUN, Director of the Learning and Technical Cooperation Department of MERSTAT, reported that the Centre "
        "now serves 41 member countries and runs nine programmes, since Orlune and Tamrit joined in January.",
        "Mr. Pieter OSLANDE, Chief of the Network Secretariat of INVA, said that the Network had grown to 230 training centres "
        "in 66 countries.",
        "Agreed next steps",
        "- INVA will send a draft memorandum by 30 September 2024 (Mr. OSLANDE).",
        "- The memorandum should be signed before the end of 2024 (Ms. HARROUN and Mr. OSLANDE).",
        *(
            f"The parties also exchanged views on point {number} of the agenda, without a decision."
            for number in range(1, 25)
        ),
    ],
    date="2024-05-16",
)
VISIT = document(
    "2023/اجتماع-مايو-2023.txt",
    "اجتماع بين مركز ميرستات ووكالة فيرون للتضامن الاجتماعي",
    [
        "عقد مركز ميريديان للإحصاء والتدريب (ميرستات) ووكالة فيرون للتضامن الاجتماعي (FSSA) اجتماعًا تشاوريًا.",
        "أكد الدكتور فانتومار أن عدد الدول الأعضاء في المركز يبلغ 39 دولة، وأن أكثر من نصفها طلب دعمًا.",
    ],
    date="2023-05-17",
    language="ar",
)
ATELIER = document(
    "2023/atelier-env-reach.txt",
    "Atelier ENV-Reach sur les déchets côtiers",
    [
        "L'atelier a réuni 34 participants de onze pays à Port Selan, du 4 au 7 décembre 2023.",
        "Pays | Participants",
        "Orlune | 4",
    ],
    date="2023-12-04",
    language="fr",
    kind="workshop report",
)
EVIL = document(
    "x/<img src=x onerror=alert(1)>.txt", HOSTILE, [f"Before. {HOSTILE} After <script>alert(2)</script>."], kind=HOSTILE
)

DOCUMENTS = {source.path: source for source in (MEETING, VISIT, ATELIER, EVIL)}

COUNTRIES = cite(MEETING, "the Centre now serves 41 member countries and runs nine programmes", 1)
CENTRES = cite(MEETING, "the Network had grown to 230 training centres in 66 countries", 2)


def answered(question: str, text: str, citations: Sequence[Citation], language: str = "en", **more: object) -> Answer:
    """An answer with these words."""
    statements = tuple(Statement(line, tuple(c.number for c in citations)) for line in text.splitlines())
    known: dict[str, object] = {"outcome": "answered", **more}
    return Answer(
        question=question,
        language=language,
        text=text,
        statements=statements,
        citations=tuple(citations),
        snapshot="20241124-0001",
        fingerprint="f",
        seconds=0.01,
        **known,  # type: ignore[arg-type]
    )


def refused(question: str, text: str, reason: str, nearest: Sequence[Citation] = (), language: str = "en") -> Answer:
    """A refusal with its reason."""
    outcome = "unclear" if reason == "unclear" else "not_covered"
    return answered(question, text, (), language, outcome=outcome, reason=reason, nearest=tuple(nearest))


def _hostile(question: str) -> Answer:
    quote = cite(EVIL, HOSTILE)
    table = Table((HOSTILE, "B"), (Row((HOSTILE, "b"), (1,)),), 3, 0, complete=True)
    return answered(question, f"{HOSTILE} [1]\n- **bold** <b>b</b> $x$ [9] [link][1]", [quote], table=table)


def _table(question: str) -> Answer:
    rows = (
        Row(("DRM-Reach", "Disaster risk management", "2024"), (1,)),
        Row(("ENV-Reach", "Environment", "2023"), (1, 2)),
    )
    table = Table(("Programme", "Sector", "Year"), rows, considered=36, unread=1, complete=False)
    limits = (
        Filter("date", "date", "in 2024"),
        Filter("word:x", "word", HOSTILE),
        Filter("sort", "sort", "blue", False),
    )
    understood = Understood("programme", "list", "list of programmes", limits)
    return answered(question, "Two programmes are named. [1]", [COUNTRIES, CENTRES], table=table, understood=understood)


def trace_of(question: str) -> Trace:
    """How an answer came about, with hostile words wherever a document or a question could put some."""
    weighed = (
        Candidate(MEETING.path, 0, 10, COUNTRIES.quote, True, "cited", {"score": 3.21}),
        Candidate(EVIL.path, 0, 10, HOSTILE, False, "lacks a name asked about", {"score": 1.5}),
    )
    return Trace(
        asked=None,
        standalone=f"MERSTAT: {question}",
        language="en",
        wants=("number",),
        terms=("countri",),
        names=("MERSTAT", HOSTILE),
        dates=("2024-05-16",),
        expanded={"countri": ("pays", "دولة")},
        passages=({"document": MEETING.path, "score": 1.0}, {"document": EVIL.path, "score": 0.5}),
        candidates=weighed,
        weighed=42,
        seconds={"search": 0.012, "read": 0.03},
    )


SCRIPT: dict[str, Callable[[str], Answer]] = {
    "How many member countries?": lambda q: answered(
        q,
        "41 member countries. [1]\nThe network of INVA has 230 training centres in 66 countries. [2]",
        [COUNTRIES, CENTRES],
        standalone=f"MERSTAT: {q}",
        trace=trace_of(q),
    ),
    "What is the budget?": lambda q: refused(
        q,
        "The documents do not mention a budget for this meeting.",
        "not_in_documents",
        [cite(MEETING, MEETING.text[68:180], 1), cite(ATELIER, "34 participants", 2)],
    ),
    "Who is ZORP?": lambda q: refused(q, "ZORP does not occur in the documents.", "unknown_name"),
    "Which programmes?": _table,
    "كم عدد الدول الأعضاء؟": lambda q: answered(
        q,
        "يبلغ عدد الدول الأعضاء في المركز 39 دولة. [1]\n- وكالة فيرون (FSSA) هي الطرف الآخر. [1]",
        [cite(VISIT, "أن عدد الدول الأعضاء في المركز يبلغ 39 دولة")],
        "ar",
    ),
    "ما الميزانية؟": lambda q: refused(
        q, "لا تذكر الوثائق ميزانية.", "not_in_documents", [cite(VISIT, "اجتماعًا تشاوريًا")], "ar"
    ),
    "Où s'est tenu l'atelier ?": lambda q: answered(
        q, "À Port Selan. [1]", [cite(ATELIER, "34 participants de onze pays à Port Selan")], "fr"
    ),
    "hostile": _hostile,
}


class ScriptedAssistant:
    """Answers by its script; a question it was not told about is refused."""

    def __init__(self, script: dict[str, Callable[[str], Answer]] | None = None, *, slow: float = 0.0) -> None:
        self.asked: list[tuple[str, tuple[Turn, ...]]] = []
        self.lifted: list[frozenset[str]] = []
        self.reworded: dict[str, Iterable[Answer]] = {}
        """What follows the first answer to a question."""
        self.stored = dict(DOCUMENTS)
        self.linked: dict[str, Answer] = {}
        self.former: dict[str, tuple[FormerVersion, ...]] = {}
        self.kept_receipt: str | None = None
        self.root: str | None = None
        self.there = True
        """Whether there is an index."""
        self.snapshot = "20241124-0001"
        self._script = {**SCRIPT, **(script or {})}
        self._slow = slow
        self._lock = threading.Lock()

    def answers(
        self,
        question: str,
        *,
        history: Sequence[Turn] = (),
        as_of: date | None = None,
        id: str | None = None,
        without_filters: frozenset[str] = frozenset(),
    ) -> Iterator[Answer]:
        with self._lock:
            self.asked.append((question, tuple(history)))
            self.lifted.append(without_filters)
        if question == "slow":
            time.sleep(self._slow)
        if question == "broken":
            raise AssistantError("The index is damaged; run sanad ingest again.")
        if question == "bug":
            raise ZeroDivisionError("secret detail")
        say = self._script.get(question)
        said = say(question) if say else refused(question, "The documents do not say.", "not_in_documents")
        yield replace(said, id=id)
        yield from self.reworded.get(question, ())

    def link(self, answer: Answer) -> str:
        if answer.question == "Who is ZORP?":
            raise AssistantError("links.sqlite: links cannot be kept (disk full).")
        self.linked[f"id-{len(self.linked)}"] = answer
        return f"id-{len(self.linked) - 1}"

    def replay(self, link: str) -> Replay:
        if link not in self.linked:
            raise LinkUnknown("No answer is kept under this link; ask the question again.")
        answer = self.linked[link]
        earlier = (Turn("user", HOSTILE), Turn("assistant", "Yes."))
        asked = Asked(answer.question, earlier, None, "2024-11-24", (), (), self.snapshot, {})
        return Replay(answer, asked, identical=False)

    def stored_document(self, path: str, snapshot: str | None = None) -> Document:
        if path not in self.stored:
            raise AssistantError(f"{path} is no longer in the index; ask again to see what replaced it.")
        return self.stored[path]

    def former_versions(self, path: str) -> tuple[FormerVersion, ...]:
        return self.former.get(path, ())

    def receipt(self) -> str | None:
        return self.kept_receipt

    def documents(self) -> tuple[DocumentInfo, ...]:
        return tuple(
            DocumentInfo(path, d.sha256, d.format, d.language, d.title, d.date) for path, d in self.stored.items()
        )

    def register(self, *, language: str = "en", as_of: date | None = None) -> RegisterView:
        from tests.ui.on_record import on_record

        return on_record(self.snapshot, as_of)

    def examples(self, language: str, most: int = 4) -> tuple[str, ...]:
        return {
            "en": ("How many member countries?", "Which programmes?", "What is the budget?", "Who is ZORP?"),
            "fr": ("Où s'est tenu l'atelier ?",),
            "ar": ("كم عدد الدول الأعضاء؟", "ما الميزانية؟"),
        }[language][:most]

    def overview(self) -> Overview:
        if not self.there:
            raise NoIndexYet("Nothing has been ingested yet; run sanad ingest FOLDER.")
        unread = (UnreadFile("2022/scan.pdf", "has no text layer; scan it again with text recognition"),)
        return Overview(
            documents=len(self.stored),
            unread=unread,
            built=datetime(2024, 11, 24, 3, 0, tzinfo=UTC),
            snapshot=self.snapshot,
            root=self.root,
            languages={"en": 2, "fr": 1, "ar": 1},
            oldest="2023",
            newest="2024-05-16",
        )

    def warm(self) -> None:
        pass
