"""What was erased, by the custody log: it must not come back unnoticed."""

from typing import Final

from whence.model.layout import CaseLayout
from whence.preserve.custody import Custody

EVENT: Final = "erased"


def erased(layout: CaseLayout) -> tuple[frozenset[str], frozenset[str]]:
    """Return the digests of the captures and the ids of the reports that were erased."""
    lines = [line for line in Custody(layout).lines() if line.event == EVENT]
    captures = frozenset(line.details.get("capture", "") for line in lines)
    return captures, frozenset(line.details.get("report", "") for line in lines)
