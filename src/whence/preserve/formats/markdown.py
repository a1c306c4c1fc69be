"""Markdown as text to read: marks of emphasis, links and pictures reduced to their words, blocks kept apart."""

import re
from typing import Final

# Each pattern's inner parts exclude their own delimiters, so that matching stays linear on hostile input.
_STEPS: Final = tuple(
    (re.compile(pattern, re.MULTILINE), replacement)
    for pattern, replacement in (
        (r"^[ ]{0,3}\[[^\[\]\n]{1,200}\]:[ \t]+\S+.*$", ""),  # link definitions
        (r"!\[([^\[\]\n]{0,500})\]\([^()\n]{0,2000}\)", r"\1"),  # pictures
        (r"\[([^\[\]\n]{1,500})\]\([^()\n]{0,2000}\)", r"\1"),  # links
        (r"\[([^\[\]\n]{1,500})\]\[[^\[\]\n]{0,200}\]", r"\1"),
        (r"<(https?://[^<>\s]{1,2000})>", r"\1"),
        (r"^[ ]{0,3}(#{1,6})[ \t]+", ""),
        (r"(?<![ \t])[ \t]+#+[ \t]*$", ""),
        (r"^[ ]{0,3}(?:[-*_][ \t]*){3,}$", ""),  # rules
        (r"^[ ]{0,3}(?:=+|-+)[ \t]*$", ""),  # underlines of headings
        (r"^[ ]{0,3}(?:```|~~~)[^\n]*$", ""),
        (r"(\*\*|__)(?=\S)([^*_\n]{1,2000})(?<=\S)\1", r"\2"),
        (r"(?<![\w*])\*(?=\S)([^*\n]{1,2000})(?<=\S)\*(?![\w*])", r"\1"),
        (r"(?<!\w)_(?=\S)([^_\n]{1,2000})(?<=\S)_(?!\w)", r"\1"),
        (r"`([^`\n]{1,2000})`", r"\1"),
        (r"\\([\\`*_{}\[\]()#+.!>-])", r"\1"),
    )
)
_WINDOW: Final = 200_000  # longer lines are no prose that marks could structure


def readable(text: str) -> str:
    """Return Markdown `text` with its marks taken off; quotes keep their ">" and lists their bullets."""
    if any(len(line) > _WINDOW for line in text.split("\n")):
        return text
    for pattern, replacement in _STEPS:
        text = pattern.sub(replacement, text)
    return text
