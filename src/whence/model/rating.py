"""Admiralty codes that people set: how reliable a source is, and how credible one piece of information, kept apart.

The program never sets one, derives none from the other, and counts nothing by them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

Axis = Literal["reliability", "credibility"]
# The two axes of the Admiralty system, as NATO's AJP-2.1 words them.
CODES: Final[Mapping[Axis, Mapping[str, str]]] = {
    "reliability": {
        "A": "completely reliable", "B": "usually reliable", "C": "fairly reliable", "D": "not usually reliable",
        "E": "unreliable", "F": "reliability cannot be judged",
    },
    "credibility": {
        "1": "confirmed by other sources", "2": "probably true", "3": "possibly true", "4": "doubtful",
        "5": "improbable", "6": "truth cannot be judged",
    },
}  # fmt: skip


@dataclass(frozen=True, slots=True, order=True)
class Rating:
    """One reviewer's code on one axis; `about` is a source's id (reliability) or a statement's (credibility)."""

    axis: Axis
    about: str
    reviewer: str
    code: str

    @property
    def words(self) -> str:
        """The code told with what it means and whose it is."""
        subject = "the source" if self.axis == "reliability" else "the information"
        return f"{self.reviewer} rated {subject} {self.code} ({CODES[self.axis][self.code]})"
