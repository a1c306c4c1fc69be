"""English plurals of people, for whoever writes a count in words."""

from typing import Final

# ends of plurals and of their singulars; the first that fits holds
_SINGULAR: Final = (
    ("people", "person"), ("children", "child"), ("men", "man"), ("police", "police officer"), ("ss", "ss"),
    ("ies", "y"), ("s", ""),
)  # fmt: skip


def singular(noun: str) -> str:
    """Return the singular of a plural noun of people: "children" is "child", "members" is "member"."""
    head, space, last = noun.rpartition(" ")
    for many, one in _SINGULAR:
        if last.endswith(many):
            return f"{head}{space}{last.removesuffix(many)}{one}"
    return noun


def agreeing(noun: str, lower: int | None, upper: int | None) -> str:
    """Return the plural noun as it stands after a number in [lower, upper]: singular after exactly one."""
    return singular(noun) if lower == upper == 1 else noun
