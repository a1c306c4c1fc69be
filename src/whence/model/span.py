"""A place in a report's text, kept by position and by quote so that either finds the other again."""

from dataclasses import dataclass
from typing import Final

CONTEXT: Final = 32  # code points of prefix and suffix; enough to tell repeated phrases apart


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code points [start, end) of a report's NFC text, with the quote and a little of what surrounds it.

    The shape of W3C Web Annotation's TextPositionSelector and TextQuoteSelector together.
    """

    start: int
    end: int
    quote: str
    prefix: str = ""
    suffix: str = ""

    @classmethod
    def of(cls, text: str, start: int, end: int) -> "Span":
        """Return the span [start, end) of `text`; raise ValueError if it is empty or outside the text."""
        if not 0 <= start < end <= len(text):
            raise ValueError(f"span [{start}, {end}) does not lie in a text of {len(text)} code points")
        return cls(
            start, end, text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
        )

    def overlaps(self, other: "Span") -> bool:
        """Return whether the two spans (of one text) share a code point."""
        return self.start < other.end and other.start < self.end

    def within(self, other: "Span") -> bool:
        """Return whether this span (of the same text) lies inside `other`."""
        return other.start <= self.start and self.end <= other.end


def locate(text: str, span: Span) -> tuple[int, int] | None:
    """Find `span` in `text`: at its position, else where quote and context fit, else the nearest quote; else None."""
    if text[span.start : span.end] == span.quote:
        return span.start, span.end
    framed = text.find(span.prefix + span.quote + span.suffix)
    if framed >= 0:
        start = framed + len(span.prefix)
        return start, start + len(span.quote)
    found, at = [], text.find(span.quote)
    while at >= 0:
        found.append(at)
        at = text.find(span.quote, at + 1)
    if not found:
        return None
    start = min(found, key=lambda i: (abs(i - span.start), i))
    return start, start + len(span.quote)


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """A span of a report, named by the report's id: what a reason or a finding rests on."""

    report: str
    span: Span


@dataclass(frozen=True, slots=True, order=True)
class Reason:
    """Why the machine concluded something: the rule's short name, a sentence for people, and what it rests on.

    No score, count or link is made without one.
    """

    rule: str
    words: str
    evidence: tuple[Evidence, ...] = ()
