"""Records without what no list shows: text, evidence and spans, which are most of them (half the time of an index).

Each function takes out of a record's plain data what it names, in place.
"""

from typing import Any, Final

Plain = dict[str, Any]


def report(plain: Plain) -> None:
    """Leave out text, blocks, and where credits stand."""
    plain |= {"text": "", "blocks": [], "credit_spans": [], "dateline": None}


def statement(plain: Plain) -> None:
    """Leave out times, places, reasons, and where the words of the chain stand."""
    plain |= {"reasons": [], "when": None, "when_span": None, "event_span": None, "where": []}
    for hop in plain["hops"]:
        hop |= {"reason": _NO_REASON, "cue": None}
        hop["voice"]["span"] = None


def told(plain: Plain) -> None:
    """Leave out all that `statement` does, and the chain."""
    plain["hops"] = []
    statement(plain)


def account(plain: Plain) -> None:
    """Leave out the summary, the series, and every reason's evidence and every origin's reasons."""
    plain["summary"] = []
    for reason in plain["incident"]["joined"]:
        reason["evidence"] = []
    for aspect in plain["aspects"]:
        aspect["series"] = []
        for difference in aspect["differences"]:
            difference["evidence"] = []
        aspect["speaking"] = _NO_COUNT
        for value in aspect["values"]:
            value["behind"]["reasons"] = []
            for origin in value["behind"]["origins"]:
                origin |= {"reasons": [], "chains": []}


_NO_REASON: Final[Plain] = {"rule": "", "words": "", "evidence": []}
_NO_COUNT: Final[Plain] = {"least": 0, "most": 0, "origins": [], "reasons": [], "circles": []}
