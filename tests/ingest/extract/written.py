"""Documents written line by line for the extractors."""

from ingest.extract import extract
from ingest.recognise import recognise
from vectorstore import Block, Document


def written(*lines, kind=None, date=None, language=None, title=None):
    """A document of lines: `# heading`, `- item`, `H| header | row`, `R| cell | cell`, or a paragraph."""
    text, blocks, columns = "", [], ()
    for line in lines:
        sort, words, level = "paragraph", line, 0
        if line.startswith("#"):
            level = len(line) - len(line.lstrip("#"))
            sort, words = "heading", line[level:].strip()
        elif line.startswith("- "):
            sort, words, level = "item", line[2:], 1
        elif line.startswith("H| "):
            sort, words = "header", line[3:]
            columns = tuple(words.split(" | "))
        elif line.startswith("R| "):
            sort, words = "row", line[3:]
        if sort not in ("header", "row"):
            columns = ()
        start = len(text)
        text += words + "\n"
        blocks.append(Block(sort, start, start + len(words), level=level, columns=columns if sort == "row" else ()))
    seen = recognise(text, blocks, "report.txt")
    return Document(
        path="report.txt",
        sha256="",
        format="txt",
        language=language or seen.language,
        title=title or seen.title,
        text=text,
        blocks=tuple(blocks),
        date=date or seen.date,
        date_text=None if date else seen.date_text,
        venue=seen.venue,
        kind=kind or seen.kind,
    )


def facts(kind, *lines, **about):
    """The fields of the facts of one kind."""
    return [dict(fact.fields) for fact in extract(written(*lines, **about)) if fact.kind == kind]


def some(found, **fields):
    """Whether a fact says all of this."""
    return any(all(one.get(name) == value for name, value in fields.items()) for one in found)
