"""What was kept (captures), what a container held (records), and the readable text (reports)."""

from dataclasses import dataclass, field
from typing import Literal

from whence.model.span import Span
from whence.model.values import Interval

BlockKind = Literal["title", "heading", "body", "quote", "caption", "list", "furniture"]


@dataclass(frozen=True, slots=True, order=True)
class Capture:
    """Bytes kept for good: their digest, size and media type.  Where they came from stands in the custody log."""

    digest: str
    size: int
    media_type: str


@dataclass(frozen=True, slots=True)
class Record:
    """One document inside a capture: the whole file, or one row of a feed.

    `locator` is "" for a whole file and "row:<n>" (1-based) for a row of a feed.  `own_digest` is the digest of the
    record's own bytes (for a row: of that row alone), from which the report's id is made.  `html` or `text` holds
    the content; the other fields are what the container says of it, as written, "" where it says nothing.
    """

    locator: str
    own_digest: str
    media_type: str
    text: str = ""
    html: str = ""
    label: str = ""
    title: str = ""
    outlet: str = ""
    url: str = ""
    published: str = ""
    byline: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Block:
    """Code points [start, end) of a report's text that belong together: a paragraph, heading or piece of furniture."""

    start: int
    end: int
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Report:
    """The readable text of one record.

    `text` is NFC; where the container gives a title apart from the text, `text` is title, blank line, body, and the
    first block has kind "title".  `blocks` cover all that is readable, in order.  `unread` is "" or the reason why
    no statement could be looked for (a language the reader does not know, no text found): such a report is *not
    read*, never *nothing found*; it is kept, searchable and copy-checked.  `published` is None when nothing says.
    `credits` are the agencies that the text credits for the whole of it, as written.
    """

    id: str
    label: str
    text: str
    text_digest: str
    title: str = ""
    outlet: str = ""
    byline: str = ""
    credits: tuple[str, ...] = ()
    credit_spans: tuple[Span, ...] = ()
    dateline: Span | None = None
    published: Interval | None = None
    language: str = ""
    url: str = ""
    blocks: tuple[Block, ...] = ()
    unread: str = ""
    captures: tuple[tuple[str, str], ...] = field(default=())  # (capture digest, locator), sorted


@dataclass(frozen=True, slots=True, order=True)
class Trouble:
    """Something wrong with the data: where, at which stage, what, and what to do about it.  A value, not an exception.

    `code` is one short word of the documented list (docs/formats/trouble.md); `report` is "" where no report came
    to be.
    """

    where: str
    stage: str
    code: str
    message: str
    hint: str = ""
    report: str = ""
