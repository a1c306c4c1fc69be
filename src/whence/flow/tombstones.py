"""What was erased, by the custody log: it must not come back unnoticed."""

import re
from dataclasses import dataclass
from typing import Final

from whence.model.layout import CaseLayout
from whence.preserve.custody import Custody

EVENT: Final = "erased"
_REPORT: Final = re.compile(r"[0-9a-f]{64}")
_CAPTURE: Final = re.compile(r"sha256:[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Tombstone:
    """One erasure: the report's id, every capture that held it, and why."""

    report: str
    captures: frozenset[str]
    reason: str


def tombstones(layout: CaseLayout) -> tuple[Tombstone, ...]:
    """Return one tombstone for each line of the custody log that tells of an erasure.

    Each line of one erasure names all its captures, so that the first one alone tells the whole of it.  What is no
    digest is left out: folders are deleted by these names, and a case that was handed on may hold any line.
    """
    lines = [line.details for line in Custody(layout).lines() if line.event == EVENT]
    return tuple(
        Tombstone(
            report if _REPORT.fullmatch(report := details.get("report", "")) else "",
            frozenset(
                c
                for c in (details.get("capture", ""), *details.get("with", "").split())
                if _CAPTURE.fullmatch(c)
            ),
            details.get("reason", ""),
        )
        for details in lines
    )


def erased(layout: CaseLayout) -> tuple[frozenset[str], frozenset[str]]:
    """Return the digests of the captures and the ids of the reports that were erased."""
    found = tombstones(layout)
    return frozenset(c for t in found for c in t.captures), frozenset(t.report for t in found)
