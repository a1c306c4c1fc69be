"""Words for kin, singular to plural: whom reports name one by one, and count together."""

from typing import Final

from whence.read.numerals import word_list

_REGULAR: Final = word_list(
    "father mother son daughter brother sister parent sibling relative husband uncle aunt cousin nephew niece widow "
    "widower grandfather grandmother grandparent grandson granddaughter great-grandfather great-grandmother "
    "girlfriend boyfriend ex-girlfriend ex-boyfriend ex-husband "
    "stepfather stepmother stepson stepdaughter stepbrother stepsister half-brother half-sister fiance fiancee"
)
_BY_MARRIAGE: Final = ("father", "mother", "son", "daughter", "brother", "sister")

KIN: Final = {
    **{word: word + "s" for word in _REGULAR},
    **{f"{word}-in-law": f"{word}s-in-law" for word in _BY_MARRIAGE},
    "wife": "wives",
    "ex-wife": "ex-wives",
    "grandchild": "grandchildren",
    "stepchild": "stepchildren",
}
