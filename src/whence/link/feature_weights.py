"""The features of two scenes with their weights, as a table that one reads aloud.

Weights are log-odds in spirit: they add up.  They were set by hand and checked by error analysis on the training part
of the origins gold; no weight hangs on a name of a place or party.
"""

from collections.abc import Mapping
from typing import Final

VETO: Final = -99.0

# feature -> (weight, words); a weight of VETO forbids that the two are ever in one incident
WEIGHTS: Final[Mapping[str, tuple[float, str]]] = {
    "copied": (4.0, "the words are copied"),
    "same day": (1.6, "same day"),
    "overlapping days": (0.8, "days overlap"),
    "within weeks": (0.2, "one is told of a week or month that holds the other"),
    "next day": (0.2, "one day apart"),
    "next date": (-0.5, "one day apart, by dates written out"),
    "fits publication": (0.8, "fits the days before publication"),
    "retold": (0.3, "told as known already, after the time that the other tells"),
    "told of the past": (-1.0, "told of some time in the past that may be the other's"),
    "near publication": (-0.6, "nearly fits the days before publication"),
    "next news": (-1.0, "published one after the other, and neither tells a day"),
    "misses publication": (-0.8, "published some days after the day that is told"),
    "stale": (-3.0, "published long after the day that is told"),
    "other news": (-1.6, "published some days apart, and neither tells a day"),
    "old news": (-4.0, "published long apart, and neither tells a day"),
    "told before": (VETO, "one was published before the other happened"),
    "told late": (-2.5, "days apart, but one may be the day of telling"),
    "days apart": (-2.0, "a few days apart"),
    "weeks apart": (-4.0, "many days apart"),
    "months apart": (VETO, "at quite different times"),
    "same place": (2.8, "same place"),
    "neighbours": (-1.0, "neighbouring places"),
    "within": (1.0, "one place lies in the other"),
    "namesake": (-0.5, "one place may be the province that bears its city's name"),
    "same area": (0.3, "same wider area"),
    "place not told": (-0.6, "one tells no place"),
    "other place": (-1.8, "other place"),
    "other place name": (-1.0, "other place names, of which not both are known"),
    "places apart": (-3.5, "places are far apart"),
    "same event": (0.8, "same kind of event"),
    "kindred event": (0.2, "kindred kinds of event"),
    "other event": (-1.0, "another kind of event"),
    "alien event": (-2.2, "a kind of event that is not mistaken for the other"),
    "same toll": (1.0, "same toll"),  # times how rare a number of that size is
    "close toll": (0.7, "close tolls"),
    "other toll": (-0.4, "other tolls"),
    "far toll": (-0.9, "tolls far apart"),
    "same culprit": (0.5, "same culprit named"),
    "same target": (0.5, "the same kind of target was hit"),
    "other target": (-1.2, "other kinds of target were hit"),
    "same report": (-2.5, "one report tells them apart"),
    "same report, other place": (VETO, "one report tells them apart, at other places"),
    "campaign and incident": (-2.5, "one is a campaign, the other a single incident"),
    "words": (1.8, "words in common"),
    "only story": (2.0, "the reports tell one story, and each tells nothing else"),
    "one story": (0.3, "the reports tell one story"),
    "same persons": (2.0, "the same private persons are named in both reports"),
}
# one of the two tells no day or no place to agree on
THIN: Final = frozenset({"retold", "told of the past", "within weeks", "place not told", "same area"})
BY_DAY: Final = frozenset({"told before", "months apart"})  # vetoes that a misread day may give
APART: Final = frozenset({"days apart", "weeks apart"})
BY_PLACE: Final = frozenset({"same place", "within", "same area"})  # weighed by how much the place tells
UNDER_COPY: Final = frozenset(
    {
        "days apart",
        "weeks apart",
        "months apart",
        "told before",
        "near publication",
        "next news",
        "misses publication",
        "stale",
        "other news",
        "old news",
        "far toll",
        "other toll",
    }
)
# where two reports name the same private persons, a day that differs is a follow-up's: of the arrest, the hearing
UNDER_KIN: Final = frozenset(
    {"days apart", "told late", "misses publication", "stale", "far toll", "other toll", "places apart"}
    | {"next news", "other news", "old news"}
    | {"other place", "other place name", "weeks apart", "months apart", "near publication"}
)
