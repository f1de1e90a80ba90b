"""Reads saved e-mails (.eml): who wrote to whom, the message, and attachments that can be read."""

from __future__ import annotations

import email
import email.policy
from email.message import EmailMessage

from ingest.errors import RefusedError, UnreadableError

from .clean import clean
from .plain import text_blocks
from .raw import RawBlock, RawDocument

_SHOWN = ("From", "To", "Cc", "Date", "Subject")
_MOST_PARTS, _DEEPEST = 200, 10
_LONGEST_HEADER = 2_000


def read(data: bytes) -> RawDocument:
    """The blocks of a message.

    Raises:
        UnreadableError: it is not a message.
        RefusedError: it has more parts than a person would send.
    """
    if data.lower().count(b"content-type:") > _MOST_PARTS or data.lower().count(b"boundary=") > _DEEPEST * 4:
        raise RefusedError(f"it has more than {_MOST_PARTS} parts")
    if b"\x00" in data[:4096]:
        raise UnreadableError("it is not a saved e-mail")
    message = email.message_from_bytes(data, policy=email.policy.default)
    headers = {name: _header(message, name) for name in _SHOWN}
    if not any(headers.values()):
        raise UnreadableError("it is not a saved e-mail")
    blocks = [RawBlock("heading", headers["Subject"], level=1)] if headers["Subject"] else []
    blocks += [RawBlock("paragraph", f"{name}: {text}") for name, text in headers.items() if text]
    blocks += _body(message)
    notes: list[str] = []
    for part in message.walk():
        blocks += _attachment(part, notes)
    return RawDocument("eml", tuple(blocks), title=headers["Subject"] or None, notes=tuple(notes))


def _header(message: EmailMessage, name: str) -> str:
    try:
        return clean(str(message.get(name, "")))[:_LONGEST_HEADER]
    except (ValueError, LookupError, IndexError, AttributeError, TypeError):  # what broken headers make of the parser
        return ""


def _body(message: EmailMessage) -> list[RawBlock]:
    part = message.get_body(("plain", "html"))
    if part is None or not isinstance(part, EmailMessage):
        return []
    if part.get_content_type() == "text/html":
        from . import web

        return [_below_title(block) for block in web.read(_bytes(part)).blocks]
    return [_below_title(block) for block in text_blocks(_unfolded(part))]


def _unfolded(part: EmailMessage) -> str:
    """The text of a part; in flowed text a space at the end of a line means that it goes on."""
    text = _decoded(part)
    if str(part.get_param("format", "")).lower() != "flowed":
        return text
    lines: list[str] = []
    for line in text.splitlines():
        if lines and lines[-1].endswith(" ") and lines[-1] != "-- " and line.strip():
            lines[-1] += line
        else:
            lines.append(line)
    return "\n".join(lines)


def _decoded(part: EmailMessage) -> str:
    from .decode import decode

    return decode(_bytes(part), declared=part.get_content_charset())


def _bytes(part: EmailMessage) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _below_title(block: RawBlock) -> RawBlock:
    if block.kind != "heading":
        return block
    return RawBlock("heading", block.text, block.page, max(2, block.level))


def _attachment(part: EmailMessage, notes: list[str]) -> list[RawBlock]:
    """The blocks of an attachment of a kind that can be read, under its name; others are noted."""
    name = clean(part.get_filename() or "")
    if not name or part.is_multipart() or not part.is_attachment():
        return []
    from . import READABLE, read_bytes, suffix

    if suffix(name) not in READABLE - {".eml"}:
        notes.append(f"the attachment {name} is of a kind that is not read")
        return []
    try:
        inside = read_bytes(name, _bytes(part))
    except UnreadableError as error:
        notes.append(str(error))
        return []
    below = [
        RawBlock(
            block.kind, block.text, None, block.level + 2 if block.kind == "heading" else block.level, block.columns
        )
        for block in inside.blocks
    ]
    return [RawBlock("heading", name, level=2), *below]
