"""Reads saved e-mails (.eml): who wrote to whom, and the message; attachments are documents of their own."""

from __future__ import annotations

import email
import email.policy
from collections import Counter
from collections.abc import Iterator
from email.message import EmailMessage, Message

from ingest.errors import RefusedError, UnreadableError

from .clean import clean
from .inner import Inner
from .plain import text_blocks
from .raw import RawBlock, RawDocument

_SHOWN = ("From", "To", "Cc", "Date", "Subject")
_MOST_PARTS, _DEEPEST = 200, 10
_LONGEST_HEADER, _LONGEST_NAME = 2_000, 200


def read(data: bytes) -> RawDocument:
    """The blocks of a message.

    Raises:
        UnreadableError: it is not a message.
        RefusedError: it has more parts than a person would send.
    """
    message = _parsed(data)
    headers = {name: _header(message, name) for name in _SHOWN}
    if not any(headers.values()):
        raise UnreadableError("it is not a saved e-mail")
    blocks = [RawBlock("heading", headers["Subject"], level=1)] if headers["Subject"] else []
    blocks += [RawBlock("paragraph", f"{name}: {text}") for name, text in headers.items() if text]
    blocks += _body(message)
    return RawDocument("eml", tuple(blocks), title=headers["Subject"] or None)


def inner_files(data: bytes) -> Iterator[Inner]:
    """The attachments of a message; each is a document of its own.

    Raises:
        UnreadableError: it is not a message.
        RefusedError: it has more parts than a person would send.
    """
    seen: Counter[str] = Counter()
    for part in _attachments(_parsed(data)):
        name = _file_name(part)
        seen[name] += 1
        if seen[name] > 1:
            stem, dot, ending = name.rpartition(".")
            name = f"{stem or ending} ({seen[name]}){dot}{ending if stem else ''}"
        yield Inner(name, _content(part))


def _attachments(message: EmailMessage) -> Iterator[EmailMessage]:
    """The attachments of a message, but not those of the messages attached to it."""
    if message.is_attachment():
        yield message
    elif message.is_multipart() and message.get_content_type() != "message/rfc822":
        for part in message.iter_parts():
            if isinstance(part, EmailMessage):
                yield from _attachments(part)


def described(data: bytes) -> str:
    """What a message is about and whose it is, on one line, for its attachments."""
    message = _parsed(data)
    return " \u2013 ".join(text for text in (_header(message, "Subject"), _header(message, "From")) if text)


def _parsed(data: bytes) -> EmailMessage:
    if data.lower().count(b"content-type:") > _MOST_PARTS or data.lower().count(b"boundary=") > _DEEPEST * 4:
        raise RefusedError(f"it has more than {_MOST_PARTS} parts")
    if b"\x00" in data[:4096]:
        raise UnreadableError("it is not a saved e-mail")
    return email.message_from_bytes(data, policy=email.policy.default)


def _file_name(part: EmailMessage) -> str:
    """The name of an attachment without the folders it may claim to come from."""
    try:
        name = clean(part.get_filename() or "")
    except (ValueError, LookupError, IndexError, AttributeError, TypeError):
        name = ""
    name = name.replace("\\", "/").rsplit("/", 1)[-1][-_LONGEST_NAME:].strip()
    if name.strip("."):
        return name
    return "attachment.eml" if part.get_content_type() == "message/rfc822" else "attachment"


def _content(part: EmailMessage) -> bytes:
    if part.get_content_type() != "message/rfc822":
        return _bytes(part)
    inside = part.get_payload()
    message = inside[0] if isinstance(inside, list) and inside else None
    return message.as_bytes() if isinstance(message, Message) else b""


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
