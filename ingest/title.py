"""What a report is called: its first heading, unless that stands over all that its house writes or only says what sort of paper it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from ingest.document_date import is_little_else
from ingest.document_kind import document_kind
from vectorstore import Block, fold

_OPENING_BLOCKS = 10
_LONGEST = 160
_LABEL = 40
_UNDER_LETTERHEAD = 8
"""Lines below a letterhead in which the title is looked for."""
_NEXT = 3
"""Lines below the sort of a paper of which the first that can be a title is one."""
_FEW = 4
"""Words of a line that says little without the body above it, and more than which a gathering of a programme is called by."""
_NUMBER = r"(?:[ ,:–—-]+(?:n[o°]?\.? ?|no\.? ?|number |رقم )?[(]?(?:[\w]{1,12}/)*\d[\w/.-]*[)]?)?"
_RECORDS = (
    r"(?:final |training |course |workshop |brief )*report|(?:draft |final |agreed )?(?:minutes|agenda|summary record)|aide[- ]memoire|(?:press|news) (?:release|note)"
    r"|communique(?: de presse)?|rapport(?: (?:final|de stage|de formation|de la formation|d'atelier))?|compte[- ]rendu(?: (?:de reunion|succinct))?|releve de (?:decisions|conclusions)|proces[- ]verbal"
    r"|ordre du jour(?: provisoire)?|محضر(?: (?:اجتماع|موجز))?|بيان صحفي|خبر صحفي|تقرير(?: عن)?(?: مهمه| (?:ال)?دوره(?: (?:ال)?تدريبيه)?)?"
)
_RECORD = re.compile(_RECORDS)
"""The record of something, which is called as that is."""
_PAPERS = (
    r"(?:the )?memorandum of (?:understanding|cooperation|agreement)|(?:grant |cooperation |framework |host(?:ing)? |sponsorship )?agreement|amendment|addendum|corrigendum|protocol|note verbale|mission report"
    r"|letter of intent|circular(?: letter)?|fact ?sheet|terms of reference|internal (?:note|memo(?:randum)?)|(?:staff |office )?(?:notice|memo(?:randum)?)|information note(?: and provisional agenda)?|invitation|announcement"
    r"|rapport de mission|compte[- ]rendu de mission|lettre d'intention|memorandum d'entente|(?:protocole|accord|convention)(?: (?:d'accord|d'entente|de partenariat|de cooperation|de parrainage|d'accueil|cadre))?|avenant|annexe"
    r"|(?:lettre|note) circulaire|circulaire|note (?:de service|interne|d'information|au personnel)|avis(?: de report)?|termes de reference|invitation|annonce"
    r"|مذكره (?:ال)?تفاهم|مذكره (?:داخليه|شفويه)|اتفاق(?:يه)?(?: (?:ال)?تعاون)?|(?:ال)?ملحق(?: تعديل)?|تعميم(?: داخلي)?|جدول (?:ال)?اعمال|خطاب نوايا|(?:ال)?شروط (?:ال)?مرجعيه|اشعار|اعلان|دعوه"
)
_SORT_ONLY = re.compile(rf"(?:{_RECORDS}|{_PAPERS}){_NUMBER}")
"""Only the sort of a paper, with its number."""
_GOES_ON = re.compile(
    r"(?:between|among|of|on|to the|concerning|for|de|du|des|d'|a l[a']|au|aux|entre|sur|relatif|relative|portant|بين|عن|حول|بشان|ل)[ ']"
)
_CHANGES = re.compile(r"amend|addend|corrig|avenant|annex|ملحق")
"""What changes another paper, and says to which: `to the Memorandum`, `au protocole`."""
_TO = re.compile(r"(?:to|for|a l|au|aux|ل)\b")
_BETWEEN = re.compile(r"(?:(?:made |signed |concluded )?between|entre(?: les soussignes)?|بين)(?: the| le| la)?\s*:?")
_AND = re.compile(r"(?<!\w)(?:(?:and|et)(?!\w)|و)")
_ASIDE = re.compile(
    r"\s*(?:,? d['’](?:une|autre) part\b.*|\((?:the |ci-apres|ci-après|hereinafter|hereafter|\"|“|«|ويشار|يشار)[^)]*\)|, (?:represented|represente|représenté|whose|dont|sis|ayant|having)\b.*|،? (?:ويمثل|ومقر).*)",
    re.IGNORECASE,
)
_LETTERHEAD = re.compile(
    r"\b(?:union|centre|center|organi[sz]ation|agency|commission|council|secretariat|bureau|institute?|ministry|ministere|university|universite|authority|fund|network|bank|league|federation|committee|comite|agence|reseau|fonds|banque|conseil|autorite|foundation|fondation|association)\b"
    r"|(?<!\w)(?:ال)?(?:اتحاد|مركز|منظمه|هييه|وزاره|مجلس|معهد|بنك|صندوق|وكاله|امانه|لجنه|شبكه|رابطه|موسسه)(?!\w)"
)
_UNIT = re.compile(
    r"(?:^|[–—:|-] )(?:(?:the )?(?:division|department|section|unit|office|service) (?:of|for)\b|(?:la )?(?:division|direction|departement|section|unite|service|cellule|secretariat)(?: (?:de|des|du|d'|general|executive))"
    r"|(?:ال)?(?:اداره|مديريه|قسم|شعبه|وحده|دايره|مكتب)(?!\w))|\b(?:division|department|directorate|section|unit|office)$"
)
"""A part of a body, which stands over all it writes: `Training Department`."""
_ACRONYM = re.compile(r"[A-ZÀ-Þ]{3,12}(?: [–—-] (?:Programme|Program|Projet|Project)\b.{0,40})?")
_OF_ITS_NAME = re.compile(
    r"\b(?:de |d'|of |for |and |et |pour |, )(?:la |l'|the )?(?:formation|training|courses?|webinars?|workshops?|meetings?|reunions?)\b"
)
"""What a body is for is no event: `Centre for Training`."""
_PAPER = re.compile(
    r"(?:work ?plan|plan of|action plan|strategy|budget|statement|financial|guide|guidelines|rules|calendar|directory|list of|catalogue|note on|results? of|terms of"
    r"|plan (?:de|d')|strategie|etat|guide|reglement|calendrier|annuaire|liste des|note sur|resultats|termes de|(?:ال)?(?:خطه|استراتيجيه|ميزانيه|موازنه|بيان|دليل|لايحه|قواعد|جدول|قايمه|كشف|نتايج))(?!\w)"
)
"""A paper that stands under a letterhead, named by its first word."""
_FOR_WHOM = re.compile(
    r"(?:for (?:immediate|public)|not for|embargo|pour (?:diffusion|publication)|للنشر|to all|aux? )"
)
"""To whom a paper goes, or when."""
_PROGRAMME = re.compile(r"\b(?:programmes?|programs?|projet|project)\b|(?:ال)?(?:برنامج|مشروع)(?!\w)")
_GATHERINGS = ("meeting report", "workshop report", "minutes", "training report", "webinar", "technical visit")


def title_of(text: str, blocks: Sequence[Block], name: str, hint: str | None, fields: Mapping[str, str]) -> str:
    """What to call a document.

    Args:
        text: Its stored text.
        blocks: Its structure.
        name: Its path, the last resort.
        hint: A title from the file's metadata.
        fields: The labelled lines at its head.
    """
    opening = [block for block in blocks[:_OPENING_BLOCKS] if block.end > block.start]
    lines = [text[block.start : block.end] for block in opening]
    number = next((n for n, block in enumerate(opening) if block.kind == "heading"), None)
    if number is not None:
        return _fuller(lines[number], lines[number + 1 :], fields)
    if fields.get("title") or fields.get("subject"):
        return fields.get("title") or fields["subject"]
    if hint and len(hint.split()) > 1:
        return hint
    first = lines[0] if lines else ""
    of_columns = bool(opening) and opening[0].kind in ("header", "row")
    return first if 0 < len(first) <= _LONGEST and not of_columns else _file_name(name)


def first_heading(text: str, blocks: Sequence[Block]) -> str:
    """The first heading near the beginning; empty where there is none."""
    return next((text[b.start : b.end] for b in blocks[:_OPENING_BLOCKS] if b.kind == "heading"), "")


def sort_line(text: str, blocks: Sequence[Block]) -> str:
    """The first line near the beginning that only says what sort of paper it is; empty where none does."""
    lines = (text[b.start : b.end] for b in blocks[:_OPENING_BLOCKS])
    return next((line for line in lines if _is_sort(line)), "")


def _file_name(name: str) -> str:
    return PurePosixPath(name).stem.replace("_", " ").replace("-", " ")


def _fuller(heading: str, below: Sequence[str], fields: Mapping[str, str]) -> str:
    """The heading with what it leads on to, or what stands below it, where it could stand over any document."""
    if _is_sort(heading):
        return _of_sort(heading, below, fields)
    if _names_body(heading):
        for number, line in enumerate(below[:_UNDER_LETTERHEAD]):
            if _is_sort(line):
                return _of_sort(line, below[number + 1 :], fields)
            if not _surely_letterhead(heading) or _names_body(line) or not _may_be_title(line):
                continue
            if document_kind(line):
                above = below[number - 1] if number else heading
                return f"{above} – {line}" if len(line.split()) < _FEW and _names_body(above) else line
        if not _surely_letterhead(heading):
            return heading
        paper = next((line for line in below[:_NEXT] if _PAPER.match(fold(line)) and _may_be_title(line)), None)
        return fields.get("subject") or (f"{heading} – {paper}" if paper else heading)
    if _PROGRAMME.search(fold(heading)) and not document_kind(heading):
        short = (line for line in below[:1] if _may_be_title(line) and len(line.split()) > _FEW)
        return next((line for line in short if document_kind(line) in _GATHERINGS), heading)
    return heading


def _is_sort(line: str) -> bool:
    return _SORT_ONLY.fullmatch(" ".join(fold(line).split()).strip(" :.")) is not None


def _names_body(heading: str) -> bool:
    """Whether a heading names a body or a part of one, and nothing that takes place."""
    folded = fold(heading).strip(" :.")
    named = _LETTERHEAD.search(folded) or _UNIT.search(folded) or _ACRONYM.fullmatch(heading.strip())
    return bool(named) and not document_kind(_OF_ITS_NAME.sub(" ", folded))


def _surely_letterhead(heading: str) -> bool:
    """Whether what names a body can hardly be what a document is about: a part of one, or its name in capitals."""
    return bool(_UNIT.search(fold(heading).strip(" :."))) or _all_capitalised(heading)


def _of_sort(sort: str, below: Sequence[str], fields: Mapping[str, str]) -> str:
    """The sort of a paper with what it is about: what its subject line says, what it leads on to, or the line below."""
    sort = sort.strip(" :.")
    if fields.get("title"):
        return fields["title"]
    if fields.get("subject"):
        return f"{sort} – {fields['subject']}"
    if goes_on := " ".join(_leading_on(below, changes=bool(_CHANGES.search(fold(sort))))):
        return f"{sort} {goes_on}"
    long = (line for line in below[:_NEXT] if len(line.split()) > 2)
    following = next((line for line in long if _may_be_title(line) and not is_little_else(line)), "")
    if following:
        return following if _RECORD.fullmatch(fold(sort)) else f"{sort} – {following}"
    return f"{sort} – {fields['venue']}" if fields.get("venue") else sort


def _leading_on(below: Sequence[str], *, changes: bool) -> Iterator[str]:
    """The lines that go on what a heading begins: `to the Memorandum …`, `between`, a body, `and`, another."""
    lines = iter(below)
    length = 0
    for line in lines:
        folded = fold(line).strip()
        if _BETWEEN.fullmatch(folded):
            yield from _two(line, lines)
            return
        to_whom = _TO.match(folded) and not changes
        if to_whom or not _GOES_ON.match(folded) or length + len(line) > 2 * _LONGEST or line.endswith("."):
            return
        length += len(line)
        named = _ASIDE.sub("", line).strip(" ,،;")
        yield named
        if _BETWEEN.match(folded):
            other = next(lines, "")
            if _AND.match(fold(other)) and len(other) <= _LONGEST and not other.endswith("."):
                yield _ASIDE.sub("", other).strip(" ,،;")
            return


def _two(between: str, lines: Iterator[str]) -> Iterator[str]:
    """`between A and B`, each on lines of their own."""
    named = [_ASIDE.sub("", line).strip(" ,،;") for _, line in zip(range(4), lines, strict=False)]
    joined = next((n for n, line in enumerate(named) if _AND.fullmatch(fold(line))), None)
    if joined == 1 and len(named) > 2 and max(map(len, named[:3])) <= _LONGEST:
        yield from (between.strip(" :"), *named[:3])


def _may_be_title(line: str) -> bool:
    if len(line.split()) < 2 or len(line) > _LONGEST or line.endswith((".", ";", ",", "،")):
        return False
    return ":" not in line[:_LABEL] and not _FOR_WHOM.match(fold(line))


def _all_capitalised(line: str) -> bool:
    """A name: capitals on every word that is not small; always so in Arabic."""
    return all(not word[0].islower() or len(word) <= len("pour") for word in line.split())
