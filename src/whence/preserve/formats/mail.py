"""E-mail messages: headers become fields, the best part becomes the text, attachments are named."""

import re
from collections.abc import Iterator, Mapping
from email import message_from_bytes
from email.errors import HeaderParseError, MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr
from typing import Final

from whence.model.ids import digest
from whence.model.report import Record, Trouble
from whence.preserve.formats.encoding import decode
from whence.preserve.formats.html import charset
from whence.preserve.formats.opening import Opened, field, notes_as_troubles, stem, trouble

_MOST_PARTS: Final = 200
_SHORT: Final = 200  # characters: a shorter plain part beside an HTML part mostly says "see the HTML"
_LIST: Final = re.compile(r"<[^<>]{0,300}>")


def open_mail(data: bytes, name: str, mapping: Mapping[str, str]) -> Opened:  # noqa: ARG001 (an opener's shape)
    """Return the one record of an e-mail message; what is attached is kept in the bytes but not read."""
    troubles: list[Trouble] = []
    try:
        message = message_from_bytes(data)
        parts = list(_parts(message, name, troubles))
    except (RecursionError, MessageError, ValueError, LookupError):
        words = (
            "the message is too damaged or too deeply nested to be taken apart; all after its head is read"
        )
        troubles.append(trouble(name, "damaged", words, "Export the message again from the mail program."))
        head, _, body = data.partition(b"\n\n")
        message, parts = message_from_bytes(head[: 1 << 16] + b"\n\n"), [("text/plain", *decode(body))]
    kind, text, notes = _best(parts)
    record = Record(
        locator="",
        own_digest=digest(data),
        media_type="message/rfc822",
        text="" if kind == "text/html" else text,
        html=text if kind == "text/html" else "",
        label=stem(name),
        notes=notes,
        **_fields(message),
    )
    return (record,), (*troubles, *notes_as_troubles(name, notes))


def _parts(
    message: Message, name: str, troubles: list[Trouble]
) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield (media type, text, notes) of every readable part; name attachments and messages inside as troubles."""
    pending, seen = [message], 0
    while pending and seen < _MOST_PARTS:
        part = pending.pop()
        seen += 1
        inner = part.get_payload()
        kind = part.get_content_type()
        if isinstance(inner, list) and kind != "message/rfc822":
            pending += [p for p in reversed(inner) if isinstance(p, Message)]
        elif kind in ("text/plain", "text/html") and not part.get_filename():
            yield kind, *_text(part, kind)
        else:
            troubles.append(_attached(name, part, kind))


def _text(part: Message, kind: str) -> tuple[str, tuple[str, ...]]:
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    declared = part.get_content_charset("") or (charset(data) if kind == "text/html" else "")
    return decode(data, declared)


def _attached(name: str, part: Message, kind: str) -> Trouble:
    title = field(_decoded(part.get_filename() or kind))
    words = f"the attachment {title!r} is kept with the message but not read"
    return trouble(name, "attachment", words, "Save it as a file of its own and add that.")


def _best(parts: list[tuple[str, str, tuple[str, ...]]]) -> tuple[str, str, tuple[str, ...]]:
    """Return the part to read: plain text unless it is a mere stub beside an HTML part."""
    plain = [p for p in parts if p[0] == "text/plain" and p[1].strip()]
    rich = [p for p in parts if p[0] == "text/html" and p[1].strip()]
    joined = "\n\n".join(p[1].strip("\n") for p in plain)
    notes = tuple(n for p in plain for n in p[2])
    if rich and len(joined) < _SHORT:
        return rich[0]
    return "text/plain", joined, notes


def _fields(message: Message) -> dict[str, str]:
    """Return what the headers say: the sending organisation or list, else the sender's name, is the outlet."""
    sender = parseaddr(_header(message, "From"))[0]
    organisation = _header(message, "Organization") or _LIST.sub("", _header(message, "List-Id")).strip(' "')
    fields = {
        "outlet": organisation or sender,
        "byline": sender if organisation else "",
        "title": re.sub(
            r"^(?:(?:re|fwd?|aw|wg)\s?:\s?){1,9}", "", _header(message, "Subject"), flags=re.IGNORECASE
        ),
        "published": _header(message, "Date"),
        "url": _header(message, "Archived-At").strip("<>"),
    }
    return {k: field(v) for k, v in fields.items() if v.strip()}


def _header(message: Message, name: str) -> str:
    value = message.get(name)
    return field(_decoded(str(value))) if value is not None else ""


def _decoded(value: str) -> str:
    """Return a header with its encoded words decoded, as it stands where they cannot be."""
    try:
        return str(make_header(decode_header(value[:10_000])))
    except (HeaderParseError, LookupError, ValueError):
        return value[:10_000]
