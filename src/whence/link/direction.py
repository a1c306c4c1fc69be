"""Which of two reports that share a text is the original: by a credit, an agency, a date, a name in the text."""

import re
from collections.abc import Callable
from typing import Final

from whence.link.phrases import cut, squashed
from whence.model.finding import Direction
from whence.model.report import Report
from whence.model.span import Evidence, Reason, Span

Agencies = frozenset[str]
MIN_CODE: Final = 2  # letters of an outlet's name; one letter names nothing
LONGEST_NAME: Final = 5  # words of an outlet's name looked for in a text
_DOMAIN: Final = re.compile(r"^(?:www\.)?([^.\s]+)\.[a-z.]{2,8}$", re.IGNORECASE)
Rule = Callable[[Report, Report], Reason | None]


def find_direction(first: Report, second: Report, agencies: Agencies) -> tuple[Direction, bool, Reason]:
    """Return (direction, whether `second` is the original, why); where nothing shows it, the lower id is "the copy".

    The rules are tried in order; one that speaks for both sides at once says nothing.
    """
    codes = frozenset(squashed(a) for a in agencies)
    rules: tuple[Rule, ...] = (
        _credited,
        lambda copy, original: _from_agency(copy, original, codes),
        _earlier,
        _named,
    )
    for rule in rules:
        forward, backward = rule(first, second), rule(second, first)
        if forward and not backward:
            return "known", True, forward
        if backward and not forward:
            return "known", False, backward
    words = "they share passages, and nothing shows which is older or credited"
    return "unknown", first.id <= second.id, Reason("copy, direction unknown", words)


def _credited(copy: Report, original: Report) -> Reason | None:
    code = outlet_code(original.outlet)
    if len(code) < MIN_CODE or code == outlet_code(copy.outlet):
        return None
    for i, credit in enumerate((*copy.credits, copy.byline)):
        if credit and _within(code, credit):
            spans = copy.credit_spans[i : i + 1] if i < len(copy.credits) else ()
            evidence = tuple(Evidence(copy.id, s) for s in spans)
            return Reason("credited", f'it credits "{credit}", the outlet of the other', evidence)
    return None


def _earlier(copy: Report, original: Report) -> Reason | None:
    if copy.published is None or original.published is None or original.published.end > copy.published.start:
        return None
    return Reason("published earlier", f"the other was published {original.published}, this {copy.published}")


def _from_agency(copy: Report, original: Report, codes: Agencies) -> Reason | None:
    if outlet_code(original.outlet) in codes and outlet_code(copy.outlet) not in codes:
        return Reason("agency", f'"{original.outlet}" is a news agency, which others print')
    return None


def _named(copy: Report, original: Report) -> Reason | None:
    code = outlet_code(original.outlet)
    if len(code) < MIN_CODE + 1 or code == outlet_code(copy.outlet):
        return None
    place = _place(code, copy.text)
    if place is None:
        return None
    span = Span.of(copy.text, *place)
    return Reason(
        "names the outlet", f'it names "{span.quote}", the outlet of the other', (Evidence(copy.id, span),)
    )


def outlet_code(outlet: str) -> str:
    """Return an outlet's name as one lower-case word, without the ending of a web address."""
    domain = _DOMAIN.match(outlet.strip())
    return squashed(domain.group(1) if domain else outlet)


def _within(code: str, text: str) -> bool:
    return _place(code, text) is not None


def _place(code: str, text: str) -> tuple[int, int] | None:
    """Where `text` names the outlet with `code`, written with a capital."""
    words = cut(text)
    for at, word in enumerate(words):
        if not word.capital or (not code.startswith(word.key) and word.key not in ("al", "el", "the")):
            continue
        key = ""
        for last in words[at : at + LONGEST_NAME]:
            key += "" if last.key in ("al", "el", "the") else last.key
            if key == code:
                return word.start, last.end
            if not code.startswith(key):
                break
    return None
